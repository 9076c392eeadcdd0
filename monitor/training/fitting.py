"""The fit: stochastic gradient descent on all heads at once, with a fixed seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from monitor.scoring.heads import HEAD, LEVELS, TOPICS
from monitor.scoring.pieces import Cutter
from monitor.training.corpora import Row
from monitor.training.network import Network
from monitor.training.recipe import Recipe

_BOS, _EOS = 1, 2
_IMPATIENT = 50
_FIRST_TOPIC = HEAD[TOPICS[0]]


@dataclass(frozen=True, slots=True)
class Item:
    """A text as pieces, and how much it counts."""

    pieces: list[int]
    row: Row
    weight: float


def fit(
    rows: Sequence[Row],
    cutter: Cutter,
    recipe: Recipe,
    told: Callable[[int, int, float], None],
) -> Network:
    """Train on `rows`; `told` hears of the step, the steps there are, and the loss."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(recipe.seed)  # noqa: S311  # the same every time
    network = Network(recipe.dropout)
    items = chosen(rows, recipe, chance, lambda text: _pieces(cutter, text))
    plan = [list(_batches(items, recipe, chance)) for _ in range(recipe.epochs)]
    steps = sum(map(len, plan))
    head = list(network.heads.parameters())
    optimiser = torch.optim.AdamW(
        [
            {"params": list(network.layers.parameters()), "lr": recipe.rate},
            {"params": head, "lr": recipe.head_rate},
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(1.0, (step + 1) / _IMPATIENT) * (1 - step / (steps * 1.02)),
    )
    averaged = torch.optim.swa_utils.AveragedModel(network)
    network.train()
    for step, batch in enumerate((b for epoch in plan for b in epoch), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = network(*_tensors(batch))
        loss = loss_of(found.float(), batch, recipe)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step > steps * recipe.averaged_from:
            averaged.update_parameters(network)
        told(step, steps, loss.item())
    trained: Network = averaged.module
    trained.eval()
    return trained


def logits(network: Network, texts: Sequence[str], cutter: Cutter) -> Tensor:
    """Return a row of logits a text."""
    found = []
    with torch.no_grad():
        for first in range(0, len(texts), 32):
            cut = [_pieces(cutter, t) for t in texts[first : first + 32]]
            flat = torch.tensor([p for each in cut for p in each])
            found.append(network(flat, torch.tensor(list(map(len, cut)))))
    return torch.cat(found)


def chosen(
    rows: Sequence[Row],
    recipe: Recipe,
    chance: random.Random,
    cut: Callable[[str], list[int]],
) -> list[Item]:
    """Cap each corpus of others; our own texts are all taken."""
    rows = [row for row in rows if not row.held]
    taught = {row.lang for row in rows if not row.is_ours}
    chance.shuffle(rows)
    taken: Counter[str] = Counter()
    items = []
    for row in rows:
        taken[row.corpus] += 1
        if row.is_ours or taken[row.corpus] <= recipe.most_of_a_corpus:
            weight = 1.0 if row.lang in taught else recipe.alone_weight
            items.append(Item(cut(row.text), row, weight))
    return items


def _pieces(cutter: Cutter, text: str) -> list[int]:
    return [_BOS, *cutter.cut(text).ids, _EOS]


def _batches(
    items: Sequence[Item], recipe: Recipe, chance: random.Random
) -> Iterator[list[Item]]:
    """Yield batches of texts of about the same length, in chance order."""
    order = sorted(items, key=lambda item: len(item.pieces) + chance.random() * 12)
    batches: list[list[Item]] = [[]]
    size = 0
    for item in order:
        if batches[-1] and size + len(item.pieces) > recipe.pieces_in_batch:
            batches.append([])
            size = 0
        batches[-1].append(item)
        size += len(item.pieces)
    chance.shuffle(batches)
    yield from batches


def _tensors(batch: Sequence[Item]) -> tuple[Tensor, Tensor]:
    flat = torch.tensor([piece for item in batch for piece in item.pieces])
    return flat, torch.tensor([len(item.pieces) for item in batch])


def loss_of(found: Tensor, batch: Sequence[Item], recipe: Recipe) -> Tensor:
    """Sum the cross entropy of the heads, each over the texts that can teach it."""
    rows = [item.row for item in batch]
    feeling = torch.tensor([row.feeling for row in rows])
    three = torch.tensor([row.three for row in rows]).float()
    ours = torch.tensor([row.is_ours for row in rows]).float()
    weight = torch.tensor([item.weight for item in batch])
    polar = (feeling != 1).float()
    sided = torch.where(polar > 0, recipe.polar_weight, 1.0)
    loss = _cross(found, "polar", polar) * sided * three
    loss = loss + _cross(found, "positive", (feeling == 2).float()) * polar
    severity = torch.tensor([row.severity for row in rows])
    wanted = {"complaint": torch.tensor([row.complaint for row in rows]).float()}
    wanted |= {name: (severity >= 2 + i).float() for i, name in enumerate(LEVELS)}
    for name, answer in wanted.items():
        loss = loss + _cross(found, name, answer) * ours
    topics = torch.zeros(len(rows), len(TOPICS))
    for index, row in enumerate(rows):
        topics[index, list(row.topics)] = 1.0
    each = nn.functional.binary_cross_entropy_with_logits(
        found[:, _FIRST_TOPIC:], topics, reduction="none"
    )
    loss = loss + recipe.topic_weight * each.sum(1) * ours
    return (loss * weight).mean()


def _cross(found: Tensor, head: str, answer: Tensor) -> Tensor:
    return nn.functional.binary_cross_entropy_with_logits(
        found[:, HEAD[head]], answer.clamp(min=0), reduction="none"
    )
