"""Texts as vectors without a model: each word has a direction of its own."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from monitor.core.model import Label, Sentiment, Severity
from monitor.scoring.base import Asked
from monitor.scoring.package import WIDTH
from monitor.teaching import Example, Verdict


class Words:
    """Encodes a text as the sum of its words' directions, which are at random."""

    def features(self, texts: Sequence[str]) -> Any:
        """Return a row for each text."""
        return np.stack([np.sum([_word(w) for w in t.split()], axis=0) for t in texts])


@cache
def _word(word: str) -> Any:
    rng = np.random.default_rng(random.Random(word).getrandbits(32))
    return rng.normal(size=WIDTH).astype(np.float32)


class Plain:
    """A scorer that takes every text with "awful" in it for negative, and no other."""

    def score(self, title: str, text: str, **_: Any) -> Sentiment:
        """Read one text."""
        if "awful" in title + text:
            return read_as(0.6, 0.1, severity=Severity.MEDIUM)
        return read_as(0.2, 0.3)

    def score_many(self, asked: Sequence[Asked]) -> list[Sentiment]:
        """Read many."""
        return [self.score(each.title, each.text) for each in asked]


def read_as(p_negative: float = 0.5, p_positive: float = 0.2, **more: Any) -> Sentiment:
    """Make what the shipped stack says of a text."""
    neutral = 1 - p_negative - p_positive
    label = Label.NEUTRAL
    if p_negative >= max(neutral, p_positive):
        label = Label.NEGATIVE
    elif p_positive > neutral:
        label = Label.POSITIVE
    return Sentiment(
        label=more.pop("label", label),
        lang="en",
        score=round(p_positive - p_negative, 4),
        p_negative=p_negative,
        p_positive=p_positive,
        **more,
    )


def said(
    verdict: Verdict, text: str, number: int = 1, by: str = "ann", target: str = ""
) -> Example:
    """Make one example."""
    return Example(
        number=number,
        target=target or f"text {number}",
        name=f"x:{number}",
        verdict=verdict,
        by=by,
        text=text,
    )


NOUNS = ("train", "ticket", "seat", "app", "crew", "meal", "bag", "screen")
MILD = ("fine", "quiet", "usual", "plain")
ANGRY = ("late", "broken", "rude", "lost")


def invented(number: int, seed: int = 1) -> list[tuple[Verdict, str]]:
    """Return texts with what is right: angry words are negative, mild ones neutral."""
    rng = random.Random(seed)
    found = []
    for index in range(number):
        bad = index % 2 == 0
        words = [*rng.sample(NOUNS, 2), *rng.sample(ANGRY if bad else MILD, 2)]
        rng.shuffle(words)
        verdict = Verdict.NEGATIVE if bad else Verdict.NEUTRAL
        found.append((verdict, " ".join(words)))
    return found
