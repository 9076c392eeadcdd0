"""Delivers to one Slack channel through the Web API, with a bot token.

Slack drops no repeats. So each message carries its delivery's id, as
`client_msg_id` and in its metadata, and `find` looks for it in the channel's
history before an unanswered call is made again.

API: https://docs.slack.dev/reference/methods/chat.postMessage (about one message
a second and channel). Scopes: config/slack_manifest.yaml.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, SecretStr, field_validator
from slack_sdk.web import SlackResponse

from alerts.base import Message, NotifierSettings, Receipt
from alerts.hearing import Press
from alerts.notifiers import slack_blocks
from alerts.notifiers.address import is_local_name
from alerts.notifiers.slack_buttons import choice_blocks
from alerts.notifiers.slack_transport import SlackTransport
from alerts.notifiers.wire import Deadline, Wire
from monitor.core.clock import Clock
from monitor.core.errors import (
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
)
from monitor.core.ids import stable_id

if TYPE_CHECKING:
    from alerts.notifiers.slack_socket import SlackEar

log = logging.getLogger(__name__)

EVENT_TYPE = "overheard_alert"
LOOK_BACK = timedelta(seconds=60)
PAGE_SIZE = 200
MOST_PAGES = 10


class SlackSettings(NotifierSettings):
    """How to reach one channel of one workspace."""

    model_config = ConfigDict(hide_input_in_errors=True)

    token: SecretStr = Field(description="bot token of the Slack app (xoxb-…)")
    slack_channel: str = Field(
        description="ID of the channel (C…), at the bottom of its details in Slack"
    )
    app_token: SecretStr | None = Field(
        default=None,
        description="app-level token (xapp-…) for buttons below the alerts, over "
        "Socket Mode; without it there are none",
    )
    base_url: str = Field(
        default="https://slack.com/api/", description="address of the Web API"
    )
    timeout: float = Field(
        default=15.0, gt=0, le=120, description="seconds one delivery may take in all"
    )
    link_style: Literal["link", "button"] = Field(
        default="link",
        description="how the post is opened; Slack shows a warning beside a clicked "
        "button unless an app answers the click",
    )

    @field_validator("token", "app_token")
    @classmethod
    def _token_is_sendable(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None:
            return None
        value = token.get_secret_value().strip()
        if not value or not value.isascii() or not value.isprintable() or " " in value:
            raise ValueError("the token is empty or holds characters no token has")
        return SecretStr(value)

    @field_validator("slack_channel")
    @classmethod
    def _channel_is_an_id(cls, channel: str) -> str:
        if not re.fullmatch(r"[CGD][A-Z0-9]+", channel):
            raise ValueError(
                f"{channel!r} is not the ID of a channel; in Slack open the channel's "
                "details, its ID (C…) is at the bottom"
            )
        return channel

    @field_validator("base_url")
    @classmethod
    def _base_url_keeps_the_token_safe(cls, url: str) -> str:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https") or not host or parts.username:
            raise ValueError("base_url must look like 'https://slack.com/api/'")
        if parts.scheme == "http" and not is_local_name(host):
            raise ValueError(
                f"base_url would send the token unencrypted to {host!r}; use https"
            )
        return url.rstrip("/") + "/"


class SlackNotifier:
    """Posts, updates and answers messages in one channel."""

    kind: ClassVar[str] = "slack"
    Settings: ClassVar[type[NotifierSettings]] = SlackSettings
    can_find: ClassVar[bool] = True
    can_update: ClassVar[bool] = True
    repeat_is_safe: ClassVar[bool] = False

    def __init__(self, name: str, settings: SlackSettings, *, clock: Clock) -> None:
        self._name = name
        self._settings = settings
        self._clock = clock
        self._wire = Wire(env_proxy=True)

    @property
    def ear(self) -> str:
        """Apps have one connection for all their channels."""
        token = self._settings.app_token
        if token is None:
            return ""
        return stable_id(self._settings.base_url, token.get_secret_value())

    def listen(self, stop: threading.Event) -> Iterator[Press | None]:
        """Yield what readers press. See `alerts.hearing.Hearing`."""
        token = self._settings.app_token
        if token is not None:
            yield from self._ear(token).listen(stop)

    def check(self) -> None:
        web = self._web()
        self._read(web.auth_test)
        if self._settings.app_token is not None:
            self._ear(self._settings.app_token).check()
        try:
            self._read(
                lambda: web.conversations_history(
                    channel=self._settings.slack_channel, limit=1
                )
            )
        except DeliveryRefused as exc:
            if web.refusal == "channel_not_found":
                raise
            # Posting may still work (chat:write.public); looking for it will not.
            log.warning(
                "history not readable: an unanswered alert may come twice",
                extra={"receiver": self._name, "error": str(exc)},
            )

    def send(
        self,
        message: Message,
        *,
        key: str,
        plain: bool = False,
        replacing: Receipt | None = None,
        under: Receipt | None = None,
    ) -> Receipt:
        words = self._words(message, key, plain=plain)
        if replacing is not None:
            # An empty list takes the blocks off a message that had some.
            words["blocks"] = words["blocks"] or []
            answer = self._web().chat_update(
                channel=self._channel(replacing), ts=self._ts(replacing), **words
            )
            return self._receipt(answer, thread=replacing.get("thread_ts", ""))
        thread = "" if under is None else self._root(under)
        answer = self._web().chat_postMessage(
            channel=self._settings.slack_channel
            if under is None
            else self._channel(under),
            thread_ts=thread or None,
            client_msg_id=key,
            mrkdwn=False,
            unfurl_links=False,
            unfurl_media=False,
            **words,
        )
        return self._receipt(answer, thread=thread)

    def find(
        self, key: str, *, since: datetime, under: Receipt | None
    ) -> Receipt | None:
        oldest = f"{(since - LOOK_BACK).timestamp():.6f}"
        for message in self._messages(oldest, under):
            if _carries(message, key) and isinstance(message.get("ts"), str):
                channel = (
                    self._channel(under) if under else self._settings.slack_channel
                )
                thread = message.get("thread_ts", "") if under else ""
                found = {"channel": channel, "ts": message["ts"]}
                return {**found, "thread_ts": thread} if thread else found
        return None

    def close(self) -> None:
        """Nothing is kept open between calls."""

    def _ear(self, app_token: SecretStr) -> SlackEar:
        from alerts.notifiers.slack_socket import SlackEar

        return SlackEar(
            self._name,
            token=self._settings.token.get_secret_value(),
            app_token=app_token.get_secret_value(),
            base_url=self._settings.base_url,
            timeout=self._settings.timeout,
            wire=self._wire,
            clock=self._clock,
        )

    def _web(self) -> SlackTransport:
        web = SlackTransport(
            self._name,
            token=self._settings.token.get_secret_value(),
            base_url=self._settings.base_url,
            wire=self._wire,
            clock=self._clock,
        )
        web.deadline = Deadline(self._settings.timeout)
        return web

    def _words(self, message: Message, key: str, *, plain: bool) -> dict[str, Any]:
        return {
            "text": slack_blocks.fallback(message),
            "blocks": None if plain else self._blocks(message, key),
            "parse": "none",
            "link_names": False,
            "metadata": {
                "event_type": EVENT_TYPE,
                "event_payload": {"delivery_id": key},
            },
        }

    def _blocks(self, message: Message, key: str) -> list[slack_blocks.Block]:
        button = self._settings.link_style == "button"
        laid_out = slack_blocks.blocks(message, button=button)
        return laid_out + (choice_blocks(message, key) if self.ear else [])

    def _messages(
        self, oldest: str, under: Receipt | None
    ) -> Iterator[Mapping[str, Any]]:
        """Yield a channel's or a thread's messages since `oldest`, page by page."""
        web = self._web()
        cursor = ""
        for _ in range(MOST_PAGES):
            asked: dict[str, Any] = {
                "oldest": oldest,
                "limit": PAGE_SIZE,
                "include_all_metadata": True,
                **({"cursor": cursor} if cursor else {}),
            }
            answer = self._read(self._page(web, asked, under))
            yield from self._listed(answer)
            metadata = answer.get("response_metadata")
            cursor = (
                metadata.get("next_cursor", "") if isinstance(metadata, dict) else ""
            )
            if not cursor:
                return
        raise DeliveryUnavailable(
            self._name,
            f"the message may be beyond the newest {MOST_PAGES * PAGE_SIZE} messages "
            "of the channel; give the app a quieter channel",
        )

    def _page(
        self, web: SlackTransport, asked: dict[str, Any], under: Receipt | None
    ) -> Callable[[], SlackResponse]:
        if under is None:
            channel = self._settings.slack_channel
            return lambda: web.conversations_history(channel=channel, **asked)
        channel, ts = self._channel(under), self._root(under)
        return lambda: web.conversations_replies(channel=channel, ts=ts, **asked)

    def _read(self, call: Callable[[], SlackResponse]) -> SlackResponse:
        """Make a call that changes nothing: whatever went wrong, it can be repeated."""
        try:
            return call()
        except DeliveryUnknown as exc:
            words = str(exc).removeprefix(f"{self._name}: ")
            raise DeliveryUnavailable(self._name, words) from exc

    def _listed(self, answer: SlackResponse) -> list[Mapping[str, Any]]:
        messages = answer.get("messages")
        if not isinstance(messages, list):
            raise DeliveryUnavailable(
                self._name, "Slack's history came without messages"
            )
        return [message for message in messages if isinstance(message, dict)]

    def _receipt(self, answer: SlackResponse, *, thread: str) -> Receipt:
        channel, ts = answer.get("channel"), answer.get("ts")
        if not isinstance(channel, str) or not isinstance(ts, str) or not ts:
            raise DeliveryUnknown(self._name, "Slack's answer does not say where it is")
        receipt = {"channel": channel, "ts": ts}
        return {**receipt, "thread_ts": thread} if thread else receipt

    def _channel(self, receipt: Receipt) -> str:
        return receipt.get("channel") or self._settings.slack_channel

    def _ts(self, receipt: Receipt) -> str:
        ts = receipt.get("ts")
        if not ts:
            raise DeliveryRefused(
                self._name, "the receipt of the message it belongs to has no 'ts'"
            )
        return ts

    def _root(self, receipt: Receipt) -> str:
        """Return the first message of a thread: answers to answers do not exist."""
        return receipt.get("thread_ts") or self._ts(receipt)


def _carries(message: Mapping[str, Any], key: str) -> bool:
    metadata = message.get("metadata")
    if isinstance(metadata, dict) and metadata.get("event_type") == EVENT_TYPE:
        payload = metadata.get("event_payload")
        if isinstance(payload, dict) and payload.get("delivery_id") == key:
            return True
    return message.get("client_msg_id") == key
