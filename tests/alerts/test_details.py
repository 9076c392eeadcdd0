"""The facts of a mention in words: when, how many stars, who, where."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.details import source_name, span_of
from alerts.facts import AuthorHistory
from alerts.words import words_for
from monitor.core.model import Precision
from tests.alerts.making import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    entry,
    fact,
    worded,
)

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (-HOUR, "just now"),
        (timedelta(seconds=59), "just now"),
        (MINUTE, "1 min ago"),
        (HOUR - MINUTE, "59 min ago"),
        (HOUR, "1 h ago"),
        (2 * DAY - MINUTE, "47 h ago"),
        (2 * DAY, "2 days ago"),
        (400 * DAY, "400 days ago"),
    ],
)
def test_the_time_since_is_said_as_people_say_it(ago, said):
    message = worded(entry(published_at=NOW - ago, first_seen_at=NOW - ago))

    assert fact(message, "When").endswith(f"({said})")


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(0), "1 s"),
        (119 * timedelta(seconds=1), "119 s"),
        (2 * MINUTE, "2 min"),
        (2 * HOUR, "2 h"),
        (2 * DAY, "2 days"),
    ],
)
def test_a_span_is_said_as_people_say_it(span, said):
    assert span_of(span, words_for("en")) == said


def test_the_time_is_written_in_the_time_zone_of_the_team():
    said = fact(worded(tz=SEOUL), "When")

    assert said == "2026-11-22 23:02 KST (2 min ago)"


def test_what_was_found_hours_after_it_was_posted_is_marked_late():
    """F23, F26."""
    late = worded(entry(published_at=NOW - 5 * HOUR))
    early = worded(entry(published_at=NOW - 2 * HOUR))

    assert fact(late, "When") == (
        "2026-11-22 09:04 UTC (5 h ago), found late, 5 h after it was posted"
    )
    assert "late" not in fact(early, "When")
    assert late.data["late"]
    assert not early.data["late"]


def test_a_time_that_is_not_known_well_is_not_pretended_to_be():
    """F22."""
    day = worded(entry(precision=Precision.DAY, published_at=NOW - DAY), tz=SEOUL)
    unknown = worded(entry(precision=Precision.UNKNOWN, first_seen_at=NOW - HOUR))

    assert fact(day, "When") == "2026-11-21 (the time of day is not known)"
    assert fact(unknown, "When") == "not known; found 1 h ago"
    assert not day.data["late"]


@pytest.mark.parametrize(
    ("rating", "scale", "stars"),
    [
        (1, 5, "★☆☆☆☆ 1 of 5 stars"),
        (4.5, 5, "★★★★★ 4.5 of 5 stars"),
        (3, 10, "★★☆☆☆ 3 of 10 stars"),
        (0, 5, "☆☆☆☆☆ 0 of 5 stars"),
        (7, 5, "★★★★★ 7 of 5 stars"),
        (-1, 5, "☆☆☆☆☆ -1 of 5 stars"),
        (None, 5, None),
        (1, 0, None),
        (float("inf"), 5, None),
    ],
)
def test_ratings_are_drawn_as_five_stars(rating, scale, stars):
    message = worded(entry(rating=rating, rating_scale=scale))

    assert fact(message, "Rating") == stars


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("x", "X"),
        ("hackernews", "Hacker News"),
        ("app_store", "App Store"),
        ("google_reviews", "Google"),
        ("play-store", "Google Play"),
        ("rss", "the web"),
        ("my_forum", "My Forum"),
        ("eBoard", "eBoard"),
    ],
)
def test_networks_are_spelled_as_they_spell_themselves(source, name):
    assert source_name(source, words_for("en")) == name


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        (1, "2nd"),
        (2, "3rd"),
        (3, "4th"),
        (10, "11th"),
        (11, "12th"),
        (12, "13th"),
        (20, "21st"),
        (21, "22nd"),
        (1110, "1,111th"),
    ],
)
def test_history_counts_this_mention_too(earlier, said):
    message = worded(history=AuthorHistory(mentions=earlier, days=30))

    assert fact(message, "History") == f"{said} mention in 30 days"


def test_history_quotes_what_was_said_last():
    """So that nobody asks the same question again."""
    history = AuthorHistory(
        mentions=3, negative=2, last_at=NOW - 3 * DAY, last_excerpt="Still\nwaiting"
    )

    assert fact(worded(history=history), "History") == (
        "4th mention in 14 days, 2 earlier ones negative; "
        "last 3 days ago: “Still waiting”"
    )
    quiet = replace(history, negative=0, last_excerpt="")
    assert fact(worded(history=quiet), "History").endswith("14 days; last 3 days ago")


@pytest.mark.parametrize("history", [None, AuthorHistory(mentions=0)])
def test_a_first_mention_has_no_history(history):
    assert fact(worded(history=history), "History") is None


@pytest.mark.parametrize(
    ("lang", "said"),
    [("ko-KR", "한국어"), ("zh_TW", "中文"), ("tlh", "tlh"), ("", None)],
)
def test_languages_are_called_by_their_own_name(lang, said):
    assert fact(worded(entry(lang=lang)), "Language") == said


def test_the_footer_says_by_what_it_was_found():
    message = worded(entry(query=""), rules=("unhappy", "vip"))
    bare = worded(entry(query=""), rules=())

    assert message.footer == "Rules: unhappy, vip · alert 1a2b3c4d"
    assert bare.footer == "alert 1a2b3c4d"
