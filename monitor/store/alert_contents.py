"""What is in an alert, read for the words that are sent about it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, select

from alerts.facts import AlertEntry, AuthorHistory, MentionFacts
from monitor.core.model import Label, Reason, Severity, searchable
from monitor.store.alerts import STORM, AlertRow
from monitor.store.judging import facts_query, mention_facts
from monitor.store.schema import alert_mentions, alerts, mentions, posts

_MOST_HISTORY = 100
_EXCERPT = 300
_JOINED = alert_mentions.join(
    mentions, mentions.c.id == alert_mentions.c.mention_id
).join(posts, posts.c.id == mentions.c.post_id)
_IN_ALERT = (
    alert_mentions.c.why.label("fired"),
    alert_mentions.c.vip,
    alert_mentions.c.reason.label("placed"),
)


def contents(conn: Connection, alert: AlertRow, limit: int) -> list[AlertEntry]:
    """Return an alert's mentions, worst and most upset first, with why the rules fired.

    A storm holds the mentions of every alert that was counted into it.
    """
    query = (
        facts_query()
        .add_columns(*_IN_ALERT)
        .join(alert_mentions, alert_mentions.c.mention_id == mentions.c.id)
        .where(_mine(alert))
        .order_by(
            mentions.c.severity.desc(),
            func.coalesce(mentions.c.intensity, 0.0).desc(),
            mentions.c.id.desc(),
        )
        .limit(limit)
    )
    return [_entry(row) for row in conn.execute(query)]


def one_mention(conn: Connection, alert_id: int, mention_id: int) -> AlertEntry | None:
    """Return one mention of an alert."""
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
    # Authors nobody knows count one each: by their post.
    author = func.coalesce(posts.c.author_id, -posts.c.id)
    row = conn.execute(
        select(func.count(), func.count(func.distinct(author)))
        .select_from(_JOINED)
        .where(_mine(alert))
    ).one()
    return row[0], row[1]


def source_counts(conn: Connection, alert: AlertRow) -> tuple[tuple[str, int], ...]:
    """Count an alert's mentions by network, most first."""
    found = conn.execute(
        select(posts.c.source, func.count().label("n"))
        .select_from(_JOINED)
        .where(_mine(alert))
        .group_by(posts.c.source)
        .order_by(func.count().desc(), posts.c.source)
    )
    return tuple((row.source, row.n) for row in found)


def severity_counts(
    conn: Connection, alert: AlertRow
) -> tuple[tuple[Severity, int], ...]:
    """Count an alert's mentions by severity, worst first."""
    found = conn.execute(
        select(mentions.c.severity, func.count().label("n"))
        .select_from(_JOINED)
        .where(_mine(alert))
        .group_by(mentions.c.severity)
        .order_by(mentions.c.severity.desc())
    )
    return tuple((Severity(row.severity), row.n) for row in found)


def author_history(
    conn: Connection, alert_id: int, mention: MentionFacts, *, since: timedelta
) -> AuthorHistory | None:
    """Return what a mention's author said of the brand before, outside the alert."""
    if mention.author_id is None:
        return None
    inside = select(alert_mentions.c.mention_id).where(
        alert_mentions.c.alert_id == alert_id
    )
    earlier = (
        select(mentions.c.label, posts.c.published_at, posts.c.title, posts.c.text)
        .join(posts, posts.c.id == mentions.c.post_id)
        .where(posts.c.author_id == mention.author_id)
        .where(mentions.c.brand == mention.brand)
        .where(mentions.c.removed.is_(False))
        .where(mentions.c.id.not_in(inside))
        .where(posts.c.published_at <= mention.published_at)
        .where(posts.c.published_at >= mention.published_at - since)
        .order_by(posts.c.published_at.desc())
        .limit(_MOST_HISTORY)
    )
    rows = conn.execute(earlier).all()
    if not rows:
        return None
    return AuthorHistory(
        mentions=len(rows),
        negative=sum(row.label == Label.NEGATIVE for row in rows),
        last_at=rows[0].published_at,
        last_excerpt=searchable(rows[0].title, rows[0].text)[:_EXCERPT],
        days=since.days,
    )


def _mine(alert: AlertRow) -> Any:
    """Select an alert's own mentions, or those of all alerts counted into a storm."""
    if alert.kind == STORM:
        members = select(alerts.c.id).where(alerts.c.storm_id == alert.id)
        return alert_mentions.c.alert_id.in_(members)
    return alert_mentions.c.alert_id == alert.id


def _entry(row: Row[Any]) -> AlertEntry:
    return AlertEntry(
        mention=mention_facts(row),
        why=tuple(row.fired),
        vip=bool(row.vip),
        resolved=row.placed == Reason.RESOLVED,
    )
