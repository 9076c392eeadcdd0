"""How the parts of the stack become one opinion, with numbers that were fitted.

    logits(negative, neutral, positive) = scale * log p(encoder)
        + sum over parts of weight * value + bias(language)

and the softmax of it. `weights/blend.json` holds the numbers, once for the whole stack
and once (`words`) for where the encoder cannot be asked; `monitor.training` fits them
by maximum likelihood on texts that the encoder was not trained on, so what comes out
are calibrated probabilities. The complaint is a logistic regression of the same kind.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NUMBERS = Path(__file__).parent / "weights" / "blend.json"
VALUES = ("vader", "emoji", "cues", "anger", "praise")
"""What each part says of a text, one number each; see `Votes`."""
_LEAST = 1e-6
_NO_CUES, _MOST_CUES = 0.15, 0.98

Thirds = tuple[float, float, float]
"""Probabilities of negative, neutral, positive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """What the parts say. `encoder` is None where it was not asked.

    `vader` is the compound (0 but for English), `emoji` in [-1, 1], `cues` the
    complaint in words and `anger` their heat, both in [0, 1], `praise` 1 where words
    praise.
    """

    encoder: Thirds | None = None
    vader: float = 0.0
    emoji: float = 0.0
    cues: float = 0.0
    anger: float = 0.0
    praise: float = 0.0
    complains: float = 0.0
    """The encoder's logit of a complaint."""

    @property
    def values(self) -> tuple[float, ...]:
        """Return the numbers in the order of VALUES."""
        return self.vader, self.emoji, self.cues, self.anger, self.praise

    def complaint_values(self, p_negative: float) -> tuple[float, ...]:
        """Return 1, the encoder's logit, cues, anger, praise, log odds of negative.

        Cues as log odds over those of a text without any: several plain words of
        complaint are hardly ever none.
        """
        cues = log_odds(min(max(self.cues, _NO_CUES), _MOST_CUES))
        return (
            1.0,
            self.complains,
            cues - log_odds(_NO_CUES),
            self.anger,
            self.praise,
            log_odds(p_negative),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """One set of fitted numbers. `weights` has a row for each of VALUES."""

    scale: float
    weights: tuple[Thirds, ...]
    bias: Mapping[str, Thirds]
    complaint: tuple[float, ...]
    """One for each of `Votes.complaint_values`."""

    def feel(self, votes: Votes, lang: str) -> Thirds:
        """Return the probabilities of negative, neutral and positive."""
        logits = list(self.bias.get(lang) or self.bias[""])
        if votes.encoder is not None:
            logits = [
                have + self.scale * math.log(max(p, _LEAST))
                for have, p in zip(logits, votes.encoder, strict=True)
            ]
        for value, row in zip(votes.values, self.weights, strict=True):
            if value:
                logits = [have + value * w for have, w in zip(logits, row, strict=True)]
        return _softmax(logits)

    def complains(self, votes: Votes, p_negative: float) -> float:
        """Return how likely somebody waits for an answer, from 0 to 1."""
        said = votes.complaint_values(p_negative)
        return sigmoid(sum(a * b for a, b in zip(self.complaint, said, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Everything that `blend.json` holds."""

    full: Blend
    words: Blend
    languages: tuple[str, ...]
    """What the encoder was trained to read, best first."""
    confidence: float
    confidence_unknown: float
    """Least probability of the likeliest label, and where no language is known."""


@functools.cache
def shipped_numbers() -> Numbers:
    """Return the numbers that ship."""
    found = json.loads(NUMBERS.read_text(encoding="utf-8"))
    return Numbers(
        full=_blend(found["full"]),
        words=_blend(found["words"]),
        languages=tuple(found["languages"]),
        confidence=found["confidence"],
        confidence_unknown=found["confidence_unknown"],
    )


def _blend(found: Mapping[str, Any]) -> Blend:
    return Blend(
        scale=found["scale"],
        weights=tuple(_thirds(found["weights"][name]) for name in VALUES),
        bias={lang: _thirds(row) for lang, row in found["bias"].items()},
        complaint=tuple(found["complaint"]),
    )


def _thirds(row: Sequence[float]) -> Thirds:
    negative, neutral, positive = row
    return negative, neutral, positive


def log_odds(p: float) -> float:
    """Return the logit of a probability."""
    return math.log(max(p, _LEAST) / max(1 - p, _LEAST))


def sigmoid(logit: float) -> float:
    """Return the probability of a logit."""
    if logit < 0:
        return math.exp(max(logit, -700)) / (1 + math.exp(max(logit, -700)))
    return 1 / (1 + math.exp(-min(logit, 700)))


def _softmax(logits: Sequence[float]) -> Thirds:
    most = max(logits)
    parts = [math.exp(each - most) for each in logits]
    total = sum(parts)
    return parts[0] / total, parts[1] / total, parts[2] / total
