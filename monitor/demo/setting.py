"""The demo's configuration: real sources and Slack client, pointed at loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

NETWORKS = (
    "x",
    "reddit",
    "hackernews",
    "rss",
    "mastodon",
    "bluesky",
    "app_store",
    "google_reviews",
)
STREAMS = ("bluesky", "mastodon")
POLL_SECONDS = 3
COUNTRIES = ["us", "kr", "cn", "jp", "de", "fr", "es"]
AIR = (
    '"northwind air" OR @northwindair OR #northwindair '
    "OR 노스윈드 OR 北风航空 OR ノースウィンド"
)
COFFEE = (
    '"kumo coffee" OR @kumocoffee OR #kumocoffee '
    'OR 쿠모커피 OR "쿠모 커피" OR 云咖啡 OR クモコーヒー'
)
BRANDS: list[dict[str, Any]] = [
    {"name": "Northwind Air", "queries": [AIR], "vip": ["aerodaily"]},
    {"name": "Kumo Coffee", "queries": [COFFEE]},
]


def configuration(server: str, folder: Path) -> dict[str, Any]:
    """Return the whole configuration; `server` is the demo server's address."""
    return {
        "store": {"url": f"sqlite:///{folder / 'demo.db'}"},
        "brands": BRANDS,
        "collectors": [
            *(_collector(kind, f"{server}/{kind}") for kind in NETWORKS),
            {
                "name": "files",
                "kind": "files",
                "every": f"{POLL_SECONDS}s",
                "settings": {"path": str(folder / "inbox")},
            },
        ],
        "receivers": [
            {
                "name": "support",
                "kind": "slack",
                "pace_per_second": 5,
                "settings": {
                    "token": "${OVERHEARD_DEMO_SLACK}",
                    "app_token": "${OVERHEARD_DEMO_SLACK_APP}",
                    "slack_channel": "C0SUPPORT",
                    "base_url": f"{server}/slack/api/",
                },
            }
        ],
        "rules": [
            {
                "name": "unhappy",
                "when": {"label": "negative"},
                "receivers": ["support"],
            },
            {"name": "few stars", "when": {"max_rating": 2}, "receivers": ["support"]},
            {"name": "vip", "when": {"vip": True}, "receivers": ["support"]},
        ],
        "storm": {"count": 25, "update_every": "5s"},
        "daemon": {"listen": "127.0.0.1:0"},
    }


ENVIRONMENT = {
    "OVERHEARD_DEMO_SLACK": "xoxb-demo",
    "OVERHEARD_DEMO_SLACK_APP": "xapp-demo",
    "OVERHEARD_DEMO_X": "demo-bearer",
    "OVERHEARD_DEMO_REDDIT": "demo-secret",
    "OVERHEARD_DEMO_MASTODON": "demo-token",
    "OVERHEARD_DEMO_GOOGLE": "demo-refresh",
    "OVERHEARD_DEMO_GOOGLE_CLIENT": "demo-secret",
}
"""What the demo's secrets refer to. They open nothing but the simulated networks."""


def _collector(kind: str, base: str) -> dict[str, Any]:
    return {
        "name": kind,
        "kind": kind,
        "every": f"{POLL_SECONDS}s",
        "stream": kind in STREAMS,
        "settings": _settings(kind, base),
        **({"budget_usd": 20} if kind == "x" else {}),
    }


def _settings(kind: str, base: str) -> dict[str, Any]:
    special: dict[str, dict[str, Any]] = {
        "x": {"bearer_token": "${OVERHEARD_DEMO_X}"},
        "reddit": {
            "client_id": "demo",
            "client_secret": "${OVERHEARD_DEMO_REDDIT}",
            "oauth_url": base,
            "subreddits": ["demo"],
            "comments": True,
        },
        "mastodon": {"token": "${OVERHEARD_DEMO_MASTODON}"},
        "app_store": {"apps": ["4711"], "countries": COUNTRIES},
        "google_reviews": {
            "account": "1",
            "locations": ["2"],
            "client_id": "demo",
            "client_secret": "${OVERHEARD_DEMO_GOOGLE_CLIENT}",
            "refresh_token": "${OVERHEARD_DEMO_GOOGLE}",
            "token_url": f"{base}/token",
        },
    }
    if kind == "rss":
        return {"urls": [f"{base}/feed.xml"]}
    return {"base_url": base, **special.get(kind, {})}
