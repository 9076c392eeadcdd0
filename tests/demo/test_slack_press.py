"""Pressing buttons on the page of the demo's workspace."""

from __future__ import annotations

import re
import threading
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from alerts.base import Choice, Message
from alerts.notifiers.slack import SlackNotifier, SlackSettings
from monitor.core.clock import SystemClock
from monitor.demo.networks.slack import workspace_of
from monitor.demo.server import DemoServer
from monitor.demo.setting import ENVIRONMENT, configuration
from monitor.demo.slack_rules import blocks_error
from monitor.demo.slack_socket import APP_TOKEN
from monitor.demo.world import World

MESSAGE = Message(
    headline="Unhappy about Acme",
    choices=(Choice(words="Not us", value="say:not_us:1"),),
)


@pytest.fixture
def server():
    with DemoServer(World(), ["slack"]) as server:
        yield server


@pytest.fixture
def notifier(server):
    settings = SlackSettings(
        token="xoxb-demo",
        app_token=APP_TOKEN,
        slack_channel="C0SUPPORT",
        base_url=server.url("slack") + "/api/",
    )
    return SlackNotifier("support", settings, clock=SystemClock())


def get(server):
    with urlopen(server.url("slack") + "/page", timeout=10) as answer:
        return answer.read().decode()


def post(server, **form):
    data = urlencode(form).encode()
    with urlopen(
        Request(server.url("slack") + "/press", data=data), timeout=10
    ) as answer:
        return answer.geturl(), answer.status


def test_a_button_on_the_page_is_pressed_like_one_in_slack(server, notifier):
    notifier.send(MESSAGE, key="key-1")
    form = dict(re.findall(r'name="(channel|ts|action)" value="([^"]+)"', get(server)))
    stop = threading.Event()
    presses = notifier.listen(stop)
    assert next(presses) is None

    place, status = post(server, **form)
    press = next(presses)
    stop.set()
    presses.close()

    assert (press.key, press.value) == ("key-1", "say:not_us:1")
    assert press.by == "kim (Slack U0KIM)"
    assert place.endswith("/slack/page?channel=C0SUPPORT")
    assert status == 200


def test_what_nobody_hears_is_lost_as_in_slack(server, notifier):
    notifier.send(MESSAGE, key="key-1")
    [message] = workspace_of(server.world).messages()
    workspace = workspace_of(server.world)

    assert workspace.press(message.channel, message.ts, "overheard_answer_0") == ""
    assert workspace.press(message.channel, message.ts, "no such button") == ""
    assert workspace.press("C0NOWHERE", "1.2", "overheard_answer_0") == ""


def test_an_odd_form_does_nothing(server):
    assert post(server, channel="</script>", ts="x", action="y")[1] == 200


def test_a_block_has_an_id_of_limited_length():
    block = {"type": "divider", "block_id": "x" * 256}

    assert blocks_error([block])[0] == "invalid_blocks"


def test_the_demo_has_buttons(tmp_path):
    [receiver] = configuration("http://127.0.0.1:1", tmp_path)["receivers"]

    name = receiver["settings"]["app_token"].strip("${}")
    assert ENVIRONMENT[name] == APP_TOKEN
