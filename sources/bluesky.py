"""Bluesky: every new post of the network, through Jetstream, without a key.

API:    https://github.com/bluesky-social/jetstream (version 2, and the older one)
Limits: none for reading; the servers keep about 36 hours. Searching through the
        public API is refused on purpose: Bluesky asks to listen instead.
Terms:  deletions and edits come through the same stream and are passed on.
"""

from __future__ import annotations

import json
import logging
import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Literal
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec
from pydantic import Field
from websockets.exceptions import InvalidStatus

from monitor.core.errors import SourceChanged, SourceError, SourceRejected
from monitor.core.model import Post
from sources.base import Cursor, Page, Poison, SourceQuery, SourceSettings
from sources.bluesky_frames import (
    COLLECTION,
    KIND,
    Commit,
    Filter,
    Notice,
    Position,
    read_frame,
    read_position,
    to_post,
)
from sources.http import error_for
from sources.websocket import connected

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

    from sources.http import Net

SUBPROTOCOL = "xrpc.v1.json"
MAX_FRAME = 1_000_000
MAX_EVENTS = 500_000
PAGE_POSTS = 100
PAGE_EVENTS = 1_000
SAVE_SECONDS = 5.0
HOLD_SECONDS = 0.5
MAX_ATTEMPTS = 3
TICK_SECONDS = 0.25
# The server shows times of its own: this near to now, the catch-up has arrived.
LIVE_US = 2_000_000
LIVE_EVENTS = 300
# Positions are a server's own. Going on at another is by time, a little earlier.
REWIND_US = 10_000_000
# The first position that is read as a time (microseconds since 1970).
FIRST_TIME = 10**15
# What version 1 keeps; asked for more it begins later without a word.
KEPT_US = 24 * 3600 * 1_000_000
JUMP_US = 3600 * 1_000_000

log = logging.getLogger(__name__)


class BlueskySettings(SourceSettings):
    """Which Jetstream server to listen to."""

    version: Literal[1, 2] = Field(2, description="Version of Jetstream's protocol.")
    base_url: str = Field(
        "wss://jetstream.us-east.bsky.network", description="Address of the server."
    )
    look_back_minutes: int = Field(
        15, ge=0, le=36 * 60, description="How far back the first run begins."
    )
    idle_seconds: float = Field(
        1.0, gt=0, le=30, description="Silence after which a catch-up has arrived."
    )


class BlueskySource:
    """Listen to all new posts; catch up from where the last run ended."""

    kind: ClassVar[str] = KIND
    Settings: ClassVar[type[SourceSettings]] = BlueskySettings
    needs_key: ClassVar[bool] = False
    min_interval: ClassVar[timedelta] = timedelta(seconds=30)
    notes: ClassVar[str] = "all posts as they come, keyless; a stream is best"
    reads_whole: ClassVar[bool] = True

    def __init__(self, settings: BlueskySettings, *, net: Net) -> None:
        self._settings = settings
        self._net = net
        parts = urlsplit(settings.base_url.rstrip("/"))
        scheme = {"http": "ws", "https": "wss"}.get(parts.scheme, parts.scheme)
        self._base = urlunsplit((scheme, parts.netloc, parts.path, "", ""))
        self._host = parts.netloc

    def check(self) -> None:
        with self._connected(Position()):
            pass

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        start = self._start(since)
        if since is None:
            back = timedelta(minutes=self._settings.look_back_minutes)
            start = Position(at_us=self._now_us() - int(back.total_seconds() * 1e6))
        listening = _Listening(self, query, start)
        with self._connected(start) as (connection, gap):
            listening.gap = gap
            yield from self._catch_up(connection, listening)
        yield listening.page()

    def stream(
        self, query: SourceQuery, since: Cursor | None, stop: threading.Event
    ) -> Iterator[Page]:
        """Go on from the cursor and keep listening; without one, begin now."""
        start = self._start(since)
        listening = _Listening(self, query, start)
        clock = self._net.clock
        with self._connected(start) as (connection, gap):
            listening.gap = gap
            handed_at = clock.monotonic()
            while not stop.is_set():
                is_quiet = not listening.hear(connection, TICK_SECONDS)
                waited = clock.monotonic() - handed_at
                if listening.is_ripe(waited, is_quiet=is_quiet):
                    handed_at = clock.monotonic()
                    yield listening.page()

    def _catch_up(
        self, connection: ClientConnection, listening: _Listening
    ) -> Iterator[Page]:
        """Read until the present, or until there is enough for one run."""
        left = MAX_EVENTS
        while left and listening.hear(connection, self._settings.idle_seconds):
            left -= 1
            if listening.is_full:
                yield listening.page()
            # A busy network never falls silent: take what is there, and leave.
            if left % LIVE_EVENTS == 0 and listening.position.at_us >= self._live_us():
                return

    def _start(self, since: Cursor | None) -> Position:
        """Return where a saved cursor is on this server."""
        known = since or {}
        at_us = int(known.get("at", 0))
        is_ours = (known.get("host"), known.get("v")) == (
            self._host,
            self._settings.version,
        )
        if is_ours:
            return Position(seq=int(known.get("seq", 0)), at_us=at_us)
        return Position(at_us=max(FIRST_TIME, at_us - REWIND_US) if at_us else 0)

    def cursor(self, position: Position) -> dict[str, Any]:
        """Return a cursor, from which another server can be gone on at too."""
        return {
            "seq": position.seq,
            "at": position.at_us,
            "host": self._host,
            "v": self._settings.version,
        }

    @property
    def version(self) -> int:
        """Return the version of the protocol."""
        return self._settings.version

    def has_jumped(self, start: Position, first: Position) -> bool:
        """Say whether version 1 has silently begun later than it was asked to."""
        is_old = self._now_us() - start.at_us > KEPT_US
        return is_old and first.at_us - start.at_us > JUMP_US

    def _live_us(self) -> int:
        return self._now_us() - LIVE_US

    def _now_us(self) -> int:
        return int(self._net.clock.now().timestamp() * 1_000_000)

    @contextmanager
    def _connected(self, start: Position) -> Iterator[tuple[ClientConnection, bool]]:
        """Connect at a position; say too whether events after it are lost."""
        place = start.seq or start.at_us
        for attempt in range(MAX_ATTEMPTS):
            with ExitStack() as stack:
                try:
                    connection = stack.enter_context(self._open(place))
                except InvalidStatus as exc:
                    following = _after_refusal(exc, place)
                    if following is None:
                        raise self._refused(exc) from exc
                else:
                    yield connection, attempt > 0
                    return
            log.warning("cursor is too old", extra={"kind": KIND, "cursor": place})
            place = following
        raise SourceRejected(KIND, "the server refuses its own oldest position")

    def _open(self, place: int) -> Any:
        params: list[tuple[str, str | int]]
        if self._settings.version == 1:
            path = "/subscribe"
            params = [("wantedCollections", COLLECTION)]
        else:
            path = "/xrpc/network.bsky.jetstream.subscribeEvents"
            params = [("kinds", "commit"), ("collections", COLLECTION)]
        params.append(("maxMessageSizeBytes", MAX_FRAME))
        if place:
            params.append(("cursor", place))
        return connected(
            self._net,
            f"{self._base}{path}?{urlencode(params)}",
            kind=KIND,
            subprotocols=[SUBPROTOCOL] if self._settings.version == 2 else [],
            max_bytes=MAX_FRAME * 2,
        )

    def _refused(self, exc: InvalidStatus) -> SourceError:
        response = exc.response
        if response.status_code == 200:
            return SourceChanged(KIND, "the answer is no WebSocket; check base_url")
        headers = dict(response.headers.raw_items())
        now = self._net.clock.now()
        return error_for(KIND, response.status_code, headers, now=now)


def _after_refusal(exc: InvalidStatus, place: int) -> int | None:
    """Return where to go on after CursorTooOld: the oldest event, or now (0).

    The message of the refusal names the oldest event that is kept.
    """
    response = exc.response
    body = bytes(response.body or b"")
    if response.status_code != 400 or not place or b"CursorTooOld" not in body:
        return None
    try:
        message = str(json.loads(body).get("message", ""))
    except (AttributeError, ValueError):
        return 0
    numbers = [int(digits) for digits in re.findall(r"\d{1,18}", message)]
    return max((n for n in numbers if place < n < FIRST_TIME), default=0)


class _Listening:
    """What has been heard since the last page."""

    def __init__(
        self, source: BlueskySource, query: SourceQuery, start: Position
    ) -> None:
        self._source = source
        self._filter = Filter(query)
        self._start = start
        self._position = start
        self._posts: list[Post] = []
        self._poison: list[Poison] = []
        self._events = 0
        self._is_first = True
        # The place of a frame that was left out is looked up when it is needed.
        self._left_out = b""
        self.gap = False

    @property
    def position(self) -> Position:
        """Return where the stream stands."""
        if self._left_out:
            frame, self._left_out = self._left_out, b""
            found = read_position(frame, version=self._source.version)
            self._position = found or self._position
        return self._position

    @property
    def is_full(self) -> bool:
        """It is time for a page, even if nothing in it is of interest."""
        return len(self._posts) >= PAGE_POSTS or self._events >= PAGE_EVENTS

    def is_ripe(self, waited: float, *, is_quiet: bool) -> bool:
        """Say whether to hand over a page, so long after the last one."""
        has_news = bool(self._posts or self._poison or self.gap)
        return (
            self.is_full
            or (has_news and (is_quiet or waited >= HOLD_SECONDS))
            or (self._events > 0 and waited >= SAVE_SECONDS)
        )

    def hear(self, connection: ClientConnection, seconds: float) -> bool:
        """Take in one frame; False if none came in time."""
        try:
            frame = bytes(connection.recv(timeout=seconds, decode=False))
        except TimeoutError:
            return False
        self._events += 1
        try:
            self._take(frame)
        except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as exc:
            reason = f"{type(exc).__name__}: {exc}"[:300]
            shown = frame[:4096].decode("utf-8", "replace")
            self._poison.append(Poison(raw=shown, reason=reason))
        return True

    def page(self) -> Page:
        """Return it all, and forget it."""
        page = Page(
            posts=tuple(self._posts),
            poison=tuple(self._poison),
            gap=self.gap,
            cursor=self._source.cursor(self.position),
        )
        self._posts, self._poison, self._events = [], [], 0
        self.gap = False
        return page

    def _take(self, frame: bytes) -> None:
        if self._is_first:
            self._look_at_first(frame)
        if not self._filter.may_concern(frame):
            self._left_out = frame
            return
        found = read_frame(frame, version=self._source.version)
        if isinstance(found, Notice):
            log.warning("notice from the server", extra={"kind": KIND, "event": found})
            self.gap = self.gap or found in ("OutdatedCursor", "FutureCursor")
        elif found is not None:
            self._keep(found)

    def _look_at_first(self, frame: bytes) -> None:
        first = read_position(frame, version=self._source.version)
        if first is None:
            return
        self._is_first = False
        if self._source.version == 1 and self._start.at_us:
            self.gap = self.gap or self._source.has_jumped(self._start, first)

    def _keep(self, commit: Commit) -> None:
        # Going on includes the event that the cursor stands at.
        is_known = commit.seq and commit.seq == self._start.seq
        self._position = Position(seq=commit.seq, at_us=commit.at_us)
        self._left_out = b""
        if not is_known and self._filter.wants(commit):
            self._posts.append(to_post(commit))
