"""What is odd about queries: mistakes, and what its writer would want to know.

Nothing here needs a post. What cannot be read is an error; everything else is a
warning, and said only where it is sure (see `logic`) or plainly likely (a word of
everyday speech looked for alone).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

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
    Term,
    children_of,
)
from monitor.matching.tools.everyday import why_common
from monitor.matching.tools.logic import Logic
from monitor.matching.tools.oddities import odd_parts, odd_value
from monitor.matching.tools.remarks import Piece, Read, Remark
from monitor.matching.tools.rendering import rendered

MOST_COMPARED = 200
"""Queries of one brand, or branches of one query, that are compared with each other."""
_NARROWING = ("source", "site", "author", "rating", "followers")


def check_brand(read: Read) -> list[Remark]:
    """Return every remark about a brand, in the order of its queries."""
    every = (*read.finds, *read.leaves_out, *read.own, *read.other)
    logic = Logic([piece.node for piece in every])
    found = list(read.errors)
    for piece in every:
        found += _inside(piece, logic)
    possible = [piece for piece in read.finds if not logic.never(piece.node)]
    found += _repeats(possible, logic, "finds", "everything it finds is found by")
    found += _repeats(read.leaves_out, logic, "leaves out", "it is left out already by")
    for piece in possible:
        if not read.other:
            found += _too_broad(piece)
        found += _shadowed(piece, read.leaves_out, logic)
    found += _idle(read, logic)
    found += _context(read, logic)
    return found


def _inside(piece: Piece, logic: Logic) -> Iterator[Remark]:
    """Look at one query by itself."""
    for node in _below(piece.node):
        for code, at, message in odd_parts(node, logic):
            yield piece.remark(code, message, at)
        if isinstance(node, Field) and (said := odd_value(node)):
            yield piece.remark("value", said, node)
        # The smallest part that can never hold is named, not all around it.
        if logic.never(node) and not any(map(logic.never, children_of(node))):
            yield piece.remark("never", _why_never(node), node)


def _why_never(node: Node) -> str:
    shown = rendered(node)
    if isinstance(node, Field):
        return f"never holds: no post has {shown} (ratings are counted in five stars)"
    if isinstance(node, Outside):
        return f"never matches: every {rendered(node.child)} lies in what NOT IN names"
    return f"never matches: {shown} contradicts itself"


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in children_of(node):
        yield from _below(child)


def _repeats(
    pieces: Sequence[Piece], logic: Logic, verb: str, words: str
) -> Iterator[Remark]:
    """Find queries that add nothing to the others of their kind."""
    some = pieces[:MOST_COMPARED]
    for number, piece in enumerate(some):
        for other_number, other in enumerate(some):
            if number == other_number or not logic.implies(piece.node, other.node):
                continue
            same = logic.implies(other.node, piece.node)
            if same and other_number > number:
                continue  # the later one of two that are equal is told
            said = f"{verb} the same as" if same else f"adds nothing: {words}"
            yield piece.remark("adds-nothing", f"{said} {other.query}")
            break


def alone(node: Node) -> Iterator[Leaf]:
    """Yield the leaves of which one is enough for a match, whatever else is there."""
    if isinstance(node, Or):
        for child in node.children:
            yield from alone(child)
    elif isinstance(node, Count | Outside):
        yield from alone(node.child)
    elif isinstance(node, And):
        rest = [child for child in node.children if not _hardly_narrows(child)]
        if len(rest) == 1:
            yield from alone(rest[0])
    elif not isinstance(node, Near | Field | Not):
        yield node


def _hardly_narrows(node: Node) -> bool:
    return isinstance(node, Not) or (
        isinstance(node, Field) and node.name not in _NARROWING
    )


def _too_broad(piece: Piece) -> Iterator[Remark]:
    for leaf in dict.fromkeys(alone(piece.node)):
        if isinstance(leaf, Term) and (why := why_common(leaf.literal)):
            ways = "add a word that has to be there too"
            if leaf.literal.upper() != leaf.literal:
                ways += f", look for it in capitals (upper:{leaf.text})"
            ways += ", or give words that tell it apart (`context:`)"
            message = f"too broad: {leaf.text!r} alone {why}; {ways}"
            yield piece.remark("broad", message, leaf)


def _shadowed(
    piece: Piece, exclusions: Sequence[Piece], logic: Logic
) -> Iterator[Remark]:
    """Find what is found only to be left out."""
    branches = piece.node.children if isinstance(piece.node, Or) else (piece.node,)
    for exclusion in exclusions[:MOST_COMPARED]:
        told = _name(exclusion)
        if logic.implies(piece.node, exclusion.node):
            message = f"finds nothing: everything it could find is left out by {told}"
            yield piece.remark("shadowed", message)
            continue
        for branch in islice(branches, MOST_COMPARED):
            if len(branches) > 1 and logic.implies(branch, exclusion.node):
                message = f"{rendered(branch)} finds nothing: it is left out by {told}"
                yield piece.remark("shadowed", message, branch)


def _name(piece: Piece) -> str:
    kind = {"everywhere": "exclude for all brands"}.get(piece.where, piece.where)
    return f"{kind}: {piece.query}"


def _idle(read: Read, logic: Logic) -> Iterator[Remark]:
    """Find exclusions of this brand that can never leave anything out."""
    for piece in read.leaves_out:
        # What holds for every brand need not concern this one.
        if piece.where != "exclude" or not read.finds or logic.never(piece.node):
            continue
        if all(logic.excludes(query.node, piece.node) for query in read.finds):
            message = "leaves nothing out: no query finds a post that it matches"
            yield piece.remark("idle", message)


def _context(read: Read, logic: Logic) -> Iterator[Remark]:
    if not read.finds:
        return
    if read.own and not read.other:
        yield read.own[0].remark(
            "idle", "`context.own` does nothing without `context.other`"
        )
    for piece in (*read.own, *read.other):
        if all(logic.implies(query.node, piece.node) for query in read.finds):
            yield piece.remark("context", _always_there(piece, read))


def _always_there(piece: Piece, read: Read) -> str:
    if piece in read.own:
        return (
            "every post that the queries find holds this, so `context.other` never "
            "leaves anything out; name words that stand beside the brand's name"
        )
    return (
        "every post that the queries find holds this, so only posts with a word of "
        "`context.own` are left"
    )
