"""Reddit: submissions that match a search, comments of subreddits, through PRAW.

API:    https://www.reddit.com/dev/api#GET_search
Limits: a listing shows about 1,000 entries, newest first; about 100 calls a minute;
        comments cannot be searched, only read as they come.
Access: new applications need Reddit's approval. Without one, give `feed_url`: a
        search feed with the personal token of an account (a secret).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from pydantic import Field, SecretStr, model_validator

from sources.asking import either, every_word, require_askable
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page
from sources.feeds import Entry, parse_feed
from sources.http import Net
from sources.reddit_api import LIBRARY_HOSTS, RedditApi
from sources.reddit_posts import KIND, created_at, from_entry, from_thing

MAX_QUERY = 512
PAGE_SIZE = 100
MAX_PAGES = 11  # Reddit shows ten
SHOWN = 950  # a listing ends near 1,000, some entries are filtered out of it
FEED_SHOWN = 25
LAG = timedelta(hours=1)  # the search finds a post a little after it was written


class RedditSettings(SourceSettings):
    """How to sign in (or the feed to read instead), and where to look."""

    client_id: str = Field("", description="id of your application on Reddit")
    client_secret: SecretStr = Field(
        SecretStr(""), description="secret of your application on Reddit"
    )
    subreddits: tuple[str, ...] = Field(
        ("all",), min_length=1, description="where to search, without r/"
    )
    comments: bool = Field(
        False, description="read every new comment of these subreddits too"
    )
    feed_url: SecretStr | None = Field(
        None, description="a search feed with its personal token, instead of the API"
    )
    first_days: int = Field(
        7, ge=1, le=365, description="how far the very first run looks back"
    )
    base_url: str = Field(LIBRARY_HOSTS[1], description="address for signing in")
    oauth_url: str = Field(LIBRARY_HOSTS[0], description="address of the API")

    @model_validator(mode="after")
    def _usable(self) -> RedditSettings:
        if not self.feed_url and not (
            self.client_id and self.client_secret.get_secret_value()
        ):
            raise ValueError("give client_id and client_secret, or feed_url")
        if self.comments and "all" in self.subreddits:
            raise ValueError(
                "comments need named subreddits; name them instead of 'all'"
            )
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """One walk back to `stop`, newest first. `resumed` if there was one before."""

    name: str
    path: str
    params: Mapping[str, Any]
    stop: datetime
    resumed: bool


class RedditSource:
    """Search submissions, and read comments, of one or more subreddits."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = RedditSettings
    needs_key: ClassVar[bool] = True
    min_interval: ClassVar[timedelta] = timedelta(seconds=30)
    retention: ClassVar[str] = "follow_deletes"
    notes: ClassVar[str] = "needs an approved application, or a personal search feed"

    def __init__(self, settings: RedditSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        self._where = "+".join(name.removeprefix("r/") for name in settings.subreddits)
        self._api = RedditApi(
            net,
            client_id=settings.client_id,
            client_secret=settings.client_secret.get_secret_value().strip(),
            bases=(settings.oauth_url, settings.base_url),
        )

    def check(self) -> None:
        if self._settings.feed_url:
            self._feed()
        else:
            self._api.listing(f"/r/{self._where}/new", {"limit": 1})

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        before = dict(since or {})
        if self._settings.feed_url:
            yield self._feed_page(before)
            return
        now, cursor, gap = self._net.clock.now(), dict(before), False
        known = set[str]()
        for lane in list(self._lanes(query, before, now)):
            newest = lane.stop
            for page, times in self._walk(lane):
                gap = gap or page.gap
                newest = max([newest, *times])
                fresh = tuple(p for p in page.posts if p.external_id not in known)
                known.update(post.external_id for post in fresh)
                yield Page(posts=fresh, poison=page.poison)
            # A post from the future must not hide those that come before it.
            mark = min(newest, now).isoformat()
            cursor[lane.name] = max(cursor.get(lane.name, ""), mark)
        # Answers come newest first: nothing is safe before everything is.
        yield Page(cursor=cursor, gap=gap)

    def _lanes(
        self, query: SourceQuery, before: Cursor, now: datetime
    ) -> Iterator[_Lane]:
        stop = self._stop("search", before, now)
        for text in searches(query):
            params = {
                "q": text,
                "sort": "new",
                "t": _span(now - stop),
                "type": "link",
                "restrict_sr": self._where != "all",
            }
            yield _Lane(
                name="search",
                path=f"/r/{self._where}/search",
                params=params,
                stop=stop,
                resumed="search" in before,
            )
        if self._settings.comments:
            yield _Lane(
                name="comments",
                path=f"/r/{self._where}/comments",
                params={},
                stop=self._stop("comments", before, now),
                resumed="comments" in before,
            )

    def _stop(self, name: str, before: Cursor, now: datetime) -> datetime:
        if name in before:
            return datetime.fromisoformat(before[name]) - LAG
        return now - timedelta(days=self._settings.first_days)

    def _walk(self, lane: _Lane) -> Iterator[tuple[Page, list[datetime]]]:
        """Yield pages, newest first, with the times of what is on them."""
        after, seen = "", 0
        for number in range(MAX_PAGES):
            place = {"after": after} if after else {}
            things, following = self._api.listing(
                lane.path, {**lane.params, **place, "limit": PAGE_SIZE}
            )
            times = [at for at in map(created_at, things) if at]
            fresh = [t for t in things if (created_at(t) or lane.stop) >= lane.stop]
            posts, poison = parse_page(KIND, fresh, from_thing)
            seen += len(things)
            met = bool(times) and times[-1] < lane.stop
            ended = met or not following or following == after
            last = ended or number == MAX_PAGES - 1
            gap = last and not met and lane.resumed and seen >= SHOWN
            yield Page(posts=posts, poison=poison, gap=gap), times
            if last:
                return
            after = following

    def _feed_page(self, before: Cursor) -> Page:
        stop = before.get("feed", "")
        posts, poison = parse_page(KIND, self._feed(), from_entry)
        times = [post.published_at.isoformat() for post in posts]
        gap = bool(stop and times) and min(times) > stop and len(times) >= FEED_SHOWN
        cursor = {**before, "feed": max([stop, *times])}
        return Page(posts=posts, poison=poison, cursor=cursor, gap=gap)

    def _feed(self) -> tuple[Entry, ...]:
        secret = self._settings.feed_url or SecretStr("")
        answer = self._net.get(secret.get_secret_value().strip(), kind=KIND)
        answer.raise_for_status()
        return parse_feed(KIND, answer.body).entries


def searches(query: SourceQuery) -> Iterator[str]:
    """Yield the searches that find any of the words, each within Reddit's limit."""
    if query.text:
        yield query.text
        return
    require_askable(KIND, query)
    words = [f'"{word}"' for word in every_word(query)]
    yield from either(KIND, words, limit=MAX_QUERY)


def _span(age: timedelta) -> str:
    for name, days in (("day", 1), ("week", 7), ("month", 30), ("year", 365)):
        if age < timedelta(days=days):
            return name
    return "all"
