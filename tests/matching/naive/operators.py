"""Whether a query matches a post, and where: one function for each operator."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.matching.naive.fields import COMPARE, FIELDS
from tests.matching.naive.leaves import LEAVES, Page, Tree
from tests.matching.naive.letters import Span


def holds(tree: Tree, page: Page) -> bool:
    """Tell whether a post matches."""
    ask = _HOLDS.get(tree[0])
    return ask(page, *tree[1:]) if ask else bool(places(tree, page))


def _not(page: Page, child: Tree) -> bool:
    return not holds(child, page)


def _and(page: Page, *children: Tree) -> bool:
    return all(holds(child, page) for child in children)


def _or(page: Page, *children: Tree) -> bool:
    return any(holds(child, page) for child in children)


def _list(page: Page, name: str) -> bool:
    return _or(page, *page.lists[name])


def _count(page: Page, sign: str, number: int, child: Tree) -> bool:
    return COMPARE[sign](most_apart(places(child, page)), number)


def _field(page: Page, name: str, sign: str, value: str | float) -> bool:
    return FIELDS[name](page, sign, value)


_HOLDS: dict[str, Callable[..., bool]] = {
    "not": _not,
    "and": _and,
    "or": _or,
    "list": _list,
    "count": _count,
    "field": _field,
}


def places(tree: Tree, page: Page) -> list[Span]:
    """Return every place of something that stands in the text."""
    find = _PLACES.get(tree[0])
    if find:
        return find(page, *tree[1:])
    if tree not in page.known:
        page.known[tree] = sorted(set(LEAVES[tree[0]](page, *tree[1:])))
    return page.known[tree]


def _places_of_any(page: Page, *children: Tree) -> list[Span]:
    return sorted({place for child in children for place in places(child, page)})


def _places_of_list(page: Page, name: str) -> list[Span]:
    return _places_of_any(page, *page.lists[name])


def _near(page: Page, most: int, left: Tree, right: Tree) -> list[Span]:
    return _windows(near(page, most, left, right))


def _onear(page: Page, most: int, left: Tree, right: Tree) -> list[Span]:
    return _windows(onear(page, most, left, right))


def _windows(pairs: Iterator[tuple[Span, Span]]) -> list[Span]:
    return sorted({(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs})


def onear(
    page: Page, most: int, left: Tree, right: Tree
) -> Iterator[tuple[Span, Span]]:
    """Yield each place with those that follow it near enough."""
    for one in places(left, page):
        for two in places(right, page):
            if one[1] <= two[0] and page.words_in(one[1], two[0]) <= most:
                yield one, two


def near(page: Page, most: int, left: Tree, right: Tree) -> Iterator[tuple[Span, Span]]:
    """Yield pairs in either order."""
    yield from onear(page, most, left, right)
    yield from onear(page, most, right, left)


def _outside(page: Page, child: Tree, inside: Tree) -> list[Span]:
    around = places(inside, page)
    return [
        (start, end)
        for start, end in places(child, page)
        if not any(first <= start and end <= last for first, last in around)
    ]


_PLACES: dict[str, Callable[..., list[Span]]] = {
    "or": _places_of_any,
    "list": _places_of_list,
    "near": _near,
    "onear": _onear,
    "outside": _outside,
}


def most_apart(spans: list[Span]) -> int:
    """Return how many places there are at most of which no two overlap."""
    best = {0: 0}  # by the end of the last one
    for start, end in sorted(spans, key=lambda span: span[::-1]):
        before = max(count for reached, count in best.items() if reached <= start)
        best[end] = max(best.get(end, 0), before + 1)
    return max(best.values())


def spans(tree: Tree, page: Page) -> tuple[Span, ...]:
    """Return what is shown of a match, in the original text."""
    return tuple(sorted({page.in_original(place) for place in shown(tree, page)}))


def shown(tree: Tree, page: Page, *, against: bool = False) -> set[Span]:
    """Return the places that speak for a match."""
    match tree:
        case ("not", child):
            return shown(child, page, against=not against)
        case ("and" | "or", *children):
            return {p for c in children for p in shown(c, page, against=against)}
        case ("list", name):
            return shown(("or", *page.lists[name]), page, against=against)
        case _:
            return set() if against else _shown_of_one(tree, page)


def _shown_of_one(tree: Tree, page: Page) -> set[Span]:
    match tree:
        case ("field", *_):
            return set()
        case ("count", _, _, child):
            return shown(child, page)
        case ("near" | "onear" as name, *parts):
            pairs = near if name == "near" else onear
            return {place for pair in pairs(page, *parts) for place in pair}
        case _:
            return set(places(tree, page))
