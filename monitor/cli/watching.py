"""`watch NAME…`: the real daemon on the networks that need no key."""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path
from typing import Any

import typer

from monitor.cli.options import problem_with
from monitor.core.errors import ConfigError, MonitorError

KEYLESS: dict[str, dict[str, Any]] = {
    "hackernews": {"every": "60s"},
    "bluesky": {"every": "5m", "stream": True},
    "mastodon": {"every": "60s"},
    "rss": {"every": "2m"},
}
NEWS = (
    "https://news.google.com/rss/search?q={query}%20when:1d&hl=en-US&gl=US&ceid=US:en"
)


def watch_names(
    names: list[str], *, duration: str, db: str | None, everything: bool
) -> int:
    """Listen for names; alerts on the console, until Ctrl-C or the time is up."""
    import yaml

    from config import load
    from monitor.app import App
    from monitor.core.durations import seconds_of
    from monitor.daemon import Daemon
    from monitor.observe import set_up_logging

    set_up_logging(json=False, level="warning")
    seconds = seconds_of(duration) if duration else None
    with tempfile.TemporaryDirectory(prefix="overheard-") as folder:
        place = Path(folder)
        document = _document(names, db or f"sqlite:///{place / 'watch.db'}", everything)
        file = place / "watch.yaml"
        file.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        try:
            app = App.open(load(file, os.environ, check_query=problem_with))
        except ConfigError as exc:
            raise MonitorError(f"cannot listen for {', '.join(names)}: {exc}") from exc
        _say_what_can_be_reached(app, names)
        daemon = Daemon(app)
        if seconds is not None:
            timer = threading.Timer(seconds, daemon.stop.set)
            timer.daemon = True
            timer.start()
        return daemon.run()


def _document(names: list[str], db: str, everything: bool) -> dict[str, Any]:
    when: dict[str, Any] = {"any": True} if everything else {"label": "negative"}
    return {
        "store": {"url": db},
        "brands": [{"name": n, "queries": [_query(n)]} for n in names],
        "collectors": [
            {"name": kind, "kind": kind, "settings": _settings(kind), **options}
            for kind, options in KEYLESS.items()
        ],
        "receivers": [{"name": "console", "kind": "console", "pace_per_second": 5}],
        "rules": [{"name": "watch", "when": when, "receivers": ["console"]}],
        "daemon": {"listen": ""},
    }


def _settings(kind: str) -> dict[str, Any]:
    if kind == "rss":
        return {"urls": [NEWS]}
    if kind == "mastodon":
        return {"instances": ["https://mastodon.social", "https://mastodon.online"]}
    return {}


def _query(name: str) -> str:
    quoted = name.replace('"', " ").strip()
    if not quoted:
        raise MonitorError(f"cannot listen for {name!r}: there is no letter in it")
    return f'"{quoted}"'


def _say_what_can_be_reached(app: Any, names: list[str]) -> None:
    """Say plainly which networks answer; stop if none does."""
    from monitor.cli.setup import problem_of

    typer.echo(f"listening for {', '.join(names)}; Ctrl-C ends")
    reached = 0
    for collector in app.config.collectors:
        problem = problem_of(app.source(collector).check)
        reached += not problem
        state = "listening" if not problem else f"cannot be reached: {problem}"
        typer.echo(f"  {collector.kind:<12} {state}")
    if not reached:
        app.close()
        raise MonitorError(
            "none of the networks can be reached; check the connection to the "
            "internet. 'overheard demo' shows the program without one"
        )
