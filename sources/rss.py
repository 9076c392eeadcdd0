"""RSS, Atom and JSON feeds, with Google Alerts and Google News among them.

API:    https://www.rssboard.org/rss-specification, RFC 4287,
        https://www.jsonfeed.org/version/1.1/
Limits: a feed shows its newest entries only, often ten to a hundred: a short interval
        is the only way not to miss any. Unchanged feeds answer 304 and cost nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator

from monitor.core.errors import SourceError
from sources.asking import either, every_word, require_askable
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page
from sources.feeds import Entry, Feed, parse_feed
from sources.http import Answer, Net
from sources.rss_posts import KIND, Setting, read_entry

MAX_FEEDS = 16
MAX_QUERY = 400  # characters of brand words in one address
MOST_WORDS = 30  # Google reads the first 32 words of a search, `when:1d` is one
MAX_CURSOR = 3800
MAX_VALIDATOR = 100
MARK = 8  # characters of a hash; they stand for an entry that has been read

State = Mapping[str, str]
"""Of one feed: `etag` and `modified` as it sent them, `seen` marks in a row."""


class RssSettings(SourceSettings):
    """Which feeds, and what they leave unsaid."""

    urls: tuple[SecretStr, ...] = Field(
        min_length=1,
        max_length=MAX_FEEDS,
        description="addresses of feeds, shown nowhere since they may hold a token; "
        "{query} in one is replaced by the words of the brands",
    )
    timezone: str = Field("UTC", description="time zone of dates that name none")
    language: str = Field("", description="language of feeds that name none, as 'ko'")

    @model_validator(mode="before")
    @classmethod
    def _one_or_many(cls, given: Any) -> Any:
        """Take `url: …`, or one address as `urls`."""
        if not isinstance(given, dict):
            return given
        urls = given.get("urls", given.get("url"))
        rest = {name: value for name, value in given.items() if name != "url"}
        one = isinstance(urls, str | SecretStr)
        return rest | {"urls": (urls,)} if one else {**rest, "urls": urls or ()}

    @field_validator("urls")
    @classmethod
    def _addresses(cls, urls: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        for number, url in enumerate(urls, 1):
            parts = urlsplit(url.get_secret_value().strip())
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ValueError(
                    f"feed {number} is no address that begins with https://"
                )
        return urls

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (LookupError, OSError, ValueError) as exc:
            raise ValueError(
                f"unknown time zone {name!r}; write it as 'Asia/Seoul'"
            ) from exc
        return name


class RssSource:
    """Read feeds, each on its own: one that fails does not stop the others."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = RssSettings
    needs_key: ClassVar[bool] = False
    min_interval: ClassVar[timedelta] = timedelta(minutes=1)
    retention: ClassVar[str] = "normal"
    notes: ClassVar[str] = "RSS, Atom, JSON Feed, Google Alerts, Google News; no key"

    def __init__(self, settings: RssSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        self._zone = ZoneInfo(settings.timezone)

    def check(self) -> None:
        for url in self._addresses(SourceQuery(terms=("news",))):
            self._feed(url, self._get(url, {}))

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        addresses = list(self._addresses(query))
        before = dict((since or {}).get("feeds", {}))
        states = {key: before[key] for key in map(_key, addresses) if key in before}
        failures: list[SourceError] = []
        known = set[str]()
        for url in addresses:
            try:
                page, state = self._read(url, states.get(_key(url), {}))
            except SourceError as exc:
                exc.source = KIND  # the text goes on naming the feed's host
                failures.append(exc)
                continue
            states[_key(url)] = state
            fresh = tuple(post for post in page.posts if post.external_id not in known)
            known.update(post.external_id for post in fresh)
            yield Page(posts=fresh, poison=page.poison, cursor=_cursor(states))
        if failures:
            raise failures[0]

    def _addresses(self, query: SourceQuery) -> Iterator[str]:
        for secret in self._settings.urls:
            url = secret.get_secret_value().strip()
            if "{query}" not in url:
                yield url
                continue
            for words in searches(query):
                yield url.replace("{query}", quote(words, safe=""))

    def _read(self, url: str, state: State) -> tuple[Page, State]:
        """Return what is new in a feed, and how it is now."""
        answer = self._get(url, state)
        if answer.status == 304:
            return Page(), state
        feed = self._feed(url, answer)
        setting = Setting(
            address=url,
            now=self._net.clock.now(),
            zone=self._zone,
            language=feed.language or self._settings.language,
        )
        marks = {_mark(entry): entry for entry in feed.entries}
        seen = _split(state.get("seen", ""))
        fresh = [entry for mark, entry in marks.items() if mark not in seen]
        posts, poison = parse_page(KIND, fresh, partial(read_entry, setting=setting))
        # What has no date would get another one if it were read again: keep it first.
        ordered = sorted(marks, key=lambda mark: bool(marks[mark].published))
        # A feed that came broken has to be asked for again, changed or not.
        validators = _validators(answer) if feed.whole and not poison else {}
        return Page(posts=posts, poison=poison), {
            **validators,
            "seen": "".join(ordered),
        }

    def _get(self, url: str, state: State) -> Answer:
        headers = {"Accept": "application/rss+xml, application/atom+xml, */*;q=0.5"}
        if "etag" in state:
            headers["If-None-Match"] = state["etag"]
        if "modified" in state:
            headers["If-Modified-Since"] = state["modified"]
        answer = self._net.get(url, kind=_label(url), headers=headers)
        answer.raise_for_status()
        return answer

    def _feed(self, url: str, answer: Answer) -> Feed:
        return parse_feed(_label(url), answer.body)


def searches(query: SourceQuery) -> Iterator[str]:
    """Yield what stands for {query}, each within what an address can hold."""
    if query.text:
        yield query.text
        return
    require_askable(KIND, query)
    words = [f'"{word}"' for word in every_word(query)]
    yield from either(KIND, words, limit=MAX_QUERY, most_words=MOST_WORDS)


def _label(url: str) -> str:
    """Name a feed without its path and query, which may be secret."""
    return f"{KIND} ({urlsplit(url).hostname})"


def _key(url: str) -> str:
    return _hash(url)[:6]


def _mark(entry: Entry) -> str:
    """Return what changes when an entry is edited, and nothing else."""
    said = (entry.id, entry.link, entry.title, entry.html, entry.updated)
    return _hash(json.dumps(said))[:MARK]


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")


def _split(marks: str) -> set[str]:
    return {marks[i : i + MARK] for i in range(0, len(marks), MARK)}


def _validators(answer: Answer) -> dict[str, str]:
    found = {
        "etag": answer.headers.get("etag", ""),
        "modified": answer.headers.get("last-modified", ""),
    }
    return {
        name: value
        for name, value in found.items()
        if value.isascii() and value.isprintable() and 0 < len(value) <= MAX_VALIDATOR
    }


def _cursor(states: Mapping[str, State]) -> dict[str, Any]:
    """Return the states with as many marks of each feed as a cursor can hold."""
    bare = {key: {**state, "seen": ""} for key, state in states.items()}
    room = MAX_CURSOR - len(json.dumps({"feeds": bare}))
    each = max(0, room // max(1, len(states)) // MARK) * MARK
    return {
        "feeds": {
            key: {**state, "seen": state.get("seen", "")[:each]}
            for key, state in states.items()
        }
    }
