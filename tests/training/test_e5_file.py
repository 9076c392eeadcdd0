"""The model file of another package: read, changed in part, written back."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from monitor.training.e5_file import ModelFile, Tokens

PIECES = {
    "<s>": 0.0,
    "<pad>": 0.0,
    "</s>": 0.0,
    "<unk>": 0.0,
    "\u2581": -9.0,
    "\u2581query:": -1.0,
    "\u2581late": -5.0,
    "\u2581la": -2.0,
    "te": -2.5,
    "t": -8.0,
    "e": -8.0,
    "배송": -4.0,
}
IDS = {piece: number for number, piece in enumerate(PIECES)}
WIDTH = 32


def blocks(whole: np.ndarray, scales: np.ndarray) -> bytes:
    """Write rows of 32 numbers one by one, as the format is described."""
    out = b""
    for row, scale in zip(whole.reshape(-1, 32), scales.reshape(-1), strict=True):
        pairs = bytes(
            int(a + 8) | int(b + 8) << 4 for a, b in zip(row, row[16:], strict=False)
        )
        out += np.float16(scale).tobytes() + pairs
    return out


WHOLE = np.arange(3 * WIDTH).reshape(3, WIDTH) % 16 - 8
SCALES = np.array([[0.5], [0.25], [-2.0]])
ARRAYS = {
    "emb.word": (1, blocks(WHOLE, SCALES)),
    "emb.ln.w": (0, np.arange(WIDTH, dtype="<f4").tobytes()),
    "l0.q.w": (1, blocks(WHOLE[::-1], SCALES)),
    "l0.q.b": (0, np.full(WIDTH, 7, dtype="<f4").tobytes()),
}


def model_bytes() -> bytes:
    texts = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, texts)]).astype("<u4").tobytes()
    scores = np.array(list(PIECES.values()), dtype="<f4").tobytes()
    characters = struct.pack("<IBI", ord("\n"), 1, ord(" "))
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, 1, 2, 64, 3, 512, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, texts)))
    head += ends + scores + b"".join(texts)
    head += struct.pack("<iI", 1, len(characters)) + characters
    head += struct.pack("<i", len(ARRAYS))
    size = len(head) + sum(2 + len(name) + 21 for name in ARRAYS)
    body = b""
    for name, (kind, data) in ARRAYS.items():
        place = size + len(body)
        head += struct.pack("<H", len(name)) + name.encode()
        head += struct.pack("<BIQQ", kind, 0, place, len(data))
        body += data
    return head + body


@pytest.fixture
def model(tmp_path) -> ModelFile:
    (tmp_path / "model.bin").write_bytes(model_bytes())
    return ModelFile(tmp_path / "model.bin")


def test_another_kind_of_file_is_refused(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"PK\x03\x04")

    with pytest.raises(ValueError, match=r"model\.bin is not a model file"):
        ModelFile(tmp_path / "model.bin")


def test_its_sizes_and_numbers_are_read(model):
    whole, scales = model.matrix("l0.q.w", WIDTH)

    assert (model.width, model.layers, model.attention_heads) == (WIDTH, 1, 2)
    assert (model.hidden, model.begin, model.end, model.padding) == (64, 0, 2, 1)
    assert (whole == WHOLE[::-1]).all()
    assert (scales == SCALES).all()
    assert (model.numbers("l0.q.b") == 7).all()


def test_what_is_not_changed_is_written_back_as_it_was(model):
    same = model.with_trained({}, {"l0.q.w": model.matrix("l0.q.w", WIDTH)})

    assert same == model_bytes()[model.first_trained :]


def test_what_is_changed_stands_in_its_place(model, tmp_path):
    whole = np.flip(WHOLE, axis=1).astype(np.int8)
    bias = np.linspace(0, 1, WIDTH, dtype=np.float32)

    end = model.with_trained({"l0.q.b": bias}, {"l0.q.w": (whole, SCALES)})

    (tmp_path / "new.bin").write_bytes(model_bytes()[: model.first_trained] + end)
    new = ModelFile(tmp_path / "new.bin")
    assert (new.matrix("l0.q.w", WIDTH)[0] == whole).all()
    assert (new.numbers("l0.q.b") == bias).all()
    assert (new.numbers("emb.ln.w") == model.numbers("emb.ln.w")).all()
    assert new.sha256 != model.sha256


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("late", ["\u2581la", "te"]),
        ("late late", ["\u2581la", "te", "\u2581la", "te"]),
        ("late\nlate", ["\u2581la", "te", "\u2581la", "te"]),
        ("배송", ["\u2581", "배송"]),
        ("lat!", ["\u2581la", "t", "<unk>"]),
        ("", []),
    ],
)
def test_a_word_is_cut_where_the_scores_add_up_to_the_most(model, text, pieces):
    found = Tokens(model).cut(text, 94)

    assert found == [0, IDS["\u2581query:"], *(IDS[piece] for piece in pieces), 2]


def test_of_a_long_text_the_beginning_is_read(model):
    assert len(Tokens(model).cut("late " * 100, 10)) == 12
