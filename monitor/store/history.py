"""Stored posts as the matcher saw them, oldest row first, never all of them in memory.

A post that is matched again must get the same answer as when it came. What fields ask
about is therefore put together here, once, from the row: whatever reads history for
matching reads it through `read`. Two things are those of today and not of then: an
author's name and followers, of whom there is one row however many posts, and the
language, where the network named none and the reader of the text found one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from monitor.core.model import UNKNOWN_AUTHOR_ID, Author
from monitor.store.schema import authors, marks, mentions, posts

BATCH = 1_000
_ONE_POST_AUTHOR = "post:"
_MONTH = timedelta(days=30)
_COLUMNS = (
    "id",
    "external_id",
    "source",
    "kind",
    "title",
    "text",
    "url",
    "author_id",
    "published_at",
    "lang",
    "rating",
    "rating_scale",
    "in_reply_to",
    "extra",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """What is stored of a brand in a post: the query that found it, and where."""

    query: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPost:
    """A stored post, with all that a query can ask of it.

    `mention` and `verdict` (us, not_us or "") are those of the brand asked for.
    """

    post_id: int
    external_id: str
    source: str
    kind: str
    title: str
    text: str
    url: str
    author: Author | None
    published_at: datetime
    lang: str
    rating: float | None
    rating_scale: float
    in_reply_to: str
    extra: Mapping[str, Any] = field(default_factory=dict)
    mention: Mentioned | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How many mentions came in how many days."""

    mentions: int
    days: float

    @property
    def a_month(self) -> float:
        """Return mentions in thirty days."""
        return self.mentions * _MONTH.days / self.days if self.days else 0.0


def read(
    conn: Connection,
    *,
    brand: str = "",
    since: datetime | None = None,
    only_marked: bool = False,
) -> Iterator[StoredPost]:
    """Yield the stored posts, in the order they came; deleted ones are left out."""
    wanted = _rows(brand).where(*_alive(since))
    if only_marked:
        wanted = wanted.where(marks.c.verdict.is_not(None))
    last = 0
    while True:
        batch = conn.execute(
            wanted.where(posts.c.id > last).order_by(posts.c.id).limit(BATCH)
        ).all()
        yield from map(_post, batch)
        if len(batch) < BATCH:
            return
        last = batch[-1].id


def count(conn: Connection, since: datetime | None = None) -> int:
    """Return how many posts `read` yields."""
    total = select(func.count()).select_from(posts).where(*_alive(since))
    return int(conn.execute(total).scalar_one())


def volume(
    conn: Connection, brand: str, source: str, *, now: datetime, days: int = 90
) -> Volume:
    """Return how many mentions of a brand a network brought lately.

    By when they were written: an import brings months at once. The days begin with
    the first of them, at most `days` ago, so that a collector which is new does not
    look cheap; less than a day counts as one.
    """
    found = conn.execute(
        select(func.count(), func.min(posts.c.published_at))
        .select_from(mentions.join(posts, posts.c.id == mentions.c.post_id))
        .where(
            mentions.c.brand == brand,
            ~mentions.c.removed,
            posts.c.source == source,
            posts.c.published_at >= now - timedelta(days=days),
        )
    ).one()
    number, first = found
    if not number:
        return Volume(mentions=0, days=0.0)
    return Volume(mentions=number, days=max(1.0, (now - first) / timedelta(days=1)))


def sources(conn: Connection) -> frozenset[str]:
    """Return the networks that any stored post came from."""
    return frozenset(conn.execute(select(posts.c.source).distinct()).scalars())


def brands(conn: Connection) -> list[str]:
    """Return every brand that has a mention or a mark."""
    named = select(mentions.c.brand).union(select(marks.c.brand))
    return sorted(conn.execute(named).scalars())


def _alive(since: datetime | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [posts.c.deleted_at.is_(None)]
    if since is not None:
        found.append(posts.c.published_at >= since)
    return found


def _rows(brand: str) -> Any:
    mentioned = and_(
        mentions.c.post_id == posts.c.id,
        mentions.c.brand == brand,
        ~mentions.c.removed,
    )
    marked = and_(marks.c.post_id == posts.c.id, marks.c.brand == brand)
    return (
        select(
            *(posts.c[name] for name in _COLUMNS),
            authors.c.external_id.label("author_external_id"),
            authors.c.handle,
            authors.c.name,
            authors.c.url.label("author_url"),
            authors.c.followers,
            mentions.c.query,
            mentions.c.spans,
            marks.c.verdict,
        )
        .outerjoin(authors, authors.c.id == posts.c.author_id)
        .outerjoin(mentions, mentioned)
        .outerjoin(marks, marked)
    )


def _post(row: Any) -> StoredPost:
    return StoredPost(
        post_id=row.id,
        external_id=row.external_id,
        source=row.source,
        kind=row.kind,
        title=row.title,
        text=row.text,
        url=row.url,
        author=_author(row),
        published_at=row.published_at,
        lang=row.lang,
        rating=row.rating,
        rating_scale=row.rating_scale,
        in_reply_to=row.in_reply_to,
        extra=row.extra,
        mention=_mention(row),
        verdict=row.verdict or "",
    )


def _author(row: Any) -> Author | None:
    if row.author_id is None:
        return None
    # A person without an id of the network is kept under that of the post.
    of_this_post = row.author_external_id == f"{_ONE_POST_AUTHOR}{row.external_id}"
    return Author(
        external_id=UNKNOWN_AUTHOR_ID if of_this_post else row.author_external_id,
        handle=row.handle,
        name=row.name,
        url=row.author_url,
        followers=row.followers,
    )


def _mention(row: Any) -> Mentioned | None:
    if row.query is None:
        return None
    spans = tuple((int(start), int(end)) for start, end in row.spans)
    return Mentioned(query=row.query, spans=spans)
