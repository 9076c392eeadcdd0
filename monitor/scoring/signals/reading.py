"""Puts together what the words of a post say."""

from __future__ import annotations

import operator

from monitor.scoring.signals.counting import CONTACTS, WAITS, Count
from monitor.scoring.signals.folding import Folded, FoldedSigns
from monitor.scoring.signals.model import (
    ADVERTS,
    ANGER,
    FLAGS,
    INSULT,
    INTENSIFIER,
    INTENTS,
    PRAISE,
    QUESTION,
    RELIEF,
    Signal,
    Signals,
)
from monitor.scoring.signals.tables import Language, language
from monitor.scoring.signals.temper import heat, signs_of_anger

_WAIT, _CONTACT = 0.35, 0.3
_STRONGEST = 2
"""So many cues of one kind are heard as witnesses, the strongest."""
_NAMED_FROM, _NAMED_IF_PLAIN_FROM = 0.45, 0.2
"""An intent is named from this weight on, a weaker one only in a plain complaint."""
_UNCERTAIN = 0.6
"""Under it, praise takes a third off a complaint."""
_PLAIN, _NO_PRAISE, _FLAGGED = 0.45, 0.4, 0.3
_MOST_RELIEF = 2
_RELIEVED = (1.0, 0.5, 0.25)
_ADVERT_FROM = 1.0
_ANGRY = frozenset((ANGER, INSULT))
_ONLY_ANGRY = 0.45
"""Anger that names no trouble is no plain complaint: it may be about anything."""
_WAITED_FOR = frozenset(
    ("waiting", "delivery", "refund", "unanswered", "outage", "account")
)
_NAMED = INTENTS - ADVERTS
_WEIGHTLESS = frozenset((PRAISE, QUESTION, "feature_request"))
_NO_COMPLAINT = frozenset((RELIEF, INTENSIFIER, *ADVERTS, *FLAGS, *_WEIGHTLESS))
_QUESTION_MARKS = "?？¿"
_NOT_IN_PRAISE = frozenset(("vulnerable", "urgent", "going_public"))
"""Flags that are none in thanks: "they helped my elderly dad"."""
_place = operator.attrgetter("start", "end", "kind")


class _Reading:
    """What is known while one post is read."""

    __slots__ = ("contacts", "found", "lang", "waited", "weights")

    def __init__(self, lang: str, found: list[Signal]) -> None:
        self.lang = lang
        self.found = found
        self.weights: dict[str, list[float]] = {}
        self.waited: float | None = None
        self.contacts = 0

    def add(self, kind: str, weight: float, place: tuple[int, int]) -> None:
        """Hear one cue."""
        self.weights.setdefault(kind, []).append(weight)
        if kind != INTENSIFIER:
            shown = ANGER if kind == INSULT else kind
            self.found.append(Signal(*place, shown, weight, self.lang))

    def count(self, kind: str, weight: float, place: tuple[int, int]) -> None:
        """Hear a count; cues of its kind in its place are heard already."""
        start, end = place
        for known in self.found:
            if known.kind == kind and known.start < end and start < known.end:
                return
        self.add(kind, weight, place)


def read_signals(text: str, lang: str) -> Signals:
    """Read a post in its original words. Without a table, only signs are read."""
    found, hot = signs_of_anger(text)
    reading = _Reading(lang, found)
    known = language(lang)
    if known is not None:
        _read_words(reading, known, text)
    elif asked := _question_mark(text):
        found.append(Signal(*asked, QUESTION, 0.0, ""))
        reading.weights[QUESTION] = [0.0]
    weights = reading.weights
    adverts = _adverts(weights)
    complaint = 0.0 if adverts else _complaint(weights)
    return Signals(
        found=tuple(sorted(found, key=_place)),
        complaint=round(complaint, 3),
        intents=adverts or _intents(weights, complaint),
        flags=_flags(weights, complaint),
        waited_days=reading.waited,
        contacts=reading.contacts,
        anger=heat(weights, hot),
    )


def _read_words(reading: _Reading, known: Language, text: str) -> None:
    folded = known.fold(text)
    cues, marks = known.finder.find(folded.text)
    for cue in cues:
        place = folded.place(cue.start, cue.end)
        for kind, weight in cue.meanings:
            reading.add(kind, weight, place)
    if CONTACTS in marks:
        _read_contacts(reading, folded, known.counter.contacts(folded.text))
    if WAITS in marks:
        _read_waits(reading, folded, known.counter.waits(folded.text))
    if asked := _asks(text, folded, known):
        reading.add(QUESTION, 0.0, asked)


def _read_contacts(
    reading: _Reading, folded: Folded | FoldedSigns, counts: list[Count]
) -> None:
    for count in counts:
        reading.contacts = max(reading.contacts, int(count.value))
        place = folded.place(count.start, count.end)
        reading.count("unanswered", _CONTACT, place)


def _read_waits(
    reading: _Reading, folded: Folded | FoldedSigns, counts: list[Count]
) -> None:
    weights = reading.weights
    trouble = not _WAITED_FOR.isdisjoint(weights)
    content = PRAISE in weights or RELIEF in weights
    if content and _complaint(weights) < _FLAGGED:
        return
    for count in counts:
        if trouble or count.sure:
            reading.waited = max(reading.waited or 0.0, count.value)
            place = folded.place(count.start, count.end)
            reading.count("waiting", _WAIT, place)


def _question_mark(text: str) -> tuple[int, int] | None:
    for mark in _QUESTION_MARKS:
        start = text.find(mark)
        if start >= 0:
            return start, start + 1
    return None


def _asks(
    text: str, folded: Folded | FoldedSigns, known: Language
) -> tuple[int, int] | None:
    if place := _question_mark(text):
        return place
    words = folded.text.split(maxsplit=1)
    if len(words) > 1 and words[0] in known.asking:
        return folded.place(1, 1 + len(words[0]))
    return None


def _complaint(weights: dict[str, list[float]]) -> float:
    calm = 1.0
    about = weights.keys() - _NO_COMPLAINT
    for kind in about:
        for weight in sorted(weights[kind], reverse=True)[:_STRONGEST]:
            calm *= 1 - weight
    complaint = 1 - calm
    if about <= _ANGRY:
        complaint = min(complaint, _ONLY_ANGRY)
    complaint *= _RELIEVED[min(len(weights.get(RELIEF, ())), _MOST_RELIEF)]
    praised = PRAISE in weights and complaint < _UNCERTAIN
    return complaint * 2 / 3 if praised else complaint


def _adverts(weights: dict[str, list[float]]) -> tuple[str, ...]:
    return tuple(
        kind
        for kind in sorted(ADVERTS)
        if kind in weights and sum(weights[kind]) >= _ADVERT_FROM
    )


def _intents(weights: dict[str, list[float]], complaint: float) -> tuple[str, ...]:
    least = _NAMED_IF_PLAIN_FROM if complaint >= _PLAIN else _NAMED_FROM
    named = {
        kind
        for kind in weights.keys() & _NAMED
        if kind in _WEIGHTLESS or max(weights[kind]) >= least
    }
    if complaint >= _PLAIN:
        named.discard(QUESTION)
    if complaint >= _NO_PRAISE:
        named.discard(PRAISE)
    return tuple(sorted(named))


def _flags(weights: dict[str, list[float]], complaint: float) -> tuple[str, ...]:
    content = PRAISE in weights and complaint < _FLAGGED
    return tuple(
        flag
        for flag in sorted(weights.keys() & FLAGS)
        if (complaint >= _FLAGGED or sum(weights[flag]) >= 1)
        and not (content and flag in _NOT_IN_PRAISE)
    )
