"""The other side of a delivery: raw servers on loopback that misbehave on request."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import Any

from alerts.base import Message

DRIP_SECONDS = 0.04
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

Script = Callable[[socket.socket, threading.Event], None]


class StoppedClock:
    """The present is NOW, and stays so."""

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 1000.0

    def wait(self, seconds: float, stop: threading.Event | None = None) -> bool:
        raise AssertionError("a notifier never waits")


class Peer:
    """Listens on loopback and talks to each connection in a thread of its own."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._gone = threading.Event()
        self._threads: list[threading.Thread] = []
        self.port = self._listener.getsockname()[1]

    def __enter__(self) -> Any:
        self._threads.append(threading.Thread(target=self._accept, daemon=True))
        self._threads[0].start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._gone.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def talk(self, connection: socket.socket, gone: threading.Event) -> None:
        raise NotImplementedError

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._gone.is_set():
                connection, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(connection,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with closing(connection), suppress(OSError):
            connection.settimeout(10)
            self.talk(connection, self._gone)


class HttpPeer(Peer):
    """Reads one whole request of each connection, keeps it, then plays a script."""

    def __init__(self, script: Script | None = None) -> None:
        super().__init__()
        self.script = script or reply(200)
        self.requests: list[tuple[str, dict[str, str], bytes]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def talk(self, connection: socket.socket, gone: threading.Event) -> None:
        with connection.makefile("rb") as lines:
            first = lines.readline().decode("latin-1").strip()
            if not first:
                return
            headers: dict[str, str] = {}
            while line := lines.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            body = lines.read(int(headers.get("content-length", "0")))
        self.requests.append((first, headers, body))
        self.script(connection, gone)


def reply(
    status: int, body: bytes = b"{}", *, length: int | None = None, **headers: str
) -> Script:
    """Answer; a `length` beyond the body makes it half an answer."""
    fields = {"Content-Type": "application/json", **headers}
    lines = [f"HTTP/1.1 {status} Word", f"Content-Length: {length or len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"

    def script(connection: socket.socket, _gone: threading.Event) -> None:
        connection.sendall(head + body)

    return script


def hang_up(_connection: socket.socket, _gone: threading.Event) -> None:
    """Close without a word."""


def silence(connection: socket.socket, gone: threading.Event) -> None:
    """Say nothing until the caller hangs up, or the test is over."""
    connection.settimeout(DRIP_SECONDS)
    while not gone.is_set():
        try:
            if not connection.recv(1024):
                return
        except TimeoutError:
            continue


def drip(whole: bytes) -> Script:
    """Send a good answer, byte by byte: patience would be rewarded."""

    def script(connection: socket.socket, gone: threading.Event) -> None:
        for byte in whole:
            connection.sendall(bytes([byte]))
            if gone.wait(DRIP_SECONDS):
                return

    return script


class SmtpPeer(Peer):
    """A mail server. `answers` replaces the answer to a command (DATA's end is `.`).

    An answer of None hangs up; a script takes the connection over.
    """

    def __init__(self, *, extensions: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.extensions = extensions
        self.answers: dict[str, Any] = {}
        self.mails: list[bytes] = []
        self.commands: list[str] = []
        self.tls: Any = None

    def talk(self, connection: socket.socket, gone: threading.Event) -> None:
        if self._say(connection, "CONNECT", "220 mail.test ready", gone):
            self._session(connection, gone)

    def _session(self, connection: socket.socket, gone: threading.Event) -> None:
        lines = connection.makefile("rb")
        try:
            for line in iter(lines.readline, b""):
                words = line.decode("utf-8", "replace").strip()
                verb = words.split(" ")[0].upper()
                self.commands.append(words)
                if not self._command(connection, verb, lines, gone):
                    return
                if verb == "STARTTLS" and self.tls is not None:
                    secure = self.tls.wrap_socket(connection, server_side=True)
                    with closing(secure):
                        self._session(secure, gone)
                    return
        finally:
            lines.close()

    def _command(
        self, connection: socket.socket, verb: str, lines: Any, gone: threading.Event
    ) -> bool:
        if verb == "QUIT":
            return False
        if verb == "DATA":
            return self._data(connection, lines, gone)
        offers = "".join(f"250-{name}\r\n" for name in self.extensions)
        usual = {
            "EHLO": f"250-mail.test\r\n{offers}250 HELP",
            "STARTTLS": "220 go on",
            "AUTH": "235 welcome",
        }
        return self._say(connection, verb, usual.get(verb, "250 fine"), gone)

    def _data(
        self, connection: socket.socket, lines: Any, gone: threading.Event
    ) -> bool:
        if not self._say(connection, "DATA", "354 go on", gone):
            return False
        if "354" not in self.answers.get("DATA", "354"):
            return True
        self.mails.append(b"".join(_until_dot(lines)))
        return self._say(connection, ".", "250 taken", gone)

    def _say(
        self, connection: socket.socket, verb: str, usual: str, gone: threading.Event
    ) -> bool:
        answer = self.answers.get(verb, usual)
        if answer is None:
            return False
        if callable(answer):
            answer(connection, gone)
            return False
        connection.sendall(f"{answer}\r\n".encode())
        return True


def _until_dot(lines: Any) -> Iterator[bytes]:
    for line in iter(lines.readline, b""):
        if line == b".\r\n":
            return
        yield line.removeprefix(b".") if line.startswith(b"..") else line


def message(**more: Any) -> Message:
    """Return a complete message; every part of it can be replaced."""
    given: dict[str, Any] = {
        "headline": "Unhappy about Acme on Hacker News",
        "quote": "They cancelled my order twice.\nNobody answers.",
        "quote_title": "Never again",
        "facts": (("Author", "Dana (@dana)"), ("Feeling", "negative")),
        "why": ("rule 'unhappy'", "complaint: cancelled"),
        "link": "https://news.example/item?id=1&x=2",
        "link_text": "Open on Hacker News",
        "rows": (("somebody else said so", "https://news.example/2"),),
        "footer": "alert 41",
        "severity": "high",
        "data": {"mention": {"id": 7}},
    }
    return Message(**{**given, **more})


HOSTILE = {
    "1 channel": "<!channel>",
    "2 here with a label": "<!here|x>",
    "3 everyone": "<!everyone>",
    "4 at-words": "@everyone @here @channel",
    "5 user": "<@U12345>",
    "6 group": "<!subteam^S1>",
    "7 channel link": "<#C1|general>",
    "8 false link": "<https://evil.example|https://bank.example>",
    "9 escaped already": "&lt;!channel&gt; &amp;lt;!here&amp;gt;",
    "10 date link": "<!date^1^{date}^https://evil.example|x>",
    "11 code block": "```break-out``` `x` ```",
    "12 styles": "*bold* _i_ ~s~\n> quote",
    "13 emoji names": ":boom:" * 5000,
    "14 too long": "word " * 8000,
    "15 button values": '","action_id":"evil","value":"' + "v" * 2100,
    "16 other schemes": "<mailto:a@evil.example|x> <tel:911|y> javascript:alert(1)",
    "17 zero width": "<!chan\u200bnel> <\u200b!here>",
    "18 angles and bars": "a>b|c<d & https://evil.example/<!channel>|x",
    "right to left": "\u202e<!channel>\u202c \u2066x\u2069",
    "controls": "a\x00b\x1b[2J\x1b]8;;https://evil.example\x07c\x7f\x9b31m",
    "broken unicode": "\ud800 a \udfff \ufffe",
    "stacked accents": "e" + "\u0301" * 10_000,
    "family": "👨‍👩‍👧‍👦" * 1500,
    "nothing": "",
    "white space": " \n\t \u2028 ",
}
