"""One verdict per collector from its rows. Nobody else computes it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from monitor.core.errors import Recovery

FAILURES_UNTIL_FAILING = 3


class Health(StrEnum):
    """How a collector is doing."""

    WAITING = "waiting"
    OK = "ok"
    LATE = "late"
    FAILING = "failing"
    SIGNED_OUT = "signed_out"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """What is known of a collector: from its row, its configuration, its thread."""

    enabled: bool
    every: timedelta
    started_at: datetime
    last_ok_at: datetime | None
    failures: int
    recovery: str


def judge(vitals: Vitals, *, now: datetime) -> Health:
    """Turn the rows of a collector into one state.

    `started_at` is when the daemon started: what has not run yet is *waiting*
    until twice its interval has passed, and *late* after that.
    """
    if not vitals.enabled:
        return Health.PAUSED
    if vitals.failures and vitals.recovery == Recovery.ATTENTION:
        return Health.SIGNED_OUT
    if vitals.failures >= FAILURES_UNTIL_FAILING:
        return Health.FAILING
    patience = 2 * vitals.every + timedelta(seconds=30)
    if vitals.last_ok_at is None:
        return Health.LATE if now - vitals.started_at > patience else Health.WAITING
    since = max(vitals.last_ok_at, vitals.started_at)
    return Health.LATE if now - since > patience else Health.OK
