"""PostgreSQL through psycopg 3: the same promises as the file gives.

Writers take one advisory lock per schema for the length of a transaction, so
they follow each other as they do with SQLite's BEGIN IMMEDIATE.
"""

from __future__ import annotations

import importlib.util
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool, QueuePool

from monitor.core.errors import StoreError
from monitor.store import rowjson
from monitor.store.place import Place
from monitor.store.schema import metadata
from monitor.store.sqlite import APPLICATION

# hashtext(current_schema()): two programs may share a database, not a schema.
WRITERS, DAEMONS = 0x4F564801, 0x4F564802
_READERS = 4
_MOST_READERS = 32
_TIMEOUTS = {
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
    "application_name": APPLICATION,
}


def engines(place: Place, *, busy_timeout: int) -> tuple[Engine, Engine]:
    """Return the one that writes and the one that reads a snapshot."""
    need_driver()
    writer = _engine(place, "READ COMMITTED", size=1, overflow=0)
    reader = _engine(place, "REPEATABLE READ", size=_READERS, overflow=_MOST_READERS)

    def set_up(raw: Any, _record: Any) -> None:
        raw.autocommit = True
        raw.execute(f"SET lock_timeout = {int(busy_timeout)}")
        # A server may be tuned to lose the last commits in a crash; we must not.
        raw.execute(
            "SELECT set_config('synchronous_commit', 'on', false) "
            "WHERE current_setting('synchronous_commit') = 'off'"
        )
        raw.autocommit = False

    def read_only(raw: Any, _record: Any) -> None:
        raw.read_only = True

    event.listen(writer, "connect", set_up)
    event.listen(writer, "begin", _take_turn)
    event.listen(reader, "connect", read_only)
    return writer, reader


def lone_engine(place: Place) -> Engine:
    """Return an engine without a pool, each statement on its own, for the lock."""
    return create_engine(_url(place), poolclass=NullPool, isolation_level="AUTOCOMMIT")


def _engine(place: Place, isolation: Any, *, size: int, overflow: int) -> Engine:
    return create_engine(
        _url(place),
        isolation_level=isolation,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=overflow,
        pool_pre_ping=True,
        hide_parameters=True,  # parameters are people's texts
        json_serializer=rowjson.dumps,
        json_deserializer=rowjson.loads,
    )


def _url(place: Place) -> Any:
    given = place.url.query
    return place.url.update_query_dict(
        {name: value for name, value in _TIMEOUTS.items() if name not in given}
    )


def need_driver() -> None:
    """Raise StoreError if the optional driver is not installed."""
    if importlib.util.find_spec("psycopg") is None:
        raise StoreError(
            "PostgreSQL needs its driver; run pip install 'overheard[postgres]'"
        )


def _take_turn(conn: Connection) -> None:
    conn.exec_driver_sql(
        f"SELECT pg_advisory_xact_lock({WRITERS}, hashtext(current_schema()))"
    )


def inspect(place: Place, conn: Connection) -> None:
    """Raise StoreError or StoreDamaged if this schema is not for us."""
    encoding = conn.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise StoreError(
            f"{place} is encoded in {encoding!r}, which cannot hold every script; "
            "create it with ENCODING 'UTF8' (and TEMPLATE template0)"
        )
    if conn.execute(text("SELECT current_schema()")).scalar_one() is None:
        raise StoreError(f"{place} has no schema that this user may use; create one")
    taken = _our_table_names(conn)
    if not taken:
        return
    if "about" not in taken or not _is_ours(conn):
        raise place.damaged(
            f"holds a table {min(taken)!r} of another program; give Overheard a "
            "database or a schema of its own"
        )


def _our_table_names(conn: Connection) -> set[str]:
    found = conn.execute(
        text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    )
    return {row[0] for row in found} & set(metadata.tables)


def _is_ours(conn: Connection) -> bool:
    columns = conn.execute(
        text(
            "SELECT count(*) FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = 'about' "
            "AND column_name IN ('name', 'value')"
        )
    ).scalar_one()
    if columns != 2:
        return False
    return (
        conn.execute(
            text("SELECT value FROM about WHERE name = 'application'")
        ).scalar()
        == APPLICATION
    )
