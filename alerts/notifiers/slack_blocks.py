"""Lays a message out for Slack: Block Kit, and the plain text behind it.

Other people's words only go into `rich_text` text elements and `plain_text`
objects. Slack interprets nothing there: no `<!channel>`, no `*bold*`, no
`:emoji:`, no bare URL, because links, mentions and emoji are elements of their
own. So a post needs no escaping and stays exactly as it was written. The
top-level `text` (notifications, screen readers, the plain form) is the one place
with markup; `&`, `<` and `>` are escaped there, which is all Slack decodes, and
`parse=none`, `link_names=false`, `mrkdwn=false` go along with it.

The way to the post is a link, not a button: Slack reports every click on a button
to the app and shows a warning if nobody answers. `button=True` draws one.

Limits: https://docs.slack.dev/reference/block-kit/blocks (50 blocks; header 150,
button 75, URL 3,000 characters, 10 elements in a context). About 13,000
characters over all blocks are refused too (`msg_blocks_too_long`), which is
written nowhere: what is laid out here stays under 10,000.
"""

from __future__ import annotations

from typing import Any

from alerts.base import Message
from alerts.notifiers.words import clean, cut, one_line, pieces, utf16, web_link

HEADER_LIMIT = 150
NOTICE_LIMIT = 200
QUOTE_LIMIT = 2900
TITLE_LIMIT = 200
LABEL_LIMIT = 40
VALUE_LIMIT = 160
CONTEXT_LIMIT = 600
ROW_LIMIT = 160
BUTTON_LIMIT = 75
TEXT_LIMIT = 3000
MOST_FACTS = 12
LINE_WIDTH = 66
GAP = " \u2003 "
MOST_ROWS = 15
OPEN_TEXT = "Open the post"
NOTICE_MARK = "⚠"
MOST_HIGHLIGHTS = 3
REPEAT_TEXT = "Possible repeat: the first attempt got no answer"
MARKS = {
    "critical": "🔴",
    "high": "🟠",
    "medium": "🟡",
    "low": "🔵",
    "none": "⚪",
}

Block = dict[str, Any]


def blocks(message: Message, *, button: bool = False) -> list[Block]:
    """Return the blocks of a message; never empty, always within Slack's limits."""
    laid_out = [
        _header(message),
        _notice(message),
        _quote(message),
        _facts(message),
        _rows(message),
        _open(message, button=button),
        _context(message),
    ]
    return [block for block in laid_out if block is not None]


def fallback(message: Message) -> str:
    """Return the whole message as escaped text: for notifications and as plain form."""
    link = escape(web_link(message.link))
    notice = cut(one_line(message.notice), NOTICE_LIMIT)
    lines = [
        f"{mark(message)} {one_line(message.headline)}",
        f"{NOTICE_MARK} {notice}" if notice else "",
        one_line(message.quote_title),
        clean(message.quote),
        "\n".join(f"{name}: {value}" for name, value in _pairs(message)),
        "\n".join(f"• {one_line(words)}" for words, _ in message.rows[:MOST_ROWS]),
        one_line(" · ".join(message.why)),
        one_line(message.footer),
        REPEAT_TEXT if message.possible_repeat else "",
    ]
    whole = "\n".join(line for line in lines if line.strip())
    room = TEXT_LIMIT - (len(link) + 3 if link else 0)
    text = escape(cut(whole, room, size=_escaped_size))
    return f"{text}\n<{link}>" if link else text


def escape(text: str) -> str:
    """Escape the three characters Slack decodes, once, the ampersand first."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mark(message: Message) -> str:
    """Return the coloured dot of a severity."""
    return MARKS.get(message.severity, MARKS["none"])


def _header(message: Message) -> Block:
    headline = one_line(message.headline) or "Alert"
    text = cut(f"{mark(message)}  {headline}", HEADER_LIMIT)
    return {"type": "header", "text": _plain(text)}


def _notice(message: Message) -> Block | None:
    notice = cut(one_line(message.notice), NOTICE_LIMIT)
    if not notice:
        return None
    said = _text(f"{NOTICE_MARK} {notice}", bold=True)
    return _rich({"type": "rich_text_section", "elements": [said]})


def _quote(message: Message) -> Block | None:
    title = cut(one_line(message.quote_title), TITLE_LIMIT)
    quote = cut(clean(message.quote), QUOTE_LIMIT)
    elements: list[Block] = []
    if title:
        elements.append(_text(f"{title}\n" if quote else title, bold=True))
    if quote.strip():
        shown = pieces(quote, message.highlights[:MOST_HIGHLIGHTS])
        elements += [_text(words, bold=is_set_off) for words, is_set_off in shown]
    if not elements:
        return None
    return _rich({"type": "rich_text_quote", "elements": elements})


def _facts(message: Message) -> Block | None:
    """Return the facts, short ones side by side: an alert should fit a screen."""
    elements: list[Block] = []
    width = 0
    for name, value in _pairs(message):
        needed = len(name) + len(value) + len(GAP)
        if elements:
            elements.append(_text(GAP if width + needed <= LINE_WIDTH else "\n"))
        width = width + needed if width + needed <= LINE_WIDTH else needed
        elements += [_text(name, bold=True), _text(f"  {value}")]
    return (
        _rich({"type": "rich_text_section", "elements": elements}) if elements else None
    )


def _rows(message: Message) -> Block | None:
    items = []
    for words, link in message.rows[:MOST_ROWS]:
        elements = [_text(cut(one_line(words), ROW_LIMIT) or "…")]
        if url := web_link(link):
            elements += [_text("  "), {"type": "link", "url": url, "text": "↗"}]
        elif other := cut(one_line(link), VALUE_LIMIT):
            elements.append(_text(f"  {other}"))
        items.append({"type": "rich_text_section", "elements": elements})
    if not items:
        return None
    return _rich({"type": "rich_text_list", "style": "bullet", "elements": items})


def _open(message: Message, *, button: bool) -> Block | None:
    url = web_link(message.link)
    if not url:
        return None
    words = cut(one_line(message.link_text) or OPEN_TEXT, BUTTON_LIMIT - 3)
    if button:
        element = {
            "type": "button",
            "action_id": "open_post",
            "text": _plain(words),
            "url": url,
        }
        return {"type": "actions", "elements": [element]}
    link = {"type": "link", "url": url, "text": f"{words} ↗", "style": {"bold": True}}
    return _rich({"type": "rich_text_section", "elements": [link]})


def _context(message: Message) -> Block | None:
    lines = [
        one_line(" · ".join(one_line(why) for why in message.why)),
        one_line(message.footer),
        REPEAT_TEXT if message.possible_repeat else "",
    ]
    elements = [_plain(cut(line, CONTEXT_LIMIT)) for line in lines if line]
    return {"type": "context", "elements": elements} if elements else None


def _pairs(message: Message) -> list[tuple[str, str]]:
    pairs = [
        (cut(one_line(name), LABEL_LIMIT), cut(one_line(value), VALUE_LIMIT))
        for name, value in message.facts
    ]
    return [(name, value) for name, value in pairs if name and value][:MOST_FACTS]


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _text(text: str, *, bold: bool = False) -> Block:
    element: Block = {"type": "text", "text": text}
    if bold:
        element["style"] = {"bold": True}
    return element


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def _escaped_size(text: str) -> int:
    return utf16(escape(text))
