"""Texts that are written against the program are read as what they say, and cheaply.

A disguise must not change what is read. Noise may be anything, but its cost is bounded:
only a beginning and an end are looked at, which the slow test holds to CPU time.
"""

from __future__ import annotations

import functools
import time

import pytest

from monitor.core.model import Label, Sentiment
from monitor.scoring.abridged import abridge
from monitor.scoring.languages import detect
from monitor.scoring.stack import default_scorer
from monitor.scoring.vader import readable_part
from tests.scoring.disguises import DISGUISES, LOUD, PLAIN, VOLUMES, Change

HIDDEN = {**DISGUISES, **{name: many for name, (many, _) in VOLUMES.items()}}
SAME = 0.02
MOST_SECONDS = 10.0
"""Far more than is promised: it finds what grows with the square of the text."""


@functools.cache
def score(text: str) -> Sentiment:
    """Score with the shipped scorer; the network says nothing of the language."""
    return default_scorer().score("", text)


@pytest.mark.parametrize("lang", PLAIN)
def test_a_plain_complaint_is_unhappy(lang: str) -> None:
    found = score(PLAIN[lang])
    assert (found.lang, found.label) == (lang, Label.NEGATIVE)


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_changes_nothing(lang: str, name: str) -> None:
    assert_same(score(DISGUISES[name](PLAIN[lang])), score(PLAIN[lang]))


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("name", VOLUMES)
def test_volume_changes_nothing(lang: str, name: str) -> None:
    many, few = (change(PLAIN[lang]) for change in VOLUMES[name])
    assert_same(score(many), score(few))


def assert_same(found: Sentiment, plain: Sentiment) -> None:
    """Compare what alerts depend on."""
    assert (found.label, found.lang) == (plain.label, plain.lang)
    assert found.p_negative == pytest.approx(plain.p_negative, abs=SAME)
    assert found.complaint == pytest.approx(plain.complaint, abs=SAME)


@pytest.mark.parametrize("sign", ["😡", "🙏", "!", "㋡"])
def test_a_sign_a_hundred_thousand_times_says_no_more_than_thrice(sign: str) -> None:
    text = PLAIN["en"]
    assert_same(score(text + sign * 100_000), score(text + sign * 3))


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD.keys())
def test_noise_is_scored_and_its_evidence_is_within_it(text: str) -> None:
    found = score(text)

    assert found.label in Label
    places = [(each.start, each.end) for each in found.evidence]
    assert all(0 <= start <= end <= len(text) for start, end in places)


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("change", HIDDEN.values(), ids=HIDDEN.keys())
def test_the_language_shows_through(lang: str, change: Change) -> None:
    written = abridge(change(PLAIN[lang])).text
    assert detect(readable_part(written)) == lang


@pytest.mark.slow
@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD.keys())
def test_noise_costs_little(text: str) -> None:
    default_scorer().score("", "warm")

    before = time.process_time()
    default_scorer().score("", text)
    assert time.process_time() - before < MOST_SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("name", VOLUMES)
def test_volume_costs_little(name: str) -> None:
    text = VOLUMES[name][0](PLAIN["de"])
    default_scorer().score("", "warm")

    before = time.process_time()
    default_scorer().score("", text)
    assert time.process_time() - before < MOST_SECONDS
