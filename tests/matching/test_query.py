"""What the query language refuses, and where it says the mistake is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.errors import QueryError
from monitor.matching import parse
from monitor.matching.nodes import And, Not, Or, Term, leaves
from monitor.matching.plan import cover


@pytest.mark.parametrize(
    ("query", "position", "words"),
    [
        ("", 0, "expected a word"),
        ("   ", 0, "expected a word"),
        ('acme "air', 5, "never closed"),
        ("acme “air", 5, "never closed"),
        ("a (b OR c", 2, "never closed"),
        ("acme) b", 4, "closes nothing"),
        ("a ()", 2, "empty"),
        ('a ""', 2, "no letter"),
        ("a OR", 4, "after OR"),
        ("a AND", 5, "after AND"),
        ("a NOT", 5, "after NOT"),
        ("AND a", 0, "before it"),
        ("OR a", 0, "before it"),
        ("a AND OR b", 6, "after AND"),
        ("a OR OR b", 5, "after OR"),
        ("a NOT NOT b", 6, "after NOT"),
        ("a NOT OR b", 6, "after NOT"),
        ("(a OR) b", 5, "after OR"),
        ("NOT acme", 0, "positive"),
        ("acme OR NOT b", 8, "positive"),
        ("NOT (a b)", 0, "positive"),
        ("a OR (b OR NOT c)", 11, "positive"),
        ("acme -air", 5, "NOT air"),
        ("acme, air", 0, "OR"),
        ("a*", 0, "2 letters"),
        ("x a*b", 2, "2 letters"),
        ("ab*c*d*e*f*g*h", 0, "more than 5 stars"),
        ("x acm~1", 2, "4 letters or more"),
        ("acmeair~2", 0, "8 letters or more"),
        ("acme~3", 0, "~1 or ~2"),
        ("acme~0", 0, "~1 or ~2"),
        ("에이스항공~1", 0, "letters that have spaces around"),
        ('"acme air"~1', 0, "NEAR/n"),
        ("NEAR/3 acme", 0, "before it"),
        ("acme NEAR/3", 11, "after NEAR/3"),
        ("acme NEAR/3 AND b", 12, "after NEAR/3"),
        ("acme NEAR/101 b", 5, "at most 100"),
        ("acme NEAR/3 (b c)", 13, "words, phrases"),
        ("acme NEAR/3 NOT b", 12, "after NEAR/3"),
        ("acme NEAR/3 lang:ko", 12, "words, phrases"),
        ("lang:ko NEAR/3 acme", 8, "words, phrases"),
        ("acme NOT IN", 11, "after NOT IN"),
        ("NOT IN acme", 0, "before it"),
        ("acme OR NOT IN b", 8, "before it"),
        ("a NEAR/2 b NOT IN c", 11, "in parentheses"),
        ("count(acme)", 11, "how many"),
        ("count(acme)<2", 11, "how many"),
        ("count(acme)>=0", 0, "write NOT"),
        ("count(lang:ko)>=2", 6, "words, phrases"),
        ("count(acme b)>=2", 6, "words, phrases"),
        ("acme lang:korean-", 5, "not a code"),
        ("acme kind:tweet", 5, "expected post, comment"),
        ("acme is:new", 5, "expected reply, original"),
        ("acme has:money", 5, "expected link"),
        ("acme rating:bad", 5, "not a number"),
        ("acme followers:>many", 5, "not a number"),
        ("acme autor:jane", 5, "author:"),
        ("acme NEAR/x b", 5, "number of words"),
        ("acme NEAR/ b", 5, "number of words"),
        ("acme~x", 0, "~1 or ~2 at the end"),
        ("acme LANG:korean-", 5, "not a code"),
        ("acme rating: <=2", 5, "right behind it"),
        ("acme source:(x OR reddit)", 5, "right behind it"),
        ("acme list:none", 5, "no list 'none'"),
        ('acme author:"', 5, "never closed"),
        ("upper:환불", 0, "no capital letters"),
        ("disguised:ab", 0, "3 letters at least"),
        ("lang:ko", 0, "positive"),
        ("acme OR lang:ko", 8, "positive"),
        ("NOT count(acme)>=2", 0, "positive"),
        ("a #", 2, "no letter"),
        ("a | b", 2, "no letter"),
        ("a \u200b", 2, "no letter"),
        ("a '_'", 2, "no letter"),
    ],
)
def test_a_mistake_is_shown_where_it_is(query: str, position: int, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)

    assert caught.value.position == position
    assert words in str(caught.value)
    assert f"character {position + 1}" in str(caught.value)


@pytest.mark.parametrize(
    "query",
    ["(" * 101 + "a" + ")" * 101, "a " * 10_001, "a" * 200_001],
    ids=["nesting", "terms", "characters"],
)
def test_limits_are_errors_with_a_short_message(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)

    assert len(str(caught.value)) < 1_000


@pytest.mark.parametrize("query", ["(" * 100 + "a" + ")" * 100, "a OR " * 9_999 + "a"])
def test_a_query_at_the_limit_is_read(query: str) -> None:
    assert {term.literal for term in leaves(parse(query))} == {"a"}


def test_and_binds_tighter_than_or_and_not_tightest() -> None:
    node = parse("a OR b NOT c d")

    assert isinstance(node, Or)
    assert [type(child) for child in node.children] == [Term, And]
    assert [type(child) for child in node.children[1].children] == [Term, Not, Term]


def test_full_width_operators_quotes_and_brackets_are_read() -> None:
    wide = parse("“acme air”　ＯＲ　（＃ａｃｍｅ　ＮＯＴ　x）")

    assert [term.literal for term in leaves(wide)] == ["acme air", "#acme", "x"]
    assert [term.text for term in leaves(wide, positive=True)] == [
        "acme air",
        "#acme",
    ]


def test_lower_case_operators_are_words() -> None:
    assert [t.literal for t in leaves(parse("rock and roll or not"))] == [
        "rock",
        "and",
        "roll",
        "or",
        "not",
    ]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("acme OR air", ["acme", "air"]),
        ("service acmeair", ["acmeair"]),
        ("(app OR service) acmeair", ["acmeair"]),
        ("에이스항공 (app OR service)", ["에이스항공"]),
        ("acme NOT air", ["acme"]),
        ("NOT (a OR NOT acme)", ["acme"]),
        ("(acme OR #acme) (refund OR 환불)", ["acme", "#acme"]),
    ],
)
def test_the_rarest_part_that_every_match_needs_is_asked_for(
    query: str, asked: list[str]
) -> None:
    assert [term.literal for term in cover(parse(query))] == asked


PIECES = [*'aé가 ()"“#@-*?~,:$1', "AND ", "OR ", "NOT ", "NEAR/2 ", "IN ", "count("]
PIECES += [">=2", "raw:", "upper:", "lang:", "rating:<=", "\u200b", "\ud800", "acme "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_is_a_query_or_a_query_error(query: str) -> None:
    position = 0
    try:
        terms = list(leaves(parse(query), positive=True))
    except QueryError as refused:
        terms, position = [], refused.position

    assert terms or 0 <= position <= len(query)
