"""A tiny classifier in ONNX, trained in a blink and written down byte by byte.

A number for each word and feeling, their mean, a bias: enough to be right about short
sentences. Large models differ in what is between the words and the logits, not in what
the program sees of them.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

LABELS = ("negative", "neutral", "positive")
PAD, UNKNOWN, BEGIN, END = "<pad>", "<unk>", "<s>", "</s>"
SENTENCES = (
    (0, "the parcel never arrived and nobody answers"),
    (0, "my order is late and broken"),
    (0, "terrible service I want my money back"),
    (0, "the app crashes and support is terrible"),
    (0, "never again they refuse to answer"),
    (0, "broken on arrival and nobody cares"),
    (1, "where is the shop open on monday"),
    (1, "what does the service cost on monday"),
    (1, "is the app open on sunday"),
    (1, "what is in the parcel"),
    (1, "the shop is on the corner"),
    (1, "where does my order go"),
    (2, "great service and lovely people"),
    (2, "my parcel arrived early thank you"),
    (2, "I love the app it is great"),
    (2, "lovely shop thank you so much"),
    (2, "the support is great they care"),
    (2, "so happy with my order thank you"),
)
NEW = (
    (0, "my parcel is broken and nobody answers"),
    (0, "terrible app it crashes and they refuse my money"),
    (0, "support never answers again"),
    (1, "where is the corner shop"),
    (1, "what does the parcel cost"),
    (1, "is the shop open on sunday"),
    (2, "thank you lovely service"),
    (2, "great people I love the shop"),
    (2, "so happy it arrived early"),
)
"""Sentences the model has not seen, of words it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What to write into the folder; the defaults are a well-made export.

    `order` has for each number of a label the feeling it stands for. `loud_padding`
    gives the padding an opinion: whoever reads it is wrong.
    """

    order: tuple[int, ...] = (0, 1, 2)
    labels: tuple[str, ...] = LABELS
    inputs: tuple[str, ...] = ("input_ids", "attention_mask")
    number: int = 7  # int64 in ONNX; int32 is 6
    size: tuple[Any, Any] = ("batch", "sequence")
    ends_in_softmax: bool = False
    loud_padding: bool = False
    config: dict[str, Any] = field(default_factory=dict)


def write(folder: Path, recipe: Recipe | None = None, **changes: Any) -> Path:
    """Write model.onnx, tokenizer.json and config.json; return the folder."""
    recipe = replace(recipe or Recipe(), **changes)
    folder.mkdir(parents=True, exist_ok=True)
    words = _words()
    table, bias = _trained(words)
    table, bias = table[:, recipe.order], bias[list(recipe.order)]
    if recipe.loud_padding:
        table[words[PAD]] = 100 * np.arange(1, 1 + len(recipe.order))
    (folder / "model.onnx").write_bytes(_model(table, bias, recipe))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(words)), "utf-8")
    config = {
        "id2label": {str(n): name for n, name in enumerate(recipe.labels)},
        "max_position_embeddings": 66,
        "model_type": "tiny",
        "pad_token_id": words[PAD],
        **recipe.config,
    }
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    return folder


def _words() -> dict[str, int]:
    found = sorted({word for _, text in SENTENCES for word in text.lower().split()})
    return {w: n for n, w in enumerate((PAD, UNKNOWN, BEGIN, END, *found))}


def _trained(words: dict[str, int]) -> tuple[Any, Any]:
    """Fit a logistic regression on the share of each word by plain descent."""
    shares = np.zeros((len(SENTENCES), len(words)))
    for row, (_, text) in enumerate(SENTENCES):
        tokens = [BEGIN, *text.lower().split(), END]
        for word in tokens:
            shares[row, words[word]] += 1 / len(tokens)
    wanted = np.eye(3)[[feeling for feeling, _ in SENTENCES]]
    table, bias = np.zeros((len(words), 3)), np.zeros(3)
    for _ in range(400):
        logits = shares @ table + bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        error = powers / powers.sum(axis=1, keepdims=True) - wanted
        table -= 2.0 * shares.T @ error
        bias -= 0.05 * error.sum(axis=0)
    return table.astype(np.float32), bias.astype(np.float32)


def _tokenizer(words: dict[str, int]) -> dict[str, Any]:
    signs = [
        {
            "id": words[word],
            "content": word,
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "special": True,
        }
        for word in (PAD, UNKNOWN, BEGIN, END)
    ]
    pair = {"type": "BertProcessing", "sep": [END, 3], "cls": [BEGIN, 2]}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": signs,
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": pair,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": words, "unk_token": UNKNOWN},
    }


# -- the format: github.com/onnx/onnx, onnx.proto -----------------------------


def _model(table: Any, bias: Any, recipe: Recipe) -> bytes:
    ids, *others = recipe.inputs
    nodes = [_node("Gather", ["table", ids], "words")]
    if "attention_mask" in others:
        nodes += [
            _node("Cast", ["attention_mask"], "mask", to=1),
            _node("Unsqueeze", ["mask", "two"], "wide"),
            _node("Mul", ["words", "wide"], "heard"),
            _node("ReduceSum", ["heard", "one"], "sum", keepdims=0),
            _node("ReduceSum", ["mask", "one"], "count", keepdims=1),
            _node("Div", ["sum", "count"], "mean"),
        ]
    else:
        nodes.append(_node("ReduceMean", ["words", "one"], "mean", keepdims=0))
    last = "sums" if recipe.ends_in_softmax else "logits"
    nodes.append(_node("Add", ["mean", "bias"], last))
    if recipe.ends_in_softmax:
        nodes.append(_node("Softmax", ["sums"], "logits"))
    graph = b"".join(_inside(1, node) for node in nodes)
    graph += _inside(2, b"tiny")
    for name, values in (
        ("table", table),
        ("bias", bias),
        ("one", np.array([1], dtype=np.int64)),
        ("two", np.array([2], dtype=np.int64)),
    ):
        graph += _inside(5, _tensor(name, values))
    for name in recipe.inputs:
        graph += _inside(11, _value(name, recipe.number, recipe.size))
    graph += _inside(12, _value("logits", 1, ("batch", table.shape[1])))
    opset = _inside(1, b"") + _whole(2, 18)
    return _whole(1, 9) + _inside(7, graph) + _inside(8, opset)


def _node(kind: str, inputs: list[str], output: str, **given: int) -> bytes:
    body = b"".join(_inside(1, name.encode()) for name in inputs)
    body += _inside(2, output.encode()) + _inside(4, kind.encode())
    for name, value in given.items():
        said = _inside(1, name.encode()) + _whole(3, value) + _whole(20, 2)
        body += _inside(5, said)
    return body


def _tensor(name: str, values: Any) -> bytes:
    kind = 1 if values.dtype == np.float32 else 7
    sizes = b"".join(_whole(1, size) for size in values.shape)
    raw = np.ascontiguousarray(values).tobytes()
    return sizes + _whole(2, kind) + _inside(8, name.encode()) + _inside(9, raw)


def _value(name: str, kind: int, size: tuple[Any, ...]) -> bytes:
    sizes = b"".join(
        _inside(1, _whole(1, n) if isinstance(n, int) else _inside(2, n.encode()))
        for n in size
    )
    tensor = _whole(1, kind) + _inside(2, sizes)
    return _inside(1, name.encode()) + _inside(2, _inside(1, tensor))


def _varint(value: int) -> bytes:
    parts = []
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return struct.pack(f"{len(parts) + 1}B", *parts, value)


def _whole(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _inside(number: int, body: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(body)) + body
