"""`python3 -m monitor.training FOLDER`: train, fit the blend, write the weights."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from monitor.scoring.blend import NUMBERS
from monitor.scoring.heads import WEIGHTS, Heads
from monitor.training.blending import fit_numbers, votes
from monitor.training.corpora import Row, hashes, read_corpora, read_written
from monitor.training.members import averaged, train_members
from monitor.training.probing import probe
from monitor.training.recipe import Recipe


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _parser().parse_args(arguments)
    without = frozenset(options.without)
    try:
        rows = [*read_corpora(options.folder, without=without), *read_written()]
    except FileNotFoundError as exc:
        print(
            f"{exc.filename} is missing: FOLDER holds one .tsv a corpus",
            file=sys.stderr,
        )
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    weights = options.out / WEIGHTS.name
    recipe = Recipe(threads=options.threads)
    recipe = replace(recipe, epochs=options.epochs or recipe.epochs)
    started = time.monotonic()
    if not (options.blend_only or options.heads_only):
        _save(weights, averaged(train_members(rows, recipe, jobs=options.jobs)))
    if not options.blend_only:
        with np.load(weights, allow_pickle=False) as arrays:
            _save(weights, probe(dict(arrays), Heads(weights).encoder, rows))
    held = [row for row in rows if row.held and row.lang != "hi"]
    numbers = fit_numbers(votes(Heads(weights), held))
    _write(options.out / NUMBERS.name, numbers)
    _write(weights.with_suffix(".json"), _card(rows, recipe, options.folder, without))
    print(f"\nwritten to {options.out} after {time.monotonic() - started:.0f} s")
    return 0


def _save(file: Path, arrays: Mapping[str, Any]) -> None:
    np.savez_compressed(file, allow_pickle=False, **arrays)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m monitor.training", description=__doc__
    )
    parser.add_argument(
        "folder", type=Path, help="labelled texts that may train what ships"
    )
    parser.add_argument(
        "--out", type=Path, default=WEIGHTS.parent, help="where to write"
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="CORPUS",
        help="leave a whole corpus out, to see how a strange one is read",
    )  # fmt: skip
    parser.add_argument("--epochs", type=int, default=0, help="rounds over the texts")
    parser.add_argument(
        "--jobs", type=int, default=1, help="members that are trained side by side"
    )
    parser.add_argument(
        "--threads", type=int, default=1, help="changes the last digits"
    )
    parser.add_argument(
        "--heads-only", action="store_true",
        help="keep the layers, fit the heads of complaint, level and topic anew",
    )  # fmt: skip
    parser.add_argument(
        "--blend-only", action="store_true", help="keep the encoder, fit the blend anew"
    )
    return parser


def _card(
    rows: list[Row], recipe: Recipe, folder: Path, without: frozenset[str]
) -> dict[str, object]:
    trained = [row for row in rows if not row.held]
    langs = sorted({row.lang for row in rows})
    return {
        "recipe": asdict(recipe),
        "without": sorted(without),
        "texts": {
            "trained_on_at_most": len(trained),
            "held_out": len(rows) - len(trained),
            "written_by_us": {
                lang: sum(row.is_ours and row.lang == lang for row in rows)
                for lang in langs
            },
        },
        "sha256": hashes(folder, without=without),
    }


def _write(path: Path, found: object) -> None:
    text = json.dumps(found, indent=2, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
