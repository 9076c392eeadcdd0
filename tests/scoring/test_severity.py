"""How bad a mention is: points, levels, what holds whatever the points."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monitor.core.model import Label, Sentiment, Severity
from monitor.core.weights import DEFAULT, LIMITS, NAMES, Weights, meaning
from monitor.scoring.severity import (
    Facts,
    explain,
    facts_of,
    judge,
    level_of,
    points,
    reach_of,
)
from monitor.scoring.signals.model import FLAGS, INTENTS

NONE, LOW, MEDIUM = Severity.NONE, Severity.LOW, Severity.MEDIUM
HIGH, CRITICAL = Severity.HIGH, Severity.CRITICAL


def unhappy(**more: Any) -> Facts:
    """An ordinary complaint, with something added."""
    facts = {"label": Label.NEGATIVE, "p_negative": 0.9, "complaint": 0.7} | more
    return Facts(**facts)


def worth(facts: Facts, weights: Weights = DEFAULT) -> dict[str, float]:
    return {point.weight: point.points for point in points(facts, weights)}


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        (Facts(label=Label.POSITIVE, intents=("praise",)), NONE),
        (Facts(label=Label.POSITIVE, complaint=0.4, p_high=0.9), NONE),
        (Facts(label=Label.NEUTRAL), NONE),
        (Facts(label=Label.UNREADABLE), NONE),
        (Facts(label=Label.NEUTRAL, intents=("question",)), LOW),
        (Facts(label=Label.NEUTRAL, intents=("feature_request",)), LOW),
        (Facts(label=Label.NEUTRAL, complaint=0.3), LOW),
        (Facts(label=Label.NEGATIVE, p_negative=0.6), LOW),
        (unhappy(), MEDIUM),
        (unhappy(p_high=0.05, intents=("delivery",)), MEDIUM),
        (unhappy(p_high=0.5), HIGH),
        (unhappy(intents=("unanswered", "refund"), contacts=3), HIGH),
        (unhappy(intents=("churn",), flags=("going_public",)), HIGH),
        (unhappy(intents=("waiting", "refund"), waited_days=40.0), HIGH),
        (unhappy(intents=("safety",)), CRITICAL),
        (unhappy(intents=("legal",)), CRITICAL),
        (unhappy(flags=("privacy",)), CRITICAL),
        (unhappy(flags=("vulnerable",)), HIGH),
        (unhappy(complaint=0.3, intents=("safety",)), HIGH),
        (Facts(label=Label.NEUTRAL, complaint=0.6, intents=("safety",)), CRITICAL),
        (Facts(label=Label.NEUTRAL, complaint=0.1, intents=("safety",)), NONE),
        (Facts(label=Label.POSITIVE, flags=("self_harm",)), CRITICAL),
        (unhappy(intents=("spam", "safety")), NONE),
        (unhappy(intents=("job_advert",)), NONE),
        (unhappy(intents=("spam",), flags=("self_harm",)), CRITICAL),
        (Facts(label=Label.NEGATIVE, p_negative=0.85, stars=2.0), MEDIUM),
    ],
    ids=str,
)
def test_levels(facts: Facts, severity: Severity):
    assert judge(facts) is severity


@pytest.mark.parametrize("asks", ["question", "feature_request"])
def test_whoever_asks_nicely_is_answered_whoever_praises_need_not_be(asks: str):
    assert judge(Facts(label=Label.NEUTRAL, intents=(asks,))) is LOW
    assert judge(Facts(label=Label.POSITIVE, intents=(asks, "praise"))) is NONE


def test_points_are_the_weights_times_what_there_is():
    facts = unhappy(
        p_high=0.25,
        intensity=0.6,
        intents=("refund", "question"),
        flags=("urgent", "sarcasm"),
    )

    assert worth(facts) == {
        "negative": 1.0,
        "feeling": 0.9,
        "complaint": 1.4,
        "p_high": 1.0,
        "intensity": 0.3,
        "refund": 0.5,
        "urgent": 0.5,
        "sarcasm": -0.5,
    }
    assert explain(facts).total == 5.1


def test_points_count_only_where_there_is_trouble():
    famous = {"reach": 10_000_000, "vip": True, "p_high": 0.4}

    assert points(Facts(label=Label.NEUTRAL, **famous)) == ()
    assert points(Facts(label=Label.POSITIVE, **famous | {"p_high": 0.99})) == ()
    assert points(Facts(label=Label.NEUTRAL, **famous | {"p_high": 0.5}))
    assert points(Facts(label=Label.POSITIVE, complaint=0.5, **famous))


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        ({"waited_days": 0.5}, []),
        ({"waited_days": 1.0}, ["waited_day"]),
        ({"waited_days": 7.0}, ["waited_day", "waited_week"]),
        ({"waited_days": 365.0}, ["waited_day", "waited_week", "waited_month"]),
        ({"contacts": 1}, []),
        ({"contacts": 2}, ["asked_twice"]),
        ({"contacts": 9}, ["asked_twice", "asked_often"]),
        ({"stars": 0.0}, []),
        ({"stars": 2.5}, []),
        ({"stars": 2.0}, ["two_stars"]),
        ({"stars": 1.0}, ["two_stars", "one_star"]),
        ({"reach": None}, []),
        ({"reach": 9_999}, []),
        ({"reach": 10_000}, ["reach_10k"]),
        ({"reach": 3_000_000}, ["reach_10k", "reach_100k", "reach_1m"]),
    ],
    ids=str,
)
def test_steps_come_on_top_of_each_other(facts: dict[str, Any], steps: list[str]):
    weights = Weights(waited_day=0.1, two_stars=0.1)

    added = worth(unhappy(**facts), weights).keys() - worth(unhappy(), weights).keys()

    assert added == set(steps)


@pytest.mark.parametrize(
    "steps",
    [
        [{"p_negative": p / 10} for p in range(11)],
        [{"complaint": p / 10} for p in range(11)],
        [{"p_high": None}, *({"p_high": p / 10} for p in range(11))],
        [{"intensity": p / 10} for p in range(11)],
        [{"waited_days": days} for days in (None, 0.1, 1.0, 6.9, 7.0, 30.0, 900.0)],
        [{"contacts": times} for times in range(5)],
        [{"stars": stars} for stars in (0.0, 2.4, 1.0)],
        [{"reach": reach} for reach in (None, 0, 10_000, 100_000, 1_000_000)],
        [{"vip": False}, {"vip": True}],
        *([{}, {"intents": (name,)}] for name in sorted(INTENTS)),
        *([{}, {"flags": (name,)}] for name in sorted(FLAGS)),
        [{"label": label} for label in (Label.POSITIVE, Label.NEUTRAL, Label.NEGATIVE)],
    ],
    ids=str,
)
@pytest.mark.parametrize("weights", [DEFAULT, Weights(negative=0, complaint=0)])
def test_more_is_never_less_bad(steps: list[dict[str, Any]], weights: Weights):
    """For every fact, around texts of every sort; irony and adverts are the rest."""
    calmer = {("spam",), ("job_advert",)}
    for start in _around():
        told = [replace(start, **step) for step in steps]
        if told[-1].intents in calmer or told[-1].flags == ("sarcasm",):
            told.reverse()
        levels = [judge(each, weights) for each in told]
        assert levels == sorted(levels), (start, steps)


def _around() -> list[Facts]:
    return [
        Facts(label=label, p_negative=p, p_high=high, complaint=complaint)
        for label in (Label.POSITIVE, Label.NEUTRAL, Label.NEGATIVE)
        for p in (0.1, 0.6, 0.95)
        for high in (None, 0.2, 0.7)
        for complaint in (0.0, 0.35, 0.6, 0.95)
    ]


def test_every_intent_and_flag_that_tells_of_trouble_has_a_weight():
    calm = {"question", "feature_request", "praise", "spam", "job_advert"}

    named = {name for name in INTENTS | FLAGS if name in NAMES}

    assert (INTENTS | FLAGS) - named == calm | {"self_harm"}
    for name in sorted(named):
        facts = unhappy(
            intents=(name,) if name in INTENTS else (),
            flags=(name,) if name in FLAGS else (),
        )
        assert worth(facts, replace(DEFAULT, **{name: 0.25}))[name] == 0.25


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LIMITS])
def test_every_weight_does_something(name: str):
    facts = unhappy(
        p_high=0.9,
        intensity=1.0,
        intents=tuple(sorted(INTENTS - {"spam", "job_advert"})),
        flags=tuple(sorted(FLAGS - {"self_harm"})),
        waited_days=40.0,
        contacts=3,
        stars=1.0,
        reach=2_000_000,
        vip=True,
    )
    other: Any = NONE if isinstance(getattr(DEFAULT, name), Severity) else 7.5

    before, after = explain(facts), explain(facts, replace(DEFAULT, **{name: other}))

    assert (before.total, before.floors) != (after.total, after.floors)


@pytest.mark.parametrize(
    ("total", "severity"),
    [
        (0.99, NONE),
        (DEFAULT.low_from, LOW),
        (DEFAULT.medium_from - 0.01, LOW),
        (DEFAULT.medium_from, MEDIUM),
        (DEFAULT.high_from, HIGH),
        (DEFAULT.critical_from - 0.01, HIGH),
        (DEFAULT.critical_from, CRITICAL),
    ],
)
def test_limits_belong_to_the_level_above(total: float, severity: Severity):
    assert level_of(total) is severity


def test_the_operator_decides_what_is_grave():
    calm = Weights(safety=0, safety_least=MEDIUM)

    assert judge(unhappy(intents=("safety",)), calm) is MEDIUM
    assert judge(unhappy(intents=("safety",))) is CRITICAL
    assert judge(unhappy(flags=("self_harm",)), calm) is CRITICAL


def test_why_begins_with_what_decided():
    leak = explain(unhappy(flags=("privacy", "going_public"), waited_days=16.0))

    assert leak.why[0] == "data leak or fraud"
    assert "waited 2 weeks" in leak.why
    assert len(set(leak.why)) == len(leak.why)

    often = explain(unhappy(p_high=0.9, contacts=4, reach=12_000, stars=1.5))

    assert often.why[:2] == ("like grave cases", "complains")
    assert {"asked 4 times", "12,000 see it"} <= set(often.why)


def test_what_reading_found_is_what_is_judged():
    found = Sentiment(
        label=Label.NEGATIVE,
        p_negative=0.8,
        complaint=0.6,
        intents=("refund",),
        flags=("urgent",),
        waited_days=9.0,
        contacts=2,
        intensity=0.4,
        parts=(("encoder", 0.9), ("p_high", 0.3)),
    )

    assert facts_of(found, stars=1.0, reach=500, vip=True) == Facts(
        label=Label.NEGATIVE,
        p_negative=0.8,
        p_high=0.3,
        complaint=0.6,
        intents=("refund",),
        flags=("urgent",),
        waited_days=9.0,
        contacts=2,
        intensity=0.4,
        stars=1.0,
        reach=500,
        vip=True,
    )
    nobody = facts_of(Sentiment(label=Label.UNREADABLE))
    assert (nobody.p_high, nobody.p_negative) == (None, 0.0)


@pytest.mark.parametrize(
    ("followers", "metrics", "reach"),
    [
        (500, {"views": 9}, 500),
        (None, {"views": 9}, 9),
        (0, {"views": 9}, 9),
        (None, {}, None),
    ],
)
def test_reach_is_followers_or_else_views(
    followers: int | None, metrics: dict[str, int], reach: int | None
):
    assert reach_of(followers, metrics) == reach


def test_every_weight_says_in_a_line_what_it_is_for():
    for name in NAMES:
        assert 10 < len(meaning(name)) < 90, name
