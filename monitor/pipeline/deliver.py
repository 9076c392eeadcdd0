"""Due deliveries to notifiers: one attempt, then a row says what comes next.

Before a call there is an intent in the outbox. After an answer that leaves it
open whether the message arrived, and after a crash, the message is looked for
before it is sent again; so a death at any instant neither loses nor repeats it.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from alerts.base import Message, Notifier, Receipt
from monitor.core.clock import Clock
from monitor.core.crash import crash_point
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
    StoreError,
)
from monitor.store import deliveries as outbox
from monitor.store.db import Store
from monitor.store.deliveries import Delivery

log = logging.getLogger(__name__)

Render = Callable[[Connection, Delivery], Message | None]
"""Find the words for a delivery; None if there is nothing left to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxPolicy:
    """How patient the outbox is."""

    first_look: timedelta = timedelta(seconds=10)
    between_looks: timedelta = timedelta(seconds=3)
    looks: int = 5
    give_up_looking: timedelta = timedelta(minutes=30)
    backoff: timedelta = timedelta(seconds=1)
    longest_backoff: timedelta = timedelta(minutes=15)
    poison_attempts: int = 5


@dataclass(slots=True, kw_only=True)
class Pace:
    """A token bucket: `per_second` on average, `burst` at once."""

    per_second: float
    burst: int
    tokens: float = field(init=False)
    filled_at: float | None = None

    def __post_init__(self) -> None:
        self.tokens = float(self.burst)

    def wait_for(self, now: float) -> float:
        """Take a token and return 0, or return the seconds until there is one."""
        if self.filled_at is not None:
            grown = (now - self.filled_at) * self.per_second
            self.tokens = min(float(self.burst), self.tokens + grown)
        self.filled_at = now
        if self.tokens >= 1:
            self.tokens -= 1
            return 0.0
        return (1 - self.tokens) / self.per_second


@dataclass(slots=True, kw_only=True)
class Sender:
    """Delivers what is due for one receiver. Belongs to one thread."""

    receiver: str
    notifier: Notifier
    store: Store
    clock: Clock
    render: Render
    pace: Pace
    epoch: int | None = None
    fallback: str = ""
    policy: OutboxPolicy = field(default_factory=OutboxPolicy)
    rng: random.Random = field(default_factory=random.Random)
    held_until: datetime | None = None

    def step(self) -> float | None:
        """Do one thing that is due.

        Return None if something was done (more may be due), else the seconds
        after which it is worth asking again.
        """
        now = self.clock.now()
        if self.held_until is not None and now < self.held_until:
            return min(1.0, (self.held_until - now).total_seconds())
        with self.store.read() as conn:
            doubtful = outbox.in_doubt(conn, self.receiver, now)
            ready = outbox.due(conn, self.receiver, now)
        if doubtful:
            self._reconcile(doubtful[0], now)
            return None
        if not ready:
            return 0.2
        wait = self.pace.wait_for(self.clock.monotonic())
        if wait:
            return wait
        self._deliver(ready[0])
        return None

    # -- sending ----------------------------------------------------------

    def _deliver(self, delivery: Delivery) -> None:
        now = self.clock.now()
        with self.store.write(epoch=self.epoch) as conn:
            if not outbox.claim(
                conn, delivery, now=now, look_at=now + self.policy.first_look
            ):
                return
        crash_point("deliver.claimed")
        message = self._words(delivery)
        if message is None or self._cannot_be_shown(delivery):
            return
        try:
            receipt = self._send(delivery, message)
        except DeliveryError as exc:
            self._failed(delivery, exc)
        except StoreError:
            raise
        except Exception as exc:
            # The one place of this loop where a bug in a notifier is caught.
            log.exception("delivery crashed", extra={"receiver": self.receiver})
            self._poisoned(delivery, type(exc).__name__, arrived_maybe=True)
        else:
            self._sent(delivery, receipt)

    def _failed(self, delivery: Delivery, exc: DeliveryError) -> None:
        match exc:
            case DeliveryUnavailable():
                self._not_sent(delivery, exc)
            case DeliveryUnknown():
                self._maybe_sent(delivery, exc)
            case MessageRejected():
                self._rejected(delivery, exc)
            case _:
                self._park(delivery, str(exc))

    def _cannot_be_shown(self, delivery: Delivery) -> bool:
        """A place whose messages cannot be changed gets no updates."""
        if delivery.role != "update" or self.notifier.can_update:
            return False
        with self.store.write(epoch=self.epoch) as conn:
            outbox.retire(conn, delivery)
        return True

    def _words(self, delivery: Delivery) -> Message | None:
        """Render, or deal with a row that cannot be rendered (then None)."""
        try:
            with self.store.read() as conn:
                message = self.render(conn, delivery)
        except StoreError:
            raise
        except Exception as exc:
            log.exception("message could not be worded", extra={"id": delivery.id})
            self._poisoned(delivery, type(exc).__name__, arrived_maybe=False)
            return None
        if message is None:
            with self.store.write(epoch=self.epoch) as conn:
                outbox.retire(conn, delivery)
        return message

    def _send(self, delivery: Delivery, message: Message) -> Receipt:
        root = delivery.root_receipt
        crash_point("deliver.before_send")
        receipt = self.notifier.send(
            message,
            key=delivery.key,
            plain=delivery.plain,
            replacing=root if delivery.role == "update" else None,
            under=root if delivery.role == "reply" else None,
        )
        crash_point("deliver.after_send")
        return receipt

    # -- what came of it --------------------------------------------------

    def _sent(self, delivery: Delivery, receipt: Receipt) -> None:
        crash_point("deliver.before_record")
        with self.store.write(epoch=self.epoch) as conn:
            outbox.sent(conn, delivery, receipt, self.clock.now())
        crash_point("deliver.recorded")
        log.info(
            "delivered",
            extra={
                "receiver": self.receiver,
                "delivery": delivery.id,
                "role": delivery.role,
            },
        )

    def _not_sent(self, delivery: Delivery, exc: DeliveryUnavailable) -> None:
        now = self.clock.now()
        if exc.retry_after is not None:
            wait = min(timedelta(seconds=exc.retry_after), self.policy.longest_backoff)
        else:
            wait = self._backoff(delivery)
        changes = {}
        if exc.whole_receiver:
            self.held_until = now + wait
            changes = {
                "attempts": delivery.attempts
            }  # being asked to wait is no attempt
        with self.store.write(epoch=self.epoch) as conn:
            outbox.postpone(conn, delivery, now + wait, str(exc), **changes)
        log.warning(
            "delivery postponed",
            extra={"receiver": self.receiver, "seconds": wait.total_seconds()},
        )

    def _maybe_sent(self, delivery: Delivery, exc: DeliveryUnknown) -> None:
        now = self.clock.now()
        again = now + self._backoff(delivery)
        with self.store.write(epoch=self.epoch) as conn:
            if self.notifier.repeat_is_safe or delivery.role == "update":
                outbox.postpone(conn, delivery, again, str(exc))
            elif self.notifier.can_find:
                outbox.doubt(conn, delivery, now + self.policy.first_look, str(exc))
            else:
                outbox.postpone(conn, delivery, again, str(exc), possible_repeat=True)
        log.warning("delivery in doubt", extra={"receiver": self.receiver})

    def _rejected(self, delivery: Delivery, exc: MessageRejected) -> None:
        if delivery.plain:
            self._park(delivery, str(exc))
            return
        with self.store.write(epoch=self.epoch) as conn:
            outbox.postpone(conn, delivery, self.clock.now(), str(exc), plain=True)

    def _poisoned(self, delivery: Delivery, error: str, *, arrived_maybe: bool) -> None:
        if delivery.attempts + 1 >= self.policy.poison_attempts:
            self._park(delivery, f"{error}, {delivery.attempts + 1} times")
            return
        again = self.clock.now() + self._backoff(delivery)
        with self.store.write(epoch=self.epoch) as conn:
            if arrived_maybe and self.notifier.can_find and delivery.role != "update":
                outbox.doubt(conn, delivery, again, error)
            else:
                outbox.postpone(conn, delivery, again, error)

    def _park(self, delivery: Delivery, error: str) -> None:
        now = self.clock.now()
        with self.store.write(epoch=self.epoch) as conn:
            outbox.park(conn, delivery, error)
            if self.fallback and delivery.role == "root":
                outbox.add(
                    conn,
                    outbox.NewDelivery(
                        alert_id=delivery.alert_id,
                        alert_key=delivery.key,
                        receiver=self.fallback,
                        role="root",
                        reason=delivery.reason,
                        stage="fallback",
                        priority=delivery.priority,
                        next_try_at=now,
                        mention_id=delivery.mention_id,
                    ),
                    now=now,
                )
        log.error(
            "delivery parked; repair the receiver, then run 'overheard outbox --retry'",
            extra={"receiver": self.receiver, "error": error},
        )

    def _backoff(self, delivery: Delivery) -> timedelta:
        """Exponential with full jitter, never longer than the policy's longest."""
        exponent = min(delivery.attempts, 20)
        limit: timedelta = min(
            self.policy.backoff * 2**exponent, self.policy.longest_backoff
        )
        return limit * self.rng.uniform(0.5, 1.0)

    # -- after doubt ------------------------------------------------------

    def _reconcile(self, delivery: Delivery, now: datetime) -> None:
        """Look for a message that may have arrived."""
        if delivery.role == "update" or self.notifier.repeat_is_safe:
            self._again(delivery, possible_repeat=delivery.possible_repeat)
            return
        if not self.notifier.can_find:
            self._again(delivery, possible_repeat=True)
            return
        since = delivery.intent_at or now
        next_look = now + self.policy.between_looks
        try:
            receipt = self.notifier.find(
                delivery.key, since=since, under=delivery.root_receipt
            )
        except (DeliveryUnavailable, DeliveryUnknown) as exc:
            if now - since > self.policy.give_up_looking:
                self._again(delivery, possible_repeat=True)
                return
            wait = getattr(exc, "retry_after", None) or next_look - now
            look_at = now + (
                wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            )
            with self.store.write(epoch=self.epoch) as conn:
                outbox.doubt(conn, delivery, look_at, str(exc))
            return
        except DeliveryRefused:
            log.warning("not allowed to look", extra={"receiver": self.receiver})
            self._again(delivery, possible_repeat=True)
            return
        crash_point("reconcile.looked")
        if receipt is not None:
            self._sent(delivery, receipt)
        elif delivery.absences + 1 >= self.policy.looks:
            self._again(delivery, possible_repeat=False)
        else:
            with self.store.write(epoch=self.epoch) as conn:
                outbox.absent(conn, delivery, next_look)

    def _again(self, delivery: Delivery, *, possible_repeat: bool) -> None:
        with self.store.write(epoch=self.epoch) as conn:
            outbox.postpone(
                conn, delivery, self.clock.now(), "", possible_repeat=possible_repeat
            )
