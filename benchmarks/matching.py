"""Matching: the engine against plain `re` and flashtext, growth, memory, rebuilding.

Every ratio is taken between runs that follow each other at once, and the median of
the rounds counts: the machine may be busy, and then it is for both. Seconds are CPU
seconds of the process unless something else is said.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import TypeVar

from flashtext import KeywordProcessor

from benchmarks._peers import naive_pattern, obvious_matches
from benchmarks._rebuilding import measure_apart
from benchmarks.posts import brands, texts
from monitor.core.memory import collect_rarely
from monitor.core.text import fold
from monitor.matching import BrandQueries, Matcher
from monitor.matching.nodes import leaves
from monitor.matching.query import parse

T = TypeVar("T")
Goal = tuple[str, bool]

COUNTS = (10, 1_000, 10_000)
POSTS = 20_000
ROUNDS = 5
NAIVE_COMPARISONS = 400_000
CHECKED = 100_000
CHECKED_QUERIES = 1_000


def run() -> None:
    """Print tables, and at the end which goals are met."""
    collect_rarely()  # as the program does when it starts
    planted = brands(max(COUNTS))
    goals = [*_speed(planted), *_keywords(planted), _growth(planted)]
    goals += [_differences(), *_building(planted)]
    print("\ngoals")
    for words, met in goals:
        print(f"  {'met' if met else 'NOT MET':8} {words}")


def _speed(planted: list[BrandQueries]) -> list[Goal]:
    posts = texts(POSTS, planted)
    size = sum(len(post.encode()) for post in posts) / len(posts)
    print(
        f"{POSTS:,} posts of {size:.0f} bytes, one thread, medians of {ROUNDS} rounds"
    )
    print("queries    posts/s   matched   one `re` a query   ratio (lowest, highest)")
    goals = []
    for count in COUNTS:
        some = planted[:count]
        matcher = Matcher(some)
        search = [naive_pattern(brand.queries[0]) for brand in some]
        few = max(20, NAIVE_COMPARISONS // count)
        pairs = [
            (
                POSTS / seconds(lambda m=matcher: _match_all(m, posts)),
                _rate_of_re(search, _window(posts, few, turn)),
            )
            for turn in range(ROUNDS)
        ]
        matched = _match_all(matcher, posts)
        rate, naive = (median(side) for side in zip(*pairs, strict=True))
        print(f"{count:7,} {rate:10,.0f} {matched:9,} {naive:18,.1f} {_ratios(pairs)}")
        if count == CHECKED_QUERIES:
            ratio = _ratio(pairs)
            words = f"{ratio:,.0f} times the speed of `re` at {count:,} queries (1,500)"
            goals.append((words, ratio >= 1_500))
    return goals


def _keywords(planted: list[BrandQueries]) -> list[Goal]:
    """Compare with flashtext, which knows keywords and no query.

    It gets every name of the same brands and the posts as they are. It has no AND and
    no NOT, no tags apart from words, no Korean particles, takes only the longest of
    names that overlap, and finds nothing in full width or typed in another form.
    """
    print("\nflashtext 2.7, the names of the same brands as keywords")
    print("queries    posts/s   flashtext   ratio           if it folds too: ratio")
    goals = []
    for count in COUNTS[1:]:
        some = planted[:count]
        sides = Matcher(some), keywords(some), texts(POSTS, some)
        pairs = [_beside_flashtext(*sides) for _ in range(ROUNDS)]
        ours, theirs, folding = zip(*pairs, strict=True)
        plain = list(zip(ours, theirs, strict=True))
        folded = list(zip(ours, folding, strict=True))
        print(
            f"{count:7,} {median(ours):10,.0f} {median(theirs):11,.0f} "
            f"{_ratios(plain)} {_ratios(folded)}"
        )
        if count == CHECKED_QUERIES:
            ratio = _ratio(plain)
            goals.append((f"{ratio:.1f} times flashtext at {count:,} (8)", ratio >= 8))
    return goals


def _beside_flashtext(
    matcher: Matcher, words: KeywordProcessor, posts: list[str]
) -> tuple[float, float, float]:
    """Return posts a second: ours, flashtext's, and flashtext's if it has to fold."""
    ours = seconds(lambda: _match_all(matcher, posts))
    theirs = seconds(lambda: _extract(words, posts))
    folding = seconds(lambda: _extract(words, [fold(post) for post in posts]))
    return POSTS / ours, POSTS / theirs, POSTS / folding


def keywords(some: Iterable[BrandQueries]) -> KeywordProcessor:
    """Return flashtext with every name of some brands."""
    processor = KeywordProcessor()
    for brand in some:
        for leaf in leaves(parse(brand.queries[0]), positive=True):
            processor.add_keyword(leaf.literal, brand.brand)
    return processor


def _growth(planted: list[BrandQueries]) -> Goal:
    """Compare few queries with many; the same share of the posts names a brand."""
    few, many = planted[: COUNTS[0]], planted
    sides = [(Matcher(some), texts(POSTS, some)) for some in (few, many)]
    pairs = []
    for _ in range(ROUNDS):
        first, second = (seconds(lambda s=side: _match_all(*s)) for side in sides)
        pairs.append((second, first))
    shares = [f"{_match_all(*side) / POSTS:.1%}" for side in sides]
    print(f"\nfrom {len(few)} to {len(many):,} queries ({' and '.join(shares)} match)")
    print(f"{_ratios(pairs, places=2)} times slower")
    ratio = _ratio(pairs)
    words = (
        f"{ratio:.2f} times slower at {len(many):,} queries than at {len(few)} (2.5)"
    )
    return words, ratio <= 2.5


def _differences() -> Goal:
    """Compare what is found with what regular expressions find, on every post."""
    some = brands(CHECKED_QUERIES, only_names=True)
    posts = texts(CHECKED, some, seed=5)
    matcher = Matcher(some)
    obvious = obvious_matches(some)
    found = different = 0
    for post in posts:
        ours = {match.brand for match in matcher.match("", post)}
        found += len(ours)
        different += len(ours ^ obvious(post))
    print(
        f"\n{CHECKED_QUERIES:,} queries of names with OR, {CHECKED:,} mixed posts, "
        f"all pairs: {found:,} matches, {different:,} different"
    )
    return (
        f"{different:,} differences from `re` on {CHECKED:,} posts (0)",
        not different,
    )


def _building(planted: list[BrandQueries]) -> list[Goal]:
    """Measure, in a process of its own, what many queries cost."""
    cost = measure_apart(len(planted))
    print(
        f"\n{len(planted):,} queries in a process of their own: memory grew by "
        f"{cost.grown / 1e6:.0f} MB (at most {cost.peak / 1e6:.0f} MB while building); "
        f"first build {cost.first:.2f} s"
    )
    print(
        f"rebuilt with {cost.changed} others: {cost.again:.2f} s alone; beside one "
        f"that matches {cost.beside:.2f} s,\n{cost.beside_wall:.2f} s by the clock, "
        f"in which {cost.meanwhile:,} posts were matched"
    )
    print(
        f"posts that name a brand: {cost.planted:,} before, during and after; "
        f"{cost.lost:,} lost; {cost.new:,} of changed brands, {cost.new_lost:,} lost"
    )
    lost = cost.lost + cost.new_lost
    return [
        (f"{cost.grown / 1e6:.0f} MB for {len(planted):,} (250)", cost.grown < 250e6),
        (f"{cost.again:.2f} s for a rebuild (2)", cost.again < 2),
        (f"{lost} posts lost by it (0)", not lost),
    ]


def seconds(work: Callable[[], T]) -> float:
    """Return the CPU seconds that some work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def _match_all(matcher: Matcher, posts: Sequence[str]) -> int:
    return sum(1 for post in posts if matcher.match("", post))


def _extract(words: KeywordProcessor, posts: Sequence[str]) -> int:
    return sum(1 for post in posts if words.extract_keywords(post))


def _rate_of_re(search: Sequence[Callable[[str], object]], posts: list[str]) -> float:
    took = seconds(lambda: [s for p in map(fold, posts) for s in search if s(p)])
    return len(posts) / took


def _window(posts: list[str], size: int, turn: int) -> list[str]:
    """Return other posts at each turn."""
    start = turn * size % len(posts)
    return (posts[start:] + posts[:start])[:size]


def _ratio(pairs: Sequence[tuple[float, float]]) -> float:
    return median(ours / theirs for ours, theirs in pairs)


def _ratios(pairs: Sequence[tuple[float, float]], *, places: int = 1) -> str:
    each = sorted(ours / theirs for ours, theirs in pairs)
    shown = [f"{number:,.{places}f}" for number in (median(each), each[0], each[-1])]
    return f"{shown[0]:>8} ({shown[1]}, {shown[2]})"
