"""Keeping the view on the screen, or one line per event where there is no screen."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import IO, TypeAlias

from rich.console import Console
from rich.live import Live

from monitor.demo.panels import clock_time, readable, render, short_name, to_svg
from monitor.demo.snapshot import ChannelLine, CollectorLine, FeedLine, Snapshot

__all__ = [
    "ChannelLine",
    "CollectorLine",
    "FeedLine",
    "LiveView",
    "Snapshot",
    "plain_line",
    "render",
    "to_svg",
]

Event: TypeAlias = FeedLine | ChannelLine

SMALLEST = (60, 16)
"""Columns and rows below which lines are easier to read than panels."""


class LiveView:
    """Shows snapshots: `with LiveView() as view: view.update(snapshot)`.

    On a terminal it is the whole screen, which comes back as it was. Elsewhere
    (a pipe, a small or old terminal, `plain=True`) each mention and each message
    becomes one line, once.
    """

    def __init__(self, console: Console | None = None, *, plain: bool = False) -> None:
        self._console = console or Console()
        self._live: Live | None = None
        self._seen: set[str] = set()
        if not plain and _has_room(self._console):
            self._live = Live(
                console=self._console, screen=True, auto_refresh=False, transient=True
            )

    @property
    def plain(self) -> bool:
        """Tell whether it writes lines."""
        return self._live is None

    def __enter__(self) -> LiveView:
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def update(self, snapshot: Snapshot) -> None:
        """Show this moment."""
        if self._live is not None:
            self._live.update(render(snapshot), refresh=True)
            return
        for line in self._news(snapshot):
            _write(self._console.file, line)

    def _news(self, snapshot: Snapshot) -> list[str]:
        lines = []
        for name, url in snapshot.urls:
            if url not in self._seen:
                self._seen.add(url)
                lines.append(f"{name}: {url}")
        events: tuple[Event, ...] = (*snapshot.feed, *snapshot.channel)
        fresh = [event for event in events if _key(event) not in self._seen]
        for line in sorted(fresh, key=lambda line: line.at):
            self._seen.add(_key(line))
            lines.append(plain_line(line))
        return lines


def plain_line(line: Event) -> str:
    """Return one event as one line."""
    at = clock_time(line.at)
    if isinstance(line, ChannelLine):
        return f"{at} {'SLACK':<10} {readable(f'{line.headline} | {line.text}')}"
    where = short_name(line.network)
    words = f"{readable(line.brand)}: {readable(line.text)}"
    return f"{at} {where:<10} {line.label:<10} {words}"


def _key(line: Event) -> str:
    return f"{type(line).__name__} {line.key}"


def _has_room(console: Console) -> bool:
    if not console.is_terminal or console.is_dumb_terminal:
        return False
    # The bars and frames need more than ASCII.
    if not console.encoding.startswith("utf"):
        return False
    return console.width >= SMALLEST[0] and console.height >= SMALLEST[1]


def _write(file: IO[str], line: str) -> None:
    encoding = getattr(file, "encoding", None) or sys.getdefaultencoding()
    file.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    file.flush()
