"""Bayesian logistic regression with a kernel, by Newton's steps, in plain numpy.

What is learned is a shift f of given logits (`offsets`), with a Gaussian prior whose
covariance is `kernel`; f = kernel @ effects at its most probable value, so that each
example's own part in a shift is known. What each example would be taken for if it had
not been there (`left_out`) follows without fitting again: see Rasmussen and Williams,
Gaussian Processes for Machine Learning (2006), chapters 3 and 5.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

_STEPS = 30
_ENOUGH = 1e-3
_LEAST_CURVE = 1e-6


class Data(NamedTuple):
    """Examples: `answers` are 0 and 1, `offsets` logits, `weights` above 0."""

    answers: Vector
    offsets: Vector
    weights: Vector

    def first(self, number: int) -> Data:
        """Return the first so many."""
        return Data(*(part[:number] for part in self))


def fit(kernel: Vector, data: Data) -> Vector:
    """Return the effects of the examples in the most probable shift."""
    effects = np.zeros(len(data.answers))
    shift = np.zeros(len(data.answers))
    loss = _loss(shift, effects, data)
    for _ in range(_STEPS):
        aim = _newton(kernel, shift, data) - effects
        before, size = loss, 1.0
        while True:
            tried = effects + size * aim
            moved = kernel @ tried
            loss = _loss(moved, tried, data)
            if loss <= before + 1e-9 or size < 1e-3:
                break
            size /= 2
        effects, shift = tried, moved
        if before - loss < _ENOUGH:
            break
    return effects


def left_out(kernel: Vector, data: Data) -> Vector:
    """Return the logit of each example as the others alone would have it."""
    shift = kernel @ fit(kernel, data)
    guessed, curve = _curve(shift, data)
    inverse = np.linalg.inv(_inner(kernel, np.sqrt(curve)))
    own = (1.0 - np.diag(inverse)) / curve
    pull = data.weights * (data.answers - guessed)
    without = shift - own * pull / np.maximum(1e-3, 1.0 - curve * own)
    return np.asarray(data.offsets + without)


def losses(logits: Any, answers: Vector) -> Vector:
    """Return how far off each answer is: minus the logarithm of its probability."""
    return np.asarray(np.logaddexp(0.0, logits) - answers * logits)


def chance(logits: Any) -> Any:
    """Return probabilities of logits."""
    return 1.0 / (1.0 + np.exp(-np.clip(logits, -50.0, 50.0)))


def logit(probabilities: Any, least: float = 1e-3) -> Any:
    """Return logits of probabilities, none of them beyond that of `least`."""
    kept = np.clip(probabilities, least, 1.0 - least)
    return np.log(kept / (1.0 - kept))


def _loss(shift: Vector, effects: Vector, data: Data) -> float:
    away = losses(shift + data.offsets, data.answers)
    return float((data.weights * away).sum() + 0.5 * effects @ shift)


def _curve(shift: Vector, data: Data) -> tuple[Vector, Vector]:
    guessed = chance(shift + data.offsets)
    curve = data.weights * guessed * (1.0 - guessed)
    return guessed, np.maximum(curve, _LEAST_CURVE)


def _inner(kernel: Vector, root: Vector) -> Vector:
    inner = root[:, None] * kernel * root
    inner.flat[:: len(root) + 1] += 1.0
    return np.asarray(inner)


def _newton(kernel: Vector, shift: Vector, data: Data) -> Vector:
    guessed, curve = _curve(shift, data)
    root = np.sqrt(curve)
    wanted = curve * shift + data.weights * (data.answers - guessed)
    solved = np.linalg.solve(_inner(kernel, root), root * (kernel @ wanted))
    return np.asarray(wanted - root * solved)
