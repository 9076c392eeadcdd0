"""The measures of the score sheet, in plain Python.

A truth is a label; what was said is a label too, or None where a text was left
unreadable. None is never right, so it counts as a mistake of whatever was the truth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 10

Pair = tuple[str, str | None]
"""The truth, and what was said."""


@dataclass(frozen=True, slots=True)
class Found:
    """How well one kind of text was found."""

    true: int
    said: int
    right: int

    @property
    def precision(self) -> float | None:
        """Return the share of those said that are right; None if nothing was said."""
        return self.right / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Return the share of the true that were said; None if there are none."""
        return self.right / self.true if self.true else None

    @property
    def f1(self) -> float:
        total = self.true + self.said
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Texts of one tenth of the scale: their mean chance, and how often it was so."""

    count: int = 0
    chance: float = 0.0
    share: float = 0.0


def found(pairs: Iterable[Pair], label: str) -> Found:
    """Count one label."""
    true = said = right = 0
    for truth, answer in pairs:
        true += truth == label
        said += answer == label
        right += truth == answer == label
    return Found(true, said, right)


def found_yes(truths: Iterable[bool], answers: Iterable[bool]) -> Found:
    """Count what is either there or not."""
    pairs = zip(truths, answers, strict=True)
    return found([(str(truth), str(answer)) for truth, answer in pairs], str(True))


def macro_f1(pairs: Sequence[Pair], labels: Sequence[str]) -> float:
    """Return the mean F1 of the labels."""
    return sum(found(pairs, label).f1 for label in labels) / len(labels)


def average_precision(truths: Sequence[bool], scores: Sequence[float]) -> float | None:
    """Return the area under precision over recall, in steps; None without any true.

    Texts of the same score come in together, so their order does not matter.
    """
    total = sum(truths)
    if not total:
        return None
    ranked = sorted(zip(scores, truths, strict=True), key=lambda each: -each[0])
    area = 0.0
    right = reached = 0
    for place, (score, truth) in enumerate(ranked, 1):
        right += truth
        is_last = place == len(ranked) or ranked[place][0] != score
        if is_last:
            area += (right - reached) / total * right / place
            reached = right
    return area


def reliability(truths: Iterable[bool], chances: Iterable[float]) -> tuple[Bin, ...]:
    """Return ten bins of equal width, empty ones too."""
    counts, sums, rights = [0] * BINS, [0.0] * BINS, [0] * BINS
    for truth, chance in zip(truths, chances, strict=True):
        place = min(int(chance * BINS), BINS - 1)
        counts[place] += 1
        sums[place] += chance
        rights[place] += truth
    return tuple(
        Bin(count, total / count, right / count) if count else Bin()
        for count, total, right in zip(counts, sums, rights, strict=True)
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Return the expected calibration error: how far a bin is off, for a mean text."""
    total = sum(each.count for each in bins)
    if not total:
        return None
    return sum(each.count * abs(each.chance - each.share) for each in bins) / total


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of what is known; None if nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
