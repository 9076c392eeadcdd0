"""Delivers by mail, through any SMTP server, with STARTTLS or TLS.

A mail cannot be taken back or looked up. The Message-ID is made from the
delivery's id, so that mail programs thread answers and many drop repeats.
"""

# ruff: noqa: ARG002  # the contract's arguments, some without a meaning here

from __future__ import annotations

import logging
import smtplib
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.utils import formataddr, parseaddr
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field, SecretStr, field_validator, model_validator

from alerts.base import Message, NotifierSettings, Receipt
from alerts.notifiers.address import is_local_name
from alerts.notifiers.email_layout import compose, receipt_of
from alerts.notifiers.email_smtp import Attempt
from alerts.notifiers.wire import Deadline, within
from alerts.notifiers.words import cut, one_line
from monitor.core.clock import Clock
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
)

log = logging.getLogger(__name__)


class EmailSettings(NotifierSettings):
    """The mail server, the sender and who gets the alerts."""

    model_config = ConfigDict(hide_input_in_errors=True)

    host: str = Field(min_length=1, description="name of the SMTP server")
    port: int = Field(default=587, ge=1, le=65535, description="its port")
    security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description="starttls (port 587), tls (465), or none (own network only)",
    )
    username: str = Field(default="", description="name to sign in with, if needed")
    password: SecretStr | None = Field(default=None, description="its password")
    sender: str = Field(description="address the mails come from")
    to: tuple[str, ...] = Field(
        min_length=1, description="addresses that get the mails"
    )
    ca_file: Path | None = Field(
        default=None, description="certificates to trust instead of the system's"
    )
    timeout: float = Field(
        default=30.0, gt=0, le=300, description="seconds one delivery may take in all"
    )

    @field_validator("sender")
    @classmethod
    def _sender_is_an_address(cls, sender: str) -> str:
        return _address(sender)

    @field_validator("to", mode="before")
    @classmethod
    def _one_or_many(cls, to: Any) -> Any:
        return [part for part in to.split(",") if part] if isinstance(to, str) else to

    @field_validator("to")
    @classmethod
    def _to_are_addresses(cls, to: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_address(one) for one in to))

    @model_validator(mode="after")
    def _nothing_travels_in_the_open(self) -> EmailSettings:
        if self.security == "none" and not is_local_name(self.host):
            raise ValueError(
                f"mail to {self.host!r} would travel unencrypted; "
                "set security to starttls or tls"
            )
        if bool(self.username) != (self.password is not None):
            raise ValueError("username and password belong together; give both or none")
        return self


class EmailNotifier:
    """Sends one mail to all addresses."""

    kind: ClassVar[str] = "email"
    Settings: ClassVar[type[NotifierSettings]] = EmailSettings
    can_find: ClassVar[bool] = False
    can_update: ClassVar[bool] = False
    repeat_is_safe: ClassVar[bool] = False

    def __init__(self, name: str, settings: EmailSettings, *, clock: Clock) -> None:
        self._name = name
        self._settings = settings
        self._clock = clock

    def check(self) -> None:
        """Sign in and leave."""
        self._run(lambda attempt: attempt.sign_in())

    def send(
        self,
        message: Message,
        *,
        key: str,
        plain: bool = False,
        replacing: Receipt | None = None,
        under: Receipt | None = None,
    ) -> Receipt:
        mail = compose(
            message,
            key=key,
            sender=self._settings.sender,
            to=self._settings.to,
            now=self._clock.now(),
            plain=plain,
            under=under or replacing,
        )
        self._run(lambda attempt: self._deliver(attempt, mail))
        return receipt_of(mail)

    def find(
        self, key: str, *, since: datetime, under: Receipt | None
    ) -> Receipt | None:
        raise DeliveryRefused(self._name, "a mail that was sent cannot be looked up")

    def close(self) -> None:
        """Nothing is kept open between mails."""

    def _deliver(self, attempt: Attempt, mail: EmailMessage) -> None:
        attempt.sign_in()
        refused = attempt.hand_over(mail, self._settings.sender, self._settings.to)
        if refused:
            log.warning(
                "mail refused for some addresses",
                extra={"receiver": self._name, "count": refused},
            )

    def _run(self, work: Callable[[Attempt], None]) -> None:
        deadline = Deadline(self._settings.timeout)
        attempt = Attempt(self._settings, deadline)

        def whole() -> None:
            try:
                work(attempt)
            finally:
                attempt.leave()

        try:
            within(deadline.left(), whole, abandon=attempt.abandon)
        except (smtplib.SMTPException, OSError, ValueError) as exc:
            failure = self._failure(exc, attempt)
            # A server may repeat in its answer what it was told to sign in with.
            if not isinstance(exc, smtplib.SMTPAuthenticationError):
                raise failure from exc
        else:
            return
        raise failure

    def _failure(self, exc: Exception, attempt: Attempt) -> DeliveryError:
        """Translate what smtplib and the network raise."""
        if isinstance(exc, smtplib.SMTPAuthenticationError):
            return self._sign_in_failed(exc.smtp_code)
        if isinstance(exc, smtplib.SMTPNotSupportedError):
            return DeliveryRefused(
                self._name,
                f"the mail server does not offer what is asked for ({exc}); "
                "check `security`, `port` and `username`",
            )
        if isinstance(exc, smtplib.SMTPRecipientsRefused):
            codes = [code for code, _ in exc.recipients.values()]
            return self._answered(min(codes), "every address was refused")
        if isinstance(exc, smtplib.SMTPResponseException):
            return self._answered(exc.smtp_code, _said(exc), in_data=attempt.in_data)
        return self._broken(exc, attempt)

    def _sign_in_failed(self, code: int) -> DeliveryError:
        if 400 <= code < 500:
            return DeliveryUnavailable(
                self._name, f"the mail server cannot sign anybody in now ({code})"
            )
        return DeliveryRefused(
            self._name,
            f"the mail server does not accept the sign-in ({code}); "
            "check `username` and `password`",
        )

    def _answered(
        self, code: int, words: str, *, in_data: bool = False
    ) -> DeliveryError:
        said = f"the mail server answered {code}: {words}"
        if in_data and not 400 <= code < 600:
            return DeliveryUnknown(self._name, said)
        if code < 500:
            return DeliveryUnavailable(self._name, said)
        if in_data:
            return MessageRejected(self._name, f"{said}; plain words may pass")
        return DeliveryRefused(
            self._name, f"{said}; check `sender`, `to` and the server"
        )

    def _broken(self, exc: Exception, attempt: Attempt) -> DeliveryError:
        words = _reason(exc)
        if attempt.in_data:
            return DeliveryUnknown(
                self._name, f"the mail server gave no answer ({words})"
            )
        where = f"{self._settings.host}:{self._settings.port}"
        return DeliveryUnavailable(
            self._name,
            f"the mail server {where!r} cannot be used ({words}); "
            "check `host`, `port` and `security`",
        )


def _said(exc: smtplib.SMTPResponseException) -> str:
    words = exc.smtp_error
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    return cut(one_line(text), 200) or "nothing"


def _reason(exc: Exception) -> str:
    if isinstance(exc, TimeoutError):
        return "no answer in time"
    return cut(one_line(str(exc)), 200) or type(exc).__name__


def _address(value: str) -> str:
    """Return an address as it may stand in a header and in SMTP."""
    name, address = parseaddr(value)
    local, at, domain = address.rpartition("@")
    sound = at and local and domain and address.isascii() and address.isprintable()
    if not sound or set(address) & set(' <>"\\,;:()[]') or value != one_line(value):
        raise ValueError(f"{value!r} is not a mail address like 'alerts@example.com'")
    return formataddr((name, address)) if name else address
