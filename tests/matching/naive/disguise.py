"""The skeleton of a text, one disguise after the other, letter by letter.

A text is a list of letters here, each with the place in the text that it is from.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict

from confusable_homoglyphs.confusables import confusables_data

from tests.matching.naive.letters import script

Letters = list[tuple[str, int]]

DOTS = (".", "dot", "punkt", "punto", "point")
DIGITS = {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"}
BEFORE_LETTERS = {"@": "a", "$": "s"}
BETWEEN_LETTERS = {"!": "l", "|": "l"}
PUT_BETWEEN = set("._*~'`^=+/\\")
PUT_APART = PUT_BETWEEN | set(" ,|")
MOST_APART, FEWEST = 3, 3


def skeleton(text: str) -> Letters:
    """Return what is left of a view when every disguise is taken off."""
    letters = without_bracketed_dots([(char, n) for n, char in enumerate(text)])
    letters = [(latin().get(char, char), n) for char, n in letters]
    letters = [(DIGITS.get(char, char), n) for char, n in letters]
    letters = signs_as_letters(letters)
    letters = [("l" if char == "i" else char, n) for char, n in letters]
    gone = put_between(letters) | put_apart(letters)
    return [letter for n, letter in enumerate(letters) if n not in gone]


def without_bracketed_dots(letters: Letters) -> Letters:
    """Put a dot for `[.]` and ` (dot) `."""
    text = "".join(char for char, _ in letters)
    kept, n = [], 0
    while n < len(text):
        size = bracketed_dot(text[n:])
        kept.append((".", letters[n][1]) if size else letters[n])
        n += size or 1
    return kept


@functools.cache
def bracketed_dots() -> list[str]:
    blank = ("", " ")
    return [
        f"{before}{opened}{inner}{dot}{last}{closed}{after}"
        for before in blank
        for opened in "[({"
        for inner in blank
        for dot in DOTS
        for last in blank
        for closed in "])}"
        for after in blank
    ]


def bracketed_dot(text: str) -> int:
    """Return the length of the bracketed dot that a text begins with, or 0."""
    if text[:1] not in set(" [({"):
        return 0
    return max((len(d) for d in bracketed_dots() if text.startswith(d)), default=0)


@functools.cache
def latin() -> dict[str, str]:
    """Return the Latin letter that a letter of another script looks like."""
    found: dict[str, set[str]] = defaultdict(set)
    for char, others in confusables_data.items():
        folded = unicodedata.normalize("NFKC", char).casefold()
        if len(folded) == 1 and not folded.isascii() and script(folded) == "spaced":
            alike = [other["c"] for other in others]
            found[folded] |= {
                c.casefold() for c in alike if c.isascii() and c.isalpha()
            }
    return {char: min(alike) for char, alike in found.items() if alike}


def signs_as_letters(letters: Letters) -> Letters:
    """Read `@` and `$` before a letter, `!` and `|` between two, as letters."""
    made = []
    for n, (char, place) in enumerate(letters):
        before, after = n and is_word(letters[n - 1][0]), is_word_at(letters, n + 1)
        if after and char in BEFORE_LETTERS:
            made.append((BEFORE_LETTERS[char], place))
        elif before and after and char in BETWEEN_LETTERS:
            made.append((BETWEEN_LETTERS[char], place))
        else:
            made.append((char, place))
    return made


def is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def is_word_at(letters: Letters, n: int) -> bool:
    return n < len(letters) and is_word(letters[n][0])


def is_letter_at(letters: Letters, n: int) -> bool:
    return 0 <= n < len(letters) and letters[n][0].isalnum()


def put_between(letters: Letters) -> set[int]:
    """Return where signs stand that part the letters of one word."""
    gone: set[int] = set()
    for start in range(len(letters)):
        end = start
        while end < len(letters) and letters[end][0] in PUT_BETWEEN:
            end += 1
        if is_letter_at(letters, start - 1) and is_letter_at(letters, end):
            gone |= set(range(start, end))
    return gone


def put_apart(letters: Letters) -> set[int]:
    """Return what stands between single letters, if there are three or more."""
    lone = [
        n
        for n in range(len(letters))
        if is_letter_at(letters, n)
        and not is_letter_at(letters, n - 1)
        and not is_letter_at(letters, n + 1)
    ]
    chains: list[list[int]] = []
    for n in lone:
        last = chains[-1][-1] if chains else n
        between = [char for char, _ in letters[last + 1 : n]]
        if 1 <= len(between) <= MOST_APART and set(between) <= PUT_APART:
            chains[-1].append(n)
        else:
            chains.append([n])
    whole = [chain for chain in chains if len(chain) >= FEWEST]
    return {n for c in whole for n in range(c[0], c[-1]) if n not in c}
