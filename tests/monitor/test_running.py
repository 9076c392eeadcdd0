"""Workers without threads: runs, streams, and word to the operator."""

from __future__ import annotations

import random
import threading
from datetime import timedelta

import pytest

from config import Collector
from monitor.core.errors import (
    BudgetSpent,
    SourceAuthError,
    SourceRejected,
    SourceUnavailable,
)
from monitor.matching import BrandQueries, Matcher
from monitor.metering import StoreMeter
from monitor.observe import Metrics
from monitor.pipeline.collect import Collecting
from monitor.pipeline.intake import Intake
from monitor.pipeline.operators import Operators
from monitor.running import CollectorWork, Runner, StreamKeeper
from monitor.scoring import default_scorer
from monitor.store import alerts as alert_rows
from monitor.store import collectors as rows
from monitor.store import deliveries as outbox
from monitor.store import posts as post_rows
from sources.base import Page, SourceQuery
from tests.fakes.source import START, ScriptedSource, ScriptedStream, post


@pytest.fixture
def collecting(store, clock):
    clock.set_wall(START + timedelta(minutes=1))
    matcher = Matcher([BrandQueries(brand="Acme", queries=("acme",))])
    intake = Intake(store=store, matcher=matcher, scorer=default_scorer())
    with store.write() as conn:
        rows.ensure(conn, "c", due=clock.now(), settings_hash="")
    return Collecting(intake=intake, clock=clock)


@pytest.fixture
def told():
    return []


@pytest.fixture
def runner(store, clock, collecting, told):
    return Runner(
        store=store,
        clock=clock,
        collecting=collecting,
        metrics=Metrics(),
        deadline=300.0,
        rng=random.Random(1),
        on_change=lambda name, trouble: told.append((name, trouble)),
    )


def work(source, every="1m"):
    settings = Collector(name="c", kind="scripted", every=every)
    return CollectorWork(settings=settings, make=lambda: source, query=SourceQuery())


def state(store):
    with store.read() as conn:
        return rows.get(conn, "c")


def last_run(store):
    with store.read() as conn:
        return rows.recent_runs(conn, "c", 1)[0]


def test_a_good_run_leaves_a_row_and_the_next_due_time(store, clock, runner):
    good = runner.run(work(ScriptedSource([Page(posts=(post(1),), cursor={"a": 1})])))

    assert good
    assert (last_run(store).new, last_run(store).error) == (1, "")
    assert state(store).next_due_at == clock.now() + timedelta(minutes=1)


def test_a_failed_run_is_a_failed_run_and_not_an_empty_one(store, runner, told):
    """Nothing found is not the same as could not look."""
    runner.run(work(ScriptedSource([SourceUnavailable("x", "no answer")])))

    assert last_run(store).error == "SourceUnavailable"
    assert state(store).failures == 1
    assert told == []


def test_a_refused_credential_and_its_repair_are_told(store, runner, told):
    """F16: each time; `Operators` makes one message of it."""
    for _ in range(3):
        runner.run(work(ScriptedSource([SourceAuthError("x", "token revoked")])))
    runner.run(work(ScriptedSource([])))

    assert list(dict.fromkeys(told)) == [("c", "x: token revoked"), ("c", "")]


def test_an_outage_is_told_when_it_lasts(store, runner, told):
    """F17: three in a row, once."""
    for _ in range(6):
        runner.run(work(ScriptedSource([SourceUnavailable("x", "503")])))

    assert told == [("c", "x: 503")]


def test_a_spent_budget_is_told(store, runner, told):
    runner.run(work(ScriptedSource([BudgetSpent("x", "no more", 86_400)])))

    assert told == [("c", "x: no more")]


def test_a_bug_in_a_source_ends_its_run_and_nothing_else(store, runner):
    good = runner.run(work(ScriptedSource([ZeroDivisionError()])))

    assert not good
    assert last_run(store).error == "Crashed"
    assert runner.run(work(ScriptedSource([])))


def test_a_stream_goes_on_from_its_last_cursor_after_every_loss(
    store, clock, collecting
):
    """A clean close, a reset, a bug: it connects again, ever more slowly."""
    stop = threading.Event()
    stream = ScriptedStream(
        [
            Page(posts=(post(1),), cursor={"seq": 1}),
            SourceUnavailable("x", "closed"),
            SourceUnavailable("x", "refused"),
            ZeroDivisionError(),
            Page(posts=(post(1), post(2)), cursor={"seq": 2}),
        ]
    )
    before = clock.monotonic()
    keeper = StreamKeeper(
        work=CollectorWork(
            settings=Collector(name="c", kind="scripted"),
            make=lambda: stream,
            query=SourceQuery(),
        ),
        collecting=collecting,
        clock=clock,
        stop=stop,
        metrics=Metrics(),
        rng=random.Random(1),
    )
    # The script says when it is over: after the last page it sets `stop`.
    stream.stream = lambda q, since, _stop: _until_empty(stream, q, since, stop)

    keeper.keep()

    assert stream.asked_since == [None, {"seq": 1}, {"seq": 1}, {"seq": 1}]
    with store.read() as conn:
        assert len(post_rows.known(conn, [post(1), post(2)])) == 2
    assert clock.monotonic() - before > 2


def _until_empty(stream, query, since, stop):
    stream.asked_since.append(since)
    while stream.script:
        step = stream.script.pop(0)
        if isinstance(step, Exception):
            raise step
        yield step
    stop.set()


def test_operators_hear_of_a_trouble_once_and_of_its_end_in_the_same_place(
    store, clock
):
    """F16, F4: one message, renewed when it is over."""
    operators = Operators(store=store, clock=clock, receivers=("ops",))
    operators.trouble("collector:c", "c has stopped")
    operators.trouble("collector:c", "c has stopped")
    with store.read() as conn:
        (root,) = outbox.due(conn, "ops", clock.now(), limit=9)
    with store.write() as conn:
        outbox.sent(conn, root, {"ts": "1"}, clock.now())

    operators.over("collector:c", "c works again")

    with store.read() as conn:
        (update,) = outbox.due(conn, "ops", clock.now(), limit=9)
        note = alert_rows.get(conn, update.alert_id).note
    assert update.role == "update"
    assert "works again" in note
    assert "has stopped" in note


def test_without_operators_nothing_is_written(store, clock):
    Operators(store=store, clock=clock, receivers=()).trouble("x", "y")

    with store.read() as conn:
        assert outbox.counts(conn) == {}


def meter(store, clock, usd=1.0):
    return StoreMeter(
        store=store,
        clock=clock,
        collector="x-main",
        kind="x",
        budget_micros=round(usd * 1e6),
    )


def test_a_budget_stops_the_call_that_could_exceed_it(store, clock):
    """Money: the call is not made; nothing is spent beyond the budget."""
    first = meter(store, clock)
    first.reserve(600_000)
    first.settle(600_000, 500_000)
    first.reserve(500_000)
    first.settle(500_000, 500_000)

    with pytest.raises(BudgetSpent) as caught:
        first.reserve(1)

    assert "1.00 USD" in str(caught.value)
    assert caught.value.retry_after == pytest.approx(8.5 * 86_400)


def test_a_budget_survives_a_restart_and_begins_anew_each_month(store, clock):
    meter(store, clock).reserve(1_000_000)
    with pytest.raises(BudgetSpent):
        meter(store, clock).reserve(1_000_000)

    clock.advance(10 * 86_400)

    meter(store, clock).reserve(1_000_000)


def test_what_was_put_aside_by_a_dead_process_stays_spent(store, clock):
    """Too much may be written down, never too little."""
    meter(store, clock).reserve(900_000)

    with pytest.raises(BudgetSpent):
        meter(store, clock).reserve(200_000)


def test_a_rejected_query_needs_a_person(store, runner, told):
    runner.run(work(ScriptedSource([SourceRejected("x", "bad query")])))

    assert told == [("c", "x: bad query")]
