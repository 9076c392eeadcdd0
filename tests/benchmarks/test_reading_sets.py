"""Reading labelled sets, and judging them by their scheme."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.reading.judging import complains, confused, judge, judge_label
from benchmarks.reading.own import languages_of
from benchmarks.reading.readers import Said, as_said, of_vader
from benchmarks.reading.sets import (
    EVALUATE,
    IRONY,
    SHIP,
    LabelledSet,
    Row,
    read_irony,
    read_own,
    read_sets,
)
from benchmarks.reading.weak_numbers import LONG, SHORT, Told, of_neutral, size
from monitor.core.model import Label, Sentiment
from monitor.training.corpora import is_held

HEAD = "lang\tdomain\tscheme\tlabel\ttext"


def said(label: str | None, p: float | None = None, **more: object) -> Said:
    return Said(label=label, side=label, p_negative=p, **more)  # type: ignore[arg-type]


def labelled(scheme: str, *labels: str) -> LabelledSet:
    rows = [Row(label, f"text {number}") for number, label in enumerate(labels)]
    return LabelledSet(name="en.x", lang="en", scheme=scheme, trained=False, rows=rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tables = {
        f"{EVALUATE}/en.airline": [f"en\tair\t3c\tneg\tlate {n}" for n in range(40)],
        f"{SHIP}/ko.nsmc": [f"ko\tfilm\t2c\tpos\t좋다 {n}" for n in range(200)],
    }
    for name, lines in tables.items():
        path = tmp_path / f"{name}.tsv"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    irony = tmp_path / SHIP / f"{IRONY}.tsv"
    irony.write_text("sarcastic\ttext\n1\tgreat\n0\tfine\n", encoding="utf-8")
    return tmp_path


def test_of_a_set_that_was_trained_on_only_what_was_held_out_is_read(folder):
    airline, films = read_sets(folder)

    assert (airline.name, airline.trained, len(airline.rows)) == (
        "en.airline",
        False,
        40,
    )
    assert films.trained
    assert 0 < len(films.rows) < 60
    assert all(is_held(row.text) for row in films.rows)


def test_a_sample_is_the_same_each_time_and_only_some_sets_may_be_read(folder):
    (first,) = read_sets(folder, only=["en.airline"], sample=5)
    (again,) = read_sets(folder, only=["en.airline"], sample=5)

    assert len(first.rows) == 5
    assert first.rows == again.rows


def test_only_a_line_feed_ends_a_text(folder):
    path = folder / EVALUATE / "en.airline.tsv"
    path.write_text(f"{HEAD}\nen\ta\t3c\tneg\tone\u2028two\x85three\rfour\n", "utf-8")

    (found,) = read_sets(folder, only=["en.airline"])

    assert [row.text for row in found.rows] == ["one\u2028two\x85three\rfour"]


def test_a_label_that_the_scheme_does_not_have_is_told_with_its_line(folder):
    path = folder / EVALUATE / "en.airline.tsv"
    path.write_text(f"{HEAD}\nen\ta\t2c\tneg\tx\nen\ta\t2c\tneu\tx\n", "utf-8")

    with pytest.raises(SystemExit, match=r"en\.airline\.tsv, line 3"):
        list(read_sets(folder))


def test_irony_has_a_format_of_its_own(folder):
    assert read_irony(folder) == [(True, "great"), (False, "fine")]


def test_our_own_texts_are_the_ones_held_out():
    assert all(row.held and row.is_ours for row in read_own(sample=20))


def test_three_labels_are_judged_by_the_label():
    answers = [said("neg"), said("neg"), said("pos")]

    score = judge(labelled("3c", "neg", "neu", "pos"), answers)

    assert score.macro_f1 == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert score.confused == ("neu", "neg", 1.0)


def test_two_labels_are_judged_by_the_likelier_and_a_tie_is_wrong():
    neutral = {"lang": "zh", "score": 0.0}
    found = [
        Sentiment(label=Label.NEUTRAL, p_negative=0.3, p_positive=0.1, **neutral),
        Sentiment(label=Label.NEUTRAL, p_negative=0.2, p_positive=0.2, **neutral),
        Sentiment(label=Label.UNREADABLE),
    ]

    score = judge(labelled("2c", "neg", "neg", "pos"), [as_said(f) for f in found])

    assert score.negative.right == 1
    assert score.negative.said == 1
    assert score.macro_f1 == pytest.approx((2 / 3 + 0) / 2)
    assert score.unreadable == pytest.approx(1 / 3)


def test_complaint_or_rest_is_judged_by_the_complaint_and_by_the_label():
    which = labelled("nr", "neg", "neg", "neu", "neu")
    answers = [
        said("neg", 0.9, complaint=0.8),
        said("neg", 0.6, complaint=0.2),
        said("pos", 0.1, complaint=0.1),
        said(None, None),
    ]

    by_complaint, by_label = judge(which, answers), judge_label(which, answers)

    assert (by_complaint.negative.said, by_complaint.negative.right) == (1, 1)
    assert (by_label.negative.said, by_label.negative.right) == (2, 2)
    assert sum(each.count for each in by_complaint.bins) == 3


def test_who_has_no_opinion_on_complaints_is_asked_for_the_label():
    found = [complains(said(label)) for label in ("neg", "pos", None)]

    assert found == ["neg", "neu", None]


def test_a_set_without_all_its_labels_has_no_macro_f1():
    score = judge(labelled("3c", "neg", "neg"), [said("neg", 0.9), said("pos", 0.2)])

    assert score.macro_f1 is None
    assert score.negative.recall == 0.5


def test_unreadable_texts_have_no_chance():
    score = judge(labelled("3c", "neg", "neu"), [said("neg", 0.95), said(None)])

    assert [each.count for each in score.bins] == [0] * 9 + [1]
    assert score.calibration_error == pytest.approx(0.05)


def test_the_commonest_mistake_is_a_share_of_its_truth():
    pairs = [("neg", "pos"), ("neg", "pos"), ("neg", "neg"), ("neu", None)]

    assert confused(pairs) == ("neg", "pos", pytest.approx(2 / 3))
    assert confused([("neg", "neg")]) is None


def test_vader_is_read_with_its_authors_limits():
    good, flat = of_vader()(["This is great!", "The parcel is here."])

    assert (good.label, good.side) == ("pos", "pos")
    assert (flat.label, flat.side, flat.p_negative) == ("neu", None, None)


def test_a_language_is_right_left_open_or_wrong():
    answers = [said("neg", lang="de"), said("neg"), said("neg", lang="nl")]

    assert languages_of("de", answers) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [("x" * 40, "en", SHORT), ("x" * 41, "en", 1), ("x" * 240, "en", LONG),
     ("字" * 13, "zh", SHORT), ("字" * 80, "zh", LONG)],
)  # fmt: skip
def test_a_character_of_han_says_as_much_as_three_letters(text, lang, expected):
    assert size(text, lang) == expected


def test_neutral_texts_are_counted_apart():
    which = labelled("3c", "neu", "neu", "neg")
    stack, vader = [said("neu"), said("neg"), said("neu")], [said("pos")] * 3

    found, right = of_neutral([Told(which, stack, vader)])

    assert (found.count, found.stack, found.vader) == (2, 0.5, 0.0)
    assert (right.stack, right.vader) == (0.5, None)
