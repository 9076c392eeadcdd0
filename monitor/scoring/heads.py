"""What the trained heads say of a text, and where in the text they find it.

`weights/reader.npz` holds the layers of the encoder after training and one linear head
a question. `monitor.training` makes it; `weights/reader.json` says from what.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from monitor.scoring.encoder import Encoded, Encoder, batches
from monitor.scoring.package import Array, is_installed, load_cutter
from monitor.scoring.pieces import Pieces

WEIGHTS = Path(__file__).parent / "weights" / "reader.npz"
FEELING = ("polar", "positive")
"""Whether there is any feeling, and if so, whether it is a good one."""
LEVELS = ("medium", "high", "critical")
TOPICS = (
    "question",
    "refund",
    "billing",
    "waiting",
    "unanswered",
    "delivery",
    "outage",
    "defect",
    "service",
    "account",
    "safety",
    "legal",
    "churn",
    "feature_request",
    "praise",
    "spam",
    "job_advert",
    "going_public",
    "privacy",
    "vulnerable",
    "self_harm",
    "news",
    "sarcasm",
)
HEADS = (*FEELING, "complaint", *LEVELS, *TOPICS)
TRAINED = "trained_"
"""Arrays whose names begin so are there to train on; nothing reads with them."""
HEAD = {name: index for index, name in enumerate(HEADS)}


@dataclass(frozen=True, slots=True)
class Heard:
    """The logits of one text, in the order of HEADS, with what led to them."""

    logits: Array
    features: Array
    pieces: Pieces
    encoded: Encoded
    row: int

    def logit(self, head: str) -> float:
        return float(self.logits[HEAD[head]])


class Heads:
    """Reads texts in any language of the encoder. Safe to share between threads."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        with np.load(weights, allow_pickle=False) as stored:
            names = [name for name in stored.files if not name.startswith(TRAINED)]
            layers = {name: stored[name].astype(np.float32) for name in names}
        self._weight: Array = layers.pop("heads")
        self._bias: Array = layers.pop("heads_bias")
        self.encoder = Encoder(load_cutter(), layers)

    def read(self, texts: Sequence[str]) -> list[Heard]:
        """Read texts; many at once are read in half the time each."""
        heard = []
        for _, group in batches([self.encoder.cut(text) for text in texts]):
            encoded = self.encoder.encode(group)
            features = encoded.features
            logits = features @ self._weight + self._bias
            heard += [
                Heard(logits[row], features[row], pieces, encoded, row)
                for row, pieces in enumerate(group)
            ]
        return heard

    def contributions(
        self, heard: Sequence[Heard], answers: Sequence[Mapping[str, float]]
    ) -> list[Array]:
        """Return what each piece adds to an answer: a weight for some heads a text."""
        together: dict[int, list[int]] = {}
        for index, each in enumerate(heard):
            together.setdefault(id(each.encoded), []).append(index)
        found: dict[int, Array] = {}
        for indexes in together.values():
            wanted = np.stack([_unit(answers[i]) for i in indexes]) @ self._weight.T
            shares = self.encoder.contributions(
                heard[indexes[0]].encoded, [heard[i].row for i in indexes], wanted
            )
            found.update(zip(indexes, shares, strict=True))
        return [found[index] for index in range(len(heard))]


_LOCK = threading.Lock()


@functools.cache
def _load() -> Heads:
    return Heads()


def shipped_heads() -> Heads | None:
    """Return the heads that ship, loaded once; None without the encoder's package."""
    if not is_installed():
        return None
    with _LOCK:
        return _load()


def _unit(answer: Mapping[str, float]) -> Array:
    found = np.zeros(len(HEADS), dtype=np.float32)
    for name, weight in answer.items():
        found[HEAD[name]] = weight
    return found
