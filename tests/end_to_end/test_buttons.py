"""A press in Slack becomes a mark of the running program, over a real connection."""

from __future__ import annotations

import json

import pytest

from monitor.demo.slack_socket import Person
from tests.end_to_end.stage import Stage

pytestmark = pytest.mark.slow

NOT_NEGATIVE, UNDO = "overheard_answer_1", "overheard_answer_0"


@pytest.fixture
def stage(tmp_path):
    made = Stage(tmp_path)
    made.configure(receivers=[receiver(made)])
    (made.folder / "inbox" / "a.jsonl").write_text(
        made.posts(range(1, 11)), encoding="utf-8"
    )
    yield made
    made.close()


def receiver(stage):
    return {
        "name": "support",
        "kind": "slack",
        "pace_per_second": 1000,
        "settings": {
            "token": "${SLACK_BOT_TOKEN}",
            "app_token": "${SLACK_APP_TOKEN}",
            "slack_channel": "C0SUPPORT",
            "base_url": stage.server.url("slack") + "/api/",
        },
    }


def start(stage, token="xapp-demo"):
    return stage.start_daemon(SLACK_APP_TOKEN=token)


def press(stage, action, name="ann"):
    [message] = stage.workspace.messages()
    person = Person(id=f"U0{name.upper()}", name=name)
    return stage.workspace.press(message.channel, message.ts, action, person)


def buttons(stage):
    [message] = stage.workspace.messages()
    return [
        element["text"]["text"]
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    ]


def alive(where):
    return f"verdict = 'not_negative' AND undone_at IS NULL AND said_by {where}"


def test_a_press_is_acknowledged_marked_shown_and_undone(stage):
    """Acceptance: from the button to the mark, and back."""
    daemon = start(stage)
    daemon.saw("buttons connected", receiver="support")
    daemon.wait_for(lambda: len(stage.workspace.messages()) == 1)
    daemon.wait_for(lambda: stage.count("deliveries", "state = 'sent'") == 1)
    assert buttons(stage) == ["Right", "Not negative", "Not us"]

    envelope = press(stage, NOT_NEGATIVE)

    assert stage.workspace.socket.was_acknowledged(envelope)
    daemon.wait_for(lambda: buttons(stage) == ["Undo"])
    assert stage.count("teachings", alive("= 'ann (Slack U0ANN)'")) == 1
    ready = json.loads(daemon.get("/readyz")[1])
    assert ready["buttons"]["support"]["connected"] is True
    assert ready["buttons"]["support"]["presses"] == 1
    marks = 'overheard_marks_total{receiver="support",verdict="not_negative"} 1.0'
    assert marks in daemon.get("/metrics")[1]

    press(stage, UNDO, "bob")

    daemon.wait_for(lambda: buttons(stage) == ["Right", "Not negative", "Not us"])
    assert stage.count("teachings", alive("IS NOT NULL")) == 0
    assert daemon.end() == 0
    written = json.dumps(daemon.log)
    assert "xapp-demo" not in written
    assert "ticket" not in written
    assert "U0ANN" not in written


def test_a_restart_and_a_refresh_keep_the_buttons_alive(stage):
    """The buttons of an earlier life are found by their delivery."""
    first = start(stage)
    first.wait_for(lambda: len(stage.workspace.messages()) == 1)
    first.wait_for(lambda: stage.count("deliveries", "state = 'sent'") == 1)
    assert first.end() == 0
    assert press(stage, NOT_NEGATIVE) == ""

    second = start(stage)
    second.saw("buttons connected")
    opened = stage.workspace.socket.opened
    stage.workspace.socket.say('{"type": "disconnect", "reason": "refresh_requested"}')
    assert stage.workspace.socket.wait_for(lambda s: s.opened > opened, 30)
    press(stage, NOT_NEGATIVE)

    second.wait_for(lambda: buttons(stage) == ["Undo"])
    assert second.end() == 0


def test_a_wrong_app_level_token_stops_no_alert_and_is_not_hidden(stage):
    daemon = start(stage, token="xapp-wrong")
    daemon.saw("buttons not connected")
    daemon.wait_for(lambda: len(stage.workspace.messages()) == 1)

    status, page = daemon.get("/readyz")

    assert status == 503
    assert "connections:write" in json.loads(page)["buttons"]["support"]["problem"]
    assert daemon.end() == 0


def test_check_proves_the_app_level_token(stage):
    def check(token):
        return stage.run("check", "--config", str(stage.config), SLACK_APP_TOKEN=token)

    assert check("xapp-demo")[0] == 0
    status, out, _err = check("xapp-wrong")

    assert status == 1
    assert "connections:write" in out
    assert stage.workspace.messages() == []
