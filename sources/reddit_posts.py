"""From Reddit's things to posts. Nothing here asks the network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from monitor.core.model import Author, Post, PostKind
from sources.feeds import Entry
from sources.html import to_text

KIND = "reddit"
SITE = "https://www.reddit.com"
GONE = ("[deleted]", "[removed]")


def created_at(thing: Any) -> datetime | None:
    """Return when a thing was written, None if it does not say."""
    try:
        return datetime.fromtimestamp(float(thing["created_utc"]), UTC)
    except (KeyError, OSError, OverflowError, TypeError, ValueError):
        return None


def from_thing(thing: Mapping[str, Any]) -> Post:
    """Read a submission or a comment."""
    name, comment = str(thing["name"]), "body" in thing
    if not name.startswith(("t1_", "t3_")):
        raise ValueError(f"{name[:20]!r} is neither a submission nor a comment")
    text = str(thing["body"] if comment else thing["selftext"])
    written = datetime.fromtimestamp(float(thing["created_utc"]), UTC)
    if text.strip() in GONE or thing.get("removed_by_category"):
        # What was taken back keeps its place in the listing, and its title.
        return Post(source=KIND, external_id=name, published_at=written, deleted=True)
    edited = thing.get("edited")
    return Post(
        source=KIND,
        external_id=name,
        text=text,
        title="" if comment else str(thing["title"]),
        url=f"{SITE}{thing['permalink']}",
        author=_author(thing),
        published_at=written,
        edited_at=datetime.fromtimestamp(float(edited), UTC) if edited else None,
        kind=PostKind.COMMENT if comment else PostKind.POST,
        in_reply_to=str(thing.get("parent_id") or "") if comment else "",
        metrics=_metrics(thing),
        extra={"subreddit": str(thing.get("subreddit") or "")},
    )


def from_entry(entry: Entry) -> Post:
    """Read an entry of a search feed; ids are those of the API."""
    if not entry.id.startswith(("t1_", "t3_")) or entry.published_at is None:
        raise ValueError("the entry is neither a submission nor a comment")
    handle = entry.author.removeprefix("/u/").removeprefix("u/")
    comment = entry.id.startswith("t1_")
    body = entry.html.partition("<!-- SC_OFF -->")[2].partition("<!-- SC_ON -->")[0]
    return Post(
        source=KIND,
        external_id=entry.id,
        # The title of a comment is "/u/name on" and the title above it.
        text=to_text(body),
        title="" if comment else to_text(entry.title),
        url=entry.link,
        author=_named(handle, handle) if handle else None,
        published_at=entry.published_at,
        kind=PostKind.COMMENT if comment else PostKind.POST,
    )


def _author(thing: Mapping[str, Any]) -> Author | None:
    # A deleted account leaves its posts behind, without an author.
    handle = str(thing.get("author") or "")
    if not handle or handle in GONE:
        return None
    return _named(str(thing.get("author_fullname") or handle), handle)


def _named(number: str, handle: str) -> Author:
    return Author(external_id=number, handle=handle, url=f"{SITE}/user/{handle}")


def _metrics(thing: Mapping[str, Any]) -> dict[str, int]:
    counts = {"likes": thing.get("score"), "replies": thing.get("num_comments")}
    return {name: value for name, value in counts.items() if isinstance(value, int)}
