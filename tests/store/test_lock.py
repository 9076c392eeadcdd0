"""One daemon for one database, and none that has been overtaken."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from sqlalchemy import select

from monitor.core.errors import LeaseLost
from monitor.store.db import Store
from monitor.store.lock import AlreadyRunning, InstanceLock
from monitor.store.schema import about, lease
from tests.fakes.clock import FixedClock


def test_a_second_daemon_is_told_who_the_first_is(store: Store) -> None:
    """F8."""
    first, second = InstanceLock(store), InstanceLock(store)
    first.acquire()

    with pytest.raises(AlreadyRunning, match=rf"process .*{os.getpid()}"):
        second.acquire()

    first.release()
    assert second.acquire() == 2
    second.release()


def test_a_daemon_that_was_overtaken_cannot_write(store: Store, store_url: str) -> None:
    """F8: a process that was stopped for a while wakes up with an old epoch."""
    old = InstanceLock(store)
    epoch = old.acquire()
    old.release()
    other_store = Store(store_url, clock=FixedClock())
    new = InstanceLock(other_store)
    assert new.acquire() == epoch + 1

    with pytest.raises(LeaseLost, match="taken over"), store.write(epoch=epoch) as conn:
        conn.execute(about.insert().values(name="late", value=""))

    with other_store.write(epoch=epoch + 1) as conn:
        assert (
            conn.execute(select(about.c.name).where(about.c.name == "late")).first()
            is None
        )
    new.release()
    other_store.close()


def test_renewing_writes_the_time_and_notices_a_lost_lease(
    store: Store, clock: FixedClock
) -> None:
    """F8."""
    lock = InstanceLock(store)
    with pytest.raises(LeaseLost):
        lock.renew()
    lock.acquire()
    clock.advance(30)

    lock.renew()

    with store.read() as conn:
        assert conn.execute(select(lease.c.renewed_at)).scalar() == clock.now()
    with store.write() as conn:
        conn.execute(lease.update().values(epoch=99, owner="thief"))
    with pytest.raises(LeaseLost, match="thief"):
        lock.renew()
    lock.release()


@pytest.mark.slow
def test_a_killed_daemon_frees_its_lock(sqlite_store: Store) -> None:
    """F8: no stale lock file keeps anybody out."""
    code = (
        "import os; from monitor.core.clock import SystemClock; "
        "from monitor.store.db import Store; "
        "from monitor.store.lock import InstanceLock; "
        f"store = Store('sqlite:///{sqlite_store.path}', clock=SystemClock()); "
        "InstanceLock(store).acquire(); os._exit(137)"
    )

    killed = subprocess.run([sys.executable, "-c", code], check=False)

    assert killed.returncode == 137
    lock = InstanceLock(sqlite_store)
    assert lock.acquire() == 2
    lock.release()


def test_a_lock_is_not_handed_down_to_child_processes(sqlite_store: Store) -> None:
    """F8: a child that inherited the descriptor would hold the lock after us."""
    lock = InstanceLock(sqlite_store)
    lock.acquire()
    # close_fds=False: the child gets whatever is not marked.
    child = subprocess.Popen(["sleep", "60"], close_fds=False)

    lock.release()

    with InstanceLock(sqlite_store) as epoch:
        assert epoch == 2
    child.kill()
    child.wait()


@pytest.mark.slow
def test_a_lock_lost_with_its_connection_is_taken_again(
    postgres: Any, clock: FixedClock
) -> None:
    """F36: a restarted server has forgotten the lock; nobody else had it."""
    url = postgres.create("overheard_template")
    store = Store(url, clock=clock)
    lock = InstanceLock(store)
    lock.acquire()
    postgres.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND application_name = 'overheard'"
    )

    lock.renew()

    with pytest.raises(AlreadyRunning):
        InstanceLock(store).acquire()
    lock.release()
    store.close()
    postgres.drop(url)
