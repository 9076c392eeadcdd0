"""What happened, in one line. Pure."""

from __future__ import annotations

from alerts.details import is_import, network_name, span_of, stars_of
from alerts.facts import AlertEntry, AlertView, MentionFacts
from alerts.quoting import one_line
from alerts.reasons import tagged
from alerts.telling import Telling
from monitor.core.model import Label, Reason, Severity

BRAND_LIMIT = 60
_NEWS = {Reason.WORSE: "news_worse", Reason.CHANGED: "news_changed"}


def post_headline(view: AlertView, entry: AlertEntry, telling: Telling) -> str:
    """Say "Angry review of Acme on Google: 1 of 5 stars", or how many there are.

    Before it stands what a person must know first, behind it that it is a VIP.
    """
    mention, words = entry.mention, telling.words
    mood = mood_of(mention)
    brand = brand_of(view, telling)
    if view.copies is not None and view.authors > 1:
        said = words.say(
            "headline_copies", n=view.total, brand=brand, mood=words.mood(mood)
        )
    elif view.total > 1:
        said = words.say(
            "headline_many", n=view.total, brand=brand, mood=words.mood(mood)
        )
    else:
        said = words.headline(
            "headline_nowhere" if is_import(mention.source) else "headline",
            mood=mood,
            kind=str(mention.kind),
            brand=brand,
            network=network_name(mention, words),
        )
    if stars := stars_of(mention, words):
        said = words.say("headline_stars", said=said, stars=stars)
    said = f"{said} · {words.say('vip')}" if entry.vip else said
    return tagged(said, mention, words)


def news_headline(view: AlertView, entry: AlertEntry, telling: Telling) -> str:
    """Say what is news about a mention that still stands."""
    said = _news(view, entry, telling)
    if not said:
        return post_headline(view, entry, telling)
    return tagged(said, entry.mention, telling.words)


def settled_headline(
    view: AlertView, entry: AlertEntry | None, telling: Telling
) -> str:
    """Say why a mention is none any more."""
    key = "news_resolved"
    if entry is None or entry.mention.deleted:
        key = "news_removed"
    elif entry.mention.removed:
        key = "news_unnamed"
    return telling.say(key, brand=brand_of(view, telling))


def storm_headline(view: AlertView, telling: Telling, *, key: str) -> str:
    """Say how many mentions of a brand came in how long."""
    span = span_of((view.last_at or telling.now) - view.opened_at, telling.words)
    brand = brand_of(view, telling)
    return telling.say(key, n=view.total, brand=brand, span=span)


def _news(view: AlertView, entry: AlertEntry, telling: Telling) -> str:
    brand = brand_of(view, telling)
    severity = telling.say(f"severity_{entry.mention.severity.word}")
    if view.reason in _NEWS:
        return telling.say(_NEWS[view.reason], brand=brand, severity=severity)
    if view.reason is Reason.MORE and view.copies is not None and view.authors > 1:
        return telling.say("news_copies", n=view.copies.copies + 1, brand=brand)
    if view.reason is Reason.MORE:
        return telling.say("news_more", n=view.total, brand=brand)
    return ""


def mood_of(mention: MentionFacts) -> str:
    """Return the word for how a mention sounds: its severity, else its label."""
    if mention.severity > Severity.NONE:
        return mention.severity.word
    match mention.label:
        case Label.NEGATIVE:
            return Severity.LOW.word
        case Label.POSITIVE | Label.NEUTRAL:
            return str(mention.label)
    return "new"


def brand_of(view: AlertView, telling: Telling) -> str:
    """Return the brand's name, marked if it is a competitor's."""
    brand = one_line(view.brand, BRAND_LIMIT)
    return telling.say("competitor", brand=brand) if view.competitor else brand
