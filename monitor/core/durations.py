"""Durations as people type them: 60s, 2m, 1h."""

from __future__ import annotations

import re

from monitor.core.errors import MonitorError

_FORM = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d)?")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def seconds_of(text: str) -> float:
    """Read a duration; a bare number is seconds."""
    match = _FORM.fullmatch(text.strip())
    if match is None or float(match[1]) <= 0:
        raise MonitorError(f"{text!r} is not a duration; write 60s, 2m or 1h")
    return float(match[1]) * _SECONDS[match[2] or "s"]
