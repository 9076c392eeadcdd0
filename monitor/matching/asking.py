"""What to ask a network for, so that no matching post is missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.matching.brands import BrandQueries, drafts_of
from monitor.matching.nodes import And, Not, Or, Term
from monitor.matching.pushing import Branch, joined, needs
from monitor.matching.query import Lists
from sources.base import SourceQuery, Way


def source_query(
    brands: Iterable[BrandQueries],
    text: str = "",
    *,
    lists: Lists | None = None,
    exclude: Sequence[str] = (),
    source: str = "",
) -> SourceQuery:
    """Return words of which every post that matches any brand holds at least one.

    `lists` and `exclude` are those of the Matcher. `source` is the network that is
    asked: what a query says about `source:` is then settled beforehand.
    """
    found: list[Branch] = []
    unasked: dict[str, None] = {}
    for draft in drafts_of(tuple(brands), lists or {}, exclude):
        against = tuple(Not(child=node, position=0) for node in draft.excluded)
        node = draft.node
        for part in node.children if isinstance(node, Or) else (node,):
            some = needs(And(children=(part, *against)), source)
            if some is None:
                unasked[draft.query] = None
            else:
                found += some
    branches = joined(_same_words(found))
    words = dict.fromkeys(w for branch in branches for w in _texts(branch.groups[0]))
    narrower = any(len(b.groups) > 1 or b.without for b in branches)
    return SourceQuery(
        terms=tuple(word for word in words if not _sign(word)),
        hashtags=tuple(word[1:] for word in words if _sign(word) == "#"),
        handles=tuple(word[1:] for word in words if _sign(word) == "@"),
        ways=tuple(map(_way, branches)) if narrower else (),
        unasked=tuple(unasked),
        text=text,
    )


def _same_words(branches: Iterable[Branch]) -> Iterable[Branch]:
    """Write what is compared as the same in the same way everywhere."""
    known: dict[str, Term] = {}

    def once(words: Iterable[Term]) -> tuple[Term, ...]:
        return tuple(
            dict.fromkeys(known.setdefault(word.literal, word) for word in words)
        )

    for branch in branches:
        groups = tuple(once(group) for group in branch.groups)
        yield Branch(groups=groups, without=once(branch.without))


def _way(branch: Branch) -> Way:
    groups = tuple(_texts(group) for group in branch.groups)
    return Way(groups=groups, without=_texts(branch.without))


def _texts(words: Iterable[Term]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def _sign(word: str) -> str:
    return word[0] if " " not in word and word[0] in "#@" else ""
