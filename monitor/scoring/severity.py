"""How bad a mention is, as one of five words, from points that are added up.

    points = what each fact is worth (`monitor.core.weights`), added up
    level  = low, medium, high or critical from so many points, or the least that holds

Points are counted only where there is trouble: a negative label, a plain complaint, or
a text that the trained part takes for high or worse and nobody for praise. What holds
whatever the points:

- self-harm is critical, always;
- danger, a legal threat, a leak of data and a vulnerable person have a level of their
  own in a plain complaint; without one the first three are high in a negative text;
- one or two stars have a level of their own in a negative text;
- a question, a wish and a mild complaint are at least low, praise excepted;
- everything else without trouble is none, and so are adverts.

No fact lowers the level except irony (`sarcasm`) and being an advert. Pure, and judged
from the numbers as they are kept (`facts_of`), so that `severity preview` finds the
same level years later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from monitor.core.model import Label, Sentiment, Severity
from monitor.core.weights import DEFAULT, Weights

PLAIN = 0.5
"""From here on a complaint is plain."""
MILD = 0.3
"""From here on it is worth a look."""
P_HIGH = "p_high"
"""The name under which `Sentiment.parts` keeps the trained part's opinion."""

_NEGATIVE, _POSITIVE = Label.NEGATIVE, Label.POSITIVE  # asked of every post
_NONE, _LOW, _MEDIUM = Severity.NONE, Severity.LOW, Severity.MEDIUM
_HIGH, _CRITICAL = Severity.HIGH, Severity.CRITICAL
_ADVERTS = frozenset(("spam", "job_advert"))
_ASKS = frozenset(("question", "feature_request"))
_WORDS = {
    "refund": "wants money back",
    "billing": "was charged",
    "waiting": "has to wait",
    "unanswered": "gets no answer",
    "delivery": "delivery trouble",
    "outage": "service down",
    "defect": "something broken",
    "service": "treated badly",
    "account": "cannot use the account",
    "churn": "leaves",
    "safety": "danger to people",
    "legal": "legal threat",
    "going_public": "goes public",
    "privacy": "data leak or fraud",
    "vulnerable": "vulnerable person",
    "urgent": "urgent",
    "sarcasm": "irony",
}
_GRAVE = (
    ("safety_least", "safety", "danger to people", _HIGH),
    ("legal_least", "legal", "legal threat", _HIGH),
    ("privacy_least", "privacy", "data leak or fraud", _HIGH),
    ("vulnerable_least", "vulnerable", "vulnerable person complains", _NONE),
)
_SELF_HARM = "self_harm"
_WAITED = ((1.0, "waited_day"), (7.0, "waited_week"), (30.0, "waited_month"))
_ASKED = ((2, "asked_twice"), (3, "asked_often"))
_STARS = ((2.5, "two_stars"), (1.5, "one_star"))
_REACH = ((10_000, "reach_10k"), (100_000, "reach_100k"), (1_000_000, "reach_1m"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What severity depends on. `p_high` is None without the trained part.

    `stars` (of five) is 0 where there is no rating; `reach` counts followers or
    views, None if not known; `vip`: the author is known as important.
    """

    label: Label
    p_negative: float = 0.0
    p_high: float | None = None
    complaint: float = 0.0
    intents: Collection[str] = ()
    flags: Collection[str] = ()
    waited_days: float | None = None
    contacts: int = 0
    intensity: float = 0.0
    stars: float = 0.0
    reach: int | None = None
    vip: bool = False


class Point(NamedTuple):
    """One summand: the weight's name, why it counts, and what it is worth."""

    weight: str
    words: str
    points: float


class Floor(NamedTuple):
    """What holds whatever the points; `weight` is empty where it cannot be changed."""

    weight: str
    words: str
    least: Severity


class Judgement(NamedTuple):
    """A severity with everything that made it."""

    severity: Severity
    total: float
    points: tuple[Point, ...]
    floors: tuple[Floor, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """Return what decided, the weightiest first, as short phrases."""
        held = [f.words for f in self.floors if f.least is self.severity]
        heavy = sorted(self.points, key=lambda point: -abs(point.points))
        return tuple(dict.fromkeys([*held, *(p.words for p in heavy)]))


def judge(facts: Facts, weights: Weights = DEFAULT) -> Severity:
    """Return the severity."""
    return explain(facts, weights).severity


def points(facts: Facts, weights: Weights = DEFAULT) -> tuple[Point, ...]:
    """Return every summand that is not nothing."""
    return explain(facts, weights).points


def explain(facts: Facts, weights: Weights = DEFAULT) -> Judgement:
    """Return the severity with all that made it."""
    if not _ADVERTS.isdisjoint(facts.intents) and _SELF_HARM not in facts.flags:
        return Judgement(_NONE, 0.0, (), ())
    floors = (*_fixed(facts), *_grave(facts, weights))
    found = tuple(_summands(facts, weights)) if _is_trouble(facts) else ()
    total = round(sum([point.points for point in found]), 2)
    least = max([floor.least for floor in floors], default=_NONE)
    level = level_of(total, weights) if found else _NONE
    return Judgement(max(level, least), total, found, floors)


def level_of(total: float, weights: Weights = DEFAULT) -> Severity:
    """Return the level that so many points make."""
    if total >= weights.high_from:
        return _CRITICAL if total >= weights.critical_from else _HIGH
    if total >= weights.medium_from:
        return _MEDIUM
    return _LOW if total >= weights.low_from else _NONE


def facts_of(
    found: Sentiment, *, stars: float = 0.0, reach: int | None = None, vip: bool = False
) -> Facts:
    """Return what reading found, as severity depends on it."""
    return Facts(
        label=found.label,
        p_negative=found.p_negative or 0.0,
        p_high=p_high_of(found.parts),
        complaint=found.complaint,
        intents=found.intents,
        flags=found.flags,
        waited_days=found.waited_days,
        contacts=found.contacts,
        intensity=found.intensity,
        stars=stars,
        reach=reach,
        vip=vip,
    )


def reach_of(followers: int | None, metrics: Mapping[str, int]) -> int | None:
    """Return how many see a post: its author's followers, else its views."""
    return followers or metrics.get("views")


def p_high_of(parts: Collection[tuple[str, float]]) -> float | None:
    """Return the trained part's opinion, None where it was not asked."""
    return next((value for name, value in parts if name == P_HIGH), None)


def _is_trouble(facts: Facts) -> bool:
    if facts.label is _NEGATIVE or facts.complaint >= PLAIN:
        return True
    return facts.label is not _POSITIVE and (facts.p_high or 0.0) >= PLAIN


def _fixed(facts: Facts) -> Iterator[Floor]:
    """Yield what the operator cannot change."""
    if _SELF_HARM in facts.flags:
        yield Floor("", "self-harm", _CRITICAL)
    if facts.label is not _POSITIVE:
        if not _ASKS.isdisjoint(facts.intents):
            yield Floor("", "asks for something", _LOW)
        if facts.complaint >= MILD:
            yield Floor("", "complains", _LOW)


def _grave(facts: Facts, weights: Weights) -> Iterator[Floor]:
    """Yield what is grave by its nature: all of it if the complaint is plain."""
    negative, plain = facts.label is _NEGATIVE, facts.complaint >= PLAIN
    if not (plain or negative):
        return
    if negative and 0 < facts.stars < 2.5 and weights.stars_least is not _NONE:
        yield Floor("stars_least", _in_stars(facts.stars), weights.stars_least)
    for weight, name, words, otherwise in _GRAVE:
        if name in facts.intents or name in facts.flags:
            least: Severity = getattr(weights, weight)
            least = least if plain else min(least, otherwise)
            if least is not _NONE:
                yield Floor(weight, words, least)


def _summands(facts: Facts, weights: Weights) -> Iterator[Point]:
    for point in (
        *_read(facts, weights),
        *_named(facts, weights),
        *_counted(facts, weights),
    ):
        if point.points:
            yield point


def _read(facts: Facts, weights: Weights) -> list[Point]:
    """Return what is worth as much as there is of it."""
    grave = facts.p_high or 0.0
    return [
        Point("negative", "negative", weights.negative * (facts.label is _NEGATIVE)),
        Point("feeling", "unhappy", round(weights.feeling * facts.p_negative, 2)),
        Point("complaint", "complains", round(weights.complaint * facts.complaint, 2)),
        Point("p_high", "like grave cases", round(weights.p_high * grave, 2)),
        Point("intensity", "upset", round(weights.intensity * facts.intensity, 2)),
    ]


def _named(facts: Facts, weights: Weights) -> Iterator[Point]:
    """Yield what is there or not."""
    for name in (*facts.intents, *facts.flags):
        if name in _WORDS:
            yield Point(name, _WORDS[name], getattr(weights, name))
    if facts.vip:
        yield Point("vip", "VIP", weights.vip)


def _counted(facts: Facts, weights: Weights) -> Iterator[Point]:
    """Yield what grows in steps, each on top of the one before."""
    waited, contacts, stars, reach = (
        facts.waited_days or 0.0,
        facts.contacts,
        facts.stars,
        facts.reach or 0,
    )
    steps = [(name, f"waited {_days(waited)}") for n, name in _WAITED if waited >= n]
    steps += [(name, f"asked {contacts} times") for n, name in _ASKED if contacts >= n]
    if stars > 0:
        steps += [(name, _in_stars(stars)) for n, name in _STARS if stars < n]
    steps += [(name, f"{reach:,} see it") for n, name in _REACH if reach >= n]
    for name, words in steps:
        yield Point(name, words, getattr(weights, name))


def _days(days: float) -> str:
    for size, word in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= size:
            number = int(days // size)
            return f"{number} {word}{'s' if number > 1 else ''}"
    return "under a day"


def _in_stars(stars: float) -> str:
    return "1 star" if stars == 1 else f"{stars:.3g} stars"
