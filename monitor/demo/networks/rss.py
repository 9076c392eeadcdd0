"""A news site with feeds in three formats: /feed.xml, /atom.xml and /feed.json.

The guid of post `number` is the link `guid(number)`. A feed shows the newest hundred;
what is deleted disappears, an edit has a later `updated`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from monitor.demo.world import Invented, World

SHOWN = 100
SITE = "https://news.example"


def guid(number: int) -> str:
    """Return the guid, and link, of a post."""
    return f"{SITE}/articles/{number}"


def routes(world: World) -> list[BaseRoute]:
    """Return the three feeds."""
    feeds = {"/feed.xml": rss, "/atom.xml": atom, "/feed.json": json_feed}
    return [Route(path, _feed(world, write)) for path, write in feeds.items()]


def _feed(
    world: World, write: Callable[[list[Invented]], tuple[str, str]]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        posts = [post for post in world.posts("rss") if not post.deleted]
        posts.sort(key=lambda post: (post.published_at, post.number), reverse=True)
        body, media_type = write(posts[:SHOWN])
        etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:16]}"'
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers={"ETag": etag})
        return Response(body, 200, {"ETag": etag}, media_type)

    return answer


def rss(posts: list[Invented]) -> tuple[str, str]:
    """Write RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(_title(post))}</title><link>{guid(post.number)}</link>"
        f"<guid>{guid(post.number)}</guid>"
        f"<pubDate>{format_datetime(post.published_at)}</pubDate>"
        f"<dc:creator>{escape(post.author_name or post.author)}</dc:creator>"
        f"<description>{escape(_html(post))}</description></item>"
        for post in posts
    )
    body = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Demo news</title><link>{SITE}</link><description>News</description>"
        f"{items}</channel></rss>"
    )
    return body, "application/rss+xml"


def atom(posts: list[Invented]) -> tuple[str, str]:
    """Write Atom 1.0."""
    entries = "".join(
        f"<entry><id>{guid(post.number)}</id><title>{escape(_title(post))}</title>"
        f'<link href="{guid(post.number)}"/><published>{_iso(post.published_at)}'
        f"</published><updated>{_iso(post.changed_at or post.published_at)}</updated>"
        f"<author><name>{escape(post.author_name or post.author)}</name></author>"
        f'<content type="html">{escape(_html(post))}</content></entry>'
        for post in posts
    )
    body = (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Demo news</title>'
        f"<id>{SITE}</id><updated>2026-01-01T00:00:00Z</updated>{entries}</feed>"
    )
    return body, "application/atom+xml"


def json_feed(posts: list[Invented]) -> tuple[str, str]:
    """Write JSON Feed 1.1."""
    items = [
        {
            "id": guid(post.number),
            "url": guid(post.number),
            "title": _title(post),
            "content_html": _html(post),
            "date_published": _iso(post.published_at),
            "date_modified": _iso(post.changed_at or post.published_at),
            "authors": [{"name": post.author_name or post.author}],
            **({"language": post.lang} if post.lang else {}),
        }
        for post in posts
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Demo news",
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False), "application/feed+json"


def _title(post: Invented) -> str:
    return post.title or post.text[:60]


def _html(post: Invented) -> str:
    return f"<p>{escape(post.text)}</p>"


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
