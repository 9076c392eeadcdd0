"""When two texts are the same one, told on. Pure.

A short text is no campaign merely because many write it ("Great service!"), so
how much has to be the same depends on who wrote it.
"""

from __future__ import annotations

import re
from enum import StrEnum

from monitor.copies.grams import Grams

_LONG_NUMBER = re.compile("[0-9]{3,}")
_NONE: frozenset[str] = frozenset()


class Why(StrEnum):
    """Why a post is a copy of an earlier one."""

    URL = "url"
    """The same page."""
    TEXT = "text"
    """The same text, once what people add in passing it on is taken off."""
    NEAR = "near"
    """Nearly the same text."""
    QUOTE = "quote"
    """It holds the earlier text, with more around it."""


EXACT_OF_ONE = 12
EXACT_NEAR_BY = 36
EXACT_ELSEWHERE = 40
"""Weight from which the same text is a copy: by one author; by another author of
the same network; of another network."""

NEAR_OF_ONE = 32
NEAR_OF_OTHERS = 48
"""Weight from which nearly the same text, or a quote, is a copy."""

SAME = 0.56
"""Part of the smaller text's grams that the other has, if both are about as long."""
ABOUT_AS_LONG = 0.62
HELD = 0.76
"""Part of the earlier text's grams that a text has which quotes it."""
FEWEST_GRAMS = 20
"""Different grams: fewer have texts that repeat themselves."""


def compare(earlier: Grams, later: Grams) -> tuple[Why, float] | None:
    """Say how alike two texts are, if they are copies; 1.0 is everything.

    What a copy left out does not count against it, nor what a quote put around it,
    but then the rest has to be nearly whole.
    """
    both, early, late = earlier.shared(later)
    smaller, larger = sorted((early, late))
    if smaller < FEWEST_GRAMS:
        return None
    likeness = both / smaller
    if likeness >= SAME and smaller >= ABOUT_AS_LONG * larger:
        return Why.NEAR, likeness
    if likeness < HELD:
        return None
    return (Why.QUOTE if early < late else Why.NEAR), likeness


def long_numbers(text: str) -> frozenset[str]:
    """Return the numbers that tell one case from another: orders, flights, prices."""
    found = _LONG_NUMBER.findall(text)
    return frozenset(found) if found else _NONE


def are_two_cases(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether each text has a long number that the other lacks.

    Two customers with the same complaint and different order numbers are two.
    """
    return bool(mine - theirs) and bool(theirs - mine)
