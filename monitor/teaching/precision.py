"""How often a rule was right, going by what people said of what it alerted on.

The interval is Wilson's (1927): with few verdicts it is wide, as it should be, and it
never leaves 0 to 1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitor.teaching.verdicts import Verdict

CERTAINTY = 1.959964
"""Standard errors on each side: 95 times of a hundred the truth is within."""


class Wants(StrEnum):
    """What a rule looks for, as far as a verdict can tell."""

    UNHAPPY = "unhappy"
    PRAISE = "praise"
    NEUTRAL = "neutral"
    MENTION = "mention"


_RIGHT = {
    Wants.UNHAPPY: {Verdict.NEGATIVE, Verdict.COMPLAINT},
    Wants.PRAISE: {Verdict.POSITIVE},
    Wants.NEUTRAL: {Verdict.NEUTRAL},
    Wants.MENTION: set(Verdict) - {Verdict.NOT_US},
}
_WRONG = {
    Wants.UNHAPPY: {Verdict.NOT_NEGATIVE, Verdict.NEUTRAL, Verdict.POSITIVE},
    Wants.PRAISE: {Verdict.NEGATIVE, Verdict.NEUTRAL, Verdict.COMPLAINT},
    Wants.NEUTRAL: {Verdict.NEGATIVE, Verdict.POSITIVE, Verdict.COMPLAINT},
    Wants.MENTION: set[Verdict](),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """What people said of one rule's alerts: so many right, of so many."""

    rule: str
    right: int
    total: int

    @property
    def share(self) -> float:
        """Return the share that was right."""
        return self.right / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return between what the true share lies, most likely."""
        return wilson(self.right, self.total)


def is_right(said: Collection[Verdict], wants: Wants) -> bool | None:
    """Tell whether an alert was right by what was said of its post; None: not said."""
    if Verdict.NOT_US in said:
        return False
    if not _RIGHT[wants].isdisjoint(said):
        return True
    if not _WRONG[wants].isdisjoint(said):
        return False
    if wants is Wants.UNHAPPY and Verdict.NOT_COMPLAINT in said:
        return False
    return None


def count(rule: str, wants: Wants, said: Iterable[Collection[Verdict]]) -> Precision:
    """Count what is right; posts of which nothing helpful was said are left out."""
    answers = [answer for each in said if (answer := is_right(each, wants)) is not None]
    return Precision(rule=rule, right=sum(answers), total=len(answers))


def wilson(right: int, total: int, z: float = CERTAINTY) -> tuple[float, float]:
    """Return Wilson's score interval of a share."""
    if not total:
        return 0.0, 1.0
    share, square = right / total, z * z
    middle = share + square / (2 * total)
    width = z * (share * (1 - share) / total + square / (4 * total * total)) ** 0.5
    scale = 1 + square / total
    return max(0.0, (middle - width) / scale), min(1.0, (middle + width) / scale)
