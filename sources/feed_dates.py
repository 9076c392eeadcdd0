"""Dates as feeds write them, by the standards and against them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

FIRST_YEAR = 1990

_DAY = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}\.?")
_HALVES = {"오전": "AM", "오후": "PM", "上午": "AM", "下午": "PM"}
_SEPARATORS = re.compile(r"(?<=\d)[./](?=\d)")
_ZONES = {
    "CEST": "+0200",
    "CET": "+0100",
    "HKT": "+0800",
    "JST": "+0900",
    "KST": "+0900",
}
_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S %z",
    "%Y-%m-%d %p %I:%M",
    "%Y-%m-%d %p %I:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y %H:%M:%S",
)


def is_day(text: str) -> bool:
    """Say whether a date has no time of day."""
    return bool(_DAY.fullmatch(text.strip()))


def read_date(text: str, *, parsed: str, zone: tzinfo) -> datetime | None:
    """Return a feed's date in UTC; a date without a zone is in `zone`.

    `parsed` is what feedparser made of it, for formats that only it knows. None if
    nothing makes sense of it, or if it lies before there were feeds.
    """
    head, _, last = text.strip().rpartition(" ")
    text = f"{head} {_ZONES[last]}" if last in _ZONES else text.strip()
    for read in (parsedate_to_datetime, datetime.fromisoformat, _written):
        try:
            at = read(text)
            aware = at if at.tzinfo else at.replace(tzinfo=zone)
            return _sane(aware.astimezone(UTC))
        except (OverflowError, TypeError, ValueError):
            continue
    return _sane(datetime.fromisoformat(f"{parsed}+00:00")) if parsed else None


def _written(text: str) -> datetime:
    for word, half in _HALVES.items():
        text = text.replace(word, half)
    text = _SEPARATORS.sub("-", text).rstrip(".")
    for form in _FORMATS:
        try:
            at = datetime.strptime(text, form)  # noqa: DTZ007  # the zone is added
        except ValueError:
            continue
        # 05/06/2026 is in May for some and in June for others.
        if not form.startswith("%d") or at.day > 12:
            return at
    raise ValueError("no date")


def _sane(at: datetime) -> datetime | None:
    return at if at.year >= FIRST_YEAR else None
