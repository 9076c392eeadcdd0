"""What is read of a text: bare of padding, and of a long one a beginning and an end.

Padding is what people put in to hide words or to be loud, and what no reader reads:
invisible characters between letters, heaps of accents, white space by the page, the
same sign or letter over and over, rows of handles and links, halves of characters. What
is left out is remembered, so that places in the abridged text can be told in the whole
one. Letters that pose as Latin ones are written as such. The cost is bounded: of very
long texts only both ends are looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.scoring.lookalikes import unmask

LONGEST = 10_000
"""Characters that are read; of a longer text half from each end."""

_LOOKED_AT = 60_000
_LONGEST_UNIT = 320
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\u0334-\u0338\u20d2\u20d3\u20d8-\u20da\u20e5\u20e6\u20ea\u20eb"
    "\U000e0000-\U000e0fff"
)
_SUSPECT = re.compile(
    rf"[^\w\s]{{4}}|\s\s\s|[{_INVISIBLE}{_ACCENTS}\ud800-\udfff]"
).search
_DRAWN_OUT = re.compile(r"(\w)\1{20}").search
_PADDING = re.compile(
    rf"""
    (?<![^\w\s])(?P<invisible>[{_INVISIBLE}]+)
    |(?<=\s\s)(?P<space>\s+)
    |(?<=[^\W\d_])(?P<heap>[{_ACCENTS}]{{4,}})
    |(?P<handles>(?<!\S)(?:@[\w.]{{1,40}}\s+){{4,}}(?:@[\w.]{{1,40}}(?!\S))?)
    |(?P<links>(?<!\S)(?:https?://\S{{1,300}}\s+){{4,}}(?:https?://\S{{1,300}})?)
    |(?P<broken>[\ud800-\udfff]+)
    |(?P<letter>\w)(?P=letter){{20}}(?P<drawn>(?P=letter)+)
    |(?P<unit>[^\w\s]{{1,8}}?)(?P=unit){{2}}(?P<signs>(?P=unit)+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Abridged:
    """The text that is read, and what it leaves out."""

    text: str
    places: tuple[int, ...] = ()
    """Where in `text` something is left out before the character there,"""
    gone: tuple[int, ...] = ()
    """and how many characters are missing from the beginning to there."""

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return the places in the whole text of a span of this one."""
        first = self._whole(start)
        return first, self._whole(end - 1) + 1 if end > start else first

    def _whole(self, place: int) -> int:
        before = bisect_right(self.places, place)
        return place + (self.gone[before - 1] if before else 0)


def abridge(text: str) -> Abridged:
    """Leave out padding, and of a text still long the middle."""
    if len(text) <= LONGEST and not _may_be_padded(text):
        return Abridged(text=unmask(text))
    spans = list(_within(_kept(text), LONGEST))
    places: list[int] = []
    gone: list[int] = []
    size = 0
    for start, end in spans:
        if start != size + (gone[-1] if gone else 0):
            places.append(size)
            gone.append(start - size)
        size += end - start
    return Abridged(
        text=unmask("".join([text[start:end] for start, end in spans])),
        places=tuple(places),
        gone=tuple(gone),
    )


def _may_be_padded(text: str) -> bool:
    """Tell quickly of most texts that there is no padding in them."""
    rows = text.count("@") > 3 or text.count("://") > 3  # see _PADDING
    return rows or bool(_SUSPECT(text) or _DRAWN_OUT(text))


def _kept(text: str) -> list[tuple[int, int]]:
    """Return the spans that are not padding, of long texts near both ends."""
    first = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    if last - first <= _LOOKED_AT:
        return _without_padding(text, first, last, last)
    half = _LOOKED_AT // 2
    spans = _without_padding(text, first, first + half, last)
    after = spans[-1][1]
    return [*spans, *_without_padding(text, max(after, last - half), last, last)]


def _without_padding(
    text: str, first: int, last: int, end_of_all: int
) -> list[tuple[int, int]]:
    """Return what is kept between two places; padding may reach beyond the last."""
    spans = []
    for found in _PADDING.finditer(text, first, last):
        whole = found
        if last - found.end() < _LONGEST_UNIT:
            whole = _PADDING.match(text, found.start(), end_of_all) or found
        start, end = whole.span(whole.lastgroup or 0)
        spans.append((first, start))
        first = end
    spans.append((first, max(first, last)))
    return spans


def _within(spans: list[tuple[int, int]], limit: int) -> Iterator[tuple[int, int]]:
    """Yield the spans; without the middle if they are longer than the limit."""
    excess = sum(end - start for start, end in spans) - limit
    room = limit // 2
    for start, end in spans:
        size = end - start
        head = min(size, room)
        room -= head
        dropped = min(size - head, max(excess, 0))
        excess -= dropped
        if head:
            yield start, start + head
        if head + dropped < size:
            yield start + head + dropped, end
