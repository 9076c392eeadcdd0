"""A notifier with a script: what happens at each call, and what arrived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from alerts.base import Message, NotifierSettings, Receipt
from monitor.core.errors import DeliveryUnknown


class Arrives(Exception):
    """In a script: the message arrives, and then this error is raised."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass
class ScriptedNotifier:
    """`script` holds an exception, an Arrives, or None (it works) for each send."""

    kind: ClassVar[str] = "scripted"
    Settings: ClassVar[type[NotifierSettings]] = NotifierSettings
    can_find: bool = True
    can_update: bool = True
    repeat_is_safe: bool = False
    script: list[Exception | None] = field(default_factory=list)
    finds: list[Exception | None] = field(default_factory=list)
    arrived: list[tuple[str, Message]] = field(default_factory=list)
    updates: list[tuple[str, Message]] = field(default_factory=list)
    replies: list[tuple[str, str, Message]] = field(default_factory=list)
    calls: int = 0
    looks: int = 0
    plain: list[bool] = field(default_factory=list)

    def check(self) -> None:
        """Nothing to check."""

    def close(self) -> None:
        """Nothing to close."""

    def send(
        self,
        message: Message,
        *,
        key: str,
        plain: bool = False,
        replacing: Receipt | None = None,
        under: Receipt | None = None,
    ) -> Receipt:
        self.calls += 1
        self.plain.append(plain)
        step = self.script.pop(0) if self.script else None
        if step is not None and not isinstance(step, Arrives):
            raise step
        receipt = self._take(message, key, replacing, under)
        if isinstance(step, Arrives):
            raise step.error
        return receipt

    def _take(
        self,
        message: Message,
        key: str,
        replacing: Receipt | None,
        under: Receipt | None,
    ) -> Mapping[str, str]:
        if replacing is not None:
            self.updates.append((replacing["ts"], message))
            return replacing
        if under is not None:
            self.replies.append((under["ts"], key, message))
        else:
            self.arrived.append((key, message))
        return {"ts": key}

    def find(
        self, key: str, *, since: datetime, under: Receipt | None
    ) -> Receipt | None:
        self.looks += 1
        step = self.finds.pop(0) if self.finds else None
        if step is not None:
            raise step
        known = [k for k, _ in self.arrived] + [k for _, k, _ in self.replies]
        return {"ts": key} if key in known else None


def in_doubt() -> DeliveryUnknown:
    """Return the error after which nobody knows whether it arrived."""
    return DeliveryUnknown("slack", "no answer")
