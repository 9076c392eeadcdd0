"""One daemon for one database, and a number that tells a late one to stop."""

from __future__ import annotations

import fcntl
import os
import socket
from types import TracebackType

from sqlalchemy import Connection, Engine, insert, select, text, update

from monitor.core.errors import LeaseLost, StoreError
from monitor.store import postgresql
from monitor.store.db import Store
from monitor.store.faults import translated
from monitor.store.schema import lease

_ROW = 1


class AlreadyRunning(StoreError):
    """Another daemon works on this database."""


class InstanceLock:
    """Held by the one daemon of a database; freed by the system if it dies.

    `acquire` returns the epoch to pass to `Store.write`: should another daemon
    ever take over, every write of this one raises LeaseLost.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._epoch: int | None = None
        self._guard: _FileGuard | _ServerGuard = (
            _FileGuard(store) if store.path is not None else _ServerGuard(store)
        )

    def acquire(self) -> int:
        """Return a new epoch, or raise AlreadyRunning, which names the other."""
        if self._epoch is not None:
            return self._epoch
        self._guard.take()
        try:
            self._epoch = self._next_epoch()
        except BaseException:
            self._guard.drop()
            raise
        return self._epoch

    def renew(self) -> None:
        """Write that this daemon lives. Raises LeaseLost if it no longer rules."""
        if self._epoch is None:
            raise LeaseLost(f"{self._store} is not held by this process")
        self._guard.keep()
        with self._store.write(epoch=self._epoch) as conn:
            now = self._store.clock.now()
            conn.execute(update(lease).values(renewed_at=now))

    def release(self) -> None:
        """Let the next daemon in. Harmless when nothing is held."""
        self._epoch = None
        self._guard.drop()

    def __enter__(self) -> int:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _next_epoch(self) -> int:
        row = {
            "owner": f"{socket.gethostname()}:{os.getpid()}",
            "renewed_at": self._store.clock.now(),
        }
        with self._store.write() as conn:
            before = conn.execute(select(lease.c.epoch)).scalar()
            if before is None:
                conn.execute(insert(lease).values(id=_ROW, epoch=1, **row))
                return 1
            conn.execute(update(lease).values(epoch=before + 1, **row))
            return int(before) + 1


class _FileGuard:
    """flock on `<database>.lock`, which the system frees with the process."""

    def __init__(self, store: Store) -> None:
        file = store.place.file
        self._where = str(store)
        self._path = file.with_name(file.name + ".lock")
        self._fd: int | None = None

    def take(self) -> None:
        # Not inheritable (os.open's way): a child would hold the lock after us.
        try:
            fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as exc:
            raise StoreError(
                f"lock file {str(self._path)!r} cannot be opened: {exc.strerror}; "
                "give this account access to the database's folder"
            ) from exc
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as exc:
            owner = os.pread(fd, 32, 0).decode("ascii", "replace").strip()
            os.close(fd)
            raise _running(self._where, f"process {owner or 'unknown'}") from exc
        os.ftruncate(fd, 0)
        os.pwrite(fd, f"{os.getpid()}\n".encode(), 0)
        self._fd = fd

    def keep(self) -> None:
        """A held flock stays held."""

    def drop(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


class _ServerGuard:
    """An advisory lock on a connection of its own, freed when that ends."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._engine: Engine | None = None
        self._conn: Connection | None = None

    def take(self) -> None:
        with translated(self._store.place):
            if self._engine is None:
                self._engine = postgresql.lone_engine(self._store.place)
            conn = self._engine.connect()
            if not conn.execute(_TRY_LOCK).scalar_one():
                conn.close()
                raise _running(str(self._store), self._owner())
        self._conn = conn

    def keep(self) -> None:
        """Notice a connection that died, and with it the lock; take it again."""
        if self._conn is None:
            self.take()
            return
        try:
            with translated(self._store.place):
                self._conn.execute(text("SELECT 1"))
        except StoreError:
            self._forget()
            try:
                self.take()
            except AlreadyRunning as exc:
                raise LeaseLost(str(exc)) from exc

    def drop(self) -> None:
        self._forget()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _forget(self) -> None:
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _owner(self) -> str:
        with self._store.read() as conn:
            owner = conn.execute(select(lease.c.owner)).scalar()
        return f"process {owner}" if owner else "another process"


_TRY_LOCK = text(
    f"SELECT pg_try_advisory_lock({postgresql.DAEMONS}, hashtext(current_schema()))"
)


def _running(where: str, owner: str) -> AlreadyRunning:
    return AlreadyRunning(
        f"{where} is in use by another daemon ({owner}); stop that one first, or "
        "give this one another store.url"
    )
