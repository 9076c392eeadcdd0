"""What a query makes a network look for, and what is known to be wrong with that."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from monitor.matching.nodes import Field, Node, Term, children_of
from monitor.matching.pushing import needs
from monitor.matching.tools.checking import alone
from monitor.matching.tools.everyday import why_common
from monitor.matching.tools.remarks import Piece, Read, Remark


def paid_for(piece: Piece, network: str) -> Iterator[Remark]:
    """Warn of everyday words that a paid network would be asked for alone."""
    for leaf in dict.fromkeys(alone(piece.node)):
        if isinstance(leaf, Term) and why_common(leaf.literal):
            yield piece.remark(
                "costs",
                f"{network} is asked for every post with {leaf.text!r} and charges for "
                "each, whether it matches or not",
                leaf,
            )


def unaskable(read: Read) -> Iterator[Remark]:
    """Warn of queries that no network's search can be asked for."""
    for piece in read.finds:
        if needs(piece.node) is None:
            yield piece.remark(
                "unasked",
                "no network can be asked for this, since its search knows whole words; "
                "it finds only what streams and other queries bring",
            )


def unknown_sources(read: Read, known: Collection[str]) -> Iterator[Remark]:
    """Warn of `source:` with a network that nothing comes from."""
    folded = {name.casefold() for name in known}
    for piece in (*read.finds, *read.leaves_out):
        for node in _below(piece.node):
            if not isinstance(node, Field) or node.name != "source":
                continue
            if str(node.value).casefold() not in folded:
                names = ", ".join(sorted(known)) or "none"
                message = f"nothing comes from {node.value!r}; networks here: {names}"
                yield piece.remark("source", message, node)


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in children_of(node):
        yield from _below(child)
