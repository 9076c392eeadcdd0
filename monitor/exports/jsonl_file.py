"""Mentions as post JSONL: what `import` reads, one object a line.

What was found out about the post (brand, label, alert …) is in `extra`, so a
file that is read again, here or elsewhere, loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

from monitor.exports.columns import NAMES, values
from monitor.exports.csv_file import instant
from monitor.exports.rows import Value, clean
from monitor.store.reading import MentionRow

ROWS_AT_ONCE = 500
FOUND_OUT = (
    "mention_id",
    "brand",
    "query",
    "label",
    "score",
    "p_negative",
    "complaint",
    "severity",
    "intents",
    "why",
    "vader",
    "matched_text",
    "published_precision",
    "first_seen_at",
    "edited_at",
    "collector",
    "alert_key",
    "alert_state",
    "copy_of",
    "copies",
    "voices",
    "reach",
    "intensity",
    "flags",
    "waited_days",
    "contacts",
    "evidence",
    "p_positive",
    "silenced_by",
)
METRICS = ("likes", "replies", "reposts", "views")


def write_jsonl(mentions: Iterable[MentionRow], file: BinaryIO) -> Iterator[int]:
    """Write mentions; yield how many are written, again and again."""
    done = 0
    for row in mentions:
        line = json.dumps(post(row), ensure_ascii=False, allow_nan=False)
        file.write(line.encode("utf-8") + b"\n")
        done += 1
        if done % ROWS_AT_ONCE == 0:
            yield done
    yield done


def post(row: MentionRow) -> dict[str, Any]:
    """Return one mention as a post object; unknown values are left out."""
    known = {
        name: _plain(value)
        for name, value in zip(NAMES, values(row), strict=True)
        if value not in (None, "")
    }
    if row.author_url:
        known["author_url"] = clean(row.author_url)
    found = {
        "id": known.get("post_id"),
        "source": known.get("source"),
        "title": known.get("title"),
        "text": known.get("text", ""),
        "url": known.get("url"),
        "author": _author(known),
        "published_at": known.get("published_at"),
        "lang": known.get("language"),
        "rating": known.get("rating"),
        "rating_scale": known.get("rating_scale"),
        "kind": known.get("kind"),
        "in_reply_to": known.get("in_reply_to"),
        "metrics": _pick(known, METRICS),
        "extra": _pick(known, FOUND_OUT),
    }
    return {name: value for name, value in found.items() if value not in (None, {})}


def _author(known: dict[str, Any]) -> dict[str, Any]:
    parts = ("id", "handle", "name", "url", "followers")
    return {
        part: known[f"author_{part}"] for part in parts if f"author_{part}" in known
    }


def _pick(known: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: known[name] for name in names if name in known}


def _plain(value: Value) -> str | int | float | None:
    return instant(value) if isinstance(value, datetime) else value
