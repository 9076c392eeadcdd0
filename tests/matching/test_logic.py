"""What is said of queries without a post has to be true of every post."""

from __future__ import annotations

import random

import pytest

from monitor.core.model import Author, Post
from monitor.matching import BrandQueries, Matcher, parse
from monitor.matching.look import Nothing
from monitor.matching.nodes import Node, Not
from monitor.matching.query import QueryError
from monitor.matching.tools.logic import Logic, plain
from monitor.matching.tools.rendering import written_out
from tests.matching.naive.invented import (
    random_post,
    random_tree,
    render,
    rendered_lists,
)

WORDS = ("acme", "air", '"acme air"', "#acme", "@acme", "acmes", "acme*", "ac?e", "a*r")
MORE = (
    "acme~1",
    "raw:Acme",
    "upper:ACME",
    "disguised:acme",
    "에이스",
    "株式",
    "株",
    "c++",
)
FIELDS = ("lang:ko", "lang:en", "rating:<=2", "rating:>3", "is:reply", "has:hashtag")
SITES = ("site:a.example", "site:b.a.example", "source:x", "source:y", "kind:post")


def parsed(*queries: str) -> tuple[list[Node], Logic]:
    nodes = [parse(query) for query in queries]
    return nodes, Logic(nodes)


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ('"acme air"', "acme"),
        ("#acme", "acme"),
        ("acmes", "acme*"),
        ("acmes*", "acme*"),
        ("*airacme", "*acme"),
        ("acme", "acme~1"),
        ("upper:IT", "it"),
        ('raw:"iPhone"', "iphone"),
        ('raw:"IT"', "upper:IT"),
        ("acme NEAR/2 air", "acme"),
        ("acme NEAR/2 air", "air NEAR/4 acme"),
        ("acme ONEAR/2 air", "acme NEAR/2 air"),
        ("count(acme)>=3", "count(acme)>1"),
        ("count(acme)>=3", "acme"),
        ('acme NOT IN "acme corp"', "acme"),
        ("acme", "acme OR globex"),
        ("acme OR globex", "globex OR initech OR acme"),
        ("acme globex", "globex"),
        ("acme (x1 OR x2)", "x2 OR x1"),
        ("acme rating:<=2", "acme rating:<3"),
        ("acme rating:2", "acme has:rating"),
        ("acme lang:ko", "acme NOT lang:en"),
        ("acme lang:zh-tw", "acme lang:zh"),
        ("acme site:b.a.example/x", "acme site:a.example"),
        ("acme NOT (x1 OR x2)", "acme NOT x1"),
        ('"에이스 항공"', "에이스"),
        ("苹果手机", "蘋果"),
        ("c++", "c"),
    ],
)
def test_one_query_finds_all_that_another_does(query: str, other: str) -> None:
    (a, b), logic = parsed(query, other)

    assert logic.implies(a, b)
    assert not logic.implies(b, a)


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("acme", "count(acme)>0"),
        ("#acme", "#acme has:hashtag"),
        ("acme globex", "globex acme"),
        ("ACME", '"acme"'),
        ("acme NOT NOT_A_WORD", "NOT not_a_word acme"),
        ("acme NEAR/2 air", "air NEAR/2 acme"),
        ("苹果", "蘋果"),
    ],
)
def test_two_ways_to_write_the_same(query: str, other: str) -> None:
    (a, b), logic = parsed(query, other)

    assert logic.implies(a, b)
    assert logic.implies(b, a)


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("it", "upper:IT"),
        ("acme", 'raw:"acme"'),
        ("upper:ACME", 'raw:"acme"'),
        ("acme*", "acme"),
        ("acme*", "acm?"),
        ("acme air", '"acme air"'),
        ("acme NEAR/4 air", "acme NEAR/2 air"),
        ("count(acme)>=2", "count(acme)=2"),
        ("acme", "count(acme)>=2"),
        ("에이스", "에이스항공"),
        ("disguised:acme", "acme"),
        ("acme", "disguised:acme"),
        ("acme~1", "acme"),
        ("acme rating:>=4", "acme rating:5"),
        ("acme site:a.example", "acme site:a.example/x"),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(query: str, other: str) -> None:
    (a, b), logic = parsed(query, other)

    assert not logic.implies(a, b)


@pytest.mark.parametrize(
    "query",
    [
        "acme NOT acme",
        "acme NOT (acme OR globex)",
        '"acme air" NOT acme',
        "upper:IT NOT it",
        "acme globex NOT (acme globex)",
        "(acme OR globex) NOT acme NOT globex",
        "acme rating:>5",
        "acme rating:<2 rating:>=2",
        "acme followers:<0",
        "acme lang:ko lang:en",
        "acme is:reply is:original",
        "acme source:x NOT source:x",
        "acme site:a.example site:b.example",
        "count(acme)>=3 count(acme)=2",
        "acme NOT IN acme*",
        "(acme OR air) NOT IN (air OR acme)",
        "(acme NOT IN acme) NEAR/2 air",
        "(acme NOT acme) OR (air NOT air)",
    ],
)
def test_a_query_that_contradicts_itself_never_matches(query: str) -> None:
    [node], logic = parsed(query)

    assert logic.never(node)


@pytest.mark.parametrize(
    "query",
    [
        "acme NOT globex",
        'acme NOT "acme air"',
        'acme NOT IN "acme air"',
        "acme OR (globex NOT globex)",
        "acme lang:zh lang:zh-tw",
        "acme rating:<=2 rating:>=2",
        "acme has:link has:title",
        "acme author:ann author:bob",
        "acme site:a.example site:b.a.example/x",
        "it NOT upper:IT",
        "count(acme)>=2 count(acme)=2",
    ],
)
def test_a_query_that_can_match_is_not_called_impossible(query: str) -> None:
    [node], logic = parsed(query)

    assert not logic.never(node)


def random_query(rng: random.Random, depth: int = 2) -> str:
    """Write a query of every kind of node; some are refused."""
    leaf = rng.choice((*WORDS, *WORDS, *MORE))
    if not depth:
        return rng.choice((leaf, leaf, leaf, *FIELDS[:2], *SITES[:2]))
    one, two = random_query(rng, depth - 1), random_query(rng, depth - 1)
    return rng.choice(
        (
            leaf,
            f"({one}) ({two})",
            f"({one}) OR ({two})",
            f"({one}) NOT ({two})",
            f"{leaf} NEAR/{rng.choice((0, 1, 9))} {rng.choice(WORDS)}",
            f"{leaf} ONEAR/1 {rng.choice(WORDS)}",
            f"{leaf} NOT IN {rng.choice(WORDS)}",
            f"count({leaf}){rng.choice(('>=2', '=1', '>1', '>0'))}",
            f"({one}) {rng.choice((*FIELDS, *SITES))}",
            f"({one}) NOT {rng.choice((*FIELDS, *SITES))}",
        )
    )


def random_queries(rng: random.Random, number: int) -> list[str]:
    found: list[str] = []
    while len(found) < number:
        query = random_query(rng)
        try:
            parse(query)
        except QueryError:
            continue
        found.append(query)
    return found


def random_facts(rng: random.Random) -> Nothing:
    return Nothing(
        source=rng.choice(("x", "y")),
        url=rng.choice(("", "https://a.example/x", "https://b.a.example/")),
        author=rng.choice((None, Author(external_id="1", handle="ann"))),
        kind=rng.choice(("post", "review")),
        lang=rng.choice(("", "ko", "en")),
        rating=rng.choice((None, 1.0, 2.0, 3.5, 5.0)),
        in_reply_to=rng.choice(("", "1")),
    )


PIECES = (
    "acme",
    "Acme",
    "ACME",
    "acmes",
    "air",
    "acme air",
    "#acme",
    "@acme",
    "a.c.m.e",
)
MORE_PIECES = (
    "akme",
    "acmeair",
    "에이스는",
    "株式",
    "c++",
    "acer",
    "IT",
    "it",
    "x",
    "yes",
)


def random_text(rng: random.Random) -> str:
    return " ".join(rng.choices((*PIECES, *MORE_PIECES), k=rng.randint(1, 7)))


def test_what_is_said_holds_for_every_post() -> None:
    """Soundness: of 60 queries each pair, over 1,200 posts made to be near misses."""
    rng = random.Random(5)
    queries = random_queries(rng, 60)
    nodes, logic = parsed(*queries)
    matcher = Matcher(
        [BrandQueries(brand=str(n), queries=(q,)) for n, q in enumerate(queries)]
    )
    matched: list[set[int]] = []
    for _ in range(1_200):
        found = matcher.match("", random_text(rng), random_facts(rng))
        matched.append({int(match.brand) for match in found})
    said = 0

    for a, one in enumerate(nodes):
        with_a = [here for here in matched if a in here]
        if logic.never(one):
            assert not with_a, queries[a]
        for b, two in enumerate(nodes):
            if a != b and logic.implies(one, two):
                said += 1
                wrong = [here for here in with_a if b not in here]
                assert not wrong, f"{queries[a]} => {queries[b]}"
            if logic.excludes(one, two):
                said += 1
                both = [here for here in with_a if b in here]
                assert not both, f"{queries[a]} and {queries[b]}"
    assert said > 100, "a test of nothing"


def invented_posts(rng: random.Random, number: int) -> list[Post]:
    """Return posts whose rating is on its scale, as networks give it."""
    posts = [random_post(rng, n) for n in range(number)]
    return [p for p in posts if p.rating is None or p.rating <= p.rating_scale]


def test_what_is_said_holds_for_queries_of_every_kind() -> None:
    rng = random.Random(8)
    lists = rendered_lists()
    queries = [render(random_tree(rng, 2)) for _ in range(120)]
    nodes = [parse(query, lists) for query in queries]
    logic = Logic(nodes)
    matcher = Matcher(
        [BrandQueries(brand=str(n), queries=(q,)) for n, q in enumerate(queries)],
        lists=lists,
    )
    pairs = [(a, b) for a in range(120) for b in range(120) if a != b]
    implied = [(a, b) for a, b in pairs if logic.implies(nodes[a], nodes[b])]
    never = {n for n, node in enumerate(nodes) if logic.never(node)}
    assert len(implied) > 50

    for post in invented_posts(rng, 1_500):
        found = matcher.match(post.title, post.text, post)
        here = {int(match.brand) for match in found}
        wrong = [(a, b) for a, b in implied if a in here and b not in here]
        assert not wrong, [(queries[a], queries[b]) for a, b in wrong]
        assert not here & never, [queries[n] for n in here & never]


def test_the_plain_form_of_a_query_asks_the_same() -> None:
    rng = random.Random(3)
    lists = rendered_lists()
    queries = [render(random_tree(rng)) for _ in range(80)]
    again = [written_out(plain(parse(query, lists))) for query in queries]
    brands = [
        BrandQueries(brand=f"{name}{n}", queries=(query,))
        for name, some in (("a", queries), ("b", again))
        for n, query in enumerate(some)
    ]
    matcher = Matcher(brands, lists=lists)

    for post in invented_posts(rng, 800):
        found = matcher.match(post.title, post.text, post)
        brand = {match.brand for match in found}
        for n in range(80):
            assert (f"a{n}" in brand) == (f"b{n}" in brand), (queries[n], again[n])


def test_a_query_written_out_again_is_the_same_query() -> None:
    rng = random.Random(6)
    for query in random_queries(rng, 300):
        node = parse(query)

        again = parse(written_out(node))

        assert plain(again) == plain(node), query


def test_nested_nots_are_undone() -> None:
    node = parse("acme NOT (globex NOT initech)")

    shown = written_out(plain(node))

    assert shown == "acme (NOT globex OR initech)"
    assert not isinstance(
        plain(Not(child=Not(child=node, position=0), position=0)), Not
    )


def test_ten_thousand_terms_are_looked_at_in_a_moment() -> None:
    words = " OR ".join(f"name{number}" for number in range(5_000))
    (a, b), logic = parsed(words, f"{words} OR acme")

    assert logic.implies(parse("name7"), b)
    assert not logic.implies(b, a)
