"""From an answer of X to posts. Nothing here asks the network."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from monitor.core.model import Author, Post

KIND = "x"

_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657000, tzinfo=UTC)
_FIRST_TIMED_ID = 1 << 40
_METRICS = {
    "like_count": "likes",
    "reply_count": "replies",
    "retweet_count": "reposts",
    "impression_count": "views",
}


def tweets(answer: Mapping[str, Any]) -> list[Any]:
    """Return the posts of an answer; an empty answer has no list at all."""
    return list(answer.get("data") or [])


def users(answer: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the authors that came along, and are billed."""
    included = answer.get("includes")
    listed = included.get("users") if isinstance(included, dict) else None
    known = listed if isinstance(listed, list) else []
    return [user for user in known if isinstance(user, dict) and "id" in user]


def next_token(answer: Mapping[str, Any]) -> str:
    """Return the token of the next page, or nothing."""
    meta = answer.get("meta")
    return str(meta.get("next_token") or "") if isinstance(meta, dict) else ""


def newest_id(answer: Mapping[str, Any]) -> str:
    """Return the greatest id of an answer, "0" if there is none."""
    ids = [
        str(tweet.get("id", "")) for tweet in tweets(answer) if isinstance(tweet, dict)
    ]
    return max((i for i in ids if i.isdecimal()), key=int, default="0")


def reader(answer: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], Post]:
    """Return what reads one post of this answer."""
    authors = {str(user["id"]): user for user in users(answer)}

    def read(tweet: Mapping[str, Any]) -> Post:
        versions = [str(version) for version in tweet.get("edit_history_tweet_ids", [])]
        written = datetime.fromisoformat(tweet["created_at"]).astimezone(UTC)
        first = versions[0] if versions else str(tweet["id"])
        edited = len(versions) > 1
        author = _author(str(tweet["author_id"]), authors.get(str(tweet["author_id"])))
        long = tweet.get("note_tweet") or {}
        return Post(
            source=KIND,
            external_id=str(int(first)),
            # X writes &amp; for & in the texts of posts.
            text=html.unescape(long.get("text") or tweet["text"]),
            url=f"https://x.com/{author.handle or 'i'}/status/{int(tweet['id'])}",
            author=author,
            published_at=(posted_at(int(first)) or written) if edited else written,
            edited_at=written if edited else None,
            lang=_language(str(tweet.get("lang") or "")),
            in_reply_to=_replied_to(tweet),
            metrics=_metrics(tweet),
        )

    return read


def posted_at(tweet_id: int) -> datetime | None:
    """Return the time that is written into an id; ids before 2010 have none."""
    if tweet_id < _FIRST_TIMED_ID:
        return None
    return _EPOCH + timedelta(milliseconds=tweet_id >> 22)


def _author(number: str, user: Mapping[str, Any] | None) -> Author:
    if user is None:
        return Author(external_id=number)
    handle = str(user.get("username") or "")
    followers = (user.get("public_metrics") or {}).get("followers_count")
    return Author(
        external_id=number,
        handle=handle,
        name=str(user.get("name") or ""),
        url=f"https://x.com/{handle}" if handle else "",
        followers=followers if isinstance(followers, int) else None,
    )


def _language(code: str) -> str:
    """Return X's guess; its codes for "none" (und, qme, zxx, …) are no language."""
    return "" if code == "und" or len(code) > 2 else code


def _replied_to(tweet: Mapping[str, Any]) -> str:
    for other in tweet.get("referenced_tweets") or []:
        if other["type"] == "replied_to":
            return str(other["id"])
    return ""


def _metrics(tweet: Mapping[str, Any]) -> dict[str, int]:
    counts = tweet.get("public_metrics") or {}
    return {
        ours: counts[theirs]
        for theirs, ours in _METRICS.items()
        if isinstance(counts.get(theirs), int)
    }
