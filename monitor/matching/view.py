"""The form of a text in which queries are looked for, and where a term may begin.

The view is the folded text in which every run of white space and hyphens is one
space, so `acme-air` and `acme  air` are the same. A term found in it counts only if
its neighbours allow it, by the script of the term's own first and last character:

* Latin, Greek, Cyrillic and every other script that parts its words: no letter,
  digit, accent or underscore beside it. A neighbour from the next two lines is fine.
* Hangul: no whole syllable before it (ㅋㅋ and ㅠㅠ are laughter and tears, not words);
  particles may follow.
* Han, Kana, Thai, Lao, Khmer, Myanmar, Tibetan: anywhere, but no mark that belongs to
  the term's last letter may follow, and no vowel that is read with its first letter
  may stand before it: Thai มา is neither in ม่า nor in เมา.
* `#x` and `$x`: nothing that could continue the tag may follow. `@x` likewise, but a
  particle may follow a handle in Latin letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from monitor.core.text import fold, fold_simple, places

_HYPHENS = "-\u2010\u2012\u2013\u2212"  # NFKC turns the others into these
_SOFT_RUN = re.compile(f"[ {re.escape(_HYPHENS)}]{{2,}}")
_HANGUL = (0xAC00, 0xD7A3)
_JAMO = (
    (0x1100, 0x11FF),
    (0x302E, 0x302F),  # tone marks
    (0x3130, 0x318F),
    (0xA960, 0xA97F),
    (0xD7B0, 0xD7FF),
    (0xFFA0, 0xFFDC),  # half width
)
_ANYWHERE = (
    (0x0E00, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3021, 0x303C),
    (0x3040, 0x312F),
    (0x3190, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF),  # Yi
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # Kana of half width
    (0x1AFF0, 0x1B16F),
    (0x20000, 0x3FFFF),
)

_LEADING_VOWELS = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"

LETTER, HANGUL, ANYWHERE, MARK, LEADS, JAMO = 1, 2, 4, 8, 16, 32
"""Kinds of characters, as bits; 0 is none of them. MARK and LEADS go with ANYWHERE."""

SIGNS = "#@$"
"""What a tag, a handle and a cashtag begin with."""


class Kinds(dict[str, int]):
    """The kind of each character, worked out once."""

    def __missing__(self, char: str) -> int:
        if len(self) > 50_000:
            self.clear()
        kind = self[char] = _kind(char)
        return kind


def _kind(char: str) -> int:
    category = unicodedata.category(char)
    if not (char == "_" or char.isalnum() or category[0] == "M"):
        return 0
    code = ord(char)
    if _HANGUL[0] <= code <= _HANGUL[1]:
        return HANGUL
    if any(low <= code <= high for low, high in _JAMO):
        return JAMO
    if not any(low <= code <= high for low, high in _ANYWHERE):
        return LETTER
    return (
        ANYWHERE
        | (LEADS if char in _LEADING_VOWELS else 0)
        | (MARK if category[0] == "M" else 0)
    )


KINDS = Kinds()


def edges(literal: str) -> tuple[int, int]:
    """Return the kinds that may not stand before, and after, a literal."""
    if literal[0] not in SIGNS or " " in literal or len(literal) == 1:
        return left_edge(literal[0]), right_edge(literal[-1])
    any_kind = LETTER | HANGUL | JAMO | ANYWHERE
    is_handle = literal[0] == "@" and KINDS[literal[-1]] == LETTER
    return LETTER, LETTER if is_handle else any_kind


def left_edge(first: str) -> int:
    """Return the kinds that may not stand before a term's first character."""
    kind = KINDS[first]
    return LEADS if kind & ANYWHERE else kind & (LETTER | HANGUL)


def right_edge(last: str) -> int:
    """Return the kinds that may not stand after a term's last character."""
    kind = KINDS[last]
    return MARK if kind & ANYWHERE else kind & LETTER


def view(text: str) -> str:
    """Return the form of a text in which literals are looked for."""
    return soften(fold(text))


def folded_and_seen(text: str) -> tuple[str, str]:
    """Return a text folded, and the view of it."""
    folded = fold_simple(text)
    if folded is None:
        folded = fold(text)
    elif "-" not in folded:
        return folded, folded  # no simple text has another hyphen
    return folded, soften(folded)


def soften(folded: str) -> str:
    """Return the view of a folded text."""
    if "-" in folded:
        folded = folded.replace("-", " ")
    elif folded.isascii():
        return folded
    if not folded.isascii():
        for hyphen in _HYPHENS[1:]:
            if hyphen in folded:
                folded = folded.replace(hyphen, " ")
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded


def view_places(text: str, folded: str, seen: str) -> Sequence[int]:
    """Tell where each character of `seen`, the view of `folded`, came from."""
    origin = places(text, folded)
    if len(seen) == len(folded):
        return origin
    kept: list[int] = []
    done = 0
    for run in _SOFT_RUN.finditer(folded):
        kept.extend(origin[done : run.start() + 1])
        done = run.end()
    kept.extend(origin[done:])
    return kept


def literal_of(text: str) -> str:
    """Return the view of a term: what the automaton looks for."""
    return view(text).strip(" ")
