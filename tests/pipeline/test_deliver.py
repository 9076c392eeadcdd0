"""The outbox: nothing is lost, nothing is sent twice, nothing blocks the rest."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.base import Message
from monitor.core.errors import (
    DeliveryRefused,
    DeliveryUnavailable,
    LeaseLost,
    MessageRejected,
)
from monitor.core.model import Reason, Severity
from monitor.pipeline.deliver import OutboxPolicy, Pace, Sender
from monitor.store import alerts as alert_rows
from monitor.store import deliveries as outbox
from monitor.store.alerts import NewAlert
from monitor.store.deliveries import NewDelivery
from tests.fakes.notifier import Arrives, ScriptedNotifier, in_doubt

RECEIVER = "support"


def add_alert(store, number, receiver=RECEIVER, priority=1):
    now = store.clock.now()
    with store.write() as conn:
        alert_id = alert_rows.create(
            conn,
            NewAlert(
                key=f"alert-{number}",
                kind="single",
                brand="Acme",
                group_key=f"author:x:{number}",
                rules=("unhappy",),
                receivers=(receiver,),
                severity=Severity.LOW,
            ),
            now=now,
        )
        outbox.add(
            conn,
            NewDelivery(
                alert_id=alert_id,
                alert_key=f"alert-{number}",
                receiver=receiver,
                role="root",
                reason=Reason.FIRST,
                stage="root",
                priority=priority,
                next_try_at=now,
            ),
            now=now,
        )
    return alert_id


def add_follow_up(store, alert_id, role, stage):
    now = store.clock.now()
    with store.write() as conn:
        ((root_id, _receiver),) = outbox.roots(conn, alert_id)
        outbox.add(
            conn,
            NewDelivery(
                alert_id=alert_id,
                alert_key="follow",
                receiver=RECEIVER,
                role=role,
                reason=Reason.MORE,
                stage=stage,
                priority=1,
                next_try_at=now,
                root_id=root_id,
            ),
            now=now,
        )


def words(_conn, delivery):
    return Message(headline=f"alert {delivery.alert_id}")


@pytest.fixture
def notifier():
    return ScriptedNotifier()


@pytest.fixture
def sender(store, clock, notifier):
    return Sender(
        receiver=RECEIVER,
        notifier=notifier,
        store=store,
        clock=clock,
        render=words,
        pace=Pace(per_second=1000, burst=1000),
        rng=random.Random(1),
    )


def run(sender, clock, *, seconds=3600.0):
    """Step until nothing is open or the virtual time is up; never sleeps."""
    ends = clock.monotonic() + seconds
    while clock.monotonic() < ends:
        wait = sender.step()
        if wait is None:
            continue
        with sender.store.read() as conn:
            if not outbox.open_count(conn):
                return
        clock.advance(max(wait, 5.0))


def state(store):
    with store.read() as conn:
        return outbox.counts(conn)


def test_what_is_due_is_sent_once(store, clock, sender, notifier):
    add_alert(store, 1)
    add_alert(store, 2)

    run(sender, clock)

    assert [m.headline for _, m in notifier.arrived] == ["alert 1", "alert 2"]
    assert state(store) == {"sent": 2}


def test_the_most_severe_goes_first(store, clock, sender, notifier):
    add_alert(store, 1, priority=1)
    add_alert(store, 2, priority=4)

    run(sender, clock)

    assert [m.headline for _, m in notifier.arrived] == ["alert 2", "alert 1"]


def test_an_answer_that_never_came_is_looked_up_before_anything_is_repeated(
    store, clock, sender, notifier
):
    """F13: it had arrived; there is one message in the end."""
    notifier.script = [Arrives(in_doubt())]
    add_alert(store, 1)

    run(sender, clock)

    assert len(notifier.arrived) == 1
    assert notifier.looks == 1
    assert state(store) == {"sent": 1}


def test_what_is_proved_absent_is_sent_again_without_a_warning(
    store, clock, sender, notifier
):
    """F12: a 500 that meant no; five looks prove it, then it is sent."""
    notifier.script = [in_doubt()]
    add_alert(store, 1)

    run(sender, clock)

    assert len(notifier.arrived) == 1
    assert notifier.looks == OutboxPolicy().looks
    assert not notifier.arrived[0][1].possible_repeat


def test_a_history_that_cannot_be_read_is_waited_for(store, clock, sender, notifier):
    """F15: looking fails for a while; nothing is repeated meanwhile."""
    notifier.script = [Arrives(in_doubt())]
    notifier.finds = [DeliveryUnavailable("slack", "history is down")] * 20
    add_alert(store, 1)

    run(sender, clock)

    assert len(notifier.arrived) == 1
    assert notifier.looks == 21


def test_after_half_an_hour_without_history_it_is_sent_again_marked(
    store, clock, sender, notifier
):
    """F15: better a possible repeat, said so, than a lost alert."""
    notifier.script = [in_doubt()]
    notifier.finds = [DeliveryUnavailable("slack", "history is down")] * 10_000
    add_alert(store, 1)

    run(sender, clock)

    assert len(notifier.arrived) == 1
    with store.read() as conn:
        row = outbox.listing(conn, ["sent"], 1)[0]
        assert row.attempts == 2


def test_without_permission_to_look_it_is_sent_again_marked(store, clock, notifier):
    notifier.script = [in_doubt()]
    notifier.finds = [DeliveryRefused("slack", "missing_scope")]
    add_alert(store, 1)
    seen = []

    def noting(_conn, delivery):
        seen.append(delivery.possible_repeat)
        return Message(headline="x", possible_repeat=delivery.possible_repeat)

    sender = Sender(
        receiver=RECEIVER,
        notifier=notifier,
        store=store,
        clock=clock,
        render=noting,
        pace=Pace(per_second=1000, burst=1000),
    )
    run(sender, clock)

    assert seen == [False, True]
    assert notifier.arrived[0][1].possible_repeat


def test_an_intent_left_by_a_dead_process_is_reconciled(store, clock, sender, notifier):
    """F1: it died between sending and writing down that it had."""
    add_alert(store, 1)
    now = clock.now()
    with store.write() as conn:
        delivery = outbox.due(conn, RECEIVER, now)[0]
        outbox.claim(conn, delivery, now=now, look_at=now + timedelta(seconds=10))
    notifier.arrived.append((delivery.key, Message(headline="from an earlier life")))

    run(sender, clock)

    assert notifier.calls == 0
    assert state(store) == {"sent": 1}


def test_a_rate_limit_holds_the_whole_receiver_and_is_no_attempt(
    store, clock, sender, notifier
):
    """F11."""
    limit = DeliveryUnavailable("slack", "429", retry_after=30.0, whole_receiver=True)
    notifier.script = [limit]
    add_alert(store, 1)
    add_alert(store, 2)
    start = clock.monotonic()

    run(sender, clock)

    assert notifier.calls == 3
    assert clock.monotonic() - start >= 30
    with store.read() as conn:
        assert sorted(r.attempts for r in outbox.listing(conn, ["sent"], 9)) == [1, 1]


def test_a_rate_limit_of_a_day_is_cut_to_a_quarter_of_an_hour(
    store, clock, sender, notifier
):
    """F11: Retry-After of 86400 must not silence a team for a day."""
    notifier.script = [
        DeliveryUnavailable("slack", "429", retry_after=86_400.0, whole_receiver=True)
    ]
    add_alert(store, 1)

    run(sender, clock, seconds=16 * 60)

    assert len(notifier.arrived) == 1


def test_waits_grow_and_stay_under_a_quarter_of_an_hour(store, clock, sender, notifier):
    notifier.script = [DeliveryUnavailable("slack", "refused")] * 15
    add_alert(store, 1)

    run(sender, clock, seconds=5 * 3600)

    assert len(notifier.arrived) == 1
    assert notifier.calls == 16


def test_one_call_for_each_attempt(store, clock, sender, notifier):
    """F40: nobody else retries; calls are attempts."""
    notifier.script = [DeliveryUnavailable("slack", "refused")] * 4
    add_alert(store, 1)

    run(sender, clock)

    with store.read() as conn:
        attempts = outbox.listing(conn, ["sent"], 1)[0].attempts
    assert notifier.calls == attempts == 5


def test_a_refusal_parks_and_tells_the_fallback(store, clock, notifier):
    """F14."""
    notifier.script = [DeliveryRefused("slack", "channel_not_found")]
    add_alert(store, 1)
    sender = Sender(
        receiver=RECEIVER,
        notifier=notifier,
        store=store,
        clock=clock,
        render=words,
        pace=Pace(per_second=1000, burst=1000),
        fallback="mail",
    )

    while sender.step() is None:
        pass

    with store.read() as conn:
        assert [d.role for d in outbox.due(conn, "mail", clock.now())] == ["root"]
    assert state(store) == {"parked": 1, "pending": 1}


def test_a_refused_layout_is_tried_once_in_plain_words(store, clock, sender, notifier):
    """F14: msg_too_long and invalid_blocks degrade, once."""
    notifier.script = [MessageRejected("slack", "invalid_blocks")]
    add_alert(store, 1)

    run(sender, clock)

    assert notifier.plain == [False, True]
    assert state(store) == {"sent": 1}


def test_a_layout_refused_twice_is_parked(store, clock, sender, notifier):
    notifier.script = [MessageRejected("slack", "invalid_blocks")] * 2
    add_alert(store, 1)

    run(sender, clock, seconds=60)

    assert state(store) == {"parked": 1}


def test_a_row_that_cannot_be_worded_is_parked_and_blocks_nobody(
    store, clock, notifier
):
    """F32: poison in the outbox."""
    poison = add_alert(store, 1)
    add_alert(store, 2)

    def fragile(_conn, delivery):
        if delivery.alert_id == poison:
            raise KeyError("text")
        return Message(headline=f"alert {delivery.alert_id}")

    sender = Sender(
        receiver=RECEIVER,
        notifier=notifier,
        store=store,
        clock=clock,
        render=fragile,
        pace=Pace(per_second=1000, burst=1000),
    )
    run(sender, clock)

    assert [m.headline for _, m in notifier.arrived] == ["alert 2"]
    assert state(store) == {"parked": 1, "sent": 1}
    with store.read() as conn:
        assert outbox.listing(conn, ["parked"], 1)[0].attempts == 5


def test_a_notifier_with_a_bug_does_not_end_the_loop(store, clock, sender, notifier):
    notifier.script = [ZeroDivisionError(), None]
    add_alert(store, 1)
    add_alert(store, 2)

    run(sender, clock)

    assert len(notifier.arrived) == 2


def test_a_reply_waits_for_its_root(store, clock, sender, notifier):
    alert_id = add_alert(store, 1)
    add_follow_up(store, alert_id, "reply", "reply:1")
    add_follow_up(store, alert_id, "update", "update:1")
    notifier.script = [DeliveryUnavailable("slack", "refused")]

    run(sender, clock)

    root_key = notifier.arrived[0][0]
    assert [ts for ts, _, _ in notifier.replies] == [root_key]
    assert [ts for ts, _ in notifier.updates] == [root_key]


def test_an_update_in_doubt_is_simply_repeated(store, clock, sender, notifier):
    """chat.update is idempotent: nothing has to be looked for."""
    alert_id = add_alert(store, 1)
    run(sender, clock)
    add_follow_up(store, alert_id, "update", "update:1")
    notifier.script = [Arrives(in_doubt())]

    run(sender, clock)

    assert notifier.looks == 0
    assert state(store) == {"sent": 2}


def test_a_parked_delivery_can_be_woken(store, clock, sender, notifier):
    notifier.script = [DeliveryRefused("slack", "invalid_auth")]
    add_alert(store, 1)
    run(sender, clock, seconds=5)
    with store.write() as conn:
        assert outbox.unpark(conn, now=clock.now(), receivers=[RECEIVER]) == 1

    run(sender, clock)

    assert state(store) == {"sent": 1}


def test_a_sender_whose_lease_was_taken_sends_nothing(store, clock, sender, notifier):
    """F8: a daemon that was paused must not wake up and send."""
    add_alert(store, 1)
    late = replace(sender, epoch=7)

    with pytest.raises(LeaseLost):
        late.step()

    assert notifier.calls == 0


def test_the_pace_allows_a_burst_and_then_one_a_second():
    pace = Pace(per_second=1.0, burst=5)

    waits = [pace.wait_for(100.0) for _ in range(6)]

    assert waits[:5] == [0.0] * 5
    assert waits[5] == pytest.approx(1.0)
    assert pace.wait_for(101.0) == 0.0
