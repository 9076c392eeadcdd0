"""Posts from files: one JSON object a line (Post JSONL), or a table with a header.

The format is described in docs/sources/files.md. It is shared by the `files`
source and the `import` command. One bad line is poison, with its number and the
reason; the rest goes on. Lines over 1 MB are passed over without being held.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, make_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, cast

import msgspec

from monitor.core.errors import PoisonError, SourceChanged
from monitor.core.model import Author, Post, PostKind
from sources.base import Poison
from sources.fields import (
    KIND,
    KINDS,
    KNOWN,
    STARS,
    Reading,
    checked,
    poison,
    post_from,
    when,
)
from sources.streams import opened
from sources.tables import TableReader

MAX_LINE = 1_000_000

_TABLE_SUFFIXES = {".csv", ".tsv"}
_LINES_SUFFIXES = {".jsonl", ".ndjson"}
_UTF8_MARK = b"\xef\xbb\xbf"


class _AuthorFields(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    id: str | int | None = None
    handle: str | None = None
    name: str | None = None
    url: str | None = None
    followers: int | None = None


class _Fields(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A line as most files have it; anything else goes the slower, kinder way."""

    id: str | int
    source: str | None = None
    text: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | _AuthorFields | None = None
    published_at: str | None = None
    lang: str | None = None
    rating: float | None = None
    rating_scale: float | None = None
    kind: str | None = None
    in_reply_to: str | None = None
    metrics: dict[str, int] | None = None
    extra: dict[str, Any] | None = None


_decode_fields = msgspec.json.Decoder(_Fields).decode
_decode_any = msgspec.json.Decoder().decode

# A frozen dataclass takes five times as long to make as a plain one. A draft has
# the same slots, so that it can become the real thing when it is complete.
_PostDraft: Any = make_dataclass(
    "_PostDraft", [f.name for f in fields(Post)], slots=True
)
_AuthorDraft: Any = make_dataclass(
    "_AuthorDraft", [f.name for f in fields(Author)], slots=True
)
_POST = PostKind.POST
_NOTHING: dict[str, Any] = {}


def read_jsonl(
    stream: BinaryIO, *, now: datetime, source: str = KIND
) -> Iterator[Post | Poison]:
    """Yield the posts of a stream of Post JSONL, and poison for bad lines."""
    return _all(LineReader(stream, Reading(now=now, source=source)))


def read_csv(
    stream: BinaryIO,
    *,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    source: str = KIND,
    encoding: str = "",
) -> Iterator[Post | Poison]:
    """Yield the posts of a table with a header row, and poison for bad rows.

    `mapping` names the file's column for a field of ours (`{"id": "Tweet ID"}`).
    The encoding is found out if it is not given. Raises SourceChanged, listing
    the columns found, if there is none for `id` or a mapped one is missing.
    """
    reading = Reading(now=now, source=source, mapping=mapping or {}, encoding=encoding)
    yield from _all(TableReader(stream, reading))


def _all(reader: LineReader | TableReader) -> Iterator[Post | Poison]:
    yield from reader.items()
    rest = reader.take_rest()
    if rest is not None:
        yield rest


def open_records(
    path: str | Path,
    *,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    source: str = KIND,
    encoding: str = "",
) -> Iterator[Post | Poison]:
    """Yield the posts of a file; `-` is standard input.

    The suffix decides between lines and a table (.gz may follow it); without a
    known one the first character does. Raises SourceRejected if the file cannot
    be opened, SourceChanged if it is neither.
    """
    with opened(path) as (stream, head):
        if is_table(path, head, mapping):
            yield from read_csv(
                stream, now=now, mapping=mapping, source=source, encoding=encoding
            )
        else:
            refuse_array(path, head)
            yield from read_jsonl(stream, now=now, source=source)


def is_table(
    path: str | Path, head: bytes, mapping: Mapping[str, str] | None = None
) -> bool:
    """Say whether a file is a table rather than lines of JSON."""
    name = Path(path)
    suffix = (name.with_suffix("") if name.suffix == ".gz" else name).suffix.lower()
    if suffix in _TABLE_SUFFIXES or suffix in _LINES_SUFFIXES:
        return suffix in _TABLE_SUFFIXES
    first = head.removeprefix(_UTF8_MARK).lstrip()[:1]
    return first not in (b"{", b"[") and (bool(mapping) or first != b"")


def refuse_array(path: str | Path, head: bytes) -> None:
    """Raise SourceChanged if a file is one JSON array instead of lines."""
    if head.removeprefix(_UTF8_MARK).lstrip()[:1] == b"[" and b"{" in head:
        raise SourceChanged(
            KIND,
            f"file {str(path)!r} is one JSON array; write one object a line,"
            " for example with: jq -c '.[]' FILE",
        )


class LineReader:
    """Turns a stream of Post JSONL into (post or poison, offset after it) pairs.

    `offset` is where the stream stands already. A last line that has no line break
    and is no whole record waits for `take_rest`: it may still be growing.
    """

    def __init__(self, stream: BinaryIO, reading: Reading, *, offset: int = 0) -> None:
        self._stream = stream
        self._now = reading.now
        self._source = reading.source
        self._number = 0
        self._is_plain = True
        self._rest = b""
        self.end = offset

    def __iter__(self) -> Iterator[tuple[Post | Poison, int]]:
        for item in self.items():
            yield item, self.end

    def items(self) -> Iterator[Post | Poison]:
        """Yield posts and poison; `end` is where the last one ended."""
        readline, read = self._stream.readline, self._item
        while line := readline(MAX_LINE + 1):
            self._number += 1
            self.end += len(line)
            if len(line) > MAX_LINE:
                yield self._too_long(line)
                continue
            if self._number == 1:
                line = line.removeprefix(_UTF8_MARK)
            if line.isspace() or not line:
                continue
            item = read(line)
            if type(item) is Poison and line[-1:] != b"\n":
                # An object that is cut off never reads as a whole one.
                self._rest = line
                self.end -= len(line)
                return
            yield item

    @property
    def has_rest(self) -> bool:
        """There is an unfinished last line."""
        return bool(self._rest)

    def take_rest(self) -> Post | Poison | None:
        """Return the unfinished last line as it is, when nothing will follow."""
        line, self._rest = self._rest, b""
        self.end += len(line)
        return self._item(line) if line else None

    def _too_long(self, start: bytes) -> Poison:
        part = start
        while part and not part.endswith(b"\n"):
            part = self._stream.readline(MAX_LINE)
            self.end += len(part)
        return poison(start, self._number, f"longer than {MAX_LINE:,} bytes")

    def _item(self, line: bytes) -> Post | Poison:
        try:
            post = self._plain(line) if self._is_plain else None
            if post is None:
                return self._kindly(line)
            return checked(post, now=self._now)
        except PoisonError as exc:
            return poison(line, self._number, str(exc))

    def _plain(self, line: bytes) -> Post | None:
        """Return the post of a line that is just as the format has it, or None."""
        try:
            return self._post(_decode_fields(line), _NOTHING)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def _kindly(self, line: bytes) -> Post | Poison:
        values = _decode(line)
        unknown = {name: values.pop(name) for name in values.keys() - KNOWN}
        # Lines of one file are alike: begin with what fitted the last one.
        self._is_plain = not unknown
        try:
            post = self._post(msgspec.convert(values, _Fields), unknown)
        except msgspec.ValidationError:
            post = None
        if post is None:
            values |= unknown
            return post_from(values, now=self._now, source=self._source)
        return checked(post, now=self._now)

    def _post(self, values: _Fields, unknown: dict[str, Any]) -> Post | None:
        kind = _POST if values.kind is None else KINDS.get(values.kind or "post")
        if kind is None:
            return None
        published_at, precision = when(values.published_at, self._now)
        post_id = values.id
        extra = values.extra or {}
        scale = values.rating_scale
        author = values.author
        draft = _PostDraft(
            values.source or self._source,
            post_id if type(post_id) is str else str(post_id),
            values.text or "",
            values.title or "",
            values.url or "",
            None if author is None else _author(author),
            published_at,
            precision,
            kind,
            values.lang or "",
            values.rating,
            STARS if scale is None else scale,
            values.in_reply_to or "",
            values.metrics or {},
            None,
            False,
            {**unknown, **extra} if unknown else extra,
        )
        draft.__class__ = Post
        return cast(Post, draft)


def _author(values: str | _AuthorFields) -> Author | None:
    if isinstance(values, str):
        if not values.strip():
            return None
        return _made(values, values.lstrip("@"), "", "", None)
    name = values.name or ""
    handle = values.handle or ""
    if handle[:1] == "@":
        handle = handle.lstrip("@")
    known = handle or name or values.url if values.id is None else values.id
    if not known and known != 0:
        return None
    return _made(str(known), handle, name, values.url or "", values.followers)


def _made(*fields: Any) -> Author:
    draft = _AuthorDraft(*fields)
    draft.__class__ = Author
    return cast(Author, draft)


def _decode(line: bytes) -> dict[str, Any]:
    """Return the object in a line; PoisonError says why there is none."""
    try:
        values = _decode_any(line)
    except UnicodeDecodeError as exc:
        raise PoisonError("not UTF-8") from exc
    except RecursionError as exc:
        raise PoisonError("nested too deeply") from exc
    except msgspec.MsgspecError:
        # Lone surrogates, huge numbers and raw control characters can be borne.
        values = _decode_kindly(line)
    if not isinstance(values, dict):
        raise PoisonError(f"a JSON {type(values).__name__}, not an object")
    return values


def _decode_kindly(line: bytes) -> Any:
    try:
        return json.loads(
            line.decode(), strict=False, parse_int=_whole, parse_constant=_refuse
        )
    except RecursionError as exc:
        raise PoisonError("nested too deeply") from exc
    except json.JSONDecodeError as exc:
        raise PoisonError(f"not JSON: {exc.msg} at character {exc.pos + 1}") from exc
    except UnicodeDecodeError as exc:
        raise PoisonError("not UTF-8") from exc


def _whole(digits: str) -> int | str:
    # Reading thousands of digits takes long; as text they are kept, or refused.
    return int(digits) if len(digits) < 40 else digits


def _refuse(name: str) -> NoReturn:
    raise PoisonError(f"not JSON: {name} is not a number in JSON")
