"""App Store: customer reviews of apps, by country, from Apple's keyless feed.

API:    https://itunes.apple.com/{country}/rss/customerreviews/… (not documented;
        the documented one is App Store Connect, with a key, for own apps only)
Limits: 50 reviews a page, ten pages, so 500 for each app and country, newest first.
        No numbers on rates are published: a few calls a minute are fine.
Quirks: the first entry is the app itself, sometimes; one review alone is no list;
        the feed is empty at times although there are reviews.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, StringConstraints, model_validator

from monitor.core.errors import SourceChanged, SourceRejected
from monitor.core.model import Author, Post, PostKind, Precision
from sources.base import Cursor, Page, SourceQuery, SourceSettings, parse_page

if TYPE_CHECKING:
    from sources.http import Net

KIND = "app_store"
MAX_PAGES = 10
MAX_FEEDS = 100
STARS = 5.0

# A review is dated when it was written, and shown when Apple has looked at it.
OVERLAP = timedelta(days=2)

log = logging.getLogger(__name__)

AppId = Annotated[str, StringConstraints(pattern=r"^[0-9]{3,20}$")]
Country = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$", to_lower=True)]


class AppStoreSettings(SourceSettings):
    """Which apps, in which countries' stores."""

    apps: tuple[AppId, ...] = Field(
        min_length=1, description="Numbers of the apps, as in …/id1234567890."
    )
    countries: tuple[Country, ...] = Field(
        ("us",), min_length=1, description="Two-letter codes of the stores."
    )
    max_pages: int = Field(
        MAX_PAGES, ge=1, le=MAX_PAGES, description="Pages of 50 reviews to go back."
    )
    base_url: str = Field("https://itunes.apple.com", description="Address of the API.")

    @model_validator(mode="after")
    def _few_enough(self) -> AppStoreSettings:
        if len(self.apps) * len(self.countries) > MAX_FEEDS:
            raise ValueError(
                f"more than {MAX_FEEDS} apps times countries; use two collectors"
            )
        return self


@dataclass(slots=True)
class _Walk:
    """The way back through one feed, from the newest review to the last cursor."""

    mark: int
    now: int
    newest: int = 0
    oldest: int = 2**62
    seen: set[str] = field(default_factory=set)

    @property
    def has_met(self) -> bool:
        """The walk has come to reviews that were there before."""
        return self.oldest <= self.mark

    def fresh(self, posts: tuple[Post, ...]) -> tuple[Post, ...]:
        """Return the posts that are new or near enough to the cursor, once each."""
        stop = self.mark - OVERLAP.total_seconds()
        dated = [p for p in posts if p.precision is Precision.EXACT]
        # A date in the future would hide what is written until then.
        times = [min(int(p.published_at.timestamp()), self.now) for p in dated]
        self.newest = max([self.newest, *times])
        self.oldest = min([self.oldest, *times])
        fresh = tuple(
            {
                post.external_id: post
                for post in posts
                if post.external_id not in self.seen
                and post.published_at.timestamp() > stop
            }.values()
        )
        self.seen.update(post.external_id for post in posts)
        return fresh

    @property
    def is_over(self) -> bool:
        """What comes now is older than the overlap."""
        return self.oldest <= self.mark - OVERLAP.total_seconds()


class AppStoreSource:
    """Read the reviews of apps, newest first, back to the last run."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = AppStoreSettings
    needs_key: ClassVar[bool] = False
    min_interval: ClassVar[timedelta] = timedelta(minutes=10)
    notes: ClassVar[str] = "the newest 500 reviews of each app and country, keyless"
    reads_whole: ClassVar[bool] = True

    def __init__(self, settings: AppStoreSettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        self._base = settings.base_url.rstrip("/")

    def check(self) -> None:
        self._entries(self._settings.countries[0], self._settings.apps[0], 1)

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        del query  # reviews of an app are read whole
        known = (since or {}).get("newest", {})
        feeds = [(c, a) for c in self._settings.countries for a in self._settings.apps]
        marks = {f"{c}/{a}": int(known.get(f"{c}/{a}", 0)) for c, a in feeds}
        refused: SourceRejected | None = None
        for country, app in feeds:
            try:
                yield from self._walk(country, app, marks)
            except SourceRejected as exc:
                refused = exc  # an app that one country does not have
        if refused is not None:
            raise refused

    def _walk(self, country: str, app: str, marks: dict[str, int]) -> Iterator[Page]:
        key = f"{country}/{app}"
        walk = _Walk(marks[key], int(self._net.clock.now().timestamp()))
        empty = 0
        for number in range(1, self._settings.max_pages + 1):
            entries = self._entries(country, app, number)
            # Apple leaves out a page at times. Two in a row are the end.
            empty = 0 if entries else empty + 1
            if empty == 2:
                break
            posts, poison = parse_page(KIND, entries, self._parser(country, app))
            before = len(walk.seen)
            yield Page(posts=walk.fresh(posts), poison=poison)
            if walk.is_over or (posts and len(walk.seen) == before):
                break
        # A feed that ends too early is one of Apple's empty ones: ask again.
        if walk.has_met or not walk.mark or not empty:
            marks[key] = max(walk.newest, walk.mark)
        else:
            log.warning("feed ends too early", extra={"kind": KIND, "feed": key})
        is_cut = bool(walk.mark) and not walk.has_met and not empty
        yield Page(cursor={"newest": {k: m for k, m in marks.items() if m}}, gap=is_cut)

    def _entries(self, country: str, app: str, number: int) -> list[dict[str, Any]]:
        answer = self._net.get(
            f"{self._base}/{country}/rss/customerreviews"
            f"/page={number}/id={app}/sortby=mostrecent/json",
            kind=KIND,
        )
        answer.raise_for_status(KIND)
        try:
            found = answer.json()["feed"].get("entry", [])
        except (AttributeError, LookupError, TypeError) as exc:
            raise SourceChanged(KIND, "the answer is not a feed of reviews") from exc
        entries = found if isinstance(found, list) else [found]
        return [e for e in entries if not isinstance(e, dict) or "im:rating" in e]

    def _parser(self, country: str, app: str) -> Any:
        page = f"https://apps.apple.com/{country}/app/id{app}?see-all=reviews"
        now = self._net.clock.now()

        def parse(entry: dict[str, Any]) -> Post:
            updated = _label(entry, "updated")
            return Post(
                source=KIND,
                external_id=_required(entry, "id"),
                title=_label(entry, "title"),
                text=_label(entry, "content"),
                url=_link(entry) or page,
                author=_author(entry.get("author") or {}),
                published_at=_instant(updated) if updated else now,
                precision=Precision.EXACT if updated else Precision.UNKNOWN,
                kind=PostKind.REVIEW,
                rating=_stars(_required(entry, "im:rating")),
                metrics=_votes(_label(entry, "im:voteSum")),
                extra={
                    "app": app,
                    "country": country,
                    "version": _label(entry, "im:version"),
                },
            )

        return parse


def _label(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name) or {}
    label = value.get("label", "")
    if not isinstance(label, str):
        raise TypeError(f"{name} is {type(label).__name__}, not text")
    return label


def _required(entry: dict[str, Any], name: str) -> str:
    label = _label(entry, name)
    if not label:
        raise ValueError(f"{name} is missing")
    return label


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _stars(text: str) -> float:
    stars = float(text)
    if not 1 <= stars <= STARS:
        raise ValueError(f"rating is {text[:20]}, not 1 to 5")
    return stars


def _votes(text: str) -> dict[str, int]:
    digits = text.removeprefix("-")
    return {"likes": int(text)} if digits.isascii() and digits.isdecimal() else {}


def _link(entry: dict[str, Any]) -> str:
    link = entry.get("link")
    first = link[0] if isinstance(link, list) and link else link
    return str(first["attributes"].get("href", "")) if first else ""


def _author(author: dict[str, Any]) -> Author | None:
    name = _label(author, "name")
    uri = _label(author, "uri")
    number = uri.rpartition("/id")[2] if "/id" in uri else ""
    if not (name or number):
        return None
    return Author(
        external_id=number or name,
        handle=name,
        name=name,
        url=uri if number else "",
    )
