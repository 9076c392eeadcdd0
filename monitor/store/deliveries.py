"""The outbox: one alert on its way to one receiver, and how far it got.

`pending` waits for its time. `sending` has an intent: a call may have been made,
and until it is known whether it arrived, nothing is sent again. `sent`, `parked`
(a person is needed) and `obsolete` are ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from monitor.core.ids import stable_id
from monitor.core.model import DeliveryState, Reason
from monitor.store.schema import alerts, deliveries

_root = deliveries.alias("root")
_OPEN = (DeliveryState.PENDING, DeliveryState.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the outbox, with what its root message's receipt says."""

    id: int
    key: str
    alert_id: int
    receiver: str
    role: str
    reason: Reason
    mention_id: int | None
    state: DeliveryState
    priority: int
    attempts: int
    absences: int
    intent_at: datetime | None
    plain: bool
    possible_repeat: bool
    root_receipt: Mapping[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDelivery:
    """A delivery to be written; `stage` makes its key unique within the alert."""

    alert_id: int
    alert_key: str
    receiver: str
    role: str
    reason: Reason
    stage: str
    priority: int
    next_try_at: datetime
    mention_id: int | None = None
    root_id: int | None = None

    @property
    def key(self) -> str:
        """Return the message's identity, the same after any crash."""
        return stable_id(self.alert_key, self.receiver, self.stage)


def add(conn: Connection, new: NewDelivery, *, now: datetime) -> None:
    """Write a delivery unless the same one is there already."""
    known = select(deliveries.c.id).where(deliveries.c.key == new.key)
    if conn.execute(known).first() is not None:
        return
    conn.execute(
        insert(deliveries).values(
            key=new.key,
            alert_id=new.alert_id,
            receiver=new.receiver,
            role=new.role,
            reason=new.reason,
            mention_id=new.mention_id,
            root_id=new.root_id,
            state=DeliveryState.PENDING,
            priority=new.priority,
            created_at=now,
            next_try_at=new.next_try_at,
        )
    )


def due(
    conn: Connection, receiver: str, now: datetime, limit: int = 1
) -> list[Delivery]:
    """Return what may be sent now: most severe first, then oldest.

    A reply or an update waits until its root message has been sent.
    """
    ready = (
        (deliveries.c.receiver == receiver)
        & (deliveries.c.state == DeliveryState.PENDING)
        & (deliveries.c.next_try_at <= now)
        & or_(deliveries.c.root_id.is_(None), _root.c.state == DeliveryState.SENT)
    )
    order = (deliveries.c.priority.desc(), deliveries.c.id)
    return [
        _delivery(r) for r in conn.execute(_select(ready).order_by(*order).limit(limit))
    ]


def in_doubt(
    conn: Connection, receiver: str, now: datetime, limit: int = 1
) -> list[Delivery]:
    """Return what may have arrived and is due to be looked for."""
    doubtful = (
        (deliveries.c.receiver == receiver)
        & (deliveries.c.state == DeliveryState.SENDING)
        & (deliveries.c.next_try_at <= now)
    )
    found = conn.execute(_select(doubtful).order_by(deliveries.c.id).limit(limit))
    return [_delivery(row) for row in found]


def claim(
    conn: Connection, delivery: Delivery, *, now: datetime, look_at: datetime
) -> bool:
    """Write down the intent to send; False if somebody else was quicker."""
    result = conn.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery.id)
        .where(deliveries.c.state == DeliveryState.PENDING)
        .values(
            state=DeliveryState.SENDING,
            intent_at=now,
            next_try_at=look_at,
            absences=0,
            attempts=deliveries.c.attempts + 1,
        )
    )
    return result.rowcount == 1


def sent(
    conn: Connection, delivery: Delivery, receipt: Mapping[str, str], now: datetime
) -> None:
    """It arrived."""
    _set(
        conn,
        delivery.id,
        state=DeliveryState.SENT,
        receipt=dict(receipt),
        sent_at=now,
        error="",
    )


def postpone(
    conn: Connection,
    delivery: Delivery,
    until: datetime,
    error: str,
    **changes: Any,
) -> None:
    """It did not arrive; try again later. `changes` are further columns."""
    _set(
        conn,
        delivery.id,
        state=DeliveryState.PENDING,
        next_try_at=until,
        error=error[:500],
        **changes,
    )


def doubt(conn: Connection, delivery: Delivery, look_at: datetime, error: str) -> None:
    """It may have arrived; look for it at `look_at`."""
    _set(
        conn,
        delivery.id,
        state=DeliveryState.SENDING,
        next_try_at=look_at,
        error=error[:500],
    )


def absent(conn: Connection, delivery: Delivery, look_at: datetime) -> None:
    """It was looked for and not found, once more."""
    _set(conn, delivery.id, absences=delivery.absences + 1, next_try_at=look_at)


def park(conn: Connection, delivery: Delivery, error: str) -> None:
    """Trying again will not help; a person has to look."""
    _set(conn, delivery.id, state=DeliveryState.PARKED, error=error[:500])


def retire(conn: Connection, delivery: Delivery) -> None:
    """There is nothing left to say (a newer update says it already)."""
    _set(conn, delivery.id, state=DeliveryState.OBSOLETE)


def unpark(conn: Connection, *, now: datetime, receivers: Sequence[str]) -> int:
    """Give parked deliveries of these receivers another chance; return how many."""
    result = conn.execute(
        update(deliveries)
        .where(deliveries.c.state == DeliveryState.PARKED)
        .where(deliveries.c.receiver.in_(receivers))
        .values(
            state=DeliveryState.PENDING,
            next_try_at=now,
            attempts=0,
            plain=False,
            error="",
        )
    )
    return result.rowcount


def roots(conn: Connection, alert_id: int) -> list[tuple[int, str]]:
    """Return id and receiver of every first message of an alert."""
    found = conn.execute(
        select(deliveries.c.id, deliveries.c.receiver)
        .where(deliveries.c.alert_id == alert_id)
        .where(deliveries.c.role == "root")
    )
    return [(row.id, row.receiver) for row in found]


def last_update(conn: Connection, root_id: int) -> tuple[int, datetime | None, bool]:
    """Return how many updates a root has, the last one's time, and if it waits."""
    row = conn.execute(
        select(
            func.count(),
            func.max(deliveries.c.next_try_at),
            func.sum(
                (deliveries.c.state == DeliveryState.PENDING).cast(
                    deliveries.c.attempts.type
                )
            ),
        )
        .where(deliveries.c.root_id == root_id)
        .where(deliveries.c.role == "update")
    ).one()
    return row[0], row[1], bool(row[2])


def replies_of(conn: Connection, alert_id: int) -> list[datetime]:
    """Return when replies in an alert's threads were written."""
    found = conn.execute(
        select(deliveries.c.created_at)
        .where(deliveries.c.alert_id == alert_id)
        .where(deliveries.c.role == "reply")
    )
    return [row.created_at for row in found]


def created_at(conn: Connection, delivery_id: int) -> datetime:
    """Return when a delivery was written."""
    query = select(deliveries.c.created_at).where(deliveries.c.id == delivery_id)
    created: datetime = conn.execute(query).scalar_one()
    return created


def open_count(
    conn: Connection,
    receivers: Sequence[str] | None = None,
    *,
    before: datetime | None = None,
) -> int:
    """Return how many deliveries are neither sent nor at another end.

    A reply whose root is parked cannot move and does not count. `before` leaves
    out what is due later than that.
    """
    query = (
        select(func.count())
        .select_from(deliveries.outerjoin(_root, deliveries.c.root_id == _root.c.id))
        .where(deliveries.c.state.in_(_OPEN))
        .where(
            or_(
                deliveries.c.root_id.is_(None),
                _root.c.state.not_in((DeliveryState.PARKED, DeliveryState.OBSOLETE)),
            )
        )
    )
    if receivers is not None:
        query = query.where(deliveries.c.receiver.in_(receivers))
    if before is not None:
        query = query.where(deliveries.c.next_try_at <= before)
    return int(conn.execute(query).scalar_one())


def counts(conn: Connection) -> dict[str, int]:
    """Return how many deliveries are in each state."""
    found = conn.execute(
        select(deliveries.c.state, func.count().label("n")).group_by(deliveries.c.state)
    )
    return {row.state: row.n for row in found}


def listing(conn: Connection, states: Sequence[str], limit: int) -> list[Row[Any]]:
    """Return deliveries in these states, newest first, for people to read."""
    return list(
        conn.execute(
            select(
                deliveries.c.id,
                deliveries.c.receiver,
                deliveries.c.role,
                deliveries.c.state,
                deliveries.c.attempts,
                deliveries.c.next_try_at,
                deliveries.c.error,
                alerts.c.brand,
            )
            .join(alerts, alerts.c.id == deliveries.c.alert_id)
            .where(deliveries.c.state.in_(states))
            .order_by(deliveries.c.id.desc())
            .limit(limit)
        )
    )


def _set(conn: Connection, delivery_id: int, **values: Any) -> None:
    conn.execute(
        update(deliveries).where(deliveries.c.id == delivery_id).values(**values)
    )


def _select(condition: Any) -> Any:
    joined = deliveries.outerjoin(_root, deliveries.c.root_id == _root.c.id)
    return (
        select(deliveries, _root.c.receipt.label("root_receipt"))
        .select_from(joined)
        .where(condition)
    )


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        key=row.key,
        alert_id=row.alert_id,
        receiver=row.receiver,
        role=row.role,
        reason=Reason(row.reason),
        mention_id=row.mention_id,
        state=DeliveryState(row.state),
        priority=row.priority,
        attempts=row.attempts,
        absences=row.absences,
        intent_at=row.intent_at,
        plain=row.plain,
        possible_repeat=row.possible_repeat,
        root_receipt=row.root_receipt,
    )
