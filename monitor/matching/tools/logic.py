"""What can be said of queries without any post: which one finds all that another does.

`Logic.implies(a, b)` is True only if every post that matches `a` surely matches `b`;
False means "not surely". All the rest follows from it: a branch adds nothing if it
implies another, a query contradicts itself if one part implies what another denies.
Which leaf implies which is found out by looking for the one in the words of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.matching.brands import BrandQueries
from monitor.matching.matcher import Matcher
from monitor.matching.nodes import (
    ANY_ONE,
    STAR,
    And,
    Capitals,
    Count,
    Disguised,
    Exact,
    Field,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Term,
    Wild,
    leaves,
)
from monitor.matching.tools.conditions import (
    allows_once,
    disjoint,
    implies_field,
    is_impossible,
    is_stricter,
    is_tighter,
)
from monitor.matching.tools.rendering import quoted
from monitor.matching.view import SIGNS

MOST_STEPS = 200_000
"""Pairs of nodes looked at for one question; beyond it the answer is "not surely"."""


def plain(node: Node, *, negated: bool = False) -> Node:
    """Return the same question with NOT only before single things, nothing nested."""
    if isinstance(node, Not):
        return plain(node.child, negated=not negated)
    if isinstance(node, And | Or):
        kind = type(node) if not negated else Or if isinstance(node, And) else And
        children: list[Node] = []
        for child in node.children:
            inner = plain(child, negated=negated)
            children += inner.children if isinstance(inner, kind) else (inner,)
        return kind(children=tuple(children))
    return Not(child=node, position=node.position) if negated else node


def all_of(nodes: Sequence[Node]) -> Node:
    """Return the question that needs all of these."""
    return nodes[0] if len(nodes) == 1 else And(children=tuple(nodes))


class Logic:
    """Answers for the leaves of the nodes that it is made with, not for others."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        every = dict.fromkeys(leaf for node in nodes for leaf in leaves(node))
        self._found = _found_in_each_other(list(every))
        self._steps = 0

    def implies(self, a: Node, b: Node) -> bool:
        """Tell whether every post that matches `a` surely matches `b`."""
        self._steps = MOST_STEPS
        return self._implies(plain(a), plain(b))

    def known_of(self, leaf: Leaf) -> Iterable[Leaf]:
        """Return the leaves that a leaf implies, itself among them."""
        return self._found.get(leaf, (leaf,))

    def excludes(self, a: Node, b: Node) -> bool:
        """Tell whether surely no post matches both."""
        self._steps = MOST_STEPS
        return self._excludes(plain(a), plain(b))

    def never(self, node: Node) -> bool:
        """Tell whether surely no post matches."""
        self._steps = MOST_STEPS
        return self._never(plain(node))

    def lies_in(self, inner: Node, outer: Node) -> bool:
        """Tell whether every place of `inner` surely lies within one of `outer`."""
        if inner == outer:
            return True
        if isinstance(inner, Or):
            return all(self.lies_in(child, outer) for child in inner.children)
        if isinstance(outer, Or):
            return any(self.lies_in(inner, child) for child in outer.children)
        whole = self._found.get(inner, {}).get(outer)  # type: ignore[arg-type]
        return whole is True

    def may_stand_in(self, inner: Node, outer: Node) -> bool:
        """Tell whether a place of `inner` can lie within one of `outer`."""
        if isinstance(inner, Or):
            return any(self.may_stand_in(child, outer) for child in inner.children)
        if isinstance(outer, Or):
            return any(self.may_stand_in(inner, child) for child in outer.children)
        if isinstance(inner, Term) and isinstance(outer, Term):
            return inner in self._found[outer]
        return True

    def _implies(self, a: Node, b: Node) -> bool:  # noqa: PLR0911 - one rule a line
        self._steps -= 1
        if self._steps < 0:
            return False
        if a == b:
            return True
        if isinstance(a, Or):
            return all(self._implies(child, b) for child in a.children)
        if isinstance(b, And):
            return all(self._implies(a, child) for child in b.children)
        if isinstance(b, Or) and any(self._implies(a, c) for c in b.children):
            return True
        if isinstance(a, And):
            return any(self._implies(child, b) for child in a.children)
        if isinstance(b, Not):
            return self._denies(a, b.child)
        return not isinstance(b, Or) and self._one_implies(a, b)

    def _denies(self, a: Node, b: Node) -> bool:
        if isinstance(a, Not):
            return self._implies(b, a.child)
        return disjoint(a, b)

    def _one_implies(self, a: Node, b: Node) -> bool:  # noqa: PLR0911 - one rule a line
        if isinstance(b, Field):
            return implies_field(a, b)
        if isinstance(b, Count):
            return self._implies_count(a, b)
        if isinstance(b, Near):
            return isinstance(a, Near) and is_tighter(a, b)
        if isinstance(b, Outside):
            same = isinstance(a, Outside) and a.inside == b.inside
            return same and self._implies(a.child, b.child)  # type: ignore[union-attr]
        if isinstance(a, Near):
            return self._implies(a.left, b) or self._implies(a.right, b)
        if isinstance(a, Count | Outside):
            return self._implies(a.child, b)
        return b in self._found.get(a, {})  # type: ignore[arg-type]

    def _implies_count(self, a: Node, b: Count) -> bool:
        if isinstance(a, Count) and a.child == b.child:
            return is_stricter(a, b)
        child = a.child if isinstance(a, Count) else a
        return allows_once(b) and self._implies(child, b.child)

    def _excludes(self, a: Node, b: Node) -> bool:  # noqa: PLR0911 - one rule a line
        self._steps -= 1
        if self._steps < 0:
            return False
        if isinstance(a, Or):
            return all(self._excludes(child, b) for child in a.children)
        if isinstance(b, Or):
            return all(self._excludes(a, child) for child in b.children)
        if isinstance(b, Not) and self._implies(a, b.child):
            return True
        if isinstance(a, Not) and self._implies(b, a.child):
            return True
        if isinstance(a, And) and any(self._excludes(c, b) for c in a.children):
            return True
        if isinstance(b, And):
            return any(self._excludes(a, child) for child in b.children)
        return disjoint(a, b)

    def _never(self, node: Node) -> bool:  # noqa: PLR0911 - one rule a line
        match node:
            case Or():
                return all(self._never(child) for child in node.children)
            case And():
                return any(map(self._never, node.children)) or self._quarrels(node)
            case Near():
                return self._never(node.left) or self._never(node.right)
            case Count():
                return self._never(node.child)
            case Outside():
                return self._never(node.child) or self.lies_in(node.child, node.inside)
            case Field():
                return is_impossible(node)
            case _:
                return False

    def _quarrels(self, node: And) -> bool:
        for number, child in enumerate(node.children):
            rest = node.children[:number] + node.children[number + 1 :]
            if isinstance(child, Not | Or) and self._excludes(all_of(rest), child):
                return True
            if isinstance(child, Field | Count) and any(
                disjoint(child, other) for other in rest
            ):
                return True
        return False


Found = dict[Leaf, bool]
"""Leaves that stand in the words of a leaf, and whether they cover all of it."""


def _found_in_each_other(every: Sequence[Leaf]) -> dict[Leaf, Found]:
    """Tell for each leaf which others every text that holds it holds too."""
    queries = [(str(number), quoted(leaf)) for number, leaf in enumerate(every)]
    matcher = Matcher([BrandQueries(brand=n, queries=(q,)) for n, q in queries])
    found: dict[Leaf, Found] = {}
    for leaf in every:
        surface = _surface(leaf)
        found[leaf] = {leaf: True}
        if not surface:
            found[leaf] |= _wider(leaf, every)
            continue
        for match in matcher.match("", surface):
            other = every[int(match.brand)]
            if _counts_for(leaf, other):
                found[leaf][other] = (0, len(surface)) in match.spans
    return found


def _surface(leaf: Leaf) -> str:
    """Return what surely stands in a text with this leaf; "" if letters may vary."""
    if isinstance(leaf, Exact):
        return leaf.characters
    if isinstance(leaf, Capitals):
        return leaf.literal.upper()
    return leaf.literal if isinstance(leaf, Term) else ""


def _counts_for(leaf: Leaf, other: Leaf) -> bool:
    """Case matters to `raw:` and `upper:`, and a plain word may stand in any.

    What is around a word in its text may disguise or undisguise it.
    """
    if isinstance(other, Disguised):
        return False
    if isinstance(other, Exact):
        return isinstance(leaf, Exact)
    return not isinstance(other, Capitals) or isinstance(leaf, Exact | Capitals)


def _wider(leaf: Leaf, every: Sequence[Leaf]) -> Found:
    """Return the patterns that find all that a pattern does: `acme*` for `acmes*`."""
    if not isinstance(leaf, Wild) or ANY_ONE in leaf.pattern:
        return {}
    return {other: True for other in every if _is_wider(other, leaf)}


def _is_wider(other: Leaf, leaf: Wild) -> bool:
    if not isinstance(other, Wild) or ANY_ONE in other.pattern or other == leaf:
        return False
    if other.pattern.count(STAR) != 1 or leaf.pattern.count(STAR) != 1:
        return False
    begin, end = other.parts
    if (begin[:1] or end[-1:]) in SIGNS:
        return False
    if not end and not leaf.parts[1]:
        return leaf.parts[0].startswith(begin)
    return not begin and not leaf.parts[0] and leaf.parts[1].endswith(end)
