"""What is kept and shown of an opinion, and what stars make of it."""

from __future__ import annotations

import re

import pytest

from monitor.core.model import Evidence, Label, Sentiment, Severity
from monitor.core.weights import DEFAULT, Weights
from monitor.scoring.base import Asked
from monitor.scoring.opinion import Opinion
from monitor.scoring.signals import Signals
from monitor.scoring.stars import read_stars
from monitor.scoring.telling import ON_SIDE, sentiment_of, unreadable
from tests.scoring.making import HAPPY, NEUTRAL, UNHAPPY, heard, opinion

TEXT = "I want\n my refund and\tan answer, awful"


def told(
    found: Opinion | None,
    stars: float | None = None,
    *,
    vader: float | None = None,
    weights: Weights = DEFAULT,
    reach: int | None = None,
) -> Sentiment:
    """Return what is told of TEXT."""
    return sentiment_of(
        found,
        read_stars(stars, 5.0),
        text=TEXT,
        lang="en",
        vader=vader,
        asked=Asked(text=TEXT, reach=reach),
        weights=weights,
    )


def place(words: str, weight: float, part: str = "signals") -> Evidence:
    """Return a place in TEXT."""
    start = TEXT.index(words)
    return Evidence(
        start=start, end=start + len(words), part=part, says="refund", weight=weight
    )


def test_what_nobody_could_read_has_no_number() -> None:
    found = unreadable("ka", None, "nothing here reads 'ka'")

    assert found == Sentiment(
        label=Label.UNREADABLE,
        lang="ka",
        why=("nothing here reads 'ka'",),
        engine="none",
    )
    assert (found.score, found.p_negative, found.severity) == (None, None, 0)


def test_an_opinion_is_kept_with_all_its_numbers() -> None:
    signals = Signals(waited_days=21.0, contacts=3, anger=0.5, flags=("urgent",))
    evidence = (place("refund", 0.6),)
    found = told(
        opinion(UNHAPPY, 0.7, signals=signals, evidence=evidence, p_high=0.4),
        vader=-0.25,
    )

    assert (found.label, found.lang, found.vader) == (Label.NEGATIVE, "en", -0.25)
    assert (found.p_negative, found.p_positive) == (0.8, 0.05)
    assert found.score == pytest.approx(-0.75)
    assert (found.complaint, found.waited_days, found.contacts) == (0.7, 21.0, 3)
    assert found.flags == ("urgent",)
    assert found.intensity > 0
    assert found.evidence == evidence
    assert found.severity >= Severity.LOW


def test_the_engine_names_who_was_asked() -> None:
    parts = (("encoder", 0.8), ("p_high", 0.1), ("onnx", 0.7))

    assert told(opinion(UNHAPPY)).engine == "signals"
    assert told(opinion(UNHAPPY), vader=0.0).engine == "vader+signals"
    whole = told(opinion(UNHAPPY, heard=heard(), parts=parts), 1, vader=0.1)
    assert whole.engine == "encoder+onnx+vader+signals+stars"
    assert told(None, 1).engine == "stars"


def test_the_reasons_name_the_evidence() -> None:
    found = told(
        opinion(
            UNHAPPY,
            0.2,
            heard=heard(sarcasm=2.0),
            parts=(("encoder", 0.815), ("p_high", 0.1), ("onnx", 0.7)),
            emoji=-0.67,
            evidence=(
                place("awful", 0.2, "encoder"),
                place("my refund and\tan answer", 0.4),
                place("refund", 0.9, "encoder"),
            ),
        ),
        vader=-0.46,
    )

    assert found.why[:6] == (
        "says: “my refund and an answer”, “awful”",
        "encoder: 82% negative",
        "onnx: 70% negative",
        "VADER -0.46",
        "emoji -0.67",
        "may be irony: less sure",
    )
    assert 6 < len(found.why) <= 9, "and what made the severity"


def test_no_more_than_four_places_are_quoted_the_strongest_in_their_order() -> None:
    words = ("I", "want", "my", "refund", "and", "answer")
    evidence = [place(word, n / 10) for n, word in enumerate(words)]

    found = told(opinion(UNHAPPY, evidence=tuple(evidence)))

    assert re.findall("“(.*?)”", found.why[0]) == ["my", "refund", "and", "answer"]


def test_silent_parts_are_not_named() -> None:
    found = told(opinion(NEUTRAL), vader=0.0)

    assert found.why == ()
    assert found.vader == 0


@pytest.mark.parametrize("thirds", [(0.4, 0.2, 0.4), (0.5, 0.5, 0.0), (0.1, 0.3, 0.6)])
@pytest.mark.parametrize("complaint", [0.0, 0.9])
@pytest.mark.parametrize("stars", [None, 1, 3, 5])
def test_number_and_label_never_contradict_each_other(
    thirds: tuple[float, float, float], complaint: float, stars: float | None
) -> None:
    found = told(opinion(thirds, complaint), stars)

    assert found.score is not None
    assert -1 <= found.score <= 1
    if found.label is Label.NEGATIVE:
        assert found.score <= -ON_SIDE
    if found.label is Label.POSITIVE:
        assert found.score >= ON_SIDE
    assert found.p_negative is not None
    assert found.p_positive is not None
    assert found.p_negative + found.p_positive <= 1.0001


@pytest.mark.parametrize(
    ("stars", "label"),
    [
        (1, Label.NEGATIVE),
        (2, Label.NEGATIVE),
        (3, Label.NEUTRAL),
        (4, Label.POSITIVE),
        (5, Label.POSITIVE),
    ],
)
@pytest.mark.parametrize("thirds", [None, NEUTRAL, HAPPY, (0.6, 0.2, 0.2)])
def test_stars_lead(
    stars: int, label: Label, thirds: tuple[float, float, float] | None
) -> None:
    found = told(opinion(thirds) if thirds else None, stars)

    assert found.label is label
    assert found.why[0] == f"rated {stars} of 5"
    assert found.score is not None
    assert (found.score < 0) == (stars < 3) or stars == 3


@pytest.mark.parametrize("stars", [3, 4, 5])
@pytest.mark.parametrize(
    "unhappy",
    [opinion(UNHAPPY), opinion(NEUTRAL, 0.7)],
    ids=["surely negative", "a plain complaint"],
)
def test_plain_unhappiness_overrules_good_stars(stars: int, unhappy: Opinion) -> None:
    found = told(unhappy, stars)

    assert found.label is Label.NEGATIVE
    assert found.p_negative is not None
    assert found.p_negative >= unhappy.thirds[0]


def test_stars_and_words_that_agree_are_surer_than_either() -> None:
    words, both = told(opinion(UNHAPPY)), told(opinion(UNHAPPY), 1)
    stars = told(None, 1)

    assert words.p_negative is not None
    assert both.p_negative is not None
    assert stars.p_negative is not None
    assert both.p_negative > max(words.p_negative, stars.p_negative)
    happy = told(opinion(HAPPY), 5).p_negative
    assert happy is not None
    assert happy < 0.1


def test_stars_alone_make_a_severity() -> None:
    assert told(None, 1).severity == told(None, 2).severity == Severity.MEDIUM
    assert told(None, 3).severity is Severity.NONE
    assert told(None, 5).severity is Severity.NONE


def silenced(complaint: float) -> Opinion:
    """Return an opinion that is silenced if one word is left out."""
    found = opinion((0.8, 0.1, 0.1), complaint, evidence=(place("refund", 1.0),))
    assert found.without(TEXT) is not None
    found.tried = opinion(NEUTRAL, 0.1)
    return found


def test_what_silences_the_words_is_told_unless_bad_stars_stay() -> None:
    words = "without “refund”: neutral, negative 0.20, complaint 0.10"

    assert told(silenced(0.6)).silenced_by == words
    assert told(silenced(0.6), 5).silenced_by == words
    assert told(silenced(0.6), 1).silenced_by == ""


def test_nothing_silences_what_stars_have_silenced() -> None:
    found = opinion((0.5, 0.3, 0.2), 0.1, evidence=(place("refund", 1.0),))
    found.without(TEXT)
    found.tried = opinion(NEUTRAL, 0.1)

    assert told(found).silenced_by
    assert told(found, 5).silenced_by == ""


def test_reach_and_the_operators_weights_count() -> None:
    found = opinion(UNHAPPY, 0.6)

    assert told(found).severity < Severity.CRITICAL
    assert told(found, weights=Weights(negative=15.0)).severity is Severity.CRITICAL
    seen = told(found, reach=20_000, weights=Weights(reach_10k=15.0))
    assert seen.severity is Severity.CRITICAL
    assert "20,000 see it" in seen.why


def test_one_of_both_has_to_be_there() -> None:
    with pytest.raises(ValueError, match="nobody read"):
        told(None, None)
