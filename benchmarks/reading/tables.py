"""The tables about data sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.reading.cells import (
    WORDS,
    bold,
    both,
    percent,
    ratio,
    table,
    whole,
)
from benchmarks.reading.judging import LEAST
from benchmarks.reading.metrics import Bin
from benchmarks.reading.readers import HEADS, HINTED, SIGNALS, STACK, VADER
from benchmarks.reading.results import ALONE, SetResult, Sheet, mean_score
from benchmarks.reading.sets import GROUPS

MARK = " †"
"""Behind the name of a set of which other texts were trained on."""
_TENTHS = tuple(f"{low / 10:.1f}–" for low in range(10))
_MOST_BAD = 6
_CLEARLY = 0.005


def groups(sheet: Sheet) -> str:
    """Means over sets, ours and VADER's."""
    rows = []
    for title, names in GROUPS.items():
        sets = sheet.group(names)
        if not sets:
            continue
        trained = MARK if any(each.trained for each in sets) else ""
        ours, vader = (mean_score(sets, reader) for reader in (STACK, VADER))
        rows.append(
            [
                f"{title}{trained}",
                str(len(sets)),
                whole(sum(each.count for each in sets)),
                bold(ours["macro_f1"]),
                f"{ratio(ours['precision'], 2)} / {ratio(ours['recall'], 2)}",
                ratio(ours["calibration_error"]),
                percent(ours["unreadable"]),
                ratio(vader["macro_f1"]),
                f"{ratio(vader['precision'], 2)} / {ratio(vader['recall'], 2)}",
            ]
        )
    return table(
        ("group", "sets", "texts", "macro-F1", "of negative: precision / recall",
         "calibration error", "unreadable", "VADER: macro-F1", "VADER: negative"),
        rows,
    )  # fmt: skip


def every_set(sheet: Sheet) -> str:
    """A row a set."""
    rows = []
    for each in _ordered(sheet.sets):
        ours, vader, hinted = (each.scores[r] for r in (STACK, VADER, HINTED))
        rows.append(
            [
                _name(each),
                whole(each.count),
                each.scheme,
                bold(ours.macro_f1),
                both(ours.negative),
                ratio(ours.calibration_error),
                percent(ours.unreadable),
                ratio(hinted.macro_f1),
                ratio(vader.macro_f1),
                both(vader.negative),
            ]
        )
    return table(
        ("set", "texts", "labels", "macro-F1", "of negative: precision / recall",
         "calibration error", "unreadable", "macro-F1, language given",
         "VADER: macro-F1", "VADER: negative"),
        rows,
    )  # fmt: skip


def parts(sheet: Sheet) -> str:
    """What each part reads alone."""
    rows = [
        [_name(each), *(ratio(_macro(each, reader)) for reader in ALONE)]
        for each in _ordered(sheet.sets)
    ]
    return table(("macro-F1", *ALONE), rows)


def calibration(sheet: Sheet) -> str:
    """How often a post was negative of those that got a chance."""
    rows = [
        [
            _name(each),
            ratio(each.scores[STACK].calibration_error),
            *bin_cells(each.scores[STACK].bins),
        ]
        for each in _ordered(sheet.sets)
    ]
    return table(("said", "error", *_TENTHS), rows)


def bin_cells(bins: Iterable[Bin]) -> list[str]:
    """Return the share of each bin that has enough texts to tell."""
    return [ratio(each.share, 2) if each.count >= LEAST else "·" for each in bins] or [
        "·"
    ] * len(_TENTHS)


def complaints(sheet: Sheet) -> str:
    """Complaint or rest, by the two ways to say it."""
    rows = []
    for each in _ordered(sheet.sets):
        if each.scheme != "nr":
            continue
        ways = [
            ("complaint ≥ 0.5", each.scores[STACK]),
            ("label negative", each.label_scores[STACK]),
            ("VADER: label negative", each.label_scores[VADER]),
        ]
        rows += [
            [
                f"{_name(each)}, {told}",
                whole(each.count),
                ratio(score.macro_f1),
                ratio(score.negative.precision),
                ratio(score.negative.recall),
                ratio(score.negative.f1),
            ]
            for told, score in ways
        ]
    return table(("set", "texts", "macro-F1", "precision", "recall", "F1"), rows)


def worst(sheet: Sheet) -> str:
    """The sets that are read worst, with the commonest mistake."""
    sets = [each for each in sheet.sets if _macro(each, STACK) is not None]
    sets.sort(key=lambda each: _macro(each, STACK) or 0.0)
    rows = []
    for each in sets[:_MOST_BAD]:
        truth, said, share = each.scores[STACK].confused or ("", "", 0.0)
        rows.append(
            [
                _name(each),
                ratio(_macro(each, STACK)),
                ratio(_macro(each, VADER)),
                f"{percent(share)} of {_word(each, truth)} called {_word(each, said)}",
            ]
        )
    return table(("set", "macro-F1", "VADER", "commonest mistake"), rows)


def better_alone(sheet: Sheet) -> str:
    """Say on which sets VADER or one part reads better than the whole stack."""
    found = [
        f"{_name(each)}: {reader} {ratio(other)} against {ratio(ours)}"
        for each in _ordered(sheet.sets)
        for reader in ALONE
        if (other := _macro(each, reader)) is not None
        and (ours := _macro(each, STACK)) is not None
        and other - ours >= _CLEARLY
    ]
    return "".join(f"* {line}\n" for line in found)


def speed(sheet: Sheet) -> str:
    """Posts a second of one core."""
    rows = [
        [
            _name(each),
            whole(each.singly),
            *(whole(each.rates.get(r)) for r in (STACK, HEADS, SIGNALS, VADER)),
        ]
        for each in _ordered(sheet.sets)
    ]
    head = ("posts/s a core", "singly", "in batches", HEADS, SIGNALS, VADER)
    return table(head, rows)


def _ordered(sets: Sequence[SetResult]) -> list[SetResult]:
    return sorted(sets, key=lambda each: (each.trained, each.lang, each.name))


def _name(each: SetResult) -> str:
    return each.name + MARK if each.trained else each.name


def _macro(each: SetResult, reader: str) -> float | None:
    score = each.scores.get(reader)
    return score.macro_f1 if score else None


def _word(each: SetResult, label: str) -> str:
    if each.scheme == "nr" and label:
        return "complaints" if label == "neg" else "the rest"
    return "neither" if each.scheme == "2c" and not label else WORDS[label]
