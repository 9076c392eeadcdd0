"""Settings of sources and notifiers: checked against the model declared beside them.

`config` knows no source and no notifier. Whoever does (the application) passes a
look-up from kind to model, and gets every problem of the file at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, SecretStr, ValidationError

from config.document import Path, Problem, spell
from config.listening import Collector
from config.messages import problems_of, text_expected
from config.schema import Config
from config.secrets import censored
from config.telling import Receiver
from monitor.core.errors import ConfigError, PluginError

Model = TypeVar("Model", bound=BaseModel)
Lookup = Callable[[str], type[BaseModel]]
"""Return the settings model of a kind; raise PluginError for an unknown one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginSettings:
    """Validated settings of every enabled collector and receiver, by name."""

    collectors: Mapping[str, BaseModel]
    receivers: Mapping[str, BaseModel]


def validate_settings(
    config: Config, *, sources: Lookup, notifiers: Lookup
) -> PluginSettings:
    """Check the settings of all enabled parts; ConfigError lists every problem."""
    problems: list[str] = []
    collectors = _validated(config.collectors, sources, problems)
    receivers = _validated(config.receivers, notifiers, problems)
    if problems:
        raise ConfigError(problems)
    return PluginSettings(collectors=collectors, receivers=receivers)


def settings_of(part: Collector | Receiver, model: type[Model]) -> Model:
    """Return the settings of one collector or receiver; raises ConfigError."""
    settings, problems = _read(part, model)
    if settings is None:
        raise ConfigError(_written(part, problems))
    return settings


def fingerprint(part: Collector | Receiver) -> str:
    """Return a value that changes with the kind and the settings, secrets too.

    It reveals none of them.
    """
    facts = json.dumps([part.kind, _hashed(part.settings)], sort_keys=True, default=str)
    return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()


def _validated(
    parts: tuple[Collector, ...] | tuple[Receiver, ...],
    lookup: Lookup,
    problems: list[str],
) -> dict[str, BaseModel]:
    models: dict[str, BaseModel] = {}
    for part in parts:
        if not part.enabled:
            continue
        try:
            model = lookup(part.kind)
        except PluginError as exc:
            problems += _written(part, [Problem(("kind",), str(exc))])
            continue
        settings, found = _read(part, model)
        problems += _written(part, found)
        if settings is not None:
            models[part.name] = settings
    return models


def _read(
    part: Collector | Receiver, model: type[Model]
) -> tuple[Model | None, list[Problem]]:
    """Validate; a second time with numbers as words where words are expected."""
    # The models wrap their own secrets; a plain setting may be a reference as well.
    data: Any = _revealed(part.settings)
    origin = part.origin.at("settings")
    error = None
    for _attempt in range(2):
        try:
            return model.model_validate(data), []
        except ValidationError as exc:
            error, data = exc, origin.as_written(data, text_expected(exc))
    hidden = list(secrets_in(part.settings))
    shown: Any = _masked(data, frozenset(hidden))
    found = problems_of(error, model, data=shown, base=("settings",)) if error else []
    return None, [Problem(p.path, censored(p.text, hidden)) for p in found]


def _written(part: Collector | Receiver, problems: list[Problem]) -> list[str]:
    section = "collectors" if isinstance(part, Collector) else "receivers"
    base: Path = part.origin.path or (section, part.name)
    return [
        f"{part.origin.where(p.path)}: {spell(base + p.path)}: {p.text}"
        for p in problems
    ]


def _revealed(value: Any) -> Any:
    return _mapped(value, _plain)


def _masked(value: Any, hidden: frozenset[str]) -> Any:
    return _mapped(
        value,
        lambda leaf: (
            SecretStr("") if isinstance(leaf, str) and leaf in hidden else leaf
        ),
    )


def _hashed(value: Any) -> Any:
    return _mapped(
        value,
        lambda leaf: (
            ["secret", hashlib.sha256(leaf.get_secret_value().encode()).hexdigest()]
            if isinstance(leaf, SecretStr)
            else leaf
        ),
    )


def _plain(leaf: Any) -> Any:
    return leaf.get_secret_value() if isinstance(leaf, SecretStr) else leaf


def secrets_in(value: Any) -> Iterator[str]:
    """Yield every secret in (nested) settings, so that nothing shows it."""
    if isinstance(value, SecretStr):
        yield value.get_secret_value()
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from secrets_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from secrets_in(item)


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """Return nested data with every leaf changed."""
    if isinstance(value, Mapping):
        return {key: _mapped(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(item, change) for item in value]
    return change(value)
