"""The API of X, version 2, as far as reading goes.

The id of post `number` is a snowflake like X's own: milliseconds since X began, then
the number (`native_id`). An edit makes a new id; deleted posts are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

BEARER = "demo-bearer"
LIMIT = 450
SEARCHED = timedelta(days=7)

_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657000, tzinfo=UTC)
_WORDS = re.compile(r'-?"[^"]*"|[()]|[^\s()"]+')


def native_id(post: Invented) -> int:
    """Return the id of the first version of a post."""
    return _snowflake(post.published_at) + post.number


def routes(world: World) -> list[BaseRoute]:
    """Return the API's endpoints."""

    async def search(request: Request) -> JSONResponse:
        query = request.query_params.get("query", "")
        if not query or len(query) > 512:
            return _bad(request, "query", "`query` has to have 1 to 512 characters")
        return _listing(request, world, matcher(query), following="next_token")

    async def mentions(request: Request) -> JSONResponse:
        return _listing(
            request, world, lambda t: "@" in t, following="pagination_token"
        )

    async def usage(_request: Request) -> JSONResponse:
        return JSONResponse({"data": {"project_cap": "3000000", "project_usage": "0"}})

    return [
        Route("/2/tweets/search/recent", _signed_in(search)),
        Route("/2/users/{user_id}/mentions", _signed_in(mentions)),
        Route("/2/usage/tweets", _signed_in(usage)),
    ]


def matcher(query: str) -> Callable[[str], bool]:
    """Read X's query language: words, "phrases", OR, -not, (groups), is:retweet."""
    return _either(_WORDS.findall(query))


def _either(words: list[str]) -> Callable[[str], bool]:
    sides = [_both(words)]
    while words and words[0] == "OR":
        words.pop(0)
        sides.append(_both(words))
    return lambda text: any(side(text) for side in sides)


def _both(words: list[str]) -> Callable[[str], bool]:
    parts = []
    while words and words[0] not in (")", "OR"):
        parts.append(_one(words))
    return lambda text: all(part(text) for part in parts)


def _one(words: list[str]) -> Callable[[str], bool]:
    word = words.pop(0)
    if word == "(":
        inner = _either(words)
        del words[:1]
        return inner
    if word.startswith("-"):
        unwanted = _holds(word[1:])
        return lambda text: not unwanted(text)
    return _holds(word)


def _holds(word: str) -> Callable[[str], bool]:
    if word == "is:retweet":
        return lambda text: text.startswith("RT @")
    plain = re.escape(word.strip('"').casefold())
    edge = "" if word.startswith(("#", "@")) else r"(?<!\w)"
    pattern = re.compile(rf"{edge}{plain}(?!\w)")
    return lambda text: bool(pattern.search(text.casefold()))


def _signed_in(endpoint: Any) -> Any:
    async def guarded(request: Request) -> JSONResponse:
        if request.headers.get("authorization") != f"Bearer {BEARER}":
            return _problem(401, "Unauthorized", "Unauthorized")
        answer: JSONResponse = await endpoint(request)
        answer.headers["x-rate-limit-limit"] = str(LIMIT)
        answer.headers["x-rate-limit-remaining"] = str(LIMIT - 1)
        reset = datetime.now(UTC) + timedelta(minutes=15)
        answer.headers["x-rate-limit-reset"] = str(int(reset.timestamp()))
        return answer

    return guarded


def _listing(
    request: Request, world: World, wanted: Callable[[str], bool], *, following: str
) -> JSONResponse:
    asked = request.query_params
    since = asked.get("since_id", "0")
    start = asked.get("start_time")
    oldest = _snowflake(datetime.now(UTC) - SEARCHED)
    if since != "0" and start:
        return _bad(request, "start_time", "give 'since_id' or 'start_time', not both")
    if since != "0" and int(since) < oldest and "search" in request.url.path:
        return _bad(
            request, "since_id", "'since_id' must be an id created in the last 7 days"
        )
    size = int(asked.get("max_results", "10"))
    if not 10 <= size <= 100:
        return _bad(request, "max_results", "`max_results` is not between 10 and 100")
    floor = max(
        int(since), _snowflake(datetime.fromisoformat(start)) - 1 if start else 0
    )
    ceiling = int(asked.get(following) or 1 << 62)
    found = [
        (newest, post)
        for newest, post in _shown(world, ceiling, max(floor, oldest))
        if wanted(post.text)
    ]
    return JSONResponse(_page(found, size))


def _shown(world: World, ceiling: int, floor: int) -> list[tuple[int, Invented]]:
    posts = [(_newest_id(post), post) for post in world.posts("x") if not post.deleted]
    return sorted(
        ((number, post) for number, post in posts if floor < number < ceiling),
        key=lambda pair: -pair[0],
    )


def _page(found: list[tuple[int, Invented]], size: int) -> dict[str, Any]:
    if not found:
        return {"meta": {"result_count": 0}}
    shown = found[:size]
    meta: dict[str, Any] = {
        "result_count": len(shown),
        "newest_id": str(shown[0][0]),
        "oldest_id": str(shown[-1][0]),
    }
    if len(found) > size:
        meta["next_token"] = str(shown[-1][0])
    authors = {post.author: post for _, post in shown}
    return {
        "data": [_tweet(number, post) for number, post in shown],
        "includes": {"users": [_user(post) for post in authors.values()]},
        "meta": meta,
    }


def _tweet(number: int, post: Invented) -> dict[str, Any]:
    first, written = native_id(post), post.changed_at or post.published_at
    text = post.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    long = {"note_tweet": {"text": text}} if len(text) > 280 else {}
    return {
        "id": str(number),
        "edit_history_tweet_ids": [str(i) for i in dict.fromkeys((first, number))],
        "text": text[:279] + "…" if long else text,
        "author_id": _author_id(post),
        "created_at": written.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "lang": post.lang or "und",
        "public_metrics": {
            "retweet_count": 0,
            "reply_count": 0,
            "like_count": post.number % 7,
            "quote_count": 0,
            "impression_count": post.number % 1000,
        },
        **long,
    }


def _user(post: Invented) -> dict[str, Any]:
    return {
        "id": _author_id(post),
        "name": post.author_name or post.author,
        "username": post.author,
        "public_metrics": {"followers_count": post.followers},
    }


def _author_id(post: Invented) -> str:
    return str(int.from_bytes(post.author.encode()[:7], "big"))


def _newest_id(post: Invented) -> int:
    if post.changed_at is None:
        return native_id(post)
    return _snowflake(post.changed_at) + post.number


def _snowflake(at: datetime) -> int:
    return max(0, int((at - _EPOCH).total_seconds() * 1000)) << 22


def _bad(request: Request, name: str, message: str) -> JSONResponse:
    given = [request.query_params.get(name, "")]
    return JSONResponse(
        {
            "errors": [{"parameters": {name: given}, "message": message}],
            "title": "Invalid Request",
            "detail": "One or more parameters to your request was invalid.",
            "type": "https://api.twitter.com/2/problems/invalid-request",
        },
        400,
    )


def _problem(status: int, title: str, detail: str) -> JSONResponse:
    return JSONResponse(
        {"title": title, "type": "about:blank", "status": status, "detail": detail},
        status,
    )
