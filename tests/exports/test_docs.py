"""The analysts' page tells the truth about the columns."""

from __future__ import annotations

from pathlib import Path

from monitor.exports import SCHEMA_VERSION
from monitor.exports.dictionary import markdown_table

PAGE = Path(__file__).parents[2] / "docs" / "analysts" / "csv.md"


def test_the_page_has_the_table_of_columns() -> None:
    table = markdown_table()
    assert table in PAGE.read_text("utf-8"), f"replace the table by:\n{table}"


def test_the_page_names_the_schema_version() -> None:
    assert f"`schema_version` {SCHEMA_VERSION}" in PAGE.read_text("utf-8")
