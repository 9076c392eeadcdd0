"""A post can ping nobody, break no layout, and smuggle in no link."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.base import Message
from alerts.notifiers.slack_blocks import MARKS, blocks, escape, fallback
from alerts.notifiers.words import graphemes, utf16
from monitor.demo.slack_rules import blocks_error, texts
from tests.alerts.notifiers.peers import HOSTILE, message

LINK = "https://news.example/1"

# Built to hit what Slack reads: its signs, and everything Unicode has.
short = st.text(
    st.sampled_from("<>&|!@#*_~`:/ \n\u200b\u202e\u0301\u200d\ud800👨🏽🇩가힣")
    | st.characters(),
    max_size=12,
)
# Long ones are repeated short ones: quick to make, and cut in odd places.
words = short | st.builds(
    lambda part, times: part * times, short, st.integers(min_value=10, max_value=4000)
)
pairs = st.builds(
    lambda pair, times: (pair,) * times, st.tuples(words, words), st.integers(0, 40)
)
messages = st.builds(
    Message,
    headline=words,
    notice=words,
    quote=words,
    quote_title=words,
    highlights=st.lists(short, max_size=6).map(tuple),
    facts=pairs,
    why=st.lists(words, max_size=3).map(tuple),
    link=words | words.map(lambda path: f"https://news.example/{path}"),
    link_text=words,
    rows=pairs,
    footer=words,
    severity=st.sampled_from([*MARKS, "odd"]),
    possible_repeat=st.booleans(),
)


def walk(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in walk(item))]
    if isinstance(value, list):
        return [found for item in value for found in walk(item)]
    return []


def everywhere(hostile: str) -> Message:
    return Message(
        headline=hostile,
        notice=hostile,
        quote=hostile,
        quote_title=hostile,
        highlights=(hostile, hostile[:3]),
        facts=((hostile, hostile),),
        why=(hostile,),
        link=LINK,
        link_text=hostile,
        rows=((hostile, hostile), (hostile, LINK)),
        footer=hostile,
    )


@pytest.mark.parametrize("button", [False, True])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_element_in_which_slack_interprets_holds_foreign_words(name, button):
    laid_out = blocks(everywhere(HOSTILE[name]), button=button)

    kinds = {element["type"] for element in walk(laid_out) if "type" in element}
    assert not kinds & {"mrkdwn", "markdown", "user", "broadcast", "channel", "emoji"}
    assert all(
        e["emoji"] is False for e in walk(laid_out) if e.get("type") == "plain_text"
    )
    urls = {element["url"] for element in walk(laid_out) if "url" in element}
    assert urls == {LINK}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_text_behind_holds_no_sequence_but_our_link(name):
    text = fallback(everywhere(HOSTILE[name]))

    assert text.endswith(f"\n<{LINK}>")
    before = text.removesuffix(f"<{LINK}>")
    assert "<" not in before
    assert ">" not in before
    assert "&" not in before.replace("&amp;", "").replace("&lt;", "").replace(
        "&gt;", ""
    )


@pytest.mark.parametrize("name", ["1 channel", "9 escaped already", "12 styles"])
def test_the_words_of_a_post_stay_as_they_were_written(name):
    written = HOSTILE[name]

    assert written in list(texts(blocks(message(quote=written))))
    assert escape(written.replace("\n", "\n")) in fallback(message(quote=written))


def test_nothing_invisible_is_put_into_a_post():
    """A zero-width character inside a link would also break every search for it."""
    written = "see https://evil.example/x and @everyone"

    assert written in list(texts(blocks(message(quote=written))))


def test_escaping_happens_once_and_in_order():
    assert escape("<!here> &lt;") == "&lt;!here&gt; &amp;lt;"


@pytest.mark.parametrize("name", ["right to left", "controls", "broken unicode"])
def test_characters_that_turn_or_control_are_gone(name):
    shown = "".join(texts(blocks(everywhere(HOSTILE[name]))))

    assert not set(shown) & set("\x00\x1b\x07\x7f\x9b\u202e\u202c\u2066\u2069\ud800")


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://x.example/a|b>c<d", "https://x.example/a%7Cb%3Ec%3Cd"),
        (
            "https://bücher.example/ä?q=é",
            "https://xn--bcher-kva.example/%C3%A4?q=%C3%A9",
        ),
        ("https://me:pw@x.example/1", "https://x.example/1"),
        ("https://x.example/a%20b", "https://x.example/a%20b"),
        ("HTTPS://x.example/1", "https://x.example/1"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("mailto:a@x.example", ""),
        ("//x.example/", ""),
        ("https://", ""),
        ("https://x.example:99999/", ""),
        ("https://a b.example/", ""),
        ("https://[::1/", ""),
        ("https://x.example/" + "a" * 3000, ""),
        ("https://x.example/" + "ä" * 1000, ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(link, shown):
    """Input 18: what could end a link early is percent-encoded."""
    urls = [e["url"] for e in walk(blocks(message(link=link, rows=()))) if "url" in e]

    assert urls == ([shown] if shown else [])


@given(messages, st.booleans())
@settings(max_examples=40)
def test_whatever_the_words_slack_accepts_the_blocks(anything, button):
    laid_out = blocks(anything, button=button)

    assert laid_out
    assert blocks_error(laid_out) is None
    assert sum(utf16(text) for text in texts(laid_out)) <= 13_200
    json.dumps(laid_out, ensure_ascii=False).encode("utf-8")


@given(messages)
@settings(max_examples=40)
def test_whatever_the_words_the_text_fits_and_pings_nobody(anything):
    text = fallback(anything)

    assert 0 < utf16(text) <= 3000
    inside = text.rpartition("\n<")[0] if text.endswith(">") else text
    assert "<" not in inside
    assert ">" not in inside


@given(words, short)
@settings(max_examples=50)
def test_a_long_post_is_cut_and_keeps_its_link(long, title):
    laid_out = blocks(message(quote=long * 20, quote_title=title, link=LINK))

    assert LINK in {element.get("url") for element in walk(laid_out)}
    assert all(utf16(text) <= 2900 for text in texts(laid_out))


def test_a_post_is_cut_between_characters_as_readers_see_them():
    """Input 14: no half family, no lonely accent, no broken flag."""
    family = "👨‍👩‍👧‍👦"
    quote = next(
        text
        for text in texts(blocks(message(quote=family * 1500, quote_title="")))
        if family in text
    )

    assert set(graphemes(quote)) == {family, "…"}
    assert utf16(quote) <= 2900


def test_everything_a_reader_needs_is_there():
    laid_out = blocks(message(possible_repeat=True))

    shown = "\n".join(texts(laid_out))
    for part in (
        "🟠",
        "Unhappy about Acme on Hacker News",
        "Never again",
        "They cancelled my order twice.",
        "Author",
        "Dana (@dana)",
        "Open on Hacker News",
        "rule 'unhappy' · complaint: cancelled",
        "somebody else said so",
        "alert 41",
        "Possible repeat",
    ):
        assert part in shown
    assert [block["type"] for block in laid_out] == [
        "header",
        "rich_text",
        "rich_text",
        "rich_text",
        "rich_text",
        "context",
    ]


def test_what_must_be_known_first_stands_in_bold_above_the_post():
    notice = "A person should look at this now <!channel>"

    [header, said, quote, *_] = blocks(message(notice=notice))
    [section] = said["elements"]

    assert header["type"] == "header"
    assert section["elements"] == [
        {"type": "text", "text": f"⚠ {notice}", "style": {"bold": True}}
    ]
    assert quote["elements"][0]["type"] == "rich_text_quote"
    behind = fallback(message(notice=notice)).split("\n")
    assert behind[1] == "⚠ A person should look at this now &lt;!channel&gt;"


def test_at_most_three_places_of_a_post_are_set_off_and_its_words_stay():
    post = "one *two* <three> four five"

    laid_out = blocks(
        message(quote=post, highlights=("five", "<three>", "*two*", "four"))
    )

    elements = laid_out[1]["elements"][0]["elements"][1:]
    assert "".join(each["text"] for each in elements) == post
    bold = [each["text"] for each in elements if "style" in each]
    assert bold == ["*two*", "<three>", "five"]


def test_an_empty_message_still_has_a_headline():
    assert blocks(Message(headline="")) == [
        {
            "type": "header",
            "text": {"type": "plain_text", "text": "⚪  Alert", "emoji": False},
        }
    ]


def test_a_button_opens_the_post_if_that_is_wanted():
    [actions] = [b for b in blocks(message(), button=True) if b["type"] == "actions"]

    [button] = actions["elements"]
    assert button["url"] == "https://news.example/item?id=1&x=2"
    assert button["action_id"] == "open_post"
    assert "value" not in button


def test_short_facts_stand_side_by_side_and_long_ones_alone():
    facts = (("Where", "X"), ("Who", "Dana"), ("Signals", "x" * 60), ("When", "now"))

    shown = "".join(texts(blocks(Message(headline="h", facts=facts))[1:]))

    lines = [line.split(" \u2003 ") for line in shown.split("\n")]
    assert lines == [
        ["Where  X", "Who  Dana"],
        ["Signals  " + "x" * 60],
        ["When  now"],
    ]
