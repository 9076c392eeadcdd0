"""Copies: which posts were compared, which are copies of which, and by how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Select,
    case,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from alerts.facts import CopyFacts, OpenAlert
from alerts.grouping import NOBODY
from monitor.copies import Copy, Writing
from monitor.core.model import PostKind, searchable
from monitor.store import alerts as alert_rows
from monitor.store import bulk
from monitor.store.alerts import AlertRow
from monitor.store.schema import (
    about,
    alert_mentions,
    authors,
    copies,
    copy_alerts,
    mentions,
    posts,
    to_micros,
)

_UNTIL = "copies_until"
_STEP = 5_000
_WRITTEN = ("post_id", "copy_of", "why", "likeness", "found_at")
_FEEDS = frozenset({"rss"})


class Compared(NamedTuple):
    """A stored post as far as copies are concerned.

    `group` is its first post's id, its own if it is no copy.
    """

    writing: Writing
    group: int
    is_mention: bool


def until(conn: Connection) -> int | None:
    """Return the id of the last post that was compared; None: none ever was."""
    value = conn.execute(select(about.c.value).where(about.c.name == _UNTIL)).scalar()
    return None if value is None else min(int(value), last_post(conn))


def set_until(conn: Connection, post_id: int) -> None:
    """Note that every post up to this one has been compared."""
    changed = conn.execute(
        update(about).where(about.c.name == _UNTIL).values(value=str(post_id))
    )
    if not changed.rowcount:
        conn.execute(insert(about).values(name=_UNTIL, value=str(post_id)))


def last_post(conn: Connection) -> int:
    """Return the id of the newest post, 0 if there is none."""
    return int(conn.execute(select(func.max(posts.c.id))).scalar() or 0)


def last_before(conn: Connection, oldest: datetime) -> int:
    """Return the id behind which every post was first seen at `oldest` or later."""
    upper = last_post(conn)
    while upper > 0:
        found = conn.execute(
            select(func.max(posts.c.id))
            .where(posts.c.id > upper - _STEP)
            .where(posts.c.id <= upper)
            .where(posts.c.first_seen_at < oldest)
        ).scalar()
        if found is not None:
            return int(found)
        upper -= _STEP
    return 0


def after(conn: Connection, post_id: int, limit: int) -> list[Compared]:
    """Return the posts that come after one, in order."""
    query = _writings().where(posts.c.id > post_id).order_by(posts.c.id).limit(limit)
    return [_compared(row) for row in conn.execute(query)]


def between(conn: Connection, low: int, high: int, most: int) -> Iterator[Compared]:
    """Yield the newest posts with ids above `low`, up to `high`, in order."""
    start = max(low, high - most)
    while start < high:
        batch = [row for row in after(conn, start, _STEP) if row.writing.id <= high]
        if not batch:
            return
        yield from batch
        start = batch[-1].writing.id


def save(conn: Connection, found: Sequence[tuple[int, Copy]], *, now: datetime) -> None:
    """Write down which posts are copies."""
    moment = to_micros(now)
    rows = [
        (post_id, copy.of, str(copy.why), round(copy.likeness, 4), moment)
        for post_id, copy in found
    ]
    bulk.insert(conn, copies, _WRITTEN, rows)


def firsts(conn: Connection, post_ids: Sequence[int]) -> dict[int, int]:
    """Return the first posts of those of these posts that are copies."""
    sql = "SELECT post_id, copy_of FROM copies WHERE post_id IN"
    return dict(bulk.look_up(conn, sql, post_ids)) if post_ids else {}


# -- alerts -----------------------------------------------------------------


def gathered_in(conn: Connection, first: int, brand: str) -> OpenAlert | None:
    """Return the newest alert about a post or its copies, open or not."""
    alert_id = conn.execute(
        select(copy_alerts.c.alert_id)
        .where(copy_alerts.c.copy_of == first)
        .where(copy_alerts.c.brand == brand)
    ).scalar()
    if alert_id is None:
        alert_id = conn.execute(
            select(func.max(alert_mentions.c.alert_id))
            .join(mentions, mentions.c.id == alert_mentions.c.mention_id)
            .where(mentions.c.post_id == first)
            .where(mentions.c.brand == brand)
        ).scalar()
    return None if alert_id is None else _open(alert_rows.get(conn, alert_id))


def gather_in(conn: Connection, first: int, brand: str, alert_id: int) -> None:
    """Note where the next copies belong."""
    changed = conn.execute(
        update(copy_alerts)
        .where(copy_alerts.c.copy_of == first)
        .where(copy_alerts.c.brand == brand)
        .values(alert_id=alert_id)
    )
    if not changed.rowcount:
        conn.execute(
            insert(copy_alerts).values(copy_of=first, brand=brand, alert_id=alert_id)
        )


def _open(row: AlertRow) -> OpenAlert:
    return OpenAlert(
        id=row.id,
        key=row.key,
        group_key=row.group_key,
        severity=row.severity,
        rules=row.rules,
        state=row.state,
        mention_count=row.mention_count,
        last_at=row.last_at,
        opened_at=row.opened_at,
        storm_id=row.storm_id,
    )


# -- numbers ------------------------------------------------------------------


def of_alert(conn: Connection, alert: AlertRow) -> CopyFacts | None:
    """Count the copies of what an alert is about; None if there are none."""
    inside = (
        select(mentions.c.post_id)
        .join(alert_mentions, alert_mentions.c.mention_id == mentions.c.id)
        .where(alert_mentions.c.alert_id == alert.id)
    )
    groups = conn.execute(
        select(copies.c.copy_of)
        .where(or_(copies.c.post_id.in_(inside), copies.c.copy_of.in_(inside)))
        .distinct()
    ).scalars()
    found = list(groups)
    return tally(conn, found) if found else None


def tally(conn: Connection, groups: Sequence[int]) -> CopyFacts:
    """Count the posts of these groups that still stand, their voices and reach.

    A voice is a person: one handle is one person on every network. People whom a
    network does not name are one each. Followers are counted once for an account.
    """
    first = select(posts.c.id).where(posts.c.id.in_(groups))
    later = select(copies.c.post_id).where(copies.c.copy_of.in_(groups))
    members = first.union(later).subquery()
    standing = (
        select(posts.c.id, posts.c.author_id, _PERSON.label("person"))
        .select_from(posts.outerjoin(authors, authors.c.id == posts.c.author_id))
        .where(posts.c.id.in_(select(members.c[0])))
        .where(posts.c.deleted_at.is_(None))
        .subquery()
    )
    row = conn.execute(
        select(func.count(), func.count(func.distinct(standing.c.person)))
    ).one()
    accounts = select(standing.c.author_id)
    reach = conn.execute(
        select(func.sum(authors.c.followers)).where(authors.c.id.in_(accounts))
    ).scalar()
    return CopyFacts(
        copies=max(0, row[0] - 1),
        voices=row[1],
        reach=None if reach is None else int(reach),
    )


_HANDLE = func.lower(func.ltrim(func.coalesce(authors.c.handle, ""), "@"))
_IS_NAMED = func.lower(func.coalesce(authors.c.external_id, "")).not_in(NOBODY)
_PERSON = case(
    (_IS_NAMED & (_HANDLE != ""), literal("@").concat(_HANDLE)),
    (_IS_NAMED, literal("account ").concat(posts.c.author_id)),
    else_=literal("post ").concat(posts.c.id),
)


# -- rows -----------------------------------------------------------------------


def _writings() -> Select[Any]:
    return (
        select(
            posts.c.id,
            posts.c.source,
            posts.c.kind,
            posts.c.title,
            posts.c.text,
            posts.c.url,
            posts.c.first_seen_at,
            posts.c.deleted_at,
            authors.c.external_id.label("author"),
            authors.c.handle,
            func.coalesce(copies.c.copy_of, posts.c.id).label("group"),
            exists().where(mentions.c.post_id == posts.c.id).label("is_mention"),
        )
        .select_from(posts)
        .outerjoin(authors, authors.c.id == posts.c.author_id)
        .outerjoin(copies, copies.c.post_id == posts.c.id)
    )


def _compared(row: Any) -> Compared:
    is_gone = row.deleted_at is not None
    is_article = row.kind == PostKind.ARTICLE or row.source in _FEEDS
    is_named = (row.author or "").strip().casefold() not in NOBODY
    writing = Writing(
        id=row.id,
        source=row.source,
        text="" if is_gone else searchable(row.title, row.text),
        at=row.first_seen_at,
        author=row.author if is_named else "",
        handle=row.handle if is_named else "",
        page=row.url if is_article and not is_gone else "",
    )
    return Compared(writing, row.group, bool(row.is_mention))
