"""What the encoder makes of one piece of a word, worked out once and remembered.

The first convolution multiplies every piece by itself before it adds neighbours up, so
what it makes of a piece does not depend on the text. Remembering it leaves less than
half of the arithmetic for a text of common pieces.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from monitor.scoring.package import BAND, CHUNKS, ORDERS, WIDTH, Array, load_table

Ids = npt.NDArray[np.int64]
_BANDS = len(ORDERS) * BAND
_WIDTHS = [WIDTH, *[BAND] * (len(ORDERS) + sum(order for order, _ in ORDERS))]


class Rows:
    """A row a piece of all that is known of it, and a last one of zeros: no piece.

    `raw` is the piece itself, `bands` what each convolution sees of it, and `firsts`
    what it adds to the piece at each place of each first convolution.
    """

    def __init__(self, most: int, pieces: int) -> None:
        self.most, self.filled = most, 0
        # One block, which the system takes back at once when it is given up.
        block = np.empty((most + 1) * sum(_WIDTHS), dtype=np.float32)
        ends = np.cumsum([(most + 1) * width for width in _WIDTHS])
        self._arrays: list[Array] = [
            part.reshape(most + 1, -1) for part in np.split(block, ends[:-1])
        ]
        for array in self._arrays:
            array[most] = 0.0
        arrays = iter(self._arrays)
        self.raw = next(arrays)
        self.bands = [next(arrays) for _ in ORDERS]
        self.firsts = [[next(arrays) for _ in range(order)] for order, _ in ORDERS]
        self.place = np.full(pieces, -1, dtype=np.int32)

    def add(self, pieces: Ids, worked_out: list[Array]) -> None:
        """Remember new pieces; there has to be room."""
        rows = slice(self.filled, self.filled + len(pieces))
        for array, found in zip(self._arrays, worked_out, strict=True):
            array[rows] = found
        self.filled = rows.stop
        self.place[pieces] = np.arange(rows.start, rows.stop, dtype=np.int32)


class PieceMemory:
    """Knows some thousand pieces; when full it begins anew. Safe between threads."""

    def __init__(self, layers: Mapping[str, Array], eps: float, most: int) -> None:
        self._table, self._scale, self._low = load_table()
        names = [str(order) for order, _ in ORDERS]
        self._project = np.concatenate([layers[f"proj{n}"] for n in names], axis=1)
        self._bias = np.concatenate([layers[f"proj_b{n}"] for n in names])
        self._norm_gain = np.concatenate([layers[f"ln_g{n}"] for n in names])
        self._norm_bias = np.concatenate([layers[f"ln_b{n}"] for n in names])
        self._firsts = [
            np.concatenate(np.split(layers[f"w1_{n}"], order), axis=1)
            for n, (order, _) in zip(names, ORDERS, strict=True)
        ]
        self._first_bias = [layers[f"b1_{n}"] for n in names]
        self._eps, self._most = eps, most
        self._none = Rows(0, len(self._table))
        self._rows = Rows(most, len(self._table))
        self._lock = threading.Lock()

    def look_up(self, flat: Ids) -> tuple[Rows, npt.NDArray[np.int32]]:
        """Return rows in which each of the pieces is, and which row is whose."""
        rows = self._rows
        kept = rows.place[flat]
        if kept.min(initial=0) >= 0:
            return rows, kept
        unknown = np.unique(flat[kept < 0])
        worked_out = self._worked_out(unknown)
        with self._lock:
            rows = self._rows
            fresh = rows.place[unknown] < 0
            if rows.filled + int(fresh.sum()) <= rows.most:
                rows.add(unknown[fresh], [found[fresh] for found in worked_out])
                kept = rows.place[flat]
                if kept.min() >= 0:
                    return rows, kept
        # Full, or begun anew by another thread: these texts' pieces are the first.
        pieces = np.unique(flat)
        worked_out = self._worked_out(pieces)
        del rows
        self._rows = self._none  # gives the full one back before there is another
        rows = Rows(max(self._most, len(pieces)), len(self._table))
        rows.add(pieces, worked_out)
        self._rows = rows
        return rows, rows.place[flat]

    def _worked_out(self, pieces: Ids) -> list[Array]:
        """Return what depends on a piece alone, in the order of `Rows`."""
        chunk = pieces % CHUNKS
        raw = self._table[pieces] * self._scale[chunk, None] + self._low[chunk, None]
        seen = raw @ self._project
        seen += self._bias
        seen -= seen.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", seen, seen) / _BANDS
        seen *= (1 / np.sqrt(variance + self._eps))[:, None]
        seen *= self._norm_gain
        seen += self._norm_bias
        bands = [np.ascontiguousarray(band) for band in np.split(seen, len(ORDERS), 1)]
        firsts: list[Array] = []
        for index, (order, left) in enumerate(ORDERS):
            each = np.split(bands[index] @ self._firsts[index], order, axis=1)
            each[left] += self._first_bias[index]
            firsts += each
        return [raw, *bands, *firsts]
