"""What a text is folded to, and that every word finds its way back."""

from __future__ import annotations

import re

import pytest

from monitor.scoring.signals.folding import Folded, FoldedSigns

HOSTILE = (
    "İ ß ﬁ ①½ e\u0301te\u0301 a\u200bb 🤬🤬 ＦＵＬＬ ñandú Ǆ \u0345x ''' … --- ##"
    " @ @a.b #"
)


@pytest.mark.parametrize(
    ("text", "apostrophe", "folded"),
    [
        ("Don’t WORK", "", " dont work "),
        ("J’attends l'avis", " ", " j attends l avis "),
        ("Más CAFÉ, über Straße", "", " mas cafe , uber strasse "),
        ("e\u0301te\u0301", " ", " ete "),
        ("ＮＯ　ＲＥＦＵＮＤ", "", " no refund "),
        ("3.5 weeks. Now!", "", " 3.5 weeks . now . "),
        ("sooo slooow", "", " so slow "),
        ("thanks @some.one for", "", " thanks @ for "),
        ("#fail today", "", " fail # today "),
        ("see https://example.com/refund now", "", " see now "),
        ("", "", "  "),
    ],
)
def test_words_are_folded(text: str, apostrophe: str, folded: str) -> None:
    assert Folded(text, apostrophe).text == folded


@pytest.mark.parametrize(
    "text",
    [
        "I’ve been waiting 3.5 weeks, @Acme! #Never #again. www.x.example sooo",
        "l'été à São Paulo; coração — «façade» (œuvre)",
        HOSTILE,
    ],
)
def test_every_word_has_its_place_in_the_original(text: str) -> None:
    folded = Folded(text, "")

    for match in re.finditer(r"[^ ]+", folded.text):
        start, end = folded.place(*match.span())
        assert 0 <= start <= end <= len(text)
        again = Folded(text[start:end], "").text.split()
        assert match[0] in (*again, "#", "@") or match[0] in "".join(again)


def test_a_hashtag_and_its_sign_have_the_same_place() -> None:
    text = "so #late again"
    folded = Folded(text, "")
    sign = folded.text.index("#")

    assert text[slice(*folded.place(sign, sign + 1))] == "#late"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("等了 3 周！", "等了3周."), ("ｶﾞｯｶﾘ", "ガッカリ"), ("ＡＰＰ闪退", "app闪退")],
)
def test_where_words_are_not_spaced_spaces_go(text: str, folded: str) -> None:
    assert FoldedSigns(text).text == folded


def test_characters_have_their_places() -> None:
    text = "等 了 ｶﾞｯ"
    folded = FoldedSigns(text)

    places = [text[slice(*folded.place(i, i + 1))] for i in range(len(folded.text))]
    assert places == ["等", "了", "ｶﾞ", "ｯ"]
