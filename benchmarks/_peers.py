"""Regular expressions that find names: the obvious program, and an exact one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from monitor.core.text import fold
from monitor.matching import BrandQueries
from monitor.matching.nodes import leaves
from monitor.matching.query import parse
from tests.matching.naive.letters import simplified

_HANGUL = "\uac00-\ud7a3"
_FREE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_SPACED = rf"[^\W{_HANGUL}{_FREE}]"
_GAP = "[ -]+"


class _Names(NamedTuple):
    brand: str
    words: tuple[str, ...]
    search: Callable[[str], object]


def naive_pattern(query: str) -> Callable[[str], object]:
    """Return one alternation of the names in a query, as a first draft would have it.

    It knows `\\b` for names in Latin letters and no edges for others.
    """
    wordlike = [
        rf"\b{re.escape(x)}\b" if x.isascii() else re.escape(x) for x in _names(query)
    ]
    return re.compile("|".join(sorted(wordlike))).search


def obvious_matches(some: Iterable[BrandQueries]) -> Callable[[str], set[str]]:
    """Return what tells which brands a post names: one exact `re` a query.

    An expression is asked only if one of its names stands in the post at all, which
    it could not match without.
    """
    asked = [_exact(brand) for brand in some]

    def matches(post: str) -> set[str]:
        text = simplified(fold(post))
        return {
            names.brand
            for names in asked
            if any([word in text for word in names.words]) and names.search(text)  # noqa: C419
        }

    return matches


def _exact(brand: BrandQueries) -> _Names:
    names = [simplified(name) for name in _names(brand.queries[0])]
    return _Names(
        brand=brand.brand,
        words=tuple(name.split()[0] for name in names),
        search=re.compile("|".join(map(_with_edges, names))).search,
    )


def _names(query: str) -> Sequence[str]:
    return sorted({leaf.literal for leaf in leaves(parse(query), positive=True)})


def _with_edges(name: str) -> str:
    body = _GAP.join(map(re.escape, name.split()))
    if name[0] == "#":
        return rf"(?<!{_SPACED}){body}(?!\w)"
    if name.isascii():
        return rf"(?<!{_SPACED}){body}(?!{_SPACED})"
    return rf"(?<![{_HANGUL}]){body}" if re.match(f"[{_HANGUL}]", name) else body
