"""A new configuration is taken whole, or not at all."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from config.checks import CheckQuery
from config.loader import load
from config.schema import Config
from monitor.core.errors import ConfigError

log = logging.getLogger(__name__)

Approve = Callable[[Config], object]
"""Raise ConfigError if the program cannot run with a configuration."""


class Reloader:
    """Holds the configuration in force; replaces it only by one without a problem.

    `current` may be read from any thread. `failures` counts refused reloads since
    the last one that was taken, `refused` counts all of them, `problems` are those
    of the last reload. `approve` is what the application checks on top (settings of
    sources and notifiers).
    """

    def __init__(
        self,
        path: Path,
        environ: Mapping[str, str],
        *,
        check_query: CheckQuery | None = None,
        approve: Approve | None = None,
        current: Config | None = None,
    ) -> None:
        self._path = Path(path)
        self._environ = environ
        self._check_query = check_query
        self._approve = approve
        self._lock = threading.Lock()
        self.failures = 0
        self.refused = 0
        self.problems: tuple[str, ...] = ()
        self.current: Config = current if current is not None else self._load()

    def reload(self) -> list[str]:
        """Read the file again; return its problems, empty if it is in force now."""
        with self._lock:
            try:
                config = self._load()
            except ConfigError as exc:
                return self._refuse(exc.problems)
            self.current = config
            self.failures = 0
            self.problems = ()
        log.info("configuration reloaded", extra={"warnings": len(config.warnings)})
        return []

    def _load(self) -> Config:
        config = load(self._path, self._environ, check_query=self._check_query)
        if self._approve is not None:
            self._approve(config)
        return config

    def _refuse(self, problems: list[str]) -> list[str]:
        self.failures += 1
        self.refused += 1
        self.problems = tuple(problems)
        log.error(
            "configuration refused, the old one stays",
            extra={"problems": len(problems), "first": problems[0] if problems else ""},
        )
        return list(problems)
