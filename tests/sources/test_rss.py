"""What is special about feeds as a source."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from pydantic import ValidationError
from starlette.responses import Response

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceRejected,
)
from monitor.core.model import PostKind, Precision
from monitor.demo.networks.rss import guid
from monitor.demo.server import DemoServer
from monitor.demo.world import World
from sources.base import SourceQuery
from sources.feeds import Entry
from sources.rss import RssSettings, RssSource, searches
from sources.rss_posts import identity, unwrapped
from tests.fakes.clock import NOON, FixedClock
from tests.sources.loopback import answering, net

QUERY = SourceQuery(terms=("acme air",), hashtags=("acmeair",))
ITEM = "<item><title>Acme</title><guid>g:1</guid></item>"


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["rss"]) as server:
        yield server


@pytest.mark.parametrize("path", ["/feed.xml", "/atom.xml", "/feed.json"])
def test_every_format_gives_the_same_post(world, server, path):
    at = datetime(2026, 11, 21, 10, tzinfo=UTC)
    post = world.add(
        "rss", "lost my <bag> & 환불", at, title="Acme Air", author_name="Ann"
    )

    [page] = walk([server.url("rss") + path])

    [read] = page.posts
    assert read.external_id == read.url == guid(post.number)
    assert (read.title, read.text) == ("Acme Air", "lost my <bag> & 환불")
    assert (read.published_at, read.precision) == (at, Precision.EXACT)
    assert read.author.name == "Ann"
    assert read.kind is PostKind.ARTICLE


def test_an_unchanged_feed_is_not_sent_again(world, server):
    world.add("rss", "acme", NOON, title="T")
    url = f"{server.url('rss')}/feed.xml"
    cursor = walk([url])[-1].cursor
    server.traffic.clear()

    [page] = walk([url], since=cursor)

    assert page.posts == ()
    assert page.cursor == cursor
    assert server.traffic.calls[0].headers["if-none-match"]


def test_only_what_is_new_or_changed_is_read_again(world, server):
    at = NOON - timedelta(days=1)
    world.add("rss", "stays", at, title="T")
    edited = world.add("rss", "acme is fine", at, title="T")
    url = f"{server.url('rss')}/atom.xml"
    cursor = walk([url])[-1].cursor
    new = world.add("rss", "later", at + timedelta(hours=1), title="T")
    world.change(edited.number, at + timedelta(hours=2), text="acme is awful")

    [page] = walk([url], since=cursor)

    assert {post.external_id for post in page.posts} == {
        guid(new.number),
        guid(edited.number),
    }


def test_a_feed_that_fails_does_not_lose_the_others(world, server):
    world.add("rss", "acme", NOON, title="T")
    good, bad = f"{server.url('rss')}/feed.xml", f"{server.url('rss')}/missing.xml"
    pages = RssSource(RssSettings(urls=(bad, good)), net=net()).fetch(QUERY, None)

    page = next(pages)
    with pytest.raises(SourceRejected, match=r"127\.0\.0\.1.*404"):
        next(pages)

    assert len(page.posts) == 1
    assert len(page.cursor["feeds"]) == 1


def test_a_failed_feed_keeps_its_place(world, server):
    world.add("rss", "acme", NOON, title="T")
    urls = [f"{server.url('rss')}/feed.xml", f"{server.url('rss')}/atom.xml"]
    cursor = walk(urls)[-1].cursor
    server.traffic.fail(0, failing(500))

    pages = RssSource(RssSettings(urls=urls), net=net()).fetch(QUERY, cursor)

    assert next(pages).cursor == cursor


def test_a_cursor_of_many_long_feeds_stays_small():
    items = "".join(
        f"<item><title>{n}</title><guid>g:{n}</guid></item>" for n in range(60)
    )
    headers = {
        "ETag": f'"{"e" * 96}"',
        "Last-Modified": "Sun, 22 Nov 2026 12:00:00 GMT",
    }
    with answering(lambda _: Response(rss(items), headers=headers)) as (url, _):
        pages = walk([f"{url}/{n}" for n in range(16)])

    assert len(json.dumps(pages[-1].cursor)) < 4096
    assert all(feed["seen"] for feed in pages[-1].cursor["feeds"].values())


@pytest.mark.parametrize("etag", ["x" * 5000, "ü", ""])
def test_an_odd_etag_is_left_out(etag):
    headers = {"ETag": etag}
    with answering(lambda _: Response(rss(ITEM), headers=headers)) as (url, _):
        [page] = walk([url])

    [state] = page.cursor["feeds"].values()
    assert "etag" not in state


def test_a_feed_that_came_broken_is_asked_for_again(server):
    cut = rss(ITEM)[:-20]
    with answering(lambda _: Response(cut, headers={"ETag": '"1"'})) as (url, _):
        [page] = walk([url])

    [state] = page.cursor["feeds"].values()
    assert len(page.posts) == 1
    assert "etag" not in state


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Response("<html>robot?</html>"), SourceChanged),
        (Response("", 429, {"Retry-After": "9"}), RateLimited),
        (Response("", 401), SourceAuthError),
        (Response("", 410), SourceRejected),
        (Response(""), SourceChanged),
    ],
)
def test_a_feed_that_is_none_is_an_error(answer, expected):
    """F16, F17, hostile input 84."""
    with answering(lambda _: answer) as (url, _), pytest.raises(expected) as caught:
        walk([f"{url}/?token=canary"])

    assert caught.value.source == "rss"
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<guid>tag:x,2026:1</guid><link>https://x.example/1</link>", "tag:x,2026:1"),
        ("<guid>17</guid>", "127.0.0.1:17"),
        ("<link>https://x.example/1</link>", "https://x.example/1"),
    ],
)
def test_an_entry_is_known_by_its_guid_or_else_its_link(item, expected):
    assert read(f"<item><title>Acme</title>{item}</item>").external_id == expected


def test_an_entry_without_guid_link_and_date_is_known_by_its_words():
    """Hostile input 85."""
    first = read("<item><title>Acme</title></item>")
    other = read("<item><title>Acme!</title></item>")

    assert first.external_id == read("<item><title>Acme</title></item>").external_id
    assert first.external_id != other.external_id
    assert (first.published_at, first.precision) == (NOON, Precision.UNKNOWN)


def test_a_guid_twice_in_a_feed_is_one_post():
    """Hostile input 86."""
    with answering(lambda _: Response(rss(ITEM * 3))) as (url, _):
        [page] = walk([url])

    assert len(page.posts) == 1


@pytest.mark.parametrize(
    ("date", "expected", "precision"),
    [
        ("2026-11-21 19:00:00", NOON - timedelta(hours=26), Precision.EXACT),
        ("2026-11-21", NOON - timedelta(hours=45), Precision.DAY),
        ("Tue, 24 Nov 2026 12:00:00 GMT", NOON, Precision.UNKNOWN),
        ("Thu, 01 Jan 1970 00:00:00 GMT", NOON, Precision.UNKNOWN),
        ("garbage", NOON, Precision.UNKNOWN),
    ],
)
def test_a_date_is_in_the_feeds_zone_and_never_in_the_future(date, expected, precision):
    """F22."""
    item = f"<item><title>Acme</title><guid>g:1</guid><pubDate>{date}</pubDate></item>"

    post = read(item, timezone="Asia/Seoul")

    assert (post.published_at, post.precision) == (expected, precision)


def test_google_alerts_are_unwrapped():
    link = (
        "https://www.google.com/url?rct=j&amp;url=https%3A%2F%2Fx.example%2Fa&amp;ct=ga"
    )
    item = f"<title>&lt;b&gt;Acme&lt;/b&gt; lost</title><link>{link}</link>"

    post = read(f"<item>{item}</item>")

    assert post.title == "Acme lost"
    assert post.url == post.external_id == "https://x.example/a"


def test_only_google_is_unwrapped():
    link = "https://evil.example/url?url=https://x.example"

    assert unwrapped(link) == link


def test_google_news_is_known_by_its_words():
    """Its guids and links differ from search to search."""
    news = [
        Entry(id=f"g{n}", title="Acme - Post", link=f"https://l/{n}", origin="Post")
        for n in (1, 2)
    ]

    assert len({identity(entry, host="news.google.com") for entry in news}) == 1


def test_the_words_of_the_brands_stand_in_for_query(server):
    with answering(lambda _: Response(rss(ITEM))) as (url, served):
        walk([f"{url}/rss/search?q={{query}}+when:1d"])

    [call] = served.traffic.calls
    words = quote('"acme air" OR "acmeair"', safe="")
    assert call.query == f"q={words}+when:1d"


def test_a_search_has_no_more_words_than_google_reads():
    names = tuple(f"a name of four words {number}" for number in range(12))

    asked = list(searches(SourceQuery(terms=names)))

    assert len(asked) == 3
    assert all(len(text.split()) <= 30 for text in asked)
    assert " OR ".join(asked) == " OR ".join(f'"{name}"' for name in names)


def test_a_feed_without_query_is_read_whatever_the_brands_ask_for():
    query = SourceQuery(unasked=("acm*",))
    with answering(lambda _: Response(rss(ITEM))) as (url, _):
        settings = RssSettings(urls=(f"{url}/feed.xml",))
        pages = list(RssSource(settings, net=net()).fetch(query, None))

        assert [len(page.posts) for page in pages] == [1]
        settings = RssSettings(urls=(f"{url}/rss?q={{query}}",))
        with pytest.raises(SourceRejected, match="no search can ask"):
            list(RssSource(settings, net=net()).fetch(query, None))


def test_a_rating_makes_a_review():
    item = "<item><title>Bad</title><guid>g:1</guid><im:rating>2</im:rating></item>"

    post = read(item)

    assert (post.rating, post.rating_scale, post.kind) == (2.0, 5.0, PostKind.REVIEW)


@pytest.mark.parametrize("rating", ["nan", "-1", "11", "1e400", "many"])
def test_a_rating_out_of_range_is_none(rating):
    item = f"<item><title>Bad</title><im:rating>{rating}</im:rating></item>"

    assert read(item).rating is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/a", "http://127.0.0.1:{port}/a"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[", ""),
    ],
)
def test_a_link_is_absolute_and_for_the_web(link, expected):
    item = f"<item><title>T</title><guid>g:1</guid><link>{link}</link></item>"
    with answering(lambda _: Response(rss(item))) as (url, _):
        [page] = walk([f"{url}/feed?token=canary"])

    assert page.posts[0].url == expected.format(port=url.rpartition(":")[2])


def test_an_entry_that_says_nothing_is_poison():
    """F18."""
    items = f"{ITEM}<item><guid>g:2</guid></item>"
    with answering(lambda _: Response(rss(items))) as (url, _):
        [page] = walk([url])

    assert len(page.posts) == len(page.poison) == 1


@pytest.mark.parametrize("given", ["https://x.example/f", ["https://x.example/f"]])
@pytest.mark.parametrize("name", ["url", "urls"])
def test_one_address_may_be_written_as_one(name, given):
    assert len(RssSettings(**{name: given}).urls) == 1


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "urls"),
        ({"urls": []}, "urls"),
        ({"urls": ["x.example/feed"]}, "feed 1"),
        ({"urls": ["https://x.example", "file:///etc/passwd"]}, "feed 2"),
        (
            {"urls": ["https://x.example"], "timezone": "Mars/Base"},
            "time zone 'Mars/Base'",
        ),
        ({"urls": ["https://x.example"], "surprise": 1}, "surprise"),
        ({"urls": ["https://x.example"] * 17}, "16"),
    ],
)
def test_settings_that_cannot_work_are_refused(settings, words):
    with pytest.raises(ValidationError, match=words):
        RssSettings(**settings)


def failing(status):
    async def fault(_request):
        return Response(status_code=status)

    return fault


def rss(items):
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:im="http://itunes.apple.com/rss"><channel><title>T</title>'
        f"{items}</channel></rss>"
    )


def read(item, **settings):
    with answering(lambda _: Response(rss(item))) as (url, _):
        [page] = walk([url], **settings)
    [post] = page.posts
    return post


def walk(urls, *, since=None, **settings):
    chosen = RssSettings(urls=tuple(urls), **settings)
    return list(RssSource(chosen, net=net(clock=FixedClock())).fetch(QUERY, since))
