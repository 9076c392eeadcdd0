"""Silences that people have set; those of the configuration are not here."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from alerts.facts import SilenceFacts
from monitor.store.schema import silences


def active(conn: Connection, now: datetime) -> tuple[SilenceFacts, ...]:
    """Return the silences that hold now, the one that ends first in front."""
    rows = conn.execute(
        select(silences)
        .where(silences.c.until_at > now)
        .order_by(silences.c.until_at, silences.c.id)
    )
    return tuple(_facts(row) for row in rows)


def add(conn: Connection, silence: SilenceFacts, *, now: datetime) -> int:
    """Write down a silence; return its id (the one given is not used)."""
    result = conn.execute(
        insert(silences).values(
            brand=silence.brand,
            rule=silence.rule,
            author=silence.author,
            until_at=silence.until,
            reason=silence.reason,
            created_by=silence.by,
            created_at=now,
        )
    )
    return int((result.inserted_primary_key or (0,))[0])


def end(conn: Connection, silence_id: int, *, now: datetime) -> bool:
    """Let a silence end now; False if there was none that still held."""
    result = conn.execute(
        update(silences)
        .where(silences.c.id == silence_id)
        .where(silences.c.until_at > now)
        .values(until_at=now)
    )
    return result.rowcount == 1


def _facts(
    row: Row[tuple[int, str, str, str, datetime, str, str, datetime]],
) -> SilenceFacts:
    return SilenceFacts(
        id=row.id,
        brand=row.brand,
        rule=row.rule,
        author=row.author,
        until=row.until_at,
        reason=row.reason,
        by=row.created_by,
    )
