"""A sentiment as the team would have it: shifted by its marks, within bounds, openly.

    logit P(negative)                    += shift of the question "negative"
    logit P(positive, if not negative)   += shift of the question "positive"
    logit complaint                      += shift of the question "complaint"
    P("not about the brand")              = sigmoid(-1.8 + shift of "not us")

The label changes only where the shifted numbers have another one than those before.
From an even chance on, what is not about the brand has no severity; its label stays,
and it is kept. What is grave (danger, law, a leak of data, a vulnerable person) in a
complaint or a negative text is never made milder, and self-harm never at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from monitor.core.model import Evidence, Label, Sentiment, Severity
from monitor.core.weights import DEFAULT, Weights
from monitor.scoring.base import Asked
from monitor.scoring.severity import PLAIN, facts_of, judge
from monitor.scoring.stars import read_stars
from monitor.teaching.learn import NOT_US_AT_FIRST, thirds
from monitor.teaching.lesson import Array, Lessons, Shift, vectors_of
from monitor.teaching.logistic import chance, logit
from monitor.teaching.verdicts import Question

PART = "taught"
"""The name under which `Sentiment.parts` and `evidence` say what teaching did."""
NOTICED = 0.05
"""Shifts below this, in logits, are not made."""
NOT_US_FROM = 0.5
GRAVE = frozenset(("safety", "legal", "privacy", "vulnerable"))
SURFACE = 0.05

_NOTHING_KNOWN = Asked()


class Encodes(Protocol):
    """What turns texts into vectors; the encoder of the stack is one."""

    def features(self, texts: Sequence[str]) -> Array:
        """Return a row for each text."""


def likeliest(p_negative: float, p_positive: float, complaint: float) -> Label:
    """Return the likeliest of three labels; a plain complaint is negative."""
    neither = 1.0 - p_negative - p_positive
    if complaint >= PLAIN or p_negative >= max(p_positive, neither):
        return Label.NEGATIVE
    return Label.POSITIVE if p_positive > neither else Label.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What every brand has been taught. Immutable: safe to share between threads."""

    lessons: Mapping[str, Lessons] = field(default_factory=dict)
    weights: Weights = DEFAULT

    def knows(self, brand: str) -> bool:
        """Tell whether anything was taught about a brand."""
        return bool(brand in self.lessons and self.lessons[brand].by_question)

    def adjust(
        self,
        found: Sentiment,
        features: Array,
        brand: str,
        *,
        asked: Asked = _NOTHING_KNOWN,
    ) -> Sentiment:
        """Return the sentiment of a text, shifted for one brand.

        `features` is the encoder's row of the text. Of `asked`, stars, reach and VIP
        count, as they did for the severity before.
        """
        return self.adjust_many([found], features[None], brand, asked=[asked])[0]

    def adjust_many(
        self,
        found: Sequence[Sentiment],
        features: Array,
        brand: str,
        *,
        asked: Sequence[Asked],
    ) -> list[Sentiment]:
        """Do the same for many texts, in their order, in less time each."""
        if not self.knows(brand):
            return list(found)
        shifts = self.lessons[brand].all_shifts(vectors_of(features))
        return [self._shifted(*each) for each in zip(found, shifts, asked, strict=True)]

    def _shifted(
        self, found: Sentiment, shifts: Mapping[Question, Shift], asked: Asked
    ) -> Sentiment:
        shifts = {q: s for q, s in shifts.items() if abs(s.by) >= NOTICED}
        kept = _kept(found, shifts)
        felt = _feel(found, kept)
        if felt is not found:
            felt = replace(felt, severity=self._severity(felt, asked))
        told = _tell(felt, kept, is_held=len(kept) < len(shifts))
        return _set_aside(told, kept.get(Question.NOT_US))

    def _severity(self, found: Sentiment, asked: Asked) -> Severity:
        stars = read_stars(asked.rating, asked.rating_scale)
        value = stars.value if stars else 0.0
        facts = facts_of(found, stars=value, reach=asked.reach, vip=asked.vip)
        return judge(facts, self.weights)


NOTHING = Taught()


def _kept(found: Sentiment, shifts: Mapping[Question, Shift]) -> dict[Question, Shift]:
    """Leave out what would make milder what nobody may make milder."""
    if not _is_grave(found):
        return dict(shifts)
    return {
        question: shift
        for question, shift in shifts.items()
        if question in (Question.NEGATIVE, Question.COMPLAINT) and shift.by > 0
    }


def _is_grave(found: Sentiment) -> bool:
    if "self_harm" in found.flags:
        return True
    bad = found.label is Label.NEGATIVE or found.complaint >= PLAIN
    return bad and not GRAVE.isdisjoint((*found.flags, *found.intents))


def _feel(found: Sentiment, shifts: Mapping[Question, Shift]) -> Sentiment:
    """Return the same with shifted numbers, and the label that goes with them."""
    before = thirds(found)
    moved = {q: shift.by for q, shift in shifts.items() if q is not Question.NOT_US}
    if before is None or not moved:
        return found
    bad = _moved(before[0], moved.get(Question.NEGATIVE))
    good = (1.0 - bad) * _moved(before[1], moved.get(Question.POSITIVE))
    complaint = _moved(found.complaint, moved.get(Question.COMPLAINT), 0.02)
    good_before = (1.0 - before[0]) * before[1]
    label = likeliest(bad, good, complaint)
    if label is likeliest(before[0], good_before, found.complaint):
        label = found.label
    score = (found.score or 0.0) + (good - bad) - (good_before - before[0])
    return replace(
        found,
        label=label,
        score=round(_on_side(max(-1.0, min(1.0, score)), label), 4),
        p_negative=round(bad, 4),
        p_positive=round(good, 4),
        complaint=round(complaint, 4),
    )


def _moved(probability: float, shift: float | None, least: float = 1e-3) -> float:
    if shift is None:
        return probability
    return float(chance(logit(probability, least) + shift))


def _on_side(score: float, label: Label) -> float:
    """Keep the number from contradicting the word."""
    if label is Label.NEGATIVE:
        return min(score, -SURFACE)
    return max(score, SURFACE) if label is Label.POSITIVE else score


def _tell(
    felt: Sentiment, shifts: Mapping[Question, Shift], *, is_held: bool
) -> Sentiment:
    """Say what the marks did; there is no place in the text that did it."""
    told = {q: s for q, s in shifts.items() if q is not Question.NOT_US}
    why = [_words(question, shift) for question, shift in told.items()]
    if is_held:
        why.append("taught otherwise, but too grave to be made milder")
    pieces = tuple(
        Evidence(start=0, end=0, part=PART, says=str(q), weight=round(_sign(q, s), 4))
        for q, s in told.items()
    )
    parts = felt.parts
    if told and felt.p_negative is not None:
        parts = (*parts, (PART, felt.p_negative))
    return replace(
        felt,
        why=(*felt.why, *why),
        evidence=(*felt.evidence, *pieces),
        parts=parts,
    )


def _sign(question: Question, shift: Shift) -> float:
    """Return a shift with unhappiness above zero."""
    return -shift.by if question is Question.POSITIVE else shift.by


def _words(question: Question, shift: Shift) -> str:
    like = shift.like
    return (
        f"taught: {question} {shift.by:+.2f}, most like {like.name} "
        f"({like.verdict.words}, {shift.likeness:.2f})"
    )


def _set_aside(found: Sentiment, shift: Shift | None) -> Sentiment:
    """Take the severity from what people took for somebody else's matter."""
    if shift is None:
        return found
    probability = float(chance(NOT_US_AT_FIRST + shift.by))
    if probability < NOT_US_FROM:
        return found
    like = shift.like
    why = (
        f"taught: not about the brand ({probability:.0%}), most like {like.name} "
        f"({like.verdict.words}, {shift.likeness:.2f})"
    )
    piece = Evidence(
        start=0, end=0, part=PART, says=str(Question.NOT_US), weight=round(-shift.by, 4)
    )
    return replace(
        found,
        severity=Severity.NONE,
        why=(*found.why, why),
        evidence=(*found.evidence, piece),
    )
