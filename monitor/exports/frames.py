"""Mentions as a pandas DataFrame: from the store, or from an exported CSV.

Imported only by who wants it: pandas takes its time to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd

from monitor.core.model import Severity
from monitor.exports.columns import COLUMNS, NAMES, Column, ColumnType, values
from monitor.exports.csv_file import GUARD
from monitor.store.reading import (
    Filters,
    MentionRow,
    Readable,
    find_mentions,
    read_mentions,
)

ROWS_AT_ONCE = 20_000

SEVERITY = pd.CategoricalDtype([severity.word for severity in Severity], ordered=True)

_DTYPES: dict[ColumnType, Any] = {
    ColumnType.TEXT: "str",
    ColumnType.LIST: "str",
    ColumnType.WORD: "category",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.INSTANT: "datetime64[us, UTC]",
}


def dtype(column: Column) -> Any:
    """Return the dtype of a column; severities are in order."""
    return SEVERITY if column.name == "severity" else _DTYPES[column.type]


def frame(store: Readable, *, filters: Filters | None = None) -> pd.DataFrame:
    """Return mentions as a DataFrame; all of it is in memory.

    Texts are unguarded. Unknown numbers, instants and words are missing values,
    unknown texts are empty.
    """
    with store.read() as connection:
        ids = find_mentions(connection, filters or Filters())
        found = read_mentions(connection, ids)
        parts = [table(part) for part in batches(found, ROWS_AT_ONCE)]
    return _typed(pd.concat(parts, ignore_index=True) if parts else table([]))


def read_csv(path: Path | str) -> pd.DataFrame:
    """Read an exported CSV back as `frame` gives it, guards taken away."""
    raw = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    for column in COLUMNS:
        if column.type.is_text:
            raw[column.name] = raw[column.name].str.removeprefix(GUARD)
    return _typed(raw)


def batches(mentions: Iterable[MentionRow], size: int) -> Iterator[list[MentionRow]]:
    """Cut a stream into lists."""
    stream = iter(mentions)
    while batch := list(islice(stream, size)):
        yield batch


def table(mentions: Iterable[MentionRow]) -> pd.DataFrame:
    """Return a few mentions as objects, not yet typed."""
    return pd.DataFrame(map(values, mentions), columns=list(NAMES), dtype=object)


def _typed(raw: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({column.name: _series(raw, column) for column in COLUMNS})


def _series(raw: pd.DataFrame, column: Column) -> pd.Series[Any]:
    series = raw[column.name]
    if column.type in (ColumnType.TEXT, ColumnType.LIST):
        return series.fillna("").astype("str")
    known = series.astype(object).where(series.notna() & (series != ""), None)
    if column.type is ColumnType.INSTANT:
        return pd.to_datetime(known, utc=True, format="ISO8601").astype(dtype(column))
    if column.type is ColumnType.WORD:
        return known.astype(dtype(column))
    return pd.to_numeric(known).astype(dtype(column))
