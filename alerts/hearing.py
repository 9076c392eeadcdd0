"""The contract of a notifier whose readers can answer: what they press comes back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from alerts.base import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One press of a choice below a message. All of it comes from outside.

    `key` is that of the delivery that drew the choice, `place` is where the message
    stands, `value` is the choice's own. `by` is who pressed: a name, and behind it in
    brackets what the place calls the person.
    """

    key: str
    place: Receipt
    value: str
    by: str


@runtime_checkable
class Hearing(Protocol):
    """A notifier that draws `Message.choices`, and hears which one is pressed."""

    @property
    def ear(self) -> str:
        """What is the same for receivers that hear the same; empty: hears nothing."""

    def listen(self, stop: threading.Event) -> Iterator[Press | None]:
        """Connect once; yield None as soon as it hears, then each press.

        A press has been acknowledged when it is yielded. Ends when the other side
        asks to connect anew, and within seconds after `stop` is set. Raises
        DeliveryUnavailable if the connection is lost, DeliveryRefused if a person is
        needed. No other exception passes.
        """
