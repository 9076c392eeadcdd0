"""The slow and obvious matcher that the fast one is compared with.

A query is nested tuples here, a name and then its parts: ("word", '"acme air"'),
("and", x, y), ("near", 3, x, y), ("field", "rating", "<=", 2). There is one function
for each operator, and no index: every leaf is looked for from every character on.
Nothing is shared with the engine but `fold_with_map`.
"""

from __future__ import annotations

from tests.matching.naive.leaves import Lists, Page, Tree
from tests.matching.naive.letters import Span
from tests.matching.naive.operators import holds, most_apart, places, spans

__all__ = ["Lists", "Page", "Span", "Tree", "holds", "most_apart", "places", "spans"]
