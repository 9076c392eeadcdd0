"""The reviews of a place as Google's Business Profile API shows them.

The id of post `number` is `native_id(post)`. Sign in at /token with the refresh
token `demo-refresh`; every location shows the same reviews. Reviews in other
languages than English come with a translation before them, as Google has it.
"""

from __future__ import annotations

import base64
import itertools
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

REFRESH_TOKEN = "demo-refresh"  # noqa: S105  # the demo's own
CLIENT = ("demo", "demo-secret")
MAX_PAGE = 50
STARS = ("ONE", "TWO", "THREE", "FOUR", "FIVE")
ANONYMOUS = "anonymous"

_doors: WeakKeyDictionary[World, Door]


def native_id(post: Invented) -> str:
    """Return the id of a review."""
    return f"AbFvOq{post.number:08d}"


def door_of(world: World) -> Door:
    """Return who is signed in to a world's API."""
    return _doors.setdefault(world, Door())


class Door:
    """Gives out access tokens, and can let them expire."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._token = ""

    def open(self) -> str:
        """Return a new access token; the one before is no longer good."""
        self._token = f"demo-access-{next(self._numbers)}"
        return self._token

    def expire(self) -> None:
        """Let the present access token be no longer good."""
        self._token = ""

    def lets_in(self, request: Request) -> bool:
        """Say whether a request has the present access token."""
        given = request.headers.get("authorization", "")
        return bool(self._token) and given == f"Bearer {self._token}"


_doors = WeakKeyDictionary()


def routes(world: World) -> list[BaseRoute]:
    """Return the sign-in and the API's endpoint."""
    door = door_of(world)

    async def token(request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        if (form.get("client_id"), form.get("client_secret")) != CLIENT:
            return JSONResponse({"error": "invalid_client"}, 401)
        if form.get("grant_type") != "refresh_token":
            return JSONResponse({"error": "unsupported_grant_type"}, 400)
        if form.get("refresh_token") != REFRESH_TOKEN:
            return JSONResponse({"error": "invalid_grant"}, 400)
        answer = {"access_token": door.open(), "expires_in": 3599}
        return JSONResponse({**answer, "token_type": "Bearer"})

    async def reviews(request: Request) -> Response:
        if not door.lets_in(request):
            return _error(401, "UNAUTHENTICATED", "Request had invalid credentials.")
        asked = request.query_params
        size = min(MAX_PAGE, int(asked.get("pageSize", "50")))
        start = _start(asked.get("pageToken", ""))
        if start is None:
            return _error(400, "INVALID_ARGUMENT", "Invalid page token.")
        found = [p for p in world.posts("google_reviews") if not p.deleted]
        found.sort(key=lambda post: (_updated(post), post.number), reverse=True)
        return JSONResponse(_page(request, found, start, size))

    return [
        Route("/token", token, methods=["POST"]),
        Route("/v4/accounts/{account}/locations/{location}/reviews", reviews),
    ]


def _page(
    request: Request, found: list[Invented], start: int, size: int
) -> dict[str, Any]:
    place = "accounts/{account}/locations/{location}".format(**request.path_params)
    shown = [_review(post, place) for post in found[start : start + size]]
    page: dict[str, Any] = {"totalReviewCount": len(found)}
    if shown:
        page["reviews"] = shown
        page["averageRating"] = 3.0
    if start + size < len(found):
        page["nextPageToken"] = base64.b64encode(f"o{start + size}".encode()).decode()
    return page


def _start(token: str) -> int | None:
    if not token:
        return 0
    try:
        return int(base64.b64decode(token).decode().removeprefix("o"))
    except ValueError:
        return None


def _review(post: Invented, place: str) -> dict[str, Any]:
    text = post.text
    if post.lang != "en":
        text = f"(Translated by Google) {text}\n\n(Original)\n{text}"
    reviewer: dict[str, Any] = {"isAnonymous": True}
    if post.author != ANONYMOUS:
        reviewer = {
            "profilePhotoUrl": "https://lh3.googleusercontent.com/a/demo",
            "displayName": post.author_name or post.author,
        }
    review: dict[str, Any] = {
        "name": f"{place}/reviews/{native_id(post)}",
        "reviewId": native_id(post),
        "reviewer": reviewer,
        "starRating": STARS[min(max(post.rating or 1, 1), 5) - 1],
        "createTime": _nanoseconds(post.published_at),
        "updateTime": _nanoseconds(_updated(post)),
    }
    return {**review, "comment": text} if post.text else review


def _updated(post: Invented) -> datetime:
    return post.changed_at or post.published_at


def _nanoseconds(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%f") + "123Z"


def _error(status: int, name: str, message: str) -> Response:
    error = {"code": status, "message": message, "status": name}
    return JSONResponse({"error": error}, status)
