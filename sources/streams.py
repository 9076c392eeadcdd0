"""Opening files of unknown make: packed, in UTF-16, or standard input."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from monitor.core.errors import SourceRejected, SourceUnavailable

KIND = "import"  # as in sources.fields, which this does not need
STDIN = "-"
HEAD = 65_536

READ_ERRORS = (EOFError, OSError, zlib.error)

_CHUNK = 65_536
_GZIP_MARK = b"\x1f\x8b"


@contextmanager
def opened(path: str | Path) -> Iterator[tuple[BinaryIO, bytes]]:
    """Open a file for reading bytes of UTF-8 (or what it is in); give its head too.

    `.gz` is unpacked and UTF-16 turned into UTF-8. Raises SourceRejected if it
    cannot be opened, SourceUnavailable if reading it breaks off.
    """
    with ExitStack() as stack:
        try:
            if str(path) == STDIN:
                raw: BinaryIO = sys.stdin.buffer
            else:
                raw = stack.enter_context(Path(path).open("rb"))
        except OSError as exc:
            reason = exc.strerror or type(exc).__name__
            raise SourceRejected(
                KIND, f"file {str(path)!r} cannot be opened: {reason}; check the path"
            ) from exc
        try:
            yield _peeled(raw)
        except READ_ERRORS as exc:
            raise SourceUnavailable(
                KIND, f"file {str(path)!r} cannot be read to its end: {exc}"
            ) from exc


def _peeled(raw: BinaryIO) -> tuple[BinaryIO, bytes]:
    can_seek = raw.seekable()
    head, stream = _peek(raw, can_seek=can_seek)
    if head.startswith(_GZIP_MARK):
        unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=stream))
        head, stream = _peek(unpacked, can_seek=can_seek)
    encoding = _utf16(head)
    if encoding:
        head, stream = _peek(_stream_of(_in_utf8(stream, encoding)), can_seek=False)
    return stream, head


def _peek(stream: BinaryIO, *, can_seek: bool) -> tuple[bytes, BinaryIO]:
    """Return the first bytes, and a stream that still begins with them."""
    if can_seek:
        start = stream.tell()
        head = stream.read(HEAD)
        stream.seek(start)
        return head, stream
    # A pipe may stay open for long: take what there is.
    pipe = cast(io.BufferedReader, stream)
    head = pipe.read1(HEAD)
    rest = iter(lambda: pipe.read1(_CHUNK), b"")
    return head, _stream_of(chain([head] if head else [], rest))


def _utf16(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Without a mark: the first characters of JSON and of most headers are ASCII.
    if len(head) >= 4 and head[1] == head[3] == 0 and head[0]:
        return "utf-16-le"
    if len(head) >= 4 and head[0] == head[2] == 0 and head[1]:
        return "utf-16-be"
    return ""


def _in_utf8(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while chunk := stream.read(_CHUNK):
        if text := decoder.decode(chunk):
            yield text.encode("utf-8", "replace")
    if text := decoder.decode(b"", final=True):
        yield text.encode("utf-8", "replace")


def _stream_of(parts: Iterator[bytes]) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Parts(parts), _CHUNK))


class _Parts(io.RawIOBase):
    """A stream of the parts that an iterator gives."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # io's own
        if not self._left:
            self._left = next(self._parts, b"")
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size
