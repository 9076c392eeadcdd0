"""Everything that one run of the score sheet has measured."""

from __future__ import annotations

import dataclasses
import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.reading.costs import Fresh, Million
from benchmarks.reading.judging import Score
from benchmarks.reading.metrics import mean
from benchmarks.reading.own import OwnScore
from benchmarks.reading.readers import HEADS, SIGNALS, STACK, VADER, WITHOUT
from benchmarks.reading.weak import Kind
from monitor.scoring.blend import NUMBERS
from monitor.scoring.heads import WEIGHTS

ALONE = (VADER, SIGNALS, WITHOUT, HEADS, STACK)
"""The parts in the order of the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Of:
    """Where and when it was measured."""

    date: str
    machine: str
    python: str
    weights: str
    sample: int

    @staticmethod
    def now(sample: int) -> Of:
        """Say it of this run."""
        return Of(
            date=datetime.now(UTC).date().isoformat(),
            machine=_processor(),
            python=platform.python_version(),
            weights=_fingerprint(),
            sample=sample,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResult:
    """One set: every reader's score, and how fast the stack is on it."""

    name: str
    lang: str
    scheme: str
    trained: bool
    count: int
    scores: Mapping[str, Score]
    label_scores: Mapping[str, Score]
    """For complaint or rest: by the label alone."""
    rates: Mapping[str, float]
    singly: float
    languages: tuple[int, int, int]
    """How often the language was found, left open, and mistaken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the score sheet tells."""

    of: Of
    sets: Sequence[SetResult]
    own: OwnScore
    own_languages: Mapping[str, OwnScore]
    kinds: Sequence[Kind]
    fresh: Fresh
    million: Million | None

    @property
    def fullness(self) -> tuple[int, int]:
        """How many sets and texts it is of."""
        return len(self.sets), sum(each.count for each in self.sets)

    def group(self, names: Sequence[str]) -> list[SetResult]:
        """Return the sets of a group; none if one is missing."""
        by_name = {each.name: each for each in self.sets}
        found = [by_name[name] for name in names if name in by_name]
        return found if len(found) == len(names) else []


def mean_score(sets: Sequence[SetResult], reader: str) -> dict[str, float | None]:
    """Return the means over sets of what is said of each."""
    scores = [each.scores[reader] for each in sets if reader in each.scores]
    return {
        "macro_f1": mean(score.macro_f1 for score in scores),
        "precision": mean(score.negative.precision for score in scores),
        "recall": mean(score.negative.recall for score in scores),
        "calibration_error": mean(score.calibration_error for score in scores),
        "unreadable": mean(score.unreadable for score in scores),
    }


def as_json(sheet: Sheet, groups: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the numbers to compare two runs by: no bins, no examples."""
    return {
        "of": dataclasses.asdict(sheet.of),
        "groups": {
            title: {reader: _rounded(mean_score(sets, reader)) for reader in ALONE}
            for title, names in groups.items()
            if (sets := sheet.group(names))
        },
        "sets": {_key(each): _set(each) for each in sheet.sets},
        "own": {"all": _own(sheet.own)}
        | {lang: _own(score) for lang, score in sheet.own_languages.items()},
        "fresh": dataclasses.asdict(sheet.fresh),
        "million": dataclasses.asdict(sheet.million) if sheet.million else None,
    }


def _key(each: SetResult) -> str:
    return f"{each.name} (held out)" if each.trained else each.name


def _set(each: SetResult) -> dict[str, Any]:
    return {
        "n": each.count,
        "scheme": each.scheme,
        **{name: _score(score) for name, score in each.scores.items()},
        **{f"{name}, label": _score(s) for name, s in each.label_scores.items()},
        "posts_a_second": _rounded(each.rates),
        "singly": round(each.singly),
        "languages": each.languages,
    }


def _score(score: Score) -> dict[str, Any]:
    return _rounded(
        {
            "macro_f1": score.macro_f1,
            "precision": score.negative.precision,
            "recall": score.negative.recall,
            "f1": score.negative.f1,
            "unreadable": score.unreadable,
            "calibration_error": score.calibration_error,
        }
    )


def _own(score: OwnScore) -> dict[str, Any]:
    return {
        "n": score.count,
        "macro_f1": {k: round(v.macro_f1, 4) for k, v in score.feeling.items()},
        "unreadable": round(score.unreadable, 4),
        "calibration_error": score.calibration_error,
        "complaint": dataclasses.asdict(score.complaint),
        "complaint_average_precision": score.complaint_average,
        "high": dataclasses.asdict(score.high),
        "high_alarms": score.high_alarms,
        "languages": score.languages,
        "kinds": {k: dataclasses.asdict(v) for k, v in score.kinds.items()},
    }


def _rounded(values: Mapping[str, float | None]) -> dict[str, float | None]:
    return {k: None if v is None else round(v, 4) for k, v in values.items()}


def _processor() -> str:
    """Return the name of the processor, as the machine gives it."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text("utf-8", "replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def _fingerprint() -> str:
    """Return the beginning of a hash over the weights that ship."""
    found = hashlib.sha256()
    for path in (WEIGHTS, NUMBERS):
        if path.exists():
            found.update(path.read_bytes())
    return found.hexdigest()[:12]
