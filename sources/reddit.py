"""Reddit: submissions that match a search, comments of subreddits, through PRAW.

API:    https://www.reddit.com/dev/api#GET_search
Limits: a listing shows about 1,000 entries, newest first; about 100 calls a minute;
        comments cannot be searched, only read as they come.
Access: new applications need Reddit's approval. Without one, give `feed_url`: a
        search feed with the personal token of an account (a secret).
"""

from __future__ import annotations

import configparser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import praw
import prawcore
from praw.exceptions import PRAWException
from pydantic import Field, SecretStr, model_validator

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceError,
    SourceUnavailable,
)
from monitor.core.model import Post
from sources.asking import either, pieces
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page
from sources.http import Answer, Net, error_for, retry_after
from sources.reddit_posts import KIND, from_entry, from_thing, created_at

LIBRARY_HOSTS = ("https://oauth.reddit.com", "https://www.reddit.com")
USER_AGENT = "python:overheard:1.0 (read-only brand monitor)"
MAX_QUERY = 512
PAGE_SIZE = 100
MAX_PAGES = 11  # Reddit shows ten
SHOWN = 950  # a listing ends near 1,000, some entries are filtered out of it
LAG = timedelta(hours=1)  # the search finds a post a little after it was written

# Whatever a praw.ini in the working directory says, these win.
_PRAW = {
    "check_for_async": False,
    "check_for_updates": False,
    "comment_kind": "t1",
    "message_kind": "t4",
    "oauth_url": LIBRARY_HOSTS[0],
    "password": None,
    "ratelimit_seconds": 1,
    "reddit_url": LIBRARY_HOSTS[1],
    "redditor_kind": "t2",
    "redirect_uri": None,
    "refresh_token": None,
    "short_url": "https://redd.it",
    "submission_kind": "t3",
    "subreddit_kind": "t5",
    "timeout": 30,
    "trophy_kind": "t6",
    "user_agent": USER_AGENT,
    "username": None,
    "window_size": 600,
}


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
            raise ValueError("comments need named subreddits; name them instead of 'all'")
        return self


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
        self._limits = _Limits(net)
        self._praw: praw.Reddit | None = None

    def check(self) -> None:
        if self._settings.feed_url:
            self._feed()
        else:
            self._list(f"/r/{self._where}/new", {"limit": 1})

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        if self._settings.feed_url:
            yield Page(posts=self._feed(), cursor=dict(since or {}))
            return
        cursor, gap = dict(since or {}), False
        for lane, path, params in self._lanes(query):
            stop = self._stop(since, lane)
            newest = stop
            for page, things in self._walk(path, params, stop, bool(since)):
                gap = gap or page.gap
                newest = max([newest, *map(created_at, things)])
                yield Page(posts=page.posts, poison=page.poison)
            newest = min(newest, self._net.clock.now())
            cursor[lane] = max(cursor.get(lane, ""), newest.isoformat())
        # Answers come newest first: nothing is safe before everything is.
        yield Page(cursor=cursor, gap=gap)
