"""The daemon's workers: collector runs, streams and senders, each in its thread."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from config import Collector
from monitor.core.clock import Clock
from monitor.core.crash import crash_point
from monitor.core.errors import (
    BudgetSpent,
    LeaseLost,
    MonitorError,
    Recovery,
    SourceError,
    SourceUnavailable,
    StoreError,
    StoreUnavailable,
)
from monitor.health import FAILURES_UNTIL_FAILING
from monitor.observe import Metrics
from monitor.pipeline.collect import Collecting, Harvest
from monitor.pipeline.deliver import Sender
from monitor.schedule import after_failure, after_success, reconnect_after
from monitor.store import collectors as rows
from monitor.store.db import Store
from sources.base import Source, SourceQuery, StreamingSource

log = logging.getLogger(__name__)

SENDER_PAUSE_SECONDS = 2.0


@dataclass(slots=True, kw_only=True)
class CollectorWork:
    """One configured collector: how to make its source, and what to ask."""

    settings: Collector
    make: Callable[[], Source]
    query: SourceQuery

    @property
    def name(self) -> str:
        """Return the collector's name."""
        return self.settings.name


class Crashed(MonitorError):
    """A bug escaped from a source; the run is over, the others go on."""

    recovery = Recovery.RETRY


@dataclass(slots=True, kw_only=True)
class Runner:
    """Runs a collector once and writes down what came of it."""

    store: Store
    clock: Clock
    collecting: Collecting
    metrics: Metrics
    deadline: float
    rng: random.Random = field(default_factory=random.Random)
    on_change: Callable[[str, str], None] = lambda _name, _trouble: None

    def run(self, work: CollectorWork) -> bool:
        """Return True after a good run. Raises only StoreError."""
        started = self.clock.now()
        with self.store.write(epoch=self.collecting.epoch) as conn:
            run_id = rows.start_run(conn, work.name, now=started)
        error: MonitorError | None = None
        harvest = Harvest()
        try:
            source = work.make()
            harvest = self.collecting.about(work.settings.about).run(
                work.name, source, work.query, deadline=self.deadline
            )
        except SourceError as exc:
            error = exc
        except StoreUnavailable as exc:
            error = exc
        except StoreError:
            raise
        except Exception as exc:
            # The one place of this loop where a bug in a source is caught.
            log.exception("run crashed", extra={"collector": work.name})
            error = Crashed(f"{type(exc).__name__} in {work.settings.kind}")
        self._record(work, run_id, started, harvest, error)
        return error is None

    def _record(
        self,
        work: CollectorWork,
        run_id: int,
        started: datetime,
        harvest: Harvest,
        error: MonitorError | None,
    ) -> None:
        now = self.clock.now()
        every = work.settings.every
        with self.store.write(epoch=self.collecting.epoch) as conn:
            state = rows.get(conn, work.name)
            before = state.failures if state else 0
            rows.finish_run(conn, run_id, now=now, outcome=_outcome(harvest, error))
            if error:
                due = after_failure(
                    error, failures=before + 1, every=every, now=now, rng=self.rng
                )
                rows.failed(
                    conn,
                    work.name,
                    now=now,
                    next_due=due,
                    error=str(error)[:500],
                    recovery=error.recovery,
                )
            else:
                rows.succeeded(
                    conn,
                    work.name,
                    now=now,
                    next_due=after_success(started, every, now),
                    last_post_at=harvest.last_post_at,
                )
        crash_point("run.recorded")
        self._count(work.name, harvest, error, (now - started).total_seconds())
        self._tell(work.name, before, error, harvest)

    def _count(
        self, name: str, harvest: Harvest, error: MonitorError | None, seconds: float
    ) -> None:
        result = type(error).__name__ if error else "ok"
        self.metrics.runs.labels(name, result).inc()
        self.metrics.posts.labels(name).inc(harvest.fetched)
        self.metrics.mentions.labels(name).inc(harvest.mentions)
        self.metrics.quarantined.labels(name).inc(harvest.quarantined)
        self.metrics.run_seconds.labels(name).observe(seconds)
        if harvest.gap:
            self.metrics.gaps.labels(name).inc()

    def _tell(
        self, name: str, failures: int, error: MonitorError | None, harvest: Harvest
    ) -> None:
        """Log transitions, not every failed run; call the operator when it matters."""
        facts = {"collector": name, "new": harvest.new, "mentions": harvest.mentions}
        if error is None:
            level = logging.INFO if harvest.new or failures else logging.DEBUG
            words = "run recovered" if failures else "run finished"
            log.log(level, words, extra=facts)
            if failures:
                self.on_change(name, "")
            return
        if not failures:
            log.warning("run failed", extra={**facts, "error": str(error)})
        needs_person = error.recovery is Recovery.ATTENTION or isinstance(
            error, BudgetSpent
        )
        if needs_person or failures + 1 == FAILURES_UNTIL_FAILING:
            self.on_change(name, str(error))


def _outcome(harvest: Harvest, error: MonitorError | None) -> rows.Outcome:
    return rows.Outcome(
        pages=harvest.pages,
        fetched=harvest.fetched,
        new=harvest.new,
        mentions=harvest.mentions,
        quarantined=harvest.quarantined,
        gap=harvest.gap,
        error=type(error).__name__ if error else "",
        message=str(error)[:500] if error else "",
    )


@dataclass(slots=True, kw_only=True)
class StreamKeeper:
    """Listens for as long as the daemon runs; connects again, ever more slowly."""

    work: CollectorWork
    collecting: Collecting
    clock: Clock
    stop: threading.Event
    metrics: Metrics
    rng: random.Random = field(default_factory=random.Random)
    connected: bool = False
    failures: int = 0

    def keep(self) -> None:
        """Run until stopped."""
        while not self.stop.is_set():
            try:
                self._listen()
            except SourceError as exc:
                self._after(exc)
            except LeaseLost:
                return
            except StoreError as exc:
                self._after(SourceUnavailable(self.work.settings.kind, str(exc)))
            except Exception:
                # The one place of this loop where a bug in a source is caught.
                log.exception("stream crashed", extra={"collector": self.work.name})
                self._after(SourceUnavailable(self.work.settings.kind, "crashed"))

    def _listen(self) -> None:
        source = self.work.make()
        if not isinstance(source, StreamingSource):
            self.stop.set()
            return
        with self.collecting.intake.store.read() as conn:
            since = rows.cursor(conn, self.work.name)
        harvest = Harvest()
        for page in source.stream(self.work.query, since, self.stop):
            if not self.connected:
                log.info("stream connected", extra={"collector": self.work.name})
            self.connected = True
            self.failures = 0
            before = harvest
            collecting = self.collecting.about(self.work.settings.about)
            harvest = collecting.save_page(self.work.name, page, harvest)
            self.metrics.posts.labels(self.work.name).inc(
                harvest.fetched - before.fetched
            )
            self.metrics.mentions.labels(self.work.name).inc(
                harvest.mentions - before.mentions
            )
            if self.stop.is_set():
                return

    def _after(self, error: SourceError) -> None:
        if self.stop.is_set():
            return
        self.failures += 1
        if self.connected or self.failures == 1:
            log.warning(
                "stream lost; polling goes on",
                extra={"collector": self.work.name, "error": str(error)},
            )
        self.connected = False
        hopeless = error.recovery is not Recovery.RETRY
        wait = reconnect_after(self.failures, self.rng, hopeless=hopeless)
        self.clock.wait(wait, self.stop)


@dataclass(slots=True, kw_only=True)
class SenderLoop:
    """Keeps one receiver's sender going."""

    sender: Sender
    clock: Clock
    stop: threading.Event
    nudge: threading.Event
    last_step: float = 0.0

    def keep(self) -> None:
        """Run until stopped; finish the call that is under way."""
        while not self.stop.is_set():
            self.last_step = self.clock.monotonic()
            try:
                wait = self.sender.step()
            except LeaseLost:
                return
            except StoreError as exc:
                log.warning("sender waits for the store", extra={"error": str(exc)})
                wait = SENDER_PAUSE_SECONDS
            if wait is not None:
                self.nudge.wait(wait)
                self.nudge.clear()
