"""Lessons from examples: how the shipped reading of one brand's posts is corrected.

Each question has a lesson of its own: is it negative; if not, is it positive; is it a
complaint; is it about somebody else. What the shipped reading says is the start, the
examples shift it (`logistic`), near duplicates always, everything else only where

    there are 50 examples, and
    the mean gain in log-loss over the examples, each judged without itself
        > 2 standard errors of it

for all of them alike or for the answers balanced. Of three strengths the greatest that
passes is taken; the two questions of feeling are judged together. With fewer than 50 it
helps more often than not, but not always, however sure the few seem of it. Where one
answer has fewer than three examples there is nothing to weigh against each other, and
only near duplicates are shifted.

The answers are balanced in the fit, so that a brand with few praises learns these too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from monitor.core.model import Label, Sentiment
from monitor.teaching.lesson import (
    Array,
    Lesson,
    Lessons,
    close_part,
    general_part,
    people_of,
    vectors_of,
)
from monitor.teaching.logistic import Data, fit, left_out, logit, losses
from monitor.teaching.verdicts import ANSWERS, Example, Question, Verdict

MOST = 700
"""Examples of one question that count, the newest first."""
TRIED_ON = 250
"""So many of them, the newest, decide how far the general part reaches."""
REACHES = (0.5, 1.0, 2.0)
LEAST = 50
SURE = 2.0
LEAST_OF_EACH = 3
SMOOTH = 2.0
LEAST_WEIGHT, MOST_WEIGHT = 0.25, 4.0
NOT_US_AT_FIRST = -1.8
"""Logit of "not about the brand" before anybody said anything: the query found it."""
_TOGETHER = (
    (Question.NEGATIVE, Question.POSITIVE),
    (Question.COMPLAINT,),
    (Question.NOT_US,),
)
_BALANCED = frozenset((Question.NEGATIVE, Question.POSITIVE, Question.COMPLAINT))


class _Case(NamedTuple):
    """The examples of one question: their rows among all, and what they answer."""

    question: Question
    rows: Array
    data: Data

    @property
    def is_two_sided(self) -> bool:
        """Tell whether both answers were given, of what decides about the reach."""
        answers = self.data.answers[:TRIED_ON]
        ones = int(answers.sum())
        return min(ones, len(answers) - ones) >= LEAST_OF_EACH


def learn(
    examples: Sequence[Example], features: Array, readings: Sequence[Sentiment]
) -> Lessons:
    """Learn from a brand's examples, the newest in front.

    `features` and `readings` are what encoder and shipped stack make of each text.
    """
    vectors = vectors_of(features)
    found = {}
    for questions in _TOGETHER:
        cases = [_case(question, examples, readings) for question in questions]
        reach = _reach([case for case in cases if case.is_two_sided], vectors)
        for case in cases:
            if len(case.rows):
                used = reach if case.is_two_sided else 0.0
                found[case.question] = _lesson(case, examples, vectors, used)
    kept = tuple(replace(example, title="", text="") for example in examples)
    return Lessons(examples=kept, vectors=vectors, by_question=found)


def thirds(found: Sentiment) -> tuple[float, float] | None:
    """Return P(negative), and P(positive) if not negative; None if not readable."""
    if found.p_negative is None:
        return None
    rest = max(1.0 - found.p_negative, 1e-6)
    if found.p_positive is None:
        return found.p_negative, 0.75 if found.label is Label.POSITIVE else 0.25
    return found.p_negative, min(1.0, found.p_positive / rest)


def _lesson(
    case: _Case, examples: Sequence[Example], vectors: Array, reach: float
) -> Lesson:
    own = vectors[case.rows].astype(np.float64)
    middle = own.mean(axis=0)
    kernel = close_part(own @ own.T)
    data = _alike(case.data)
    if reach:
        kernel += reach * general_part(own, own, middle)
        data = case.data
    return Lesson(
        question=case.question,
        rows=case.rows,
        effects=fit(kernel, data),
        reach=reach,
        middle=middle,
        to_middle=own @ middle,
        people=people_of([examples[row] for row in case.rows]),
    )


def _alike(data: Data) -> Data:
    return data._replace(weights=np.ones(len(data.answers)))


def _reach(cases: Sequence[_Case], vectors: Array) -> float:
    """Return the greatest strength of the general part that demonstrably helps."""
    found = 0.0
    for reach in REACHES:
        gains: dict[int, float] = {}
        balanced: dict[int, float] = {}
        for case in cases:
            rows, data = case.rows[:TRIED_ON], case.data.first(TRIED_ON)
            for row, gain, weight in zip(
                rows, _gains(data, vectors[rows], reach), data.weights, strict=True
            ):
                gains[row] = gains.get(row, 0.0) + gain
                balanced[row] = balanced.get(row, 0.0) + gain * weight
        if _is_sure(gains.values()) or _is_sure(balanced.values()):
            found = reach
    return found


def _gains(data: Data, vectors: Array, reach: float) -> Array:
    """Return what the general part gains, each example judged without itself."""
    vectors = vectors.astype(np.float64)
    close = close_part(vectors @ vectors.T)
    general = reach * general_part(vectors, vectors, vectors.mean(axis=0))
    before = losses(left_out(close, _alike(data)), data.answers)
    after = losses(left_out(close + general, data), data.answers)
    return np.asarray(before - after)


def _is_sure(found: Iterable[float]) -> bool:
    gains = np.array(list(found))
    if len(gains) < LEAST:
        return False
    error = gains.std(ddof=1) / len(gains) ** 0.5
    return bool(gains.mean() > SURE * error)


def _case(
    question: Question, examples: Sequence[Example], readings: Sequence[Sentiment]
) -> _Case:
    rows: list[int] = []
    answered: set[str] = set()
    answers: list[float] = []
    offsets: list[float] = []
    for row, (example, reading) in enumerate(zip(examples, readings, strict=True)):
        answer = ANSWERS[example.verdict].get(question)
        offset = _offset(question, reading)
        if answer is None or offset is None or example.target in answered:
            continue
        answered.add(example.target)
        rows.append(row)
        answers.append(float(answer))
        offsets.append(offset)
        if len(rows) == MOST:
            break
    weights = _weights(question, [examples[row].verdict for row in rows])
    data = Data(np.array(answers), np.array(offsets), weights)
    return _Case(question, np.array(rows, dtype=np.int64), data)


def _offset(question: Question, reading: Sentiment) -> float | None:
    if question is Question.NOT_US:
        return NOT_US_AT_FIRST
    if question is Question.COMPLAINT:
        return float(logit(reading.complaint, 0.02))
    found = thirds(reading)
    if found is None:
        return None
    return float(logit(found[question is Question.POSITIVE]))


def _weights(question: Question, verdicts: Iterable[Verdict]) -> Array:
    """Let each answer count the same, whatever there is more of."""
    said = list(verdicts)
    if question not in _BALANCED:
        return np.ones(len(said))
    kinds = [_kind(question, verdict) for verdict in said]
    sizes = {kind: kinds.count(kind) + SMOOTH for kind in set(kinds)}
    shares = _shares(sizes)
    raw = np.array([shares[kind] / sizes[kind] for kind in kinds])
    return np.clip(raw / raw.mean(), LEAST_WEIGHT, MOST_WEIGHT) if len(raw) else raw


def _shares(sizes: Mapping[str, float]) -> dict[str, float]:
    """Return what each kind weighs in all: one for "bad", two for all the others.

    Of these, "rest" (not negative, and not said what else) has what its number gives.
    """
    others = sum(size for kind, size in sizes.items() if kind != "bad")
    known = [kind for kind in sizes if kind not in ("bad", "rest")]
    rest = sizes.get("rest", 0.0) / others if others else 0.0
    shares = {kind: 2.0 * (1.0 - rest) / len(known) for kind in known}
    return {**shares, "bad": 1.0, "rest": 2.0 * rest}


def _kind(question: Question, verdict: Verdict) -> str:
    if question is Question.NEGATIVE:
        if ANSWERS[verdict][question]:
            return "bad"
        return "rest" if verdict is Verdict.NOT_NEGATIVE else verdict.value
    return str(ANSWERS[verdict][question])
