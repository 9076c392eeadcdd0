"""From a query's tree to what can be asked of a post quickly."""

from __future__ import annotations

import math
from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Protocol

from monitor.matching import fields, places
from monitor.matching.look import Look, Span
from monitor.matching.nodes import (
    And,
    Count,
    Exact,
    Field,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Term,
    Wild,
    children_of,
    is_choice,
    leaves,
)
from monitor.matching.view import ANYWHERE, HANGUL, KINDS, SIGNS

Test = Callable[[Look], bool]
"""Asks one question of a text and what was found in it."""

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
COMMON = frozenset(_COMMON_WORDS.split())


class Numbers(Protocol):
    """Gives each leaf its number, and says which need no finder."""

    def number(self, leaf: Leaf) -> int:
        """Return the number of a leaf."""
        ...

    def is_plain(self, leaf: Leaf) -> bool:
        """Tell whether every hit of the leaf's probes is a place."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A query ready for use, in numbers of leaves.

    Any matching post holds at least one of `triggers`. If `sure`, one of them is all
    it takes and `test` need not be asked. `plain` are the leaves to be shown where
    each is shown wherever it stands; else `shown` returns what speaks for the match.
    """

    triggers: frozenset[int]
    plain: frozenset[int] | None
    sure: bool
    test: Test
    shown: places.Shown


def plan(node: Node, triggers: tuple[Leaf, ...], numbers: Numbers) -> Plan:
    """Compile a tree that `parse` has accepted and whose `cover` is `triggers`."""
    parts = node.children if isinstance(node, Or) else (node,)
    plain = _plain(node, numbers)
    return Plan(
        triggers=frozenset([numbers.number(leaf) for leaf in triggers]),
        plain=plain,
        sure=all(isinstance(p, Term) and numbers.is_plain(p) for p in parts),
        test=question(node, numbers),
        shown=places.shown(node, numbers.number) if plain is None else _nothing,
    )


def _nothing(_look: Look) -> Set[Span]:
    return frozenset()


def _plain(node: Node, numbers: Numbers) -> frozenset[int] | None:
    """Return the leaves to show if each is shown wherever it stands."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Near | Outside):
            return None
        waiting += children_of(current)
    shown = list(leaves(node, positive=True))
    plain = all([numbers.is_plain(leaf) for leaf in shown])  # noqa: C419  # faster
    return frozenset([numbers.number(leaf) for leaf in shown]) if plain else None


def cover(node: Node, *, negated: bool = False) -> tuple[Leaf, ...]:
    """Return leaves of which every matching post holds at least one; () if none.

    Of things that are all needed, one is enough: the one that is likely rarest.
    """
    if isinstance(node, Not):
        return cover(node.child, negated=not negated)
    if isinstance(node, And | Or):
        # A list that is filled, not a comprehension: the stack stays shallower.
        covers = []
        for child in node.children:
            covers.append(cover(child, negated=negated))  # noqa: PERF401
        if not is_choice(node, negated=negated):
            return min(covers, key=_expected)
        return () if () in covers else tuple(leaf for found in covers for leaf in found)
    if negated or isinstance(node, Field):
        return ()
    if isinstance(node, Near):
        return min(cover(node.left), cover(node.right), key=_expected)
    return cover(node.child) if isinstance(node, Count | Outside) else (node,)


def _expected(found: tuple[Leaf, ...]) -> float:
    """Guess how often a post holds any of these: only the order matters."""
    if not found:
        return float("inf")
    return math.fsum(math.exp(-_weight(leaf) / 2) for leaf in found)


def _weight(leaf: Leaf) -> float:
    """Return how many letters' worth of rarity a leaf has."""
    if isinstance(leaf, Wild):
        literal = max(leaf.pattern.replace("?", "*").split("*"), key=len)
    else:
        literal = leaf.literal
    if literal in COMMON:
        return 1.0
    dense = sum(1 for c in literal if not c.isascii() and KINDS[c] & _DENSE)
    sign = 3 if literal[0] in SIGNS else 0
    length = len(literal) + 2.0 * dense + 2.0 * literal.count(" ") + sign
    # Of these, only pieces are looked for.
    return length / 2 if isinstance(leaf, Fuzzy | Exact) else length


def question(node: Node, numbers: Numbers, *, negated: bool = False) -> Test:
    """Return the question "does a post with these leaves match?"."""
    if isinstance(node, Not):
        return question(node.child, numbers, negated=not negated)
    if isinstance(node, And | Or):
        return _of_many(node, numbers, negated=negated)
    test = _of_one(node, numbers)
    return (lambda look: not test(look)) if negated else test


def _of_one(node: Node, numbers: Numbers) -> Test:
    if isinstance(node, Field):
        return fields.asked(node)
    if isinstance(node, Near | Outside | Count):
        return places.question(node, numbers.number)
    number = numbers.number(node)  # type: ignore[arg-type]  # a leaf is all that is left
    if numbers.is_plain(node):  # type: ignore[arg-type]
        return lambda look: number in look.hits
    return lambda look: bool(look.places(number))


def _of_many(node: And | Or, numbers: Numbers, *, negated: bool) -> Test:
    choice = is_choice(node, negated=negated)
    tests: list[Test] = []
    present: set[int] = set()
    absent: set[int] = set()
    for child in node.children:
        # Children that are plain terms, or NOT terms, melt into operations on sets.
        inner, against = (
            (child.child, not negated) if isinstance(child, Not) else (child, negated)
        )
        if isinstance(inner, Term) and numbers.is_plain(inner):
            (absent if against else present).add(numbers.number(inner))
        else:
            tests.append(question(child, numbers, negated=negated))
    if absent:
        tests.insert(0, _not_all(absent) if choice else _none(absent))
    if present:
        tests.insert(0, _any(present) if choice else _all(present))
    return tests[0] if len(tests) == 1 else _join(tests, choice=choice)


def _any(wanted: set[int]) -> Test:
    return lambda look: not wanted.isdisjoint(look.hits)


def _all(wanted: set[int]) -> Test:
    return lambda look: wanted <= look.hits.keys()


def _none(unwanted: set[int]) -> Test:
    return lambda look: unwanted.isdisjoint(look.hits)


def _not_all(unwanted: set[int]) -> Test:
    return lambda look: not unwanted <= look.hits.keys()


def _join(tests: list[Test], *, choice: bool) -> Test:
    def ask(look: Look) -> bool:
        for test in tests:
            if test(look) is choice:
                return choice
        return not choice

    return ask
