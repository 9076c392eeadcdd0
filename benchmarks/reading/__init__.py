"""Reading: the score sheet `docs/understanding.md`.

    python3 -m benchmarks reading --data FOLDER --write

FOLDER has tables `evaluate/LANG.NAME.tsv` and `ship/LANG.NAME.tsv` with the columns
lang, domain, scheme (3c, 2c or nr), label (neg, neu or pos) and text. Without it only
our own held-out texts are read. `--sample 200` takes so many texts a set, `--only
en.airline,ko.nsmc` these sets. A sheet of less never replaces one of more without
`--force`. What is measured how stands on the sheet itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

_PAGE = "docs/understanding.md"


def run(arguments: Sequence[str]) -> None:
    """Measure, and print or write the sheet."""
    given = _parser().parse_args(arguments)
    from benchmarks.reading.measuring import Measuring
    from benchmarks.reading.results import as_json
    from benchmarks.reading.sets import GROUPS
    from benchmarks.reading.sheet import page

    if given.data is None:
        told = "no --data: only our own held-out texts are read, no sets of others"
        print(told, file=sys.stderr)
    only = [name for name in given.only.split(",") if name]
    sheet = Measuring().sheet(
        given.data, only=only, sample=given.sample, million=given.million
    )
    if given.json is not None:
        found = json.dumps(as_json(sheet, GROUPS), indent=1, ensure_ascii=False)
        given.json.write_text(found + "\n", encoding="utf-8")
    before = (
        given.write.read_text("utf-8") if given.write and given.write.exists() else ""
    )
    text = page(sheet, before)
    if given.write is None:
        print(text)
    else:
        write(given.write, text, before, force=given.force)


def write(path: Path, text: str, before: str, *, force: bool = False) -> None:
    """Write the page, unless it would take the place of a fuller one."""
    from benchmarks.reading.sheet import fullness

    had, has = fullness(before), fullness(text)
    if not force and (had[0] > has[0] or had[1] > has[1]):
        raise SystemExit(
            f"{path.name} is of {had[0]} sets and {had[1]:,} texts, this run of "
            f"{has[0]} and {has[1]:,}: not written (--force writes it)"
        )
    path.write_text(text, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks reading")
    add = parser.add_argument
    add("--data", type=Path, help="the folder of labelled sets")
    add("--write", type=Path, nargs="?", const=Path(_PAGE), help=f"the page; {_PAGE}")
    add("--json", type=Path, help="write the numbers as JSON")
    add("--sample", type=int, default=0, help="so many texts a set at most")
    add("--only", default="", help="names of sets, with commas between")
    add(
        "--million", type=int, nargs="?", const=1_000_000, default=0, metavar="LINES",
        help="also run the command `score` on a million lines, or so many",
    )  # fmt: skip
    add("--force", action="store_true", help="let a sheet of less replace one of more")
    return parser
