"""How well the stack reads our own texts, of which more is known than the feeling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.reading.metrics import (
    Bin,
    Found,
    average_precision,
    calibration_error,
    found,
    found_yes,
    macro_f1,
    mean,
    reliability,
)
from benchmarks.reading.readers import STACK, VADER, Answers, Said, as_said, batches
from benchmarks.reading.sets import HIGH, NEG
from monitor.core.model import Sentiment, Severity
from monitor.scoring.base import Asked
from monitor.scoring.heads import TOPICS
from monitor.scoring.severity import PLAIN
from monitor.scoring.signals.model import FLAGS
from monitor.scoring.stack import StackScorer
from monitor.training.corpora import FEELINGS
from monitor.training.corpora import Row as Written

KINDS = tuple(topic for topic in TOPICS if topic != "news")
"""What the stack names: intents, and flags. News is for the training only."""
TOLD_FLAGS = frozenset(KINDS) & FLAGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One of our texts, what the stack found, and what VADER said."""

    row: Written
    found: Sentiment
    said: Said
    vader: Said

    @property
    def truth(self) -> str:
        return FEELINGS[self.row.feeling]

    @property
    def topics(self) -> frozenset[str]:
        return frozenset(TOPICS[topic] for topic in self.row.topics)

    @property
    def is_high(self) -> bool:
        return self.row.severity >= HIGH

    @property
    def is_called_high(self) -> bool:
        return self.found.severity >= Severity.HIGH

    @property
    def is_called_complaint(self) -> bool:
        return self.said.label is not None and self.found.complaint >= PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """Feeling in our own texts, as in the data sets."""

    macro_f1: float
    negative: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnScore:
    """What came out for one language, or for all together."""

    count: int
    feeling: dict[str, Feeling]
    """By the stack, and by VADER."""
    unreadable: float
    bins: tuple[Bin, ...]
    calibration_error: float | None
    complaint: Found
    complaint_average: float | None
    complaint_of_vader: Found
    """Taking its negatives for complaints."""
    high: Found
    high_alarms: float | None
    """The share of what is not high that is called high or critical."""
    languages: tuple[int, int, int]
    """How often the language was found, left open, and mistaken."""
    kinds: dict[str, Found]


def read_texts(
    scorer: StackScorer, rows: Sequence[Written], vader: Answers
) -> list[Read]:
    """Read our texts as posts whose language nobody tells."""
    sentiments: list[Sentiment] = []
    for batch in batches(rows):
        sentiments += scorer.score_many([Asked(text=row.text) for row in batch])
    return [
        Read(row=row, found=found, said=as_said(found), vader=said)
        for row, found, said in zip(rows, sentiments, vader.said, strict=True)
    ]


def judge_own(reads: Sequence[Read]) -> OwnScore:
    """Judge some of them."""
    bins = _bins(reads)
    complain = [bool(read.row.complaint) for read in reads]
    calm = [read for read in reads if not read.is_high]
    return OwnScore(
        count=len(reads),
        feeling={
            STACK: _feeling(reads, [read.said for read in reads]),
            VADER: _feeling(reads, [read.vader for read in reads]),
        },
        unreadable=mean(read.said.label is None for read in reads) or 0.0,
        bins=bins,
        calibration_error=calibration_error(bins),
        complaint=found_yes(complain, [read.is_called_complaint for read in reads]),
        complaint_average=average_precision(
            complain, [read.said.complaint or 0.0 for read in reads]
        ),
        complaint_of_vader=found_yes(
            complain, [read.vader.label == NEG for read in reads]
        ),
        high=found_yes(
            [read.is_high for read in reads], [read.is_called_high for read in reads]
        ),
        high_alarms=mean(read.is_called_high for read in calm),
        languages=_languages(reads),
        kinds={kind: _kind(reads, kind) for kind in KINDS},
    )


def by_language(reads: Sequence[Read]) -> dict[str, OwnScore]:
    """Judge each language."""
    return {
        lang: judge_own([read for read in reads if read.row.lang == lang])
        for lang in sorted({read.row.lang for read in reads})
    }


def languages_of(lang: str, said: Sequence[Said]) -> tuple[int, int, int]:
    """Count the texts of a language where it was found, left open, and mistaken."""
    right = sum(each.lang == lang for each in said)
    unknown = sum(not each.lang for each in said)
    return right, unknown, len(said) - right - unknown


def _languages(reads: Sequence[Read]) -> tuple[int, int, int]:
    counts = [languages_of(read.row.lang, [read.said]) for read in reads]
    right, unknown, wrong = (sum(column) for column in zip(*counts, strict=True))
    return right, unknown, wrong


def _feeling(reads: Sequence[Read], said: Sequence[Said]) -> Feeling:
    pairs = [(read.truth, each.label) for read, each in zip(reads, said, strict=True)]
    return Feeling(macro_f1=macro_f1(pairs, FEELINGS), negative=found(pairs, NEG))


def _bins(reads: Sequence[Read]) -> tuple[Bin, ...]:
    known = [
        (read.truth == NEG, read.said.p_negative)
        for read in reads
        if read.said.p_negative is not None
    ]
    return reliability([truth for truth, _ in known], [p for _, p in known])


def _kind(reads: Sequence[Read], kind: str) -> Found:
    return found_yes(
        [kind in read.topics for read in reads],
        [kind in read.found.intents or kind in read.found.flags for read in reads],
    )
