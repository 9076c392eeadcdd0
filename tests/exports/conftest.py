"""Shelves to fill, and a folder to export into."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.store.db import Store
from tests.exports.shelf import Shelf


@pytest.fixture
def shelf(sqlite_store: Store) -> Shelf:
    """A shelf in a file."""
    return Shelf(sqlite_store)


@pytest.fixture
def any_shelf(store: Store) -> Shelf:
    """A shelf on each engine."""
    return Shelf(store)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to export into."""
    made = tmp_path / "out"
    made.mkdir()
    return made
