"""What a query is made of, once it has been read.

Leaves have places in a text: words, patterns, misspelt and disguised names. NEAR,
count, NOT IN and OR are made of things that have places; fields ask about the post.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

STAR, ANY_ONE = "*", "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, phrase, tag or handle. `text` is as written, `literal` as compared."""

    text: str = field(compare=False)
    literal: str
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wild:
    """A word with `*` (any letters) and `?` (one letter); `pattern` as compared.

    In `parts` the pattern is cut at its stars; `?` is still in them.
    """

    text: str = field(compare=False)
    pattern: str
    parts: tuple[str, ...]
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuzzy:
    """A name that may be misspelt in up to `edits` letters."""

    text: str = field(compare=False)
    literal: str
    edits: int
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exact:
    """Characters just as they stand: `raw:"iPhone"`."""

    text: str = field(compare=False)
    literal: str
    characters: str
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capitals:
    """A word that counts only in capital letters: `upper:IT`."""

    text: str = field(compare=False)
    literal: str
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disguised:
    """A name that somebody tried to hide: `a c m e`, `acme[.]com`, `асmе`."""

    text: str = field(compare=False)
    literal: str
    position: int = field(compare=False)


Leaf = Term | Wild | Fuzzy | Exact | Capitals | Disguised


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two things with at most `words` words between them."""

    left: Node
    right: Node
    words: int
    ordered: bool
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Something that stands there so many times; `sign` is `>=`, `>` or `=`."""

    child: Node
    sign: str
    number: int
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Something that does not lie inside something longer: `x NOT IN y`."""

    child: Node
    inside: Node
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A question about the post and not its words: `lang:ko`, `rating:<=2`."""

    name: str
    sign: str
    value: str | float
    position: int = field(compare=False)

    @property
    def text(self) -> str:
        """Return the field as it may be written."""
        shown = f"{self.value:g}" if isinstance(self.value, float) else self.value
        value = f'"{shown}"' if " " in shown else shown
        return f"{self.name}:{self.sign if self.sign != '=' else ''}{value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """What may not be there."""

    child: Node
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """Everything has to be there."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """At least one has to be there."""

    children: tuple[Node, ...]


Node = Leaf | Near | Count | Outside | Field | Not | And | Or


def has_places(node: Node) -> bool:
    """Tell whether a node stands somewhere in a text, so that it can be near."""
    if isinstance(node, Or):
        return all(has_places(child) for child in node.children)
    return isinstance(node, Leaf | Near | Outside)


def position_of(node: Node) -> int:
    """Return where a node begins in its query."""
    while isinstance(node, And | Or):
        node = node.children[0]
    return node.position


def children_of(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below a node."""
    if isinstance(node, And | Or):
        return node.children
    if isinstance(node, Near):
        return node.left, node.right
    if isinstance(node, Outside):
        return node.child, node.inside
    return (node.child,) if isinstance(node, Count | Not) else ()


def is_choice(node: And | Or, *, negated: bool) -> bool:
    """Tell whether one child is enough (NOT turns AND into OR and back)."""
    return isinstance(node, Or) is not negated


def leaves(node: Node, *, positive: bool = False) -> Iterator[Leaf]:
    """Yield all leaves, or only those whose presence speaks for a match."""
    waiting: list[tuple[Node, bool]] = [(node, False)]
    while waiting:
        current, against = waiting.pop()
        if isinstance(current, Leaf):
            if not (positive and against):
                yield current
        elif isinstance(current, Not):
            waiting.append((current.child, not against))
        elif isinstance(current, Outside):
            waiting += [(current.inside, True), (current.child, against)]
        else:
            below = reversed(children_of(current))
            waiting += [(child, against) for child in below]


def uncovered(node: Node, *, negated: bool = False) -> int | None:
    """Return a place that a post could match by without any positive term."""
    if isinstance(node, Not):
        hole = uncovered(node.child, negated=not negated)
        return None if hole is None else node.position
    if not isinstance(node, And | Or):
        needs = has_places(node) or isinstance(node, Count)
        return None if needs and not negated else position_of(node)
    first = None
    for child in node.children:
        hole = uncovered(child, negated=negated)
        if is_choice(node, negated=negated):
            if hole is not None:
                return hole
        elif hole is None:
            return None
        elif first is None:
            first = hole
    return first
