"""Our VADER gives the original's numbers, whatever the text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment import vaderSentiment as theirs  # noqa: N813  # two capitals

from monitor.scoring.vader import MAX_CHARACTERS, FastVader, readable_part

OURS = FastVader()
THEIRS = theirs.SentimentIntensityAnalyzer()
LEXICON = sorted(THEIRS.lexicon)
RULE_WORDS = """but least at very so this never without doubt no or nor kind of the shit
bomb bad ass bus stop yeah right kiss death to die for beating heart just enough sort"""
SPECIAL = [
    *theirs.NEGATE,
    *theirs.BOOSTER_DICT,
    *RULE_WORDS.split(),
    *("BUT", "NO", "NEVER", "n't", "isn't", "!", "?", "!!!", "????", ":)", ":(", ":D"),
    *("😀", "❤", "💔", "😡", "x", "table", "Went", "ok", "\u00a0", "it's"),
]
SENTENCES = [
    "VADER is smart, handsome, and funny!",
    "VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!",
    "The book was only kind of good.",
    "At least it isn't a horrible book.",
    "Today only kinda sux! But I'll get by, lol",
    "Not bad at all",
    "Your app is the least helpful thing I own, but the staff were kind.",
    "Never so pleased with a refund, no doubt about it",
    "I have never had such a bad flight, without doubt the WORST",
    "this place is the bomb, food to die for",
    "Still waiting for my refund after 3 weeks",
    "",
    "   \n\t ",
]


def same(text: str) -> None:
    """Assert that every field is equal, signs of zero too."""
    ours, theirs = OURS.polarity_scores(text), THEIRS.polarity_scores(text)

    assert list(map(repr, ours.items())) == list(map(repr, theirs.items())), text
    assert repr(OURS.compound(text)) == repr(theirs["compound"]), text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_known_sentences_score_the_same(sentence: str) -> None:
    same(sentence)


def test_thousands_of_adversarial_texts_score_the_same() -> None:
    rng = random.Random(5)

    for _ in range(6_000):
        words = [
            rng.choice(LEXICON) if rng.random() < 0.35 else rng.choice(SPECIAL)
            for _ in range(rng.randint(0, 14))
        ]
        words = [w.upper() if rng.random() < 0.15 else w for w in words]
        words = [w + rng.choice(("", "", "!", "?", ".", ",", "...")) for w in words]
        same(rng.choice((" ", "  ", "\n")).join(words))


@given(st.text(max_size=80))
@settings(max_examples=300)
def test_any_text_scores_the_same(text: str) -> None:
    same(text)


def test_a_readable_part_is_bounded_and_keeps_both_ends() -> None:
    part = readable_part("begin " + "word " * 200_000 + "end")

    assert len(part) <= MAX_CHARACTERS + 1
    assert part.startswith("begin word")
    assert part.endswith("word end")


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("I don\u2019t like it", "I don't like it"),
        ("ter\u200brible", "terrible"),
        ("ter\u00adrible", "terrible"),
        ("ter\x00rible", "terrible"),
        ("ｔｅｒｒｉｂｌｅ", "terrible"),
        ("t\u0336e\u0336rrible", "terrible"),
        ("t\u0435rribl\u0435", "terrible"),
        ("Москва, terrible", "Москва, terrible"),
    ],
)
def test_disguised_words_are_read_like_plain_ones(disguised: str, plain: str) -> None:
    """RELIABILITY fact 8 and 5.D 51-60."""
    assert readable_part(disguised) == plain
