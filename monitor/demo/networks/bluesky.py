"""Jetstream: every post of the network, and every change, over a WebSocket.

Both versions are spoken: 2 at /xrpc/network.bsky.jetstream.subscribeEvents, 1 at
/subscribe. Events are numbered from 1 in the order in which the world told them.
Post `number` is the record `native_id(post)`.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from monitor.demo.world import Invented, World

COLLECTION = "app.bsky.feed.post"
FIRST_TIME = 10**15  # a cursor from here on is a time in microseconds

_journals: WeakKeyDictionary[World, Journal]


def native_id(post: Invented) -> str:
    """Return the address of a post's record."""
    return f"at://{_did(post.author)}/{COLLECTION}/{_rkey(post)}"


def journal_of(world: World) -> Journal:
    """Return the journal that belongs to a world; it begins on first use."""
    return _journals.setdefault(world, Journal(world))


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the journal: a post as it was then."""

    seq: int
    operation: str
    at: datetime
    witnessed_at: datetime
    post: Invented


class Journal:
    """All that has happened. `floor` is the oldest event that is kept."""

    def __init__(self, world: World) -> None:
        self.floor = 1
        self._lock = threading.Lock()
        self._happenings: list[Happening] = []
        self._wakers: list[Callable[[], None]] = []
        world.listen("bluesky", self._note)
        for post in world.posts("bluesky"):
            self._note(post)

    def after(self, seq: int) -> list[Happening]:
        """Return what happened after an event, as far as it is kept."""
        with self._lock:
            return self._happenings[max(seq, self.floor - 1) :]

    @property
    def last(self) -> int:
        """Return the number of the newest event."""
        with self._lock:
            return len(self._happenings)

    def seq_at(self, microseconds: int) -> int:
        """Return the first event that was witnessed at a time or later."""
        with self._lock:
            for happening in self._happenings:
                if _microseconds(happening.witnessed_at) >= microseconds:
                    return happening.seq
            return len(self._happenings) + 1

    @contextlib.contextmanager
    def watched(self, waker: Callable[[], None]) -> Iterator[None]:
        """Call `waker` after each new event."""
        with self._lock:
            self._wakers.append(waker)
        try:
            yield
        finally:
            with self._lock:
                self._wakers.remove(waker)

    def _note(self, post: Invented) -> None:
        operation = "create"
        if post.changed_at:
            operation = "delete" if post.deleted else "update"
        at = post.changed_at or post.published_at
        with self._lock:
            before = self._happenings[-1].witnessed_at if self._happenings else at
            self._happenings.append(
                Happening(
                    seq=len(self._happenings) + 1,
                    operation=operation,
                    at=at,
                    witnessed_at=max(before, at),
                    post=post,
                )
            )
            wakers = list(self._wakers)
        for waker in wakers:
            waker()


_journals = WeakKeyDictionary()


def routes(world: World) -> list[BaseRoute]:
    """Return the two endpoints."""
    journal = journal_of(world)

    async def events(websocket: WebSocket) -> None:
        cursor = _cursor(websocket)
        start = cursor
        if cursor is not None and cursor < min(journal.floor, FIRST_TIME):
            message = f"cursor {cursor} below lookback floor {journal.floor}"
            refusal = {"error": "CursorTooOld", "message": message}
            await websocket.send_denial_response(JSONResponse(refusal, 400))
            return
        notice = ""
        if cursor is not None and cursor >= FIRST_TIME:
            start = journal.seq_at(cursor)
            if start < journal.floor:
                start, notice = journal.floor, "OutdatedCursor"
        elif cursor is not None and cursor > journal.last + 1:
            start, notice = None, "FutureCursor"
        offered = websocket.scope.get("subprotocols", [])
        chosen = "xrpc.v1.json" if "xrpc.v1.json" in offered else None
        await websocket.accept(subprotocol=chosen)
        if notice:
            await websocket.send_text(_info(notice))
        await _tell(websocket, journal, start, _frame)

    async def legacy(websocket: WebSocket) -> None:
        cursor = _cursor(websocket)
        start = None if cursor is None else journal.seq_at(cursor)
        await websocket.accept()
        await _tell(websocket, journal, start, _legacy_frame)

    return [
        WebSocketRoute("/xrpc/network.bsky.jetstream.subscribeEvents", events),
        WebSocketRoute("/subscribe", legacy),
    ]


async def _tell(
    websocket: WebSocket,
    journal: Journal,
    start: int | None,
    frame: Callable[[Happening], str],
) -> None:
    """Send what happened from `start` on (None: from now), then what happens."""
    loop = asyncio.get_running_loop()
    news = asyncio.Event()
    told = journal.last if start is None else start - 1
    listening = asyncio.ensure_future(_until_gone(websocket, news))

    def wake() -> None:
        loop.call_soon_threadsafe(news.set)

    with journal.watched(wake):
        while not listening.done():
            news.clear()
            try:
                for happening in journal.after(told):
                    await websocket.send_text(frame(happening))
                    told = happening.seq
            except (WebSocketDisconnect, RuntimeError):
                break  # it left while we spoke
            await news.wait()
    listening.cancel()


async def _until_gone(websocket: WebSocket, news: asyncio.Event) -> None:
    """Take what the other side says (nothing of interest) until it leaves."""
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while (await websocket.receive())["type"] != "websocket.disconnect":
            pass
    news.set()


def _cursor(websocket: WebSocket) -> int | None:
    text = websocket.query_params.get("cursor", "")
    return int(text) if text.isdecimal() else None


def _frame(happening: Happening) -> str:
    payload = {
        "$type": "network.bsky.jetstream.subscribeEvents#commit",
        "seq": happening.seq,
        "did": _did(happening.post.author),
        "time": _iso(happening.at),
        "witnessedAt": _iso(happening.witnessed_at),
        **_commit(happening),
    }
    return json.dumps({"$type": "message", "payload": payload}, ensure_ascii=False)


def _legacy_frame(happening: Happening) -> str:
    event = {
        "did": _did(happening.post.author),
        "time_us": _microseconds(happening.witnessed_at),
        "kind": "commit",
        "commit": _commit(happening),
    }
    return json.dumps(event, ensure_ascii=False)


def _info(name: str) -> str:
    payload = {"$type": "network.bsky.jetstream.subscribeEvents#info", "name": name}
    return json.dumps({"$type": "message", "payload": payload})


def _commit(happening: Happening) -> dict[str, Any]:
    post = happening.post
    commit: dict[str, Any] = {
        "rev": f"3m{happening.seq:011d}",
        "operation": happening.operation,
        "collection": COLLECTION,
        "rkey": _rkey(post),
    }
    if happening.operation == "delete":
        return commit
    record: dict[str, Any] = {
        "$type": COLLECTION,
        "text": f"{post.title}\n{post.text}" if post.title else post.text,
        "createdAt": _iso(post.published_at),
        "langs": [post.lang],
    }
    if post.comment:
        parent = {"uri": f"at://{_did('parent')}/{COLLECTION}/3m0", "cid": "bafyparent"}
        record["reply"] = {"root": parent, "parent": parent}
    digest = hashlib.sha256(record["text"].encode()).hexdigest()
    return {**commit, "record": record, "cid": f"bafyrei{digest[:52]}"}


def _did(author: str) -> str:
    digest = hashlib.sha256(author.encode()).hexdigest()
    return "did:plc:" + digest[:24].translate(str.maketrans("0189", "ghij"))


def _rkey(post: Invented) -> str:
    return f"3l{post.number:011d}"


def _microseconds(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
