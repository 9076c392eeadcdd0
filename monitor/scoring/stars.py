"""Star ratings: what they say alone, and together with the text."""

from __future__ import annotations

import math
from dataclasses import dataclass

from monitor.core.model import Label

_P_NEGATIVE = ((1.5, 0.95), (2.5, 0.85), (3.25, 0.35), (3.75, 0.2), (4.5, 0.06))
_P_BEST = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Stars:
    """A rating brought to five stars."""

    value: float
    words: str

    @property
    def label(self) -> Label:
        """1 and 2 are negative, 3 is neutral, 4 and 5 are positive."""
        if self.value < 2.5:
            return Label.NEGATIVE
        return Label.NEUTRAL if self.value <= 3.5 else Label.POSITIVE

    @property
    def score(self) -> float:
        return max(-1.0, min(1.0, (self.value - 3) / 2))

    @property
    def p_negative(self) -> float:
        """Return how likely the writer is unhappy, going by the stars alone."""
        return next((p for limit, p in _P_NEGATIVE if self.value < limit), _P_BEST)


def read_stars(rating: float | None, scale: float) -> Stars | None:
    """Return the rating, or None if there is none or it makes no sense.

    A 0 is a missing rating, unless the scale starts there (0-1, 0-10, 0-100).
    """
    if rating is None or not (math.isfinite(rating) and math.isfinite(scale)):
        return None
    lowest = 0.0 if scale == 1 or scale >= 10 else 0.01
    if not lowest <= rating <= scale:
        return None
    value = 1 + 4 * rating if scale == 1 else rating * 5 / scale
    return Stars(value=value, words=f"rated {rating:g} of {scale:g}")
