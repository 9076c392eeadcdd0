"""Buttons below an alert, and what Slack sends when one is pressed, true or not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.base import Choice
from alerts.notifiers.slack_blocks import blocks
from alerts.notifiers.slack_buttons import Unusable, choice_blocks, read_press
from monitor.demo.slack_rules import blocks_error
from monitor.demo.slack_socket import TEAM, Person, press_payload
from monitor.demo.slack_workspace import SlackMessage
from tests.alerts.notifiers.peers import HOSTILE, message

KEY = "8d4d5b1c-31d8-5f0f-9b0a-000000000001"
CHOICES = (
    Choice(words="Right", value="say:negative:7"),
    Choice(words="Not us", value="say:not_us:7"),
)
POSTED = SlackMessage(channel="C0SUPPORT", ts="1700000000.000100", text="x")


def asked(**changes: Any):
    return replace(message(), choices=CHOICES, **changes)


def payload(**changes: Any) -> dict[str, Any]:
    """What Slack sends for the second button; `changes` replace whole parts."""
    [actions] = choice_blocks(asked(), KEY)
    pressed = press_payload(POSTED, actions["elements"][1], KEY, Person())
    return {**pressed, **changes}


def test_choices_are_small_buttons_that_carry_the_delivery_and_the_value():
    note, actions = choice_blocks(asked(choices_note="About the quoted post."), KEY)

    assert note["elements"][0]["text"] == "About the quoted post."
    assert actions["block_id"] == KEY
    assert [
        (button["text"]["text"], button["value"]) for button in actions["elements"]
    ] == [("Right", "say:negative:7"), ("Not us", "say:not_us:7")]
    assert len({button["action_id"] for button in actions["elements"]}) == 2


def test_a_message_without_choices_has_no_buttons():
    assert choice_blocks(message(), KEY) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_stay_within_slacks_limits_and_are_only_text(name):
    """A note holds the name of whoever pressed: their own to choose."""
    hostile = HOSTILE[name] * 50
    said = replace(
        message(), choices_note=hostile, choices=(Choice(words=hostile, value="v"),)
    )

    laid_out = choice_blocks(said, KEY)

    assert blocks_error([*blocks(said), *laid_out]) is None
    assert '"mrkdwn"' not in json.dumps(laid_out)


def test_a_press_says_which_message_which_value_and_who():
    press = read_press(payload(), team=TEAM)

    assert press is not None
    assert press.key == KEY
    assert press.place == {"channel": "C0SUPPORT", "ts": "1700000000.000100"}
    assert press.value == "say:not_us:7"
    assert press.by == "kim (Slack U0KIM)"


def test_the_press_of_the_link_is_ours_and_says_nothing():
    action = {**payload()["actions"][0], "action_id": "open_post"}

    assert read_press(payload(actions=[action]), team=TEAM) is None


def test_a_name_cannot_pretend_to_be_another_id_or_break_a_line():
    user = {"id": "U1", "name": "eve (Slack U2)\n\x1b[31m\u202e" + "x" * 1000}

    press = read_press(payload(user=user), team=TEAM)

    assert press is not None
    assert press.by.endswith(" (Slack U1)")
    assert press.by.count("(") == 1
    assert press.by.isprintable()
    assert len(press.by) < 110


def test_somebody_without_a_name_is_somebody():
    press = read_press(payload(user={"id": "W1", "name": " \n"}), team=TEAM)

    assert press is not None
    assert press.by == "somebody (Slack W1)"


ACTION = payload()["actions"][0]
ODD = [None, 7, "x" * 100_000, [], {}, [[]], {"id": None}, True, 1e400]


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "view_submission"},
        {"team": {"id": "T0OTHER"}},
        {"actions": [ACTION, ACTION]},
        {"actions": [{**ACTION, "value": "x" * 201}]},
        {"actions": [{**ACTION, "block_id": ""}]},
        {"container": {"channel_id": "../../x", "message_ts": "1.2"}},
        {"container": {"channel_id": "C1", "message_ts": "1 OR 1"}},
        {"user": {"id": "not an id"}},
        *(
            {name: odd}
            for name in ("team", "actions", "container", "user")
            for odd in ODD
        ),
        *({"actions": [{**ACTION, "value": odd}]} for odd in ODD),
        *({"actions": [{**ACTION, "action_id": odd}]} for odd in ODD),
    ],
)
def test_what_is_not_ours_is_refused_without_a_word_of_it(changes):
    with pytest.raises(Unusable) as caught:
        read_press(payload(**changes), team=TEAM)

    assert len(str(caught.value)) < 80


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(payload())) | st.text(), inner)
    ),
    max_leaves=8,
)


@given(anything, st.sampled_from(sorted(payload())))
def test_no_payload_raises_anything_else(value, name):
    for hostile in (value, payload(**{name: value})):
        try:
            read_press(hostile, team=TEAM)
        except Unusable:
            continue
