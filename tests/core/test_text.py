"""What is equal, what is invisible, and where each character came from."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core import text as text_module
from monitor.core.text import (
    canonical,
    fold,
    fold_with_map,
    search_phrase,
    search_tokens,
    shorten,
)

TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aAßİıſ ﬁÅ가각ㄱㅏㅠｶﾞＡ①㈱\u1112\u1161\u11ab\u0301\u0316\u0338\u0336=\u200b"
            "\u00ad\ufe0f\ufeff\x00\x1b\t\n\u3000\ud800\u202e❤👍🏽\U0001d165\u0345\u115f-"
        ),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ACME Air", "acme air"),
        ("Straße", "strasse"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("ﬁne", "fine"),
        ("a\u200bc\u00adm\ufeffe", "acme"),
        ("ac\x00me \x1b[2J", "acme [2j"),
        ("\u202eacme\u202c", "acme"),
        ("a\u0336c\u0336m\u0336e\u0336", "acme"),
        ("❤\ufe0f", "❤"),
        ("a \t\r\n\u3000 b", "a b"),
        ("Café", "café"),
        ("Cafe\u0301", "café"),
        ("ΑΣ", "ας".casefold()),
        ("x\ud800y", "x\ufffdy"),
        ("", ""),
        ("=\u0338", "≠"),
    ],
)
def test_fold_makes_equal_what_looks_equal(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_accents_are_kept() -> None:
    assert fold("resume") != fold("résumé")


def test_korean_typed_in_pieces_equals_whole_syllables() -> None:
    whole = "환불해 주세요"

    assert fold(unicodedata.normalize("NFD", whole)) == fold(whole)


def test_towers_of_accents_are_cut_to_three() -> None:
    tower = "x" + "\u0316\u0301\u0323" * 4000

    assert len(fold(tower)) <= 4


@given(TRICKY)
@settings(max_examples=400)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TRICKY)
@settings(max_examples=600)
def test_the_map_goes_with_the_same_folded_text(text: str) -> None:
    folded, origin = fold_with_map(text)

    assert folded == fold(text)
    assert len(origin) == len(folded) + 1
    assert origin[-1] == len(text)
    assert origin == sorted(origin)


@given(TRICKY)
@settings(max_examples=400)
def test_each_folded_character_comes_from_the_original_it_maps_to(text: str) -> None:
    folded, origin = fold_with_map(text)

    for place, char in enumerate(folded):
        following = next((o for o in origin[place:] if o > origin[place]), len(text))
        assert char in fold(text[origin[place] : following] or " ") or char == " "


@given(st.text(alphabet="가힣한글Åéçñ aZ", max_size=30))
def test_composed_and_decomposed_forms_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(
        unicodedata.normalize("NFC", text)
    )


def test_the_map_of_plain_text_is_the_identity() -> None:
    assert fold_with_map("Acme 환불")[1] == list(range(8))


def test_the_map_skips_what_was_removed() -> None:
    assert fold_with_map("a\u200bb  c") == ("ab c", [0, 2, 3, 5, 6])


@pytest.mark.parametrize(
    ("text", "folded", "origin"),
    [
        ("a \t\r\n b", "a b", [0, 1, 6, 7]),
        ("a\x00 \x1b b\x00c", "a bc", [0, 2, 5, 7, 8]),
        ("환  불\u3000 \n해", "환 불 해", [0, 1, 3, 4, 7, 8]),
        ("退，Ａ", "退,a", [0, 1, 2, 3]),
        ("a…b", "a...b", [0, 1, 1, 1, 2, 3]),
        ("❤\ufe0f  ok", "❤ ok", [0, 2, 4, 5, 6]),
        ("x ¨", "x \u0308", [0, 1, 2, 3]),
        ("ｶﾞ  が", "ガ が", [0, 2, 4, 5]),
    ],
)
def test_the_map_tells_where_each_character_came_from(
    text: str, folded: str, origin: list[int]
) -> None:
    assert fold_with_map(text) == (folded, origin)


@pytest.mark.parametrize(
    "text",
    ["x" + "\u0301\u0316\u0323" * 9 + "y", "ｶﾞ" * 9, "각ㄱㅏㅠㅠ", "ﷺ x", "a¨  b"],
)
def test_the_map_of_awkward_texts_agrees_with_fold(text: str) -> None:
    folded, origin = fold_with_map(text)

    assert folded == fold(text)
    assert len(origin) == len(folded) + 1


def test_canonical_keeps_case_and_straightens_quotes() -> None:
    assert canonical("I don\u2019t  “LIKE” it\u200b") == 'I don\'t "LIKE" it'


@pytest.mark.parametrize("hostile", ["a\u200b", "\u0301\u0316", "😡", "\n \t", "ｶﾞ"])
def test_a_long_hostile_text_folds_like_a_short_one(hostile: str) -> None:
    """Linear work: a hundred thousand repeats fold as the repeats of a few do."""
    long = fold("x" + hostile * 100_000)

    assert long.startswith(fold("x" + hostile * 3))


@given(TRICKY, st.integers(min_value=0, max_value=30))
def test_shortening_never_exceeds_the_limit(text: str, limit: int) -> None:
    short = shorten(text, limit)

    assert len(short) <= max(limit, 0)
    assert short == text or limit == 0 or short.endswith("…")


def test_shortening_ends_between_words() -> None:
    assert shorten("the parcel never arrived at all", 20) == "the parcel never…"


@pytest.mark.parametrize("sign", ["👩\u200d👩\u200d👧", "👍🏽", "e\u0301\u0323", "🇰🇷"])
def test_shortening_does_not_split_a_visible_character(sign: str) -> None:
    text = "ab" + sign * 12

    for limit in range(4, len(text)):
        kept = shorten(text, limit)[2:-1]
        assert kept == sign * (len(kept) // len(sign))


def test_search_tokens_pair_neighbours_where_words_have_no_spaces() -> None:
    assert search_tokens("환불해 REFUND-now") == "환불 불해 refund now 환 불 해"


def test_search_tokens_part_scripts() -> None:
    assert search_tokens("Acme를 水") == "acme 를 水"


def test_search_tokens_are_only_letters_and_digits() -> None:
    assert search_tokens("Re-fund_NOW! 3x  #a@b") == "re fund now 3x a b"
    assert search_tokens("é_ü 1・2 ア・イ") == "é ü 1 ・ 2 ア・ ・イ ア ・ イ"


def test_a_search_finds_what_was_indexed() -> None:
    index = f" {search_tokens('배송이 너무 늦어요, refund please 退款太慢')} "

    for query in ("배송", "늦어요", "退款", "太慢", "Refund", "退", '"refund please"'):
        assert all(f" {phrase} " in index for phrase in search_phrase(query)), query


def test_a_search_does_not_find_what_is_not_there() -> None:
    index = f" {search_tokens('배송이 너무 늦어요')} "

    assert not all(f" {phrase} " in index for phrase in search_phrase("환불"))


def test_search_signs_and_operators_are_only_text() -> None:
    assert search_phrase('a" OR * NEAR( ^ 1=1') == ["a", "or near 1 1"]
    assert search_phrase("  \x00 ") == []


def test_a_simple_text_folds_as_any_other() -> None:
    """The quick way is only quick: it changes nothing."""
    rng = random.Random(5)
    simple = [c for c in map(chr, range(0x20, 0x20000)) if text_module._SIMPLE(c)]
    assert len(simple) > 30_000

    for _ in range(300):
        sample = "".join(rng.choices([*simple, "  ", "-"], k=200))
        expected = unicodedata.normalize("NFKC", sample).casefold()
        while "  " in expected:
            expected = expected.replace("  ", " ")

        assert text_module.fold_simple(sample) == fold(sample) == expected
    for char in simple:
        twice = unicodedata.normalize("NFKC", f"{char}{char}").casefold()
        assert fold(f"{char}{char}") == twice.replace("  ", " ")
