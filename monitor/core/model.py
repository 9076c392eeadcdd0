"""The nouns of the program. Values only: no behaviour beyond small checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

UNKNOWN_AUTHOR_ID = ""


class PostKind(StrEnum):
    """What sort of text a post is."""

    POST = "post"
    COMMENT = "comment"
    REVIEW = "review"
    MESSAGE = "message"
    ARTICLE = "article"
    TICKET = "ticket"


class Precision(StrEnum):
    """How well the time of a post is known."""

    EXACT = "exact"
    DAY = "day"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An account on one network; `external_id` is the network's own id."""

    external_id: str
    handle: str = ""
    name: str = ""
    url: str = ""
    followers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One public text as its source gave it (a comment or a review too).

    `source` and `external_id` together are its identity. A tombstone
    (`deleted=True`) needs nothing else. `rating` counts stars of
    `rating_scale`. Instants are aware and in UTC.
    """

    source: str
    external_id: str
    text: str = ""
    title: str = ""
    url: str = ""
    author: Author | None = None
    published_at: datetime
    precision: Precision = Precision.EXACT
    kind: PostKind = PostKind.POST
    lang: str = ""
    rating: float | None = None
    rating_scale: float = 5.0
    in_reply_to: str = ""
    metrics: Mapping[str, int] = field(default_factory=dict)
    edited_at: datetime | None = None
    deleted: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


class Label(StrEnum):
    """What a text feels like. *Unreadable* is a state, never a zero."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    UNREADABLE = "unreadable"


class Severity(IntEnum):
    """How bad a mention is. Stored as a number, shown by name."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """Return the name as configuration, CSV and JSON write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in a text that speaks for or against, and which part says so.

    `start` and `end` count characters of `searchable(post)`. `part` names a part of the
    stack: encoder, signals, taught. `says` is what it takes the place for: an intent, a
    flag, "negative", "complaint". `weight` orders places; above zero speaks for an
    unhappy writer (of signals a probability, of the encoder logits).
    """

    start: int
    end: int
    part: str
    says: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentiment:
    """What reading a text found. `score` is in [-1, 1], probabilities in [0, 1].

    `vader` is VADER's own compound, None where it was not asked. With the label
    *unreadable*, `score` is None: nothing here could read the text.

    `intensity` in [0, 1] orders by how upset the writer is. `flags` are what a person
    must know whatever the label: going_public, privacy, vulnerable, self_harm, urgent,
    sarcasm.
    `waited_days` is the longest wait the text names, None if none; `contacts` is how
    often the writer says to have asked (0 if not said). `parts` names each part of the
    stack with its own probability of negative. `silenced_by` is the smallest change
    found that would have made it no complaint and not negative, "" if there is none.
    """

    label: Label
    lang: str = ""
    score: float | None = None
    p_negative: float | None = None
    complaint: float = 0.0
    severity: Severity = Severity.NONE
    intents: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    vader: float | None = None
    engine: str = ""
    p_positive: float | None = None
    intensity: float = 0.0
    flags: tuple[str, ...] = ()
    waited_days: float | None = None
    contacts: int = 0
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
    silenced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One brand found in one post.

    `spans` are [start, end) in characters of `searchable(post)`'s original text:
    title, a line break, text (only the text where there is no title).
    """

    brand: str
    query: str
    spans: tuple[tuple[int, int], ...]


def searchable(title: str, text: str) -> str:
    """Return the text that is matched, scored and searched, and spans point into."""
    return f"{title}\n{text}" if title and text else title or text


class Reason(StrEnum):
    """Why a delivery exists, or does not."""

    FIRST = "first"
    MORE = "more"
    WORSE = "worse"
    CHANGED = "changed"
    RESOLVED = "resolved"
    STORM = "storm"
    NOTHING_NEW = "nothing_new"


class AlertState(StrEnum):
    """Life of an alert."""

    OPEN = "open"
    MUTED = "muted"
    CLOSED = "closed"


class DeliveryState(StrEnum):
    """Life of a delivery; see docs/developers/architecture.md."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"
    OBSOLETE = "obsolete"
