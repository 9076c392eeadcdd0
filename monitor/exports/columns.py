"""The columns of an export. Their names and order are SCHEMA_VERSION's promise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias

from monitor.core.model import Severity
from monitor.exports import rows
from monitor.exports.rows import Value
from monitor.store.reading import MentionRow

SCHEMA_VERSION = 3

Taker: TypeAlias = Callable[[MentionRow], Value]


class ColumnType(StrEnum):
    """How to read a column."""

    TEXT = "text"
    WORD = "word"
    LIST = "list"
    INTEGER = "integer"
    NUMBER = "number"
    INSTANT = "instant"

    @property
    def is_text(self) -> bool:
        """Tell whether the values are texts of some sort."""
        return self in (ColumnType.TEXT, ColumnType.WORD, ColumnType.LIST)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, holds and means, and where it comes from."""

    name: str
    type: ColumnType
    about: str
    take: Taker


def _text(name: str, about: str) -> Column:
    return Column(name, ColumnType.TEXT, about, attrgetter(name))


def _word(name: str, about: str) -> Column:
    return Column(name, ColumnType.WORD, about, attrgetter(name))


def _number(name: str, about: str) -> Column:
    return Column(name, ColumnType.NUMBER, about, attrgetter(name))


def _integer(name: str, about: str) -> Column:
    return Column(name, ColumnType.INTEGER, about, attrgetter(name))


def _instant(name: str, about: str) -> Column:
    return Column(name, ColumnType.INSTANT, about, attrgetter(name))


def _list(name: str, about: str) -> Column:
    return Column(name, ColumnType.LIST, about, rows.joined(name))


def _metric(name: str, about: str) -> Column:
    return Column(name, ColumnType.INTEGER, about, rows.metric(name))


_SEVERITIES = ", ".join(severity.word for severity in Severity)

COLUMNS: tuple[Column, ...] = (
    _integer("mention_id", "Number of the mention in this database."),
    _word("brand", "The brand that was found."),
    _text("query", "The brand's query that found it."),
    _word("source", "The network: x, reddit, app_store …"),
    _word("kind", "post, comment, review, message, article or ticket."),
    _instant("published_at", "When it was published."),
    Column(
        "published_precision",
        ColumnType.WORD,
        "How well that is known: exact, day (the time of day is not), or unknown.",
        attrgetter("precision"),
    ),
    _instant("first_seen_at", "When it was first read."),
    _text("author_id", "The author's id on the network; empty: unknown."),
    _text("author_handle", "The author's handle, without @."),
    _text("author_name", "The name the author shows."),
    _integer("author_followers", "Followers when last seen; empty: unknown."),
    _text("title", "Title, where the network has titles."),
    _text("text", "The post's text as it is now."),
    _text("url", "Address of the post."),
    _word("language", "Language code of the text, such as en or ko; empty: unknown."),
    _word(
        "label",
        "negative, neutral, positive, or unreadable (nothing here reads that "
        "language); empty: not scored yet.",
    ),
    _number("score", "Feeling from -1 (bad) to 1 (good); empty: unreadable."),
    _number("p_negative", "Probability that it is negative, 0 to 1."),
    _number("complaint", "How much it sounds like a complaint, 0 to 1."),
    Column(
        "severity",
        ColumnType.WORD,
        f"How bad it is, in this order: {_SEVERITIES}.",
        rows.severity,
    ),
    _list("intents", "What the writer seems to want, separated by `;`."),
    _list("why", "Reasons for label and severity, separated by `;`."),
    _number("rating", "Stars given; empty: not a rating."),
    Column(
        "rating_scale",
        ColumnType.NUMBER,
        "The most stars that can be given; empty: not a rating.",
        rows.rating_scale,
    ),
    _number("vader", "VADER's own compound score, -1 to 1; empty: not asked."),
    _metric("likes", "Likes, upvotes or favourites when last seen."),
    _metric("replies", "Replies or comments when last seen."),
    _metric("reposts", "Reposts or shares when last seen."),
    _metric("views", "Views when last seen."),
    _text("in_reply_to", "The network's id of the post this one answers."),
    _instant("edited_at", "When it was last edited; empty: never, as far as is known."),
    _text("post_id", "The post's id on its network."),
    _text("collector", "The collector that read it."),
    _text("alert_key", "Key of the latest alert it is in; empty: none."),
    _word("alert_state", "State of that alert: open, muted or closed."),
    Column(
        "matched_text",
        ColumnType.LIST,
        "The words that matched the query, each once, separated by `;`.",
        rows.matched,
    ),
    _text(
        "copy_of",
        "If the post is a copy: `source:post_id` of the first post, or `gone`.",
    ),
    _integer("copies", "How many copies the text has, on every row of the group."),
    _integer("voices", "How many people posted it; one handle is one person."),
    _integer("reach", "Followers of their accounts in all; empty: none are known."),
    _number(
        "intensity",
        "How upset the writer is, 0 to 1; empty: not known.",
    ),
    Column(
        "flags",
        ColumnType.LIST,
        "What a person must know whatever the label, separated by `;`: self_harm, "
        "vulnerable, going_public, urgent, sarcasm.",
        rows.joined("reading.flags"),
    ),
    Column(
        "waited_days",
        ColumnType.NUMBER,
        "The longest wait the text names, in days; empty: none.",
        attrgetter("reading.waited_days"),
    ),
    Column(
        "contacts",
        ColumnType.INTEGER,
        "How often the writer says to have asked; empty: not said.",
        rows.contacts,
    ),
    Column(
        "evidence",
        ColumnType.TEXT,
        'Why: `part: "quoted words" → says`, the pieces joined by ` | `.',
        rows.evidence,
    ),
    _number("p_positive", "Probability that it is positive, 0 to 1."),
    Column(
        "silenced_by",
        ColumnType.TEXT,
        "The smallest change that would have made it no complaint and not negative.",
        attrgetter("reading.silenced_by"),
    ),
)

_TAKERS = tuple(column.take for column in COLUMNS)

NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)


def values(row: MentionRow) -> list[Value]:
    """Return a mention's values in the order of COLUMNS, texts cleaned."""
    return [
        rows.clean(value) if isinstance(value, str) else value
        for value in (take(row) for take in _TAKERS)
    ]
