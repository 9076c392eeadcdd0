"""Labelled texts: corpora of others in a folder, and those written for the purpose."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from monitor.scoring.heads import TOPICS

WRITTEN = Path(__file__).parent / "written"
LATER = ("reviews4", "tweets4", "plain5")
"""Ends of the names of files that were written later, mostly about no company."""
PAIRS = ("pairs", "pairs2", "reviews5")
"""And of those that only teach what a complaint is: they leave the layers alone."""
FEELINGS = ("neg", "neu", "pos")
SEVERITIES = ("none", "low", "medium", "high", "critical")

CORPORA = (
    "en.vader_tweets",
    "en.vader_amazon",
    "en.vader_movie",
    "en.vader_nyt",
    "en.goemotions",
    "en.hotel_opener",
    "es.hotel_opener",
    "ko.nsmc",
    "ko.kote",
    "pt.afrisenti",
    "ar.afrisenti",
)
"""VADER's ratings (MIT), GoEmotions, OpeNER and AfriSenti (CC BY 4.0), NSMC (CC0), KOTE
(MIT). Credits stand in docs/developers/training.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled text.

    `feeling` counts in FEELINGS. `three` is False where nobody could say neutral.
    `complaint`, `severity` (counts in SEVERITIES) and `topics` (count in TOPICS) are
    only known of our own texts; elsewhere the first two are -1. `held` rows are never
    trained on. `later` and `pair` ones are from files whose names end as in LATER and
    PAIRS.
    """

    lang: str
    corpus: str
    text: str
    feeling: int
    three: bool
    complaint: int = -1
    severity: int = -1
    topics: tuple[int, ...] = ()
    held: bool = False
    later: bool = False
    pair: bool = False

    @property
    def is_ours(self) -> bool:
        return self.complaint >= 0


def read_corpora(folder: Path, *, without: frozenset[str] = frozenset()) -> list[Row]:
    """Read the corpora in `folder`; raises FileNotFoundError if one is missing."""
    return [
        row
        for name in CORPORA
        if name not in without
        for row in _labelled(folder / f"{name}.tsv", name)
    ]


def read_written(folder: Path = WRITTEN) -> list[Row]:
    """Read our own texts. A tenth of the scenarios is held out."""
    return [row for path in sorted(folder.glob("*.tsv")) for row in _ours(path)]


def hashes(folder: Path, *, without: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the SHA-256 of every file that is trained on."""
    paths = [folder / f"{n}.tsv" for n in CORPORA if n not in without]
    paths += sorted(WRITTEN.glob("*.tsv"))
    return {p.stem: hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}


def is_held(key: str) -> bool:
    """Tell whether a scenario, or a text of another corpus, is set aside."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 10 == 0


def _lines(path: Path) -> list[str]:
    """Return the lines below the header; a text may hold any sign but a line feed."""
    return path.read_bytes().decode().rstrip("\n").split("\n")[1:]


def _labelled(path: Path, corpus: str) -> Iterator[Row]:
    """Read lang, domain, scheme, label, text."""
    for line in _lines(path):
        lang, _, scheme, label, text = line.split("\t")
        yield Row(
            lang=lang,
            corpus=corpus,
            text=text,
            feeling=FEELINGS.index(label),
            three=scheme == "3c",
            held=is_held(text),
        )


def _ours(path: Path) -> Iterator[Row]:
    """Read scenario, feeling, complaint, severity, intents, text."""
    lang = path.stem.partition("-")[0]
    for line in _lines(path):
        scenario, feeling, complaint, severity, intents, text = line.split("\t")
        named = intents.split(",")
        yield Row(
            lang=lang,
            corpus="written",
            text=text.replace("\\n", "\n"),
            feeling=FEELINGS.index(feeling),
            three=True,
            complaint=int(complaint),
            severity=SEVERITIES.index(severity),
            topics=tuple(i for i, topic in enumerate(TOPICS) if topic in named),
            held=is_held(scenario),
            later=path.stem.endswith(LATER),
            pair=path.stem.endswith(PAIRS),
        )
