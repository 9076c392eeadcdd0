"""What pydantic found wrong, in words that say what to do."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic.fields import FieldInfo

from config.document import Path, Problem
from config.values import suggest

Details = Mapping[str, Any]

_PLACES = {
    "collectors": "; settings of the source itself stand below `settings:`",
    "receivers": "; settings of the notifier itself stand below `settings:`",
}


def problems_of(
    error: ValidationError, model: type[BaseModel], *, data: Any, base: Path = ()
) -> list[Problem]:
    """Return one problem for each thing pydantic found; values of secrets stay out."""
    found = []
    for details in error.errors(include_url=False):
        path = _known_part(details["loc"], data)
        # A list whose only entry is wrong is reported as empty, too.
        if details["type"] == "too_short" and _at(data, path):
            continue
        words = _words(details, model, path=path, value=_at(data, path), base=base)
        found.append(Problem(base + path, words))
    return found


def text_expected(error: ValidationError) -> list[Path]:
    """Return the places where text should stand and something else does."""
    return [found["loc"] for found in error.errors() if found["type"] == "string_type"]


def _words(
    details: Details, model: type[BaseModel], *, path: Path, value: Any, base: Path
) -> str:
    kind = str(details["type"])
    if kind == "missing":
        return f"is missing{_example(model, path)}"
    if kind == "extra_forbidden":
        return _unknown_key(model, path, base)
    if value is None:
        return f"is empty{_example(model, path)}"
    write = _BY_KIND.get(kind)
    if write is not None:
        return write(details.get("ctx", {}), _seen(value))
    text = str(details["msg"]).removeprefix("Value error, ").removeprefix("Input ")
    return text[:1].lower() + text[1:]


def _unknown_key(model: type[BaseModel], path: Path, base: Path) -> str:
    owner = model_at(model, path[:-1])
    hint = suggest(str(path[-1]), owner.model_fields) if owner else ""
    place = _PLACES.get(str(path[0]), "") if len(path) == 3 and not base else ""
    if "did you mean" in hint:
        place = ""
    return f"unknown key {str(path[-1])!r}{hint}{place}"


def _example(model: type[BaseModel], path: Path) -> str:
    """Return what the setting is for, and an example where there is one."""
    owner = model_at(model, path[:-1])
    info = owner.model_fields.get(str(path[-1])) if owner and path else None
    if info is None:
        return "; write a value"
    purpose = (info.description or "").rstrip(".")
    text = (
        f"; write it ({purpose[:1].lower()}{purpose[1:]})"
        if purpose
        else "; write a value"
    )
    if info.examples and isinstance(info.examples[0], str | int | float):
        text += f", for example {path[-1]}: {info.examples[0]}"
    return text


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model that stands at a path below another."""
    here: type[BaseModel] | None = model
    for step in path:
        if here is None:
            return None
        if isinstance(step, str):
            info: FieldInfo | None = here.model_fields.get(step)
            here = _model_in(info.annotation) if info else None
    return here


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside X | None, tuple[X, ...], list[X], Annotated[X, …]."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    for inner in typing.get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _known_part(loc: Path, data: Any) -> Path:
    """Leave out the steps that pydantic adds for unions and validators."""
    path: list[str | int] = []
    for number, step in enumerate(loc):
        if isinstance(data, Mapping):
            if step in data:
                data = data[step]
            elif number < len(loc) - 1:
                continue
        elif isinstance(data, list | tuple) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        else:
            continue
        path.append(step)
    return tuple(path)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list | tuple) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        else:
            return None
    return data


def _seen(value: Any) -> str:
    """Show a value, unless it must not be seen."""
    if isinstance(value, SecretStr):
        return "the referenced value"
    if isinstance(value, Mapping):
        return "a group of settings"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _limit(word: str, name: str) -> Callable[[Details, str], str]:
    def write(ctx: Details, seen: str) -> str:
        return f"must be {word} {ctx.get(name, 0):g}, not {seen}"

    return write


def _one_of(ctx: Details, seen: str) -> str:
    names = str(ctx.get("expected", "")).replace(" or ", ", ").replace("'", "")
    known = [name.strip() for name in names.split(",")]
    return f"unknown value {seen}{suggest(seen.strip(chr(39)), known)}"


def _must_be(what: str) -> Callable[[Details, str], str]:
    return lambda _ctx, seen: f"must be {what}, not {seen}"


def _as_list(_ctx: Details, seen: str) -> str:
    shown = seen.strip("'") if seen.startswith("'") else "a, b"
    return f"must be a list, not {seen}; write [{shown}]"


_GROUP = _must_be("a group of settings (one `name: value` in each line)")
_BY_KIND: dict[str, Callable[[Details, str], str]] = {
    "string_type": _must_be("text"),
    "tuple_type": _as_list,
    "list_type": _as_list,
    "set_type": _as_list,
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "bool_type": _must_be("true or false"),
    "bool_parsing": _must_be("true or false"),
    "int_type": _must_be("a whole number"),
    "int_parsing": _must_be("a whole number"),
    "int_from_float": _must_be("a whole number"),
    "float_type": _must_be("a number"),
    "float_parsing": _must_be("a number"),
    "finite_number": _must_be("a finite number"),
    "greater_than_equal": _limit("at least", "ge"),
    "greater_than": _limit("more than", "gt"),
    "less_than_equal": _limit("at most", "le"),
    "less_than": _limit("less than", "lt"),
    "too_short": lambda _ctx, _seen: "must not be empty; give at least one",
    "string_too_short": lambda _ctx, _seen: "must not be empty; write something",
    "string_too_long": lambda ctx, _seen: (
        f"must be at most {ctx.get('max_length')} characters long; shorten it"
    ),
    "string_pattern_mismatch": lambda ctx, seen: (
        f"{seen} has not the right form; it must match {ctx.get('pattern')}"
    ),
    "enum": _one_of,
    "literal_error": _one_of,
}
