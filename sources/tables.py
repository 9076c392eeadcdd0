"""Tables with a header row (CSV, TSV, what spreadsheets save) as posts.

Encoding and separator are found out. Columns are named as the fields of Post JSONL,
`author.handle` and `metrics.likes` reach inside; other columns are kept in `extra`.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from monitor.core.errors import PoisonError, SourceChanged
from monitor.core.model import Post
from sources.base import Poison
from sources.fields import KIND, KNOWN, Reading, poison, post_from

MAX_ROW = 1_000_000
SAMPLE = 262_144

_NESTED = ("author", "metrics", "extra")
_SEPARATORS = ",;\t|"
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")
_QUOTED = re.compile(r'"[^"]*"')

# The limit is the module's, for the whole process; ours is above its default.
csv.field_size_limit(MAX_ROW)


_Row = list[str] | PoisonError
_Column = tuple[str, str]


class _RowTooLong(Exception):
    """A row, most likely an open quotation, has taken too many lines."""


class TableReader:
    """Turns a table into (post or poison, offset after it) pairs.

    Rows that end at or before `offset` are passed over. A last row that has no line
    break waits for `take_rest`: it may still be growing.
    """

    def __init__(self, stream: BinaryIO, reading: Reading, *, offset: int = 0) -> None:
        self._now = reading.now
        self._source = reading.source
        self._mapping = reading.mapping
        self._offset = offset
        self._lines = _Lines(stream, reading.encoding)
        self._rest: Post | Poison | None = None
        self.end = offset

    def items(self) -> Iterator[Post | Poison]:
        """Yield posts and poison; `end` is where the last one ended."""
        for item, _end in self:
            yield item

    def __iter__(self) -> Iterator[tuple[Post | Poison, int]]:
        lines = self._lines
        rows = csv.reader(lines, delimiter=lines.separator(), strict=True)
        header = _next_row(rows, lines)
        while header == []:
            header = _next_row(rows, lines)
        if header is None:
            return
        columns = _columns(header, self._mapping)
        while (row := _next_row(rows, lines)) is not None:
            if not row or lines.end <= self._offset:
                continue
            item = self._item(row, columns)
            if not lines.is_whole:
                self._rest = item
                return
            self.end = lines.end
            yield item, lines.end

    @property
    def has_rest(self) -> bool:
        """There is an unfinished last row."""
        return self._rest is not None

    def take_rest(self) -> Post | Poison | None:
        """Return the unfinished last row as it is, when nothing will follow."""
        item, self._rest = self._rest, None
        self.end = self._lines.end
        return item

    def _item(self, row: _Row, columns: Sequence[_Column]) -> Post | Poison:
        try:
            values = _values(row, columns)
            return post_from(values, now=self._now, source=self._source)
        except PoisonError as exc:
            return poison(b"".join(self._lines.taken), self._lines.number, str(exc))


def _next_row(rows: Iterator[list[str]], lines: _Lines) -> _Row | None:
    lines.begin_row()
    try:
        return next(rows, None)
    except _RowTooLong:
        lines.give_back()
        return PoisonError(f"longer than {MAX_ROW:,} bytes; is a quotation not closed?")
    except UnicodeDecodeError:
        return PoisonError(f"not {lines.encoding}")
    except csv.Error as exc:
        lines.give_back()
        return _alone(lines, exc)


def _alone(lines: _Lines, problem: csv.Error) -> _Row:
    """Read a line that does not keep the rules without those after it."""
    if lines.is_open():
        return PoisonError("a quotation is not closed")
    try:
        line = lines.taken[0].decode(lines.encoding)
        return next(csv.reader([line], delimiter=lines.separator()))
    except (csv.Error, UnicodeDecodeError):
        return PoisonError(f"not a row of a table: {problem}")


def _columns(header: _Row, mapping: Mapping[str, str]) -> list[_Column]:
    """Return what each column is, from its name or what the operator said of it."""
    if isinstance(header, PoisonError):
        raise SourceChanged(KIND, f"the header of the table is {header}")
    names = [name.strip() for name in header]
    columns = [_column(name, number) for number, name in enumerate(names, 1)]
    for field, wanted in mapping.items():
        place = _find(names, wanted)
        if place is None:
            raise SourceChanged(
                KIND, f"no column {wanted!r} in the table; {_list(names)}"
            )
        columns = [(("extra", n[0]) if n == (field, "") else n) for n in columns]
        columns[place] = _target(field)
    if ("id", "") not in columns:
        raise SourceChanged(
            KIND,
            f"no column 'id' in the table; {_list(names)};"
            " say which one it is with --map id=COLUMN",
        )
    return columns


def _find(names: list[str], wanted: str) -> int | None:
    wanted = wanted.strip()
    if wanted in names:
        return names.index(wanted)
    folded = [name.casefold() for name in names]
    return folded.index(wanted.casefold()) if wanted.casefold() in folded else None


def _list(names: list[str]) -> str:
    shown = ", ".join(repr(name[:60]) for name in names[:50])
    return f"columns found: {shown or 'none'}"


def _column(name: str, number: int) -> _Column:
    top, _, sub = name.casefold().partition(".")
    if top in KNOWN and (not sub or top in _NESTED):
        return top, sub
    return "extra", name or f"column {number}"


def _target(field: str) -> _Column:
    top, _, sub = field.partition(".")
    return (top, sub) if top in KNOWN else ("extra", field)


def _values(row: _Row, columns: Sequence[_Column]) -> dict[str, Any]:
    if isinstance(row, PoisonError):
        raise row
    if any(row[len(columns) :]):
        raise PoisonError(f"{len(row)} cells, but the header has {len(columns)}")
    values: dict[str, Any] = {}
    for (top, sub), cell in zip(columns, row, strict=False):
        if not cell:
            continue
        if not sub:
            values[top] = _object(cell) if top in _NESTED else cell
            continue
        inside = values.setdefault(top, {})
        if not isinstance(inside, dict):
            inside = values[top] = {"handle": inside}
        inside[sub] = cell
    return values


def _object(cell: str) -> Any:
    """Return a cell that holds a JSON object as that object."""
    if not cell.startswith("{"):
        return cell
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell


class _Lines:
    """Lines of text for the csv module, counted, and remembered for each row."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        sample = stream.read(SAMPLE)
        self.encoding = encoding or find_encoding(sample)
        self.taken: list[bytes] = []
        self.end = 0
        self.number = 0
        self.is_whole = True
        self._sample = sample
        self._head = io.BytesIO(sample)
        self._stream = stream
        self._again: deque[bytes] = deque()
        self._next_number = 1

    def separator(self) -> str:
        """Return the separator that the first line has most of."""
        line = self._sample.split(b"\n", 1)[0].decode(self.encoding, "replace")
        bare = _QUOTED.sub("", line)
        return max(_SEPARATORS, key=bare.count)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        if not line:
            raise StopIteration
        self.is_whole = line.endswith(b"\n")
        self.taken.append(line)
        self.end += len(line)
        self._next_number += 1
        self._size += len(line)
        if self._size > MAX_ROW:
            raise _RowTooLong
        encoding = self.encoding
        if encoding == "utf-8-sig" and self._next_number > 2:
            encoding = "utf-8"
        return line.decode(encoding)

    def begin_row(self) -> None:
        """Forget the last row's lines."""
        self.taken = []
        self.number = self._next_number
        self._size = 0

    def is_open(self) -> bool:
        """Say whether the row's quotation marks do not pair up."""
        return sum(line.count(b'"') for line in self.taken) % 2 == 1

    def give_back(self) -> None:
        """Keep only the row's first line; what came after it is read again."""
        first, *others = self.taken
        self._again.extendleft(reversed(others))
        self.taken = [first]
        self.end -= sum(map(len, others))
        self._next_number = self.number + 1
        part = first
        while not part.endswith(b"\n"):
            part = self._again.popleft() if self._again else self._read()
            self.end += len(part)
            if not part:
                break
        self.is_whole = part.endswith(b"\n")

    def _read(self) -> bytes:
        line = self._head.readline(MAX_ROW + 1)
        if line.endswith(b"\n") or len(line) > MAX_ROW:
            return line
        return line + self._stream.readline(MAX_ROW + 1 - len(line))


def find_encoding(sample: bytes) -> str:
    """Return the encoding that a sample of a table is most likely in.

    UTF-8 shows itself. Korean (cp949) and Chinese (gb18030) share most of their
    bytes: read as Korean, Chinese is full of rare Han characters. Single bytes
    above 127 between plain letters are a Western spreadsheet.
    """
    if _decodes(sample, "utf-8-sig") is not None:
        return "utf-8-sig"
    runs = _HIGH_BYTES.findall(sample)
    if sum(len(run) == 1 for run in runs) * 2 > len(runs):
        return "cp1252"
    korean = _decodes(sample, "cp949")
    if korean is not None:
        hangul = len(_HANGUL.findall(korean))
        han = len(_HAN.findall(korean))
        if han * 10 <= hangul:
            return "cp949"
    return "gb18030" if _decodes(sample, "gb18030") is not None else "cp1252"


def _decodes(sample: bytes, encoding: str) -> str | None:
    """Return the text, or None; a character cut off at the end is no fault."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return decoder.decode(sample, final=len(sample) < SAMPLE)
    except UnicodeDecodeError:
        return None
