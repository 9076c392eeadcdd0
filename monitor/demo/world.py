"""What has been posted in the simulated world, on every network."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

Listener = Callable[["Invented"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One invented post. `number` counts up over the whole world from 1.

    `network` is the kind of the source that will see it; networks without
    titles show `text` only. `changed_at` is set when it was edited or deleted.
    """

    number: int
    network: str
    text: str
    published_at: datetime
    author: str = "someone"
    author_name: str = ""
    title: str = ""
    lang: str = "en"
    rating: int | None = None
    followers: int = 100
    comment: bool = False
    deleted: bool = False
    changed_at: datetime | None = None


class World:
    """Thread-safe: the inventor adds, the networks read, streams listen."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._posts: dict[int, Invented] = {}
        self._listeners: list[tuple[str, Listener]] = []

    def add(
        self, network: str, text: str, published_at: datetime, **more: object
    ) -> Invented:
        """Publish a post; give it the next number and tell the streams."""
        with self._lock:
            post = Invented(
                number=len(self._posts) + 1,
                network=network,
                text=text,
                published_at=published_at,
                **more,  # type: ignore[arg-type]  # the fields of Invented
            )
            self._posts[post.number] = post
        self._tell(post)
        return post

    def change(self, number: int, at: datetime, **more: object) -> Invented:
        """Edit (`text=…`, `rating=…`) or delete (`deleted=True`) a post."""
        with self._lock:
            post = replace(self._posts[number], changed_at=at, **more)  # type: ignore[arg-type]  # the fields of Invented
            self._posts[number] = post
        self._tell(post)
        return post

    def posts(self, network: str) -> list[Invented]:
        """Return a network's posts as they are now, oldest first."""
        with self._lock:
            return [p for p in self._posts.values() if p.network == network]

    def get(self, number: int) -> Invented | None:
        """Return one post as it is now."""
        with self._lock:
            return self._posts.get(number)

    def listen(self, network: str, listener: Listener) -> Callable[[], None]:
        """Call `listener` for each later post or change; return how to stop.

        The listener runs in the thread that publishes; it must only hand over.
        """
        entry = (network, listener)
        with self._lock:
            self._listeners.append(entry)

        def leave() -> None:
            with self._lock:
                if entry in self._listeners:
                    self._listeners.remove(entry)

        return leave

    def _tell(self, post: Invented) -> None:
        with self._lock:
            listeners = [f for network, f in self._listeners if network == post.network]
        for listener in listeners:
            listener(post)
