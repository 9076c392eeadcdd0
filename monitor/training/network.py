"""The encoder of `monitor.scoring.encoder` and its heads, in PyTorch, to be trained.

The table of pieces stays as it is. The second convolution, most of the arithmetic, is
first replaced by its best approximation of a lower rank, then trained like the rest.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from monitor.scoring.heads import HEADS
from monitor.scoring.package import BAND, ORDERS, WIDTH, load_layers, load_table

RANK = 64
_BANDS = len(ORDERS) * BAND


class Network(nn.Module):  # type: ignore[misc]  # PyTorch is not always there
    """Texts as pieces in, a logit for each of HEADS out."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        table, scale, low = load_table()
        layers = load_layers()
        self._table = torch.from_numpy(table)
        self._scale, self._low = torch.from_numpy(scale), torch.from_numpy(low)
        self._eps = float(layers.pop("eps"))
        self.layers = nn.ParameterDict(
            {
                k: nn.Parameter(torch.tensor(v, dtype=torch.float32))
                for k, v in layers.items()
            }
        )
        for order, _ in ORDERS:
            left, right = _low_rank(self.layers.pop(f"w2_{order}").detach())
            self.layers[f"a2_{order}"] = nn.Parameter(left)
            self.layers[f"v2_{order}"] = nn.Parameter(right)
        dense = self.layers["p1"].shape[1]
        self.heads = nn.Linear(WIDTH + dense, len(HEADS))
        nn.init.zeros_(self.heads.weight)
        nn.init.zeros_(self.heads.bias)
        self._drop = nn.Dropout(dropout)

    def forward(self, flat: Tensor, lengths: Tensor) -> Tensor:
        """`flat` are the pieces of all texts, one after the other."""
        texts = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
        states = self._states(flat, lengths, texts)
        total = torch.zeros(len(lengths), states.shape[1]).index_add(0, texts, states)
        roots = lengths.float().sqrt()[:, None]
        mean = total @ self.layers["cnn_W"] / roots + self.layers["cnn_b"] * roots
        mean = self._drop(mean)
        y0 = torch.relu(mean @ self.layers["d0"])
        y1 = torch.relu(mean @ self.layers["p1"] + y0 @ self.layers["d1"])
        y2 = torch.relu(y1 @ self.layers["d2"])
        z = torch.tanh(y1 @ self.layers["p3"] + y2 @ self.layers["d3"])
        z = z * torch.rsqrt((z * z).sum(1, keepdim=True).clamp(min=self._eps))
        # The vector has length one; ten makes its numbers as large as the others.
        out: Tensor = self.heads(self._drop(torch.cat([z * 10, y1], 1)))
        return out

    def _states(self, flat: Tensor, lengths: Tensor, texts: Tensor) -> Tensor:
        chunk = flat % len(self._scale)
        raw = self._table[flat].float() * self._scale[chunk, None]
        raw = raw + self._low[chunk, None]
        bands = self._bands(raw)
        around = _windows(lengths, texts, len(flat))
        nothing = torch.zeros(1, BAND)
        states = [raw]
        for index, (order, left) in enumerate(ORDERS):
            band = bands[:, index * BAND : (index + 1) * BAND]
            window = around[:, 2 - left : 2 - left + order]
            seen = torch.cat([band, nothing])[window].reshape(len(flat), -1)
            hidden = torch.relu(
                seen @ self.layers[f"w1_{order}"] + self.layers[f"b1_{order}"]
            )
            hidden = hidden + band
            seen = torch.cat([hidden, nothing])[window].reshape(len(flat), -1)
            out = seen @ self.layers[f"a2_{order}"] @ self.layers[f"v2_{order}"]
            states.append(torch.relu(out + self.layers[f"b2_{order}"]) + hidden)
        together = torch.cat(states, 1)
        gain, bias = self.layers["ln_g"], self.layers["ln_b"]
        return nn.functional.layer_norm(
            together, (WIDTH + _BANDS,), gain, bias, self._eps
        )

    def _bands(self, raw: Tensor) -> Tensor:
        names = [str(order) for order, _ in ORDERS]
        projected = [
            raw @ self.layers[f"proj{n}"] + self.layers[f"proj_b{n}"] for n in names
        ]
        gain, bias = (
            torch.cat([self.layers[f"ln_{k}{n}"] for n in names]) for k in "gb"
        )
        return nn.functional.layer_norm(
            torch.cat(projected, 1), (_BANDS,), gain, bias, self._eps
        )

    def arrays(self) -> dict[str, Any]:
        """Return what the program reads: layers, and heads on the bare features."""
        found = {name: p.detach().numpy() for name, p in self.layers.items()}
        weight = self.heads.weight.detach().numpy().T.copy()
        weight[:WIDTH] *= 10
        found["heads"], found["heads_bias"] = weight, self.heads.bias.detach().numpy()
        found["eps"] = np.float32(self._eps)
        return found


def _low_rank(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return two thin matrices whose product is nearest to `weight` (Eckart-Young)."""
    u, s, v = torch.linalg.svd(weight, full_matrices=False)
    root = s[:RANK].sqrt()
    return (u[:, :RANK] * root).clone(), (root[:, None] * v[:RANK]).clone()


def _windows(lengths: Tensor, texts: Tensor, total: int) -> Tensor:
    begins = (torch.cumsum(lengths, 0) - lengths)[texts][:, None]
    ends = begins + lengths[texts][:, None]
    around = torch.arange(total)[:, None] + torch.arange(-2, 3)
    return torch.where((around >= begins) & (around < ends), around, total)
