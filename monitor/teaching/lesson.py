"""What was learned of one question: how far a text's logit is shifted, and by whom.

The likeness of two texts has two parts. The close part is there for texts that say
nearly the same, and for nobody else. The general part reaches further and is used only
where the examples themselves show that it helps (`monitor.teaching.learn`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from monitor.scoring.package import WIDTH
from monitor.teaching.verdicts import Example, Question

Array = npt.NDArray[Any]

CLOSE_FROM = 0.9
"""Cosine from which two texts are close: paraphrases, not just the same matter."""
CLOSE = 4.0
COMMON = 0.15
"""What all texts of a brand have in common, beside which they differ."""


class Bounds(NamedTuple):
    """How far, in logits, one person's marks and all of them may shift a text."""

    person: float
    total: float


BOUNDS = {
    Question.NEGATIVE: Bounds(1.5, 2.0),
    Question.POSITIVE: Bounds(1.5, 2.0),
    Question.COMPLAINT: Bounds(1.5, 2.0),
    Question.NOT_US: Bounds(3.0, 4.0),
}


class Shift(NamedTuple):
    """How far a text is shifted, and the example most like it."""

    by: float
    like: Example
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What the examples of one question do to a text that is like them.

    `rows` are the examples' rows in `Lessons.vectors`. `reach` is the strength of the
    general part, 0 where there is only the close one; `middle` is the middle of the
    examples, `to_middle` each one's product with it. `people` has a column a person.
    """

    question: Question
    rows: Array
    effects: Array
    reach: float
    middle: Array
    to_middle: Array
    people: Array

    def shifts(self, vectors: Array, cosines: Array) -> Array:
        """Return the shift of each text, within the bounds."""
        alike = close_part(cosines)
        if self.reach:
            away = (vectors @ self.middle)[:, None] + self.to_middle
            general = cosines - away + self.middle @ self.middle + COMMON
            alike = alike + self.reach * general
        bounds = BOUNDS[self.question]
        by_person = (alike * self.effects) @ self.people
        kept = np.clip(by_person, -bounds.person, bounds.person).sum(axis=1)
        return np.asarray(np.clip(kept, -bounds.total, bounds.total))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """Everything learned for one brand; `examples` and `vectors` have the same rows."""

    examples: tuple[Example, ...]
    vectors: Array
    by_question: Mapping[Question, Lesson]

    def shifts(self, question: Question, vectors: Array) -> Array:
        """Return how far each text is shifted, in logits."""
        lesson = self.by_question.get(question)
        if lesson is None:
            return np.zeros(len(vectors))
        return lesson.shifts(vectors, vectors @ self.vectors[lesson.rows].T)

    def all_shifts(self, vectors: Array) -> list[dict[Question, Shift]]:
        """Return each text's shift by each question, and the nearest example."""
        cosines = vectors @ self.vectors.T
        found: list[dict[Question, Shift]] = [{} for _ in vectors]
        for question, lesson in self.by_question.items():
            own = cosines[:, lesson.rows]
            nearest = own.argmax(axis=1)
            shifts = lesson.shifts(vectors, own).tolist()
            for index, (by, place) in enumerate(zip(shifts, nearest, strict=True)):
                like = self.examples[lesson.rows[place]]
                found[index][question] = Shift(by, like, float(own[index, place]))
        return found


def people_of(examples: Sequence[Example]) -> Array:
    """Return a column of 0 and 1 for each person who said something."""
    names = np.array([example.by for example in examples])
    columns = [names == name for name in dict.fromkeys(names.tolist())]
    return np.array(columns, dtype=np.float64).T


def vectors_of(features: Array) -> Array:
    """Return the part of the encoder's features that tells likeness, of length 1."""
    vectors = np.asarray(features, dtype=np.float32)[..., :WIDTH]
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9))


def close_part(cosines: Array) -> Array:
    """Return how much texts of these cosines have to do with each other, closely."""
    return np.asarray(
        CLOSE * np.maximum(0.0, cosines - CLOSE_FROM) / (1.0 - CLOSE_FROM)
    )


def general_part(some: Array, others: Array, middle: Array) -> Array:
    """Return how much texts have to do with each other, away from their middle."""
    return np.asarray((some - middle) @ (others - middle).T + COMMON)
