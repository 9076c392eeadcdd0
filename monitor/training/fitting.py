"""The fit: stochastic gradient descent on all heads at once, with a fixed seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn

from monitor.scoring.heads import HEAD, LEVELS, TOPICS
from monitor.scoring.pieces import Cutter
from monitor.training.corpora import Row
from monitor.training.network import Network
from monitor.training.recipe import Recipe

_BOS, _EOS = 1, 2
_FIRST_TOPIC = HEAD[TOPICS[0]]

Told = Callable[[int, int, float], None]
"""Hears of each step: its number, how many there are, and the loss."""
_Network = TypeVar("_Network", bound=nn.Module)


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
    told: Told,
) -> Network:
    """Train on `rows`."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(recipe.seed)  # noqa: S311  # the same every time
    network = Network(recipe.dropout)
    items = chosen(rows, recipe, chance, lambda text: _pieces(cutter, text))
    rounds = [list(batches(items, recipe, chance)) for _ in range(recipe.epochs)]
    plan = [batch for each in rounds for batch in each]
    return descend(network, plan, recipe, _tensors, told)


def descend(
    network: _Network,
    plan: Sequence[Sequence[Item]],
    recipe: Recipe,
    tensors: Callable[[Sequence[Item]], tuple[Tensor, Tensor]],
    told: Told,
) -> _Network:
    """Train a network with `heads` on batches; return the mean of its later weights."""
    layers = [p for name, p in network.named_parameters() if name[:6] != "heads."]
    optimiser = torch.optim.AdamW(
        [
            {"params": layers, "lr": recipe.rate},
            {"params": list(network.heads.parameters()), "lr": recipe.head_rate},
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: (
            min(1.0, (step + 1) / recipe.warming) * (1 - step / (len(plan) * 1.02))
        ),
    )
    averaged = torch.optim.swa_utils.AveragedModel(network)
    network.train()
    for step, batch in enumerate(plan, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = network(*tensors(batch))
        loss = _loss(found.float(), batch, recipe)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step > len(plan) * recipe.averaged_from:
            averaged.update_parameters(network)
        told(step, len(plan), loss.item())
    trained: _Network = averaged.module
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


def batches(
    items: Sequence[Item],
    recipe: Recipe,
    chance: random.Random,
    *,
    padded: bool = False,
) -> Iterator[list[Item]]:
    """Yield batches of texts of about the same length, in chance order.

    Where texts are `padded`, each counts as much as the longest.
    """
    order = sorted(
        items, key=lambda item: len(item.pieces) + chance.random() * recipe.spread
    )
    found: list[list[Item]] = [[]]
    total = longest = 0
    for item in order:
        length = len(item.pieces)
        total, longest = total + length, max(longest, length)
        size = (len(found[-1]) + 1) * longest if padded else total
        if found[-1] and size > recipe.pieces_in_batch:
            found.append([])
            total = longest = length
        found[-1].append(item)
    chance.shuffle(found)
    yield from found


def _tensors(batch: Sequence[Item]) -> tuple[Tensor, Tensor]:
    flat = torch.tensor([piece for item in batch for piece in item.pieces])
    return flat, torch.tensor([len(item.pieces) for item in batch])


def _loss(found: Tensor, batch: Sequence[Item], recipe: Recipe) -> Tensor:
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
