"""From the labels of somebody's model to negative, neutral and positive.

Models number their labels in any order and call them what they like. Words for a
feeling and numbers of stars are understood. Names that say nothing, as LABEL_0, have to
be explained by the operator: to guess would turn praise into complaints.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from monitor.scoring.voices.base import (
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    Probabilities,
    VoiceError,
)

COLUMNS = {"negative": NEGATIVE, "neutral": NEUTRAL, "positive": POSITIVE}
_WORDS = {
    "neg": NEGATIVE,
    "neu": NEUTRAL,
    "pos": POSITIVE,
    "very negative": NEGATIVE,
    "extremely negative": NEGATIVE,
    "very positive": POSITIVE,
    "extremely positive": POSITIVE,
    **COLUMNS,
}
_STARS = re.compile(r"([1-5])(?: stars?)?")
_STAR_COLUMNS = (NEGATIVE, NEGATIVE, NEUTRAL, POSITIVE, POSITIVE)


def columns_of(labels: Mapping[int, str], given: Mapping[str, str]) -> Probabilities:
    """Return a (k, 3) matrix of ones and zeros; raises VoiceError.

    `given` is what the operator says about labels, by name or by number. A model
    without a neutral label never says neutral.
    """
    _refuse_strangers(labels, given)
    found = {
        number: _column(name, number, given, stars=_all_stars(labels))
        for number, name in labels.items()
    }
    unclear = [labels[number] for number, column in found.items() if column is None]
    if unclear:
        shown = ", ".join(repr(name) for name in unclear[:5])
        raise VoiceError(
            f"the model's labels {shown} do not say what they mean; write after its "
            f"description: labels: {{{unclear[0]}: negative, …}}",
            setting="labels",
        )
    matrix = np.zeros((len(labels), 3), dtype=np.float32)
    for number, column in found.items():
        matrix[number, column] = 1.0
    for word in ("negative", "positive"):
        if not matrix[:, COLUMNS[word]].any():
            shown = ", ".join(repr(name) for name in list(labels.values())[:5])
            raise VoiceError(
                f"none of the model's labels ({shown}) means {word}; "
                "is this a model of feelings? If so, say so with `labels`",
                setting="labels",
            )
    return matrix


def _refuse_strangers(labels: Mapping[int, str], given: Mapping[str, str]) -> None:
    known = {_plain(name) for name in labels.values()} | {str(n) for n in labels}
    for name in given:
        if _plain(name) not in known:
            shown = ", ".join(repr(label) for label in list(labels.values())[:5])
            raise VoiceError(
                f"the model has no label {name!r}; it has {shown}", setting="labels"
            )


def _column(
    name: str, number: int, given: Mapping[str, str], *, stars: bool
) -> int | None:
    said = {_plain(key): COLUMNS[value] for key, value in given.items()}
    plain = _plain(name)
    if plain in said:
        return said[plain]
    if str(number) in said and not stars:
        return said[str(number)]
    if stars:
        return _STAR_COLUMNS[int(plain[0]) - 1]
    return _WORDS.get(plain)


def _all_stars(labels: Mapping[int, str]) -> bool:
    """Tell whether the labels are 1 to 5 stars, each of them once."""
    found = [_STARS.fullmatch(_plain(name)) for name in labels.values()]
    return sorted(match[1] if match else "" for match in found) == list("12345")


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().casefold()
