"""From a query's tree to what can be asked of a post quickly."""

from __future__ import annotations

import math
from collections.abc import Callable, Set
from dataclasses import dataclass

from monitor.matching.query import And, Node, Not, Or, Term, is_choice
from monitor.matching.view import ANYWHERE, HANGUL, KINDS

Test = Callable[[Set[int]], bool]
"""Asks one question of the numbers of the literals that a post holds."""

Number = Callable[[str], int]
"""Gives each literal its number."""

_DENSE = HANGUL | ANYWHERE
_COMMON_WORDS = """
a about account after again air all am an and any app are around as at away back bad
bank be because been before best better big but buy by call can car card care city
come company could customer day days delivery did do does down even ever every first
for free from game get go going good got great had has have he health help her here
him his home hotel how i if in into is it its job just know last life like live local
long look love made mail make many me money more most much my need never new news next
no not now of off office old on one online only open or order our out over pay people
phone please price product really refund report right said sale say see service she
shop should show so some still store support take team than thank thanks that the them
then there they thing think this time to today too travel up update us use very video
want was watch water way we web website week well went were what when where which who
why will with work world would year years yes you your
"""
"""Words so common that a query should not be triggered by them if it has others."""
_COMMON = frozenset(_COMMON_WORDS.split())


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


def plan(node: Node, triggers: tuple[Term, ...], number: Number) -> Plan:
    """Compile a tree that `parse` has accepted and whose `cover` is `triggers`."""
    terms = node.children if isinstance(node, Or) else (node,)
    return Plan(
        triggers=frozenset([number(term.literal) for term in triggers]),
        shown=frozenset([number(t.literal) for t in terms_of(node, positive=True)]),
        sure=all(isinstance(term, Term) for term in terms),
        test=question(node, number),
    )


def terms_of(node: Node, *, positive: bool = False) -> list[Term]:
    """Return all terms, or only those whose presence speaks for a match."""
    found = []
    waiting = [(node, False)]
    while waiting:
        current, against = waiting.pop()
        if isinstance(current, Term):
            if not (positive and against):
                found.append(current)
        elif isinstance(current, Not):
            waiting.append((current.child, not against))
        else:
            waiting.extend([(child, against) for child in reversed(current.children)])
    return found


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
        return min(covers, key=_expected)
    return () if () in covers else tuple(term for terms in covers for term in terms)


def _expected(terms: tuple[Term, ...]) -> float:
    """Guess how often a post holds any of these: only the order matters."""
    if not terms:
        return float("inf")
    return math.fsum(math.exp(-_weight(term.literal) / 2) for term in terms)


def _weight(literal: str) -> float:
    """Return how many letters' worth of rarity a literal has."""
    if literal in _COMMON:
        return 1.0
    dense = sum(1 for c in literal if not c.isascii() and KINDS[c] & _DENSE)
    sign = 3 if literal[0] in "#@" else 0
    return len(literal) + 2.0 * dense + 2.0 * literal.count(" ") + sign


def question(node: Node, number: Number, *, negated: bool = False) -> Test:
    """Return the question "does a post with these literals match?"."""
    if isinstance(node, Term):
        return (
            _none({number(node.literal)}) if negated else _any({number(node.literal)})
        )
    if isinstance(node, Not):
        return question(node.child, number, negated=not negated)
    choice = is_choice(node, negated=negated)
    tests = _leaf_tests(node, number, negated=negated, choice=choice)
    for child in node.children:
        if not _is_leaf(child):
            tests.append(question(child, number, negated=negated))
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
    return unwanted.isdisjoint


def _not_all(unwanted: set[int]) -> Test:
    return lambda found: not unwanted <= found


def _join(tests: list[Test], *, choice: bool) -> Test:
    def ask(found: Set[int]) -> bool:
        for test in tests:
            if test(found) is choice:
                return choice
        return not choice

    return ask
