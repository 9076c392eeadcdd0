"""One text being looked at: its forms, where its words are, what was found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from monitor.core.model import Author
from monitor.core.text import fold
from monitor.matching.variants import simplified
from monitor.matching.view import ANYWHERE, KINDS, MARK, view_places

Span = tuple[int, int]
"""Start and end of a place, in characters of the view (or of the original text)."""

MAX_SPANS = 1_000
"""Places looked at of one leaf; a text that repeats a name for ever has no more."""

MAX_CANDIDATES = 2_000
"""Hits of one special leaf that are looked at more closely."""

_WORD = re.compile(r"\w+")


class Facts(Protocol):
    """What fields ask about: a post, or a stored row of one."""

    @property
    def source(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def author(self) -> Author | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def rating_scale(self) -> float: ...
    @property
    def in_reply_to(self) -> str: ...
    @property
    def extra(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """Facts about a text of which nothing else is known."""

    source: str = ""
    url: str = ""
    author: Author | None = None
    kind: str = "post"
    lang: str = ""
    rating: float | None = None
    rating_scale: float = 5.0
    in_reply_to: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


NOTHING_KNOWN = Nothing()

Language = Callable[[str, str], str]
"""Tells the language of a text; the second is what the network says, or nothing."""

Finding = Callable[[Sequence[Span], "Look"], list[Span]]
"""Says which of the hits of a special leaf's probes are places, and how long."""


@dataclass(slots=True, kw_only=True)
class Look:
    """A post and what the automata found in it, by number of leaf."""

    title: str
    original: str
    folded: str
    seen: str
    post: Facts
    language: Language
    hits: Mapping[int, Sequence[Span]]
    finders: Mapping[int, Finding]
    _places: dict[int, list[Span]] = field(default_factory=dict)
    _origin: Sequence[int] | None = None
    _words: list[int] | None = None
    _simple: str | None = None
    _lang: str | None = None

    def places(self, number: int) -> Sequence[Span]:
        """Return where a leaf stands, in the view."""
        hits = self.hits.get(number)
        if not hits:
            return ()
        finder = self.finders.get(number)
        if finder is None:
            return hits
        known = self._places.get(number)
        if known is None:
            found = finder(hits[:MAX_CANDIDATES], self)
            known = self._places[number] = sorted(set(found))
        return known

    @property
    def simple(self) -> str:
        """Return the view with each Chinese character in its simplified form."""
        if self._simple is None:
            self._simple = simplified(self.seen)
        return self._simple

    def lang(self) -> str:
        """Return the language of the text, worked out once."""
        if self._lang is None:
            self._lang = self.language(self.original, self.post.lang)
        return self._lang

    def words_between(self, end: int, start: int) -> int:
        """Count the words that begin between two places of the view."""
        if self._words is None:
            self._words = word_starts(self.seen)
        return bisect_left(self._words, start) - bisect_left(self._words, end)

    @property
    def origin(self) -> Sequence[int]:
        """Tell where each character of the view stands in the original."""
        if self._origin is None:
            self._origin = view_places(self.original, self.folded, self.seen)
        return self._origin

    def in_original(self, span: Span) -> Span:
        """Return where a place stands in the original, without invisible trailers."""
        start, end = span
        origin = self.origin
        if isinstance(origin, range):
            return span  # each character is in its own place
        first, last = origin[start], max(origin[end], origin[end - 1] + 1)
        while last - 1 > first and not fold(self.original[last - 1]).strip():
            last -= 1
        return first, last

    def in_view(self, start: int, end: int) -> Span:
        """Return where a place of the original stands in the view."""
        origin = self.origin
        return bisect_left(origin, start), bisect_left(origin, end)


def word_starts(seen: str) -> list[int]:
    """Return where words begin: each Han, Kana or Thai letter is a word of its own."""
    if seen.isascii():
        return [word.start() for word in _WORD.finditer(seen)]
    starts: list[int] = []
    within = False
    for place, kind in enumerate(map(KINDS.__getitem__, seen)):
        alone = bool(kind & ANYWHERE)
        if (alone and not kind & MARK) or (kind and not alone and not within):
            starts.append(place)
        within = bool(kind) and not alone
    return starts
