"""How long somebody waited, and how often they asked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.scoring.signals.table import Table
from monitor.scoring.signals.writing import listed, values

WAITS, CONTACTS = "waits", "contacts"
"""Marks: there may be one in this text."""

_DIGITS = r"[0-9]{1,6}(?:[.,][0-9]{1,2})?"
_MOST_DAYS, _MOST_DAYS_UNSURE = 3660.0, 400.0
_MOST_CONTACTS = 200
_BARE = 2.0
"""What "weeks" without a number counts as."""
_SHORT = 3
"""A unit of so few letters is in many words ("h"); it has to stand alone."""
_MOST_COUNTS = 100
"""Matches of one kind that are looked at."""
_BEFORE = 60
"""Characters looked at before a number."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number found in a folded text."""

    start: int
    end: int
    value: float
    sure: bool = True


class Counter:
    """Reads the counts of one language."""

    def __init__(self, table: Table) -> None:
        counts = table.counts
        self._spaced = table.edges != "none"
        self._numbers = values(counts.numbers, table)
        self._units = values(counts.units, table)
        self._fixed = values(counts.fixed, table)
        self._ordinals = values(counts.ordinals, table)
        self._times = values(counts.times, table)
        self._waits = self._wait_pattern(listed(counts.bare, table))
        self._fixed_waits = self._whole(_any(self._fixed)) if self._fixed else None
        self._sure = self._around(counts.wait_before, counts.wait_behind)
        self._if_trouble = self._around(
            counts.if_trouble_before, counts.if_trouble_behind
        )
        self._never = self._around(counts.no_wait_before, counts.no_wait_behind)
        self._contacts = self._contact_pattern(counts.contacts)

    def marks(self, table: Table) -> Iterator[tuple[str, str]]:
        """Yield the words without which there is nothing to count."""
        for word in (*self._units, *self._fixed):
            if not self._spaced or len(word) > _SHORT:
                yield WAITS, word
                continue
            yield WAITS, f" {word} "
            yield from ((WAITS, f"{digit}{word} ") for digit in range(10))
        for word in table.counts.contact_words.split():
            folded = listed(word, table)[0]
            yield CONTACTS, f" {folded}" if self._spaced else folded

    def _number(self) -> str:
        words = _any(self._numbers)
        space = "" if not self._spaced else "(?= )"
        return f"(?:{_DIGITS}|(?:{words}){space})" if words else _DIGITS

    def _wait_pattern(self, bare: list[str]) -> re.Pattern[str] | None:
        if not self._units:
            return None
        counted = rf"(?P<n>{self._number()}) ?(?P<unit>{_any(self._units)})"
        alone = rf"|(?P<bare>{_any(bare)})" if bare else ""
        return self._whole(f"{counted}{alone}")

    def _contact_pattern(self, patterns: tuple[str, ...]) -> re.Pattern[str] | None:
        if not patterns:
            return None
        ways = {
            "{n}": f"(?P<n@>{self._number()})",
            "{nth}": f"(?P<o@>{_any(self._ordinals) or '(?!)'})",
            "{times}": f"(?P<t@>{_any(self._times) or '(?!)'})",
        }
        written = []
        for place, pattern in enumerate(patterns):
            for name, way in ways.items():
                pattern = pattern.replace(name, way.replace("@", str(place)))  # noqa: PLW2901
            written.append(pattern)
        return self._whole("|".join(written))

    def _whole(self, pattern: str) -> re.Pattern[str]:
        if not self._spaced:
            return re.compile(pattern)
        return re.compile(rf"(?<= )(?:{pattern})(?= )")

    def _around(self, before: str, behind: str) -> _Around:
        edge = " " if self._spaced else ""
        return _Around(
            before=re.compile(f"{edge}(?:{before}) ?$") if before else None,
            behind=re.compile(f" ?(?:{behind}){edge}") if behind else None,
        )

    def waits(self, text: str) -> list[Count]:
        """Return what may be waits, `sure` where nothing else has to speak for it."""
        found = []
        for match in _first(self._waits, text):
            if self._never.stands(text, match.span()):
                continue
            sure = self._sure.stands(text, match.span())
            if not sure and not self._if_trouble.stands(text, match.span()):
                continue
            days = self._days(match)
            if days <= (_MOST_DAYS if sure else _MOST_DAYS_UNSURE):
                found.append(Count(match.start(), match.end(), days, sure))
        for match in _first(self._fixed_waits, text):
            days = self._fixed[match[0]]
            found.append(Count(match.start(), match.end(), days, sure=False))
        return found

    def _days(self, match: re.Match[str]) -> float:
        if match["n"] is None:
            return _BARE * self._units[match["bare"]]
        return self._value(match["n"]) * self._units[match["unit"]]

    def _value(self, number: str) -> float:
        known = self._numbers.get(number)
        return float(number.replace(",", ".")) if known is None else known

    def contacts(self, text: str) -> list[Count]:
        """Return how often the writer says to have asked."""
        found = []
        for match in _first(self._contacts, text):
            group = match.lastgroup or ""
            said = match[group]
            by_kind = {"o": self._ordinals, "t": self._times}.get(group[0])
            value = by_kind[said] if by_kind else self._value(said)
            if 1 <= value <= _MOST_CONTACTS:
                found.append(Count(match.start(), match.end(), value))
        return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What may stand next to a count."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def stands(self, text: str, span: tuple[int, int]) -> bool:
        start, end = span
        if self.before and self.before.search(text, max(0, start - _BEFORE), start):
            return True
        return bool(self.behind and self.behind.match(text, end))


def _first(pattern: re.Pattern[str] | None, text: str) -> Iterator[re.Match[str]]:
    """Yield what is found; who counts on and on is not heard to the end."""
    return itertools.islice(pattern.finditer(text) if pattern else (), _MOST_COUNTS)


def _any(words: dict[str, float] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
