"""Mentions as an Excel workbook. No text can become a formula or a link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, TypeAlias

from monitor.core.errors import MonitorError
from monitor.exports.columns import COLUMNS, NAMES, ColumnType, values
from monitor.exports.csv_file import instant
from monitor.store.reading import MentionRow

MOST_ROWS = 1_048_576 - 1
"""Mentions that fit: Excel's rows without the header."""
MOST_LETTERS = 32_767
"""What a cell holds, counted as Excel counts: in UTF-16."""
FIRST_YEAR = 1900
ROWS_AT_ONCE = 500
CUT = "…"

CellWriter: TypeAlias = Callable[[Any, tuple[int, int], Any], None]
"""Writes into a sheet, at (row, column), a value."""

_WIDTHS = {
    ColumnType.TEXT: 24,
    ColumnType.WORD: 12,
    ColumnType.LIST: 24,
    ColumnType.INTEGER: 11,
    ColumnType.NUMBER: 9,
    ColumnType.INSTANT: 19,
}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(
    mentions: Iterable[MentionRow], file: BinaryIO, *, created: datetime
) -> Iterator[int]:
    """Write a workbook; yield how many mentions are written, again and again."""
    library = _xlsxwriter()
    # It keeps the sheet in a file until the end; ours is removed whatever happens.
    with TemporaryDirectory(prefix="overheard-") as folder:
        workbook = library.Workbook(file, {**_OPTIONS, "tmpdir": folder})
        workbook.set_properties({"created": _naive(created)})
        sheet = workbook.add_worksheet("Mentions")
        _head(workbook, sheet)
        try:
            yield from _fill(sheet, _writers(workbook), mentions)
            workbook.close()
        finally:
            # Closed by the library only when all went well.
            sheet.row_data_fh.close()


def _fill(
    sheet: Any, writers: Sequence[CellWriter], mentions: Iterable[MentionRow]
) -> Iterator[int]:
    done = 0
    for row in mentions:
        done += 1
        if done > MOST_ROWS:
            raise too_many(done)
        for place, (write, value) in enumerate(zip(writers, values(row), strict=True)):
            if value not in (None, ""):
                write(sheet, (done, place), value)
        if done % ROWS_AT_ONCE == 0:
            yield done
    yield done


def too_many(rows: int) -> MonitorError:
    """Return the error for more mentions than a sheet has rows."""
    return MonitorError(
        f"export: {rows:,} mentions or more do not fit into an Excel sheet "
        f"({MOST_ROWS:,} rows); choose fewer with filters, or export as csv or parquet"
    )


def shorten(text: str) -> str:
    """Cut a text to what a cell holds."""
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * MOST_LETTERS:
        return text
    return raw[: 2 * (MOST_LETTERS - 1)].decode("utf-16-le", "ignore") + CUT


def _head(workbook: Any, sheet: Any) -> None:
    bold = workbook.add_format({"bold": True})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS[column.type])
        sheet.write_string(0, place, column.name, bold)
    sheet.freeze_panes(1, 0)
    # The filter covers the whole columns: how many rows come is not known yet.
    sheet.autofilter(0, 0, MOST_ROWS, len(NAMES) - 1)


def _writers(workbook: Any) -> list[CellWriter]:
    date = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def instants(sheet: Any, at: tuple[int, int], value: datetime) -> None:
        if value.year < FIRST_YEAR:
            sheet.write_string(*at, instant(value))
        else:
            sheet.write_datetime(*at, _naive(value), date)

    by_type: dict[ColumnType, CellWriter] = {
        ColumnType.INTEGER: _number,
        ColumnType.NUMBER: _number,
        ColumnType.INSTANT: instants,
    }
    return [by_type.get(column.type, _text) for column in COLUMNS]


def _text(sheet: Any, at: tuple[int, int], value: str) -> None:
    sheet.write_string(*at, shorten(value))


def _number(sheet: Any, at: tuple[int, int], value: float) -> None:
    sheet.write_number(*at, value)


def _naive(at: datetime) -> datetime:
    # Excel knows no time zones; the dictionary says that this is UTC.
    return at.astimezone(UTC).replace(tzinfo=None)


def _xlsxwriter() -> Any:
    try:
        import xlsxwriter
    except ImportError as error:
        raise MonitorError(
            "export: 'xlsx' needs XlsxWriter, which is not installed; "
            "run: pip install 'overheard[export]', or export as csv"
        ) from error
    return xlsxwriter
