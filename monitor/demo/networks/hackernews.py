"""The search of Hacker News by Algolia, newest first.

The id of post `number` is FIRST_ID + number. Deleted posts are not shown; an edit
changes the text in place.
"""

from __future__ import annotations

import html
import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

FIRST_ID = 40_000_000
SHOWN = 1000

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_FILTER = re.compile(r"created_at_i(>=|<=|>|<)(\d+)")


def native_id(post: Invented) -> int:
    """Return the item number of a post."""
    return FIRST_ID + post.number


def routes(world: World) -> list[BaseRoute]:
    """Return the endpoint."""

    async def search_by_date(request: Request) -> JSONResponse:
        asked = request.query_params
        size = min(1000, int(asked.get("hitsPerPage", "20")))
        page = int(asked.get("page", "0"))
        words = [
            quoted or bare for quoted, bare in _WORDS.findall(asked.get("query", ""))
        ]
        found = [
            post
            for post in world.posts("hackernews")
            if not post.deleted
            and _in_time(post, asked.get("numericFilters", ""))
            and _has_all(f"{post.title} {post.text}", words)
        ]
        found.sort(key=lambda post: (post.published_at, post.number), reverse=True)
        reachable = found[:SHOWN]
        shown = reachable[page * size : (page + 1) * size] if size else []
        return JSONResponse(
            {
                "hits": [_hit(post) for post in shown],
                "nbHits": len(found),
                "page": page,
                "nbPages": -(-len(reachable) // size) if size else 0,
                "hitsPerPage": size,
                "exhaustiveNbHits": True,
                "query": asked.get("query", ""),
            }
        )

    return [Route("/api/v1/search_by_date", search_by_date)]


def _has_all(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(
        re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", folded)
        for word in words
    )


def _in_time(post: Invented, filters: str) -> bool:
    at = int(post.published_at.timestamp())
    for sign, number in _FILTER.findall(filters):
        limit = int(number)
        holds = {">": at > limit, ">=": at >= limit, "<": at < limit, "<=": at <= limit}
        if not holds[sign]:
            return False
    return True


def _hit(post: Invented) -> dict[str, Any]:
    number, text = native_id(post), _as_html(post.text)
    hit: dict[str, Any] = {
        "objectID": str(number),
        "author": post.author,
        "created_at": post.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "created_at_i": int(post.published_at.timestamp()),
        "_tags": ["comment" if post.comment else "story", f"author_{post.author}"],
    }
    if post.comment:
        return hit | {
            "comment_text": text,
            "parent_id": FIRST_ID,
            "story_id": FIRST_ID,
            "story_title": "A story",
        }
    return hit | {
        "title": post.title or post.text[:80],
        "story_text": text if post.title else None,
        "points": post.number % 50,
        "num_comments": 0,
        "url": None,
    }


def _as_html(text: str) -> str:
    return html.escape(text).replace("\n", "<p>")
