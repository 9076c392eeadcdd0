"""The reference page and the editor schema are what the program says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

import config
from config import reference
from config.document import parse
from config.messages import model_at
from config.reference import (
    PAGE_FILE,
    SCHEMA_FILE,
    json_schema,
    page_text,
    schema_text,
)
from monitor.core.errors import ConfigError

FOLDER = Path(config.__file__).parent
FILES = [*sorted((FOLDER / "examples").glob("*.yaml")), FOLDER / "template.yaml"]


def models(model: type[BaseModel]) -> list[type[BaseModel]]:
    inner = [model_at(model, (name,)) for name in model.model_fields]
    return [model, *(each for found in inner if found for each in models(found))]


def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_page_and_the_schema_are_fresh():
    """If this fails: python -m config.reference."""
    assert PAGE_FILE.read_text("utf-8") == page_text()
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()


def test_both_files_are_written_in_a_clone(tmp_path, monkeypatch):
    page, schema = tmp_path / "docs" / "page.md", tmp_path / "schema.json"
    monkeypatch.setattr(reference, "PAGE_FILE", page)
    monkeypatch.setattr(reference, "SCHEMA_FILE", schema)
    with pytest.raises(ConfigError, match="run this in a clone"):
        reference.write()
    page.parent.mkdir()

    reference.write()

    assert page.read_text("utf-8") == page_text()
    assert schema.read_text("utf-8") == schema_text()


@pytest.mark.parametrize(
    "model", models(config.Config), ids=lambda model: model.__name__
)
def test_every_setting_is_described_and_stands_on_the_page(model):
    page = page_text()

    for name, info in model.model_fields.items():
        assert info.description, f"{model.__name__}.{name}"
        assert f"`{name}`" in page, f"{model.__name__}.{name}"


def test_the_examples_of_the_page_are_right(accept):
    page = page_text()
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)

    assert blocks
    for block in blocks:
        assert accept(block).brands


def test_the_message_of_the_page_is_a_message_of_the_program(refuse, least):
    shown = re.search(r"overheard\.yaml:12: (.*)", page_text())
    text = least.replace(
        "receivers:\n", "\n" * 5 + "  - {name: b, kind: x, every: 5}\nreceivers:\n"
    )

    assert shown is not None
    assert refuse(text) == [shown.group()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_schema_accepts_what_the_program_accepts(file):
    data = parse(file.read_text("utf-8")).data

    assert list(validator().iter_errors(data)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"brands": []},
        {"brand": [{"name": "a", "queries": ["a"]}]},
        {"brands": [{"name": "a", "queries": "a"}]},
        {"brands": [{"name": "a"}]},
        {"collectors": [{"name": "a", "kind": "b", "every": 5}]},
        {"collectors": [{"name": "a", "kind": "b", "every": "5"}]},
        {"collectors": [{"name": "a", "kind": "b", "budget_usd": -1}]},
        {"rules": [{"name": "a", "when": {}, "receivers": ["r"]}]},
        {"rules": [{"name": "a", "when": {"label": "bad"}, "receivers": ["r"]}]},
        {"rules": [{"name": "a", "when": {"min_severity": 2}, "receivers": ["r"]}]},
        {"rules": [{"name": "a", "when": {"flags": ["harm"]}, "receivers": ["r"]}]},
        {"rules": [{"name": "a", "when": {"min_intensity": 2}, "receivers": ["r"]}]},
        {"team": {"quiet_hours": {"start": "25:00", "end": "07:00"}}},
        {"storm": {"count": 1}},
        {"store": {"url": {"path": "x"}}},
    ],
    ids=lambda wrong: json.dumps(wrong)[:60],
)
def test_the_schema_refuses_what_the_program_refuses(wrong):
    data = {"brands": [{"name": "a", "queries": ["a"]}], **wrong}

    assert list(validator().iter_errors(data))


def test_the_defaults_of_the_schema_are_written_as_in_the_file():
    schema = json_schema()["$defs"]

    assert schema["Collector"]["properties"]["every"]["default"] == "5m"
    assert (
        schema["QuietHours"]["properties"]["except_severity"]["default"] == "critical"
    )
    assert schema["Rule"]["properties"]["group_within"]["default"] == "1d"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_names_its_schema_for_editors(file):
    first = file.read_text("utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")

    assert (file.parent / name).resolve() == SCHEMA_FILE
