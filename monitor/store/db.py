"""The database: opened with care, written by one at a time, read in snapshots."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from monitor.core.clock import Clock
from monitor.core.errors import LeaseLost, StoreError, StoreUnavailable
from monitor.store import postgresql, sqlite
from monitor.store.faults import translated
from monitor.store.place import Place, find_place
from monitor.store.schema import lease

_LONGEST_QUEUE = 30.0


class Store:
    """One database, SQLite or PostgreSQL. Safe to share between threads.

    A missing SQLite file is created (unless `create` is False). A file that is
    damaged, empty or somebody else's is refused with StoreDamaged and never
    touched. `busy_timeout` is how long another program's lock is waited for, in
    milliseconds. Call `migrate` before the first use.
    """

    def __init__(
        self, url: str, *, clock: Clock, busy_timeout: int = 5000, create: bool = True
    ) -> None:
        self.place: Place = find_place(url)
        self.clock = clock
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._closed = False
        self._identity: sqlite.Identity | None = None
        if self.place.path is not None:
            self._open_file(self.place.path, create=create)
        kind = sqlite if self.place.path is not None else postgresql
        self.writer, self.reader = kind.engines(self.place, busy_timeout=busy_timeout)
        if self.place.path is None:
            self._look_at_server()

    def _open_file(self, path: Path, *, create: bool) -> None:
        with translated(self.place):
            if not path.exists() and not path.is_symlink():
                if not create:
                    raise StoreError(
                        f"there is no {self.place}; start the program once to make "
                        "it, or correct store.url"
                    )
                sqlite.create(self.place, self.clock.now())
            self._identity = sqlite.claim(self.place)
            try:
                sqlite.inspect(self.place)
            except BaseException:
                sqlite.let_go(self._identity)
                raise

    def _look_at_server(self) -> None:
        try:
            with self.read() as conn:
                postgresql.inspect(self.place, conn)
        except StoreError:
            self.close()
            raise

    @property
    def dialect(self) -> str:
        """Return "sqlite" or "postgresql"."""
        return self.place.dialect

    @property
    def path(self) -> Path | None:
        """Return the file; None for PostgreSQL."""
        return self.place.path

    def __str__(self) -> str:
        return str(self.place)

    @contextmanager
    def write(self, epoch: int | None = None) -> Iterator[Connection]:
        """Open a transaction that commits at the end of the block, or rolls back.

        With `epoch`, raises LeaseLost if another daemon has taken over. Raises
        StoreUnavailable when the same call may pass later.
        """
        with self._my_turn(), self._transaction(self.writer) as conn:
            if self.place.path is not None:
                sqlite.log_still_there(self.place, conn)
            if epoch is not None:
                self._check_lease(conn, epoch)
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a snapshot: what is written meanwhile is not seen, nothing can be."""
        self._check_open()
        with self._transaction(self.reader) as conn:
            yield conn

    def migrate(self) -> None:
        """Bring the tables up to date; a backup of the file is made before."""
        from monitor.store import migrate

        migrate.run(self)

    def verify(self) -> None:
        """Read everything once; raise StoreDamaged if the database is not sound."""
        self.still_there()
        if self.place.path is None:
            self._look_at_server()
            return
        sqlite.inspect(self.place, thorough=True)

    def still_there(self) -> bool:
        """Return True, or raise StoreDamaged if the file was taken from under us."""
        if self._identity is not None:
            sqlite.still_there(self.place, self._identity)
        return True

    def close(self) -> None:
        """Let go of every connection. The store cannot be used afterwards."""
        closed, self._closed = self._closed, True
        self.reader.dispose()
        # The last to close tidies the write-ahead log away.
        self.writer.dispose()
        if self._identity is not None and not closed:
            sqlite.let_go(self._identity)

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        self.still_there()
        with translated(self.place), engine.begin() as conn:
            # Again: a connection may just have been opened, to another file.
            self.still_there()
            yield conn

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        self._check_open()
        me = threading.get_ident()
        if self._writing_thread == me:
            raise RuntimeError("a write transaction inside a write transaction")
        if not self._turn.acquire(timeout=_LONGEST_QUEUE):
            raise StoreUnavailable(
                f"{self.place} is busy: others have been writing for "
                f"{_LONGEST_QUEUE:.0f} seconds; it will be tried again"
            )
        self._writing_thread = me
        try:
            yield
        finally:
            self._writing_thread = None
            self._turn.release()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(f"{self.place} has been closed")

    def _check_lease(self, conn: Connection, epoch: int) -> None:
        found = conn.execute(select(lease.c.epoch, lease.c.owner)).first()
        if found is None or found.epoch != epoch:
            owner = found.owner if found is not None else "nobody"
            raise LeaseLost(
                f"{self.place} was taken over by another daemon ({owner}); "
                "this one stops writing"
            )
