"""`export`: mentions to a file for analysts."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import typer

from monitor.cli.options import on_terminal, open_store, print_json
from monitor.core.errors import ConfigError
from monitor.core.model import Label, Severity

_AGO = re.compile(r"(\d+)([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What was asked for on the command line."""

    target: str
    file_format: str
    brands: tuple[str, ...]
    sources: tuple[str, ...]
    since: str
    until: str
    labels: tuple[str, ...]
    severity: str
    languages: tuple[str, ...]
    force: bool
    as_json: bool


def run_export(options: ExportOptions, config: Path | None, db: str | None) -> int:
    """Write the file and say what is in it."""
    from monitor.exports import Filters, export

    now = datetime.now(UTC)
    filters = Filters(
        brands=options.brands,
        sources=options.sources,
        since=moment(options.since, now) if options.since else None,
        until=moment(options.until, now) if options.until else None,
        labels=tuple(_label(word) for word in options.labels),
        min_severity=_severity(options.severity),
        languages=options.languages,
    )
    target: Path | str = "-" if options.target == "-" else Path(options.target)
    store = open_store(config, db)
    with _Bar(shown=on_terminal() and not options.as_json) as bar:
        done = export(
            store,
            target,
            format=_format(options),
            filters=filters,
            progress=bar.moved,
            overwrite=options.force,
        )
    store.close()
    if options.as_json and options.target != "-":
        print_json({"file": options.target, "rows": done.rows})
    elif options.target != "-":
        typer.echo(f"{options.target}: {done.rows:,} mentions", file=sys.stderr)
    return 0


def moment(text: str, now: datetime) -> datetime:
    """Read 2026-01-31, an ISO time (UTC without an offset), or 7d, 12h, 30m ago."""
    if match := _AGO.fullmatch(text.strip()):
        return now - timedelta(**{_UNITS[match[2]]: int(match[1])})
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError as exc:
        raise ConfigError(
            [f"{text!r} is not a time; write 2026-01-31, 2026-01-31T08:00Z, or 7d"]
        ) from exc
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _format(options: ExportOptions) -> Any:
    from monitor.exports import FORMATS

    suffix = Path(options.target).suffix.lstrip(".").lower()
    wanted = options.file_format or (suffix if suffix in FORMATS else "csv")
    if wanted not in FORMATS:
        known = ", ".join(FORMATS)
        raise ConfigError([f"--format {wanted!r} is not known; choose from {known}"])
    return wanted


def _label(word: str) -> Label:
    try:
        return Label(word.lower())
    except ValueError as exc:
        known = ", ".join(Label)
        raise ConfigError([f"--label {word!r} is not one of {known}"]) from exc


def _severity(word: str) -> Severity | None:
    if not word:
        return None
    try:
        return Severity[word.upper()]
    except KeyError as exc:
        known = ", ".join(s.word for s in Severity)
        raise ConfigError([f"--severity {word!r} is not one of {known}"]) from exc


class _Bar:
    """A progress bar on a terminal, nothing in a pipe."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown

    def __enter__(self) -> _Bar:
        if self._shown:
            from rich.console import Console
            from rich.progress import Progress

            self._progress = Progress(console=Console(stderr=True))
            self._progress.start()
            self._task = self._progress.add_task("exporting", total=None)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._shown:
            self._progress.stop()

    def moved(self, done: int, total: int | None) -> None:
        """Show how far it is."""
        if self._shown:
            self._progress.update(self._task, completed=done, total=total)
