"""The places with the largest shares, in whole words."""

from __future__ import annotations

from array import array

import numpy as np
import pytest

from monitor.scoring.evidence import MOST, phrases
from monitor.scoring.pieces import Pieces


def found(text: str, shares: dict[str, float], *, rest: float = 0.0) -> list[str]:
    """Return what is quoted if these pieces have these shares; others have `rest`."""
    places, values = [], []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        for piece, share in shares.items():
            inside = word.find(piece)
            if inside >= 0:
                places.append((start + inside, start + inside + len(piece)))
                values.append(share)
                break
        else:
            places.append((start, at))
            values.append(rest)
    return quoted(text, places, values)


def quoted(text: str, places: list[tuple[int, int]], shares: list[float]) -> list[str]:
    """Return what is quoted, strongest first."""
    pieces = Pieces(
        ids=array("q", [5] * len(places)),
        starts=array("q", [start for start, _ in places]),
        ends=array("q", [end for _, end in places]),
    )
    told = phrases(np.array(shares, dtype=np.float32), pieces, text, "negative")
    assert all((e.part, e.says) == ("encoder", "negative") for e in told)
    assert [e.weight for e in told] == sorted([e.weight for e in told], reverse=True)
    return [text[e.start : e.end] for e in told]


def test_words_that_speak_together_are_one_phrase() -> None:
    text = "I must say the app never works on my phone"

    assert found(text, {"never": 1.0, "works": 0.8}) == ["never works"]


def test_the_strongest_comes_first_and_weak_ones_are_left_out() -> None:
    text = "broken box , and then on top of it all rude staff on a nice day"

    assert found(text, {"broken": 0.5, "rude": 1.0, "nice": 0.01}) == ["rude", "broken"]


def test_there_are_never_more_than_a_few() -> None:
    text = " ".join(f"bad{n} and so on and on and on" for n in range(8))

    assert len(found(text, {"bad": 1.0})) == MOST


def test_what_speaks_against_it_is_no_evidence() -> None:
    assert found("all is well here", {"well": -2.0}, rest=-0.1) == []
    assert found("nothing at all", {}) == []
    assert quoted("", [], []) == []


def test_a_text_that_says_the_same_all_along_has_a_phrase_too() -> None:
    assert found("broken", {"broken": 0.1}) == ["broken"]
    assert found("all of it is broken", {}, rest=0.02) == ["all of it is broken"]
    text = " ".join(f"word{n}" for n in range(200))
    assert len(found(text, {}, rest=0.01)) == MOST


def test_a_phrase_is_cut_at_what_speaks_against_it() -> None:
    text = "it is broken wonderfully broken"

    assert found(text, {"wonderfully": -3.0, "broken": 1.0}) == ["broken", "broken"]


@pytest.mark.parametrize(
    ("text", "piece", "word"),
    [
        ("it is unbelievable today", "believ", "unbelievable"),
        ("es ist eine Unverschämtheit, wirklich", "schäm", "Unverschämtheit"),
        ("배송이 너무 늦어요", "늦", "늦어요"),
        ("доставка ужасная была", "жас", "ужасная"),
        ("so (awful!) today", "(awful!)", "awful"),
    ],
)
def test_words_are_quoted_whole(text: str, piece: str, word: str) -> None:
    assert found(text, {piece: 1.0}) == [word]


def test_without_spaces_between_words_a_piece_is_quoted_as_it_is() -> None:
    text = "客服态度太差了"

    assert quoted(text, [(0, 2), (2, 4), (4, 7)], [0.0, 0.0, 1.0]) == ["太差了"]


def test_two_phrases_never_share_a_place() -> None:
    text = "unbelievable"
    places = [(0, 2), (2, 8), (8, 10), (10, 12)]

    assert quoted(text, places, [1.0, -5.0, -5.0, 1.0]) == [text]
    assert quoted(text, places, [0.0, 1.0, -5.0, 0.9]) == [text]


def test_signs_alone_are_not_quoted() -> None:
    assert quoted("ok !!! ok", [(0, 2), (3, 6), (7, 9)], [0.0, 1.0, 0.0]) == []
