"""The `score` command's lines."""

from __future__ import annotations

import io
import json

from monitor.core.jsonl import Counts
from monitor.scoring.lines import score_lines

KEYS = [
    "id",
    "lang",
    "readable",
    "label",
    "score",
    "p_negative",
    "complaint",
    "severity",
    "intents",
    "why",
]


def run(*lines: str) -> tuple[list[dict], Counts]:
    """Run the command over lines."""
    out = io.BytesIO()
    counts = score_lines(io.BytesIO("\n".join(lines).encode()), out)
    return [json.loads(line) for line in out.getvalue().splitlines()], counts


def test_every_answer_has_the_documented_fields_in_order() -> None:
    answers, counts = run(
        '{"id": "a", "text": "Still waiting for my refund after 3 weeks"}',
        '{"id": "b", "text": "배송이 늦어요"}',
        '{"id": "c", "text": "배송이 늦어요", "rating": 1}',
    )

    assert counts == Counts(lines=3, errors=0)
    assert [list(answer) for answer in answers] == [KEYS] * 3
    assert [a["label"] for a in answers] == ["negative", "unreadable", "negative"]
    assert [a["readable"] for a in answers] == [True, False, True]
    assert (answers[1]["score"], answers[1]["p_negative"]) == (None, None)
    assert answers[1]["lang"] == "ko"
    assert answers[2]["why"] == ["rated 1 of 5"]
    assert answers[0]["severity"] in ("low", "medium", "high", "critical")


def test_title_rating_scale_and_language_are_used() -> None:
    (answer,), _ = run(
        '{"id": "a", "title": "Zimmer", "text": "x", "lang": "de", "rating": 2,'
        ' "rating_scale": 10}'
    )

    assert (answer["lang"], answer["label"]) == ("de", "negative")


def test_bad_lines_keep_their_place_and_are_counted() -> None:
    answers, counts = run(
        '{"id": "a", "text": "fine", "rating": "five"}',
        '{"id": "b", "text": "fine", "rating": NaN}',
        '{"id": "c", "text": "fine", "lang": 5}',
        '{"id": "d", "text": "great stuff", "rating": null, "lang": null}',
        "nonsense",
    )

    assert [a["id"] for a in answers] == [None, "b", None, "d", None]
    assert [a.get("line") for a in answers] == [1, None, 3, None, 5]
    assert "rating is str; expected a number" in answers[0]["error"]
    assert counts == Counts(lines=5, errors=3)
