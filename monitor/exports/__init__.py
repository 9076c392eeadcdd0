"""Mentions for analysts: CSV, JSONL, Parquet and Excel files, and DataFrames.

`frame` and `read_csv`, which need pandas, are in `monitor.exports.frames`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from monitor.core.errors import MonitorError
from monitor.exports.columns import COLUMNS, SCHEMA_VERSION
from monitor.exports.csv_file import write_csv
from monitor.exports.dictionary import Written, sidecar, sidecar_path
from monitor.exports.jsonl_file import write_jsonl
from monitor.exports.parquet_file import write_parquet
from monitor.exports.stdout import to_stdout
from monitor.exports.target import refuse_bad_target, whole_file
from monitor.exports.xlsx_file import MOST_ROWS, too_many, write_xlsx
from monitor.store.reading import (
    Filters,
    MentionRow,
    Readable,
    find_mentions,
    read_mentions,
)

__all__ = [
    "COLUMNS",
    "FORMATS",
    "SCHEMA_VERSION",
    "Exported",
    "Filters",
    "export",
]

Format: TypeAlias = Literal["csv", "jsonl", "parquet", "xlsx"]
Progress: TypeAlias = Callable[[int, int | None], None]
Writer: TypeAlias = Callable[[Iterable[MentionRow], BinaryIO], Iterator[int]]

FORMATS: tuple[str, ...] = ("csv", "jsonl", "parquet", "xlsx")
STREAMABLE = frozenset({"csv", "jsonl"})
STDOUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written; `path` and `sidecar` are None for standard output."""

    rows: int
    path: Path | None
    sidecar: Path | None = None


def export(  # noqa: PLR0913  # each is a separate wish of the analyst
    store: Readable,
    target: Path | str,
    *,
    format: Format = "csv",  # noqa: A002  # the word everybody looks for
    filters: Filters | None = None,
    progress: Progress | None = None,
    overwrite: bool = False,
) -> Exported:
    """Write mentions to a file, or to standard output (`-`: CSV or JSONL).

    The file appears when it is complete, with mode 0600 and a side-car
    `<name>.meta.json` beside it; a failed or killed export leaves nothing.
    `progress` hears how many mentions are written, and of how many.
    """
    if format not in FORMATS:
        raise MonitorError(
            f"export: unknown format {format!r}; known: {', '.join(FORMATS)}"
        )
    job = _Job(store, format, filters or Filters(), progress)
    if str(target) == STDOUT:
        return _stream(job)
    return _save(job, Path(target), overwrite=overwrite)


@dataclass(frozen=True, slots=True)
class _Job:
    store: Readable
    format: str
    filters: Filters
    progress: Progress | None

    @property
    def writer(self) -> Writer:
        writers: dict[str, Writer] = {
            "csv": write_csv,
            "jsonl": write_jsonl,
            "parquet": write_parquet,
            "xlsx": partial(write_xlsx, created=self.store.clock.now()),
        }
        return writers[self.format]

    def run(self, file: BinaryIO) -> Iterator[int]:
        """Write; yield how many are written."""
        with self.store.read() as connection:
            ids = find_mentions(connection, self.filters)
            if self.format == "xlsx" and len(ids) > MOST_ROWS:
                raise too_many(len(ids))
            for done in self.writer(read_mentions(connection, ids), file):
                if self.progress is not None:
                    self.progress(done, len(ids))
                yield done


def _stream(job: _Job) -> Exported:
    if job.format not in STREAMABLE:
        raise MonitorError(
            f"export: {job.format!r} cannot go to standard output; name a file, "
            "or export as csv or jsonl"
        )
    return Exported(rows=to_stdout(job.run), path=None)


def _save(job: _Job, path: Path, *, overwrite: bool) -> Exported:
    beside = sidecar_path(path)
    refuse_bad_target(beside, overwrite=overwrite)
    rows = 0
    with whole_file(path, overwrite=overwrite) as draft:
        for rows in job.run(draft.file):  # noqa: B007  # the last one counts
            pass
        written = Written(
            name=path.name,
            format=job.format,
            rows=rows,
            sha256=draft.sha256(),
            exported_at=job.store.clock.now(),
            filters=job.filters,
        )
        # A side-car never stands beside data that it does not describe.
        beside.unlink(missing_ok=True)
    with whole_file(beside, overwrite=overwrite) as draft:
        draft.file.write(sidecar(written))
    return Exported(rows=rows, path=path, sidecar=beside)
