"""Posts with mentions, as the pipeline hands them to the store; and errors."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

from monitor.core.model import Author, Label, Match, Post, Sentiment, Severity
from monitor.store.posts import Found
from tests.fakes.clock import NOON

UNHAPPY = Sentiment(
    label=Label.NEGATIVE,
    lang="en",
    score=-0.6,
    p_negative=0.9,
    complaint=0.8,
    severity=Severity.HIGH,
    intents=("refund",),
    why=("asks for money back",),
    vader=-0.5,
    engine="vader",
)
HAPPY = replace(UNHAPPY, label=Label.POSITIVE, score=0.7, severity=Severity.NONE)


def make_found(
    external_id: str = "1",
    text: str = "Acme lost my bag",
    *,
    brands: tuple[str, ...] = ("Acme",),
    sentiment: Sentiment | None = UNHAPPY,
    **more: Any,
) -> Found:
    """Make a post by somebody, and the brands that were found in it."""
    post = Post(
        source=more.pop("source", "x"),
        external_id=external_id,
        text=text,
        url=more.pop("url", f"https://x.example/{external_id}"),
        author=more.pop("author", Author(external_id="7", handle="ann", name="Ann")),
        published_at=more.pop("published_at", NOON),
        **more,
    )
    matches = tuple(
        Match(brand=brand, query=brand.lower(), spans=((0, 4),)) for brand in brands
    )
    return Found(post=post, matches=matches, sentiment=sentiment)


def sqlite_error(code: int) -> sqlite3.OperationalError:
    """Return what the driver raises for a result code of SQLite."""
    error = sqlite3.OperationalError("injected")
    error.sqlite_errorcode = code
    return error
