"""Every example of docs/users/queries.md is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor.matching import BrandQueries, Matcher

PAGE = Path(__file__).parents[2] / "docs" / "users" / "queries.md"
ROWS = re.findall(
    r"^\| `(.+?)` \| `(.+?)` \| `(.+?)` \|", PAGE.read_text("utf-8"), re.MULTILINE
)


def test_the_page_has_its_examples() -> None:
    assert len(ROWS) >= 20


@pytest.mark.parametrize(("query", "finds", "misses"), ROWS)
def test_an_example_holds(query: str, finds: str, misses: str) -> None:
    matcher = Matcher([BrandQueries(brand="b", queries=(query,))])

    assert matcher.match("", finds)
    assert not matcher.match("", misses)
