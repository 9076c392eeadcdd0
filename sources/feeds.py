"""RSS, Atom and JSON feeds to entries, whatever strangers put into them.

feedparser reads what is small and looks harmless. Anything else goes to a process of
its own (`sources.feedworker`), which is ended after ten seconds: a few kilobytes of
markup can keep a parser busy for minutes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from monitor.core.errors import SourceChanged
from sources.answer import read_json
from sources.feed_dates import read_date

SMALL = 200_000
MANY_TAGS = 6_000
WORKER_SECONDS = 10.0

_LONG_TAG = re.compile(rb"<[^<>]{10000}")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+)?html", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry, as strings. `html` is its longest text; dates are as written."""

    id: str = ""
    title: str = ""
    link: str = ""
    html: str = ""
    author: str = ""
    author_url: str = ""
    published: str = ""
    parsed: str = ""
    updated: str = ""
    language: str = ""
    rating: str = ""
    origin: str = ""

    @property
    def published_at(self) -> datetime | None:
        """Return the date, if it is one, naive ones taken as UTC."""
        return read_date(self.published, parsed=self.parsed, zone=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed. `whole` is False if it was cut off or broken in the middle."""

    title: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    whole: bool = True


def parse_feed(kind: str, body: bytes) -> Feed:
    """Read a feed of any format; SourceChanged if it is none."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(kind, read_json(kind, body))
    if _PAGE.match(body[:2000]):
        raise SourceChanged(
            kind, "the answer is an HTML page, not a feed; is something blocking it?"
        )
    found = _in_worker(kind, body) if looks_heavy(body) else parse_here(body)
    if found is None:
        raise SourceChanged(kind, "the answer is not a feed")
    return found


def looks_heavy(body: bytes) -> bool:
    """Say whether a parser might stumble over this."""
    return (
        len(body) > SMALL
        or body.count(b"<") > MANY_TAGS
        or bool(_DECLARES.search(body) or _LONG_TAG.search(body))
    )


def parse_here(body: bytes) -> Feed | None:
    """Parse in this process; None if it is no feed."""
    import feedparser

    # Bytes given directly may be taken for the name of a file or for an address.
    found = feedparser.parse(
        BytesIO(body), sanitize_html=False, resolve_relative_uris=False
    )
    if not found.get("version") and not found.entries:
        return None
    return Feed(
        title=_string(found.feed.get("title")),
        language=_string(found.feed.get("language")),
        entries=tuple(map(_entry, found.entries)),
        whole=not found.bozo or "Encoding" in type(found.bozo_exception).__name__,
    )


def from_json(raw: bytes) -> Feed | None:
    """Read what the worker wrote."""
    data = json.loads(raw)
    if data is None:
        return None
    entries = tuple(Entry(**entry) for entry in data.pop("entries"))
    return Feed(**data, entries=entries)


def to_json(feed: Feed | None) -> bytes:
    """Write a feed for `from_json`."""
    return json.dumps(asdict(feed) if feed else None).encode()


def _in_worker(kind: str, body: bytes) -> Feed | None:
    try:
        done = subprocess.run(  # our own module, no shell
            [sys.executable, "-m", "sources.feedworker"],
            input=body,
            capture_output=True,
            timeout=WORKER_SECONDS,
            cwd=Path(__file__).parent.parent,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise SourceChanged(kind, "the feed takes too long to read; not read") from None
    except subprocess.CalledProcessError:
        raise SourceChanged(
            kind, "the feed cannot be read; its parser gave up"
        ) from None
    return from_json(done.stdout)


def _entry(found: Any) -> Entry:
    texts = [part.get("value") for part in found.get("content") or []]
    date = "published" if "published" in found else "updated"
    parsed = _own(found, f"{date}_parsed")
    return Entry(
        id=_string(found.get("id")),
        title=_string(found.get("title")),
        link=_string(found.get("link")),
        html=max(map(_string, [*texts, found.get("summary")]), key=len),
        author=_string(found.get("author")),
        author_url=_string((found.get("author_detail") or {}).get("href")),
        published=_string(_own(found, date)),
        parsed=time.strftime("%Y-%m-%dT%H:%M:%S", parsed) if parsed else "",
        updated=_string(_own(found, "updated")),
        language=_string((found.get("title_detail") or {}).get("language")),
        rating=_string(found.get("im_rating")),
        origin=_string((found.get("source") or {}).get("title")),
    )


def _own(found: Any, name: str) -> Any:
    """Return a value without feedparser's guess of it from another (it warns)."""
    if name not in found:
        return None
    return found[name]


def _json_feed(kind: str, data: Any) -> Feed:
    """Read JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/."""
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in _string(
        data.get("version")
    ):
        raise SourceChanged(kind, "the answer is JSON, but not a JSON feed")
    return Feed(
        title=_string(data.get("title")),
        language=_string(data.get("language")),
        entries=tuple(_json_entry(item) for item in items if isinstance(item, dict)),
    )


def _json_entry(item: dict[str, Any]) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    first = authors[0] if isinstance(authors, list) else None
    author = first if isinstance(first, dict) else {}
    return Entry(
        id=_string(item.get("id")),
        title=_string(item.get("title")),
        link=_string(item.get("url") or item.get("external_url")),
        html=_string(item.get("content_html") or item.get("content_text")),
        author=_string(author.get("name")),
        author_url=_string(author.get("url")),
        published=_string(item.get("date_published") or item.get("date_modified")),
        updated=_string(item.get("date_modified")),
        language=_string(item.get("language")),
    )


def _string(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else ""
