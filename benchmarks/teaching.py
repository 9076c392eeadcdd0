"""Teaching: what 5 to 1,000 marks of a team add to macro-F1 on its own posts.

    python3 -m benchmarks teaching --data FOLDER

The folder has tables `evaluate/NAME.tsv` (lang, domain, scheme, label, text) with the
labels neg, neu and pos. Each of five times, a thousand posts at random are what may be
marked, by three people in turn, and 1,500 others are read before and after.

Then people are wrong: one takes a hundred unhappy posts for not negative; one says the
opposite of what is true of a hundred posts, alone, or as one of three.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.core.model import Label, Sentiment
from monitor.scoring import default_scorer
from monitor.scoring.base import Asked
from monitor.teaching import Example, Verdict
from monitor.teaching.apply import Taught
from monitor.teaching.learn import learn

SETS = ("en.airline", "en.sanders_brand", "zh.amazon", "ja.hotel_jrte")
NUMBERS = (5, 10, 20, 49, 100, 200, 500, 1_000)
SEEDS = range(5)
PEOPLE = 3
TESTED = 1_500
MISTAKES = 100
_LABELS = {"neg": Label.NEGATIVE, "neu": Label.NEUTRAL, "pos": Label.POSITIVE}
_OPPOSITE = {
    Label.NEGATIVE: Verdict.POSITIVE,
    Label.NEUTRAL: Verdict.NEGATIVE,
    Label.POSITIVE: Verdict.NEGATIVE,
}
_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Labelled posts, as the shipped stack reads them."""

    name: str
    labels: Sequence[Label]
    readings: Sequence[Sentiment]
    features: Any

    def taught(
        self, rows: Sequence[int], verdicts: Sequence[Verdict], people: int = PEOPLE
    ) -> Taught:
        """Learn from marks on some posts, by several people in turn."""
        examples = [
            Example(
                number=number,
                target=f"post:{row}",
                name=f"{self.name}:{row}",
                verdict=verdict,
                by=f"person {number % people}",
            )
            for number, (row, verdict) in enumerate(zip(rows, verdicts, strict=True))
        ]
        readings = [self.readings[row] for row in rows]
        return Taught(lessons={"": learn(examples, self.features[rows], readings)})

    def read(self, rows: Sequence[int], taught: Taught) -> list[Label]:
        """Return the labels of some posts, as they are taught."""
        return [
            taught.adjust(self.readings[row], self.features[row], "").label
            for row in rows
        ]

    def macro_f1(self, rows: Sequence[int], found: Sequence[Label]) -> float:
        """Return the mean F1 of the three labels."""
        pairs = [
            (self.labels[row], label) for row, label in zip(rows, found, strict=True)
        ]
        return sum(_f1(pairs, label) for label in _LABELS.values()) / len(_LABELS)


def run(arguments: Sequence[str]) -> None:
    """Print a row for each corpus: macro-F1 before, and what marks add."""
    parser = argparse.ArgumentParser(prog="benchmarks teaching")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", nargs="*", default=SETS)
    given = parser.parse_args(arguments)
    print(f"macro-F1 on {TESTED:,} other posts, mean of {len(SEEDS)} (worst)")
    print(f"{'':18}before  " + "".join(f"{f'+{n:,} marks':>17}" for n in NUMBERS))
    corpora = [load(given.data, name) for name in given.sets]
    for corpus in corpora:
        print(f"{corpus.name:18}{_row(corpus)}")
    print("\nrecall of unhappy posts (of those 90 % certain before), with mistakes")
    for corpus in corpora:
        print(f"{corpus.name:18}{_mistaken(corpus)}")
    print(f"\nlearning from 1,000 marks: {_seconds(corpora[0]):.2f} CPU seconds")


def load(folder: Path, name: str) -> Corpus:
    """Read a corpus with the shipped stack."""
    scorer = default_scorer()
    if scorer.heads is None:
        raise SystemExit("the encoder is not installed: nothing can be taught")
    path = folder / "evaluate" / f"{name}.tsv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    asked = [Asked(text=row[4], lang=row[0]) for row in rows]
    return Corpus(
        name=name,
        labels=[_LABELS[row[3]] for row in rows],
        readings=scorer.score_many(asked),
        features=scorer.heads.encoder.features([each.text for each in asked]),
    )


def _row(corpus: Corpus) -> str:
    gains: dict[int, list[float]] = {number: [] for number in NUMBERS}
    before = []
    for marked, tested in _splits(corpus):
        base = corpus.macro_f1(tested, [corpus.readings[row].label for row in tested])
        before.append(base)
        for number in NUMBERS:
            rows = marked[:number]
            verdicts = [Verdict(corpus.labels[row].value) for row in rows]
            found = corpus.read(tested, corpus.taught(rows, verdicts))
            gains[number].append(corpus.macro_f1(tested, found) - base)
    cells = (f"{_mean(g):+.3f} ({min(g):+.3f})" for g in gains.values())
    return f"{_mean(before):.3f}   " + "".join(f"{cell:>17}" for cell in cells)


def _mistaken(corpus: Corpus) -> str:
    ways = {
        "before": lambda _: Taught(),
        "not negative": lambda rows: _only_not_negative(corpus, rows),
        "opposite, alone": lambda rows: _opposite(corpus, rows, of=1),
        "opposite, one of three": lambda rows: _opposite(corpus, rows, of=3),
    }
    cells = []
    for name, way in ways.items():
        kept, sure = [], []
        for marked, tested in _splits(corpus):
            bad = [row for row in tested if corpus.labels[row] is Label.NEGATIVE]
            found = corpus.read(bad, way(marked))
            kept.append(_share(found))
            certain = [(corpus.readings[row].p_negative or 0.0) >= _SURE for row in bad]
            sure.append(_share([f for f, c in zip(found, certain, strict=True) if c]))
        cells.append(f"{name} {_mean(kept):.3f} ({_mean(sure):.3f})")
    return "; ".join(cells)


def _only_not_negative(corpus: Corpus, marked: Sequence[int]) -> Taught:
    """One person takes unhappy posts for not negative, and says nothing else."""
    rows = [row for row in marked if corpus.labels[row] is Label.NEGATIVE][:MISTAKES]
    return corpus.taught(rows, [Verdict.NOT_NEGATIVE] * len(rows), people=1)


def _opposite(corpus: Corpus, marked: Sequence[int], *, of: int) -> Taught:
    """One of so many people says the opposite of what is true."""
    rows = marked[:MISTAKES]
    verdicts = [
        Verdict(corpus.labels[row].value)
        if number % of
        else _OPPOSITE[corpus.labels[row]]
        for number, row in enumerate(rows)
    ]
    return corpus.taught(rows, verdicts, people=of)


def _splits(corpus: Corpus) -> list[tuple[list[int], list[int]]]:
    """Return, for each seed, what may be marked and what is tested."""
    found = []
    for seed in SEEDS:
        rows = list(range(len(corpus.labels)))
        random.Random(seed).shuffle(rows)
        most = max(NUMBERS)
        found.append((rows[:most], rows[most : most + TESTED]))
    return found


def _seconds(corpus: Corpus) -> float:
    rows = list(range(max(NUMBERS)))
    verdicts = [Verdict(corpus.labels[row].value) for row in rows]
    started = time.process_time()
    corpus.taught(rows, verdicts)
    return time.process_time() - started


def _f1(pairs: Sequence[tuple[Label, Label]], label: Label) -> float:
    right = sum(truth is found is label for truth, found in pairs)
    said = sum((truth is label) + (found is label) for truth, found in pairs)
    return 2 * right / said if said else 0.0


def _share(labels: Sequence[Label]) -> float:
    return sum(label is Label.NEGATIVE for label in labels) / max(1, len(labels))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
