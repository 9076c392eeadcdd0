"""Every built-in source in a world where it has something to read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from monitor.demo.world import World
from sources.base import SourceQuery
from tests.contract.case import Case, Place, Spoil
from tests.contract.cases_more import MORE_CASES

QUERY = SourceQuery(terms=("acme air",), hashtags=("acmeair",), handles=("acmeair",))


def publish(
    kind: str, count: int, apart: timedelta, **more: object
) -> Callable[[Place, datetime], int]:
    """Return a fill: so many complaints, and between them what nobody asked for."""

    def fill(place: Place, now: datetime) -> int:
        for number in range(count):
            _complain(place.world, kind, now - (number + 1) * apart, number, more)
        place.world.add(kind, "nothing for anybody", now - apart, author="other")
        return count

    return fill


def _complain(
    world: World, kind: str, at: datetime, number: int, more: dict[str, object]
) -> None:
    texts = (
        "Acme Air lost my bag & hat",
        "@acmeair 환불해 주세요 🙏",
        "never #acmeair again",
    )
    world.add(kind, texts[number % 3], at, author=f"guest{number}", **more)


def spoils_json(*path: str, lose: str) -> Spoil:
    """Return a spoil that takes `lose` from the first of a list of objects."""

    def spoil(body: bytes) -> bytes:
        data: Any = json.loads(body)
        at = data
        for name in path:
            at = at.get(name) if isinstance(at, dict) else None
        if not at:
            return body
        first = at[0].get("data", at[0])
        first.pop(lose)
        return json.dumps(data).encode()

    return spoil


def _empty_the_first(body: bytes) -> bytes:
    for tag in (b"item", b"entry"):
        start, end = body.find(b"<%s>" % tag), body.find(b"</%s>" % tag)
        if start >= 0:
            return body[:start] + b"<%s><guid>1</guid>" % tag + body[end:]
    return body


CASES: dict[str, Case] = {
    "x": Case(
        kind="x",
        network="x",
        settings=lambda place: {
            "bearer_token": "demo-bearer",
            "page_size": 10,
            "base_url": place.url,
        },
        fill=publish("x", 25, timedelta(minutes=20)),
        query=QUERY,
        secrets=("demo-bearer",),
        spoil=spoils_json("data", lose="text"),
    ),
    "reddit": Case(
        kind="reddit",
        network="reddit",
        settings=lambda place: {
            "client_id": "demo",
            "client_secret": "demo-secret",
            "base_url": place.url,
            "oauth_url": place.url,
        },
        fill=publish("reddit", 130, timedelta(minutes=20), title="Look at this"),
        query=QUERY,
        secrets=("demo-secret", "demo-reddit-grant"),
        spoil=spoils_json("data", "children", lose="permalink"),
    ),
    "hackernews": Case(
        kind="hackernews",
        network="hackernews",
        settings=lambda place: {"base_url": place.url, "page_size": 3},
        fill=publish("hackernews", 18, timedelta(minutes=50), comment=True),
        query=QUERY,
        spoil=spoils_json("hits", lose="author"),
    ),
    "rss": Case(
        kind="rss",
        network="rss",
        settings=lambda place: {
            "urls": [f"{place.url}/feed.xml?key=demo-key", f"{place.url}/atom.xml"]
        },
        fill=lambda place, now: publish("rss", 30, timedelta(hours=1))(place, now) + 1,
        query=QUERY,
        secrets=("demo-key",),
        spoil=_empty_the_first,
    ),
    **MORE_CASES,
}
