"""Which earlier post a post is a copy of, and why; bounded in time and number.

Every new post is compared with the first post of each group, never with the other
copies: a group does not drift from one text to another. What is compared in full
is little: posts that share a page, a whole text, or several prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import NamedTuple

from monitor.copies import likeness
from monitor.copies.cleaning import clean
from monitor.copies.grams import LONGEST, Grams, measure
from monitor.copies.likeness import Why
from monitor.copies.postings import Postings
from monitor.copies.urls import canonical_url

__all__ = ["Copy", "CopyIndex", "Limits", "Why", "Writing"]

_BATCH = 200
_MOST_CANDIDATES = 6
_MOST_HOLDERS = 12
_FEWEST_HITS = 2
_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is remembered."""

    window: timedelta = timedelta(days=14)
    posts: int = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A post, as far as copies are concerned.

    `author` is the id on the network, empty for people the network does not name.
    `page` is the address of what the post *is*, for articles only: comments under
    one page share its address and are no copies of each other.
    """

    id: int
    source: str
    text: str
    at: datetime
    author: str = ""
    handle: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """Of which first post a post is a copy, why, and how alike they are (0 to 1)."""

    of: int
    why: Why
    likeness: float = 1.0


class _Author(NamedTuple):
    """Who wrote a post."""

    source: str
    id: str
    handle: str

    def names(self) -> tuple[str, ...]:
        """Return the names by which the same person is known again."""
        handle = self.handle.strip().removeprefix("@").casefold()
        by_id = (f"{self.source}:{self.id}",) if self.id else ()
        return (*by_id, f"@{handle}") if handle else by_id


@dataclass(slots=True, eq=False)
class _Text:
    """A post, made ready to be compared. Also what is remembered of it."""

    id: int
    group: int
    seen_at: datetime
    by: _Author
    page: str
    exact: tuple[int, ...]
    numbers: frozenset[str]
    weight: int
    grams: Grams
    prints: tuple[int, ...]
    keys: tuple[int, ...]

    @property
    def is_comparable(self) -> bool:
        """Tell whether a copy of it could be known for one."""
        return bool(self.page or self.exact or self.keys)


@dataclass(slots=True)
class CopyIndex:
    """Remembers first posts and finds them again. Not for several threads at once."""

    limits: Limits = field(default_factory=Limits)
    # The least lately seen comes first.
    _texts: dict[int, _Text] = field(default_factory=dict)
    _by_page: dict[str, _Text] = field(default_factory=dict)
    _by_text: dict[int, _Text] = field(default_factory=dict)
    _by_key: Postings[_Text] = field(default_factory=lambda: Postings(_MOST_HOLDERS))

    def __len__(self) -> int:
        return len(self._texts)

    def find(self, writings: Iterable[Writing]) -> list[Copy | None]:
        """Look posts up in the order in which they came, and remember them.

        None: nothing like it is known, so it is the first of its kind. Looking up a
        post that is remembered already gives the same answer again.
        """
        return [self._find(text) for text in _ready(writings)]

    def remember(self, known: Iterable[tuple[Writing, int]]) -> None:
        """Take in posts of an earlier life, oldest first, with their first post's id.

        Of a group only its first post that is still there is needed, and when the
        group was last seen.
        """
        rows = iter(known)
        firsts: dict[int, _Text] = {}
        while batch := list(islice(rows, _BATCH)):
            texts = _prepared([writing for writing, _group in batch])
            for text, (_writing, group) in zip(texts, batch, strict=True):
                first = firsts.get(group)
                if first is not None and first.id in self._texts:
                    self._touch(first, text.seen_at)
                elif text.is_comparable:
                    text.group = group
                    firsts[group] = text
                    self._keep(text)

    def _find(self, text: _Text) -> Copy | None:
        if text.id in self._texts or not text.is_comparable:
            return None
        self._forget(text.seen_at)
        found = self._same(text) or self._alike(text)
        if found is None:
            self._keep(text)
            return None
        first, why, degree = found
        self._touch(first, text.seen_at)
        if text.weight < likeness.ABOUT_AS_LONG * first.weight and not text.page:
            # The bare text after a quote of it: what comes may be like either.
            text.group = first.group
            self._keep(text)
        return Copy(first.group, why, degree)

    def _same(self, text: _Text) -> tuple[_Text, Why, float] | None:
        if text.page and (first := self._by_page.get(text.page)) is not None:
            return first, Why.URL, 1.0
        for key in text.exact:
            if (first := self._by_text.get(key)) is not None:
                return first, Why.TEXT, 1.0
        return None

    def _alike(self, text: _Text) -> tuple[_Text, Why, float] | None:
        hits = self._by_key.holders(text.prints)
        if len(hits) < _FEWEST_HITS:
            return None
        likely = [
            (count, first)
            for first, count in Counter(hits).items()
            if count >= _FEWEST_HITS and count >= _SHARE * len(first.keys)
        ]
        likely.sort(key=_count_of, reverse=True)
        for _count, first in likely[:_MOST_CANDIDATES]:
            found = _compare(first, text)
            if found is not None:
                return first, *found
        return None

    def _keep(self, text: _Text) -> None:
        self._texts[text.id] = text
        if text.page:
            self._by_page.setdefault(text.page, text)
        for key in text.exact:
            self._by_text.setdefault(key, text)
        self._by_key.add(text.keys, text)
        text.prints = ()
        if len(self._texts) > self.limits.posts:
            self._drop(next(iter(self._texts.values())))

    def _touch(self, first: _Text, at: datetime) -> None:
        first.seen_at = max(at, first.seen_at)
        self._texts[first.id] = self._texts.pop(first.id)

    def _forget(self, now: datetime) -> None:
        oldest = now - self.limits.window
        while self._texts:
            first = next(iter(self._texts.values()))
            if first.seen_at >= oldest:
                return
            self._drop(first)

    def _drop(self, text: _Text) -> None:
        del self._texts[text.id]
        if self._by_page.get(text.page) is text:
            del self._by_page[text.page]
        for key in text.exact:
            if self._by_text.get(key) is text:
                del self._by_text[key]
        self._by_key.remove(text.keys, text)


def _count_of(pair: tuple[int, _Text]) -> int:
    return pair[0]


def _compare(first: _Text, text: _Text) -> tuple[Why, float] | None:
    least = min(first.weight, text.weight)
    if least < likeness.NEAR_OF_OTHERS and (
        least < likeness.NEAR_OF_ONE
        or set(first.by.names()).isdisjoint(text.by.names())
    ):
        return None
    if likeness.are_two_cases(first.numbers, text.numbers):
        return None
    return likeness.compare(first.grams, text.grams)


def _ready(writings: Iterable[Writing]) -> Iterator[_Text]:
    rows = iter(writings)
    while batch := list(islice(rows, _BATCH)):
        yield from _prepared(batch)


def _prepared(batch: Sequence[Writing]) -> Iterator[_Text]:
    cleaned = [clean(writing.text) for writing in batch]
    measured = measure([text[:LONGEST] for text in cleaned])
    for writing, text, found in zip(batch, cleaned, measured, strict=True):
        by = _Author(writing.source, writing.author, writing.handle)
        is_long_enough = found.units >= likeness.NEAR_OF_ONE
        yield _Text(
            id=writing.id,
            group=writing.id,
            seen_at=writing.at,
            by=by,
            page=canonical_url(writing.page) if writing.page else "",
            exact=_exact(text, found.units, by),
            numbers=likeness.long_numbers(text),
            weight=found.units,
            grams=found.grams,
            prints=found.prints if is_long_enough else (),
            keys=found.keys if is_long_enough else (),
        )


def _exact(text: str, size: int, by: _Author) -> tuple[int, ...]:
    """Return hashes under which an equal text is found: by anybody, or by whom."""
    if size >= likeness.EXACT_ELSEWHERE:
        return (hash(text),)
    if size < likeness.EXACT_OF_ONE:
        return ()
    of_author = tuple(hash((text, person)) for person in by.names())
    if size >= likeness.EXACT_NEAR_BY:
        return (hash((text, by.source)), *of_author)
    return of_author
