"""How bad a mention is, as one of five words.

Points: a complaint of 0.5 or more gives 1, of 0.8 or more 2; a probability of 0.75 or
more of being negative gives 1; shouting 1; leaving or money taken 1; a rating below
one and a half stars 1. A negative text with no points is low, with one or two medium,
with three or four high, with more critical. Words of law make it high at least. Words
of harm to people make it high at least, and critical in a negative text that complains
plainly. Everything else is none, except that a neutral text with half a complaint in
it is low. Adverts are none.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from monitor.core.model import Label, Severity
from monitor.scoring.cues import ADVERTS

_NEGATIVE, _NEUTRAL = Label.NEGATIVE, Label.NEUTRAL  # asked of every post
_NONE, _LOW, _HIGH = Severity.NONE, Severity.LOW, Severity.HIGH
_ADVERTS = frozenset(ADVERTS)
_LEAVING = frozenset(("churn", "billing"))
_BY_POINTS = (Severity.LOW, *[Severity.MEDIUM] * 2, *[Severity.HIGH] * 2)


@dataclass(slots=True, kw_only=True)
class Facts:
    """What severity depends on. `stars` is 0 where there is no rating."""

    label: Label
    p_negative: float
    complaint: float
    intents: Collection[str] = ()
    shouting: bool = False
    stars: float = 0.0


def judge(facts: Facts) -> Severity:
    """Return the severity."""
    if not _ADVERTS.isdisjoint(facts.intents):
        return _NONE
    floor = _floor(facts)
    if facts.label is not _NEGATIVE:
        return floor
    points = _points(facts)
    by_points = _BY_POINTS[points] if points < len(_BY_POINTS) else Severity.CRITICAL
    return max(floor, by_points)


def _floor(facts: Facts) -> Severity:
    negative = facts.label is _NEGATIVE
    if "safety" in facts.intents and facts.complaint >= 0.5:
        grave = negative and facts.complaint >= 0.7
        return Severity.CRITICAL if grave else _HIGH
    if "legal" in facts.intents and negative:
        return _HIGH
    if facts.label is _NEUTRAL and facts.complaint >= 0.3:
        return _LOW
    return _NONE


def _points(facts: Facts) -> int:
    return (
        (facts.complaint >= 0.5)
        + (facts.complaint >= 0.8)
        + (facts.p_negative >= 0.75)
        + facts.shouting
        + (not _LEAVING.isdisjoint(facts.intents))
        + (0 < facts.stars < 1.5)
    )
