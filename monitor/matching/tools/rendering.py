"""A query's tree, or a part of it, written out again."""

from __future__ import annotations

from monitor.core.text import shorten
from monitor.matching.nodes import (
    And,
    Count,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Term,
    Wild,
)

MOST = 60


def rendered(node: Node) -> str:
    """Return a node as it may be written, cut to what fits into a sentence."""
    return shorten(written_out(node), MOST)


def written_out(node: Node, *, inside: str = "") -> str:  # noqa: PLR0911 - one a kind
    """Return a node as it may be written, with the parentheses that it needs."""
    match node:
        case And():
            text = " ".join(written_out(c, inside="and") for c in node.children)
            return f"({text})" if inside not in ("", "or") else text
        case Or():
            text = " OR ".join(written_out(c, inside="or") for c in node.children)
            return f"({text})" if inside else text
        case Not():
            return f"NOT {written_out(node.child, inside='not')}"
        case Near():
            sign = f"{'O' if node.ordered else ''}NEAR/{node.words}"
            return _pair(node.left, sign, node.right, inside)
        case Outside():
            return _pair(node.child, "NOT IN", node.inside, inside)
        case Count():
            return f"count({written_out(node.child)}){node.sign}{node.number}"
        case Term() | Wild():
            return f'"{node.text}"' if " " in node.text else node.text
        case _:
            return node.text


def _pair(left: Node, sign: str, right: Node, inside: str) -> str:
    parts = written_out(left, inside="pair"), sign, written_out(right, inside="pair")
    text = " ".join(parts)
    return f"({text})" if inside in ("pair", "not") else text


def quoted(leaf: Leaf) -> str:
    """Return a leaf so that it is read as itself, whatever its words are."""
    return f'"{leaf.text}"' if isinstance(leaf, Term) else written_out(leaf)
