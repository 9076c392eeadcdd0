"""A moment of the demo, with texts in every script."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from monitor.demo.snapshot import ChannelLine, CollectorLine, FeedLine, Snapshot

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

_COLLECTORS = [
    *(("x-stream", "x"), ("reddit", "reddit"), ("hackernews", "hackernews")),
    *(("news", "rss"), ("mastodon", "mastodon"), ("bluesky", "bluesky")),
    *(("ios-reviews", "app_store"), ("google-reviews", "google_reviews")),
    ("helpdesk", "files"),
]
_FEED = [
    ("x", "Northwind Air", "negative"),
    ("google_reviews", "Kumo Coffee", "negative"),
    ("bluesky", "Northwind Air", "positive"),
    ("x", "Kumo Coffee", "negative"),
    ("mastodon", "Northwind Air", "unreadable"),
    ("reddit", "Northwind Air", "neutral"),
    ("app_store", "Northwind Air", "negative"),
]
_TEXTS = """
@northwindair NW481 cancelled 40 minutes before boarding and nobody at gate B12 knows.
쿠모커피 연남점 정말 실망했어요. 라떼는 쓰기만 하고 35분이나 기다렸습니다. 불친절해요.
Honestly impressed: Northwind Air rebooked me in 22 minutes after the storm. Great.
云咖啡滨江店的拿铁里喝出了头发，店员态度还特别差，恶心。等了25分钟。
Northwind Air の返金、7日たっても連絡がない。本当に腹が立つ。
Does Northwind Air really measure bags at B31?
Version 6.4.12 of the Northwind Air app crashes when I open my boarding pass. Useless.
""".strip().splitlines()
_CHANNEL = [
    ("Northwind Air: high, on X, by maya_ellis", "high", 1),
    ("Kumo Coffee: critical, Google review, 1 of 5 stars, by 김민수", "critical", 0),
    ("Northwind Air: praise, on Bluesky", "none", 3),
    ("Kumo Coffee: medium, on X", "medium", 0),
    ("Northwind Air: low, on Mastodon", "low", 2),
]


def moment(*, rounds: int = 4) -> Snapshot:
    """Return a full snapshot; more rounds are more of the same."""
    feed = [
        FeedLine(key=f"{n}", at=NOON - timedelta(seconds=3 * n), network=network,
                 brand=brand, label=label, text=_TEXTS[n % len(_TEXTS)])
        for n, (network, brand, label) in enumerate(_FEED * rounds)
    ]  # fmt: skip
    channel = [
        ChannelLine(key=f"{n}", at=NOON - timedelta(seconds=7 * n), headline=headline,
                    text=_TEXTS[n % len(_CHANNEL)], severity=severity, replies=replies)
        for n, (headline, severity, replies) in enumerate(_CHANNEL * rounds)
    ]  # fmt: skip
    collectors = [
        CollectorLine(name=name, network=network, posts=40 * n + 12, mentions=9 * n + 2,
                      last_run=NOON - timedelta(seconds=n),
                      state="failing" if n == 5 else "ok")
        for n, (name, network) in enumerate(_COLLECTORS)
    ]  # fmt: skip
    return Snapshot(
        now=NOON,
        collectors=tuple(collectors),
        feed=tuple(feed),
        channel=tuple(channel),
        posts=1204,
        mentions=640,
        alerts=87,
        messages=92,
        latency_p50=1.42,
        latency_p95=3.8,
        left=245.0,
        urls=(("Slack", "http://127.0.0.1:8765/"),),
    )
