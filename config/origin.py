"""Where a configuration was written. Never part of what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from config.document import Document, Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A file, and a place in it. All origins are equal: only the words count."""

    file: str = field(default="", compare=False)
    document: Document | None = field(default=None, compare=False, repr=False)
    path: Path = field(default=(), compare=False)
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def where(self, path: Path = ()) -> str:
        """Return "file:line" of a path below this place."""
        if self.document is None:
            return self.file or "configuration"
        return f"{self.file}:{self.document.line(self.path + path)}"

    def text(self, path: Path) -> str | None:
        """Return what was written where a number or true/false was understood."""
        if self.document is None:
            return None
        mark = self.document.marks.get(self.path + path)
        return mark.text if mark else None

    def as_written(self, data: Any, paths: Iterable[Path]) -> Any:
        """Return the data with numbers and true/false at `paths` as they were written.

        `name: 0.10` is the text "0.10" where text is expected.
        """
        for path in paths:
            text = self.text(path)
            data = data if text is None else _replaced(data, path, text)
        return data

    def at(self, *steps: str | int) -> Origin:
        """Return a place below this one."""
        return Origin(file=self.file, document=self.document, path=self.path + steps)


NOWHERE = Origin()


def read_path(text: str) -> Path:
    """Read `collectors[0].every` or `collectors.0.every`."""
    steps = re.findall(r"[^.\[\]]+", text)
    return tuple(int(step) if step.isdecimal() else step for step in steps)


def _replaced(data: Any, path: Path, value: Any) -> Any:
    """Return a copy of nested data with one value replaced."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, dict) and step in data:
        return {**data, step: _replaced(data[step], rest, value)}
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return [*data[:step], _replaced(data[step], rest, value), *data[step + 1 :]]
    return data
