"""How often Python looks for rings of garbage."""

from __future__ import annotations

import gc

YOUNG_OBJECTS = 20_000
"""New objects after which Python looks; by itself it does after 700."""


def collect_rarely() -> None:
    """Look for rings of garbage less often; everything else is freed at once anyway.

    A batch of posts is thousands of objects that live for a few milliseconds and form
    no rings: looking at them again and again took a tenth of the time of collecting.
    """
    gc.set_threshold(YOUNG_OBJECTS, 20, 20)
