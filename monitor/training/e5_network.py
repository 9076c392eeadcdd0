"""multilingual-e5-small in PyTorch, trained in the four bits that it is read in.

Twelve layers of a BERT (Devlin et al. 2019) and the mean over a text's tokens (Wang et
al. 2024, arXiv 2402.05672). The table of pieces stays as it is. A matrix is rounded to
its four bits each time it is used, and gradients pass as if it were not (straight-
through estimator, Bengio et al. 2013, arXiv 1308.3432); scales of the blocks stay.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from monitor.training.e5_file import BLOCK, ModelFile

_NEVER = -1e9
_LENGTH = 20.0
"""Vectors have length one; this makes them as long as numbers of one each would."""


class Network(nn.Module):  # type: ignore[misc]  # PyTorch is not always there
    """Padded pieces and their counts in, `answers` logits a text out."""

    def __init__(self, model: ModelFile, answers: int, dropout: float) -> None:
        super().__init__()
        self._width, self._eps, self._dropout = model.width, model.eps, dropout
        whole, scales = model.matrix("emb.word", model.width)
        self._pieces, self._scales = torch.from_numpy(whole), torch.from_numpy(scales)
        places = model.numbers("emb.pos").reshape(-1, model.width)
        kind = model.numbers("emb.type")[: model.width]
        self._places = torch.from_numpy(places + kind)
        self.norm = _Norm(model, "emb.ln")
        self.layers = nn.ModuleList(_Layer(model, n) for n in range(model.layers))
        self.heads = nn.Linear(model.width, answers)
        nn.init.zeros_(self.heads.weight)
        nn.init.zeros_(self.heads.bias)

    def forward(self, pieces: Tensor, lengths: Tensor) -> Tensor:
        """`pieces` are (texts, most) ids, `lengths` how many of each are its own."""
        vectors = self._drop(self.vectors(pieces, lengths) * _LENGTH)
        found: Tensor = self.heads(vectors)
        return found

    def vectors(self, pieces: Tensor, lengths: Tensor) -> Tensor:
        """Return a vector of length one for each text."""
        texts, most = pieces.shape
        seen = self._pieces[pieces].float().view(texts, most, -1, BLOCK)
        seen = (seen * self._scales[pieces][..., None]).view(texts, most, self._width)
        seen = self._drop(self.norm(seen + self._places[:most], self._eps))
        own = torch.arange(most) < lengths[:, None]
        hidden = torch.where(own, 0.0, _NEVER)[:, None, None, :]
        for layer in self.layers:
            seen = layer(seen, hidden, self._eps)
        total = (seen.float() * own[..., None]).sum(1)
        return functional.normalize(total, dim=1)

    def _drop(self, values: Tensor) -> Tensor:
        return functional.dropout(values, self._dropout, self.training)

    def trained(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return arrays kept in full and matrices in four bits, by the file's names."""
        numbers: dict[str, Any] = {}
        matrices: dict[str, Any] = {}
        parts = [("emb.ln", self.norm)]
        for number, layer in enumerate(self.layers):
            named = layer.named_children()
            parts += [(f"l{number}.{name}", part) for name, part in named]
        for name, part in parts:
            numbers[f"{name}.b"] = part.bias.detach().numpy()
            if isinstance(part, _Matrix):
                matrices[f"{name}.w"] = part.rounded()
            else:
                numbers[f"{name}.w"] = part.weight.detach().numpy()
        return numbers, matrices

    def head_arrays(self) -> tuple[Any, Any]:
        """Return (width, answers) and (answers,) for vectors of length one."""
        weight = self.heads.weight.detach().numpy().T * _LENGTH
        return weight.astype(np.float32), self.heads.bias.detach().numpy()


class _Norm(nn.Module):  # type: ignore[misc]
    def __init__(self, model: ModelFile, name: str) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.from_numpy(model.numbers(f"{name}.w")))
        self.bias = nn.Parameter(torch.from_numpy(model.numbers(f"{name}.b")))

    def forward(self, values: Tensor, eps: float) -> Tensor:
        size = (values.shape[-1],)
        return functional.layer_norm(values, size, self.weight, self.bias, eps)


class _Matrix(nn.Module):  # type: ignore[misc]
    """A matrix whose numbers are rounded to four bits."""

    def __init__(self, model: ModelFile, name: str, width: int) -> None:
        super().__init__()
        whole, scales = model.matrix(f"{name}.w", width)
        self._scales = torch.from_numpy(scales.repeat(BLOCK, axis=1))
        self._steps = torch.where(self._scales == 0, 1.0, self._scales)
        self.weight = nn.Parameter(torch.from_numpy(whole).float() * self._scales)
        self.bias = nn.Parameter(torch.from_numpy(model.numbers(f"{name}.b")))

    def forward(self, values: Tensor) -> Tensor:
        rounded = self._whole(self.weight) * self._scales
        weight = self.weight + (rounded - self.weight).detach()
        return functional.linear(values, weight, self.bias)

    def rounded(self) -> tuple[Any, Any]:
        """Return whole numbers from -8 to 7, and a scale a block."""
        whole = self._whole(self.weight.detach()).to(torch.int8)
        return whole.numpy(), self._scales[:, ::BLOCK].numpy()

    def _whole(self, weight: Tensor) -> Tensor:
        return (weight / self._steps).round().clamp(-8, 7)


class _Layer(nn.Module):  # type: ignore[misc]
    """Its parts have the names that the file gives them."""

    def __init__(self, model: ModelFile, number: int) -> None:
        super().__init__()
        self._heads = model.attention_heads
        wide = {"fo": model.hidden}
        for name in ("q", "k", "v", "ao", "fi", "fo"):
            width = wide.get(name, model.width)
            setattr(self, name, _Matrix(model, f"l{number}.{name}", width))
        for name in ("aln", "oln"):
            setattr(self, name, _Norm(model, f"l{number}.{name}"))

    def forward(self, values: Tensor, hidden: Tensor, eps: float) -> Tensor:
        query, key, value = (
            self._split(part(values)) for part in (self.q, self.k, self.v)
        )
        scores = query @ key.transpose(2, 3) / query.shape[-1] ** 0.5
        shares = (scores.float() + hidden).softmax(-1).to(value.dtype)
        seen = (shares @ value).transpose(1, 2).reshape(values.shape)
        values = self.aln(values + self.ao(seen), eps)
        bent = self.fo(functional.gelu(self.fi(values)))
        found: Tensor = self.oln(values + bent, eps)
        return found

    def _split(self, values: Tensor) -> Tensor:
        texts, most, width = values.shape
        split = values.view(texts, most, self._heads, width // self._heads)
        return split.transpose(1, 2)
