"""What goes with an export: the side-car, and the table of columns in the docs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from monitor.exports.columns import COLUMNS, SCHEMA_VERSION, ColumnType
from monitor.exports.csv_file import instant, write_options
from monitor.store.reading import Filters

SUFFIX = ".meta.json"

TYPES: dict[ColumnType, str] = {
    ColumnType.TEXT: "text",
    ColumnType.WORD: "one of a few words",
    ColumnType.LIST: "texts separated by `;`",
    ColumnType.INTEGER: "whole number",
    ColumnType.NUMBER: "number",
    ColumnType.INSTANT: "ISO 8601 instant in UTC, ends with Z",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is known of a file once it is written."""

    name: str
    format: str
    rows: int
    sha256: str
    exported_at: datetime
    filters: Filters


def sidecar_path(path: Path) -> Path:
    """Return where the side-car of an export is: `mentions.csv.meta.json`."""
    return path.with_name(path.name + SUFFIX)


def sidecar(written: Written) -> bytes:
    """Return the side-car: what the file is, and what its columns mean."""
    found: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "file": written.name,
        "format": written.format,
        "rows": written.rows,
        "sha256": written.sha256,
        "exported_at": instant(written.exported_at),
        "filters": describe(written.filters),
        "columns": [
            {"name": column.name, "type": column.type, "description": column.about}
            for column in COLUMNS
        ],
        "types": {str(kind): words for kind, words in TYPES.items()},
    }
    if written.format == "csv":
        found["csv"] = write_options()
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def describe(filters: Filters) -> dict[str, Any]:
    """Return filters as plain JSON; null and empty lists filter nothing."""
    lowest = filters.min_severity
    return {
        "brands": list(filters.brands),
        "sources": list(filters.sources),
        "since": filters.since and instant(filters.since),
        "until": filters.until and instant(filters.until),
        "labels": [str(label) for label in filters.labels],
        "min_severity": None if lowest is None else lowest.word,
        "languages": list(filters.languages),
    }


def markdown_table() -> str:
    """Return the table of columns for the documentation."""
    lines = ["| # | column | type | what it is |", "|---|---|---|---|"]
    lines += [
        f"| {number} | `{column.name}` | {TYPES[column.type]} | {_cell(column.about)} |"
        for number, column in enumerate(COLUMNS, start=1)
    ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
