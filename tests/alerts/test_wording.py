"""An alert in words: what it says, and what it never says."""

from __future__ import annotations

import json
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from alerts.facts import AuthorHistory
from alerts.wording import (
    alert_message,
    plain_text,
    reply_message,
    storm_end,
    storm_message,
)
from monitor.core.model import AlertState, Label, PostKind, Reason, Severity
from tests.alerts.making import (
    HOUR,
    MINUTE,
    NOW,
    REVIEW,
    entry,
    fact,
    mention,
    reply,
    stormy,
    view,
    worded,
)

SEOUL = ZoneInfo("Asia/Seoul")


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
