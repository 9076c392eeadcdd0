"""What the stack is bad at: kinds of texts, with the surest mistakes of each.

The numbers are of any set; the examples are of our own texts alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.reading.own import Read
from benchmarks.reading.sets import NEG, NEU, POS
from benchmarks.reading.weak_numbers import (
    LONG,
    SHORT,
    Ironic,
    Measured,
    Told,
    of_hindi,
    of_irony,
    of_length,
    of_mixed,
    of_neutral,
    size,
)

MOST_SHOWN = 6
HIGH = "high or critical"
_BUT = re.compile(
    r"\b(?:but|however|though|aber|jedoch|pero|aunque|mais|pourtant|mas|porém|ma|però"
    r"|lekin|magar|par)\b|لكن|但|不过|就是|可惜|지만|는데|けど|けれど|ただ|ものの|のに",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text of our own that was misread, with how sure the stack was."""

    text: str
    lang: str
    truth: str
    said: str
    sure: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of text. `wrong` of `count` of our own held-out ones are `mistaken`."""

    title: str
    mistaken: str
    measured: tuple[Measured, ...]
    wrong: int
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a kind is told from the rest, and what counts as a mistake."""

    title: str
    is_it: Callable[[Read], bool]
    measured: Sequence[Measured] = ()
    grave: bool = False


def find_kinds(
    sets: Sequence[Told], reads: Sequence[Read], irony: Sequence[Ironic]
) -> list[Kind]:
    """Return every kind; no example stands twice."""
    asked = (
        _Asked("Irony", lambda read: "sarcasm" in read.topics, of_irony(irony)),
        _Asked("Romanised Hindi", lambda read: read.row.lang == "hi", of_hindi(sets)),
        _Asked("Mixed opinions", _is_mixed, of_mixed(sets)),
        _Asked("Neutral posts", lambda read: read.truth == NEU, of_neutral(sets)),
        _Asked("Long posts", lambda read: _size(read) == LONG, of_length(sets, LONG)),
        _Asked(
            "Short posts", lambda read: _size(read) == SHORT, of_length(sets, SHORT)
        ),
        _Asked("Grave posts not called so", lambda read: read.is_high, grave=True),
        _Asked("The surest mistakes of all the others", lambda _: True),
    )
    shown: set[str] = set()
    return [_kind(each, reads, shown) for each in asked]


def _kind(asked: _Asked, reads: Sequence[Read], shown: set[str]) -> Kind:
    own = [read for read in reads if asked.is_it(read)]
    if asked.grave:
        wrong = [_underrated(read) for read in own if not read.is_called_high]
    else:
        wrong = [_misread(read) for read in own if read.said.label != read.truth]
    wrong.sort(key=lambda each: -(each.sure or 0.0))
    fresh = [each for each in wrong if each.text not in shown][:MOST_SHOWN]
    shown.update(each.text for each in fresh)
    return Kind(
        title=asked.title,
        mistaken="called less" if asked.grave else "misread",
        measured=tuple(line for line in asked.measured if line.count),
        wrong=len(wrong),
        count=len(own),
        examples=tuple(fresh),
    )


def _is_mixed(read: Read) -> bool:
    return bool(_BUT.search(read.row.text))


def _size(read: Read) -> int:
    return size(read.row.text, read.row.lang)


def _misread(read: Read) -> Example:
    negative, positive = read.found.p_negative, read.found.p_positive
    sure = None
    if negative is not None and positive is not None and read.said.label:
        chances = {NEG: negative, POS: positive, NEU: 1 - negative - positive}
        sure = round(chances[read.said.label], 2)
    return Example(
        text=read.row.text,
        lang=read.row.lang,
        truth=read.truth,
        said=read.said.label or "",
        sure=sure,
    )


def _underrated(read: Read) -> Example:
    """The worst are those that nobody would look at."""
    severity = read.found.severity
    return Example(
        text=read.row.text,
        lang=read.row.lang,
        truth=HIGH,
        said=severity.word,
        sure=1 - severity / 4,
    )
