"""YAML as this project reads it: plain data, and the line of every value.

A subset without surprises. Refused: a key given twice (YAML keeps the last one
silently), anchors and aliases (a few lines can unfold into gigabytes), tags (they
can name Python objects), a second document. Only `true`, `false`, `null` and
decimal numbers are more than text: `NO`, `on`, `12:30`, `0123` and `2026-12-01`
stay the words that were written, and so does a number where text is expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import yaml

Path = tuple[str | int, ...]
"""Where a value stands: ("collectors", 0, "settings", "token")."""

MAX_DEPTH = 24
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "false": False, "False": False}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(
    r"(?=.*[.eE])[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?"
)
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. Line 0: the file as a whole."""

    path: Path
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """The line of a value, and what was written there if it is more than text."""

    line: int
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a file says, where it says it, and what could not be read."""

    data: Any
    marks: dict[Path, Mark]
    problems: tuple[Problem, ...] = ()

    def line(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing around it."""
        for length in range(len(path), 0, -1):
            mark = self.marks.get(path[:length])
            if mark is not None:
                return mark.line
        return 1


def spell(path: Path) -> str:
    """Write a path as people read it: `collectors[0].settings.token`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def parse(text: str) -> Document:
    """Read YAML; what is wrong ends up in `problems`, nothing is raised."""
    bad = UNPRINTABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        words = f"character {bad.group()!r} is not allowed; delete it"
        return Document(data=None, marks={}, problems=(Problem((), words, line),))
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
            if builder.hopeless:
                break
    except yaml.MarkedYAMLError as exc:
        builder.problems.append(_syntax(exc, last_line=text.rstrip().count("\n") + 1))
    return Document(
        data=builder.root, marks=builder.marks, problems=tuple(builder.problems)
    )


def _syntax(exc: yaml.MarkedYAMLError, *, last_line: int) -> Problem:
    """Say where the file stops being YAML, and for unclosed things where they began."""
    what = str(exc.problem or "cannot be read")
    mark = exc.problem_mark or exc.context_mark
    line = min(mark.line + 1, last_line) if mark else 1
    if exc.context_mark and ("stream" in what or "flow" in str(exc.context)):
        line = exc.context_mark.line + 1
    return Problem((), f"not YAML: {_advice(what, str(exc.context or ''))}", line)


def _advice(what: str, context: str) -> str:
    if "'\\t'" in what:
        return "a tab stands where spaces must; indent with spaces"
    if "cannot start" in what:
        sign = what.removeprefix("found character ").split(" ")[0]
        return f"a value cannot begin with {sign}; put it in quotes"
    if "mapping values" in what:
        return "a second ':' in one value, or wrong indentation; quote or re-indent it"
    if "quoted scalar" in context:
        return "a quote is opened and never closed; close it"
    if "flow" in context:
        return "a '[' or '{' is opened and not closed properly; close it"
    return f"{what}; check the indentation of this line and the one before"


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being filled."""

    path: Path
    into: Any
    key: str | None = None
    key_line: int = 0
    first_lines: dict[str, int] = field(default_factory=dict)
    repeated: bool = False
    muted: bool = False
    """Inside a value that is given twice: read it, keep nothing."""


class _Builder:
    """Builds data from parser events, without recursion."""

    def __init__(self) -> None:
        self.root: Any = None
        self.marks: dict[Path, Mark] = {}
        self.problems: list[Problem] = []
        self.hopeless = False
        self._documents = 0
        self._stack: list[_Frame] = []

    def take(self, event: yaml.Event) -> None:
        """Accept the parser's next event."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._give_up("a second document begins here; keep only one", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._check(event, line)
            self._node(event, line)

    def _check(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._say(f"alias '*{event.anchor}' is refused; write the value out", line)
        elif event.anchor is not None:
            self._say(f"anchor '&{event.anchor}' is refused; delete it", line)
        tag = getattr(event, "tag", None)
        if tag is not None:
            short = str(tag).replace("tag:yaml.org,2002:", "!!")[:80]
            self._say(f"tag {short!r} is refused; write a plain value", line)

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.into, dict) and frame.key is None:
            self._key(frame, event, line)
            return
        if isinstance(event, yaml.CollectionStartEvent):
            self._open(frame, event, line)
            return
        value, text = None, None
        if isinstance(event, yaml.ScalarEvent):
            value, text = _scalar(event)
        self._put(frame, value, Mark(line, text))

    def _key(self, frame: _Frame, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._give_up("a key must be one word, not a list; put it in quotes", line)
            return
        key = event.value if isinstance(event, yaml.ScalarEvent) else ""
        first = frame.first_lines.setdefault(key, line)
        frame.repeated = key in frame.into
        frame.key, frame.key_line = key, line
        if frame.repeated:
            self._say(f"is given twice, first on line {first}; keep one of them", line)

    def _open(
        self, frame: _Frame | None, event: yaml.CollectionStartEvent, line: int
    ) -> None:
        into: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        if len(self._stack) >= MAX_DEPTH:
            self._give_up(f"more than {MAX_DEPTH} levels deep; flatten it", line)
            return
        if frame is not None and frame.key is not None:
            line = frame.key_line
        muted = frame is not None and (frame.muted or frame.repeated)
        path = self._put(frame, into, Mark(line))
        self._stack.append(_Frame(path, into, muted=muted))

    def _put(self, frame: _Frame | None, value: Any, mark: Mark) -> Path:
        path = self._here()
        if frame is None:
            self.root = value
        elif isinstance(frame.into, list):
            frame.into.append(value)
        else:
            if not frame.repeated:
                frame.into[frame.key] = value
            frame.key = None
        if frame is None or not (frame.muted or frame.repeated):
            self.marks[path] = mark
        if frame is not None:
            frame.repeated = False
        return path

    def _here(self) -> Path:
        """Return the path of the value that comes next."""
        if not self._stack:
            return ()
        frame = self._stack[-1]
        if isinstance(frame.into, list):
            return (*frame.path, len(frame.into))
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def _say(self, text: str, line: int) -> None:
        self.problems.append(Problem(self._here(), text, line))

    def _give_up(self, text: str, line: int) -> None:
        self._say(text, line)
        self.hopeless = True


def _scalar(event: yaml.ScalarEvent) -> tuple[Any, str | None]:
    """Return the value, and the text as written where the value is not text."""
    text = str(event.value)
    if event.style is not None:
        return text, None
    if text in _NULL:
        return None, None
    if text in _BOOL:
        return _BOOL[text], text
    if _INT.fullmatch(text):
        return int(text), text
    if _FLOAT.fullmatch(text) and isfinite(float(text)):
        return float(text), text
    return text, None
