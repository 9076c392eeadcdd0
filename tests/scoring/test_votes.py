"""For which languages words vote, and how much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.scoring.votes import WHOLE, Votes

WORDS = {
    "de": "und nicht der",
    "nl": "en niet der",
    "en": "and not",
    "fr": "l' et",
    "da": "ikke og",
    "no": "ikke og",
    "af": "nie der",
}


@pytest.fixture
def votes() -> Votes:
    """Return a small table."""
    return Votes(
        WORDS,
        everyday={"en": "parcel lunch", "fr": "lunch"},
        letters={"de": "äß", "da": "æå", "no": "æå", "fr": "ç"},
        endings={"en": "ing", "de": "ung lich", "fr": "tion", "nl": "tion"},
        relatives=(("da", "no"),),
        rare=("af",),
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("und", {"de": WHOLE}),
        ("der", {"de": 7, "nl": 7, "af": 5}),
        ("ikke", {"da": WHOLE, "no": WHOLE}),
        ("parcel", {"en": 6}),
        ("lunch", {"en": 4, "fr": 4}),
        ("undddd", {"de": WHOLE}),
        ("l'lunch", {"fr": WHOLE + 4, "en": 4}),
        ("straße", {"de": 10}),
        ("blæå", {"da": 10, "no": 10}),
        ("zeitung", {"de": 4}),
        ("nation", {"fr": 2, "nl": 2}),
        ("blorf", {}),
        ("", {}),
    ],
)
def test_a_word_votes_for_the_languages_that_have_it(
    votes: Votes, word: str, expected: dict[str, int]
) -> None:
    assert votes.count([word]) == expected


def test_votes_of_a_text_add_up(votes: Votes) -> None:
    assert votes.count(["und", "nicht", "und", "not"]) == {"de": 36, "en": 12}


def test_only_words_of_one_language_are_its_own(votes: Votes) -> None:
    assert votes.only["und"] == "de"
    assert "der" not in votes.only


@given(st.lists(st.text(max_size=50), max_size=40))
def test_counting_a_list_is_counting_its_words(words: list[str]) -> None:
    votes = Votes(WORDS, letters={"de": "ß"}, endings={"en": "ing"})
    added: dict[str, int] = {}
    for word in words:
        for code, n in votes.count([word]).items():
            added[code] = added.get(code, 0) + n
    assert votes.count(words) == added
