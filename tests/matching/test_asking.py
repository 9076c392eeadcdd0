"""What networks are asked for catches every post that would match."""

from __future__ import annotations

import random

from monitor.core.text import fold
from monitor.matching import BrandQueries, source_query
from tests.matching import naive


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
    checked = 0

    for _ in range(2_000):
        tree, text = naive.random_tree(rng), naive.random_post(rng)
        if not naive.holds(tree, text):
            continue
        checked += 1
        asked = source_query([BrandQueries(brand="b", queries=(naive.render(tree),))])
        leaves = [("phrase", term) for term in asked.terms]
        leaves += [("tag", name) for name in asked.hashtags]
        leaves += [("handle", name) for name in asked.handles]
        assert any(naive.occurrences(leaf, fold(text)) for leaf in leaves), (tree, text)

    assert checked > 100
