"""Words that tell a brand from something else of the same name, learnt and tested.

Nothing is weighed together: a post with one of the `other` words and none of the `own`
words is left out, which anybody can follow. What the words do is counted on the posts
they were learnt from and, where there are enough, on posts they were not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.matching.tools.examples import (
    FEWEST_MARKS,
    Counting,
    Example,
    different,
    sides,
)
from monitor.matching.tools.features import features
from monitor.matching.tools.telling import Word

FEWEST_TO_TEST = 10
"""Marked posts a side, from which words are tested on others than they came from."""
PARTS = 5
MOST_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What context words do to marked posts that the queries find."""

    own: int
    own_kept: int
    other: int
    other_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Words for `context:`, and what they did; `held_out`: on posts not learnt from."""

    own: tuple[Word, ...]
    other: tuple[Word, ...]
    learnt: Effect
    held_out: Effect | None


def learn(
    counting: Counting, examples: Sequence[Example]
) -> tuple[Context | None, tuple[str, ...]]:
    """Learn from posts that the queries find, whatever leaves them out now.

    Returns the words, and notes on what could not be done and why.
    """
    finds = counting.finder(own_words=(), other_words=())
    own, other = sides(one for one in examples if finds(one))
    if min(len(own), len(other)) < FEWEST_MARKS:
        note = (
            f"too little to learn context words from: the queries find {len(own)} "
            f"posts marked as us and {len(other)} as not us, and {FEWEST_MARKS} "
            "of each are needed"
        )
        return None, (note,)
    words = _words(counting, own, other)
    if not any(words):
        return None, ("no word tells the two apart beyond chance",)
    context = Context(
        own=tuple(words[0]),
        other=tuple(words[1]),
        learnt=_effect(counting, words, own, other),
        held_out=_held_out(counting, own, other),
    )
    if context.held_out:
        return context, ()
    note = (
        "too few marks to test the words on other posts than they were learnt from "
        f"({FEWEST_TO_TEST} of each are needed)"
    )
    return context, (note,)


def _words(
    counting: Counting, own: Sequence[Example], other: Sequence[Example]
) -> tuple[list[Word], list[Word]]:
    """Choose words for each side, those that chance explains least first."""
    seen = counting.candidates([*own, *other], lambda t: features(t, counting.names))
    sure = [word for word in counting.weighed(seen, own, other) if word.is_sure]
    sure.sort(key=lambda word: (word.p, -len(word.query), word.query))
    found = different(sure)
    mine = [word for word in found if word.is_own]
    theirs = [word for word in found if not word.is_own]
    return mine[:MOST_WORDS], theirs[:MOST_WORDS]


def _effect(
    counting: Counting,
    words: tuple[Sequence[Word], Sequence[Word]],
    own: Sequence[Example],
    other: Sequence[Example],
) -> Effect:
    finds = counting.finder(
        own_words=[word.query for word in words[0]],
        other_words=[word.query for word in words[1]],
    )
    return Effect(
        own=len(own),
        own_kept=sum(map(finds, own)),
        other=len(other),
        other_left_out=len(other) - sum(map(finds, other)),
    )


def _held_out(
    counting: Counting, own: Sequence[Example], other: Sequence[Example]
) -> Effect | None:
    """Choose words from four fifths and try them on the last, five times."""
    if min(len(own), len(other)) < FEWEST_TO_TEST:
        return None
    tried = []
    for part in range(PARTS):
        words = _words(counting, _without(own, part), _without(other, part))
        tried.append(_effect(counting, words, own[part::PARTS], other[part::PARTS]))
    return Effect(
        own=sum(one.own for one in tried),
        own_kept=sum(one.own_kept for one in tried),
        other=sum(one.other for one in tried),
        other_left_out=sum(one.other_left_out for one in tried),
    )


def _without(side: Sequence[Example], part: int) -> list[Example]:
    return [one for number, one in enumerate(side) if number % PARTS != part]
