"""A text as the encoder takes it: pieces of words, each with its place.

Words are cleaned one by one and remembered, so most words of a feed cost one look-up.
Addresses are left out and handles become `@user`: who is spoken to says nothing of
how. Emoji, which the encoder does not know, become an English word each. Capitals of
whole words are made small and letters that are dragged out are cut short.
"""

from __future__ import annotations

import re
import threading
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.core.text import canonical
from monitor.scoring.emoji import WORD
from monitor.scoring.lookalikes import unmask
from monitor.scoring.segmenter import Segmenter

MOST_PIECES = 256
"""Pieces that are read; of a longer text the beginning and the end."""

_LONGEST = 20_000
_LONGEST_PART = 1_000
_KNOWN_WORDS = 25_000
_LONGEST_KNOWN = 24
_WORDS = re.compile(r"\S+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\bhttps?\b|\S+@\S+\.\w+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@])@\w+")
_DRAGGED = re.compile(r"([^\W\d])\1{2,}")
_SIGN = re.compile(f"[{re.escape(''.join(WORD))}]")

Piece = tuple[int, int, int]
"""Id, and where it begins and ends in its word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Ids of the pieces of a text, and the characters that each stands for."""

    ids: array[int]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.ids)


class Cutter:
    """Cuts texts into pieces; remembers words. Safe to share between threads."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._sizes = array("B", map(len, segmenter.pieces))
        self._known: dict[str, tuple[Piece, ...]] = {}
        self._lock = threading.Lock()

    def cut(self, text: str) -> Pieces:
        """Return the pieces of a text, with places in it as it stands."""
        ids, starts, ends = array("q"), array("q"), array("q")
        for begin, word in _words(text):
            for piece, start, end in self._word(word):
                ids.append(piece)
                starts.append(begin + start)
                ends.append(begin + end)
        if len(ids) > MOST_PIECES:
            half = MOST_PIECES // 2
            ids, starts, ends = (a[:half] + a[-half:] for a in (ids, starts, ends))
        return Pieces(ids=ids, starts=starts, ends=ends)

    def _word(self, word: str) -> tuple[Piece, ...]:
        found = self._known.get(word)
        if found is None:
            found = tuple(self._cut(word))
            if len(word) <= _LONGEST_KNOWN:
                with self._lock:
                    if len(self._known) >= _KNOWN_WORDS:
                        self._known.clear()
                    self._known[word] = found
        return found

    def _cut_ends(self, word: str) -> Iterable[Piece]:
        """Cut the beginning and the end of a very long word: more is not read."""
        yield from self._cut(word[:_LONGEST_PART])
        moved = len(word) - _LONGEST_PART
        for piece, start, end in self._cut(word[moved:]):
            yield piece, moved + start, moved + end

    def _cut(self, word: str) -> Iterable[Piece]:
        if len(word) > 2 * _LONGEST_PART:
            yield from self._cut_ends(word)
            return
        clean = _clean(word)
        if not clean:
            return
        parts = [(part, self._segmenter.cut(part)) for part in clean.split()]
        exact = list(self._exact(word, parts)) if len(clean) == len(word) else []
        if len(exact) == sum(len(ids) for _, ids in parts):
            yield from exact
        else:
            yield from ((piece, 0, len(word)) for _, ids in parts for piece in ids)

    def _exact(
        self, word: str, parts: Iterable[tuple[str, list[int]]]
    ) -> Iterable[Piece]:
        """Yield the pieces with their places as long as these are certain."""
        place = 0
        for part, ids in parts:
            place = word.find(part, place)
            sizes = [self._sizes[piece] or 1 for piece in ids]
            sizes[0] -= 1  # the mark of the word's beginning
            if place < 0 or sum(sizes) != len(part):
                return
            for piece, size in zip(ids, sizes, strict=True):
                yield piece, place, place + size
                place += size


def _words(text: str) -> Iterable[tuple[int, str]]:
    """Yield the words and their places; of long texts the beginning and the end."""
    if len(text) <= _LONGEST:
        return ((m.start(), m.group()) for m in _WORDS.finditer(text))
    half = _LONGEST // 2
    parts = ((0, text[:half]), (len(text) - half, text[-half:]))
    return ((b + m.start(), m.group()) for b, p in parts for m in _WORDS.finditer(p))


def _clean(word: str) -> str:
    """Return a word as the encoder should see it; it may become several, or none."""
    word = unmask(canonical(word))
    if ":" in word or "." in word or word.lower().startswith("http"):
        word = _ADDRESS.sub("", word)
    if "@" in word:
        word = _HANDLE.sub("@user", word)
    if not word.isascii():
        word = _SIGN.sub(lambda sign: f" {WORD[sign[0]]} ", word)
    if len(word) > 3 and word.isupper():
        word = word.lower()
    return _DRAGGED.sub(r"\1\1", word)
