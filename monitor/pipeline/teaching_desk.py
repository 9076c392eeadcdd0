"""Learns again whenever somebody said something, and shifts what is read by it.

What is to be learned is in the store, so every process of this database learns the
same: `step` looks whether it has changed and takes milliseconds if it has not. One
thread steps; all may adjust. Without an encoder nothing is learned or shifted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from monitor.core.model import Post, Sentiment, searchable
from monitor.core.weights import DEFAULT, Weights
from monitor.scoring.base import Asked, Scorer, asked_of
from monitor.store import teachings as rows
from monitor.store.db import Store
from monitor.store.mentions import Found
from monitor.teaching.apply import NOTHING, Encodes, Taught
from monitor.teaching.learn import MOST, learn
from monitor.teaching.lesson import Array, Lessons
from monitor.teaching.verdicts import Example

# Of three subjects each, should all be about the same texts.
MOST_READ = 3 * MOST


class _Read(NamedTuple):
    """What encoder and scorer make of an example; kept, as marks come one by one."""

    features: Array
    sentiment: Sentiment


@dataclass(slots=True)
class _Brand:
    """What was learned for a brand, and from what."""

    examples: int
    lessons: Lessons
    read: dict[Asked, _Read]


@dataclass(slots=True, kw_only=True)
class TeachingDesk:
    """Knows what every brand has been taught. Shared between threads."""

    store: Store
    scorer: Scorer
    encoder: Encodes | None
    weights: Weights = DEFAULT
    taught: Taught = NOTHING
    _revision: tuple[int, ...] | None = None
    _brands: dict[str, _Brand] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def step(self) -> bool:
        """Learn what is new; False if there was nothing."""
        if self.encoder is None:
            return False
        with self._lock:
            with self.store.read() as conn:
                revision = rows.revision(conn)
                if revision == self._revision:
                    return False
                said = {
                    brand: rows.examples(conn, brand, MOST_READ)
                    for brand in rows.brands(conn)
                }
            self._brands = {
                brand: self._brand(brand, examples, self.encoder)
                for brand, examples in said.items()
                if examples
            }
            lessons = {name: brand.lessons for name, brand in self._brands.items()}
            self.taught = Taught(lessons=lessons, weights=self.weights)
            self._revision = revision
        return True

    def adjust(
        self, found: Sequence[Found], asked_of: Callable[[Post], Asked] = asked_of
    ) -> list[Found]:
        """Give every taught brand of each post a sentiment of its own.

        `asked_of` says what is known of a post, as it was when it was read.
        """
        taught = self._ready()
        adjusted = list(found)
        wanted = [
            (index, each.sentiment, asked_of(each.post))
            for index, each in enumerate(found)
            if each.sentiment is not None
            and any(taught.knows(match.brand) for match in each.matches)
        ]
        if not wanted or self.encoder is None:
            return adjusted
        features = self.encoder.features([_text(asked) for _, _, asked in wanted])
        by_brand: list[dict[str, Sentiment]] = [{} for _ in wanted]
        for brand in taught.lessons:
            here = [n for n, (i, *_) in enumerate(wanted) if _names(found[i], brand)]
            seen = [wanted[n][1] for n in here]
            asked = [wanted[n][2] for n in here]
            read = taught.adjust_many(seen, features[here], brand, asked=asked)
            for n, sentiment in zip(here, read, strict=True):
                by_brand[n][brand] = sentiment
        for (index, *_), sentiments in zip(wanted, by_brand, strict=True):
            adjusted[index] = replace(found[index], by_brand=sentiments)
        return adjusted

    def adjust_one(self, found: Sentiment, asked: Asked, brand: str) -> Sentiment:
        """Return what one text is read as for one brand."""
        taught = self._ready()
        if self.encoder is None or not taught.knows(brand):
            return found
        [features] = self.encoder.features([_text(asked)])
        return taught.adjust(found, features, brand, asked=asked)

    def _ready(self) -> Taught:
        if self._revision is None:
            self.step()
        return self.taught

    def _brand(self, name: str, examples: list[Example], encoder: Encodes) -> _Brand:
        known = self._brands.get(name)
        mark = hash(tuple(examples))
        if known is not None and known.examples == mark:
            return known
        read = self._read(examples, known.read if known else {}, encoder)
        asked = [_asked(example) for example in examples]
        lessons = learn(
            examples,
            np.stack([read[each].features for each in asked]),
            [read[each].sentiment for each in asked],
        )
        return _Brand(mark, lessons, read)

    def _read(
        self, examples: list[Example], known: dict[Asked, _Read], encoder: Encodes
    ) -> dict[Asked, _Read]:
        """Read what was not read before; what is of no use any more is forgotten."""
        asked = dict.fromkeys(map(_asked, examples))
        fresh = [each for each in asked if each not in known]
        read = {each: known[each] for each in asked if each in known}
        if fresh:
            features = encoder.features([_text(each) for each in fresh])
            sentiments = self.scorer.score_many(fresh)
            read |= dict(zip(fresh, map(_Read, features, sentiments), strict=True))
        return read


def _names(found: Found, brand: str) -> bool:
    return any(match.brand == brand for match in found.matches)


def _asked(example: Example) -> Asked:
    return Asked(
        title=example.title,
        text=example.text,
        lang=example.lang,
        rating=example.rating,
        rating_scale=example.rating_scale,
    )


def _text(asked: Asked) -> str:
    return searchable(asked.title, asked.text)
