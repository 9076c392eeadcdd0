"""How well a reader read a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.reading.metrics import (
    Bin,
    Found,
    Pair,
    calibration_error,
    found,
    macro_f1,
    reliability,
)
from benchmarks.reading.readers import Said
from benchmarks.reading.sets import NEG, NEU, LabelledSet
from monitor.scoring.severity import PLAIN

LEAST = 20
"""Fewer texts in a bin say nothing about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What came out. `macro_f1` is None where the set has not all its labels."""

    macro_f1: float | None
    negative: Found
    unreadable: float
    bins: tuple[Bin, ...] = ()
    calibration_error: float | None = None
    confused: tuple[str, str, float] | None = None
    """The commonest mistake: the truth, what was said, its share of that truth."""


def judge(which: LabelledSet, said: Sequence[Said]) -> Score:
    """Judge by the scheme of the set.

    3c: the label. 2c: the side. nr: the complaint where the reader has an opinion about
    it, else the label negative. What is calibrated is the chance of just that.
    """
    if which.scheme == "nr":
        return _score(which, said, [complains(each) for each in said])
    if which.scheme == "2c":
        return _score(which, said, [each.side for each in said])
    return _score(which, said, [each.label for each in said])


def judge_label(which: LabelledSet, said: Sequence[Said]) -> Score:
    """Judge complaint or rest by the label alone, negative or not."""
    answers = [NEU if each.label not in (NEG, None) else each.label for each in said]
    return _score(which, said, answers)


def complains(said: Said) -> str | None:
    """Return whether it is a complaint, as neg or neu; None if nobody could read it."""
    if said.label is None:
        return None
    plain = said.label == NEG if said.complaint is None else said.complaint >= PLAIN
    return NEG if plain else NEU


def _score(
    which: LabelledSet, said: Sequence[Said], answers: Sequence[str | None]
) -> Score:
    pairs = [
        (row.label, answer) for row, answer in zip(which.rows, answers, strict=True)
    ]
    known = [
        (row.label == NEG, chance)
        for row, each in zip(which.rows, said, strict=True)
        if (chance := _chance(which, each)) is not None
    ]
    bins = reliability([truth for truth, _ in known], [chance for _, chance in known])
    return Score(
        macro_f1=macro_f1(pairs, which.labels) if which.is_whole else None,
        negative=found(pairs, NEG),
        unreadable=sum(each.label is None for each in said) / max(1, len(said)),
        bins=bins,
        calibration_error=calibration_error(bins),
        confused=confused(pairs),
    )


def _chance(which: LabelledSet, said: Said) -> float | None:
    return said.complaint if which.scheme == "nr" else said.p_negative


def confused(pairs: Sequence[Pair]) -> tuple[str, str, float] | None:
    """Return the commonest mistake, unreadable as "", None if there is none."""
    wrong = Counter((truth, said or "") for truth, said in pairs if truth != said)
    if not wrong:
        return None
    (truth, said), count = wrong.most_common(1)[0]
    return truth, said, count / sum(true == truth for true, _ in pairs)
