"""Finds the cues of a language in a folded text, and decides which of them count."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from dataclasses import dataclass

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from monitor.scoring.signals.model import FLAGS, NOTHING
from monitor.scoring.signals.table import Table
from monitor.scoring.signals.writing import Cue, cues_of

Meaning = tuple[str, float]
"""A kind and a weight."""

_WIDEST_GAP = 5
"""Words between the two parts of a cue."""
_WIDEST_GAP_OF_SIGNS = 12
_LAYERS = (0, 1)
"""Intents and feelings; flags."""
_OF_FLAGS = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a folded text. `length` is what it says itself, without its gap."""

    layer: int
    length: int
    start: int
    end: int
    meanings: tuple[Meaning, ...]


_Layered = tuple[tuple[Meaning, ...], tuple[Meaning, ...]]
"""What a cue means, in each layer."""
_MEANS_NOTHING: _Layered = ((), ())
_FIRST_OF: tuple[int, ...] = ()


class _Pattern:
    """What a pattern is: a cue, a part of cues with a gap (by number), a mark."""

    __slots__ = ("first_of", "last_of", "layers", "mark")

    def __init__(self) -> None:
        self.layers = _MEANS_NOTHING
        self.first_of = _FIRST_OF
        self.last_of: dict[int, _Layered] | None = None
        self.mark = ""


class Finder:
    """Finds cues. `marks` are words that are no cues but worth knowing of."""

    def __init__(self, table: Table, marks: Iterable[tuple[str, str]]) -> None:
        patterns: dict[str, _Pattern] = {}
        for number, cue in enumerate(cues_of(table)):
            _add(patterns, number, cue)
        for mark, text in marks:
            _pattern(patterns, text).mark = mark
        self._patterns = list(patterns.values())
        self._automaton = Automaton(list(patterns))
        self._by_word = table.edges != "none"

    def __len__(self) -> int:
        """Return how many patterns there are."""
        return len(self._patterns)

    def find(self, text: str) -> tuple[list[Found], set[str]]:
        """Return the cues that count, and the marks."""
        found: list[Found] = []
        marks: set[str] = set()
        firsts: dict[int, tuple[int, int]] = {}
        for start, end, number in self._automaton.find_overlapping(text):
            pattern = self._patterns[number]
            if pattern.mark:
                marks.add(pattern.mark)
            if self._by_word:
                start, end = _whole_words(text, start, end)  # noqa: PLW2901
            _put(found, pattern.layers, end - start, start, end)
            if pattern.last_of:
                for cue in pattern.last_of.keys() & firsts.keys():
                    begin, until = firsts[cue]
                    layers = pattern.last_of[cue]
                    if until <= start and self._is_near(text[until:start], layers):
                        length = until - begin + end - start
                        _put(found, layers, length, begin, end)
            for cue in pattern.first_of:
                firsts[cue] = (start, end)
        return _that_count(found, len(text)), marks

    def _is_near(self, gap: str, layers: _Layered) -> bool:
        if not layers[_OF_FLAGS] and "," in gap:
            return False
        if not self._by_word:
            return len(gap) <= _WIDEST_GAP_OF_SIGNS and "." not in gap
        return gap.count(" ") <= _WIDEST_GAP + 1 and " ." not in gap


def _add(patterns: dict[str, _Pattern], number: int, cue: Cue) -> None:
    for form in cue.firsts:
        _pattern(patterns, form).first_of += (number,)
    meant = _with_meaning(_MEANS_NOTHING, cue)
    for form in cue.lasts:
        pattern = _pattern(patterns, form)
        if cue.firsts:
            pattern.last_of = {**(pattern.last_of or {}), number: meant}
        elif pattern.layers is _MEANS_NOTHING:
            pattern.layers = meant
        else:
            pattern.layers = _with_meaning(pattern.layers, cue)


def _pattern(patterns: dict[str, _Pattern], form: str) -> _Pattern:
    if not form.strip():
        raise ValueError("a cue without words")
    return patterns.setdefault(form, _Pattern())


def _with_meaning(layers: _Layered, cue: Cue) -> _Layered:
    """Add a meaning; `nothing` is one in both layers."""
    of_words, of_flags = layers
    if any(cue.kind == kind for kind, _ in of_words + of_flags):
        return layers
    meaning = ((cue.kind, cue.weight),)
    return (
        of_words if cue.kind in FLAGS else of_words + meaning,
        of_flags + meaning if cue.kind in FLAGS or cue.kind == NOTHING else of_flags,
    )


def _put(
    found: list[Found], layers: _Layered, length: int, start: int, end: int
) -> None:
    for layer, meanings in enumerate(layers):
        if meanings:
            found.append(Found(layer, length, start, end, meanings))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of the words that a match lies in, without the outer spaces."""
    start = start + 1 if text[start] == " " else text.rfind(" ", 0, start) + 1
    end = end - 1 if text[end - 1] == " " else text.find(" ", end)
    return start, end


_by_length = operator.attrgetter("length")


def _that_count(found: list[Found], length: int) -> list[Found]:
    """Drop what overlaps something longer of its layer, and what means nothing."""
    if len(found) > 1:
        found.sort(key=_by_length, reverse=True)
    layers = [bytearray(length) for _ in _LAYERS]
    counting = []
    for each in found:
        taken = layers[each.layer]
        if taken.find(1, each.start, each.end) >= 0:
            continue
        taken[each.start : each.end] = b"\x01" * (each.end - each.start)
        if each.meanings[0][0] != NOTHING:
            counting.append(each)
    return counting
