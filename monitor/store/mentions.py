"""Mentions: which brand a post names, and what reading it found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, case, select, update

from monitor.core.model import Label, Match, Post, Sentiment
from monitor.store import bulk, evidence, rowjson
from monitor.store.schema import mentions, posts

FAILURES_UNTIL_UNREADABLE = 5

_FOUND = ("query", "spans")
_SCORED = (
    "label",
    "lang",
    "score",
    "p_negative",
    "complaint",
    "severity",
    "intents",
    "why",
    "vader",
    "engine",
    "intensity",
    "p_positive",
    "reading",
    "score_failures",
)
_STATE = ("rev", "decided_rev", "removed")
# Values of _SCORED from `score` on, where nothing could read the text yet.
_UNREAD = (None, None, 0.0, 0, "[]", "[]", None, "", None, None, None, 0)
_OF_POSTS = (
    "SELECT post_id, brand, id, decided_rev, removed FROM mentions WHERE post_id IN"
)
_NEW = ("id", "post_id", "brand", *_FOUND, *_SCORED, "created_at", *_STATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A post with the brands it names and what reading it found.

    `sentiment` None means that it could not be scored yet; it is tried again. Brands
    in `by_brand` were taught to be read differently.
    """

    post: Post
    matches: tuple[Match, ...]
    sentiment: Sentiment | None
    by_brand: Mapping[str, Sentiment] = field(default_factory=dict)


class Stored(NamedTuple):
    """What is known of a mention in the database."""

    id: int
    decided_rev: int
    removed: bool


class Unscored(NamedTuple):
    """A mention whose text still has to be read."""

    mention_id: int
    title: str
    text: str
    lang: str
    rating: float | None
    rating_scale: float
    brand: str


@dataclass(slots=True, kw_only=True)
class Plan:
    """Gathers what a batch does to mentions; `write` does it in four statements."""

    moment: int
    decided: bool
    added: list[bulk.Row] = field(default_factory=list)
    rewritten: list[bulk.Row] = field(default_factory=list)
    returned: list[bulk.Row] = field(default_factory=list)
    removed: list[bulk.Row] = field(default_factory=list)

    def add(self, post_id: int, rev: int, found: Found) -> None:
        """Every match of a new post becomes a mention."""
        matches = found.matches
        for match in matches if len(matches) == 1 else _by_brand(found).values():
            self._add(post_id, rev, found, match)

    def change(
        self, post_id: int, rev: int, found: Found, known: Mapping[str, Stored]
    ) -> None:
        """The content is new: every mention is news, those no longer there too."""
        matches = _by_brand(found)
        for brand, match in matches.items():
            stored = known.get(brand)
            if stored is None:
                self._add(post_id, rev, found, match)
                continue
            decided_rev = rev if self.decided else stored.decided_rev
            scored = _score(found, brand)
            self.rewritten.append(
                (*_words(match), *scored, rev, decided_rev, False, stored.id)
            )
        for brand, stored in known.items():
            if brand not in matches and not stored.removed:
                decided_rev = rev if self.decided else stored.decided_rev
                self.removed.append((rev, decided_rev, True, stored.id))

    def keep(
        self, post_id: int, rev: int, found: Found, known: Mapping[str, Stored]
    ) -> None:
        """The content is known: only brands that are new to it are news."""
        for brand, match in _by_brand(found).items():
            stored = known.get(brand)
            if stored is None:
                self._add(post_id, rev, found, match)
            elif stored.removed:
                decided_rev = rev if self.decided else min(stored.decided_rev, rev - 1)
                self.returned.append(
                    (*_words(match), rev, decided_rev, False, stored.id)
                )

    def _add(self, post_id: int, rev: int, found: Found, match: Match) -> None:
        self.added.append(
            (
                post_id,
                match.brand,
                *_words(match),
                *_score(found, match.brand),
                self.moment,
                rev,
                rev if self.decided else 0,
                False,
            )
        )

    def write(self, conn: Connection) -> int:
        """Do it; return how many mentions there are more."""
        first = bulk.next_id(conn, mentions) if self.added else 0
        rows = [(number, *row) for number, row in enumerate(self.added, first)]
        bulk.insert(conn, mentions, _NEW, rows)
        bulk.update(conn, mentions, (*_FOUND, *_SCORED, *_STATE), self.rewritten)
        bulk.update(conn, mentions, (*_FOUND, *_STATE), self.returned)
        bulk.update(conn, mentions, _STATE, self.removed)
        return len(self.added) + len(self.returned)


def of_posts(conn: Connection, post_ids: Iterable[int]) -> dict[int, dict[str, Stored]]:
    """Return the mentions of posts, by post and brand."""
    stored: dict[int, dict[str, Stored]] = {}
    for post_id, brand, mention_id, decided_rev, removed in bulk.look_up(
        conn, _OF_POSTS, post_ids
    ):
        known = Stored(mention_id, decided_rev, bool(removed))
        stored.setdefault(post_id, {})[brand] = known
    return stored


def erase(conn: Connection, post_id: int, rev: int) -> None:
    """The post is gone: its mentions are no longer shown, nor anything quoted."""
    conn.execute(
        update(mentions)
        .where(mentions.c.post_id == post_id)
        .values(
            rev=case((mentions.c.removed, mentions.c.rev), else_=rev),
            removed=True,
            spans=[],
            why=[],
            reading=None,
        )
    )


def unscored(conn: Connection, limit: int) -> list[Unscored]:
    """Return mentions that nobody could read yet, those with fewest failures first."""
    rows = conn.execute(
        select(
            mentions.c.id,
            posts.c.title,
            posts.c.text,
            posts.c.lang,
            posts.c.rating,
            posts.c.rating_scale,
            mentions.c.brand,
        )
        .join(posts, posts.c.id == mentions.c.post_id)
        .where(mentions.c.label.is_(None))
        .where(~mentions.c.removed)
        .order_by(mentions.c.score_failures, mentions.c.id)
        .limit(limit)
    )
    return [Unscored(*row) for row in rows]


def set_sentiment(conn: Connection, mention_id: int, sentiment: Sentiment) -> None:
    """Write down what reading the text found."""
    conn.execute(
        update(mentions)
        .where(mentions.c.id == mention_id)
        .values(
            label=sentiment.label.value,
            lang=sentiment.lang,
            score=sentiment.score,
            p_negative=sentiment.p_negative,
            complaint=sentiment.complaint,
            severity=int(sentiment.severity),
            intents=list(sentiment.intents),
            why=list(sentiment.why),
            vader=sentiment.vader,
            engine=sentiment.engine,
            intensity=sentiment.intensity,
            p_positive=sentiment.p_positive,
            reading=evidence.to_text(sentiment),
        )
    )


def score_failed(conn: Connection, mention_id: int) -> None:
    """Count a failure; after five of them the text counts as unreadable."""
    failures = mentions.c.score_failures + 1
    last = failures >= FAILURES_UNTIL_UNREADABLE
    conn.execute(
        update(mentions)
        .where(mentions.c.id == mention_id)
        .values(
            score_failures=failures,
            label=case((last, Label.UNREADABLE.value), else_=mentions.c.label),
            engine=case((last, "failed"), else_=mentions.c.engine),
        )
    )


def _by_brand(found: Found) -> dict[str, Match]:
    matches: dict[str, Match] = {}
    for match in found.matches:
        matches.setdefault(match.brand, match)
    return matches


def _words(match: Match) -> tuple[Any, ...]:
    return match.query, rowjson.dumps(match.spans)


def _score(found: Found, brand: str) -> tuple[Any, ...]:
    seen = found.by_brand.get(brand, found.sentiment)
    if seen is None:
        return None, found.post.lang, *_UNREAD
    return (
        str(seen.label),
        seen.lang or found.post.lang,
        seen.score,
        seen.p_negative,
        seen.complaint,
        int(seen.severity),
        rowjson.dumps(seen.intents),
        rowjson.dumps(seen.why),
        seen.vader,
        seen.engine,
        seen.intensity,
        seen.p_positive,
        evidence.to_text(seen),
        0,
    )
