"""From a file to a Config, or to everything that is wrong with it at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path as File
from typing import Any

from pydantic import ValidationError

from config.checks import CheckQuery, doubts, query_problems, reference_problems
from config.document import Document, Path, Problem, parse, spell
from config.listening import StoreConfig
from config.messages import problems_of, text_expected
from config.origin import Origin
from config.schema import CHECKED, Config
from config.secrets import Resolver, censored
from monitor.core.errors import ConfigError

MAX_BYTES = 1024 * 1024
MAX_PROBLEMS = 200
_EXAMPLE = "write at least store, brands, collectors, receivers and rules"


def load(
    path: File, environ: Mapping[str, str], *, check_query: CheckQuery | None = None
) -> Config:
    """Read a configuration file.

    Raises ConfigError with every problem, each as "file:line: setting: what is wrong;
    what to do". `check_query` returns what is wrong with a query, or None.
    """
    path = File(path)
    document = _document(path)
    resolver = Resolver(environ=environ, folder=path.absolute().parent)
    data = _without_nulls(resolver.resolve(document.data))
    problems = [*document.problems, *resolver.problems]
    problems += [p for p in resolver.unset if not _asleep(data, p.path)]
    origin = Origin(file=str(path), document=document)
    config, data, found = _validate(data, origin)
    # After a syntax error half of the names are unread: what else would be found
    # is mostly its echo.
    if not any(problem.path == () for problem in document.problems):
        problems += found + reference_problems(data)
        problems += query_problems(data, check_query) if check_query else []
        problems = [_discreet(problem, resolver) for problem in problems]
    if problems or config is None:
        raise ConfigError(_written(problems, path, document))
    notes = [*resolver.warnings, *doubts(config), *_unsafe_mode(path)]
    warnings = tuple(_written(notes, path, document))
    return _stamped(config, replace(origin, warnings=warnings))


def _discreet(problem: Problem, resolver: Resolver) -> Problem:
    """Keep what came from elsewhere out of a message: it may be a misplaced secret."""
    text = "the referenced value does not fit here; write it out to see why"
    if problem.path not in resolver.found:
        text = censored(problem.text, resolver.found.values())
    return replace(problem, text=text)


def store_url(path: File, environ: Mapping[str, str]) -> str:
    """Return only where everything is kept.

    For commands that read the database: the secrets of sources and receivers may
    be missing. Raises ConfigError with every problem of the file otherwise.
    """
    path = File(path)
    document = _document(path)
    resolver = Resolver(environ=environ, folder=path.absolute().parent)
    data = document.data if isinstance(document.data, Mapping) else {}
    part = _without_nulls(resolver.resolve({"store": data.get("store") or {}}))
    if not (document.problems or resolver.problems or resolver.unset):
        try:
            return StoreConfig.model_validate(part["store"]).url
        except ValidationError:
            pass  # the whole file is read below, which says what is wrong and where
    return load(path, environ).store.url


def _stamped(config: Config, origin: Origin) -> Config:
    """Tell the configuration and its parts where they were written."""
    for section in ("collectors", "receivers"):
        for number, part in enumerate(getattr(config, section)):
            part.stamp(origin.at(section, number))
    config.reading.stamp(origin.at("reading"))
    return config.stamp(origin)


def _document(path: File) -> Document:
    try:
        text = _text(path)
    except _Unusable as exc:
        raise ConfigError([f"{path}:{exc.line}: {exc}"]) from None
    document = parse(text)
    if document.problems:
        return document
    if document.data is None:
        raise ConfigError([f"{path}:1: the file is empty; {_EXAMPLE}"])
    if not isinstance(document.data, dict):
        raise ConfigError(
            [f"{path}:1: the file is not a group of `name: value`; {_EXAMPLE}"]
        )
    return document


class _Unusable(Exception):
    """The file cannot be read as text."""

    def __init__(self, text: str, line: int = 1) -> None:
        super().__init__(text)
        self.line = line


def _text(path: File) -> str:
    raw = _bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = raw.count(b"\n", 0, exc.start) + 1
        raise _Unusable("the file is not UTF-8 text; save it as UTF-8", line) from None


def _bytes(path: File) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "a directory" if path.is_dir() else "not a regular file"
            raise _Unusable(f"this is {kind}; give the path of a YAML file")
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            raw = stream.read(MAX_BYTES + 1)
            after = os.fstat(stream.fileno())
    except FileNotFoundError:
        raise _Unusable(
            "the file does not exist; `overheard init` writes one"
        ) from None
    except (OSError, ValueError) as exc:
        reason = str(getattr(exc, "strerror", None) or "not a usable path").lower()
        raise _Unusable(f"the file cannot be read ({reason}); check it") from None
    if len(raw) > MAX_BYTES:
        raise _Unusable("the file is larger than 1 MB; this is not a configuration")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _Unusable("the file changed while it was read; save it and try again")
    return raw


def _validate(data: Any, origin: Origin) -> tuple[Config | None, Any, list[Problem]]:
    """Validate; a second time with numbers as words where words are expected."""
    error = None
    for _attempt in range(2):
        try:
            return Config.model_validate(data, context=CHECKED), data, []
        except ValidationError as exc:
            error, data = exc, origin.as_written(data, text_expected(exc))
    found = problems_of(error, Config, data=data) if error else []
    return None, data, found


def _without_nulls(data: Any) -> Any:
    """Leave out keys without a value: they mean the default."""
    if isinstance(data, dict):
        return {k: _without_nulls(v) for k, v in data.items() if v is not None}
    if isinstance(data, list):
        return [_without_nulls(item) for item in data]
    return data


def _asleep(data: Any, path: Path) -> bool:
    """Does this stand in a collector or receiver that is not enabled?"""
    match path:
        case ("collectors" | "receivers" as section, int(number), *_):
            return data[section][number].get("enabled") is False
    return False


def _written(problems: Iterable[Problem], path: File, document: Document) -> list[str]:
    """Write problems in the order of the file, one for each setting."""
    first: dict[object, Problem] = {}
    for number, problem in enumerate(problems):
        line = problem.line or document.line(problem.path)
        key = problem.path or (number,)
        first.setdefault(key, replace(problem, line=line))
    ordered = sorted(first.values(), key=lambda problem: problem.line)
    lines = [_line(problem, path) for problem in ordered[:MAX_PROBLEMS]]
    if len(ordered) > MAX_PROBLEMS:
        lines.append(f"{path}: and {len(ordered) - MAX_PROBLEMS} problems more")
    return lines


def _line(problem: Problem, path: File) -> str:
    where = f"{spell(problem.path)}: " if problem.path else ""
    return f"{path}:{problem.line}: {where}{problem.text}"


def _unsafe_mode(path: File) -> list[Problem]:
    try:
        open_to_all = os.name == "posix" and path.stat().st_mode & 0o002
    except OSError:  # it may be replaced at any instant
        open_to_all = False
    if open_to_all:
        return [Problem((), "every user may change this file; chmod 640 it", 1)]
    return []
