"""What is left out of a text before it is read, and where the rest stood."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.scoring.abridged import LONGEST, abridge
from tests.scoring.disguises import LOUD, PLAIN, VOLUMES

ODD = st.sampled_from("ab한 \n\t\u0301\u0302!?😡\ufe0f(@_:/\u200b")
TEXT = st.text(ODD, max_size=80) | st.lists(
    st.sampled_from(["@acme ", "https://t.example/a ", "!?", "a\u0301", "  ", "word "]),
    max_size=30,
).map("".join)


@given(TEXT)
@example("a" + "\u0301" * 9 + "b")
@example("@a @b @c @d @e word")
def test_what_is_left_stands_where_it_stood(text: str) -> None:
    found = abridge(text)

    places = [found.whole(n, n + 1) for n in range(len(found.text))]
    assert [text[start:end] for start, end in places] == list(found.text)
    assert places == sorted(places)
    assert found.whole(0, 0)[0] <= len(text)


@given(TEXT)
def test_a_span_keeps_its_first_and_last_character(text: str) -> None:
    found = abridge(text)
    size = len(found.text)
    for start, end in [(0, size), (size // 3, size // 2 + 1)]:
        if start < end <= size:
            first, last = found.whole(start, end)
            assert text[first] == found.text[start]
            assert text[last - 1] == found.text[end - 1]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("so late!!! Why?!", "so late!!! Why?!"),
        ("so late!!!!!!!", "so late!!!"),
        ("no?!?!?!?!?!?!", "no?!?!?!"),
        ("bad 😡😡😡😡😡👎", "bad 😡😡😡👎"),
        ("(((((a)))))", "(((a)))"),
        ("two \n\n\n\n\n lines", "two \nlines"),
        ("v\u0301e\u0302\u0301t", "v\u0301e\u0302\u0301t"),
        ("z" + "\u0301" * 8 + "algo", "zalgo"),
        ("@a @b @c thanks", "@a @b @c thanks"),
        ("@a @b @c @d @e thanks", "thanks"),
        ("see https://a.example https://b.example", None),
        ("https://a.example " * 5 + "see", "see"),
        ("1,000,000 and 3.14", None),
        ("heeeeelp", None),
        ("h" + "e" * 90 + "lp", "h" + "e" * 21 + "lp"),
        ("re\u200bf\x00und \u202enow", "refund now"),
        ("r\u0336e\u0336fund", "refund"),
        ("cut \ud83d off", "cut  off"),
        ("❤\ufe0f 👩\u200d💻 1\ufe0f", "❤\ufe0f 👩\u200d💻 1"),
        ("my rеfund", "my refund"),
        ("мой заказ", None),
        ("", None),
    ],
)
def test_only_padding_is_left_out(text: str, left: str | None) -> None:
    assert abridge(text).text == (text if left is None else left)


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert abridge(text).text is text


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD.keys())
def test_no_more_is_read_than_so_much(text: str) -> None:
    assert len(abridge(text).text) <= LONGEST


@pytest.mark.parametrize("name", VOLUMES)
def test_words_are_found_in_any_volume(name: str) -> None:
    many, few = (change(PLAIN["en"]) for change in VOLUMES[name])
    assert PLAIN["en"] in abridge(many).text
    assert len(abridge(many).text) <= LONGEST
    assert PLAIN["en"] in few


def test_of_a_long_text_both_ends_are_read() -> None:
    text = "".join(f"{n} " for n in range(50_000))
    found = abridge(text).text

    assert len(found) == LONGEST
    assert text.startswith(found[: LONGEST // 2])
    assert text.rstrip().endswith(found[-(LONGEST // 2) :])
