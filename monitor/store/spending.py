"""What each collector has spent in each month, in millionths of a US dollar."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from monitor.store.schema import spending


def spent(conn: Connection, collector: str, month: str) -> int:
    """Return what is written down for a month such as 2026-11."""
    return _find(conn, collector, month) or 0


def add(conn: Connection, collector: str, month: str, micros: int) -> None:
    """Write down more, or, where less was spent than put aside, a negative sum."""
    before = _find(conn, collector, month)
    if before is None:
        row = {"collector": collector, "month": month, "micros": max(0, micros)}
        conn.execute(insert(spending).values(row))
        return
    conn.execute(
        update(spending)
        .where(spending.c.collector == collector)
        .where(spending.c.month == month)
        .values(micros=max(0, before + micros))
    )


def _find(conn: Connection, collector: str, month: str) -> int | None:
    return conn.execute(
        select(spending.c.micros)
        .where(spending.c.collector == collector)
        .where(spending.c.month == month)
    ).scalar()
