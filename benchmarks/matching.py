"""Matching: posts a second for 10, 1,000 and 10,000 queries, against plain `re`."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from benchmarks.posts import brands, texts
from monitor.core.text import fold
from monitor.matching import BrandQueries, Matcher
from monitor.matching.plan import terms_of
from monitor.matching.query import parse

T = TypeVar("T")

POSTS = 30_000
NAIVE_COMPARISONS = 1_000_000


def run() -> None:
    """Print a table; the peer is one compiled `re` a query, asked in turn."""
    planted = brands(10_000)
    posts = texts(POSTS, planted)
    size = sum(len(post.encode()) for post in posts) / len(posts)
    print(f"matching: {POSTS:,} posts of {size:.0f} bytes, one thread, CPU seconds")
    print("queries   build s    posts/s   matched   naive posts/s   ratio")
    first = 0.0
    for count in (10, 1_000, 10_000):
        some = planted[:count]
        built, matcher = _timed(lambda some=some: Matcher(some))
        took, matched = _timed(
            lambda m=matcher: sum(1 for p in posts if m.match("", p))
        )
        rate = POSTS / took
        naive = naive_rate(some, posts)
        print(
            f"{count:7,} {built:9.2f} {rate:10,.0f} {matched:9,} {naive:15,.1f}"
            f" {rate / naive:7,.0f}"
        )
        first = first or rate
    print(f"from 10 to 10,000 queries: {first / rate:.1f} times slower")


def naive_rate(some: Iterable[BrandQueries], posts: list[str]) -> float:
    """Return the posts a second of one regular expression a query."""
    patterns = [naive_pattern(brand.queries[0]) for brand in some]
    sample = posts[: max(5, NAIVE_COMPARISONS // len(patterns))]
    took, _ = _timed(
        lambda: sum(1 for p in map(fold, sample) for pattern in patterns if pattern(p))
    )
    return len(sample) / took


def naive_pattern(query: str) -> Callable[[str], object]:
    """Return one alternation of the positive terms; edges for words only."""
    literals = {term.literal for term in terms_of(parse(query), positive=True)}
    wordlike = [
        rf"\b{re.escape(x)}\b" if x.isascii() else re.escape(x) for x in literals
    ]
    return re.compile("|".join(sorted(wordlike))).search


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    before = time.process_time()
    result = work()
    return time.process_time() - before, result
