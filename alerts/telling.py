"""The lines of a message about one mention, or about a storm. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from alerts.details import (
    age_of,
    author_of,
    clock_of,
    is_import,
    language_of,
    network_name,
    source_name,
    star_bar,
    stars_of,
    when_of,
    who_of,
)
from alerts.facts import AlertEntry, AlertView, MentionFacts
from alerts.quoting import one_line, web_address
from alerts.reasons import calm_of, reason_of, tagged
from alerts.words import Words
from monitor.core.model import Label

ROW_EXCERPT = 80
MOST_SIGNALS = 3
MOST_NETWORKS = 6

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """In which words, when and in which time zone something is said."""

    words: Words
    now: datetime
    tz: tzinfo

    def say(self, key: str, *, n: int | None = None, **values: object) -> str:
        """Fill in a text of the team's language."""
        return self.words.say(key, n=n, **values)


def stands(entry: AlertEntry) -> bool:
    """Tell whether a mention is still there and still a reason for its alert."""
    return not (entry.resolved or entry.mention.deleted or entry.mention.removed)


def post_facts(entry: AlertEntry, telling: Telling) -> tuple[Pair, ...]:
    """Return what there is to know of a mention, the most important first."""
    mention, words = entry.mention, telling.words
    reason = reason_of(mention, words) if stands(entry) else ""
    facts = [
        ("fact_reason", reason),
        ("fact_where", network_name(mention, words)),
        ("fact_who", who_of(mention, words, vip=entry.vip)),
        ("fact_when", when_of(mention, words, now=telling.now, tz=telling.tz)),
    ]
    if stands(entry):
        severity = words.say(f"severity_{mention.severity.word}")
        facts += [
            ("fact_rating", f"{star_bar(mention)} {stars_of(mention, words)}".strip()),
            ("fact_severity", severity if mention.severity else ""),
            ("fact_sentiment", _sentiment(mention, words)),
            ("fact_signals", "" if reason else _signals(mention)),
            ("fact_language", language_of(mention)),
        ]
    return tuple((words.say(key), value) for key, value in facts if value)


def calm_facts(entry: AlertEntry, telling: Telling) -> tuple[Pair, ...]:
    """Return the smallest change that would have kept the program quiet."""
    said = calm_of(entry.mention, telling.words)
    return ((telling.say("fact_calm"), said),) if said else ()


def copy_facts(view: AlertView, telling: Telling) -> tuple[Pair, ...]:
    """Return how far the text of an alert got, if it was copied."""
    found = view.copies
    if found is None or not found.copies:
        return ()
    parts = [
        telling.say("copies", n=found.copies),
        telling.say("voices", n=found.voices),
        *((telling.say("reach", n=found.reach),) if found.reach else ()),
    ]
    return ((telling.say("fact_copies"), telling.say("comma").join(parts)),)


def post_row(entry: AlertEntry, telling: Telling) -> Pair:
    """Return one line about a further mention of the same author, and its link."""
    mention = entry.mention
    age = age_of(mention.published_at, telling.words, now=telling.now)
    said = f"{age}: {_gist(entry, telling)}"
    return _tagged(said, entry, telling), _link(mention)


def storm_row(entry: AlertEntry, telling: Telling) -> Pair:
    """Return one line about a mention in a storm, and its link."""
    mention, words = entry.mention, telling.words
    parts = [
        words.say(f"severity_{mention.severity.word}"),
        source_name(mention.source, words),
        author_of(mention, words),
        *((words.say("vip"),) if entry.vip else ()),
    ]
    said = f"{' · '.join(parts)}: {_gist(entry, telling)}"
    return _tagged(said, entry, telling), _link(mention)


def storm_facts(view: AlertView, telling: Telling) -> tuple[Pair, ...]:
    """Return the numbers of a storm."""
    words = telling.words
    severities = [
        f"{words.say(f'severity_{severity.word}')} {words.number(n)}"
        for severity, n in sorted(view.severities, reverse=True)
    ]
    networks = [
        f"{source_name(source, words)} {words.number(n)}"
        for source, n in sorted(view.sources, key=lambda pair: (-pair[1], pair[0]))
    ]
    latest = age_of(view.last_at, words, now=telling.now) if view.last_at else ""
    facts = [
        ("fact_mentions", words.number(view.total)),
        ("fact_authors", words.number(view.authors)),
        ("fact_severity", words.say("comma").join(severities)),
        ("fact_networks", words.say("comma").join(networks[:MOST_NETWORKS])),
        ("fact_since", clock_of(view.opened_at, telling.tz)),
        ("fact_latest", latest),
    ]
    return tuple((words.say(key), value) for key, value in facts if value)


def link_text(mention: MentionFacts, telling: Telling) -> str:
    """Return what to write on the way to the post."""
    if is_import(mention.source):
        return telling.say("open")
    return telling.say("open_on", network=source_name(mention.source, telling.words))


def _sentiment(mention: MentionFacts, words: Words) -> str:
    if mention.label is None:
        return ""
    if mention.label is Label.UNREADABLE:
        return words.say("unreadable")
    label = words.say(f"label_{mention.label}")
    if mention.score is None:
        return label
    return f"{label} ({words.say('score', score=f'{mention.score:+.2f}')})"


def _signals(mention: MentionFacts) -> str:
    return one_line("; ".join(mention.why[:MOST_SIGNALS]))


def _tagged(said: str, entry: AlertEntry, telling: Telling) -> str:
    return tagged(said, entry.mention, telling.words) if stands(entry) else said


def _gist(entry: AlertEntry, telling: Telling) -> str:
    """Return the beginning of a post, or that it is gone."""
    mention = entry.mention
    if mention.deleted:
        return telling.say("removed")
    text = one_line(mention.title or mention.text, ROW_EXCERPT)
    return f"{star_bar(mention)} {text}".strip()


def _link(mention: MentionFacts) -> str:
    return "" if mention.deleted else web_address(mention.url)
