"""The `match` command's lines."""

from __future__ import annotations

import io
import json

import pytest

from monitor.core.jsonl import Counts
from monitor.matching import BrandQueries, Explainer, Matcher
from monitor.matching.lines import draw_lines, explain_lines, facts, match_lines

BRANDS = (
    BrandQueries(brand="Acme", queries=("acme air",)),
    BrandQueries(brand="에이스", queries=("에이스",)),
)


def match(source: bytes) -> tuple[list[dict], Counts]:
    """Run the command over bytes."""
    out = io.BytesIO()
    counts = match_lines(Matcher(BRANDS), io.BytesIO(source), out)
    return [json.loads(line) for line in out.getvalue().splitlines()], counts


def test_each_post_gets_its_mentions_in_order() -> None:
    posts = [
        {"id": "1", "text": "에이스 and Acme, air"},
        {"id": "2", "title": "Acme", "text": "in the air", "unknown": [1]},
        {"id": 3, "text": ""},
    ]
    answers, counts = match("\n".join(map(json.dumps, posts)).encode())

    assert counts == Counts(lines=3, errors=0)
    assert answers[0] == {
        "id": "1",
        "mentions": [
            {"brand": "Acme", "query": "acme air", "spans": [[8, 12], [14, 17]]},
            {"brand": "에이스", "query": "에이스", "spans": [[0, 3]]},
        ],
    }
    assert answers[1]["mentions"][0]["spans"] == [[0, 4], [12, 15]]
    assert answers[2] == {"id": 3, "mentions": []}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "not JSON"),
        (b"[1]", "expected a JSON object"),
        (b'{"text": "x"}', "id"),
        (b'{"id": null, "text": "x"}', "id"),
        (b'{"id": "1"}', "neither text nor title"),
        (b'{"id": "1", "text": 5}', "text is int"),
        (b'{"id": "1", "text": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": "1", "text": "x", "n": ' + b"9" * 5_000 + b"}", "not JSON"),
    ],
    ids=lambda value: value[:24],
)
def test_a_bad_line_is_answered_in_its_place(line: bytes, words: str) -> None:
    good = b'{"id": "g", "text": "acme air"}'
    answers, counts = match(b"\xef\xbb\xbf" + good + b"\r\n\n" + line + b"\n" + good)

    assert [answer["id"] for answer in answers] == ["g", None, "g"]
    assert answers[1]["line"] == 3
    assert words in answers[1]["error"]
    assert counts == Counts(lines=3, errors=1)


def test_an_endless_line_is_refused_without_being_kept() -> None:
    long = b'{"id": "1", "text": "' + b"x" * (20 << 20) + b'"}\n'
    answers, _ = match(long + b'{"id": "2", "text": "acme air"}')

    assert "longer than 16 MB" in answers[0]["error"]
    assert answers[1]["id"] == "2"


def test_lone_surrogates_do_not_stop_the_lines() -> None:
    answers, counts = match(b'{"id": "\\ud800", "text": "\\ud800 acme air"}')

    assert counts.errors == 0
    assert answers[0]["mentions"][0]["spans"] == [[2, 6], [7, 10]]


def test_progress_hears_of_every_line() -> None:
    heard: list[int] = []
    source = io.BytesIO(b'{"id": "1", "text": ""}\n{"id": "2", "text": ""}\n')

    match_lines(Matcher(BRANDS), source, io.BytesIO(), progress=heard.append)

    assert heard == [1, 2]


def test_what_a_line_says_of_its_post_can_be_asked() -> None:
    known = facts(
        {
            "source": "x",
            "author": {"id": 7, "handle": "@jane", "followers": 12},
            "rating": 3,
            "rating_scale": 10,
            "extra": {"country": "kr"},
            "colour": "red",
        }
    )

    assert known.author is not None
    assert (known.author.external_id, known.author.handle) == ("7", "jane")
    assert (known.author.followers, known.rating, known.rating_scale) == (12, 3.0, 10.0)
    assert (known.extra["country"], known.extra["colour"]) == ("kr", "red")


def test_what_is_not_as_it_should_be_is_not_known() -> None:
    odd = {"source": 1, "url": [], "author": 5, "rating": "five", "rating_scale": 0}
    known = facts({**odd, "kind": None, "extra": "x"})

    assert (known.source, known.url, known.author) == ("import", "", None)
    assert (known.rating, known.rating_scale, known.kind) == (None, 5.0, "post")


POSTS = b'{"id": "1", "text": "Acme Air again"}\n\n{"id": 2, "text": "no"}\n{\n'


def test_queries_are_explained_as_json() -> None:
    out = io.BytesIO()
    counts = explain_lines(Explainer(BRANDS), io.BytesIO(POSTS), out)
    first, second, third = map(json.loads, out.getvalue().splitlines())

    assert counts == Counts(lines=3, errors=1)
    (acme,) = first["explained"]
    assert (acme["brand"], acme["matches"]) == ("Acme", True)
    assert acme["tree"]["parts"][1] == {
        "says": "air",
        "holds": True,
        "places": [[5, 8]],
    }
    assert second["explained"] == []
    assert "not JSON" in third["error"]


def test_queries_are_explained_as_trees() -> None:
    out = io.BytesIO()
    counts = draw_lines(Explainer(BRANDS), io.BytesIO(POSTS), out)

    assert counts == Counts(lines=3, errors=1)
    shown = out.getvalue().decode().splitlines()
    assert shown[-2].startswith("line 3: line is not JSON: Expecting property name")
    assert shown[:-2] == [
        "1: Acme Air again",
        "Acme: matches · acme air",
        "  ✓ AND",
        "  ├ ✓ acme  'Acme' at 0",
        "  └ ✓ air  'Air' at 5",
        "",
        "2: no",
        "  no query finds any of its words here",
        "",
    ]
