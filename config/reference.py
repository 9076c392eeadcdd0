"""The reference page and the editor schema, made from the models.

python -m config.reference      writes both files again
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from config.messages import model_at
from config.schema import Config
from config.values import spell
from monitor.core.errors import ConfigError

Schema = dict[str, Any]

_HERE = Path(__file__).resolve().parent
SCHEMA_FILE = _HERE / "overheard.schema.json"
PAGE_FILE = _HERE.parent / "docs" / "operators" / "configuration.md"
INTRODUCTION = _HERE / "reference.md"
_REFERENCE: Schema = {
    "description": "A secret that stands elsewhere.",
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "properties": {"file": {"type": "string"}, "credential": {"type": "string"}},
    "additionalProperties": False,
}


def json_schema() -> Schema:
    """Return the JSON schema of the file format, for editors."""
    schema = _tidy(Config.model_json_schema(mode="validation"))
    for model in _models(Config):
        properties = schema["$defs"].get(model.__name__, schema)["properties"]
        for name, info in model.model_fields.items():
            if "default" in properties[name]:
                properties[name]["default"] = spell(info.default)
    url = schema["$defs"]["StoreConfig"]["properties"]["url"]
    url["anyOf"] = [{"type": url.pop("type")}, _REFERENCE]
    key = schema["$defs"]["VoiceConfig"]["properties"]["api_key"]
    key["anyOf"] = [{"type": "string"}, _REFERENCE]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "overheard.yaml",
        **schema,
    }


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those inside it."""
    yield model
    for name in model.model_fields:
        inner = model_at(model, (name,))
        if inner is not None:
            yield from _models(inner)


def schema_text() -> str:
    """Return the schema file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def page_text() -> str:
    """Return the reference page."""
    schema = json_schema()
    lines = [INTRODUCTION.read_text("utf-8").rstrip(), ""]
    for name, field in schema["properties"].items():
        lines += _section(f"## `{name}`", name, field, schema)
    return "\n".join(lines).rstrip() + "\n"


def write() -> None:
    """Write both files; raises ConfigError where there is no docs folder."""
    if not PAGE_FILE.parent.is_dir():
        raise ConfigError([f"{PAGE_FILE.parent} does not exist; run this in a clone"])
    SCHEMA_FILE.write_text(schema_text(), "utf-8")
    PAGE_FILE.write_text(page_text(), "utf-8")


def _section(title: str, path: str, field: Schema, schema: Schema) -> Iterator[str]:
    """Yield a heading, a sentence and a table; then the groups inside."""
    if not _group_of(field):
        yield from (title, "", _sentence(field), "")
        return
    model = schema["$defs"][_group_of(field)]
    many = "A list. " if field.get("type") == "array" else ""
    about = " ".join(model.get("description", "").split())
    yield from (title, "", f"{many}{about}", "")
    yield from ("| setting | value | default | meaning |", "|---|---|---|---|")
    required = model.get("required", [])
    for name, inner in model["properties"].items():
        yield _row(name, inner, needed=name in required)
    yield ""
    for name, inner in model["properties"].items():
        if _group_of(inner):
            below = f"{path}[].{name}" if many else f"{path}.{name}"
            yield from _section(f"### `{below}`", below, inner, schema)


def _sentence(field: Schema) -> str:
    """Return the meaning of a setting, with an example."""
    meaning = str(field.get("description", ""))
    examples = field.get("examples", [])
    if examples and "title" not in field:
        meaning += f" For example {', '.join(_code(value) for value in examples)}."
    return meaning


def _row(name: str, field: Schema, *, needed: bool) -> str:
    standard = field.get("default", {} if field.get("type") == "object" else None)
    default = "**needed**" if needed else _code(standard)
    cells = (f"`{name}`", _kind(field), default, _sentence(field))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _kind(field: Schema) -> str:
    """Say in words what may be written."""
    if "anyOf" in field:
        kinds = [_kind(each) for each in field["anyOf"] if each.get("type") != "null"]
        return kinds[0]
    if _group_of(field) and field.get("type") != "array":
        return "group, see below"
    if field.get("type") == "array":
        inner = field.get("items", {})
        one = "group" if _group_of(inner) else inner.get("title") or _kind(inner)
        return f"list of {one}s"
    if "enum" in field:
        return ", ".join(str(word) for word in field["enum"])
    words = {
        "string": "text",
        "integer": f"whole number{_range(field)}",
        "number": f"number{_range(field)}",
        "boolean": "true or false",
        "object": "group",
    }
    return str(field.get("title") or words[field["type"]])


def _range(field: Schema) -> str:
    low = field.get("minimum", field.get("exclusiveMinimum"))
    high = field.get("maximum")
    if low is None:
        return ""
    over = "over " if "exclusiveMinimum" in field else ""
    return (
        f" ({over}{low} to {high})"
        if high is not None
        else f" ({over or 'from '}{low})"
    )


def _group_of(field: Schema) -> str:
    """Return the name of the group inside a setting, or an empty text."""
    for inner in (field, field.get("items", {}), *field.get("anyOf", [])):
        if "$ref" in inner:
            return str(inner["$ref"]).rpartition("/")[2]
    return ""


def _code(value: Any) -> str:
    """Write a value as it would stand in the file."""
    if value in (None, "", [], {}):
        return "none" if value in (None, "") else "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list):
        return f"`[{', '.join(_flow(item) for item in value)}]`"
    if isinstance(value, dict):
        return "`{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}`"
    return f"`{value}`"


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    if set(text) & set("\"#@{}[],:'$"):
        return "'" + text.replace("'", "''") + "'"
    return text


def _tidy(node: Any) -> Any:
    """Leave out the titles that pydantic makes from names."""
    if isinstance(node, dict):
        return {
            key: _tidy(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str) and value[:1].isupper())
        }
    return [_tidy(item) for item in node] if isinstance(node, list) else node


if __name__ == "__main__":
    try:
        write()
    except ConfigError as exc:
        sys.exit(f"config.reference: {exc}")
