"""What is a copy, of what, and why; what is not; what is remembered."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest

from monitor.copies import Copy, CopyIndex, Limits, Why, Writing
from monitor.copies.postings import Postings
from tests.copies.campaigns import START

LONG = "Acme lost my luggage again, third time this year. Never flying with them."
SHORT = "acme is down again, great"


def writing(number: int, text: str = LONG, **more: Any) -> Writing:
    values = {"source": "x", "author": f"a{number}", "handle": f"person{number}"}
    return Writing(
        **{"id": number, "text": text, "at": START, **values, **more}  # type: ignore[arg-type]
    )


def found(*writings: Writing) -> list[Copy | None]:
    return CopyIndex().find(writings)


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (LONG, Why.TEXT),
        (f"RT @jane: {LONG}", Why.TEXT),
        (f"{LONG} (via @jane@mastodon.example)", Why.TEXT),
        (f"@acme @jane {LONG.upper()} 😡 https://t.example/1", Why.TEXT),
        (LONG.replace("luggage", "suitcase"), Why.NEAR),
        (LONG[:55], Why.NEAR),
        (f"This is what I always say: “{LONG}” Why does nobody act on it?", Why.QUOTE),
    ],
)
def test_a_copy_says_of_what_and_why(later: str, why: Why) -> None:
    first, second = found(writing(1), writing(2, later))

    assert first is None
    assert second is not None
    assert (second.of, second.why) == (1, why)


def test_all_of_a_group_are_copies_of_its_first_post() -> None:
    copies = found(*(writing(number) for number in range(1, 5)))

    assert [copy and copy.of for copy in copies] == [None, 1, 1, 1]


def test_short_texts_of_several_authors_are_no_campaign() -> None:
    assert found(writing(1, SHORT), writing(2, SHORT)) == [None, None]


def test_a_short_text_of_one_author_is_a_copy_here_and_on_another_network() -> None:
    same = {"handle": "jane"}
    copies = found(
        writing(1, SHORT, **same), writing(2, SHORT, source="bluesky", **same)
    )
    assert copies[1] == Copy(1, Why.TEXT)

    same_id = found(
        writing(1, SHORT, author="7", handle=""),
        writing(2, SHORT, author="7", handle=""),
        writing(3, SHORT, author="7", handle="", source="reddit"),
    )
    assert same_id[1] == Copy(1, Why.TEXT)
    assert same_id[2] is None


def test_a_middling_text_is_a_copy_on_the_same_network_only() -> None:
    text = "acme has closed the shop in our city"  # 36 letters
    copies = found(
        writing(1, text), writing(2, text, source="reddit"), writing(3, text)
    )

    assert [copy and copy.of for copy in copies] == [None, None, 1]


def test_cases_with_other_numbers_are_apart() -> None:
    text = "Where is my Acme order {}? It was due on Monday and still no answer"

    copies = found(
        *(writing(n, text.format(number)) for n, number in ((1, 48213), (2, 99812)))
    )

    assert copies == [None, None]


def test_articles_at_one_address_are_copies_and_comments_under_it_are_not() -> None:
    page = "https://www.news.example/acme?utm_source=feed"
    again = "http://news.example/acme#top"

    articles = found(
        writing(1, "Acme in trouble", page=page),
        writing(2, "What happened at the airline", page=again),
    )
    comments = found(writing(1, "I knew it"), writing(2, "Who would have thought"))

    assert articles[1] == Copy(1, Why.URL)
    assert comments == [None, None]


def test_looking_up_again_gives_the_same() -> None:
    index = CopyIndex()
    posts = [writing(1), writing(2)]

    assert index.find(posts) == index.find(posts) == [None, Copy(1, Why.TEXT)]


def test_the_bare_text_after_a_quote_of_it_stands_for_the_group_too() -> None:
    quote = f"{'Look at this, everybody. ' * 3}“{LONG}”"
    other = f"“{LONG}” {'Nobody at all cares about us. ' * 3}"

    copies = found(writing(1, quote), writing(2, LONG), writing(3, other))

    assert [copy and copy.of for copy in copies] == [None, 1, 1]


def test_what_is_older_than_the_window_is_forgotten_unless_it_goes_on() -> None:
    index = CopyIndex(Limits(window=timedelta(days=2)))
    days = [
        writing(number, at=START + timedelta(days=at))
        for number, at in ((1, 0), (2, 1.5), (3, 3), (4, 6))
    ]

    assert [copy and copy.of for copy in index.find(days)] == [None, 1, 1, None]
    assert len(index) == 1


def test_no_more_posts_are_kept_than_allowed() -> None:
    index = CopyIndex(Limits(posts=10))
    posts = [writing(n, f"{n} {'abcdefghij'[n % 10] * 3} " * 20) for n in range(1, 50)]
    index.find([*posts, writing(99)])

    assert len(index) == 10
    assert index.find([writing(100)]) == [Copy(99, Why.TEXT)]


def test_an_index_of_another_life_goes_on_where_it_was() -> None:
    index = CopyIndex()
    index.remember([(writing(1), 1), (writing(2), 1), (writing(5, SHORT), 5)])

    assert index.find([writing(6)]) == [Copy(1, Why.TEXT)]
    assert len(index) == 2


def test_a_group_goes_on_when_its_first_post_is_gone() -> None:
    index = CopyIndex()
    index.remember([(writing(1, ""), 1), (writing(2), 1), (writing(3), 1)])

    assert index.find([writing(6)]) == [Copy(1, Why.TEXT)]
    assert len(index) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "가" * 100_000,
        "x " + "@a " * 33_000,
        "RT @a: " * 14_000,
        "> " * 50_000,
        "www." * 25_000,
        "“”" * 50_000,
        "ab cd " * 16_000,
        "",
        "😡" * 50_000,
    ],
    ids=lambda text: text[:4] or "empty",
)
def test_hostile_texts_take_no_time(text: str) -> None:
    began = time.process_time()
    index = CopyIndex()
    index.find([writing(1, text), writing(2, f"{text} more"), writing(3, text)])

    assert time.process_time() - began < 1.0


def test_ten_thousand_short_texts_take_no_room() -> None:
    index = CopyIndex()
    index.find(writing(n, f"no {n}", author="", handle="") for n in range(10_000))

    assert len(index) == 0


def test_what_everybody_has_is_counted_and_not_followed() -> None:
    postings = Postings[str](most=3)
    for name in "abcd":
        postings.add((1, 2) if name < "c" else (1,), name)

    assert sorted(postings.holders((1, 2, 3))) == ["a", "b"]

    for name in "dcab":
        postings.remove((1, 2) if name < "c" else (1,), name)
    assert len(postings) == 0


def test_nothing_stays_behind_of_posts_that_are_forgotten() -> None:
    index = CopyIndex(Limits(window=timedelta(days=1)))
    opening = "I have been a loyal customer of Acme for years and I must say that"
    index.find(
        writing(
            n, f"{opening} {n * 7919:x} {n * 104729:o}", page=f"https://a.example/{n}"
        )
        for n in range(300)
    )
    index.find([writing(999, "short", at=START + timedelta(days=3), page="")])
    index.find([writing(1000, at=START + timedelta(days=3))])

    assert len(index) == len(index._by_text) == 1
    assert len(index._by_key) == len(index._texts[1000].keys)
    assert not index._by_page
