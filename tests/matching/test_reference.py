"""The fast matcher finds what the obvious one finds, and where: all operators.

`python3 -m benchmarks agreement` does the same with 2,000 queries and 100,000 posts.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.model import Post
from monitor.matching import BrandQueries, Matcher
from monitor.matching.view import ANYWHERE, HANGUL, JAMO, KINDS, LEADS, LETTER, MARK
from tests.matching import naive
from tests.matching.naive import agreement, invented, letters

OPERATORS = (
    *("word", "wild", "fuzzy", "raw", "upper", "disguised", "near", "onear", "outside"),
    *("count", "field", "list", "and", "or", "not"),
)
SURROGATES = range(0xD800, 0xE000)


def differences(trees: list[naive.Tree], posts: list[Post]) -> list[object]:
    """Return everything about which the two do not agree."""
    return [d for one in agreement.compare(trees, posts) for d in one.differences]


def kinds_of(tree: naive.Tree) -> Iterator[str]:
    """Yield the name of every part of a query."""
    yield tree[0]
    for part in tree[1:]:
        if isinstance(part, tuple):
            yield from kinds_of(part)


def test_one_query_after_the_other_agrees() -> None:
    rng = random.Random(20)

    for number in range(600):
        tree, post = invented.random_tree(rng), invented.random_post(rng, number)
        assert differences([tree], [post]) == []


def test_hundreds_of_queries_at_once_agree() -> None:
    rng = random.Random(7)
    trees = [invented.random_tree(rng) for _ in range(300)]
    posts = [invented.random_post(rng, number) for number in range(100)]

    assert differences(trees, posts) == []


@given(
    st.randoms(use_true_random=False),
    st.text(
        alphabet=st.one_of(
            st.sampled_from("acmeAIR에이스台มเ่ㅋ -#@."), st.characters()
        ),
        max_size=20,
    ),
)
@settings(max_examples=100)
def test_any_unicode_agrees(rng: random.Random, noise: str) -> None:
    trees = [invented.random_tree(rng, 2) for _ in range(5)]
    post = invented.random_post(rng)

    assert differences(trees, [replace(post, text=post.text + noise)]) == []


@pytest.mark.parametrize("kind", OPERATORS)
def test_every_operator_finds_some_posts_and_leaves_others(kind: str) -> None:
    """What is compared above is neither always true nor always false."""
    rng = random.Random(kind)
    trees = [invented.random_tree(rng) for _ in range(150)]
    trees = [tree for tree in trees if kind in kinds_of(tree)]
    posts = [invented.random_post(rng, number) for number in range(60)]

    pages = [naive.Page(post, invented.LISTS) for post in posts]
    answers = Counter(naive.holds(tree, page) for tree in trees for page in pages)

    assert min(answers[True], answers[False]) > 10


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ('acme NEAR/1 "refund now"', ("near", 2, ("word", "acme"), ("word", "now"))),
        ("acme", ("wild", "acme*")),
        ("acme~1", ("word", "acme")),
        ("acme NOT IN air", ("outside", ("word", "acme"), ("word", '"acme air"'))),
    ],
)
def test_another_query_would_be_noticed(query: str, other: naive.Tree) -> None:
    rng = random.Random(query)
    posts = [invented.random_post(rng, number) for number in range(600)]
    wrong = Matcher([BrandQueries(brand="0", queries=(query,))])

    answers = agreement.compare([other], posts, wrong)

    assert any(answer.differences for answer in answers)


def expected(
    brand: BrandQueries, trees: dict[str, naive.Tree], page: naive.Page
) -> tuple[str, tuple[naive.Span, ...]] | None:
    """Return the first query of a brand that matches, unless the brand is excluded."""

    def any_holds(queries: tuple[str, ...]) -> bool:
        return any(naive.holds(trees[query], page) for query in queries)

    other = any_holds(brand.other_words) and not any_holds(brand.own_words)
    if other or any_holds(brand.exclude):
        return None
    found = [query for query in brand.queries if naive.holds(trees[query], page)]
    return (found[0], naive.spans(trees[found[0]], page)) if found else None


def test_brands_with_several_queries_exclusions_and_context_agree() -> None:
    rng = random.Random(12)
    trees = {invented.render(t): t for t in map(invented.random_tree, [rng] * 500)}

    def some(most: int) -> tuple[str, ...]:
        return tuple(rng.sample(list(trees), rng.randint(0, most)))

    brands = [
        BrandQueries(
            brand=str(number),
            queries=some(3) or ("acme",),
            exclude=some(2),
            own_words=some(2),
            other_words=some(2),
        )
        for number in range(60)
    ]
    trees["acme"] = ("word", "acme")
    nowhere = ("near", 1, ("word", "refund"), ("word", "bad"))
    matcher = Matcher(
        brands, lists=invented.rendered_lists(), exclude=[invented.render(nowhere)]
    )
    matches = 0

    for number in range(120):
        post = invented.random_post(rng, number)
        page = naive.Page(post, invented.LISTS)
        answers = {b.brand: expected(b, trees, page) for b in brands}
        wanted = {name: a for name, a in answers.items() if a}
        if naive.holds(nowhere, page):
            wanted = {}
        found = matcher.match(post.title, post.text, post)
        assert {m.brand: (m.query, m.spans) for m in found} == wanted
        matches += len(found)

    assert matches > 300


def unmasked(tree: naive.Tree) -> naive.Tree:
    """Return a query in which each name that is wanted may be disguised too."""
    match tree:
        case ("word", written):
            name = letters.literal(written)
            plain = [char for char in name if char.isascii() and char.isalnum()]
            if len(plain) < max(3, len(name) / 2):
                return tree
            return ("or", tree, ("disguised", name))
        case ("and" | "or" | "near" | "onear" as kind, *parts):
            return (kind, *[unmasked(p) if isinstance(p, tuple) else p for p in parts])
        case ("list", name):
            return unmasked(("or", *invented.LISTS[name]))
        case _:
            return tree


def test_brands_whose_names_may_be_disguised_agree() -> None:
    rng = random.Random(31)
    trees = [invented.random_tree(rng) for _ in range(150)]
    brands = [
        BrandQueries(brand=str(n), queries=(invented.render(tree),), disguised=True)
        for n, tree in enumerate(trees)
    ]
    matcher = Matcher(brands, lists=invented.rendered_lists())
    posts = [invented.random_post(rng, number) for number in range(60)]

    answers = agreement.compare([unmasked(tree) for tree in trees], posts, matcher)

    assert [d for answer in answers for d in answer.differences] == []


def test_letters_have_the_kind_that_their_names_say() -> None:
    kinds = {"": 0, "spaced": LETTER, "hangul": HANGUL, "jamo": JAMO, "free": ANYWHERE}

    for code in (
        *range(0x10000),
        *range(0x1AFF0, 0x1B170),
        *range(0x20000, 0x32000, 97),
    ):
        if code in SURROGATES:
            continue
        char = chr(code)
        kind = kinds[letters.script(char)]
        kind |= MARK if letters.is_mark(char) else 0
        kind |= LEADS if letters.is_leading_vowel(char) else 0
        assert KINDS[char] == kind, (hex(code), char)


def test_the_same_seed_gives_the_same_queries_and_posts() -> None:
    def made(seed: int) -> tuple[list[str], list[Post]]:
        rng = random.Random(seed)
        queries = [invented.render(invented.random_tree(rng)) for _ in range(30)]
        return queries, [invented.random_post(rng, n) for n in range(30)]

    assert made(1) == made(1)
    assert made(1) != made(2)


@pytest.mark.parametrize(
    ("one", "two", "plain", "swapping"),
    [
        ("acme", "acme", 0, 0),
        ("acme", "amce", 2, 1),
        ("acme", "ace", 1, 1),
        ("", "acme", 4, 4),
        ("ca", "abc", 3, 3),
        ("kitten", "sitting", 3, 3),
    ],
)
def test_distances_are_those_of_the_textbook(
    one: str, two: str, plain: int, swapping: int
) -> None:
    assert letters.levenshtein(one, two) == plain
    assert letters.optimal_alignment(one, two) == swapping


def test_places_that_overlap_count_once() -> None:
    assert naive.most_apart([]) == 0
    assert naive.most_apart([(0, 3), (2, 5), (4, 7)]) == 2
    assert naive.most_apart([(0, 9), (1, 2), (3, 4)]) == 2
