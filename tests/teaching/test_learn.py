"""What is learned from examples, and that nothing is where they do not show it."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest

from monitor.core.model import Label, Sentiment
from monitor.teaching import Example, Verdict
from monitor.teaching.learn import MOST, learn
from monitor.teaching.lesson import BOUNDS, Lessons, vectors_of
from monitor.teaching.verdicts import Question
from tests.teaching.making import Words, invented, read_as, said

UNSURE = read_as(0.45, 0.1)
FAR = "walnut orchard violin"


def taught(examples: list[Example], reading: Sentiment = UNSURE) -> Lessons:
    """Learn from examples that the shipped stack all reads in the same way."""
    features = Words().features([example.text for example in examples])
    return learn(examples, features, [reading] * len(examples))


def shift(lessons: Lessons, text: str, question: Question = Question.NEGATIVE) -> float:
    vectors = vectors_of(Words().features([text]))
    return float(lessons.shifts(question, vectors)[0])


def many(number: int, people: int = 3, seed: int = 1) -> list[Example]:
    return [
        said(verdict, text, index, by=f"person {index % people}")
        for index, (verdict, text) in enumerate(invented(number, seed))
    ]


def test_one_mark_shifts_its_own_text_and_nothing_that_is_far_from_it() -> None:
    lessons = taught([said(Verdict.NOT_NEGATIVE, "acme is killing it this summer")])

    assert shift(lessons, "acme is killing it this summer") < -0.5
    assert shift(lessons, "acme is killing it again this summer") < -0.1
    assert shift(lessons, FAR) == 0.0


def test_a_second_mark_like_it_shifts_further_and_the_opposite_takes_it_back() -> None:
    one = [said(Verdict.NOT_NEGATIVE, "acme is killing it", 1)]
    two = [*one, said(Verdict.NOT_NEGATIVE, "acme is killing it", 2, by="bob")]
    split = [*one, said(Verdict.NEGATIVE, "acme is killing it", 2, by="bob")]

    alone = shift(taught(one), "acme is killing it")
    assert shift(taught(two), "acme is killing it") < alone
    assert abs(shift(taught(split), "acme is killing it")) < abs(alone) / 2


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("number", [20, 60, 120])
def test_marks_of_nothing_in_particular_reach_no_further(
    number: int, seed: int
) -> None:
    """Verdicts thrown with a coin teach nothing about other texts."""
    rng = random.Random(seed)
    examples = [
        said(rng.choice((Verdict.NEGATIVE, Verdict.NEUTRAL)), text, index)
        for index, (_, text) in enumerate(invented(number, seed))
    ]

    lessons = taught(examples)

    assert lessons.by_question[Question.NEGATIVE].reach == 0.0
    assert shift(lessons, FAR) == 0.0


@pytest.mark.parametrize(("number", "reaches"), [(49, False), (50, True)])
def test_fewer_than_fifty_marks_reach_no_further_however_clear_they_are(
    number: int, reaches: bool
) -> None:
    lesson = taught(many(number)).by_question[Question.NEGATIVE]

    assert (lesson.reach > 0) is reaches


def test_a_hundred_marks_teach_what_is_negative_here() -> None:
    """The shipped reading is the same for all; the marks know better."""
    lessons = taught(many(100))

    right = 0
    for verdict, text in invented(200, seed=9):
        by = shift(lessons, text)
        right += (by > 0) is (verdict is Verdict.NEGATIVE)
    assert lessons.by_question[Question.NEGATIVE].reach > 0
    assert right > 180


def test_verdicts_that_are_all_the_same_only_move_what_is_close() -> None:
    """Who marks nothing but mistakes must not make everything milder."""
    examples = [
        said(Verdict.NOT_NEGATIVE, text, index)
        for index, (_, text) in enumerate(invented(200))
    ]

    lessons = taught(examples)

    assert lessons.by_question[Question.NEGATIVE].reach == 0.0
    assert shift(lessons, FAR) == 0.0


def test_one_person_alone_does_not_shift_as_far_as_many() -> None:
    text = "acme is killing it"
    alone = [said(Verdict.NOT_NEGATIVE, text, n, by="ann") for n in range(60)]
    many_people = [said(Verdict.NOT_NEGATIVE, text, n, by=f"p{n}") for n in range(60)]
    sure = read_as(0.97, 0.01)
    bounds = BOUNDS[Question.NEGATIVE]

    assert shift(taught(alone, sure), text) == pytest.approx(-bounds.person)
    assert shift(taught(many_people, sure), text) == pytest.approx(-bounds.total)


def test_each_verdict_answers_its_questions() -> None:
    text = "the usual"
    answered = {
        verdict: set(taught([said(verdict, text)]).by_question) for verdict in Verdict
    }

    negative, positive = Question.NEGATIVE, Question.POSITIVE
    assert answered[Verdict.NEGATIVE] == {negative}
    assert answered[Verdict.NEUTRAL] == {negative, positive, Question.COMPLAINT}
    assert answered[Verdict.POSITIVE] == {negative, positive, Question.COMPLAINT}
    assert answered[Verdict.NOT_NEGATIVE] == {negative, Question.COMPLAINT}
    assert answered[Verdict.COMPLAINT] == {negative, Question.COMPLAINT}
    assert answered[Verdict.NOT_COMPLAINT] == {Question.COMPLAINT}
    assert answered[Verdict.US] == answered[Verdict.NOT_US] == {Question.NOT_US}


def test_of_two_verdicts_on_one_text_the_newer_one_answers() -> None:
    newer = said(Verdict.COMPLAINT, "late again", 2, target="post:1")
    older = said(Verdict.NEUTRAL, "late again", 1, target="post:1")

    lessons = taught([newer, older])

    assert shift(lessons, "late again") > 0
    assert len(lessons.by_question[Question.NEGATIVE].rows) == 1
    assert len(lessons.by_question[Question.POSITIVE].rows) == 1


def test_what_nothing_can_read_teaches_only_whether_it_is_about_the_brand() -> None:
    unread = Sentiment(label=Label.UNREADABLE)

    lessons = taught(
        [said(Verdict.NEGATIVE, "acme", 1), said(Verdict.NOT_US, "acme pie", 2)], unread
    )

    assert set(lessons.by_question) == {Question.NOT_US}


def test_no_text_is_kept_in_what_was_learned() -> None:
    lessons = taught([said(Verdict.NEGATIVE, "acme lost my bag")])

    assert [example.text for example in lessons.examples] == [""]


@pytest.mark.slow
def test_the_newest_marks_count_and_learning_from_all_of_them_is_quick() -> None:
    examples = many(3_000)
    features = Words().features([example.text for example in examples])

    started = time.process_time()
    lessons = learn(examples, features, [UNSURE] * len(examples))
    seconds = time.process_time() - started

    lesson = lessons.by_question[Question.NEGATIVE]
    assert lesson.rows.tolist() == list(range(MOST))
    assert seconds < 10.0  # one tenth of it on an idle machine


def test_balance_lets_a_rare_answer_be_learned() -> None:
    """Six praises among sixty: they are learned, not drowned."""
    examples = [
        said(Verdict.NEUTRAL, f"the usual {index}", index) for index in range(54)
    ] + [said(Verdict.POSITIVE, f"lovely {index}", 100 + index) for index in range(6)]

    lesson = taught(examples).by_question[Question.POSITIVE]

    assert np.abs(lesson.effects[54:]).mean() > np.abs(lesson.effects[:54]).mean()
