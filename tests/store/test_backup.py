"""Backups: taken while the program writes, whole or not there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from monitor.core.errors import StoreDamaged, StoreError
from monitor.store import posts, sqlite
from monitor.store.backup import backup
from monitor.store.db import Store
from tests.fakes.clock import FixedClock
from tests.store.making import make_found


def fill(store: Store, first: int, count: int) -> None:
    with store.write() as conn:
        batch = [make_found(str(n)) for n in range(first, first + count)]
        posts.save(conn, batch, collector="c", now=store.clock.now(), decided=False)


def count(url: str) -> int:
    store = Store(url, clock=FixedClock())
    with store.read() as conn:
        found = posts.counts(conn)["posts"]
    store.close()
    return int(found)


def test_a_backup_holds_what_was_committed_and_opens_by_itself(
    sqlite_store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "copies" / "monday.db"
    target.parent.mkdir()
    fill(sqlite_store, 0, 300)

    with sqlite_store.write() as conn:
        late = [make_found("late")]
        posts.save(
            conn, late, collector="c", now=sqlite_store.clock.now(), decided=False
        )
        backup(sqlite_store, target)

    assert [p.name for p in target.parent.iterdir()] == ["monday.db"]
    assert count(f"sqlite:///{target}") == 300


def test_a_newer_backup_replaces_an_older_one(
    sqlite_store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "b.db"
    fill(sqlite_store, 0, 10)
    backup(sqlite_store, target)
    fill(sqlite_store, 10, 10)

    backup(sqlite_store, target)

    assert count(f"sqlite:///{target}") == 20


def test_a_backup_that_fails_leaves_the_older_one_alone(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "b.db"
    backup(sqlite_store, target)
    before = target.read_bytes()
    fill(sqlite_store, 0, 10)

    def broken(place: Any) -> None:
        raise StoreDamaged(f"{place} is corrupt")

    monkeypatch.setattr(sqlite, "quick_check", broken)
    with pytest.raises(StoreDamaged):
        backup(sqlite_store, target)

    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".b.db*"))


def test_a_backup_says_what_is_wrong_with_its_target(
    sqlite_store: Store, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="no folder"):
        backup(sqlite_store, tmp_path / "nowhere" / "b.db")
    with pytest.raises(StoreError, match="its own backup"):
        backup(sqlite_store, sqlite_store.place.file)


def test_a_backup_of_a_file_that_is_gone_is_refused(
    sqlite_store: Store, tmp_path: Path
) -> None:
    """F7."""
    sqlite_store.place.file.unlink()

    with pytest.raises(StoreDamaged, match="deleted or moved"):
        backup(sqlite_store, tmp_path / "b.db")


def test_a_restored_backup_continues_as_the_database(
    sqlite_store: Store, tmp_path: Path, clock: FixedClock
) -> None:
    target = tmp_path / "b.db"
    fill(sqlite_store, 0, 10)
    backup(sqlite_store, target)

    restored = Store(f"sqlite:///{target}", clock=clock)
    restored.migrate()
    restored.verify()
    fill(restored, 5, 10)
    restored.close()

    with closing(sqlite3.connect(target)) as raw:
        assert raw.execute("SELECT count(*) FROM posts").fetchone() == (15,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_postgresql_is_sent_to_its_own_tool(postgres: Any, clock: FixedClock) -> None:
    url = postgres.create()
    store = Store(url, clock=clock)

    with pytest.raises(StoreError, match="pg_dump"):
        backup(store, Path("x.dump"))

    store.close()
    postgres.drop(url)
