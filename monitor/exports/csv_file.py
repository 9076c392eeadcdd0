"""Mentions as CSV: RFC 4180, every field quoted, UTF-8 with a byte order mark.

A spreadsheet runs a cell that begins like a formula. Texts of strangers are
therefore guarded with an apostrophe in front. A text that begins with an
apostrophe gets one too, so that taking one away always gives the text back.
"""

from __future__ import annotations

import csv
import io
import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, BinaryIO

from monitor.exports.columns import COLUMNS, NAMES, ColumnType
from monitor.exports.rows import Value, clean
from monitor.store.reading import MentionRow

BOM = "\ufeff"
GUARD = "'"
PLAIN_START = frozenset(string.ascii_letters + string.digits)
STARTS_A_FORMULA = frozenset("=+-@\t\r\n\u2212" + GUARD)
ROWS_AT_ONCE = 500

# Drawn as nothing, although Unicode calls them letters, marks or symbols.
_BLANK = re.compile(
    "[\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could run."""
    # Nearly every text begins with a plain letter; decide those at once.
    if text[:1] in PLAIN_START:
        return text
    return GUARD + text if _dangerous(text) else text


def unguard(cell: str) -> str:
    """Return the text that `guard` was given."""
    return cell.removeprefix(GUARD)


def _dangerous(text: str) -> bool:
    for letter in text:
        if _starts_a_formula(letter):
            return True
        if not _invisible(letter):
            return False
    return False


def _starts_a_formula(letter: str) -> bool:
    # NFKC turns full-width, small and raised forms into the plain sign.
    return letter in STARTS_A_FORMULA or (
        unicodedata.normalize("NFKC", letter)[:1] in STARTS_A_FORMULA - {GUARD}
    )


def _invisible(letter: str) -> bool:
    return (
        letter.isspace()
        or unicodedata.category(letter)[0] in "CZ"
        or _BLANK.match(letter) is not None
    )


def instant(at: datetime) -> str:
    """Return an instant as `2026-11-22T09:30:00Z`, whole seconds in UTC."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def text_cell(value: Value) -> str:
    """Return the cell of a text column."""
    return guard(clean(str(value))) if value else ""


def number_cell(value: Value) -> str:
    """Return the cell of a number column: never guarded."""
    return "" if value is None else repr(value)


def instant_cell(value: Value) -> str:
    """Return the cell of a column of instants."""
    return instant(value) if isinstance(value, datetime) else ""


_CELLS: dict[ColumnType, Callable[[Value], str]] = {
    ColumnType.INTEGER: number_cell,
    ColumnType.NUMBER: number_cell,
    ColumnType.INSTANT: instant_cell,
    # Few different values: each is looked at once.
    ColumnType.WORD: lru_cache(maxsize=1_000)(text_cell),
}
_PLAN = tuple((column.take, _CELLS.get(column.type, text_cell)) for column in COLUMNS)


def cells(row: MentionRow) -> list[str]:
    """Return one mention's cells."""
    return [cell(take(row)) for take, cell in _PLAN]


def write_csv(mentions: Iterable[MentionRow], file: BinaryIO) -> Iterator[int]:
    """Write header and mentions; yield how many are written, again and again."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    buffer.write(BOM)
    writer.writerow(NAMES)
    done = 0
    for row in mentions:
        writer.writerow(cells(row))
        done += 1
        if done % ROWS_AT_ONCE == 0:
            _empty(buffer, file)
            yield done
    _empty(buffer, file)
    yield done


def _empty(buffer: io.StringIO, file: BinaryIO) -> None:
    file.write(buffer.getvalue().encode("utf-8"))
    buffer.seek(0)
    buffer.truncate()


def write_options() -> dict[str, Any]:
    """Return what a reader has to know, for the side-car."""
    return {
        "encoding": "utf-8-sig",
        "delimiter": ",",
        "quoting": "every field",
        "line_end": "CRLF",
        "guard": "a text that begins like a formula, or with an apostrophe, has "
        "one apostrophe in front: take one away",
        "empty": "a value that is not known",
    }
