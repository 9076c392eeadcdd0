"""Which words tell two kinds of text apart: counts, odds, and what chance would do.

A word counts once a text. Its log-odds are those of being in one of ours against being
in one of the others, with half a text added everywhere so that no count is zero. `p` is
Fisher's exact test, one-sided: how often chance alone would part the texts that hold
the word at least so unevenly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LARGEST_P = 0.05
"""A person reads the words before they are used, so a doubtful one does little harm."""
FEWEST_TEXTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word, and which of our texts and of the others (by number) hold it."""

    query: str
    own: frozenset[int]
    other: frozenset[int]
    log_odds: float
    p: float

    @property
    def is_own(self) -> bool:
        """Tell which side it speaks for."""
        return self.log_odds > 0

    @property
    def is_sure(self) -> bool:
        """Tell whether it is in enough texts, and chance is an unlikely reason."""
        enough = len(self.own) + len(self.other) >= FEWEST_TEXTS
        return enough and self.p <= LARGEST_P


def weigh(
    query: str, own: frozenset[int], other: frozenset[int], *, owns: int, others: int
) -> Word:
    """Return a word with its odds, of so many texts on each side."""
    here, there = len(own), len(other)
    odds = math.log((here + 0.5) / (owns - here + 0.5))
    odds -= math.log((there + 0.5) / (others - there + 0.5))
    p = fisher(here, owns, there, others)
    if odds < 0:
        p = fisher(there, others, here, owns)
    return Word(query=query, own=own, other=other, log_odds=odds, p=p)


def fisher(here: int, size: int, there: int, other_size: int) -> float:
    """Return how likely chance alone puts at least `here` of the holders into `size`.

    `here` of `size` texts hold the word, and `there` of `other_size`.
    """
    holders, every = here + there, size + other_size
    whole = _log_choose(every, holders)
    total = 0.0
    for number in range(here, min(holders, size) + 1):
        if holders - number <= other_size:
            part = _log_choose(size, number)
            part += _log_choose(other_size, holders - number)
            total += math.exp(part - whole)
    return min(1.0, total)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
