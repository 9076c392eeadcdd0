"""The built-in notifiers as cases of the contract, each with its other side."""

from __future__ import annotations

import email
import email.policy
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from alerts.base import Notifier, NotifierSettings
from alerts.registry import load
from tests.alerts.notifiers.clauses import CANARY
from tests.alerts.notifiers.peers import (
    HttpPeer,
    SmtpPeer,
    StoppedClock,
    drip,
    hang_up,
    reply,
)

ENDLESS = drip(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 10 + b"\r\n\r\n")


class HttpCase:
    """What cases with an HTTP peer have in common."""

    faults = (
        "nobody there",
        "slow down",
        "answer lost",
        "answer never ends",
        "refused",
    )
    scripts: ClassVar[dict[str, Any]] = {
        "slow down": reply(429, b"", Retry_After="3"),
        "answer lost": hang_up,
        "answer never ends": ENDLESS,
        "refused": reply(404, b"<html>"),
    }

    def __init__(self, kind: str, peer: Any, notifier: type | None = None) -> None:
        self.peer = peer
        self.url = peer.url
        self._class: Any = notifier or load(kind)

    def make(self) -> Notifier:
        made: Notifier = self._class("desk", self.settings(), clock=StoppedClock())
        return made

    def settings(self) -> NotifierSettings:
        raise NotImplementedError

    @contextmanager
    def broken(self, fault: str) -> Iterator[None]:
        whole = self.url
        try:
            if fault == "nobody there":
                with HttpPeer() as gone:
                    self.url = gone.url
                yield
            else:
                with HttpPeer(self.scripts[fault]) as bad:
                    self.url = bad.url
                    yield
        finally:
            self.url = whole


class SlackCase(HttpCase):
    """The workspace of the demo; `peer` is the `slack` fixture."""

    def __init__(self, slack: Any, notifier: type | None = None) -> None:
        self.slack = slack
        slack.url = slack.base_url
        slack.workspace.token = f"xoxb-{CANARY}"
        super().__init__("slack", slack, notifier)

    def settings(self) -> NotifierSettings:
        settings: NotifierSettings = self._class.Settings(
            token=f"xoxb-{CANARY}",
            slack_channel=self.slack.channel,
            base_url=self.url,
            timeout=0.4 if self.url != self.slack.url else 15,
        )
        return settings

    def arrived(self) -> list[str]:
        return [
            json.dumps([one.text, one.blocks, one.metadata], ensure_ascii=False)
            for one in self.slack.messages
        ]

    def calls(self) -> int:
        return len(self.slack.asked)


class WebhookCase(HttpCase):
    def __init__(self, peer: HttpPeer, notifier: type | None = None) -> None:
        super().__init__("webhook", peer, notifier)

    def settings(self) -> NotifierSettings:
        settings: NotifierSettings = self._class.Settings(
            url=f"{self.url}/{CANARY}",
            secret=f"s-{CANARY}",
            allow_private=True,
            timeout=0.4 if self.url != self.peer.url else 15,
        )
        return settings

    def arrived(self) -> list[str]:
        return [body.decode() for _, _, body in self.peer.requests]

    def calls(self) -> int:
        return len(self.peer.requests)


class EmailCase:
    faults = HttpCase.faults
    answers: ClassVar[dict[str, dict[str, Any]]] = {
        "slow down": {"MAIL": "451 later"},
        "answer lost": {".": None},
        "answer never ends": {".": drip(b"250-x\r\n" * 40)},
        "refused": {"AUTH": f"535 no {CANARY}"},
    }

    def __init__(self, peer: SmtpPeer, notifier: type | None = None) -> None:
        self.peer = peer
        peer.extensions = ("AUTH PLAIN",)
        self._port = peer.port
        self._timeout = 15.0
        self._class: Any = notifier or load("email")

    def make(self) -> Notifier:
        made: Notifier = self._class("desk", self.settings(), clock=StoppedClock())
        return made

    def settings(self) -> NotifierSettings:
        settings: NotifierSettings = self._class.Settings(
            host="127.0.0.1",
            port=self._port,
            security="none",
            username="alerts",
            password=CANARY,
            sender="alerts@example.com",
            to="desk@example.com",
            timeout=self._timeout,
        )
        return settings

    def arrived(self) -> list[str]:
        shown = []
        for raw in self.peer.mails:
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            plain = mail.get_body(["plain"]).get_content()  # type: ignore[union-attr]
            shown.append(f"{mail['Subject']}\n{mail['Message-ID']}\n{plain}")
        return shown

    def calls(self) -> int:
        return sum(command.upper() == "DATA" for command in self.peer.commands)

    @contextmanager
    def broken(self, fault: str) -> Iterator[None]:
        usual = self._port, self._timeout
        try:
            if fault == "nobody there":
                with SmtpPeer() as gone:
                    self._port = gone.port
                yield
            else:
                with SmtpPeer(extensions=("AUTH PLAIN",)) as bad:
                    bad.answers = self.answers[fault]
                    self._port, self._timeout = bad.port, 0.4
                    yield
        finally:
            self._port, self._timeout = usual


class ConsoleCase:
    """Standard output in memory; `replace_stdout` is monkeypatch's setattr."""

    faults = ("refused",)

    def __init__(
        self, replace_stdout: Callable[[Any], None], notifier: type | None = None
    ) -> None:
        self._replace = replace_stdout
        self._out = io.StringIO()
        self._class: Any = notifier or load("console")
        replace_stdout(self._out)

    def make(self) -> Notifier:
        made: Notifier = self._class("desk", self.settings(), clock=StoppedClock())
        return made

    def settings(self) -> NotifierSettings:
        settings: NotifierSettings = self._class.Settings(format="json")
        return settings

    def arrived(self) -> list[str]:
        return self._out.getvalue().splitlines()

    def calls(self) -> int:
        return len(self.arrived())

    @contextmanager
    def broken(self, fault: str) -> Iterator[None]:
        closed = io.StringIO()
        closed.close()
        self._replace(closed)
        yield
        self._replace(self._out)
