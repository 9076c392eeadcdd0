"""Sentences as vectors: Google's multilingual Universal Sentence Encoder, in numpy.

USE-multilingual 3 (Yang et al. 2020, arXiv 1907.04307) sees word pieces: three
convolutions of two, three and five pieces, a sum over the text, and four dense layers.
`monitor.training` goes on training the layers on the work at hand, the table of pieces
stays; what comes out is `weights/reader.npz`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.scoring.package import BAND, ORDERS, WIDTH, Array
from monitor.scoring.piece_memory import Ids, PieceMemory, Rows
from monitor.scoring.pieces import Cutter, Pieces

_SIZE = WIDTH + len(ORDERS) * BAND
_REMEMBERED = 4_000
"""Pieces, of 15 kB each."""
_TOGETHER = 256
"""Pieces that are seen at once: what is made of them stays in a core's cache."""
_BATCH = 4_096
_BOS, _EOS = 1, 2


@dataclass(frozen=True, slots=True)
class Encoded:
    """Texts encoded together: a row each, and for every piece a row of `states`.

    Of the states, `means` and `scales` say how layer normalisation changes a row.
    """

    begins: Ids
    lengths: Ids
    states: Array
    means: Array
    scales: Array
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
    `remembered` is how many pieces are remembered.
    """

    def __init__(
        self,
        cutter: Cutter,
        layers: Mapping[str, Any],
        *,
        remembered: int = _REMEMBERED,
    ) -> None:
        w = {k: np.asarray(v, dtype=np.float32) for k, v in layers.items()}
        self._cutter = cutter
        self._eps = float(w["eps"])
        self._memory = PieceMemory(w, self._eps, remembered)
        self._thin = [
            np.concatenate(np.split(w[f"a2_{order}"], order), axis=1)
            for order, _ in ORDERS
        ]
        self._wide = [w[f"v2_{order}"] for order, _ in ORDERS]
        self._second_bias = [w[f"b2_{order}"] for order, _ in ORDERS]
        # Nothing bends between layer normalisation, the sum over a text and the first
        # two dense layers, but for the mean and the scale of each piece: one product.
        into = np.concatenate([w["d0"], w["p1"]], axis=1)
        self._into = (w["ln_g"][:, None] * w["cnn_W"]) @ into
        self._into_sums = self._into.sum(axis=0)
        self._each = (w["ln_b"] @ w["cnn_W"]) @ into
        self._into_bias = w["cnn_b"] @ into + self._each
        self._dense = [w[k] for k in ("d1", "d2", "p3", "d3")]

    @property
    def size(self) -> int:
        """How many numbers a text becomes."""
        return WIDTH + len(self._dense[0])

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
        """Encode a few texts together; a few thousand pieces are fastest."""
        ids: list[int] = []
        for pieces in group:
            ids.append(_BOS)
            ids.extend(pieces.ids)
            ids.append(_EOS)
        flat = np.asarray(ids)
        lengths = np.fromiter((len(p) + 2 for p in group), dtype=np.int64)
        begins = np.cumsum(lengths) - lengths
        states = np.empty((len(flat), _SIZE), dtype=np.float32)
        means, scales = (np.empty(len(flat), dtype=np.float32) for _ in range(2))
        sums = np.empty((len(group), _SIZE), dtype=np.float32)
        total_means = np.empty(len(group), dtype=np.float32)
        rows, kept = self._memory.look_up(flat)
        for first, last in _spans(lengths):
            texts, part = slice(first, last), _part(begins, lengths, first, last)
            own = states[part]
            self._states(own, rows, kept[part], _windows(lengths[texts]))
            means[part] = own @ _MEAN
            squares = np.einsum("ij,ij->i", own, own) / _SIZE
            scales[part] = 1 / np.sqrt(squares - means[part] ** 2 + self._eps)
            summed = _summing(lengths[texts]) * scales[part]
            np.matmul(summed, own, out=sums[texts])
            total_means[texts] = summed @ means[part]
        roots = np.sqrt(lengths.astype(np.float32))[:, None]
        seen = sums @ self._into
        seen -= np.outer(total_means, self._into_sums)
        seen /= roots
        seen += self._into_bias * roots
        found = self._dense_layers(seen)
        return Encoded(begins, lengths, states, means, scales, *found)

    def contributions(
        self, found: Encoded, rows: Sequence[int], gradients: Array
    ) -> list[Array]:
        """Return how much each piece of some texts moves what `gradients` weigh.

        A gradient has `size` numbers a text: the change of an answer with each feature.
        The contribution is the gradient at the sum of the pieces times each summand, so
        it is exact for small changes (gradient x input, Shrikumar et al. 2017).
        """
        d1, d2, p3, d3 = self._dense
        z, norm = found.z[rows], found.norm[rows][:, None]
        out = gradients[:, :WIDTH]
        tanh = z * norm
        along = np.einsum("ij,ij->i", z, out)[:, None]
        before = (out - z * along) / norm * (1 - tanh * tanh)
        into = gradients[:, WIDTH:] + before @ p3.T
        into += ((before @ d3.T) * (found.y2[rows] > 0)) @ d2.T
        into *= found.y1[rows] > 0
        before = (into @ d1.T) * (found.y0[rows] > 0)
        at_sum = np.concatenate([before, into], axis=1)
        at_sum /= np.sqrt(found.lengths[rows].astype(np.float32))[:, None]
        weights, each = at_sum @ self._into.T, at_sum @ self._each
        all_weights = weights.sum(axis=1)
        shares = []
        for index, row in enumerate(rows):
            first = int(found.begins[row]) + 1
            part = slice(first, first + int(found.lengths[row]) - 2)
            share = found.states[part] @ weights[index]
            share -= found.means[part] * all_weights[index]
            share *= found.scales[part]
            shares.append(share + each[index])
        return shares

    def _states(
        self,
        states: Array,
        rows: Rows,
        kept: npt.NDArray[np.int32],
        window: npt.NDArray[np.int64],
    ) -> None:
        """Write what the convolutions make of each piece, 1280 numbers a piece."""
        count = len(kept)
        states[:, :WIDTH] = rows.raw[kept]
        seen = np.append(kept, rows.most)[window]
        padded = np.zeros((count + 1, BAND), dtype=np.float32)
        hidden, other = padded[:-1], np.empty((count, BAND), dtype=np.float32)
        for index, (order, left) in enumerate(ORDERS):
            near = range(2 - left, 2 - left + order)
            _take(rows.firsts[index][left], kept, hidden)
            for step, place in enumerate(near):
                if step != left:
                    _take(rows.firsts[index][step], seen[place], other)
                    hidden += other
            np.maximum(hidden, 0, out=hidden)
            _take(rows.bands[index], kept, other)
            hidden += other
            each = padded @ self._thin[index]
            rank = each.shape[1] // order
            total = each[:-1, left * rank : (left + 1) * rank].copy()
            for step, place in enumerate(near):
                if step != left:
                    total += each[window[place], step * rank : (step + 1) * rank]
            np.matmul(total, self._wide[index], out=other)
            other += self._second_bias[index]
            np.maximum(other, 0, out=other)
            first = WIDTH + index * BAND
            np.add(other, hidden, out=states[:, first : first + BAND])

    def _dense_layers(self, seen: Array) -> tuple[Array, ...]:
        d1, d2, p3, d3 = self._dense
        np.maximum(seen[:, : len(d1)], 0, out=seen[:, : len(d1)])
        y0 = seen[:, : len(d1)]
        y1 = np.maximum(seen[:, len(d1) :] + y0 @ d1, 0)
        y2 = np.maximum(y1 @ d2, 0)
        z = np.tanh(y1 @ p3 + y2 @ d3)
        norm = np.sqrt(np.maximum(np.einsum("ij,ij->i", z, z), self._eps))
        return y0, y1, y2, z / norm[:, None], norm


_MEAN = np.full(_SIZE, 1 / _SIZE, dtype=np.float32)


def batches(cut: Sequence[Pieces]) -> Iterator[tuple[int, Sequence[Pieces]]]:
    """Yield groups of texts of a few thousand pieces, each with its first index."""
    lengths = [len(each) + 2 for each in cut]
    for first, last in _spans(lengths, most=_BATCH):
        yield first, cut[first:last]


def _spans(lengths: Any, most: int = _TOGETHER) -> Iterator[tuple[int, int]]:
    """Yield from where to where texts are of so many pieces; one text at least."""
    first = pieces = 0
    for index, length in enumerate(lengths):
        if index > first and pieces + length > most:
            yield first, index
            first, pieces = index, 0
        pieces += length
    if len(lengths) > first:
        yield first, len(lengths)


def _part(begins: Ids, lengths: Ids, first: int, last: int) -> slice:
    """Return where the pieces of some texts are."""
    return slice(int(begins[first]), int(begins[last - 1] + lengths[last - 1]))


def _take(rows: Array, places: Any, out: Array) -> None:
    np.take(rows, places, axis=0, out=out, mode="clip")


def _summing(lengths: Ids) -> Array:
    """Return the matrix that adds up the rows of each text."""
    texts = np.arange(len(lengths))
    summing: Array = texts[:, None] == np.repeat(texts, lengths)
    return summing.astype(np.float32)


def _windows(lengths: Ids) -> npt.NDArray[np.int64]:
    """Return the places of the two pieces before and after each piece, five rows.

    A place outside the piece's own text is the number of pieces: a row of zeros.
    """
    ends = np.cumsum(lengths)
    total = int(ends[-1])
    around = np.arange(total) + np.arange(-2, 3)[:, None]
    inside = around >= np.repeat(ends - lengths, lengths)
    inside &= around < np.repeat(ends, lengths)
    return np.where(inside, around, total)
