"""Posts out of Mastodon's statuses, and the words its servers are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from monitor.core.model import Author, Post, PostKind
from sources.asking import pieces, require_askable
from sources.base import SourceQuery
from sources.html import to_text

KIND = "mastodon"
PUBLIC = ("public", "unlisted")

_METRICS = {
    "likes": "favourites_count",
    "reposts": "reblogs_count",
    "replies": "replies_count",
}
_NOT_IN_TAGS = re.compile(r"\W")
_TAG = re.compile(r"#(\w+)")


def hashtags(query: SourceQuery, more: Iterable[str]) -> list[str]:
    """Return the hashtags to read: a phrase is written without its spaces."""
    words = [*query.hashtags, *more, *_TAG.findall(query.text), *query.terms]
    bare = (_NOT_IN_TAGS.sub("", word).casefold() for word in words)
    return list(dict.fromkeys(tag for tag in bare if tag and not tag.isdecimal()))


def searches(query: SourceQuery) -> list[str]:
    """Return what to search for, a word at a time; there is no OR.

    A phrase is quoted, and so is what would be an operator (`from:me`).
    """
    if query.text:
        return [query.text]
    require_askable(KIND, query)
    words = pieces([*query.terms, *query.handles])
    return [f'"{w}"' if " " in w or ":" in w else w for w in words]


def is_public(status: Any) -> bool:
    """Say whether anybody may read a status; what is no status is judged later."""
    if not isinstance(status, dict):
        return True
    return status.get("visibility", "public") in PUBLIC


def to_post(status: dict[str, Any], host: str) -> Post:
    """Return the post of a status as the server `host` shows it."""
    status = status.get("reblog") or status
    account = status["account"]
    edited = status.get("edited_at")
    reply = status.get("in_reply_to_id")
    return Post(
        source=KIND,
        external_id=_text(status, "uri") or _text(status, "url"),
        title=_text(status, "spoiler_text"),
        text=to_text(_text(status, "content")),
        url=_text(status, "url") or _text(status, "uri"),
        author=_author(account, host),
        published_at=_instant(status["created_at"]),
        edited_at=_instant(edited) if edited else None,
        kind=PostKind.POST if reply is None else PostKind.COMMENT,
        lang=_text(status, "language"),
        in_reply_to="" if reply is None else str(reply),
        metrics={
            ours: status[theirs]
            for ours, theirs in _METRICS.items()
            if type(status.get(theirs)) is int
        },
        extra={"instance": host, "status_id": str(status["id"])},
    )


def _author(account: dict[str, Any], host: str) -> Author:
    url = _text(account, "url")
    handle = _text(account, "acct") or _text(account, "username")
    if "@" not in handle:
        handle = f"{handle}@{urlsplit(url).hostname or host}"
    followers = account.get("followers_count")
    return Author(
        # The number of an account differs from server to server; its address does not.
        external_id=_text(account, "uri") or url or handle,
        handle=handle,
        name=_text(account, "display_name") or _text(account, "username"),
        url=url,
        # A negative number means that the account hides it.
        followers=followers if type(followers) is int and followers >= 0 else None,
    )


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name) or ""
    if not isinstance(value, str):
        raise TypeError(f"{name} is {type(value).__name__}, not text")
    return value


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        return instant.replace(tzinfo=UTC)
    return instant.astimezone(UTC)
