"""What is said of queries: each remark in its place, and none where all is well."""

from __future__ import annotations

import random

import pytest

from monitor.core.errors import QueryError
from monitor.matching import BrandQueries, parse
from monitor.matching.tools.asked import paid_for, unaskable, unknown_sources
from monitor.matching.tools.checking import alone, check_brand
from monitor.matching.tools.everyday import why_common
from monitor.matching.tools.remarks import Level, Read, Remark, read_brand
from tests.matching.naive.invented import random_tree, render, rendered_lists

AIR = '"acme air"'


def read(
    *queries: str, lists: dict[str, tuple[str, ...]] | None = None, **more: object
) -> Read:
    exclude = more.pop("everywhere", ())
    brand = BrandQueries(brand="Acme", queries=queries, **more)
    return read_brand(brand, lists or {}, exclude)


def remarks(*queries: str, **more: object) -> list[Remark]:
    return check_brand(read(*queries, **more))


def said(*queries: str, **more: object) -> list[tuple[str, int | None]]:
    return [(one.code, one.position) for one in remarks(*queries, **more)]


@pytest.mark.parametrize(
    "query",
    [
        "acme",
        f"{AIR} OR @acmeair OR #acmeair",
        'acme NOT IN "acme corp"',
        "acme (refund OR 환불) NOT #hiring",
        "apple NEAR/5 (ipad OR iphone)",
        "upper:IT (network OR 네트워크)",
        "acme rating:<=2 lang:ko",
        "count(acme)>=3 globex",
        "acme OR (globex NOT acme)",
        "list:rivals acme",
        "에이스 OR 株式会社アクメ",
    ],
)
def test_nothing_is_said_of_a_query_that_is_well(query: str) -> None:
    assert said(query, lists={"rivals": ("globex", "initech")}) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("acme NOT acme", [("never", 0)]),
        ("acme OR (globex NOT globex)", [("never", 9)]),
        ("acme rating:>5", [("never", 5)]),
        ("acme NOT IN acme*", [("never", 5)]),
        ("upper:IT NOT it", [("never", 0)]),
        (f"acme OR {AIR}", [("adds-nothing", 8)]),
        (f"acme {AIR}", [("adds-nothing", 0)]),
        ("acme OR globex OR ACME", [("duplicate", 18)]),
        ("acme globex Acme", [("duplicate", 12)]),
        ("acme lang:ko NOT lang:en", [("adds-nothing", 13)]),
        ('acme NOT IN "globex air"', [("adds-nothing", 5)]),
        ("acme lang:kr", [("value", 5)]),
        ("acme country:ko", [("value", 5)]),
        ("apple", [("broad", 0)]),
        ("acme OR apple", [("broad", 8)]),
        ("apple lang:en NOT pie", [("broad", 0)]),
        ("count(apple)>=2", [("broad", 6)]),
        ("LG", [("broad", 0)]),
        ("사과 OR 오", [("broad", 0), ("broad", 6)]),
        ("小米", [("broad", 0)]),
        ("365", [("broad", 0)]),
    ],
)
def test_what_is_odd_is_said_where_it_stands(
    query: str, expected: list[tuple[str, int]]
) -> None:
    assert said(query) == expected


def test_what_cannot_be_read_is_an_error_with_its_place() -> None:
    found = remarks("acme", "acme AND (", exclude=("-job",))

    assert [(r.level, r.where, r.query, r.position) for r in found] == [
        (Level.ERROR, "query", "acme AND (", 9),
        (Level.ERROR, "exclude", "-job", 0),
    ]
    assert found[0].message == "this parenthesis is never closed; expected )"


@pytest.mark.parametrize(
    ("queries", "more", "expected"),
    [
        (("acme", AIR), {}, [("adds-nothing", "query", AIR)]),
        ((AIR, "acme"), {}, [("adds-nothing", "query", AIR)]),
        (("acme", '"ACME"'), {}, [("adds-nothing", "query", '"ACME"')]),
        (("acme",), {"exclude": ("acme",)}, [("shadowed", "query", "acme")]),
        (("acme",), {"everywhere": ("acme",)}, [("shadowed", "query", "acme")]),
        (
            ("acme air OR acme road",),
            {"exclude": ("air",)},
            [("shadowed", "query", "acme air OR acme road")],
        ),
        (
            ("acme",),
            {"exclude": ("pie", "apple pie")},
            [("adds-nothing", "exclude", "apple pie")],
        ),
        (("acme NOT pie",), {"exclude": ("pie",)}, [("idle", "exclude", "pie")]),
        (
            ("acme lang:ko",),
            {"exclude": ("pie lang:en",)},
            [("idle", "exclude", "pie lang:en")],
        ),
        (("acme NOT pie",), {"everywhere": ("pie",)}, []),
        (("acme",), {"own_words": ("ipad",)}, [("idle", "context", "ipad")]),
        (
            ("acme",),
            {"own_words": ("acme",), "other_words": ("pie",)},
            [("context", "context", "acme")],
        ),
        (("apple",), {"own_words": ("ipad",), "other_words": ("pie",)}, []),
    ],
)
def test_queries_are_compared_with_each_other_and_with_what_leaves_out(
    queries: tuple[str, ...],
    more: dict[str, tuple[str, ...]],
    expected: list[tuple[str, str, str]],
) -> None:
    found = remarks(*queries, **more)

    assert [(r.code, r.where, r.query) for r in found] == expected


def test_a_place_within_a_named_list_is_not_taken_for_one_in_the_query() -> None:
    lists = {"names": (AIR, "apple")}

    found = remarks("list:names OR acme", lists=lists)

    assert [(one.code, one.position) for one in found] == [("broad", None)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("apple", ["apple"]),
        ("apple OR @apple", ["apple", "@apple"]),
        ("apple lang:en NOT pie", ["apple"]),
        ("apple pie", []),
        ("apple source:x", []),
        ("apple NEAR pie", []),
        ("apple NOT IN pie", ["apple"]),
        ("count(apple)>=2 OR (pie (apple OR x))", ["apple"]),
    ],
)
def test_words_of_which_one_is_enough(query: str, expected: list[str]) -> None:
    assert [leaf.text for leaf in alone(parse(query))] == expected


@pytest.mark.parametrize(
    "word", ["apple", "the", "orange", "사과", "苹果", "오", "ab", "42"]
)
def test_an_everyday_word_is_known(word: str) -> None:
    assert why_common(word)


@pytest.mark.parametrize(
    "word", ["acme", "kodak", "삼성전자", "任天堂", "#apple", "c++"]
)
def test_a_name_is_not_an_everyday_word(word: str) -> None:
    assert why_common(word) == ""


def test_a_paid_network_is_not_asked_for_an_everyday_word_unsaid() -> None:
    pieces = read("acme refund", "apple lang:ko", "apple zorblax").finds

    told = {piece.query: [r.position for r in paid_for(piece, "x")] for piece in pieces}

    # Where another word has to be there, the network is asked for that too.
    assert told == {"acme refund": [], "apple lang:ko": [0], "apple zorblax": []}


def test_what_no_network_can_be_asked_for_is_told() -> None:
    one = read("acme", "acme*", "acme* refund", "acm? OR globex")

    assert [remark.query for remark in unaskable(one)] == ["acme*", "acm? OR globex"]


def test_a_network_that_nothing_comes_from_is_told() -> None:
    one = read("acme source:twitter", "acme source:X", exclude=("acme source:redit",))

    found = list(unknown_sources(one, {"x", "reddit"}))

    assert [(r.where, r.position) for r in found] == [("query", 5), ("exclude", 5)]
    assert "reddit, x" in found[0].message


def test_no_query_that_can_be_read_is_too_odd_to_be_checked() -> None:
    rng = random.Random(2)
    lists = rendered_lists()
    for _ in range(150):
        queries = tuple(render(random_tree(rng)) for _ in range(2))
        try:
            found = remarks(*queries, exclude=(render(random_tree(rng)),), lists=lists)
        except QueryError as exc:
            raise AssertionError(queries) from exc
        for one in found:
            assert one.level == Level.WARNING
            assert one.position is None or 0 <= one.position < len(one.query)


def test_a_thousand_queries_of_one_brand_are_checked() -> None:
    queries = tuple(f'"name {n}" OR #name{n}' for n in range(1_000))

    assert said(*queries) == []
