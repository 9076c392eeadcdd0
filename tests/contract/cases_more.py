"""Cases of the sources that are not asked with a search."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sources.base import SourceQuery
from tests.contract.case import Case, Place

QUERY = SourceQuery(terms=("acme air",), hashtags=("acmeair",), handles=("acmeair",))

TEXTS = ("Acme Air lost my bag", "@acmeair 환불해 주세요 🙏", "no #ACMEAIR")

_ONLY_SOCKET = (
    "a WebSocket has no statuses on its way; tests/sources/test_bluesky.py breaks it"
)


def _past(now: datetime, count: int, apart: timedelta) -> list[datetime]:
    """Return instants, the oldest first and the newest not quite now."""
    return [now - (count - number) * apart for number in range(count)]


def _fill_mastodon(place: Place, now: datetime) -> int:
    for number, at in enumerate(_past(now, 90, timedelta(hours=1))):
        text = f"#AcmeAir lost my bag & hat, time {number}"
        place.world.add("mastodon", text, at, author=f"guest{number}")
    place.world.add("mastodon", "nothing for anybody", now - timedelta(hours=1))
    return 90


def _fill_bluesky(place: Place, now: datetime) -> int:
    for number, at in enumerate(_past(now, 130, timedelta(minutes=3))):
        text = ("Acme Air lost my bag", "@acmeair 환불해 주세요 🙏", "no #ACMEAIR")[
            number % 3
        ]
        place.world.add("bluesky", text, at, author=f"guest{number}")
        place.world.add("bluesky", "nothing for anybody", at)
        place.world.add("bluesky", "誰にも関係ない 🙂", at)
    return 130


def _fill_reviews(network: str, count: int, apart: timedelta):
    def fill(place: Place, now: datetime) -> int:
        for number, at in enumerate(_past(now, count, apart)):
            place.world.add(
                network,
                f"The seat was broken, time {number}",
                at,
                author=f"guest{number}",
                title="" if network == "google_reviews" else "Never again",
                rating=number % 5 + 1,
            )
        return count

    return fill


def _fill_folder(place: Place, now: datetime) -> int:
    lines = [
        {"id": number, "text": f"Acme Air, time {number}", "published_at": "2026-01-02"}
        for number in range(700)
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (place.folder / "a.jsonl").write_text(text)
    rows = "".join(f'{number},"Acme, again"\n' for number in range(700, 750))
    (place.folder / "b.csv").write_text(f"id,text\n{rows}")
    return 750


def _spoil_status(body: bytes) -> bytes:
    statuses = json.loads(body)
    if not isinstance(statuses, list) or len(statuses) < 2:
        return body
    statuses[0]["created_at"] = "yesterday"
    return json.dumps(statuses).encode()


def _spoil_entry(body: bytes) -> bytes:
    feed = json.loads(body)
    entries = feed["feed"].get("entry", [])
    if len(entries) < 2:
        return body
    entries[-1]["im:rating"]["label"] = "NaN"
    return json.dumps(feed).encode()


def _spoil_review(body: bytes) -> bytes:
    page = json.loads(body)
    if "reviews" not in page:
        return body
    page["reviews"][0]["starRating"] = "SIX"
    return json.dumps(page).encode()


MORE_CASES: dict[str, Case] = {
    "mastodon": Case(
        kind="mastodon",
        network="mastodon",
        settings=lambda place: {"base_url": place.url, "token": "demo-token"},
        fill=_fill_mastodon,
        query=SourceQuery(hashtags=("acmeair",)),
        secrets=("demo-token",),
        spoil=_spoil_status,
    ),
    "bluesky": Case(
        kind="bluesky",
        network="bluesky",
        settings=lambda place: {
            "base_url": place.url,
            "look_back_minutes": 600,
            "idle_seconds": 0.2,
        },
        fill=_fill_bluesky,
        query=QUERY,
        skips={
            "failures_are_named": _ONLY_SOCKET,
            "one_unreadable_item_is_poison": _ONLY_SOCKET,
        },
    ),
    "files": Case(
        kind="files",
        settings=lambda place: {"path": str(place.folder), "source": "files"},
        fill=_fill_folder,
        query=QUERY,
        skips={
            "failures_are_named": "no network; see tests/sources/test_files.py",
            "one_unreadable_item_is_poison": "no network to spoil; see test_files.py",
        },
    ),
    "app_store": Case(
        kind="app_store",
        network="app_store",
        settings=lambda place: {"apps": ["1234567890"], "base_url": place.url},
        fill=_fill_reviews("app_store", 120, timedelta(days=1)),
        query=QUERY,
        spoil=_spoil_entry,
    ),
    "google_reviews": Case(
        kind="google_reviews",
        network="google_reviews",
        settings=lambda place: {
            "account": "1",
            "locations": ["2"],
            "client_id": "demo",
            "client_secret": "demo-secret",
            "refresh_token": "demo-refresh",
            "base_url": place.url,
            "token_url": f"{place.url}/token",
        },
        fill=_fill_reviews("google_reviews", 120, timedelta(days=1)),
        query=QUERY,
        secrets=("demo-secret", "demo-refresh", "demo-access"),
        spoil=_spoil_review,
        skips={
            "failures_are_named": "a 401 is answered by signing in again;"
            " tests/sources/test_google_reviews.py lets each call fail for good",
        },
    ),
}
CASES = MORE_CASES
