"""Posts in, mentions with scores out: the part of the flow without a database write.

The gate cleans or refuses a post, the matcher finds brands, what the store has
unchanged is left alone, and only what is left is read by the scorer.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from monitor.core.crash import crash_point
from monitor.core.errors import PoisonError
from monitor.core.gate import accept
from monitor.core.model import Match, Post, Sentiment
from monitor.matching import Matcher
from monitor.pipeline.teaching_desk import TeachingDesk
from monitor.scoring import Scorer
from monitor.scoring.base import Asked, asked_of
from monitor.store import posts as post_rows
from monitor.store.db import Store
from monitor.store.posts import Found
from sources.base import Poison

log = logging.getLogger(__name__)

EVERYTHING = "everything from this collector"
"""What stands in place of the query where a collector is about one brand."""


class Text(Protocol):
    """What a scorer reads: a post, or a stored row of one."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def rating_scale(self) -> float: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one batch came to, ready to be saved in one transaction."""

    found: tuple[Found, ...]
    poison: tuple[Poison, ...]
    fetched: int


@dataclass(slots=True, kw_only=True)
class Intake:
    """Cleans, matches and scores. Shared by all collectors; holds no state.

    `keep_unmatched` also keeps posts that name no brand (the `import` command
    does: what a person hands in is not thrown away). `gated` says that whoever
    hands posts in has had them through the gate already. `about` is a brand that
    every post is about, named or not (reviews of one's own app seldom name it).
    `teaching` knows what people said of posts like these, brand by brand. `vips` are
    important authors, in small letters and without @.
    """

    store: Store
    matcher: Matcher
    scorer: Scorer
    keep_unmatched: bool = False
    gated: bool = False
    about: str = ""
    teaching: TeachingDesk | None = None
    vips: frozenset[str] = frozenset()

    def prepare(self, posts: Iterable[Post], *, now: datetime) -> Batch:
        """Clean, match and score a batch."""
        clean, poison = (list(posts), []) if self.gated else _gate(posts, now)
        crash_point("normalise")
        found = self._find(clean)
        if self.teaching is not None:
            found = self.teaching.adjust(found, self._asked)
        return Batch(
            found=tuple(found),
            poison=tuple(poison),
            fetched=len(clean) + len(poison),
        )

    def _find(self, clean: list[Post]) -> list[Found]:
        with self.store.read() as conn:
            known = post_rows.known(conn, clean)
        # One stage after the other for the whole batch: each has its own tables,
        # and going to and fro between them costs as much as the work itself.
        matched = [() if post.deleted else self._match(post) for post in clean]
        kept = [
            (post, matches, known.get((post.source, post.external_id)))
            for post, matches in zip(clean, matched, strict=True)
            if matches
            or self.keep_unmatched
            or (post.source, post.external_id) in known
        ]
        read = iter(
            self._read(
                [
                    post
                    for post, matches, before in kept
                    if _is_read(post, matches, before)
                ]
            )
        )
        return [
            Found(
                post=post,
                matches=matches,
                sentiment=next(read) if _is_read(post, matches, before) else None,
            )
            for post, matches, before in kept
        ]

    def _read(self, posts: list[Post]) -> list[Sentiment | None]:
        """Read many posts at once; if that fails, one by one."""
        asked = [self._asked(post) for post in posts]
        try:
            read: list[object] = list(self.scorer.score_many(asked))
        except Exception:
            log.exception("scoring a batch failed: trying one by one")
            return [score(self.scorer, post) for post in posts]
        if len(read) != len(posts):
            return [score(self.scorer, post) for post in posts]
        return [each if isinstance(each, Sentiment) else None for each in read]

    def _asked(self, post: Post) -> Asked:
        return asked_of(post, vip=is_named(post, self.vips))

    def _match(self, post: Post) -> tuple[Match, ...]:
        matches = self.matcher.match(post.title, post.text, post)
        if not self.about or any(match.brand == self.about for match in matches):
            return matches
        return (*matches, Match(brand=self.about, query=EVERYTHING, spans=()))


def is_named(post: Post, names: frozenset[str]) -> bool:
    """Tell whether the author is one of `names`: handle, `source:handle`, or id."""
    author = post.author
    if author is None or not names:
        return False
    handle = author.handle.removeprefix("@").lower()
    forms = {handle, f"{post.source}:{handle}", author.external_id.lower()} - {""}
    return not names.isdisjoint(forms)


def _is_read(
    post: Post, matches: tuple[Match, ...], before: tuple[int, int, int] | None
) -> bool:
    """Tell whether a post has to be read (again)."""
    return bool(matches) and not _is_same(post, before)


def _is_same(post: Post, before: tuple[int, int, int] | None) -> bool:
    """Tell whether a post is stored already, as it is."""
    return before is not None and before[1] == post_rows.content_hash(post)


def _gate(posts: Iterable[Post], now: datetime) -> tuple[list[Post], list[Poison]]:
    clean: list[Post] = []
    poison: list[Poison] = []
    for post in posts:
        try:
            clean.append(accept(post, now=now))
        except PoisonError as exc:
            poison.append(Poison(raw=repr(post)[:4096], reason=str(exc)))
    return clean, poison


def score(scorer: Scorer, text: Text) -> Sentiment | None:
    """Score a text; None if the scorer failed, and it will be tried again."""
    try:
        result = scorer.score(
            text.title,
            text.text,
            lang=text.lang,
            rating=text.rating,
            rating_scale=text.rating_scale,
        )
    except Exception:
        # A scorer is replaceable and may do anything; a mention is never lost by it.
        log.exception("scoring failed")
        return None
    read: object = result
    return read if isinstance(read, Sentiment) else None
