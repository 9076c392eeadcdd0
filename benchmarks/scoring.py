"""Scoring: posts a second of one core on invented English posts, beside VADER."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from benchmarks.posts import vocabulary
from monitor.scoring import default_scorer
from monitor.scoring.base import Asked
from monitor.scoring.stack import StackScorer
from monitor.scoring.vader import FastVader

POSTS = 2_000
ROUNDS = 3
Read = Callable[[list[str]], object]


def run() -> None:
    """Print a table; every engine reads the same posts, best of three rounds."""
    peer = SentimentIntensityAnalyzer()
    posts = english_posts(POSTS, sorted(w for w in peer.lexicon if w.isalpha()))
    scorer, words = default_scorer(), StackScorer(heads=None)
    engines: dict[str, Read] = {
        "vaderSentiment": each(peer.polarity_scores),
        "FastVader (same numbers)": each(FastVader().polarity_scores),
        "the stack, one by one": each(lambda post: scorer.score("", post)),
        "the stack, together": together(scorer),
        "without the encoder": together(words),
    }
    print(f"scoring: {POSTS:,} English posts, CPU seconds of all threads")
    print(f"{'engine':26} posts/s   ratio")
    base = 0.0
    for name, read in engines.items():
        rate = max(_rate(read, posts) for _ in range(ROUNDS))
        base = base or rate
        print(f"{name:26} {rate:7,.0f} {rate / base:7.2f}")


def each(read: Callable[[str], object]) -> Read:
    """Read posts one by one."""
    return lambda posts: [read(post) for post in posts]


def together(scorer: StackScorer) -> Read:
    """Read posts as a page of a network comes: many at once."""
    return lambda posts: scorer.score_many([Asked(text=post) for post in posts])


def english_posts(count: int, felt: list[str], *, seed: int = 4) -> list[str]:
    """Return posts of common words, one in twelve of them from VADER's lexicon."""
    rng = random.Random(seed)
    common = vocabulary("en").words[:120]
    posts = []
    for _ in range(count):
        size = rng.randint(6, 40)
        words = [
            rng.choice(felt if rng.random() < 1 / 12 else common) for _ in range(size)
        ]
        posts.append(" ".join(words).capitalize() + rng.choice((".", "!", "?", "!!!")))
    return posts


def _rate(read: Read, posts: list[str]) -> float:
    before = time.process_time()
    read(posts)
    return len(posts) / (time.process_time() - before)
