"""What networks are asked for catches every post that would match."""

from __future__ import annotations

import random

from monitor.matching import BrandQueries, source_query
from tests.matching import naive
from tests.matching.naive import invented


def test_signs_are_asked_for_apart_and_without_the_sign() -> None:
    asked = source_query(
        [
            BrandQueries(
                brand="Acme",
                queries=('"Acme Air" OR @acmeair OR #AcmeAir NOT "acme corporation"',),
            ),
            BrandQueries(brand="B", queries=("acme-air", "에이스항공 (app OR phone)")),
        ],
        text="lang:en",
    )

    assert asked.terms == ("Acme Air", "에이스항공")
    assert asked.handles == ("acmeair",)
    assert asked.hashtags == ("AcmeAir",)
    assert asked.text == "lang:en"


def test_nothing_denied_is_asked_for() -> None:
    asked = source_query(
        [BrandQueries(brand="b", queries=("acme NOT (job OR hiring)",))]
    )

    assert asked.terms == ("acme",)


def test_every_matching_post_holds_something_that_was_asked_for() -> None:
    rng = random.Random(3)
    lists = invented.rendered_lists()
    checked = 0

    for number in range(1_500):
        tree = invented.random_tree(rng)
        page = naive.Page(invented.random_post(rng, number), invented.LISTS)
        if not naive.holds(tree, page):
            continue
        brand = BrandQueries(brand="b", queries=(invented.render(tree),))
        asked = source_query([brand], lists=lists)
        checked += not asked.unasked
        words = [f'"{term}"' for term in asked.terms]
        words += [f"#{name}" for name in asked.hashtags]
        words += [f"@{name}" for name in asked.handles]
        found = any(naive.holds(("word", word), page) for word in words)
        assert found or asked.unasked, (brand, page.original)

    assert checked > 60
