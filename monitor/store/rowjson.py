"""JSON in columns: compact, and people's scripts as they are."""

from __future__ import annotations

import json
from typing import Any

import msgspec

_quick = msgspec.json.Encoder(enc_hook=str).encode
_EMPTY: dict[type[Any], str] = {dict: "{}", list: "[]", tuple: "[]"}
_patient = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


def dumps(value: Any) -> str:
    """Return a value as text."""
    if not value:
        # Most columns of most rows.
        known = _EMPTY.get(type(value))
        if known is not None:
            return known
    try:
        return _quick(value).decode()
    except (ArithmeticError, TypeError, ValueError):
        # Integers beyond 64 bits, keys of many kinds.
        return _patient.encode(value)


loads = json.loads
