"""Single values as operators write them: durations, times of day, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from monitor.core.model import Label, Severity

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FLAGS = ("self_harm", "vulnerable", "privacy", "going_public", "urgent", "sarcasm")
"""What a person must know of a text, as reading names it."""
LONGEST = timedelta(days=3650)
_UNITS = {"w": 604_800.0, "d": 86_400.0, "h": 3600.0, "m": 60.0, "s": 1.0}
_DURATION = "".join(rf"(?:([0-9]{{1,9}}){unit})?" for unit in _UNITS)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def suggest(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'? known: …" for a word that is not known."""
    from difflib import get_close_matches

    names = list(known) if isinstance(known, list | tuple) else sorted(set(known))
    folded = {name.casefold(): name for name in reversed(names)}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    guess = f"did you mean {folded[near[0]]!r}? " if near else ""
    shown = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
    return f"; {guess}known: {shown or 'none'}"


def _wrong(text: str) -> ValueError:
    """Return what pydantic turns into a problem (it lets a TypeError through)."""
    return ValueError(text)


def parse_duration(value: object) -> object:
    """Read "90s", "2m", "1h30m", "3d", from one second up; a timedelta passes."""
    if isinstance(value, timedelta):
        return value
    if not isinstance(value, str):
        plain = isinstance(value, int | float) and value is not True and value > 0
        hint = f"{value} has no unit; write {value}s, {value}m or {value}h"
        other = "must be a duration such as 30s, 2m, 1h or 3d"
        raise _wrong(hint if plain else other)
    compact = value.strip().replace(" ", "").lower()
    found = re.fullmatch(_DURATION, compact)
    if not compact or found is None:
        raise ValueError(
            f"{value[:40]!r} is not a duration; write a whole number and a unit "
            "(s, m, h, d, w), such as 30s, 2m or 1h30m"
        )
    amounts = zip(found.groups(), _UNITS.values(), strict=True)
    seconds = sum(int(number or 0) * unit for number, unit in amounts)
    if seconds < 1:
        raise ValueError(f"{value[:40]!r} is too short; write at least 1s")
    if seconds > LONGEST.total_seconds():
        raise ValueError(f"{value[:40]!r} is too long; write at most {LONGEST.days}d")
    return timedelta(seconds=seconds)


def spell_duration(value: timedelta) -> str:
    """Write a duration the way `parse_duration` reads it."""
    left = round(value.total_seconds())
    parts = []
    for unit, size in _UNITS.items():
        if unit == "w":
            continue
        count, left = divmod(left, int(size))
        parts += [f"{count}{unit}"] if count else []
    return "".join(parts) or "0s"


def spell(value: Any) -> Any:
    """Write a value as it stands in a configuration file."""
    match value:
        case timedelta():
            return spell_duration(value)
        case time():
            return value.strftime("%H:%M")
        case Severity():
            return value.word
        case tuple():
            return [spell(item) for item in value]
        case _:
            return value


def parse_time(value: object) -> object:
    """Read "22:00"; a time passes."""
    if isinstance(value, time):
        return value
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"{value!r} is not a time of day; write it as 22:00 or 07:30")
    return time(int(found[1]), int(found[2]))


def parse_severity(value: object) -> object:
    """Read "low", "high" …; a Severity passes."""
    if isinstance(value, Severity):
        return value
    words = [level.word for level in Severity]
    if isinstance(value, str) and value.strip().lower() in words:
        return Severity[value.strip().upper()]
    raise ValueError(f"unknown severity {value!r}{suggest(str(value), words)}")


def parse_label(value: object) -> object:
    """Read "negative" …; a Label passes."""
    words = [label.value for label in Label]
    if isinstance(value, str) and value.strip().lower() in words:
        return Label(value.strip().lower())
    raise ValueError(f"unknown label {value!r}{suggest(str(value), words)}")


def parse_flag(value: object) -> object:
    """Read "self_harm" …"""
    if isinstance(value, str) and value.strip().lower() in FLAGS:
        return value.strip().lower()
    raise ValueError(f"unknown flag {value!r}{suggest(str(value), FLAGS)}")


def parse_day(value: object) -> object:
    """Read "mon" or "Monday"."""
    if isinstance(value, str):
        short = value.strip().lower()
        full = ("monday", "tuesday", "wednesday", "thursday", "friday")
        for name in (*full, "saturday", "sunday"):
            if short in (name, name[:3]):
                return name[:3]
    raise ValueError(f"unknown day {value!r}{suggest(str(value), DAYS)}")


def parse_instant(value: object) -> object:
    """Read an ISO 8601 date or instant. Without a zone it stays naive."""
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(
            f"{value!r} is not a date; write 2026-12-31 or 2026-12-31T18:00"
        ) from None


def zone(name: str) -> tzinfo:
    """Return a time zone by its IANA name; ValueError says what is wrong with it."""
    if name.upper() in ("UTC", "ETC/UTC", "Z"):
        return UTC
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        from zoneinfo import available_timezones

        near = suggest(name, available_timezones()).partition(" known:")[0].strip("; ")
        hint = near or "write it as Europe/Berlin or Asia/Seoul"
        raise ValueError(f"unknown time zone {name!r}; {hint}") from None


def parse_listen(value: object) -> object:
    """Read "127.0.0.1:8766", "[::1]:8766" or "" for none."""
    if not isinstance(value, str):
        raise _wrong("must be an address with a port, such as 127.0.0.1:8766")
    host, _, port = value.strip().rpartition(":")
    fine = host and port.isdecimal() and port.isascii() and int(port[:6]) <= 65535
    if value.strip() and not fine:
        raise ValueError(
            f"{value[:60]!r} is not an address with a port; write 127.0.0.1:8766, "
            'or "" for none'
        )
    return value


def real_number(value: object) -> object:
    """Refuse what Python would quietly take for a number."""
    if isinstance(value, bool):
        raise _wrong(f"must be a number, not {str(value).lower()}")
    if isinstance(value, str) and not re.fullmatch(
        r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?", value.strip()
    ):
        raise ValueError(f"must be a number, not {value[:40]!r}")
    return value


_DURATION_SCHEMA = {
    "title": "duration",
    "type": "string",
    "pattern": r"^\s*(?=[0-9])([0-9]+[wW])?\s*([0-9]+[dD])?\s*([0-9]+[hH])?"
    r"\s*([0-9]+[mM])?\s*([0-9]+[sS])?\s*$",
    "examples": ["30s", "2m", "1h", "3d"],
}
Duration = Annotated[
    timedelta,
    BeforeValidator(parse_duration),
    PlainSerializer(spell),
    WithJsonSchema(_DURATION_SCHEMA),
]
TimeOfDay = Annotated[
    time,
    BeforeValidator(parse_time),
    PlainSerializer(spell),
    WithJsonSchema(
        {
            "title": "time of day",
            "type": "string",
            "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$",
        }
    ),
]
SeverityWord = Annotated[
    Severity,
    BeforeValidator(parse_severity),
    PlainSerializer(spell),
    WithJsonSchema({"type": "string", "enum": [level.word for level in Severity]}),
]
LabelWord = Annotated[
    Label,
    BeforeValidator(parse_label),
    WithJsonSchema({"type": "string", "enum": [label.value for label in Label]}),
]
Flag = Annotated[
    str,
    BeforeValidator(parse_flag),
    WithJsonSchema({"title": "flag", "type": "string", "enum": list(FLAGS)}),
]
Day = Annotated[
    str,
    BeforeValidator(parse_day),
    WithJsonSchema({"title": "day", "type": "string", "examples": list(DAYS)}),
]
Instant = Annotated[
    datetime,
    BeforeValidator(parse_instant),
    WithJsonSchema(
        {"title": "date", "type": "string", "examples": ["2026-12-31T18:00"]}
    ),
]
Word = Annotated[str, Field(min_length=1, max_length=500)]
Query = Annotated[str, Field(min_length=1, max_length=20_000)]
ListName = Annotated[str, Field(pattern=r"^[\w.-]{1,100}$")]


def check_name(value: Any) -> Any:
    """Refuse names that would break a line of a log or a cell of a table."""
    if isinstance(value, str) and _CONTROL.search(value.strip()):
        raise ValueError("contains a line break or a control character; delete it")
    return value


Name = Annotated[str, Field(min_length=1, max_length=100), BeforeValidator(check_name)]
NUMBER = BeforeValidator(real_number)
