"""A message's choices as Slack's buttons, and what Slack sends when one is pressed.

https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. A payload
comes from Slack over a connection that we opened, and is still read as if anybody had
written it: nothing in it can make this raise anything but `Unusable`.
"""

from __future__ import annotations

import re
from typing import Any

from alerts.base import Message
from alerts.hearing import Press
from alerts.notifiers.slack_blocks import Block
from alerts.notifiers.words import cut, one_line

ACTION = "overheard_answer_"
LABEL_LIMIT = 40
NOTE_LIMIT = 400
VALUE_LIMIT = 200
NAME_LIMIT = 80
_PERSON = re.compile(r"[UW][A-Z0-9]{1,30}")
_CHANNEL = re.compile(r"[CGD][A-Z0-9]{1,30}")
_TS = re.compile(r"[0-9]{1,20}\.[0-9]{1,12}")


class Unusable(Exception):
    """A payload is not one of ours; the text says why and quotes nothing."""


def choice_blocks(message: Message, key: str) -> list[Block]:
    """Return the blocks for a message's choices; none if it has none.

    `key` is the delivery's. It is the block's id, so that a press brings it back.
    """
    buttons = [
        {
            "type": "button",
            "action_id": f"{ACTION}{number}",
            "text": _plain(cut(one_line(choice.words), LABEL_LIMIT) or "…"),
            "value": choice.value,
        }
        for number, choice in enumerate(message.choices)
    ]
    if not buttons:
        return []
    note = cut(one_line(message.choices_note), NOTE_LIMIT)
    above = [{"type": "context", "elements": [_plain(note)]}] if note else []
    return [*above, {"type": "actions", "block_id": key, "elements": buttons}]


def read_press(payload: object, *, team: str) -> Press | None:
    """Return which of our buttons was pressed; None if it was another button of ours.

    Raises Unusable for everything else, a payload of another workspace too.
    """
    whole = _object(payload, "payload")
    if whole.get("type") != "block_actions":
        raise Unusable("it is not the press of a button")
    if _object(whole.get("team"), "team").get("id") != team:
        raise Unusable("it comes from another workspace")
    actions = whole.get("actions")
    if not isinstance(actions, list) or len(actions) != 1:
        raise Unusable("it does not hold one action")
    action = _object(actions[0], "action")
    name = _text(action, "action_id", 255)
    if not name.startswith(ACTION):
        return None
    container = _object(whole.get("container"), "container")
    return Press(
        key=_text(action, "block_id", 255),
        place={
            "channel": _text(container, "channel_id", 40, _CHANNEL),
            "ts": _text(container, "message_ts", 40, _TS),
        },
        value=_text(action, "value", VALUE_LIMIT),
        by=_person(_object(whole.get("user"), "user")),
    )


def _person(user: dict[str, Any]) -> str:
    """Return name and id. The name is the person's own to choose, so it is cleaned."""
    number = _text(user, "id", 40, _PERSON)
    names = (user.get("name"), user.get("username"))
    name = next((n for n in names if isinstance(n, str) and n.strip()), "")
    shown = cut(one_line(name[: 4 * NAME_LIMIT]).replace("(", "").strip(), NAME_LIMIT)
    return f"{shown or 'somebody'} (Slack {number})"


def _object(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unusable(f"its {name} is no object")
    return value


def _text(
    inside: dict[str, Any],
    name: str,
    limit: int,
    form: re.Pattern[str] | None = None,
) -> str:
    value = inside.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= limit:
        raise Unusable(f"its {name} is missing, no text, or too long")
    if form is not None and not form.fullmatch(value):
        raise Unusable(f"its {name} has another form")
    return value


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
