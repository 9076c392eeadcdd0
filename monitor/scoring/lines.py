"""The `score` command: posts in, sentiments out, a JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from monitor.core.jsonl import (
    Counts,
    Together,
    answer_together,
    identity,
    number,
    string,
    texts,
)
from monitor.core.model import Evidence, Label, Sentiment, searchable
from monitor.scoring.base import Asked, Scorer
from monitor.scoring.stack import default_scorer

_TOGETHER = 64
"""Lines that are read at once: many together take half the time each."""


class _Line(NamedTuple):
    """What one line asks for."""

    id: str | int
    asked: Asked

    @property
    def text(self) -> str:
        return searchable(self.asked.title, self.asked.text)


def score_lines(
    source: BinaryIO,
    out: BinaryIO,
    *,
    scorer: Scorer | None = None,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Score every post of `source`; see `as_record` for what is written."""
    chosen = scorer or default_scorer()

    def answer(lines: Sequence[_Line]) -> list[dict[str, Any]]:
        found = chosen.score_many([line.asked for line in lines])
        return [
            {"id": line.id, **as_record(each, line.text)}
            for line, each in zip(lines, found, strict=True)
        ]

    together = Together(ask=_line, answer=answer, most=_TOGETHER)
    return answer_together(source, out, together, progress=progress)


def _line(item: Mapping[str, Any]) -> _Line:
    """Read one post as it stands in a JSON line; raises LineError."""
    found_id = identity(item)
    title, text = texts(item)
    scale = number(item, "rating_scale")
    asked = Asked(
        title=title,
        text=text,
        lang=string(item, "lang"),
        rating=number(item, "rating"),
        rating_scale=5.0 if scale is None else scale,
    )
    return _Line(found_id, asked)


def as_record(found: Sentiment, text: str) -> dict[str, Any]:
    """Return a sentiment as JSON and people name its parts.

    `text` is what was read, title and all: evidence quotes from it.
    """
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
        "p_positive": found.p_positive,
        "intensity": found.intensity,
        "flags": list(found.flags),
        "waited_days": found.waited_days,
        "contacts": found.contacts,
        "vader": found.vader,
        "evidence": [_place(each, text) for each in found.evidence],
        "parts": dict(found.parts),
        "silenced_by": found.silenced_by,
        "engine": found.engine,
    }


def _place(evidence: Evidence, text: str) -> dict[str, Any]:
    return {
        "start": evidence.start,
        "end": evidence.end,
        "text": text[evidence.start : evidence.end],
        "part": evidence.part,
        "says": evidence.says,
        "weight": evidence.weight,
    }
