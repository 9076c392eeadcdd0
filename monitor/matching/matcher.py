"""All brands against one post, in one pass over its text.

An Aho-Corasick automaton looks for the trigger literals of every query at once.
Only a post that holds one, with proper edges, is looked at more closely: a second
automaton finds every literal that any query knows, and the queries that were
triggered are asked. Nothing here changes after construction, so threads may share
one Matcher.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from monitor.core.model import Match, searchable
from monitor.core.text import fold
from monitor.matching.plan import Plan, Test, cover, plan, question, terms_of
from monitor.matching.query import parse
from monitor.matching.view import KINDS, edges, view, view_with_map

MAX_SPANS = 1_000
"""Places shown of one match; a text that repeats a name for ever has no more."""

Hit = tuple[int, int, int]
"""Start, end and number of a literal in a view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandQueries:
    """What finds a brand: any of `queries`, unless one of `exclude` matches too."""

    brand: str
    queries: tuple[str, ...]
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One query of one brand; entries are in the order of brands and queries."""

    brand: str
    query: str
    plan: Plan
    excluded: tuple[Test, ...]

    def accepts(self, found: set[int]) -> bool:
        if not self.plan.test(found):
            return False
        return not any(excluded(found) for excluded in self.excluded)

    @property
    def sure(self) -> bool:
        return self.plan.sure and not self.excluded


class Scanner:
    """Finds every place of many literals at once, and checks the edges."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._edges = [edges(literal) for literal in literals]
        self.raw: Callable[[str], list[Hit]] = lambda _view: []
        if literals:
            self.raw = Automaton(list(literals)).find_overlapping

    def proper(self, seen: str, hits: Iterable[Hit]) -> list[Hit]:
        """Keep the hits whose neighbours allow them."""
        kept = []
        kinds, size, rules = KINDS, len(seen), self._edges
        for hit in hits:
            start, end, number = hit
            before, after = rules[number]
            if before and start and kinds[seen[start - 1]] & before:
                continue
            if after and end < size and kinds[seen[end]] & after:
                continue
            kept.append(hit)
        return kept


class Matcher:
    """Tells which brands a post mentions. Raises QueryError for a bad query."""

    def __init__(self, brands: Sequence[BrandQueries]) -> None:
        drafts = [_Draft(brand) for brand in brands]
        numbers = _number_literals(drafts)
        self._entries = [e for draft in drafts for e in draft.entries(numbers)]
        self._owners: dict[int, list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for literal in entry.plan.triggers:
                self._owners[literal].append(place)
        literals = list(numbers)
        self._triggers = Scanner(literals[: len(self._owners)])
        self._everything = (
            self._triggers if len(self._owners) == len(literals) else Scanner(literals)
        )
        self._scan = self._triggers.raw

    def match(self, title: str, text: str) -> tuple[Match, ...]:
        """Return at most one match a brand: its first query that matches."""
        original = searchable(title, text)
        seen = view(original)
        hits = self._scan(seen)
        if not hits:
            return ()
        hits = self._triggers.proper(seen, hits)
        return self._matches(original, seen, hits) if hits else ()

    def _matches(self, original: str, seen: str, hits: list[Hit]) -> tuple[Match, ...]:
        owners = self._owners
        places = sorted({p for _, _, number in hits for p in owners[number]})
        entries = [self._entries[place] for place in places]
        if self._everything is not self._triggers and not all(e.sure for e in entries):
            hits = self._everything.proper(seen, self._everything.raw(seen))
        found = {number for _, _, number in hits}
        taken: dict[str, _Entry] = {}
        for entry in entries:
            if entry.brand not in taken and (entry.sure or entry.accepts(found)):
                taken[entry.brand] = entry
        return _with_spans(original, list(taken.values()), hits) if taken else ()


class _Draft:
    """The parsed queries of one brand, before literals have numbers."""

    def __init__(self, brand: BrandQueries) -> None:
        self._brand = brand
        self._trees = [parse(query) for query in brand.queries]
        self._covers = [cover(tree) for tree in self._trees]
        self._excluded = [parse(query) for query in brand.exclude]

    def triggers(self) -> Iterator[str]:
        return (term.literal for terms in self._covers for term in terms)

    def literals(self) -> Iterator[str]:
        for tree in (*self._trees, *self._excluded):
            yield from (term.literal for term in terms_of(tree))

    def entries(self, numbers: dict[str, int]) -> Iterator[_Entry]:
        number = numbers.__getitem__
        excluded = tuple(question(tree, number) for tree in self._excluded)
        for query, tree, terms in zip(
            self._brand.queries, self._trees, self._covers, strict=True
        ):
            yield _Entry(
                brand=self._brand.brand,
                query=query,
                plan=plan(tree, terms, number),
                excluded=excluded,
            )


def _number_literals(drafts: Sequence[_Draft]) -> dict[str, int]:
    """Number every literal; triggers first, so that both automata agree."""
    ordered: dict[str, None] = {}
    for draft in drafts:
        ordered.update(dict.fromkeys(draft.triggers()))
    for draft in drafts:
        ordered.update(dict.fromkeys(draft.literals()))
    return {literal: number for number, literal in enumerate(ordered)}


def _with_spans(
    original: str, entries: Sequence[_Entry], hits: Sequence[Hit]
) -> tuple[Match, ...]:
    _, origin = view_with_map(original)
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, number in hits:
        if len(places[number]) < MAX_SPANS:
            places[number].append(_span(original, origin, start, end))
    return tuple(
        Match(brand=e.brand, query=e.query, spans=_merged(places, e.plan.shown))
        for e in entries
    )


def _span(original: str, origin: list[int], start: int, end: int) -> tuple[int, int]:
    """Return where a hit stands in the original, without invisible trailers."""
    first, last = origin[start], max(origin[end], origin[end - 1] + 1)
    while last - 1 > first and not fold(original[last - 1]).strip():
        last -= 1
    return first, last


def _merged(
    places: dict[int, list[tuple[int, int]]], shown: frozenset[int]
) -> tuple[tuple[int, int], ...]:
    numbers = shown & places.keys()
    return tuple(sorted({s for number in numbers for s in places[number]})[:MAX_SPANS])
