"""An alert in words: what it says, in which language, and what it never says."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from string import Formatter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.details import source_name, span_of
from alerts.facts import AuthorHistory
from alerts.notifiers.words import graphemes
from alerts.quoting import clean, excerpt, host_of, one_line, shorten, web_address
from alerts.wording import (
    alert_message,
    plain_text,
    reply_message,
    storm_end,
    storm_message,
)
from alerts.words import ENGLISH, LANGUAGES, words_for
from alerts.words_asia import CHINESE, JAPANESE, KOREAN
from alerts.words_europe import FRENCH, GERMAN, SPANISH
from monitor.core.model import AlertState, Label, PostKind, Precision, Reason, Severity
from tests.alerts.making import DAY, HOUR, MINUTE, NOW, entry, mention, view

SEOUL = ZoneInfo("Asia/Seoul")
TABLES = {
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "ja": JAPANESE,
    "ko": KOREAN,
    "zh": CHINESE,
}
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
REVIEW = {
    "source": "google_reviews",
    "kind": PostKind.REVIEW,
    "rating": 1.0,
    "author_handle": "",
    "author_followers": None,
}


def worded(*entries, language="en", tz=UTC, **changes):
    return alert_message(view(*entries, **changes), now=NOW, language=language, tz=tz)


def reply(*entries, mention_id=None, **changes):
    return reply_message(view(*entries, **changes), mention_id=mention_id, now=NOW)


def fact(message, name):
    return dict(message.facts).get(name)


# The first message


def test_an_angry_review_says_at_a_glance_what_happened():
    message = worded(entry(**REVIEW), history=AuthorHistory(mentions=2, negative=1))

    assert plain_text(message) == (
        "Angry review of Acme on Google: 1 of 5 stars\n"
        "> Acme Air lost my bag and nobody answers.\n"
        "Where: Google\n"
        "Who: Jane Doe\n"
        "When: 2026-11-22 14:02 UTC (2 min ago)\n"
        "Rating: ★☆☆☆☆ 1 of 5 stars\n"
        "Severity: high\n"
        "Sentiment: negative (score -0.62)\n"
        "Language: English\n"
        "History: 3rd mention in 14 days, 1 earlier one negative\n"
        "unhappy: negative\n"
        'Rule: unhappy · found by: "acme air" · alert 1a2b3c4d\n'
        "Open on Google: https://x.example/jane/1590000000000000001"
    )


@pytest.mark.parametrize(
    ("severity", "label", "headline"),
    [
        (Severity.CRITICAL, Label.NEGATIVE, "Critical post about Acme on X"),
        (Severity.HIGH, Label.NEGATIVE, "Angry post about Acme on X"),
        (Severity.MEDIUM, Label.NEUTRAL, "Unhappy post about Acme on X"),
        (Severity.LOW, Label.NEGATIVE, "Mildly unhappy post about Acme on X"),
        (Severity.NONE, Label.NEGATIVE, "Mildly unhappy post about Acme on X"),
        (Severity.NONE, Label.NEUTRAL, "Neutral post about Acme on X"),
        (Severity.NONE, Label.POSITIVE, "Positive post about Acme on X"),
        (Severity.NONE, Label.UNREADABLE, "New post about Acme on X"),
        (Severity.NONE, None, "New post about Acme on X"),
    ],
)
def test_the_headline_tells_how_it_sounds(severity, label, headline):
    assert worded(entry(severity=severity, label=label)).headline == headline


def test_the_headline_tells_a_vip_and_a_competitor():
    message = worded(entry(vip=True), competitor=True)

    assert message.headline == "Angry post about Acme (competitor) on X · VIP"
    assert fact(message, "Who") == "Jane Doe (@jane), 12,345 followers, VIP"


def test_several_posts_of_one_author_are_counted_in_the_headline_and_listed():
    others = [entry(mention_id=n, published_at=NOW - n * HOUR) for n in range(3, 10)]

    message = worded(entry(), *others, total=8)

    assert message.headline == "Angry: 8 mentions of Acme by one author"
    assert len(message.rows) == 5
    assert message.rows[0] == (
        "3 h ago: Acme Air lost my bag and nobody answers.",
        "https://x.example/jane/1590000000000000001",
    )


def test_a_post_from_a_file_names_no_network():
    message = worded(entry(source="import", kind=PostKind.TICKET))

    assert message.headline == "Angry ticket about Acme"
    assert message.link_text == "Open the post"
    assert fact(message, "Where") == "an imported file"


def test_a_post_from_a_feed_names_its_site():
    message = worded(entry(source="rss", url="https://www.blog.example/a"))

    assert message.headline == "Angry post about Acme on the web (blog.example)"
    assert fact(worded(entry(source="rss", url="")), "Where") == "the web"


def test_what_nobody_could_read_asks_a_person_to_read_it():
    message = worded(entry(label=Label.UNREADABLE, score=None, severity=Severity.NONE))

    assert "read it yourself" in fact(message, "Sentiment")
    assert fact(message, "Severity") is None


def test_a_label_without_a_score_stands_alone():
    assert fact(worded(entry(score=None)), "Sentiment") == "negative"
    assert fact(worded(entry(label=None)), "Sentiment") is None


def test_the_signals_of_the_score_are_shown_up_to_three():
    message = worded(entry(why=("unhappy: negative",)), total=1)
    assert fact(message, "Signals") is None

    seen = replace(entry(), mention=mention(why=("a", "b\n", "c", "d")))
    assert fact(worded(seen), "Signals") == "a; b ; c"


@pytest.mark.parametrize(
    ("changes", "who"),
    [
        ({"author_name": "jane"}, "@jane"),
        ({"author_name": "", "author_handle": "@jane"}, "@jane"),
        ({"author_handle": ""}, "Jane Doe"),
        ({"author_handle": "", "author_name": " \u200b"}, "unknown author"),
        ({"source": "reddit"}, "Jane Doe (u/jane)"),
        ({"source": "reddit", "author_handle": "u/jane"}, "Jane Doe (u/jane)"),
        ({"source": "hackernews"}, "Jane Doe (jane)"),
    ],
)
def test_the_author_is_named_as_their_network_names_them(changes, who):
    message = worded(entry(author_followers=0, **changes))

    assert fact(message, "Who") == who


@pytest.mark.parametrize(("n", "said"), [(1, "1 follower"), (2, "2 followers")])
def test_one_follower_is_not_followers(n, said):
    assert fact(worded(entry(author_followers=n)), "Who").endswith(said)


# Time


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


def test_a_time_that_is_not_known_well_is_not_pretended_to_be():
    """F22."""
    day = worded(entry(precision=Precision.DAY, published_at=NOW - DAY), tz=SEOUL)
    unknown = worded(entry(precision=Precision.UNKNOWN, first_seen_at=NOW - HOUR))

    assert fact(day, "When") == "2026-11-21 (the time of day is not known)"
    assert fact(unknown, "When") == "not known; found 1 h ago"


# Ratings, names, history


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


# News in the thread, and the end


@pytest.mark.parametrize(
    ("reason", "headline"),
    [
        (Reason.MORE, "The same author wrote about Acme again (2 mentions so far)"),
        (Reason.WORSE, "The post about Acme was edited and is worse now: critical"),
        (Reason.CHANGED, "The post about Acme was edited"),
        (Reason.FIRST, "Angry: 2 mentions of Acme by one author"),
    ],
)
def test_a_reply_says_what_is_news(reason, headline):
    severity = Severity.CRITICAL if reason is Reason.WORSE else Severity.HIGH

    message = reply(entry(severity=severity), reason=reason, total=2)

    assert message.headline == headline
    assert message.severity == severity.word
    assert message.quote == "Acme Air lost my bag and nobody answers."


def test_a_reply_is_about_the_mention_it_was_made_for():
    entries = (entry(), entry(mention_id=2, text="Second", spans=()))

    assert reply(*entries, mention_id=2, reason=Reason.MORE).quote == "Second"
    assert reply(*entries, mention_id=9, reason=Reason.MORE).quote.startswith("Acme")


GONE = {
    "deleted": "The post about Acme was removed by its author",
    "removed": "The post was edited and no longer mentions Acme",
    "resolved": "The post about Acme was edited and no longer meets any rule",
}


@pytest.mark.parametrize("state", GONE)
@pytest.mark.parametrize("word", [worded, reply])
def test_what_is_over_says_so_in_the_message_and_in_the_thread(word, state):
    """F24, F25."""
    message = word(entry(**{state: True}), reason=Reason.MORE)

    assert message.headline == GONE[state]
    assert message.severity == "none"
    assert fact(message, "Severity") is None
    assert message.why == ()


def test_the_words_of_a_removed_post_are_nowhere():
    """F25: not in the quote, the title, the link, the rows or the data."""
    gone = entry(
        deleted=True,
        text="SECRET words",
        title="SECRET",
        url="https://s.example/SECRET",
    )
    for message in (
        worded(gone),
        reply(gone, reason=Reason.CHANGED),
        worded(entry(mention_id=2), gone),
        storm_message(view(gone, entry(), total=9), now=NOW),
        storm_end(view(gone), now=NOW),
    ):
        said = plain_text(message) + json.dumps(dict(message.data))

        assert "SECRET" not in said
        assert not message.link or "SECRET" not in message.link


def test_an_edited_post_that_is_fine_now_shows_its_new_words():
    message = worded(entry(resolved=True, text="All good now, thanks", spans=()))

    assert message.quote == "All good now, thanks"
    assert message.link


def test_an_alert_goes_on_with_the_mentions_that_still_stand():
    message = worded(
        entry(deleted=True), entry(mention_id=2, text="Still angry", spans=())
    )

    assert message.quote == "Still angry"
    assert message.rows == (("2 min ago: removed by its author", ""),)


@pytest.mark.parametrize("word", [alert_message, reply_message])
def test_an_alert_without_mentions_says_that_they_are_gone(word):
    message = word(replace(view(), entries=()), now=NOW)

    assert message.headline == GONE["deleted"]
    assert message.facts == ()


# Storms


def stormy(*entries, **changes):
    values = {
        "total": 10_000,
        "authors": 4211,
        "opened_at": NOW - 12 * MINUTE,
        "severity": Severity.CRITICAL,
        "reason": Reason.STORM,
        "sources": (("reddit", 10), ("x", 9000), ("app_store", 10)),
        "severities": ((Severity.HIGH, 200), (Severity.CRITICAL, 3)),
    }
    shown = entries or (entry(vip=True), entry(**REVIEW))
    return view(*shown, **{**values, **changes})


def test_a_storm_is_one_message_with_numbers_and_the_worst():
    message = storm_message(stormy(last_at=NOW - MINUTE), now=NOW, tz=SEOUL)

    assert message.headline == "Storm: 10,000 mentions of Acme in 11 min"
    assert message.facts == (
        ("Mentions", "10,000"),
        ("Authors", "4,211"),
        ("Severity", "critical 3, high 200"),
        ("Networks", "X 9,000, App Store 10, Reddit 10"),
        ("Since", "2026-11-22 22:52 KST"),
        ("Latest", "1 min ago"),
    )
    text, link = message.rows[0]
    assert text.startswith("high · X · Jane Doe (@jane) · VIP: Acme Air lost")
    assert link == "https://x.example/jane/1590000000000000001"
    assert message.rows[1][0].startswith("high · Google · Jane Doe: ★☆☆☆☆ Acme")
    assert message.rows[-1] == ("9,998 more", "")
    assert "instead of being sent one by one" in message.footer
    assert message.severity == "critical"


def test_the_end_of_a_storm_says_that_it_is_over():
    message = storm_end(stormy(state=AlertState.CLOSED), now=NOW)

    assert message.headline == "The storm is over: 10,000 mentions of Acme in 12 min"
    assert message.severity == "none"


def test_a_storm_that_shows_everything_has_no_more_to_show():
    assert storm_message(stormy(entry(), total=1), now=NOW).rows[-1][1]
    assert storm_message(stormy(entry(deleted=True)), now=NOW).rows == ()


def test_a_storm_of_titles_shows_titles():
    rows = storm_message(stormy(entry(title="Lost bag")), now=NOW).rows

    assert rows[0][0].endswith(": Lost bag")


# Data for machines


def test_data_says_everything_a_program_needs():
    message = worded(entry(vip=True, **REVIEW), entry(mention_id=2), total=2)

    data = json.loads(json.dumps(dict(message.data), allow_nan=False))

    assert data["type"] == "alert"
    assert data["alert"] == "1a2b3c4d-0000-5000-8000-000000000000"
    assert data["brand"] == "Acme"
    assert data["rules"] == ["unhappy"]
    assert data["reason"] == "first"
    assert data["mention_ids"] == [1, 2]
    assert data["source"] == "google_reviews"
    assert data["url"] == "https://x.example/jane/1590000000000000001"
    assert data["label"] == "negative"
    assert data["score"] == -0.62
    assert data["severity"] == "high"
    assert data["author_handle"] == ""
    assert data["published_at"] == "2026-11-22T14:02:00+00:00"
    assert data["quote"] == "Acme Air lost my bag and nobody answers."
    assert data["stars"] == 1.0
    assert data["vip"] is True


def test_data_of_a_storm_has_its_numbers():
    data = json.loads(json.dumps(dict(storm_message(stormy(), now=NOW).data)))

    assert data["type"] == "storm"
    assert data["last_at"] is None
    assert data["sources"] == {"reddit": 10, "x": 9000, "app_store": 10}
    assert data["severities"] == {"high": 200, "critical": 3}
    assert [each["mention_id"] for each in data["top"]] == [1, 1]


# Languages


@LANGUAGE
def test_every_message_is_complete_in_every_language(language):
    alert = view(entry(vip=True, **REVIEW), history=AuthorHistory(mentions=2))
    said = [
        alert_message(alert, now=NOW, language=language),
        *(
            reply_message(replace(alert, reason=reason), now=NOW, language=language)
            for reason in Reason
        ),
        storm_message(stormy(), now=NOW, language=language),
        storm_end(stormy(), now=NOW, language=language),
    ]

    for message in said:
        assert "Acme" in message.headline
        assert "{" not in plain_text(message)
        assert "|" not in plain_text(message)
        assert all(name and value for name, value in message.facts)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Angry review of Acme on Google: 1 of 5 stars"),
        ("de", "Wütende Bewertung von Acme auf Google: 1 von 5 Sternen"),
        ("es", "Reseña de enfado sobre Acme en Google: 1 de 5 estrellas"),
        ("fr", "Avis furieux à propos de Acme sur Google : 1/5 étoiles"),
        ("ja", "GoogleでのAcmeに関する怒りのレビュー：星5つ中1"),
        ("ko", "Acme 관련 강한 불만의 리뷰 · Google: 별점 1/5"),
        ("zh-Hans", "Google 上关于 Acme 的愤怒点评：1/5 星"),
        ("PT_br", "Angry review of Acme on Google: 1 of 5 stars"),
    ],
)
def test_the_headline_is_said_in_the_language_of_the_team(language, headline):
    assert worded(entry(**REVIEW), language=language).headline == headline


def test_german_moods_agree_with_what_they_describe():
    heads = [
        worded(entry(kind=kind), language="de").headline.split(" ")[0]
        for kind in (PostKind.POST, PostKind.MESSAGE, PostKind.TICKET)
    ]

    assert heads == ["Wütender", "Wütende", "Wütendes"]


def _fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", TABLES)
def test_a_language_has_every_text_with_the_same_gaps_to_fill(code):
    table = TABLES[code]

    assert table.keys() == ENGLISH.keys()
    for key, text in ENGLISH.items():
        assert _fields(table[key]) == _fields(text), key


@pytest.mark.parametrize("code", TABLES)
def test_a_language_has_a_text_for_every_value_of_the_model(code):
    for key in (
        *(f"kind_{kind}" for kind in PostKind),
        *(f"label_{label}" for label in Label),
        *(f"severity_{severity.word}" for severity in Severity),
    ):
        assert TABLES[code][key]


def test_large_numbers_are_written_as_the_language_writes_them():
    said = {code: words_for(code).number(12345) for code in ("en", "de", "fr", "ko")}

    assert said == {"en": "12,345", "de": "12.345", "fr": "12\u202f345", "ko": "12,345"}


def test_braces_and_bars_in_a_post_are_only_characters():
    message = worded(
        entry(text="{0} {brand} {{x}} a|b", spans=(), author_name="{n}|{x}"),
        brand="{network}|",
    )

    assert message.quote == "{0} {brand} {{x}} a|b"
    assert message.headline == "Angry post about {network}| on X"


# Other people's words


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
