"""`python3 -m monitor.training.quality FOLDER`: the head of the voice `e5`.

A multinomial logistic regression on the vectors of multilingual-e5-small (extra
`quality`), with as many texts of each language and corpus as each other. Reading them
takes longer than everything else: 20 to 60 a second.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from monitor.scoring.voices.e5 import HEAD, E5Features
from monitor.training.corpora import Row, read_corpora, read_written

_SEED = 20261122
_RIDGE = 0.003


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m monitor.training.quality", description=__doc__
    )
    parser.add_argument("folder", type=Path, help="labelled texts, as for the encoder")
    parser.add_argument("--out", type=Path, default=HEAD, help="where to write")
    parser.add_argument("--each", type=int, default=700, help="texts of a corpus")
    options = parser.parse_args(arguments)
    rows = _chosen([*read_corpora(options.folder), *read_written()], options.each)
    print(f"reading {len(rows)} texts", file=sys.stderr, flush=True)
    vectors = E5Features().features([row.text for row in rows])
    known = np.isfinite(vectors[:, 0])
    rows = [row for row, is_known in zip(rows, known, strict=True) if is_known]
    arrays = _fit(vectors[known], rows)
    np.savez_compressed(options.out, allow_pickle=False, **arrays)
    print(f"written to {options.out}")
    return 0


def _chosen(rows: Sequence[Row], each: int) -> list[Row]:
    """Take `each` texts of every corpus, and of our own of every language."""
    chance = random.Random(_SEED)  # noqa: S311  # the same every time
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if not row.held:
            groups[row.lang, row.corpus].append(row)
    return [
        row
        for _, group in sorted(groups.items())
        for row in chance.sample(group, min(each, len(group)))
    ]


def _fit(vectors: np.ndarray, rows: Sequence[Row]) -> dict[str, np.ndarray]:
    mean, std = vectors.mean(axis=0), vectors.std(axis=0) + 1e-4
    inputs = torch.from_numpy((vectors - mean) / std)
    feeling = torch.tensor([row.feeling for row in rows])
    three = torch.tensor([row.three for row in rows])[:, None]
    weight = torch.zeros(inputs.shape[1], 3, requires_grad=True)
    bias = torch.zeros(3, requires_grad=True)
    never = torch.tensor([0.0, -30.0, 0.0])
    optimiser = torch.optim.LBFGS(
        [weight, bias], max_iter=200, line_search_fn="strong_wolfe"
    )

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        logits = inputs @ weight + bias
        logits = torch.where(three, logits, logits + never)
        found = (
            nn.functional.cross_entropy(logits, feeling) + _RIDGE * (weight**2).sum()
        )
        found.backward()
        return found

    optimiser.step(loss)
    return {
        "W": weight.detach().numpy(),
        "b": bias.detach().numpy(),
        "mean": mean.astype(np.float32),
        "std": std.astype(np.float32),
    }


if __name__ == "__main__":
    sys.exit(main())
