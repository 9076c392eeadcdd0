"""What is asked of a network lets every post through that the local match accepts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from monitor.core.errors import SourceRejected
from monitor.core.model import Post, searchable
from monitor.matching import BrandQueries, Matcher, source_query
from sources import hackernews, mastodon_posts, reddit, rss, x_search
from sources.base import SourceQuery, Way
from tests.matching.naive import Tree
from tests.matching.naive.invented import (
    random_post,
    random_tree,
    render,
    rendered_lists,
)
from tests.sources import search_models as model

LISTS = rendered_lists()
TAIL = " -is:retweet"


def x_texts(query: SourceQuery, limit: int = 512) -> list[str]:
    return list(x_search.searches(query, TAIL, limit=limit))


def mastodon_accepts(query: SourceQuery, text: str) -> bool:
    """A post comes with one of its hashtags, or with a search."""
    tags = mastodon_posts.hashtags(query, ())
    searches = map(model.all_of, mastodon_posts.searches(query))
    return any(model.has_sign(text, f"#{tag}") for tag in tags) or any(
        search(text) for search in searches
    )


def found_by(
    ask: Callable[[SourceQuery], Iterable[str]],
    read: Callable[[str], model.Search],
) -> Callable[[SourceQuery, str], bool]:
    return lambda query, text: any(read(asked)(text) for asked in ask(query))


ACCEPTS: dict[str, Callable[[SourceQuery, str], bool]] = {
    "x": found_by(x_texts, model.x),
    "hackernews": found_by(hackernews.searches, model.all_of),
    "reddit": found_by(reddit.searches, model.any_of),
    "rss": found_by(rss.searches, model.any_of),
    "mastodon": mastodon_accepts,
}
ASKS: dict[str, Callable[[SourceQuery], Iterable[str]]] = {
    "x": x_texts,
    "hackernews": hackernews.searches,
    "reddit": reddit.searches,
    "rss": rss.searches,
    "mastodon": mastodon_posts.searches,
}


def asked(*queries: str, source: str = "", **brand: object) -> SourceQuery:
    brands = [BrandQueries(brand="b", queries=queries, **brand)]  # type: ignore[arg-type]
    return source_query(brands, lists=LISTS, source=source)


def random_brand(rng: random.Random) -> BrandQueries:
    """Return a brand that need not be asked for in disguise."""

    def write(chance: float = 1.0) -> tuple[str, ...]:
        trees = [random_tree(rng) for _ in range(rng.randint(1, 2))]
        while any(map(is_hidden_too, trees)):
            trees = [random_tree(rng) for _ in trees]
        return tuple(map(render, trees)) if rng.random() < chance else ()

    return BrandQueries(
        brand="b",
        queries=write(),
        exclude=write(0.3),
        other_words=("@acme", "#에이스", "air") if rng.random() < 0.2 else (),
        own_words=("refund",) if rng.random() < 0.5 else (),
    )


def is_hidden_too(tree: Tree) -> bool:
    """Tell whether a name is looked for plainly and in disguise, side by side."""
    if tree[0] == "or":
        plain = {part[1].casefold() for part in tree[1:] if part[0] == "word"}
        hidden = {part[1].casefold() for part in tree[1:] if part[0] == "disguised"}
        if plain & hidden:
            return True
    return any(is_hidden_too(part) for part in tree[1:] if isinstance(part, tuple))


def text_of(post: Post) -> str:
    return searchable(post.title, post.text)


@pytest.mark.parametrize("network", sorted(ACCEPTS))
def test_what_the_local_match_accepts_the_network_finds(network: str) -> None:
    rng = random.Random(network)
    accepts, checked = ACCEPTS[network], 0

    for _ in range(500):
        brand = random_brand(rng)
        query = source_query([brand], lists=LISTS, source=network)
        if query.unasked:
            if not query.terms + query.hashtags + query.handles:
                with pytest.raises(SourceRejected, match="no search can ask"):
                    list(ASKS[network](query))
            continue
        matcher = Matcher([brand], lists=LISTS)
        for number in range(12):
            post = replace(random_post(rng, number), source=network)
            if not matcher.match(post.title, post.text, post):
                continue
            checked += 1
            assert accepts(query, text_of(post)), (brand, query, text_of(post))

    assert checked > 200


def test_many_brands_are_asked_for_in_pieces_that_fit_and_lose_nothing() -> None:
    rng = random.Random("pieces")
    brands, checked = [], 0
    while len(brands) < 60:
        brand = replace(random_brand(rng), brand=str(len(brands)))
        if not source_query([brand], lists=LISTS, source="x").unasked:
            brands.append(brand)
    long = tuple(f"(brand{n} OR firm{n}) (refund OR late) NOT @x" for n in range(60))
    names = " OR ".join(f'"firm of many names {n}"' for n in range(60))
    long += (f"({names}) (refund OR late)",)
    brands.append(BrandQueries(brand="long", queries=long))
    query, matcher = source_query(brands, lists=LISTS), Matcher(brands, lists=LISTS)

    texts = {limit: x_texts(query, limit) for limit in (128, 200, 512, 4096)}

    assert len(texts[128]) > len(texts[200]) > len(texts[512]) > len(texts[4096])
    assert all(len(text) <= limit for limit, some in texts.items() for text in some)
    assert all(len(text) <= 512 for text in reddit.searches(query))
    assert all(len(text.encode()) <= 512 for text in hackernews.searches(query))
    assert all(len(t) <= 400 and len(t.split()) <= 30 for t in rss.searches(query))
    searches = {limit: list(map(model.x, some)) for limit, some in texts.items()}
    for number in range(150):
        post = random_post(rng, number)
        if matcher.match(post.title, post.text, post):
            checked += 1
            for some in searches.values():
                assert any(search(text_of(post)) for search in some), text_of(post)
    assert checked > 50


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("acme", '("acme")'),
        ("acme refund", '("acme" "refund")'),
        ("acme (refund OR delay)", '("acme" ("refund" OR "delay"))'),
        (
            "(acme OR globex) (late OR lost)",
            '(("acme" OR "globex") ("late" OR "lost"))',
        ),
        ("acme refund OR globex", '("acme" "refund" OR "globex")'),
        ("acme NEAR/3 refund", '("acme" "refund")'),
        ("count(acme) >= 2 refund", '("acme" "refund")'),
        ('air NOT IN "air mail"', '("air")'),
        ("upper:ACME raw:Refund", '("acme" "refund")'),
        ("(acme refund OR globex late) lost", '("lost" ("acme" OR "globex"))'),
        ("globex NOT (NOT @acme OR late)", '(@acme "globex")'),
        ("(acme NOT @jobs) (refund OR late)", '("acme" ("refund" OR "late") -@jobs)'),
        ("globex* acme", '("acme")'),
        ('"#acme air*"', '("acme")'),
        ('"acme air*"', '("acme")'),
        ("globex~1 acme lang:ko rating:<=2", '("acme")'),
        ("acme OR disguised:acme", '("acme")'),
        # How X cuts Korean, and what it makes of signs, is not known: not relied upon.
        ("acme (refund OR 환불)", '("acme")'),
        ("acme c++", '("acme")'),
        # A word may stand in a link; accents are taken off; handles have none.
        ("acme NOT (hiring OR #hiring)", '("acme")'),
        ("acme NOT (@acmejobs OR #채용)", '("acme" -@acmejobs -#채용)'),
        ("acme NOT (@acmejobs hiring)", '("acme")'),
        ("acme NOT (NOT refund)", '("acme" "refund")'),
        # What X would not take for a handle or a tag.
        (
            "@에이스 OR @acme.example OR #2024",
            '("@에이스" OR "@acme.example" OR "#2024")',
        ),
        # Said already by another query.
        ("acme OR acme refund OR acme late NOT @x", '("acme")'),
        ("acme refund OR acme refund NOT @x", '("acme" "refund")'),
    ],
)
def test_x_is_asked_for_all_that_is_needed_and_can_be_relied_upon(
    query: str, expected: str
) -> None:
    assert x_texts(asked(query)) == [expected + TAIL]


def test_without_narrowing_the_rarest_word_is_asked_for() -> None:
    query = asked("refund globexair NOT @jobs")

    assert list(x_search.searches(query, TAIL, narrow=False)) == [
        f'("globexair"){TAIL}'
    ]


def test_what_speaks_against_a_brand_goes_with_this_brand_only() -> None:
    brands = [
        BrandQueries(brand="a", queries=("acme",), exclude=("@jobs",)),
        BrandQueries(brand="b", queries=("globex",), other_words=("@globexband",)),
        BrandQueries(brand="c", queries=("initech",)),
    ]

    query = source_query(brands, exclude=("@noise",))

    first, second = '"acme" -@jobs -@noise', '"globex" -@noise -@globexband'
    third = '"initech" -@noise'
    assert x_texts(query) == [f"({first} OR {second} OR {third}){TAIL}"]


def test_hacker_news_is_asked_for_words_together_but_knows_no_or() -> None:
    query = asked("acme refund late", "globex (late OR lost)", "#acme")

    assert list(hackernews.searches(query)) == [
        '"acme" "refund" "late"',
        '"globex"',
        '"acme"',
    ]


def test_a_chinese_name_is_asked_for_in_both_scripts() -> None:
    assert asked("華為").terms == ("華為", "华为", "华為", "华爲", "華为", "華爲")


def test_a_chinese_name_with_too_many_spellings_is_asked_for_in_part() -> None:
    terms = asked('"acme 高級車臺灣發展乾麵"').terms

    assert len(terms) <= 8
    assert len({len(term) for term in terms}) == 1
    assert all("acme" not in term for term in terms)


def test_a_list_is_asked_for_item_by_item() -> None:
    assert asked("list:names").terms == ("acme", "에이스", "globex")


def test_what_is_wanted_from_another_network_only_is_not_asked_for() -> None:
    queries = ("acme source:reddit", "globex NOT source:x", "initech source:X")

    assert asked(*queries, source="x").terms == ("initech",)
    assert asked(*queries, source="reddit").terms == ("acme", "globex")
    assert asked(*queries).terms == ("acme", "globex", "initech")


def test_a_brand_that_is_also_disguised_is_asked_for_as_it_is_spelled() -> None:
    query = asked("acme refund", disguised=True)

    assert not query.unasked
    assert x_texts(query) == [f'("acme" "refund"){TAIL}']


@pytest.mark.parametrize(
    "query", ["acme*", "*air", "glob?x", "acme~1", "disguised:acme", "acm* OR glob*"]
)
@pytest.mark.parametrize("network", sorted(ASKS))
def test_a_query_that_no_search_can_be_asked_for_is_refused(
    query: str, network: str
) -> None:
    wanted = asked(query)

    assert wanted.unasked == (query,)
    with pytest.raises(SourceRejected, match="set `query` on this collector"):
        list(ASKS[network](wanted))


@pytest.mark.parametrize("network", sorted(ASKS))
def test_what_can_be_asked_for_is_asked_for_all_the_same(network: str) -> None:
    wanted = asked("initech", "acme OR glob*")

    assert wanted.unasked == ("acme OR glob*",)
    assert list(ASKS[network](wanted)) == list(ASKS[network](asked("initech", "acme")))


@pytest.mark.parametrize("network", sorted(ASKS))
def test_the_operators_own_text_needs_nothing_else(network: str) -> None:
    brand = BrandQueries(brand="b", queries=("acme*",))

    assert list(ASKS[network](source_query([brand], text="acme -job"))) == ["acme -job"]


def test_the_same_brands_are_always_asked_for_in_the_same_words() -> None:
    rng = random.Random("order")
    brands = [replace(random_brand(rng), brand=str(n)) for n in range(20)]
    before = source_query(brands, lists=LISTS)

    assert source_query(brands, lists=LISTS) == before


def test_what_is_needed_beside_the_rarest_comes_after_it() -> None:
    (way,) = asked("refund globexair NOT @jobs").ways

    assert way == Way(groups=(("globexair",), ("refund",)), without=("@jobs",))


def test_words_alone_have_no_ways() -> None:
    assert asked("acme OR #acme OR @acme").ways == ()


def test_the_deepest_query_can_be_asked_for() -> None:
    query = "(a b OR c NOT " * 99 + "(d OR e)" + ")" * 99

    assert asked(query).terms


def test_ten_thousand_names_are_asked_for_in_good_time() -> None:
    names = tuple(f"name{number}" for number in range(10_000))

    assert asked(*names).terms == names
