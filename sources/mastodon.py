"""Mastodon and other servers of the fediverse that speak its API.

API:    https://docs.joinmastodon.org/methods/timelines/#tag
        https://docs.joinmastodon.org/methods/search/#v2
        https://docs.joinmastodon.org/methods/streaming/#hashtag
Limits: 300 calls in five minutes, 40 statuses a page. A server shows only what has
        reached it, so read several. Full text is searched only with a token.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import parse_qs, quote, urlsplit

from pydantic import Field, SecretStr

from monitor.core.errors import SourceChanged, SourceError, SourceRejected
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page
from sources.http import error_for
from sources.mastodon_posts import KIND, hashtags, is_public, searches, to_post
from sources.mastodon_stream import TagStreams

if TYPE_CHECKING:
    from monitor.core.model import Post
    from sources.http import Answer, Net

DEFAULT_INSTANCE = "https://mastodon.social"
PAGE_SIZE = 40
FIRST_PAGES = 5
MAX_PAGES = 200
MAX_FEEDS = 90

# A status from another server arrives late, and its number is made from the time
# when it was written: look behind the newest number too.
OVERLAP = timedelta(minutes=10)
_BITS = 16  # below them, a number counts milliseconds since 1970
_FIRST_YEAR = datetime(2016, 1, 1, tzinfo=UTC)

log = logging.getLogger(__name__)


class MastodonSettings(SourceSettings):
    """Which servers to read, and which hashtags besides those of the brands."""

    instances: tuple[str, ...] = Field(
        (), description=f"Servers to read (default: {DEFAULT_INSTANCE})."
    )
    base_url: str = Field(
        "", description="Main server; the token and the stream belong to it."
    )
    stream_url: str = Field(
        "", description="Address of the main server's streams, if it is another."
    )
    token: SecretStr | None = Field(
        None, description="Access token of the main server, for search and streams."
    )
    hashtags: tuple[str, ...] = Field((), description="More hashtags to read.")

    @property
    def servers(self) -> tuple[str, ...]:
        """Return the servers, the main one first, without a slash at the end."""
        given = [self.base_url, *self.instances] if self.base_url else self.instances
        found = given or (DEFAULT_INSTANCE,)
        return tuple(dict.fromkeys(server.rstrip("/") for server in found))


class MastodonSource:
    """Read hashtags on several servers; search too where there is a token."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = MastodonSettings
    needs_key: ClassVar[bool] = False
    min_interval: ClassVar[timedelta] = timedelta(minutes=1)
    notes: ClassVar[str] = "hashtags without a key; full text with an account's token"

    def __init__(self, settings: MastodonSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        self._seen: set[str] = set()

    def check(self) -> None:
        for server in self._settings.servers:
            self._tag(server, "mastodon", {"limit": 1})

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        tags = hashtags(query, self._settings.hashtags)
        servers = self._settings.servers
        words = searches(query) if self._settings.token else []
        self._check_size(len(servers) * len(tags) + len(words))
        ids: dict[str, str] = dict((since or {}).get("ids", {}))
        wanted = [_key(s, tag) for s in servers for tag in tags]
        wanted += [_key(servers[0], f"q={word}") for word in words]
        ids = {key: ids[key] for key in wanted if key in ids}
        failure: SourceError | None = None
        for server in servers:
            try:
                for tag in tags:
                    yield from self._read_tag(server, tag, ids)
                for word in words if server == servers[0] else []:
                    yield from self._search(server, word, ids)
            except SourceError as exc:
                # The other servers are not to blame.
                failure = failure or exc
        if failure is not None:
            raise failure

    def stream(
        self, query: SourceQuery, since: Cursor | None, stop: threading.Event
    ) -> Iterator[Page]:
        """Catch up by polling once connected, then listen; deletions come too.

        The cursor moves only while catching up: a stream can drop a status without
        a word, and polling has to find it.
        """
        settings = self._settings
        server = settings.servers[0]
        streams = TagStreams(
            self._net,
            base=(settings.stream_url or server).rstrip("/"),
            host=_host(server),
            headers=self._headers(server),
        )
        with streams.opened(hashtags(query, settings.hashtags), stop):
            for page in self.fetch(query, since):
                streams.remember(page.posts)
                yield page
            yield from streams.pages(stop)

    def _check_size(self, feeds: int) -> None:
        if not feeds:
            raise SourceRejected(
                KIND, "the brands have no word that can be a hashtag; set hashtags"
            )
        if feeds > MAX_FEEDS:
            raise SourceRejected(
                KIND,
                f"{feeds} timelines are too many for one collector"
                f" (at most {MAX_FEEDS}); use fewer instances or brands",
            )

    def _read_tag(self, server: str, tag: str, ids: dict[str, str]) -> Iterator[Page]:
        key = _key(server, tag)
        if key in ids:
            yield from self._newer(server, tag, ids)
            return
        newest = ""
        params: dict[str, Any] = {}
        for _ in range(FIRST_PAGES):
            answer, found = self._tag(server, tag, {"limit": PAGE_SIZE, **params})
            newest = newest or _first_id(found)
            yield self._page(server, found)
            older = _link_param(answer, "next", "max_id")
            if not found or not older or params.get("max_id") == older:
                break
            params = {"max_id": older}
        if newest:
            ids[key] = newest
        yield Page(cursor={"ids": dict(ids)})

    def _newer(self, server: str, tag: str, ids: dict[str, str]) -> Iterator[Page]:
        """Go on from the newest status known, towards the present."""
        key = _key(server, tag)
        position = self._before(ids[key])
        for _ in range(MAX_PAGES):
            params = {"limit": PAGE_SIZE, "min_id": position}
            answer, found = self._tag(server, tag, params)
            following = _link_param(answer, "prev", "min_id") or _first_id(found)
            if found and _order(following) > _order(ids[key]):
                ids[key] = following
            yield self._page(server, found, cursor={"ids": dict(ids)})
            if not found or _order(following) <= _order(position):
                break
            position = following

    def _search(self, server: str, word: str, ids: dict[str, str]) -> Iterator[Page]:
        """Go back from the newest result to the newest of last time."""
        key = _key(server, f"q={word}")
        stop = self._before(ids[key]) if key in ids else ""
        newest = ids.get(key, "")
        known: set[str] = set()
        is_cut = False
        for number in range(FIRST_PAGES):
            found = self._results(server, word, number * PAGE_SIZE)
            numbers = [_id(status) for status in found]
            is_new = not known.issuperset(numbers)
            known.update(numbers)
            newest = max([newest, *numbers], key=_order)
            yield self._page(server, found)
            is_cut = is_new and len(found) == PAGE_SIZE
            if not is_cut or (stop and min(map(_order, numbers)) <= _order(stop)):
                is_cut = False
                break
        if newest:
            ids[key] = newest
        yield Page(cursor={"ids": dict(ids)}, gap=is_cut and bool(stop))

    def _results(self, server: str, word: str, offset: int) -> list[Any]:
        answer = self._get(
            f"{server}/api/v2/search",
            server,
            {
                "q": word,
                "type": "statuses",
                "resolve": "false",
                "limit": PAGE_SIZE,
                "offset": offset,
            },
        )
        found = answer.json()
        return _list(found.get("statuses") if isinstance(found, dict) else None)

    def _tag(
        self, server: str, tag: str, params: Mapping[str, Any]
    ) -> tuple[Answer, list[Any]]:
        url = f"{server}/api/v1/timelines/tag/{quote(tag, safe='')}"
        answer = self._get(url, server, params)
        return answer, _list(answer.json())

    def _get(self, url: str, server: str, params: Mapping[str, Any]) -> Answer:
        headers = self._headers(server)
        answer = self._net.get(url, params=params, headers=headers, kind=KIND)
        if answer.status >= 400:
            now = self._net.clock.now()
            raise error_for(KIND, answer.status, _plain_reset(answer.headers), now=now)
        return answer

    def _headers(self, server: str) -> dict[str, str]:
        token = self._settings.token
        if token is None or server != self._settings.servers[0]:
            return {}
        return {"Authorization": f"Bearer {token.get_secret_value()}"}

    def _page(
        self, server: str, found: list[Any], cursor: Cursor | None = None
    ) -> Page:
        public = [status for status in found if is_public(status)]
        host = _host(server)
        posts, poison = parse_page(KIND, public, lambda status: to_post(status, host))
        fresh = tuple(self._unseen(posts))
        return Page(posts=fresh, poison=poison, cursor=cursor)

    def _unseen(self, posts: tuple[Post, ...]) -> Iterator[Post]:
        """Leave out what another server, or another hashtag, has shown already."""
        for post in posts:
            if post.external_id not in self._seen:
                self._seen.add(post.external_id)
                yield post

    def _before(self, status_id: str) -> str:
        """Return the number that a status had been given a little earlier."""
        if not status_id.isdecimal():
            return status_id
        written = (int(status_id) >> _BITS) / 1000
        if (
            not _FIRST_YEAR.timestamp()
            < written
            <= self._net.clock.now().timestamp() * 2
        ):
            return status_id
        earlier = int(OVERLAP.total_seconds() * 1000) << _BITS
        return str(int(status_id) - earlier)


def _host(server: str) -> str:
    return urlsplit(server).hostname or server


def _key(server: str, feed: str) -> str:
    """Return a short name for a feed: the cursor has to stay small."""
    place = urlsplit(server)
    name = f"{place.netloc}{place.path}/{feed}"
    return hashlib.sha256(name.encode()).hexdigest()[:10]


def _list(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise SourceChanged(KIND, "the answer is not a list of statuses")
    return found


def _id(status: Any) -> str:
    return str(status.get("id", "")) if isinstance(status, dict) else ""


def _first_id(found: list[Any]) -> str:
    return max(map(_id, found), key=_order, default="")


def _order(status_id: str) -> tuple[int, str]:
    """Return what puts numbers of statuses in order; some servers use letters."""
    return len(status_id), status_id


def _link_param(answer: Answer, rel: str, name: str) -> str:
    """Return a parameter of the next or previous page's address.

    Only the parameter: a token must not follow an address to another host.
    """
    for link in answer.headers.get("link", "").split(","):
        address, _, about = link.partition(";")
        if f'rel="{rel}"' in about or f"rel={rel}" in about:
            query = urlsplit(address.strip().strip("<>")).query
            return parse_qs(query).get(name, [""])[0]
    return ""


def _plain_reset(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers with the ISO time of a rate limit as seconds since 1970."""
    plain = {name.lower(): value for name, value in headers.items()}
    try:
        reset = datetime.fromisoformat(plain.get("x-ratelimit-reset", ""))
    except ValueError:
        return plain
    reset = reset if reset.tzinfo else reset.replace(tzinfo=UTC)
    return {**plain, "x-ratelimit-reset": str(int(reset.timestamp()))}
