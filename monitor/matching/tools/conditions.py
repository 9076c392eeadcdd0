"""What fields and counts allow: numbers from low to high, codes, sites."""

from __future__ import annotations

import math

from monitor.matching.nodes import Count, Field, Near, Node, Term

Range = tuple[float, float]
"""The least and the most that is allowed, both included."""


def _range_of(asked: Field | Count) -> Range:
    """Return what a comparison allows; a sign alone is moved by the least step."""
    number = asked.number if isinstance(asked, Count) else asked.value
    value = float(number)
    whole = isinstance(asked, Count)
    above = value + 1 if whole else math.nextafter(value, math.inf)
    below = math.nextafter(value, -math.inf)
    return {
        "=": (value, value),
        ">=": (value, math.inf),
        ">": (above, math.inf),
        "<=": (-math.inf, value),
        "<": (-math.inf, below),
    }[asked.sign]


def _within(inner: Range, outer: Range) -> bool:
    """Tell whether one range lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _apart(a: Range, b: Range) -> bool:
    """Tell whether no number is in both."""
    return a[1] < b[0] or b[1] < a[0]


def allows_once(counted: Count) -> bool:
    """Tell whether any number of places from one on is enough."""
    return _within((1.0, math.inf), _range_of(counted))


def is_stricter(a: Count, b: Count) -> bool:
    """Tell whether every number that one count allows is allowed by another."""
    return _within(_range_of(a), _range_of(b))


def is_tighter(a: Near, b: Near) -> bool:
    """Tell whether what stands as near as one NEAR asks stands as near as another."""
    same = (a.left, a.right) == (b.left, b.right)
    turned = (a.left, a.right) == (b.right, b.left) and not b.ordered
    return (same or turned) and a.words <= b.words and (a.ordered or not b.ordered)


def implies_field(a: Node, b: Field) -> bool:
    """Tell whether every post of which one thing holds answers a question with yes."""
    if b.name == "has":
        if isinstance(a, Field):
            return a.name == "rating" and b.value == "rating"
        sign = {"hashtag": "#", "handle": "@"}.get(str(b.value), "")
        return bool(sign) and isinstance(a, Term) and _is_tag(a, sign)
    if not isinstance(a, Field) or a.name != b.name:
        return False
    if isinstance(a.value, float):
        return _within(_range_of(a), _range_of(b))
    if a.name == "site":
        return _is_within_site(str(a.value), str(b.value))
    is_code = a.name in ("lang", "country")
    return is_code and str(a.value).startswith(f"{b.value}-")


def _is_tag(term: Term, sign: str) -> bool:
    return term.literal[0] == sign and " " not in term.literal


def disjoint(a: Node, b: Node) -> bool:
    """Tell whether two single things surely never hold for one post."""
    if isinstance(a, Count) and isinstance(b, Count):
        return a.child == b.child and _apart(_range_of(a), _range_of(b))
    if not (isinstance(a, Field) and isinstance(b, Field)) or a.name != b.name:
        return False
    if isinstance(a.value, float):
        return _apart(_range_of(a), _range_of(b))
    if a.name in ("has", "author"):  # an author has a handle, a name and an id
        return False
    if a.name == "site":
        return not _may_be_one_site(str(a.value), str(b.value))
    return not (a == b or implies_field(a, b) or implies_field(b, a))


def _is_within_site(inner: str, outer: str) -> bool:
    host, _, path = inner.partition("/")
    wanted, _, folder = outer.partition("/")
    if folder and not f"{path}/".startswith(f"{folder}/"):
        return False
    return host == wanted or host.endswith(f".{wanted}")


def _may_be_one_site(a: str, b: str) -> bool:
    one, other = f".{a.partition('/')[0]}", f".{b.partition('/')[0]}"
    return one.endswith(other) or other.endswith(one)


def is_impossible(asked: Field) -> bool:
    """Tell whether no post can ever answer yes."""
    if not isinstance(asked.value, float):
        return False
    most = 5.0 if asked.name == "rating" else float("inf")
    return _apart(_range_of(asked), (0.0, most))
