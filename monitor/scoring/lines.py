"""The `score` command: posts in, sentiments out, a JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from monitor.core.jsonl import Counts, answer_lines, identity, number, string, texts
from monitor.core.model import Label, Sentiment
from monitor.scoring.base import Scorer
from monitor.scoring.stack import default_scorer


def score_lines(
    source: BinaryIO,
    out: BinaryIO,
    *,
    scorer: Scorer | None = None,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Score every post of `source`; see `score_record` for what is written."""
    chosen = scorer or default_scorer()
    return answer_lines(
        source, out, lambda item: score_record(item, chosen), progress=progress
    )


def score_record(item: Mapping[str, Any], scorer: Scorer) -> dict[str, Any]:
    """Score one post as it stands in a JSON line; raises LineError."""
    found_id = identity(item)
    title, text = texts(item)
    scale = number(item, "rating_scale")
    found = scorer.score(
        title,
        text,
        lang=string(item, "lang"),
        rating=number(item, "rating"),
        rating_scale=5.0 if scale is None else scale,
    )
    return {"id": found_id, **as_record(found)}


def as_record(found: Sentiment) -> dict[str, Any]:
    """Return a sentiment as JSON and people name its parts."""
    return {
        "lang": found.lang,
        "readable": found.label is not Label.UNREADABLE,
        "label": str(found.label),
        "score": found.score,
        "p_negative": found.p_negative,
        "complaint": found.complaint,
        "severity": found.severity.word,
        "intents": list(found.intents),
        "why": list(found.why),
    }
