"""JSON lines in, JSON lines out: same order, one answer a line, never a stop.

A line that cannot be used is answered in its place with `{"id": null, "error": ...,
"line": N}`. No line of more than 16 MB is in memory, and of several lines that are
answered together no more than a megabyte and the last of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar

MAX_LINE = 16 * 1024 * 1024
_MAX_BATCH = 1024 * 1024
"""Bytes from which on no more lines are added to a batch."""

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Turns one object into another; raises LineError if it cannot."""
_Asked = TypeVar("_Asked")
_Batch = list[tuple[int, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Generic[_Asked]):
    """How up to `most` lines are answered at once.

    `ask` says what a line asks for, and raises LineError if it cannot; `answer` has an
    answer for each, in their order.
    """

    ask: Callable[[Mapping[str, Any]], _Asked]
    answer: Callable[[Sequence[_Asked]], Sequence[Mapping[str, Any]]]
    most: int


class LineError(ValueError):
    """A line does not hold what is needed; the text says what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many lines were answered, and how many of them with an error."""

    lines: int
    errors: int


def answer_lines(
    source: BinaryIO,
    out: BinaryIO,
    answer: Answer,
    *,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Answer every line that is not blank; `progress` hears of each line number."""
    each = Together(ask=answer, answer=lambda answers: answers, most=1)
    return answer_together(source, out, each, progress=progress)


def answer_together(
    source: BinaryIO,
    out: BinaryIO,
    together: Together[_Asked],
    *,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Do the same with several lines at once."""
    lines = errors = 0
    for batch in _batches(source, together.most):
        for number, answered, is_error in _answered(batch, together):
            text = json.dumps(answered, ensure_ascii=False, allow_nan=False)
            out.write(text.encode("utf-8", "replace") + b"\n")
            lines += 1
            errors += is_error
            if progress is not None:
                progress(number)
    out.flush()
    return Counts(lines=lines, errors=errors)


def _answered(
    batch: _Batch, together: Together[_Asked]
) -> Iterator[tuple[int, Mapping[str, Any], bool]]:
    """Yield number and answer of each line, and whether it is an error."""
    asked: list[_Asked] = []
    wrong: dict[int, str] = {}
    for number, line in batch:
        try:
            asked.append(together.ask(json_object(line)))
        except LineError as problem:
            wrong[number] = str(problem)
    answers = iter(together.answer(asked) if asked else ())
    for number, _ in batch:
        if number in wrong:
            yield number, {"id": None, "error": wrong[number], "line": number}, True
        else:
            yield number, {"id": None, **next(answers)}, False


def _batches(source: BinaryIO, most: int) -> Iterator[_Batch]:
    """Yield lines that fit together, with their numbers."""
    batch: _Batch = []
    size = 0
    for number, line in _numbered(source):
        batch.append((number, line))
        size += len(line)
        if len(batch) >= most or size >= _MAX_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _numbered(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := source.readline(MAX_LINE + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n") and len(rest) > MAX_LINE:
            rest = source.readline(MAX_LINE + 1)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def json_object(line: bytes) -> Mapping[str, Any]:
    """Return the object in a line; LineError says why there is none."""
    if len(line) > MAX_LINE:
        raise LineError(f"line is longer than {MAX_LINE >> 20} MB; split the text")
    try:
        found = json.loads(line.decode("utf-8"), strict=False)
    except UnicodeDecodeError as exc:
        raise LineError(f"line is not UTF-8 at byte {exc.start + 1}") from exc
    except (ValueError, RecursionError) as exc:
        raise LineError(f"line is not JSON: {str(exc)[:120]}") from exc
    if not isinstance(found, dict):
        raise LineError(f"line holds {type(found).__name__}; expected a JSON object")
    return found


def identity(item: Mapping[str, Any]) -> str | int:
    """Return the `id` of a post, which every line must have."""
    found = item.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int) or found == "":
        raise LineError(f"id is {found!r:.80}; every line needs a string")
    return found


def texts(item: Mapping[str, Any]) -> tuple[str, str]:
    """Return title and text, of which one must be there."""
    if item.get("title") is None and item.get("text") is None:
        raise LineError("neither text nor title is there; one is needed")
    return string(item, "title"), string(item, "text")


def string(item: Mapping[str, Any], name: str) -> str:
    """Return a text field; missing and null are empty."""
    found = item.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise LineError(f"{name} is {type(found).__name__}; expected a string")
    return found


def number(item: Mapping[str, Any], name: str) -> float | None:
    """Return a number field, or None where it is missing or null."""
    found = item.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise LineError(f"{name} is {type(found).__name__}; expected a number")
    try:
        return float(found)
    except OverflowError as exc:
        raise LineError(f"{name} is too large a number") from exc
