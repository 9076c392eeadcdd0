"""Names that somebody tried to hide: `a c m e`, `acme[.]com`, `@cme`, `асmе`.

A skeleton is a text in which letters that look alike are one letter and what was put
between the letters of a word is gone. Two names that look the same have the same one.
Which letters look alike is Unicode's table of confusables (UTS #39), as the package
confusable_homoglyphs has it, and the digits and signs that are commonly put for
letters. It is asked for only where a query has `disguised:`.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from monitor.matching.view import KINDS, LETTER, SIGNS

_DIGITS = str.maketrans("0134578", "oleastb")
_ALIKE = str.maketrans("iloj", "lloj")
_DOT = re.compile(r" ?[\[({] ?(?:\.|dot|punkt|punto|point) ?[\])}] ?")
_AT_LETTER = re.compile(r"[@$](?=\w)|(?<=\w)[!|](?=\w)")
_SIGNS = {"@": "a", "$": "s", "!": "l", "|": "l"}
_BETWEEN = re.compile(r"(?<=[^\W_])[._*~'`^=+/\\]+(?=[^\W_])")
_LONE = r"(?<![^\W_])[^\W_](?![^\W_])"
_SPACED = re.compile(rf"{_LONE}(?:[ ._,*~'`^=+/\\|]{{1,3}}{_LONE}){{2,}}")
_INNER = re.compile(r"[^\w]+|_+")


Skeleton = tuple[str, list[int]]
"""The text, and where each of its characters stands in the view."""


def skeleton(seen: str) -> Skeleton:
    """Return the skeleton of a view, and where each of its characters stands in it."""
    places = list(range(len(seen)))
    text = _cut(_DOT, seen, places, ".")
    text = text.translate(_table()).translate(_DIGITS)
    text = _AT_LETTER.sub(lambda sign: _SIGNS[sign[0]], text)
    text = text.translate(_ALIKE)
    gone = [(m.start(), m.end()) for m in _BETWEEN.finditer(text)]
    for run in _SPACED.finditer(text):
        inner = _INNER.finditer(text, run.start(), run.end())
        gone += [(gap.start(), gap.end()) for gap in inner]
    return _without(sorted(set(gone)), text, places)


def _cut(pattern: re.Pattern[str], text: str, places: list[int], put: str) -> str:
    """Put one sign in place of each match; `places` follows."""
    kept: list[str] = []
    origin: list[int] = []
    done = 0
    for match in pattern.finditer(text):
        kept += [text[done : match.start()], put]
        origin += [*places[done : match.start()], places[match.start()]]
        done = match.end()
    if not done:
        return text
    origin += places[done:]
    places[:] = origin
    return "".join([*kept, text[done:]])


def _without(
    gaps: list[tuple[int, int]], text: str, places: list[int]
) -> tuple[str, list[int]]:
    kept: list[str] = []
    origin: list[int] = []
    done = 0
    for start, end in gaps:
        if start >= done:
            kept.append(text[done:start])
            origin += places[done:start]
        done = max(done, end)
    kept.append(text[done:])
    origin += places[done:]
    return "".join(kept), origin


def is_free(
    bones: Skeleton, seen: str, start: int, end: int, sides: tuple[int, int]
) -> bool:
    """Tell whether the neighbours of a place in a skeleton allow it.

    Where something was taken out there is an edge: `a c m e` in `i a c m e`. So there
    is after a sign that may stand for a letter and may begin a handle: `@acme`.
    """
    text, places = bones
    before, after = sides
    if start and KINDS[text[start - 1]] & before:
        previous = places[start - 1]
        if places[start] - previous == 1 and seen[previous] not in SIGNS:
            return False
    right = end < len(text) and KINDS[text[end]] & after
    return not right or places[end] - places[end - 1] > 1


@functools.cache
def _table() -> dict[int, str]:
    """Return the Latin letter that each other letter looks like."""
    from confusable_homoglyphs.confusables import (  # type: ignore[import-untyped]
        confusables_data,
    )

    table: dict[int, str] = {}
    for char, others in confusables_data.items():
        folded = unicodedata.normalize("NFKC", char).casefold()
        if len(folded) != 1 or folded.isascii() or KINDS[folded] != LETTER:
            continue
        letters = sorted({letter for other in others if (letter := _latin(other["c"]))})
        if letters:
            table[ord(folded)] = letters[0]
    return table


def _latin(char: str) -> str:
    return (
        char.casefold() if len(char) == 1 and char.isascii() and char.isalpha() else ""
    )
