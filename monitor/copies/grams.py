"""Texts as numbers: hashes of short runs of characters, and a few chosen of them.

A wide character (Han, Kana, Hangul) counts as three units, for it says about as much
as three letters; any other is one. A *gram* is the hash of six neighbouring units:
six letters, or two to three wide characters.

A text is looked up by its *prints*, grams chosen by winnowing (Schleimer, Wilkerson
and Aiken, 2003): of every few neighbours the smallest, so texts that share a run
share a print, wherever it stands in them. It is remembered by the smallest few of
them (MinHash by one permutation), alone and in pairs. A quote holds all that its
original is remembered by; the pairs tell texts apart whose every part is common.
Many texts are done at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]

GRAM = 8
WINDOW = 32
LONGEST = 20_000
"""Characters of a text that are looked at."""
MOST_GRAMS = 1_024
MOST_PRINTS = 512
SINGLES = 8
PAIRED = 3
"""How many of a text's smallest prints it is remembered by, alone and in pairs."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(32)
_UNIT = np.uint32(0x1000003)
_START = np.zeros(1, dtype=np.int64)


class Grams(NamedTuple):
    """A text's grams, packed; of a long text an even sample, by their hash.

    With `thin` n, only hashes whose last n bits are 0 are kept.
    """

    packed: bytes
    thin: int = 0

    def shared(self, other: Grams) -> tuple[int, int, int]:
        """Return how many grams both, this and the other have, in the same sample."""
        thin = max(self.thin, other.thin)
        mine, theirs = self._different(thin), other._different(thin)
        return len(mine & theirs), len(mine), len(theirs)

    def _different(self, thin: int) -> set[int]:
        values = set(array("I", self.packed))
        return values if thin == self.thin else _thinned(values, thin)


class Measured(NamedTuple):
    """A text's size in units, its grams, and what it is looked up and kept by."""

    units: int
    grams: Grams
    prints: tuple[int, ...]
    keys: tuple[int, ...]


def measure(texts: Sequence[str]) -> list[Measured]:
    """Return what there is to know of cleaned texts."""
    codes, edges = _units(texts)
    sizes = np.diff(edges).tolist()
    if len(codes) < GRAM:
        return [Measured(size, Grams(b""), (), ()) for size in sizes]
    hashes = _hash(codes)
    starts = edges[:-1]
    ends = np.maximum(edges[1:] - (GRAM - 1), starts)
    prints = _winnowed(hashes, starts, ends)
    packed, wide = hashes.tobytes(), hashes.itemsize
    return [
        _measured(size, packed[start * wide : end * wide], chosen)
        for size, start, end, chosen in zip(
            sizes, starts.tolist(), ends.tolist(), prints, strict=True
        )
    ]


def _measured(size: int, packed: bytes, chosen: list[int]) -> Measured:
    prints = sorted(set(chosen))[:MOST_PRINTS]
    pairs = [one << 32 | two for one, two in combinations(prints[:PAIRED], 2)]
    grams = Grams(packed) if size <= MOST_GRAMS else _sample(packed)
    return Measured(size, grams, (*prints, *pairs), (*prints[:SINGLES], *pairs))


def _sample(packed: bytes) -> Grams:
    values = set(array("I", packed))
    thin = 0
    while len(values) > MOST_GRAMS:
        thin += 1
        values = _thinned(values, thin)
    return Grams(array("I", values).tobytes(), thin)


def _thinned(values: set[int], thin: int) -> set[int]:
    mask = (1 << thin) - 1
    return {value for value in values if not value & mask}


def _units(texts: Sequence[str]) -> tuple[Codes, Places]:
    """Return all texts as one row of units, and where each begins; last, its end."""
    joined = "".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    edges = np.concatenate((_START, np.cumsum(lengths)))
    if joined.isascii():
        return codes, edges
    sizes = np.where(_is_wide(codes), 3, 1)
    places = np.concatenate((_START, np.cumsum(sizes)))
    units = np.repeat(codes, sizes)
    # The three units of a wide character differ.
    nth = np.arange(len(units)) - np.repeat(places[:-1], sizes)
    return units + nth.astype(np.uint32) * _UNIT, places[edges]


def _is_wide(codes: Codes) -> NDArray[np.bool_]:
    jamo = (codes >= 0x1100) & (codes < 0x1200)
    basic = (codes >= 0x2E80) & (codes < 0xD800)
    more = (codes >= 0xF900) & (codes < 0xFB00)
    return jamo | basic | more | ((codes >= 0x20000) & (codes < 0x40000))


def _hash(codes: Codes) -> Hashes:
    """Hash every run of units; runs across two texts are never looked at."""
    size = len(codes) - GRAM + 1
    total = np.zeros(size, dtype=np.uint64)
    wide_codes = codes.astype(np.uint64)
    for place in range(GRAM):
        total *= _BASE
        total += wide_codes[place : place + size]
    total ^= total >> _SHIFT
    total *= _MIX
    return (total >> _SHIFT).astype(np.uint32)


def _winnowed(hashes: Hashes, starts: Places, ends: Places) -> list[list[int]]:
    """Return the smallest of every WINDOW neighbours within each text."""
    step = 1
    while step < WINDOW and len(hashes) > step:
        hashes = np.minimum(hashes[:-step], hashes[step:])
        step *= 2
    # Neighbouring windows mostly have the same one.
    is_other = np.ones(len(hashes), dtype=bool)
    is_other[1:] = hashes[1:] != hashes[:-1]
    is_other[starts[starts < len(hashes)]] = True
    places = np.flatnonzero(is_other)
    values = hashes[places].tolist()
    begins = np.searchsorted(places, starts).tolist()
    lasts = np.searchsorted(places, np.maximum(ends - WINDOW + 1, starts)).tolist()
    return [values[begin:last] for begin, last in zip(begins, lasts, strict=True)]
