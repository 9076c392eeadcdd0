"""What the obvious matcher knows of letters: scripts, edges, distances, the view.

Scripts come from Unicode's names of characters, simplified Chinese from OpenCC, and
distances are worked out by their definition. Nothing is shared with the engine but
`fold_with_map`.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Any

from monitor.core.text import fold_with_map

Span = tuple[int, int]

HYPHENS = "-\u2010\u2012\u2013\u2212"
FREE = (
    *("CJK", "KANGXI", "IDEOGRAPHIC", "VERTICAL IDEOGRAPHIC", "HANGZHOU", "BOPOMOFO"),
    *("HIRAGANA", "KATAKANA", "COMBINING KATAKANA", "HALFWIDTH KATAKANA", "HENTAIGANA"),
    *("VERTICAL KANA", "MASU", "YI", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"),
    *("TAI LE", "NEW TAI LUE"),
)
"""How the names of letters begin that stand beside each other without spaces."""


def view(text: str) -> tuple[str, list[int]]:
    """Return the folded text with one space for hyphens and spaces, and its origin."""
    seen, origin = "", []
    folded, places = fold_with_map(text)
    for char, place in zip(folded, places, strict=False):
        put = " " if char in HYPHENS else char
        if put != " " or seen[-1:] != " ":
            seen += put
            origin.append(place)
    return seen, [*origin, len(text)]


def literal(text: str) -> str:
    """Return a word of a query in the form of a view."""
    return view(text.strip('"'))[0].strip(" ")


@functools.cache
def script(char: str) -> str:
    """Tell how the script of a letter parts its words; "" if it is no letter."""
    is_mark = unicodedata.category(char)[0] == "M"
    if not (char == "_" or char.isalnum() or is_mark):
        return ""
    name = unicodedata.name(char, "")
    if name.startswith("HANGUL SYLLABLE"):
        return "hangul"
    if name.startswith(("HANGUL", "HALFWIDTH HANGUL")):
        return "jamo"
    return "free" if name.startswith(FREE) else "spaced"


@functools.cache
def is_mark(char: str) -> bool:
    """Tell whether a character of a free script belongs to the one before it."""
    return script(char) == "free" and unicodedata.category(char)[0] == "M"


@functools.cache
def is_leading_vowel(char: str) -> bool:
    """Tell whether a vowel is written before the letter it is spoken after."""
    vowels = ("SARA E", "SARA AE", "SARA O", "SARA AI", "VOWEL SIGN")
    after = " ".join(unicodedata.name(char, "").split()[2:])
    if unicodedata.name(char, "").startswith("THAI CHARACTER"):
        return after.startswith(vowels[:4])
    if unicodedata.name(char, "").startswith("LAO VOWEL SIGN"):
        return after.split()[-1] in ("E", "EI", "O", "AY", "AI")
    return False


def words(text: str) -> list[int]:
    """Return where words begin; a letter of a free script is a word of its own."""
    starts = []
    for place, char in enumerate(text):
        before = script(text[place - 1]) if place else ""
        if script(char) == "free":
            begins = not is_mark(char)
        else:
            begins = bool(script(char)) and before in ("", "free")
        if begins:
            starts.append(place)
    return starts


@functools.cache
def simple(char: str) -> str:
    """Return the simplified form of a Chinese character."""
    return _opencc().convert(char) if "\u3400" <= char <= "\u9fff" else char


@functools.cache
def _opencc() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """Return the text with each Chinese character in its simplified form."""
    return "".join(map(simple, text))


def is_free(text: str, place: Span, first: str, last: str, sign: str = "") -> bool:
    """Tell whether a place that begins and ends with these letters may stand there."""
    start, end = place
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if sign:
        particles = sign == "@" and script(last) == "spaced"
        good = script(after) != "spaced" if particles else not script(after)
        return good and script(before) != "spaced"
    match script(first):
        case "free":
            left = not is_leading_vowel(before)
        case "spaced" | "hangul" as same:
            left = script(before) != same
        case _:
            left = True
    match script(last):
        case "free":
            right = not is_mark(after)
        case "spaced":
            right = script(after) != "spaced"
        case _:
            right = True
    return left and right


def starts_of(wanted: str, text: str) -> list[int]:
    """Return every start of a string, also where it overlaps itself."""
    if wanted not in text:
        return []
    return [n for n in range(len(text)) if text.startswith(wanted, n)]


@functools.cache
def levenshtein(one: str, two: str) -> int:
    """Count the letters to change, add or leave out, by the definition."""
    table = {(i, 0): i for i in range(len(one) + 1)}
    table |= {(0, j): j for j in range(len(two) + 1)}
    for i, a in enumerate(one, 1):
        for j, b in enumerate(two, 1):
            changed = table[i - 1, j - 1] + (a != b)
            table[i, j] = min(changed, table[i - 1, j] + 1, table[i, j - 1] + 1)
    return table[len(one), len(two)]


@functools.cache
def optimal_alignment(one: str, two: str) -> int:
    """Count as `levenshtein` does; two neighbours that changed places count one."""
    table = {(i, 0): i for i in range(len(one) + 1)}
    table |= {(0, j): j for j in range(len(two) + 1)}
    for i, a in enumerate(one, 1):
        for j, b in enumerate(two, 1):
            changed = table[i - 1, j - 1] + (a != b)
            least = min(changed, table[i - 1, j] + 1, table[i, j - 1] + 1)
            if i > 1 and j > 1 and one[i - 2 : i] == two[j - 1] + two[j - 2]:
                least = min(least, table[i - 2, j - 2] + 1)
            table[i, j] = least
    return table[len(one), len(two)]
