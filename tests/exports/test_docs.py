"""The analysts' page tells the truth about the columns."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from monitor.exports import SCHEMA_VERSION, export
from monitor.exports.dictionary import markdown_table
from tests.exports.shelf import Shelf

PAGE = Path(__file__).parents[2] / "docs" / "analysts" / "csv.md"


def test_the_page_has_the_table_of_columns() -> None:
    table = markdown_table()
    assert table in PAGE.read_text("utf-8"), f"replace the table by:\n{table}"


def test_the_page_names_the_schema_version() -> None:
    assert f"`schema_version` {SCHEMA_VERSION}" in PAGE.read_text("utf-8")


@pytest.mark.parametrize("number", [0, 1])
def test_the_recipes_for_pandas_work(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    shelf.mention(shelf.post("=1+1", external_id="00123"), severity=3, score=-0.5)
    shelf.said("plain", external_id="9")
    export(shelf.store, folder / "mentions.csv")
    monkeypatch.chdir(folder)
    recipes = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}

    exec(recipes[number], names)

    mentions = names["mentions"]
    assert mentions["text"].tolist() == ["=1+1", "plain"]
    assert mentions["post_id"].tolist() == ["00123", "9"]
    assert mentions["score"].sum() == -0.5
    assert str(mentions["published_at"].dt.tz) == "UTC"
