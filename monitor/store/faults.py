"""What a database driver says, in the program's own errors."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from monitor.core.errors import StoreError, StoreUnavailable
from monitor.store.place import Place

_SQLITE_WAIT = {
    3: "may not be read or written (permissions); give this account access to it",
    5: "is locked by another program; it will be tried again",
    6: "is locked by another connection; it will be tried again",
    7: "could not be used: out of memory; it will be tried again",
    8: "is read-only; give this account the right to write it and its folder",
    9: "was interrupted; it will be tried again",
    10: "could not be read or written (disk I/O error); look at the disk",
    13: "cannot grow: the disk is full; free some space, work goes on by itself",
    14: "cannot be opened; look at its folder and permissions",
    15: "is locked by another program; it will be tried again",
}
_SQLITE_DAMAGE = {
    11: "is corrupt",
    26: "is not an SQLite database",
    1032: "was moved or replaced while the program was running",
}
_CORRUPT_STATES = {"XX001", "XX002"}
_REFUSED_STATES = {
    "28000": "refuses this user; look at store.url",
    "28P01": "refuses this user name or password; look at store.url",
    "3D000": "does not exist; create it (createdb) or correct store.url",
    "42501": "gives this user too few rights; it has to own its schema",
}
_WAIT_CLASSES = ("08", "40", "53", "55", "57", "58")
_READ_ONLY = "25006"
_MOST_WORDS = 300


@contextmanager
def translated(place: Place) -> Iterator[None]:
    """Let drivers' errors out as StoreErrors; anything else passes as it is."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as exc:
        error = translate(exc, place)
        if error is None:
            raise
        raise error from exc


def translate(exc: BaseException, place: Place) -> StoreError | None:
    """Return what an exception means, or None if it is not the database's doing."""
    if isinstance(exc, PoolTimeoutError):
        return StoreUnavailable(f"{place} is busy: no free connection; try again")
    cause = exc.orig if isinstance(exc, DBAPIError) else exc
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause, place)
    if isinstance(cause, OSError):
        return _from_system(cause, place)
    if isinstance(exc, DBAPIError):
        return _from_postgresql(exc, place)
    return None


def _from_sqlite(exc: sqlite3.Error, place: Place) -> StoreError | None:
    code = getattr(exc, "sqlite_errorcode", None)
    if code is None:
        return None
    damage = _SQLITE_DAMAGE.get(code) or _SQLITE_DAMAGE.get(code & 0xFF)
    if damage:
        return place.damaged(damage)
    words = _SQLITE_WAIT.get(code & 0xFF)
    return StoreUnavailable(f"{place} {words}") if words else None


def _from_system(exc: OSError, place: Place) -> StoreError | None:
    # A network error of somebody's fetch inside the block is not the store's.
    if place.path is None or exc.errno is None or exc.filename is None:
        return None
    if not str(exc.filename).startswith(str(place.path)):
        return None
    full = "; free some space" if exc.errno == errno.ENOSPC else ""
    return StoreUnavailable(f"{place}: {os.strerror(exc.errno)}{full}")


def _from_postgresql(exc: DBAPIError, place: Place) -> StoreError | None:
    state = getattr(exc.orig, "sqlstate", None) or ""
    if state in _CORRUPT_STATES:
        return place.damaged("is corrupt")
    if state in _REFUSED_STATES:
        return StoreError(f"{place} {_REFUSED_STATES[state]}")
    if state == _READ_ONLY:
        return StoreUnavailable(f"{place} is read-only for now; it will be tried again")
    lost = exc.connection_invalidated or (not state and _is_operational(exc))
    if not lost and state[:2] not in _WAIT_CLASSES:
        return None
    words = place.without_secrets(" ".join(str(exc.orig).split()))[:_MOST_WORDS]
    return _refused_in_words(words, place) or StoreUnavailable(
        f"{place} does not answer: {words}; it will be tried again"
    )


def _is_operational(exc: DBAPIError) -> bool:
    return type(exc).__name__ in {"OperationalError", "InterfaceError"}


def _refused_in_words(words: str, place: Place) -> StoreError | None:
    """While connecting, libpq gives words and no code."""
    if "password" in words and "fail" in words:
        return StoreError(f"{place} {_REFUSED_STATES['28P01']}")
    if "database" in words and "does not exist" in words:
        return StoreError(f"{place} {_REFUSED_STATES['3D000']}")
    return None
