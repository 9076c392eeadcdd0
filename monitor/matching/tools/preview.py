"""What other queries would have found: kept, gained and lost against what is stored.

Posts are handed in one by one, so that a long history takes little memory. The
matcher is the one that collecting uses, so history is judged as new posts are.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Protocol

from monitor.core.model import searchable
from monitor.matching.look import Facts, Span
from monitor.matching.matcher import Matcher

SAMPLES = 5


class Before(Protocol):
    """A mention that is stored."""

    @property
    def query(self) -> str: ...
    @property
    def spans(self) -> Sequence[Span]: ...


class Past(Facts, Protocol):
    """A stored post with what is known of it for one brand."""

    @property
    def post_id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def published_at(self) -> datetime: ...
    @property
    def mention(self) -> Before | None: ...
    @property
    def verdict(self) -> str: ...


class Change(StrEnum):
    """What becomes of a post."""

    KEPT = "kept"
    GAINED = "gained"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One post that would be gained or lost; spans are in its searchable text."""

    post_id: int
    source: str
    published_at: datetime
    url: str
    text: str
    spans: tuple[Span, ...]
    query: str
    verdict: str


@dataclass(slots=True, kw_only=True)
class Sums:
    """How many posts were kept, gained and lost."""

    kept: int = 0
    gained: int = 0
    lost: int = 0

    def add(self, change: Change) -> None:
        """Count one more."""
        setattr(self, change.value, getattr(self, change.value) + 1)

    @property
    def present(self) -> int:
        """Return the mentions there are."""
        return self.kept + self.lost

    @property
    def proposed(self) -> int:
        """Return the mentions there would be."""
        return self.kept + self.gained


@dataclass(slots=True, kw_only=True)
class Verdicts:
    """Of the posts with one verdict: all, mentions now, mentions then."""

    marked: int = 0
    present: int = 0
    proposed: int = 0


@dataclass(slots=True, kw_only=True)
class Preview:
    """The comparison for one brand.

    `proposed` and `present` find that brand and no other; `stays` is the query of
    mentions that no query found (a collector is about the brand), which stay.
    """

    proposed: Matcher
    present: Matcher
    stays: str = ""
    samples: int = SAMPLES
    posts: int = 0
    whole: Sums = field(default_factory=Sums)
    cells: dict[tuple[str, str], Sums] = field(default_factory=dict)
    verdicts: dict[str, Verdicts] = field(default_factory=dict)
    found_by_present: int = 0
    _kept: dict[Change, list[tuple[int, int, Sample]]] = field(default_factory=dict)

    def add(self, post: Past) -> Change | None:
        """Compare one post; None if it neither is nor would be a mention."""
        self.posts += 1
        before = post.mention
        found = self.proposed.match(post.title, post.text, post)
        stays = before is not None and bool(self.stays) and before.query == self.stays
        change = _change(was=before is not None, will=bool(found) or stays)
        if post.verdict:
            self._judge(post.verdict, change)
        if change is None:
            return None
        self.whole.add(change)
        place = post.source, f"{post.published_at:%Y-%m}"
        self.cells.setdefault(place, Sums()).add(change)
        if change is Change.GAINED:
            spans, query = found[0].spans, found[0].query
            self._keep(change, post, spans, query)
            if self.present.match(post.title, post.text, post):
                self.found_by_present += 1
        elif change is Change.LOST and before is not None:
            self._keep(change, post, tuple(before.spans), before.query)
        return change

    def _judge(self, verdict: str, change: Change | None) -> None:
        sums = self.verdicts.setdefault(verdict, Verdicts())
        sums.marked += 1
        sums.present += change in (Change.KEPT, Change.LOST)
        sums.proposed += change in (Change.KEPT, Change.GAINED)

    def _keep(
        self, change: Change, post: Past, spans: tuple[Span, ...], query: str
    ) -> None:
        """Keep a few posts, as if drawn by lot, but the same ones each time."""
        if not self.samples:
            return
        heap = self._kept.setdefault(change, [])
        lot = -int.from_bytes(blake2b(b"%d" % post.post_id, digest_size=8).digest())
        if len(heap) == self.samples and lot <= heap[0][0]:
            return
        sample = Sample(
            post_id=post.post_id,
            source=post.source,
            published_at=post.published_at,
            url=post.url,
            text=searchable(post.title, post.text),
            spans=spans,
            query=query,
            verdict=post.verdict,
        )
        add = heapq.heappush if len(heap) < self.samples else heapq.heapreplace
        add(heap, (lot, post.post_id, sample))

    def sampled(self, change: Change) -> list[Sample]:
        """Return a few of the posts that were gained or lost, newest first."""
        kept = [sample for _, _, sample in self._kept.get(change, [])]
        return sorted(kept, key=lambda one: (one.published_at, one.post_id))[::-1]

    def by_source(self) -> Mapping[str, Sums]:
        """Return the sums of each network, the largest first."""
        return dict(sorted(self._by(0).items(), key=lambda one: -_size(one[1])))

    def by_month(self) -> Mapping[str, Sums]:
        """Return the sums of each month, in order."""
        return dict(sorted(self._by(1).items()))

    def _by(self, part: int) -> dict[str, Sums]:
        found: dict[str, Sums] = {}
        for place, sums in self.cells.items():
            total = found.setdefault(place[part], Sums())
            for change in Change:
                more = getattr(sums, change.value)
                setattr(total, change.value, getattr(total, change.value) + more)
        return found


def _change(*, was: bool, will: bool) -> Change | None:
    if was:
        return Change.KEPT if will else Change.LOST
    return Change.GAINED if will else None


def _size(sums: Sums) -> int:
    return sums.kept + sums.gained + sums.lost


def excerpt(
    text: str, spans: Sequence[Span], width: int = 160
) -> Iterator[tuple[str, bool]]:
    """Yield a piece of a text around its first place: words, and whether found.

    White space is one space; what is left out at an end is "…".
    """
    first = spans[0][0] if spans else 0
    begin = max(0, first - width // 3)
    if begin:
        space = text.find(" ", begin, first)
        begin = begin if space < 0 else space + 1
    end = min(len(text), begin + width)
    if begin:
        yield "…", False
    place = begin
    for start, stop in _apart(spans, begin, end):
        yield " ".join(text[place:start].split("\n")), False
        yield " ".join(text[start:stop].split("\n")), True
        place = stop
    yield " ".join(text[place:end].split("\n")), False
    if end < len(text):
        yield "…", False


def _apart(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    """Yield the places within a piece of text; of those that overlap the first."""
    reached = begin
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached and start < end:
            yield start, min(stop, end)
            reached = stop
