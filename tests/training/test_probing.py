"""Heads that are fitted on finished layers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from monitor.scoring.heads import FEELING, HEAD, HEADS, TRAINED
from monitor.training.corpora import Row

pytest.importorskip("torch")

WIDTH = 6


@dataclass
class Layers:
    """An encoder whose features are written in the text."""

    def features(self, texts: list[str]) -> np.ndarray:
        return np.array([list(map(float, t.split())) for t in texts], dtype=np.float32)


def rows() -> list[Row]:
    """Who complains has a high first number; praise (a topic) has a high second one."""
    numbers = np.random.default_rng(3).normal(size=(400, WIDTH)).round(3)
    return [
        Row(
            lang="en",
            corpus="written",
            text=" ".join(map(str, each)),
            feeling=1,
            three=True,
            complaint=int(each[0] > 0),
            severity=2 * int(each[0] > 0),
            topics=(14,) if each[1] > 0 else (),
        )
        for each in numbers
    ]


def arrays() -> dict[str, np.ndarray]:
    return {
        "heads": np.full((WIDTH, len(HEADS)), 0.25, dtype=np.float16),
        "heads_bias": np.full(len(HEADS), 0.5, dtype=np.float16),
        "d0": np.ones(3, dtype=np.float16),
    }


def probed(before: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    from monitor.training.probing import probe

    return probe(before, Layers(), rows())  # type: ignore[arg-type]


def test_heads_learn_their_question_and_feeling_stays():
    found = probed(arrays())

    feeling = slice(0, len(FEELING))
    assert (found["heads"][:, feeling] == arrays()["heads"][:, feeling]).all()
    assert found["heads"][:, HEAD["complaint"]].argmax() == 0
    assert found["heads"][:, HEAD["praise"]].argmax() == 1
    assert found["heads"].dtype == np.float16
    assert (found["d0"] == 1).all()


def test_it_may_be_done_again():
    once = probed(arrays())

    again = probed(once)

    assert once.keys() == again.keys()
    assert all((once[name] == again[name]).all() for name in once)
    assert (once[f"{TRAINED}heads"] == arrays()["heads"]).all()
