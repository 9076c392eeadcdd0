"""The `match` command: posts in, brands found out, a JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from monitor.core.jsonl import (
    Counts,
    LineError,
    answer_lines,
    identity,
    json_object,
    number,
    texts,
)
from monitor.core.model import Author, Match, searchable
from monitor.core.text import shorten
from monitor.matching.explain import Explainer, Explanation, drawn
from monitor.matching.fields import STARS
from monitor.matching.look import Facts, Nothing
from monitor.matching.matcher import Matcher

Progress = Callable[[int], None]


def match_lines(
    matcher: Matcher,
    source: BinaryIO,
    out: BinaryIO,
    *,
    progress: Progress | None = None,
) -> Counts:
    """Write `{"id", "mentions": [{"brand", "query", "spans"}]}` for every post."""

    def answer(item: Mapping[str, Any]) -> Mapping[str, Any]:
        found = matcher.match(*texts(item), facts(item))
        return {"id": identity(item), "mentions": [_mention(match) for match in found]}

    return answer_lines(source, out, answer, progress=progress)


def explain_lines(explainer: Explainer, source: BinaryIO, out: BinaryIO) -> Counts:
    """Write `{"id", "explained": [...]}` for every post; see `Explanation`."""

    def answer(item: Mapping[str, Any]) -> Mapping[str, Any]:
        shown = [one.as_record() for one in _explained(explainer, item)]
        return {"id": identity(item), "explained": shown}

    return answer_lines(source, out, answer)


def draw_lines(explainer: Explainer, source: BinaryIO, out: BinaryIO) -> Counts:
    """Draw the same as trees, for people."""
    lines = errors = 0
    for line in source:
        if not line.strip():
            continue
        lines += 1
        try:
            drawing = _drawing(explainer, json_object(line))
        except LineError as problem:
            errors += 1
            drawing = f"line {lines}: {problem}\n"
        out.write(f"{drawing}\n".encode("utf-8", "replace"))
    out.flush()
    return Counts(lines=lines, errors=errors)


def _drawing(explainer: Explainer, item: Mapping[str, Any]) -> str:
    original = searchable(*texts(item))
    explained = _explained(explainer, item)
    shown = [f"{identity(item)}: {shorten(' '.join(original.split()), 100)}"]
    for one in explained:
        shown += drawn(one, original)
    if not explained:
        shown.append("  no query finds any of its words here")
    return "\n".join(shown) + "\n"


def _explained(explainer: Explainer, item: Mapping[str, Any]) -> list[Explanation]:
    """Explain the queries that found something; if none did and it is one, that one."""
    every = list(explainer.explain(*texts(item), facts(item)))
    return every if len(every) == 1 else [one for one in every if one.found_anything]


def facts(item: Mapping[str, Any]) -> Facts:
    """Return what the fields of a query ask about, from a line of post JSONL.

    What is not as the format has it counts as not known.
    """
    extra = item.get("extra")
    scale = _number(item, "rating_scale")
    return Nothing(
        source=_text(item, "source") or "import",
        url=_text(item, "url"),
        author=_author(item.get("author")),
        kind=_text(item, "kind") or "post",
        lang=_text(item, "lang"),
        rating=_number(item, "rating"),
        rating_scale=scale if scale and scale > 0 else STARS,
        in_reply_to=_text(item, "in_reply_to"),
        # Keys that post JSONL does not know are kept in `extra`, as `import` does.
        extra={**item, **(extra if isinstance(extra, Mapping) else {})},
    )


def _text(item: Mapping[str, Any], name: str) -> str:
    found = item.get(name)
    return found if isinstance(found, str) else ""


def _number(item: Mapping[str, Any], name: str) -> float | None:
    try:
        return number(item, name)
    except LineError:
        return None


def _author(value: object) -> Author | None:
    if isinstance(value, str):
        value = {"id": value, "handle": value}
    if not isinstance(value, Mapping):
        return None
    followers = _number(value, "followers")
    author = Author(
        external_id=str(value.get("id") or ""),
        handle=_text(value, "handle").lstrip("@"),
        name=_text(value, "name"),
        followers=None if followers is None else int(followers),
    )
    return author if author.external_id or author.handle or author.name else None


def _mention(match: Match) -> dict[str, Any]:
    return {"brand": match.brand, "query": match.query, "spans": match.spans}
