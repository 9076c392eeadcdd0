"""What the encoder sees of a text, and where in the text it stands."""

from __future__ import annotations

import threading

import pytest

from monitor.scoring import pieces
from monitor.scoring.pieces import MOST_PIECES, Cutter, Pieces
from monitor.scoring.segmenter import BEGINNING, Segmenter
from tests.scoring.encoding import SENTENCES, heads, package


def segmenter() -> Segmenter:
    """Return the one with the encoder's pieces."""
    return heads().encoder._cutter._segmenter


def cut(text: str) -> Pieces:
    """Cut with the shipped cutter."""
    return heads().encoder.cut(text)


def seen(text: str) -> str:
    """Return the pieces in words."""
    joined = "".join(segmenter().pieces[i] for i in cut(text).ids)
    return joined.replace(BEGINNING, " ").strip()


@pytest.mark.parametrize("text", SENTENCES)
def test_pieces_are_those_of_the_package(text: str) -> None:
    theirs = package()._tokenizer.encode(text, add_bos=False, add_eos=False)
    assert list(cut(text).ids) == theirs


@pytest.mark.parametrize("text", [*SENTENCES[:13], "great", "好"])
def test_places_point_at_the_letters_of_a_piece(text: str) -> None:
    found = cut(text)

    for number, start, end in zip(found.ids, found.starts, found.ends, strict=True):
        piece = segmenter().pieces[number].removeprefix(BEGINNING)
        assert text[start:end] == piece


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Acme lost my parcel", "Acme lost my parcel"),
        ("@acme_help where is it", "@user where is it"),
        ("thanks @acme.", "thanks @user."),
        ("see https://acme.example/x?a=1 now", "see now"),
        ("see www.acme.example now", "see now"),
        ("write to help@acme.example now", "write to now"),
        ("http", ""),
        ("WHERE IS MY REFUND", "where IS MY refund"),
        ("sooooo slooow!!!", "soo sloow!!!"),
        ("awful 😡", "awful angry"),
        ("great😡👍now", "great angry great now"),
        ("❤️", "love"),
        ("t\u0435rribl\u0435", "terrible"),
        ("ter\u200brible", "terrible"),
        ("ｔｅｒｒｉｂｌｅ", "terrible"),
        ("\u0489", ""),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_words_are_cleaned_before_they_are_read(text: str, read: str) -> None:
    assert seen(text) == read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("so thanks @acme_help again", "@acme_help"),
        ("so slooooow again", "slooooow"),
        ("so ter\u200brible again", "ter\u200brible"),
        ("so great😡👍now again", "great😡👍now"),
    ],
)
def test_pieces_of_a_changed_word_stand_for_all_of_it(text: str, word: str) -> None:
    found = cut(text)
    start = text.index(word)
    inside = [
        (a, b)
        for a, b in zip(found.starts, found.ends, strict=True)
        if a >= start and b <= start + len(word)
    ]

    assert inside
    assert set(inside) == {(start, start + len(word))}
    assert text[found.starts[-1] : found.ends[-1]] == "again"


def test_capitals_become_small_in_their_place() -> None:
    found = cut("my REFUND please")

    places = zip(found.starts, found.ends, strict=True)
    assert "REFUND" in {"my REFUND please"[a:b] for a, b in places}


def test_of_many_pieces_the_first_and_the_last_are_read() -> None:
    text = " ".join(["begin", *(f"word{n}" for n in range(400)), "end"])

    found, half = cut(text), MOST_PIECES // 2

    assert len(found) == MOST_PIECES
    assert text[found.starts[0] : found.ends[0]] == "begin"
    assert text[found.starts[-1] : found.ends[-1]] == "end"
    begin, end = cut(text[:2_000]), cut(text[-2_000:])
    assert found.ids[:half] == begin.ids[:half]
    assert found.ids[half:] == end.ids[-half:]


def test_of_a_very_long_text_both_ends_are_read() -> None:
    text = "begin " + "x" * 500_000 + " middle " + "x" * 500_000 + " end"

    found = cut(text)

    assert text[found.starts[0] : found.ends[0]] == "begin"
    assert text[found.starts[-1] : found.ends[-1]] == "end"


def test_a_cutter_that_forgets_cuts_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_KNOWN_WORDS", 3)
    forgetful = Cutter(segmenter())

    for text in (*SENTENCES, *SENTENCES):
        assert forgetful.cut(text) == cut(text)
    assert len(forgetful._known) <= 3


def test_long_words_are_not_remembered() -> None:
    cutter = Cutter(segmenter())

    cutter.cut("short " + "x" * 1_000)

    assert list(cutter._known) == ["short"]


def test_threads_may_share_a_cutter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_KNOWN_WORDS", 20)
    cutter, together = Cutter(segmenter()), threading.Barrier(4)
    wrong: list[str] = []

    def work(first: int) -> None:
        together.wait()
        for round_ in range(4):
            for index in range(len(SENTENCES)):
                text = SENTENCES[(index * (first + 1) + round_) % len(SENTENCES)]
                if cutter.cut(text) != cut(text):
                    wrong.append(text)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
