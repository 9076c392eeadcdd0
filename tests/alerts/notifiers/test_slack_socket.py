"""The real connection against the demo's Socket Mode, on loopback."""

from __future__ import annotations

import json
import logging
import threading
from uuid import uuid4

import pytest
from pydantic import SecretStr

from alerts.base import Choice
from alerts.hearing import Hearing
from alerts.notifiers import slack_socket
from alerts.notifiers.slack import SlackSettings
from monitor.core.errors import DeliveryRefused, DeliveryUnavailable
from monitor.demo.server import fails_with
from monitor.demo.slack_socket import Person, SlackSocket
from tests.alerts.notifiers.peers import StoppedClock, message

CHOICES = (
    Choice(words="Right", value="say:negative:7"),
    Choice(words="Not us", value="say:not_us:7"),
)
LINK = "overheard_answer_0"


@pytest.fixture
def socket(slack):
    """A Socket Mode of this test's own."""
    before, slack.workspace.socket = slack.workspace.socket, SlackSocket()
    yield slack.workspace.socket
    slack.workspace.socket = before


@pytest.fixture
def hearing(slack, socket):
    return slack.notifier(app_token="xapp-demo")


class Listener:
    """Listens until the test has heard enough; `heard` is all that came."""

    def __init__(self, hearing):
        self.stop = threading.Event()
        self.presses = hearing.listen(self.stop)
        assert next(self.presses) is None

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.stop.set()
        self.presses.close()


def posted(slack, notifier):
    """Send a message with choices; return it and its delivery's key."""
    key = str(uuid4())
    notifier.send(message(choices=CHOICES), key=key)
    return slack.messages[-1], key


def test_a_press_is_acknowledged_and_handed_on(slack, socket, hearing):
    shown, key = posted(slack, hearing)

    with Listener(hearing) as listener:
        envelope = slack.workspace.press(
            shown.channel, shown.ts, "overheard_answer_1", Person(id="U7", name="ann")
        )
        press = next(listener.presses)

    assert socket.was_acknowledged(envelope)
    assert (press.key, press.value) == (key, "say:not_us:7")
    assert press.place == {"channel": shown.channel, "ts": shown.ts}
    assert press.by == "ann (Slack U7)"


def test_without_an_app_level_token_there_are_no_buttons_and_nothing_is_heard(slack):
    notifier = slack.notifier()

    shown, _key = posted(slack, notifier)

    assert notifier.ear == ""
    assert list(notifier.listen(threading.Event())) == []
    assert "overheard_answer" not in json.dumps(shown.blocks)
    assert slack.asked == ["chat.postMessage"]


def test_receivers_of_one_app_share_an_ear(slack):
    first = slack.notifier(app_token="xapp-demo", slack_channel="C1")
    second = slack.notifier(app_token="xapp-demo", slack_channel="C2")
    other = slack.notifier(app_token="xapp-other")

    assert isinstance(first, Hearing)
    assert first.ear == second.ear != other.ear
    assert "xapp" not in first.ear


@pytest.mark.parametrize(
    "useless",
    [
        ("interactive", {"type": "x" * 100_000}),
        ("interactive", [1, 2]),
        ("interactive", None),
        ("interactive", {"type": "block_actions", "team": {"id": "T0OTHER"}}),
        ("events_api", {"event": {"type": "message"}}),
        ("slash_commands", {"command": "/x"}),
        (["a list"], {}),
        (None, {}),
    ],
)
def test_what_is_of_no_use_is_acknowledged_dropped_and_survived(
    slack, socket, hearing, caplog, useless
):
    """Unacknowledged, it would come again and again."""
    shown, _key = posted(slack, hearing)

    with Listener(hearing) as listener:
        envelope = socket.send(useless[1], kind=useless[0])
        slack.workspace.press(shown.channel, shown.ts, LINK)
        press = next(listener.presses)

    assert press.value == "say:negative:7"
    assert envelope in socket.acked
    assert "payload dropped" in caplog.text
    assert "xxxx" not in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "null",
        '"text"',
        "[" * 100_000,
        '{"envelope_id": 7, "type": "interactive"}',
        '{"envelope_id": "' + "x" * 100_000 + '", "type": "interactive"}',
        '{"type": {"a": []}}',
        "{}",
        '{"envelope_id": "\\ud800", "type": "interactive", "payload": {}}',
    ],
)
def test_frames_without_sense_are_survived(slack, socket, hearing, text):
    shown, _key = posted(slack, hearing)

    with Listener(hearing) as listener:
        socket.say(text)
        slack.workspace.press(shown.channel, shown.ts, LINK)

        assert next(listener.presses).value == "say:negative:7"


def test_an_endless_frame_ends_the_connection_and_nothing_else(socket, hearing):
    with Listener(hearing) as listener:
        socket.say("x" * (slack_socket.MAX_BYTES + 1))

        with pytest.raises(DeliveryUnavailable):
            next(listener.presses)


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", 7])
def test_being_asked_to_connect_anew_is_no_failure(socket, hearing, reason):
    with Listener(hearing) as listener:
        socket.say(json.dumps({"type": "disconnect", "reason": reason}))

        assert list(listener.presses) == []


def test_a_lost_connection_can_be_tried_again(socket, hearing):
    with Listener(hearing) as listener:
        socket.say(json.dumps({"type": "disconnect", "reason": "too_many_websockets"}))

        with pytest.raises(DeliveryUnavailable, match="too many connections"):
            next(listener.presses)


def test_socket_mode_switched_off_needs_a_person(socket, hearing):
    with Listener(hearing) as listener:
        socket.say(json.dumps({"type": "disconnect", "reason": "link_disabled"}))

        with pytest.raises(DeliveryRefused, match="switch it on"):
            next(listener.presses)


def test_stopping_ends_it(socket, hearing, monkeypatch):
    monkeypatch.setattr(slack_socket, "LOOK_SECONDS", 0.01)
    with Listener(hearing) as listener:
        listener.stop.set()

        assert list(listener.presses) == []

    assert socket.wait_for(lambda s: not s.connections, 10)


def test_a_server_that_does_not_say_hello_is_given_up(
    slack, socket, hearing, monkeypatch
):
    monkeypatch.setattr(slack_socket, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(slack_socket, "HELLO_SECONDS", 0.0)
    monkeypatch.setattr(socket, "greeting", "", raising=True)

    with pytest.raises(DeliveryUnavailable, match="hello"):
        next(hearing.listen(threading.Event()))


@pytest.mark.parametrize("token", ["xapp-wrong", "xoxb-demo"])
def test_a_wrong_app_level_token_says_what_to_do(slack, socket, token):
    hearing = slack.notifier(app_token=token)

    for ask in (hearing.check, lambda: next(hearing.listen(threading.Event()))):
        with pytest.raises(DeliveryRefused, match="connections:write") as caught:
            ask()
        assert token not in str(caught.value)


def test_a_good_app_level_token_is_checked_without_connecting(slack, socket, hearing):
    hearing.check()

    assert "apps.connections.open" in slack.asked
    assert socket.opened == 0


@pytest.mark.parametrize(
    ("status", "error"),
    [(503, DeliveryUnavailable), (404, DeliveryRefused), (429, DeliveryUnavailable)],
)
def test_a_web_api_that_fails_is_told_apart(slack, socket, hearing, status, error):
    slack.traffic.fail(1, fails_with(status, "<html>", Retry_After="7"))

    with pytest.raises(error):
        next(hearing.listen(threading.Event()))


def answers(slack, url):
    """Let Slack name another address for the connection."""
    body = json.dumps({"ok": True, "url": url})
    slack.traffic.fail(1, fails_with(200, body))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org/",
        "ws://example.org/link?ticket=s3cret",
        "file:///etc/passwd",
        "wss://",
        "wss://[::1",
        "wss://example.org:port/",
    ],
)
def test_an_address_that_is_not_secure_is_not_called(slack, socket, hearing, url):
    answers(slack, url)

    with pytest.raises(DeliveryRefused, match="wss://") as caught:
        next(hearing.listen(threading.Event()))
    assert "s3cret" not in str(caught.value)


def ear(slack, base_url):
    return slack_socket.SlackEar(
        "support",
        token="xoxb-demo",
        app_token="xapp-demo",
        base_url=base_url,
        timeout=5,
        wire=slack.notifier()._wire,
        clock=StoppedClock(),
    )


def test_slack_cannot_send_us_into_our_own_network(slack):
    """A public `base_url` names public addresses only."""
    public = ear(slack, "https://slack.com/api/")
    deadline = slack_socket.Deadline(5)

    with pytest.raises(DeliveryRefused, match="no public address"):
        public._socket("127.0.0.1", slack.server.port, deadline)
    with pytest.raises(DeliveryRefused, match="wss://"):
        public._checked(f"ws://127.0.0.1:{slack.server.port}/link")
    assert public._checked("wss://wss-primary.slack.com/link") == (
        "wss-primary.slack.com",
        443,
    )


def test_nobody_at_the_address_is_an_outage_without_its_secret(slack, socket, hearing):
    answers(slack, "ws://127.0.0.1:1/link?ticket=s3cret")

    with pytest.raises(DeliveryUnavailable) as caught:
        next(hearing.listen(threading.Event()))
    assert "s3cret" not in str(caught.value)


def test_a_ticket_is_good_for_one_connection(slack, socket, hearing):
    answers(slack, f"ws://127.0.0.1:{slack.server.port}/slack/link?ticket=used-s3cret")

    with pytest.raises(DeliveryUnavailable) as caught:
        next(hearing.listen(threading.Event()))
    assert "s3cret" not in str(caught.value)


def test_neither_token_nor_ticket_is_ever_logged(slack, socket, hearing, caplog):
    caplog.set_level(logging.DEBUG)
    shown, _key = posted(slack, hearing)

    with Listener(hearing) as listener:
        slack.workspace.press(shown.channel, shown.ts, LINK)
        next(listener.presses)

    own = [r for r in caplog.records if not r.name.startswith("uvicorn")]
    written = " ".join(r.getMessage() for r in own)
    assert "xapp-demo" not in written
    assert "ticket" not in written


def test_the_app_level_token_is_hidden_and_checked():
    settings = {"token": "xoxb-1", "slack_channel": "C1"}

    kept = SlackSettings(**settings, app_token="  xapp-1-secret\n")

    assert kept.app_token == SecretStr("xapp-1-secret")
    assert "secret" not in repr(kept)
    with pytest.raises(ValueError, match="empty or holds characters"):
        SlackSettings(**settings, app_token="xapp 1")
