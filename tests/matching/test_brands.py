"""Exclusions, lists, context words and disguises of brands."""

from __future__ import annotations

import pytest

from monitor.core.errors import QueryError
from monitor.matching import BrandQueries, Matcher

APPLE = BrandQueries(
    brand="Apple",
    queries=("apple",),
    own_words=("iphone", '"app store"'),
    other_words=("pie", "juice OR orchard"),
)


def brands(matcher: Matcher, text: str) -> list[str]:
    return [match.brand for match in matcher.match("", text)]


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("the Apple shop was rude", True),
        ("my apple pie", False),
        ("an apple orchard", False),
        ("apple pie at the Apple store, with an iPhone", True),
        ("the App Store sells an apple juice game", True),
    ],
)
def test_context_tells_a_brand_from_a_fruit(text: str, is_ours: bool) -> None:
    assert brands(Matcher([APPLE]), text) == ["Apple"] * is_ours


def test_other_words_alone_are_an_exclusion() -> None:
    matcher = Matcher(
        [BrandQueries(brand="b", queries=("acme",), other_words=("anvil",))]
    )

    assert brands(matcher, "acme flight") == ["b"]
    assert brands(matcher, "acme anvil") == []


def test_context_belongs_to_its_brand_only() -> None:
    other = BrandQueries(brand="Pear", queries=("apple OR pear",))

    assert brands(Matcher([APPLE, other]), "apple pie") == ["Pear"]


def test_what_nobody_wants_is_no_mention_of_any_brand() -> None:
    matcher = Matcher(
        [APPLE, BrandQueries(brand="b", queries=("acme",))], exclude=["#ad"]
    )

    assert brands(matcher, "acme and apple") == ["Apple", "b"]
    assert brands(matcher, "acme and apple #ad") == []


def test_a_list_stands_for_its_terms() -> None:
    lists = {"rivals": ["globex", '"bolt air" NOT scooter'], "one": ["acme"]}
    queries = ("list:one NOT list:rivals", "list:rivals NEAR/1 acme")
    with pytest.raises(QueryError, match="words, phrases"):
        Matcher([BrandQueries(brand="b", queries=queries)], lists=lists)
    matcher = Matcher([BrandQueries(brand="b", queries=queries[:1])], lists=lists)

    loud = BrandQueries(brand="b", queries=("acme NOT LIST:rivals",))

    assert brands(Matcher([loud], lists=lists), "acme beats Globex") == []
    assert brands(matcher, "acme") == ["b"]
    assert brands(matcher, "acme beats Bolt Air") == []
    assert brands(matcher, "acme beats the Bolt Air scooter") == ["b"]


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ({}, "no list 'rivals'"),
        ({"rivals": ["(open"]}, "in list 'rivals': this parenthesis"),
        ({"rivals": ["list:rivals"]}, "in list 'rivals': a list cannot hold another"),
        ({"rivals": ["a OR " * 9_999 + "a", "b"]}, "more than 10,000 terms"),
    ],
    ids=["unknown", "broken", "nested", "large"],
)
def test_a_mistake_in_a_list_is_named(lists: dict, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        Matcher([BrandQueries(brand="b", queries=("list:rivals",))], lists=lists)


def test_a_disguised_brand_is_found_in_all_its_queries() -> None:
    matcher = Matcher(
        [
            BrandQueries(
                brand="b", queries=("acme (refund OR 환불) NOT job",), disguised=True
            )
        ]
    )

    assert brands(matcher, "a c m e owes me a r.e.f.u.n.d")
    assert brands(matcher, "@cme 환불")
    assert brands(matcher, "acme refund, and no j.o.b")
    assert not brands(matcher, "acme refund job")
    assert not brands(Matcher([BrandQueries(brand="b", queries=("acme",))]), "a c m e")


def test_a_handle_is_no_disguise_but_found_all_the_same() -> None:
    matcher = Matcher([BrandQueries(brand="b", queries=("disguised:bolt",))])

    assert brands(matcher, "ask @bolt")
    assert brands(matcher, "ask @b0lt")
    assert not brands(matcher, "ask @abolt")


def test_the_place_of_a_disguise_is_that_of_the_whole_disguise() -> None:
    matcher = Matcher([BrandQueries(brand="b", queries=("disguised:acme",))])
    text = "I say: Ａ . c-m é? no, a ｃ m e! @cme"

    (match,) = matcher.match("", text)

    assert [text[s:e] for s, e in match.spans] == ["a ｃ m e", "@cme"]


def test_a_new_set_of_queries_leaves_the_old_one_at_work() -> None:
    old = Matcher(
        [BrandQueries(brand=f"b{n}", queries=(f"name{n}",)) for n in range(50)]
    )
    new = Matcher(
        [BrandQueries(brand=f"b{n}", queries=(f"name{n}",)) for n in range(1, 51)]
    )

    assert brands(old, "name0 name50") == ["b0"]
    assert brands(new, "name0 name50") == ["b50"]
