"""The fast matcher finds what the obvious one finds, and where."""

from __future__ import annotations

import re
import threading

import pytest

from monitor.core.errors import QueryError
from monitor.core.model import searchable
from monitor.matching import BrandQueries, Matcher
from monitor.matching.matcher import LONG, MAX_SPANS


def matched(query: str, text: str, title: str = "") -> list[str]:
    """Return the words that a query finds in a text."""
    matcher = Matcher([BrandQueries(brand="b", queries=(query,))])
    original = searchable(title, text)
    return [original[s:e] for m in matcher.match(title, text) for s, e in m.spans]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("acme", "Acme를 샀다", ["Acme"]),
        ("acme", "新しいAcmeの靴", ["Acme"]),
        ("acme", "acmeair acme_air macme acmé", []),
        ("acme", "ACME's, (acme) acme-air #acme @acme.", ["ACME"] + ["acme"] * 4),
        ("acme", "ＡＣＭＥ a\u200bcme\u200b!", ["ＡＣＭＥ", "a\u200bcme"]),
        ("@acme", "mail foo@acme.com or @acmeair", []),
        ("@acme", "hey @ACME, and @acme에 물어봐", ["@ACME", "@acme"]),
        ("#acme", "#acmeair #acme항공 a#acme", []),
        ("#acme", "so #Acme! ＃ａｃｍｅ", ["#Acme", "＃ａｃｍｅ"]),
        ("에이스", "에이스는 에이스항공 신에이스 the에이스", ["에이스"] * 3),
        ("株式", "新株式会社", ["株式"]),
        ("アクメ", "ｱｸﾒは", ["ｱｸﾒ"]),
        ("LG전자", "LG전자가 XLG전자", ["LG전자"]),
        ("갤럭시S24", "갤럭시s24울트라 갤럭시S245", ["갤럭시s24"]),
        ('"acme air"', "Acme-Air, acme. air", ["Acme-Air"]),
        ('"acme air"', "acme  air, acme\nair", ["acme  air", "acme\nair"]),
        ("e-mail", "e mail E–Mail email", ["e mail", "E–Mail"]),
        ("café", "CAFE\u0301 cafe", ["CAFE\u0301"]),
        ("불", "\u1107\u116e\u11af조심", ["\u1107\u116e\u11af"]),
        ("c++", "C++11 and c++", ["C++", "c++"]),
        ("acme air NOT lines", "air acme", ["air", "acme"]),
        ("acme (air OR lines)", "acme lines", ["acme", "lines"]),
        ("ああ", "あああ", ["ああ", "ああ"]),
        ("株", "㈱アクメ", ["㈱"]),
    ],
)  # fmt: skip
def test_a_query_finds(query: str, text: str, found: list[str]) -> None:
    assert matched(query, text) == found


@pytest.mark.parametrize(
    ("query", "text", "matches"),
    [
        ("a b OR c", "c", True),
        ("a b OR c", "a", False),
        ("a OR b NOT c", "a c", True),
        ("a OR b NOT c", "b c", False),
        ("(a OR b) NOT c", "a c", False),
        ("a AND NOT (b OR c)", "a b", False),
        ("a NOT (b c)", "a b", True),
        ("a and b", "a b", False),
        ("a and b", "a and b", True),
        ("NOT (NOT a)", "a", True),
        ("NOT (NOT a OR b)", "a b", False),
    ],
)
def test_operators_combine(query: str, text: str, matches: bool) -> None:
    assert bool(matched(query, text)) is matches


def test_the_first_matching_query_of_a_brand_is_named() -> None:
    matcher = Matcher([BrandQueries(brand="b", queries=("none", "air", "acme"))])

    (match,) = matcher.match("", "acme air")

    assert (match.brand, match.query, match.spans) == ("b", "air", ((5, 8),))


def test_an_excluded_post_is_no_mention_of_that_brand() -> None:
    matcher = Matcher(
        [
            BrandQueries(
                brand="a", queries=("acme",), exclude=("hiring", "job OR jobs")
            ),
            BrandQueries(brand="b", queries=("acme",)),
        ]
    )

    assert [m.brand for m in matcher.match("", "acme jobs")] == ["b"]


def test_title_and_text_are_one_text() -> None:
    assert matched("acme refund", "where is my refund", title="Acme") == [
        "Acme",
        "refund",
    ]
    assert matched('"acme air"', "air", title="acme") == ["acme\nair"]


def test_no_queries_match_nothing() -> None:
    assert Matcher([]).match("title", "text") == ()


def test_a_bad_query_is_refused_at_once() -> None:
    with pytest.raises(QueryError, match="parenthesis"):
        Matcher([BrandQueries(brand="b", queries=("acme", "(acme"))])


def test_spans_are_bounded() -> None:
    assert len(matched("a", "a " * 5_000)) == MAX_SPANS
    assert len(matched("a", "a " * LONG)) == MAX_SPANS


@pytest.mark.parametrize("query", ["acme", "acme NOT nowhere", "acme lorem"])
def test_a_name_is_found_wherever_a_long_text_holds_it(query: str) -> None:
    text = "".join(f"{'lorem ' * (n % 7)}{'-' * (n % 13)}acme " for n in range(900)) * 3
    assert len(text) > 2 * LONG
    matcher = Matcher([BrandQueries(brand="b", queries=(query,))])
    words = "acme|lorem" if "lorem" in query else "acme"
    expected = [found.span() for found in re.finditer(words, text)][:MAX_SPANS]

    (match,) = matcher.match("", text)

    assert list(match.spans) == expected


def test_a_long_text_is_pieced_together_without_losing_or_doubling_a_hit() -> None:
    for shift in range(12):
        text = "x " * ((LONG - shift) // 2) + "acme air " + "y " * LONG
        assert matched('"acme air"', text) == ["acme air"]
        assert matched("air OR acme", text) == ["acme", "air"]


def test_a_hit_at_the_edge_of_a_piece_counts_once() -> None:
    text = ("." * 36 + "acme") * (LONG // 10)  # one ends where a piece does

    assert len(matched("acme", text)) == MAX_SPANS


def test_what_is_left_out_counts_in_a_long_text() -> None:
    filler = "lorem " * LONG

    assert matched("acme NOT air", f"acme {filler} air") == []
    assert matched("acme NOT air", f"acme {filler}") == ["acme"]
    assert matched("acme AND air", f"air {filler} acme") == ["air", "acme"]


def test_the_deepest_query_that_parses_can_be_asked() -> None:
    query = "(a b OR c NOT " * 99 + "(d OR e)" + ")" * 99

    assert matched(query, "c") == ["c"]


HOSTILE = {
    "zero width": "a\u200bc\u200bm\u200be",
    "soft hyphen": "ac\u00adme",
    "right to left override": "\u202eacme\u202c",
    "full width": "ａｃｍｅ",
    "overlay": "a\u0336c\u0336m\u0336e\u0336",
    "zalgo after": "acme " + "\u0301\u0316" * 5_000,
    "NUL": "ac\x00me",
    "escape": "\x1b[2J acme\x1b[0m",
    "lone surrogate": "\ud800 acme \udfff",
    "1 MB": "lorem ipsum " * 83_000 + "acme",
    "1 MB token": "x" * 1_000_000 + " acme",
    "200 k emoji": "😡\ufe0f" * 100_000 + "acme",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_matched_like_plain_ones(text: str) -> None:
    """RELIABILITY 5.D 51-66: no exception, and the same answer as the plain text."""
    (match,) = Matcher([BrandQueries(brand="b", queries=("acme",))]).match("", text)

    ((start, end),) = match.spans
    assert "a" in text[start:end] or "ａ" in text[start:end]


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\ud800", "\u0301" * 10_000])
def test_texts_without_substance_match_nothing(text: str) -> None:
    assert matched("acme", text) == []


def test_threads_share_one_matcher() -> None:
    matcher = Matcher([BrandQueries(brand="b", queries=("acme NOT air",))])
    texts = ["acme", "acme air", "café acme", "에이스"] * 200
    expected = [bool(matcher.match("", text)) for text in texts]
    answers: list[list[bool]] = []

    def ask() -> None:
        answers.append([bool(matcher.match("", text)) for text in texts])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [expected] * 4
