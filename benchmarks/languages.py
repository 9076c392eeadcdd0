"""Languages: how often the language of a short post is found, and how fast.

    python3 -m benchmarks languages [--data FOLDER]

Posts are our own written ones (`monitor/training/written`, the file's name is the
language), or also those of every `*.tsv` below FOLDER that has columns `lang` and
`text`. The peer is py3langid, open and kept to the languages at hand; it never
declines. Posts in Hindi and Arabic files that are in Latin letters are a row of their
own: not to be told is right there. Some of them are English.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import monitor
from monitor.scoring.languages import detect
from monitor.scoring.vader import FastVader, readable_part

WRITTEN = Path(monitor.__file__).parent / "training" / "written"
MOST_OF_A_FILE = 1_500
SPEED_POSTS = 2_000
ROUNDS = 3
SHORT, MIDDLE = 40, 120
ROMANISED = "romanised"
_MOSTLY = 0.4


class Row(NamedTuple):
    """A post and the language it is in."""

    lang: str
    text: str


Detector = Callable[[str], str]


def run(arguments: Sequence[str] = ()) -> None:
    """Print speed and accuracy, ours beside py3langid's."""
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks languages")
    parser.add_argument("--data", type=Path, help="folder with further *.tsv")
    rows = list(posts(parser.parse_args(arguments).data))
    detectors = {"ours": ours(), **peers(sorted({row.lang for row in rows}))}
    print(f"languages: {len(rows):,} posts, at most {MOST_OF_A_FILE:,} of a file")
    _print_speed(rows, detectors)
    for name, tell in detectors.items():
        _print_accuracy(name, rows, tell)


def posts(folder: Path | None) -> Iterator[Row]:
    """Yield some posts of every file."""
    files = [(path, path.stem[:2]) for path in sorted(WRITTEN.glob("*.tsv"))]
    files += [(path, "") for path in sorted(folder.rglob("*.tsv"))] if folder else []
    for path, lang in files:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as table:
            reader = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
            columns = reader.fieldnames or ()
            if "text" not in columns or not (lang or "lang" in columns):
                continue
            found = [(lang or row["lang"], row["text"]) for row in reader]
        random.Random(path.name).shuffle(found)
        for code, text in found[:MOST_OF_A_FILE]:
            yield Row(_written_in(code, text), readable_part(text))


def _written_in(lang: str, text: str) -> str:
    if lang not in ("hi", "ar"):
        return lang
    latin = sum("a" <= char <= "z" for char in text.lower())
    return ROMANISED if latin > _MOSTLY * len(text) else lang


def ours() -> Detector:
    """Return what the program does when the network says nothing."""
    lexicon = FastVader().lexicon
    return lambda text: detect(text, known=lexicon.__contains__)


def peers(languages: Sequence[str]) -> dict[str, Detector]:
    """Return py3langid as it comes, and kept to the languages of the posts."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    open_one = LanguageIdentifier.from_model_file(MODEL_FILE)
    kept = LanguageIdentifier.from_model_file(MODEL_FILE)
    kept.set_languages([code for code in languages if code != ROMANISED])
    return {
        "py3langid, open": lambda text: str(open_one.classify(text)[0]),
        "py3langid, kept to these": lambda text: str(kept.classify(text)[0]),
    }


def _print_speed(rows: Sequence[Row], detectors: dict[str, Detector]) -> None:
    by_language: dict[str, list[str]] = defaultdict(list)
    for row in random.Random(1).sample(list(rows), len(rows)):
        by_language[row.lang].append(row.text)
    print("\nposts a second, one core, best of three rounds")
    print(f"{'':12}" + "".join(f"{name:>26}" for name in detectors))
    mixed = [row.text for row in random.Random(2).sample(list(rows), SPEED_POSTS)]
    for lang, texts in [("all mixed", mixed), *sorted(by_language.items())]:
        rates = [_rate(tell, texts[:SPEED_POSTS]) for tell in detectors.values()]
        print(f"{lang:12}" + "".join(f"{rate:26,.0f}" for rate in rates))


def _rate(tell: Detector, texts: Sequence[str]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        before = time.process_time()
        for text in texts:
            tell(text)
        best = min(best, time.process_time() - before)
    return len(texts) / best


def _print_accuracy(name: str, rows: Sequence[Row], tell: Detector) -> None:
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for lang, text in rows:
        told = tell(text)
        wanted = "" if lang == ROMANISED else lang
        verdict = "right" if told == wanted else "wrong" if told else "unknown"
        counts[lang][verdict, _length(text)] += 1
        counts["all"][verdict, _length(text)] += lang != ROMANISED
        if verdict == "wrong":
            taken[lang][told] += 1
    lengths = (f"to {SHORT}", f"to {MIDDLE}", "longer")
    print(f"\n{name}: % right / unknown / wrong, by characters")
    print(f"{'':10}{'posts':>7}" + "".join(f"{each:>22}" for each in lengths))
    for lang in sorted(counts, key=lambda code: (code == "all", len(code), code)):
        cells = "".join(f"{_shares(counts[lang], each):>22}" for each in lengths)
        wrong = ", ".join(f"{code} {n}" for code, n in taken[lang].most_common(4))
        print(f"{lang:10}{counts[lang].total():7,}{cells}  {wrong}")


def _length(text: str) -> str:
    if len(text) <= SHORT:
        return f"to {SHORT}"
    return f"to {MIDDLE}" if len(text) <= MIDDLE else "longer"


def _shares(counts: Counter[tuple[str, str]], length: str) -> str:
    each = [counts[verdict, length] for verdict in ("right", "unknown", "wrong")]
    return " / ".join(f"{100 * n / max(sum(each), 1):.1f}" for n in each)
