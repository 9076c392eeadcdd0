"""How numbers and texts stand in a table."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from benchmarks.reading.metrics import Found
from benchmarks.reading.sets import NEG, NEU, POS

NOTHING = "–"
WORDS = {NEG: "negative", NEU: "neutral", POS: "positive", "": "unreadable"}
_LONGEST_TEXT = 150
_SIGNS = str.maketrans({"|": "&#124;", "[": "&#91;", "`": "&#96;", "*": "&#42;"})


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown, "" if it has no rows. Numbers stand at the right."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return ""
    rule = "|".join(["---", *["--:"] * (len(head) - 1)])
    return "\n".join([f"| {' | '.join(head)} |", f"|{rule}|", *lines]) + "\n"


def ratio(value: float | None, digits: int = 3) -> str:
    """Write .612, or 1.000."""
    if value is None:
        return NOTHING
    told = f"{value:.{digits}f}"
    return told.removeprefix("0") if value >= 0 else told


def bold(value: float | None) -> str:
    return NOTHING if value is None else f"**{ratio(value)}**"


def percent(value: float | None) -> str:
    if value is None:
        return NOTHING
    return f"{value:.1%}" if 0 < value < 0.1 else f"{value:.0%}"


def both(found: Found) -> str:
    """Write precision / recall."""
    return f"{ratio(found.precision, 2)} / {ratio(found.recall, 2)}"


def whole(value: float | None) -> str:
    return NOTHING if value is None else f"{value:,.0f}"


def megabytes(size: float) -> str:
    return f"{size / 1_000_000:,.0f} MB"


def text_cell(text: str) -> str:
    """Write a text as it stands, long ones at their beginning, on one line."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_TEXT:
        line = line[:_LONGEST_TEXT].rstrip() + "…"
    return html.escape(line, quote=False).translate(_SIGNS)
