"""Which databases are opened, which are refused, and what is never touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert

from monitor.core.errors import (
    StoreDamaged,
    StoreError,
    StoreUnavailable,
)
from monitor.store import posts, sqlite
from monitor.store.backup import backup
from monitor.store.db import Store
from monitor.store.place import find_place
from monitor.store.schema import about
from tests.fakes.clock import FixedClock
from tests.store.making import make_found


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(path: Path, clock: FixedClock) -> str:
    """Open a file that must be refused; return the message, prove it is untouched."""
    before = fingerprint(path)
    with pytest.raises(StoreDamaged) as caught:
        Store(f"sqlite:///{path}", clock=clock).migrate()
    assert fingerprint(path) == before
    return str(caught.value)


@pytest.fixture
def database(tmp_path: Path, sqlite_template: Path) -> Path:
    path = tmp_path / "overheard.db"
    shutil.copy(sqlite_template, path)
    return path


def test_a_missing_file_is_created_and_complete(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "new.db"

    store = Store(f"sqlite:///{path}", clock=clock)
    store.migrate()
    store.verify()
    store.close()

    assert sorted(p.name for p in tmp_path.iterdir()) == ["new.db"]


def test_a_relative_path_stays_where_the_program_started(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    store = Store("sqlite:///x.db", clock=clock)

    monkeypatch.chdir(tmp_path / "b")
    store.migrate()
    store.close()

    assert store.path == tmp_path / "a" / "x.db"
    assert list((tmp_path / "b").iterdir()) == []


def test_odd_characters_in_a_file_name_are_only_characters(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "환불 100% #1.db"

    for _ in range(2):
        store = Store(f"sqlite:///{path}", clock=clock)
        store.migrate()
        store.close()

    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_readers_do_not_create_a_database_by_a_typing_error(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "tpyo.db"

    with pytest.raises(StoreError, match=r"there is no database '.*tpyo\.db'"):
        Store(f"sqlite:///{path}", clock=clock, create=False)

    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(StoreError, match=r"no folder .*nowhere'; make it first"):
        Store(f"sqlite:///{tmp_path}/nowhere/x.db", clock=clock)


def test_a_creation_that_is_cut_short_leaves_no_half_database(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object) -> None:
        raise OSError(28, "No space left on device", str(tmp_path / "x.db"))

    monkeypatch.setattr(os, "link", no_link)

    with pytest.raises(StoreUnavailable, match="No space left on device; free some"):
        Store(f"sqlite:///{tmp_path / 'x.db'}", clock=clock)

    assert list(tmp_path.iterdir()) == []


LOOK_AND_LEAVE = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1])
print(raw.execute("SELECT count(*) FROM about WHERE name LIKE 'test %'").fetchone()[0])
raw.close()
"""


def visited(path: Path) -> int:
    """Another program opens the database, counts the test's rows and closes it."""
    command = [sys.executable, "-c", LOOK_AND_LEAVE, str(path)]
    return int(subprocess.check_output(command, timeout=60))


def open_another(store: Store) -> None:
    Store(store.place.url, clock=store.clock).close()


def back_up(store: Store) -> None:
    backup(store, store.place.file.with_name("copy.db"))


@pytest.mark.parametrize(
    "action",
    [Store.verify, Store.still_there, Store.migrate, open_another, back_up],
)
def test_others_may_look_into_the_database_of_a_running_program(
    database: Path, clock: FixedClock, action: Callable[[Store], None]
) -> None:
    """Whoever closes it last deletes the log: that must not be a visitor (F7)."""
    store = Store(f"sqlite:///{database}", clock=clock)
    store.migrate()
    action(store)

    for number in range(3):
        with store.write() as conn:
            conn.execute(insert(about).values(name=f"test {number}", value=""))
        assert visited(database) == number + 1
    store.close()

    assert visited(database) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"garbage, not a database at all" * 100, "is not an SQLite database"),
        (b"SQLite format 3\0" + b"\0" * 84, "another program"),
        (b"SQLite", "is not an SQLite database"),
    ],
)
def test_a_file_that_is_no_database_of_ours_is_refused_and_left_alone(
    tmp_path: Path, clock: FixedClock, content: bytes, words: str
) -> None:
    """F6: zero length, garbage, a cut header."""
    path = tmp_path / "overheard.db"
    path.write_bytes(content)

    message = refused(path, clock)

    assert words in message
    assert str(path) in message
    assert "no backup beside it" in message


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_truncated_database_is_refused_and_left_alone(
    database: Path, clock: FixedClock, keep: float
) -> None:
    """F6."""
    whole = database.read_bytes()
    database.write_bytes(whole[: int(len(whole) * keep)])

    message = refused(database, clock)

    assert "was cut off" in message


def test_a_database_with_broken_pages_is_refused_and_left_alone(
    database: Path, clock: FixedClock
) -> None:
    """F6: found by reading it through, not by chance later."""
    store = Store(f"sqlite:///{database}", clock=clock)
    with store.write() as conn:
        batch = [make_found(str(n), text="x" * 500) for n in range(500)]
        posts.save(conn, batch, collector="c", now=clock.now(), decided=False)
    store.close()
    content = bytearray(database.read_bytes())
    # Not the pages that every start reads, but some of those with posts.
    content[-4096 * 6 : -4096 * 3] = b"\x55" * 4096 * 3
    database.write_bytes(content)

    message = refused(database, clock)

    assert "corrupt" in message


def test_the_newest_backup_is_named(database: Path, clock: FixedClock) -> None:
    """F6: and files that only look like backups are not."""
    for age, name in enumerate(
        ("overheard.backup-0002.db", "overheard.db.backup-0001.db", "other.backup-9.db")
    ):
        backup = database.with_name(name)
        backup.write_bytes(b"x")
        os.utime(backup, (1_000_000 - age, 1_000_000 - age))
    os.utime(database.with_name("other.backup-9.db"), (2_000_000, 2_000_000))
    database.write_bytes(b"")

    message = refused(database, clock)

    assert "overheard.backup-0002.db" in message
    assert "other.backup" not in message


def test_another_programs_sqlite_database_is_refused_and_left_alone(
    tmp_path: Path, clock: FixedClock
) -> None:
    """F6: with somebody's own tables, and with our number but not our name."""
    path = tmp_path / "music.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE posts (id INTEGER PRIMARY KEY)")
        raw.commit()
    assert "another program" in refused(path, clock)

    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        raw.commit()
    assert "another program" in refused(path, clock)


def test_a_folder_is_not_a_database(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(StoreDamaged, match="is not a file"):
        Store(f"sqlite:///{tmp_path}", clock=clock)


def test_a_database_that_was_not_closed_is_opened_with_all_that_was_committed(
    tmp_path: Path, database: Path, clock: FixedClock
) -> None:
    """F1: what kill -9 leaves behind is a file and a log beside it."""
    store = Store(f"sqlite:///{database}", clock=clock)
    with store.write() as conn:
        conn.exec_driver_sql("INSERT INTO about VALUES ('proof', 'kept')")
    left = tmp_path / "left"
    left.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{database}{ending}", left / f"{database.name}{ending}")
    store.close()

    reopened = Store(f"sqlite:///{left / database.name}", clock=clock)
    reopened.verify()
    with reopened.read() as conn:
        proof = conn.exec_driver_sql(
            "SELECT value FROM about WHERE name = 'proof'"
        ).scalar()
    reopened.close()

    assert proof == "kept"


@pytest.mark.parametrize("again", [False, True], ids=["gone", "another"])
def test_a_log_taken_from_under_the_program_stops_it(
    sqlite_store: Store, again: bool
) -> None:
    """F7: by a program that took itself for the last one, or by hand."""
    path = sqlite_store.place.file
    with sqlite_store.write() as conn:
        conn.execute(insert(about).values(name="test", value=""))

    path.with_name(path.name + "-wal").unlink()
    if again:
        path.with_name(path.name + "-wal").write_bytes(b"")

    with (
        pytest.raises(StoreDamaged, match=r"lost its log 'test\.db-wal'"),
        sqlite_store.write(),
    ):
        pytest.fail("it went on")


@pytest.mark.parametrize("deed", ["unlink", "replace"])
def test_a_file_taken_from_under_the_program_stops_it(
    sqlite_store: Store, sqlite_template: Path, deed: str
) -> None:
    """F7: writing on would succeed without a word, and be lost."""
    path = sqlite_store.place.file
    assert sqlite_store.still_there()

    if deed == "unlink":
        path.unlink()
    else:
        other = path.with_name("other.db")
        shutil.copy(sqlite_template, other)
        other.replace(path)

    with pytest.raises(StoreDamaged, match="while the program was running"):
        sqlite_store.still_there()
    with pytest.raises(StoreDamaged), sqlite_store.write():
        pass
    with pytest.raises(StoreDamaged), sqlite_store.read():
        pass
    assert path.exists() == (deed == "replace")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://root:hunter2@db/overheard",
        "hunter2",
        "",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///x.db?mode=memory&password=hunter2",
        "sqlite://hunter2/x.db",
        "postgresql://user:hunter2@host",
        "postgresql+asyncpg://user:hunter2@host/name",
        "postgresql://user:hunter2@host:port/name",
    ],
)
def test_an_address_that_cannot_be_used_is_explained_without_its_secrets(
    url: str, clock: FixedClock
) -> None:
    with pytest.raises(StoreError) as caught:
        Store(url, clock=clock)

    assert "sqlite:///overheard.db" in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("kind", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_may_be_written_in_three_ways(kind: str) -> None:
    place = find_place(f"{kind}://u:hunter2@h:5/n?sslpassword=hunter3")

    assert place.dialect == "postgresql"
    assert str(place) == "database 'postgresql://u@h:5/n'"
    assert place.without_secrets("bad hunter2, hunter3") == "bad ***, ***"


def test_a_server_that_does_not_answer_is_tried_again_later(clock: FixedClock) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Store("postgresql://user:hunter2@127.0.0.1:1/name", clock=clock)

    assert "postgresql://user@127.0.0.1:1/name" in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.slow
def test_a_database_that_does_not_exist_is_named(
    postgres: object, clock: FixedClock
) -> None:
    with pytest.raises(StoreError, match=r"/nowhere' does not exist; create it"):
        Store(postgres.url("nowhere"), clock=clock)  # type: ignore[attr-defined]


@pytest.mark.slow
def test_another_programs_schema_is_left_alone(
    postgres: object, clock: FixedClock
) -> None:
    """F6, on a server."""
    server = postgres
    url = server.create()  # type: ignore[attr-defined]
    engine_url = url.replace("postgresql://", "postgresql+psycopg://")
    import sqlalchemy

    engine = sqlalchemy.create_engine(engine_url, poolclass=sqlalchemy.NullPool)
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE posts (id int)")

    with pytest.raises(StoreDamaged, match="'posts' of another program"):
        Store(url, clock=clock)

    server.drop(url)  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_database_in_an_old_encoding_is_refused(
    postgres: object, clock: FixedClock
) -> None:
    server = postgres
    server.run(  # type: ignore[attr-defined]
        "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' "
        "TEMPLATE template0"
    )

    with pytest.raises(StoreError, match="encoded in 'LATIN1'"):
        Store(server.url("latin"), clock=clock)  # type: ignore[attr-defined]


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()

    with pytest.raises(StoreError, match="has been closed"), store.write():
        pass
    with pytest.raises(StoreError, match="has been closed"), store.read():
        pass
