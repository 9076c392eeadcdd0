"""What an alert says to machines: the `data` of a message, small and plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alerts.details import is_late, out_of_five
from alerts.facts import AlertEntry, AlertView, MentionFacts
from alerts.quoting import clean, excerpt, one_line, web_address
from alerts.reasons import needs_person, pieces_of


def quote_of(entry: AlertEntry) -> str:
    """Return the post's words around the match; nothing once the post is gone."""
    mention = entry.mention
    if mention.deleted:
        return ""
    # Spans count from the start of the title, if there are both.
    ahead = len(mention.title) + 1 if mention.title and mention.text else 0
    starts = [start - ahead for start, _end in mention.spans if start >= ahead]
    return excerpt(mention.text, min(starts, default=0))


def alert_data(view: AlertView, entry: AlertEntry | None) -> Mapping[str, Any]:
    """Return an alert and the mention that a message is about."""
    common = _common(view, "alert")
    if entry is None:
        return common
    return {**common, **_mention_data(entry), "why": list(entry.why)}


def storm_data(view: AlertView) -> Mapping[str, Any]:
    """Return a storm with its numbers and the mentions that it shows."""
    return {
        **_common(view, "storm"),
        "last_at": view.last_at.isoformat() if view.last_at else None,
        "sources": dict(view.sources),
        "severities": {severity.word: n for severity, n in view.severities},
        "top": [_mention_data(entry) for entry in view.entries],
    }


def _common(view: AlertView, kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "alert": view.key,
        "brand": view.brand,
        "competitor": view.competitor,
        "rules": list(view.rules),
        "reason": str(view.reason),
        "state": str(view.state),
        "alert_severity": view.severity.word,
        "opened_at": view.opened_at.isoformat(),
        "mentions": view.total,
        "authors": view.authors,
        "copies": view.copies.copies if view.copies else 0,
        "voices": view.copies.voices if view.copies else view.authors,
        "reach": view.copies.reach if view.copies else None,
        "mention_ids": [entry.mention.mention_id for entry in view.entries],
    }


def _mention_data(entry: AlertEntry) -> dict[str, Any]:
    mention = entry.mention
    return {
        "mention_id": mention.mention_id,
        "source": mention.source,
        "post_id": mention.external_id,
        "kind": str(mention.kind),
        "url": "" if mention.deleted else web_address(mention.url),
        "query": mention.query,
        "published_at": mention.published_at.isoformat(),
        "first_seen_at": mention.first_seen_at.isoformat(),
        "late": is_late(mention),
        "resolved": entry.resolved,
        "removed": mention.deleted,
        "vip": entry.vip,
        **_author_data(mention),
        **_sentiment_data(mention),
        **_reading_data(mention),
        "title": "" if mention.deleted else clean(mention.title),
        "quote": quote_of(entry),
    }


def _author_data(mention: MentionFacts) -> dict[str, Any]:
    return {
        "author_id": mention.author_external_id,
        "author_handle": one_line(mention.author_handle),
        "author_name": one_line(mention.author_name),
        "author_followers": mention.author_followers,
    }


def _sentiment_data(mention: MentionFacts) -> dict[str, Any]:
    return {
        "lang": mention.lang,
        "label": str(mention.label) if mention.label else None,
        "score": mention.score,
        "p_negative": mention.p_negative,
        "complaint": mention.complaint,
        "severity": mention.severity.word,
        "intents": list(mention.intents),
        "rating": mention.rating,
        "rating_scale": mention.rating_scale,
        "stars": out_of_five(mention),
    }


def _reading_data(mention: MentionFacts) -> dict[str, Any]:
    """Return what reading found beyond label and severity, and from which words."""
    return {
        "p_positive": mention.p_positive,
        "intensity": mention.intensity,
        "flags": list(mention.flags),
        "needs_person": needs_person(mention),
        "waited_days": mention.waited_days,
        "contacts": mention.contacts,
        "engine": mention.engine,
        "vader": mention.vader,
        "parts": dict(mention.parts),
        "evidence": [] if mention.deleted else pieces_of(mention),
        "silenced_by": "" if mention.deleted else one_line(mention.silenced_by),
    }
