"""`import`: posts from a file, once each, with or without alerts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import typer

from monitor.cli.options import load_config, on_terminal, print_json
from monitor.cli.service import drain
from monitor.core import crash
from monitor.core.errors import ConfigError

BATCH = 2_000
COLLECTOR = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What was asked for on the command line."""

    file: str
    alert: bool
    mapping: tuple[str, ...]
    only_matching: bool
    as_json: bool


def run_import(options: ImportOptions, config: Path | None, db: str | None) -> int:
    """Import, and with --alert judge and deliver; print the sums."""
    from monitor.app import App
    from monitor.observe import set_up_logging
    from monitor.store.lock import AlreadyRunning

    crash.arm(os.environ)
    set_up_logging(json=False, level="warning")
    app = App.open(load_config(config, db))
    mine = True
    try:
        app.take_lease()
    except AlreadyRunning:
        # The daemon of this database judges and delivers what we store.
        mine = False
    try:
        report = _import(app, options)
        if options.alert and mine:
            _alert(app, options)
        report |= _deliveries(app)
        report["delivered_by"] = "this command" if mine else "the running daemon"
    finally:
        app.close()
    _show(report, options)
    return 0


def _import(app: Any, options: ImportOptions) -> dict[str, Any]:
    from dataclasses import replace

    from monitor.pipeline.collect import Harvest

    collecting = app.importing(keep_unmatched=not options.only_matching)
    collecting = replace(collecting, decided=not options.alert)
    harvest = Harvest()
    records = _records(options, app.clock.now())
    with _counter(options) as moved:
        while batch := list(islice(records, BATCH)):
            posts, poison = _sorted(batch)
            harvest = collecting.save(COLLECTOR, posts, harvest, poison=poison)
            moved(harvest.fetched)
    while app.index_some() or app.compare_some():
        pass
    return {
        "read": harvest.fetched + harvest.quarantined,
        "new": harvest.new,
        "changed": harvest.changed,
        "mentions": harvest.mentions,
        "quarantined": harvest.quarantined,
    }


def _sorted(batch: list[Any]) -> tuple[list[Any], list[Any]]:
    from sources.base import Poison

    posts = [item for item in batch if not isinstance(item, Poison)]
    return posts, [item for item in batch if isinstance(item, Poison)]


def _alert(app: Any, options: ImportOptions) -> None:
    """Judge everything, then deliver until nothing is left."""
    while app.decider.step():
        pass
    shown = on_terminal() and not options.as_json

    def progress(left: int) -> None:
        if shown:
            typer.echo(f"\r{left} deliveries to go   ", nl=left == 0, err=True)

    drain(app, progress)


def _deliveries(app: Any) -> dict[str, Any]:
    from monitor.store import deliveries as outbox

    with app.store.read() as conn:
        return {"deliveries": outbox.counts(conn)}


def _show(report: dict[str, Any], options: ImportOptions) -> None:
    if options.as_json:
        print_json(report)
        return
    typer.echo(
        f"{report['read']:,} read, {report['new']:,} new, "
        f"{report['changed']:,} changed, {report['mentions']:,} mentions, "
        f"{report['quarantined']:,} set aside"
    )
    if options.alert:
        counts = ", ".join(f"{n} {s}" for s, n in report["deliveries"].items())
        typer.echo(f"deliveries: {counts or 'none'} (by {report['delivered_by']})")
    if report["quarantined"]:
        typer.echo("what was set aside, and why: table quarantine of the database")


def _records(options: ImportOptions, now: datetime) -> Iterator[Any]:
    from sources.records import open_records

    mapping = dict(_pair(item) for item in options.mapping)
    return open_records(options.file, now=now, mapping=mapping or None)


def _pair(item: str) -> tuple[str, str]:
    ours, sign, theirs = item.partition("=")
    if not sign or not ours or not theirs:
        raise ConfigError([f"--map {item!r} is not of the form ours=theirs"])
    return ours.strip(), theirs.strip()


@contextmanager
def _counter(options: ImportOptions) -> Iterator[Any]:
    """Show how many posts are in, on a terminal; nothing in a pipe."""
    if not on_terminal() or options.as_json:
        yield lambda _read: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("importing"), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("importing", total=None)
        yield lambda read: progress.update(task, completed=read)
