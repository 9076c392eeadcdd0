"""Collectors' rows: due times, cursors, failures, runs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from monitor.core.errors import Recovery, StoreError
from monitor.store import collectors as rows
from monitor.store.collectors import Outcome
from monitor.store.db import Store
from tests.fakes.clock import NOON

MINUTE = timedelta(minutes=1)


def state(store: Store, name: str = "hn") -> Any:
    with store.read() as conn:
        return rows.get(conn, name)


def ensure(store: Store, *names: str, settings_hash: str = "a") -> None:
    with store.write() as conn:
        for name in names or ("hn",):
            rows.ensure(conn, name, due=NOON, settings_hash=settings_hash)


def fail(store: Store, recovery: Recovery = Recovery.RETRY) -> None:
    with store.write() as conn:
        rows.failed(
            conn,
            "hn",
            now=NOON,
            next_due=NOON + MINUTE,
            error="no answer",
            recovery=recovery,
        )


def test_a_new_collector_is_due_at_once_and_has_no_cursor(store: Store) -> None:
    ensure(store)

    new = state(store)
    assert (new.next_due_at, new.cursor, new.failures) == (NOON, None, 0)
    assert state(store, "unknown") is None


def test_what_is_due_comes_in_order_and_only_of_those_asked_for(store: Store) -> None:
    ensure(store, "a", "b", "c", "d")
    with store.write() as conn:
        rows.reschedule(conn, "a", NOON + MINUTE)
        rows.reschedule(conn, "b", NOON - MINUTE)

    with store.read() as conn:
        due = [s.name for s in rows.due(conn, NOON, ["a", "b", "c"])]
        known = [s.name for s in rows.states(conn)]
    assert due == ["b", "c"]
    assert known == ["b", "c", "d", "a"]


def test_failures_count_up_until_a_run_succeeds(store: Store) -> None:
    ensure(store)
    fail(store)
    fail(store, Recovery.ATTENTION)

    failing = state(store)
    assert (failing.failures, failing.last_error) == (2, "no answer")
    assert (failing.recovery, failing.needs_attention) == ("attention", True)
    assert failing.next_due_at == NOON + MINUTE

    with store.write() as conn:
        rows.succeeded(
            conn, "hn", now=NOON, next_due=NOON + 2 * MINUTE, last_post_at=NOON
        )
    well = state(store)
    assert (well.failures, well.last_error, well.recovery) == (0, "", "")
    assert (well.last_ok_at, well.last_post_at, well.next_due_at) == (
        NOON,
        NOON,
        NOON + 2 * MINUTE,
    )


def test_the_newest_post_is_remembered_through_empty_and_older_runs(
    store: Store,
) -> None:
    ensure(store)
    with store.write() as conn:
        for last in (NOON, NOON - MINUTE, None):
            rows.succeeded(conn, "hn", now=NOON, next_due=NOON, last_post_at=last)

    assert state(store).last_post_at == NOON


def test_new_settings_are_a_fresh_start_with_the_old_cursor(store: Store) -> None:
    """F16: after new credentials nobody waits for a probe in an hour."""
    ensure(store)
    with store.write() as conn:
        rows.save_cursor(conn, "hn", {"since": 5})
    fail(store, Recovery.ATTENTION)

    ensure(store, settings_hash="a")
    assert state(store).failures == 1
    ensure(store, settings_hash="b")

    fresh = state(store)
    assert (fresh.failures, fresh.recovery, fresh.next_due_at) == (0, "", NOON)
    assert fresh.cursor == {"since": 5}


def test_a_cursor_comes_back_as_it_was_saved(store: Store) -> None:
    ensure(store)
    cursor = {"id": "18446744073709551617", "n": 2**60, "환": ["a", None, 1.5, True]}

    with store.write() as conn:
        rows.save_cursor(conn, "hn", cursor)

    with store.read() as conn:
        assert rows.cursor(conn, "hn") == cursor
        assert rows.cursor(conn, "other") is None


def test_a_cursor_that_grows_without_end_is_refused(store: Store) -> None:
    ensure(store)

    with pytest.raises(StoreError, match=r"'hn' has \d+ bytes"), store.write() as conn:
        rows.save_cursor(conn, "hn", {"seen": ["1234567"] * 500})


def test_a_cursor_of_an_unknown_collector_is_not_lost_in_silence(store: Store) -> None:
    with (
        pytest.raises(StoreError, match="unknown collector 'hn'"),
        store.write() as conn,
    ):
        rows.save_cursor(conn, "hn", {})


def test_runs_are_listed_newest_first_with_what_came_of_them(store: Store) -> None:
    with store.write() as conn:
        first = rows.start_run(conn, "hn", now=NOON)
        second = rows.start_run(conn, "hn", now=NOON + MINUTE)
        rows.start_run(conn, "other", now=NOON)
        outcome = Outcome(
            pages=2, fetched=9, new=3, mentions=4, quarantined=1, gap=True
        )
        rows.finish_run(conn, first, now=NOON + MINUTE, outcome=outcome)

    with store.read() as conn:
        runs = rows.recent_runs(conn, "hn", 5)
    assert [run.id for run in runs] == [second, first]
    assert runs[0].finished_at is None
    assert (runs[1].finished_at, runs[1].new, runs[1].gap) == (NOON + MINUTE, 3, True)


def test_runs_that_died_with_the_program_are_marked(store: Store) -> None:
    with store.write() as conn:
        done = rows.start_run(conn, "hn", now=NOON)
        rows.finish_run(conn, done, now=NOON, outcome=Outcome(error="RateLimited"))
        rows.start_run(conn, "hn", now=NOON)

        assert rows.mark_crashed(conn, now=NOON + MINUTE) == 1

        errors = [run.error for run in rows.recent_runs(conn, "hn", 5)]
    assert errors == ["crashed", "RateLimited"]
