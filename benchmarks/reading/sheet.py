"""The score sheet as a page of Markdown."""

from __future__ import annotations

import re

from benchmarks.reading import tables, tables_own, words
from benchmarks.reading.cells import megabytes, whole
from benchmarks.reading.costs import Million
from benchmarks.reading.results import Sheet

_FULLNESS = re.compile(r"^<!-- (\d+) sets, (\d+) texts -->$", re.MULTILINE)
_LINES = re.compile(
    r"^<!-- lines -->\n(.*?)^<!-- /lines -->$", re.MULTILINE | re.DOTALL
)


def page(sheet: Sheet, before: str = "") -> str:
    """Return the page.

    `before` is the page as it was: a million lines that were not measured again are
    told as they were, with their date.
    """
    sets, texts = sheet.fullness
    parts = [
        "# How well it understands\n",
        f"<!-- {sets} sets, {texts} texts -->\n",
        words.INTRODUCTION.format(
            date=sheet.of.date,
            machine=sheet.of.machine,
            python=sheet.of.python,
            weights=sheet.of.weights,
            what=_what(sheet),
        ),
        words.SETS.format(
            own=whole(sheet.own.count), languages=len(sheet.own_languages)
        ),
        words.HOW,
        words.ABOUT.read_text(encoding="utf-8"),
        *_of_sets(sheet),
        *_of_own(sheet),
        *_of_mistakes(sheet),
        *_of_costs(sheet, before),
    ]
    return "\n".join(part for part in parts if part)


def fullness(before: str) -> tuple[int, int]:
    """Return how many sets and texts a page is of."""
    found = _FULLNESS.search(before)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _what(sheet: Sheet) -> str:
    sets, texts = sheet.fullness
    if not sets:
        return words.ONLY_OWN
    told = f"{texts:,} texts of {sets} sets, and {sheet.own.count:,} of our own."
    if sheet.of.sample:
        told += f" **A sample: {sheet.of.sample:,} texts a set at most.**"
    return told


def _of_sets(sheet: Sheet) -> list[str]:
    if not sheet.sets:
        return []
    return [
        *_section("## In short\n", words.GROUPS, table=tables.groups(sheet)),
        "## Every set\n",
        tables.every_set(sheet),
        *_section("## Complaint or not\n", table=tables.complaints(sheet)),
        "## Each part alone\n",
        words.PARTS,
        tables.parts(sheet),
        "## Whether the chance is true\n",
        words.CALIBRATION,
        tables.calibration(sheet),
    ]


def _of_own(sheet: Sheet) -> list[str]:
    return [
        "## Our own texts\n",
        tables_own.feelings(sheet),
        "How true the chance is, as above:\n",
        tables_own.own_calibration(sheet),
        "### Complaints and severity\n",
        words.TROUBLES,
        tables_own.troubles(sheet),
        "### What they are about\n",
        "All languages together:\n",
        tables_own.main_kinds(sheet),
        "Flags, which a person must know whatever the label:\n",
        tables_own.flags(sheet),
        *_section("The others:\n", table=tables_own.other_kinds(sheet)),
        "## Which language it is\n",
        words.LANGUAGES,
        tables_own.languages(sheet),
    ]


def _of_mistakes(sheet: Sheet) -> list[str]:
    return [
        "## What it is bad at\n",
        *_section("The sets that it reads worst:\n", table=tables.worst(sheet)),
        *_section(
            "Where one part alone reads better than all together:\n",
            table=tables.better_alone(sheet),
        ),
        *[f"### {kind.title}\n\n{tables_own.weak(kind)}" for kind in sheet.kinds],
    ]


def _of_costs(sheet: Sheet, before: str) -> list[str]:
    fresh = sheet.fresh
    told = words.FRESH.format(
        first=fresh.first_score,
        cpu=fresh.first_score_cpu,
        after_first=megabytes(fresh.after_first),
        many=fresh.many,
        after_many=megabytes(fresh.after_many),
    )
    speed = _section(words.SPEED, table=tables.speed(sheet))
    return ["## What it costs\n", told, *speed, _lines(sheet, before)]


def _section(*told: str, table: str) -> list[str]:
    """Return words and their table; nothing if the table is empty."""
    return [*told, table] if table else []


def _lines(sheet: Sheet, before: str) -> str:
    if sheet.million is not None:
        told = _of_lines(sheet.million, sheet)
    elif kept := _LINES.search(before):
        told = kept[1]
    else:
        return ""
    return f"<!-- lines -->\n{told}<!-- /lines -->\n"


def _of_lines(million: Million, sheet: Sheet) -> str:
    return words.LINES.format(
        lines=million.lines,
        date=sheet.of.date,
        weights=sheet.of.weights,
        seconds=million.seconds,
        rate=million.lines / million.seconds,
        early=megabytes(million.early),
        peak=megabytes(million.peak),
    )
