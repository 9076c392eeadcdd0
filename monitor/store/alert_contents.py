"""What is in an alert, read for the words that are sent about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from alerts.facts import AlertEntry, AuthorHistory, MentionFacts
from monitor.core.model import Label, Reason, Severity
from monitor.store.alerts import STORM, AlertRow
from monitor.store.judging import facts_query, mention_facts
from monitor.store.schema import alert_mentions, alerts, mentions, posts

_IN_ALERT = (
    alert_mentions.c.why.label("fired"),
    alert_mentions.c.vip,
    alert_mentions.c.reason.label("placed"),
)


def contents(
    conn: Connection, alert: AlertRow, limit: int
) -> list[AlertEntry]:
    """Return an alert's mentions, worst first, with why the rules fired.

    A storm holds the mentions of every alert that was counted into it.
    """
    if alert.kind == STORM:
        members = select(alerts.c.id).where(alerts.c.storm_id == alert.id)
        mine: Any = alert_mentions.c.alert_id.in_(members)
    else:
        mine = alert_mentions.c.alert_id == alert.id
    query = (
        facts_query()
        .add_columns(*_IN_ALERT)
        .join(alert_mentions, alert_mentions.c.mention_id == mentions.c.id)
        .where(mine)
        .order_by(mentions.c.severity.desc(), mentions.c.id.desc())
        .limit(limit)
    )
    return [_entry(row) for row in conn.execute(query)]


def onemention_facts(
    conn: Connection, alert_id: int, mention_id: int
) -> AlertEntry | None:
    """Return one mention of an alert, as `contents` does."""
    row = conn.execute(
        facts_query()
        .add_columns(*_IN_ALERT)
        .join(alert_mentions, alert_mentions.c.mention_id == mentions.c.id)
        .where(alert_mentions.c.alert_id == alert_id)
        .where(mentions.c.id == mention_id)
    ).first()
    return _entry(row) if row else None


def author_counts(conn: Connection, alert: AlertRow) -> tuple[int, int]:
    """Return how many mentions an alert holds, and of how many authors."""
    members = select(alerts.c.id).where(alerts.c.storm_id == alert.id)
    mine: Any = (
        alert_mentions.c.alert_id.in_(members)
        if alert.kind == STORM
        else alert_mentions.c.alert_id == alert.id
    )
    row = conn.execute(
        select(
            func.count(func.distinct(mentions.c.id)),
            func.count(func.distinct(posts.c.author_id)),
        )
        .select_from(
            alert_mentions.join(mentions, mentions.c.id == alert_mentions.c.mention_id)
            .join(posts, posts.c.id == mentions.c.post_id)
        )
        .where(mine)
    ).one()
    return row[0], row[1]


def author_history(
    conn: Connection, author_id: int, brand: str, before: MentionFacts
) -> Row[Any] | None:
    """Return what an author said of a brand before: total, negative, last_at."""
    row = conn.execute(
        select(
            func.count().label("total"),
            func.sum(
                (mentions.c.label == Label.NEGATIVE).cast(mentions.c.rev.type)
            ).label("negative"),
            func.max(posts.c.published_at).label("last_at"),
        )
        .join(posts, posts.c.id == mentions.c.post_id)
        .where(posts.c.author_id == author_id)
        .where(mentions.c.brand == brand)
        .where(mentions.c.removed.is_(False))
        .where(mentions.c.id != before.mention_id)
        .where(posts.c.published_at <= before.published_at)
    ).one()
    return row if row.total else None


def _entry(row: Row[Any]) -> AlertEntry:
    return AlertEntry(
        mention=mention_facts(row),
        why=tuple(row.fired),
        vip=bool(row.vip),
        resolved=row.placed == Reason.RESOLVED,
    )
