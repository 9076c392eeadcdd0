"""What marked posts teach about a brand's queries, as words that anybody can read.

Three things: context words that tell the brand from something else of the same name,
names in our own posts that the queries miss, and what to leave out. Every suggestion is
a query, with the number of marked posts on both sides that it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from monitor.matching.tools.context import Context, learn
from monitor.matching.tools.examples import (
    FEWEST_MARKS,
    Counting,
    Example,
    different,
    sides,
)
from monitor.matching.tools.features import features, phrases
from monitor.matching.tools.telling import FEWEST_TEXTS, Word

MOST_NAMES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A query that finds posts of ours; of them `gained_own` that are missed now."""

    query: str
    own: int
    other: int
    gained_own: int
    gained_other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """Everything that was learnt. `notes` say what could not be, and why."""

    own: int
    other: int
    found_own: int
    found_other: int
    context: Context | None = None
    names: tuple[Name, ...] = ()
    exclude: tuple[Word, ...] = ()
    notes: tuple[str, ...] = ()


def suggest(counting: Counting, examples: Sequence[Example]) -> Suggestions:
    """Return what the examples teach."""
    own, other = sides(examples)
    present = counting.finder()
    context, notes = learn(counting, examples)
    return Suggestions(
        own=len(own),
        other=len(other),
        found_own=sum(map(present, own)),
        found_other=sum(map(present, other)),
        context=context,
        names=tuple(_missed(counting, own, other, present)),
        exclude=tuple(_to_leave_out(counting, own, other, present)),
        notes=notes,
    )


def _missed(
    counting: Counting,
    own: Sequence[Example],
    other: Sequence[Example],
    present: Callable[[Example], bool],
) -> Iterator[Name]:
    """Find tags, handles and spellings in our posts that the queries lack."""
    seen = counting.candidates(own, lambda t: _name_like(t, counting.names), fewest=2)
    missed = frozenset(n for n, one in enumerate(own) if not present(one))
    unfound = frozenset(n for n, one in enumerate(other) if not present(one))
    names = []
    for word in counting.weighed(seen, own, other):
        gained, wrong = len(word.own & missed), len(word.other & unfound)
        telling = word.is_sure and word.is_own and word.query[0] in "#@"
        if (gained >= 2 and gained >= 3 * wrong) or telling:
            name = Name(
                query=word.query,
                own=len(word.own),
                other=len(word.other),
                gained_own=gained,
                gained_other=wrong,
            )
            names.append(name)
    names.sort(key=lambda name: (-name.gained_own, -name.own, name.query))
    yield from names[:MOST_NAMES]


def _name_like(text: str, names: frozenset[str]) -> set[str]:
    """Return tags, handles, and words that look like one of the names."""
    return {
        word
        for word in features(text)
        if word not in names
        and word.lstrip("#@") not in names
        and (word[0] in "#@" or any(_alike(word, name) for name in names))
    }


def _to_leave_out(
    counting: Counting,
    own: Sequence[Example],
    other: Sequence[Example],
    present: Callable[[Example], bool],
) -> list[Word]:
    """Find what only the others hold: tags, handles, phrases, authors."""
    found = [one for one in other if present(one)]
    if min(len(own), len(found)) < FEWEST_MARKS:
        return []
    seen = counting.candidates(found, lambda t: _signs(t, counting.names))
    seen += _authors(counting, found)
    words = [
        word
        for word in counting.weighed(seen, own, found)
        if word.is_sure and not word.is_own and not word.own
    ]
    words.sort(key=lambda word: (word.p, -len(word.query), word.query))
    return different(words)[:MOST_NAMES]


def _signs(text: str, names: frozenset[str]) -> set[str]:
    tags = {word for word in features(text, names) if word[0] in "#@"}
    return tags | phrases(text, names)


def _authors(counting: Counting, found: Sequence[Example]) -> list[str]:
    handles = [one.facts.author.handle for one in found if one.facts.author]
    often = {h for h in handles if h and handles.count(h) >= FEWEST_TEXTS}
    query = counting.brand.queries[0]
    finds = query if " " not in query else f"({query})"
    return [f"{finds} author:{h}" for h in sorted(often) if " " not in h]


def _alike(word: str, name: str) -> bool:
    """Tell whether a word is a name misspelt, or written together with another word."""
    if len(name) < 3 or " " in name:
        return word == name.replace(" ", "")
    if name in word and (word.startswith(name) or word.endswith(name)):
        return True
    edits = 2 if len(name) >= 8 else 1 if len(name) >= 4 else 0
    return bool(edits) and OSA.distance(word, name, score_cutoff=edits) <= edits
