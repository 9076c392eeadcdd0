"""What the live view shows at one moment. Texts are as strangers wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectorLine:
    """One collector. `state` is one word: ok, running, late, failing …"""

    name: str
    network: str
    state: str = "ok"
    last_run: datetime | None = None
    posts: int = 0
    mentions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """One mention. `key` tells it from all others; `at` is when it was found."""

    key: str
    at: datetime
    network: str
    brand: str
    label: str
    text: str
    severity: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLine:
    """One message in the team's channel, as text."""

    key: str
    at: datetime
    headline: str
    text: str = ""
    severity: str = "none"
    replies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything at one moment. `feed` and `channel` have the newest first.

    `latency_p50` and `latency_p95` are seconds from publication to Slack; `left`
    are seconds until the demo ends, None if it does not.
    """

    now: datetime
    collectors: tuple[CollectorLine, ...] = ()
    feed: tuple[FeedLine, ...] = ()
    channel: tuple[ChannelLine, ...] = ()
    channel_name: str = "support"
    posts: int = 0
    mentions: int = 0
    alerts: int = 0
    messages: int = 0
    latency_p50: float | None = None
    latency_p95: float | None = None
    left: float | None = None
    urls: tuple[tuple[str, str], ...] = ()
