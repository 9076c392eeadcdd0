"""X: posts that match a search, and mentions of one account, through tweepy.

API:    https://docs.x.com/x-api/posts/search-recent-posts
        https://docs.x.com/x-api/users/get-mentions
Limits: a search reaches back 7 days and its query has 512 characters; 450 calls in
        15 minutes; the mentions timeline shows the newest 800 posts.
Price:  every post and author that is read costs money, the mentions of an account
        of one's own less. The meter is asked before each call.

An edited post keeps the id of its first version, so that it is scored again and
does not count twice; its link leads to the newest version.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

import tweepy
from pydantic import Field, SecretStr

from monitor.core.errors import BudgetSpent, SourceChanged, SourceError, SourceRejected
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page
from sources.http import Answer, Net
from sources.x_posts import KIND, newest_id, next_token, reader, tweets, users
from sources.x_search import MAX_QUERY, searches

LIBRARY_HOST = "https://api.twitter.com"  # written into tweepy
MAX_PAGES = 200
MENTIONS_SHOWN = 800
SEARCHED = timedelta(days=6, hours=23)
LAG = timedelta(hours=1)  # a post may be found a little after it was written
FIELDS = [
    "author_id",
    "created_at",
    "edit_history_tweet_ids",
    "lang",
    "note_tweet",
    "public_metrics",
    "referenced_tweets",
]
USER_FIELDS = ["name", "username", "public_metrics"]


class XSettings(SourceSettings):
    """How to sign in, what to ask for, and what it costs."""

    bearer_token: SecretStr = Field(description="bearer token of your app on X")
    user_id: str = Field(
        "",
        pattern=r"^\d*$",
        description="number of your own account: its mentions are read from its "
        "timeline, which costs a fifth of a search",
    )
    search: bool = Field(True, description="search all posts (the costly part)")
    retweets: bool = Field(False, description="read retweets too")
    authors: bool = Field(True, description="read names and followers of authors")
    narrow: bool = Field(
        True, description="ask for all that a query needs, not only its rarest word"
    )
    query_length: int = Field(
        MAX_QUERY, ge=128, le=4096, description="characters of a search that X allows"
    )
    page_size: int = Field(100, ge=10, le=100, description="posts asked for at once")
    first_hours: int = Field(
        24, ge=1, le=167, description="how far the very first run looks back"
    )
    post_usd: float = Field(0.005, ge=0, description="price of a post that is read")
    user_usd: float = Field(0.010, ge=0, description="price of an author that is read")
    mention_usd: float = Field(
        0.001, ge=0, description="price of a mention of one's own"
    )
    base_url: str = Field("https://api.x.com", description="address of the API")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """One walk: a search, or the mentions timeline (no query)."""

    name: str
    query: str
    since_id: str = "0"
    walked_at: datetime | None = None
    start: datetime | None = None
    gap: bool = False

    def params(self) -> dict[str, Any]:
        """Return where the walk ends; X refuses an id and a time together."""
        end = {"since_id": self.since_id} if self.since_id != "0" else {}
        start = {"start_time": self.start} if self.start and not end else {}
        return ({"query": self.query} if self.query else {}) | end | start

    def is_full(self, seen: int) -> bool:
        """Say whether the mentions timeline showed all it ever shows."""
        return not self.query and seen >= MENTIONS_SHOWN


class _Refused(SourceRejected):
    """X did not like a parameter; `about` says which."""

    def __init__(self, message: str, *, about: frozenset[str]) -> None:
        super().__init__(KIND, message)
        self.about = about


class XSource:
    """Search recent posts, and read the mentions of one's own account."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = XSettings
    needs_key: ClassVar[bool] = True
    min_interval: ClassVar[timedelta] = timedelta(seconds=15)
    retention: ClassVar[str] = "follow_deletes"
    notes: ClassVar[str] = "paid per post that is read; set budget_usd"

    def __init__(self, settings: XSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        self._client = tweepy.Client(
            settings.bearer_token.get_secret_value().strip(),
            return_type=dict,
            wait_on_rate_limit=False,
        )
        self._client.session = net.session(
            base_url={LIBRARY_HOST: settings.base_url}, kind=KIND, explain=self._explain
        )

    def check(self) -> None:
        """Ask for the account's usage: free, and refused without a valid token."""
        self._client.request("GET", "/2/usage/tweets", params={"days": 1})

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        now = self._net.clock.now()
        lanes = list(self._lanes(query, since or {}, now))
        tops = {lane.name: lane.since_id for lane in lanes}
        gap, seen = False, set[str]()
        for lane in lanes:
            for page, top in self._walk(lane):
                gap = gap or page.gap
                tops[lane.name] = max(tops[lane.name], top, key=int)
                fresh = tuple(p for p in page.posts if p.external_id not in seen)
                seen.update(post.external_id for post in fresh)
                yield replace(page, posts=fresh, gap=False)
        # Answers come newest first: nothing is safe before everything is.
        done = {name: {"id": top, "at": now.isoformat()} for name, top in tops.items()}
        yield Page(cursor=dict(since or {}) | done, gap=gap)

    def _lanes(
        self, query: SourceQuery, since: Cursor, now: datetime
    ) -> Iterator[_Lane]:
        if self._settings.user_id:
            yield self._lane("mentions", "", since, now)
        if self._settings.search:
            tail = "" if self._settings.retweets else " -is:retweet"
            limit, narrow = self._settings.query_length, self._settings.narrow
            for text in searches(query, tail, limit=limit, narrow=narrow):
                yield self._lane("search", text, since, now)

    def _lane(self, name: str, query: str, since: Cursor, now: datetime) -> _Lane:
        before = since.get(name)
        if not before:
            first = now - timedelta(hours=self._settings.first_hours)
            return _Lane(name=name, query=query, start=first)
        walked = datetime.fromisoformat(before["at"])
        return _Lane(
            name=name,
            query=query,
            since_id=before["id"],
            walked_at=walked,
            start=max(now - SEARCHED, walked - LAG),
            gap=before["id"] == "0" and walked < now - SEARCHED,
        )

    def _walk(self, lane: _Lane) -> Iterator[tuple[Page, str]]:
        """Yield the pages of a lane with the newest id on each."""
        token, seen = "", 0
        for number in range(MAX_PAGES):
            try:
                answer = self._ask(lane, token)
            except _Refused as exc:
                lane = self._later(lane, exc)
                answer = self._ask(lane, token)
            posts, poison = parse_page(KIND, tweets(answer), reader(answer))
            seen += len(posts) + len(poison)
            before, token = token, next_token(answer)
            ended = not token or token == before
            cut = not ended and number == MAX_PAGES - 1
            full = ended and lane.since_id != "0" and lane.is_full(seen)
            gap = lane.gap or cut or full
            yield Page(posts=posts, poison=poison, gap=gap), newest_id(answer)
            if ended:
                return

    def _later(self, lane: _Lane, refusal: _Refused) -> _Lane:
        """Return a lane that starts where the search still reaches, with a gap."""
        if lane.since_id == "0" or "since_id" not in refusal.about:
            raise refusal
        reach = self._net.clock.now() - SEARCHED
        walked = lane.walked_at - LAG if lane.walked_at else reach
        start = max(walked, reach)
        return replace(lane, since_id="0", start=start, gap=walked <= reach)

    def _ask(self, lane: _Lane, token: str) -> dict[str, Any]:
        settings = self._settings
        price = settings.post_usd if lane.query else settings.mention_usd
        worst = price + (settings.user_usd if settings.authors else 0)
        reserved = _micros(settings.page_size * worst)
        self._net.meter.reserve(reserved)
        actual = 0
        try:
            answer = self._call(lane, token)
            read = len(users(answer))
            actual = _micros(len(tweets(answer)) * price + read * settings.user_usd)
        finally:
            self._net.meter.settle(reserved, actual)
        return answer

    def _call(self, lane: _Lane, token: str) -> dict[str, Any]:
        params = lane.params() | {
            "max_results": self._settings.page_size,
            "tweet_fields": FIELDS,
        }
        if self._settings.authors:
            params |= {"expansions": ["author_id"], "user_fields": USER_FIELDS}
        if lane.query:
            if token:
                params["next_token"] = token
            answer = self._client.search_recent_tweets(**params)
        else:
            if token:
                params["pagination_token"] = token
            answer = self._client.get_users_mentions(self._settings.user_id, **params)
        return _checked(answer)

    def _explain(self, answer: Answer) -> SourceError | None:
        if answer.status == 429 and b"usage-capped" in answer.body:
            now = self._net.clock.now()
            month = (now.replace(day=1) + timedelta(days=32)).replace(
                day=1, hour=0, minute=0, second=0, microsecond=0
            )
            return BudgetSpent(
                KIND,
                "the usage cap of the account is reached; it ends with the month, or "
                "raise it on the X developer page",
                (month - now).total_seconds(),
            )
        if answer.status == 400:
            return _refusal(answer)
        return None


def _micros(usd: float) -> int:
    return round(usd * 1_000_000)


def _refusal(answer: Answer) -> SourceError:
    """Return X's own words about a bad request; they speak of our query only."""
    problem = _first_problem(answer.json())
    named = problem.get("parameters")
    words = str(problem.get("message") or "no reason given")[:300]
    about = {str(name) for name in named} if isinstance(named, dict) else set()
    if "since_id" in words:
        about.add("since_id")
    return _Refused(
        f"request refused (status 400): {words}; check query and settings",
        about=frozenset(about),
    )


def _first_problem(answer: Any) -> dict[str, Any]:
    errors = answer.get("errors") if isinstance(answer, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else None
    return first if isinstance(first, dict) else {}


def _checked(answer: Any) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise SourceChanged(KIND, "the answer is not an object")
    if not isinstance(answer.get("data", []), list):
        raise SourceChanged(KIND, "the answer has no list of posts")
    if "data" not in answer and "meta" not in answer:
        title = _first_problem(answer).get("title") or "unknown"
        raise SourceRejected(KIND, f"no posts but a problem: {str(title)[:200]}")
    return answer
