"""A watched folder: Post JSONL and tables that other programs put there.

Format: docs/sources/files.md. Nothing is moved, locked or written.
Limits: 1 MB a line or row. sources/folder.py says how files are remembered.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from pydantic import Field

from monitor.core.errors import SourceError, SourceRejected
from monitor.core.model import Post
from sources.base import Cursor, Page, Poison, SourceQuery, SourceSettings
from sources.fields import Reading
from sources.folder import Age, FoundFile, Memory, Place, find_files
from sources.records import LineReader, is_table, refuse_array
from sources.streams import READ_ERRORS, opened
from sources.tables import TableReader

if TYPE_CHECKING:
    from sources.http import Net

KIND = "files"
PAGE_SIZE = 500

# A last line that is cut off is waited for; after an hour it is taken as it is.
PATIENCE_NS = 3600 * 10**9
# The last row of a table can look whole when it is not: wait until it stands still.
SETTLE_NS = 10 * 10**9

_HEAD = 256
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

log = logging.getLogger(__name__)

_Reader = LineReader | TableReader
_Items = list[Post | Poison]


class FilesSettings(SourceSettings):
    """Which folder to watch, and how to read what is in it."""

    path: str = Field(min_length=1, description="Folder to watch, or a single file.")
    pattern: str = Field(
        "",
        description="Names to read, like 'reviews-*.csv'. Empty: all .jsonl, .ndjson,"
        " .csv and .tsv files, also with .gz.",
    )
    recursive: bool = Field(False, description="Look into the folders in it too.")
    columns: dict[str, str] = Field(
        {}, description="For tables: our field and the file's column (id: Tweet ID)."
    )
    encoding: str = Field("", description="Encoding of tables. Empty: found out.")
    source: str = Field(
        "import", min_length=1, description="Network of posts that do not name one."
    )


class FilesSource:
    """Read new and grown files of a folder, oldest first."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = FilesSettings
    needs_key: ClassVar[bool] = False
    notes: ClassVar[str] = "JSONL and CSV files that other programs put in a folder"
    reads_whole: ClassVar[bool] = True

    def __init__(self, settings: FilesSettings, *, net: Net) -> None:
        self._settings = settings
        self._clock = net.clock

    def check(self) -> None:
        self._list()

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        del query  # a folder cannot be asked; what is in it is matched later
        now = self._clock.now()
        memory = Memory.from_cursor(since, now_ns=_ns(now))
        files = self._list()
        present = {file.key for file in files}
        memory.places = {k: p for k, p in memory.places.items() if k in present}
        unread = [f for f in files if not memory.has_read(f)]
        failure: SourceError | None = None
        for number, file in enumerate(unread, 1):
            walk = _Walk(self._settings, file, memory, now)
            following = unread[number].age if number < len(unread) else None
            try:
                yield from walk.pages(following)
            except SourceError as exc:
                # The other files are not to blame: they are read first.
                failure = _about(file, exc)
                memory.keep_below(file)
        yield Page(cursor=memory.cursor())
        if failure is not None:
            raise failure

    def _list(self) -> list[FoundFile]:
        settings = self._settings
        path = Path(settings.path).expanduser()
        try:
            return find_files(
                path, pattern=settings.pattern, recursive=settings.recursive
            )
        except (OSError, NotImplementedError, ValueError) as exc:
            raise SourceRejected(
                KIND,
                f"folder {settings.path!r} cannot be read:"
                f" {getattr(exc, 'strerror', None) or exc}; check path and pattern",
            ) from exc


class _Walk:
    """The reading of one file, from where it was left."""

    def __init__(
        self, settings: FilesSettings, file: FoundFile, memory: Memory, now: datetime
    ) -> None:
        self._file = file
        self._memory = memory
        self._before = memory.places.get(file.key)
        self._now = now
        self._reading = Reading(
            now=now,
            source=settings.source,
            mapping=settings.columns,
            encoding=settings.encoding,
        )
        self._head = b""

    def pages(self, following: Age | None) -> Iterator[Page]:
        """Yield what is new in the file; each cursor covers what came before it.

        `following` is the age of the next file that has to be read.
        """
        with opened(self._file.path) as (stream, head):
            self._head = head
            reader = self._reader(stream)
            for items in _batches(reader):
                self._keep(reader.end, done=False, following=self._file.age)
                yield self._page(items)
            last: _Items = []
            if reader.has_rest and self._is_final(reader):
                item = reader.take_rest()
                last = [] if item is None else [item]
            is_done = not reader.has_rest
            self._keep(reader.end, done=is_done, following=following)
            if last:
                yield self._page(last)

    def _reader(self, stream: BinaryIO) -> _Reader:
        start = self._start(stream)
        if is_table(self._file.path, self._head, self._reading.mapping):
            return TableReader(stream, self._reading, offset=start)
        refuse_array(self._file.path, self._head)
        if start:
            stream.seek(start)
        return LineReader(stream, self._reading, offset=start)

    def _start(self, stream: BinaryIO) -> int:
        """Return where to go on: 0 if the file is not the one it was."""
        before = self._before
        if before is None or not before.offset or not stream.seekable():
            return 0
        stream.seek(before.offset - 1)
        has_shrunk = not stream.read(1)
        stream.seek(0)
        is_same = before.head == _fingerprint(self._head, before.offset)
        return before.offset if is_same and not has_shrunk else 0

    def _is_final(self, reader: _Reader) -> bool:
        """Say whether nothing more will be written to the last line."""
        age = _ns(self._now) - self._file.changed
        if isinstance(reader, LineReader):
            return age > PATIENCE_NS
        before = self._before
        stands = before is not None and before.changed == self._file.changed
        return stands or age > SETTLE_NS

    def _keep(self, offset: int, *, done: bool, following: Age | None) -> None:
        place = Place(
            offset=offset,
            head=_fingerprint(self._head, offset),
            changed=self._file.changed,
            done=done,
        )
        self._memory.put(self._file, place, following=following)

    def _page(self, items: _Items) -> Page:
        name = self._file.path.name
        poison = tuple(
            Poison(raw=item.raw, reason=f"{name}, {item.reason}"[:300])
            for item in items
            if isinstance(item, Poison)
        )
        if poison:
            log.warning("items left out", extra={"kind": KIND, "count": len(poison)})
        return Page(
            posts=tuple(item for item in items if isinstance(item, Post)),
            poison=poison,
            cursor=self._memory.cursor(),
        )


def _batches(reader: _Reader) -> Iterator[_Items]:
    """Yield items in pages; what was read before a file broke off comes too."""
    batch: _Items = []
    try:
        for item, _end in reader:
            batch.append(item)
            if len(batch) == PAGE_SIZE:
                yield batch
                batch = []
    except READ_ERRORS:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _about(file: FoundFile, error: SourceError) -> SourceError:
    """Return the error as this source's, with the name of the file in it."""
    text = str(error).removeprefix(f"{error.source}: ")
    name = repr(file.path.name)
    named = type(error)(KIND, text if file.path.name in text else f"{name}: {text}")
    named.__cause__ = error
    return named


def _fingerprint(head: bytes, offset: int) -> int:
    return zlib.crc32(head[: min(_HEAD, offset)])


def _ns(instant: datetime) -> int:
    return int((instant - _EPOCH).total_seconds() * 10**9)
