"""What is special about Reddit, with the real PRAW."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from pydantic import ValidationError
from starlette.responses import JSONResponse, RedirectResponse, Response

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceRejected,
    SourceUnavailable,
)
from monitor.core.model import PostKind
from monitor.demo.networks.reddit import fullname
from monitor.demo.server import DemoServer
from monitor.demo.world import World
from sources.base import SourceQuery
from sources.reddit import RedditSettings, RedditSource
from tests.fakes.clock import FixedClock
from tests.sources.loopback import answering, net

QUERY = SourceQuery(terms=("acme air",), handles=("acmeair",))
GRANT = {"access_token": "t", "token_type": "bearer", "expires_in": 3600, "scope": "*"}
EMPTY = {"kind": "Listing", "data": {"children": [], "after": None}}


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["reddit"]) as server:
        yield server


@pytest.fixture
def now():
    return datetime.now(UTC).replace(microsecond=0)


def test_a_search_is_newest_first_and_quoted(world, server, now):
    complain(world, now, 5)

    walk(server, subreddits=("travel", "r/flights"))

    call = server.traffic.calls[-1]
    said = {name: values[0] for name, values in parse_qs(call.query).items()}
    assert call.path == "/reddit/r/travel+flights/search"
    assert said["q"] == '"acme air" OR "acmeair"'
    assert (said["sort"], said["restrict_sr"], said["limit"]) == ("new", "True", "100")


def test_comments_are_read_back_to_the_last_ones_seen(world, server, now):
    complain(world, now, 300, comment=True)
    last = complain(world, now, 100, comment=True)
    first = walk(server, comments=True, subreddits=("travel",))
    later = complain(world, now, 1, comment=True)

    again = walk(server, since=first[-1].cursor, comments=True, subreddits=("travel",))

    assert [p.external_id for p in posts_of(again)] == [fullname(later), fullname(last)]
    assert posts_of(again)[0].kind is PostKind.COMMENT
    assert again[-1].cursor.keys() == {"search", "comments"}


def test_a_listing_that_ends_before_the_last_walk_is_a_gap(world, server, now):
    """Reddit shows a thousand, and there were more."""
    for number in range(1040):
        complain(world, now, number / 10)
    since = {"search": (now - timedelta(hours=9)).isoformat()}

    pages = walk(server, since=since)

    assert pages[-1].gap
    assert len(posts_of(pages)) == 1000


def test_a_first_helping_is_never_a_gap(world, server, now):
    for number in range(1040):
        complain(world, now, number / 10)

    assert not walk(server)[-1].gap


def test_a_walk_stops_where_the_last_one_began(world, server, now):
    for number in range(250):
        complain(world, now, number * 10)
    since = {"search": (now - timedelta(minutes=30)).isoformat()}

    pages = walk(server, since=since)

    assert len(server.traffic.calls) == 2
    assert not pages[-1].gap
    # Half an hour, and the hour that the search may lag behind.
    assert len(posts_of(pages)) == 10


def test_another_query_goes_on_where_the_last_one_ended(world, server, now):
    """Many words are several searches, which all begin at the same place."""
    complain(world, now, 5)
    cursor = walk(server)[-1].cursor
    world.add("reddit", "globex is late", now - timedelta(minutes=4), title="T")
    terms = (*(f"acme number {number:03}" for number in range(60)), "globex")

    again = walk(server, since=cursor, query=SourceQuery(terms=terms))

    assert [post.text for post in posts_of(again)] == ["globex is late"]
    assert again[-1].cursor.keys() == cursor.keys()


def test_what_an_author_took_back_is_a_tombstone(world, server, now):
    """F25."""
    post = complain(world, now, 5)
    world.change(post.number, now, deleted=True)

    [gone] = posts_of(walk(server))

    assert gone.deleted
    assert gone.external_id == fullname(post)
    assert not gone.text


def test_an_edit_keeps_its_id(world, server, now):
    """F24."""
    post = complain(world, now, 5)
    world.change(post.number, now, text="acme air was lovely")

    [edited] = posts_of(walk(server))

    assert edited.external_id == fullname(post)
    assert edited.edited_at == now
    assert edited.text == "acme air was lovely"


def test_a_deleted_account_leaves_its_post_behind(now):
    left = thing("t3_1", at=now) | {"author": None}

    [post] = posts_of(walk_at({"search": listing(left)}))

    assert post.author is None
    assert post.text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Response("slow down", 429, {"retry-after": "5"}), RateLimited),
        (Response("slow down", 429, {"retry-after": "tomorrow"}), RateLimited),
        (JSONResponse({"error": 429}), RateLimited),
        (JSONResponse({"message": "Unauthorized"}, 401), SourceAuthError),
        (JSONResponse({"error": "invalid_grant"}), SourceAuthError),
        (Response("<html>blocked</html>"), SourceChanged),
        (Response("<html>busy</html>", 503), SourceUnavailable),
        (JSONResponse([]), SourceChanged),
        (JSONResponse("token"), SourceChanged),
        (JSONResponse({"access_token": "t"}), SourceChanged),
        (JSONResponse(GRANT | {"expires_in": "soon"}), SourceChanged),
        (RedirectResponse("/login"), SourceRejected),
        (Response(status_code=204), SourceChanged),
    ],
)
def test_whatever_goes_wrong_at_sign_in_has_a_name(said, expected):
    """F16, F17. PRAW lets some of these through as bare exceptions."""
    with pytest.raises(expected):
        walk_at({"access_token": said})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Response("slow down", 429, {"retry-after": "5"}), RateLimited),
        (Response("slow down", 429, {"retry-after": "tomorrow"}), RateLimited),
        (
            Response(status_code=401, headers={"www-authenticate": "odd"}),
            SourceAuthError,
        ),
        (Response(status_code=401), SourceAuthError),
        (JSONResponse({"message": "Forbidden"}, 403), SourceAuthError),
        (JSONResponse({"reason": "private", "error": 403}, 403), SourceRejected),
        (JSONResponse({"reason": "banned", "error": 404}, 404), SourceRejected),
        (RedirectResponse("/subreddits/search"), SourceRejected),
        (Response(status_code=302), SourceRejected),
        (Response("<html>blocked</html>"), SourceChanged),
        (Response("<html>busy</html>", 502), SourceUnavailable),
        (JSONResponse({"fields": ["a", "b"]}, 400), SourceRejected),
        (JSONResponse({"kind": "Listing"}), SourceChanged),
        (JSONResponse({"data": {"children": 3, "after": None}}), SourceChanged),
        (JSONResponse([]), SourceChanged),
        (Response("[" * 100_000), SourceChanged),
        (Response(status_code=204), SourceChanged),
        (Response(status_code=415), SourceRejected),
        (Response(status_code=451), SourceRejected),
    ],
)
def test_whatever_goes_wrong_in_a_listing_has_a_name(said, expected):
    """F16, F17, F18."""
    with pytest.raises(expected):
        walk_at({"search": said})


def test_nothing_is_tried_again(server):
    """PRAW would, twice, and sleep in between: only the scheduler tries again."""
    with (
        answering(lambda _: Response("busy", 503)) as (url, failing),
        pytest.raises(SourceUnavailable),
    ):
        list(source_at(url).fetch(QUERY, None))

    assert len(failing.traffic.calls) == 1


def test_an_exhausted_limit_is_told_instead_of_slept_on(now):
    """PRAW sleeps until the limit begins anew, here for ten minutes."""
    headers = {
        "x-ratelimit-remaining": "0.0",
        "x-ratelimit-used": "1000",
        "x-ratelimit-reset": "600",
    }
    first = listing(thing("t3_1", at=now), after="t3_1")
    clock = FixedClock(now)

    with pytest.raises(RateLimited) as caught:
        walk_at({"search": JSONResponse(first, headers=headers)}, clock=clock)

    assert caught.value.retry_after == 600


@pytest.mark.parametrize("garbage", ["", "many", "-"])
def test_garbage_in_a_limit_harms_nobody(garbage):
    """PRAW would raise ValueError or KeyError."""
    headers = {"x-ratelimit-remaining": garbage, "x-ratelimit-reset": garbage}

    assert walk_at({"search": JSONResponse(EMPTY, headers=headers)})[-1].cursor


def test_a_repeated_place_ends_the_walk(now):
    """F20."""
    pages = walk_at({"search": listing(thing("t3_1", at=now), after="t3_1")})

    assert [len(page.posts) for page in pages] == [1, 0, 0]


def test_a_post_from_the_future_does_not_move_the_cursor_there(now):
    """F22."""
    later = thing("t3_1", at=now + timedelta(days=3))

    pages = walk_at({"search": listing(later)}, clock=FixedClock(now))

    assert pages[-1].cursor == {"search": now.isoformat()}


@pytest.mark.parametrize(
    "broken",
    [
        {"name": None},
        {"name": "t5_1"},
        {"created_utc": "now"},
        {"created_utc": None},
        {"created_utc": 1e300},
        {"edited": "yes"},
    ],
    ids=str,
)
def test_one_broken_thing_is_poison_and_the_rest_is_read(now, broken):
    """F18."""
    pages = walk_at(
        {"search": listing(thing("t3_1", at=now), thing("t3_2", at=now) | broken)}
    )

    assert [p.external_id for p in posts_of(pages)] == ["t3_1"]
    assert len([item for page in pages for item in page.poison]) == 1


def test_the_credentials_are_those_of_the_settings(server):
    walk(server)

    sign_in = server.traffic.calls[0]
    pair = base64.b64encode(b"demo:demo-secret").decode()
    assert sign_in.headers["authorization"] == f"Basic {pair}"
    assert sign_in.headers["user-agent"].startswith("python:overheard")


def test_a_praw_ini_in_the_working_directory_changes_nothing(
    server, tmp_path, monkeypatch
):
    """PRAW reads one, and lets it redirect the credentials."""
    import praw.config

    ini = "[DEFAULT]\nclient_id=evil\nusername=evil\npassword=evil\nwindow_size=1\n"
    (tmp_path / "praw.ini").write_text(ini)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(praw.config.Config, "CONFIG", None)
    monkeypatch.setenv("praw_client_secret", "evil")

    walk(server)

    assert server.traffic.calls[0].headers["authorization"].startswith("Basic ZGVtbzp")


def test_an_unreadable_praw_ini_is_told(server, tmp_path, monkeypatch):
    import praw.config

    (tmp_path / "praw.ini").write_text("nonsense")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(praw.config.Config, "CONFIG", None)

    with pytest.raises(SourceRejected, match="remove it"):
        walk(server)


def test_a_personal_feed_takes_the_place_of_the_api(world, server, now):
    post = complain(world, now, 5)
    world.add("reddit", "nothing", now)
    feed = f"{server.url('reddit')}/search.rss?q=%22acme+air%22&feed=demo-feed"

    [page] = walk(server, client_id="", client_secret="", feed_url=feed)

    [found] = page.posts
    assert found.external_id == fullname(post)
    assert found.text == "acme air lost my bag"
    assert found.author.handle == "someone"
    assert [call.path for call in server.traffic.calls] == ["/reddit/search.rss"]


def test_a_feed_full_of_news_may_hide_more(world, server, now):
    for number in range(40):
        complain(world, now, number)
    feed = f"{server.url('reddit')}/search.rss?q=acme&feed=demo-feed"
    since = {"feed": (now - timedelta(days=1)).isoformat()}

    [page] = walk(server, since=since, feed_url=feed)

    assert page.gap


def test_a_feed_without_its_token_is_told(server):
    feed = f"{server.url('reddit')}/search.rss?q=acme"

    with pytest.raises(RateLimited):
        walk(server, feed_url=feed)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "client_id"),
        ({"client_id": "x"}, "client_id"),
        ({"client_id": "x", "client_secret": "y", "comments": True}, "subreddits"),
        ({"client_id": "x", "client_secret": "y", "subreddits": ()}, "subreddits"),
        ({"feed_url": "https://x.example", "surprise": 1}, "surprise"),
    ],
)
def test_settings_that_cannot_work_are_refused(settings, words):
    with pytest.raises(ValidationError, match=words):
        RedditSettings(**settings)


def complain(world, now, minutes, **more):
    at = now - timedelta(minutes=minutes)
    title = "" if more.get("comment") else "Look"
    return world.add("reddit", "acme air lost my bag", at, title=title, **more)


def thing(name, *, at):
    return {
        "name": name,
        "title": "T",
        "selftext": "acme air",
        "author": "bob",
        "permalink": f"/r/x/comments/{name}/",
        "created_utc": at.timestamp(),
        "edited": False,
    }


def listing(*things, after=None):
    children = [{"kind": "t3", "data": data} for data in things]
    return {"kind": "Listing", "data": {"children": children, "after": after}}


def posts_of(pages):
    return [post for page in pages for post in page.posts]


def walk(server, *, since=None, query=QUERY, **settings):
    url = server.url("reddit")
    given = {"client_id": "demo", "client_secret": "demo-secret"}
    chosen = RedditSettings(**{**given, "base_url": url, "oauth_url": url, **settings})
    return list(RedditSource(chosen, net=net()).fetch(query, since))


def source_at(url, **more):
    settings = RedditSettings(
        client_id="i", client_secret="s", base_url=url, oauth_url=url
    )
    return RedditSource(settings, net=net(**more))


def walk_at(said, **more):
    """Answer by the last part of the path: "access_token", "search"."""

    def answer(request):
        last = request.url.path.rpartition("/")[2]
        return said.get(last, GRANT if last == "access_token" else EMPTY)

    with answering(answer) as (url, _):
        return list(source_at(url, **more).fetch(QUERY, None))
