"""Mentions as Parquet: typed, compressed with zstd, written in row groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from monitor.core.errors import MonitorError
from monitor.exports.columns import COLUMNS, SCHEMA_VERSION, ColumnType, values
from monitor.exports.rows import Value
from monitor.store.reading import MentionRow

ROWS_AT_ONCE = 20_000


def write_parquet(mentions: Iterable[MentionRow], file: BinaryIO) -> Iterator[int]:
    """Write mentions; yield how many are written, again and again."""
    pa, parquet = _pyarrow()
    schema = _schema(pa)
    done = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        batch: list[list[Value]] = []
        for row in mentions:
            batch.append(values(row))
            if len(batch) == ROWS_AT_ONCE:
                done += _write(pa, writer, batch)
                batch = []
                yield done
        done += _write(pa, writer, batch)
    yield done


def _write(pa: Any, writer: Any, batch: list[list[Value]]) -> int:
    columns = zip(*batch, strict=True) if batch else [()] * len(COLUMNS)
    arrays = [
        pa.array(column, type=field.type)
        for column, field in zip(columns, writer.schema, strict=True)
    ]
    writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=writer.schema))
    return len(batch)


def _schema(pa: Any) -> Any:
    types = {
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.INSTANT: pa.timestamp("us", tz="UTC"),
    }
    fields = [
        pa.field(
            column.name,
            types.get(column.type, pa.string()),
            metadata={"about": column.about},
        )
        for column in COLUMNS
    ]
    return pa.schema(fields, metadata={"schema_version": str(SCHEMA_VERSION)})


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise MonitorError(
            "export: 'parquet' needs pyarrow, which is not installed; "
            "run: pip install 'overheard[export]', or export as csv"
        ) from error
    return pa, parquet
