"""Words are cut as the package of the encoder cuts them."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest

from monitor.core.text import canonical
from monitor.scoring.little_words import WORDS
from monitor.scoring.package import resources
from monitor.scoring.segmenter import BEGINNING, Segmenter, read_segmenter
from tests.scoring.encoding import SENTENCES, package

ODD = (
    *("a", "ß", "½", "…", "@", "#", "--", "C++", "3G", "1,234.56€", "50%", "l'été"),
    *(
        "don't",
        "x" * 300,
        "ㅋㅋㅋㅋ",
        "ㅠㅠ",
        "ﷺ",
        "१२३",
        "Ⅻ",
        "🤬",
        "👩‍👩‍👧",
        "\u0489",
        "\ue000",
    ),
    *(
        "환불해주세요",
        "배송지연",
        "返金してください",
        "退款太慢了",
        "ไม่พอใจ",
        "გმადლობთ",
        "ስልክ",
    ),
)


@pytest.fixture(scope="module")
def ours() -> Segmenter:
    return read_segmenter(resources() / "sp.model")


def assert_same(ours: Segmenter, word: str) -> None:
    """Compare with the package's own cutter."""
    theirs = package()._tokenizer.encode(word, add_bos=False, add_eos=False)
    assert ours.cut(word) == theirs, word


def test_words_of_many_scripts_are_cut_the_same(ours: Segmenter) -> None:
    words = {w for sentence in SENTENCES for w in canonical(sentence).split()}
    for language in WORDS.values():
        words.update(language.split()[::30])

    assert len(words) > 300
    for word in sorted(words):
        assert_same(ours, word)


@pytest.mark.parametrize("word", ODD)
def test_odd_words_are_cut_the_same(ours: Segmenter, word: str) -> None:
    for part in canonical(word).split():
        assert_same(ours, part)


def test_words_made_of_pieces_are_cut_the_same(ours: Segmenter) -> None:
    rng = random.Random(3)
    for _ in range(1_000):
        parts = [rng.choice(ours.pieces)[rng.randrange(3) :] for _ in range(4)]
        made = "".join(parts[: rng.randint(1, 4)]).replace(BEGINNING, "")
        for word in canonical(made).split():
            assert_same(ours, word)


def test_pieces_are_the_word_again(ours: Segmenter) -> None:
    for word in " ".join(SENTENCES[:13]).split():
        assert "".join(names(ours, word)) == BEGINNING + word


def test_the_best_sum_of_scores_wins(tmp_path: Path) -> None:
    pieces = [
        ("<unk>", 0.0),
        (BEGINNING, -1.0),
        (f"{BEGINNING}re", -2.0),
        ("fund", -3.0),
        ("refund", -3.5),
        ("s", -1.0),
        ("funds", -5.5),
    ]
    small = read_segmenter(written(tmp_path, pieces))

    assert names(small, "refund") == [BEGINNING, "refund"]
    assert names(small, "refunds") == [BEGINNING, "refund", "s"]
    assert names(small, "funds") == [BEGINNING, "fund", "s"]
    assert names(small, "re") == [f"{BEGINNING}re"]


def test_what_no_piece_has_is_unknown_a_character_at_a_time(tmp_path: Path) -> None:
    small = read_segmenter(
        written(tmp_path, [("<unk>", 0.0), ("ab", -1.0), ("c", -2.0)])
    )

    assert names(small, "abxyc") == ["<unk>", "ab", "<unk>", "<unk>", "c"]
    assert small.cut("") == [0]


def test_a_piece_without_a_score_has_none(tmp_path: Path) -> None:
    small = read_segmenter(
        written(tmp_path, [("<unk>", None), ("ab", None), ("a", -1.0)])
    )

    assert names(small, "ab") == ["<unk>", "ab"]


@pytest.mark.parametrize(
    "data", [b"\x0a\x07\x12\x05pieces", b"\x0a\x90\x01\x0a\x03abc"]
)
def test_another_kind_of_model_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.model"
    path.write_bytes(data)

    with pytest.raises(ValueError, match="not a model of pieces"):
        read_segmenter(path)


def names(segmenter: Segmenter, word: str) -> list[str]:
    """Return the texts of a word's pieces."""
    return [segmenter.pieces[number] for number in segmenter.cut(word)]


def written(folder: Path, pieces: list[tuple[str, float | None]]) -> Path:
    """Write a model with these pieces, and what else such a file has."""
    data = b""
    for text, score in pieces:
        coded = text.encode()
        body = b"\x0a" + bytes([len(coded)]) + coded
        if score is not None:
            body += b"\x15" + struct.pack("<f", score)
        data += b"\x0a" + bytes([len(body)]) + body
    path = folder / "small.model"
    path.write_bytes(data + b"\x12\x04\x0a\x02ok")
    return path
