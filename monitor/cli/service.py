"""The commands that run collectors: the daemon, and one round of everything."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from monitor.cli.options import (
    DEFAULT_CONFIG,
    config_path,
    load_config,
    print_json,
    problem_with,
)
from monitor.core import crash

_LEVELS = ("debug", "info", "warning", "error")


def run_daemon(config: Path | None, db: str | None, *, log: str, level: str) -> int:
    """Run until a signal ends it."""
    from config import Reloader
    from monitor.app import App, problems_of
    from monitor.core.errors import ConfigError
    from monitor.daemon import Daemon
    from monitor.observe import set_up_logging

    if log not in ("console", "json") or level.lower() not in _LEVELS:
        raise typer.BadParameter(f"--log is console or json; --log-level {_LEVELS}")
    crash.arm(os.environ)
    settings = load_config(config, db)
    set_up_logging(json=log == "json", level=level)

    def approve(candidate: Any) -> None:
        if problems := problems_of(candidate):
            raise ConfigError(problems)

    reloader = Reloader(
        config_path(config) or DEFAULT_CONFIG,
        os.environ,
        check_query=problem_with,
        approve=approve,
        current=settings,
    )
    return Daemon(App.open(settings), reloader).run()


def run_once(config: Path | None, db: str | None, *, as_json: bool, level: str) -> int:
    """Run every collector once, deliver what is due, print what came of it."""
    from monitor.app import App
    from monitor.observe import set_up_logging

    crash.arm(os.environ)
    settings = load_config(config, db)
    set_up_logging(json=False, level=level)
    app = App.open(settings)
    app.take_lease()
    app.recover()
    works = app.works()
    app.ensure_rows(works)
    results = {work.name: app.runner.run(work) for work in works}
    while app.keep_house():
        pass
    drain(app, lambda _left: None)
    report = _report(app, results)
    app.close()
    if as_json:
        print_json(report)
    else:
        _print(report)
    return 0 if all(results.values()) else 1


def drain(app: Any, progress: Callable[[int], None]) -> None:
    """Deliver until nothing is left that can be delivered.

    Called by commands that end; the daemon's senders never do.
    """
    senders = app.senders()
    while left := app.open_deliveries():
        progress(left)
        waits = [wait for sender in senders if (wait := sender.step()) is not None]
        if senders and len(waits) == len(senders):
            app.clock.wait(min(waits))
        app.decider.tend_storms()
    progress(0)


def _report(app: Any, results: dict[str, bool]) -> dict[str, Any]:
    from monitor.store import collectors as rows
    from monitor.store import deliveries as outbox

    collectors = {}
    with app.store.read() as conn:
        for name, good in results.items():
            run = rows.recent_runs(conn, name, 1)[0]
            collectors[name] = {
                "ok": good,
                "fetched": run.fetched,
                "new": run.new,
                "mentions": run.mentions,
                "quarantined": run.quarantined,
                "gap": run.gap,
                "error": run.message,
            }
        return {"collectors": collectors, "deliveries": outbox.counts(conn)}


def _print(report: dict[str, Any]) -> None:
    for name, run in report["collectors"].items():
        if run["ok"]:
            typer.echo(
                f"{name:<18} {run['fetched']:>6} posts {run['new']:>6} new "
                f"{run['mentions']:>6} mentions"
            )
        else:
            typer.echo(f"{name:<18} failed: {run['error']}")
    counts = report["deliveries"]
    typer.echo(
        "deliveries: " + (", ".join(f"{n} {s}" for s, n in counts.items()) or "none")
    )
