"""Tables come to be in one step, from the first start to the newest revision."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, inspect, select

from monitor.core.errors import StoreDamaged
from monitor.store import judging, migrate
from monitor.store.db import Store
from monitor.store.migrations import HEAD, VERSION_TABLE
from monitor.store.schema import metadata, posts
from tests.fakes.clock import FixedClock


def revision_of(store: Store) -> str | None:
    with store.read() as conn:
        return migrate.revision(conn, store.place)


def set_revision(store: Store, revision: str) -> None:
    with store.write() as conn:
        conn.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '{revision}'")


def save_as_of_old(conn: Connection) -> None:
    """Save a post and its mention as the first revision of the tables had them."""
    conn.exec_driver_sql(
        """INSERT INTO posts (id, source, external_id, kind, title, text, url,
            published_at, precision, first_seen_at, lang, rating_scale, in_reply_to,
            metrics, extra, collector, content_hash, rev, indexed_rev)
        VALUES (1, 'x', '1', 'post', '', 'Acme lost my bag', '', 0, 'exact', 0, 'en',
            5.0, '', '{}', '{}', 'c', 1, 1, 0)"""
    )
    conn.exec_driver_sql(
        """INSERT INTO mentions (id, post_id, brand, query, spans, label, lang, score,
            complaint, severity, intents, why, engine, score_failures, created_at, rev,
            decided_rev, removed)
        VALUES (1, 1, 'Acme', 'acme', '[[0, 4]]', 'negative', 'en', -0.5, 0.5, 2, '[]',
            '["1 star"]', 'vader', 0, 0, 1, 0, false)"""
    )


def test_a_new_database_gets_every_table_and_a_second_start_does_nothing(
    fresh_url: str, clock: FixedClock
) -> None:
    store = Store(fresh_url, clock=clock)
    assert revision_of(store) is None

    store.migrate()
    store.migrate()

    assert revision_of(store) == HEAD
    store.verify()
    store.close()


def test_the_migrations_lead_to_the_tables_of_the_schema(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(name: str | None, kind: str, _parents: Any) -> bool:
        return kind != "table" or name in metadata.tables

    with store.read() as conn:
        context = MigrationContext.configure(
            conn, opts={"include_name": ours, "compare_type": True}
        )
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_head_is_the_last_of_the_migrations() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "monitor.store:migrations")
    config.set_main_option("path_separator", "os")

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_database_of_the_first_revision_is_brought_up_to_date(
    fresh_url: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "HEAD", "0001")
        store = Store(fresh_url, clock=clock)
        store.migrate()
        with store.write() as conn:
            save_as_of_old(conn)
    assert revision_of(store) == "0001"
    with store.read() as conn:
        before = set(inspect(conn).get_table_names())
    assert not {"marks", "copies", "copy_alerts"} & before

    store.migrate()

    assert revision_of(store) == HEAD
    with store.read() as conn:
        after = set(inspect(conn).get_table_names())
        kept = conn.execute(select(func.count()).select_from(posts)).scalar_one()
        [facts] = judging.undecided(conn, 10)
    assert {"marks", "copies", "copy_alerts", "teachings"} == after - before
    assert kept == 1
    assert (facts.label, facts.score, facts.why) == ("negative", -0.5, ("1 star",))
    assert (facts.intensity, facts.p_positive, facts.evidence) == (0.0, None, ())
    store.close()


def test_a_start_with_nothing_to_do_does_not_import_alembic(
    sqlite_store: Store,
) -> None:
    code = (
        "import sys; from monitor.core.clock import SystemClock; "
        "from monitor.store.db import Store; "
        f"s = Store('sqlite:///{sqlite_store.path}', clock=SystemClock()); "
        "s.migrate(); s.close(); sys.exit('alembic' in sys.modules)"
    )

    result = subprocess.run([sys.executable, "-c", code], check=False)

    assert result.returncode == 0


def test_a_database_of_a_newer_program_is_refused(store: Store) -> None:
    set_revision(store, "9999")

    with pytest.raises(
        StoreDamaged, match=r"newer version.*'9999'.*update the program"
    ):
        store.migrate()

    with store.write() as conn:
        version = conn.exec_driver_sql(
            f"SELECT version_num FROM {VERSION_TABLE}"
        ).scalar()
    assert version == "9999"


def test_a_backup_is_made_before_an_existing_file_is_changed(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F34."""
    set_revision(sqlite_store, "0000")

    def upgrade(conn: Connection) -> None:
        conn.exec_driver_sql("CREATE TABLE half_way (id int)")
        raise RuntimeError("killed midway")

    monkeypatch.setattr(migrate, "_upgrade", upgrade)

    with pytest.raises(RuntimeError):
        sqlite_store.migrate()

    backup = sqlite_store.place.file.with_name("test.backup-0000.db")
    for path in (backup, sqlite_store.place.file):
        with closing(sqlite3.connect(path)) as raw:
            assert (
                raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()[0]
                == "0000"
            )
            assert raw.execute(
                "SELECT count(*) FROM sqlite_schema WHERE name='half_way'"
            ).fetchone() == (0,)


@pytest.mark.slow
def test_a_first_start_killed_anywhere_is_completed_by_the_next(
    tmp_path: Path, clock: FixedClock
) -> None:
    """F34: at every statement, what a kill would leave behind is started again."""
    store = Store(f"sqlite:///{tmp_path / 'first.db'}", clock=clock)
    left: list[Path] = []

    def keep(*_: Any) -> None:
        folder = tmp_path / f"left{len(left)}"
        folder.mkdir()
        for name in ("first.db", "first.db-wal"):
            if (tmp_path / name).exists():
                shutil.copy(tmp_path / name, folder / name)
        left.append(folder / "first.db")

    event.listen(store.writer, "before_cursor_execute", keep)
    store.migrate()
    keep()
    store.close()

    assert len(left) > 40
    for path in left[::5] + left[-2:]:
        again = Store(f"sqlite:///{path}", clock=clock)
        assert revision_of(again) == (HEAD if path == left[-1] else None)
        again.migrate()
        again.verify()
        assert revision_of(again) == HEAD
        again.close()


@pytest.mark.slow
def test_a_first_start_that_fails_anywhere_on_a_server_changes_nothing(
    postgres: Any, clock: FixedClock
) -> None:
    """F34, on a server."""
    url = postgres.create()
    store = Store(url, clock=clock)
    for number in (3, 10, 30):
        seen = [0]

        def fail(*_: Any, at: int = number, seen: list[int] = seen) -> None:
            seen[0] += 1
            if seen[0] == at:
                raise KeyboardInterrupt

        event.listen(store.writer, "before_cursor_execute", fail)
        with pytest.raises(KeyboardInterrupt):
            store.migrate()
        event.remove(store.writer, "before_cursor_execute", fail)
        assert revision_of(store) is None
        with store.read() as conn:
            count = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
            assert conn.exec_driver_sql(count).scalar() == 0

    store.migrate()
    assert revision_of(store) == HEAD
    store.close()
    postgres.drop(url)


@pytest.mark.slow
def test_two_programs_starting_at_once_migrate_once(
    fresh_url: str, clock: FixedClock
) -> None:
    import threading

    stores = [Store(fresh_url, clock=clock) for _ in range(3)]
    failures: list[BaseException] = []

    def start(store: Store) -> None:
        try:
            store.migrate()
        except BaseException as exc:  # noqa: BLE001 - told to the test below
            failures.append(exc)

    threads = [threading.Thread(target=start, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert {revision_of(store) for store in stores} == {HEAD}
    for store in stores:
        store.close()
