"""What becomes of several trained networks."""

from __future__ import annotations

import numpy as np

from monitor.training.members import averaged


def member(value: float) -> dict[str, np.ndarray]:
    return {
        "heads": np.full((2, 3), value, dtype=np.float16),
        "eps": np.float32(1e-6),
    }


def test_the_weights_are_the_mean_of_all_networks_in_half_precision():
    found = averaged([member(1), member(2), member(6)])

    assert found["heads"].tolist() == [[3.0] * 3] * 2
    assert found["heads"].dtype == np.float16
    assert found["eps"] == np.float32(1e-6)
    assert found["eps"].dtype == np.float32


def test_the_mean_is_not_rounded_on_the_way():
    tiny = 2.0**-14
    found = averaged([member(tiny), member(-tiny), member(3 * tiny)])

    assert found["heads"][0, 0] == np.float16(tiny)
