"""Transactions: durable, all or nothing, one at a time, and read in snapshots."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, select

from monitor.core.errors import StoreUnavailable
from monitor.store import collectors
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.schema import about, authors, mentions, posts
from tests.fakes.clock import FixedClock
from tests.store.making import make_found, sqlite_error

BATCH = [
    make_found("1", text="edited now"),
    make_found("2", brands=("Acme", "Bolt")),
    make_found("3"),
    make_found("4", metrics={"likes": 2}),
]


def collect(store: Store, number: int) -> None:
    """What the pipeline does in one transaction: a batch, and its cursor."""
    with store.write() as conn:
        rows.save(conn, BATCH, collector="c1", now=store.clock.now(), decided=False)
        collectors.save_cursor(conn, "c1", {"page": number})


def everything(store: Store) -> dict[str, Any]:
    with store.read() as conn:
        return {
            table.name: [
                tuple(r) for r in conn.execute(select(table).order_by(table.c[0]))
            ]
            for table in (posts, mentions, authors, collectors.collectors)
        }


@pytest.fixture
def begun(store: Store) -> Store:
    """A store with a collector and two posts from before."""
    with store.write() as conn:
        now = store.clock.now()
        collectors.ensure(conn, "c1", due=now, settings_hash="a")
        before = [make_found("1"), make_found("4", metrics={"likes": 1})]
        rows.save(conn, before, collector="c1", now=now, decided=False)
    return store


@contextmanager
def failing_at(store: Store, number: int, error: Exception) -> Iterator[list[int]]:
    """Let the n-th call of the driver raise, as the driver itself would."""
    calls = [0]
    dialect = store.writer.dialect
    do_commit = dialect.do_commit

    def count(*_: Any) -> None:
        calls[0] += 1
        if calls[0] == number:
            raise error

    def commit(raw: Any) -> None:
        count()
        do_commit(raw)

    names = ("do_execute", "do_executemany", "do_execute_no_params")
    for name in names:
        event.listen(store.writer, name, count)
    dialect.do_commit = commit
    try:
        yield calls
    finally:
        dialect.do_commit = do_commit
        for name in names:
            event.remove(store.writer, name, count)


def error_of(store: Store, kind: str) -> Exception:
    if store.dialect == "sqlite":
        return sqlite_error({"busy": 5, "io": 266, "full": 13}[kind])
    import psycopg

    return {
        "busy": psycopg.errors.LockNotAvailable("injected"),
        "io": psycopg.errors.IoError("injected"),
        "full": psycopg.errors.DiskFull("injected"),
    }[kind]


def test_the_connection_that_writes_survives_a_power_cut(sqlite_store: Store) -> None:
    """F2: WAL with synchronous=FULL, asked of the live connection."""
    with sqlite_store.write() as conn:
        settings = {
            name: conn.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "journal_mode", "foreign_keys", "busy_timeout")
        }

    assert settings == {
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 50,
    }


def test_a_file_that_lost_its_mode_gets_it_back(
    sqlite_template: Path, tmp_path: Path, clock: FixedClock
) -> None:
    """F2: restored by a tool that knows nothing of write-ahead logs."""
    path = tmp_path / "restored.db"
    shutil.copy(sqlite_template, path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
    store = Store(f"sqlite:///{path}", clock=clock)

    with store.write() as conn:
        mode = conn.exec_driver_sql("PRAGMA journal_mode").scalar()

    store.close()
    assert mode == "wal"


@pytest.mark.slow
def test_a_server_that_may_lose_commits_is_told_not_to(
    postgres: Any, clock: FixedClock
) -> None:
    """F2, on a server tuned for speed."""
    url = postgres.create()
    name = url.partition("?")[0].rpartition("/")[2]
    postgres.run(f"ALTER DATABASE {name} SET synchronous_commit = off")
    store = Store(url, clock=clock)

    with store.write() as conn:
        durable = conn.exec_driver_sql("SHOW synchronous_commit").scalar()

    store.close()
    postgres.drop(url)
    assert durable == "on"


def test_what_is_committed_is_in_the_log_when_the_block_ends(
    sqlite_store: Store,
) -> None:
    """F2: at any later power cut the file and the log are all there is."""
    path = sqlite_store.place.file
    copies = path.parent / "copies"
    copies.mkdir()
    for number in range(5):
        with sqlite_store.write() as conn:
            conn.execute(about.insert().values(name=f"n{number}", value=""))
        for ending in ("", "-wal"):
            source = path.with_name(path.name + ending)
            (copies / f"{number}.db{ending}").write_bytes(source.read_bytes())

    kept = []
    for number in range(5):
        with closing(sqlite3.connect(copies / f"{number}.db")) as raw:
            found = raw.execute("SELECT count(*) FROM about WHERE name LIKE 'n_'")
            kept.append(found.fetchone()[0])
    assert kept == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("kind", ["busy", "io", "full"])
def test_whichever_operation_fails_nothing_is_half_done(
    begun: Store, kind: str
) -> None:
    """F3: fail the n-th database operation, for every n; then it succeeds."""
    before = everything(begun)
    number = 0
    while True:
        number += 1
        with failing_at(begun, number, error_of(begun, kind)) as calls:
            try:
                collect(begun, number)
            except StoreUnavailable:
                assert everything(begun) == before
            else:
                break
    after = everything(begun)

    assert number > 10
    assert calls[0] == number - 1
    assert [row[1] for row in after["collectors"]] == [{"page": number}]
    assert len(after["posts"]) == 4
    assert len(after["mentions"]) == 5


def test_any_exception_in_the_block_rolls_back(begun: Store) -> None:
    before = everything(begun)

    def interrupted() -> None:
        with begun.write() as conn:
            now = begun.clock.now()
            rows.save(conn, BATCH, collector="c1", now=now, decided=False)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert everything(begun) == before


def test_a_full_disk_pauses_collection_and_ends_by_itself(sqlite_store: Store) -> None:
    """F4: the cursor has not moved; with space again the same call passes."""
    store = sqlite_store
    with store.write() as conn:
        collectors.ensure(conn, "c1", due=store.clock.now(), settings_hash="a")
        collectors.save_cursor(conn, "c1", {"page": 0})
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
        conn.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    big = [make_found(str(n), text="x" * 5000) for n in range(100)]

    def save() -> None:
        with store.write() as conn:
            rows.save(conn, big, collector="c1", now=store.clock.now(), decided=False)
            collectors.save_cursor(conn, "c1", {"page": 1})

    with pytest.raises(StoreUnavailable, match=r"the disk is full; free some space"):
        save()
    with store.read() as conn:
        assert collectors.cursor(conn, "c1") == {"page": 0}
        assert conn.execute(select(func.count()).select_from(posts)).scalar() == 0

    with store.write() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count=1000000")
    save()
    with store.read() as conn:
        assert collectors.cursor(conn, "c1") == {"page": 1}
        assert conn.execute(select(func.count()).select_from(posts)).scalar() == 100


def test_a_database_locked_by_another_program_is_tried_again_later(
    sqlite_store: Store,
) -> None:
    """F5: readers go on, the writer gives up after the time-out, and recovers."""
    with closing(
        sqlite3.connect(sqlite_store.place.file, isolation_level=None)
    ) as other:
        other.execute("BEGIN IMMEDIATE")

        with (
            pytest.raises(StoreUnavailable, match="is locked by another program"),
            sqlite_store.write(),
        ):
            pass
        with sqlite_store.read() as conn:
            assert conn.execute(select(about.c.value)).first() is not None

        other.execute("ROLLBACK")
    with sqlite_store.write() as conn:
        conn.execute(about.insert().values(name="later", value=""))


@pytest.mark.slow
def test_a_server_locked_by_another_program_is_tried_again_later(
    postgres: Any, clock: FixedClock
) -> None:
    """F5, on a server."""
    url = postgres.create("overheard_template")
    first, second = Store(url, clock=clock), Store(url, clock=clock, busy_timeout=50)

    with first.write(), pytest.raises(StoreUnavailable), second.write():
        pass
    with second.write() as conn:
        conn.execute(about.insert().values(name="later", value=""))

    first.close()
    second.close()
    postgres.drop(url)


@pytest.mark.slow
def test_a_server_that_drops_its_connections_is_found_again(
    postgres: Any, clock: FixedClock
) -> None:
    """F36: the block that was hit rolls back and may be repeated."""
    url = postgres.create("overheard_template")
    store = Store(url, clock=clock)
    end_all = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND application_name = 'overheard'"
    )

    def interrupted() -> None:
        with store.write() as conn:
            conn.execute(about.insert().values(name="lost", value=""))
            postgres.run(end_all)
            conn.execute(about.insert().values(name="lost too", value=""))

    with pytest.raises(StoreUnavailable):
        interrupted()
    with store.write() as conn:
        conn.execute(about.insert().values(name="kept", value=""))
    postgres.run(end_all)
    with store.read() as conn:
        names = set(conn.execute(select(about.c.name)).scalars())

    store.close()
    postgres.drop(url)
    assert {"kept"} == names - {"application", "created_at"}


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match=r"read-?only"), store.read() as conn:
        conn.execute(about.insert().values(name="sly", value=""))

    with store.write() as conn:
        assert (
            conn.execute(select(about.c.name).where(about.c.name == "sly")).first()
            is None
        )


def test_a_reader_sees_one_moment(store: Store) -> None:
    with store.read() as reading:
        count = select(func.count()).select_from(about)
        before = reading.execute(count).scalar()
        with store.write() as conn:
            conn.execute(about.insert().values(name="meanwhile", value=""))

        assert reading.execute(count).scalar() == before


def test_writers_follow_each_other(store: Store) -> None:
    """A read inside a write transaction is never out of date."""
    counter = about.c.name == "counter"
    with store.write() as conn:
        conn.execute(about.insert().values(name="counter", value="0"))

    def add() -> None:
        for _ in range(20):
            with store.write() as conn:
                now = conn.execute(select(about.c.value).where(counter)).scalar_one()
                conn.execute(
                    about.update().where(counter).values(value=str(int(now) + 1))
                )

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.read() as conn:
        assert conn.execute(select(about.c.value).where(counter)).scalar() == "80"


def test_a_write_inside_a_write_is_a_mistake_that_is_named(store: Store) -> None:
    with (
        pytest.raises(RuntimeError, match="inside a write transaction"),
        store.write(),
        store.write(),
    ):
        pass
