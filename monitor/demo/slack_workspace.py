"""What a Slack workspace keeps, and what its methods do with it.

The methods, errors and limits are those of https://docs.slack.dev/reference/methods,
as far as a program that posts, updates and looks for messages needs them.
"""

from __future__ import annotations

import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from monitor.core.clock import Clock, SystemClock
from monitor.demo.slack_rules import blocks_error
from monitor.demo.slack_socket import TEAM, Person, SlackSocket, press_payload

TOKEN = "xoxb-demo"  # noqa: S105  # the demo's, in the docs
BOT = "U0OVERHEARD"
DEFAULT_CHANNEL = "C0SUPPORT"
LONGEST_TEXT = 40_000
LARGEST_PAGE = 999
SCOPES = (
    "chat:write",
    "chat:write.public",
    "channels:history",
    "groups:history",
    "metadata.message:read",
)

Args = Mapping[str, Any]
Answer = dict[str, Any]


class Refusal(Exception):
    """Slack says no: `ok: false` with a code."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.answer: Answer = {"ok": False, "error": code, **more}


@dataclass(slots=True, kw_only=True)
class SlackMessage:
    """One message as the workspace keeps it."""

    channel: str
    ts: str
    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)
    thread_ts: str = ""
    client_msg_id: str = ""
    edited_ts: str = ""
    mrkdwn: bool = True
    versions: list[str] = field(default_factory=list)

    def as_slack(self, *, metadata: bool, replies: int = 0) -> Answer:
        """Return it as the history shows it."""
        shown: Answer = {
            "type": "message",
            "user": BOT,
            "bot_id": "B0OVERHEARD",
            "ts": self.ts,
            "text": self.text,
            "blocks": self.blocks,
        }
        if metadata and self.metadata:
            shown["metadata"] = self.metadata
        if self.thread_ts or replies:
            shown["thread_ts"] = self.thread_ts or self.ts
        if replies:
            shown["reply_count"] = replies
        if self.edited_ts:
            shown["edited"] = {"user": BOT, "ts": self.edited_ts}
        return shown


class SlackWorkspace:
    """Thread-safe. `call` is the whole Web API; `messages` is what came of it.

    `archived` and `not_in` hold ids of channels that answer like that; `scopes`
    is what the app may do; `per_second` turns on the limit of one message a
    second and channel; `fail` makes coming calls of one method go wrong; `socket` is
    its Socket Mode, and `press` presses a button.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        token: str = TOKEN,
        per_second: float | None = None,
    ) -> None:
        self.token = token
        self.per_second = per_second
        self.scopes = set(SCOPES)
        self.archived: set[str] = set()
        self.not_in: set[str] = set()
        self.socket = SlackSocket()
        self.names: dict[str, str] = {DEFAULT_CHANNEL: "support"}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self._clock = clock or SystemClock()
        self._lock = threading.RLock()
        self._messages: dict[str, dict[str, SlackMessage]] = defaultdict(dict)
        self._faults: dict[str, deque[str]] = defaultdict(deque)
        self._last_post: dict[str, float] = {}
        self._last_ts = 0

    def messages(self, channel: str = DEFAULT_CHANNEL) -> list[SlackMessage]:
        """Return a channel's messages, thread replies too, oldest first."""
        with self._lock:
            return list(self._messages[channel].values())

    def channels(self) -> list[str]:
        """Return the ids of the channels that hold messages, and the default one."""
        with self._lock:
            return sorted({DEFAULT_CHANNEL, *self._messages})

    def name_of(self, channel: str) -> str:
        """Return a channel's name; one without a name is called by its id."""
        return self.names.get(channel, channel.lower())

    def fail(self, method: str, error: str, *, times: int = 1) -> None:
        """Let the next calls of a method answer with an error, without effect."""
        with self._lock:
            self._faults[method].extend([error] * times)

    def press(
        self, channel: str, ts: str, action_id: str, person: Person | None = None
    ) -> str:
        """Press a button; return the envelope's id, empty if nobody could hear it."""
        with self._lock:
            message = self._messages[channel].get(ts)
            found = [
                (block, element)
                for block in (message.blocks if message else [])
                if block.get("type") == "actions"
                for element in block["elements"]
                if element.get("action_id") == action_id
            ]
        if message is None or not found:
            return ""
        block, action = found[0]
        block_id = str(block.get("block_id") or "made-up")
        payload = press_payload(message, action, block_id, person or Person())
        return self.socket.send(payload)

    def call(self, method: str, args: Args, *, token: str) -> Answer:
        """Carry out one method; return the answer that goes into the body."""
        with self._lock:
            self.calls.append((method, dict(args)))
            try:
                return {"ok": True, **self._carry_out(method, args, token)}
            except Refusal as refusal:
                return refusal.answer
            except ValueError:
                return {"ok": False, "error": "invalid_arguments"}

    def _carry_out(self, method: str, args: Args, token: str) -> Answer:
        if method == "apps.connections.open":
            return self._open_connection(token)
        methods: dict[str, tuple[str, Callable[[Args], Answer]]] = {
            "auth.test": ("", self._auth_test),
            "chat.postMessage": ("chat:write", self._post_message),
            "chat.update": ("chat:write", self._update),
            "conversations.history": ("channels:history", self._history),
            "conversations.info": ("", self._info),
            "conversations.replies": ("channels:history", self._replies),
        }
        if not token:
            raise Refusal("not_authed")
        if token != self.token:
            raise Refusal("invalid_auth")
        if method not in methods:
            raise Refusal("unknown_method", req_method=method)
        if self._faults[method]:
            raise Refusal(self._faults[method].popleft())
        scope, work = methods[method]
        if scope and scope not in self.scopes:
            provided = ",".join(sorted(self.scopes))
            raise Refusal("missing_scope", needed=scope, provided=provided)
        return work(args)

    def _open_connection(self, token: str) -> Answer:
        """Give an address for Socket Mode; whoever serves this puts it in front."""
        if not token:
            raise Refusal("not_authed")
        if token == self.token:
            raise Refusal("not_allowed_token_type")
        if token != self.socket.token:
            raise Refusal("invalid_auth")
        if self._faults["apps.connections.open"]:
            raise Refusal(self._faults["apps.connections.open"].popleft())
        if not self.socket.enabled:
            raise Refusal("socket_mode_not_enabled")
        return {"url": f"/link?ticket={self.socket.ticket()}"}

    def _auth_test(self, _args: Args) -> Answer:
        return {
            "url": "https://demo.slack.com/",
            "team": "Demo",
            "user": "overheard",
            "team_id": TEAM,
            "user_id": BOT,
            "bot_id": "B0OVERHEARD",
        }

    def _post_message(self, args: Args) -> Answer:
        channel = self._channel(args)
        if channel in self.archived:
            raise Refusal("is_archived")
        blocks = _words(args)
        thread = str(args.get("thread_ts") or "")
        if thread and thread not in self._messages[channel]:
            raise Refusal("thread_not_found")
        self._limit(channel)
        message = SlackMessage(
            channel=channel,
            ts=self._next_ts(),
            text=str(args.get("text") or ""),
            blocks=blocks or [],
            metadata=_object(args.get("metadata")),
            thread_ts=thread,
            client_msg_id=str(args.get("client_msg_id") or ""),
            mrkdwn=_flag(args.get("mrkdwn", True)),
        )
        self._messages[channel][message.ts] = message
        shown = message.as_slack(metadata=True)
        return {"channel": channel, "ts": message.ts, "message": shown}

    def _update(self, args: Args) -> Answer:
        channel = self._channel(args)
        message = self._messages[channel].get(str(args.get("ts") or ""))
        if message is None:
            raise Refusal("message_not_found")
        blocks = _words(args)
        message.versions.append(message.text)
        message.text = str(args.get("text") or message.text)
        # Blocks that are not mentioned stay; an empty list takes them off.
        message.blocks = message.blocks if blocks is None else blocks
        message.metadata = _object(args.get("metadata")) or message.metadata
        message.edited_ts = self._next_ts()
        return {"channel": channel, "ts": message.ts, "text": message.text}

    def _history(self, args: Args) -> Answer:
        channel = self._channel(args, member=True)
        found = [m for m in self._messages[channel].values() if not m.thread_ts]
        return self._paged(args, [m for m in reversed(found) if _within(m, args)])

    def _replies(self, args: Args) -> Answer:
        channel = self._channel(args, member=True)
        root = self._messages[channel].get(str(args.get("ts") or ""))
        if root is None:
            raise Refusal("thread_not_found")
        replies = [
            message
            for message in self._messages[channel].values()
            if message.thread_ts == root.ts and _within(message, args)
        ]
        return self._paged(args, [root, *replies])

    def _paged(self, args: Args, found: list[SlackMessage]) -> Answer:
        limit = min(max(int(args.get("limit") or 100), 1), LARGEST_PAGE)
        start = int(str(args.get("cursor") or "next:0").removeprefix("next:"))
        more = start + limit < len(found)
        metadata = _flag(args.get("include_all_metadata", False))
        shown = [
            message.as_slack(metadata=metadata, replies=self._reply_count(message))
            for message in found[start : start + limit]
        ]
        cursor = f"next:{start + limit}" if more else ""
        return {
            "messages": shown,
            "has_more": more,
            "response_metadata": {"next_cursor": cursor},
        }

    def _info(self, args: Args) -> Answer:
        channel = self._channel(args)
        name, archived = self.name_of(channel), channel in self.archived
        return {"channel": {"id": channel, "name": name, "is_archived": archived}}

    def _channel(self, args: Args, *, member: bool = False) -> str:
        channel = str(args.get("channel") or "")
        if not channel.startswith("C"):
            raise Refusal("channel_not_found")
        if channel in self.not_in and (
            member or "chat:write.public" not in self.scopes
        ):
            raise Refusal("not_in_channel")
        return channel

    def _limit(self, channel: str) -> None:
        now = self._clock.monotonic()
        if self.per_second is not None:
            last = self._last_post.get(channel)
            if last is not None and now - last < 1 / self.per_second:
                raise Refusal("ratelimited")
        self._last_post[channel] = now

    def _next_ts(self) -> str:
        micros = int(self._clock.now().timestamp() * 1_000_000)
        self._last_ts = max(self._last_ts + 1, micros)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def _reply_count(self, root: SlackMessage) -> int:
        inside = self._messages[root.channel].values()
        return sum(message.thread_ts == root.ts for message in inside)


def _words(args: Args) -> list[dict[str, Any]] | None:
    """Check text and blocks; return the blocks, None if none were given."""
    blocks = args.get("blocks")
    if isinstance(blocks, str):
        try:
            blocks = json.loads(blocks)
        except ValueError:
            raise Refusal("invalid_blocks_format") from None
    if len(str(args.get("text") or "")) > LONGEST_TEXT:
        raise Refusal("msg_too_long")
    if blocks is None:
        if not args.get("text"):
            raise Refusal("no_text")
        return None
    if problem := blocks_error(blocks):
        code, messages = problem
        raise Refusal(code, response_metadata={"messages": messages})
    if not blocks and not args.get("text"):
        raise Refusal("no_text")
    checked: list[dict[str, Any]] = blocks
    return checked


def _object(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return {}
    return value if isinstance(value, dict) else {}


def _flag(value: Any) -> bool:
    return value not in (False, 0, "0", "false", "", None)


def _within(message: SlackMessage, args: Args) -> bool:
    at = float(message.ts)
    oldest, latest = float(args.get("oldest") or 0), float(args.get("latest") or "inf")
    if _flag(args.get("inclusive", False)):
        return oldest <= at <= latest
    return oldest < at < latest
