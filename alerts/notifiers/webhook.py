"""Delivers to any program that takes a signed HTTP POST.

The other side recognises repeats by `Idempotency-Key`, so an unanswered call is
simply made again. How to check the signature: docs/operators/receivers.md.
"""

# ruff: noqa: ARG002  # the contract's arguments, some without a meaning here

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, SecretStr, field_validator, model_validator

from alerts.base import Message, NotifierSettings, Receipt
from alerts.notifiers.address import is_local_name
from alerts.notifiers.payload import as_json, event_name
from alerts.notifiers.wire import (
    Deadline,
    Forbidden,
    MaybeSent,
    NotSent,
    Reply,
    Wire,
    retry_after,
)
from monitor.core.clock import Clock
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
)


class WebhookSettings(NotifierSettings):
    """Where to POST, and what to sign with."""

    model_config = ConfigDict(hide_input_in_errors=True)

    url: SecretStr = Field(description="address to POST to; kept secret as a whole")
    secret: SecretStr | None = Field(
        default=None, description="key of the signature; without it nothing is signed"
    )
    timeout: float = Field(
        default=10.0, gt=0, le=120, description="seconds one delivery may take in all"
    )
    allow_private: bool = Field(
        default=False,
        description="allow addresses inside the own network, and http to them",
    )

    @field_validator("secret")
    @classmethod
    def _secret_is_there(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not secret.get_secret_value().strip():
            raise ValueError("the secret is empty; leave it out or give one")
        return secret

    @model_validator(mode="after")
    def _url_is_safe(self) -> WebhookSettings:
        try:
            parts = urlsplit(self.url.get_secret_value())
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise ValueError("the url cannot be read") from None
        if parts.scheme not in ("http", "https") or not host or port == 0:
            raise ValueError("the url must look like 'https://example.com/path'")
        if parts.username or parts.password:
            raise ValueError("the url holds a user name; sign with `secret` instead")
        local = is_local_name(host)
        if local and not self.allow_private:
            raise ValueError(
                f"the url leads inside the own network ({host!r}); "
                "set allow_private: true if that is meant"
            )
        if parts.scheme == "http" and not local:
            raise ValueError("the url must begin with https:// outside the own network")
        return self


class WebhookNotifier:
    """Posts one JSON object for each alert."""

    kind: ClassVar[str] = "webhook"
    Settings: ClassVar[type[NotifierSettings]] = WebhookSettings
    can_find: ClassVar[bool] = False
    can_update: ClassVar[bool] = True
    repeat_is_safe: ClassVar[bool] = True

    def __init__(self, name: str, settings: WebhookSettings, *, clock: Clock) -> None:
        self._name = name
        self._settings = settings
        self._clock = clock
        self._wire = Wire(public_only=not settings.allow_private)

    def check(self) -> None:
        """Connect, with TLS, and send nothing: a request would be an event."""
        try:
            self._wire.touch(self._url(), deadline=Deadline(self._settings.timeout))
        except NotSent as exc:
            raise self._not_sent(exc) from exc

    def send(
        self,
        message: Message,
        *,
        key: str,
        plain: bool = False,
        replacing: Receipt | None = None,
        under: Receipt | None = None,
    ) -> Receipt:
        now = self._clock.now()
        body = as_json(message, key=key, now=now, replacing=replacing, under=under)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Overheard",
            "Idempotency-Key": key,
            "Overheard-Event": event_name(replacing=replacing, under=under),
        }
        if self._settings.secret is not None:
            headers["Overheard-Signature"] = signature(
                self._settings.secret.get_secret_value(), body.encode("ascii"), at=now
            )
        reply = self._post(body.encode("ascii"), headers)
        failure = self._failure(reply)
        if failure is not None:
            raise failure
        return {"key": key}

    def find(
        self, key: str, *, since: datetime, under: Receipt | None
    ) -> Receipt | None:
        raise DeliveryRefused(
            self._name, "a webhook cannot be asked what it has received"
        )

    def close(self) -> None:
        """Nothing is kept open between calls."""

    def _url(self) -> str:
        return self._settings.url.get_secret_value()

    def _post(self, body: bytes, headers: dict[str, str]) -> Reply:
        deadline = Deadline(self._settings.timeout)
        try:
            return self._wire.post(
                self._url(), body=body, headers=headers, deadline=deadline
            )
        except NotSent as exc:
            raise self._not_sent(exc) from exc
        except MaybeSent as exc:
            raise DeliveryUnknown(
                self._name, f"the webhook gave no whole answer ({exc})"
            ) from exc

    def _not_sent(self, exc: NotSent) -> DeliveryError:
        if isinstance(exc, Forbidden):
            return DeliveryRefused(
                self._name, f"{exc}; set allow_private: true if that is meant"
            )
        return DeliveryUnavailable(
            self._name, f"the webhook cannot be reached ({exc}); check `url`"
        )

    def _failure(self, reply: Reply) -> DeliveryError | None:
        status = reply.status
        wait = retry_after(reply.headers, now=self._clock.now())
        answered = f"the webhook answered HTTP {status}"
        if 200 <= status < 300:
            return None
        if status == 429 or (status == 503 and wait is not None):
            return DeliveryUnavailable(
                self._name,
                f"{answered}: slow down",
                retry_after=wait,
                whole_receiver=True,
            )
        if status in (408, 409, 425):
            return DeliveryUnavailable(self._name, answered, retry_after=wait)
        if status == 413:
            return MessageRejected(self._name, f"{answered}: too large")
        if status >= 500:
            return DeliveryUnknown(self._name, answered)
        return DeliveryRefused(self._name, f"{answered}; {_advice(status)}")


def signature(secret: str, body: bytes, *, at: datetime) -> str:
    """Return `t=…,v1=…`: HMAC-SHA256 of the time, a full stop and the body."""
    stamp = str(int(at.timestamp()))
    signed = stamp.encode("ascii") + b"." + body
    digest = hmac.new(secret.encode("utf-8"), signed, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={digest}"


def _advice(status: int) -> str:
    if status < 400:
        return "redirects are not followed, write the final address into `url`"
    if status == 410:
        return "it is gone for good, remove the receiver or change `url`"
    if status in (401, 403):
        return "check `secret` on both sides"
    return "check `url` and what the other side expects"
