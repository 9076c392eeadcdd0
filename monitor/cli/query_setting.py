"""What the query tools work on: brands, named lists, stored posts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import (
    DEFAULT_CONFIG,
    config_path,
    database_url,
    on_terminal,
)
from monitor.core.errors import ConfigError, MonitorError

if TYPE_CHECKING:
    from config import Config
    from monitor.matching import BrandQueries, Matcher
    from monitor.matching.look import Language
    from monitor.store.db import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A configuration as the query tools see it; without a file there is no brand."""

    brands: Sequence[BrandQueries]
    lists: Mapping[str, Sequence[str]]
    exclude: Sequence[str]
    language: Language
    config: Config | None

    def brand(self, name: str) -> BrandQueries | None:
        """Return a brand by its name, however it is written."""
        wanted = name.casefold()
        return next((b for b in self.brands if b.brand.casefold() == wanted), None)

    def needed(self, name: str) -> BrandQueries:
        """Return a brand, or say which there are."""
        found = self.brand(name)
        if found is None:
            names = ", ".join(b.brand for b in self.brands) or "none"
            raise MonitorError(f"there is no brand {name!r}; brands: {names}")
        return found

    def matcher(self, brand: BrandQueries) -> Matcher:
        """Return what finds one brand, as collecting does."""
        from monitor.matching import Matcher

        return Matcher(
            [brand], lists=self.lists, exclude=self.exclude, language=self.language
        )


def setting_of(path: Path | None) -> Setting:
    """Read the configuration if there is one. A query in it may be wrong."""
    from monitor.scoring import default_scorer

    path = config_path(path)
    language = default_scorer().language
    if path is None and not DEFAULT_CONFIG.exists():
        return Setting(brands=(), lists={}, exclude=(), language=language, config=None)
    from config import load
    from monitor.listening import brand_queries

    config = load(path or DEFAULT_CONFIG, os.environ)
    for warning in config.warnings:
        typer.echo(f"overheard: {warning}", err=True)
    return Setting(
        brands=brand_queries(config),
        lists=config.lists,
        exclude=config.exclude,
        language=language,
        config=config,
    )


def needs_file(setting: Setting, what: str) -> None:
    """Say what to do where there is no configuration."""
    if setting.config is None:
        raise ConfigError(
            [f"{what} needs brands: give --config FILE, or write overheard.yaml"]
        )


@contextmanager
def stored(path: Path | None, db: str | None) -> Iterator[Store | None]:
    """Open the database for reading; None if there is none yet. It is not made."""
    from monitor.core.clock import SystemClock
    from monitor.store.db import Store
    from monitor.store.place import find_place

    url = database_url(path, db)
    file = find_place(url).path
    if file is not None and not file.exists():
        yield None
        return
    store = Store(url, clock=SystemClock(), create=False)
    try:
        store.migrate()
        yield store
    finally:
        store.close()


@contextmanager
def needed_store(path: Path | None, db: str | None) -> Iterator[Store]:
    """Open the database, or say that there is none."""
    with stored(path, db) as store:
        if store is None:
            raise MonitorError(
                "nothing is stored yet; run the daemon, or import posts: "
                "overheard import FILE"
            )
        yield store


@contextmanager
def bar(label: str, total: int, *, shown: bool) -> Iterator[Any]:
    """Show how far it is, on a terminal; nothing in a pipe."""
    if not (shown and on_terminal()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)
