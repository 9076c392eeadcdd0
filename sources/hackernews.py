"""Hacker News: stories and comments, through the search of Algolia. Needs no key.

API:    https://hn.algolia.com/api
Limits: 1,000 results per search whatever the page, so a longer walk is cut into
        slices of time; about 10,000 calls an hour from one address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from pydantic import Field

from monitor.core.errors import SourceChanged
from monitor.core.model import Author, Post, PostKind
from sources.asking import (
    is_certain,
    nothing_to_ask,
    pieces,
    require_askable,
    too_long,
    ways_of,
)
from sources.base import (
    Cursor,
    Page,
    SourceQuery,
    SourceSettings,
    Way,
    parse_page,
)
from sources.html import to_text
from sources.http import Net

KIND = "hackernews"
SITE = "https://news.ycombinator.com"
MAX_CALLS = 200
MAX_BYTES = (
    512  # of a search; https://www.algolia.com/doc/api-reference/api-parameters/query
)
LAG = timedelta(hours=1)  # the search finds a post a little after it was written


class HackerNewsSettings(SourceSettings):
    """Where to ask, and how far back at first."""

    base_url: str = Field(
        "https://hn.algolia.com", description="address of the search service"
    )
    first_days: int = Field(
        7, ge=1, le=3650, description="how far the very first run looks back"
    )
    page_size: int = Field(100, ge=1, le=1000, description="posts asked for at once")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slice:
    """One search over the seconds from `start` to `end`, both included."""

    query: str
    start: int
    end: int


class HackerNewsSource:
    """Search stories and comments by date, newest first."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = HackerNewsSettings
    needs_key: ClassVar[bool] = False
    min_interval: ClassVar[timedelta] = timedelta(seconds=15)
    retention: ClassVar[str] = "normal"
    notes: ClassVar[str] = "needs no key"

    def __init__(self, settings: HackerNewsSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net

    def check(self) -> None:
        self._hits(_Slice(query="", start=0, end=self._now()), 0, size=1)

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        now = self._now()
        first = now - int(timedelta(days=self._settings.first_days).total_seconds())
        start = int(since["at"]) - int(LAG.total_seconds()) if since else first
        newest = int(since["at"]) if since else start
        seen, gap = set[str](), False
        for text in searches(query):
            for hits, cut in self._walk(_Slice(query=text, start=start, end=now)):
                posts, poison = parse_page(KIND, hits, _post)
                fresh = tuple(post for post in posts if post.external_id not in seen)
                seen.update(post.external_id for post in fresh)
                newest = max([newest, *filter(None, map(_second, hits))])
                gap = gap or cut
                yield Page(posts=fresh, poison=poison)
        # Answers come newest first: nothing is safe before everything is. A post from
        # the future must not hide those that come before it.
        yield Page(cursor={"at": min(newest, now)}, gap=gap)

    def _walk(self, part: _Slice) -> Iterator[tuple[list[Any], bool]]:
        """Yield the pages of a search, and whether results stayed out of reach."""
        number, shown, oldest = 0, 0, part.end + 1
        for call in range(MAX_CALLS):
            hits, pages, total = self._hits(part, number, size=self._settings.page_size)
            number, shown = number + 1, shown + len(hits)
            oldest = min([oldest, *filter(None, map(_second, hits))])
            last_call = call == MAX_CALLS - 1
            if number < pages:
                yield hits, last_call
                continue
            rest = _older(part, oldest) if shown < total else None
            stuck = rest is None or oldest == part.end or last_call
            yield hits, stuck and shown < total
            if rest is None:
                return
            part, number, shown, oldest = rest, 0, 0, rest.end + 1

    def _hits(
        self, part: _Slice, page: int, *, size: int
    ) -> tuple[list[Any], int, int]:
        """Return the results on one page, the number of pages and of results."""
        filters = f"created_at_i>={part.start},created_at_i<={part.end}"
        answer = self._net.get(
            f"{self._settings.base_url.rstrip('/')}/api/v1/search_by_date",
            kind=KIND,
            params={
                "query": part.query,
                "tags": "(story,comment)",
                "numericFilters": filters,
                "typoTolerance": "false",
                "hitsPerPage": size,
                "page": page,
            },
        )
        answer.raise_for_status()
        data = answer.json()
        try:
            hits, pages = data["hits"], int(data["nbPages"])
            total = int(data["nbHits"])
        except (KeyError, TypeError, ValueError) as exc:
            raise SourceChanged(KIND, "the answer holds no list of results") from exc
        if not isinstance(hits, list):
            raise SourceChanged(KIND, "the answer holds no list of results")
        return hits, pages, total

    def _now(self) -> int:
        return int(self._net.clock.now().timestamp())


def searches(query: SourceQuery) -> Iterator[str]:
    """Yield one search a word, for there is no OR; words that all are needed go along.

    Raises SourceRejected if there is nothing to ask for.
    """
    if query.text:
        yield query.text
        return
    require_askable(KIND, query)
    found = [text for way in ways_of(query) for text in _texts(way)]
    if not found:
        raise nothing_to_ask(KIND)
    yield from dict.fromkeys(found)


def _texts(way: Way) -> Iterator[str]:
    alone = [group[0] for group in way.groups[1:] if len(group) == 1]
    more = [word for word in alone if is_certain(word)]
    for word in pieces(sign.lstrip("#@") for sign in way.groups[0]):
        text = " ".join(f'"{part}"' for part in pieces([word, *more]))
        text = text if len(text.encode()) <= MAX_BYTES else f'"{word}"'
        if len(text.encode()) > MAX_BYTES:
            raise too_long(KIND, word)
        yield text


def _older(part: _Slice, oldest: int) -> _Slice | None:
    """Return the slice that goes on where the service stopped; None if it cannot."""
    if not part.start <= oldest <= part.end:
        return None
    # The same second again, it may have more posts, unless it was all there was.
    end = oldest if oldest < part.end else part.end - 1
    return replace(part, end=end) if end >= part.start else None


def _second(hit: Any) -> int | None:
    at = hit.get("created_at_i") if isinstance(hit, dict) else None
    return at if isinstance(at, int) and not isinstance(at, bool) else None


def _post(hit: Mapping[str, Any]) -> Post:
    number, comment = str(int(hit["objectID"])), hit.get("comment_text") is not None
    author = str(hit["author"])
    counts = {"likes": hit.get("points"), "replies": hit.get("num_comments")}
    parent = hit.get("parent_id") if comment else None
    return Post(
        source=KIND,
        external_id=number,
        text=to_text(str(hit.get("comment_text") or hit.get("story_text") or "")),
        title="" if comment else to_text(str(hit["title"])),
        url=f"{SITE}/item?id={number}",
        author=Author(
            external_id=author, handle=author, url=f"{SITE}/user?id={author}"
        ),
        published_at=datetime.fromtimestamp(int(hit["created_at_i"]), UTC),
        kind=PostKind.COMMENT if comment else PostKind.POST,
        in_reply_to=str(parent or ""),
        metrics={k: v for k, v in counts.items() if isinstance(v, int)},
        extra={"link": str(hit["url"])} if hit.get("url") else {},
    )
