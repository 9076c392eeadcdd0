"""The labelled texts that the score sheet is measured on."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from monitor.training.corpora import (
    CORPORA,
    FEELINGS,
    SEVERITIES,
    WRITTEN,
    is_held,
    read_written,
)
from monitor.training.corpora import Row as Written

_T = TypeVar("_T")

SHIP, EVALUATE = "ship", "evaluate"
NEG, NEU, POS = FEELINGS
SCHEMES = {"3c": (NEG, NEU, POS), "2c": (NEG, POS), "nr": (NEG, NEU)}
"""The labels of each scheme. In `nr`, neg is a complaint and neu is all the rest."""
IRONY = "en.sarcasm_isarcasm"
HIGH = SEVERITIES.index("high")

UMSAB = tuple(f"{lang}.umsab" for lang in ("ar", "de", "es", "fr", "hi", "it", "pt"))
BRANDS = ("airline", "sanders_brand", "complaint", "tweeteval", "semeval1316")
GROUPS = {
    "tweets in eight languages": (*UMSAB, "en.tweeteval"),
    "English, brands and tweets": tuple(f"en.{name}" for name in BRANDS),
    "Chinese": tuple(
        f"zh.{name}" for name in ("amazon", "hotel", "shopping", "waimai", "weibo")
    ),
    "Japanese": ("ja.amazon", "ja.hotel_jrte"),
    "Korean": ("ko.kote", "ko.nsmc"),
}
"""UMSAB's English texts are of one label here, so its source, TweetEval, stands in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text with its label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """A set as it is measured. `trained`: its other texts were trained on."""

    name: str
    lang: str
    scheme: str
    trained: bool
    rows: Sequence[Row]

    @property
    def labels(self) -> tuple[str, ...]:
        return SCHEMES[self.scheme]

    @property
    def is_whole(self) -> bool:
        """Tell whether all labels are there; a macro-F1 of fewer means nothing."""
        return {row.label for row in self.rows} == set(self.labels)


def read_sets(
    folder: Path, *, only: Collection[str] = (), sample: int = 0
) -> Iterator[LabelledSet]:
    """Yield the sets of `evaluate/`, then what is held out of those in `ship/`."""
    for part in (EVALUATE, SHIP):
        for path in sorted((folder / part).glob("*.tsv")):
            name = path.stem
            if name == IRONY or (only and name not in only):
                continue
            yield _read(path, name, trained=name in CORPORA, sample=sample)


def read_irony(folder: Path, *, sample: int = 0) -> list[tuple[bool, str]]:
    """Return English tweets and whether their writers meant them ironically."""
    path = folder / SHIP / f"{IRONY}.tsv"
    rows = [line.split("\t") for line in _lines(path)] if path.exists() else []
    return _some([(row[0] == "1", row[1]) for row in rows], sample, IRONY)


def read_own(*, sample: int = 0, folder: Path = WRITTEN) -> list[Written]:
    """Return our own texts that nothing was trained on."""
    held = [row for row in read_written(folder) if row.held]
    return _some(held, sample, "written")


def _read(path: Path, name: str, *, trained: bool, sample: int) -> LabelledSet:
    lang = scheme = ""
    rows = []
    for number, line in enumerate(_lines(path), 2):
        fields = line.split("\t")
        if len(fields) != 5 or fields[3] not in SCHEMES.get(fields[2], ()):
            raise SystemExit(
                f"{path.name}, line {number}: lang, domain, scheme, label and text "
                "are wanted, with a scheme of 3c, 2c or nr and a label of it"
            )
        lang, _, scheme, label, text = fields
        if not trained or is_held(text):
            rows.append(Row(label, text))
    return LabelledSet(
        name=name,
        lang=lang,
        scheme=scheme or "3c",
        trained=trained,
        rows=_some(rows, sample, name),
    )


def _lines(path: Path) -> list[str]:
    """Return the lines below the heading. Only a line feed ends one."""
    with path.open(encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n") for line in file][1:]


def _some(rows: list[_T], sample: int, seed: str) -> list[_T]:
    if not sample or len(rows) <= sample:
        return rows
    return random.Random(seed).sample(rows, sample)
