"""The leaves of many queries: each once, with a number and a way to be found."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from monitor.matching.finding import Way, way_of
from monitor.matching.look import Finding
from monitor.matching.nodes import Leaf
from monitor.matching.scanner import Scanner

MOST_KNOWN = 100_000
"""Leaves whose way of being found is kept from one set of queries to the next."""


class Leaves:
    """Numbers every leaf, and knows how each is found."""

    def __init__(self) -> None:
        self._numbers: dict[Leaf, int] = {}
        self._objects: dict[int, tuple[int, Leaf]] = {}  # by id, which is quicker
        self.ways: list[Way] = []
        self.finders: dict[int, Finding] = {}

    def number(self, leaf: Leaf) -> int:
        """Return the number of a leaf; leaves that mean the same share one."""
        seen = self._objects.get(id(leaf))
        if seen is None:
            seen = self._objects[id(leaf)] = self._number(leaf), leaf
        return seen[0]

    def _number(self, leaf: Leaf) -> int:
        known = self._numbers.get(leaf)
        if known is None:
            known = self._numbers[leaf] = len(self.ways)
            way = _way(leaf)
            self.ways.append(way)
            if way.finder:
                self.finders[known] = way.finder
        return known

    def is_plain(self, leaf: Leaf) -> bool:
        """Tell whether every hit of the leaf's probes is a place."""
        return self.number(leaf) not in self.finders


# Most queries are the same the next time, and so are their leaves.
_way = functools.lru_cache(maxsize=MOST_KNOWN)(way_of)


def scanner(
    leaves: Leaves, numbers: Iterable[int], *, in_skeleton: bool = False
) -> Scanner:
    """Return what looks for these leaves in a view, or in its skeleton."""
    return Scanner(
        {
            number: leaves.ways[number].probes
            for number in numbers
            if leaves.ways[number].in_skeleton is in_skeleton
        }
    )
