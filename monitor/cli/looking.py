"""Commands that look: search, sources, outbox, backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from monitor.cli.options import (
    DEFAULT_CONFIG,
    config_path,
    database_url,
    load_config,
    open_store,
    print_json,
)
from monitor.core.errors import PluginError


def run_search(  # noqa: PLR0913 - the options of the command
    words: str,
    config: Path | None,
    db: str | None,
    *,
    brand: str,
    source: str,
    limit: int,
    as_json: bool,
) -> int:
    """Print stored posts that hold the words, newest first."""
    from monitor.core.text import shorten
    from monitor.store import search

    store = open_store(config, db)
    with store.write() as conn:
        while search.index_pending(conn, 500):
            pass
    with store.read() as conn:
        found = search.search(conn, words, brand=brand, source=source, limit=limit)
    store.close()
    if as_json:
        print_json([dict(row._mapping) for row in found])  # noqa: SLF001 - SQLAlchemy's documented name
        return 0
    for row in found:
        when = row.published_at.strftime("%Y-%m-%d %H:%M")
        words_found = " ".join(f"{row.title} {row.text}".split())
        typer.echo(f"{when}  {row.source:<14} {shorten(words_found, 90)}")
        if row.url:
            typer.echo(f"{'':18}{row.url}")
    if not found:
        typer.echo("nothing found")
    return 0


def list_sources(config: Path | None, db: str | None, *, as_json: bool) -> int:
    """Print what can be read, and how each configured collector is doing."""
    from sources import registry

    kinds = [_described(kind) for kind in sorted(registry.kinds())]
    collectors = _collectors(config, db)
    if as_json:
        print_json({"kinds": kinds, "collectors": collectors})
        return 0
    typer.echo("Networks:")
    for kind in kinds:
        key = "needs a key" if kind["needs_key"] else "no key"
        stream = ", streams" if kind["streams"] else ""
        typer.echo(f"  {kind['kind']:<16} {key}{stream}. {kind['notes']}")
    if collectors:
        typer.echo("\nCollectors:")
    for row in collectors:
        last = row["last_ok_at"] or "never"
        trouble = f"  {row['error']}" if row["error"] else ""
        typer.echo(f"  {row['name']:<16} last good run: {last}{trouble}")
    return 0


def _described(kind: str) -> dict[str, Any]:
    from sources import registry

    try:
        source = registry.load(kind)
    except PluginError as exc:
        return {"kind": kind, "needs_key": False, "streams": False, "notes": str(exc)}
    return {
        "kind": kind,
        "needs_key": getattr(source, "needs_key", True),
        "streams": hasattr(source, "stream"),
        "notes": getattr(source, "notes", ""),
    }


def _collectors(config: Path | None, db: str | None) -> list[dict[str, object]]:
    if config_path(config) is None and not DEFAULT_CONFIG.exists():
        return []
    from monitor.core.clock import SystemClock
    from monitor.store import collectors as rows
    from monitor.store.db import Store

    settings = load_config(config, db)
    store = Store(settings.store.url, clock=SystemClock())
    store.migrate()
    with store.read() as conn:
        known = {state.name: state for state in rows.states(conn)}
    store.close()
    states = [known[c.name] for c in settings.collectors if c.name in known]
    return [
        {
            "name": state.name,
            "last_ok_at": state.last_ok_at and state.last_ok_at.isoformat(),
            "failures": state.failures,
            "error": state.last_error if state.failures else "",
        }
        for state in states
    ]


def show_outbox(
    config: Path | None, db: str | None, *, retry: bool, as_json: bool
) -> int:
    """Print open and parked deliveries; with `retry`, wake the parked ones."""
    from monitor.store import deliveries

    store = open_store(config, db)
    with store.read() as conn:
        rows = deliveries.listing(conn, ("parked", "sending", "pending"), 200)
        counts = deliveries.counts(conn)
    woken = 0
    if retry:
        receivers = sorted({row.receiver for row in rows if row.state == "parked"})
        with store.write() as conn:
            woken = deliveries.unpark(conn, now=store.clock.now(), receivers=receivers)
    store.close()
    if as_json:
        listed = [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's documented name
        print_json({"counts": counts, "retried": woken, "deliveries": listed})
        return 0
    typer.echo(
        "  ".join(f"{state}: {n}" for state, n in sorted(counts.items())) or "empty"
    )
    for row in rows:
        typer.echo(
            f"{row.id:>6} {row.state:<8} {row.receiver:<16} {row.brand}: {row.error}"
        )
    if retry:
        typer.echo(f"{woken} parked deliveries will be tried again")
    return 0


def run_backup(
    target: Path, config: Path | None, db: str | None, *, as_json: bool
) -> int:
    """Copy the database while it is in use."""
    from monitor.core.clock import SystemClock
    from monitor.store.backup import backup
    from monitor.store.db import Store

    store = Store(database_url(config, db), clock=SystemClock(), create=False)
    backup(store, target)
    store.close()
    size = target.stat().st_size
    if as_json:
        print_json({"file": str(target), "bytes": size})
    else:
        typer.echo(f"{target}: {size:,} bytes, checked")
    return 0
