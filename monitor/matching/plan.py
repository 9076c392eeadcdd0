"""From a query's tree to what can be asked of a post quickly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from monitor.matching.query import And, Node, Not, Or, Term, is_choice
from monitor.matching.view import ANYWHERE, HANGUL, Kinds

Test = Callable[[Set[int]], bool]
"""Asks one question of the numbers of the literals that a post holds."""

Number = Callable[[str], int]
"""Gives each literal its number."""

_kinds = Kinds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A query ready for use, in numbers of literals.

    Any matching post holds at least one of `triggers`. `shown` are the positive
    terms. If `sure`, one trigger is all it takes and `test` need not be asked.
    """

    triggers: frozenset[int]
    shown: frozenset[int]
    sure: bool
    test: Test


def plan(node: Node, number: Number) -> Plan:
    """Compile a tree that `parse` has accepted."""
    triggers = frozenset(number(term.literal) for term in cover(node))
    shown = frozenset(number(term.literal) for term in positive_terms(node))
    sure = isinstance(node, Term) or (
        isinstance(node, Or) and all(isinstance(c, Term) for c in node.children)
    )
    return Plan(triggers=triggers, shown=shown, sure=sure, test=test_of(node, number))


def positive_terms(node: Node, *, negated: bool = False) -> Iterator[Term]:
    """Yield the terms whose presence speaks for a match, in the order written."""
    waiting = [(node, negated)]
    while waiting:
        current, against = waiting.pop()
        if isinstance(current, Term):
            if not against:
                yield current
        elif isinstance(current, Not):
            waiting.append((current.child, not against))
        else:
            waiting.extend((child, against) for child in reversed(current.children))


def cover(node: Node, *, negated: bool = False) -> tuple[Term, ...]:
    """Return terms of which every matching post holds at least one; () if none.

    Of things that are all needed, one is enough: the one that is likely rarest.
    """
    if isinstance(node, Term):
        return () if negated else (node,)
    if isinstance(node, Not):
        return cover(node.child, negated=not negated)
    covers = []
    for child in node.children:
        covers.append(cover(child, negated=negated))  # noqa: PERF401  # shallower stack
    if not is_choice(node, negated=negated):
        return max(covers, key=_rarity, default=())
    return () if () in covers else tuple(term for terms in covers for term in terms)


def _rarity(terms: tuple[Term, ...]) -> tuple[float, int]:
    """Guess how seldom a post holds any of these: its commonest term decides."""
    return min((_weight(t.literal) for t in terms), default=0.0), -len(terms)


def _weight(literal: str) -> float:
    dense = sum(1 for c in literal if _kinds[c] & (HANGUL | ANYWHERE))
    sign = 3 if literal[0] in "#@" else 0
    return len(literal) + 2.0 * dense + 2.0 * literal.count(" ") + sign


def test_of(node: Node, number: Number, *, negated: bool = False) -> Test:
    """Return the question "does a post with these literals match?"."""
    if isinstance(node, Term):
        return _none({number(node.literal)}) if negated else _any({number(node.literal)})
    if isinstance(node, Not):
        return test_of(node.child, number, negated=not negated)
    choice = is_choice(node, negated=negated)
    tests = _leaf_tests(node, number, negated=negated, choice=choice)
    for child in node.children:
        if not _is_leaf(child):
            tests.append(test_of(child, number, negated=negated))  # noqa: PERF401
    return tests[0] if len(tests) == 1 else _join(tests, choice=choice)


def _is_leaf(node: Node) -> bool:
    return isinstance(node, Term) or (
        isinstance(node, Not) and isinstance(node.child, Term)
    )


def _leaf_tests(
    node: And | Or, number: Number, *, negated: bool, choice: bool
) -> list[Test]:
    """Melt the children that are plain terms, or NOT terms, into set operations."""
    present: set[int] = set()
    absent: set[int] = set()
    for child in node.children:
        if isinstance(child, Term):
            (absent if negated else present).add(number(child.literal))
        elif isinstance(child, Not) and isinstance(child.child, Term):
            (present if negated else absent).add(number(child.child.literal))
    tests: list[Test] = []
    if present:
        tests.append(_any(present) if choice else _all(present))
    if absent:
        tests.append(_not_all(absent) if choice else _none(absent))
    return tests


def _any(wanted: set[int]) -> Test:
    return lambda found: not wanted.isdisjoint(found)


def _all(wanted: set[int]) -> Test:
    return lambda found: wanted <= found


def _none(unwanted: set[int]) -> Test:
    return lambda found: unwanted.isdisjoint(found)


def _not_all(unwanted: set[int]) -> Test:
    return lambda found: not unwanted <= found


def _join(tests: list[Test], *, choice: bool) -> Test:
    def ask(found: Set[int]) -> bool:
        for test in tests:
            if test(found) is choice:
                return choice
        return not choice

    return ask
