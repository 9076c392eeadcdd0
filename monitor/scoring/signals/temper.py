"""How hot a text is: shouting and faces, in every language, and its hot words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.scoring.signals.model import ANGER, INSULT, INTENSIFIER, Signal

_CAPITALS = re.compile(r"(?<![\w@#])[A-ZÀ-ÖØ-ÞŒ]{4,}(?!\w)")
_EXCLAIMED = re.compile(r"[!！‼](?:\s?[!！‼?？1]){2,}|[?？](?:\s?[?？!！]){2,}")
_EXCLAIMING = frozenset("!?！？‼")
_ANGRY_SIGNS = "😡🤬😠👿👎💩🤮🖕😤"
_FACES, _ANGRY = frozenset(_ANGRY_SIGNS), re.compile(f"[{_ANGRY_SIGNS}]")
_MOST_SHOWN = 3

_EXCLAMATION, _FACE, _SHOUT = 0.15, 0.3, 0.1
_HEAT = {ANGER: 0.5, INSULT: 1.0}
_INTENSE = 0.1


def signs_of_anger(text: str) -> tuple[list[Signal], float]:
    """Return what shouts or pulls an angry face, and how hot that is.

    None of it alone is a complaint, so the weights are 0.
    """
    calm = 1.0
    spans: list[tuple[int, int]] = []
    if not _EXCLAIMING.isdisjoint(text):
        exclaimed = _spans(_EXCLAIMED, text)
        calm *= (1 - _EXCLAMATION) ** len(exclaimed)
        spans += exclaimed
    shouted = _spans(_CAPITALS, text)
    if len(shouted) > 1:  # one may be a name
        calm *= (1 - _SHOUT) ** len(shouted)
        spans += shouted
    if not text.isascii() and not _FACES.isdisjoint(text):
        faces = _spans(_ANGRY, text)
        calm *= (1 - _FACE) ** len(faces)
        spans += faces
    return [Signal(start, end, ANGER, 0.0, "") for start, end in spans], 1 - calm


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    found = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == _MOST_SHOWN:
            break
    return found


def heat(weights: Mapping[str, list[float]], signs: float) -> float:
    """Return anger in [0, 1] from the weights of words and the heat of signs."""
    calm = 1 - signs
    for kind, share in _HEAT.items():
        for weight in weights.get(kind, ()):
            calm *= 1 - share * weight
    if calm < 1:  # an intensifier alone may intensify joy
        calm *= (1 - _INTENSE) ** min(len(weights.get(INTENSIFIER, ())), _MOST_SHOWN)
    return round(1 - calm, 3)
