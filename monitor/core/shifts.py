"""A long list of places that are mostly one after the other, kept short."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class Shifts(Sequence[int]):
    """`place + shift`, where the shift changes at a few places only."""

    __slots__ = ("_begins", "_shifts", "_size")

    def __init__(self, begins: list[int], shifts: list[int], size: int) -> None:
        """`shifts[i]` holds from place `begins[i]` on; there are `size` places."""
        self._begins = begins
        self._shifts = shifts
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # as in Sequence
        if isinstance(place, slice):
            return [self[index] for index in range(*place.indices(self._size))]
        if not 0 <= place < self._size:
            raise IndexError(place)
        return place + self._shifts[bisect_right(self._begins, place) - 1]
