"""The fit against what it should be, found in slower ways."""

from __future__ import annotations

import numpy as np
import pytest

from monitor.teaching.logistic import Data, chance, fit, left_out, logit, losses


def made(number: int, seed: int = 3) -> tuple[np.ndarray, Data]:
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(number, 4))
    answers = (points[:, 0] + rng.normal(size=number) > 0).astype(float)
    kernel = points @ points.T + 0.5
    weights = rng.uniform(0.5, 2.0, size=number)
    return kernel, Data(answers, rng.normal(size=number), weights)


def test_the_fit_is_where_the_slope_is_nothing() -> None:
    """At the most probable shift an example's effect is what is left of its error."""
    kernel, data = made(40)

    effects = fit(kernel, data)

    left = data.weights * (data.answers - chance(kernel @ effects + data.offsets))
    assert effects == pytest.approx(left, abs=0.02)


def test_leaving_an_example_out_is_nearly_what_fitting_without_it_gives() -> None:
    kernel, data = made(40)

    found = left_out(kernel, data)

    for index in range(40):
        rest = np.delete(np.arange(40), index)
        without = Data(*(part[rest] for part in data))
        effects = fit(kernel[np.ix_(rest, rest)], without)
        truth = data.offsets[index] + kernel[index, rest] @ effects
        assert found[index] == pytest.approx(truth, abs=0.35)


def test_what_the_examples_agree_with_is_hardly_shifted() -> None:
    kernel = np.ones((5, 5))
    sure = Data(np.ones(5), np.full(5, 6.0), np.ones(5))

    assert abs(kernel @ fit(kernel, sure)).max() < 0.05


def test_numbers_beyond_all_bounds_do_no_harm() -> None:
    kernel = 1e4 * np.eye(3)
    data = Data(np.array([0.0, 1.0, 0.0]), np.array([700.0, -700.0, 0.0]), np.ones(3))

    assert np.isfinite(fit(kernel, data)).all()
    assert np.isfinite(losses(data.offsets, data.answers)).all()
    assert np.isfinite(logit(np.array([0.0, 1.0]))).all()
