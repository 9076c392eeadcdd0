"""What a person can say of a text, and what each of it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person can say."""

    US = "us"
    NOT_US = "not_us"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    NOT_NEGATIVE = "not_negative"
    COMPLAINT = "complaint"
    NOT_COMPLAINT = "not_complaint"

    @property
    def words(self) -> str:
        """Return the verdict as people write it."""
        return self.value.replace("_", " ")


class Subject(StrEnum):
    """What a verdict is about; of each subject the last verdict counts."""

    ABOUT = "about"
    FEELING = "feeling"
    COMPLAINT = "complaint"


class Question(StrEnum):
    """What is learned, each a yes or no."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    COMPLAINT = "complaint"
    NOT_US = "not_us"


_SUBJECTS = {
    Verdict.US: Subject.ABOUT,
    Verdict.NOT_US: Subject.ABOUT,
    Verdict.COMPLAINT: Subject.COMPLAINT,
    Verdict.NOT_COMPLAINT: Subject.COMPLAINT,
}

ANSWERS: dict[Verdict, dict[Question, bool]] = {
    Verdict.US: {Question.NOT_US: False},
    Verdict.NOT_US: {Question.NOT_US: True},
    Verdict.NEGATIVE: {Question.NEGATIVE: True},
    Verdict.NEUTRAL: {
        Question.NEGATIVE: False,
        Question.POSITIVE: False,
        Question.COMPLAINT: False,
    },
    Verdict.POSITIVE: {
        Question.NEGATIVE: False,
        Question.POSITIVE: True,
        Question.COMPLAINT: False,
    },
    Verdict.NOT_NEGATIVE: {Question.NEGATIVE: False, Question.COMPLAINT: False},
    Verdict.COMPLAINT: {Question.NEGATIVE: True, Question.COMPLAINT: True},
    Verdict.NOT_COMPLAINT: {Question.COMPLAINT: False},
}
"""POSITIVE is asked only of what is not negative: praise or nothing of the sort?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One verdict that counts, with its text.

    `number` is the teaching's, `name` is how people find the text again: the post's
    `source:id`, or the number of the teaching that brought the text along. `target`
    is the same for all verdicts about one text.
    """

    number: int
    target: str
    name: str
    verdict: Verdict
    by: str
    title: str = ""
    text: str = ""
    lang: str = ""
    rating: float | None = None
    rating_scale: float = 5.0


def subject_of(verdict: Verdict) -> Subject:
    """Return what a verdict is about."""
    return _SUBJECTS.get(verdict, Subject.FEELING)


def verdict_of(words: str) -> Verdict | None:
    """Return the verdict that was written: "Not us", "not-us" and "not_us" are one."""
    plain = "_".join(words.strip().casefold().replace("-", " ").split())
    try:
        return Verdict(plain)
    except ValueError:
        return None
