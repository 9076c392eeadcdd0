"""The App Store's keyless feed of customer reviews.

The id of post `number` is FIRST_ID + number. A review is in the store of its
language's country; every app number shows the same reviews. An edit moves a review
to the top with its old id.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

FIRST_ID = 11_000_000_000
PAGE_SIZE = 50
PAGES = 10
COUNTRIES = {
    "de": "de",
    "en": "us",
    "es": "es",
    "fr": "fr",
    "it": "it",
    "ja": "jp",
    "ko": "kr",
    "pt": "br",
    "zh": "cn",
}

_CUPERTINO = timezone(timedelta(hours=-7))


def native_id(post: Invented) -> int:
    """Return the number of a review."""
    return FIRST_ID + post.number


def routes(world: World) -> list[BaseRoute]:
    """Return the endpoint."""

    async def reviews(request: Request) -> Response:
        country = request.path_params["country"]
        page = int(request.path_params["page"].removeprefix("page="))
        app = request.path_params["app"].removeprefix("id=")
        if not 1 <= page <= PAGES:
            message = "CustomerReviews RSS page depth is limited to 10"
            return JSONResponse({"error": message}, 400)
        found = [p for p in world.posts("app_store") if _is_in(p, country)]
        found.sort(key=lambda post: (_updated(post), post.number), reverse=True)
        shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        entries = [_entry(post, country, app) for post in shown]
        # The app itself comes first, sometimes.
        if page == 1 and entries and len(found) % 2 == 0:
            entries.insert(0, _app(app))
        return JSONResponse({"feed": _feed(entries, country, app)})

    path = "/{country}/rss/customerreviews/{page}/{app}/sortby=mostrecent/json"
    return [Route(path, reviews)]


def _feed(entries: list[dict[str, Any]], country: str, app: str) -> dict[str, Any]:
    feed: dict[str, Any] = {
        "author": {"name": {"label": "iTunes Store"}},
        "title": {"label": "iTunes Store: Customer Reviews"},
        "id": {"label": f"https://itunes.apple.com/{country}/rss/{app}"},
    }
    if entries:
        # One entry alone is not in a list.
        feed["entry"] = entries if len(entries) > 1 else entries[0]
    return feed


def _entry(post: Invented, country: str, app: str) -> dict[str, Any]:
    number = sum(post.author.encode()) + 1_000_000
    return {
        "author": {
            "uri": {"label": f"https://itunes.apple.com/{country}/reviews/id{number}"},
            "name": {"label": post.author},
            "label": "",
        },
        "updated": {"label": _updated(post).astimezone(_CUPERTINO).isoformat("T")},
        "im:rating": {"label": str(post.rating or 1)},
        "im:version": {"label": "4.2.0"},
        "id": {"label": str(native_id(post))},
        "title": {"label": post.title or post.text[:40]},
        "content": {"label": post.text, "attributes": {"type": "text"}},
        "link": {
            "attributes": {
                "rel": "related",
                "href": f"https://itunes.apple.com/{country}/review?id={app}",
            }
        },
        "im:voteSum": {"label": "0"},
        "im:voteCount": {"label": "0"},
        "im:contentType": {
            "attributes": {"term": "Application", "label": "Application"}
        },
    }


def _app(app: str) -> dict[str, Any]:
    return {
        "im:name": {"label": "Acme"},
        "id": {"label": f"https://apps.apple.com/app/id{app}", "attributes": {}},
        "title": {"label": "Acme - Acme Ltd"},
    }


def _is_in(post: Invented, country: str) -> bool:
    return not post.deleted and COUNTRIES.get(post.lang, "us") == country


def _updated(post: Invented) -> datetime:
    return (post.changed_at or post.published_at).replace(microsecond=0)
