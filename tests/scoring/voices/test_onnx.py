"""A classifier of the operator: right from any export, or plain words why not."""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.scoring.voices.base import VoiceError
from monitor.scoring.voices.folder import ModelFolder
from monitor.scoring.voices.onnx import OnnxVoice
from tests.scoring.voices import tiny

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

TEXTS = [text for _, text in tiny.NEW]
FEELINGS = [feeling for feeling, _ in tiny.NEW]


def voice(folder: Path, **more: Any) -> OnnxVoice:
    return OnnxVoice("tiny", ModelFolder(path=folder, **more))


def refused(folder: Path, **more: Any) -> VoiceError:
    """Return why a folder cannot be used."""
    with pytest.raises(VoiceError) as caught:
        voice(folder, **more)
    return caught.value


@pytest.fixture(scope="module")
def well_made(tmp_path_factory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("models") / "tiny")


def test_it_is_right_about_sentences_it_has_not_seen(well_made):
    found = voice(well_made).read(TEXTS)

    assert found.dtype == np.float32
    assert found.argmax(axis=1).tolist() == FEELINGS
    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)
    assert (found.max(axis=1) > 0.5).all()


@pytest.mark.parametrize("order", [(2, 1, 0), (1, 2, 0), (0, 2, 1)])
def test_labels_may_stand_in_any_order(tmp_path, well_made, order):
    names = tuple(tiny.LABELS[feeling].upper() for feeling in order)

    found = voice(tiny.write(tmp_path, order=order, labels=names)).read(TEXTS)

    assert np.allclose(found, voice(well_made).read(TEXTS), atol=1e-6)


def test_labels_without_a_meaning_are_explained_by_the_operator(tmp_path, well_made):
    names = ("LABEL_0", "LABEL_1", "LABEL_2")
    meaning = {"LABEL_0": "positive", "label_1": "negative", "2": "neutral"}
    folder = tiny.write(tmp_path, order=(2, 0, 1), labels=names)

    found = voice(folder, labels=meaning).read(TEXTS)

    assert np.allclose(found, voice(well_made).read(TEXTS), atol=1e-6)
    assert "labels: {LABEL_0: negative, …}" in str(refused(folder))


def test_a_model_of_two_labels_never_says_neutral(tmp_path):
    folder = tiny.write(tmp_path, order=(2, 0), labels=("POS", "NEG"))

    found = voice(folder).read(TEXTS)

    assert (found[:, 1] == 0).all()
    assert [row.argmax() for row, f in zip(found, FEELINGS, strict=True) if f != 1] == [
        f for f in FEELINGS if f != 1
    ]


def test_five_stars_become_three_feelings(tmp_path):
    names = ("1 star", "2 stars", "3 stars", "4 stars", "5 stars")

    found = voice(tiny.write(tmp_path, order=(0, 0, 1, 2, 2), labels=names)).read(TEXTS)

    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)
    assert [r.argmax() for r, f in zip(found, FEELINGS, strict=True) if f != 1] == [
        f for f in FEELINGS if f != 1
    ]


@pytest.mark.parametrize("batch", [1, 2, 4, 64])
def test_the_company_a_text_is_read_in_changes_nothing(well_made, batch):
    alone = np.vstack([voice(well_made).read([text]) for text in TEXTS])
    long = " ".join(TEXTS)

    found = voice(well_made, batch=batch).read([long, *TEXTS, "", long])[1:-2]

    assert np.allclose(found, alone, atol=1e-6)


def test_padding_is_not_read(tmp_path, well_made):
    loud = voice(tiny.write(tmp_path, loud_padding=True))
    texts = ["lovely", " ".join(TEXTS)]

    assert np.allclose(loud.read(texts), voice(well_made).read(texts), atol=1e-6)


def test_a_model_without_a_mask_is_given_texts_of_one_length_at_a_time(
    tmp_path, well_made
):
    folder = tiny.write(tmp_path, inputs=("input_ids",), loud_padding=True)

    found = voice(folder).read(TEXTS)

    assert np.allclose(found, voice(well_made).read(TEXTS), atol=1e-6)


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 6},
        {"inputs": ("input_ids", "attention_mask", "token_type_ids")},
        {"ends_in_softmax": True},
        {"config": {"max_position_embeddings": -1}},
    ],
    ids=str,
)
def test_exports_differ_and_say_the_same(tmp_path, well_made, changes):
    found = voice(tiny.write(tmp_path, **changes)).read(TEXTS)

    assert np.allclose(found, voice(well_made).read(TEXTS), atol=1e-5)


def test_only_the_beginning_of_a_long_text_is_read(well_made):
    reader = voice(well_made, max_tokens=8)
    praise, anger = "lovely great happy thank you love", "terrible broken never refuse"

    found = reader.read([praise, f"{praise} {anger}", f"{praise} {anger * 1000}"])

    assert np.allclose(found, found[0], atol=1e-6)
    assert voice(well_made).read([f"{praise} {anger}"])[0, 0] > found[0, 0]


def test_what_the_model_can_take_limits_what_it_is_given(well_made):
    """The folder says 66 places, of which two are never used."""
    words = " ".join(["lovely"] * 62)

    found = voice(well_made, max_tokens=1000).read([words, f"{words} broken broken"])

    assert np.allclose(found[0], found[1], atol=1e-6)


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "환불해 주세요", "zzz qqq terrible", "\ud800", "\0"],
    ids=["empty", "blank", "korean", "mostly unknown", "half a character", "nul"],
)
def test_what_it_has_no_words_for_it_has_not_read(well_made, text):
    found = voice(well_made).read([TEXTS[0], text, TEXTS[1]])

    assert np.isnan(found[1]).all()
    assert np.isfinite(found[[0, 2]]).all()


@pytest.mark.parametrize(
    "text", ["a" * 3_000_000, "lovely " * 2_000_000, "가" * 2_000_000]
)
def test_a_hostile_text_takes_no_longer(well_made, text):
    reader = voice(well_made)
    begin = time.process_time()

    reader.read([text])

    assert time.process_time() - begin < 0.3


def test_white_space_in_front_hides_nothing(well_made):
    reader = voice(well_made)

    assert (reader.read([" " * 99_999 + TEXTS[0]]) == reader.read([TEXTS[0]])).all()


def test_nothing_to_read_is_no_rows(well_made):
    assert voice(well_made).read([]).shape == (0, 3)


def test_threads_may_share_it(well_made):
    reader = voice(well_made)
    alone = reader.read(TEXTS)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: reader.read(TEXTS), range(40)))

    assert all(np.allclose(each, alone, atol=1e-6) for each in found)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_missing_file_is_named(tmp_path, name):
    folder = tiny.write(tmp_path)
    (folder / name).unlink()

    error = refused(folder)

    assert f"{folder} has no {name}" in str(error)
    assert "copy the whole folder" in str(error)
    assert error.setting == "path"


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\0junk", b"[1]"])
def test_a_broken_file_is_named(tmp_path, name, content):
    folder = tiny.write(tmp_path)
    (folder / name).write_bytes(content)

    assert name in str(refused(folder))


def test_a_pointer_is_not_a_model(tmp_path):
    folder = tiny.write(tmp_path)
    (folder / "model.onnx").write_bytes(b"version https://git-lfs.github.com/spec/v1\n")

    assert "git lfs pull" in str(refused(folder))


def test_a_folder_that_is_none(tmp_path):
    assert "write the folder of the model" in str(refused(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"inputs": ("tokens",)}, "wants the inputs 'tokens'"),
        (
            {"inputs": ("input_ids", "attention_mask", "pixel_values")},
            "a text classifier has 'input_ids'",
        ),
        ({"size": (1, 128)}, "fixed size [1, 128]"),
        ({"labels": ("negative", "positive")}, "config.json names 2 labels"),
        ({"labels": ("joy", "anger", "fear")}, "'joy', 'anger', 'fear' do not say"),
        ({"labels": ("negative", "neutral", "neg")}, "means positive"),
        ({"config": {"id2label": {}}}, "no usable id2label"),
        ({"config": {"id2label": {"0": "negative", "2": "positive"}}}, "from 0"),
        ({"config": {"problem_type": "regression"}}, "'regression'"),
        (
            {"config": {"problem_type": "multi_label_classification"}},
            "chooses one label",
        ),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_does_not_fit_is_said(tmp_path, changes, words):
    assert words in str(refused(tiny.write(tmp_path, **changes)))


def test_an_explanation_of_a_label_that_is_not_there(well_made):
    error = refused(well_made, labels={"LABEL_7": "negative"})

    assert "no label 'LABEL_7'; it has 'negative'" in str(error)
    assert error.setting == "labels"


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_package_that_is_not_installed(well_made, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)

    assert "pip install 'overheard[onnx]'" in str(refused(well_made))


def test_it_uses_one_thread_unless_told_otherwise(well_made):
    options = voice(well_made)._session.get_session_options()

    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    more = voice(well_made, threads=2)._session.get_session_options()
    assert more.intra_op_num_threads == 2


def test_a_model_beside_others_in_the_folder(tmp_path, well_made):
    folder = tiny.write(tmp_path)
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "quantized.onnx")

    found = voice(folder, file="onnx/quantized.onnx").read(TEXTS)

    assert np.allclose(found, voice(well_made).read(TEXTS), atol=1e-6)
    assert json.loads((folder / "config.json").read_text())["model_type"] == "tiny"
