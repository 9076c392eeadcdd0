"""The score sheet: what stands on it, and what it never replaces."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.reading import run, write
from benchmarks.reading.cells import both, percent, ratio, table, text_cell
from benchmarks.reading.costs import Fresh, Million
from benchmarks.reading.judging import judge
from benchmarks.reading.metrics import Found
from benchmarks.reading.own import by_language, judge_own, read_texts
from benchmarks.reading.readers import (
    HINTED,
    STACK,
    VADER,
    Answers,
    Said,
    of_stack,
    of_vader,
)
from benchmarks.reading.results import Of, SetResult, Sheet, as_json
from benchmarks.reading.sets import GROUPS, LabelledSet, Row
from benchmarks.reading.sheet import fullness, page
from benchmarks.reading.weak import find_kinds
from monitor.scoring.stack import StackScorer
from monitor.training.corpora import Row as Written

TEXTS = (
    ("Still waiting for my refund, 3 weeks now. This is unacceptable!", 0, 1, 3),
    ("Thank you so much, that was quick and friendly.", 2, 0, 0),
    ("Oh great, the | broke again [twice]", 0, 1, 2),
)


def set_result(name: str, rows: list[Row]) -> SetResult:
    which = LabelledSet(name=name, lang="en", scheme="3c", trained=False, rows=rows)
    said = [Said(label="neg", side="neg", p_negative=0.75)] * len(rows)
    score = judge(which, said)
    return SetResult(
        name=name,
        lang="en",
        scheme="3c",
        trained=False,
        count=len(rows),
        scores={STACK: score, HINTED: score, VADER: score},
        label_scores={},
        rates={STACK: 1234.0},
        singly=400.0,
        languages=(len(rows), 0, 0),
    )


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    """A sheet of three of our texts, as English is read without the encoder."""
    rows = [
        Written(
            lang="en", corpus="written", text=text, feeling=feeling, three=True,
            complaint=complaint, severity=severity, held=True,
        )
        for text, feeling, complaint, severity in TEXTS
    ]  # fmt: skip
    scorer = StackScorer()
    vader = Answers(of_vader()([row.text for row in rows]), 1.0)
    reads = read_texts(scorer, rows, vader)
    assert [read.said for read in reads] == of_stack(scorer)([t for t, *_ in TEXTS])
    return Sheet(
        of=Of(date="2026-01-02", machine="A", python="3", weights="abc", sample=0),
        sets=[set_result("en.airline", [Row(x, x) for x in ("neg", "neu", "pos")])],
        own=judge_own(reads),
        own_languages=by_language(reads),
        kinds=find_kinds([], reads, []),
        fresh=Fresh(
            first_score=1.75,
            first_score_cpu=1.25,
            after_first=200_000_000,
            after_many=210_000_000,
            many=3,
        ),
        million=None,
    )


def test_our_own_texts_are_judged_by_complaint_and_severity(sheet: Sheet) -> None:
    own = sheet.own

    assert own.count == 3
    assert own.complaint.true == 2
    assert own.high.true == 1
    assert own.high_alarms == 0.0
    assert own.languages == (3, 0, 0)
    assert list(sheet.own_languages) == ["en"]


def test_the_page_names_sets_numbers_and_how_it_was_measured(sheet: Sheet) -> None:
    text = page(sheet)
    flat = " ".join(text.split())

    assert "2026-01-02, A, Python 3, weights `abc`" in text
    assert "| en.airline | 3 | 3c | **.167** | .33 / 1.00 | .417 |" in text
    assert "first score 1.8 s after its start by the clock, 1.2 s" in flat
    assert fullness(text) == (1, 3)


def test_a_page_without_sets_says_so(sheet: Sheet) -> None:
    text = page(replace(sheet, sets=[]))

    assert "**Only our own texts" in text
    assert "## Every set" not in text


def test_a_group_stands_there_only_when_all_its_sets_were_read(sheet: Sheet) -> None:
    rows = [Row(label, label) for label in ("neg", "neu", "pos")]
    japanese = [set_result(name, rows) for name in GROUPS["Japanese"]]

    assert sheet.group(GROUPS["Japanese"]) == []
    assert "| Japanese | 2 | 6 | **.167** |" in page(replace(sheet, sets=japanese))


def test_a_million_lines_are_told_as_they_were_until_they_are_measured_again(
    sheet: Sheet,
) -> None:
    million = Million(
        lines=1_000_000, seconds=2_000.0, early=300_000_000, peak=301_000_000
    )
    first = page(replace(sheet, million=million))

    later = page(replace(sheet, of=replace(sheet.of, date="2026-02-03")), first)

    assert "1,000,000 lines (2026-01-02" in later
    assert "500 lines a second" in later
    assert "1,000,000 lines" not in page(sheet)


def test_a_sheet_of_less_does_not_replace_one_of_more(
    sheet: Sheet, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.md"
    full, empty = page(sheet), page(replace(sheet, sets=[]))
    write(path, full, "")

    with pytest.raises(SystemExit, match="1 sets and 3 texts, this run of 0 and 0"):
        write(path, empty, full)

    assert path.read_text("utf-8") == full
    write(path, empty, full, force=True)
    assert path.read_text("utf-8") == empty


def test_mistakes_of_ours_are_shown_and_do_not_break_the_table(sheet: Sheet) -> None:
    text = page(sheet)
    missed = [kind for kind in sheet.kinds if kind.wrong]

    assert missed
    for kind in missed:
        assert all(text_cell(each.text) in text for each in kind.examples)
    assert text_cell("a | b [c](d)\n*e*") == "a &#124; b &#91;c](d) &#42;e&#42;"


def test_no_example_stands_twice(sheet: Sheet) -> None:
    shown = [each.text for kind in sheet.kinds for each in kind.examples]

    assert len(shown) == len(set(shown))


def test_the_numbers_for_machines_are_those_of_the_page(sheet: Sheet) -> None:
    found = as_json(sheet, GROUPS)

    assert found["sets"]["en.airline"][STACK]["macro_f1"] == 0.1667
    assert found["own"]["all"]["complaint"]["true"] == 2
    assert found["groups"] == {}


def test_numbers_stand_as_in_the_other_pages() -> None:
    assert [ratio(value) for value in (0.6124, 1.0, None)] == [".612", "1.000", "–"]
    assert [percent(v) for v in (0.0, 0.034, 0.5)] == ["0%", "3.4%", "50%"]
    assert both(Found(4, 3, 2)) == ".67 / .50"
    assert table(("a", "b"), []) == ""


@pytest.mark.slow
def test_a_run_measures_writes_and_starts_real_processes(
    tmp_path: Path,
) -> None:
    (tmp_path / "evaluate").mkdir()
    lines = ["lang\tdomain\tscheme\tlabel\ttext"]
    lines += [
        f"en\tair\t3c\t{label}\tIt is {label}." for label in ("neg", "neu", "pos")
    ]
    (tmp_path / "evaluate" / "en.air.tsv").write_text("\n".join(lines), "utf-8")
    written, numbers = tmp_path / "page.md", tmp_path / "numbers.json"

    run(
        ["--data", str(tmp_path), "--sample", "3", "--million", "20",
         "--write", str(written), "--json", str(numbers)]
    )  # fmt: skip

    found = json.loads(numbers.read_text("utf-8"))
    assert found["sets"]["en.air"]["n"] == 3
    assert found["fresh"]["first_score_cpu"] > 0
    assert found["fresh"]["after_many"] >= 1_000_000
    assert found["million"]["lines"] == 20
    assert "20 lines (" in written.read_text("utf-8")
