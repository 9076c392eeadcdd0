"""Several networks of the same recipe, and the mean of their weights.

All begin with the layers of the package and differ in the order of the texts, in what
dropout drops, and in whether they are taught by the texts that were written last: those
that are read tweets better and reviews worse. Networks that were trained from one
beginning lie close enough together for the mean of their weights to read better than
each of them, at the cost of one (Wortsman et al. 2022, arXiv 2203.05482).
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np

from monitor.scoring.package import load_cutter
from monitor.training.corpora import Row
from monitor.training.recipe import Recipe

Arrays = Mapping[str, Any]
_TOLD_EVERY = 50


def train_members(rows: Sequence[Row], recipe: Recipe, *, jobs: int) -> list[Arrays]:
    """Train every member, `jobs` at a time, each in a process of its own.

    None is taught by pairs: only the heads are, when the members are averaged.
    """
    count, narrow = recipe.members, recipe.narrow
    seeds = [*range(narrow), *range(count - narrow)]
    recipes = [replace(recipe, seed=recipe.seed + n) for n in seeds]
    rows = [row for row in rows if not row.pair]
    early = [row for row in rows if not row.later]
    texts = [early] * narrow + [rows] * (count - narrow)
    apart = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=apart) as pool:
        return list(pool.map(_member, texts, recipes, range(1, count + 1)))


def averaged(members: Sequence[Arrays]) -> dict[str, Any]:
    """Return the mean of each array, in half precision: half the size, same answers."""
    found = {
        name: np.mean([m[name].astype(np.float64) for m in members], axis=0)
        for name in members[0]
    }
    halves = {name: array.astype(np.float16) for name, array in found.items()}
    halves["eps"] = np.float32(found["eps"])
    return halves


def _member(rows: Sequence[Row], recipe: Recipe, number: int) -> Arrays:
    from monitor.training.fitting import fit  # only here is PyTorch needed

    def told(step: int, steps: int, loss: float) -> None:
        if step % _TOLD_EVERY == 0 or step == steps:
            print(
                f"network {number} of {recipe.members}, step {step} of {steps}, "
                f"loss {loss:.3f}",
                file=sys.stderr,
                flush=True,
            )

    network = fit(rows, load_cutter(), recipe, told)
    return {
        name: np.float32(array) if name == "eps" else array.astype(np.float16)
        for name, array in network.arrays().items()
    }
