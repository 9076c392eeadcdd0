"""What is odd about one node of a query: repeats, parts that change nothing, values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitor.matching.nodes import And, Field, Leaf, Node, Not, Or, Outside
from monitor.matching.tools.logic import Logic, all_of
from monitor.matching.tools.rendering import rendered

MOST_COMPARED = 300
Oddity = tuple[str, Node, str]
"""A code, the part that it is about, and what to say."""

_LANGUAGE_MEANT = {
    "kr": "ko",
    "jp": "ja",
    "cn": "zh",
    "tw": "zh-tw",
    "hk": "zh-hk",
    "cz": "cs",
    "dk": "da",
    "ua": "uk",
    "gr": "el",
    "br": "pt-br",
    "us": "en",
    "gb": "en",
    "at": "de",
    "mx": "es",
}
_COUNTRY_MEANT = {
    "ko": "kr",
    "ja": "jp",
    "zh": "cn",
    "en": "us or country:gb",
    "uk": "gb or country:ua",
    "cs": "cz",
    "da": "dk",
    "el": "gr",
}


def odd_value(asked: Field) -> str:
    """Say what a value was probably meant to be; "" if nothing is odd."""
    code = str(asked.value)
    if asked.name == "lang" and code in _LANGUAGE_MEANT:
        meant = _LANGUAGE_MEANT[code]
        return f"lang:{code} is a country; the language is lang:{meant}"
    if asked.name == "country" and code in _COUNTRY_MEANT:
        return f"country:{code} is a language; write country:{_COUNTRY_MEANT[code]}"
    return ""


def odd_parts(node: Node, logic: Logic) -> Iterator[Oddity]:
    """Yield what is odd about a node and its direct children."""
    if isinstance(node, Or):
        yield from _needless_branches(node, logic)
    elif isinstance(node, And):
        yield from _needless_conditions(node, logic)
    elif isinstance(node, Outside) and not logic.may_stand_in(node.child, node.inside):
        inside, child = rendered(node.inside), rendered(node.child)
        message = f"NOT IN {inside} changes nothing: no {child} can stand in it"
        yield "adds-nothing", node, message


@dataclass(frozen=True, slots=True, kw_only=True)
class _Siblings:
    """The children of one node; `leaves` tells where each leaf among them stands."""

    children: Sequence[Node]
    leaves: Mapping[Node, list[int]]
    others: Sequence[int]

    @classmethod
    def of(cls, children: Sequence[Node]) -> _Siblings:
        """Sort the children."""
        leaves: dict[Node, list[int]] = {}
        others = []
        for place, child in enumerate(children):
            if isinstance(child, Leaf):
                leaves.setdefault(child, []).append(place)
            else:
                others.append(place)
        return cls(children=children, leaves=leaves, others=others)

    def worth_comparing(self, number: int, logic: Logic) -> Iterator[tuple[int, Node]]:
        """Yield those that one may imply; of very many only some."""
        child = self.children[number]
        if isinstance(child, Leaf):
            places = [p for leaf in logic.known_of(child) for p in self.places(leaf)]
            places = sorted([*places, *self.others[:MOST_COMPARED]])
        else:
            places = list(range(min(len(self.children), MOST_COMPARED)))
        yield from (
            (place, self.children[place]) for place in places if place != number
        )

    def places(self, leaf: Leaf) -> Sequence[int]:
        """Return where a leaf stands; of one that stands there for ever, the first."""
        return self.leaves.get(leaf, [])[:2]


def _needless_branches(node: Or, logic: Logic) -> Iterator[Oddity]:
    siblings = _Siblings.of(node.children)
    for number, child in enumerate(node.children):
        other = _wider(number, siblings, logic)
        if other is None:
            continue
        if logic.implies(other, child):
            yield "duplicate", child, _twice(child, other)
        else:
            found = f"{rendered(other)} finds all of it"
            yield "adds-nothing", child, f"{rendered(child)} adds nothing: {found}"


def _wider(number: int, siblings: _Siblings, logic: Logic) -> Node | None:
    """Return a branch that finds all that one does; of equal ones the first stays."""
    child = siblings.children[number]
    for place, other in siblings.worth_comparing(number, logic):
        if not logic.implies(child, other):
            continue
        if place < number or not logic.implies(other, child):
            return other
    return None


def _needless_conditions(node: And, logic: Logic) -> Iterator[Oddity]:
    if logic.never(node):
        return  # which is said, and would make everything else look needless
    children = node.children[:MOST_COMPARED]
    for number, child in enumerate(children):
        others = [(place, c) for place, c in enumerate(children) if place != number]
        if not isinstance(child, Not):
            yield from _implied(child, number, others, logic)
        elif logic.implies(all_of([other for _, other in others]), child):
            message = f"{rendered(child)} changes nothing: nothing here can hold it"
            yield "adds-nothing", child, message


def _implied(
    child: Node, number: int, others: Sequence[tuple[int, Node]], logic: Logic
) -> Iterator[Oddity]:
    for place, other in others:
        if not logic.implies(other, child):
            continue
        if not logic.implies(child, other):
            inside = f"{rendered(other)} needs it already"
            yield "adds-nothing", child, f"{rendered(child)} changes nothing: {inside}"
            return
        if place < number:
            yield "duplicate", child, _twice(child, other)
            return


def _twice(child: Node, other: Node) -> str:
    one, two = rendered(child), rendered(other)
    if one == two:
        return f"{one} stands here twice"
    return f"{one} is the same as {two}, which stands here already"
