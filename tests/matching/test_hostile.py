"""Queries and texts that are made to be slow end, and find what they should.

Nothing here looks at a clock: what is not bounded would not end within the suite.
"""

from __future__ import annotations

import pytest

from monitor.core.errors import QueryError
from monitor.matching import BrandQueries, Matcher, parse
from monitor.matching.look import MAX_SPANS

TEXTS = {
    "one letter": "a" * 100_000,
    "one name": "acme " * 20_000,
    "lone letters": "a " * 50_000,
    "two names": "acme refund " * 8_000,
    "no spaces": "京东" * 50_000,
    "pieces": "acm." * 25_000,
    "half a pattern": "aab" * 33_000,
}
QUERIES = (
    "aa*aa*aa*aa*aa*ab",
    "*aa*ab",
    "京*东*京*东*京*北",
    "aa?a?a*b",
    "aaaa~1",
    "aaaaaaaa~2",
    "acme NEAR/100 refund",
    "(acme NEAR/100 refund) NEAR/100 (acme NEAR/100 refund)",
    "acme NOT IN (acme NEAR/100 acme)",
    "(acme OR a OR refund) NEAR/100 (acme OR refund OR a)",
    "disguised:acme",
    "raw:aaa",
)


@pytest.mark.parametrize("query", QUERIES)
def test_a_slow_query_does_not_keep_the_others_from_their_posts(query: str) -> None:
    brands = [
        BrandQueries(brand="slow", queries=(query,)),
        BrandQueries(brand="other", queries=("needle",)),
    ]
    matcher = Matcher(brands)

    for text in TEXTS.values():
        found = {m.brand: m.spans for m in matcher.match("", f"{text} needle")}

        assert len(found["other"]) == 1
        assert len(found.get("slow", ())) <= MAX_SPANS


@pytest.mark.parametrize(
    "query",
    [
        "(" * 1_000 + "acme" + ")" * 1_000,
        "NOT (" * 1_000 + "acme" + ")" * 1_000,
        "count(" * 1_000 + "acme" + ")>=2" * 1_000,
        "a*" * 1_000,
        "ab*" * 1_000,
        "acme OR " * 10_000 + "acme",
        " NEAR/3 ".join(["acme"] * 20_000),
    ],
    ids=["groups", "denials", "counts", "stars", "long stars", "terms", "nears"],
)
def test_what_would_never_end_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)


def test_nears_in_a_row_are_read_and_asked() -> None:
    query = " NEAR/3 ".join(["acme"] * 90)
    matcher = Matcher([BrandQueries(brand="b", queries=(query,))])

    assert matcher.match("", "acme " * 90)
    assert not matcher.match("", "acme " * 89)


def test_ten_thousand_terms_are_a_query() -> None:
    query = " OR ".join(f"term{n}x" for n in range(10_000))
    matcher = Matcher([BrandQueries(brand="b", queries=(query,))])

    (match,) = matcher.match("", "term1x term9999x term10000x")

    assert match.spans == ((0, 6), (7, 16))
