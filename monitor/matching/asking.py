"""What to ask a network for, so that no matching post is missed."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.matching.matcher import BrandQueries
from monitor.matching.plan import cover
from monitor.matching.query import Term, parse
from sources.base import SourceQuery


def source_query(brands: Iterable[BrandQueries], text: str = "") -> SourceQuery:
    """Return words of which every post that matches any brand holds at least one.

    Where a query needs several things at once, only the rarest looking one is asked
    for: networks charge by what they return, and the local match decides anyway.
    """
    found: dict[str, Term] = {}
    for brand in brands:
        for query in brand.queries:
            for term in cover(parse(query)):
                found.setdefault(term.literal, term)
    return SourceQuery(
        terms=tuple(t.text for t in found.values() if not _sign(t)),
        hashtags=tuple(t.text[1:] for t in found.values() if _sign(t) == "#"),
        handles=tuple(t.text[1:] for t in found.values() if _sign(t) == "@"),
        text=text,
    )


def _sign(term: Term) -> str:
    one_word = " " not in term.literal
    return term.literal[0] if one_word and term.literal[0] in "#@" else ""
