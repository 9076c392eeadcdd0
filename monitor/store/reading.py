"""Reading mentions for exports: one snapshot, never all of it in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, bindparam, func, or_, select
from sqlalchemy.sql import ColumnElement

from alerts.facts import CopyFacts
from monitor.core.clock import Clock
from monitor.core.errors import MonitorError
from monitor.core.model import Label, Severity
from monitor.store import copies as copy_rows
from monitor.store import evidence
from monitor.store.evidence import Reading
from monitor.store.schema import (
    alert_mentions,
    alerts,
    authors,
    copies,
    mentions,
    posts,
)

BATCH = 500
IDS_AT_ONCE = 10_000
GONE = "gone"
"""What stands for a first post that is not kept any more."""


class Readable(Protocol):
    """Gives connections with one read transaction each; the store is one."""

    @property
    def clock(self) -> Clock:
        """Return what tells the time."""

    def read(self) -> AbstractContextManager[Connection]:
        """Open a read transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which mentions to read. What is empty or None does not filter.

    `since` is the first instant of publication that is kept, `until` the first
    that is not. A language is a code such as `en`, and includes `en-gb`.
    """

    brands: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    labels: tuple[Label, ...] = ()
    min_severity: Severity | None = None
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, at in (("since", self.since), ("until", self.until)):
            if at is not None and at.utcoffset() is None:
                raise MonitorError(
                    f"{name} {at.isoformat()!r} has no time zone; "
                    f"write {at.isoformat() + 'Z'!r} for UTC"
                )
        if self.since and self.until and self.since >= self.until:
            raise MonitorError(
                f"since {self.since.isoformat()!r} is not before until "
                f"{self.until.isoformat()!r}; nothing can lie between: swap them"
            )


class MentionRow(NamedTuple):
    """One mention with its post, author and the latest alert it is in."""

    mention_id: int
    brand: str
    query: str
    source: str
    kind: str
    published_at: datetime
    precision: str
    first_seen_at: datetime
    author_id: str | None
    author_handle: str | None
    author_name: str | None
    author_url: str | None
    author_followers: int | None
    title: str
    text: str
    url: str
    language: str
    label: str | None
    score: float | None
    p_negative: float | None
    complaint: float
    severity: int
    intents: Sequence[str]
    why: Sequence[str]
    vader: float | None
    rating: float | None
    rating_scale: float
    metrics: Mapping[str, Any]
    in_reply_to: str
    edited_at: datetime | None
    post_id: str
    collector: str
    alert_key: str | None
    alert_state: str | None
    spans: Sequence[Sequence[int]]
    post_rev: int
    mention_rev: int
    intensity: float | None
    p_positive: float | None
    reading: Reading
    # `source:post_id` of the first post, the group's posts beside it, their authors.
    copy_of: str
    copies: int
    voices: int
    reach: int | None


class _Group(NamedTuple):
    """Which group a mention's post is in, as far as its own row says."""

    number: int | None
    is_copy: bool
    source: str | None
    external_id: str | None


_LANGUAGE: ColumnElement[str] = func.coalesce(
    func.nullif(mentions.c.lang, ""), posts.c.lang
)

# A post that is no copy has a group if others are copies of it.
_OWN_GROUP = (
    select(func.max(copies.c.copy_of))
    .where(copies.c.copy_of == posts.c.id)
    .correlate(posts)
    .scalar_subquery()
)

_LATEST_ALERT = (
    select(func.max(alert_mentions.c.alert_id))
    .where(alert_mentions.c.mention_id == mentions.c.id)
    .correlate(mentions)
    .scalar_subquery()
)

_first = posts.alias("first_post")
_GROUP = (
    func.coalesce(copies.c.copy_of, _OWN_GROUP),
    copies.c.copy_of.is_not(None),
    _first.c.source,
    _first.c.external_id,
)

# In the order of MentionRow, without what is counted. The last is still text.
_COLUMNS = (
    mentions.c.id,
    mentions.c.brand,
    mentions.c.query,
    posts.c.source,
    posts.c.kind,
    posts.c.published_at,
    posts.c.precision,
    posts.c.first_seen_at,
    authors.c.external_id,
    authors.c.handle,
    authors.c.name,
    authors.c.url,
    authors.c.followers,
    posts.c.title,
    posts.c.text,
    posts.c.url,
    _LANGUAGE,
    mentions.c.label,
    mentions.c.score,
    mentions.c.p_negative,
    mentions.c.complaint,
    mentions.c.severity,
    mentions.c.intents,
    mentions.c.why,
    mentions.c.vader,
    posts.c.rating,
    posts.c.rating_scale,
    posts.c.metrics,
    posts.c.in_reply_to,
    posts.c.edited_at,
    posts.c.external_id,
    posts.c.collector,
    alerts.c.key,
    alerts.c.state,
    mentions.c.spans,
    posts.c.rev,
    mentions.c.rev,
    mentions.c.intensity,
    mentions.c.p_positive,
    mentions.c.reading,
)


def find_mentions(connection: Connection, filters: Filters) -> array[int]:
    """Return the ids of the mentions that pass, in the order they were found.

    Deleted posts and mentions that an edit took away are left out. Ids first,
    rows later: sorting whole rows could need as much memory as all of them.
    """
    statement = (
        select(mentions.c.id)
        .select_from(mentions.join(posts, posts.c.id == mentions.c.post_id))
        .where(*_conditions(filters))
        .order_by(mentions.c.id)
    )
    options = {"yield_per": IDS_AT_ONCE}
    found = connection.execute(statement, execution_options=options)
    return array("q", found.scalars())


def read_mentions(connection: Connection, ids: Sequence[int]) -> Iterator[MentionRow]:
    """Yield mentions by their ids, a batch at a time, in rising order of id.

    In the same transaction as `find_mentions` all of them are still there.
    """
    counted: dict[int, CopyFacts] = {}
    for start in range(0, len(ids), BATCH):
        batch = list(ids[start : start + BATCH])
        for row in connection.execute(_ROWS, {"ids": batch}).all():
            *own, found = row[: -len(_GROUP)]
            group = _Group._make(row[-len(_GROUP) :])
            number = group.number
            if number is not None and number not in counted:
                counted[number] = copy_rows.tally(connection, [number])
            of_group = _of_group(row.followers, group, counted)
            yield MentionRow._make((*own, evidence.from_text(found), *of_group))


def _of_group(
    followers: int | None, group: _Group, counted: Mapping[int, CopyFacts]
) -> tuple[str, int, int, int | None]:
    """Return the last columns: of a post without copies, what it is alone."""
    if group.number is None:
        return "", 0, 1, followers
    facts = counted[group.number]
    first = f"{group.source}:{group.external_id}" if group.source else GONE
    return first if group.is_copy else "", facts.copies, facts.voices, facts.reach


_ROWS = (
    select(*_COLUMNS, *_GROUP)
    .select_from(
        mentions.join(posts, posts.c.id == mentions.c.post_id)
        .outerjoin(authors, authors.c.id == posts.c.author_id)
        .outerjoin(alerts, alerts.c.id == _LATEST_ALERT)
        .outerjoin(copies, copies.c.post_id == posts.c.id)
        .outerjoin(_first, _first.c.id == copies.c.copy_of)
    )
    .where(mentions.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(mentions.c.id)
)


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        mentions.c.removed.is_(False),
        posts.c.deleted_at.is_(None),
    ]
    if filters.brands:
        found.append(mentions.c.brand.in_(filters.brands))
    if filters.sources:
        found.append(posts.c.source.in_(filters.sources))
    if filters.since is not None:
        found.append(posts.c.published_at >= filters.since)
    if filters.until is not None:
        found.append(posts.c.published_at < filters.until)
    if filters.labels:
        found.append(mentions.c.label.in_([str(label) for label in filters.labels]))
    if filters.min_severity is not None:
        found.append(mentions.c.severity >= int(filters.min_severity))
    if filters.languages:
        found.append(or_(*map(_speaks, filters.languages)))
    return found


def _speaks(language: str) -> ColumnElement[bool]:
    code = language.strip().lower().replace("_", "-")
    spoken = func.replace(func.lower(_LANGUAGE), "_", "-")
    return or_(spoken == code, spoken.startswith(f"{code}-", autoescape=True))
