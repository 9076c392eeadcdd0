"""From a press to a mark and a message that says so; and what is no press of ours."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, timedelta

import pytest

from alerts.facts import RuleFacts, StormSettings, WhenFacts
from alerts.hearing import Press
from monitor.core.errors import StoreUnavailable
from monitor.core.model import Author, Label
from monitor.matching import BrandQueries, Matcher
from monitor.pipeline.collect import Collecting, Harvest
from monitor.pipeline.decide import Decider, Policy
from monitor.pipeline.deliver import Pace, Sender
from monitor.pipeline.intake import Intake
from monitor.pipeline.mark_desk import MOST_WAITING, MarkDesk
from monitor.pipeline.words import Words
from monitor.scoring import default_scorer
from monitor.store import deliveries as outbox
from monitor.store import posts as post_rows
from monitor.store import teachings
from tests.fakes.notifier import ScriptedNotifier
from tests.fakes.source import START, post

BAD = "Acme is terrible, I am so angry"
ME = Author(external_id="me", handle="me")
ANN, BOB = "ann (Slack U1)", "bob (Slack U2)"


class Room:
    """A program without threads: posts in, messages out, presses in."""

    def __init__(self, store, clock, receivers=("support",)):
        clock.set_wall(START + timedelta(minutes=5))
        matcher = Matcher([BrandQueries(brand="Acme", queries=("acme",))])
        intake = Intake(store=store, matcher=matcher, scorer=default_scorer())
        unhappy = RuleFacts(
            name="unhappy", when=WhenFacts(label=Label.NEGATIVE), receivers=receivers
        )
        self.store, self.clock = store, clock
        self.collecting = Collecting(intake=intake, clock=clock)
        self.decider = Decider(
            store=store,
            clock=clock,
            policy=Policy(rules=(unhappy,), receivers=receivers),
        )
        self.places = {name: ScriptedNotifier() for name in receivers}
        words = Words(clock=clock, language="en", zone=UTC, settings=StormSettings())
        self.senders = [
            Sender(
                receiver=name,
                notifier=notifier,
                store=store,
                clock=clock,
                render=words.render,
                pace=Pace(per_second=1000, burst=1000),
            )
            for name, notifier in self.places.items()
        ]
        self.woken, self.counted = [], Counter()
        self.desk = MarkDesk(
            store=store,
            clock=clock,
            knows=lambda name: name in self.places,
            renew=self.woken.append,
            count=lambda *which: self.counted.update([which]),
        )

    def takes(self, *posts):
        self.collecting.save("c", posts, Harvest())
        while self.decider.step():
            pass
        return self.delivers()

    def delivers(self):
        while True:
            waits = [sender.step() for sender in self.senders]
            if None in waits:
                continue
            with self.store.read() as conn:
                if not outbox.open_count(conn):
                    return self
            self.clock.advance(10.0)

    @property
    def support(self):
        return self.places["support"]

    def presses(self, value, *, by=ANN, key="", ts=""):
        """Press below the first message, or where it is said."""
        key = key or self.support.arrived[0][0]
        press = Press(key=key, place={"ts": ts or key}, value=value, by=by)
        assert self.desk.put(press)
        self.desk.step()
        return self.delivers()

    def choice(self, number, message=None):
        """Return the value of a choice of the message as it stands now."""
        return (message or self.shown).choices[number].value

    @property
    def shown(self):
        """Return the first message as it stands now."""
        ts = self.support.arrived[0][0]
        renewed = [m for place, m in self.support.updates if place == ts]
        return renewed[-1] if renewed else self.support.arrived[0][1]

    @property
    def counting(self):
        with self.store.read() as conn:
            return [(row.verdict, row.said_by) for row in teachings.listing(conn)]


@pytest.fixture
def room(store, clock):
    return Room(store, clock).takes(post(1, BAD, author=ME))


def test_a_press_becomes_a_mark_and_the_message_says_so(room):
    """Acceptance: who, what, when; and the team sees it."""
    room.presses(room.choice(1))

    with room.store.read() as conn:
        [row] = teachings.listing(conn)
    assert (row.brand, row.verdict, row.said_by) == ("Acme", "not_negative", ANN)
    assert (row.name, row.text) == ("scripted:1", BAD)
    assert row.said_at <= room.clock.now()
    assert room.shown.choices_note == "Noted: not negative (ann)."
    assert [choice.words for choice in room.shown.choices] == ["Undo"]
    assert room.woken == ["support"]
    assert room.counted == {("support", "not_negative"): 1}


def test_right_is_negative_and_not_us_is_about_the_brand(room):
    room.presses(room.choice(0)).presses("say:not_us:1")

    assert room.counting == [("not_us", ANN), ("negative", ANN)]


def test_undo_brings_the_buttons_back(room):
    before = room.shown.choices
    room.presses(room.choice(1))

    room.presses(room.choice(0), by=BOB)

    assert room.counting == []
    assert room.shown.choices == before
    assert room.shown.choices_note == ""


def test_the_same_press_again_changes_nothing(room):
    """A double click, or an acknowledgement that was lost."""
    value = room.choice(1)

    room.presses(value).presses(value).presses(value, by=BOB)

    assert room.counting == [("not_negative", ANN)]
    assert len(room.support.updates) == 1
    assert room.counted == {("support", "not_negative"): 1}


def test_the_same_undo_again_changes_nothing(room):
    room.presses(room.choice(1))
    undo = room.choice(0)

    room.presses(undo).presses(undo)

    assert room.counting == []
    assert len(room.support.updates) == 2


def test_of_two_people_the_last_one_counts_and_undo_goes_back_one_step(room):
    right, not_negative = room.choice(0), room.choice(1)

    room.presses(not_negative).presses(right, by=BOB)
    assert room.counting == [("negative", BOB)]
    assert room.shown.choices_note == "Noted: negative (bob)."

    room.presses(room.choice(0))
    assert room.counting == [("not_negative", ANN)]
    assert room.shown.choices_note == "Noted: not negative (ann)."


def test_marking_undoing_and_marking_again_renews_the_message_each_time(room):
    value = room.choice(1)
    for _ in range(3):
        room.presses(value)
        assert room.shown.choices_note
        room.presses(room.choice(0))
        assert not room.shown.choices_note

    assert len(room.support.updates) == 6


def test_buttons_of_a_message_that_was_renewed_work(room):
    """A renewal draws the buttons anew, with the key of its own delivery."""
    room.presses(room.choice(1))
    with room.store.read() as conn:
        sent = outbox.listing(conn, ["sent"], 10)
        key = next(
            found.key
            for row in sent
            if row.role == "update"
            for found in [_delivery(conn, row.id)]
        )

    root = room.support.arrived[0][0]
    room.presses(room.choice(0), key=key, ts=root)

    assert room.counting == []


def _delivery(conn, number):
    from sqlalchemy import select

    from monitor.store.schema import deliveries

    return conn.execute(select(deliveries).where(deliveries.c.id == number)).one()


def test_a_reply_has_buttons_of_its_own_for_its_own_post(store, clock):
    room = Room(store, clock)
    room.takes(post(1, BAD, author=ME)).takes(post(2, f"{BAD} again", author=ME))
    [(_root, key, reply)] = room.support.replies

    room.presses(room.choice(1, reply), key=key)

    with store.read() as conn:
        [row] = teachings.listing(conn)
    assert row.name == "scripted:2"
    renewed = dict(room.support.updates)[key]
    assert renewed.headline == reply.headline
    assert renewed.choices_note == "Noted: not negative (ann)."


def test_an_alert_with_several_posts_says_which_one_its_buttons_are_about(store, clock):
    room = Room(store, clock)
    room.takes(post(1, BAD, author=ME)).takes(post(2, f"{BAD} again", author=ME))

    assert "post that is quoted" in room.shown.choices_note
    assert room.shown.data["mention_id"] == int(room.choice(0).rpartition(":")[2])


def test_an_alert_in_two_places_can_be_marked_in_both(store, clock):
    """The second place still has its buttons; pressing them renews it there."""
    room = Room(store, clock, receivers=("support", "shops")).takes(post(1, BAD))
    value = room.choice(1)
    room.presses(value)
    [(key, _message)] = room.places["shops"].arrived

    room.presses(value, key=key, by=BOB)

    assert room.counting == [("not_negative", ANN)]
    [(_ts, renewed)] = room.places["shops"].updates
    assert renewed.choices_note == "Noted: not negative (ann)."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value": "say:us:1"}, "none of ours"),
        ({"key": "nobody"}, "none of ours"),
        ({"ts": "elsewhere"}, "somewhere else"),
        ({"value": "say:not_us:2"}, "not in this alert"),
        ({"value": "say:not_us:999999999999999999"}, "not in this alert"),
    ],
)
def test_what_does_not_belong_together_is_dropped(room, caplog, changes, reason):
    room.takes(post(2, BAD, author=Author(external_id="other")))

    room.presses(**{"value": "say:not_us:1", **changes})

    assert room.counting == []
    assert room.support.updates == []
    assert reason in "".join(str(vars(r).get("reason")) for r in caplog.records)


def test_an_undo_of_somebody_elses_mark_elsewhere_is_none(room):
    """Its number is of another post."""
    room.takes(post(2, BAD, author=Author(external_id="other")))
    other = room.support.arrived[1][0]
    room.presses("say:not_us:2", key=other)

    room.presses("undo:1:1")

    assert room.counting == [("not_us", ANN)]


def test_a_message_that_may_not_have_arrived_is_not_believed(store, clock, room):
    with store.write() as conn:
        from sqlalchemy import update

        from monitor.store.schema import deliveries

        conn.execute(update(deliveries).values(receipt=None))

    room.presses(room.choice(1))

    assert room.counting == []


def test_a_post_that_is_gone_cannot_be_marked(room):
    value = room.choice(1)
    room.takes(post(1, "", deleted=True))

    room.presses(value)

    assert room.counting == []
    assert room.shown.choices == ()


def test_a_receiver_that_is_gone_keeps_the_mark_and_sends_nothing(room):
    room.desk.knows = lambda _name: False

    room.presses(room.choice(1))

    assert room.counting == [("not_negative", ANN)]
    assert room.support.updates == []


def test_while_the_store_is_busy_presses_wait(room, monkeypatch):
    def busy(epoch=None):
        raise StoreUnavailable("locked")

    key = room.support.arrived[0][0]
    value = room.choice(1)
    room.desk.put(Press(key=key, place={"ts": key}, value=value, by=ANN))
    with monkeypatch.context() as patch:
        patch.setattr(room.store, "write", busy)
        with pytest.raises(StoreUnavailable):
            room.desk.step()

    assert room.desk.step()
    assert room.counting == [("not_negative", ANN)]
    assert not room.desk.step()


def test_one_that_cannot_be_used_does_not_stand_in_the_way(room, caplog):
    key = room.support.arrived[0][0]
    broken = Press(key=key, place={"ts": key}, value=room.choice(1), by=None)  # type: ignore[arg-type]
    room.desk.put(broken)

    room.presses(room.choice(2), by=BOB)

    assert room.counting == [("not_us", BOB)]
    assert "press could not be used" in caplog.text


def test_too_many_presses_are_refused(room):
    press = Press(key="k", place={"ts": "k"}, value="x", by=ANN)

    taken = [room.desk.put(press) for _ in range(MOST_WAITING + 1)]

    assert taken.count(True) == MOST_WAITING
    assert not taken[-1]


def test_a_storm_has_no_buttons_because_it_has_no_one_post(store, clock):
    room = Room(store, clock)
    room.takes(*(post(n, BAD, author=Author(external_id=str(n))) for n in range(1, 12)))

    storms = [m for _, m in room.support.arrived if (m.data or {})["type"] == "storm"]
    assert storms
    assert all(message.choices == () for message in storms)
    with store.read() as conn:
        assert post_rows.known(conn, [post(1)])
