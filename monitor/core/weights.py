"""What each thing that is known of a mention adds to its severity, in points.

The operator may change every number (`severity:` in the configuration); how they are
added up is in `monitor.scoring.severity`. The meaning of each stands here once, for the
configuration's reference and for the users' page.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from monitor.core.model import Severity

MOST = 20
"""The most that one weight or limit may be."""


def _points(value: float, meaning: str) -> Any:
    return field(default=value, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points, the limits between levels, and what is at least so bad."""

    negative: float = _points(1.0, "The label is negative.")
    feeling: float = _points(1.0, "Times the probability of being negative.")
    complaint: float = _points(2.0, "Times the complaint.")
    p_high: float = _points(
        4.0, "Times the probability, learned from examples, of being high or worse."
    )
    intensity: float = _points(0.5, "Times the intensity: how upset the writer is.")

    refund: float = _points(0.5, "Wants money back.")
    billing: float = _points(0.5, "Was charged, or charged wrongly.")
    waiting: float = _points(0.5, "Has to wait; how long counts below.")
    unanswered: float = _points(1.0, "Gets no answer.")
    delivery: float = _points(0.0, "About a delivery, a flight, a parcel.")
    outage: float = _points(0.5, "The service is down.")
    defect: float = _points(0.0, "Something is broken.")
    service: float = _points(0.0, "About how people were treated.")
    account: float = _points(0.5, "Cannot use the account.")
    churn: float = _points(1.0, "Leaves, or says so.")
    safety: float = _points(2.0, "Danger to health or to people.")
    legal: float = _points(2.0, "A lawyer, a court, a regulator.")

    going_public: float = _points(1.0, "Goes to the press or the public, or says so.")
    privacy: float = _points(2.0, "Personal data where they should not be, or fraud.")
    vulnerable: float = _points(1.5, "A person who depends on it: old, ill, a child.")
    urgent: float = _points(0.5, "Says that it is urgent.")
    sarcasm: float = _points(
        -0.5, "Irony: less sure how bad it is. The only one that takes points away."
    )

    waited_day: float = _points(0.0, "Waited a day or more.")
    waited_week: float = _points(0.5, "Waited a week or more: on top of that.")
    waited_month: float = _points(0.5, "Waited 30 days or more: on top of both.")
    asked_twice: float = _points(0.5, "Has asked twice or more.")
    asked_often: float = _points(0.5, "Has asked three times or more: on top of that.")

    two_stars: float = _points(0.0, "Rated with under two and a half stars of five.")
    one_star: float = _points(0.5, "Under one and a half stars: on top of that.")
    reach_10k: float = _points(0.5, "10,000 followers or views, or more.")
    reach_100k: float = _points(0.5, "100,000 or more: on top of that.")
    reach_1m: float = _points(0.5, "A million or more: on top of both.")
    vip: float = _points(1.0, "The author is on a list of VIPs.")

    low_from: float = _points(1.0, "So many points are low …")
    medium_from: float = _points(3.0, "… so many medium …")
    high_from: float = _points(5.0, "… so many high …")
    critical_from: float = _points(12.0, "… and so many critical.")

    safety_least: Severity = field(
        default=Severity.CRITICAL,
        metadata={"meaning": "A plain complaint about danger is at least this."},
    )
    legal_least: Severity = field(
        default=Severity.CRITICAL,
        metadata={"meaning": "A plain complaint with a legal threat is at least this."},
    )
    privacy_least: Severity = field(
        default=Severity.CRITICAL,
        metadata={
            "meaning": "A plain complaint about a leak or fraud is at least this."
        },
    )
    vulnerable_least: Severity = field(
        default=Severity.HIGH,
        metadata={
            "meaning": "A plain complaint for a vulnerable person is at least this."
        },
    )
    stars_least: Severity = field(
        default=Severity.MEDIUM,
        metadata={"meaning": "One or two stars in a negative post are at least this."},
    )


DEFAULT = Weights()
NAMES = tuple(each.name for each in fields(Weights))
LEAST = tuple(name for name in NAMES if name.endswith("_least"))
LIMITS = ("low_from", "medium_from", "high_from", "critical_from")
_METADATA = {each.name: each.metadata for each in fields(Weights)}


def meaning(name: str) -> str:
    """Return what a weight is for."""
    return str(_METADATA[name]["meaning"])


def contradictions(values: Mapping[str, Any]) -> list[str]:
    """Return the limits that are not above the one before."""
    return [
        f"{before} ({values[before]:g}) must be less than {after} ({values[after]:g})"
        for before, after in itertools.pairwise(LIMITS)
        if values[before] >= values[after]
    ]
