"""What is kept no longer than it is needed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists, select

from monitor.store import bulk, people, search
from monitor.store.schema import (
    alert_mentions,
    deliveries,
    mentions,
    posts,
    quarantine,
    runs,
)

BATCH = 1000


def purge(
    conn: Connection, *, now: datetime, keep: timedelta, limit: int = BATCH
) -> int:
    """Delete posts that are older than `keep` and were never part of an alert.

    Both the post and our knowing of it are older. Old runs and quarantined items
    go too. Returns how many posts went; call it again while it returns `limit`.
    """
    oldest = now - keep
    conn.execute(delete(runs).where(runs.c.finished_at < oldest))
    conn.execute(delete(quarantine).where(quarantine.c.seen_at < oldest))
    alerted = (
        exists()
        .where(mentions.c.post_id == posts.c.id)
        .where(
            exists().where(alert_mentions.c.mention_id == mentions.c.id)
            | exists().where(deliveries.c.mention_id == mentions.c.id)
        )
    )
    old = conn.execute(
        select(posts.c.id, posts.c.author_id)
        .where(posts.c.published_at < oldest)
        .where(posts.c.first_seen_at < oldest)
        .where(~alerted)
        .order_by(posts.c.published_at)
        .limit(limit)
    ).all()
    _delete(conn, [row.id for row in old])
    people.forget(conn, {row.author_id for row in old if row.author_id is not None})
    return len(old)


def _delete(conn: Connection, post_ids: list[int]) -> None:
    search.unindex(conn, post_ids)
    for chunk in bulk.chunks(post_ids):
        conn.execute(delete(mentions).where(mentions.c.post_id.in_(chunk)))
        conn.execute(delete(posts).where(posts.c.id.in_(chunk)))
