"""Keeps hearing what readers press below alerts: one thread for each app."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from alerts.hearing import Hearing, Press
from monitor.core.clock import Clock
from monitor.core.errors import (
    DeliveryError,
    DeliveryUnavailable,
    LeaseLost,
    Recovery,
    StoreError,
)
from monitor.observe import Metrics
from monitor.pipeline.deliver import Sender
from monitor.schedule import reconnect_after

log = logging.getLogger(__name__)

GOOD_SECONDS = 10.0


@dataclass(slots=True, kw_only=True)
class EarKeeper:
    """Hears for as long as the daemon runs; connects again, ever more slowly.

    `take` is given every press, and says no if it cannot be kept. `tell` is called
    with the trouble when a person is needed, and with an empty text when it is over.
    """

    name: str
    notifier: Hearing
    take: Callable[[Press], bool]
    tell: Callable[[str, str], None]
    clock: Clock
    stop: threading.Event
    metrics: Metrics
    rng: random.Random = field(default_factory=random.Random)
    connected: bool = False
    since: datetime | None = None
    presses: int = 0
    failures: int = 0
    trouble: str = ""

    @property
    def state(self) -> dict[str, Any]:
        """Say whether it hears, since when, and how much it heard."""
        since = self.since if self.connected else None
        return {
            "connected": self.connected,
            "since": since.isoformat() if since else None,
            "presses": self.presses,
            "problem": self.trouble,
        }

    def keep(self) -> None:
        """Run until stopped."""
        while not self.stop.is_set():
            began = self.clock.monotonic()
            try:
                self._listen()
            except DeliveryError as exc:
                self._after(exc)
            except LeaseLost:
                return
            except StoreError as exc:
                self._after(DeliveryUnavailable(self.name, str(exc)))
            except Exception:
                # The one place of this loop where a bug in a notifier is caught.
                log.exception("hearing crashed", extra={"receiver": self.name})
                self._after(DeliveryUnavailable(self.name, "crashed"))
            else:
                if self.clock.monotonic() - began < GOOD_SECONDS:
                    self._after(DeliveryUnavailable(self.name, "ended at once"))
        self._lost()

    def _listen(self) -> None:
        for press in self.notifier.listen(self.stop):
            if press is None:
                self._hears()
            elif self.take(press):
                self.presses += 1
            else:
                log.warning(
                    "press dropped: too many wait", extra={"receiver": self.name}
                )
            if self.stop.is_set():
                return

    def _hears(self) -> None:
        log.log(
            logging.INFO if not self.connected else logging.DEBUG,
            "buttons connected",
            extra={"receiver": self.name},
        )
        if not self.connected:
            self.since = self.clock.now()
        self.connected = True
        self.failures = 0
        self.metrics.buttons_connected.labels(self.name).set(1)
        if self.trouble:
            self.tell(self.name, "")
            self.trouble = ""

    def _lost(self) -> None:
        self.connected = False
        self.metrics.buttons_connected.labels(self.name).set(0)

    def _after(self, error: DeliveryError) -> None:
        if self.stop.is_set():
            return
        self.failures += 1
        if self.connected or self.failures == 1:
            log.warning(
                "buttons not connected",
                extra={"receiver": self.name, "error": str(error)},
            )
        self._lost()
        needs_person = error.recovery is Recovery.ATTENTION
        if needs_person and not self.trouble:
            self._call(str(error))
        asked = error.retry_after if isinstance(error, DeliveryUnavailable) else None
        wait = reconnect_after(
            self.failures, self.rng, asked=asked or 0.0, hopeless=needs_person
        )
        self.clock.wait(wait, self.stop)

    def _call(self, trouble: str) -> None:
        """Tell the operators; if the store is busy, the next failure does."""
        try:
            self.tell(self.name, trouble)
        except StoreError as exc:
            log.warning("operators not told", extra={"error": str(exc)})
        else:
            self.trouble = trouble


def one_for_each(senders: Iterable[Sender]) -> list[tuple[str, Hearing]]:
    """Return the first receiver of each app that is heard, and its notifier."""
    found: dict[str, tuple[str, Hearing]] = {}
    for sender in senders:
        notifier: Any = sender.notifier
        if isinstance(notifier, Hearing) and notifier.ear:
            found.setdefault(notifier.ear, (sender.receiver, notifier))
    return list(found.values())
