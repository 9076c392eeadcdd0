"""Money: what a collector may spend in a month, kept across restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.core.clock import Clock
from monitor.core.errors import BudgetSpent
from monitor.store import spending
from monitor.store.db import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreMeter:
    """A monthly budget (calendar months in UTC) in millionths of a US dollar.

    What a call can cost at most is written down before the call and corrected
    after it. A crash in between leaves too much written down, never too little.
    """

    store: Store
    clock: Clock
    collector: str
    kind: str
    budget_micros: int

    def reserve(self, micros: int) -> None:
        """Put aside the most a call can cost, or raise BudgetSpent."""
        now = self.clock.now()
        month = self.month(now)
        with self.store.write() as conn:
            spent = spending.spent(conn, self.collector, month)
            if spent + micros > self.budget_micros:
                raise BudgetSpent(
                    self.kind,
                    f"the budget of {self.budget_micros / 1e6:.2f} USD for {month} "
                    f"does not allow another call ({spent / 1e6:.2f} USD spent, the "
                    f"call can cost {micros / 1e6:.2f}); raise budget_usd or wait",
                    retry_after=(_next_month(now) - now).total_seconds(),
                )
            spending.add(conn, self.collector, month, micros)

    def settle(self, reserved: int, actual: int) -> None:
        """Replace what was put aside by what the call did cost."""
        if actual == reserved:
            return
        month = self.month(self.clock.now())
        with self.store.write() as conn:
            spending.add(conn, self.collector, month, actual - reserved)

    @staticmethod
    def month(now: datetime) -> str:
        """Return the month a call is counted in, e.g. 2026-11."""
        return f"{now:%Y-%m}"


def _next_month(now: datetime) -> datetime:
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (first + timedelta(days=32)).replace(day=1)
