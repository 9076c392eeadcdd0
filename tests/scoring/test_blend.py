"""How numbers of the parts become probabilities, and what the shipped ones say."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest

from monitor.scoring.blend import (
    VALUES,
    Blend,
    Numbers,
    Thirds,
    Votes,
    shipped_numbers,
    sigmoid,
)
from monitor.scoring.signals.tables import LANGUAGES

EVEN: Thirds = (1 / 3, 1 / 3, 1 / 3)
NOTHING: Thirds = (0.0, 0.0, 0.0)
PLAIN = Blend(
    scale=1.0,
    weights=(NOTHING,) * len(VALUES),
    bias={"": NOTHING},
    complaint=(0.0,) * 6,
)


def weighing(name: str, row: Thirds) -> Blend:
    """Return a blend that hears one part besides the encoder."""
    weights = tuple(row if each == name else NOTHING for each in VALUES)
    return replace(PLAIN, weights=weights)


def test_every_value_is_one_of_the_votes() -> None:
    votes = Votes(vader=0.1, emoji=0.2, cues=0.3, anger=0.4, praise=0.5)

    assert votes.values == tuple(getattr(votes, name) for name in VALUES)
    assert {field.name for field in fields(Votes)} == {
        *VALUES,
        "encoder",
        "complains",
    }


def test_the_encoder_alone_is_believed_as_it_is() -> None:
    assert PLAIN.feel(Votes(encoder=(0.7, 0.2, 0.1)), "en") == pytest.approx(
        (0.7, 0.2, 0.1)
    )


def test_a_scale_makes_it_surer_or_less_sure() -> None:
    votes = Votes(encoder=(0.6, 0.3, 0.1))

    half = replace(PLAIN, scale=0.5).feel(votes, "")
    roots = [math.sqrt(p) for p in (0.6, 0.3, 0.1)]
    assert half == pytest.approx(tuple(root / sum(roots) for root in roots))
    assert replace(PLAIN, scale=0.0).feel(votes, "") == pytest.approx(EVEN)


def test_without_the_encoder_words_speak_alone() -> None:
    found = weighing("cues", (1.0, 0.0, -1.0)).feel(Votes(cues=0.5), "")

    parts = [math.exp(0.5), 1.0, math.exp(-0.5)]
    assert found == pytest.approx(tuple(part / sum(parts) for part in parts))


@pytest.mark.parametrize("name", VALUES)
def test_a_part_moves_what_its_weights_say(name: str) -> None:
    blend = weighing(name, (2.0, 0.0, -2.0))
    before = blend.feel(Votes(encoder=EVEN), "")
    after = blend.feel(replace(Votes(encoder=EVEN), **{name: 1.0}), "")

    assert before == pytest.approx(EVEN)
    assert after[0] > 0.8
    assert after[2] < 0.1


def test_a_language_has_its_own_bias_others_have_the_common_one() -> None:
    blend = replace(PLAIN, bias={"": (1.0, 0.0, 0.0), "ko": (0.0, 1.0, 0.0)})
    votes = Votes(encoder=EVEN)

    assert blend.feel(votes, "ko")[1] > 0.5
    assert blend.feel(votes, "ka") == blend.feel(votes, "")
    assert blend.feel(votes, "")[0] > 0.5


def test_certainty_of_the_encoder_stays_a_number() -> None:
    for sure in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)):
        found = PLAIN.feel(Votes(encoder=sure), "")
        assert sum(found) == pytest.approx(1)
        assert max(found) == found[sure.index(1.0)]
        assert min(found) > 0


def test_a_complaint_is_heard_from_all_that_speaks_for_it() -> None:
    blend = replace(PLAIN, complaint=(-1.0, 0.5, 1.5, 0.2, -1.0, 0.3))
    quiet = blend.complains(Votes(), 0.5)

    assert quiet == pytest.approx(sigmoid(-1.0))
    assert blend.complains(Votes(complains=1.0), 0.5) == pytest.approx(sigmoid(-0.5))
    assert blend.complains(Votes(cues=0.1), 0.5) == quiet
    assert blend.complains(Votes(cues=0.5), 0.5) == pytest.approx(
        sigmoid(-1.0 + 1.5 * math.log(0.85 / 0.15))
    )
    assert blend.complains(Votes(cues=1.0), 0.5) > blend.complains(Votes(cues=0.9), 0.5)
    assert blend.complains(Votes(praise=1.0), 0.5) < quiet
    assert blend.complains(Votes(), 0.9) > quiet > blend.complains(Votes(), 0.1)
    assert 0 < blend.complains(Votes(), 0.0) < blend.complains(Votes(), 1.0) < 1


@pytest.mark.parametrize("logit", [0.0, 1e-9, 2.5, 50.0, 1e6, float("inf")])
def test_sigmoid_bears_every_number(logit: float) -> None:
    assert sigmoid(logit) + sigmoid(-logit) == pytest.approx(1)
    assert 0.5 <= sigmoid(logit) <= 1


def test_sigmoid_is_the_inverse_of_the_odds() -> None:
    for p in (0.01, 0.3, 0.5, 0.97):
        assert sigmoid(math.log(p / (1 - p))) == pytest.approx(p)


@pytest.fixture
def shipped() -> Numbers:
    return shipped_numbers()


def test_the_shipped_limits_can_be_reached_and_mean_something(shipped: Numbers) -> None:
    assert 1 / 3 < shipped.confidence <= shipped.confidence_unknown < 0.9


def test_the_shipped_languages_are_known(shipped: Numbers) -> None:
    assert {"en", "ko", "zh"} <= set(shipped.languages)
    assert all(len(code) == 2 and code.islower() for code in shipped.languages)
    assert len(set(shipped.languages)) == len(shipped.languages)
    assert set(LANGUAGES) <= set(shipped.languages)
    assert set(shipped.full.bias) <= {"", *shipped.languages}


@pytest.mark.parametrize("which", ["full", "words"])
@pytest.mark.parametrize(
    ("name", "unhappy"),
    [("vader", -1.0), ("emoji", -1.0), ("cues", 1.0), ("anger", 1.0)],
)
def test_the_shipped_weights_point_the_right_way(
    shipped: Numbers, which: str, name: str, unhappy: float
) -> None:
    negative, _, positive = getattr(shipped, which).weights[VALUES.index(name)]

    assert unhappy * (negative - positive) > 0


@pytest.mark.parametrize("which", ["full", "words"])
def test_a_shipped_complaint_rises_with_what_speaks_for_it(
    shipped: Numbers, which: str
) -> None:
    blend: Blend = getattr(shipped, which)
    calm = blend.complains(Votes(), 0.3)

    assert blend.complains(Votes(cues=0.9), 0.3) > calm
    assert blend.complains(Votes(), 0.9) > calm


def test_the_shipped_encoder_is_asked_only_where_it_is(shipped: Numbers) -> None:
    assert shipped.full.scale > 0
    assert shipped.words.scale == 0
    assert shipped.full.complaint[1] > 0
    assert shipped.words.complaint[1] == 0
