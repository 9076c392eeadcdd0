"""What finds a brand, and what tells it from something else of the same name."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitor.matching.nodes import (
    And,
    Disguised,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Term,
)
from monitor.matching.plan import cover
from monitor.matching.query import Lists, parse

_FEWEST_LETTERS = 3
_MOST_KNOWN = 65_536
_Given = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandQueries:
    """What finds a brand: any of `queries`, unless one of `exclude` matches too.

    Context tells a brand from a homonym: a post that holds any of `other_words` and
    none of `own_words` is about the other thing. With `disguised`, names that were
    made hard to find are found as well.
    """

    brand: str
    queries: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    other_words: tuple[str, ...] = ()
    disguised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One query of one brand, read."""

    brand: str
    query: str
    node: Node
    triggers: tuple[Leaf, ...]
    excluded: tuple[Node, ...]


def drafts_of(
    brands: Sequence[BrandQueries], lists: Lists, exclude: Sequence[str]
) -> list[Draft]:
    """Read every query. Raises QueryError for the first that cannot be read."""
    given = tuple((name, tuple(items)) for name, items in lists.items())
    everywhere = tuple(_read(query, given) for query in exclude)
    return [draft for brand in brands for draft in _drafts(brand, given, everywhere)]


def _drafts(
    brand: BrandQueries, lists: _Given, everywhere: tuple[Node, ...]
) -> Iterator[Draft]:
    excluded = tuple(_read(query, lists) for query in brand.exclude)
    excluded += everywhere + context(brand, lists)
    for query in brand.queries:
        node, triggers = _planned(query, _needed(query, lists), brand.disguised)
        yield Draft(
            brand=brand.brand,
            query=query,
            node=node,
            triggers=triggers,
            excluded=excluded,
        )


def _read(query: str, lists: _Given) -> Node:
    return _parsed(query, _needed(query, lists))


def _needed(query: str, lists: _Given) -> _Given:
    return lists if "list:" in query.lower() else ()


@functools.lru_cache(maxsize=_MOST_KNOWN)
def _planned(
    query: str, lists: _Given, disguised: bool
) -> tuple[Node, tuple[Leaf, ...]]:
    """Return the tree of a query, and what triggers it; both are remembered."""
    node = _parsed(query, lists)
    if disguised:
        node = unmasked(node)
    return node, cover(node)


@functools.lru_cache(maxsize=_MOST_KNOWN)
def _parsed(query: str, lists: _Given) -> Node:
    """Read a query; those that have not changed since the last time are known."""
    return parse(query, dict(lists))


def context(brand: BrandQueries, lists: _Given = ()) -> tuple[Node, ...]:
    """Return the exclusion that the context words of a brand come to, if any."""
    if not brand.other_words:
        return ()
    other = _any_of(brand.other_words, lists)
    if not brand.own_words:
        return (other,)
    own = Not(child=_any_of(brand.own_words, lists), position=0)
    return (And(children=(other, own)),)


def _any_of(words: Sequence[str], lists: _Given) -> Node:
    parts = tuple(_read(word, lists) for word in words)
    return parts[0] if len(parts) == 1 else Or(children=parts)


def unmasked(node: Node) -> Node:
    """Return the tree with each name also looked for in disguise."""
    match node:
        case Term():
            return _or_disguised(node)
        case And() | Or():
            children = tuple(unmasked(child) for child in node.children)
            return type(node)(children=children)
        case Not():
            # What speaks against a match is not looked for in disguise.
            return node
        case Near():
            return Near(
                left=unmasked(node.left),
                right=unmasked(node.right),
                words=node.words,
                ordered=node.ordered,
                position=node.position,
            )
        case _:
            return node


def _or_disguised(term: Term) -> Node:
    letters = sum(1 for char in term.literal if char.isascii() and char.isalnum())
    if letters < max(_FEWEST_LETTERS, len(term.literal) / 2):
        return term
    hidden = Disguised(
        text=f"disguised:{term.text}", literal=term.literal, position=term.position
    )
    return Or(children=(term, hidden))
