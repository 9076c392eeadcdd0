"""A source with a script of pages and errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar

from monitor.core.model import Author, Post
from sources.base import Cursor, Page, SourceQuery, SourceSettings

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def post(number: int, text: str = "Acme is terrible", **more: Any) -> Post:
    """Return an invented post."""
    values: dict[str, Any] = {
        "source": "scripted",
        "external_id": str(number),
        "text": text,
        "url": f"https://example.org/{number}",
        "author": Author(external_id=f"a{number}", handle=f"user{number}"),
        "published_at": START,
        "lang": "en",
    }
    return Post(**(values | more))


@dataclass
class ScriptedSource:
    """`script` holds pages to yield and errors to raise, in order."""

    kind: ClassVar[str] = "scripted"
    Settings: ClassVar[type[SourceSettings]] = SourceSettings
    script: list[Page | Exception] = field(default_factory=list)
    asked_since: list[Cursor | None] = field(default_factory=list)

    def check(self) -> None:
        """Nothing to check."""

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        self.asked_since.append(since)
        while self.script:
            step = self.script.pop(0)
            if isinstance(step, Exception):
                raise step
            yield step


@dataclass
class ScriptedStream(ScriptedSource):
    """The same, as a stream."""

    def stream(
        self, query: SourceQuery, since: Cursor | None, stop: threading.Event
    ) -> Iterator[Page]:
        yield from self.fetch(query, since)
        stop.set()
