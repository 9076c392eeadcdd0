"""The gate that every post passes once, whatever source it came from.

A source hands over what a stranger wrote. Behind the gate, text is valid Unicode
without NUL, instants are aware, in UTC and not in the future, numbers fit 64 bits,
links are http(s), and everything has a size. A clean post comes back as it is,
after about a microsecond; what cannot be made clean is a PoisonError.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from monitor.core.errors import PoisonError
from monitor.core.model import Author, Post, PostKind, Precision

MAX_TEXT = 100_000
MAX_TITLE = 2_000
MAX_ID = 500
MAX_NAME = 500
MAX_SOURCE = 64
MAX_LANG = 16
MAX_URL = 4_096
MAX_EXTRA_BYTES = 16_384
MAX_EXTRA_DEPTH = 12
MAX_METRICS = 50
MAX_INT = 2**63 - 1
MIN_INT = -(2**63)

FIRST_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
# Nanoseconds since 1970 fit 64 bits until April 2262; tables count in them.
LAST_INSTANT = datetime(2262, 4, 11, tzinfo=UTC)

# Clocks differ a little between machines; more than this is a wrong clock.
TOLERANCE = timedelta(minutes=5)

# A scalar in `extra` is under this many bytes for certain without counting.
_SMALL_SCALAR = 32


def accept(post: Post, *, now: datetime) -> Post:
    """Return the post fit to be stored: itself if clean, else a cleaned copy.

    Raises PoisonError if it has no usable identity, time or rating.
    """
    try:
        if _is_clean(post, now):
            return post
    except (AttributeError, TypeError, UnicodeEncodeError):
        pass  # what exactly is wrong is for the slow way to say
    fixed = _cleaned(post, now)
    return post if _is_same(post, fixed) else fixed


def _is_same(post: Post, fixed: Post) -> bool:
    """Say whether cleaning changed nothing; equal is not enough for times."""
    return (
        post == fixed
        and post.published_at.tzinfo is UTC
        and (post.edited_at is None or post.edited_at.tzinfo is UTC)
        and type(post.rating) is type(fixed.rating)
        and type(post.kind) is PostKind
        and type(post.precision) is Precision
    )


def _is_clean(post: Post, now: datetime) -> bool:
    """Say yes only if sure. It runs for every post, so it calls little."""
    author, published, edited = post.author, post.published_at, post.edited_at
    identity, source, lang = post.external_id, post.source, post.lang
    text, url = post.text, post.url
    # One string is looked through faster than ten. Joining also finds non-text.
    names = (identity, source, lang, url, post.title, post.in_reply_to)
    small = "".join(names if author is None else names + _names(author))
    return (
        "\0" not in small
        and "\0" not in text
        and (small.isascii() or bool(small.encode()))
        and (text.isascii() or bool(text.encode()))
        and len(text) <= MAX_TEXT
        and len(lang) <= MAX_LANG
        and len(source) <= MAX_SOURCE
        and (len(small) <= MAX_ID or _fits(post))
        and (not url or _is_link(url))
        and published.tzinfo is UTC
        and FIRST_INSTANT <= published <= now
        and (edited is None or _is_past(edited, now))
        and bool(identity and source)
        and not identity.isspace()
        and (post.rating is None or _rating_is_clean(post))
        and post.rating_scale == 5.0
        and type(post.kind) is PostKind
        and type(post.precision) is Precision
        and (len(post.metrics) == 0 or _metrics_are_clean(post.metrics))
        and (len(post.extra) == 0 or _extra_is_small(post.extra))
        and (author is None or _author_is_clean(author))
    )


def _names(author: Author) -> tuple[str, str, str, str]:
    return author.external_id, author.handle, author.name, author.url


def _fits(post: Post) -> bool:
    author = post.author
    return (
        len(post.external_id) <= MAX_ID
        and len(post.in_reply_to) <= MAX_ID
        and len(post.title) <= MAX_TITLE
        and (author is None or all(len(name) <= MAX_NAME for name in _names(author)))
    )


def _rating_is_clean(post: Post) -> bool:
    return type(post.rating) is float and math.isfinite(post.rating)


def _is_past(instant: datetime, now: datetime) -> bool:
    return instant.tzinfo is UTC and FIRST_INSTANT <= instant <= now


def _author_is_clean(author: Author) -> bool:
    return (
        bool(author.external_id or author.handle or author.name)
        and (not author.url or _is_link(author.url))
        and (author.followers is None or _is_count(author.followers))
    )


def _is_link(url: str) -> bool:
    # isprintable refuses line breaks, and marks that turn text round.
    return (
        url.startswith(("https://", "http://"))
        and " " not in url
        and url.isprintable()
        and len(url) <= MAX_URL
    )


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= MAX_INT


def _metrics_are_clean(metrics: Mapping[str, int]) -> bool:
    if len(metrics) > MAX_METRICS:
        return False
    for name, value in metrics.items():
        if type(value) is not int or not MIN_INT <= value <= MAX_INT:
            return False
        if type(name) is not str or not name.isascii() or len(name) > MAX_NAME:
            return False
    return True


def _extra_is_small(extra: Mapping[str, Any]) -> bool:
    """Say yes only to a flat mapping that is surely clean and small."""
    size = 0
    for name, value in extra.items():
        if type(name) is not str or not name.isascii() or "\0" in name:
            return False
        size += len(name) + _SMALL_SCALAR
        kind = type(value)
        if kind is str:
            if "\0" in value:
                return False
            size += len(value.encode())
        elif kind is int:
            if not MIN_INT <= value <= MAX_INT:
                return False
        elif value is not None and kind is not bool:
            return False
    # Escaped, a byte takes up to six.
    return size * 6 <= MAX_EXTRA_BYTES


def _cleaned(post: Post, now: datetime) -> Post:
    published, is_late = _instant(post.published_at, now, "published_at")
    extra = _clean_extra(post.extra)
    if is_late:
        extra["clock"] = True
    edited = post.edited_at
    return replace(
        post,
        source=_identity(post.source, "source", MAX_SOURCE),
        external_id=_identity(post.external_id, "id", MAX_ID),
        text=_words(post.text, "text")[:MAX_TEXT],
        title=_words(post.title, "title")[:MAX_TITLE],
        url=_link(post.url),
        author=_clean_author(post.author),
        published_at=published,
        precision=_precision(post.precision),
        kind=_kind(post.kind),
        lang=_short(post.lang, MAX_LANG),
        rating=_number(post.rating, "rating"),
        rating_scale=_scale(post.rating_scale),
        in_reply_to=_short(post.in_reply_to, MAX_ID),
        metrics=_clean_metrics(post.metrics),
        edited_at=None if edited is None else _instant(edited, now, "edited_at")[0],
        extra=extra,
    )


def clean_text(text: str) -> str:
    """Return the text without NUL, lone surrogates shown as U+FFFD."""
    # Two halves that belong together become the one character they mean.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


def _words(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise PoisonError(f"{name} is {type(value).__name__}, not text")
    return clean_text(value)


def _short(value: object, limit: int) -> str:
    text = clean_text(value).strip() if isinstance(value, str) else ""
    return text if len(text) <= limit else ""


def _identity(value: object, name: str, limit: int) -> str:
    text = _words(value, name)
    if not text or text.isspace():
        raise PoisonError(f"{name} is empty")
    if len(text) > limit:
        raise PoisonError(
            f"{name} has {len(text)} characters; at most {limit} are kept"
        )
    return text


def _link(value: object) -> str:
    if not isinstance(value, str):
        return ""
    url = value.strip()
    scheme, colon, rest = url.partition(":")
    url = f"{scheme.lower()}{colon}{rest}"
    return url if _is_link(url) else ""


def _clean_author(author: Author | None) -> Author | None:
    if author is None:
        return None
    followers = author.followers
    fixed = Author(
        external_id=_name(author.external_id),
        handle=_name(author.handle),
        name=_name(author.name),
        url=_link(author.url),
        followers=followers if _is_count(followers) else None,
    )
    nobody = not (fixed.external_id or fixed.handle or fixed.name)
    return None if nobody else fixed


def _name(value: object) -> str:
    return clean_text(value)[:MAX_NAME] if isinstance(value, str) else ""


def _instant(value: object, now: datetime, name: str) -> tuple[datetime, bool]:
    """Return the instant in UTC, and whether it had to be set back to now."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise PoisonError(f"{name} is {value!r:.60}, not a time with a zone")
    try:
        instant = value.astimezone(UTC)
    except (OverflowError, ValueError) as exc:
        raise PoisonError(f"{name} is out of range") from exc
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        raise PoisonError(
            f"{name} is in the year {instant.year}; 1970 to 2262 are kept"
        )
    return (now, True) if instant > now + TOLERANCE else (instant, False)


def _kind(value: str) -> PostKind:
    try:
        return PostKind(value)
    except ValueError as exc:
        known = ", ".join(PostKind)
        raise PoisonError(f"unknown kind {value!r:.60}; known: {known}") from exc


def _precision(value: str) -> Precision:
    try:
        return Precision(value)
    except ValueError as exc:
        raise PoisonError(f"unknown precision {value!r:.60}") from exc


def _number(value: object, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PoisonError(f"{name} is {type(value).__name__}, not a number")
    if isinstance(value, int) and not MIN_INT <= value <= MAX_INT:
        raise PoisonError(f"{name} is too large a number")
    if not math.isfinite(value):
        raise PoisonError(f"{name} is {value!r}, not a finite number")
    return float(value)


def _scale(value: object) -> float:
    scale = _number(value, "rating_scale")
    if scale is None or scale <= 0:
        raise PoisonError(f"rating_scale is {value!r}, not a number above 0")
    return scale


def _clean_metrics(metrics: object) -> dict[str, int]:
    if not isinstance(metrics, Mapping):
        return {}
    return {
        clean_text(name)[:MAX_NAME]: min(max(value, MIN_INT), MAX_INT)
        for name, value in list(metrics.items())[:MAX_METRICS]
        if isinstance(name, str) and type(value) is int
    }


def _clean_extra(extra: object) -> dict[str, Any]:
    """Return `extra` as plain JSON, or a mark in its place if it is too large."""
    if not isinstance(extra, Mapping):
        return {}
    try:
        plain: dict[str, Any] = _plain(extra, MAX_EXTRA_DEPTH)
    except RecursionError:
        return {"extra_dropped": True}
    size = len(json.dumps(plain, ensure_ascii=False).encode())
    return plain if size <= MAX_EXTRA_BYTES else {"extra_dropped": True}


def _plain(value: object, depth: int) -> Any:
    """Return the nearest value that JSON has a word for."""
    if isinstance(value, Mapping) and depth:
        return {clean_text(str(k)): _plain(v, depth - 1) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset) and depth:
        return [_plain(item, depth - 1) for item in value]
    return _scalar(value)


def _scalar(value: object) -> str | float | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if MIN_INT <= value <= MAX_INT else _digits(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return None  # nested too deeply
    return clean_text(str(value))


def _digits(value: int) -> str:
    # str() refuses numbers of more than 4,300 digits; nobody needs those.
    return str(value) if value.bit_length() <= 1024 else ""
