"""Where the fast matcher and the obvious one say different things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from monitor.core.model import Post
from monitor.matching import BrandQueries, Matcher
from tests.matching.naive.invented import LISTS, render, rendered_lists
from tests.matching.naive.leaves import Page, Tree
from tests.matching.naive.letters import Span
from tests.matching.naive.operators import holds, spans

Answer = tuple[Span, ...] | None
"""Where a query matches a post; None if it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One query and one post about which the two do not agree."""

    query: str
    text: str
    fast: Answer
    obvious: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came of one post: pairs compared, queries that match, differences."""

    pairs: int
    matched: frozenset[int]
    differences: tuple[Difference, ...]


def answer(tree: Tree, page: Page) -> Answer:
    """Return where the obvious matcher finds a query."""
    return spans(tree, page) if holds(tree, page) else None


def matcher(trees: Sequence[Tree]) -> Matcher:
    """Return the fast matcher with a brand for each query, named by its number."""
    brands = [
        BrandQueries(brand=str(number), queries=(render(tree),))
        for number, tree in enumerate(trees)
    ]
    return Matcher(brands, lists=rendered_lists())


def compare(
    trees: Sequence[Tree],
    posts: Iterable[Post],
    fast: Matcher | None = None,
    *,
    every: int = 1,
) -> Iterator[Compared]:
    """Compare on each post; with `every` more than 1 only some of what is not found.

    Whatever the fast matcher finds is checked. Of the other queries each post is
    compared with every so manieth, and the next post with those beside them.
    """
    fast = fast or matcher(trees)
    for number, post in enumerate(posts):
        page = Page(post, LISTS)
        found = fast.match(post.title, post.text, post)
        first = {int(match.brand): match.spans for match in found}
        asked = {*first, *range(number % every, len(trees), every)}
        second = {n: answer(trees[n], page) for n in asked}
        yield Compared(
            pairs=len(asked),
            matched=frozenset(first),
            differences=tuple(
                Difference(
                    query=render(trees[n]),
                    text=page.original,
                    fast=first.get(n),
                    obvious=second[n],
                )
                for n in sorted(asked)
                if first.get(n) != second[n]
            ),
        )
