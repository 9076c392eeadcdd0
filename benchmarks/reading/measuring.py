"""Measures everything on the sheet, and tells how far it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reading import readers
from benchmarks.reading.costs import Million, measure_fresh, measure_million, singly
from benchmarks.reading.judging import judge, judge_label
from benchmarks.reading.own import by_language, judge_own, languages_of, read_texts
from benchmarks.reading.readers import (
    HEADS,
    HINTED,
    SIGNALS,
    STACK,
    VADER,
    WITHOUT,
    Answers,
    Reader,
    ask,
)
from benchmarks.reading.results import Of, SetResult, Sheet
from benchmarks.reading.sets import LabelledSet, read_irony, read_own, read_sets
from benchmarks.reading.weak import find_kinds
from benchmarks.reading.weak_numbers import Ironic, Told
from monitor.scoring.base import Asked
from monitor.scoring.stack import StackScorer, default_scorer


@dataclass(slots=True)
class Measuring:
    """The readers, and what they have said so far."""

    scorer: StackScorer = field(default_factory=default_scorer)
    told: list[Told] = field(default_factory=list)
    results: list[SetResult] = field(default_factory=list)
    _readers: dict[str, Reader] = field(init=False)
    _started: float = field(default_factory=time.perf_counter)

    def __post_init__(self) -> None:
        stack = readers.of_stack(self.scorer)
        stack(["warm", "따뜻한", "温かい"])
        self._readers = {
            STACK: stack,
            VADER: readers.of_vader(),
            SIGNALS: readers.of_signals(self.scorer),
            WITHOUT: readers.of_stack(StackScorer()),
        }
        if self.scorer.heads is not None:
            self._readers[HEADS] = readers.of_heads(self.scorer.heads)

    def sheet(
        self,
        folder: Path | None,
        *,
        only: Collection[str] = (),
        sample: int = 0,
        million: int = 0,
    ) -> Sheet:
        """Measure everything; without a folder our own texts alone."""
        of = Of.now(sample)  # first: who trains anew meanwhile changes the weights
        rows = read_own(sample=sample)
        texts = [row.text for row in rows]
        self._tell("fresh processes")
        fresh = measure_fresh(texts)
        if folder is not None:
            self._measure_sets(folder, only=only, sample=sample)
        self._tell(f"our own texts, {len(rows):,}")
        reads = read_texts(self.scorer, rows, ask(self._readers[VADER], texts))
        irony = self._irony(folder, sample) if folder else []
        return Sheet(
            of=of,
            sets=self.results,
            own=judge_own(reads),
            own_languages=by_language(reads),
            kinds=find_kinds(
                [each for each in self.told if not each.which.trained], reads, irony
            ),
            fresh=fresh,
            million=self._million(texts, million) if million else None,
        )

    def _measure_sets(
        self, folder: Path, *, only: Collection[str], sample: int
    ) -> None:
        for which in read_sets(folder, only=only, sample=sample):
            if which.rows:
                self._measure(which)

    def _measure(self, which: LabelledSet) -> None:
        texts = [row.text for row in which.rows]
        self._tell(f"{which.name}, {len(texts):,}")
        answers: dict[str, Answers] = {}
        for name, reader in self._readers.items():
            answers[name] = ask(reader, texts)
        stack = self._readers[STACK]
        answers[HINTED] = _told_language(stack, which, answers[STACK])
        self.told.append(Told(which, answers[STACK].said, answers[VADER].said))
        is_complaint = which.scheme == "nr"
        self.results.append(
            SetResult(
                name=which.name,
                lang=which.lang,
                scheme=which.scheme,
                trained=which.trained,
                count=len(texts),
                scores={n: judge(which, a.said) for n, a in answers.items()},
                label_scores={
                    n: judge_label(which, a.said)
                    for n, a in answers.items()
                    if is_complaint
                },
                rates={n: a.rate for n, a in answers.items() if n != HINTED},
                singly=singly(stack, texts),
                languages=languages_of(which.lang, answers[STACK].said),
            )
        )

    def _irony(self, folder: Path, sample: int) -> list[Ironic]:
        rows = read_irony(folder, sample=sample)
        self._tell(f"irony, {len(rows):,}")
        texts = [text for _, text in rows]
        vader = ask(self._readers[VADER], texts).said
        found = []
        for batch in readers.batches(list(zip(rows, vader, strict=True))):
            asked = [Asked(text=text) for (_, text), _ in batch]
            for ((meant, _), said), one in zip(
                batch, self.scorer.score_many(asked), strict=True
            ):
                found.append(
                    Ironic(
                        meant=meant,
                        stack=readers.as_said(one),
                        vader=said,
                        flagged="sarcasm" in one.flags,
                    )
                )
        return found

    def _million(self, texts: Sequence[str], lines: int) -> Million:
        def progress(number: int) -> None:
            self._tell(f"score, line {number:,}")

        return measure_million(texts, lines, progress=progress)

    def _tell(self, what: str) -> None:
        seconds = time.perf_counter() - self._started
        print(f"{seconds:6.0f} s  {what}", file=sys.stderr, flush=True)


def _told_language(stack: Reader, which: LabelledSet, before: Answers) -> Answers:
    """Read again, with their language, the texts whose language was not found."""
    again = [each.lang != which.lang for each in before.said]
    texts = [row.text for row, wanted in zip(which.rows, again, strict=True) if wanted]
    found = ask(stack, texts, which.lang)
    fresh = iter(found.said)
    said = [
        next(fresh) if wanted else each
        for each, wanted in zip(before.said, again, strict=True)
    ]
    return Answers(said, before.seconds + found.seconds)
