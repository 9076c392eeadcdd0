"""Numbers about the kinds of texts that are read badly, ours and VADER's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from benchmarks.reading.metrics import Pair, found, macro_f1, mean
from benchmarks.reading.readers import Said
from benchmarks.reading.sets import NEG, NEU, POS, SCHEMES, LabelledSet

_DENSE = ("ko", "zh", "ja")
"""A character of these languages says about as much as three Latin letters."""
_SHORT, _LONG = 40, 240
SHORT, LONG = 0, 2
_MIDDLING = ("zh.amazon", "ja.amazon", "fr.allocine", "ja.hotel_jrte")
"""Reviews of which the neutral ones have stars in the middle, or weigh two things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One number about a kind of text."""

    what: str
    count: int
    stack: float | None
    vader: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """A set with what the stack and VADER said of it."""

    which: LabelledSet
    stack: Sequence[Said]
    vader: Sequence[Said]

    def of_length(self, length: int) -> Told:
        """Return its short or its long texts."""
        lang = self.which.lang
        return self.cut([size(row.text, lang) == length for row in self.which.rows])

    def cut(self, keep: Sequence[bool]) -> Told:
        """Return some of its texts."""
        which = replace(self.which, rows=list(compress(self.which.rows, keep)))
        stack, vader = (list(compress(s, keep)) for s in (self.stack, self.vader))
        return Told(which, stack, vader)

    def pairs(self, said: Sequence[Said]) -> list[Pair]:
        """Return truths and answers by the scheme of the set."""
        forced = self.which.scheme == "2c"
        return [
            (row.label, each.side if forced else each.label)
            for row, each in zip(self.which.rows, said, strict=True)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ironic:
    """A tweet: whether it was meant ironically, and what was said of it."""

    meant: bool
    stack: Said
    vader: Said
    flagged: bool


def size(text: str, lang: str) -> int:
    """Return SHORT, LONG, or what lies between."""
    length = len(text) * (3 if lang in _DENSE else 1)
    return (length > _SHORT) + (length >= _LONG)


def of_irony(rows: Sequence[Ironic]) -> list[Measured]:
    """Measure what becomes of irony."""
    meant = [row for row in rows if row.meant]
    plain = [row for row in rows if not row.meant]
    told = "ironic tweets (iSarcasm) called"
    called = [
        Measured(
            what=f"{told} {word}",
            count=len(meant),
            stack=mean(row.stack.label == label for row in meant),
            vader=mean(row.vader.label == label for row in meant),
        )
        for word, label in (("positive", POS), ("negative", NEG))
    ]
    flags = [
        Measured(
            what=f"{what} flagged as irony",
            count=len(some),
            stack=mean(row.flagged for row in some),
            vader=None,
        )
        for what, some in (("ironic tweets", meant), ("other tweets there", plain))
    ]
    return [*called, *flags]


def of_hindi(sets: Sequence[Told]) -> list[Measured]:
    """Measure romanised Hindi."""
    chosen = [each for each in sets if each.which.name == "hi.umsab"]
    return [
        _f1("macro-F1, hi.umsab", chosen, "3c"),
        _over("the same, left unreadable", chosen, _unreadable),
    ]


def of_neutral(sets: Sequence[Told]) -> list[Measured]:
    """Measure what becomes of neutral texts."""
    chosen = [each for each in sets if each.which.scheme == "3c"]
    return [
        _recall("neutral posts called so, all sets of three labels", chosen),
        _over("right of what is called neutral there", chosen, _precision),
    ]


def of_mixed(sets: Sequence[Told]) -> list[Measured]:
    """Measure reviews in the middle."""
    chosen = [each for each in sets if each.which.name in _MIDDLING]
    names = ", ".join(each.which.name for each in chosen)
    return [
        _recall(f"reviews in the middle called neutral ({names})", chosen),
        _over("right of what is called neutral there", chosen, _precision),
    ]


def of_length(sets: Sequence[Told], length: int) -> list[Measured]:
    """Measure short or long texts, each scheme apart."""
    lines = []
    for scheme, told in (("3c", "sets of three labels"), ("2c", "sets of two labels")):
        cut = [each.of_length(length) for each in sets if each.which.scheme == scheme]
        lines.append(_f1(f"macro-F1, {told}", cut, scheme))
    return lines


def _f1(what: str, sets: Sequence[Told], scheme: str) -> Measured:
    return _over(what, sets, lambda pairs: macro_f1(pairs, SCHEMES[scheme]))


def _over(
    what: str, sets: Iterable[Told], measure: Callable[[list[Pair]], float | None]
) -> Measured:
    """Measure all texts of some sets together."""
    stack: list[Pair] = []
    vader: list[Pair] = []
    for each in sets:
        stack += each.pairs(each.stack)
        vader += each.pairs(each.vader)
    return Measured(
        what=what,
        count=len(stack),
        stack=measure(stack) if stack else None,
        vader=measure(vader) if vader else None,
    )


def _recall(what: str, sets: Sequence[Told]) -> Measured:
    """Measure how many of the neutral texts are called so."""
    neutral = [each.cut([row.label == NEU for row in each.which.rows]) for each in sets]
    return _over(what, neutral, lambda pairs: found(pairs, NEU).recall)


def _precision(pairs: list[Pair]) -> float | None:
    return found(pairs, NEU).precision


def _unreadable(pairs: list[Pair]) -> float | None:
    return mean(said is None for _, said in pairs)
