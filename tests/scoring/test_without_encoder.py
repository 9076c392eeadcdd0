"""Without the encoder's package the program reads what words tell, and no more."""

from __future__ import annotations

import functools

import pytest

from monitor.core.model import Label, Sentiment, Severity
from monitor.scoring.base import Asked
from monitor.scoring.stack import StackScorer
from monitor.scoring.vader import FastVader


@functools.cache
def scorer() -> StackScorer:
    """Return one that has no encoder."""
    return StackScorer(heads=None)


def score(text: str, **more: object) -> Sentiment:
    """Score one text."""
    return scorer().score("", text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Still waiting for my refund after 3 weeks",
        "worst airline ever",
        "No reply to five emails",
        "This is awful and I hate it",
        "My parcel never arrived and nobody answers the phone",
        "😡😡",
    ],
)
def test_english_complaints_are_read_by_vader_and_words(text: str) -> None:
    found = score(text)

    assert found.label is Label.NEGATIVE
    assert found.vader == FastVader().compound(text)
    assert found.engine == "vader+signals"
    assert found.parts == ()
    assert found.severity >= Severity.LOW


@pytest.mark.parametrize(
    "text",
    [
        "Great service, love it",
        "Got my order early, excellent, thank you!",
        "The best phone I ever had, so happy",
        "😍😍",
    ],
)
def test_english_praise_is_read_too(text: str) -> None:
    found = score(text)

    assert found.label is Label.POSITIVE
    assert found.severity is Severity.NONE


@pytest.mark.parametrize("text", ["not bad at all", "it is okay i guess"])
def test_what_vader_finds_rather_good_is_not_called_negative(text: str) -> None:
    assert score(text).label is not Label.NEGATIVE


@pytest.mark.parametrize(
    "text",
    [
        "Where can I buy this in Seoul?",
        "The parcel is here",
        "My flight was moved to Monday",
        "Just booked with Acme for next summer",
    ],
)
def test_english_without_a_word_of_feeling_is_not_guessed_at(text: str) -> None:
    found = score(text)

    assert found.label is Label.UNREADABLE
    assert found.why == ("no word of feeling in it, and the encoder is not installed",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "환불 신청한 지 3주가 지났는데 아직도 답이 없어요"),
        ("de", "Ich warte seit drei Wochen auf mein Geld, niemand antwortet"),
        ("fr", "Toujours pas livré, je veux un remboursement"),
        ("es", "Mi pedido llegó roto y nadie contesta"),
    ],
)
def test_a_plain_complaint_is_read_by_its_words(lang: str, text: str) -> None:
    found = score(text)

    assert (found.label, found.lang) == (Label.NEGATIVE, lang)
    assert found.engine == "signals"
    assert found.complaint >= 0.5
    assert found.evidence
    assert {each.part for each in found.evidence} == {"signals"}
    assert found.vader is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "오늘 날씨가 좋아요"),
        ("ko", "정말 좋아요 최고예요"),
        ("ko", "매장이 어디에 있나요"),
        ("de", "Wirklich toll, danke für die schnelle Hilfe!"),
        ("zh", "今天天气很好"),
        ("ja", "今日はいい天気ですね"),
    ],
)
def test_other_texts_are_unreadable_and_it_says_what_is_missing(
    lang: str, text: str
) -> None:
    found = score(text)

    assert found.label is Label.UNREADABLE
    assert (found.score, found.p_negative, found.p_positive) == (None, None, None)
    assert found.severity is Severity.NONE
    assert found.why == (f"nothing here reads {lang!r}: the encoder is not installed",)


def test_what_the_encoder_would_not_read_either_is_not_promised() -> None:
    found = score("ეს ძალიან ცუდია")

    assert (found.label, found.lang) == (Label.UNREADABLE, "ka")
    assert found.why == ("nothing here reads 'ka'",)


@pytest.mark.parametrize("text", ["", " ", "12345", "...", "yaar bakwas hai"])
def test_what_has_no_language_is_unreadable(text: str) -> None:
    found = score(text)

    assert (found.label, found.lang) == (Label.UNREADABLE, "")
    assert found.why == ("language not recognised",)


@pytest.mark.parametrize(
    ("rating", "label"), [(1, Label.NEGATIVE), (3, Label.NEUTRAL), (5, Label.POSITIVE)]
)
def test_stars_speak_in_every_language(rating: int, label: Label) -> None:
    found = score("매장이 어디에 있나요", rating=rating)

    assert (found.label, found.lang) == (label, "ko")
    assert found.why[0] == f"rated {rating} of 5"


def test_who_may_harm_themselves_is_flagged_even_so() -> None:
    found = score("더 이상 살고 싶지 않아요")

    assert "self_harm" in found.flags
    assert found.severity is Severity.CRITICAL


def test_many_texts_are_read_as_each_alone() -> None:
    texts = ("Great!", "환불해 주세요, 3주째 답이 없어요", "", "worst airline ever")

    found = scorer().score_many([Asked(text=text) for text in texts])

    assert found == [score(text) for text in texts]
