"""Reads what tables write: cues with choices and gaps, and lists of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monitor.scoring.signals.folding import fold_letters
from monitor.scoring.signals.model import KINDS
from monitor.scoring.signals.table import Table

_LIST = re.compile(r"\{(\w+)\}")
_WEIGHT = re.compile(r"(?:^| )([01]?\.?[0-9]*):")
_SYNTAX = re.compile(r"([(|)])")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_UNREADABLE = re.compile(r"[^\w\s@#'’/~・()|-]|_")
"""What is no letter or number is folded away, and would make a cue too wide."""
_OPEN, _GAP = "~", " .. "


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in all its forms; with a gap, `firsts` are the forms of its first part."""

    kind: str
    weight: float
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]


def cues_of(table: Table) -> Iterator[Cue]:
    """Return every cue of a table, all its choices written out."""
    for kind, lines in table.cues.items():
        if kind not in KINDS:
            raise ValueError(f"words of {table.lang}: no such kind: {kind!r}")
        for weight, cues in _weighed(lines):
            for cue in _split(_with_lists(cues, table.lists)):
                first, gap, last = cue.partition(_GAP)
                firsts = tuple(_forms(first, table)) if gap else ()
                lasts = tuple(_forms(last if gap else first, table))
                yield Cue(kind, weight, firsts, lasts)


def _weighed(lines: str) -> Iterator[tuple[float, str]]:
    """Read `weight: cue, cue, ...`; a line without a weight goes on with the last."""
    parts = _WEIGHT.split(" ".join(lines.split()))
    for weight, cues in zip(parts[1::2], parts[2::2], strict=True):
        yield float(weight), cues


def _with_lists(text: str, lists: Mapping[str, str]) -> str:
    return _LIST.sub(lambda match: f"({lists[match[1]]})", text)


def _split(cues: str) -> Iterator[str]:
    return (cue.strip() for cue in cues.split(",") if cue.strip())


def _forms(part: str, table: Table) -> Iterator[str]:
    if sign := _UNREADABLE.search(part):
        raise ValueError(f"words of {table.lang}: {sign[0]!r} is never found: {part!r}")
    for variant in _spellings(part, table):
        for choice in choices(fold_letters(variant, table.apostrophe)):
            yield _pattern(choice, table)


def _spellings(words: str, table: Table) -> Iterable[str]:
    spellings = [words]
    if table.umlauts:
        spellings.append(words.translate(_UMLAUTS))
    if table.apostrophe == " " and "'" in words:
        spellings.append(words.replace("'", ""))
    return dict.fromkeys(spellings)


def choices(cue: str) -> Iterator[str]:
    """Write out "(a|b) c" as "a c" and "b c"; choices may stand in choices."""
    if cue.count("(") != cue.count(")"):
        raise ValueError(f"a bracket is never found: {cue!r}")
    signs = iter(_SYNTAX.split(cue))
    yield from dict.fromkeys(" ".join(form.split()) for form in _options(signs))


def _options(signs: Iterator[str]) -> list[str]:
    """Return what may stand here, up to the end of these brackets."""
    options: list[str] = []
    forms = [""]
    for sign in signs:
        if sign == "|":
            options += forms
            forms = [""]
        elif sign == ")":
            break
        else:
            ends = _options(signs) if sign == "(" else [sign]
            forms = [form + end for form in forms for end in ends]
    return options + forms


def _pattern(form: str, table: Table) -> str:
    if table.edges == "none":
        return form.replace(" ", "")
    start = "" if form.startswith(_OPEN) else " "
    open_end = form.endswith(_OPEN) or table.edges == "starts"
    return start + form.strip(_OPEN) + ("" if open_end else " ")


def values(text: str, table: Table) -> dict[str, float]:
    """Read "two=2 | minute|minutes=minute" with folded words."""
    found: dict[str, float] = {}
    waiting: list[str] = []
    for entry in text.split("|"):
        words, _, value = entry.partition("=")
        waiting.append(words.strip())
        if value:
            amount = _PARTS.get(value.strip()) or float(value)
            for word in waiting:
                found.update(dict.fromkeys(_folded(word, table), amount))
            waiting = []
    return found


def listed(text: str, table: Table) -> list[str]:
    """Read "days|weeks" with folded words."""
    return [
        folded for word in text.split("|") if word for folded in _folded(word, table)
    ]


def _folded(words: str, table: Table) -> list[str]:
    found = []
    for spelling in _spellings(words, table):
        folded = fold_letters(spelling, table.apostrophe)
        found.append(_pattern(" ".join(folded.split()), table).strip())
    return found


_PARTS = {"minute": 1 / 1440, "hour": 1 / 24}
