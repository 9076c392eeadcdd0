"""Words with `*` and `?`, found from the inside out.

A star stands for up to 50 letters or digits of the scripts that the pattern is
written in, `?` for exactly one. The longest run of letters in the pattern is what an
automaton looks for; from there the rest is laid along the text to both sides, part
after part, and the nearest place where everything fits counts. That takes time in
proportion to the pattern and the fifty letters, never their powers.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from monitor.matching.look import Finding, Look, Span
from monitor.matching.nodes import ANY_ONE, Wild
from monitor.matching.variants import few_spellings, simplified, spellings
from monitor.matching.view import (
    ANYWHERE,
    HANGUL,
    KINDS,
    LETTER,
    SIGNS,
    left_edge,
    right_edge,
)

MOST_LETTERS = 50


def anchor(leaf: Wild) -> tuple[str, int, int]:
    """Return the longest run without signs, the part it is in, and where in it.

    Of a run that can be written in too many ways it is a piece.
    """
    runs = [
        (run[0], number, run.start())
        for number, part in enumerate(leaf.parts)
        for run in re.finditer(r"[^?]+", part)
        if run[0].strip()
    ]
    run, number, start = max(runs, key=lambda run: len(run[0]))
    if spellings(run):
        return run, number, start
    inner, piece = few_spellings(run)
    return piece, number, start + inner


def finder(leaf: Wild) -> Finding:
    """Return what finds the places of a pattern around the hits of its anchor."""
    pattern = _Pattern(leaf)

    def places(hits: Sequence[Span], look: Look) -> list[Span]:
        found = (pattern.around(look.simple, start) for start, _ in hits)
        return [place for place in found if place is not None]

    return places


class _Pattern:
    """A pattern ready for use."""

    def __init__(self, leaf: Wild) -> None:
        self._parts = [simplified(part) for part in leaf.parts]
        _, self._number, self._offset = anchor(leaf)
        self._kinds = 0
        for char in leaf.pattern:
            self._kinds |= KINDS[char] & (LETTER | HANGUL | ANYWHERE)
        self._before = self._edge(leaf.parts[0][:1], left_edge)
        self._after = self._edge(leaf.parts[-1][-1:], right_edge)

    def _edge(self, char: str, edge: Callable[[str], int]) -> int:
        """Return the kinds refused beside an end; a sign's are those it stands for."""
        if not char:
            return 0
        if char == ANY_ONE:
            return self._kinds & (LETTER | HANGUL)
        return LETTER if char in SIGNS else edge(char)

    def around(self, text: str, hit: int) -> Span | None:
        """Return the place whose anchor stands at `hit`, or None."""
        start = hit - self._offset
        end = start + len(self._parts[self._number])
        if not self._fits(text, start, self._parts[self._number]):
            return None
        left = self._to_the_left(text, start)
        right = self._to_the_right(text, end)
        return None if left is None or right is None else (left, right)

    def _to_the_right(self, text: str, end: int) -> int | None:
        parts, ends = self._parts[self._number + 1 :], [end]
        if not parts:
            return end if self._is_end(text, end) else None
        for part in parts[:-1]:
            size, starts = len(part), self._reach(text, ends, 1)
            ends = [at + size for at in starts if self._fits(text, at, part)]
        last = parts[-1]
        if not (ends and last):
            return self._run(text, ends[-1], 1) if ends else None
        for start in self._reach(text, ends, 1):
            end = start + len(last)
            if self._fits(text, start, last) and self._is_end(text, end):
                return end
        return None

    def _to_the_left(self, text: str, start: int) -> int | None:
        parts, starts = self._parts[: self._number], [start]
        if not parts:
            return start if self._is_start(text, start) else None
        for part in reversed(parts[1:]):
            found = (end - len(part) for end in self._reach(text, starts, -1))
            starts = [start for start in found if self._fits(text, start, part)]
        first = parts[0]
        if not (starts and first):
            return self._run(text, starts[-1], -1) if starts else None
        for end in self._reach(text, starts, -1):
            start = end - len(first)
            if self._fits(text, start, first) and self._is_start(text, start):
                return start
        return None

    def _reach(self, text: str, places: Sequence[int], step: int) -> Iterator[int]:
        """Yield where a star from any of these places can end, the nearest first."""
        done: int | None = None
        for place in places:
            # What a star before this one has reached need not be looked at again.
            begin = place
            if done is not None and (done - place) * step >= 0:
                begin = done + step
            else:
                yield place
                begin = place + step
            done = begin - step
            while abs(begin - place) <= MOST_LETTERS and self._is_letter(
                text, begin - (step > 0)
            ):
                yield begin
                done, begin = begin, begin + step

    def _run(self, text: str, place: int, step: int) -> int:
        """Return how far a star can reach from a place."""
        return deque(self._reach(text, (place,), step), maxlen=1)[0]

    def _is_letter(self, text: str, place: int) -> bool:
        """Tell whether a star may stand for the character at a place."""
        return 0 <= place < len(text) and bool(KINDS[text[place]] & self._kinds)

    def _fits(self, text: str, start: int, part: str) -> bool:
        if ANY_ONE not in part:
            return start >= 0 and text.startswith(part, start)
        return 0 <= start <= len(text) - len(part) and all(
            bool(KINDS[char] & self._kinds) if sign == ANY_ONE else char == sign
            for char, sign in zip(text[start : start + len(part)], part, strict=True)
        )

    def _is_start(self, text: str, start: int) -> bool:
        return not (start and KINDS[text[start - 1]] & self._before)

    def _is_end(self, text: str, end: int) -> bool:
        return not (end < len(text) and KINDS[text[end]] & self._after)
