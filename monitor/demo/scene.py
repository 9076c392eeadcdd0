"""From the running demo to what the live view shows, a few times a second."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from monitor.core.model import Severity, searchable
from monitor.demo.slack_view import render_text
from monitor.demo.slack_workspace import SlackMessage
from monitor.demo.snapshot import ChannelLine, CollectorLine, FeedLine, Snapshot
from monitor.demo.summary import spread, times_to_slack
from monitor.demo.view import LiveView
from monitor.health import Health
from monitor.store import collectors as rows
from monitor.store.schema import alerts, mentions, posts

if TYPE_CHECKING:
    from monitor.demo.show import Demo

SHOW_EVERY_SECONDS = 0.5
MOST_LINES = 30


@dataclass(slots=True)
class Scene:
    """Shows the demo on the terminal; `quiet` shows nothing (for --json)."""

    plain: bool
    quiet: bool
    seconds: float | None
    _view: LiveView | None = None
    _shown_at: float = field(default=0.0)

    def __enter__(self) -> Scene:
        if not self.quiet:
            self._view = LiveView(plain=self.plain)
            self._view.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        if self._view is not None:
            self._view.__exit__(None, None, None)

    def show(self, demo: Demo) -> None:
        """Show this moment, if the last one is old enough."""
        now = demo.clock.monotonic()
        if self._view is None or now - self._shown_at < SHOW_EVERY_SECONDS:
            return
        self._shown_at = now
        self._view.update(snapshot(demo, self.seconds))


def snapshot(demo: Demo, seconds: float | None) -> Snapshot:
    """Read everything the view shows at this moment."""
    app = demo.daemon.app
    passed = demo.clock.monotonic() - demo.started
    messages = demo.workspace.messages()
    health = demo.daemon.health()
    with app.store.read() as conn:
        times = spread([s for _, s in times_to_slack(conn)])
        return Snapshot(
            now=demo.clock.now(),
            collectors=_collectors(demo, conn, health),
            feed=_feed(conn),
            channel=_channel(messages),
            posts=_count(conn, posts.c.id),
            mentions=_count(conn, mentions.c.id),
            alerts=_count(conn, alerts.c.id),
            messages=len(messages),
            latency_p50=times["p50"],
            latency_p95=times["p95"],
            left=None if seconds is None else max(0.0, seconds - passed),
            urls=(("Slack as the team sees it", demo.page),),
        )


def _collectors(
    demo: Demo, conn: Connection, health: dict[str, Health]
) -> tuple[CollectorLine, ...]:
    by_collector = select(posts.c.collector, func.count()).group_by(posts.c.collector)
    joined = by_collector.join(mentions, mentions.c.post_id == posts.c.id)
    kept = {row[0]: row[1] for row in conn.execute(by_collector)}
    found = {row[0]: row[1] for row in conn.execute(joined)}
    states = {state.name: state for state in rows.states(conn)}
    return tuple(
        CollectorLine(
            name=c.name,
            network=c.kind,
            state=str(health.get(c.name, Health.WAITING)),
            last_run=states[c.name].last_ok_at if c.name in states else None,
            posts=kept.get(c.name, 0),
            mentions=found.get(c.name, 0),
        )
        for c in demo.daemon.app.config.collectors
    )


def _feed(conn: Connection) -> tuple[FeedLine, ...]:
    newest = conn.execute(
        select(
            mentions.c.id,
            mentions.c.brand,
            mentions.c.label,
            mentions.c.severity,
            mentions.c.created_at,
            posts.c.source,
            posts.c.title,
            posts.c.text,
        )
        .join(posts, posts.c.id == mentions.c.post_id)
        .where(mentions.c.removed.is_(False))
        .order_by(mentions.c.id.desc())
        .limit(MOST_LINES)
    )
    return tuple(
        FeedLine(
            key=str(row.id),
            at=row.created_at,
            network=row.source,
            brand=row.brand,
            label=row.label or "unscored",
            text=searchable(row.title, row.text),
            severity=Severity(row.severity).word,
        )
        for row in newest
    )


def _channel(messages: list[SlackMessage]) -> tuple[ChannelLine, ...]:
    replies: dict[str, int] = {}
    for message in messages:
        if message.thread_ts:
            replies[message.thread_ts] = replies.get(message.thread_ts, 0) + 1
    roots = [message for message in messages if not message.thread_ts]
    return tuple(
        _line(message, replies.get(message.ts, 0))
        for message in reversed(roots[-MOST_LINES:])
    )


def _line(message: SlackMessage, replies: int) -> ChannelLine:
    headline, *lines = render_text(message).split("\n")
    quoted = [line.strip("│ ") for line in lines if line.lstrip().startswith("│")]
    return ChannelLine(
        key=message.ts,
        at=datetime.fromtimestamp(float(message.ts), UTC),
        headline=headline,
        text=" ".join(quoted),
        replies=replies,
    )


def _count(conn: Connection, column: object) -> int:
    return int(conn.execute(select(func.count(column))).scalar_one())  # type: ignore[arg-type]  # a column
