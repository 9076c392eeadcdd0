"""How each leaf of a query is found: what an automaton looks for, and what then counts.

A probe is a literal with the kinds of characters that may not stand beside it. The
hits of a plain term's probes are its places. A special leaf has probes of which every
place holds at least one, and a finder that looks more closely where one was hit; each
looks at a bounded piece of the text around the hit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from monitor.matching import wildcards
from monitor.matching.disguise import skeleton
from monitor.matching.look import MAX_SPANS, Finding, Look, Span
from monitor.matching.nodes import Capitals, Disguised, Exact, Fuzzy, Leaf, Term, Wild
from monitor.matching.variants import few_spellings, simplified, spellings
from monitor.matching.view import KINDS, LETTER, edges, left_edge, right_edge

_LONGEST_WORD = 60


class Probe(NamedTuple):
    """What an automaton looks for, and the kinds that may not stand beside it."""

    literal: str
    before: int
    after: int


class Way(NamedTuple):
    """How to find a leaf. No finder: each hit of a probe is a place."""

    probes: tuple[Probe, ...]
    finder: Finding | None = None
    in_skeleton: bool = False


def way_of(leaf: Leaf) -> Way:
    """Return how to find a leaf."""
    match leaf:
        case Term():
            return _term(leaf.literal)
        case Wild():
            return Way(wild_probes(leaf), wildcards.finder(leaf))
        case Fuzzy():
            return Way(tuple(_fuzzy_probes(leaf)), _fuzzy(leaf))
        case Exact():
            return Way((Probe(leaf.literal, 0, 0),), _exact(leaf.characters))
        case Capitals():
            plain = Probe(leaf.literal, *edges(leaf.literal))
            return Way((plain,), _in_capitals)
        case Disguised():
            bones = skeleton(leaf.literal)[0]
            return Way((Probe(bones, *edges(bones)),), in_skeleton=True)


def _term(literal: str) -> Way:
    sides = edges(literal)
    ways = spellings(literal)
    if ways:
        return Way(tuple(Probe(way, *sides) for way in ways))
    start, part = few_spellings(literal)
    probes = tuple(Probe(way, 0, 0) for way in spellings(part))
    return Way(probes, _same_simplified(literal, start))


def _same_simplified(literal: str, offset: int) -> Finding:
    wanted = simplified(literal)
    before, after = edges(literal)

    def places(hits: Sequence[Span], look: Look) -> list[Span]:
        spans = [(hit - offset, hit - offset + len(literal)) for hit, _ in hits]
        return [
            (start, end)
            for start, end in spans
            if start >= 0
            and look.simple.startswith(wanted, start)
            and is_free(look.seen, start, end, before, after)
        ]

    return places


def is_free(text: str, start: int, end: int, before: int, after: int) -> bool:
    """Tell whether the neighbours of a place allow it."""
    if before and start and KINDS[text[start - 1]] & before:
        return False
    return not (after and end < len(text) and KINDS[text[end]] & after)


def wild_probes(leaf: Wild) -> tuple[Probe, ...]:
    """Return the probe of a pattern: its longest run of letters, in all spellings."""
    piece, part, offset = wildcards.anchor(leaf)
    first = part == 0 and offset == 0
    last = part == len(leaf.parts) - 1 and leaf.parts[part].endswith(piece)
    last = last and offset + len(piece) == len(leaf.parts[part])
    before = left_edge(piece[0]) if first else 0
    after = right_edge(piece[-1]) if last else 0
    return tuple(Probe(way, before, after) for way in spellings(piece))


def _fuzzy_probes(leaf: Fuzzy) -> Iterable[Probe]:
    """Cut the name so that so many mistakes cannot touch every piece.

    One swap of two letters can touch two pieces, but then it is a swap just where
    they meet, and that is one more word to look for.
    """
    name, count = leaf.literal, leaf.edits + 1
    cuts = [round(i * len(name) / count) for i in range(count + 1)]
    for i in range(count):
        before = LETTER if i == 0 else 0
        after = LETTER if i == count - 1 else 0
        yield Probe(name[cuts[i] : cuts[i + 1]], before, after)
    if leaf.edits == 1:
        cut = cuts[1]
        swapped = name[: cut - 1] + name[cut] + name[cut - 1] + name[cut + 1 :]
        yield Probe(swapped, LETTER, LETTER)


def _fuzzy(leaf: Fuzzy) -> Finding:
    name, edits = leaf.literal, leaf.edits
    least, most = len(name) - edits, min(len(name) + edits, _LONGEST_WORD)
    distance: Callable[..., int] = OSA.distance if edits == 1 else Levenshtein.distance

    def places(hits: Sequence[Span], look: Look) -> list[Span]:
        words = {_word_around(look.seen, *hit, most) for hit in hits}
        return [
            (start, end)
            for start, end in words
            if least <= end - start <= most
            and distance(look.seen[start:end], name, score_cutoff=edits) <= edits
        ]

    return places


def _word_around(text: str, start: int, end: int, most: int) -> Span:
    """Return the run of letters around a hit; one letter too many if it is longer."""
    limit = most + 1
    while start > 0 and end - start < limit and KINDS[text[start - 1]] == LETTER:
        start -= 1
    while end < len(text) and end - start < limit and KINDS[text[end]] == LETTER:
        end += 1
    return start, end


def _exact(wanted: str) -> Finding:
    before, after = edges(wanted)

    def places(_hits: Sequence[Span], look: Look) -> list[Span]:
        text, found, start = look.original, list[Span](), 0
        while len(found) < MAX_SPANS:
            start = text.find(wanted, start)
            if start < 0:
                break
            end = start + len(wanted)
            if is_free(text, start, end, before, after):
                found.append(look.in_view(start, end))
            start += 1
        return found

    return places


def _in_capitals(hits: Sequence[Span], look: Look) -> list[Span]:
    found = []
    for hit in hits:
        start, end = look.in_original(hit)
        if look.original[start:end].isupper():
            found.append(hit)
    return found
