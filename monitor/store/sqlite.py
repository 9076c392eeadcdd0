"""SQLite: how a file is made, looked at and opened, and with which promises.

One connection writes. It commits with `synchronous=FULL`: an acknowledged row
survives a power cut. A file that exists is never created again or overwritten.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateTable

from monitor.core.errors import StoreDamaged, StoreError
from monitor.store import rowjson
from monitor.store.faults import translated
from monitor.store.place import Place
from monitor.store.schema import about

APPLICATION_ID = 0x4F564852  # "OVHR"; bytes 68-71 of the file
APPLICATION = "overheard"
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_WHOSE = "SELECT value FROM about WHERE name = 'application'"
_QUICKLY_CHECKED = 64 * 1024 * 1024  # a twentieth of a second
_READERS = 4
_MOST_READERS = 32

Identity = tuple[int, int]  # device and inode: this very file, whatever its name
_in_use: Counter[Identity] = Counter()
_claiming = threading.Lock()

_PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",  # macOS: a plain fsync stops at the disk's cache
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
    "PRAGMA journal_size_limit=67108864",
)


def connect(
    path: Path, *, mode: str = "rw", busy_timeout: int = 5000
) -> sqlite3.Connection:
    """Open an existing file; never create one. `busy_timeout` is in milliseconds."""
    return sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=busy_timeout / 1000,
        isolation_level=None,
        check_same_thread=False,
    )


def engines(place: Place, *, busy_timeout: int) -> tuple[Engine, Engine]:
    """Return the one that writes (a single connection) and the one that reads."""
    path = place.file

    def opener(*pragmas: str) -> Callable[[], sqlite3.Connection]:
        def opened() -> sqlite3.Connection:
            raw = connect(path, busy_timeout=busy_timeout)
            for pragma in (*_PRAGMAS, *pragmas):
                raw.execute(pragma)
            return raw

        return opened

    # A file restored with other tools may have lost its mode.
    writer = _engine(opener("PRAGMA journal_mode=WAL"), size=1, overflow=0)
    reader = _engine(
        opener("PRAGMA query_only=ON"), size=_READERS, overflow=_MOST_READERS
    )
    event.listen(writer, "begin", _begin_immediate)
    event.listen(reader, "begin", _begin)
    return writer, reader


def _engine(
    opened: Callable[[], sqlite3.Connection], *, size: int, overflow: int
) -> Engine:
    return create_engine(
        "sqlite+pysqlite://",
        creator=opened,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=overflow,
        hide_parameters=True,  # parameters are people's texts
        json_serializer=rowjson.dumps,
        json_deserializer=rowjson.loads,
    )


def _begin_immediate(conn: Connection) -> None:
    # Taking the write lock first: a read that wants to write later would fail
    # at once with SQLITE_BUSY_SNAPSHOT, whatever the time-out.
    conn.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(conn: Connection) -> None:
    conn.exec_driver_sql("BEGIN")


def create(place: Place, now: datetime) -> None:
    """Make a new file with our name in it, whole or not at all."""
    path = place.file
    if not path.parent.is_dir():
        folder = str(path.parent)
        raise StoreError(f"{place}: there is no folder {folder!r}; make it first")
    fresh = path.with_name(f".{path.name}.new-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    try:
        with translated(place):
            _write_first_page(fresh, now)
            # Other people's posts are in it; the log beside it takes the same mode.
            fresh.chmod(0o600)
            sync(fresh)
            # A link, not a rename: it fails if somebody else has made the file.
            os.link(fresh, path)
            sync(path.parent)
    except FileExistsError:
        return
    finally:
        fresh.unlink(missing_ok=True)


def _write_first_page(path: Path, now: datetime) -> None:
    table = str(CreateTable(about).compile(dialect=sqlite_dialect.dialect()))
    rows = [("application", APPLICATION), ("created_at", now.isoformat())]
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        mode = raw.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        if mode != "wal":
            raise StoreError(
                f"the file system of {str(path.parent)!r} cannot hold the database "
                "(no shared memory: a network drive?); use a local disk or PostgreSQL"
            )
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("BEGIN")
        raw.execute(table)
        raw.executemany("INSERT INTO about (name, value) VALUES (?, ?)", rows)
        raw.execute("COMMIT")


def sync(path: Path) -> None:
    """Force a file, or the names in a folder, to the disk."""
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def claim(place: Place) -> Identity:
    """Look at the first bytes of a file before it is opened; say which file it is.

    Only before: a process that closes a file loses all its POSIX locks on it, also
    those of SQLite's connections. The next program to close the database would then
    take itself for the last one and delete the log from under them
    (https://www.sqlite.org/howtocorrupt.html, section 2.2). `let_go` gives it back.
    """
    path = place.file
    with _claiming, translated(place):
        mine = identity(path)
        if not _in_use[mine]:
            _inspect_header(place, path)
        _in_use[mine] += 1
    return mine


def let_go(mine: Identity) -> None:
    """Say that this process has closed its connections to a claimed file."""
    with _claiming:
        _in_use[mine] -= 1
        if not _in_use[mine]:
            del _in_use[mine]


def inspect(place: Place, *, thorough: bool = False) -> None:
    """Look at a claimed file, write nothing; raise StoreDamaged if not sound.

    A big file is read through only if it is to be `thorough`.
    """
    path = place.file
    with translated(place):
        with closing(connect(path, mode="ro")) as raw:
            _inspect_about(place, raw)
        if thorough or path.stat().st_size <= _QUICKLY_CHECKED:
            quick_check(place)


def _inspect_header(place: Place, path: Path) -> None:
    if not path.is_file():
        raise place.damaged("is not a file")
    with path.open("rb") as file:
        header = file.read(_HEADER)
    size = path.stat().st_size
    if not header:
        raise place.damaged("is empty (0 bytes): it was cut off, or is not ours")
    if not header.startswith(_MAGIC):
        raise place.damaged("is not an SQLite database")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise place.damaged("is an SQLite database of another program")
    page = int.from_bytes(header[16:18], "big")
    expected = (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
    # With a log beside it the file may rightly be shorter until the log is read in.
    if size < expected and not _has_log(path):
        raise place.damaged(f"was cut off: {size} bytes of {expected}")


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _inspect_about(place: Place, raw: sqlite3.Connection) -> None:
    try:
        row = raw.execute(_WHOSE).fetchone()
    except sqlite3.OperationalError as exc:
        if "no such" in str(exc):
            raise place.damaged("is an SQLite database of another program") from exc
        raise
    if row is None or row[0] != APPLICATION:
        raise place.damaged("is an SQLite database of another program")


def quick_check(place: Place) -> None:
    """Read the whole file and raise StoreDamaged if its structure is broken."""
    path = place.file
    with translated(place), closing(connect(path, mode="ro")) as raw:
        answer = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise place.damaged("is corrupt (it fails SQLite's quick_check)")


def identity(path: Path) -> Identity:
    """Return what the file system calls this very file, whatever its name."""
    found = path.stat()
    return found.st_dev, found.st_ino


def still_there(place: Place, opened: Identity) -> None:
    """Raise StoreDamaged if the path no longer leads to the file that was opened.

    A deleted file accepts writes without a word, and loses them.
    """
    path = place.file
    try:
        now = identity(path)
    except OSError as exc:
        raise _gone(place, "was deleted or moved") from exc
    if now != opened:
        raise _gone(place, "was replaced by another file")


def log_still_there(place: Place, conn: Connection) -> None:
    """Raise StoreDamaged if the log that `conn` writes to was taken away.

    To be called inside a write transaction: before the first one there is no log.
    """
    log = place.file.with_name(place.file.name + "-wal")
    try:
        now = identity(log)
    except OSError as exc:
        raise _gone(place, f"lost its log {log.name!r}") from exc
    if conn.info.setdefault("log", now) != now:
        raise _gone(place, f"lost its log {log.name!r}")


def _gone(place: Place, what: str) -> StoreDamaged:
    return StoreDamaged(
        f"{place} {what} while the program was running; stop the program, put the "
        "right file in place, and start again"
    )
