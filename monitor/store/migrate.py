"""Bring the tables to the revision this program knows."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from monitor.core.errors import StoreDamaged
from monitor.store.migrations import HEAD, VERSION_TABLE
from monitor.store.place import Place
from monitor.store.schema import about
from monitor.store.sqlite import APPLICATION

if TYPE_CHECKING:
    from monitor.store.db import Store

log = logging.getLogger(__name__)


def run(store: Store) -> None:
    """Upgrade in one transaction: a start that dies on the way changes nothing."""
    with store.read() as conn:
        if revision(conn, store.place) == HEAD:
            return
    with store.write() as conn:
        # Another process may have been quicker.
        before = revision(conn, store.place)
        if before == HEAD:
            return
        if before is not None:
            _back_up(store, before)
        _upgrade(conn)
        _name_it(conn, store)
    log.info("database migrated", extra={"revision_before": before, "revision": HEAD})


def revision(conn: Connection, place: Place) -> str | None:
    """Return the stored revision, None for a new database.

    Raises StoreDamaged if a newer program has written it.
    """
    if not inspect(conn).has_table(VERSION_TABLE):
        return None
    found = conn.execute(
        select(column("version_num")).select_from(table(VERSION_TABLE))
    ).scalar()
    if found is not None and found > HEAD:
        raise StoreDamaged(
            f"{place} was written by a newer version of this program (revision "
            f"{found!r}; this one knows {HEAD!r}); update the program, or restore a "
            "backup made before the update"
        )
    return None if found is None else str(found)


def _upgrade(conn: Connection) -> None:
    # Alembic takes a third of a second to import and is seldom needed.
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", "monitor.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = conn
    command.upgrade(config, HEAD)


def _name_it(conn: Connection, store: Store) -> None:
    known = set(conn.execute(select(about.c.name)).scalars())
    if "application" not in known:
        rows = [
            {"name": "application", "value": APPLICATION},
            {"name": "created_at", "value": store.clock.now().isoformat()},
        ]
        conn.execute(about.insert(), rows)


def _back_up(store: Store, before: str) -> Path | None:
    if store.path is None:
        return None
    from monitor.store.backup import copy

    store.verify()
    target = store.path.with_name(f"{store.path.stem}.backup-{before}.db")
    copy(store.place, target)
    log.info("backup made before migration", extra={"backup": str(target)})
    return target
