"""One SMTP conversation that can be cut off, and knows if the mail may arrive."""

from __future__ import annotations

import smtplib
import socket
import ssl
import threading
from contextlib import suppress
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Protocol

from pydantic import SecretStr

from alerts.notifiers.wire import Deadline


class Server(Protocol):
    """What a conversation has to know of the settings."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def security(self) -> str: ...
    @property
    def username(self) -> str: ...
    @property
    def password(self) -> SecretStr | None: ...
    @property
    def ca_file(self) -> Path | None: ...


class Attempt:
    """One SMTP conversation, which may have to be cut off from another thread.

    From `in_data` on, the mail may arrive. An attempt that was abandoned before
    can no longer get there: both are decided under one lock.
    """

    def __init__(self, settings: Server, deadline: Deadline) -> None:
        self._settings = settings
        self._deadline = deadline
        self._lock = threading.Lock()
        self._abandoned = False
        self._smtp: smtplib.SMTP | None = None
        self.in_data = False

    def sign_in(self) -> None:
        """Connect, encrypt and sign in."""
        settings = self._settings
        smtp = self._connect()
        if settings.security == "starttls":
            smtp.starttls(context=self._tls())
        if settings.username and settings.password is not None:
            smtp.login(settings.username, settings.password.get_secret_value())

    def hand_over(self, mail: EmailMessage, sender: str, to: tuple[str, ...]) -> int:
        """Give the mail to the server; return how many addresses it refused."""
        smtp = self._smtp
        assert smtp is not None  # noqa: S101  # signed in before
        smtp.ehlo_or_helo_if_needed()
        _expect(smtp.mail(parseaddr(sender)[1]))
        refused = {
            one: answer
            for one in to
            if (answer := smtp.rcpt(parseaddr(one)[1]))[0] not in (250, 251)
        }
        if len(refused) == len(to):
            raise smtplib.SMTPRecipientsRefused(refused)
        with self._lock:
            self._still_wanted()
            self.in_data = True
        _expect(smtp.data(mail.as_bytes()))
        return len(refused)

    def hold(self, smtp: smtplib.SMTP) -> None:
        """Take a conversation in hand before it begins."""
        with self._lock:
            self._still_wanted()
            self._smtp = smtp

    def leave(self) -> None:
        """Say goodbye without waiting for an answer."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException, ValueError):
                self._smtp.putcmd("quit")
            self._smtp.close()

    def abandon(self) -> None:
        """End the conversation, whatever its thread is waiting for."""
        with self._lock:
            self._abandoned = True
            if self._smtp is not None and isinstance(self._smtp.sock, socket.socket):
                with suppress(OSError):
                    # Not SSLSocket's own: it would pull the session from under
                    # the thread that reads.
                    socket.socket.shutdown(self._smtp.sock, socket.SHUT_RDWR)

    def _connect(self) -> smtplib.SMTP:
        host, port = self._settings.host, self._settings.port
        left = max(self._deadline.left(), 0.001)
        if self._settings.security == "tls":
            return _Encrypted(self, host, port, timeout=left, context=self._tls())
        return _Open(self, host, port, timeout=left)

    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._settings.ca_file)

    def _still_wanted(self) -> None:
        if self._abandoned:
            raise TimeoutError("no answer in time")


class _Open(smtplib.SMTP):
    """Makes itself known to its attempt before it connects."""

    def __init__(
        self, attempt: Attempt, host: str, port: int, *, timeout: float
    ) -> None:
        attempt.hold(self)
        super().__init__(host, port, timeout=timeout)


class _Encrypted(smtplib.SMTP_SSL):
    """The same, with TLS from the first byte."""

    def __init__(
        self,
        attempt: Attempt,
        host: str,
        port: int,
        *,
        timeout: float,
        context: ssl.SSLContext,
    ) -> None:
        attempt.hold(self)
        super().__init__(host, port, timeout=timeout, context=context)


def _expect(answer: tuple[int, bytes]) -> None:
    code, words = answer
    if not 200 <= code < 300:
        raise smtplib.SMTPResponseException(code, words)
