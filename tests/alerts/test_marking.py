"""What can be said of the post in a message, in every language."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter

import pytest

from alerts.marking import SAYABLE, Answer, Said, read_choice, with_choices
from alerts.words import LANGUAGES, words_for
from alerts.words_marking import ENGLISH, MARKING
from monitor.core.model import Label
from monitor.teaching import Subject, Verdict, subject_of
from tests.alerts.making import entry, worded

JANE = Said(number=3, verdict="not_negative", by="jane (Slack U1)")


def asked(*said, language="en", rows=(), competitor=False, learns=False, **mention):
    shown = entry(**mention)
    message = replace(worded(shown), rows=rows)
    return with_choices(
        message,
        shown,
        said,
        words_for(language),
        competitor=competitor,
        learns=learns,
    )


def shown(message):
    return [(choice.words, choice.value) for choice in message.choices]


def test_a_negative_post_is_right_not_negative_or_not_us():
    message = asked(mention_id=7)

    assert shown(message) == [
        ("Right", "say:negative:7"),
        ("Not negative", "say:not_negative:7"),
        ("Not us", "say:not_us:7"),
    ]
    assert message.choices_note == ""


@pytest.mark.parametrize(
    ("label", "values"),
    [
        (Label.POSITIVE, ["say:positive:1", "say:not_us:1"]),
        (Label.NEUTRAL, ["say:neutral:1", "say:not_us:1"]),
        (Label.UNREADABLE, ["say:not_us:1"]),
        (None, ["say:not_us:1"]),
    ],
)
def test_only_what_was_read_can_be_right(label, values):
    """A VIP's friendly post is an alert, too; "right" must not call it negative."""
    assert [value for _, value in shown(asked(label=label))] == values


def test_of_a_competitor_it_is_not_about_them():
    assert shown(asked(competitor=True))[-1] == ("Not Acme", "say:not_us:1")


def test_where_there_are_several_posts_it_says_which_one_is_meant():
    message = asked(rows=(("another one", ""),))

    assert message.choices_note == "The buttons are about the post that is quoted."


def test_what_was_said_stands_there_and_can_be_undone():
    message = asked(JANE, mention_id=7, learns=True)

    assert shown(message) == [("Undo", "undo:3:7")]
    assert message.choices_note == (
        "Noted: not negative (jane). "
        "Similar posts about Acme are read accordingly from now on."
    )


def test_nothing_is_promised_where_nothing_is_learned():
    assert asked(JANE).choices_note == "Noted: not negative (jane)."


def test_two_subjects_stand_beside_each_other_and_the_newest_is_undone():
    message = asked(Said(number=5, verdict="not_us", by="kim"), JANE)

    assert message.choices_note == (
        "Noted: not about Acme (kim). Noted: not negative (jane)."
    )
    assert shown(message) == [("Undo", "undo:5:1")]


def test_braces_in_names_are_only_characters():
    message = asked(Said(number=1, verdict="us", by="{who}{0}"), brand="{said}")

    assert message.choices_note == "Noted: about {said} ({who}{0})."


@pytest.mark.parametrize("verdict", SAYABLE)
def test_a_choice_is_read_back(verdict):
    assert read_choice(f"say:{verdict}:12") == Answer(mention_id=12, verdict=verdict)
    assert subject_of(Verdict(verdict)) in Subject


def test_an_undo_is_read_back():
    assert read_choice("undo:3:7") == Answer(mention_id=7, undo=3)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "say:not_us",
        "say:us:1",
        "say:not_us:1\n",
        "say:not_us:-1",
        "say:not_us:٣",
        "say:not_us:" + "9" * 19,
        "undo:1",
        "undo:1:2:3",
        "x" * 100_000,
    ],
)
def test_what_is_no_choice_of_ours_is_none(value):
    assert read_choice(value) is None


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_can_be_told_in_every_language(code, verdict):
    """Somebody may have said `complaint` with the command `teach`."""
    note = asked(Said(number=1, verdict=verdict.value, by="kim"), language=code)

    assert "kim" in note.choices_note
    assert "{" not in note.choices_note


def _fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_every_text_with_the_same_gaps_to_fill(code):
    table = MARKING[code]

    assert table.keys() == ENGLISH.keys()
    for key, text in ENGLISH.items():
        assert _fields(table[key]) == _fields(text), key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["Stimmt", "Nicht negativ", "Nicht wir"]),
        ("ko", ["맞음", "부정 아님", "우리 얘기 아님"]),
        ("zh", ["正确", "不是负面", "与我们无关"]),
        ("pt", ["Right", "Not negative", "Not us"]),
    ],
)
def test_buttons_are_in_the_language_of_the_team(language, words):
    assert [text for text, _ in shown(asked(language=language))] == words
