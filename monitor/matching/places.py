"""Where things stand: NEAR, NOT IN, count( ), and what is shown of a match."""

from __future__ import annotations

import itertools
import operator
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence, Set

from monitor.matching.look import MAX_SPANS, Look, Span
from monitor.matching.nodes import (
    And,
    Count,
    Field,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
)

Number = Callable[[Leaf], int]
Places = Callable[[Look], Sequence[Span]]
Shown = Callable[[Look], Set[Span]]

MAX_PAIRS = 10_000
"""Pairs of places looked at of one NEAR."""
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
}


def question(node: Near | Outside | Count, number: Number) -> Callable[[Look], bool]:
    """Return the question whether something has a place."""
    if isinstance(node, Near):
        pairs = _pairs(node, number)
        return lambda look: next(pairs(look), None) is not None
    if isinstance(node, Outside):
        standing = places_of(node, number)
        return lambda look: bool(standing(look))
    counted = places_of(node.child, number)
    compare, wanted = _COMPARE[node.sign], node.number
    return lambda look: compare(apart(counted(look)), wanted)


def places_of(node: Node, number: Number) -> Places:
    """Return what finds every place of a node, in order."""
    if isinstance(node, Or):
        parts = [places_of(child, number) for child in node.children]
        return lambda look: sorted({span for part in parts for span in part(look)})
    if isinstance(node, Near):
        pairs = _pairs(node, number)
        return lambda look: sorted({_window(*pair) for pair in pairs(look)})[:MAX_SPANS]
    if isinstance(node, Outside):
        child, inside = places_of(node.child, number), places_of(node.inside, number)
        return lambda look: _outside(child(look), inside(look))
    place = number(node)  # type: ignore[arg-type]  # `has_places` lets only leaves by
    return lambda look: look.places(place)


def _window(first: Span, second: Span) -> Span:
    return min(first[0], second[0]), max(first[1], second[1])


def _outside(spans: Sequence[Span], around: Sequence[Span]) -> list[Span]:
    """Return the places that lie in none of the others."""
    if not (spans and around):
        return list(spans)
    begins = [start for start, _ in around]
    # How far anything reaches that begins up to here.
    reach = list(itertools.accumulate([end for _, end in around], max))
    kept = []
    for start, end in spans:
        before = bisect_right(begins, start)
        if not before or reach[before - 1] < end:
            kept.append((start, end))
    return kept


def apart(spans: Sequence[Span]) -> int:
    """Count places; those that overlap count once."""
    count, reached = 0, -1
    for start, end in sorted(spans, key=operator.itemgetter(1)):
        if start >= reached:
            count, reached = count + 1, end
    return count


def _pairs(node: Near, number: Number) -> Callable[[Look], Iterator[tuple[Span, Span]]]:
    left, right = places_of(node.left, number), places_of(node.right, number)

    def pairs(look: Look) -> Iterator[tuple[Span, Span]]:
        first, second = left(look), right(look)
        if not (first and second):
            return iter(())
        found = _following(first, sorted(second), node.words, look)
        if not node.ordered:
            turned = _following(second, sorted(first), node.words, look)
            found = itertools.chain(found, ((b, a) for a, b in turned))
        return itertools.islice(found, MAX_PAIRS)

    return pairs


def _following(
    first: Sequence[Span], second: Sequence[Span], words: int, look: Look
) -> Iterator[tuple[Span, Span]]:
    """Yield each place with those that follow it within so many words."""
    begins = [start for start, _ in second]
    for one in first:
        for place in range(bisect_left(begins, one[1]), len(second)):
            if look.words_between(one[1], begins[place]) > words:
                break
            yield one, second[place]


def shown(node: Node, number: Number) -> Shown:
    """Return what finds the places that speak for a match, in the view."""
    parts = list(_speaking(node, number, against=False))
    return lambda look: {span for part in parts for span in part(look)}


def _speaking(node: Node, number: Number, *, against: bool) -> Iterator[Shown]:
    if isinstance(node, Not):
        yield from _speaking(node.child, number, against=not against)
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _speaking(child, number, against=against)
    elif not against and not isinstance(node, Field):
        yield _places_shown(node, number)


def _places_shown(node: Node, number: Number) -> Shown:
    if isinstance(node, Near):
        pairs = _pairs(node, number)
        return lambda look: {span for pair in pairs(look) for span in pair}
    if isinstance(node, Count):
        return _places_shown(node.child, number)
    if isinstance(node, Or):
        parts = [_places_shown(child, number) for child in node.children]
        return lambda look: {span for part in parts for span in part(look)}
    standing = places_of(node, number)
    return lambda look: frozenset(standing(look))
