"""The `score` command's lines."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pytest

from monitor.core.jsonl import Counts
from monitor.core.model import Sentiment
from monitor.scoring.base import Asked
from monitor.scoring.lines import score_lines
from monitor.scoring.stack import default_scorer

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
"""Decided once; others build on their order."""
NEWER = [
    "p_positive",
    "intensity",
    "flags",
    "waited_days",
    "contacts",
    "vader",
    "evidence",
    "parts",
    "silenced_by",
    "engine",
]
UNREADABLE = "घ ङ ज़ ऱ ऴ फ़ य़ ऩ"
"""Letters that make no word."""


class Counting:
    """The shipped scorer; notes how many texts it is asked for at once."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def score(self, title: str, text: str, **more: object) -> Sentiment:
        raise AssertionError("lines are scored together")

    def score_many(self, asked: Sequence[Asked]) -> list[Sentiment]:
        self.asked.append(len(asked))
        return default_scorer().score_many(asked)


def run(*lines: str, scorer: Counting | None = None) -> tuple[list[dict], Counts]:
    """Run the command over lines."""
    out = io.BytesIO()
    counts = score_lines(io.BytesIO("\n".join(lines).encode()), out, scorer=scorer)
    return [json.loads(line) for line in out.getvalue().splitlines()], counts


def post(number: int, text: str = "Fine.") -> str:
    """Write one line."""
    return json.dumps({"id": number, "text": text})


def test_every_answer_has_the_documented_fields_in_order() -> None:
    answers, counts = run(
        '{"id": "a", "text": "Still waiting for my refund after 3 weeks"}',
        f'{{"id": "b", "text": "{UNREADABLE}"}}',
        f'{{"id": "c", "text": "{UNREADABLE}", "rating": 1}}',
    )

    assert counts == Counts(lines=3, errors=0)
    assert [list(answer) for answer in answers] == [KEYS + NEWER] * 3
    assert [a["label"] for a in answers] == ["negative", "unreadable", "negative"]
    assert [a["readable"] for a in answers] == [True, False, True]
    assert (answers[1]["score"], answers[1]["p_negative"]) == (None, None)
    assert answers[2]["why"][0] == "rated 1 of 5"
    assert answers[0]["severity"] in ("low", "medium", "high", "critical")


def test_what_was_found_is_told_with_its_places() -> None:
    (answer,), _ = run(
        '{"id": 1, "title": "Refund", "text": "Waiting for 3 weeks. Wrote three times,'
        ' nobody answers. See you in court!"}'
    )

    whole = (
        "Refund\nWaiting for 3 weeks. Wrote three times,"
        " nobody answers. See you in court!"
    )
    assert (answer["waited_days"], answer["contacts"]) == (21.0, 3)
    assert answer["vader"] == 0
    assert 0 < answer["intensity"] <= 1
    assert 0 < answer["p_positive"] < answer["p_negative"] < 1
    assert set(answer["parts"]) == {"encoder", "p_high"}
    assert answer["engine"] == "encoder+vader+signals"
    assert "3 weeks" in [place["text"] for place in answer["evidence"]]
    for place in answer["evidence"]:
        assert list(place) == ["start", "end", "text", "part", "says", "weight"]
        assert place["text"] == whole[place["start"] : place["end"]]


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


def test_many_lines_are_read_together_and_answered_in_their_order() -> None:
    scorer, texts = Counting(), ("Great, love it!", "Awful, I want my money back.")
    lines = [post(n, texts[n % 2]) for n in range(150)]
    lines[70] = lines[149] = "{}"

    answers, counts = run(*lines, scorer=scorer)

    assert scorer.asked == [64, 63, 21]
    assert [a["id"] for a in answers] == [
        None if n in (70, 149) else n for n in range(150)
    ]
    assert [a["line"] for a in answers if "line" in a] == [71, 150]
    assert all(
        a["label"] == ("positive", "negative")[a["id"] % 2]
        for a in answers
        if "label" in a
    )
    assert counts == Counts(lines=150, errors=2)


def test_long_lines_do_not_wait_for_others() -> None:
    scorer = Counting()
    long = post(1, "Fine. " * 200_000)

    run(post(0), long, post(2), long, scorer=scorer)

    assert scorer.asked == [2, 2]


@pytest.mark.parametrize("lines", [(), ("", " "), ("[]",)])
def test_nothing_to_score_asks_nobody(lines: tuple[str, ...]) -> None:
    scorer = Counting()

    answers, counts = run(*lines, scorer=scorer)

    assert scorer.asked == []
    assert len(answers) == counts.lines == counts.errors == len("".join(lines)) // 2


def test_progress_hears_of_every_line() -> None:
    heard: list[int] = []
    source = io.BytesIO("\n\n".join([post(1), "nonsense", post(2)]).encode())

    score_lines(source, io.BytesIO(), progress=heard.append)

    assert heard == [1, 3, 5]
