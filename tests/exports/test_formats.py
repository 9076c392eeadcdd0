"""Parquet, Excel, JSONL and DataFrames hold the same mentions as the CSV."""

from __future__ import annotations

import builtins
import json
import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from monitor.core.errors import MonitorError
from monitor.exports import Filters, export, xlsx_file
from monitor.exports.columns import NAMES
from monitor.exports.frames import frame, read_csv
from monitor.exports.xlsx_file import MOST_LETTERS, MOST_ROWS, shorten
from tests.exports.shelf import Shelf
from tests.fakes.clock import NOON

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EXCEL_DAY_0 = datetime(1899, 12, 30, tzinfo=UTC)


def fill(shelf: Shelf) -> None:
    author = shelf.author(
        handle="kim", name="김민수", url="https://x.example/kim", followers=1234
    )
    post = shelf.post(
        "=1+1 환불 退款 😀",
        title="'quoted",
        author_id=author,
        external_id="1590000000000000001",
        rating=2.5,
        rating_scale=10.0,
        metrics={"likes": 3},
        edited_at=NOON,
    )
    shelf.mention(
        post,
        label="negative",
        lang="ko",
        score=-0.5,
        severity=4,
        intents=["refund", "answer"],
    )
    shelf.mention(shelf.post("plain"), label=None)


def test_a_frame_has_the_right_types(shelf: Shelf) -> None:
    fill(shelf)

    found = frame(shelf.store)

    assert tuple(found.columns) == NAMES
    kinds = {name: str(kind) for name, kind in found.dtypes.items()}
    assert (kinds["mention_id"], kinds["likes"]) == ("Int64", "Int64")
    assert (kinds["score"], kinds["rating"]) == ("Float64", "Float64")
    assert kinds["published_at"] == kinds["edited_at"] == "datetime64[us, UTC]"
    assert (kinds["text"], kinds["why"]) == ("str", "str")
    assert (kinds["brand"], kinds["label"]) == ("category", "category")


def test_a_frame_holds_the_texts_as_they_were_written(shelf: Shelf) -> None:
    fill(shelf)

    bad, plain = frame(shelf.store).to_dict("records")

    assert (bad["text"], bad["title"]) == ("=1+1 환불 退款 😀", "'quoted")
    assert bad["post_id"] == "1590000000000000001"
    assert bad["published_at"] == NOON + timedelta(minutes=1)
    assert pd.isna(plain["label"])
    assert pd.isna(plain["score"])
    assert pd.isna(plain["edited_at"])
    assert (plain["author_handle"], plain["author_id"]) == ("", "")


def test_severities_can_be_compared(shelf: Shelf) -> None:
    fill(shelf)

    found = frame(shelf.store)

    assert found.loc[found["severity"] >= "high", "label"].tolist() == ["negative"]


def test_a_csv_read_back_is_the_frame(shelf: Shelf, folder: Path) -> None:
    fill(shelf)
    export(shelf.store, folder / "m.csv")

    pd.testing.assert_frame_equal(read_csv(folder / "m.csv"), frame(shelf.store))


def test_a_frame_takes_filters_and_can_be_empty(shelf: Shelf) -> None:
    fill(shelf)

    empty = frame(shelf.store, filters=Filters(brands=("nobody",)))
    one = frame(shelf.store, filters=Filters(languages=("ko",)))

    assert (len(empty), len(one)) == (0, 1)
    assert list(map(str, empty.dtypes)) == list(map(str, one.dtypes))


def test_parquet_is_typed_and_read_back_as_the_frame(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("monitor.exports.parquet_file.ROWS_AT_ONCE", 1)
    fill(shelf)

    done = export(shelf.store, folder / "m.parquet", format="parquet")

    table = parquet.read_table(folder / "m.parquet")
    assert (done.rows, table.num_rows, tuple(table.column_names)) == (2, 2, NAMES)
    assert str(table.schema.field("published_at").type) == "timestamp[us, tz=UTC]"
    assert table.schema.metadata[b"schema_version"] == b"3"
    assert table["text"].to_pylist() == ["=1+1 환불 退款 😀", "plain"]
    assert table["likes"].to_pylist() == [3, None]
    assert table["severity"].to_pylist() == ["critical", "none"]
    info = parquet.ParquetFile(folder / "m.parquet").metadata
    assert info.row_group(0).column(0).compression == "ZSTD"


def test_an_empty_parquet_file_can_be_read(shelf: Shelf, folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    export(shelf.store, folder / "m.parquet", format="parquet")

    assert tuple(parquet.read_table(folder / "m.parquet").column_names) == NAMES


def cells_of(path: Path) -> list[dict[str, Any]]:
    """Read a workbook's rows; formulas and links are an error."""
    with zipfile.ZipFile(path) as book:
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
        names = book.namelist()
    assert not list(sheet.iter(f"{SHEET}f")), "a formula"
    assert not list(sheet.iter(f"{SHEET}hyperlink")), "a link"
    assert "xl/externalLinks" not in "".join(names)
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row:
            letters = re.sub(r"\d", "", cell.get("r", ""))
            cells[letters] = _value(cell)
        rows.append(cells)
    names_by_letters = rows[0]
    return [{names_by_letters[k]: v for k, v in row.items()} for row in rows[1:]]


def _value(cell: ET.Element) -> str | float:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{SHEET}t"))
    return float(cell.findtext(f"{SHEET}v", ""))


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://e","x")', "https://evil.example/", "{=1}", "00123",
     "@SUM(A1)", "+1", "mailto:x@example.com", "internal:Sheet!A1", "1E5"],
)  # fmt: skip
def test_no_text_becomes_a_formula_a_link_or_a_number_in_excel(
    shelf: Shelf, folder: Path, text: str
) -> None:
    pytest.importorskip("xlsxwriter")
    shelf.said(text, title=text, url=text)

    export(shelf.store, folder / "m.xlsx", format="xlsx")

    (row,) = cells_of(folder / "m.xlsx")
    assert (row["text"], row["title"], row["url"]) == (text, text, text)


def test_excel_gets_numbers_dates_and_whole_ids(shelf: Shelf, folder: Path) -> None:
    pytest.importorskip("xlsxwriter")
    fill(shelf)

    done = export(shelf.store, folder / "m.xlsx", format="xlsx")

    bad, plain = cells_of(folder / "m.xlsx")
    assert done.rows == 2
    assert (bad["score"], bad["likes"]) == (-0.5, 3.0)
    assert bad["post_id"] == "1590000000000000001"
    at = EXCEL_DAY_0 + timedelta(days=float(bad["published_at"]))
    assert abs(at - (NOON + timedelta(minutes=1))) < timedelta(seconds=1)
    assert bad["text"] == "=1+1 환불 退款 😀"
    assert "label" not in plain


def test_an_instant_before_excels_calendar_is_written_as_text(
    shelf: Shelf, folder: Path
) -> None:
    pytest.importorskip("xlsxwriter")
    shelf.said("old", published_at=datetime(1899, 5, 1, tzinfo=UTC))

    export(shelf.store, folder / "m.xlsx", format="xlsx")

    assert cells_of(folder / "m.xlsx")[0]["published_at"] == "1899-05-01T00:00:00Z"


@pytest.mark.parametrize("letter", ["a", "환", "😀"])
def test_a_long_text_is_cut_to_what_a_cell_holds(letter: str) -> None:
    short = shorten(letter * 50_000)

    assert len(short.encode("utf-16-le")) <= 2 * MOST_LETTERS
    assert len(short.encode("utf-16-le")) >= 2 * (MOST_LETTERS - 2)
    assert short.endswith(f"{letter}…")
    assert shorten(letter * 100) == letter * 100


def test_more_mentions_than_a_sheet_has_rows_are_refused_before_writing(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter")
    assert MOST_ROWS == 1_048_575
    monkeypatch.setattr("monitor.exports.MOST_ROWS", 2)
    shelf.many(3)

    with pytest.raises(MonitorError, match=r"3 mentions .* do not fit into an Excel"):
        export(shelf.store, folder / "m.xlsx", format="xlsx")

    assert list(folder.iterdir()) == []


def test_a_sheet_that_fills_up_while_writing_leaves_nothing(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 2)
    shelf.many(3)

    with pytest.raises(MonitorError, match="choose fewer with filters"):
        export(shelf.store, folder / "m.xlsx", format="xlsx")

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "extra", [("parquet", "pyarrow", "pyarrow"), ("xlsx", "xlsxwriter", "XlsxWriter")]
)
def test_a_missing_extra_says_what_to_install(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch, extra: Any
) -> None:
    kind, library, name = extra
    real = builtins.__import__

    def without(asked: str, *rest: Any, **more: Any) -> Any:
        if asked.partition(".")[0] == library:
            raise ImportError(asked)
        return real(asked, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(MonitorError, match=rf"needs {name}.*overheard\[export\]"):
        export(shelf.store, folder / "m.bin", format=kind)

    assert list(folder.iterdir()) == []


def test_jsonl_is_what_import_reads(shelf: Shelf, folder: Path) -> None:
    fill(shelf)

    done = export(shelf.store, folder / "m.jsonl", format="jsonl")

    lines = (folder / "m.jsonl").read_text("utf-8").splitlines()
    bad, plain = map(json.loads, lines)
    assert done.rows == 2
    assert bad["id"] == "1590000000000000001"
    assert (bad["source"], bad["kind"], bad["lang"]) == ("x", "post", "ko")
    assert bad["text"] == "=1+1 환불 退款 😀"
    assert bad["author"] == {
        "id": "77",
        "handle": "kim",
        "name": "김민수",
        "url": "https://x.example/kim",
        "followers": 1234,
    }
    assert (bad["rating"], bad["rating_scale"]) == (2.5, 10.0)
    assert bad["metrics"] == {"likes": 3}
    assert bad["published_at"] == "2026-11-22T12:01:00Z"
    assert bad["extra"]["intents"] == "refund;answer"
    assert bad["extra"]["severity"] == "critical"
    assert "환불" in lines[0], "letters are written as they are"
    assert "author" not in plain
    assert "label" not in plain["extra"]
