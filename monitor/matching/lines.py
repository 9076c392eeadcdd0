"""The `match` command: posts in, brands found out, a JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO

from monitor.core.jsonl import Counts, answer_lines, identity, texts
from monitor.core.model import Match
from monitor.matching.matcher import BrandQueries, Matcher


def match_lines(
    brands: Sequence[BrandQueries],
    source: BinaryIO,
    out: BinaryIO,
    *,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Write `{"id", "mentions": [{"brand", "query", "spans"}]}` for every post."""
    matcher = Matcher(brands)

    def answer(item: Mapping[str, Any]) -> Mapping[str, Any]:
        found = matcher.match(*texts(item))
        return {"id": identity(item), "mentions": [_mention(match) for match in found]}

    return answer_lines(source, out, answer, progress=progress)


def _mention(match: Match) -> dict[str, Any]:
    return {"brand": match.brand, "query": match.query, "spans": match.spans}
