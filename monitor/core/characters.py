"""What Unicode says of characters: which cannot be seen, which are accents.

Working that out takes longer than starting a command, and plain ASCII needs none of
it, so the tables are made when the first other text comes.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import compress

MAX_MARKS = 3
"""Accents kept on one letter: enough for every orthography, too few for zalgo."""

_OVERLAYS = {*"\u0334\u0335\u0336\u0337\u20d2\u20d3\u20d8\u20d9\u20da\u20e5\u20e6"}
_OVERLAYS |= {"\u20ea", "\u20eb"}
SELECTORS = {chr(c) for c in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
_IGNORABLE = {*"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"}
_HIDDEN = _OVERLAYS | SELECTORS | _IGNORABLE
LAST_MARK = 0x1EA00  # no combining character lies above
# Ideographs, Hangul syllables and private use are known to have none of these.
_BLOCKS = ((0xA0, 0x3400), (0xA48D, 0xAC00), (0xF900, LAST_MARK), (0xE0000, 0xE0200))
_UNSEEN = frozenset(("Cf", "Me"))
ASCII_UNSEEN = frozenset(
    c for c in map(chr, range(128)) if not (c.isprintable() or c.isspace())
)
_C1_UNSEEN = frozenset(c for c in map(chr, range(128, 160)) if not c.isspace())
_RUN = f"({{0}}{{{{{MAX_MARKS}}}}}){{0}}+"


def _char_class(chars: Iterable[str]) -> str:
    """Return a regular-expression class of these characters, as few ranges."""
    codes = sorted(map(ord, chars))
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return f"[{''.join(f'{chr(low)}-{chr(high)}' for low, high in ranges)}]"


class Tables:
    """Sets and patterns of invisible characters and accents."""

    def __init__(self) -> None:
        chars = [chr(c) for low, high in _BLOCKS for c in range(low, high)]
        kinds = map(unicodedata.category, chars)
        unseen = [c for c, kind in zip(chars, kinds, strict=True) if kind in _UNSEEN]
        self.invisible = frozenset([*ASCII_UNSEEN, *_C1_UNSEEN, *unseen]) | _HIDDEN
        accents = compress(chars, map(unicodedata.combining, chars))
        self.marks = frozenset(accents) - self.invisible
        spaces = frozenset(filter(str.isspace, map(chr, range(0x3001)))) - {" "}
        odd = self.invisible | self.marks | spaces
        odd_class = _char_class(c for c in odd if c < "\U00010000")[1:-1]
        # Of the higher planes, only the emoji block is taken as plain.
        self.plain = re.compile(
            f"[^{odd_class}\ud800-\udfff\U00010000-\U0001efff\U0001fb00-\U0010ffff]*"
        ).fullmatch

    @functools.cached_property
    def drop_invisible(self) -> Callable[[str, str], str]:
        return re.compile(_char_class(self.invisible)).sub

    @functools.cached_property
    def cut_towers(self) -> Callable[[str, str], str]:
        """Cut the accents on one letter, whatever the plane."""
        return re.compile(_RUN.format(_char_class(self.marks))).sub

    @functools.cached_property
    def cut_low_towers(self) -> Callable[[str, str], str]:
        """Cut the accents on one letter; none may be of a higher plane."""
        low = _char_class(c for c in self.marks if c < "\U00010000")
        return re.compile(_RUN.format(low)).sub


tables = functools.cache(Tables)
"""Return the tables, made when they are first needed."""
