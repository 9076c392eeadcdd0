"""Prints alerts: framed on a terminal, one line each in a pipe."""

# ruff: noqa: ARG002  # the contract's arguments, some without a meaning here

from __future__ import annotations

import io
import shutil
import sys
import threading
from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from alerts.base import Message, NotifierSettings, Receipt
from alerts.notifiers.payload import as_json
from alerts.notifiers.words import clean, one_line, pieces, web_link
from monitor.core.clock import Clock
from monitor.core.errors import DeliveryRefused

COLOURS = {
    "critical": "bold red",
    "high": "red",
    "medium": "yellow",
    "low": "cyan",
    "none": "white",
}
WIDEST = 100

_lock = threading.Lock()


class ConsoleSettings(NotifierSettings):
    """How to print."""

    format: Literal["auto", "pretty", "line", "json"] = Field(
        default="auto",
        description="pretty (framed), line (tab-separated), json (one object a line); "
        "auto is pretty on a terminal, else line",
    )


class ConsoleNotifier:
    """Writes to standard output."""

    kind: ClassVar[str] = "console"
    Settings: ClassVar[type[NotifierSettings]] = ConsoleSettings
    can_find: ClassVar[bool] = False
    can_update: ClassVar[bool] = False
    repeat_is_safe: ClassVar[bool] = False

    def __init__(self, name: str, settings: ConsoleSettings, *, clock: Clock) -> None:
        self._name = name
        self._settings = settings
        self._clock = clock

    def check(self) -> None:
        if sys.stdout is None or sys.stdout.closed:
            raise DeliveryRefused(self._name, "there is no standard output")

    def send(
        self,
        message: Message,
        *,
        key: str,
        plain: bool = False,
        replacing: Receipt | None = None,
        under: Receipt | None = None,
    ) -> Receipt:
        self.check()
        style = self._settings.format
        if style == "auto":
            style = "pretty" if sys.stdout.isatty() and not plain else "line"
        now = self._clock.now()
        if style == "json":
            text = as_json(message, key=key, now=now, replacing=replacing, under=under)
        else:
            text = pretty(message) if style == "pretty" else line(message, now=now)
        self._write(text)
        return {"key": key}

    def find(
        self, key: str, *, since: datetime, under: Receipt | None
    ) -> Receipt | None:
        raise DeliveryRefused(self._name, "what was printed cannot be looked up")

    def close(self) -> None:
        """Standard output is not ours to close."""

    def _write(self, text: str) -> None:
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        safe = text.encode(encoding, "backslashreplace").decode(encoding)
        try:
            with _lock:
                sys.stdout.write(safe.rstrip("\n") + "\n")
                sys.stdout.flush()
        except (OSError, ValueError) as exc:
            raise DeliveryRefused(
                self._name, f"standard output is closed ({type(exc).__name__})"
            ) from exc


def line(message: Message, *, now: datetime) -> str:
    """Return time, severity, headline, quote and link, separated by tabs."""
    fields = (
        now.isoformat(timespec="seconds"),
        message.severity,
        one_line(message.headline) + (" (possible repeat)" * message.possible_repeat),
        one_line(f"{message.quote_title} {message.quote}"),
        web_link(message.link),
    )
    return "\t".join(fields)


def pretty(message: Message) -> str:
    """Return a framed alert, in colour if standard output shows colours."""
    colour = COLOURS.get(message.severity, COLOURS["none"])
    terminal = Console(
        file=io.StringIO(),
        force_terminal=sys.stdout.isatty(),
        width=min(shutil.get_terminal_size().columns, WIDEST),
        highlight=False,
        legacy_windows=False,
    )
    panel = Panel(
        Group(*_parts(message, colour)),
        title=Text(one_line(message.headline), style=colour),
        title_align="left",
        border_style=colour,
        padding=(0, 1),
    )
    with terminal.capture() as captured:
        terminal.print(panel)
    return captured.get()


def _parts(message: Message, colour: str) -> list[Text | Table]:
    """Return what stands in the frame, from top to bottom."""
    notice = one_line(message.notice)
    rows = [
        f"• {one_line(words)}  {web_link(link) or one_line(link)}"
        for words, link in message.rows
    ]
    repeat = "possible repeat" if message.possible_repeat else ""
    above = [
        Text(f"⚠ {notice}" if notice else "", style="bold red"),
        Text(one_line(message.quote_title), style="bold"),
        _quote(message),
    ]
    below = [
        Text("\n".join(rows)),
        Text(web_link(message.link), style="underline", overflow="fold"),
        Text(" · ".join(one_line(reason) for reason in message.why), style="dim"),
        Text(one_line(message.footer), style="dim"),
        Text(repeat, style=f"italic {colour}"),
    ]
    facts = [_facts(message)] if message.facts else []
    return [part for part in above if part] + facts + [part for part in below if part]


def _quote(message: Message) -> Text:
    """Return the post's words behind a bar, those that tell most in bold."""
    shown = Text()
    for words, is_set_off in pieces(clean(message.quote), message.highlights):
        shown.append(words, style="bold" if is_set_off else "")
    rows = [row for row in shown.split("\n") if row.plain]
    return Text("\n").join(Text.assemble("▏ ", row) for row in rows)


def _facts(message: Message) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in message.facts:
        table.add_row(Text(one_line(name), style="dim"), Text(one_line(value)))
    return table
