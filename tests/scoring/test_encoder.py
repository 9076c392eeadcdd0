"""The fast encoder gives the numbers of the plain one, and of the package."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.scoring import piece_memory
from monitor.scoring.encoder import Encoder, batches
from monitor.scoring.pieces import Pieces
from tests.scoring.encoding import (
    SENTENCES,
    Naive,
    heads,
    package,
    package_layers,
    stored,
    trained_layers,
)

CLOSE = 1e-4


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a maker of encoders that remember so many pieces."""
    monkeypatch.setattr(piece_memory, "load_table", stored)

    def made(layers: Mapping[str, Any], *, remembered: int = 2_000) -> Encoder:
        return Encoder(heads().encoder._cutter, layers, remembered=remembered)

    return made


def cut(*texts: str) -> list[Pieces]:
    """Cut texts into pieces."""
    return [heads().encoder.cut(text) for text in texts]


def test_with_the_packages_layers_it_is_the_packages_encoder(make: Any) -> None:
    ours = make(package_layers()).features(SENTENCES)[:, :512]
    theirs = package().encode(list(SENTENCES))

    cosines = np.einsum("ij,ij->i", ours, theirs)
    assert cosines.min() > 0.9999
    assert np.allclose(ours, theirs, atol=1e-3)


def test_the_trained_layers_give_what_they_give_one_by_one() -> None:
    plain = Naive(trained_layers())
    texts = SENTENCES[::3]
    for text, row in zip(texts, heads().encoder.features(texts), strict=True):
        expected = plain.features(cut(text)[0].ids)
        assert np.allclose(row, expected, atol=2e-3, rtol=2e-3), text


def test_vectors_have_length_one() -> None:
    vectors = heads().encoder.features(SENTENCES)[:, :512]
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=CLOSE)


def test_many_texts_are_read_as_each_alone() -> None:
    encoder = heads().encoder
    texts = [*SENTENCES, "", *(" ".join(SENTENCES[:n]) for n in range(12))]

    together = encoder.features(texts)

    assert together.shape == (len(texts), encoder.size)
    for text, row in zip(texts, together, strict=True):
        assert np.allclose(row, encoder.features([text])[0], atol=CLOSE), text


def test_a_text_of_nothing_is_a_row_too() -> None:
    encoder = heads().encoder

    assert encoder.features([]).shape == (0, encoder.size)
    assert np.isfinite(encoder.features(["", " "])).all()


@pytest.mark.parametrize("remembered", [0, 3, 40, 300])
def test_a_full_memory_changes_nothing(make: Any, remembered: int) -> None:
    small = make(trained_layers(), remembered=remembered)
    expected = heads().encoder.features(SENTENCES)

    for _ in range(2):
        assert np.allclose(small.features(SENTENCES), expected, atol=CLOSE)
        for text, row in zip(SENTENCES, expected, strict=True):
            assert np.allclose(small.features([text])[0], row, atol=CLOSE), text
            rows = small._memory._rows
            assert rows.filled <= rows.most == max(remembered, rows.filled)


def test_what_is_remembered_is_used_again(make: Any) -> None:
    encoder = make(trained_layers())
    first = encoder.features(SENTENCES)
    rows = encoder._memory._rows
    filled = rows.filled

    encoder._memory._table = rows.raw[:0]  # nothing to work out from

    assert np.array_equal(encoder.features(SENTENCES), first)
    assert encoder._memory._rows is rows
    assert rows.filled == filled > 100


def test_threads_may_share_an_encoder(make: Any) -> None:
    encoder = make(trained_layers(), remembered=150)
    expected = heads().encoder.features(SENTENCES)
    together = threading.Barrier(4)
    wrong: list[str] = []

    def work(seed: int) -> None:
        order = np.random.default_rng(seed).permutation(len(SENTENCES)).tolist()
        together.wait()
        for first in range(0, len(order), 3):
            rows = order[first : first + 3]
            found = encoder.features([SENTENCES[row] for row in rows])
            if not np.allclose(found, expected[rows], atol=CLOSE):
                wrong.extend(SENTENCES[row] for row in rows)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_contributions_are_the_changes_of_an_answer() -> None:
    """Each is the derivative by how much of its piece there is in the sum."""
    encoder, plain = heads().encoder, Naive(trained_layers())
    texts = SENTENCES[:6]
    answers = np.random.default_rng(7).normal(size=(len(texts), encoder.size))
    encoded = encoder.encode(cut(*texts))

    rows = [4, 0, 3]
    found = encoder.contributions(encoded, rows, answers[rows].astype(np.float32))

    for row, shares in zip(rows, found, strict=True):
        ids = cut(texts[row])[0].ids
        parts = plain.summands(ids)
        whole = parts.sum(0) + plain.constant(ids)
        step = 1e-6
        changes = [
            (plain.dense(whole + step * part) - plain.dense(whole - step * part))
            @ answers[row]
            / (2 * step)
            for part in parts[1:-1]
        ]
        assert len(shares) == len(ids)
        assert np.allclose(shares, changes, atol=5e-3, rtol=2e-2), texts[row]


def test_groups_hold_all_texts_in_their_order() -> None:
    texts = [" ".join(SENTENCES[: n % 9]) for n in range(240)]
    cutted = cut(*texts, " ".join(SENTENCES * 3))

    groups = list(batches(cutted))

    assert [each for _, group in groups for each in group] == cutted
    assert [first for first, _ in groups] == [
        sum(len(group) for _, group in groups[:n]) for n in range(len(groups))
    ]
    assert len(groups) > 2
    for _, group in groups:
        assert len(group) == 1 or sum(len(each) + 2 for each in group) <= 4_096
    assert list(batches([])) == []


COUNT_THREADS = """
import os, monitor, numpy
numpy.ones((600, 600), dtype="f") @ numpy.ones((600, 600), dtype="f")
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads of Linux")
@pytest.mark.parametrize(
    ("given", "most"), [({}, 1), ({"OPENBLAS_NUM_THREADS": "2"}, 2)]
)
def test_arithmetic_takes_one_thread_unless_told_otherwise(given, most):
    """Two that wait for each other on a busy machine are several times slower."""
    kept = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    found = subprocess.check_output(
        [sys.executable, "-c", COUNT_THREADS], env={**kept, **given}, text=True
    )

    assert int(found) == min(most, os.cpu_count() or 1)
