"""The real slack_sdk client against a workspace that keeps what it is told."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from pydantic import SecretStr, ValidationError

from alerts.notifiers.slack import SlackSettings
from monitor.core.errors import (
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
)
from monitor.demo.networks.slack import SlackWorkspace, after_effect
from monitor.demo.server import drops, fails_with, hangs
from tests.alerts.notifiers.peers import HOSTILE, message

HISTORY = "conversations.history"


@pytest.fixture
def key():
    return str(uuid4())


@pytest.fixture
def since():
    """The workspace keeps real time."""
    return datetime.now(UTC)


def test_a_message_arrives_once_with_its_key(slack, key):
    """F40: one HTTP call for one send; nobody below retries."""
    receipt = slack.notifier().send(message(), key=key)

    [posted] = slack.messages
    assert receipt == {"channel": slack.channel, "ts": posted.ts}
    assert posted.client_msg_id == key
    assert posted.metadata["event_payload"] == {"delivery_id": key}
    assert slack.asked == ["chat.postMessage"]


def test_what_is_sent_turns_every_interpretation_off(slack, key):
    slack.notifier().send(message(), key=key)

    _, sent = slack.workspace.calls[-1]
    assert sent["parse"] == "none"
    assert sent["link_names"] is sent["mrkdwn"] is False
    assert sent["unfurl_links"] is sent["unfurl_media"] is False


def test_the_plain_form_has_no_blocks(slack, key):
    slack.notifier().send(message(), key=key, plain=True)

    [posted] = slack.messages
    assert posted.blocks == []
    assert "They cancelled my order twice." in posted.text


def test_replacing_changes_the_message_and_posts_nothing(slack, key):
    notifier = slack.notifier()
    first = notifier.send(message(), key=key)

    second = notifier.send(
        message(headline="Solved"), key=str(uuid4()), replacing=first
    )

    [posted] = slack.messages
    assert second == first
    assert "Solved" in posted.text
    assert posted.edited_ts


def test_replacing_by_the_plain_form_takes_the_blocks_away(slack, key):
    notifier = slack.notifier()
    first = notifier.send(message(), key=key)

    notifier.send(message(headline="Solved"), key=key, replacing=first, plain=True)

    assert slack.messages[0].blocks == []


def test_an_answer_to_an_answer_stays_in_the_first_thread(slack, key):
    """Slack has one level of threads."""
    notifier = slack.notifier()
    root = notifier.send(message(), key=key)
    answer = notifier.send(message(), key=str(uuid4()), under=root)

    deeper = notifier.send(message(), key=str(uuid4()), under=answer)

    assert answer["thread_ts"] == deeper["thread_ts"] == root["ts"]
    assert [one.thread_ts for one in slack.messages] == ["", root["ts"], root["ts"]]


@pytest.mark.parametrize("lost", [drops, hangs(3), fails_with(502, "<html>")])
def test_a_lost_answer_leaves_one_message_that_can_be_found(slack, key, since, lost):
    """F13: it arrived, the answer did not; looking beats sending again."""
    slack.traffic.fail(0, after_effect(slack.workspace, lost))
    notifier = slack.notifier(timeout=0.4)

    with pytest.raises(DeliveryUnknown):
        notifier.send(message(), key=key)
    found = notifier.find(key, since=since, under=None)

    [posted] = slack.messages
    assert found == {"channel": slack.channel, "ts": posted.ts}


def test_a_call_that_never_arrived_is_not_found(slack, key, since):
    """F13: the other half; None is the proof that sending again is right."""
    slack.traffic.fail(0, drops)
    notifier = slack.notifier()

    with pytest.raises(DeliveryUnknown):
        notifier.send(message(), key=key)

    assert notifier.find(key, since=since, under=None) is None


def test_an_answer_is_found_in_its_thread_only(slack, key, since):
    notifier = slack.notifier()
    root = notifier.send(message(), key=str(uuid4()))
    sent = notifier.send(message(), key=key, under=root)

    assert notifier.find(key, since=since, under=root) == sent
    assert notifier.find(key, since=since, under=None) is None


def test_a_replaced_root_is_found_through_its_thread(slack, key, since):
    """An update keeps its place in history, maybe long before `since`."""
    notifier = slack.notifier()
    root = notifier.send(message(), key=str(uuid4()))
    notifier.send(message(), key=key, replacing=root)

    later = since + timedelta(hours=3)

    assert notifier.find(key, since=later, under=root)["ts"] == root["ts"]


def test_find_reads_further_pages(slack, key, since, monkeypatch):
    monkeypatch.setattr("alerts.notifiers.slack.PAGE_SIZE", 2)
    notifier = slack.notifier()
    sent = notifier.send(message(), key=key)
    for _ in range(7):
        notifier.send(message(), key=str(uuid4()))

    assert notifier.find(key, since=since, under=None) == sent


def test_find_does_not_take_the_end_of_its_patience_for_a_proof(
    slack, since, monkeypatch
):
    """More messages than it may read: not found is not absent."""
    monkeypatch.setattr("alerts.notifiers.slack.PAGE_SIZE", 1)
    notifier = slack.notifier()
    for _ in range(11):
        notifier.send(message(), key=str(uuid4()))

    with pytest.raises(DeliveryUnavailable, match="beyond the newest"):
        notifier.find(str(uuid4()), since=since, under=None)


def test_find_ignores_the_metadata_of_other_apps(slack, key, since):
    foreign = {"event_type": "other", "event_payload": {"delivery_id": key}}
    slack.workspace.call(
        "chat.postMessage",
        {"channel": slack.channel, "text": "x", "metadata": foreign},
        token="xoxb-demo",
    )

    assert slack.notifier().find(key, since=since, under=None) is None


@pytest.mark.parametrize(
    "fault",
    [
        drops,
        hangs(3),
        fails_with(500),
        fails_with(503, "<html>", media_type="text/html"),
        fails_with(200, "[]"),
        fails_with(200, '{"ok":true}'),
        fails_with(200, '{"ok":false,"error":"internal_error"}'),
        fails_with(429, "{}", retry_after="30"),
    ],
)
def test_a_history_that_cannot_be_read_proves_nothing(slack, key, since, fault):
    """F15: it stays unknown, and looking is tried again."""
    slack.traffic.fail(0, fault)

    with pytest.raises(DeliveryUnavailable):
        slack.notifier(timeout=0.4).find(key, since=since, under=None)


@pytest.mark.parametrize("code", ["missing_scope", "unknown_method", "not_in_channel"])
def test_a_history_that_is_not_allowed_is_a_refusal(slack, key, since, code):
    """F15: the outbox then knows that it can never look."""
    slack.workspace.fail(HISTORY, code)

    with pytest.raises(DeliveryRefused, match=code):
        slack.notifier().find(key, since=since, under=None)


def test_check_reads_and_posts_nothing(slack):
    slack.notifier().check()

    assert slack.asked == ["auth.test", HISTORY]
    assert slack.messages == []


def test_check_notices_a_wrong_token(slack):
    with pytest.raises(DeliveryRefused, match="invalid_auth"):
        slack.notifier(token="xoxb-wrong").check()


def test_check_notices_a_channel_that_is_not_there(slack):
    with pytest.raises(DeliveryRefused, match="channel_not_found"):
        slack.notifier(slack_channel="G404").check()


def test_check_warns_when_repeats_could_not_be_recognised(slack, caplog):
    """Without the history scope alerts still arrive, at worst twice."""
    slack.workspace.scopes.discard("channels:history")

    slack.notifier().check()

    assert "history not readable" in caplog.text


@pytest.mark.parametrize("receipt", [{}, {"channel": "C1"}, {"ts": ""}])
def test_a_receipt_without_a_place_is_refused_before_anything_is_sent(
    slack, key, receipt
):
    with pytest.raises(DeliveryRefused, match="'ts'"):
        slack.notifier().send(message(), key=key, replacing=receipt)

    assert slack.asked == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_posted_as_words(slack, key, name):
    """The workspace checks the blocks as Slack does."""
    words = HOSTILE[name]
    hostile = message(
        headline=words,
        quote=words,
        quote_title=words,
        facts=((words, words),),
        why=(words,),
        link=words,
        link_text=words,
        rows=((words, words),),
        footer=words,
        severity=words,
    )

    slack.notifier().send(hostile, key=key)
    slack.notifier(link_style="button").send(hostile, key=key)
    slack.notifier().send(hostile, key=key, plain=True)

    assert len(slack.messages) == 3
    json.dumps([one.blocks for one in slack.messages]).encode("utf-8")


def test_the_token_is_in_no_log_and_no_error(slack, key, caplog):
    caplog.set_level(logging.DEBUG)
    notifier = slack.notifier(token="xoxb-canary-1")

    with pytest.raises(DeliveryRefused) as caught:
        notifier.send(message(quote="PII words"), key=key)

    shown = caplog.text + repr(caught.value) + repr(caught.value.__cause__)
    assert "canary" not in shown
    assert "PII words" not in shown


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"slack_channel": "#support"}, "not the ID of a channel"),
        ({"slack_channel": ""}, "not the ID of a channel"),
        ({"token": " "}, "the token is empty"),
        ({"token": "xoxb-a b"}, "holds characters"),
        ({"token": "xoxb-\r\nX: y"}, "holds characters"),
        ({"base_url": "http://slack.example.com/api/"}, "unencrypted"),
        ({"base_url": "ftp://slack.com/"}, "must look like"),
        ({"base_url": "https://u:p@slack.com/"}, "must look like"),
        ({"timeout": 0}, "greater than 0"),
        ({"surprise": 1}, "Extra inputs"),
    ],
)
def test_settings_that_cannot_work_are_explained(settings, words):
    given = {"token": "xoxb-canary", "slack_channel": "C1", **settings}

    with pytest.raises(ValidationError, match=words) as caught:
        SlackSettings(**given)

    assert "canary" not in str(caught.value)


def test_a_token_from_a_file_may_end_in_a_line_break():
    settings = SlackSettings(token=SecretStr("xoxb-x\n"), slack_channel="C1")

    assert settings.token.get_secret_value() == "xoxb-x"


def test_two_workspaces_share_nothing():
    first, second = SlackWorkspace(), SlackWorkspace()
    args = {"channel": "C1", "text": "x"}

    first.call("chat.postMessage", args, token="xoxb-demo")

    assert second.messages("C1") == []
