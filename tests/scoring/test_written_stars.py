"""Ratings in the text are read where they can hardly be anything else."""

from __future__ import annotations

import pytest

from monitor.core.model import Label
from monitor.scoring import default_scorer
from monitor.scoring.written_stars import written_stars

RATINGS = [
    ("1/5 stars", 1),
    ("1 / 5 Sterne", 1),
    ("2/10 stars", 1),
    ("3 out of 5 stars", 3),
    ("4 sur 5 étoiles", 4),
    ("one star. Never again", 1),
    ("Zero stars if I could", 1),
    ("4.5 stars for the food", 4.5),
    ("1-star review", 1),
    ("nur einen Stern", 1),
    ("une étoile parce que le colis est perdu", 1),
    ("una estrella", 1),
    ("uma estrela e olhe lá", 1),
    ("una stella", 1),
    ("★☆☆☆☆", 1),
    ("⭐️⭐️ meh", 2),
    ("⭐⭐⭐⭐⭐", 5),
    ("별점 1점", 1),
    ("별 한 개도 아깝다", 1),
    ("给一星", 1),
    ("五星好评", 5),
    ("一颗星都不想给", 1),
    ("星ひとつ", 1),
    ("★1 二度と買わない", 1),
    ("Rating: 2/10", 1),
    ("0/10.", 1),
]
OTHERS = [
    "1/5 A thread about refunds",
    "Open until 1/5",
    "三星手机很好",
    "五星级酒店",
    "5-star hotel in Rome",
    "Hotel de 4 estrellas",
    "minus one star for the queue",
    "one star off",
    "4 star general",
    "Michelin one star chef",
    "5 stars then, 1 star now",
    "Star Wars",
    "⭐ SALE ⭐",
    "星5のレビューは信じない",
    "the 4 stars of this place are a joke",
    "12/5 match",
    "movimento 5 stelle",
    "I read that somebody gave them 5 stars and I wonder why, it was cold and empty",
]


@pytest.mark.parametrize(("text", "value"), RATINGS)
def test_ratings_are_read(text: str, value: float) -> None:
    found = written_stars(text)

    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.words.startswith("writes “")


@pytest.mark.parametrize("text", OTHERS)
def test_what_may_be_something_else_is_not(text: str) -> None:
    assert written_stars(text) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1/5 stars", Label.NEGATIVE),
        ("⭐⭐⭐⭐⭐", Label.POSITIVE),
        ("★★☆☆☆", Label.NEGATIVE),
        ("별점 1점", Label.NEGATIVE),
        ("给一星", Label.NEGATIVE),
    ],
)
def test_they_count_like_the_networks_own_stars(text: str, label: Label) -> None:
    found = default_scorer().score("", text)

    assert found.label is label
    assert any(why.startswith("writes “") for why in found.why)
    assert found.engine.endswith("stars")


def test_the_networks_own_stars_come_first() -> None:
    found = default_scorer().score("", "5 stars", rating=1.0)

    assert found.label is Label.NEGATIVE
    assert not any(why.startswith("writes") for why in found.why)


@pytest.mark.parametrize("text", ["⭐" * 100_000, "1 star " * 50_000, "/5" * 100_000])
def test_hostile_texts_cost_no_more(text: str) -> None:
    assert written_stars(text) is None or written_stars(text).value == 1
