"""From entries of feeds to posts. Nothing here asks the network.

An entry is known by its guid or Atom id; a guid that could be anybody's ("17") gets
the feed's host before it. Without one it is known by its link, else by what it says.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from urllib.parse import parse_qs, urljoin, urlsplit

from monitor.core.model import Author, Post, PostKind, Precision
from sources.feed_dates import is_day, read_date
from sources.feeds import Entry
from sources.html import to_text

KIND = "rss"
AHEAD = timedelta(minutes=5)  # clocks differ; what is dated later has no true date
UNIQUE_LENGTH = 20
MAX_ID = 300
MOST_STARS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What has to be known of a feed to read its entries."""

    address: str
    now: datetime
    zone: tzinfo
    language: str = ""

    @property
    def host(self) -> str:
        """Return the feed's host."""
        return urlsplit(self.address).hostname or ""


def read_entry(entry: Entry, *, setting: Setting) -> Post:
    """Read one entry; ValueError if it says nothing at all."""
    title, text = to_text(entry.title), to_text(entry.html)
    if not title and not text:
        raise ValueError("the entry has neither a title nor a text")
    published, precision = _published(entry, setting)
    rating = _rating(entry.rating)
    return Post(
        source=KIND,
        external_id=identity(entry, host=setting.host),
        text=text,
        title=title,
        url=_link(entry.link, setting.address),
        author=_author(entry, setting.host),
        published_at=published,
        precision=precision,
        edited_at=_edited(entry, published, setting),
        kind=PostKind.ARTICLE if rating is None else PostKind.REVIEW,
        lang=_language(entry.language or setting.language),
        rating=rating,
        rating_scale=MOST_STARS,
        extra={"site": entry.origin} if entry.origin else {},
    )


def identity(entry: Entry, *, host: str) -> str:
    """Return what an entry is known by, the same whenever it is read."""
    if host == "news.google.com":
        # The same article has another guid and link in every search.
        return _digest(entry.title, entry.origin)
    if entry.id:
        own = ":" in entry.id or "/" in entry.id or len(entry.id) >= UNIQUE_LENGTH
        known_by = entry.id if own else f"{host}:{entry.id}"
    else:
        known_by = unwrapped(entry.link)
    if not known_by:
        return _digest(entry.title, entry.published, entry.html)
    return known_by if len(known_by) <= MAX_ID else _digest(known_by)


def unwrapped(link: str) -> str:
    """Return where a link of Google Alerts leads, any other as it is."""
    parts = urlsplit(link)
    google = (parts.hostname or "").removeprefix("www.") == "google.com"
    target = parse_qs(parts.query).get("url") or parse_qs(parts.query).get("q")
    return target[0] if google and parts.path == "/url" and target else link


def _link(link: str, address: str) -> str:
    """Return an absolute web address, or nothing."""
    try:
        # Not against the whole address of the feed: that may hold a token.
        feed = urlsplit(address)
        base = f"{feed.scheme}://{feed.hostname}{f':{feed.port}' if feed.port else ''}"
        target = unwrapped(urljoin(f"{base}{feed.path}", link)) if link else ""
        web = urlsplit(target).scheme in ("http", "https")
    except ValueError:
        return ""
    return target if web else ""


def _published(entry: Entry, setting: Setting) -> tuple[datetime, Precision]:
    at = read_date(entry.published, parsed=entry.parsed, zone=setting.zone)
    if at is None or at > setting.now + AHEAD:
        return setting.now, Precision.UNKNOWN
    precision = Precision.DAY if is_day(entry.published) else Precision.EXACT
    return min(at, setting.now), precision


def _edited(entry: Entry, published: datetime, setting: Setting) -> datetime | None:
    at = read_date(entry.updated, parsed="", zone=setting.zone)
    return at if at and published < at <= setting.now else None


def _author(entry: Entry, host: str) -> Author | None:
    name = to_text(entry.author)
    if not name:
        return None
    url = entry.author_url if entry.author_url.startswith("http") else ""
    # "admin" writes in many places: a name means something on its own site only.
    return Author(external_id=f"{host}/{name}", handle=name, name=name, url=url)


def _language(code: str) -> str:
    primary = code.replace("_", "-").partition("-")[0].lower()
    return primary if primary.isalpha() and 2 <= len(primary) <= 3 else ""


def _rating(text: str) -> float | None:
    try:
        stars = float(text)
    except ValueError:
        return None
    return stars if math.isfinite(stars) and 0 <= stars <= MOST_STARS else None


def _digest(*parts: str) -> str:
    joined = "\n".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()
