"""A clock that a test moves by hand."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class FixedClock:
    """Time stands still until `advance` or somebody's `wait` moves it."""

    def __init__(self, start: datetime = NOON) -> None:
        self._lock = threading.Lock()
        self._now = start
        self._monotonic = 1000.0

    def now(self) -> datetime:
        """Return the present instant."""
        with self._lock:
            return self._now

    def monotonic(self) -> float:
        """Return seconds that only `advance` and `wait` add to."""
        with self._lock:
            return self._monotonic

    def wait(self, seconds: float, stop: threading.Event | None = None) -> bool:
        """Let the time pass at once; return True if `stop` is set."""
        if stop is not None and stop.is_set():
            return True
        self.advance(max(0.0, seconds))
        return stop is not None and stop.is_set()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        with self._lock:
            self._now += timedelta(seconds=seconds)
            self._monotonic += seconds

    def set_wall(self, now: datetime) -> None:
        """Put the wall clock forward or back; monotonic time does not move."""
        with self._lock:
            self._now = now
