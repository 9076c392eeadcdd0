"""A text as cues are looked for in it, and the way back to the original.

Small letters without accents, one space between words. Each sign of punctuation is a
word of its own, because no cue reaches beyond a sentence or a comma. A sign becomes one
sign first, whatever it is, and nothing is joined or split once the words are known: the
n-th word here is the n-th word there.
"""

from __future__ import annotations

import functools
import re
import string
import unicodedata
from collections.abc import Callable

_APOSTROPHES = frozenset("'’‘ʼ´`＇")
_SILENT = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f]")
_STOPS, _COMMAS = frozenset(".!?;:…\n。！？；：．"), frozenset(",，、()（）–—[]")
_GONE, _POINT = "\x01", "\x02"
"""Hold the places of what is dropped in the end, and of the point in a number."""
_DECIMAL = re.compile(r"(?<=[0-9])[.,](?=[0-9])")
_PAGE = re.compile(r"(?:https?://|www\.)\S+")
_NAME = re.compile(r"@\w[\w.@-]*\b")
_HANDLE = re.compile(r" @\S+")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_TRIPLES = tuple(3 * letter for letter in string.ascii_lowercase)
_VOICING = frozenset("ﾞﾟ\u3099\u309a")
_VOICED = re.compile(".[ﾞﾟ\u3099\u309a]")
_BY_HAND = {
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "ı": "i", _GONE: "", _POINT: ".",
}  # fmt: skip


class _Signs(dict[int, str]):
    """What each character becomes; worked out once."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        if len(self) > 20_000:
            self.clear()
        folded = self[code] = self._fold(chr(code))
        return folded


def _plain(char: str) -> str:
    """Return the small letters without accents that a character stands for."""
    if char in _BY_HAND:
        return _BY_HAND[char]
    parts = unicodedata.normalize("NFKD", char).casefold()
    if "a" <= parts[:1] <= "z":
        return "".join([c for c in parts if not unicodedata.combining(c)])
    return unicodedata.normalize("NFKC", char).casefold()


def _sign(char: str, apostrophe: str) -> str:
    """Return the one sign that holds a character's place."""
    if char in _STOPS:
        return "."
    if char in _COMMAS:
        return ","
    if char in _APOSTROPHES:
        return apostrophe or _GONE
    if _SILENT.match(char):
        return _GONE
    folded = _plain(char)
    if len(folded) != 1:
        return char if folded.isalnum() else " "
    return folded if folded.isalnum() or folded in "#@" else " "


_ALIGNED = {
    apostrophe: _Signs(functools.partial(_sign, apostrophe=apostrophe))
    for apostrophe in ("", " ")
}
_LONGER = _Signs(_plain)


def fold_letters(text: str, apostrophe: str) -> str:
    """Fold the letters of a cue as those of a post; signs stay, but `-` and `/`."""
    for sign in _APOSTROPHES.intersection(text):
        text = text.replace(sign, apostrophe)
    text = text.replace("-", " ").replace("/", " ")
    return _DRAWN_OUT.sub(r"\1", "".join(map(_plain, text)))


class Folded:
    """A text with spaced words; it begins and ends with a space."""

    __slots__ = ("_aligned", "_spans", "_words", "text")

    def __init__(self, text: str, apostrophe: str) -> None:
        if "://" in text or "www." in text:
            text = _PAGE.sub(_blank, text)
        if "@" in text:
            text = _NAME.sub(_one_word, text)
        aligned = text.translate(_ALIGNED[apostrophe])
        if "." in aligned or "," in aligned:
            aligned = _DECIMAL.sub(_POINT, aligned)
        apart = aligned.replace(".", " . ").replace(",", " , ")
        if "#" in aligned:
            apart = apart.replace("#", " # ")
        words = apart.split()
        if "#" in aligned:
            _put_signs_behind(words)
        self._aligned, self._words = aligned, words
        self._spans: list[tuple[int, int]] | None = None
        self.text = _joined(words)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of a run of whole words."""
        if self._spans is None:
            self._spans = self._find_words()
        first = self.text.count(" ", 0, start) - 1
        last = first + self.text.count(" ", start, end)
        return self._spans[first][0], self._spans[last][1]

    def _find_words(self) -> list[tuple[int, int]]:
        spans = []
        end = 0
        for word in self._words:
            if word == "#":  # stands behind the word it is before
                start = self._aligned.rfind("#", 0, end)
                spans.append((start, end) if start >= 0 else (end, end))
                continue
            start = self._aligned.find(word, end)
            end = start + len(word)
            spans.append((start, end))
        return spans


def _one_word(match: re.Match[str]) -> str:
    return "@" + "x" * (len(match[0]) - 1)


def _blank(match: re.Match[str]) -> str:
    return "/" * len(match[0])


def _put_signs_behind(words: list[str]) -> None:
    """Put the sign of a hashtag behind its word, where it is in no phrase's way."""
    place = 0
    while place < len(words) - 1:
        if words[place] == "#":
            words[place : place + 2] = words[place + 1], "#"
            place += 1
        place += 1


def _joined(words: list[str]) -> str:
    folded = f" {' '.join(words)} "
    if not folded.isascii() or _GONE in folded or _POINT in folded:
        folded = folded.translate(_LONGER)
    if "@" in folded:
        folded = _HANDLE.sub(" @", folded)
    if any([triple in folded for triple in _TRIPLES]):  # noqa: C419  # faster
        folded = _DRAWN_OUT.sub(r"\1", folded)
    return folded


class FoldedSigns:
    """A text whose words are not spaced: no spaces at all."""

    __slots__ = ("_aligned", "_original", "_starts", "text")

    def __init__(self, text: str) -> None:
        self._original = text
        if not _VOICING.isdisjoint(text):
            text = _VOICED.sub(_voiced, text)
        self._aligned = text.translate(_UNSPACED)
        self._starts: list[int] | None = None
        self.text = self._aligned.replace(" ", "")

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of some characters."""
        if self._starts is None:
            self._starts = [i for i, sign in enumerate(self._aligned) if sign != " "]
        last = self._starts[end - 1] + 1
        while last < len(self._original) and self._original[last] in _VOICING:
            last += 1
        return self._starts[start], last


def _unspaced(char: str) -> str:
    """Return the one sign that holds a character's place, a space if it is dropped."""
    if char in _STOPS:
        return "."
    if char in _COMMAS:
        return ","
    folded = _plain(char)
    if len(folded) != 1:
        return char
    return " " if folded.isspace() or _SILENT.match(char) or char == _GONE else folded


def _voiced(match: re.Match[str]) -> str:
    """Return a kana with its mark as one sign, and a space in the mark's place."""
    return unicodedata.normalize("NFKC", match[0])[:1] + " "


_UNSPACED = _Signs(_unspaced)
