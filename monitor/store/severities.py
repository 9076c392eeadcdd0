"""Stored mentions as severity sees them: everything but the words."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Text, cast, func, select

from monitor.core.model import Label, Severity
from monitor.store import evidence, rowjson
from monitor.store.evidence import Reading
from monitor.store.schema import authors, mentions, posts

BATCH = 2_000


class JudgedRow(NamedTuple):
    """One mention that was read, its post and its author.

    `intensity` is None if it was read by a version that kept less.
    """

    mention_id: int
    post_id: int
    rev: int
    brand: str
    label: Label
    lang: str
    p_negative: float | None
    complaint: float
    severity: Severity
    intents: tuple[str, ...]
    intensity: float | None
    reading: Reading
    source: str
    external_id: str
    published_at: datetime
    rating: float | None
    rating_scale: float
    metrics: Mapping[str, int]
    author_id: int | None
    author_external_id: str
    author_handle: str
    author_followers: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What to show of a post."""

    title: str
    text: str
    url: str


_COLUMNS = (
    mentions.c.id,
    mentions.c.post_id,
    mentions.c.rev,
    mentions.c.brand,
    mentions.c.label,
    mentions.c.lang,
    mentions.c.p_negative,
    mentions.c.complaint,
    mentions.c.severity,
    cast(mentions.c.intents, Text),
    mentions.c.intensity,
    mentions.c.reading,
    posts.c.source,
    posts.c.external_id,
    posts.c.published_at,
    posts.c.rating,
    posts.c.rating_scale,
    cast(posts.c.metrics, Text),
    posts.c.author_id,
    func.coalesce(authors.c.external_id, ""),
    func.coalesce(authors.c.handle, ""),
    authors.c.followers,
)
_LABEL, _SEVERITY, _INTENTS, _READING, _METRICS = 4, 8, 9, 11, 17
_LABELS = {label.value: label for label in Label}
_SEVERITIES = tuple(Severity)
_NONE: Mapping[str, int] = {}


def judged(
    conn: Connection, *, since: datetime | None = None, brand: str = ""
) -> Iterator[JudgedRow]:
    """Yield the mentions that were read and still stand, in the order they came."""
    wanted = _rows().where(*_standing(since, brand))
    last = 0
    while True:
        batch = conn.execute(
            wanted.where(mentions.c.id > last).order_by(mentions.c.id).limit(BATCH)
        ).all()
        yield from map(_judged, batch)
        if len(batch) < BATCH:
            return
        last = batch[-1][0]


def count(conn: Connection, *, since: datetime | None = None, brand: str = "") -> int:
    """Return how many mentions `judged` yields."""
    total = (
        select(func.count())
        .select_from(mentions.join(posts, posts.c.id == mentions.c.post_id))
        .where(*_standing(since, brand))
    )
    return int(conn.execute(total).scalar_one())


def of_mention(conn: Connection, mention_id: int) -> list[JudgedRow]:
    """Return a mention, as a list of one; nothing if it is not there or not read."""
    return _some(conn, mentions.c.id == mention_id)


def of_post(conn: Connection, post_id: int) -> list[JudgedRow]:
    """Return what a post was read as, for every brand in it."""
    return _some(conn, mentions.c.post_id == post_id)


def words(conn: Connection, post_ids: Sequence[int]) -> dict[int, Words]:
    """Return what these posts say."""
    wanted = select(posts.c.id, posts.c.title, posts.c.text, posts.c.url)
    rows = conn.execute(wanted.where(posts.c.id.in_(post_ids)))
    return {
        post_id: Words(title=title, text=text, url=url)
        for post_id, title, text, url in rows
    }


def _some(conn: Connection, which: ColumnElement[bool]) -> list[JudgedRow]:
    wanted = _rows().where(which, *_standing(None, "")).order_by(mentions.c.id)
    return [_judged(row) for row in conn.execute(wanted)]


def _rows() -> Select[Any]:
    return (
        select(*_COLUMNS)
        .select_from(mentions)
        .join(posts, posts.c.id == mentions.c.post_id)
        .outerjoin(authors, authors.c.id == posts.c.author_id)
    )


def _standing(since: datetime | None, brand: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        mentions.c.label.is_not(None),
        ~mentions.c.removed,
        posts.c.deleted_at.is_(None),
    ]
    if since is not None:
        found.append(posts.c.published_at >= since)
    if brand:
        found.append(mentions.c.brand == brand)
    return found


def _judged(row: Any) -> JudgedRow:
    values = list(row)
    values[_LABEL] = _LABELS[values[_LABEL]]
    values[_SEVERITY] = _SEVERITIES[values[_SEVERITY]]
    values[_INTENTS] = _intents(values[_INTENTS])
    values[_READING] = evidence.from_text(values[_READING])
    values[_METRICS] = (
        rowjson.loads(values[_METRICS]) if values[_METRICS] != "{}" else _NONE
    )
    return JudgedRow._make(values)


@functools.lru_cache(maxsize=4096)
def _intents(text: str) -> tuple[str, ...]:
    """Read a column that has the same few values again and again."""
    return tuple(rowjson.loads(text))
