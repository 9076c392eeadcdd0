"""Voices: what the further readers of a configuration add to the stack.

    python3 -m benchmarks voices --data FOLDER --config overheard.yaml --sample 150

FOLDER is that of the benchmark `reading`. Each set is read without the voices, with
them at so many times their weight in the configuration (`--times 0.5,1,2`), and by each
voice alone. Printed is the macro-F1; what was left unreadable is a mistake. A voice is
asked about a text once, so the weights cost nothing more.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from benchmarks.reading.judging import judge
from benchmarks.reading.metrics import mean
from benchmarks.reading.readers import Said, ask, of_stack
from benchmarks.reading.sets import GROUPS, NEG, NEU, POS, LabelledSet, read_sets
from config.loader import load
from monitor.core.clock import SystemClock
from monitor.core.errors import ConfigError
from monitor.reading import scorer_of
from monitor.scoring.stack import StackScorer
from monitor.scoring.voices import Probabilities, Voice, Weighed


@dataclass(slots=True)
class _Remembering:
    """A voice that is asked about each text once."""

    voice: Voice
    name: str
    asked: int = 0
    seconds: float = 0.0
    _known: dict[str, np.ndarray] = field(default_factory=dict)

    def read(self, texts: Sequence[str]) -> Probabilities:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            started = time.process_time()
            rows = self.voice.read(new)
            self.seconds += time.process_time() - started
            self.asked += len(new)
            self._known.update(zip(new, rows, strict=True))
        return np.array([self._known[text] for text in texts], dtype=np.float32)


def run(arguments: Sequence[str]) -> None:
    """Measure and print."""
    given = _parser().parse_args(arguments)
    times = [float(each) for each in given.times.split(",")]
    try:
        scorer = scorer_of(load(given.config, os.environ), SystemClock())
    except ConfigError as exc:
        raise SystemExit(str(exc)) from None
    if not scorer.voices:
        raise SystemExit(f"{given.config} has no voices: see reading.voices")
    asked = [_Remembering(each.voice, each.name) for each in scorer.voices]
    voices = [
        replace(each, voice=voice)
        for each, voice in zip(scorer.voices, asked, strict=True)
    ]
    columns = ["without", *(f"x {each:g}" for each in times)]
    columns += [f"{each.name} alone" for each in voices]
    print(f"{'set':<28}{'texts':>7}", *(f"{name:>14}" for name in columns), sep="")
    rows: dict[str, list[float | None]] = {}
    only = [name for name in given.only.split(",") if name]
    for which in read_sets(given.data, only=only, sample=given.sample):
        rows[which.name] = _measured(which, scorer, voices, times)
        print(_line(which.name, len(which.rows), rows[which.name]), flush=True)
    for title, names in GROUPS.items():
        if rows.keys() >= set(names):
            means = map(mean, zip(*(rows[name] for name in names), strict=True))
            print(_line(title, 0, means))
    for each in asked:
        rate = each.asked / each.seconds if each.seconds else 0.0
        print(f"{each.name}: {rate:,.0f} texts a second of CPU", file=sys.stderr)


def _measured(
    which: LabelledSet,
    scorer: StackScorer,
    voices: Sequence[Weighed],
    times: Iterable[float],
) -> list[float | None]:
    """Return a score without the voices, for each weight, and for each voice alone."""
    texts = [row.text for row in which.rows]
    said = []
    for each in (0.0, *times):
        louder = [replace(voice, weight=voice.weight * each) for voice in voices]
        scorer.voices = tuple(louder) if each else ()
        said.append(ask(of_stack(scorer), texts).said)
    said += [[_said(row) for row in voice.read(texts)] for voice in voices]
    return [judge(which, answers).macro_f1 for answers in said]


def _said(row: np.ndarray) -> Said:
    if row[0] != row[0]:  # NaN: it could not read the text
        return Said(label=None, side=None)
    label = (NEG, NEU, POS)[int(row.argmax())]
    return Said(label=label, side=NEG if row[0] > row[2] else POS)


def _line(name: str, count: int, scores: Iterable[float | None]) -> str:
    cells = (f"{'–' if score is None else f'{score:.3f}':>14}" for score in scores)
    return f"{name:<28}{count or '':>7}{''.join(cells)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks voices")
    add = parser.add_argument
    add("--data", type=Path, required=True, help="the folder of labelled sets")
    add("--config", type=Path, required=True, help="a configuration with voices")
    add("--sample", type=int, default=0, help="so many texts a set at most")
    add("--only", default="", help="names of sets, with commas between")
    add("--times", default="0.5,1,2", help="times the weights of the configuration")
    return parser
