"""Where in a text the encoder finds what it says, as a few phrases.

Every piece of the text has a share in the answer (`Encoder.contributions`). A phrase is
a run of pieces whose shares, less what a piece has on average, add up to the most
(Kadane's maximum subarray); the next is looked for in what is left. The strongest is
always named, however evenly a long text says what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.core.model import Evidence
from monitor.scoring.package import Array
from monitor.scoring.pieces import Pieces

PART = "encoder"
MOST = 3
_LONGEST = 8
"""Pieces of one phrase."""
_WIDEST = 40
"""Letters that a place is widened by at each end."""
_LEAST = 0.3
"""Share of the strongest phrase that every other has to have."""


def phrases(
    shares: Array, pieces: Pieces, text: str, says: str
) -> tuple[Evidence, ...]:
    """Return the places with the largest `shares` of an answer, strongest first."""
    if not pieces:
        return ()
    found = [
        Evidence(start=start, end=end, part=PART, says=says, weight=round(weight, 2))
        for start, end, weight in _runs(shares.tolist(), pieces, text)
    ]
    return tuple(sorted(found, key=lambda each: -each.weight))


def _runs(
    shares: Sequence[float], pieces: Pieces, text: str
) -> Iterable[tuple[int, int, float]]:
    left = list(shares)
    mean = sum(max(share, 0.0) for share in shares) / (len(shares) + 1)
    least = 0.0
    taken: list[tuple[int, int]] = []
    for _ in range(MOST):
        first, last = _best(left, mean)
        weight = sum(shares[first:last])
        if last <= first or weight < least:
            return
        least = least or _LEAST * weight
        left[first:last] = [float("-inf")] * (last - first)
        start, end = whole_words(text, pieces.starts[first], pieces.ends[last - 1])
        if end > start and not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            yield start, end, weight


def _best(shares: Sequence[float], mean: float) -> tuple[int, int]:
    """Return the run with the largest sum of what is above the mean."""
    best, found = 0.0, (0, 0)
    for first in range(len(shares)):
        if shares[first] <= mean:
            continue
        total = 0.0
        for last in range(first, min(first + _LONGEST, len(shares))):
            total += shares[last] - mean
            if total > best:
                best, found = total, (first, last + 1)
    return found


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole words where words have letters of an alphabet.

    Signs at either end are left out; what is left of signs alone is nothing.
    """
    first, last = max(0, start - _WIDEST), min(len(text), end + _WIDEST)
    while start > first and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    while end < last and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _in_word(char: str) -> bool:
    """Tell a letter of a script that has spaces between words."""
    return char.isalnum() and not "\u2e80" <= char <= "\ua4cf"
