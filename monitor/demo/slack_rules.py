"""What Slack accepts as blocks, as its documentation states the limits.

https://docs.slack.dev/reference/block-kit/blocks
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

MOST_BLOCKS = 50
MOST_CHARACTERS = 13_200  # measured by others; the documentation does not say
HEADER = 150
SECTION = 3000
FIELD = 2000
MOST_FIELDS = 10
CONTEXT_ELEMENTS = 10
ACTION_ELEMENTS = 25
BLOCK_ID = 255
BUTTON = 75
VALUE = 2000
URL = 3000

Problems = Iterator[str]


def blocks_error(blocks: object) -> tuple[str, list[str]] | None:
    """Return Slack's error code and its explanations, or None if all is well."""
    if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
        return "invalid_blocks_format", ["blocks must be a list of objects"]
    problems = [
        f"{problem} [json-pointer:/blocks/{number}]"
        for number, block in enumerate(blocks)
        for problem in _block(block)
    ]
    if len(blocks) > MOST_BLOCKS:
        problems.append(
            f"no more than {MOST_BLOCKS} items allowed [json-pointer:/blocks]"
        )
    if problems:
        return "invalid_blocks", problems
    if sum(len(text) for text in texts(blocks)) > MOST_CHARACTERS:
        return "msg_blocks_too_long", ["the blocks are too long"]
    return None


def texts(value: Any) -> Iterator[str]:
    """Yield every text within blocks."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name == "text" and isinstance(item, str):
                yield item
            else:
                yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def _block(block: dict[str, Any]) -> Problems:
    check = _BLOCKS.get(str(block.get("type")))
    if check is None:
        yield f"unsupported type: {block.get('type')}"
        return
    yield from _limited(block, "block_id", BLOCK_ID)
    yield from check(block)


def _header(block: dict[str, Any]) -> Problems:
    yield from _text(block.get("text"), HEADER, kinds=("plain_text",))


def _section(block: dict[str, Any]) -> Problems:
    fields = block.get("fields")
    if block.get("text") is None and not fields:
        yield "missing required field: text"
    if block.get("text") is not None:
        yield from _text(block["text"], SECTION)
    if fields is not None:
        if not isinstance(fields, list) or not 1 <= len(fields) <= MOST_FIELDS:
            yield f"fields must hold 1 to {MOST_FIELDS} items"
            return
        for field in fields:
            yield from _text(field, FIELD)
    if block.get("accessory") is not None:
        yield from _button(block["accessory"])


def _context(block: dict[str, Any]) -> Problems:
    elements = block.get("elements")
    if not isinstance(elements, list) or not 1 <= len(elements) <= CONTEXT_ELEMENTS:
        yield f"elements must hold 1 to {CONTEXT_ELEMENTS} items"
        return
    for element in elements:
        yield from _text(element, SECTION)


def _actions(block: dict[str, Any]) -> Problems:
    elements = block.get("elements")
    if not isinstance(elements, list) or not 1 <= len(elements) <= ACTION_ELEMENTS:
        yield f"elements must hold 1 to {ACTION_ELEMENTS} items"
        return
    for element in elements:
        yield from _button(element)


def _button(element: Any) -> Problems:
    if not isinstance(element, dict) or element.get("type") != "button":
        yield "only buttons are known to this workspace"
        return
    yield from _text(element.get("text"), BUTTON, kinds=("plain_text",))
    yield from _limited(element, "value", VALUE)
    yield from _limited(element, "action_id", 255)
    if "url" in element:
        yield from _url(element["url"])


def _rich_text(block: dict[str, Any]) -> Problems:
    elements = block.get("elements")
    if not isinstance(elements, list):
        yield "missing required field: elements"
        return
    for element in elements:
        yield from _rich(element)


def _rich(element: Any) -> Problems:
    kind = element.get("type") if isinstance(element, dict) else None
    inner = element.get("elements") if isinstance(element, dict) else None
    if kind not in _RICH or not isinstance(inner, list) or not inner:
        yield f"invalid rich text element: {kind}"
        return
    for part in inner:
        if kind == "rich_text_list":
            yield from _rich(part)
        else:
            yield from _rich_part(part)


def _rich_part(part: Any) -> Problems:
    if not isinstance(part, dict):
        yield "invalid rich text part"
    elif part.get("type") == "text":
        if not isinstance(part.get("text"), str) or not part["text"]:
            yield "must be more than 0 characters"
    elif part.get("type") == "link":
        yield from _url(part.get("url"))
    elif part.get("type") not in ("user", "usergroup", "channel", "broadcast", "emoji"):
        yield f"invalid rich text part: {part.get('type')}"


def _text(
    text: Any, limit: int, *, kinds: tuple[str, ...] = ("plain_text", "mrkdwn")
) -> Problems:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        yield f"text must be an object of type {' or '.join(kinds)}"
        return
    words = text.get("text")
    if not isinstance(words, str) or not words:
        yield "must be more than 0 characters"
    elif len(words) > limit:
        yield f"must be less than {limit + 1} characters"


def _limited(element: dict[str, Any], name: str, limit: int) -> Problems:
    if len(str(element.get(name, ""))) > limit:
        yield f"{name} must be less than {limit + 1} characters"


def _url(url: Any) -> Problems:
    if not isinstance(url, str) or not url.lower().startswith(("http://", "https://")):
        yield "must be a valid URL"
    elif len(url) > URL:
        yield f"url must be less than {URL + 1} characters"


def _divider(_block: dict[str, Any]) -> Problems:
    return iter(())


_RICH = (
    "rich_text_section",
    "rich_text_quote",
    "rich_text_list",
    "rich_text_preformatted",
)
_BLOCKS: dict[str, Callable[[dict[str, Any]], Problems]] = {
    "actions": _actions,
    "context": _context,
    "divider": _divider,
    "header": _header,
    "rich_text": _rich_text,
    "section": _section,
}
