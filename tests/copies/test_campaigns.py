"""On a generated campaign set: what is found, and what is left apart."""

from __future__ import annotations

import pytest

from monitor.copies import CopyIndex
from tests.copies.campaigns import KINDS, Planted, campaign_set
from tests.copies.judging import Verdict, judge

LEAST = {"one word changed": 0.95, "20 % cut": 0.90, "quoted": 0.95}


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    return campaign_set(unrelated=3_000)


@pytest.fixture(scope="module")
def verdict(planted: list[Planted]) -> Verdict:
    found = CopyIndex().find([post.writing for post in planted])
    return judge(planted, [copy.of if copy else None for copy in found])


@pytest.mark.parametrize("kind", KINDS)
def test_copies_are_found_in_every_language(verdict: Verdict, kind: str) -> None:
    found = {name: part for name, part in verdict.recall.items() if kind in name}

    assert len(found) == 5
    assert min(found.values()) >= LEAST.get(kind, 0.98), found


def test_hardly_anything_is_taken_for_a_copy_that_is_none(verdict: Verdict) -> None:
    assert verdict.precision >= 0.99, [p.writing.text for p in verdict.wrong[:5]]


def test_short_and_common_posts_and_other_cases_are_never_put_together(
    verdict: Verdict, planted: list[Planted]
) -> None:
    kinds = {post.kind for post in planted}

    assert {"short", "another case", "same opening", "unrelated"} < kinds
    assert not {"short", "another case"} & {post.kind for post in verdict.wrong}


def test_the_set_is_the_same_every_time() -> None:
    again = campaign_set(unrelated=50)

    assert again == campaign_set(unrelated=50)
    assert again != campaign_set(unrelated=50, seed=8)
