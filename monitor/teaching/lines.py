"""Verdicts from a file: JSON lines, or a table with a header row.

    {"id": "x:17", "brand": "Acme", "verdict": "not negative"}
    {"text": "Acme is killing it", "brand": "Acme", "verdict": "positive", "lang": "en"}

Of a table the same names are columns; what an export wrote is understood with a column
`verdict` more: `mention_id` says which mention it is. A row without a verdict says
nothing and is passed over. What cannot be used is handed on as it stands, and why.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from monitor.core.jsonl import MAX_LINE, LineError, json_object
from monitor.teaching.verdicts import Verdict, verdict_of

MOST_TEXT = 20_000
MOST_NAME = 500
_SEPARATORS = ",;\t|"
_OPENS = (b"{", b"[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One verdict as it stands in a file; one of the first three says of what."""

    number: int
    mention_id: int | None = None
    post: str = ""
    text: str = ""
    lang: str = ""
    brand: str = ""
    verdict: Verdict
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that cannot be used."""

    number: int
    raw: str
    reason: str


def read_lines(stream: BinaryIO) -> Iterator[Line | BadLine]:
    """Yield what is in a file, in its order; it may be of any length."""
    lines = _numbered(stream)
    first = next((each for each in lines if each[1].strip()), None)
    if first is None:
        return
    records = _objects if first[1].lstrip().startswith(_OPENS) else _rows
    whole = chain([first], lines)
    for number, raw, found in records(whole):
        if isinstance(found, str):
            yield BadLine(number=number, raw=raw, reason=found)
            continue
        try:
            line = _line(number, raw, found)
        except LineError as problem:
            yield BadLine(number=number, raw=raw, reason=str(problem))
            continue
        if line is not None:
            yield line


_Record = tuple[int, str, Mapping[str, Any] | str]


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _objects(lines: Iterator[tuple[int, bytes]]) -> Iterator[_Record]:
    for number, line in lines:
        raw = line.decode("utf-8", "replace").strip()
        if not raw:
            continue
        try:
            yield number, raw, json_object(line)
        except LineError as problem:
            yield number, raw, str(problem)


def _rows(lines: Iterator[tuple[int, bytes]]) -> Iterator[_Record]:
    texts = _Texts(lines)
    head = next(texts, "")
    separator = max(_SEPARATORS, key=head.count)
    names = [
        n.strip().casefold() for n in next(csv.reader([head], delimiter=separator))
    ]
    if "verdict" not in names:
        yield texts.number, head.strip(), f"no column verdict among {', '.join(names)}"
        return
    rows = csv.reader(texts, delimiter=separator)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as problem:
            yield texts.number, texts.last, f"not a row of a table: {problem}"
            continue
        if row is None:
            return
        if not any(row):
            continue
        if len(row) > len(names):
            reason = f"{len(row)} values under {len(names)} names"
            yield texts.number, separator.join(row), reason
            continue
        yield texts.number, separator.join(row), dict(zip(names, row, strict=False))


class _Texts(Iterator[str]):
    """Lines of a table as text; remembers where it is."""

    def __init__(self, lines: Iterator[tuple[int, bytes]]) -> None:
        self._lines = lines
        self.number = 0
        self.last = ""

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        # What is not UTF-8 becomes halves of characters, which are refused below.
        self.last = line.decode("utf-8", "surrogateescape")
        return self.last


def _line(number: int, raw: str, found: Mapping[str, Any]) -> Line | None:
    said = _string(found, "verdict", MOST_NAME)
    if not said:
        return None
    verdict = verdict_of(said)
    if verdict is None:
        known = ", ".join(Verdict)
        raise LineError(f"verdict is {said!r:.80}; one of {known} is needed")
    mention = _string(found, "mention_id", MOST_NAME)
    post = _string(found, "id", MOST_NAME)
    text = _string(found, "text", MOST_TEXT)
    if not (mention or post or text):
        raise LineError("neither id, mention_id nor text is there; one is needed")
    if mention and not (mention.isascii() and mention.isdigit() and len(mention) < 19):
        raise LineError(f"mention_id is {mention!r:.80}; expected a number")
    return Line(
        number=number,
        mention_id=int(mention) if mention else None,
        post=post,
        text=text,
        lang=_string(found, "lang", MOST_NAME)[:16],
        brand=_string(found, "brand", MOST_NAME),
        verdict=verdict,
        raw=raw,
    )


def _string(found: Mapping[str, Any], name: str, most: int) -> str:
    value = found.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = json.dumps(value)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LineError(f"{name} is {type(value).__name__}; expected a string")
    if "\0" in value or _has_half(value):
        raise LineError(f"{name} holds what is no text; is the file UTF-8?")
    if len(value) > most:
        raise LineError(f"{name} is longer than {most:,} characters")
    return value.strip()


def _has_half(value: str) -> bool:
    """Tell whether there is half of a character pair, which cannot be stored."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return False
