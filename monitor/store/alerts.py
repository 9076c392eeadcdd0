"""Alerts: what deserves attention, and which mentions are in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, or_, select, update

from alerts.facts import MentionFacts, OpenAlert
from monitor.core.model import AlertState, Reason, Severity
from monitor.store.schema import alert_mentions, alerts

SINGLE = "single"
STORM = "storm"
OPS = "ops"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlert:
    """An alert about to be written."""

    key: str
    kind: str
    brand: str
    group_key: str
    rules: tuple[str, ...]
    receivers: tuple[str, ...]
    severity: Severity
    state: AlertState = AlertState.OPEN
    muted_by: str = ""
    note: str = ""
    storm_id: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """An alert as it is stored."""

    id: int
    key: str
    kind: str
    brand: str
    group_key: str
    rules: tuple[str, ...]
    receivers: tuple[str, ...]
    state: AlertState
    severity: Severity
    note: str
    opened_at: datetime
    last_at: datetime
    mention_count: int
    storm_id: int | None


def of_mentions(conn: Connection, ids: Sequence[int]) -> dict[int, OpenAlert]:
    """Return the alerts that hold these mentions, and what they have seen of them."""
    found = conn.execute(
        select(
            alerts,
            alert_mentions.c.mention_id,
            alert_mentions.c.rev,
            alert_mentions.c.reason,
        )
        .join(alert_mentions, alert_mentions.c.alert_id == alerts.c.id)
        .where(alert_mentions.c.mention_id.in_(ids))
        .order_by(alerts.c.id)
    ).all()
    return {
        row.mention_id: replace(
            _open(conn, row), seen_rev=row.rev, resolved=row.reason == Reason.RESOLVED
        )
        for row in found
    }


def groups_in_use(
    conn: Connection, groups: Sequence[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Return which of these (brand, group key) have an alert that is not closed."""
    found = conn.execute(
        select(alerts.c.brand, alerts.c.group_key)
        .where(alerts.c.group_key.in_({key for _brand, key in groups}))
        .where(alerts.c.state != AlertState.CLOSED)
        .where(alerts.c.kind == SINGLE)
    )
    return {(row.brand, row.group_key) for row in found}


def of_group(conn: Connection, brand: str, group_key: str) -> OpenAlert | None:
    """Return the newest open alert of a group (one author's posts on a brand)."""
    row = conn.execute(
        select(alerts)
        .where(alerts.c.group_key == group_key)
        .where(alerts.c.state != AlertState.CLOSED)
        .where(alerts.c.brand == brand)
        .where(alerts.c.kind == SINGLE)
        .order_by(alerts.c.id.desc())
    ).first()
    return _open(conn, row) if row else None


def get(conn: Connection, alert_id: int) -> AlertRow:
    """Return an alert."""
    return _alert(conn.execute(select(alerts).where(alerts.c.id == alert_id)).one())


def latest_storm(conn: Connection, brand: str) -> AlertRow | None:
    """Return a brand's newest storm, open or closed."""
    row = conn.execute(
        select(alerts)
        .where(alerts.c.kind == STORM)
        .where(alerts.c.brand == brand)
        .order_by(alerts.c.id.desc())
    ).first()
    return _alert(row) if row else None


def open_storms(conn: Connection) -> list[AlertRow]:
    """Return every storm that has not been closed."""
    found = conn.execute(
        select(alerts)
        .where(alerts.c.kind == STORM)
        .where(alerts.c.state == AlertState.OPEN)
    )
    return [_alert(row) for row in found]


def open_trouble(conn: Connection, what: str) -> AlertRow | None:
    """Return the ops alert about something that has not been closed."""
    row = conn.execute(
        select(alerts)
        .where(alerts.c.kind == OPS)
        .where(alerts.c.group_key == what)
        .where(alerts.c.state == AlertState.OPEN)
    ).first()
    return _alert(row) if row else None


def opened_since(
    conn: Connection, brand: str, since: datetime, *, limit: int
) -> list[datetime]:
    """Return when a brand's newest alerts were opened, at most `limit` of them."""
    found = conn.execute(
        select(alerts.c.opened_at)
        .where(alerts.c.brand == brand)
        .where(alerts.c.kind == SINGLE)
        .where(alerts.c.opened_at > since)
        .order_by(alerts.c.opened_at.desc())
        .limit(limit)
    )
    return [row.opened_at for row in found]


def opened_between(
    conn: Connection, brand: str, spans: Sequence[tuple[datetime, datetime]]
) -> int:
    """Count a brand's alerts opened in any of these spans."""
    inside = [
        and_(alerts.c.opened_at >= start, alerts.c.opened_at < end)
        for start, end in spans
    ]
    return int(
        conn.execute(
            select(func.count())
            .select_from(alerts)
            .where(alerts.c.brand == brand)
            .where(alerts.c.kind == SINGLE)
            .where(or_(*inside))
        ).scalar_one()
    )


def sent_alone_since(conn: Connection, brand: str, since: datetime) -> int:
    """Count a brand's alerts that were sent singly since then."""
    query = (
        select(func.count())
        .select_from(alerts)
        .where(alerts.c.brand == brand)
        .where(alerts.c.kind == SINGLE)
        .where(alerts.c.state != AlertState.MUTED)
        .where(alerts.c.storm_id.is_(None))
        .where(alerts.c.opened_at > since)
    )
    return int(conn.execute(query).scalar_one())


def create(conn: Connection, new: NewAlert, *, now: datetime) -> int:
    """Write an alert and return its id."""
    result = conn.execute(
        insert(alerts).values(
            key=new.key,
            kind=new.kind,
            brand=new.brand,
            group_key=new.group_key,
            rules=list(new.rules),
            receivers=list(new.receivers),
            state=new.state,
            severity=int(new.severity),
            muted_by=new.muted_by,
            note=new.note,
            opened_at=now,
            last_at=now,
            mention_count=new.count,
            storm_id=new.storm_id,
        )
    )
    key = result.inserted_primary_key
    return int(key[0]) if key is not None else 0


def attach(  # noqa: PLR0913 - the columns of one row
    conn: Connection,
    alert_id: int,
    facts: MentionFacts,
    reason: Reason,
    *,
    why: Sequence[str],
    vip: bool,
    now: datetime,
) -> bool:
    """Put a mention (or its new revision) into an alert; True if it is new there."""
    values = {
        "rev": facts.rev,
        "reason": str(reason),
        "why": list(why),
        "vip": vip,
        "added_at": now,
    }
    here = and_(
        alert_mentions.c.alert_id == alert_id,
        alert_mentions.c.mention_id == facts.mention_id,
    )
    # The first mention of a new alert cannot be there yet.
    if reason is not Reason.FIRST:
        changed = conn.execute(update(alert_mentions).where(here).values(**values))
        if changed.rowcount:
            return False
    conn.execute(
        insert(alert_mentions).values(
            alert_id=alert_id, mention_id=facts.mention_id, **values
        )
    )
    return True


def touch(
    conn: Connection, alert_id: int, *, now: datetime, severity: Severity, more: int
) -> None:
    """Something happened to an alert: count, time, and the worst severity so far."""
    worst = func.max if conn.dialect.name == "sqlite" else func.greatest
    conn.execute(
        update(alerts)
        .where(alerts.c.id == alert_id)
        .values(
            last_at=now,
            mention_count=alerts.c.mention_count + more,
            severity=worst(alerts.c.severity, int(severity)),
        )
    )


def reopen(conn: Connection, alert_id: int) -> None:
    """It is not over after all."""
    conn.execute(
        update(alerts)
        .where(alerts.c.id == alert_id)
        .values(state=AlertState.OPEN, closed_at=None)
    )


def close(
    conn: Connection, alert_id: int, *, now: datetime, note: str | None = None
) -> None:
    """Nothing is left to do about an alert; `note` is an ops alert's last word."""
    values: dict[str, Any] = {"state": AlertState.CLOSED, "closed_at": now}
    if note is not None:
        values["note"] = note
    conn.execute(update(alerts).where(alerts.c.id == alert_id).values(**values))


def _open(conn: Connection, row: Row[Any]) -> OpenAlert:
    return OpenAlert(
        id=row.id,
        key=row.key,
        group_key=row.group_key,
        severity=Severity(row.severity),
        rules=tuple(row.rules),
        state=AlertState(row.state),
        mention_count=_standing(conn, row.id),
        last_at=row.last_at,
        opened_at=row.opened_at,
        storm_id=row.storm_id,
    )


def _standing(conn: Connection, alert_id: int) -> int:
    """Count an alert's mentions that are not resolved."""
    return int(
        conn.execute(
            select(func.count())
            .select_from(alert_mentions)
            .where(alert_mentions.c.alert_id == alert_id)
            .where(alert_mentions.c.reason != Reason.RESOLVED)
        ).scalar_one()
    )


def _alert(row: Row[Any]) -> AlertRow:
    return AlertRow(
        id=row.id,
        key=row.key,
        kind=row.kind,
        brand=row.brand,
        group_key=row.group_key,
        rules=tuple(row.rules),
        receivers=tuple(row.receivers),
        state=AlertState(row.state),
        severity=Severity(row.severity),
        note=row.note,
        opened_at=row.opened_at,
        last_at=row.last_at,
        mention_count=row.mention_count,
        storm_id=row.storm_id,
    )
