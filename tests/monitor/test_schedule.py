"""When a collector runs next, and how it is doing: pure functions, as tables."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from monitor.core.errors import (
    RateLimited,
    Recovery,
    SourceAuthError,
    SourceChanged,
    SourceUnavailable,
)
from monitor.health import Health, Vitals, judge
from monitor.schedule import (
    after_failure,
    after_success,
    reconnect_after,
    repaired,
)
from tests.fakes.clock import NOON

EVERY = timedelta(minutes=1)


def fails(error, failures=1, seed=1):
    rng = random.Random(seed)
    return (
        after_failure(error, failures=failures, every=EVERY, now=NOON, rng=rng) - NOON
    )


@pytest.mark.parametrize(
    ("failures", "facts", "least", "most"),
    [
        (1, {}, 0.5, 1),
        (4, {}, 4, 8),
        (10_000, {}, 150, 300),
        (1, {"asked": 40.0}, 20, 40),
        (1, {"asked": 1e9}, 150, 300),
        (1, {"hopeless": True}, 150, 300),
    ],
)
def test_a_lost_connection_is_tried_ever_more_slowly(failures, facts, least, most):
    waits = [reconnect_after(failures, random.Random(n), **facts) for n in range(50)]

    assert least <= min(waits) < max(waits) <= most


def test_after_a_success_the_beat_is_kept():
    started = NOON - timedelta(seconds=20)

    assert after_success(started, EVERY, NOON) == started + EVERY


def test_a_run_that_took_longer_than_its_interval_is_followed_at_once_but_not_at_zero():
    started = NOON - timedelta(minutes=5)

    assert after_success(started, EVERY, NOON) == NOON + timedelta(seconds=1)


@pytest.mark.parametrize("failures", [1, 2, 3, 6, 50])
def test_waits_double_with_jitter_up_to_an_hour(failures):
    """F17."""
    wait = fails(SourceUnavailable("x", "gone"), failures)
    expected = min(EVERY * 2 ** min(failures - 1, 20), timedelta(hours=1))

    assert expected * 0.75 <= wait <= expected * 1.25


def test_two_collectors_that_fail_together_do_not_come_back_together():
    """F17: jitter."""
    error = SourceUnavailable("x", "gone")

    assert fails(error, 3, seed=1) != fails(error, 3, seed=2)


def test_a_service_that_names_a_time_is_believed():
    """F17."""
    assert fails(RateLimited("x", "slow down", 300)) == timedelta(minutes=5)


def test_a_service_that_names_a_short_time_does_not_shorten_the_interval():
    assert fails(RateLimited("x", "slow down", 2)) == EVERY


@pytest.mark.parametrize("error", [SourceAuthError, SourceChanged])
def test_what_needs_a_person_is_probed_once_an_hour(error):
    """F16: no hammering with a refused credential."""
    assert fails(error("x", "no")) == timedelta(hours=1)


def test_a_clock_set_back_starves_nobody():
    """F30: due an hour ahead, though it runs every minute: it is due now."""
    due = NOON + timedelta(hours=1)

    assert repaired(due, failures=0, every=EVERY, now=NOON) == NOON


def test_a_clock_set_back_does_not_wake_what_has_to_wait():
    due = NOON + timedelta(hours=1)

    assert repaired(due, failures=3, every=EVERY, now=NOON) == due


def vitals(**more):
    values = {
        "enabled": True,
        "every": EVERY,
        "started_at": NOON,
        "last_ok_at": NOON,
        "failures": 0,
        "recovery": "",
    }
    return Vitals(**(values | more))


@pytest.mark.parametrize(
    ("more", "minutes", "expected"),
    [
        ({"enabled": False, "failures": 9}, 0, Health.PAUSED),
        ({"last_ok_at": None}, 1, Health.WAITING),
        ({"last_ok_at": None}, 10, Health.LATE),
        ({}, 1, Health.OK),
        ({}, 3, Health.LATE),
        ({"failures": 2, "recovery": Recovery.RETRY}, 1, Health.OK),
        ({"failures": 3, "recovery": Recovery.RETRY}, 1, Health.FAILING),
        ({"failures": 1, "recovery": Recovery.ATTENTION}, 1, Health.SIGNED_OUT),
    ],
)
def test_the_state_of_a_collector(more, minutes, expected):
    now = NOON + timedelta(minutes=minutes)

    assert judge(vitals(**more), now=now) is expected


def test_yesterdays_good_run_does_not_make_a_fresh_start_late():
    old = vitals(last_ok_at=NOON - timedelta(days=1))

    assert judge(old, now=NOON + timedelta(seconds=30)) is Health.OK
