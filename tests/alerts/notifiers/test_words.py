"""Cleaning and cutting, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.notifiers.words import clean, cut, graphemes, one_line, pieces, utf16


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc", ["a", "b", "c"]),
        ("é", ["é"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("👨‍👩‍👧a", ["👨‍👩‍👧", "a"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴󠁧󠁢󠁥󠁮󠁧󠁿"]),
        ("각각", ["각", "각"]),
        ("\u1100\u1161\u11a8x", ["\u1100\u1161\u11a8", "x"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("❤️", ["❤️"]),
        ("", []),
    ],
)
def test_characters_are_what_a_reader_sees(text, seen):
    assert list(graphemes(text)) == seen


@given(st.text())
def test_characters_add_up_to_the_text(text):
    assert "".join(graphemes(text)) == text


@pytest.mark.parametrize(
    ("text", "highlights", "shown"),
    [
        ("still waiting here", ("waiting",), "still [waiting] here"),
        ("I know. No. no", ("no", "No"), "I know. [No]. [no]"),
        ("three weeks, three weeks", ("three weeks",), "[three weeks], three weeks"),
        ("abcdef abc", ("abc", "bc"), "abcdef [abc]"),
        ("a b c", ("a b", "b c"), "[a b][ c]"),
        ("a b c", ("c", "a"), "[a] b [c]"),
        ("3주째 답이 없어요.", ("답이 없어",), "3주째 [답이 없어]요."),
        ("请马上退款谢谢", ("退款",), "请马上[退款]谢谢"),
        ("so sad ❤️ you", ("❤",), "so sad [❤️] you"),
        ("<b>*x*</b> &", ("*x*",), "<b>[*x*]</b> &"),
        ("whole", ("whole",), "[whole]"),
        ("cut aw…", ("away", "", "cut"), "[cut] aw…"),
        ("", ("x",), ""),
    ],
)
def test_words_are_set_off_once_where_they_stand_as_words(text, highlights, shown):
    cut_out = pieces(text, highlights)

    assert "".join(f"[{p}]" if is_set_off else p for p, is_set_off in cut_out) == shown


@given(st.text(), st.lists(st.text(max_size=3), max_size=5))
def test_pieces_are_never_empty_and_add_up_to_the_text(text, highlights):
    cut_out = pieces(text, [*highlights, text[1:3], text[2:9]])

    assert "".join(piece for piece, _ in cut_out) == text
    assert all(piece for piece, _ in cut_out)


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_a_cut_text_fits_and_is_the_beginning_of_the_text(text, limit):
    shorter = cut(text, limit)

    assert utf16(shorter) <= limit
    assert shorter == text or text.startswith(shorter.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 10, "short"),
        ("the quick brown fox", 12, "the quick…"),
        ("환불해 주세요 제발요", 8, "환불해…"),
        ("aaaaaaaaaa", 5, "aaaa…"),
        ("👍👍👍", 5, "👍👍…"),
    ],
)
def test_a_text_is_cut_at_a_word_or_else_at_a_character(text, limit, shown):
    assert cut(text, limit) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("\n\n a \n", " a"),
        ("a\u2028b\x0bc\x85d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("a\u200db\u200cc\u200e", "a\u200db\u200cc\u200e"),
        ("\u202ea\u2067b", "ab"),
        ("by \u2068דנה\u2069 now", "by \u2068דנה\u2069 now"),
        ("a\u2068b\nc\u2069d", "ab\ncd"),
        ("\u2069\u2068a\u2069\u2068b", "\u2068a\u2069b"),
        ("\ud800", "\ufffd"),
        ("\x1b[31mred", "[31mred"),
    ],
)
def test_cleaning_keeps_words_and_drops_tricks(text, shown):
    assert clean(text) == shown


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
