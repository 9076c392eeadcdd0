"""Collectors: where each is in its network, when it is due, how it has been doing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from monitor.core.errors import Recovery, StoreError
from monitor.store import rowjson
from monitor.store.schema import collectors, runs

MOST_CURSOR_BYTES = 4096
_MOST_WORDS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectorState:
    """What is remembered of a collector from run to run."""

    name: str
    cursor: Mapping[str, Any] | None
    next_due_at: datetime
    failures: int
    last_error: str
    recovery: str
    last_ok_at: datetime | None
    last_post_at: datetime | None
    settings_hash: str

    @property
    def needs_attention(self) -> bool:
        """Say whether a person has to do something before it can work again."""
        return self.recovery == Recovery.ATTENTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended. `error` is the name of an error class, or empty."""

    pages: int = 0
    fetched: int = 0
    new: int = 0
    mentions: int = 0
    quarantined: int = 0
    gap: bool = False
    error: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a collector. `finished_at` None: it is still running."""

    id: int
    collector: str
    started_at: datetime
    finished_at: datetime | None
    pages: int
    fetched: int
    new: int
    mentions: int
    quarantined: int
    gap: bool
    error: str
    message: str


def ensure(conn: Connection, name: str, *, due: datetime, settings_hash: str) -> None:
    """Make sure there is a row; new settings deserve a fresh start, at `due`."""
    row = get(conn, name)
    if row is None:
        conn.execute(
            insert(collectors).values(
                name=name, next_due_at=due, settings_hash=settings_hash
            )
        )
    elif row.settings_hash != settings_hash:
        _set(
            conn,
            name,
            settings_hash=settings_hash,
            failures=0,
            last_error="",
            recovery="",
            next_due_at=due,
        )


def get(conn: Connection, name: str) -> CollectorState | None:
    """Return what is remembered of a collector, if anything is."""
    row = conn.execute(select(collectors).where(collectors.c.name == name)).first()
    return None if row is None else CollectorState(**row._asdict())


def states(
    conn: Connection, names: Iterable[str] | None = None
) -> list[CollectorState]:
    """Return the collectors that have a row, the longest due first."""
    query = select(collectors).order_by(collectors.c.next_due_at, collectors.c.name)
    if names is not None:
        query = query.where(collectors.c.name.in_(list(names)))
    return [CollectorState(**row._asdict()) for row in conn.execute(query)]


def due(conn: Connection, now: datetime, names: Iterable[str]) -> list[CollectorState]:
    """Return which of these collectors should run now, the longest due first."""
    return [state for state in states(conn, names) if state.next_due_at <= now]


def cursor(conn: Connection, name: str) -> Mapping[str, Any] | None:
    """Return where a collector goes on; None for one that has not begun."""
    row = conn.execute(select(collectors.c.cursor).where(collectors.c.name == name))
    found: Mapping[str, Any] | None = row.scalar()
    return found


def save_cursor(conn: Connection, name: str, value: Mapping[str, Any]) -> None:
    """Remember where to go on. A page's posts are saved in the same transaction."""
    plain = dict(value)
    size = len(rowjson.dumps(plain).encode("utf-8", "surrogatepass"))
    if size >= MOST_CURSOR_BYTES:
        raise StoreError(
            f"cursor of collector {name!r} has {size} bytes; a cursor has to stay "
            f"under {MOST_CURSOR_BYTES}: report this as a fault of its source"
        )
    if _set(conn, name, cursor=plain) != 1:
        raise StoreError(f"unknown collector {name!r}: its cursor cannot be saved")


def succeeded(
    conn: Connection,
    name: str,
    *,
    now: datetime,
    next_due: datetime,
    last_post_at: datetime | None,
) -> None:
    """A run came to its end."""
    values: dict[str, Any] = {}
    before = get(conn, name)
    newest = before.last_post_at if before is not None else None
    if last_post_at is not None and (newest is None or last_post_at > newest):
        values["last_post_at"] = last_post_at
    _set(
        conn,
        name,
        next_due_at=next_due,
        failures=0,
        last_error="",
        recovery="",
        last_ok_at=now,
        **values,
    )


def failed(  # noqa: PLR0913 - each is a column of its own
    conn: Connection,
    name: str,
    *,
    now: datetime,
    next_due: datetime,
    error: str,
    recovery: Recovery | str,
) -> None:
    """A run failed; one more in a row. It is not due again before now."""
    _set(
        conn,
        name,
        next_due_at=max(next_due, now),
        failures=collectors.c.failures + 1,
        last_error=error[:_MOST_WORDS],
        recovery=str(recovery),
    )


def reschedule(conn: Connection, name: str, next_due: datetime) -> None:
    """Change when a collector runs next; nothing else happened."""
    _set(conn, name, next_due_at=next_due)


def start_run(conn: Connection, name: str, *, now: datetime) -> int:
    """Write down that a run begins; return its id."""
    result = conn.execute(insert(runs).values(collector=name, started_at=now))
    return int((result.inserted_primary_key or (0,))[0])


def finish_run(
    conn: Connection, run_id: int, *, now: datetime, outcome: Outcome
) -> None:
    """Write down how a run ended."""
    conn.execute(
        update(runs)
        .where(runs.c.id == run_id)
        .values(
            finished_at=now,
            pages=outcome.pages,
            fetched=outcome.fetched,
            new=outcome.new,
            mentions=outcome.mentions,
            quarantined=outcome.quarantined,
            gap=outcome.gap,
            error=outcome.error[:64],
            message=outcome.message[:_MOST_WORDS],
        )
    )


def recent_runs(conn: Connection, name: str, limit: int = 20) -> list[Run]:
    """Return a collector's runs, newest first."""
    rows = conn.execute(
        select(runs)
        .where(runs.c.collector == name)
        .order_by(runs.c.started_at.desc(), runs.c.id.desc())
        .limit(limit)
    )
    return [Run(**row._asdict()) for row in rows]


def mark_crashed(conn: Connection, *, now: datetime) -> int:
    """At start-up: runs that never ended died with the program. Return how many."""
    result = conn.execute(
        update(runs)
        .where(runs.c.finished_at.is_(None))
        .values(
            finished_at=now,
            error="crashed",
            message="the program ended during this run; nothing saved was lost",
        )
    )
    return result.rowcount


def _set(conn: Connection, name: str, **values: Any) -> int:
    changed = update(collectors).where(collectors.c.name == name).values(**values)
    return conn.execute(changed).rowcount
