"""Hearing goes on: after every loss, ever more slowly, and says how it is."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass, field
from typing import Any

import pytest

from alerts.hearing import Press
from monitor.core.errors import (
    DeliveryRefused,
    DeliveryUnavailable,
    LeaseLost,
    StoreUnavailable,
)
from monitor.hearing import EarKeeper, one_for_each
from monitor.observe import Metrics
from tests.fakes.clock import NOON

PRESS = Press(key="k", place={"ts": "1"}, value="say:not_us:1", by="ann (Slack U1)")


@dataclass
class ScriptedEar:
    """`script` holds for each connection what it yields, and how it ends."""

    script: list[list[Any]]
    stop: threading.Event
    ear: str = "app"
    on_yield: Any = lambda: None
    calls: int = 0

    def listen(self, stop):
        self.calls += 1
        steps = self.script.pop(0) if self.script else []
        for step in steps:
            if isinstance(step, Exception):
                raise step
            self.on_yield()
            yield step
        if not self.script:
            self.stop.set()


@dataclass
class Bench:
    clock: Any
    stop: threading.Event = field(default_factory=threading.Event)
    taken: list[Press] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    metrics: Metrics = field(default_factory=Metrics)

    def keeper(self, *script, **changes):
        ear = ScriptedEar(list(script), self.stop)
        given = {
            "name": "support",
            "notifier": ear,
            "take": lambda press: self.taken.append(press) is None,
            "tell": lambda name, trouble: self.told.append((name, trouble)),
            "clock": self.clock,
            "stop": self.stop,
            "metrics": self.metrics,
            "rng": random.Random(1),
        }
        return EarKeeper(**{**given, **changes})

    @property
    def connected(self):
        return self.metrics.registry.get_sample_value(
            "overheard_buttons_connected", {"receiver": "support"}
        )


@pytest.fixture
def bench(clock):
    return Bench(clock)


def test_presses_are_handed_on_and_counted(bench):
    keeper = bench.keeper([None, PRESS, PRESS])
    states = []
    keeper.notifier.on_yield = lambda: states.append((keeper.state, bench.connected))

    keeper.keep()

    assert bench.taken == [PRESS, PRESS]
    assert keeper.presses == 2
    assert states[1] == (
        {
            "connected": True,
            "since": NOON.isoformat(),
            "presses": 0,
            "problem": "",
        },
        1.0,
    )


def test_after_the_end_it_says_that_it_hears_nothing(bench):
    keeper = bench.keeper([None])

    keeper.keep()

    assert keeper.state["connected"] is False
    assert keeper.state["since"] is None
    assert bench.connected == 0.0


def test_it_connects_again_after_every_loss_ever_more_slowly(bench, clock):
    lost = DeliveryUnavailable("support", "closed")
    before = clock.monotonic()

    keeper = bench.keeper([lost], [lost], [lost], [ZeroDivisionError()], [None, PRESS])
    keeper.keep()

    assert keeper.notifier.calls == 5
    assert bench.taken == [PRESS]
    assert 0.5 * 15 <= clock.monotonic() - before <= 15
    assert bench.told == []


def test_it_waits_as_long_as_slack_asks_but_not_for_ever(bench, clock):
    asks = DeliveryUnavailable("support", "slow down", retry_after=60)
    before = clock.monotonic()

    bench.keeper([asks], [None]).keep()

    assert 30 <= clock.monotonic() - before <= 60


def test_a_refresh_after_hours_connects_at_once(bench, clock):
    keeper = bench.keeper([None], [None, PRESS])
    keeper.notifier.on_yield = lambda: clock.advance(3600)
    before = clock.monotonic()

    keeper.keep()

    assert bench.taken == [PRESS]
    assert clock.monotonic() - before == 3 * 3600


def test_a_server_that_sends_away_at_once_is_not_asked_in_a_loop(bench, clock):
    before = clock.monotonic()

    bench.keeper([None], [None], [None]).keep()

    assert clock.monotonic() > before


def test_a_refusal_is_told_once_and_so_is_its_end(bench, clock):
    """The operator hears of a wrong token, not of every attempt."""
    wrong = DeliveryRefused("support", "Slack refused the app-level token")
    before = clock.monotonic()
    keeper = bench.keeper([wrong], [wrong], [None])

    keeper.keep()

    assert bench.told == [
        ("support", "support: Slack refused the app-level token"),
        ("support", ""),
    ]
    assert clock.monotonic() - before >= 300
    assert keeper.trouble == ""


def test_while_a_person_is_needed_the_state_says_so(bench):
    keeper = bench.keeper([DeliveryRefused("support", "wrong token")], [])

    keeper.keep()

    assert keeper.state["problem"] == "support: wrong token"


def test_a_busy_store_delays_the_word_to_the_operator(bench):
    answers = [StoreUnavailable("locked"), None]

    def tell(name, trouble):
        answer = answers.pop(0)
        if answer:
            raise answer
        bench.told.append((name, trouble))

    wrong = DeliveryRefused("support", "wrong token")
    bench.keeper([wrong], [wrong], [], tell=tell).keep()

    assert bench.told == [("support", "support: wrong token")]


def test_a_busy_store_while_telling_of_the_end_is_survived(bench):
    told = []

    def tell(name, trouble):
        told.append(trouble)
        if not trouble and told.count("") == 1:
            raise StoreUnavailable("locked")

    wrong = DeliveryRefused("support", "wrong token")
    keeper = bench.keeper([wrong], [None], [None, PRESS], tell=tell)
    keeper.keep()

    assert bench.taken == [PRESS]
    assert keeper.trouble == ""


def test_a_daemon_that_was_replaced_stops_hearing(bench):
    keeper = bench.keeper([LeaseLost("another")], [None, PRESS])

    keeper.keep()

    assert bench.taken == []


def test_a_press_that_cannot_be_kept_is_not_counted(bench, caplog):
    keeper = bench.keeper([None, PRESS], take=lambda press: False)

    keeper.keep()

    assert keeper.presses == 0
    assert "too many wait" in caplog.text


@dataclass
class Sending:
    receiver: str
    notifier: Any


def test_one_app_is_heard_once_however_many_receivers_it_has():
    stop = threading.Event()
    app, other = ScriptedEar([], stop), ScriptedEar([], stop, ear="other")
    deaf = ScriptedEar([], stop, ear="")

    found = one_for_each(
        [
            Sending("mail", object()),
            Sending("a", app),
            Sending("b", ScriptedEar([], stop)),
            Sending("c", deaf),
            Sending("d", other),
        ]
    )

    assert found == [("a", app), ("d", other)]
