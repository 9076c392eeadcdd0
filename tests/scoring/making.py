"""Opinions made by hand, for tests of what becomes of them."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np

from monitor.scoring.blend import Thirds
from monitor.scoring.encoder import Encoded
from monitor.scoring.heads import HEAD, HEADS, Heard
from monitor.scoring.opinion import Opinion
from monitor.scoring.pieces import Pieces
from monitor.scoring.signals import Signals

UNHAPPY: Thirds = (0.8, 0.15, 0.05)
NEUTRAL: Thirds = (0.2, 0.7, 0.1)
HAPPY: Thirds = (0.1, 0.2, 0.7)
_SILENT = -9.0


def heard(**logits: float) -> Heard:
    """Return what the heads might say; those that are not named are silent."""
    row = np.full(len(HEADS), _SILENT, dtype=np.float32)
    for name, logit in logits.items():
        row[HEAD[name]] = logit
    none = np.zeros((1, 1), dtype=np.float32)
    count = np.ones(1, dtype=np.int64)
    return Heard(
        logits=row,
        features=none[0],
        pieces=Pieces(ids=array("q"), starts=array("q"), ends=array("q")),
        encoded=Encoded(count, count, *([none] * 8)),
        row=0,
    )


def opinion(thirds: Thirds, complaint: float = 0.0, **more: Any) -> Opinion:
    """Return an opinion; nothing was found in the words but what is given."""
    given = {
        "p_high": None,
        "signals": Signals(),
        "heard": None,
        "emoji": 0.0,
        "parts": (),
        **more,
    }
    return Opinion(thirds=thirds, complaint=complaint, **given)
