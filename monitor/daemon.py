"""The daemon: ticks, starts what is due, and ends politely.

APScheduler only ticks. What is due and when is in the store, so a restart, a
missed tick or a changed clock loses nothing.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from apscheduler.executors.pool import ThreadPoolExecutor as TickPool
from apscheduler.schedulers.background import BackgroundScheduler

from config.reload import Reloader
from monitor.app import App
from monitor.core.crash import crash_point
from monitor.core.errors import LeaseLost, StoreDamaged, StoreError
from monitor.health import Health, Vitals, judge
from monitor.hearing import EarKeeper
from monitor.listening import matcher_of
from monitor.notify_systemd import tell_systemd
from monitor.running import CollectorWork, SenderLoop, StreamKeeper
from monitor.schedule import repaired
from monitor.status import StatusServer
from monitor.store import collectors as rows
from monitor.store import deliveries as outbox

log = logging.getLogger(__name__)

TICK_SECONDS = 0.5
HOUSEKEEPING_SECONDS = 0.25
GUARD_SECONDS = 15.0
POLITE_SECONDS = 8.0
STALLED_SECONDS = 60.0


@dataclass(slots=True)
class Daemon:
    """Runs an App until it is told to stop. Not reusable."""

    app: App
    reloader: Reloader | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    started_at: datetime = field(init=False)
    exit_code: int = 0
    _pool: ThreadPoolExecutor = field(init=False)
    _ticker: BackgroundScheduler = field(init=False)
    _running: dict[str, Future[bool]] = field(default_factory=dict)
    _streams: dict[str, StreamKeeper] = field(default_factory=dict)
    _senders: dict[str, SenderLoop] = field(default_factory=dict)
    _ears: dict[str, EarKeeper] = field(default_factory=dict)
    _threads: list[threading.Thread] = field(default_factory=list)
    _status: StatusServer | None = None
    _last_tick: float = 0.0
    _last_keeping: float = 0.0
    _works: dict[str, CollectorWork] = field(default_factory=dict)
    _reload_wanted: threading.Event = field(default_factory=threading.Event)
    _workers_stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.started_at = self.app.clock.now()
        self._pool = ThreadPoolExecutor(
            self.app.config.daemon.workers, thread_name_prefix="run"
        )
        self._ticker = BackgroundScheduler(
            timezone=UTC,
            executors={"default": TickPool(2)},
            job_defaults={
                "coalesce": True,
                "max_instances": 1,
                "misfire_grace_time": None,
            },
        )

    # -- life -------------------------------------------------------------

    def start(self) -> None:
        """Take the lease, pick up what an earlier life left, start all threads."""
        app = self.app
        app.take_lease()
        app.store.verify()
        app.recover()
        self._last_tick = self._last_keeping = app.clock.monotonic()
        self._start_status()
        self._begin()
        self._thread("keeping", self._keep_house)
        self._ticker.add_job(
            self._tick,
            "interval",
            seconds=TICK_SECONDS,
            id="tick",
            next_run_time=datetime.now(UTC),
        )
        self._ticker.start()
        tell_systemd("READY=1")
        log.info(
            "started",
            extra={
                "collectors": len(self._works),
                "receivers": len(self._senders),
                "pid": os.getpid(),
            },
        )

    def run(self) -> int:
        """Run until a signal or a fatal error; return the exit status."""
        self._handle_signals()
        try:
            self.start()
            while not self.stop.wait(0.5):
                if self.reloader is not None and self._reload_wanted.is_set():
                    self._reload_wanted.clear()
                    self.reload()
        finally:
            self.close()
        return self.exit_code

    def close(self) -> None:
        """Stop everything in time: calls under way may end, nothing new begins."""
        tell_systemd("STOPPING=1")
        self.stop.set()
        ends = self.app.clock.monotonic() + POLITE_SECONDS
        if self._ticker.running:
            self._ticker.shutdown(wait=False)
        self._end_workers(ends)
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._status is not None:
            self._status.stop()
        left = [t.name for t in self._threads if t.is_alive()]
        left += [name for name, run in self._running.items() if not run.done()]
        self.app.close()
        if left:
            # Python would wait for these threads for ever; what they were doing
            # is in the store and will be done again.
            log.warning("ended without waiting", extra={"left": ", ".join(left)})
            logging.shutdown()
            os._exit(self.exit_code)
        log.info("stopped")

    def _handle_signals(self) -> None:
        def end(_number: int, _frame: Any) -> None:
            if self.stop.is_set():
                os._exit(130)
            self.stop.set()

        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, lambda *_: self._reload_wanted.set())

    # -- configuration ------------------------------------------------------

    def reload(self) -> list[str]:
        """Take over a changed configuration, or keep the old one and say why."""
        if self.reloader is None:
            return []
        problems = self.reloader.reload()
        self.app.metrics.config_reload_failed.set(1 if problems else 0)
        for problem in problems:
            log.error("configuration problem", extra={"problem": problem})
        if not problems:
            matcher = matcher_of(self.reloader.current)  # collecting goes on meanwhile
            crash_point("config.swap")
            self._end_workers(
                self.app.clock.monotonic() + POLITE_SECONDS, keep_house=True
            )
            self.app.adopt(self.reloader.current, matcher)
            self._begin()
            log.info("configuration taken over")
        return problems

    def _begin(self) -> None:
        """Start streams, senders and ears of this configuration."""
        self._works = {work.name: work for work in self.app.works()}
        self.app.ensure_rows(self._works.values())
        self._streams.clear()
        self._senders.clear()
        self._workers_stop = threading.Event()
        for work in self._works.values():
            if work.settings.stream and self.app.can_stream(work.settings.kind):
                keeper = StreamKeeper(
                    work=work,
                    collecting=self.app.collecting,
                    clock=self.app.clock,
                    stop=self._workers_stop,
                    metrics=self.app.metrics,
                )
                self._streams[work.name] = keeper
                self._thread(f"stream {work.name}", keeper.keep)
        for sender in (senders := self.app.senders()):
            loop = SenderLoop(
                sender=sender,
                clock=self.app.clock,
                stop=self._workers_stop,
                nudge=self.app.nudge(sender.receiver),
            )
            self._senders[sender.receiver] = loop
            self._thread(f"sender {sender.receiver}", loop.keep)
        self._ears = {e.name: e for e in self.app.ears(senders, self._workers_stop)}
        for ear in self._ears.values():
            self._thread(f"buttons {ear.name}", ear.keep)

    def _end_workers(self, ends: float, *, keep_house: bool = False) -> None:
        self._workers_stop.set()
        self.app.nudge_all()
        clock = self.app.clock
        for thread in self._threads:
            if keep_house and thread.name == "keeping":
                continue
            if thread is not threading.current_thread():
                thread.join(max(0.0, ends - clock.monotonic()))
        for run in self._running.values():
            if not run.done() and clock.monotonic() < ends:
                _wait(run, ends - clock.monotonic())

    def _thread(self, name: str, target: Any) -> None:
        thread = threading.Thread(target=target, name=name, daemon=True)
        self._threads = [t for t in self._threads if t.is_alive()]
        self._threads.append(thread)
        thread.start()

    # -- ticking ------------------------------------------------------------

    def _tick(self) -> None:
        """Start what is due. A run of a collector never overlaps itself."""
        if self.stop.is_set():
            return
        self.app.metrics.ticks.inc()
        self._last_tick = self.app.clock.monotonic()
        try:
            self._start_due()
        except LeaseLost as exc:
            self._fatal(exc)
        except StoreError as exc:
            log.warning("tick skipped", extra={"error": str(exc)})

    def _start_due(self) -> None:
        now = self.app.clock.now()
        with self.app.store.read() as conn:
            states = rows.states(conn)
        for state in states:
            work = self._works.get(state.name)
            if work is None:
                continue
            due = repaired(
                state.next_due_at,
                failures=state.failures,
                every=work.settings.every,
                now=now,
            )
            if due <= now and self._free(state.name):
                self._running[state.name] = self._pool.submit(self._run, work)

    def _free(self, name: str) -> bool:
        run = self._running.get(name)
        return run is None or run.done()

    def _run(self, work: CollectorWork) -> bool:
        if self.stop.is_set():
            return False
        try:
            return self.app.runner.run(work)
        except LeaseLost as exc:
            self._fatal(exc)
        except StoreError as exc:
            log.warning(
                "run not recorded", extra={"collector": work.name, "error": str(exc)}
            )
        return False

    def _fatal(self, exc: Exception) -> None:
        log.error("stopping", extra={"error": str(exc)})
        self.exit_code = 1
        self.stop.set()

    # -- keeping house --------------------------------------------------------

    def _keep_house(self) -> None:
        """Decide, re-score, index, renew the lease, watch the database file."""
        guard_due = 0.0
        clock = self.app.clock
        while not self.stop.is_set():
            self._last_keeping = clock.monotonic()
            try:
                busy = self.app.keep_house()
                if clock.monotonic() >= guard_due:
                    self.app.guard()
                    guard_due = clock.monotonic() + GUARD_SECONDS
                    self._feed_watchdog()
            except (LeaseLost, StoreDamaged) as exc:
                self._fatal(exc)
                return
            except StoreError as exc:
                log.warning("housekeeping waits", extra={"error": str(exc)})
                busy = False
            if not busy:
                self.app.wake.wait(HOUSEKEEPING_SECONDS)
                self.app.wake.clear()

    def _feed_watchdog(self) -> None:
        if self.alive()[0]:
            tell_systemd("WATCHDOG=1")

    # -- what others may ask ----------------------------------------------------

    def alive(self) -> tuple[bool, dict[str, Any]]:
        """Say whether the threads that must tick do tick."""
        now = self.app.clock.monotonic()
        stalled = [
            name
            for name, last in (
                ("scheduler", self._last_tick),
                ("keeping", self._last_keeping),
                *(
                    (f"sender {n}", s.last_step or now)
                    for n, s in self._senders.items()
                ),
            )
            if now - last > STALLED_SECONDS
        ]
        return not stalled, {
            "status": "stalled" if stalled else "ok",
            "stalled": stalled,
        }

    def ready(self) -> tuple[bool, dict[str, Any]]:
        """Say how each collector is, and whether deliveries are stuck."""
        health = self.health()
        with self.app.store.read() as conn:
            counts = outbox.counts(conn)
        bad = (Health.FAILING, Health.SIGNED_OUT, Health.LATE)
        parked = counts.get("parked", 0)
        deaf = any(ear.trouble for ear in self._ears.values())
        good = not (parked or deaf or any(state in bad for state in health.values()))
        return good, {
            "status": "ok" if good else "degraded",
            "collectors": {name: str(state) for name, state in health.items()},
            "streams": {n: s.connected for n, s in self._streams.items()},
            "deliveries": counts,
            "buttons": {name: ear.state for name, ear in self._ears.items()},
        }

    def health(self) -> dict[str, Health]:
        """Return the state of every configured collector."""
        now = self.app.clock.now()
        with self.app.store.read() as conn:
            known = {state.name: state for state in rows.states(conn)}
        return {
            name: judge(
                Vitals(
                    enabled=work.settings.enabled,
                    every=work.settings.every,
                    started_at=self.started_at,
                    last_ok_at=known[name].last_ok_at,
                    failures=known[name].failures,
                    recovery=known[name].recovery,
                ),
                now=now,
            )
            for name, work in self._works.items()
            if name in known
        }

    def _refresh_metrics(self) -> None:
        metrics = self.app.metrics
        for name, state in self.health().items():
            for each in Health:
                metrics.health.labels(name, each).set(1 if each is state else 0)
        self.app.refresh_metrics()

    def _start_status(self) -> None:
        listen = self.app.config.daemon.listen
        if not listen:
            return
        self._status = StatusServer(
            listen,
            alive=self.alive,
            ready=self.ready,
            registry=self.app.metrics.registry,
            refresh=self._refresh_metrics,
        )
        self._status.start()
        log.info(
            "status pages",
            extra={"url": f"http://127.0.0.1:{self._status.port}/healthz"},
        )


def _wait(run: Future[bool], seconds: float) -> None:
    try:
        run.result(timeout=max(0.0, seconds))
    except TimeoutError:
        return
