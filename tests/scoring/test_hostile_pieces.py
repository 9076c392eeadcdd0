"""Whatever is written: pieces have places in the text, and disguises change nothing."""

from __future__ import annotations

import functools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.scoring.abridged import abridge
from monitor.scoring.pieces import MOST_PIECES, Cutter, Pieces
from tests.scoring.disguises import DISGUISES, LOUD, PLAIN, VOLUMES

encoder = pytest.importorskip("monitor.scoring.package")
pytestmark = pytest.mark.skipif(
    not encoder.is_installed(), reason="the encoder's package is not installed"
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
ODD = st.sampled_from(
    "a Ж한字ก😡 \u200b\u0301\u0489\u202e\ufe0f\u00ad\ud83d\x00\ufb01Ａ½ß…@#:./\n"
)
ODD_TEXT = st.text(ODD, max_size=60)


@functools.cache
def cutter() -> Cutter:
    """Return one with the encoder's own pieces."""
    made: Cutter = encoder.load_cutter()
    return made


def cut(text: str) -> Pieces:
    """Cut with the shared cutter, which remembers words."""
    return cutter().cut(text)


def read(text: str) -> Pieces:
    """Cut what is left of a text without its padding."""
    return cut(abridge(text).text)


@example("0:\x1b¸")
@given(ANY_TEXT | ODD_TEXT)
def test_places_are_within_the_text_and_in_order(text: str) -> None:
    found = cut(text)

    assert len(found.ids) == len(found.starts) == len(found.ends) <= MOST_PIECES
    assert all(
        0 <= a <= b <= len(text) for a, b in zip(found.starts, found.ends, strict=True)
    )
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)


@given(ANY_TEXT | ODD_TEXT)
def test_what_is_remembered_is_what_was_found(text: str) -> None:
    assert cut(text) == cut(text)


@given(st.lists(ODD_TEXT, max_size=4))
def test_words_are_cut_each_for_itself(texts: list[str]) -> None:
    together = cut(" ".join(texts))
    assert list(together.ids) == [piece for text in texts for piece in cut(text).ids]


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_has_the_pieces_of_the_plain_text(lang: str, name: str) -> None:
    plain = PLAIN[lang]
    assert list(read(DISGUISES[name](plain)).ids) == list(cut(plain).ids)


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("name", VOLUMES)
def test_volume_has_the_pieces_of_a_little(lang: str, name: str) -> None:
    many, few = (change(PLAIN[lang]) for change in VOLUMES[name])
    assert list(read(many).ids) == list(read(few).ids)


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD.keys())
def test_no_text_has_more_pieces_than_are_read(text: str) -> None:
    assert len(read(text)) <= MOST_PIECES
