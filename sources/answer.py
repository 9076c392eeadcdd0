"""What a server answered, and what that means.

`error_for` is the one table from statuses to errors, for every source.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceError,
    SourceRejected,
    SourceUnavailable,
)

MAX_WAIT_SECONDS = 3600.0

_UNIX_TIME = 1_000_000_000  # what is greater counts from 1970, not from now
_LAST_TIME = 30_000_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. The URL may hold a secret, so it is not shown."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    url: str = field(default="", repr=False)
    kind: str = "source"

    def json(self) -> Any:
        """Return the body read as JSON; SourceChanged if it is not."""
        return read_json(self.kind, self.body)

    def raise_for_status(self, kind: str = "") -> None:
        """Raise what `error_for` says, unless the status is a success or 304."""
        if not 200 <= self.status < 300 and self.status != 304:
            raise error_for(kind or self.kind, self.status, self.headers)


def read_json(kind: str, body: bytes) -> Any:
    """Read JSON as the standard has it: no NaN, no bottomless nesting."""
    try:
        return json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError) as exc:
        what = "an HTML page" if body.lstrip()[:1] == b"<" else "not JSON"
        raise SourceChanged(
            kind, f"the answer is {what}; is something blocking the way to the service?"
        ) from (None if isinstance(exc, RecursionError) else exc)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def error_for(
    kind: str, status: int, headers: Mapping[str, str], *, now: datetime | None = None
) -> SourceError:
    """Return the error that a status means. The one table for every source."""
    headers = httpx2.Headers(dict(headers))
    if _is_limit(status, headers):
        wait = retry_after(headers, now=now)
        return RateLimited(kind, f"asked to wait (status {status})", wait)
    if status in (401, 403, 407):
        return SourceAuthError(
            kind, f"access refused (status {status}); check its credentials and rights"
        )
    if status >= 500:
        return SourceUnavailable(kind, f"not available (status {status})")
    if status >= 400:
        return SourceRejected(
            kind, f"request refused (status {status}); check its settings and query"
        )
    if status >= 300:
        return SourceRejected(
            kind, f"address leads elsewhere (status {status}); check its settings"
        )
    return SourceChanged(kind, f"the answer has an unexpected status ({status})")


def _is_limit(status: int, headers: Mapping[str, str]) -> bool:
    if status in (408, 425, 429):
        return True
    # Some services say "slow down" with a status that means something else.
    if status == 503:
        return "retry-after" in headers
    left = headers.get("x-ratelimit-remaining", headers.get("x-rate-limit-remaining"))
    return status == 403 and ("retry-after" in headers or _number(left) == 0)


def retry_after(
    headers: Mapping[str, str], *, now: datetime | None = None
) -> float | None:
    """Return the seconds a server asks to wait, at most an hour; None if unclear."""
    now = _date(headers.get("date")) or now
    for name in ("retry-after", "x-ratelimit-reset", "x-rate-limit-reset"):
        value = headers.get(name)
        seconds = _number(value)
        at = _date(value) if seconds is None else None
        if seconds is not None and seconds > _UNIX_TIME:
            at = datetime.fromtimestamp(min(seconds, _LAST_TIME), UTC)
            seconds = None
        if at and now:
            seconds = max(0.0, (at - now).total_seconds())
        if seconds is not None and seconds >= 0:
            return min(seconds, MAX_WAIT_SECONDS)
    return None


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _date(value: str | None) -> datetime | None:
    try:
        date = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
