"""Mastodon's streams: one connection for each hashtag, all into one line of pages."""

from __future__ import annotations

import contextlib
import json
import logging
import queue
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from monitor.core.errors import SourceError, SourceUnavailable
from monitor.core.model import Post
from sources.base import Page, Poison
from sources.mastodon_posts import KIND, is_public, to_post
from sources.sse import Event, listen

if TYPE_CHECKING:
    from sources.http import Net

MAX_STREAMS = 10
MAX_WAITING = 1_000
MAX_REMEMBERED = 10_000
# Servers send a heartbeat every 15 seconds.
SILENCE_SECONDS = 45.0
OPEN_SECONDS = 15.0
TICK_SECONDS = 0.5

_UNREADABLE = (AttributeError, LookupError, TypeError, ValueError, RecursionError)

log = logging.getLogger(__name__)


class TagStreams:
    """Listens to hashtags in threads of its own; `pages` hands over what they hear."""

    def __init__(
        self, net: Net, *, base: str, host: str, headers: Mapping[str, str]
    ) -> None:
        self._net = net
        self._base = base
        self._host = host
        self._headers = headers
        self._heard: queue.Queue[Event | SourceError] = queue.Queue(MAX_WAITING)
        self._early: list[Event] = []
        self._closed = threading.Event()
        # A deletion names the status by its number on this server, nothing else.
        self._ids: OrderedDict[str, str] = OrderedDict()

    @contextlib.contextmanager
    def opened(self, tags: Sequence[str], stop: threading.Event) -> Iterator[None]:
        """Connect every stream; raise what went wrong if one cannot be opened."""
        if len(tags) > MAX_STREAMS:
            log.warning(
                "hashtags left to polling",
                extra={"kind": KIND, "count": len(tags) - MAX_STREAMS},
            )
        try:
            for tag in tags[:MAX_STREAMS]:
                threading.Thread(
                    target=self._listen, args=(tag,), name="mastodon-sse", daemon=True
                ).start()
            self._wait_until_open(len(tags[:MAX_STREAMS]), stop)
            yield
        finally:
            self._closed.set()

    def _wait_until_open(self, count: int, stop: threading.Event) -> None:
        """Take the first heartbeat of each stream; put aside what comes with them."""
        early: list[Event] = []
        while count and not stop.is_set():
            heard = self._next(OPEN_SECONDS)
            if heard is None:
                raise SourceUnavailable(KIND, "the stream did not open in time")
            count -= not heard.name
            early += [heard] if heard.name else []
        self._early = early

    def pages(self, stop: threading.Event) -> Iterator[Page]:
        """Yield a page for each event, until `stop` is set or a stream ends."""
        while not stop.is_set():
            heard = self._next(TICK_SECONDS)
            page = self._page(heard) if heard else None
            if page is not None:
                yield page

    def _next(self, seconds: float) -> Event | None:
        if self._early:
            return self._early.pop(0)
        try:
            heard = self._heard.get(timeout=seconds)
        except queue.Empty:
            return None
        if isinstance(heard, SourceError):
            raise heard
        return heard

    def _listen(self, tag: str) -> None:
        url = f"{self._base}/api/v1/streaming/hashtag?{urlencode({'tag': tag})}"
        try:
            events = listen(
                self._net,
                url,
                kind=KIND,
                headers=self._headers,
                silence=SILENCE_SECONDS,
            )
            is_open = False
            with contextlib.closing(events):
                for event in events:
                    if self._closed.is_set():
                        return
                    if event.name or not is_open:
                        self._hand_over(event)
                    is_open = True
        except SourceError as exc:
            self._hand_over(exc)
        finally:
            # Whatever ended this thread: nobody shall wait for it.
            self._hand_over(SourceUnavailable(KIND, "the stream ended"))

    def _hand_over(self, heard: Event | SourceError) -> None:
        while not self._closed.is_set():
            with contextlib.suppress(queue.Full):
                self._heard.put(heard, timeout=TICK_SECONDS)
                return

    def _page(self, event: Event) -> Page | None:
        # Mastodon writes status.update, some other servers status_update.
        if event.name == "delete":
            return self._tombstone(event.data.strip())
        if event.name.replace("_", ".") not in ("update", "status.update"):
            return None
        try:
            status = json.loads(event.data)
            if not is_public(status):
                return None
            post = to_post(status, self._host)
            self.remember([post])
            return Page(posts=(post,))
        except (
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
            RecursionError,
        ) as exc:
            reason = f"{type(exc).__name__}: {exc}"[:300]
            return Page(poison=(Poison(raw=event.data[:4096], reason=reason),))

    def remember(self, posts: Sequence[Post]) -> None:
        """Keep the numbers of posts, to know them again when they are deleted."""
        for post in posts:
            if post.extra["instance"] == self._host:
                self._ids[post.extra["status_id"]] = post.external_id
        while len(self._ids) > MAX_REMEMBERED:
            self._ids.popitem(last=False)

    def _tombstone(self, status_id: str) -> Page | None:
        external_id = self._ids.pop(status_id, None)
        if external_id is None:
            return None
        now = self._net.clock.now()
        gone = Post(
            source=KIND, external_id=external_id, published_at=now, deleted=True
        )
        return Page(posts=(gone,))
