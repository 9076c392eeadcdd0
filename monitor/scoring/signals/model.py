"""What reading the words of a post gives."""

from __future__ import annotations

from dataclasses import dataclass

INTENTS = frozenset(
    (
        "refund", "billing", "waiting", "unanswered", "delivery", "outage", "defect",
        "service", "account", "safety", "legal", "churn", "question",
        "feature_request", "praise", "spam", "job_advert",
    )
)  # fmt: skip
FLAGS = frozenset(
    ("going_public", "privacy", "vulnerable", "self_harm", "urgent", "sarcasm")
)
ADVERTS = frozenset(("spam", "job_advert"))
RELIEF, PRAISE, ANGER, QUESTION = "relief", "praise", "anger", "question"
INSULT, INTENSIFIER, NOTHING = "insult", "intensifier", "nothing"
KINDS = INTENTS | FLAGS | {RELIEF, ANGER, INSULT, INTENSIFIER, NOTHING}
"""Every kind a table may have."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One place that says something. `lang` is "" for what is read in any language."""

    start: int
    end: int
    kind: str
    weight: float
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """All places, and what they come to."""

    found: tuple[Signal, ...] = ()
    complaint: float = 0.0
    intents: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    waited_days: float | None = None
    contacts: int = 0
    anger: float = 0.0
