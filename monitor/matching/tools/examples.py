"""Marked posts, and how they are counted: by the matcher that collecting uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitor.core.errors import QueryError
from monitor.core.model import searchable
from monitor.matching.brands import BrandQueries
from monitor.matching.look import Facts, Language
from monitor.matching.matcher import Matcher
from monitor.matching.nodes import Term, leaves
from monitor.matching.query import Lists, parse
from monitor.matching.tools.telling import FEWEST_TEXTS, Word, weigh
from monitor.matching.view import ANYWHERE, KINDS

FEWEST_MARKS = 5
"""Marked posts a side, below which nothing is learnt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A post, and what a person said of it."""

    title: str
    text: str
    facts: Facts
    us: bool


@dataclass(slots=True, kw_only=True)
class Counting:
    """Counts what queries find in examples, for one brand.

    `names` are the brand's own words, as its queries look for them.
    """

    brand: BrandQueries
    lists: Lists
    exclude: Sequence[str]
    language: Language
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.names = frozenset(_literals(self.brand, self.lists))

    def finder(
        self,
        *,
        own_words: Sequence[str] | None = None,
        other_words: Sequence[str] | None = None,
    ) -> Callable[[Example], bool]:
        """Return what tells whether the brand is found.

        With words, these are its context, and nothing else leaves anything out.
        """
        brand, exclude = self.brand, self.exclude
        if own_words is not None and other_words is not None:
            brand, exclude = replace(brand, exclude=()), ()
            brand = replace(
                brand, own_words=tuple(own_words), other_words=tuple(other_words)
            )
        matcher = Matcher(
            [brand], lists=self.lists, exclude=exclude, language=self.language
        )
        return lambda one: bool(matcher.match(one.title, one.text, one.facts))

    def candidates(
        self,
        examples: Sequence[Example],
        words_of: Callable[[str], set[str]],
        fewest: int = FEWEST_TEXTS,
    ) -> list[str]:
        """Return words that stand in enough texts and can be written in a query."""
        counts: dict[str, int] = {}
        for one in examples:
            for word in words_of(searchable(one.title, one.text)):
                counts[word] = counts.get(word, 0) + 1
        often = (word for word, count in counts.items() if count >= fewest)
        return sorted(word for word in often if _is_query(word))

    def weighed(
        self, queries: Sequence[str], own: Sequence[Example], other: Sequence[Example]
    ) -> list[Word]:
        """Count by the matcher which texts hold each query."""
        if not queries:
            return []
        matcher = Matcher(
            [BrandQueries(brand=query, queries=(query,)) for query in queries],
            lists=self.lists,
            language=self.language,
        )
        mine, theirs = _holders(matcher, own), _holders(matcher, other)
        return [
            weigh(
                query,
                frozenset(mine.get(query, ())),
                frozenset(theirs.get(query, ())),
                owns=len(own),
                others=len(other),
            )
            for query in queries
        ]


def _holders(matcher: Matcher, examples: Sequence[Example]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, one in enumerate(examples):
        for match in matcher.match(one.title, one.text, one.facts):
            found.setdefault(match.brand, []).append(number)
    return found


def sides(examples: Iterable[Example]) -> tuple[list[Example], list[Example]]:
    """Part ours from the others."""
    own: list[Example] = []
    other: list[Example] = []
    for one in examples:
        (own if one.us else other).append(one)
    return own, other


def different(words: Sequence[Word]) -> list[Word]:
    """Leave out pieces of a word that stand in just the same texts as the word.

    Where words have no spaces between them, any that stand in the same texts are
    taken for pieces of each other.
    """
    found: dict[tuple[frozenset[int], frozenset[int]], list[Word]] = {}
    kept: list[Word] = []
    for word in words:
        same = found.setdefault((word.own, word.other), [])
        if not any(_may_be_pieces(word.query, known.query) for known in same):
            same.append(word)
            kept.append(word)
    return kept


def _may_be_pieces(one: str, other: str) -> bool:
    if one in other or other in one:
        return True
    return bool(KINDS[one[0]] & KINDS[other[0]] & ANYWHERE)


def _literals(brand: BrandQueries, lists: Lists) -> Iterator[str]:
    """Yield what the queries of a brand look for, without signs."""
    for query in brand.queries:
        for leaf in leaves(parse(query, lists), positive=True):
            if isinstance(leaf, Term):
                yield leaf.literal.lstrip("#@$")


def _is_query(word: str) -> bool:
    try:
        parse(word)
    except QueryError:
        return False
    return True
