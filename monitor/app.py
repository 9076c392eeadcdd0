"""The composition root: the only module that knows every part. It wires; no logic."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from pydantic import BaseModel

from alerts import registry as notifier_registry
from alerts.base import Notifier
from alerts.hearing import Press
from config import (
    Collector,
    Config,
    fingerprint,
    secrets_in,
    settings_of,
    validate_settings,
)
from monitor.core.clock import Clock, SystemClock
from monitor.core.errors import ConfigError
from monitor.core.ids import stable_id
from monitor.core.memory import collect_rarely
from monitor.core.model import DeliveryState
from monitor.hearing import EarKeeper, one_for_each
from monitor.listening import brand_queries, matcher_of
from monitor.matching import Matcher, source_query
from monitor.metering import StoreMeter
from monitor.observe import Metrics, redaction
from monitor.pipeline.collect import Collecting
from monitor.pipeline.copy_desk import CopyDesk
from monitor.pipeline.decide import Decider
from monitor.pipeline.deliver import OutboxPolicy, Pace, Sender
from monitor.pipeline.intake import Intake
from monitor.pipeline.mark_desk import MarkDesk
from monitor.pipeline.operators import Operators
from monitor.pipeline.rescore import rescore
from monitor.pipeline.teaching_desk import TeachingDesk
from monitor.pipeline.words import Words
from monitor.policy import policy_of
from monitor.reading import scorer_of, vips_of
from monitor.running import CollectorWork, Runner
from monitor.store import collectors as rows
from monitor.store import deliveries as outbox
from monitor.store import judging, retention, search, spending
from monitor.store.db import Store
from monitor.store.lock import InstanceLock
from sources import registry as source_registry
from sources.base import FreeMeter, Meter, Source, SourceQuery
from sources.http import Net, is_private_literal

log = logging.getLogger(__name__)

INDEX_BATCH = 2_000
BURST = 5
RESCORE_SECONDS = 10.0
TEACH_SECONDS = 5.0
PURGE_SECONDS = 3600.0
SOON = timedelta(minutes=5)


@dataclass(slots=True)
class App:
    """Everything that runs, made from one configuration.

    `lock` is taken by whoever writes as the daemon of this database.
    """

    config: Config
    store: Store
    clock: Clock = field(default_factory=SystemClock)
    outbox_policy: OutboxPolicy = field(default_factory=OutboxPolicy)
    metrics: Metrics = field(default_factory=Metrics)
    wake: threading.Event = field(default_factory=threading.Event)
    epoch: int | None = None
    lock: InstanceLock = field(init=False)
    collecting: Collecting = field(init=False)
    decider: Decider = field(init=False)
    runner: Runner = field(init=False)
    marks: MarkDesk = field(init=False)
    _copies: CopyDesk = field(default_factory=CopyDesk)
    _nudges: dict[str, threading.Event] = field(default_factory=dict)
    _notifiers: list[Notifier] = field(default_factory=list)
    _rescore_at: float = 0.0
    _teach_at: float = 0.0
    _purge_at: float = 0.0

    @classmethod
    def open(cls, config: Config, *, clock: Clock | None = None) -> App:
        """Check every setting, open the database, bring it up to date."""
        collect_rarely()
        clock = clock or SystemClock()
        problems = problems_of(config)
        if problems:
            raise ConfigError(problems)
        store = Store(config.store.url, clock=clock)
        store.migrate()
        return cls(config, store, clock)

    def __post_init__(self) -> None:
        self.lock = InstanceLock(self.store)
        self.marks = MarkDesk(
            store=self.store,
            clock=self.clock,
            knows=lambda name: name in self._receivers(),
            renew=lambda name: self.nudge(name).set(),
            count=lambda name, verdict: self.metrics.marks.labels(name, verdict).inc(),
        )
        self._build()

    def adopt(self, config: Config, matcher: Matcher | None = None) -> None:
        """Take over another configuration; workers have to be made anew.

        `matcher` is that of the configuration if it has been made already: with ten
        thousand queries that takes a second or two, which nobody has to wait for.
        """
        self.config = config
        self._close_notifiers()
        self._build(matcher)

    def _build(self, matcher: Matcher | None = None) -> None:
        config = self.config
        redaction.hide(secrets_in([c.settings for c in config.collectors]))
        redaction.hide(secrets_in([r.settings for r in config.receivers]))
        redaction.hide(secrets_in([v.api_key for v in config.reading.voices]))
        scorer = scorer_of(config, self.clock)
        intake = Intake(
            store=self.store,
            matcher=matcher or matcher_of(config),
            scorer=scorer,
            teaching=TeachingDesk(
                store=self.store,
                scorer=scorer,
                encoder=scorer.heads.encoder if scorer.heads else None,
                weights=config.severity.weights,
            ),
            vips=vips_of(config),
        )
        self.collecting = Collecting(
            intake=intake, clock=self.clock, epoch=self.epoch, after_save=self.wake.set
        )
        self.decider = Decider(
            store=self.store,
            clock=self.clock,
            policy=policy_of(config),
            epoch=self.epoch,
            copies=self._copies,
        )
        self.runner = Runner(
            store=self.store,
            clock=self.clock,
            collecting=self.collecting,
            metrics=self.metrics,
            deadline=config.daemon.run_deadline.total_seconds(),
            on_change=self._tell_operators,
        )

    def _tell_operators(self, collector: str, trouble: str) -> None:
        self._tell(f"collector:{collector}", f"collector {collector!r}", trouble)

    def _tell(self, what: str, name: str, trouble: str) -> None:
        """Tell the operators of a trouble, or, if it is empty, of its end."""
        operators = Operators(
            store=self.store,
            clock=self.clock,
            receivers=self.config.team.operators,
            epoch=self.epoch,
        )
        if trouble:
            operators.trouble(what, f"{name} has stopped working: {trouble}")
        else:
            operators.over(what, f"{name} works again")

    # -- the one writer -----------------------------------------------------

    def take_lease(self) -> None:
        """Become this database's daemon, or raise AlreadyRunning."""
        self.epoch = self.lock.acquire()
        self.collecting.epoch = self.epoch
        self.decider.epoch = self.epoch
        self.marks.epoch = self.epoch

    def recover(self) -> None:
        """Close what an earlier life left open; the outbox looks after itself."""
        with self.store.write(epoch=self.epoch) as conn:
            rows.mark_crashed(conn, now=self.clock.now())

    def guard(self) -> None:
        """Say that we live; any write looks if the file is still ours."""
        self.lock.renew()

    def close(self) -> None:
        """Let go of everything. The object cannot be used afterwards."""
        self._close_notifiers()
        self.lock.release()
        self.store.close()

    def _close_notifiers(self) -> None:
        for notifier in self._notifiers:
            notifier.close()
        self._notifiers.clear()

    # -- collectors -----------------------------------------------------------

    def works(self) -> list[CollectorWork]:
        """Return every enabled collector, ready to run."""
        return [self.work(c) for c in self.config.collectors if c.enabled]

    def work(self, collector: Collector) -> CollectorWork:
        """Return one collector, ready to run."""
        return CollectorWork(
            settings=collector,
            make=lambda: self.source(collector),
            query=self._query(collector),
        )

    def source_class(self, kind: str) -> type[Source]:
        """Return the class of a source."""
        return source_registry.load(kind)

    def can_stream(self, kind: str) -> bool:
        """Tell whether a source can listen as well as ask."""
        return hasattr(self.source_class(kind), "stream")

    def source(self, collector: Collector) -> Source:
        """Make a source for one run."""
        kind = self.source_class(collector.kind)
        settings = settings_of(collector, kind.Settings)
        net = Net(
            self.clock,
            meter=self._meter(collector),
            allow_private=any(is_private_literal(url) for url in urls_in(settings)),
        )
        return kind(settings, net=net)

    def ensure_rows(self, works: Iterable[CollectorWork]) -> None:
        """Give new collectors a row; a changed setting makes one due at once."""
        now = self.clock.now()
        with self.store.write(epoch=self.epoch) as conn:
            for work in works:
                rows.ensure(
                    conn, work.name, due=now, settings_hash=_identity(work.settings)
                )

    def _query(self, collector: Collector) -> SourceQuery:
        wanted = collector.brands or tuple(b.name for b in self.config.brands)
        brands = [b for b in brand_queries(self.config) if b.brand in wanted]
        query = source_query(
            brands,
            text=collector.query,
            lists=self.config.lists,
            exclude=self.config.exclude,
            source=collector.kind,
        )
        kind = self.source_class(collector.kind)
        is_searched = not getattr(kind, "reads_whole", False)
        if query.unasked and not query.text and is_searched:
            log.warning(
                "queries with *, ~ or disguised: find only what comes for other words",
                extra={"collector": collector.name, "queries": len(query.unasked)},
            )
        return query

    def _meter(self, collector: Collector) -> Meter:
        if collector.budget_usd is None:
            return FreeMeter()
        return StoreMeter(
            store=self.store,
            clock=self.clock,
            collector=collector.name,
            kind=collector.kind,
            budget_micros=round(collector.budget_usd * 1_000_000),
        )

    # -- receivers --------------------------------------------------------------

    def senders(self) -> list[Sender]:
        """Make a sender for every enabled receiver."""
        words = Words(
            clock=self.clock,
            language=self.config.team.language,
            zone=self.config.team.zone,
            settings=self.decider.policy.storm,
            competitors=frozenset(b.name for b in self.config.brands if b.competitor),
            learns=self._learns(),
        )
        return [
            Sender(
                receiver=receiver.name,
                notifier=self._notifier(receiver.name),
                store=self.store,
                clock=self.clock,
                render=words.render,
                pace=Pace(per_second=receiver.pace_per_second, burst=BURST),
                epoch=self.epoch,
                fallback=receiver.fallback,
                policy=self.outbox_policy,
            )
            for receiver in self.config.receivers
            if receiver.enabled
        ]

    def ears(self, senders: list[Sender], stop: threading.Event) -> list[EarKeeper]:
        """Make what hears the readers of these senders' messages, until `stop`."""
        return [
            EarKeeper(
                name=name,
                notifier=notifier,
                take=self._take,
                tell=self._tell_of_buttons,
                clock=self.clock,
                stop=stop,
                metrics=self.metrics,
            )
            for name, notifier in one_for_each(senders)
        ]

    def _tell_of_buttons(self, name: str, trouble: str) -> None:
        self._tell(f"buttons:{name}", f"what hears the buttons of {name!r}", trouble)

    def _take(self, press: Press) -> bool:
        taken = self.marks.put(press)
        self.wake.set()
        return taken

    def _learns(self) -> bool:
        teaching = self.collecting.intake.teaching
        return teaching is not None and teaching.encoder is not None

    def _receivers(self) -> list[str]:
        return [r.name for r in self.config.receivers if r.enabled]

    def _notifier(self, name: str) -> Notifier:
        receiver = next(r for r in self.config.receivers if r.name == name)
        kind = notifier_registry.load(receiver.kind)
        settings = settings_of(receiver, kind.Settings)
        notifier = kind(name, settings, clock=self.clock)
        self._notifiers.append(notifier)
        return notifier

    def nudge(self, receiver: str) -> threading.Event:
        """Return the event that wakes a receiver's sender."""
        return self._nudges.setdefault(receiver, threading.Event())

    def nudge_all(self) -> None:
        """Wake every sender, and the housekeeping."""
        for event in self._nudges.values():
            event.set()
        self.wake.set()

    # -- housekeeping -------------------------------------------------------------

    def keep_house(self) -> bool:
        """Judge, re-score, index: one small step of each; True if there may be more."""
        marked = self.marks.step()
        judged = self.decider.step()
        closed = self.decider.tend_storms()
        if judged or closed:
            self.nudge_all_senders()
        if self.clock.monotonic() >= self._rescore_at:
            rescore(self.collecting.intake, epoch=self.epoch)
            self._rescore_at = self.clock.monotonic() + RESCORE_SECONDS
        if self.clock.monotonic() >= self._teach_at:
            self._learn()
        if self.config.store.keep and self.clock.monotonic() >= self._purge_at:
            self._purge(self.config.store.keep)
        return bool(judged or marked or self.index_some())

    def _learn(self) -> None:
        """Look whether people said something new of posts."""
        if self.collecting.intake.teaching is not None:
            self.collecting.intake.teaching.step()
        self._teach_at = self.clock.monotonic() + TEACH_SECONDS

    def _purge(self, keep: timedelta) -> None:
        """Delete what is old enough; come back soon while there is more of it."""
        with self.store.write(epoch=self.epoch) as conn:
            gone = retention.purge(conn, now=self.clock.now(), keep=keep)
        pause = 0.0 if gone else PURGE_SECONDS
        self._purge_at = self.clock.monotonic() + pause

    def nudge_all_senders(self) -> None:
        """Wake the senders: there may be something to deliver."""
        for event in self._nudges.values():
            event.set()

    def index_some(self) -> int:
        """Bring the search index closer to the posts; return how many were done."""
        with self.store.read() as conn:
            found = search.read_pending(conn, INDEX_BATCH)
        if found:
            with self.store.write(epoch=self.epoch) as conn:
                search.index(conn, found)
        return len(found)

    def compare_some(self) -> bool:
        """Find the copies among some posts; True if there may be more."""
        return self._copies.compare_some(
            self.store, now=self.clock.now(), epoch=self.epoch
        )

    def refresh_metrics(self) -> None:
        """Bring the numbers that live in the store up to date."""
        month = StoreMeter.month(self.clock.now())
        with self.store.read() as conn:
            counts = outbox.counts(conn)
            for state in DeliveryState:
                self.metrics.deliveries.labels(state).set(counts.get(state, 0))
            for row in rows.states(conn):
                if row.last_ok_at is not None:
                    seconds = row.last_ok_at.timestamp()
                    self.metrics.last_ok.labels(row.name).set(seconds)
            for collector in self.config.collectors:
                if collector.budget_usd is not None:
                    micros = spending.spent(conn, collector.name, month)
                    self.metrics.spent_usd.labels(collector.name).set(micros / 1e6)

    def open_deliveries(self) -> int:
        """Return how many deliveries to known receivers are under way.

        What quiet hours or a long back-off hold for longer is not under way.
        """
        names = self._receivers()
        before = self.clock.now() + SOON
        with self.store.read() as conn:
            return outbox.open_count(conn, names, before=before)

    def open_work(self) -> bool:
        """Tell whether something waits to be judged or delivered."""
        with self.store.read() as conn:
            waiting = judging.any_undecided(conn)
        return waiting or bool(self.open_deliveries())

    def importing(self, *, keep_unmatched: bool) -> Collecting:
        """Return a collecting for files, whose reader is a gate itself.

        `keep_unmatched` stores posts even if they name no brand.
        """
        intake = replace(
            self.collecting.intake, keep_unmatched=keep_unmatched, gated=True
        )
        return replace(self.collecting, intake=intake)


def _identity(collector: Collector) -> str:
    """Return what changes when an operator changes anything about a collector."""
    asked = (
        collector.query,
        collector.about,
        *collector.brands,
        str(collector.every),
    )
    return stable_id(fingerprint(collector), str(collector.budget_usd), *asked)


def problems_of(config: Config) -> list[str]:
    """Check sources, notifiers and their settings; return every problem."""
    try:
        validate_settings(
            config,
            sources=lambda kind: source_registry.load(kind).Settings,
            notifiers=lambda kind: notifier_registry.load(kind).Settings,
        )
    except ConfigError as exc:
        return exc.problems
    return []


def urls_in(settings: BaseModel) -> Iterator[str]:
    """Yield every URL an operator wrote into settings, secret ones too."""
    values = settings.model_dump()
    plain = _texts(values)
    return (text for text in (*plain, *secrets_in(values)) if "://" in text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
