"""From mentions to messages: what a team would see in its channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, time, timedelta

import pytest

from alerts.facts import (
    QuietHoursFacts,
    RuleFacts,
    SilenceFacts,
    StormSettings,
    WhenFacts,
)
from monitor.core.model import Author, Label, Post
from monitor.matching import BrandQueries, Matcher
from monitor.pipeline.collect import Collecting, Harvest
from monitor.pipeline.decide import Decider, Policy
from monitor.pipeline.deliver import Pace, Sender
from monitor.pipeline.intake import Intake
from monitor.pipeline.words import Words
from monitor.scoring import default_scorer
from monitor.store import deliveries as outbox
from tests.fakes.notifier import ScriptedNotifier
from tests.fakes.source import START, post

UNHAPPY = RuleFacts(
    name="unhappy", when=WhenFacts(label=Label.NEGATIVE), receivers=("support",)
)
STARS = RuleFacts(name="stars", when=WhenFacts(max_rating=2), receivers=("shops",))
VIP = RuleFacts(name="vip", when=WhenFacts(vip=True), receivers=("support",))
BAD = "Acme is terrible, I am so angry"
GOOD = "Acme is wonderful, thank you"
ME = Author(external_id="me", handle="me")


class Room:
    """A program without threads: posts in, messages out."""

    def __init__(self, store, clock, policy):
        matcher = Matcher(
            [
                BrandQueries(brand="Acme", queries=("acme",)),
                BrandQueries(brand="Bolt", queries=("bolt",)),
            ]
        )
        intake = Intake(store=store, matcher=matcher, scorer=default_scorer())
        self.store, self.clock = store, clock
        self.collecting = Collecting(intake=intake, clock=clock)
        self.decider = Decider(store=store, clock=clock, policy=policy)
        self.slack = {name: ScriptedNotifier() for name in policy.receivers}
        words = Words(clock=clock, language="en", zone=UTC, settings=policy.storm)
        self.senders = [
            Sender(
                receiver=name,
                notifier=notifier,
                store=store,
                clock=clock,
                render=words.render,
                pace=Pace(per_second=1, burst=5),
            )
            for name, notifier in self.slack.items()
        ]

    def takes(self, *posts):
        self.collecting.save("c", posts, Harvest())
        while self.decider.step():
            pass
        return self

    def delivers(self, seconds=3600.0):
        """Deliver for at most so long; the clock goes on only as far as needed."""
        ends = self.clock.monotonic() + seconds
        while self.clock.monotonic() < ends:
            waits = [sender.step() for sender in self.senders]
            if None in waits:
                continue
            with self.store.read() as conn:
                if not outbox.open_count(conn):
                    return self
            self.clock.advance(10.0)
        return self

    @property
    def support(self):
        return self.slack["support"]

    @property
    def headlines(self):
        return [message.headline for _, message in self.support.arrived]


@pytest.fixture
def policy():
    return Policy(
        rules=(UNHAPPY, STARS, VIP),
        vips={"": frozenset({"boss"})},
        receivers=("support", "shops"),
    )


@pytest.fixture
def room(store, clock, policy):
    clock.set_wall(START + timedelta(minutes=5))
    return Room(store, clock, policy)


def by(author, number, text=BAD, **more):
    return post(number, text, author=author, **more)


def test_an_unhappy_mention_reaches_slack_once(room):
    room.takes(post(1, BAD), post(2, GOOD)).delivers()
    room.takes(post(1, BAD)).delivers()

    assert len(room.support.arrived) == 1
    message = room.support.arrived[0][1]
    assert message.quote == BAD
    assert message.link == "https://example.org/1"


def test_a_post_about_two_brands_alerts_for_each(room):
    room.takes(post(1, "Acme and Bolt are both terrible")).delivers()

    assert len(room.support.arrived) == 2


def test_two_rules_for_one_receiver_make_one_message(room):
    room.takes(post(1, BAD, author=Author(external_id="boss"))).delivers()

    assert len(room.support.arrived) == 1


def test_rules_for_different_receivers_tell_both(room):
    room.takes(post(1, BAD, rating=1.0)).delivers()

    assert len(room.support.arrived) == 1
    assert len(room.slack["shops"].arrived) == 1


def test_more_from_the_same_author_is_a_reply_and_an_update(room):
    room.takes(by(ME, 1)).delivers()
    room.takes(by(ME, 2, "Acme is awful, still nobody answers")).delivers()

    assert len(room.support.arrived) == 1
    assert len(room.support.replies) == 1
    assert len(room.support.updates) == 1
    root_key = room.support.arrived[0][0]
    assert room.support.replies[0][0] == root_key


def test_a_new_rule_among_the_news_tells_its_receiver_too(room):
    room.takes(by(ME, 1)).delivers()
    room.takes(by(ME, 2, "Acme is awful", rating=1.0)).delivers()

    assert len(room.slack["shops"].arrived) == 1
    assert len(room.support.arrived) == 1


def test_an_edit_from_good_to_bad_alerts(room):
    """F24."""
    room.takes(post(1, GOOD)).delivers()
    assert not room.support.arrived

    room.takes(post(1, BAD)).delivers()

    assert len(room.support.arrived) == 1


def test_an_edit_from_bad_to_good_changes_the_message_in_place(room):
    """F24."""
    room.takes(post(1, BAD)).delivers()
    room.takes(post(1, GOOD)).delivers()

    assert len(room.support.arrived) == 1
    assert len(room.support.updates) == 1
    assert not room.support.replies
    assert room.support.updates[0][1].headline != room.headlines[0]


def test_a_deleted_post_loses_its_words_in_slack_too(room):
    """F25."""
    room.takes(post(1, BAD)).delivers()
    gone = Post(source="scripted", external_id="1", published_at=START, deleted=True)
    room.takes(gone).delivers()

    updated = room.support.updates[0][1]
    assert "terrible" not in repr(updated)


def test_a_post_deleted_before_its_alert_went_out_is_never_quoted(room):
    """F25."""
    room.collecting.save("c", [post(1, BAD)], Harvest())
    room.decider.step()
    gone = Post(source="scripted", external_id="1", published_at=START, deleted=True)
    room.takes(gone).delivers()

    said = [m for _, m in room.support.arrived] + [m for _, m in room.support.updates]
    assert all("terrible" not in repr(message) for message in said)


def test_a_silence_mutes_and_afterwards_people_hear_again(room, policy):
    silence = SilenceFacts(
        id=-1, brand="Acme", until=room.clock.now() + timedelta(hours=1), reason="x"
    )
    room.decider.policy = replace(policy, silences=(silence,))
    room.takes(post(1, BAD)).delivers()
    assert not room.support.arrived

    room.decider.policy = policy
    room.takes(post(2, BAD)).delivers()

    assert len(room.support.arrived) == 1


def test_quiet_hours_hold_an_alert_until_the_morning(room, policy):
    quiet = QuietHoursFacts(start=time(12, 0), end=time(14, 0), except_severity=None)
    room.decider.policy = replace(policy, quiet_hours=quiet)
    room.takes(post(1, BAD)).delivers(seconds=3600)
    assert not room.support.arrived

    room.delivers(seconds=2 * 3600)

    assert len(room.support.arrived) == 1


def storm_of(room, count, first=1000):
    for start in range(first, first + count, 500):
        posts = [
            post(n, f"{BAD} {n}") for n in range(start, min(start + 500, first + count))
        ]
        room.takes(*posts)


def test_a_thousand_at_once_are_a_storm_and_not_a_thousand_messages(
    sqlite_store, clock, policy
):
    """The storm row of the load model: first at once, few calls, nothing lost."""
    clock.set_wall(START + timedelta(minutes=5))
    room = Room(sqlite_store, clock, policy)
    storm_of(room, 1_000)

    room.delivers(seconds=60)

    calls = room.support.calls
    assert calls <= 20
    assert len(room.support.arrived) == 6
    with room.store.read() as conn:
        in_storm = conn.exec_driver_sql(
            "SELECT count(*) FROM alerts WHERE storm_id IS NOT NULL"
        ).scalar_one()
        alone = conn.exec_driver_sql(
            "SELECT count(*) FROM alerts WHERE kind = 'single' AND storm_id IS NULL"
        ).scalar_one()
    assert (in_storm, alone) == (995, 5)


def test_a_storm_is_updated_and_closed(room):
    storm_of(room, 40)
    room.delivers(seconds=30)
    storm_of(room, 40, first=2000)
    room.delivers(seconds=60)
    room.clock.advance(700)

    assert room.decider.tend_storms() == 1
    room.delivers(seconds=60)

    last = room.support.updates[-1][1]
    assert room.support.calls <= 40
    assert "over" in last.headline.lower() or "ended" in last.headline.lower()


def test_a_vip_is_heard_in_a_storm(room):
    storm_of(room, 40)
    room.takes(post(1, BAD, author=Author(external_id="boss", handle="boss")))

    room.delivers(seconds=60)

    assert len(room.support.arrived) == 7


def test_a_storm_of_one_brand_leaves_the_other_alone(room):
    storm_of(room, 40)
    room.takes(post(1, "Bolt is terrible"))

    room.delivers(seconds=60)

    assert any("Bolt" in headline for headline in room.headlines)


def test_how_storms_are_counted_is_a_setting(store, clock, policy):
    clock.set_wall(START + timedelta(minutes=5))
    room = Room(store, clock, replace(policy, storm=StormSettings(count=100)))

    storm_of(room, 40)
    room.delivers()

    assert len(room.support.arrived) == 40
