"""How right a rule was: which verdicts count for it, and how sure that is."""

from __future__ import annotations

import pytest

from monitor.teaching.precision import Precision, Wants, count, is_right, wilson
from monitor.teaching.verdicts import Verdict

UNHAPPY, PRAISE, MENTION = Wants.UNHAPPY, Wants.PRAISE, Wants.MENTION


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(
    right: int, total: int, low: float, high: float
) -> None:
    assert wilson(right, total) == pytest.approx((low, high), abs=5e-5)


def test_without_verdicts_anything_may_be_true() -> None:
    empty = Precision(rule="r", right=0, total=0)

    assert empty.interval == (0.0, 1.0)
    assert empty.share == 0.0


@pytest.mark.parametrize(
    ("said", "wants", "right"),
    [
        ({Verdict.NEGATIVE}, UNHAPPY, True),
        ({Verdict.US, Verdict.COMPLAINT}, UNHAPPY, True),
        ({Verdict.NOT_NEGATIVE}, UNHAPPY, False),
        ({Verdict.NOT_COMPLAINT}, UNHAPPY, False),
        ({Verdict.NEGATIVE, Verdict.NOT_COMPLAINT}, UNHAPPY, True),
        ({Verdict.NEGATIVE, Verdict.NOT_US}, UNHAPPY, False),
        ({Verdict.US}, UNHAPPY, None),
        ({Verdict.POSITIVE}, PRAISE, True),
        ({Verdict.NEUTRAL}, PRAISE, False),
        ({Verdict.NOT_NEGATIVE}, PRAISE, None),
        ({Verdict.NEUTRAL}, Wants.NEUTRAL, True),
        ({Verdict.US}, MENTION, True),
        ({Verdict.POSITIVE}, MENTION, True),
        ({Verdict.NOT_US}, MENTION, False),
        (set[Verdict](), MENTION, None),
    ],
)
def test_what_a_verdict_says_depends_on_what_the_rule_looks_for(
    said: set[Verdict], wants: Wants, right: bool | None
) -> None:
    assert is_right(said, wants) is right


def test_posts_of_which_nothing_helpful_was_said_are_not_counted() -> None:
    said = [{Verdict.NEGATIVE}, {Verdict.US}, {Verdict.NOT_US}, {Verdict.COMPLAINT}]

    found = count("unhappy", UNHAPPY, said)

    assert (found.right, found.total) == (2, 3)
    assert found.share == pytest.approx(2 / 3)
