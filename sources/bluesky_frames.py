"""What Jetstream sends, and whether it can be of interest.

Version 2: https://github.com/bluesky-social/jetstream, lexicon
network.bsky.jetstream.subscribeEvents. Version 1: `/subscribe` of the same servers.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import msgspec

from monitor.core.errors import SourceUnavailable
from monitor.core.model import Author, Post, PostKind
from monitor.core.text import fold
from sources.base import SourceQuery

KIND = "bluesky"
COLLECTION = "app.bsky.feed.post"
SITE = "https://bsky.app/profile"

_HIDING = (b"\\u", b"\\b", b"\x7f")
_WORD = re.compile(r"\w+")


class _Parent(msgspec.Struct):
    uri: str = ""


class _Reply(msgspec.Struct):
    parent: _Parent | None = None


class _Record(msgspec.Struct):
    text: str = ""
    langs: list[str] | None = None
    createdAt: str = ""  # noqa: N815  # the network's own name
    reply: _Reply | None = None


class Commit(msgspec.Struct, kw_only=True):
    """One change of one record: `position` is where the stream stands after it."""

    operation: str
    collection: str
    rkey: str
    record: _Record | None = None
    did: str = ""
    seq: int = 0
    time: str = ""
    witnessedAt: str = ""  # noqa: N815  # the network's own name
    at_us: int = 0


class _Kind(msgspec.Struct):
    type: str = msgspec.field(name="$type", default="")
    name: str = ""
    seq: int = 0
    time: str = ""
    witnessedAt: str = ""  # noqa: N815  # the network's own name


class _Envelope(msgspec.Struct):
    type: str = msgspec.field(name="$type", default="")
    payload: msgspec.Raw = msgspec.Raw(b"{}")
    error: str = ""


class Position(msgspec.Struct, frozen=True):
    """Where a stream stands: by the server's own count, and in time."""

    seq: int = 0
    at_us: int = 0


class _Legacy(msgspec.Struct):
    did: str
    time_us: int
    kind: str = ""
    commit: Commit | None = None


_decode_envelope = msgspec.json.Decoder(_Envelope).decode
_decode_kind = msgspec.json.Decoder(_Kind).decode
_decode_commit = msgspec.json.Decoder(Commit).decode
_decode_legacy = msgspec.json.Decoder(_Legacy).decode


class Notice(str):
    """The name of an advisory: OutdatedCursor, FutureCursor."""

    __slots__ = ()


def read_frame(frame: bytes, *, version: int) -> Commit | Notice | None:
    """Return what a frame says; None if it is of no concern.

    Raises ValueError (msgspec's are) if it cannot be read, SourceUnavailable if the
    server says that it ends the stream.
    """
    return _read_legacy(frame) if version == 1 else _read(frame)


def _read(frame: bytes) -> Commit | Notice | None:
    envelope = _decode_envelope(frame)
    if envelope.type == "error":
        raise SourceUnavailable(KIND, f"the server ended the stream: {envelope.error}")
    about = _decode_kind(envelope.payload)
    if about.type.endswith("#info"):
        return Notice(about.name)
    if about.type and not about.type.endswith("#commit"):
        return None
    commit = _decode_commit(envelope.payload)
    commit.at_us = _microseconds(commit.witnessedAt or commit.time)
    return commit if commit.collection == COLLECTION else None


def _read_legacy(frame: bytes) -> Commit | None:
    event = _decode_legacy(frame)
    commit = event.commit
    if event.kind != "commit" or commit is None or commit.collection != COLLECTION:
        return None
    commit.did = event.did
    commit.at_us = commit.seq = event.time_us
    return commit


def read_position(frame: bytes, *, version: int) -> Position | None:
    """Return where the stream stands after a frame; None if the frame has no place."""
    try:
        if version == 1:
            at_us = _decode_legacy(frame).time_us
            return Position(seq=at_us, at_us=at_us)
        about = _decode_kind(_decode_envelope(frame).payload)
        at_us = _microseconds(about.witnessedAt or about.time)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return None
    return Position(seq=about.seq, at_us=at_us) if about.seq else None


def to_post(commit: Commit) -> Post:
    """Return the post of a commit, a tombstone if it was deleted."""
    record = commit.record
    at = _instant(commit.time) if commit.time else _from_us(commit.at_us)
    external_id = f"at://{_filled(commit.did)}/{COLLECTION}/{_filled(commit.rkey)}"
    if commit.operation == "delete":
        return Post(source=KIND, external_id=external_id, published_at=at, deleted=True)
    if record is None:
        raise ValueError(f"record is missing ({commit.operation[:20]!r})")
    parent = record.reply.parent if record.reply else None
    is_edit = commit.operation == "update"
    return Post(
        source=KIND,
        external_id=external_id,
        text=record.text,
        url=f"{SITE}/{commit.did}/post/{commit.rkey}",
        author=Author(external_id=commit.did, url=f"{SITE}/{commit.did}"),
        # createdAt is the writer's claim; an edit leaves nothing better.
        published_at=_claimed(record.createdAt, at) if is_edit else at,
        edited_at=at if is_edit else None,
        kind=PostKind.COMMENT if parent else PostKind.POST,
        lang=record.langs[0] if record.langs else "",
        in_reply_to=parent.uri if parent else "",
    )


def _filled(part: str) -> str:
    if not part:
        raise ValueError("did or rkey is missing")
    return part


def _claimed(text: str, latest: datetime) -> datetime:
    try:
        claimed = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return latest
    return min(claimed, latest)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        return instant.replace(tzinfo=UTC)
    return instant.astimezone(UTC)


def _from_us(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1_000_000, UTC)


def _microseconds(text: str) -> int:
    return round(_instant(text).timestamp() * 1_000_000)


class Filter:
    """Leaves out what cannot match, most of it without reading it.

    Needles are whole words of the query, folded as the matcher folds. A frame in
    ASCII without one of them in it is out. What a frame with other characters says
    is known only after folding, so its text is looked at.
    """

    def __init__(self, query: SourceQuery) -> None:
        words = [*query.terms, *query.hashtags, *query.handles]
        if not words and query.text:
            words = [query.text]
        needles = {_needle(fold(word)) for word in words}
        self._needles = tuple(needles - {""})
        # What no search can ask for is not among the words either.
        self._takes_all = not needles or "" in needles or bool(query.unasked)
        # Signs can be written in several ways in a frame; letters cannot.
        self._reads_all = not all(_WORD.fullmatch(needle) for needle in needles)
        self._raw = tuple(needle.encode() for needle in self._needles)

    def may_concern(self, frame: bytes) -> bool:
        """Say no only if the frame surely has none of the words."""
        if self._takes_all or self._reads_all or not frame.isascii():
            return True
        small = frame.lower()
        return (
            any(needle in small for needle in self._raw)
            # Deletions and edits carry no words that could tell.
            or b'"create"' not in frame
            # Escaped or invisible characters can stand inside a word.
            or any(sign in frame for sign in _HIDING)
        )

    def wants(self, commit: Commit) -> bool:
        """Say no only if the text surely has none of the words."""
        if self._takes_all or commit.operation != "create" or commit.record is None:
            return True
        text = fold(commit.record.text)
        return any(needle in text for needle in self._needles)


def _needle(folded: str) -> str:
    """Return the longest word: a match has it, whatever stands between words."""
    return max(_WORD.findall(folded), key=len, default=folded.strip())
