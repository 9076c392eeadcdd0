"""An alert in words for people, in the team's language. Pure.

What comes from a network is cleaned, cut and isolated here; escaping for a layout
is the notifier's work. The text of a post that is gone is never repeated.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from alerts.base import Message
from alerts.data import alert_data, quote_of, storm_data
from alerts.details import history_of
from alerts.facts import AlertEntry, AlertView
from alerts.headlines import (
    news_headline,
    post_headline,
    settled_headline,
    storm_headline,
)
from alerts.quoting import one_line, web_address
from alerts.reasons import highlights_of, notice_of
from alerts.telling import (
    Pair,
    Telling,
    calm_facts,
    copy_facts,
    link_text,
    post_facts,
    post_row,
    stands,
    storm_facts,
    storm_row,
)
from alerts.words import words_for
from monitor.core.model import Severity

MOST_ROWS = 5
TITLE_LIMIT = 200
KEY_SHOWN = 8


def alert_message(
    view: AlertView, *, now: datetime, language: str = "en", tz: tzinfo = UTC
) -> Message:
    """Word the first message of an alert as things stand now, for updates too.

    Once nothing in the alert stands any more it says so, and what happened.
    """
    telling = Telling(words_for(language), now, tz)
    entry = next(filter(stands, view.entries), None)
    if entry is None:
        return _settled(view, _entry(view, None), telling)
    others = [each for each in view.entries if each is not entry]
    return replace(
        _about_post(view, entry, telling),
        headline=post_headline(view, entry, telling),
        facts=(
            *post_facts(entry, telling),
            *copy_facts(view, telling),
            *_history(view, telling),
            *calm_facts(entry, telling),
        ),
        rows=tuple(post_row(each, telling) for each in others[:MOST_ROWS]),
        severity=view.severity.word,
    )


def reply_message(
    view: AlertView,
    *,
    mention_id: int | None = None,
    now: datetime,
    language: str = "en",
    tz: tzinfo = UTC,
) -> Message:
    """Word the news about one mention of an alert, for the thread of its message.

    `view.reason` says what is news, unless the mention is gone or resolved by now.
    Without `mention_id`, or if the view does not hold it, it is the first one.
    """
    telling = Telling(words_for(language), now, tz)
    entry = _entry(view, mention_id)
    if entry is None or not stands(entry):
        return _settled(view, entry, telling)
    return replace(
        _about_post(view, entry, telling),
        headline=news_headline(view, entry, telling),
        facts=(
            *post_facts(entry, telling),
            *copy_facts(view, telling),
            *calm_facts(entry, telling),
        ),
        severity=entry.mention.severity.word,
    )


def storm_message(
    view: AlertView, *, now: datetime, language: str = "en", tz: tzinfo = UTC
) -> Message:
    """Word a storm that goes on: how many, how bad, where, and the worst of them."""
    telling = Telling(words_for(language), now, tz)
    return replace(
        _about_storm(view, telling),
        headline=storm_headline(view, telling, key="storm"),
        footer=telling.say("storm_footer"),
        severity=view.severity.word,
    )


def storm_end(
    view: AlertView, *, now: datetime, language: str = "en", tz: tzinfo = UTC
) -> Message:
    """Word the end of a storm, with its final numbers."""
    telling = Telling(words_for(language), now, tz)
    return replace(
        _about_storm(view, telling),
        headline=storm_headline(view, telling, key="storm_end"),
        footer=telling.say("storm_end_footer"),
    )


def plain_text(message: Message) -> str:
    """Return a message as plain lines, for places that can show nothing else."""
    quoted = message.quote.split("\n") if message.quote else []
    lines = [
        message.headline,
        message.notice,
        message.quote_title,
        *(f"> {line}".rstrip() for line in quoted),
        *(f"{name}: {value}" for name, value in message.facts),
        *(f"- {text}  {link}".rstrip() for text, link in message.rows),
        " · ".join(message.why),
        message.footer,
        f"{message.link_text}: {message.link}" if message.link else "",
    ]
    return "\n".join(line for line in lines if line)


def _about_post(view: AlertView, entry: AlertEntry, telling: Telling) -> Message:
    """Return what every message about one standing mention says."""
    link = web_address(entry.mention.url)
    is_there = stands(entry)
    return Message(
        headline="",
        notice=notice_of(entry.mention, telling.words) if is_there else "",
        highlights=highlights_of(entry.mention) if is_there else (),
        quote=quote_of(entry),
        quote_title=one_line(entry.mention.title, TITLE_LIMIT),
        why=tuple(one_line(why, TITLE_LIMIT) for why in entry.why),
        link=link,
        link_text=link_text(entry.mention, telling) if link else "",
        footer=_footer(view, entry, telling),
        data=alert_data(view, entry),
    )


def _settled(view: AlertView, entry: AlertEntry | None, telling: Telling) -> Message:
    """Word what is left to say about a mention that stands no more."""
    settled = Message(
        headline=settled_headline(view, entry, telling),
        severity=Severity.NONE.word,
        data=alert_data(view, entry),
    )
    if entry is None:
        return settled
    facts = post_facts(entry, telling)
    if entry.mention.deleted:
        return replace(settled, facts=facts, footer=_footer(view, entry, telling))
    about = _about_post(view, entry, telling)
    return replace(about, headline=settled.headline, facts=facts, why=())


def _about_storm(view: AlertView, telling: Telling) -> Message:
    shown = [entry for entry in view.entries if stands(entry)]
    rows = [storm_row(entry, telling) for entry in shown]
    if shown and view.total > len(shown):
        rows.append((telling.say("more_mentions", n=view.total - len(shown)), ""))
    return Message(
        headline="",
        facts=storm_facts(view, telling),
        rows=tuple(rows),
        data=storm_data(view),
    )


def _history(view: AlertView, telling: Telling) -> tuple[Pair, ...]:
    if view.history is None or view.history.mentions < 1:
        return ()
    said = history_of(view.history, telling.words, total=view.total, now=telling.now)
    return ((telling.say("fact_history"), said),)


def _footer(view: AlertView, entry: AlertEntry, telling: Telling) -> str:
    """Say by which rules and query it was found, and the alert's short name."""
    parts = []
    if view.rules:
        key = "footer_rule" if len(view.rules) == 1 else "footer_rules"
        parts.append(telling.say(key, rules=one_line(", ".join(view.rules))))
    if entry.mention.query:
        parts.append(telling.say("footer_query", query=one_line(entry.mention.query)))
    parts.append(telling.say("footer_alert", short=view.key[:KEY_SHOWN]))
    return " · ".join(parts)


def _entry(view: AlertView, mention_id: int | None) -> AlertEntry | None:
    """Return the entry of a mention, else the first; None if there are none."""
    named = (each for each in view.entries if each.mention.mention_id == mention_id)
    return next(named, view.entries[0] if view.entries else None)
