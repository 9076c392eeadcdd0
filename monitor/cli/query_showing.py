"""How a place in a query, and a piece of a post, are shown in a terminal or a pipe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

import typer

WIDEST = 100
"""Characters of a query that are shown in one line."""
_BEFORE = 40
_TOKEN = re.compile(r'"[^"]*"?|[^\s()（）"]+:"[^"]*"?|[^\s()（）]+|.')


def width(text: str) -> int:
    """Return how many columns a text takes; Han, Kana and Hangul take two."""
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def pointed(query: str, position: int) -> Iterator[str]:
    """Yield what points at the term at a position, to stand below the query.

    Of a long query what is around it is shown again.
    """
    begin = 0 if len(query) <= WIDEST else max(0, position - _BEFORE)
    found = _TOKEN.match(query, position)
    term = (found[0] if found else " ")[: begin + WIDEST - position]
    lead = "…" if begin else ""
    if len(query) > WIDEST:
        tail = "…" if begin + WIDEST < len(query) else ""
        yield f"{lead}{query[begin : begin + WIDEST]}{tail}"
    spaces = " " * width(lead + query[begin:position])
    yield f"{spaces}{'^' * max(1, width(term))}"


def marked(parts: Sequence[tuple[str, bool]], *, colored: bool) -> str:
    """Return an excerpt with what was found marked: bold, or in brackets in a pipe."""
    shown = (
        text if not found else typer.style(text, bold=True) if colored else f"[{text}]"
        for text, found in parts
    )
    return "".join(shown)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield lines with the first column to the left, numbers to the right."""
    sizes = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first = row[0] + " " * (sizes[0] - width(row[0]))
        rest = (cell.rjust(size) for cell, size in zip(row[1:], sizes[1:], strict=True))
        yield "  ".join([first, *rest]).rstrip()
