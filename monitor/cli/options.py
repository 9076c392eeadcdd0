"""Options that every command takes, and what they open."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from config import Config
    from monitor.store.db import Store

DEFAULT_CONFIG = Path("overheard.yaml")
DEFAULT_DB = "sqlite:///overheard.db"

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="Configuration file (overheard.yaml)."),
]
DbOption = Annotated[
    str | None,
    typer.Option("--db", help="Database URL instead of the configuration's."),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON document, for programs.")
]


_before_command: dict[str, Any] = {}


def remember(**options: Any) -> None:
    """Keep options that were given before the command's name."""
    _before_command.update(options)


def config_path(path: Path | None) -> Path | None:
    """Return the file given after the command's name, or before it, or None."""
    return path or _before_command.get("config")


def load_config(path: Path | None, db: str | None = None) -> Config:
    """Read the configuration; `db` replaces its store URL."""
    from config import load

    path, db = config_path(path), db or _before_command.get("db")

    config = load(path or DEFAULT_CONFIG, os.environ, check_query=problem_with)
    for warning in config.warnings:
        typer.echo(f"overheard: {warning}", err=True)
    if db:
        config = config.with_store(db)
    return config


def problem_with(query: str, lists: Mapping[str, Sequence[str]]) -> str | None:
    """Return what is wrong with a query, None if it can be read."""
    from monitor.core.errors import QueryError
    from monitor.matching import parse

    try:
        parse(query, lists)
    except QueryError as exc:
        return str(exc)
    return None


def database_url(path: Path | None, db: str | None) -> str:
    """Return what a reading command looks at: --db, the file's, or the usual."""
    path, db = config_path(path), db or _before_command.get("db")
    if db:
        return str(db)
    if path is None and not DEFAULT_CONFIG.exists():
        return DEFAULT_DB
    from config import store_url

    return store_url(path or DEFAULT_CONFIG, os.environ)


def open_store(path: Path | None, db: str | None) -> Store:
    """Open the database of a command that needs no collectors."""
    from monitor.core.clock import SystemClock
    from monitor.store.db import Store

    store = Store(database_url(path, db), clock=SystemClock())
    store.migrate()
    return store


def print_json(document: Any) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def on_terminal() -> bool:
    """Tell whether a person watches (progress bars are for people)."""
    return sys.stderr.isatty()
