"""Shows messages of the demo's workspace: as a page like Slack's, and in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template


class Shown(Protocol):
    """What has to be known of a message to show it."""

    @property
    def channel(self) -> str: ...
    @property
    def ts(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def blocks(self) -> list[dict[str, Any]]: ...
    @property
    def thread_ts(self) -> str: ...
    @property
    def edited_ts(self) -> str: ...
    @property
    def mrkdwn(self) -> bool: ...


_SEQUENCE = re.compile(r"<([^<>]+)>")
_STYLES = re.compile(r"(?<!\w)([*_~`])(\S(?:[^\n]*?\S)?)\1(?!\w)")
_STYLE_NAMES = {"*": "bold", "_": "italic", "~": "strike", "`": "code"}


def page(messages: Sequence[Shown], *, channel: str, names: Mapping[str, str]) -> str:
    """Return a channel as a page that renews itself."""
    roots = [message for message in messages if not message.thread_ts]
    replies: dict[str, list[Shown]] = {}
    for message in messages:
        if message.thread_ts:
            replies.setdefault(message.thread_ts, []).append(message)
    return _template().render(
        channel=channel,
        names=names,
        roots=roots,
        replies=replies,
        clock=clock_of,
        day=day_of,
        parts=parts,
    )


def render_text(message: Shown) -> str:
    """Return a message as lines for a terminal."""
    if not message.blocks:
        return "".join(
            part["text"] for part in parts(message.text, markup=message.mrkdwn)
        )
    lines = [line for block in message.blocks for line in _lines(block)]
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines)


def parts(text: str, *, markup: bool) -> list[dict[str, str]]:
    """Read Slack's text: `<…>` sequences, and with `markup` also bold and such.

    What Slack would turn into a mention comes out as a mention, so that a post
    that smuggles one in is seen at once.
    """
    found: list[dict[str, str]] = []
    end = 0
    for match in _SEQUENCE.finditer(text):
        found += _styled(text[end : match.start()], markup=markup)
        found.append(_sequence(match[1]))
        end = match.end()
    return found + _styled(text[end:], markup=markup)


def clock_of(ts: str) -> str:
    """Return the time of day of a message, UTC."""
    return datetime.fromtimestamp(float(ts), UTC).strftime("%H:%M")


def day_of(ts: str) -> str:
    """Return the day of a message, UTC."""
    return f"{datetime.fromtimestamp(float(ts), UTC):%A, %-d %B}"


def _lines(block: dict[str, Any]) -> Iterator[str]:
    kind, elements = block["type"], block.get("elements", [])
    if kind == "rich_text":
        for element in elements:
            yield from _rich_lines(element)
    elif kind == "actions":
        yield "  ".join(_button_line(element) for element in elements)
    elif kind == "context":
        yield "  ".join(element["text"] for element in elements)
    else:
        for text in [block.get("text"), *block.get("fields", [])]:
            yield from text["text"].split("\n") if text else ()


def _button_line(element: dict[str, Any]) -> str:
    return f"[{element['text']['text']}] {element.get('url', '')}".rstrip()


def _rich_lines(element: dict[str, Any]) -> Iterator[str]:
    if element["type"] == "rich_text_list":
        for item in element["elements"]:
            yield f"• {_inline(item)}"
        return
    before = "│ " if element["type"] == "rich_text_quote" else ""
    for line in _inline(element).split("\n"):
        yield before + line


def _inline(element: dict[str, Any]) -> str:
    return "".join(
        f"{part.get('text') or 'link'} ({part['url']})"
        if part["type"] == "link"
        else str(part.get("text") or part["type"])
        for part in element["elements"]
    )


def _sequence(inside: str) -> dict[str, str]:
    target, _, label = inside.partition("|")
    if target.startswith(("!", "@", "#")):
        return {"kind": "mention", "text": f"@{_plain(label or target.lstrip('!@#'))}"}
    return {"kind": "link", "url": _plain(target), "text": _plain(label or target)}


def _styled(text: str, *, markup: bool) -> list[dict[str, str]]:
    if not markup:
        return [{"kind": "text", "text": _plain(text)}] if text else []
    found: list[dict[str, str]] = []
    end = 0
    for match in _STYLES.finditer(text):
        found.append({"kind": "text", "text": _plain(text[end : match.start()])})
        found.append({"kind": _STYLE_NAMES[match[1]], "text": _plain(match[2])})
        end = match.end()
    found.append({"kind": "text", "text": _plain(text[end:])})
    return [part for part in found if part["text"]]


def _plain(text: str) -> str:
    """Decode what Slack decodes, once, the ampersand last."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@cache
def _template() -> Template:
    here = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=here, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("slack_page.html")
