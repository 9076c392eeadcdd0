"""The measures of the score sheet, against values worked out by hand."""

from __future__ import annotations

import pytest

from benchmarks.reading.metrics import (
    Bin,
    average_precision,
    calibration_error,
    found,
    found_yes,
    macro_f1,
    mean,
    reliability,
)

NEG, NEU, POS = LABELS = ("neg", "neu", "pos")

PAIRS = [
    (NEG, NEG), (NEG, NEG), (NEG, NEU), (NEG, None),
    (NEU, NEG), (NEU, NEU),
    (POS, POS), (POS, None),
]  # fmt: skip
"""Negative: 2 right of 3 said and 4 true; neutral 1 of 2, 2; positive 1 of 1, 2."""


def test_precision_and_recall_count_the_unreadable_as_missed() -> None:
    negative = found(PAIRS, NEG)

    assert (negative.true, negative.said, negative.right) == (4, 3, 2)
    assert negative.precision == pytest.approx(2 / 3)
    assert negative.recall == pytest.approx(1 / 2)
    assert negative.f1 == pytest.approx(4 / 7)


def test_macro_f1_is_the_mean_of_the_labels() -> None:
    assert macro_f1(PAIRS, LABELS) == pytest.approx((4 / 7 + 1 / 2 + 2 / 3) / 3)


def test_macro_f1_gains_nothing_from_leaving_texts_unreadable() -> None:
    wrong = [(NEG, NEG), (POS, NEG)]
    silent = [(NEG, NEG), (POS, None)]

    assert macro_f1(wrong, (NEG, POS)) == pytest.approx(1 / 3)
    assert macro_f1(silent, (NEG, POS)) == pytest.approx(1 / 2)
    assert macro_f1([(NEG, None), (POS, None)], (NEG, POS)) == 0.0


def test_what_was_never_said_has_no_precision() -> None:
    never = found([(NEG, NEU)], NEG)

    assert (never.precision, never.recall, never.f1) == (None, 0.0, 0.0)
    assert found([(NEU, NEG)], NEG).recall is None


def test_yes_and_no_are_counted_by_the_yes() -> None:
    counted = found_yes([True, True, False, False], [True, False, True, False])

    assert (counted.true, counted.said, counted.right) == (2, 2, 1)


def test_average_precision_is_a_sum_of_steps() -> None:
    truths = [True, False, True, False, True]
    scores = [0.9, 0.8, 0.7, 0.6, 0.5]

    area = average_precision(truths, scores)

    assert area == pytest.approx((1 / 1 + 2 / 3 + 3 / 5) / 3)


def test_average_precision_does_not_depend_on_the_order_of_equals() -> None:
    scores = [0.5, 0.5, 0.5, 0.1]

    areas = [
        average_precision([True, False, False, True], scores),
        average_precision([False, False, True, True], scores),
    ]

    assert areas == pytest.approx([(1 / 3 + 2 / 4) / 2] * 2)


def test_there_is_no_average_precision_of_nothing() -> None:
    assert average_precision([False, False], [0.2, 0.1]) is None


def test_chances_fall_into_ten_bins_and_one_belongs_to_the_last() -> None:
    bins = reliability([False, True, True, True], [0.05, 0.15, 0.95, 1.0])

    assert [each.count for each in bins] == [1, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert bins[9].chance == pytest.approx(0.975)
    assert bins[9].share == 1.0


def test_calibration_error_weighs_a_bin_by_its_texts() -> None:
    truths = [True, False, False, False, True, True]
    chances = [0.25, 0.25, 0.25, 0.25, 0.9, 0.9]

    bins = reliability(truths, chances)

    assert calibration_error(bins) == pytest.approx((4 * 0.0 + 2 * 0.1) / 6)


def test_calibration_error_is_as_large_as_the_lie() -> None:
    assert calibration_error(reliability([False], [0.8])) == pytest.approx(0.8)
    assert calibration_error([Bin()] * 10) is None


def test_a_mean_leaves_out_what_is_not_known() -> None:
    assert mean([1.0, None, 2.0]) == 1.5
    assert mean([None]) is None
