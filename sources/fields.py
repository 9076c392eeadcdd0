"""A post from named values, as Post JSONL, a table or another tool wrote them.

Kind to what can be understood (numbers as text, text as numbers, unknown names),
strict about identity and time: those raise PoisonError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from monitor.core.errors import PoisonError
from monitor.core.gate import accept
from monitor.core.model import Author, Post, PostKind, Precision
from sources.base import Poison

KNOWN = frozenset(
    {
        "id",
        "source",
        "text",
        "title",
        "url",
        "author",
        "published_at",
        "lang",
        "rating",
        "rating_scale",
        "kind",
        "in_reply_to",
        "metrics",
        "extra",
    }
)
KINDS = {kind.value: kind for kind in PostKind}
STARS = 5.0
_EXACT = Precision.EXACT  # looking a member up by name takes longer than a call
POISON_RAW = 4_096

KIND = "import"

_AUTHOR_NAMES = ("id", "handle", "name", "url", "followers")
_DATE_ONLY = len("2026-11-21")
_parse = datetime.fromisoformat
_ONE_DAY = timedelta(days=1)
# Between 1973 and 5138 in seconds; above it, milliseconds until 5138.
_EPOCH_SECONDS = range(10**8, 10**11)
_EPOCH_MILLIS = range(10**11, 10**14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How to read a file.

    `now` stands in for a missing time, `source` for a missing source. `mapping`
    names a table's column for a field of ours (`{"id": "Tweet ID"}`); a table's
    encoding is found out if it is not given.
    """

    now: datetime
    source: str = KIND
    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""


def post_from(fields: Mapping[str, Any], *, now: datetime, source: str) -> Post:
    """Return the post that the values describe; names not known go to `extra`."""
    extra = _extra(fields)
    published_at, precision = when(fields.get("published_at"), now)
    rating_scale = _number(fields.get("rating_scale"), "rating_scale")
    post = Post(
        source=_text(fields.get("source"), "source") or source,
        external_id=_identity(fields.get("id")),
        text=_text(fields.get("text"), "text"),
        title=_text(fields.get("title"), "title"),
        url=_text(fields.get("url"), "url"),
        author=_author(fields.get("author"), extra),
        published_at=published_at,
        precision=precision,
        kind=_kind(fields.get("kind"), extra),
        lang=_text(fields.get("lang"), "lang"),
        rating=_number(fields.get("rating"), "rating"),
        rating_scale=STARS if rating_scale is None else rating_scale,
        in_reply_to=_text(fields.get("in_reply_to"), "in_reply_to"),
        metrics=_metrics(fields.get("metrics"), extra),
        extra=extra,
    )
    return checked(post, now=now)


def checked(post: Post, *, now: datetime) -> Post:
    """Return the post as the gate lets it pass; it must say something."""
    if not (post.text or post.title or post.rating is not None):
        raise PoisonError("neither text nor title is given")
    return accept(post, now=now)


def poison(raw: bytes, number: int, reason: str) -> Poison:
    """Return what is kept of a line that could not be read."""
    shown = raw[:POISON_RAW].decode("utf-8", "replace").rstrip()
    return Poison(raw=shown, reason=f"line {number}: {reason}"[:300])


def when(value: object, now: datetime) -> tuple[datetime, Precision]:
    """Return an instant in UTC and how well it is known; a naive one is UTC."""
    if type(value) is not str:
        if value is None:
            return now, Precision.UNKNOWN
        return _since_epoch(value), Precision.EXACT
    try:
        instant = _parse(value)
    except ValueError:
        return _understood(value, now)
    if instant.tzinfo is not UTC:
        instant = _in_utc(instant)
    if len(value) > _DATE_ONLY:
        return instant, _EXACT
    # East of Greenwich a day begins before it does in UTC.
    is_today = now < instant < now + _ONE_DAY
    return now if is_today else instant, Precision.DAY


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        return instant.replace(tzinfo=UTC)
    try:
        return instant.astimezone(UTC)
    except OverflowError as exc:
        raise PoisonError("published_at is out of range") from exc


def _understood(value: str, now: datetime) -> tuple[datetime, Precision]:
    """Make out what is not quite ISO 8601."""
    bare = value.strip()
    if not bare:
        return now, Precision.UNKNOWN
    if bare.isdecimal() and len(bare) < 20:
        return _since_epoch(int(bare)), Precision.EXACT
    if bare == value:
        raise _not_a_time(value)
    return when(bare, now)


def _since_epoch(value: object) -> datetime:
    if isinstance(value, float) and value == value // 1:
        value = int(value)
    if type(value) is int and value in _EPOCH_SECONDS:
        return datetime.fromtimestamp(value, UTC)
    if type(value) is int and value in _EPOCH_MILLIS:
        return datetime.fromtimestamp(value / 1000, UTC)
    raise _not_a_time(value)


def _not_a_time(value: object) -> PoisonError:
    return PoisonError(
        f"published_at {value!r:.40} is not an ISO 8601 time;"
        " write it like 2026-11-21T09:30:00Z"
    )


def _extra(fields: Mapping[str, Any]) -> dict[str, Any]:
    given = fields.get("extra")
    unknown = {name: value for name, value in fields.items() if name not in KNOWN}
    if isinstance(given, Mapping):
        return {**unknown, **given}
    return unknown if given in (None, "") else {**unknown, "extra": given}


def _identity(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    given = "missing" if value is None else f"{type(value).__name__}, not text"
    raise PoisonError(f"id is {given}")


def _text(value: object, name: str) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    raise PoisonError(f"{name} is {type(value).__name__}, not text")


def _number(value: object, name: str) -> float | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        value = value.strip().replace(",", ".")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise PoisonError(f"{name} is {type(value).__name__}, not a number")
    try:
        return float(value)
    except (ValueError, OverflowError) as exc:
        raise PoisonError(f"{name} {value!r:.40} is not a number") from exc


def _kind(value: object, extra: dict[str, Any]) -> PostKind:
    if value is None or value == "":
        return PostKind.POST
    known = KINDS.get(value.strip().lower()) if isinstance(value, str) else None
    if known is None:
        extra.setdefault("kind", value)
    return known or PostKind.POST


def _author(value: object, extra: dict[str, Any]) -> Author | None:
    if isinstance(value, Mapping):
        more = {k: v for k, v in value.items() if k not in _AUTHOR_NAMES}
        if more:
            extra.setdefault("author", more)
        return _author_from(value)
    if isinstance(value, bool | list):
        extra.setdefault("author", value)
        return None
    return named(_text(value, "author"))


def named(name: str) -> Author | None:
    """Return the author of whom only one name is known."""
    return Author(external_id=name, handle=name.lstrip("@")) if name.strip() else None


def _author_from(value: Mapping[str, Any]) -> Author | None:
    names = {
        name: _text(value.get(name), f"author.{name}") for name in _AUTHOR_NAMES[:4]
    }
    external_id = names["id"] or names["handle"] or names["name"] or names["url"]
    if not external_id:
        return None
    return Author(
        external_id=external_id,
        handle=names["handle"].lstrip("@"),
        name=names["name"],
        url=names["url"],
        followers=_count(value.get("followers")),
    )


def _metrics(value: object, extra: dict[str, Any]) -> dict[str, int]:
    if not isinstance(value, Mapping):
        if value not in (None, ""):
            extra.setdefault("metrics", value)
        return {}
    counts = {name: _count(count) for name, count in value.items()}
    rest = {k: v for k, v in value.items() if counts[k] is None and v is not None}
    if rest:
        extra.setdefault("metrics", rest)
    return {name: count for name, count in counts.items() if count is not None}


def _count(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        digits = value.strip().replace(",", "")
        return int(digits) if digits.isdecimal() and len(digits) < 20 else None
    if isinstance(value, float) and value == value // 1 and abs(value) < 2**63:
        return int(value)
    return value if isinstance(value, int) else None
