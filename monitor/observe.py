"""What operators see of the running program: its log and its numbers.

The log carries events and counts, never what people wrote, never a secret.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

# Libraries that write tokens or texts at DEBUG level.
_HELD_AT_INFO = (
    "alembic",
    "tweepy",
    "praw",
    "prawcore",
    "urllib3",
    "requests_oauthlib",
    "oauthlib",
    "slack_sdk",
    "httpx2",
    "httpcore2",
    "websockets",
    "apscheduler",
    "uvicorn",
)
_SECRET = re.compile(
    r"(?i)(bearer\s+|xox[a-z]-|xapp-|token[=:]\s*|secret[=:]\s*|password[=:]\s*)"
    r"[^\s\"'&,]{4,}"
)
_HIDDEN = r"\1[hidden]"


class Redaction:
    """Replaces known secrets, and whatever looks like one, in every event."""

    def __init__(self) -> None:
        self._known: tuple[str, ...] = ()

    def hide(self, secrets: Iterable[str]) -> None:
        """Add values that must never be written."""
        longer = {s for s in secrets if len(s) >= 4}
        self._known = tuple(sorted(longer | set(self._known), key=len, reverse=True))

    def clean(self, text: str) -> str:
        """Return the text without secrets and without terminal control codes."""
        for secret in self._known:
            text = text.replace(secret, "[hidden]")
        text = _SECRET.sub(_HIDDEN, text)
        return "".join(c if c >= " " or c in "\n\t" else "�" for c in text)

    def __call__(self, _logger: Any, _name: str, event: Any) -> Any:
        """Clean an event; structlog calls this."""
        return {key: self._value(value) for key, value in event.items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.clean(value)
        if isinstance(value, (bool, int, float)) or value is None:
            return value
        return self.clean(str(value))


redaction = Redaction()


def set_up_logging(*, json: bool, level: str = "INFO") -> None:
    """Send all logging to standard error, as lines for people or as JSON."""
    shared: list[Any] = [
        structlog.stdlib.ExtraAdder(),
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    end: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            redaction,
            end,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _HELD_AT_INFO:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


class Metrics:
    """The program's numbers, in Prometheus' own format."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.runs = self._counter(
            "runs", "Collector runs by result", "collector", "result"
        )
        self.posts = self._counter("posts", "Posts fetched", "collector")
        self.mentions = self._counter("mentions", "Mentions saved", "collector")
        self.quarantined = self._counter("quarantined", "Items set aside", "collector")
        self.gaps = self._counter(
            "gaps", "Runs that could not reach everything", "collector"
        )
        self.deliveries = self._gauge("deliveries", "Deliveries by state", "state")
        self.health = self._gauge(
            "collector_health", "1 for the state it is in", "collector", "state"
        )
        self.last_ok = self._gauge(
            "collector_last_ok_seconds", "Unix time of the last good run", "collector"
        )
        self.run_seconds = Histogram(
            "overheard_run_seconds",
            "Time of a run",
            ["collector"],
            registry=self.registry,
        )
        self.config_reload_failed = self._gauge(
            "config_reload_failed", "1 after a refused reload"
        )
        self.ticks = self._counter("ticks", "Scheduler ticks")
        self.marks = self._counter(
            "marks", "Marks from buttons below alerts", "receiver", "verdict"
        )
        self.buttons_connected = self._gauge(
            "buttons_connected", "1 while buttons are heard", "receiver"
        )
        self.spent_usd = self._gauge("spent_usd", "Money spent this month", "collector")

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"overheard_{name}", text, labels, registry=self.registry)

    def _gauge(self, name: str, text: str, *labels: str) -> Gauge:
        return Gauge(f"overheard_{name}", text, labels, registry=self.registry)
