"""Whether the engine and the obvious matcher agree, and on the places too.

2,000 generated queries of all operators, all of them in one Matcher, and 100,000
generated posts in five languages with all their metadata. The engine answers all 200
million pairs. The obvious matcher checks every match, and of the pairs without one a
quarter: another one for each post, so that all posts and all queries take part. It
takes most of an hour of one core; the suite does the same with fewer
(`tests/matching/test_reference.py`).
"""

from __future__ import annotations

import functools
import os
import random
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from monitor.matching import Matcher
from tests.matching.naive import Tree, agreement
from tests.matching.naive.invented import random_post, random_tree

QUERIES = 2_000
POSTS = 100_000
EVERY = 4
BATCH = 200
SEED = "agreement"
SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What comparing came to."""

    pairs: int
    matches: int
    matched: frozenset[int]
    """The queries that matched something."""
    differences: tuple[agreement.Difference, ...]


def run() -> None:
    """Compare, and print how often and where the two do not agree."""
    print(f"agreement: {QUERIES:,} queries, {POSTS:,} posts, seed {SEED!r}")
    kinds = Counter(kind for tree in trees() for kind in parts(tree))
    print(", ".join(f"{kind} {count:,}" for kind, count in sorted(kinds.items())))
    started = time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(compared, range(0, POSTS, BATCH)))
    matched = frozenset[int]().union(*(outcome.matched for outcome in outcomes))
    found = [d for outcome in outcomes for d in outcome.differences]
    print(
        f"the engine answered {QUERIES * POSTS:,} pairs and found "
        f"{sum(outcome.matches for outcome in outcomes):,} matches, "
        f"of {len(matched):,} queries\n"
        f"every match and its spans, and one in {EVERY} of the others, "
        f"{sum(outcome.pairs for outcome in outcomes):,} pairs, were compared; "
        f"each post with {QUERIES // EVERY:,} queries or more, "
        f"each query with {POSTS // EVERY:,} posts or more; "
        f"{time.perf_counter() - started:,.0f} s"
    )
    print(f"differences: {len(found):,}")
    for difference in found[:SHOWN]:
        print(difference)


@functools.cache
def trees() -> list[Tree]:
    """Return the queries."""
    rng = random.Random(SEED)
    return [random_tree(rng) for _ in range(QUERIES)]


@functools.cache
def matcher() -> Matcher:
    """Return the engine with all of them."""
    return agreement.matcher(trees())


def compared(first: int) -> Outcome:
    """Compare the queries on the posts from this number on."""
    numbers = range(first, min(POSTS, first + BATCH))
    posts = (random_post(random.Random(f"{SEED} {n}"), n) for n in numbers)
    done = list(agreement.compare(trees(), posts, matcher(), every=EVERY))
    return Outcome(
        pairs=sum(one.pairs for one in done),
        matches=sum(len(one.matched) for one in done),
        matched=frozenset[int]().union(*(one.matched for one in done)),
        differences=tuple(d for one in done for d in one.differences),
    )


def parts(tree: Tree) -> list[str]:
    """Return the name of every part of a query."""
    below = [
        name for part in tree[1:] if isinstance(part, tuple) for name in parts(part)
    ]
    return [tree[0], *below]
