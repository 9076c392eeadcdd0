"""The heads for complaint, level and topic, fitted on layers that are finished.

A linear probe: logistic regressions on the features of all our own texts. So texts that
teach what a complaint is need not move the layers, which read feeling in texts of every
kind; trained on them, the layers read complaints better still and tweets worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from monitor.scoring.encoder import Encoder
from monitor.scoring.heads import FEELING, LEVELS, TOPICS, TRAINED
from monitor.training.corpora import Row

_FIRST = len(FEELING)
_LEAST_LEVEL = 2
_RIDGE = 0.003
_SHARE = 0.75
"""How much of the outcome is fitted here; the rest was trained with the layers."""
_TINY = 1e-3


def probe(
    arrays: Mapping[str, Any], encoder: Encoder, rows: Sequence[Row]
) -> dict[str, Any]:
    """Return the arrays with all heads but those of feeling fitted anew on `rows`.

    The heads as they were trained are kept beside them, so that it may be done again.
    """
    torch.set_num_threads(1)  # more would add up in another order every time
    ours = [row for row in rows if row.is_ours and not row.held]
    features = torch.from_numpy(encoder.features([row.text for row in ours]))
    middle, spread = features.mean(0), features.std(0) + _TINY
    weight, bias = _fit((features - middle) / spread, _answers(ours))
    weight = weight / spread[:, None]
    bias = bias - middle @ weight
    found = dict(arrays)
    for name, fitted in (("heads", weight.numpy()), ("heads_bias", bias.numpy())):
        trained = found.setdefault(TRAINED + name, arrays[name])
        mixed = trained.astype(np.float32)
        mixed[..., _FIRST:] += _SHARE * (fitted - mixed[..., _FIRST:])
        found[name] = mixed.astype(np.float16)
    return found


def _answers(rows: Sequence[Row]) -> Tensor:
    """Return a row of yes and no a text, in the order of the heads."""
    answers = np.zeros((len(rows), 1 + len(LEVELS) + len(TOPICS)), dtype=np.float32)
    for answer, row in zip(answers, rows, strict=True):
        answer[0] = row.complaint
        for level in range(len(LEVELS)):
            answer[1 + level] = row.severity >= _LEAST_LEVEL + level
        answer[[1 + len(LEVELS) + topic for topic in row.topics]] = 1
    return torch.from_numpy(answers)


def _fit(features: Tensor, answers: Tensor) -> tuple[Tensor, Tensor]:
    weight = torch.zeros(features.shape[1], answers.shape[1], requires_grad=True)
    bias = torch.zeros(answers.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS(
        [weight, bias], max_iter=200, line_search_fn="strong_wolfe"
    )

    def loss() -> Tensor:
        optimiser.zero_grad()
        each = nn.functional.binary_cross_entropy_with_logits(
            features @ weight + bias, answers, reduction="none"
        )
        found = each.mean(0).sum() + _RIDGE * (weight**2).sum()
        found.backward()
        return found

    optimiser.step(loss)
    return weight.detach(), bias.detach()
