"""The parts of Reddit that reading needs: sign-in, search, listings, a search feed.

The id of post `number` is its number in base 36 after FIRST_ID (`fullname`). Deleted
posts stay in listings as "[deleted]", without an author; an edit is marked as one.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

CLIENT_ID, CLIENT_SECRET = "demo", "demo-secret"
FEED_KEY = "demo-feed"
GRANTED = "demo-reddit-grant"
FIRST_ID = 36**5
SHOWN = 1000
FEED_SHOWN = 25
SITE = "https://www.reddit.com"

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_SPANS = {"hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}


def fullname(post: Invented) -> str:
    """Return Reddit's name of a post or comment."""
    return f"{'t1' if post.comment else 't3'}_{_base36(FIRST_ID + post.number)}"


def routes(world: World) -> list[BaseRoute]:
    """Return sign-in, listings and the feed."""

    async def search(request: Request) -> Response:
        posts = _newest_first(world, comments=False)
        return _listing(request, _found(posts, request.query_params.get("q", "")))

    async def new(request: Request) -> Response:
        return _listing(request, _newest_first(world, comments=False))

    async def comments(request: Request) -> Response:
        return _listing(request, _newest_first(world, comments=True))

    async def feed(request: Request) -> Response:
        if request.query_params.get("feed") != FEED_KEY:
            return Response("<html>Too many requests</html>", 429)
        posts = _newest_first(world, comments=False)
        found = _found(posts, request.query_params.get("q", ""))
        return Response(_atom(found[:FEED_SHOWN]), media_type="application/atom+xml")

    return [
        Route("/api/v1/access_token", _sign_in, methods=["POST"]),
        Route("/search", _signed_in(search)),
        Route("/search.rss", feed),
        Route("/r/{subreddit}/search", _signed_in(search)),
        Route("/r/{subreddit}/new", _signed_in(new)),
        Route("/r/{subreddit}/comments", _signed_in(comments)),
    ]


async def _sign_in(request: Request) -> Response:
    pair = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
    if request.headers.get("authorization") != f"Basic {pair}":
        return JSONResponse({"message": "Unauthorized", "error": 401}, 401)
    return JSONResponse(
        {
            "access_token": GRANTED,
            "token_type": "bearer",
            "expires_in": 86400,
            "scope": "*",
        }
    )


def _newest_first(world: World, *, comments: bool) -> list[Invented]:
    posts = [p for p in world.posts("reddit") if p.comment is comments]
    return sorted(posts, key=lambda p: (p.published_at, p.number), reverse=True)


def _signed_in(endpoint: Any) -> Any:
    async def guarded(request: Request) -> Response:
        if request.headers.get("authorization", "").lower() != f"bearer {GRANTED}":
            return JSONResponse({"message": "Unauthorized", "error": 401}, 401)
        answer: Response = await endpoint(request)
        answer.headers["x-ratelimit-remaining"] = "990.0"
        answer.headers["x-ratelimit-used"] = "10"
        answer.headers["x-ratelimit-reset"] = "300"
        return answer

    return guarded


def _found(posts: list[Invented], query: str) -> list[Invented]:
    sides = [_all_of(side) for side in re.split(r"\s+OR\s+", query)]
    return [
        post
        for post in posts
        if any(side(f"{post.title} {post.text}".casefold()) for side in sides)
    ]


def _all_of(side: str) -> Callable[[str], bool]:
    words = [quoted or bare for quoted, bare in _WORDS.findall(side)]
    patterns = [
        re.compile(rf"(?<!\w){re.escape(word.casefold())}(?!\w)") for word in words
    ]
    return lambda text: bool(patterns) and all(p.search(text) for p in patterns)


def _listing(request: Request, posts: list[Invented]) -> Response:
    asked = request.query_params
    shown = posts[:SHOWN]
    hours = _SPANS.get(asked.get("t", "all"))
    if hours and shown:
        # Counted back from the newest post: this world may keep its own time.
        newest = max(post.published_at for post in posts)
        shown = [
            p
            for p in shown
            if (newest - p.published_at).total_seconds() <= hours * 3600
        ]
    names = [fullname(post) for post in shown]
    start = 0
    if asked.get("after"):
        start = (
            names.index(asked["after"]) + 1 if asked["after"] in names else len(names)
        )
    limit = min(100, int(asked.get("limit", "25")))
    page = shown[start : start + limit]
    more = start + limit < len(shown)
    return JSONResponse(
        {
            "kind": "Listing",
            "data": {
                "after": fullname(page[-1]) if page and more else None,
                "before": None,
                "dist": len(page),
                "children": [_thing(post) for post in page],
            },
        }
    )


def _thing(post: Invented) -> dict[str, Any]:
    name = fullname(post)
    edited = post.changed_at.timestamp() if post.changed_at else False
    data: dict[str, Any] = {
        "name": name,
        "id": name[3:],
        "author": None if post.deleted else post.author,
        "author_fullname": f"t2_{post.author}",
        "subreddit": "demo",
        "permalink": f"/r/demo/comments/{name[3:]}/_/",
        "created_utc": post.published_at.timestamp(),
        "edited": False if post.deleted else edited,
        "score": post.number % 40,
    }
    text = "[deleted]" if post.deleted else post.text
    if post.comment:
        data |= {"body": text, "link_id": "t3_1", "parent_id": "t3_1"}
        return {"kind": "t1", "data": data}
    data |= {
        "title": post.title or post.text[:80],
        "selftext": text,
        "num_comments": 0,
        "url": f"{SITE}{data['permalink']}",
    }
    return {"kind": "t3", "data": data}


def _atom(posts: list[Invented]) -> str:
    entries = "".join(
        f"<entry><author><name>/u/{escape(post.author)}</name>"
        f"<uri>{SITE}/user/{escape(post.author)}</uri></author>"
        f"<content type='html'>{escape(_content(post))}</content>"
        f"<id>{fullname(post)}</id>"
        f"<link href='{SITE}/r/demo/comments/{fullname(post)[3:]}/_/' />"
        f"<updated>{post.published_at.isoformat()}</updated>"
        f"<published>{post.published_at.isoformat()}</published>"
        f"<title>{escape(post.title or post.text[:80])}</title></entry>"
        for post in posts
        if not post.deleted
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?>"
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>search</title>"
        f"<id>/search.rss</id>{entries}</feed>"
    )


def _content(post: Invented) -> str:
    user = escape(post.author)
    return (
        f'<!-- SC_OFF --><div class="md"><p>{escape(post.text)}</p></div><!-- SC_ON -->'
        f" submitted by <a href='{SITE}/user/{user}'>/u/{user}</a>"
    )


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits
