"""How good a finding of copies is: recall by kind, and precision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.copies.campaigns import Planted


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wrong` are posts put with a campaign that they do not belong to."""

    recall: dict[str, float]
    precision: float
    wrong: tuple[Planted, ...]


def judge(planted: Sequence[Planted], firsts: Sequence[int | None]) -> Verdict:
    """Compare the first posts that were found with what was planted.

    Kinds are also told apart by language: "20 % cut, ko".
    """
    campaigns = {post.writing.id: post.campaign for post in planted}
    all_of, right_of = Counter[str](), Counter[str]()
    wrong = []
    for post, first in zip(planted, firsts, strict=True):
        is_right = first is not None and post.campaign == campaigns[first]
        is_right = is_right and post.campaign is not None
        if first is not None and not is_right:
            wrong.append(post)
        if post.campaign is not None and post.kind != "first":
            for kind in (post.kind, f"{post.kind}, {post.campaign[:2]}"):
                all_of[kind] += 1
                right_of[kind] += is_right
    found = sum(first is not None for first in firsts)
    return Verdict(
        {kind: right_of[kind] / all_of[kind] for kind in sorted(all_of)},
        1 - len(wrong) / found if found else 1.0,
        tuple(wrong),
    )
