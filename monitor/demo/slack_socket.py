"""Socket Mode of the demo's workspace: addresses, connections, and pressed buttons.

An address is good for one connection. A press goes to one of the connections, as
Slack does it, and is lost if there is none.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect

APP_TOKEN = "xapp-demo"  # noqa: S105  # the demo's, in the docs
APP = "A0OVERHEARD"
TEAM = "T0DEMO"
ACK_SECONDS = 3.0
HELLO = json.dumps(
    {"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the workspace."""

    id: str = "U0KIM"
    name: str = "kim"


@dataclass(slots=True)
class _Connection:
    send: Callable[[str], None]


@dataclass(slots=True)
class SlackSocket:
    """Thread-safe. `token` is the app-level one; `enabled` is Slack's own switch."""

    token: str = APP_TOKEN
    enabled: bool = True
    greeting: str = HELLO
    opened: int = 0
    acked: list[str] = field(default_factory=list)
    _tickets: set[str] = field(default_factory=set)
    _connections: list[_Connection] = field(default_factory=list)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def ticket(self) -> str:
        """Return what lets one connection in."""
        with self._news:
            ticket = str(uuid4())
            self._tickets.add(ticket)
            return ticket

    def wait_for(self, true: Callable[[SlackSocket], bool], seconds: float) -> bool:
        """Wait until something is true of this; False if it is not in time."""
        with self._news:
            return self._news.wait_for(lambda: true(self), seconds)

    @property
    def connections(self) -> int:
        """Return how many programs listen at present."""
        with self._news:
            return len(self._connections)

    def say(self, text: str) -> bool:
        """Send any text on the newest connection; False if there is none."""
        with self._news:
            if not self._connections:
                return False
            self._connections[-1].send(text)
            return True

    def send(self, payload: Any, *, kind: str = "interactive") -> str:
        """Send a payload in an envelope; return its id, empty if nobody listens."""
        envelope = str(uuid4())
        whole = {
            "envelope_id": envelope,
            "type": kind,
            "accepts_response_payload": False,
            "payload": payload,
        }
        return envelope if self.say(json.dumps(whole)) else ""

    def was_acknowledged(self, envelope: str, seconds: float = ACK_SECONDS) -> bool:
        """Wait for the acknowledgement of an envelope, as long as Slack does."""
        return self.wait_for(lambda socket: envelope in socket.acked, seconds)

    async def serve(self, websocket: WebSocket) -> None:
        """Serve one program until it leaves, or `say` sends it away."""
        if not self._admit(websocket.query_params.get("ticket", "")):
            await websocket.close(1008)
            return
        await websocket.accept()
        loop = asyncio.get_running_loop()
        waiting: asyncio.Queue[str] = asyncio.Queue()

        def send(text: str) -> None:
            loop.call_soon_threadsafe(waiting.put_nowait, text)

        connection = _Connection(send)
        if self.greeting:
            await websocket.send_text(self.greeting)
        self._join(connection)
        telling = asyncio.ensure_future(_tell(websocket, waiting))
        try:
            with contextlib.suppress(WebSocketDisconnect, RuntimeError):
                while True:
                    self._hear(await websocket.receive_text())
        finally:
            telling.cancel()
            self._leave(connection)

    def _admit(self, ticket: str) -> bool:
        with self._news:
            known = ticket in self._tickets
            self._tickets.discard(ticket)
            return known

    def _join(self, connection: _Connection) -> None:
        with self._news:
            self._connections.append(connection)
            self.opened += 1
            self._news.notify_all()

    def _leave(self, connection: _Connection) -> None:
        with self._news:
            self._connections.remove(connection)
            self._news.notify_all()

    def _hear(self, text: str) -> None:
        with contextlib.suppress(ValueError), self._news:
            self.acked.append(str(json.loads(text).get("envelope_id")))
            self._news.notify_all()


async def _tell(websocket: WebSocket, waiting: asyncio.Queue[str]) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while True:
            text = await waiting.get()
            await websocket.send_text(text)
            if '"type": "disconnect"' in text:
                await websocket.close()
                return


def press_payload(
    message: Any, action: dict[str, Any], block_id: str, person: Person
) -> dict[str, Any]:
    """Return what Slack sends when a person presses a button of a message."""
    shown: dict[str, Any] = message.as_slack(metadata=True)
    return {
        "type": "block_actions",
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": TEAM,
        },
        "api_app_id": APP,
        "token": "verification",
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": False,
        },
        "trigger_id": "1.2.3",
        "team": {"id": TEAM, "domain": "demo"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": message.channel, "name": message.channel.lower()},
        "message": shown,
        "state": {"values": {}},
        "response_url": "https://hooks.slack.example/actions/T0DEMO/1/x",
        "actions": [
            {
                "type": "button",
                "action_id": action.get("action_id", ""),
                "block_id": block_id,
                "text": action.get("text"),
                "value": action.get("value", ""),
                "action_ts": message.ts,
            }
        ],
    }
