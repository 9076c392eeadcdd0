"""Word to the operator when a collector stops working, and when it works again.

One message for each trouble, through the same outbox as every alert; when the
trouble is over, the same message says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from monitor.core.clock import Clock
from monitor.core.ids import stable_id
from monitor.core.model import Reason, Severity
from monitor.store import alerts as alert_rows
from monitor.store import deliveries as outbox
from monitor.store.alerts import NewAlert
from monitor.store.db import Store
from monitor.store.deliveries import NewDelivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Operators:
    """Those who keep the program running; `receivers` may be empty."""

    store: Store
    clock: Clock
    receivers: tuple[str, ...]
    epoch: int | None = None

    def trouble(self, what: str, note: str) -> None:
        """Say once that something needs a person."""
        if not self.receivers:
            return
        now = self.clock.now()
        with self.store.write(epoch=self.epoch) as conn:
            if alert_rows.open_trouble(conn, what) is not None:
                return
            key = stable_id("ops", what, now.isoformat())
            alert_id = alert_rows.create(conn, _alert(what, note, key), now=now)
            for receiver in self.receivers:
                _deliver(conn, alert_id, key, receiver, now)

    def over(self, what: str, note: str) -> None:
        """Say in the same place that it works again."""
        now = self.clock.now()
        with self.store.write(epoch=self.epoch) as conn:
            row = alert_rows.open_trouble(conn, what)
            if row is None:
                return
            alert_rows.close(conn, row.id, now=now, note=f"{note} (it was: {row.note})")
            for root_id, receiver in outbox.roots(conn, row.id):
                _deliver(conn, row.id, row.key, receiver, now, root_id=root_id)


def _alert(what: str, note: str, key: str) -> NewAlert:
    return NewAlert(
        key=key,
        kind=alert_rows.OPS,
        brand="",
        group_key=what,
        rules=(),
        receivers=(),
        severity=Severity.HIGH,
        note=note,
        count=0,
    )


def _deliver(  # noqa: PLR0913, PLR0917 - the columns of one row
    conn: Connection,
    alert_id: int,
    key: str,
    receiver: str,
    now: datetime,
    root_id: int | None = None,
) -> None:
    outbox.add(
        conn,
        NewDelivery(
            alert_id=alert_id,
            alert_key=key,
            receiver=receiver,
            role="root" if root_id is None else "update",
            reason=Reason.FIRST if root_id is None else Reason.RESOLVED,
            stage="root" if root_id is None else "over",
            priority=int(Severity.HIGH),
            next_try_at=now,
            root_id=root_id,
        ),
        now=now,
    )
