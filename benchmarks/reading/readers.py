"""What reads the texts: the whole stack, each of its parts alone, and stock VADER."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from benchmarks.reading.sets import NEG, NEU, POS
from monitor.core.model import Label, Sentiment
from monitor.scoring.base import Asked
from monitor.scoring.blend import sigmoid
from monitor.scoring.heads import Heads
from monitor.scoring.opinion import thirds_of
from monitor.scoring.severity import PLAIN
from monitor.scoring.signals import read_signals
from monitor.scoring.stack import StackScorer

BATCH = 200
"""Texts that are read together, as many as the pipeline saves together."""
STACK, HINTED, VADER = "stack", "stack, language given", "VADER"
HEADS, SIGNALS, WITHOUT = "encoder alone", "words alone", "stack without the encoder"
LABELS = {Label.NEGATIVE: NEG, Label.NEUTRAL: NEU, Label.POSITIVE: POS}
_VADER_SURE = 0.05
"""How far from zero VADER's authors begin to speak of positive and negative."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a reader says of one text. `label` is None where it could not read it.

    `side` is the answer where only negative and positive are to choose from, None for
    neither. `complaint` is None where the reader has no opinion about that.
    """

    label: str | None
    side: str | None
    p_negative: float | None = None
    complaint: float | None = None
    lang: str = ""


class Reader(Protocol):
    """Reads texts; `lang` is what a network would say about their language."""

    def __call__(self, texts: Sequence[str], lang: str = "") -> list[Said]: ...


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reader said of every text, and the processor's seconds it took."""

    said: list[Said]
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.said) / self.seconds if self.seconds else 0.0


def ask(
    reader: Reader,
    texts: Sequence[str],
    lang: str = "",
    *,
    progress: Callable[[int], None] | None = None,
) -> Answers:
    """Read texts in batches."""
    said: list[Said] = []
    started = time.process_time()
    for batch in batches(texts):
        said += reader(batch, lang)
        if progress is not None:
            progress(len(said))
    return Answers(said, time.process_time() - started)


def batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Yield them as many as are read together."""
    for first in range(0, len(items), BATCH):
        yield items[first : first + BATCH]


def of_stack(scorer: StackScorer) -> Reader:
    """Return the stack, or what is left of it without the encoder."""

    def read(texts: Sequence[str], lang: str = "") -> list[Said]:
        asked = [Asked(text=text, lang=lang) for text in texts]
        return [as_said(found) for found in scorer.score_many(asked)]

    return read


def as_said(found: Sentiment) -> Said:
    """Return what the sheet needs of a sentiment."""
    return Said(
        label=LABELS.get(found.label),
        side=_side(found.p_negative, found.p_positive),
        p_negative=found.p_negative,
        complaint=None if found.label is Label.UNREADABLE else found.complaint,
        lang=found.lang,
    )


def of_vader() -> Reader:
    """Return vaderSentiment as it is installed from PyPI, with its authors' limits."""
    analyzer = SentimentIntensityAnalyzer()

    def one(text: str) -> Said:
        compound = analyzer.polarity_scores(text)["compound"]
        label = NEU if abs(compound) < _VADER_SURE else _sign(compound)
        return Said(label=label, side=_sign(compound))

    return _each(one)


def of_heads(heads: Heads) -> Reader:
    """Return the trained heads alone: the likeliest of three, in any language."""

    def read(texts: Sequence[str], lang: str = "") -> list[Said]:  # noqa: ARG001
        said = []
        for heard in heads.read(texts):
            negative, neutral, positive = thirds_of(heard)
            chances = {NEG: negative, NEU: neutral, POS: positive}
            said.append(
                Said(
                    label=max(chances, key=chances.__getitem__),
                    side=_side(negative, positive),
                    p_negative=negative,
                    complaint=sigmoid(heard.logit("complaint")),
                )
            )
        return said

    return read


def of_signals(scorer: StackScorer) -> Reader:
    """Return the tables of words alone, in the language that is detected.

    Negative where they find a complaint, positive where they find praise, else neutral.
    """

    def one(text: str) -> Said:
        signals = read_signals(text, scorer.language(text))
        if signals.complaint >= PLAIN:
            return Said(label=NEG, side=NEG, complaint=signals.complaint)
        praised = "praise" in signals.intents
        side = POS if praised else NEG if signals.complaint else None
        label = POS if praised else NEU
        return Said(label=label, side=side, complaint=signals.complaint)

    return _each(one)


def _each(one: Callable[[str], Said]) -> Reader:
    def read(texts: Sequence[str], lang: str = "") -> list[Said]:  # noqa: ARG001
        return [one(text) for text in texts]

    return read


def _side(negative: float | None, positive: float | None) -> str | None:
    if negative is None or positive is None:
        return None
    return _sign(positive - negative)


def _sign(value: float) -> str | None:
    return POS if value > 0 else NEG if value < 0 else None
