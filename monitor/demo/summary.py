"""What a demo came to: sums, and how long alerts took."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from sqlalchemy import Column, Connection, FromClause, func, select

from monitor.app import App
from monitor.demo.networks.slack import SlackWorkspace
from monitor.demo.setting import STREAMS
from monitor.store import deliveries as outbox
from monitor.store import quarantine
from monitor.store.schema import (
    alerts,
    deliveries,
    mentions,
    posts,
    runs,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The numbers of a demo. Times are seconds from publication to Slack."""

    sources: dict[str, dict[str, int]]
    brands: dict[str, dict[str, int]]
    alerts: int
    delivered: int
    slack_messages: int
    quarantined: int
    pending: int
    parked: int
    stream_seconds: tuple[float, ...]
    poll_seconds: tuple[float, ...]

    def document(self, csv: Path, seconds: float) -> dict[str, Any]:
        """Return everything as one JSON document."""
        return {
            "seconds": round(seconds, 1),
            "sources": self.sources,
            "silent_sources": [n for n, s in self.sources.items() if not s["posts"]],
            "mentions": self.brands,
            "alerts": self.alerts,
            "delivered": self.delivered,
            "slack_messages": self.slack_messages,
            "latency_seconds": {
                "streams": spread(self.stream_seconds),
                "polls": spread(self.poll_seconds),
            },
            "quarantined": self.quarantined,
            "pending": self.pending,
            "parked": self.parked,
            "csv": str(csv),
        }

    def show(self, *, as_json: bool, csv: Path, seconds: float) -> None:
        """Print it, for programs or for people."""
        document = self.document(csv, seconds)
        if as_json:
            typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
            return
        typer.echo("\nWhat was overheard:")
        for name, numbers in self.sources.items():
            typer.echo(
                f"  {name:<16} {numbers['posts']:>4} posts "
                f"{numbers['mentions']:>4} mentions"
            )
        for brand, labels in self.brands.items():
            parts = ", ".join(f"{n} {label}" for label, n in labels.items())
            typer.echo(f"  {brand}: {parts}")
        typer.echo(
            f"  {self.alerts} alerts, {self.delivered} Slack calls delivered, "
            f"{self.pending} pending, {self.quarantined} set aside"
        )
        for words, values in (
            ("streams", self.stream_seconds),
            ("polls", self.poll_seconds),
        ):
            found = spread(values)
            typer.echo(
                f"  from publication to Slack, {words}: half within {found['p50']} s, "
                f"95 % within {found['p95']} s"
            )
        typer.echo(f"  every mention is in {csv}")


def summarise(app: App, workspace: SlackWorkspace) -> Summary:
    """Read the sums from the store, and from the fake Slack."""
    with app.store.read() as conn:
        counts = outbox.counts(conn)
        times = times_to_slack(conn)
        return Summary(
            sources=_sources(conn, [c.name for c in app.config.collectors]),
            brands=_brands(conn),
            alerts=_count(conn, alerts.c.id),
            delivered=counts.get("sent", 0),
            slack_messages=len(workspace.messages()),
            quarantined=quarantine.count(conn),
            pending=counts.get("pending", 0) + counts.get("sending", 0),
            parked=counts.get("parked", 0),
            stream_seconds=tuple(s for kind, s in times if kind in STREAMS),
            poll_seconds=tuple(s for kind, s in times if kind not in STREAMS),
        )


def spread(values: Sequence[float]) -> dict[str, float | int | None]:
    """Return how many there are, the median and the 95th percentile."""
    return {
        "count": len(values),
        "p50": _percentile(values, 50),
        "p95": _percentile(values, 95),
    }


def _percentile(values: Sequence[float], percent: int) -> float | None:
    """Return the nearest-rank percentile, None of nothing."""
    if not values:
        return None
    rank = math.ceil(percent / 100 * len(values))
    return round(sorted(values)[max(0, rank - 1)], 2)


def times_to_slack(conn: Connection) -> list[tuple[str, float]]:
    """Return network and seconds from publication to Slack of each first message."""
    first = (
        select(
            posts.c.source,
            posts.c.published_at,
            deliveries.c.sent_at,
        )
        .select_from(deliveries)
        .join(mentions, mentions.c.id == deliveries.c.mention_id)
        .join(posts, posts.c.id == mentions.c.post_id)
        .where(deliveries.c.role == "root")
        .where(deliveries.c.sent_at.is_not(None))
    )
    return [
        (row.source, (row.sent_at - row.published_at).total_seconds())
        for row in conn.execute(first)
    ]


def _sources(conn: Connection, names: list[str]) -> dict[str, dict[str, int]]:
    kept = _counts(conn, posts.c.collector, posts)
    found = _counts(conn, posts.c.collector, posts.join(mentions))
    done = _counts(conn, runs.c.collector, runs)
    return {
        name: {
            "runs": done.get(name, 0),
            "posts": kept.get(name, 0),
            "mentions": found.get(name, 0),
        }
        for name in names
    }


def _counts(conn: Connection, name: Column[str], rows: FromClause) -> dict[str, int]:
    query = (
        select(name.label("name"), func.count().label("n"))
        .select_from(rows)
        .group_by(name)
    )
    return {row.name: row.n for row in conn.execute(query)}


def _brands(conn: Connection) -> dict[str, dict[str, int]]:
    brands: dict[str, dict[str, int]] = {}
    found = conn.execute(
        select(mentions.c.brand, mentions.c.label, func.count().label("n"))
        .where(mentions.c.removed.is_(False))
        .group_by(mentions.c.brand, mentions.c.label)
        .order_by(mentions.c.brand, mentions.c.label)
    )
    for row in found:
        brands.setdefault(row.brand, {})[row.label or "unscored"] = row.n
    return brands


def _count(conn: Connection, column: Any) -> int:
    return int(conn.execute(select(func.count(column))).scalar_one())
