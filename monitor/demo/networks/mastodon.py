"""A Mastodon server: hashtag timelines, search with a token, streams.

The id of post `number` is a snowflake like Mastodon's own: milliseconds since 1970,
then 16 bits of the number (`native_id`). Search wants the token `demo-token`.
"""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

TOKEN = "demo-token"  # noqa: S105  # the demo's own
HOST = "mastodon.example"
MAX_LIMIT = 40
HEARTBEAT_SECONDS = 15.0

_TAG = re.compile(r"#(\w+)")


def native_id(post: Invented) -> int:
    """Return the id of a status."""
    return (_milliseconds(post.published_at) << 16) + post.number % 65_536


def routes(world: World) -> list[BaseRoute]:
    """Return the API's endpoints."""

    async def tag(request: Request) -> Response:
        name = request.path_params["tag"].casefold()
        found = [p for p in world.posts("mastodon") if name in _tags(p)]
        return _timeline(request, found)

    async def search(request: Request) -> Response:
        return _results(request, world)

    async def stream(request: Request) -> Response:
        name = request.query_params.get("tag", "").casefold()
        if not name:
            return _error(400, "Missing tag name parameter")
        if request.headers.get("authorization") and not _is_signed_in(request):
            return _error(401, "Invalid access token")
        return StreamingResponse(_events(world, name), media_type="text/event-stream")

    async def account(request: Request) -> Response:
        if not _is_signed_in(request):
            return _error(401, "The access token is invalid")
        return JSONResponse({"id": "1", "username": "demo", "acct": "demo"})

    return [
        Route("/api/v1/timelines/tag/{tag}", tag),
        Route("/api/v2/search", search),
        Route("/api/v1/streaming/hashtag", stream),
        Route("/api/v1/accounts/verify_credentials", account),
    ]


def _results(request: Request, world: World) -> Response:
    if not _is_signed_in(request):
        return _error(401, "This method requires an authenticated user")
    asked = request.query_params
    words = re.findall(r'"([^"]+)"|(\S+)', asked.get("q", "").casefold())
    found = [
        post
        for post in _visible(world.posts("mastodon"))
        if all((quoted or bare) in post.text.casefold() for quoted, bare in words)
    ]
    found.sort(key=native_id, reverse=True)
    start, size = _number(asked.get("offset")), _limit(request)
    statuses = [_status(post) for post in found[start : start + size]]
    return JSONResponse({"accounts": [], "statuses": statuses, "hashtags": []})


def _timeline(request: Request, posts: list[Invented]) -> Response:
    """Cut a page: newest first, but from `min_id` on the nearest ones."""
    asked = request.query_params
    ids = {native_id(post): post for post in _visible(posts)}
    low = max(_number(asked.get("min_id")), _number(asked.get("since_id")))
    high = _number(asked.get("max_id")) or 2**63
    inside = sorted((i for i in ids if low < i < high), reverse=True)
    size = _limit(request)
    shown = inside[-size:] if asked.get("min_id") else inside[:size]
    headers = {
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": "299",
        "X-RateLimit-Reset": "2099-01-01T00:00:00.000000Z",
    }
    if shown:
        base = str(request.url).partition("?")[0]
        headers["Link"] = (
            f'<{base}?limit={size}&max_id={shown[-1]}>; rel="next", '
            f'<{base}?limit={size}&min_id={shown[0]}>; rel="prev"'
        )
    return JSONResponse([_status(ids[i]) for i in shown], headers=headers)


async def _events(world: World, tag: str) -> AsyncIterator[str]:
    """Tell what happens from now on; the world speaks from another thread."""
    loop = asyncio.get_running_loop()
    heard: asyncio.Queue[Invented] = asyncio.Queue()

    def hear(post: Invented) -> None:
        loop.call_soon_threadsafe(heard.put_nowait, post)

    leave = world.listen("mastodon", hear)
    try:
        yield ":)\n\n"
        while True:
            try:
                post = await asyncio.wait_for(heard.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ":thump\n\n"
                continue
            if tag in _tags(post):
                yield _event(post)
    finally:
        leave()


def _event(post: Invented) -> str:
    if post.deleted:
        return f"event: delete\ndata: {native_id(post)}\n\n"
    name = "status.update" if post.changed_at else "update"
    return f"event: {name}\ndata: {json.dumps(_status(post))}\n\n"


def _status(post: Invented) -> dict[str, Any]:
    number = native_id(post)
    url = f"https://{HOST}/@{post.author}"
    return {
        "id": str(number),
        "created_at": _iso(post.published_at),
        "edited_at": _iso(post.changed_at) if post.changed_at else None,
        "in_reply_to_id": "1" if post.comment else None,
        "in_reply_to_account_id": "1" if post.comment else None,
        "sensitive": bool(post.title),
        "spoiler_text": post.title,
        "visibility": "public",
        "language": post.lang,
        "uri": f"https://{HOST}/users/{post.author}/statuses/{number}",
        "url": f"{url}/{number}",
        "replies_count": 0,
        "reblogs_count": 0,
        "favourites_count": post.number % 7,
        "content": _html(post.text),
        "reblog": None,
        "account": {
            "id": str(sum(post.author.encode()) + 100),
            "username": post.author,
            "acct": post.author,
            "display_name": post.author_name or post.author,
            "url": url,
            "uri": f"https://{HOST}/users/{post.author}",
            "followers_count": post.followers,
        },
        "media_attachments": [],
        "mentions": [],
        "tags": [
            {"name": name, "url": f"https://{HOST}/tags/{name}"} for name in _tags(post)
        ],
        "emojis": [],
        "card": None,
        "poll": None,
    }


def _html(text: str) -> str:
    linked = _TAG.sub(
        lambda found: (
            f'<a href="https://{HOST}/tags/{found[1]}" class="mention hashtag"'
            f' rel="tag">#<span>{found[1]}</span></a>'
        ),
        html.escape(text),
    )
    paragraphs = linked.replace("\n", "<br />")
    return f"<p>{paragraphs}</p>"


def _visible(posts: list[Invented]) -> list[Invented]:
    return [post for post in posts if not post.deleted]


def _tags(post: Invented) -> list[str]:
    return list(dict.fromkeys(tag.casefold() for tag in _TAG.findall(post.text)))


def _is_signed_in(request: Request) -> bool:
    return request.headers.get("authorization") == f"Bearer {TOKEN}"


def _limit(request: Request) -> int:
    return min(MAX_LIMIT, _number(request.query_params.get("limit")) or 20)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def _error(status: int, text: str) -> Response:
    return JSONResponse({"error": text}, status)
