"""Every place of many literals at once: Aho-Corasick, and then the edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from monitor.matching import disguise
from monitor.matching.finding import Probe
from monitor.matching.look import MAX_SPANS, Span
from monitor.matching.view import KINDS

LONG = 20_000
"""Characters from which a text is looked through in pieces."""
MAX_HITS = 20 * MAX_SPANS
"""Hits kept of one leaf in a long text; a special leaf has more hits than places."""

Raw = tuple[int, int, int]
"""Start, end and number of a literal in a view."""

Hits = dict[int, list[Span]]
"""Proper hits by number of leaf."""


class Scanner:
    """Finds every place of the probes of many leaves, and checks the edges."""

    def __init__(self, probes: Mapping[int, Sequence[Probe]]) -> None:
        """`probes` are those of each leaf, by its number."""
        rules: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, some in probes.items():
            for literal, before, after in some:
                rules[literal].append((before, after, number))
        self._rules = [tuple(dict.fromkeys(found)) for found in rules.values()]
        self.raw: Callable[[str], list[Raw]] = lambda _view: []
        if rules:
            self.raw = Automaton(list(rules)).find_overlapping
        self._reach = max(map(len, rules), default=0)

    def find(self, seen: str) -> Hits:
        """Return every proper hit; of a long text the first ones of each leaf."""
        if len(seen) > LONG:
            return self._find_in_long(seen)
        return self.proper(seen, self.raw(seen))

    def _find_in_long(self, seen: str) -> Hits:
        """Look through windows, so that a name for ever takes little memory."""
        kept: Hits = {}
        step = max(LONG, 4 * self._reach)
        for begin in range(0, len(seen), step):
            low = max(0, begin - self._reach)
            new = (
                (low + start, low + end, number)
                for start, end, number in self.raw(seen[low : begin + step])
                if low + end > begin
            )
            for number, spans in self.proper(seen, new).items():
                known = kept.setdefault(number, [])
                known += spans[: MAX_HITS - len(known)]
        return kept

    def proper(self, seen: str, raw: Iterable[Raw]) -> Hits:
        """Keep the hits whose neighbours allow them."""
        kept: Hits = {}
        kinds, size, rules = KINDS, len(seen), self._rules
        for start, end, literal in raw:
            for before, after, number in rules[literal]:
                if before and start and kinds[seen[start - 1]] & before:
                    continue
                if after and end < size and kinds[seen[end]] & after:
                    continue
                known = kept.get(number)
                if known is None:
                    kept[number] = [(start, end)]
                else:
                    known.append((start, end))
        return kept

    def in_skeleton(self, seen: str) -> Hits:
        """Return the hits in the skeleton of a view, in places of the view."""
        bones = disguise.skeleton(seen)
        text, places = bones
        kept: Hits = {}
        for start, end, literal in self.raw(text):
            for before, after, number in self._rules[literal]:
                if disguise.is_free(bones, seen, start, end, (before, after)):
                    span = places[start], places[end - 1] + 1
                    kept.setdefault(number, []).append(span)
        return kept
