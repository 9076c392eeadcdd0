"""Lays a message out as a mail: plain text, and HTML without anything from outside."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from html import escape

from alerts.base import Message, Receipt
from alerts.notifiers.words import clean, cut, one_line, pieces, web_link

SUBJECT_LIMIT = 150
ID_LIMIT = 200
COLOURS = {
    "critical": "#b3261e",
    "high": "#d9480f",
    "medium": "#b58105",
    "low": "#1c6fb8",
    "none": "#6b7280",
}
_POLICY = SMTP.clone(cte_type="7bit")
_PAGE = """\
<!doctype html>
<html><body style="margin:0;padding:16px;background:#f4f4f6">
<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:640px;\
width:100%;margin:0 auto;background:#fff;border-left:6px solid {colour};\
border-radius:6px;color:#1d1c1d;\
font:15px/1.5 -apple-system,'Segoe UI',Roboto,sans-serif">
<tr><td style="padding:20px 24px">
{parts}
</td></tr></table></body></html>
"""


def compose(  # noqa: PLR0913  # a mail has that many parts
    message: Message,
    *,
    key: str,
    sender: str,
    to: tuple[str, ...],
    now: datetime,
    plain: bool = False,
    under: Receipt | None = None,
) -> EmailMessage:
    """Return a finished mail. `under` is the receipt of the mail it belongs to."""
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = sender
    mail["To"] = ", ".join(to)
    mail["Subject"] = _subject(message, under)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = _message_id(key, sender)
    mail["Auto-Submitted"] = "auto-generated"
    if message.notice or message.severity in ("high", "critical"):
        mail["Importance"] = "high"
    if under is not None and (before := _safe_id(under.get("message_id", ""))):
        root = _safe_id(under.get("root", "")) or before
        mail["In-Reply-To"] = before
        mail["References"] = " ".join(dict.fromkeys((root, before)))
    mail.set_content(text(message), charset="utf-8")
    if not plain:
        mail.add_alternative(html(message), subtype="html", charset="utf-8")
    return mail


def receipt_of(mail: EmailMessage) -> Receipt:
    """Return what a later mail needs to stand in the same thread."""
    receipt = {"message_id": str(mail["Message-ID"]), "subject": str(mail["Subject"])}
    references = str(mail["References"] or "").split()
    return {**receipt, "root": references[0]} if references else receipt


def text(message: Message) -> str:
    """Return the plain form."""
    facts = [f"{one_line(name)}: {one_line(value)}" for name, value in message.facts]
    rows = [
        f"* {one_line(words)}  {web_link(link) or one_line(link)}".rstrip()
        for words, link in message.rows
    ]
    quote = [f"> {line}" for line in clean(message.quote).split("\n") if line]
    parts = [
        one_line(message.headline),
        _noticed(message),
        "\n".join([one_line(message.quote_title), *quote]).strip("\n"),
        "\n".join(facts),
        "\n".join(rows),
        web_link(message.link),
        " · ".join(one_line(why) for why in message.why),
        one_line(message.footer),
        _repeat(message),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def html(message: Message) -> str:
    """Return the HTML form; every word of it is escaped."""
    colour = COLOURS.get(message.severity, COLOURS["none"])
    below = [" · ".join(one_line(why) for why in message.why), one_line(message.footer)]
    parts = [
        f'<h1 style="margin:0 0 12px;font-size:19px">{_esc(message.headline)}</h1>',
        _notice(message),
        _quote(message),
        _facts(message),
        _rows(message),
        _link(message, colour),
        *(_small(line) for line in [*below, _repeat(message)] if line),
    ]
    return _PAGE.format(colour=colour, parts="\n".join(part for part in parts if part))


def _subject(message: Message, under: Receipt | None) -> str:
    before = one_line(under.get("subject", "")) if under is not None else ""
    if before:
        # Some mail programs thread by subject, whatever the References say.
        return cut(
            before if before.startswith("Re: ") else f"Re: {before}", SUBJECT_LIMIT
        )
    return cut(one_line(message.headline) or "Alert", SUBJECT_LIMIT)


def _message_id(key: str, sender: str) -> str:
    local = "".join(
        char for char in key if char.isascii() and (char.isalnum() or char in "-.")
    )
    domain = parseaddr(sender)[1].rpartition("@")[2]
    return f"<{local[:ID_LIMIT]}@{domain}>"


def _safe_id(value: str) -> str:
    fits = value.startswith("<") and value.endswith(">") and value.isascii()
    return value if fits and value.isprintable() and " " not in value else ""


def _noticed(message: Message) -> str:
    notice = one_line(message.notice)
    return f"⚠ {notice}" if notice else ""


def _notice(message: Message) -> str:
    notice = _noticed(message)
    return (
        '<p dir="auto" style="margin:0 0 16px;padding:10px 14px;border-radius:4px;'
        f'background:#fdecea;color:#8c1d18;font-weight:700">{escape(notice)}</p>'
        if notice
        else ""
    )


def _quote(message: Message) -> str:
    title = _esc(message.quote_title)
    shown = pieces(clean(message.quote), message.highlights)
    quote = "".join(
        f"<strong>{escape(words)}</strong>" if is_set_off else escape(words)
        for words, is_set_off in shown
    )
    bold = f"<strong>{title}</strong><br>" if title else ""
    lines = quote.replace("\n", "<br>")
    if not bold and not lines:
        return ""
    return (
        '<blockquote dir="auto" style="margin:0 0 16px;padding:4px 14px;'
        'border-left:3px solid #d0d0d6;overflow-wrap:anywhere">'
        f"{bold}{lines}</blockquote>"
    )


def _facts(message: Message) -> str:
    rows = "".join(
        f'<tr><td style="padding:2px 16px 2px 0;color:#6b7280">{_esc(name)}</td>'
        f'<td dir="auto" style="padding:2px 0">{_esc(value)}</td></tr>'
        for name, value in message.facts
    )
    return f'<table style="margin:0 0 16px">{rows}</table>' if rows else ""


def _rows(message: Message) -> str:
    items = []
    for words, link in message.rows:
        url = web_link(link)
        arrow = f' <a href="{escape(url)}">↗</a>' if url else f" {_esc(link)}"
        items.append(f'<li dir="auto">{_esc(words)}{arrow}</li>')
    joined = "".join(items)
    return (
        f'<ul style="margin:0 0 16px;padding-left:20px">{joined}</ul>' if items else ""
    )


def _link(message: Message, colour: str) -> str:
    url = web_link(message.link)
    if not url:
        return ""
    words = _esc(message.link_text) or "Open the post"
    return (
        f'<p style="margin:0 0 16px"><a href="{escape(url)}" style="'
        "display:inline-block;padding:8px 16px;border-radius:4px;text-decoration:none;"
        f'background:{colour};color:#fff">{words}</a></p>'
    )


def _small(line: str) -> str:
    return f'<p style="margin:0;color:#6b7280;font-size:13px">{escape(line)}</p>'


def _repeat(message: Message) -> str:
    return "Possible repeat of an earlier mail" if message.possible_repeat else ""


def _esc(words: str) -> str:
    return escape(one_line(words))
