"""What is special about Hacker News."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from monitor.core.errors import SourceChanged, SourceRejected
from monitor.core.model import PostKind
from monitor.demo.networks.hackernews import native_id
from monitor.demo.server import DemoServer
from monitor.demo.world import World
from sources import hackernews
from sources.base import SourceQuery, Way
from sources.hackernews import HackerNewsSettings, HackerNewsSource, searches
from tests.fakes.clock import FixedClock
from tests.sources.loopback import answering, net

QUERY = SourceQuery(terms=("acme",))


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["hackernews"]) as server:
        yield server


def test_more_results_than_are_shown_are_read_in_slices_of_time(world, server):
    """The service shows 1,000 of them, whatever page is asked for."""
    now = datetime.now(UTC)
    for number in range(1250):
        # Up to five share a second, so a slice may begin in the middle of one.
        world.add("hackernews", "acme", now - timedelta(seconds=number // 5), title="T")

    pages = walk(server, page_size=500)

    found = [post.external_id for page in pages for post in page.posts]
    assert len(found) == len(set(found)) == 1250
    assert not pages[-1].gap


def test_a_second_with_more_than_can_be_shown_is_a_gap(world, server):
    now = datetime.now(UTC) - timedelta(minutes=1)
    for _ in range(1100):
        world.add("hackernews", "acme", now, title="T")
    world.add("hackernews", "acme", now - timedelta(hours=1), title="T")

    pages = walk(server, page_size=1000)

    assert pages[-1].gap
    assert sum(len(page.posts) for page in pages) == 1001


def test_a_page_that_comes_empty_in_the_middle_does_not_end_the_walk():
    """F20."""
    now = int(datetime.now(UTC).timestamp())

    def answer(request):
        page = int(request.query_params["page"])
        hits = [] if page == 1 else [hit(page, at=now - page)]
        return {"hits": hits, "nbPages": 3, "nbHits": 2}

    assert ids(walk_at(answer)) == ["1", "3"]


def test_a_service_that_never_ends_is_left(monkeypatch):
    """F20: always another page, always the same."""
    monkeypatch.setattr(hackernews, "MAX_CALLS", 7)
    now = int(datetime.now(UTC).timestamp())

    def answer(_request):
        return {"hits": [hit(0, at=now)], "nbPages": 10**9, "nbHits": 10**9}

    pages = walk_at(answer)

    assert ids(pages) == ["1"]
    assert pages[-1].gap
    assert pages[-1].cursor


def test_pages_that_shift_while_they_are_read_repeat_nothing():
    """F20: each new post moves the rest by one."""
    now = int(datetime.now(UTC).timestamp())

    def answer(request):
        page = int(request.query_params["page"])
        hits = [hit(n, at=now - n) for n in (page, page + 1)]
        return {"hits": hits, "nbPages": 3, "nbHits": 4}

    assert ids(walk_at(answer)) == ["1", "2", "3", "4"]


def test_a_post_from_the_future_does_not_move_the_cursor_there():
    """F22."""
    clock = FixedClock()
    now = int(clock.now().timestamp())

    def answer(_request):
        return {"hits": [hit(0, at=now + 999_999)], "nbPages": 1, "nbHits": 1}

    assert walk_at(answer, clock=clock)[-1].cursor == {"at": now}


def test_a_walk_goes_back_a_little_before_the_last_one(world, server):
    """The index lags behind: what is found late is still found."""
    now = datetime.now(UTC)
    world.add("hackernews", "acme 1", now - timedelta(minutes=10), title="T")
    cursor = walk(server)[-1].cursor
    late = world.add("hackernews", "acme 2", now - timedelta(minutes=40), title="T")

    assert str(native_id(late)) in ids(walk(server, since=cursor))


def test_each_word_is_asked_for_on_its_own_and_as_a_phrase(server):
    query = SourceQuery(terms=("acme air",), hashtags=("acme",), handles=("acme",))

    walk(server, query=query)

    asked = [call.query for call in server.traffic.calls]
    assert len(asked) == 2
    assert "query=%22acme+air%22" in asked[0]
    assert all("typoTolerance=false" in text for text in asked)


def test_words_that_all_are_needed_go_into_one_search(world, server):
    now = datetime.now(UTC) - timedelta(minutes=1)
    for text in ("acme refund", "acme late"):
        world.add("hackernews", text, now, comment=True)
    query = SourceQuery(terms=("acme",), ways=(Way(groups=(("acme",), ("refund",))),))

    pages = walk(server, query=query)

    assert [p.text for page in pages for p in page.posts] == ["acme refund"]


def test_a_search_stays_within_what_the_service_reads():
    long = "에이스항공" * 33  # 495 bytes
    way = Way(groups=((long,), ("some", "words"), ("acmeacmeacmeacmeacme",)))

    assert list(searches(SourceQuery(terms=(long,), ways=(way,)))) == [f'"{long}"']
    with pytest.raises(SourceRejected, match="too long"):
        list(searches(SourceQuery(terms=(long * 2,))))


def test_another_query_goes_on_where_the_last_one_ended(world, server):
    now = datetime.now(UTC)
    world.add("hackernews", "acme", now - timedelta(minutes=90), title="T")
    cursor = walk(server)[-1].cursor
    missed = world.add("hackernews", "globex", now - timedelta(minutes=5), title="T")

    found = walk(server, since=cursor, query=SourceQuery(terms=("acme", "globex")))

    assert str(native_id(missed)) in ids(found)


def test_the_operators_own_words_are_used_as_they_are(server):
    walk(server, query=SourceQuery(terms=("acme",), text="acme -corporation"))

    assert [c.query.split("&")[0] for c in server.traffic.calls] == [
        "query=acme+-corporation"
    ]


def test_nothing_to_ask_for_is_said():
    source = HackerNewsSource(HackerNewsSettings(), net=net())

    with pytest.raises(SourceRejected, match="no word"):
        list(source.fetch(SourceQuery(), None))


def test_html_becomes_text_and_a_comment_knows_its_parent(world, server):
    now = datetime.now(UTC) - timedelta(minutes=1)
    world.add("hackernews", "Acme & <b>\nagain", now, author="pg", comment=True)

    [post] = [post for page in walk(server) for post in page.posts]

    assert post.text == "Acme & <b>\nagain"
    assert post.kind is PostKind.COMMENT
    assert post.in_reply_to
    assert post.author.url == "https://news.ycombinator.com/user?id=pg"


@pytest.mark.parametrize(
    "body", [[], {}, {"hits": {}, "nbPages": 1, "nbHits": 0}, "x", 3]
)
def test_an_answer_of_another_shape_is_a_change(body):
    """F18."""
    with pytest.raises(SourceChanged):
        walk_at(lambda _: body)


def hit(number, *, at):
    return {
        "objectID": str(number + 1),
        "author": "a",
        "created_at_i": at,
        "title": "T",
    }


def ids(pages):
    return [post.external_id for page in pages for post in page.posts]


def walk(server, *, since=None, query=QUERY, **settings):
    chosen = HackerNewsSettings(base_url=server.url("hackernews"), **settings)
    return list(HackerNewsSource(chosen, net=net()).fetch(query, since))


def walk_at(answer, **more):
    with answering(answer) as (url, _):
        source = HackerNewsSource(HackerNewsSettings(base_url=url), net=net(**more))
        return list(source.fetch(QUERY, None))
