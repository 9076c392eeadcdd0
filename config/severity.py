"""How bad a mention is: the operator's own weights.

What each weight means and weighs stands in `monitor.core.weights`; here is only what
may be written for it.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from config.part import Part
from config.values import NUMBER, SeverityWord
from monitor.core.weights import DEFAULT, MOST, NAMES, Weights, contradictions, meaning

Points = Annotated[float, Field(ge=0, le=MOST), NUMBER]
Less = Annotated[float, Field(ge=-MOST, le=0), NUMBER]
Limit = Annotated[float, Field(gt=0, le=5 * MOST), NUMBER]


def _weight(name: str) -> Any:
    return Field(default=getattr(DEFAULT, name), description=meaning(name))


class SeverityConfig(Part):
    """How bad a mention is: points for what is known, and how many make a level."""

    negative: Points = _weight("negative")
    feeling: Points = _weight("feeling")
    complaint: Points = _weight("complaint")
    p_high: Points = _weight("p_high")
    intensity: Points = _weight("intensity")
    refund: Points = _weight("refund")
    billing: Points = _weight("billing")
    waiting: Points = _weight("waiting")
    unanswered: Points = _weight("unanswered")
    delivery: Points = _weight("delivery")
    outage: Points = _weight("outage")
    defect: Points = _weight("defect")
    service: Points = _weight("service")
    account: Points = _weight("account")
    churn: Points = _weight("churn")
    safety: Points = _weight("safety")
    legal: Points = _weight("legal")
    going_public: Points = _weight("going_public")
    privacy: Points = _weight("privacy")
    vulnerable: Points = _weight("vulnerable")
    urgent: Points = _weight("urgent")
    sarcasm: Less = _weight("sarcasm")
    waited_day: Points = _weight("waited_day")
    waited_week: Points = _weight("waited_week")
    waited_month: Points = _weight("waited_month")
    asked_twice: Points = _weight("asked_twice")
    asked_often: Points = _weight("asked_often")
    two_stars: Points = _weight("two_stars")
    one_star: Points = _weight("one_star")
    reach_10k: Points = _weight("reach_10k")
    reach_100k: Points = _weight("reach_100k")
    reach_1m: Points = _weight("reach_1m")
    vip: Points = _weight("vip")
    low_from: Limit = _weight("low_from")
    medium_from: Limit = _weight("medium_from")
    high_from: Limit = _weight("high_from")
    critical_from: Limit = _weight("critical_from")
    safety_least: SeverityWord = _weight("safety_least")
    legal_least: SeverityWord = _weight("legal_least")
    privacy_least: SeverityWord = _weight("privacy_least")
    vulnerable_least: SeverityWord = _weight("vulnerable_least")
    stars_least: SeverityWord = _weight("stars_least")

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        found = contradictions({name: getattr(self, name) for name in NAMES})
        if found:
            raise ValueError("; ".join(found))
        return self

    @property
    def weights(self) -> Weights:
        """Return what the scorer takes."""
        return Weights(**{name: getattr(self, name) for name in NAMES})
