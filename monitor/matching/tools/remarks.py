"""Queries as they were read, and what can be said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from monitor.core.errors import QueryError
from monitor.core.text import fold
from monitor.matching.brands import BrandQueries
from monitor.matching.nodes import Node, leaves, position_of
from monitor.matching.query import Lists, parse


class Level(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing about one query.

    `where` says what the query is (query, exclude, everywhere, context, list).
    `position` counts characters of it from 0; None if it is about the whole.
    """

    level: Level
    code: str
    brand: str
    where: str
    query: str
    message: str
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One query that could be read."""

    brand: str
    where: str
    query: str
    node: Node

    def remark(self, code: str, message: str, at: Node | None = None) -> Remark:
        """Return a warning about this query."""
        return Remark(
            level=Level.WARNING,
            code=code,
            brand=self.brand,
            where=self.where,
            query=self.query,
            message=message,
            position=None if at is None else _place(self.query, at),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The queries of a brand that could be read, and what is wrong with the others."""

    brand: BrandQueries
    finds: tuple[Piece, ...]
    leaves_out: tuple[Piece, ...]
    own: tuple[Piece, ...]
    other: tuple[Piece, ...]
    errors: tuple[Remark, ...]


def read_brand(brand: BrandQueries, lists: Lists, exclude: Sequence[str]) -> Read:
    """Read every query of a brand, and those that hold for every brand."""
    errors: list[Remark] = []

    def pieces(where: str, queries: Iterable[str]) -> tuple[Piece, ...]:
        found = (_piece(brand.brand, where, query, lists, errors) for query in queries)
        return tuple(piece for piece in found if piece is not None)

    return Read(
        brand=brand,
        finds=pieces("query", brand.queries),
        leaves_out=pieces("exclude", brand.exclude) + pieces("everywhere", exclude),
        own=pieces("context", brand.own_words),
        other=pieces("context", brand.other_words),
        errors=tuple(errors),
    )


def _piece(
    brand: str, where: str, query: str, lists: Lists, errors: list[Remark]
) -> Piece | None:
    try:
        return Piece(brand=brand, where=where, query=query, node=parse(query, lists))
    except QueryError as exc:
        message = str(exc).rpartition(" (at character ")[0]
        errors.append(
            Remark(
                level=Level.ERROR,
                code="unreadable",
                brand=brand,
                where=where,
                query=query,
                message=message,
                position=exc.position,
            )
        )
        return None


def _place(query: str, node: Node) -> int | None:
    """Return where a node stands in a query; None if it is from a named list."""
    place = position_of(node)
    if "list:" not in query.lower():
        return place
    first = next(leaves(node), None)
    if first is None:
        return place
    start = fold(query[place:].lstrip('"“”„‟＂'))
    written = fold(first.text).removeprefix('"')
    signs = ("NOT", "NEAR", "ONEAR", "count")
    same = start.startswith(written[:20]) or query.startswith(signs, place)
    return place if same else None
