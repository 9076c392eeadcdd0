"""What is special about X, with the real tweepy."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from starlette.responses import JSONResponse

from monitor.core.errors import (
    BudgetSpent,
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceRejected,
    SourceUnavailable,
)
from monitor.demo.networks.x import matcher, native_id
from monitor.demo.server import DemoServer, fails_with
from monitor.demo.world import World
from sources import x
from sources.base import SourceQuery, Way
from sources.x import XSettings, XSource
from sources.x_search import searches
from tests.fakes.clock import FixedClock
from tests.sources.loopback import answering, net

QUERY = SourceQuery(terms=("acme air",), handles=("acmeair",))


class Purse:
    """A meter that remembers; it has `left` micros."""

    def __init__(self, left=10**9):
        self.left = left
        self.settled = []

    def reserve(self, micros):
        if micros > self.left:
            raise BudgetSpent("x", "the budget of the month is spent")

    def settle(self, reserved, actual):
        self.settled.append((reserved, actual))


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["x"]) as server:
        yield server


@pytest.fixture
def now():
    return datetime.now(UTC).replace(microsecond=0)


def test_words_become_searches_within_the_limit():
    words = tuple(f"a rather long name of a brand {number}" for number in range(40))
    query = SourceQuery(terms=words, handles=("acme",), hashtags=("acme",))

    asked = list(searches(query, " -is:retweet"))

    assert len(asked) > 1
    assert all(len(text) <= 512 and text.endswith(") -is:retweet") for text in asked)
    joined = " OR ".join(text[1 : text.rindex(")")] for text in asked).split(" OR ")
    assert joined == [f'"{word}"' for word in words] + ["@acme", "#acme"]


def test_a_quote_in_a_word_does_not_end_the_phrase():
    assert list(searches(SourceQuery(terms=('a" OR "b',)), "")) == ['("a OR b")']


@pytest.mark.parametrize("query", [SourceQuery(), SourceQuery(terms=("w" * 600,))])
def test_what_cannot_be_asked_is_said(query):
    with pytest.raises(SourceRejected):
        list(searches(query, ""))


def test_a_search_is_narrowed_unless_the_operator_will_not_have_it(world, server, now):
    way = Way(groups=(("acme",), ("refund", "late")), without=("@acmejobs",))
    query = SourceQuery(terms=("acme",), ways=(way,))
    for text in ("acme is late", "acme is fine", "acme is late @acmejobs"):
        world.add("x", text, now - timedelta(minutes=3))

    narrow = walk(server, query=query)
    assert asked(server)["query"] == (
        '("acme" ("refund" OR "late") -@acmejobs) -is:retweet'
    )
    wide = walk(server, query=query, narrow=False)

    assert asked(server)["query"] == '("acme") -is:retweet'
    assert [post.text for post in posts_of(narrow)] == ["acme is late"]
    assert len(posts_of(wide)) == 3


def test_an_account_that_may_ask_at_length_asks_less_often():
    terms = tuple(f"acme number {number:03}" for number in range(60))
    query = SourceQuery(terms=terms)

    assert len(list(searches(query, "", limit=4096))) == 1
    assert len(list(searches(query, "", limit=512))) == 3


def test_another_query_goes_on_where_the_last_one_ended(world, server, now):
    """What was posted in between is found, whoever it names and however it is cut."""
    complain(world, now, 30)
    cursor = walk(server)[-1].cursor
    complain(world, now, 20)
    world.add("x", "globex is late", now - timedelta(minutes=10))
    terms = ("globex", *(f"acme number {number:03}" for number in range(60)))

    again = walk(server, since=cursor, query=SourceQuery(terms=(*terms, "acme air")))

    found = [post.text for post in posts_of(again)]
    assert sorted(found) == ["acme air lost my bag", "globex is late"]
    assert again[-1].cursor.keys() == cursor.keys()


def test_a_search_that_fails_moves_the_cursor_of_none(world, server, now):
    """The pieces share one place: the first must not leave the second behind."""
    terms = tuple(f"acme number {number:03}" for number in range(60))
    world.add("x", terms[0], now - timedelta(minutes=5))
    server.traffic.fail(1, fails_with(503))
    pages = []

    with pytest.raises(SourceUnavailable):
        pages.extend(iter_walk(server, SourceQuery(terms=terms)))

    assert [page.cursor for page in pages if page.cursor] == []


def test_the_operators_own_words_are_used_as_they_are(server):
    walk(server, query=SourceQuery(terms=("acme",), text="from:acme lang:ko"))

    assert asked(server)["query"] == "from:acme lang:ko"


def test_the_cursor_is_the_newest_id_of_the_whole_walk(world, server, now):
    posts = [complain(world, now, minutes) for minutes in range(30, 0, -1)]

    pages = walk(server, page_size=10)

    assert [page.cursor for page in pages[:-1]] == [None] * 3
    assert pages[-1].cursor["search"]["id"] == str(native_id(posts[-1]))


def test_a_second_walk_asks_for_what_is_newer_only(world, server, now):
    newest = complain(world, now, 5)
    cursor = walk(server)[-1].cursor
    server.traffic.clear()

    again = walk(server, since=cursor)

    assert asked(server)["since_id"] == str(native_id(newest))
    assert "start_time" not in asked(server)
    assert posts_of(again) == []


def test_an_id_too_old_for_x_is_replaced_by_a_time_and_a_gap(world, server, now):
    """X answers 400 to a since_id of more than seven days ago."""
    fresh = complain(world, now, 60)
    long_ago = (now - timedelta(days=30)).isoformat()
    since = {"search": {"id": "1590000000000000001", "at": long_ago}}

    pages = walk(server, since=since)

    assert len(server.traffic.calls) == 2
    assert "since_id" not in asked(server)
    start = datetime.fromisoformat(asked(server)["start_time"])
    assert timedelta(days=6, hours=22) < now - start < timedelta(days=7)
    assert [p.external_id for p in posts_of(pages)] == [str(native_id(fresh))]
    assert pages[-1].gap
    assert pages[-1].cursor["search"]["id"] == str(native_id(fresh))


def test_a_quiet_brand_with_an_old_id_has_no_gap(world, server, now):
    """Nothing was posted for a fortnight, and we looked all the time."""
    since = {"search": {"id": "1590000000000000001", "at": now.isoformat()}}

    pages = walk(server, since=since)

    assert not pages[-1].gap
    assert len(server.traffic.calls) == 2


def test_any_other_bad_request_is_told_in_the_words_of_x():
    said = {"errors": [{"parameters": {"query": ["x"]}, "message": "no such operator"}]}

    with pytest.raises(SourceRejected, match="no such operator"):
        walk_at(lambda _: JSONResponse(said, 400))


@pytest.mark.parametrize(
    "said", [{"errors": []}, {"errors": [3]}, [], {}, "no", {"errors": 1}]
)
def test_a_bad_request_without_words_is_still_refused(said):
    """tweepy itself stumbles over several of these."""
    with pytest.raises(SourceRejected):
        walk_at(lambda _: JSONResponse(said, 400))


def test_a_rate_limit_says_how_long(server, now):
    """F17: X has no Retry-After, but says when the window begins anew."""
    reset = int(now.timestamp()) + 300
    server.traffic.fail(0, fails_with(429, x_rate_limit_reset=str(reset)))

    with pytest.raises(RateLimited) as caught:
        walk(server)

    assert 200 < caught.value.retry_after <= 300
    assert len(server.traffic.calls) == 1


def test_a_garbage_reset_is_a_rate_limit_all_the_same(server):
    """F17: tweepy would raise ValueError."""
    server.traffic.fail(0, fails_with(429, x_rate_limit_reset="soon"))

    with pytest.raises(RateLimited):
        walk(server)


def test_the_usage_cap_lasts_until_the_month_ends(server):
    problem = {"type": "https://api.twitter.com/2/problems/usage-capped"}
    server.traffic.fail(0, fails_with(429, json.dumps(problem)))

    with pytest.raises(BudgetSpent, match="usage cap") as caught:
        walk(server, clock=FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC)))

    assert caught.value.retry_after == timedelta(days=8, hours=12).total_seconds()


def test_each_call_is_paid_for_by_what_it_gave(world, server, now):
    complain(world, now, 5, author="one")
    complain(world, now, 6, author="two")
    complain(world, now, 7, author="two")
    purse = Purse()

    walk(server, meter=purse, page_size=50)

    assert purse.settled == [(50 * 15_000, 3 * 5_000 + 2 * 10_000)]


def test_a_call_that_failed_costs_nothing(server):
    server.traffic.fail(0, fails_with(503))
    purse = Purse()

    with pytest.raises(Exception, match="503"):
        walk(server, meter=purse)

    assert purse.settled == [(1_500_000, 0)]


def test_without_budget_no_call_is_made(server):
    with pytest.raises(BudgetSpent):
        walk(server, meter=Purse(left=10))

    assert server.traffic.calls == []


def test_ones_own_mentions_cost_a_fifth_and_are_not_paid_twice(world, server, now):
    world.add("x", "@acmeair where is my bag", now - timedelta(minutes=3))
    purse = Purse()

    pages = walk(server, user_id="42", meter=purse)

    paths = [call.path for call in server.traffic.calls]
    assert paths == ["/x/2/users/42/mentions", "/x/2/tweets/search/recent"]
    assert [actual for _, actual in purse.settled] == [11_000, 15_000]
    assert len(posts_of(pages)) == 1
    assert pages[-1].cursor.keys() == {"mentions", "search"}


def test_an_account_alone_can_be_read_without_searching(server):
    walk(server, user_id="42", search=False, query=SourceQuery())

    assert len(server.traffic.calls) == 1


def test_two_searches_both_begin_where_the_last_walk_ended(world, server, now):
    """The first search must not move the second one's start."""
    words = tuple(f"acme number {number:03}" for number in range(60))
    query = SourceQuery(terms=words)
    world.add("x", words[-1], now - timedelta(minutes=50))
    world.add("x", words[0], now - timedelta(minutes=5))

    assert len(posts_of(walk(server, query=query))) == 2


def test_an_edited_post_keeps_its_first_id_and_links_to_its_newest(world, server, now):
    """F24."""
    post = complain(world, now, 30)
    world.change(post.number, now - timedelta(minutes=2), text="acme air was lovely")

    [edited] = posts_of(walk(server))

    assert edited.external_id == str(native_id(post))
    assert edited.text == "acme air was lovely"
    assert edited.edited_at == now - timedelta(minutes=2)
    assert edited.published_at == now - timedelta(minutes=30)
    assert not edited.url.endswith(edited.external_id)


def test_a_long_post_is_read_whole_and_without_entities(world, server, now):
    text = "acme air & co <3 " + "really " * 100
    world.add("x", text, now - timedelta(minutes=3))

    assert posts_of(walk(server))[0].text == text


def test_a_repeated_token_ends_the_walk():
    """F20."""
    pages = walk_at(lambda _: answer_with(tweet("7"), next_token="again"))

    assert [len(page.posts) for page in pages] == [1, 0, 0]


def test_a_walk_without_end_is_cut_with_a_gap(monkeypatch):
    """F20."""
    monkeypatch.setattr(x, "MAX_PAGES", 4)
    tokens = iter(range(1000))

    pages = walk_at(lambda _: answer_with(tweet("7"), next_token=f"t{next(tokens)}"))

    assert len(pages) == 5
    assert pages[-1].gap


def test_a_page_that_comes_empty_in_the_middle_does_not_end_the_walk():
    """F20."""
    said = [
        answer_with(tweet("9"), next_token="a"),
        {"meta": {"result_count": 0, "next_token": "b"}},
        answer_with(tweet("8")),
    ]

    assert [p.external_id for p in posts_of(walk_at(lambda _: said.pop(0)))] == [
        "9",
        "8",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "x"},
        {"id": None},
        {"created_at": "yesterday"},
        {"created_at": None},
        {"author_id": None, "text": None},
        {"text": 5},
        {"edit_history_tweet_ids": 4},
        {"note_tweet": "long"},
        {"referenced_tweets": [{}]},
        {"public_metrics": []},
    ],
    ids=str,
)
def test_one_broken_post_is_poison_and_the_rest_is_read(broken):
    """F18."""
    said = answer_with(tweet("5"), tweet("6") | broken)

    pages = walk_at(lambda _: said)

    read = [p.external_id for p in posts_of(pages)]
    poison = [item for page in pages for item in page.poison]
    assert "5" in read
    assert len(read) + len(poison) == 2
    assert pages[-1].cursor


@pytest.mark.parametrize(
    "said", [[], "x", 3, {"data": {}}, {"data": 5}, {"data": [3, 3, 3], "meta": {}}]
)
def test_an_answer_of_another_shape_is_a_change(said):
    """F18."""
    with pytest.raises(SourceChanged):
        walk_at(lambda _: said)


def test_a_problem_instead_of_posts_is_told():
    said = {"errors": [{"title": "Not Found Error", "detail": "gone"}]}

    with pytest.raises(SourceRejected, match="Not Found Error"):
        walk_at(lambda _: said)


def test_a_refused_token_is_an_error_of_credentials(server):
    """F16."""
    with pytest.raises(SourceAuthError):
        walk(server, bearer_token="wrong")


def test_the_token_is_in_no_log(server, caplog):
    """tweepy writes it at DEBUG; the program holds tweepy at INFO."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger="tweepy")

    walk(server)

    assert "demo-bearer" not in caplog.text


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ('("acme air" OR @acme) -is:retweet', "I love Acme Air", True),
        ('("acme air" OR @acme) -is:retweet', "RT @you: acme air", False),
        ('("acme air" OR @acme) -is:retweet', "hello @ACME!", True),
        ('("acme air" OR @acme)', "acme repairs air", False),
        ("acme -air", "acme air", False),
        ("acme air", "air of acme", True),
    ],
)
def test_the_simulated_search_reads_the_language_of_x(query, text, found):
    assert matcher(query)(text) is found


def complain(world, now, minutes, **more):
    return world.add(
        "x", "acme air lost my bag", now - timedelta(minutes=minutes), **more
    )


def tweet(number):
    return {
        "id": number,
        "text": "acme air",
        "author_id": "1",
        "created_at": "2026-11-21T00:00:00.000Z",
        "edit_history_tweet_ids": [number],
    }


def answer_with(*tweets, **meta):
    return {"data": list(tweets), "meta": {"result_count": len(tweets), **meta}}


def asked(server):
    query = parse_qs(server.traffic.calls[-1].query)
    return {name: values[0] for name, values in query.items()}


def posts_of(pages):
    return [post for page in pages for post in page.posts]


def iter_walk(server, query):
    settings = XSettings(bearer_token="demo-bearer", base_url=server.url("x"))
    return XSource(settings, net=net()).fetch(query, None)


def walk(server, *, since=None, query=QUERY, meter=None, clock=None, **settings):
    chosen = XSettings(
        **{"bearer_token": "demo-bearer", "base_url": server.url("x"), **settings}
    )
    more = {"clock": clock} if clock else {}
    return list(XSource(chosen, net=net(meter=meter, **more)).fetch(query, since))


def walk_at(answer):
    with answering(answer) as (url, _):
        settings = XSettings(bearer_token="b", base_url=url)
        return list(XSource(settings, net=net()).fetch(QUERY, None))
