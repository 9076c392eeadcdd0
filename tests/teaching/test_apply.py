"""A shifted sentiment: consistent, bounded, and open about who did it."""

from __future__ import annotations

import pytest

from monitor.core.model import Label, Sentiment, Severity
from monitor.scoring.base import Asked
from monitor.teaching import Example, Verdict
from monitor.teaching.apply import PART, Taught
from monitor.teaching.learn import learn
from tests.teaching.making import Words, read_as, said

TEXT = "acme is killing it this summer"
UNHAPPY = read_as(0.6, 0.2, complaint=0.2, severity=Severity.LOW, why=("VADER -0.60",))


def taught(*examples: Example, reading: Sentiment = UNHAPPY) -> Taught:
    features = Words().features([example.text for example in examples])
    lessons = learn(examples, features, [reading] * len(examples))
    return Taught(lessons={"Acme": lessons})


def adjusted(
    teacher: Taught, found: Sentiment = UNHAPPY, text: str = TEXT, brand: str = "Acme"
) -> Sentiment:
    [features] = Words().features([text])
    return teacher.adjust(found, features, brand)


def marks(verdict: Verdict, number: int = 3, text: str = TEXT) -> list[Example]:
    return [said(verdict, text, n, by=f"person {n}") for n in range(1, number + 1)]


def test_marks_change_the_next_score_and_it_says_so() -> None:
    found = adjusted(taught(*marks(Verdict.NOT_NEGATIVE)))

    assert found.label is not Label.NEGATIVE
    assert found.p_negative is not None
    assert found.p_negative < 0.3
    assert found.severity is Severity.NONE
    assert found.why[0] == "VADER -0.60"
    assert any(
        line.startswith("taught: negative -") and "(not negative, 1.00)" in line
        for line in found.why
    )
    assert (PART, found.p_negative) in found.parts
    [piece] = [e for e in found.evidence if e.says == "negative"]
    assert (piece.part, piece.start, piece.end) == (PART, 0, 0)
    assert piece.weight < -0.5


def test_a_label_is_raised_too_and_severity_follows() -> None:
    calm = read_as(0.3, 0.2, complaint=0.1)

    found = adjusted(taught(*marks(Verdict.COMPLAINT), reading=calm), calm)

    assert found.label is Label.NEGATIVE
    assert found.severity > Severity.NONE
    assert found.complaint > calm.complaint
    assert found.score is not None
    assert found.score < 0


def test_praise_is_learned() -> None:
    calm = read_as(0.1, 0.3)

    found = adjusted(taught(*marks(Verdict.POSITIVE), reading=calm), calm)

    assert found.label is Label.POSITIVE
    assert found.p_positive is not None
    assert found.p_positive > 0.5
    [piece] = [e for e in found.evidence if e.says == "positive"]
    assert piece.weight < 0


def test_numbers_stay_numbers_that_can_be() -> None:
    found = adjusted(taught(*marks(Verdict.POSITIVE, 9)))

    assert found.p_negative is not None
    assert found.p_positive is not None
    assert 0 < found.p_negative + found.p_positive <= 1.0001
    assert found.score is not None
    assert -1 <= found.score <= 1


@pytest.mark.parametrize("brand", ["Globex", "acme"])
def test_other_brands_are_left_alone(brand: str) -> None:
    teacher = taught(*marks(Verdict.NOT_NEGATIVE))

    assert adjusted(teacher, brand=brand) is UNHAPPY


def test_what_is_far_from_every_mark_is_as_before() -> None:
    teacher = taught(*marks(Verdict.NOT_NEGATIVE))

    assert adjusted(teacher, text="walnut orchard violin") == UNHAPPY


@pytest.mark.parametrize("grave", ["safety", "legal", "privacy", "vulnerable"])
@pytest.mark.parametrize("verdict", [Verdict.NOT_NEGATIVE, Verdict.NOT_US])
def test_what_is_grave_is_not_made_milder(grave: str, verdict: Verdict) -> None:
    found = read_as(0.6, 0.2, complaint=0.7, severity=Severity.HIGH, intents=(grave,))

    kept = adjusted(taught(*marks(verdict, 9), reading=found), found)

    assert kept.label is Label.NEGATIVE
    assert (kept.p_negative, kept.complaint) == (0.6, 0.7)
    assert kept.severity is Severity.HIGH
    assert "taught otherwise, but too grave to be made milder" in kept.why


def test_a_grave_word_in_praise_is_no_reason_to_keep_it() -> None:
    found = read_as(0.3, 0.2, complaint=0.1, intents=("safety",))

    milder = adjusted(taught(*marks(Verdict.NEUTRAL), reading=found), found)

    assert milder.p_negative is not None
    assert milder.p_negative < 0.2


def test_self_harm_is_never_made_milder_whatever_the_label() -> None:
    found = read_as(0.2, 0.2, flags=("self_harm",), severity=Severity.CRITICAL)

    for verdict in (Verdict.NOT_NEGATIVE, Verdict.NOT_US, Verdict.POSITIVE):
        kept = adjusted(taught(*marks(verdict, 9), reading=found), found)
        assert (kept.severity, kept.p_negative) == (Severity.CRITICAL, 0.2)


def test_what_is_grave_is_made_graver_where_people_say_so() -> None:
    found = read_as(0.5, 0.2, complaint=0.5, intents=("safety",))

    graver = adjusted(taught(*marks(Verdict.COMPLAINT), reading=found), found)

    assert graver.p_negative is not None
    assert graver.p_negative > 0.5


def test_not_us_takes_the_severity_and_nothing_else() -> None:
    found = adjusted(taught(*marks(Verdict.NOT_US, 2)))

    assert found.severity is Severity.NONE
    assert (found.label, found.p_negative) == (Label.NEGATIVE, 0.6)
    assert "taught: not about the brand (" in found.why[-1]
    assert found.why[-1].endswith("(not us, 1.00)")
    assert found.evidence[-1].says == "not_us"


def test_one_mark_not_us_silences_its_own_words_and_no_others() -> None:
    teacher = taught(*marks(Verdict.NOT_US, 1))

    assert adjusted(teacher).severity is Severity.NONE
    near = adjusted(teacher, text=f"{TEXT} again and again")
    assert near.severity is UNHAPPY.severity


def test_us_and_not_us_weigh_against_each_other() -> None:
    both = [*marks(Verdict.NOT_US, 1), said(Verdict.US, TEXT, 9, by="zoe")]

    assert adjusted(taught(*both)).severity is UNHAPPY.severity


def test_what_nothing_could_read_is_not_guessed() -> None:
    unread = Sentiment(label=Label.UNREADABLE, lang="xx")

    found = adjusted(taught(*marks(Verdict.NEGATIVE)), unread)

    assert found.label is Label.UNREADABLE
    assert found.p_negative is None


def test_the_severity_counts_stars_and_reach_as_before() -> None:
    calm = read_as(0.44, 0.1)
    teacher = taught(*marks(Verdict.NEGATIVE, 9), reading=calm)
    [features] = Words().features([TEXT])
    alone = teacher.adjust(calm, features, "Acme")

    heard = Asked(rating=1.0, reach=2_000_000, vip=True)
    loud = teacher.adjust(calm, features, "Acme", asked=heard)

    assert loud.severity > alone.severity
