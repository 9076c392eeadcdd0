"""Mentions, findings and alerts for the tests of alert logic."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from alerts.base import Message
from alerts.facts import AlertEntry, AlertView, Finding, MentionFacts, OpenAlert
from alerts.wording import alert_message, reply_message
from monitor.core.model import AlertState, Label, PostKind, Reason, Severity

NOW = datetime(2026, 11, 22, 14, 4, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
REVIEW = {
    "source": "google_reviews",
    "kind": PostKind.REVIEW,
    "rating": 1.0,
    "author_handle": "",
    "author_followers": None,
}


def mention(**changes) -> MentionFacts:
    """An angry post on X, two minutes old."""
    values = {
        "mention_id": 1,
        "post_id": 1,
        "rev": 1,
        "brand": "Acme",
        "query": '"acme air"',
        "source": "x",
        "external_id": "1590000000000000001",
        "text": "Acme Air lost my bag and nobody answers.",
        "spans": ((0, 8),),
        "url": "https://x.example/jane/1590000000000000001",
        "author_id": 7,
        "author_external_id": "77",
        "author_handle": "jane",
        "author_name": "Jane Doe",
        "author_followers": 12_345,
        "published_at": NOW - 2 * MINUTE,
        "first_seen_at": NOW,
        "lang": "en",
        "label": Label.NEGATIVE,
        "score": -0.62,
        "p_negative": 0.91,
        "complaint": 0.8,
        "severity": Severity.HIGH,
        "intents": ("refund",),
    }
    return MentionFacts(**{**values, **changes})


def finding(**changes) -> Finding:
    """A finding of the rule "unhappy" for the receiver "support"."""
    values = {
        "rule": "unhappy",
        "severity": Severity.HIGH,
        "why": ("negative",),
        "receivers": ("support",),
    }
    return Finding(**{**values, **changes})


def open_alert(**changes) -> OpenAlert:
    """The open alert of the author of `mention()`, an hour old."""
    values = {
        "id": 5,
        "key": "alert-5",
        "group_key": "author:x:77",
        "severity": Severity.MEDIUM,
        "last_at": NOW - HOUR,
        "opened_at": NOW - HOUR,
    }
    return OpenAlert(**{**values, **changes})


def entry(
    why=("unhappy: negative",), vip=False, resolved=False, **changes
) -> AlertEntry:
    """One mention in an alert."""
    return AlertEntry(mention=mention(**changes), why=why, vip=vip, resolved=resolved)


def view(*entries, **changes) -> AlertView:
    """An alert with these mentions, or with one."""
    shown = entries or (entry(),)
    values = {
        "key": "1a2b3c4d-0000-5000-8000-000000000000",
        "brand": "Acme",
        "state": AlertState.OPEN,
        "severity": Severity.HIGH,
        "reason": Reason.FIRST,
        "entries": shown,
        "total": len(shown),
        "authors": 1,
        "opened_at": NOW,
        "rules": ("unhappy",),
    }
    return AlertView(**{**values, **changes})


def stormy(*entries, **changes) -> AlertView:
    """A storm of ten thousand that shows these mentions, or two."""
    values = {
        "total": 10_000,
        "authors": 4211,
        "opened_at": NOW - 12 * MINUTE,
        "severity": Severity.CRITICAL,
        "reason": Reason.STORM,
        "sources": (("reddit", 10), ("x", 9000), ("app_store", 10)),
        "severities": ((Severity.HIGH, 200), (Severity.CRITICAL, 3)),
    }
    shown = entries or (entry(vip=True), entry(**REVIEW))
    return view(*shown, **{**values, **changes})


def worded(*entries, language="en", tz=UTC, **changes) -> Message:
    """Word an alert with these mentions."""
    return alert_message(view(*entries, **changes), now=NOW, language=language, tz=tz)


def reply(*entries, mention_id=None, **changes) -> Message:
    """Word the news about one of these mentions."""
    return reply_message(view(*entries, **changes), mention_id=mention_id, now=NOW)


def fact(message, name) -> str | None:
    """Return what a message says under a name."""
    return dict(message.facts).get(name)
