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
from dataclasses import dataclass, field
from itertools import chain

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from monitor.core.model import Match, searchable
from monitor.core.text import fold
from monitor.matching.plan import Plan, Test, cover, plan, question, terms_of
from monitor.matching.query import parse
from monitor.matching.view import KINDS, edges, soften, view_places

MAX_SPANS = 1_000
"""Places shown of one match; a text that repeats a name for ever has no more."""

LONG = 20_000
"""Characters from which a text is looked through in pieces."""

Hit = tuple[int, int, int]
"""Start, end and number of a literal in a view."""

Span = tuple[int, int]
"""Start and end in the original text."""


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
    sure: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sure", self.plan.sure and not self.excluded)

    def accepts(self, found: set[int]) -> bool:
        if not self.plan.test(found):
            return False
        return not any(excluded(found) for excluded in self.excluded)


class Scanner:
    """Finds every place of many literals at once, and checks the edges."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._edges = [edges(literal) for literal in literals]
        self.raw: Callable[[str], list[Hit]] = lambda _view: []
        if literals:
            self.raw = Automaton(list(literals)).find_overlapping
        self._reach = max(map(len, literals), default=0)

    def find(self, seen: str) -> list[Hit]:
        """Return every proper hit; of a long text the first ones of each literal."""
        if len(seen) > LONG:
            return self._find_in_long(seen)
        return self.proper(seen, self.raw(seen))

    def _find_in_long(self, seen: str) -> list[Hit]:
        """Look through windows, so that a name for ever takes little memory."""
        kept: list[Hit] = []
        count: dict[int, int] = defaultdict(int)
        full: set[int] = set()
        step = max(LONG, 4 * self._reach)
        for begin in range(0, len(seen), step):
            low = max(0, begin - self._reach)
            new = [
                (low + start, low + end, number)
                for start, end, number in self.raw(seen[low : begin + step])
                if number not in full and low + end > begin
            ]
            new = self.proper(seen, new)
            kept += new
            for _, _, number in new:
                count[number] += 1
            full = {number for number, found in count.items() if found >= MAX_SPANS}
        return kept

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
        folded = fold(original)
        seen = soften(folded)
        if len(seen) > LONG:
            # Hits may be many, so both automata in one pass: triggers come first.
            hits = self._everything.find(seen)
        else:
            hits = self._scan(seen)
            if hits:
                hits = self._triggers.proper(seen, hits)
        return self._matches(original, folded, seen, hits) if hits else ()

    def _matches(
        self, original: str, folded: str, seen: str, hits: list[Hit]
    ) -> tuple[Match, ...]:
        owners = self._owners
        found = {number for _, _, number in hits}
        owned = [owners[number] for number in found if number in owners]
        entries = [self._entries[place] for place in sorted({*chain(*owned)})]
        more = self._everything is not self._triggers and len(seen) <= LONG
        if more and not all([entry.sure for entry in entries]):  # noqa: C419  # faster
            hits = self._everything.find(seen)
            found = {number for _, _, number in hits}
        taken: dict[str, _Entry] = {}
        for entry in entries:
            if entry.brand not in taken and (entry.sure or entry.accepts(found)):
                taken[entry.brand] = entry
        if not taken:
            return ()
        origin = view_places(original, folded, seen)
        return _with_spans(original, origin, list(taken.values()), hits)


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
    original: str, origin: Sequence[int], entries: Sequence[_Entry], hits: Sequence[Hit]
) -> tuple[Match, ...]:
    same = isinstance(origin, range)  # each character is in its own place
    shown = entries[0].plan.shown.union(*[e.plan.shown for e in entries[1:]])
    spans: dict[int, list[Span]] = {}
    for start, end, number in hits:
        if number not in shown:
            continue
        known = spans.setdefault(number, [])
        if len(known) < MAX_SPANS:
            known.append((start, end) if same else _span(original, origin, start, end))
    return tuple(
        [
            Match(brand=e.brand, query=e.query, spans=_merged(spans, e.plan.shown))
            for e in entries
        ]
    )


def _span(original: str, origin: Sequence[int], start: int, end: int) -> Span:
    """Return where a hit stands in the original, without invisible trailers."""
    first, last = origin[start], max(origin[end], origin[end - 1] + 1)
    while last - 1 > first and not fold(original[last - 1]).strip():
        last -= 1
    return first, last


def _merged(spans: dict[int, list[Span]], shown: frozenset[int]) -> tuple[Span, ...]:
    numbers = shown & spans.keys()
    return tuple(sorted({s for number in numbers for s in spans[number]})[:MAX_SPANS])
