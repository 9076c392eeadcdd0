"""A model of the transformers library: local, without its own code, without pickles."""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.scoring.voices.base import VoiceError
from monitor.scoring.voices.folder import ModelFolder
from monitor.scoring.voices.transformers import TransformersVoice
from tests.scoring.voices import tiny


def refused(folder: Path, **more: Any) -> str:
    with pytest.raises(VoiceError) as caught:
        TransformersVoice("t", ModelFolder(path=folder, **more))
    return str(caught.value)


@pytest.fixture
def bare(tmp_path) -> Path:
    """A folder that looks right from outside."""
    labels = dict(enumerate(tiny.LABELS))
    (tmp_path / "config.json").write_text(json.dumps({"id2label": labels}))
    (tmp_path / "model.safetensors").write_bytes(b"no weights")
    return tmp_path


@pytest.mark.parametrize("package", ["transformers", "torch"])
def test_a_package_that_is_not_installed(bare, monkeypatch, package):
    for name in ("transformers", "torch"):
        stand_in = None if name == package else json
        monkeypatch.setitem(sys.modules, name, stand_in)

    assert "pip install 'overheard[transformers]'" in refused(bare)


def test_weights_that_can_run_code_are_refused(bare):
    (bare / "model.safetensors").rename(bare / "pytorch_model.bin")

    assert "no weights in safetensors" in refused(bare)


def test_a_name_that_could_be_downloaded_is_only_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert "is not a folder" in refused(Path("someone/sentiment-model"))


@pytest.fixture(scope="module")
def installed() -> tuple[Any, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch = pytest.importorskip("torch")
        transformers = pytest.importorskip("transformers")
    return torch, transformers


@pytest.fixture(scope="module")
def model(installed, tmp_path_factory) -> Path:
    """A BERT of one thin layer, trained for a second, as save_pretrained writes it."""
    torch, transformers = installed
    folder = tmp_path_factory.mktemp("models") / "bert"
    tiny.write(folder)
    words = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_file=str(folder / "tokenizer.json"),
        pad_token=tiny.PAD,
        unk_token=tiny.UNKNOWN,
    )
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=66,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        pad_token_id=0,
        id2label={0: "positive", 1: "negative", 2: "neutral"},
        label2id={"positive": 0, "negative": 1, "neutral": 2},
    )
    made = transformers.BertForSequenceClassification(config)
    given = tokenizer(
        [text for _, text in tiny.SENTENCES], padding=True, return_tensors="pt"
    )
    wanted = torch.tensor([(1, 2, 0)[feeling] for feeling, _ in tiny.SENTENCES])
    steps = torch.optim.Adam(made.parameters(), lr=0.02)
    for _ in range(60):
        steps.zero_grad()
        made(**given, labels=wanted).loss.backward()
        steps.step()
    for file in folder.iterdir():
        file.unlink()
    made.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def test_it_is_right_about_sentences_it_has_not_seen(model):
    voice = TransformersVoice("t", ModelFolder(path=model, batch=4))

    found = voice.read([*(text for _, text in tiny.NEW), "", "\ud800 lovely"])

    right = [
        row.argmax() == feeling
        for row, (feeling, _) in zip(found, tiny.NEW, strict=False)
    ]
    assert sum(right) >= 7
    assert np.allclose(found[:-2].sum(axis=1), 1, atol=1e-5)
    assert np.isnan(found[-2]).all()
    assert np.isfinite(found[-1]).all()


def test_the_company_a_text_is_read_in_changes_nothing(model):
    texts = [text for _, text in tiny.NEW]
    one = TransformersVoice("t", ModelFolder(path=model, batch=1))
    many = TransformersVoice("t", ModelFolder(path=model, batch=8))

    assert np.allclose(one.read(texts), many.read(texts), atol=1e-5)


def test_only_the_beginning_of_a_long_text_is_read(model):
    voice = TransformersVoice("t", ModelFolder(path=model, max_tokens=1000))
    words = "lovely " * 100

    found = voice.read([words, words + "broken " * 50_000])

    assert np.allclose(found[0], found[1], atol=1e-5)


def test_weights_that_are_none_are_named(installed, bare):
    assert "as save_pretrained writes it" in refused(bare)
