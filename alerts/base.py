"""The contract of a notifier, and the words it delivers. Read this first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict

from monitor.core.clock import Clock


class NotifierSettings(BaseModel):
    """Settings of one notifier: frozen, unknown names refused, secrets hidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something a reader may answer with one press; `value` is what comes back."""

    words: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Words for people, without layout. Every text is untrusted and unescaped.

    `headline` says what happened in one line. `notice`, mostly empty, is what has to
    be known before reading on. `quote` is the post's own text, already cut to a
    readable length; `highlights` are words of it that may be set off. `facts` are
    (name, value) pairs in order of importance. `link` is the post, http or https, or
    empty. `rows` are one line each (top mentions of a storm). `severity` is a word of
    Severity. `choices` are for places that hear their readers (`alerts.hearing`);
    `choices_note` belongs to them.
    """

    headline: str
    notice: str = ""
    quote: str = ""
    quote_title: str = ""
    highlights: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    why: tuple[str, ...] = ()
    link: str = ""
    link_text: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    footer: str = ""
    severity: str = "none"
    possible_repeat: bool = False
    choices: tuple[Choice, ...] = ()
    choices_note: str = ""
    data: Mapping[str, Any] | None = None


Receipt = Mapping[str, str]
"""Where a message went: Slack's channel and ts, a Message-ID. Small JSON."""


@runtime_checkable
class Notifier(Protocol):
    """Delivers a message to one place, once, without retrying or sleeping.

    Every call ends within `settings.timeout` seconds in all, not per socket
    operation. Errors: DeliveryUnavailable only if nothing can have arrived,
    DeliveryUnknown if it may have, DeliveryRefused if trying again cannot help,
    MessageRejected if the layout was refused. No other exception passes.
    """

    kind: ClassVar[str]
    Settings: ClassVar[type[NotifierSettings]]
    can_find: ClassVar[bool]
    """`find` works: an unknown outcome can be looked up."""
    can_update: ClassVar[bool]
    """A sent message can be replaced (`replacing`) or answered (`under`)."""
    repeat_is_safe: ClassVar[bool]
    """The other side drops repeats by key, so sending again is harmless."""

    def __init__(self, name: str, settings: Any, *, clock: Clock) -> None: ...

    def check(self) -> None:
        """Prove that the credentials work without disturbing anybody."""

    def send(
        self,
        message: Message,
        *,
        key: str,
        plain: bool = False,
        replacing: Receipt | None = None,
        under: Receipt | None = None,
    ) -> Receipt:
        """Send, replace what was sent before, or answer in its thread.

        `key` is the delivery's stable id (a UUID): it travels with the message so
        that `find`, or the other side, can recognise it. `plain` asks for the
        simplest layout.
        """

    def find(
        self, key: str, *, since: datetime, under: Receipt | None
    ) -> Receipt | None:
        """Look for a message that carries `key`; None if it is not there.

        Raises DeliveryUnavailable if it could not look, DeliveryRefused if it is
        not allowed to.
        """

    def close(self) -> None:
        """Let go of connections."""
