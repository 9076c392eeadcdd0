"""From a mention as the store has it to the values of its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import TypeAlias

from monitor.core.model import Evidence, Severity, searchable
from monitor.store.reading import MentionRow

Value: TypeAlias = str | int | float | datetime | None

SEPARATOR = ";"
PIECES = " | "
_NO_PARTERS = str.maketrans({'"': "'", "|": "/"})

_SEVERITY_WORDS = {int(severity): severity.word for severity in Severity}
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Make a text storable anywhere: no NUL, no half of a surrogate pair."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def joined(name: str) -> Callable[[MentionRow], Value]:
    """Return a taker that joins a list; `;` within an item becomes a comma."""
    items_of = attrgetter(name)

    def take(row: MentionRow) -> Value:
        items = items_of(row)
        return _join(items) if items else ""

    return take


def metric(name: str) -> Callable[[MentionRow], Value]:
    """Return a taker of one number of the post's metrics."""

    def take(row: MentionRow) -> Value:
        value = row.metrics.get(name) if row.metrics else None
        return None if isinstance(value, bool) or not isinstance(value, int) else value

    return take


def severity(row: MentionRow) -> Value:
    """Return the severity's word."""
    return _SEVERITY_WORDS[row.severity]


def rating_scale(row: MentionRow) -> Value:
    """Return the scale of the rating, if there is a rating."""
    return None if row.rating is None else row.rating_scale


def matched(row: MentionRow) -> Value:
    """Return the matched words.

    Spans of an older revision point at letters that have moved since: an edited
    post shows nothing here until it has been matched again.
    """
    if row.mention_rev != row.post_rev:
        return ""
    text = searchable(row.title, row.text)
    return _join([text[start:end] for start, end in row.spans or ()])


def contacts(row: MentionRow) -> Value:
    """Return how often the writer says to have asked, if it was said."""
    return row.reading.contacts or None


def evidence(row: MentionRow) -> Value:
    """Return what each part took for what, in the words of the post.

    Nothing of an edited post that has not been read again, as for `matched`.
    """
    pieces = row.reading.evidence
    if not pieces or row.mention_rev != row.post_rev:
        return ""
    text = searchable(row.title, row.text)
    return PIECES.join(dict.fromkeys(_piece(each, text) for each in pieces))


def _piece(each: Evidence, text: str) -> str:
    # What parts a cell must not stand in the words.
    words = " ".join(text[each.start : each.end].translate(_NO_PARTERS).split())
    said = f'{each.part}: "{words}"' if words else each.part
    return f"{said} → {each.says}"


def _join(items: Sequence[object]) -> str:
    plain = (str(item).replace(SEPARATOR, ",").strip() for item in items)
    return SEPARATOR.join(dict.fromkeys(item for item in plain if item))
