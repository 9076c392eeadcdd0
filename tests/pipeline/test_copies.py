"""A text that is passed on: one alert for the group, told in steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from alerts.facts import SilenceFacts
from monitor.copies import Limits
from monitor.core.model import Author, Post
from monitor.pipeline.collect import Harvest
from monitor.pipeline.copy_desk import CopyDesk
from monitor.pipeline.decide import Decider
from monitor.store import copies as copy_rows
from monitor.store.schema import alerts, copies, posts
from tests.fakes.source import START, post
from tests.pipeline.test_decide import Room, policy  # noqa: F401 - a fixture

TEXT = "Acme is terrible: they lost my luggage for the third time and nobody answers."
OTHER = "Acme is awful, my dog was left outside in the rain for the whole afternoon."


@pytest.fixture
def room(store, clock, policy):  # noqa: F811
    clock.set_wall(START + timedelta(minutes=5))
    return Room(store, clock, policy)


def copy(number, text=TEXT, **more):
    author = more.pop("author", None) or Author(
        external_id=f"a{number}", handle=f"user{number}", followers=100 * number
    )
    return post(number, text, author=author, **more)


def stored(room):
    with room.store.read() as conn:
        return conn.execute(
            select(posts.c.external_id, copies.c.copy_of, copies.c.why)
            .join(copies, copies.c.post_id == posts.c.id)
            .order_by(posts.c.id)
        ).all()


def count(room, table):
    with room.store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def facts_of(message):
    return dict(message.facts)


def test_a_copy_joins_the_alert_of_its_first_post(room):
    room.takes(copy(1)).delivers()
    room.takes(copy(2, f"RT @user1: {TEXT}"), copy(3, OTHER)).delivers()

    assert count(room, alerts) == 2
    assert len(room.support.arrived) == 2
    assert [(row.external_id, row.why) for row in stored(room)] == [("2", "text")]


def test_the_first_message_counts_copies_voices_and_reach(room):
    room.takes(*(copy(number) for number in (1, 2, 3)))
    room.takes(copy(4, author=Author(external_id="a1", handle="user1", followers=100)))
    room.delivers()

    message = room.support.arrived[0][1]
    assert len(room.support.arrived) == 1
    assert facts_of(message)["Copies"] == (
        "3 copies, 3 independent voices, 600 followers in all"
    )
    assert message.headline.endswith("the same text about Acme, 4 times")
    assert (message.data["copies"], message.data["voices"]) == (3, 3)
    assert message.data["reach"] == 600


def test_one_handle_is_one_voice_on_every_network_and_nobody_is_one_each(room):
    ann = Author(external_id="1", handle="Ann")
    also_ann = Author(external_id="x-99", handle="@ann")
    nobody = Author(external_id="[deleted]", handle="[deleted]")
    room.takes(copy(1, author=ann), copy(2, source="other", author=also_ann))
    room.takes(copy(3, author=nobody), copy(4, source="other", author=nobody))
    room.delivers()

    assert facts_of(room.support.arrived[0][1])["Copies"] == (
        "3 copies, 3 independent voices"
    )


def test_a_campaign_is_told_in_steps_and_not_copy_by_copy(room):
    room.takes(copy(1)).delivers()
    for number in range(2, 27):
        room.takes(copy(number)).delivers()

    said = [message.headline for *_, message in room.support.replies]
    assert len(room.support.arrived) == 1
    assert said == [
        f"The text about Acme is being copied ({n} posts so far)" for n in (5, 10, 25)
    ]
    last = room.support.updates[-1][1]
    assert facts_of(last)["Copies"].startswith("25 copies, 26 independent voices")


def test_a_copy_by_a_vip_is_told_at_once(room):
    room.takes(copy(1)).delivers()
    room.takes(copy(2, author=Author(external_id="9", handle="boss"))).delivers()

    assert len(room.support.arrived) == 1
    assert len(room.support.replies) == 1


def test_a_copy_of_a_post_without_an_alert_opens_one_that_gathers_the_rest(room):
    quiet = replace(room.decider.policy, rules=())
    loud = room.decider.policy
    room.decider.policy = quiet
    room.takes(copy(1))
    room.decider.policy = loud
    room.takes(copy(2), copy(3)).delivers()

    assert count(room, alerts) == 1
    assert len(room.support.arrived) == 1


def test_the_group_goes_on_when_its_first_post_is_deleted(room):
    room.takes(copy(1), copy(2)).delivers()
    gone = Post(source="scripted", external_id="1", published_at=START, deleted=True)
    room.takes(gone, copy(3)).delivers()
    room.decider.copies = CopyDesk()
    room.takes(copy(4)).delivers()

    assert count(room, alerts) == 1
    assert {row.copy_of for row in stored(room)} == {1}
    last = room.support.updates[-1][1]
    assert facts_of(last)["Copies"].startswith("2 copies, 3 independent voices")


def test_taking_in_the_same_posts_again_changes_nothing(room):
    batch = [copy(number) for number in (1, 2, 3)]
    room.takes(*batch).delivers()
    before = stored(room)
    room.takes(*batch).delivers()

    assert stored(room) == before
    assert count(room, alerts) == 1
    assert len(room.support.arrived) == 1


def test_another_life_remembers_the_posts_of_the_last_days(room, clock):
    room.takes(copy(1)).delivers()
    policy_now = room.decider.policy
    room.decider = Decider(store=room.store, clock=clock, policy=policy_now)
    room.takes(copy(2)).delivers()

    assert count(room, alerts) == 1


def test_a_transaction_that_fails_is_done_again_with_the_same_outcome(
    room, monkeypatch
):
    room.collecting.save("c", [copy(1), copy(2)], Harvest())

    def fail(*_args: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr("monitor.store.judging.decided", fail)
        with pytest.raises(RuntimeError):
            room.decider.step()
    assert count(room, copies) == 0

    room.takes().delivers()

    assert [row.external_id for row in stored(room)] == ["2"]
    assert len(room.support.arrived) == 1


def test_after_a_silence_the_next_copy_is_heard_and_gathers_the_rest(room):
    policy_then = room.decider.policy
    until = room.clock.now() + timedelta(hours=1)
    silence = SilenceFacts(id=-1, brand="Acme", until=until, reason="x")
    room.decider.policy = replace(policy_then, silences=(silence,))
    room.takes(copy(1)).delivers()
    room.decider.policy = policy_then
    room.takes(copy(2), copy(3)).delivers()

    assert count(room, alerts) == 2
    assert len(room.support.arrived) == 1


def test_what_is_imported_without_alerts_is_compared_too(room):
    decided = replace(room.collecting, decided=True)
    decided.save("import", [copy(number) for number in (1, 2, 3)], Harvest())
    desk, now = room.decider.copies, room.clock.now()
    while desk.compare_some(room.store, now=now):
        pass

    assert [row.external_id for row in stored(room)] == ["2", "3"]
    assert count(room, alerts) == 0
    assert not desk.compare_some(room.store, now=now)


def test_what_is_older_than_the_window_when_comparing_begins_is_left_alone(room):
    decided = replace(room.collecting, decided=True)
    decided.save("import", [copy(1), copy(2)], Harvest())
    room.clock.advance(15 * 86_400.0)
    room.takes(copy(3))

    assert stored(room) == []


def test_only_so_many_posts_are_remembered_over_a_start(room, clock):
    room.takes(copy(1), copy(2, OTHER))
    room.decider.copies = CopyDesk(limits=Limits(posts=1))
    room.takes(copy(4, OTHER), copy(3))

    assert [row.external_id for row in stored(room)] == ["4"]


def test_the_numbers_of_no_group_are_nothing(room):
    with room.store.read() as conn:
        assert copy_rows.tally(conn, [999]).copies == 0
