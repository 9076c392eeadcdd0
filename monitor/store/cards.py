"""Messages that readers can answer: which alert they are of, and what was said of it.

A message is found by the key of the delivery that drew its buttons: its first sending,
or one that renewed it since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, exists, func, select

from alerts.marking import Said
from monitor.store.schema import alert_mentions, alerts, deliveries, teachings


class Card(NamedTuple):
    """A message as it was sent first: a root, or a reply in its thread."""

    id: int
    role: str
    reason: str
    receiver: str
    priority: int
    mention_id: int | None
    root_id: int | None
    receipt: Mapping[str, Any] | None
    alert_id: int
    alert_key: str

    def stands_at(self, place: Mapping[str, str]) -> bool:
        """Tell whether this is where the message went."""
        receipt = self.receipt or {}
        return bool(place) and all(receipt.get(k) == v for k, v in place.items())


def find(conn: Connection, key: str) -> Card | None:
    """Return the message that a delivery sent or renewed."""
    query = select(deliveries.c.id, deliveries.c.role, deliveries.c.root_id)
    row = conn.execute(query.where(deliveries.c.key == key)).first()
    if row is None:
        return None
    return get(conn, row.root_id if row.role == "update" else row.id)


def get(conn: Connection, delivery_id: int) -> Card | None:
    """Return a message by the number of its first sending."""
    row = conn.execute(
        select(
            deliveries.c.id,
            deliveries.c.role,
            deliveries.c.reason,
            deliveries.c.receiver,
            deliveries.c.priority,
            deliveries.c.mention_id,
            deliveries.c.root_id,
            deliveries.c.receipt,
            deliveries.c.alert_id,
            alerts.c.key,
        )
        .join(alerts, alerts.c.id == deliveries.c.alert_id)
        .where(deliveries.c.id == delivery_id)
    ).first()
    return None if row is None else Card._make(row)


def holds(conn: Connection, alert_id: int, mention_id: int) -> bool:
    """Tell whether a mention is in an alert."""
    here = (alert_mentions.c.alert_id == alert_id) & (
        alert_mentions.c.mention_id == mention_id
    )
    return bool(conn.execute(select(exists().where(here))).scalar())


def said_of(conn: Connection, post_id: int, brand: str) -> list[Said]:
    """Return what counts at present of a post and brand, the newest in front."""
    newest = (
        select(func.max(teachings.c.id))
        .where(teachings.c.post_id == post_id, teachings.c.brand == brand)
        .where(teachings.c.undone_at.is_(None))
        .group_by(teachings.c.subject)
    )
    rows = conn.execute(
        select(teachings.c.id, teachings.c.verdict, teachings.c.said_by)
        .where(teachings.c.id.in_(newest))
        .order_by(teachings.c.id.desc())
    )
    return [Said(number=row.id, verdict=row.verdict, by=row.said_by) for row in rows]


def last_said(conn: Connection, post_id: int, brand: str) -> int:
    """Return the number of what was said last, undone or not; 0 if nothing ever was."""
    number = conn.execute(
        select(func.max(teachings.c.id)).where(
            teachings.c.post_id == post_id, teachings.c.brand == brand
        )
    ).scalar()
    return int(number or 0)
