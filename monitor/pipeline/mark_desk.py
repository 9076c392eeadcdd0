"""What readers press below alerts becomes marks, and the message says so.

A press has been acknowledged when it comes here, so it must not be slow there and may
be slow here: presses wait in memory until the store takes them. The mark and the
renewal of the message are one transaction; the same press again changes nothing.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from alerts.hearing import Press
from alerts.marking import Answer, read_choice
from monitor.core.clock import Clock
from monitor.core.errors import StoreError
from monitor.core.model import Reason
from monitor.store import cards, teachings
from monitor.store import deliveries as outbox
from monitor.store.cards import Card
from monitor.store.db import Store
from monitor.store.deliveries import NewDelivery
from monitor.store.teachings import Mention, Said
from monitor.teaching import Verdict

log = logging.getLogger(__name__)

MOST_WAITING = 1_000


class _Dropped(Exception):
    """A press is of no use; the text says why."""


@dataclass(slots=True, kw_only=True)
class MarkDesk:
    """Takes presses from any thread; one thread steps.

    `knows` says whether a receiver is there to renew a message, `renew` wakes it,
    `count` hears of every mark: the receiver and the verdict, or `undo`.
    """

    store: Store
    clock: Clock
    knows: Callable[[str], bool]
    renew: Callable[[str], None]
    count: Callable[[str, str], None]
    epoch: int | None = None
    _waiting: deque[Press] = field(default_factory=deque)

    def put(self, press: Press) -> bool:
        """Keep a press until `step`; False if too many wait already."""
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append(press)
        return True

    def step(self) -> bool:
        """Write down what was pressed; True if there was anything.

        Raises StoreError; what could not be written is tried again at the next step.
        """
        busy = bool(self._waiting)
        while self._waiting:
            try:
                self._take(self._waiting[0])
            except _Dropped as exc:
                log.warning("press dropped", extra={"reason": str(exc)})
            except StoreError:
                raise
            except Exception:
                # What comes from outside must not stand in the way of the next.
                log.exception("press could not be used")
            self._waiting.popleft()
        return busy

    def _take(self, press: Press) -> None:
        answer = read_choice(press.value)
        if answer is None:
            raise _Dropped("its value is none of ours")
        with self.store.write(epoch=self.epoch) as conn:
            card = _card(conn, press, answer)
            mention = teachings.mention(conn, answer.mention_id)
            if mention is None:
                raise _Dropped("the post is gone")
            changed = self._say(conn, answer, mention, press.by)
            if self.knows(card.receiver):
                self._renew(conn, card, mention)
        if changed:
            verdict = answer.verdict or "undo"
            self.count(card.receiver, verdict)
            log.info("marked", extra={"receiver": card.receiver, "verdict": verdict})
        self.renew(card.receiver)

    def _say(self, conn: Connection, answer: Answer, mention: Mention, by: str) -> bool:
        """Record a verdict, or take one back; False if it was so already."""
        now = self.clock.now()
        if answer.verdict:
            said = Said(mention.brand, Verdict(answer.verdict), mention.post_id)
            return teachings.record(conn, said, by=by, now=now) is not None
        counting = cards.said_of(conn, mention.post_id, mention.brand)
        if answer.undo not in {each.number for each in counting}:
            return False
        return bool(teachings.undo(conn, by=by, now=now, number=answer.undo))

    def _renew(self, conn: Connection, card: Card, mention: Mention) -> None:
        """Let the message say what counts now; a reply's first message as well."""
        last = cards.last_said(conn, mention.post_id, mention.brand)
        counting = cards.said_of(conn, mention.post_id, mention.brand)
        # What was said is only added to and undone, so no state comes twice.
        state = f"{last}:{'.'.join(str(each.number) for each in counting)}"
        shown = [card]
        root = cards.get(conn, card.root_id) if card.root_id is not None else None
        shown += [root] if root is not None else []
        for each in shown:
            self._add(conn, each, stage=f"said:{each.id}:{state}")

    def _add(self, conn: Connection, card: Card, *, stage: str) -> None:
        now = self.clock.now()
        outbox.add(
            conn,
            NewDelivery(
                alert_id=card.alert_id,
                alert_key=card.alert_key,
                receiver=card.receiver,
                role="update",
                reason=Reason(card.reason),
                stage=stage,
                priority=card.priority,
                next_try_at=now,
                mention_id=card.mention_id if card.role == "reply" else None,
                root_id=card.id,
            ),
            now=now,
        )


def _card(conn: Connection, press: Press, answer: Answer) -> Card:
    """Return the message a press belongs to, if it is one of ours and holds that."""
    card = cards.find(conn, press.key)
    if card is None:
        raise _Dropped("the message is none of ours")
    if not card.stands_at(press.place):
        raise _Dropped("the message stands somewhere else, or may not have arrived")
    if not cards.holds(conn, card.alert_id, answer.mention_id):
        raise _Dropped("the mention is not in this alert")
    return card
