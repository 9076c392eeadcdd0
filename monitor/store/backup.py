"""A copy of the database while it is in use."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.core.errors import StoreError
from monitor.store import sqlite
from monitor.store.faults import translated
from monitor.store.place import Place

if TYPE_CHECKING:
    from monitor.store.db import Store


def backup(store: Store, target: Path) -> None:
    """Write a checked copy to `target`: whole, or not there at all.

    What is committed when the copy starts is in it. An older file of that name
    is replaced only by a complete one.
    """
    if store.path is None:
        raise StoreError(
            f"{store} is PostgreSQL, which brings its own tool; run pg_dump --format="
            "custom --file=overheard.dump and the database's address"
        )
    target = target.absolute()
    if target.exists() and target.samefile(store.path):
        raise StoreError(f"{store} cannot be its own backup; give another file name")
    store.still_there()
    copy(store.place, target)


def copy(place: Place, target: Path) -> None:
    """Copy page by page into a temporary file, check it, then give it its name."""
    if not target.parent.is_dir():
        raise StoreError(
            f"backup {str(target)!r}: there is no folder {str(target.parent)!r}; "
            "make it first"
        )
    half = target.with_name(f".{target.name}.new-{os.getpid()}")
    half.unlink(missing_ok=True)
    try:
        _copy(place, half)
        sqlite.quick_check(Place(url=place.url, path=half))
        sqlite.sync(half)
        half.replace(target)
        sqlite.sync(target.parent)
    except (sqlite3.Error, OSError) as exc:
        raise StoreError(
            f"backup {str(target)!r} could not be written: {exc}; look at the space "
            "and rights there"
        ) from exc
    finally:
        for leftover in ("", "-wal", "-shm"):
            half.with_name(half.name + leftover).unlink(missing_ok=True)


def _copy(place: Place, half: Path) -> None:
    with (
        translated(place),
        closing(sqlite.connect(place.file, mode="ro")) as source,
        closing(sqlite3.connect(half, isolation_level=None)) as into,
    ):
        source.backup(into)
