"""The invented posts and brands that the benchmarks use."""

from __future__ import annotations

from benchmarks.posts import brands, texts
from monitor.matching import Matcher


def test_the_same_seed_gives_the_same_posts_and_brands() -> None:
    first, again = brands(30), brands(30)

    assert first == again
    assert texts(40, first, seed=1) == texts(40, again, seed=1)
    assert texts(40, first, seed=1) != texts(40, first, seed=2)


def test_planted_terms_are_found() -> None:
    some = brands(30)
    matcher = Matcher(some)

    posts = texts(200, some, planted=1.0)

    assert sum(1 for post in posts if matcher.match("", post)) > 100
