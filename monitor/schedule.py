"""When a collector runs next: after a success, after each kind of failure. Pure."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from monitor.core.errors import MonitorError, RateLimited, Recovery

LONGEST_BACKOFF = timedelta(hours=1)
PROBE_EVERY = timedelta(hours=1)
SHORTEST_WAIT = timedelta(seconds=1)
RECONNECT, LONGEST_RECONNECT = 1.0, 300.0


def after_success(started_at: datetime, every: timedelta, now: datetime) -> datetime:
    """Keep the beat: one interval after the start, and not before now."""
    return max(started_at + every, now + min(SHORTEST_WAIT, every))


def after_failure(
    error: MonitorError,
    *,
    failures: int,
    every: timedelta,
    now: datetime,
    rng: random.Random,
) -> datetime:
    """Wait as long as the service asks, else ever longer, else for a person.

    `failures` counts this one. What needs a person is probed once an hour, so
    that a repaired credential is noticed without hammering a refused one.
    """
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return now + max(every, timedelta(seconds=error.retry_after))
    if error.recovery is not Recovery.RETRY:
        return now + max(every, PROBE_EVERY)
    longest = max(every, LONGEST_BACKOFF)
    backoff: timedelta = min(every * 2 ** min(failures - 1, 20), longest)
    return now + backoff * rng.uniform(0.75, 1.25)


def reconnect_after(
    failures: int, rng: random.Random, *, asked: float = 0.0, hopeless: bool = False
) -> float:
    """Return for how many seconds to leave a lost connection alone.

    `failures` in a row, this one too; `asked` is what the other side asked for. What
    is `hopeless` without a person is tried as rarely as possible.
    """
    wait = max(RECONNECT * 2 ** min(failures - 1, 20), asked)
    wait = LONGEST_RECONNECT if hopeless else min(wait, LONGEST_RECONNECT)
    return wait * rng.uniform(0.5, 1.0)


def repaired(
    next_due: datetime, *, failures: int, every: timedelta, now: datetime
) -> datetime:
    """Bring a due time back that a clock set backwards has moved far ahead.

    A healthy collector is never due later than one interval from now.
    """
    if failures == 0 and next_due > now + every:
        return now
    return next_due
