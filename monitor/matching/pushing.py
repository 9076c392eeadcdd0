"""What a query needs, as far as a network's search can be asked for it.

A post that matches meets at least one `Branch`: it holds a word of every group, and
none of the words that shut it out. Searches know words and phrases. What they cannot
look for (stars, typing errors, disguises, NEAR, count) is left to the local match, so
a branch may let more through than the query does, and never less.

A name that is also looked for in disguise is asked for as it is spelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    is_choice,
)
from monitor.matching.plan import cover
from monitor.matching.variants import spellings
from monitor.matching.view import KINDS, SIGNS

MOST_SPELLINGS = 8
"""Ways to write a Chinese name that a network is asked for one by one."""
_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")

Group = tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Words of which a post holds one of each group, the rarest group first."""

    groups: tuple[Group, ...]
    without: tuple[Term, ...] = ()


Needs = tuple[Branch, ...] | None
"""One of these is met by every match; None if nothing that can be asked for is."""


def needs(node: Node, source: str = "", *, negated: bool = False) -> Needs:
    """Return what a match needs; on the network `source`, if it is known."""
    if isinstance(node, Not):
        return needs(node.child, source, negated=not negated)
    if isinstance(node, And | Or):
        # A list that is filled, not a comprehension: the stack stays shallower.
        found = []
        for child in _without_disguises(node):
            found.append(needs(child, source, negated=negated))  # noqa: PERF401
        if is_choice(node, negated=negated):
            return _any(found)
        return _every(found, () if negated else tuple(_shut_out(node)))
    return (
        None
        if negated and not isinstance(node, Field)
        else _of_one(node, source, negated=negated)
    )


def _of_one(node: Node, source: str, *, negated: bool) -> Needs:
    if isinstance(node, Field):
        return _of_field(node, source, negated=negated)
    if isinstance(node, Near):
        return _every([needs(node.left, source), needs(node.right, source)], ())
    if isinstance(node, Count | Outside):
        return needs(node.child, source)
    return _of_leaf(node)  # type: ignore[arg-type]  # a leaf is all that is left


def joined(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    """Return the same in fewer branches: names side by side become one group."""
    found: dict[Branch | tuple[Term, ...], Branch] = {}
    alone: dict[tuple[Term, ...], dict[Term, None]] = {}
    for branch in branches:
        if len(branch.groups) > 1:
            found[branch] = branch
        else:
            found.setdefault(branch.without, branch)
            alone.setdefault(branch.without, {}).update(dict.fromkeys(branch.groups[0]))
    for without, words in alone.items():
        found[without] = Branch(groups=(tuple(words),), without=without)
    enough = alone.get((), {}).keys()
    wide = {branch.groups for branch in found.values() if not branch.without}

    def is_said(branch: Branch) -> bool:
        """Tell whether another branch lets all of this one through."""
        return any(enough >= set(group) for group in branch.groups) or (
            bool(branch.without) and branch.groups in wide
        )

    return tuple(b for key, b in found.items() if key == () or not is_said(b))


def _without_disguises(node: And | Or) -> Sequence[Node]:
    if isinstance(node, And):
        return node.children
    plain = {child.literal for child in node.children if isinstance(child, Term)}
    return [
        child
        for child in node.children
        if not (isinstance(child, Disguised) and child.literal in plain)
    ]


def _any(found: Iterable[Needs]) -> Needs:
    branches: list[Branch] = []
    for some in found:
        if some is None:
            return None
        branches += some
    return joined(branches)


def _every(found: Iterable[Needs], without: tuple[Term, ...]) -> Needs:
    """Of things that are all needed; where one is a choice, its rarest words count."""
    parts = [some for some in found if some is not None]
    if () in parts:
        return ()
    if not parts:
        return None
    if len(parts) == 1:
        return tuple(
            replace(branch, without=_unique(branch.without + without))
            for branch in parts[0]
        )
    groups: list[Group] = []
    for some in parts:
        if len(some) == 1:
            groups += some[0].groups
            without += some[0].without
        else:
            groups.append(_unique([w for branch in some for w in branch.groups[0]]))
    return (Branch(groups=_rarest_first(groups), without=_unique(without)),)


def _rarest_first(groups: Iterable[Group]) -> tuple[Group, ...]:
    different = dict.fromkeys(groups)
    rarest = cover(And(children=tuple(Or(children=group) for group in different)))
    others = [group for group in different if group != rarest]
    return (tuple(word for word in rarest if isinstance(word, Term)), *others)


def _unique(words: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(words))


def _shut_out(node: And | Or) -> Iterator[Term]:
    """Yield words that no match of these things together holds."""
    waiting = [child.child for child in node.children if isinstance(child, Not)]
    while waiting:
        unwanted = waiting.pop(0)
        if isinstance(unwanted, Term):
            yield unwanted
        elif isinstance(unwanted, Or):
            waiting += unwanted.children


def _of_field(node: Field, source: str, *, negated: bool) -> Needs:
    """Only which network a post is from is known beforehand."""
    if node.name != "source" or not source:
        return None
    holds = str(node.value).casefold() == source.casefold()
    return None if holds is not negated else ()


def _of_leaf(leaf: Leaf) -> Needs:
    match leaf:
        case Term():
            return (Branch(groups=(tuple(_spelled(leaf)),)),)
        case Exact() | Capitals():
            return (Branch(groups=((_named(leaf.literal),),)),)
        case Wild():
            groups = [tuple(_spelled(word)) for word in _whole_words(leaf)]
            return (Branch(groups=_rarest_first(groups)),) if groups else None
        case _:
            return None


def _named(literal: str) -> Term:
    return Term(text=literal, literal=literal, position=0)


def _whole_words(leaf: Wild) -> Iterator[Term]:
    """Yield the words of a pattern that have no wildcard in them."""
    for word in leaf.pattern.split(" "):
        bare = word.lstrip(SIGNS)
        if STAR in word or ANY_ONE in word or not any(KINDS[c] for c in bare):
            continue
        yield _named(bare)


def _spelled(term: Term) -> Iterator[Term]:
    """Yield a term as traditional and as simplified Chinese write it.

    Of what can be written in too many ways the longest piece with few is taken.
    """
    ways = spellings(term.literal)
    if 0 < len(ways) <= MOST_SPELLINGS:
        yield term
        yield from map(_named, ways[1:])
        return
    pieces = [
        run[0][start : start + size]
        for run in _HAN_RUN.finditer(term.literal)
        for size in range(1, len(run[0]) + 1)
        for start in range(len(run[0]) - size + 1)
    ]
    few = [p for p in pieces if 0 < len(spellings(p)) <= MOST_SPELLINGS]
    yield from map(_named, spellings(max(few, key=len)))
