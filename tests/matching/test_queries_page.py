"""Every row of the tables in docs/users/queries.md, as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from monitor.core.jsonl import texts
from monitor.matching import BrandQueries, Explainer, Matcher
from monitor.matching.lines import facts
from monitor.matching.nodes import children_of
from monitor.matching.query import parse
from monitor.scoring import default_scorer

PAGE = Path(__file__).parents[2] / "docs" / "users" / "queries.md"
ROWS = [
    re.findall(r"`([^`]+)`", line)[:3]
    for line in PAGE.read_text("utf-8").splitlines()
    if re.match(r"\| `.+` \| `.+` \| `.+` \|", line)
]


def post(cell: str) -> dict:
    return json.loads(cell) if cell.startswith("{") else {"text": cell}


def test_the_page_has_its_tables() -> None:
    assert len(ROWS) >= 60


@pytest.mark.parametrize(
    ("query", "finds", "misses"), ROWS, ids=lambda value: value[:40]
)
def test_a_row_of_the_page_is_true(query: str, finds: str, misses: str) -> None:
    brand = BrandQueries(brand="b", queries=(query,))
    language = default_scorer().language
    matcher = Matcher([brand], language=language)
    explainer = Explainer([brand], language=language)

    for cell, expected in ((finds, True), (misses, False)):
        item = post(cell)
        assert bool(matcher.match(*texts(item), facts(item))) is expected
        (explained,) = explainer.explain(*texts(item), facts(item))
        assert explained.matches is expected


def test_every_kind_of_node_is_in_a_row() -> None:
    kinds = set()
    for query, _, _ in ROWS:
        waiting = [parse(query)]
        while waiting:
            node = waiting.pop()
            kinds.add(type(node).__name__)
            waiting += children_of(node)

    assert kinds == {
        "And", "Capitals", "Count", "Disguised", "Exact", "Field", "Fuzzy", "Near",
        "Not", "Or", "Outside", "Term", "Wild",
    }  # fmt: skip
