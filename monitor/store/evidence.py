"""What reading found beside label and numbers, as one column of JSON.

    {"flags": ["urgent"], "waited_days": 21.0, "contacts": 3,
     "evidence": [{"start": 6, "end": 13, "part": "signals", "says": "waiting",
                   "weight": 0.8}],
     "parts": [["vader", 0.7]], "silenced_by": "without “3 weeks”"}

What is empty is left out. NULL is a text in which nothing was found, or that was
read before this was kept.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec

from monitor.core.model import Evidence, Sentiment
from monitor.store import rowjson


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What reading found, as `Sentiment` has it."""

    flags: tuple[str, ...] = ()
    waited_days: float | None = None
    contacts: int = 0
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
    silenced_by: str = ""


NOTHING = Reading()
_EMPTY: tuple[Any, ...] = (None, (), [], "")
_decode = msgspec.json.Decoder(Reading).decode


def to_text(found: Sentiment) -> str | None:
    """Return what the column holds."""
    waited = found.waited_days
    kept: dict[str, Any] = {
        "flags": found.flags,
        "waited_days": None if waited is None else _plain(waited),
        "contacts": found.contacts or None,
        "evidence": [_piece(each) for each in found.evidence],
        "parts": [(name, _plain(value)) for name, value in found.parts],
        "silenced_by": found.silenced_by,
    }
    full = {name: value for name, value in kept.items() if value not in _EMPTY}
    return rowjson.dumps(full) if full else None


def from_text(text: str | None) -> Reading:
    """Return what the column says."""
    return _decode(text) if text else NOTHING


def _piece(each: Evidence) -> dict[str, Any]:
    return {
        "start": each.start,
        "end": each.end,
        "part": each.part,
        "says": each.says,
        "weight": _plain(each.weight),
    }


def _plain(value: float) -> float:
    """Return a number that JSON can hold, with as many digits as mean something."""
    return round(value, 4) if math.isfinite(value) else 0.0
