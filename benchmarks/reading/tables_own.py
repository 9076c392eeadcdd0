"""The tables about our own texts, and what the stack is bad at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.reading.cells import (
    NOTHING,
    WORDS,
    bold,
    both,
    percent,
    ratio,
    table,
    text_cell,
    whole,
)
from benchmarks.reading.own import TOLD_FLAGS, OwnScore
from benchmarks.reading.readers import STACK, VADER
from benchmarks.reading.results import Sheet
from benchmarks.reading.tables import bin_cells
from benchmarks.reading.weak import HIGH, Kind

ALL = "all"
_MAIN = (
    "refund", "billing", "waiting", "unanswered", "delivery", "outage", "defect",
    "safety", "legal", "churn", "question", "feature_request", "praise", "spam",
    "job_advert",
)  # fmt: skip


def feelings(sheet: Sheet) -> str:
    """Feeling, by language."""
    rows = [
        [
            lang,
            whole(score.count),
            bold(score.feeling[STACK].macro_f1),
            both(score.feeling[STACK].negative),
            ratio(score.calibration_error),
            percent(score.unreadable),
            ratio(score.feeling[VADER].macro_f1),
            both(score.feeling[VADER].negative),
        ]
        for lang, score in _scores(sheet)
    ]
    return table(
        ("language", "texts", "macro-F1", "of negative: precision / recall",
         "calibration error", "unreadable", "VADER: macro-F1", "VADER: negative"),
        rows,
    )  # fmt: skip


def troubles(sheet: Sheet) -> str:
    """Complaints and severity, by language."""
    rows = [
        [
            lang,
            whole(score.complaint.true),
            both(score.complaint),
            ratio(score.complaint_average, 2),
            both(score.complaint_of_vader),
            whole(score.high.true),
            percent(score.high.recall),
            percent(score.high_alarms),
        ]
        for lang, score in _scores(sheet)
    ]
    return table(
        ("language", "complaints", "found at 0.5: precision / recall",
         "average precision", "VADER's negatives", "high or critical",
         "called so", "of all others called so"),
        rows,
    )  # fmt: skip


def main_kinds(sheet: Sheet) -> str:
    """What most teams ask for, all languages together."""
    return _kinds(sheet.own, _MAIN)


def flags(sheet: Sheet) -> str:
    """What a person must know."""
    return _kinds(sheet.own, sorted(TOLD_FLAGS))


def other_kinds(sheet: Sheet) -> str:
    """What is left."""
    told = TOLD_FLAGS.union(_MAIN)
    return _kinds(sheet.own, [kind for kind in sheet.own.kinds if kind not in told])


def _kinds(score: OwnScore, names: Iterable[str]) -> str:
    rows = [
        [
            f"`{name}`",
            whole(found.true),
            whole(found.said),
            ratio(found.precision, 2),
            ratio(found.recall, 2),
        ]
        for name in names
        if (found := score.kinds[name]).true or found.said
    ]
    return table(("", "texts", "called so", "precision", "recall"), rows)


def languages(sheet: Sheet) -> str:
    """Whether the language was found, in our own texts and in the sets."""
    others: dict[str, list[int]] = {}
    for each in sheet.sets:
        counts = others.setdefault(each.lang, [0, 0, 0])
        others[each.lang] = [a + b for a, b in zip(counts, each.languages, strict=True)]
    rows = []
    for lang in sorted({*others, *sheet.own_languages}):
        own = sheet.own_languages.get(lang)
        rows.append(
            [
                lang,
                *_shares(own.languages if own else ()),
                *_shares(others.get(lang, ())),
            ]
        )
    return table(
        ("language", "our texts", "right", "left open", "wrong",
         "texts of the sets", "right", "left open", "wrong"),
        rows,
    )  # fmt: skip


def own_calibration(sheet: Sheet) -> str:
    """Return a row of shares for our own texts together."""
    cells = [ratio(sheet.own.calibration_error), *bin_cells(sheet.own.bins)]
    head = ("said", "error", *(f"{low / 10:.1f}–" for low in range(10)))
    return table(head, [["our own texts", *cells]])


def weak(kind: Kind) -> str:
    """One kind of text that is read badly: its numbers, and examples."""
    numbers = table(
        ("", "texts", "stack", "VADER"),
        [
            [line.what, whole(line.count), ratio(line.stack, 2), ratio(line.vader, 2)]
            for line in kind.measured
        ],
    )
    examples = table(
        ("ours, held out", "language", "is", "read as", "how sure"),
        [
            [
                text_cell(each.text),
                each.lang,
                WORDS.get(each.truth, each.truth),
                WORDS.get(each.said, each.said),
                NOTHING if each.truth == HIGH else ratio(each.sure, 2),
            ]
            for each in kind.examples
        ],
    )
    told = f"Of our own {kind.count:,} such texts {kind.wrong:,} are {kind.mistaken}.\n"
    return "\n".join(part for part in (numbers, told, examples) if part)


def _scores(sheet: Sheet) -> list[tuple[str, OwnScore]]:
    return [*sheet.own_languages.items(), (ALL, sheet.own)]


def _shares(counts: Sequence[int]) -> list[str]:
    total = sum(counts)
    if not total:
        return [NOTHING] * 4
    return [whole(total), *(percent(count / total) for count in counts)]
