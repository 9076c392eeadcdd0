"""All brands against one post, in one pass over its text.

An Aho-Corasick automaton looks for what every query needs at least (`cover`). Only a
post that holds one of these, with proper edges, is looked at more closely: a second
automaton finds every literal that any query knows, and the queries that were
triggered are asked. Nothing here changes after construction, so threads may share
one Matcher; a new set of queries is a new Matcher, and the old one works until then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from monitor.core.model import Match, searchable
from monitor.matching.brands import BrandQueries, Draft, drafts_of
from monitor.matching.leaves import Leaves, scanner
from monitor.matching.look import (
    MAX_SPANS,
    NOTHING_KNOWN,
    Facts,
    Language,
    Look,
    Span,
)
from monitor.matching.plan import Plan, Test, plan, question
from monitor.matching.query import Lists
from monitor.matching.scanner import LONG, Hits
from monitor.matching.view import folded_and_seen


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

    def accepts(self, look: Look) -> bool:
        if not self.plan.test(look):
            return False
        return not any(excluded(look) for excluded in self.excluded)


class Matcher:
    """Tells which brands a post mentions. Raises QueryError for a bad query.

    `lists` are the named lists that queries may use, `exclude` queries whose posts
    are no mention of any brand. `language` tells what language a text is in, for
    `lang:`; without it, what the network says counts.
    """

    def __init__(
        self,
        brands: Sequence[BrandQueries],
        *,
        lists: Lists | None = None,
        exclude: Sequence[str] = (),
        language: Language = lambda _text, hint: hint,
    ) -> None:
        self._language = language
        leaves = Leaves()
        drafts = drafts_of(brands, lists or {}, exclude)
        # Triggers get the first numbers.
        for draft in drafts:
            for leaf in draft.triggers:
                leaves.number(leaf)
        triggers = len(leaves.ways)
        self._entries = _entries(drafts, leaves)
        self._finders = leaves.finders
        self._owners: dict[int, list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for number in entry.plan.triggers:
                self._owners[number].append(place)
        self._triggers = scanner(leaves, range(triggers))
        everything = range(len(leaves.ways))
        self._everything = (
            self._triggers
            if triggers == len(leaves.ways)
            else scanner(leaves, everything)
        )
        self._disguised = any(way.in_skeleton for way in leaves.ways)
        self._skeletons = scanner(leaves, everything, in_skeleton=True)
        self._scan = self._triggers.raw

    def match(
        self, title: str, text: str, post: Facts = NOTHING_KNOWN
    ) -> tuple[Match, ...]:
        """Return at most one match a brand: its first query that matches.

        `post` is what fields such as `lang:` or `rating:` ask about.
        """
        original = searchable(title, text)
        folded, seen = folded_and_seen(original)
        if len(seen) > LONG:
            # Hits may be many, so both automata in one pass: triggers come first.
            hits = self._everything.find(seen)
        else:
            raw = self._scan(seen)
            hits = self._triggers.proper(seen, raw) if raw else {}
        if self._disguised:
            hits |= self._skeletons.in_skeleton(seen)
        if not hits:
            return ()
        look = Look(
            title=title,
            original=original,
            folded=folded,
            seen=seen,
            post=post,
            language=self._language,
            hits=hits,
            finders=self._finders,
        )
        return self._matches(look, hits)

    def _matches(self, look: Look, hits: Hits) -> tuple[Match, ...]:
        owners = self._owners
        owned = [owners[number] for number in hits if number in owners]
        if not owned:
            return ()
        entries = [self._entries[place] for place in sorted({*chain(*owned)})]
        more = self._everything is not self._triggers and len(look.seen) <= LONG
        if more and not all([entry.sure for entry in entries]):  # noqa: C419  # faster
            found = self._everything.find(look.seen)
            # What was found in the skeleton is not found here.
            look.hits = hits | found if self._disguised else found
        taken: dict[str, _Entry] = {}
        for entry in entries:
            if entry.brand not in taken and (entry.sure or entry.accepts(look)):
                taken[entry.brand] = entry
        return tuple(
            [
                Match(brand=e.brand, query=e.query, spans=_spans(look, e.plan))
                for e in taken.values()
            ]
        )


def _entries(drafts: Sequence[Draft], leaves: Leaves) -> list[_Entry]:
    known: dict[int, Test] = {}  # exclusions are shared by the queries of a brand

    def test(node: object) -> Test:
        if id(node) not in known:
            known[id(node)] = question(node, leaves)  # type: ignore[arg-type]
        return known[id(node)]

    return [
        _Entry(
            brand=draft.brand,
            query=draft.query,
            plan=plan(draft.node, draft.triggers, leaves),
            excluded=tuple([test(node) for node in draft.excluded]),
        )
        for draft in drafts
    ]


def _spans(look: Look, made: Plan) -> tuple[Span, ...]:
    if made.plain is None:
        found = made.shown(look)
    else:
        numbers = made.plain & look.hits.keys()
        found = {span for number in numbers for span in look.hits[number][:MAX_SPANS]}
    if not isinstance(look.origin, range):
        found = {look.in_original(span) for span in found}
    return tuple(sorted(found)[:MAX_SPANS])
