"""Why a query matched a text, or did not: its tree, and what each leaf found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from monitor.core.model import searchable
from monitor.matching.brands import BrandQueries, Draft, drafts_of
from monitor.matching.leaves import Leaves, scanner
from monitor.matching.look import NOTHING_KNOWN, Facts, Language, Look, Span
from monitor.matching.nodes import (
    And,
    Count,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Term,
    Wild,
    children_of,
    has_places,
)
from monitor.matching.places import places_of
from monitor.matching.plan import question
from monitor.matching.query import Lists
from monitor.matching.view import folded_and_seen

MAX_SHOWN = 5
"""Places shown of one leaf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One node of a query, and whether it held. `places` are in the original text."""

    says: str
    holds: bool
    places: tuple[Span, ...]
    parts: tuple[Part, ...]

    def as_record(self) -> dict[str, Any]:
        """Return what stands in JSON."""
        record: dict[str, Any] = {"says": self.says, "holds": self.holds}
        if self.places:
            record["places"] = self.places
        if self.parts:
            record["parts"] = [part.as_record() for part in self.parts]
        return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One query of one brand against one text."""

    brand: str
    query: str
    matches: bool
    tree: Part
    excluded: tuple[Part, ...]

    @property
    def found_anything(self) -> bool:
        """Tell whether any word of the query stands in the text."""
        return _found(self.tree)

    def as_record(self) -> dict[str, Any]:
        """Return what stands in JSON."""
        return {
            "brand": self.brand,
            "query": self.query,
            "matches": self.matches,
            "tree": self.tree.as_record(),
            "excluded_by": [part.as_record() for part in self.excluded if part.holds],
        }


def _found(part: Part) -> bool:
    return bool(part.places) or any(_found(inner) for inner in part.parts)


class Explainer:
    """Explains what a Matcher with the same arguments answers, slowly."""

    def __init__(
        self,
        brands: Sequence[BrandQueries],
        *,
        lists: Lists | None = None,
        exclude: Sequence[str] = (),
        language: Language = lambda _text, hint: hint,
    ) -> None:
        self._drafts = drafts_of(brands, lists or {}, exclude)
        self._language = language
        self._leaves = Leaves()
        for draft in self._drafts:
            for node in (draft.node, *draft.excluded):
                question(node, self._leaves)  # gives every leaf its number
        everything = range(len(self._leaves.ways))
        self._scanner = scanner(self._leaves, everything)
        self._skeletons = scanner(self._leaves, everything, in_skeleton=True)

    def explain(
        self, title: str, text: str, post: Facts = NOTHING_KNOWN
    ) -> Iterator[Explanation]:
        """Explain every query, in the order of brands and queries."""
        original = searchable(title, text)
        folded, seen = folded_and_seen(original)
        look = Look(
            title=title,
            original=original,
            folded=folded,
            seen=seen,
            post=post,
            language=self._language,
            hits=self._scanner.find(seen) | self._skeletons.in_skeleton(seen),
            finders=self._leaves.finders,
        )
        for draft in self._drafts:
            yield self._of(draft, look)

    def _of(self, draft: Draft, look: Look) -> Explanation:
        tree = self._part(draft.node, look)
        excluded = tuple(self._part(node, look) for node in draft.excluded)
        return Explanation(
            brand=draft.brand,
            query=draft.query,
            matches=tree.holds and not any(part.holds for part in excluded),
            tree=tree,
            excluded=excluded,
        )

    def _part(self, node: Node, look: Look) -> Part:
        spans: Sequence[Span] = ()
        if has_places(node) and not isinstance(node, Or):
            spans = places_of(node, self._leaves.number)(look)
        return Part(
            says=says(node),
            holds=question(node, self._leaves)(look),
            places=tuple(look.in_original(span) for span in spans),
            parts=tuple(self._part(child, look) for child in children_of(node)),
        )


def says(node: Node) -> str:
    """Return a node without what is below it, as it is written."""
    if isinstance(node, And | Or | Not):
        return type(node).__name__.upper()
    if isinstance(node, Near):
        return f"{'ONEAR' if node.ordered else 'NEAR'}/{node.words}"
    if isinstance(node, Count):
        return f"count( ){node.sign}{node.number}"
    if isinstance(node, Outside):
        return "NOT IN"
    is_phrase = isinstance(node, Term | Wild) and " " in node.text
    return f'"{node.text}"' if is_phrase else node.text


def drawn(explanation: Explanation, original: str) -> Iterator[str]:
    """Draw an explanation as lines of text."""
    answer = "matches" if explanation.matches else "does not match"
    brand = f"{explanation.brand}: " if explanation.brand != explanation.query else ""
    yield f"{brand}{answer} · {explanation.query}"
    yield from _branch(explanation.tree, original, "  ", "  ")
    for part in explanation.excluded:
        if part.holds:
            yield "  left out, because this holds:"
            yield from _branch(part, original, "    ", "    ")


def _branch(part: Part, original: str, first: str, rest: str) -> Iterator[str]:
    sign = "✓" if part.holds else "✗"
    yield f"{first}{sign} {part.says}{_shown(part.places, original)}"
    last = len(part.parts) - 1
    for number, inner in enumerate(part.parts):
        lead, below = ("└ ", "  ") if number == last else ("├ ", "│ ")
        yield from _branch(inner, original, rest + lead, rest + below)


def _shown(places: Sequence[Span], original: str) -> str:
    if not places:
        return ""
    shown = ", ".join(
        f"{' '.join(original[start:end].split())!r} at {start}"
        for start, end in places[:MAX_SHOWN]
    )
    more = len(places) - MAX_SHOWN
    return f"  {shown}" + (f" and {more} more" if more > 0 else "")
