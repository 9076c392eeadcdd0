"""Other people's words: cleaned, cut, and kept from turning ours around."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.notifiers.words import graphemes
from alerts.quoting import clean, excerpt, host_of, one_line, shorten, web_address
from alerts.wording import (
    alert_message,
    plain_text,
    reply_message,
    storm_message,
)
from alerts.words import LANGUAGES
from monitor.core.model import Reason
from tests.alerts.making import (
    NOW,
    entry,
    fact,
    view,
    worded,
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u202eb\u2066c\u2069", "abc"),
        ("nul\x00 esc\x1b[2J bell\x07", "nul esc[2J bell"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("tag\U000e0049\U000e0067", "tag"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\n\n\n \n\nb", "a\n\nb"),
        ("  a \t b\u3000 c  ", "a b c"),
        ("\ud800x", "\ufffdx"),
        ("e" + "\u0301" * 50, "é" + "\u0301" * 7),
        ("가", "가"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
    ],
)
def test_hidden_and_turning_characters_are_taken_out(text, cleaned):
    assert clean(text) == cleaned


def test_right_to_left_names_are_kept_from_turning_what_stands_beside_them():
    message = worded(entry(author_name="שרה", author_handle=""), brand="أكمي")

    assert message.headline == "Angry post about \u2068أكمي\u2069 on X"
    assert fact(message, "Who").startswith("\u2068שרה\u2069, ")


def test_a_long_post_is_cut_around_the_first_match():
    before, after = "before " * 500, " after" * 500
    text = f"{before}Acme{after}"
    at = len(before)

    quote = worded(entry(text=text, spans=((at, at + 4),))).quote

    assert "Acme" in quote
    assert quote.startswith("…before")
    assert quote.endswith("after…")
    assert 500 < len(quote) <= 600


def test_spans_count_from_the_title():
    text = "x " * 2000 + "Acme" + " y" * 2000
    at = len("Title\n") + 4000

    message = worded(entry(title="Title", text=text, spans=((0, 5), (at, at + 4))))

    assert "Acme" in message.quote
    assert message.quote_title == "Title"


def test_a_match_in_the_title_quotes_the_text_from_its_start():
    message = worded(entry(title="Acme!", text="word " * 500, spans=((0, 4),)))

    assert message.quote.startswith("word word")
    assert message.quote.endswith("word…")


def test_a_title_alone_is_not_quoted_twice():
    message = worded(entry(title="Acme is down", text="", spans=((0, 4),)))

    assert message.quote == ""
    assert message.quote_title == "Acme is down"


def test_text_without_spaces_is_cut_between_characters():
    text = "가나다라마바사아자차" * 200

    quote = worded(entry(text=text, spans=((1000, 1004),))).quote

    assert 590 <= len(quote) <= 600
    assert quote.strip("…") in text


def test_near_the_end_of_a_post_more_of_what_precedes_is_shown():
    text = "lead " * 400 + "Acme."

    quote = worded(entry(text=text, spans=((2000, 2004),))).quote

    assert quote.endswith("Acme.")
    assert len(quote) > 500


ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\u202e\u200d\u0301👩🏽🇰🇷가\u1100\u1161 \n\x00\u2066\ud800"),
    ),
    max_size=3000,
)


@given(ANY_TEXT, st.integers(-5, 4000), st.sampled_from([20, 60, 600]))
def test_a_quote_is_never_too_long_and_never_holds_what_turns_text(text, at, limit):
    quote = excerpt(text, at, limit)

    assert len(list(graphemes(quote))) <= limit
    assert len(quote) <= 4 * limit + 2
    assert not any("\u202a" <= char <= "\u202e" for char in quote)
    assert not any("\u2066" <= char <= "\u2069" for char in quote)
    assert not any(unicodedata.category(char) == "Cs" for char in quote)
    assert not any(unicodedata.category(c) == "Cc" and c != "\n" for c in quote)


@given(ANY_TEXT, st.integers(2, 200))
def test_one_line_is_one_short_line(text, limit):
    line = one_line(text, limit)

    inner = line.strip("\u2068\u2069")
    assert "\n" not in line
    assert len(list(graphemes(inner))) <= limit
    assert len(inner) <= 4 * limit + 5


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(
    ANY_TEXT,
    ANY_TEXT,
    st.tuples(st.floats() | st.none(), st.floats()),
    st.sampled_from([*LANGUAGES, "xx"]),
    st.sampled_from([*Reason]),
)
def test_nothing_a_network_sends_stops_an_alert(text, name, stars, language, reason):
    alert = view(
        entry(
            text=text,
            title=name[:50],
            author_name=name,
            author_handle=text[:30],
            source=name[:20],
            url=text,
            lang=name[:10],
            rating=stars[0],
            rating_scale=stars[1],
            spans=((3, 5),),
        ),
        reason=reason,
        brand=name,
    )

    for message in (
        alert_message(alert, now=NOW, language=language),
        reply_message(alert, now=NOW, language=language),
        storm_message(alert, now=NOW, language=language),
    ):
        assert message.headline
        assert "\n" not in message.headline
        assert plain_text(message)


def test_a_megabyte_of_accents_or_of_one_word_is_cut():
    for text in ("e" + "\u0301" * 1_000_000, "x" * 1_000_000, "\u200b" * 1_000_000):
        assert len(excerpt(text, 500_000)) <= 2402


def test_one_endless_character_is_cut_too():
    chain = "👩\u200d" * 5000

    assert len(shorten(chain, 10)) <= 4 * 11 + 1
    assert len(excerpt(chain, 0, 10)) <= 42


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_very_little_room_is_enough_for_an_ellipsis(limit):
    assert shorten("abcdefgh", limit) == "abcdefgh"[: limit - 1] + "…"


def test_what_fits_is_not_cut():
    family = "👩\u200d👩\u200d👧" * 3

    assert shorten(family, 3) == family
    assert shorten("in full", 7) == "in full"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/p?q=1#f", "https://a.example/p?q=1#f"),
        (" https://a.example/a b ", "https://a.example/a%20b"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https:///path", ""),
        ("https://[broken/", ""),
        ("https://a.example/\u202egpj", ""),
        ("https://a.example/" + "x" * 3000, ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url, link):
    message = worded(entry(url=url))

    assert web_address(url) == message.link == link
    assert bool(message.link_text) is bool(link)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.blog.example:80/x", "blog.example"),
        ("ftp://a.example", ""),
        ("", ""),
    ],
)
def test_the_host_of_a_page_is_told_without_www(url, host):
    assert host_of(url) == host


def test_a_message_of_long_ago_still_has_a_time():
    old = datetime(1970, 1, 1, tzinfo=UTC)

    assert fact(worded(entry(published_at=old)), "When").startswith("1970-01-01 00:00")
