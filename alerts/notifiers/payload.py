"""A message as JSON, for machines: the body of a webhook, a line of the console.

The names are an interface: keys are added, never renamed or removed within one
`version`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from alerts.base import Message, Receipt
from alerts.notifiers.words import clean, web_link

VERSION = 1


def event_name(*, replacing: Receipt | None, under: Receipt | None) -> str:
    """Return what kind of news this is: the value of `event`."""
    if replacing is not None:
        return "alert.updated"
    return "alert" if under is None else "alert.reply"


def as_json(
    message: Message,
    *,
    key: str,
    now: datetime,
    replacing: Receipt | None = None,
    under: Receipt | None = None,
) -> str:
    """Return one JSON object on one line, in ASCII."""
    body: dict[str, Any] = {
        "version": VERSION,
        "event": event_name(replacing=replacing, under=under),
        "key": key,
        "sent_at": now.isoformat(),
        "replaces": replacing.get("key") if replacing is not None else None,
        "under": under.get("key") if under is not None else None,
        "message": _message(message),
        "data": _safe(message.data or {}),
    }
    return json.dumps(body, allow_nan=False)


def _message(message: Message) -> dict[str, Any]:
    return {
        "headline": clean(message.headline),
        "notice": clean(message.notice),
        "severity": message.severity,
        "quote_title": clean(message.quote_title),
        "quote": clean(message.quote),
        "highlights": [clean(words) for words in message.highlights],
        "facts": [
            {"name": clean(name), "value": clean(value)}
            for name, value in message.facts
        ],
        "why": [clean(why) for why in message.why],
        "rows": [
            {"text": clean(words), "link": web_link(link)}
            for words, link in message.rows
        ],
        "link": web_link(message.link),
        "footer": clean(message.footer),
        "possible_repeat": message.possible_repeat,
    }


def _safe(value: Any) -> Any:
    """Return a value that every JSON reader can read; others become their words."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {_safe(str(name)): _safe(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_safe(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value).encode("utf-8", "replace").decode("utf-8")
