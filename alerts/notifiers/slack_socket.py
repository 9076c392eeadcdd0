"""Hears one Slack app over Socket Mode: a WebSocket that this program opens.

slack_sdk has clients for this. They connect again by themselves, whenever they like;
the built-in one also sleeps when it is limited, speaks without TLS on every port but
443 and goes to whatever address it is given. So only its calls and its envelopes are
used, over `websockets`: one `listen` is one connection, and the daemon decides when
there is the next. The address that Slack gives holds a secret and is never shown.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from slack_sdk.socket_mode.response import SocketModeResponse
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from alerts.hearing import Press
from alerts.notifiers.address import env_proxy, is_local_name, is_public
from alerts.notifiers.slack_buttons import Unusable, read_press
from alerts.notifiers.slack_transport import SlackTransport
from alerts.notifiers.wire import Deadline, Wire, within
from monitor.core.clock import Clock
from monitor.core.errors import (
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
)

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
HELLO_SECONDS = 15.0
CLOSE_SECONDS = 1.0
PING_SECONDS = 20.0
MAX_BYTES = 1_000_000
ID_LIMIT = 200
_HELP = (
    "make one with the scope connections:write on the app's page 'Basic Information', "
    "under 'App-Level Tokens', and put it into the setting `app_token`"
)
_TOKEN_CODES = (
    "account_inactive",
    "invalid_auth",
    "missing_scope",
    "not_allowed_token_type",
    "not_authed",
    "token_expired",
    "token_revoked",
)
_SWITCHED_OFF = "switch it on on the app's page 'Socket Mode', or remove `app_token`"
# websockets writes the address, with its secret, at DEBUG.
_quiet = logging.getLogger(f"{__name__}.sdk")
_quiet.setLevel(logging.CRITICAL)


class SlackEar:
    """Opens connections for one receiver; each ends with its `listen`."""

    def __init__(  # noqa: PLR0913 - what the settings of a receiver hold
        self,
        receiver: str,
        *,
        token: str,
        app_token: str,
        base_url: str,
        timeout: float,
        wire: Wire,
        clock: Clock,
    ) -> None:
        self._receiver = receiver
        self._token = token
        self._app_token = app_token
        self._base_url = base_url
        self._timeout = timeout
        self._wire = wire
        self._clock = clock

    def check(self) -> None:
        """Prove that the app-level token is good; nothing is connected."""
        self._address(Deadline(self._timeout))

    def listen(self, stop: threading.Event) -> Iterator[Press | None]:
        """Connect, and yield what is pressed. See `alerts.hearing.Hearing`."""
        deadline = Deadline(self._timeout)
        team = self._team(deadline)
        url = self._address(deadline)
        with self._connected(url, deadline) as connection:
            yield from self._heard(connection, team, stop)

    # -- the Web API ----------------------------------------------------------

    def _team(self, deadline: Deadline) -> str:
        """Return the workspace that the bot token belongs to."""
        answer = self._ask(self._web(self._token, deadline), "auth.test")
        return str(answer.get("team_id") or "")

    def _address(self, deadline: Deadline) -> str:
        """Ask for an address to connect to; it is good for one connection."""
        web = self._web(self._app_token, deadline)
        try:
            answer = self._ask(web, "apps.connections.open")
        except DeliveryRefused as exc:
            if web.refusal not in _TOKEN_CODES:
                raise
            raise DeliveryRefused(
                self._receiver,
                f"Slack refused the app-level token ({web.refusal}): {_HELP}",
            ) from exc
        return str(answer.get("url") or "")

    def _web(self, token: str, deadline: Deadline) -> SlackTransport:
        web = SlackTransport(
            self._receiver,
            token=token,
            base_url=self._base_url,
            wire=self._wire,
            clock=self._clock,
        )
        web.deadline = deadline
        return web

    def _ask(self, web: SlackTransport, method: str) -> dict[str, Any]:
        """Make a call that changes nothing: it can be repeated, whatever happened."""
        try:
            answer = web.api_call(method).data
        except DeliveryUnknown as exc:
            words = str(exc).removeprefix(f"{self._receiver}: ")
            raise DeliveryUnavailable(self._receiver, words) from exc
        return answer if isinstance(answer, dict) else {}

    # -- the connection ---------------------------------------------------------

    @contextmanager
    def _connected(self, url: str, deadline: Deadline) -> Iterator[ClientConnection]:
        host, port = self._checked(url)
        proxy = env_proxy(f"https://{host}/")
        try:
            with connect(
                url,
                sock=None if proxy else self._socket(host, port, deadline),
                proxy=str(proxy) if proxy else None,
                compression=None,
                open_timeout=max(0.1, deadline.left()),
                close_timeout=CLOSE_SECONDS,
                ping_interval=PING_SECONDS,
                ping_timeout=PING_SECONDS,
                max_size=MAX_BYTES,
                logger=_quiet,
            ) as connection:
                yield connection
        except (WebSocketException, OSError, EOFError) as exc:
            raise DeliveryUnavailable(
                self._receiver, f"no connection to {host!r} for buttons: {_words(exc)}"
            ) from exc

    def _checked(self, url: str) -> tuple[str, int]:
        """Return host and port of an address that may be connected to."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            parts, host, port = urlsplit(""), "", None
        is_ours = self._is_inside() and bool(host) and is_local_name(host)
        if not host or not (
            parts.scheme == "wss" or (parts.scheme == "ws" and is_ours)
        ):
            raise DeliveryRefused(
                self._receiver,
                "the address for Socket Mode is not a wss:// one; check `base_url`",
            )
        return host, port or (443 if parts.scheme == "wss" else 80)

    def _is_inside(self) -> bool:
        """Say whether the operator wrote an address of the own network."""
        return is_local_name(urlsplit(self._base_url).hostname or "")

    def _socket(self, host: str, port: int, deadline: Deadline) -> socket.socket:
        """Connect to a checked address of the host."""
        try:
            found = within(
                max(0.1, deadline.left()),
                lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM),
            )
        except UnicodeError as exc:
            raise OSError("the name cannot be used") from exc
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self._is_inside() and not all(map(is_public, addresses)):
            raise DeliveryRefused(
                self._receiver,
                f"host {host!r} of Socket Mode has no public address; check `base_url`",
            )
        failure: OSError = ConnectionError("the name has no address")
        for address in addresses:
            left = max(0.1, deadline.left())
            try:
                return socket.create_connection((address, port), left)
            except OSError as exc:
                failure = exc
        raise failure

    # -- what is said on it -------------------------------------------------------

    def _heard(
        self, connection: ClientConnection, team: str, stop: threading.Event
    ) -> Iterator[Press | None]:
        for message in self._messages(connection, stop):
            kind = message.get("type")
            if kind == "disconnect":
                self._sent_away(message.get("reason"))
                return
            if kind == "hello":
                yield None
            elif press := self._answered(connection, message, team):
                yield press

    def _messages(
        self, connection: ClientConnection, stop: threading.Event
    ) -> Iterator[dict[str, Any]]:
        """Yield the objects that come; the first has to come soon."""
        patience: Deadline | None = Deadline(HELLO_SECONDS)
        while not stop.is_set():
            try:
                frame = connection.recv(timeout=LOOK_SECONDS)
            except TimeoutError:
                if patience is not None and not patience.left():
                    raise DeliveryUnavailable(
                        self._receiver, "Slack does not say hello"
                    ) from None
                continue
            patience = None
            message = _decoded(frame)
            if message is None:
                self._dropped("it is no JSON object")
            else:
                yield message

    def _answered(
        self, connection: ClientConnection, message: dict[str, Any], team: str
    ) -> Press | None:
        """Acknowledge an envelope at once, then see whether it is of use."""
        envelope = message.get("envelope_id")
        if not isinstance(envelope, str) or not 0 < len(envelope) <= ID_LIMIT:
            self._dropped("it is no envelope")
            return None
        connection.send(json.dumps(SocketModeResponse(envelope).to_dict()))
        if message.get("type") != "interactive":
            self._dropped("it is not about a button")
            return None
        try:
            return read_press(message.get("payload"), team=team)
        except Unusable as exc:
            self._dropped(str(exc))
            return None

    def _dropped(self, reason: str) -> None:
        """Write down that something came that is of no use; not what it was."""
        log.warning(
            "payload dropped", extra={"receiver": self._receiver, "reason": reason}
        )

    def _sent_away(self, reason: object) -> None:
        """Slack ends a connection every few hours; that is no failure."""
        if reason == "link_disabled":
            raise DeliveryRefused(
                self._receiver, f"Socket Mode is off for this app: {_SWITCHED_OFF}"
            )
        if reason == "too_many_websockets":
            raise DeliveryUnavailable(
                self._receiver, "the app has too many connections; are others running?"
            )


def _decoded(frame: str | bytes) -> dict[str, Any] | None:
    try:
        message: object = json.loads(frame)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def _words(exc: Exception) -> str:
    """Say what happened, without anything that may hold an address or a proxy."""
    if isinstance(exc, ConnectionClosed | InvalidStatus | OSError):
        return " ".join(str(exc).split())[:200] or type(exc).__name__
    return type(exc).__name__
