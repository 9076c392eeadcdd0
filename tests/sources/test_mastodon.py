"""What is special about Mastodon: hashtags, several servers, search, streams."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import JSONResponse, Response

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceError,
    SourceRejected,
    SourceUnavailable,
)
from monitor.core.model import Author, PostKind
from monitor.demo.networks.mastodon import native_id
from monitor.demo.server import DemoServer, fails_with
from monitor.demo.world import World
from sources import mastodon
from sources.base import SourceQuery
from sources.mastodon import MastodonSettings, MastodonSource
from sources.mastodon_posts import hashtags, searches
from sources.sse import Event, listen, parse_events
from tests.sources.loopback import answering, net, playing

NOW = datetime.now(UTC)
QUERY = SourceQuery(hashtags=("acme",))


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["mastodon"]) as server:
        yield server


def source(url: str, **more) -> MastodonSource:
    return MastodonSource(MastodonSettings(**{"base_url": url, **more}), net=net())


def walk(url: str, since=None, query=QUERY, **more):
    return list(source(url, **more).fetch(query, since))


def posts(pages):
    return [post for page in pages for post in page.posts]


def texts(pages):
    return sorted(post.text for post in posts(pages))


def last_cursor(pages):
    return next(page.cursor for page in reversed(pages) if page.cursor is not None)


def status(number: int, **more):
    return {
        "id": str(number),
        "uri": f"https://a.example/users/ann/statuses/{number}",
        "url": f"https://a.example/@ann/{number}",
        "created_at": "2026-01-02T03:04:05.000Z",
        "content": "<p>Acme is <b>down</b></p>",
        "visibility": "public",
        "account": {
            "id": "1",
            "acct": "ann",
            "username": "ann",
            "url": "https://a.example/@ann",
            "followers_count": 3,
        },
        **more,
    }


def one(**more):
    with answering(
        lambda r: [status(1, **more)] if "min_id" not in str(r.url) else []
    ) as (url, _):
        (post,) = posts(walk(url))
    return post


def test_a_status_becomes_plain_text_with_author_language_and_numbers():
    post = one(
        content="<p>A &amp; B<br>next</p><p>#<span>acme</span></p>",
        spoiler_text="Complaint",
        language="de",
        edited_at="2026-01-03T00:00:00.000Z",
        in_reply_to_id="77",
        favourites_count=2,
        reblogs_count=1,
        replies_count=0,
    )

    assert post.title == "Complaint"
    assert post.text == "A & B\nnext\n#acme"
    assert post.external_id == "https://a.example/users/ann/statuses/1"
    assert post.url == "https://a.example/@ann/1"
    assert post.lang == "de"
    assert post.published_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert post.edited_at == datetime(2026, 1, 3, tzinfo=UTC)
    assert (post.kind, post.in_reply_to) == (PostKind.COMMENT, "77")
    assert post.metrics == {"likes": 2, "reposts": 1, "replies": 0}


def test_a_handle_has_its_server():
    here = one().author
    elsewhere = one(
        account={
            "acct": "bob@b.example",
            "url": "https://b.example/@bob",
            "followers_count": -1,
        }
    ).author

    assert here == Author(
        external_id="https://a.example/@ann",
        handle="ann@a.example",
        name="ann",
        url="https://a.example/@ann",
        followers=3,
    )
    assert (elsewhere.handle, elsewhere.followers) == ("bob@b.example", None)


@pytest.mark.parametrize("visibility", ["private", "direct"])
def test_what_is_not_for_everybody_is_left_out(visibility):
    with answering(lambda r: [status(1, visibility=visibility), status(2)]) as (url, _):
        assert [p.external_id[-1] for p in posts(walk(url))] == ["2"]


def test_a_boost_is_the_status_that_was_boosted():
    original = status(5, content="original")

    assert one(content="", reblog=original).text == "original"


def test_terms_are_asked_for_as_hashtags_without_spaces():
    query = SourceQuery(
        terms=("Acme Air", "acme-air", "환불 정책", "2024"),
        hashtags=("acmeair",),
        text="tell #Us",
    )

    assert hashtags(query, ["More"]) == ["acmeair", "more", "us", "환불정책"]


def test_a_search_quotes_phrases_and_takes_the_operators_own_words():
    assert searches(SourceQuery(terms=("acme", 'acme "air"'))) == ["acme", '"acme air"']
    assert searches(SourceQuery(terms=("acme",), text="from:me")) == ["from:me"]
    assert searches(SourceQuery(terms=("is:acme",))) == ['"is:acme"']


def test_hashtags_are_read_even_if_a_query_cannot_be_searched_for(world, server):
    world.add("mastodon", "#acme", NOW - timedelta(hours=1))
    query = SourceQuery(hashtags=("acme",), unasked=("acm*",))
    url = server.url("mastodon")

    assert texts(walk(url, query=query)) == ["#acme"]
    assert texts(walk(url, query=query, token="demo-token")) == ["#acme"]
    with pytest.raises(SourceRejected, match=r"no search can ask for .* 'acm\*'"):
        walk(url, query=SourceQuery(unasked=("acm*",)), token="demo-token")


def test_a_query_without_any_hashtag_is_told():
    with pytest.raises(SourceRejected, match="no word that can be a hashtag"):
        walk("http://127.0.0.1:9", query=SourceQuery(terms=("12", "!?")))


def test_what_is_new_is_read_from_the_oldest_on(world, server):
    url = server.url("mastodon")
    for number in range(50):
        world.add("mastodon", f"#acme {number}", NOW - timedelta(hours=100 - number))
    cursor = last_cursor(walk(url))
    for number in range(50, 150):
        world.add(
            "mastodon", f"#acme {number}", NOW - timedelta(hours=200 - number) / 4
        )

    pages = list(source(url).fetch(QUERY, cursor))
    found = [int(post.text.split()[1]) for post in posts(pages)]

    assert set(range(50, 150)) <= set(found)
    assert all(page.cursor for page in pages)
    assert found[:40] != sorted(found)[-40:]  # the newest do not come first


def test_a_status_that_arrives_late_from_another_server_is_found(world, server):
    """Its number is made from the time it was written, so it is below the newest."""
    url = server.url("mastodon")
    world.add("mastodon", "#acme newest", NOW - timedelta(minutes=1))
    cursor = last_cursor(walk(url))

    world.add("mastodon", "#acme late", NOW - timedelta(minutes=6))

    assert "#acme late" in texts(walk(url, cursor))


def test_several_servers_are_read_and_a_status_counts_once(server, world):
    world.add("mastodon", "#acme both", NOW - timedelta(hours=1))
    only = status(9, content="#acme here")
    with answering(lambda r: [only] if "min_id" not in str(r.url) else []) as (url, _):
        pages = walk(server.url("mastodon"), instances=[url, server.url("mastodon")])

    assert texts(pages) == ["#acme both", "#acme here"]


def test_a_server_that_is_down_costs_no_other(server, world):
    world.add("mastodon", "#acme", NOW - timedelta(hours=1))
    found = []

    def run(url: str) -> None:
        many = source(url, instances=[server.url("mastodon")])
        for page in many.fetch(QUERY, None):
            found.extend(page.posts)

    down = answering(lambda r: JSONResponse({}, 503))
    with down as (url, _), pytest.raises(SourceUnavailable):
        run(url)

    assert len(found) == 1


def test_without_a_setting_the_biggest_server_is_read():
    assert MastodonSettings().servers == (mastodon.DEFAULT_INSTANCE,)
    assert MastodonSettings(instances=["https://b.example/"]).servers == (
        "https://b.example",
    )


def test_a_token_finds_words_without_a_hashtag(world, server):
    url = server.url("mastodon")
    world.add("mastodon", "acme air, plain words", NOW - timedelta(hours=2))
    for number in range(90):
        world.add("mastodon", f"acme air {number}", NOW - timedelta(hours=90 - number))
    query = SourceQuery(terms=("acme air",))

    pages = walk(url, query=query, token="demo-token")
    again = walk(url, last_cursor(pages), query=query, token="demo-token")

    assert len(posts(pages)) == 91
    assert len(posts(again)) < 45
    assert posts(walk(url, query=query)) == []


def test_a_wrong_token_is_told(server):
    with pytest.raises(SourceAuthError):
        walk(server.url("mastodon"), query=SourceQuery(terms=("a",)), token="wrong")


def test_the_token_goes_to_its_own_server_only():
    seen = []

    def note(request):
        seen.append(request.headers.get("authorization"))
        return {"statuses": []} if "search" in str(request.url) else []

    with answering(note) as (main, _), answering(note) as (other, _):
        walk(main, instances=[other], token="secret-token")

    assert seen == ["Bearer secret-token", None]


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        (lambda at: at.isoformat().replace("+00:00", "Z"), 60, 121),
        (lambda at: str(int(at.timestamp())), 60, 121),
        (lambda _at: "soon", None, None),
    ],
    ids=["iso", "unix", "nonsense"],
)
def test_a_rate_limit_says_until_when_in_either_notation(written, least, most):
    reset = written(datetime.now(UTC) + timedelta(seconds=120))
    answer = fails_with(429, X_RateLimit_Reset=reset)
    with answering(lambda r: []) as (url, server):
        server.traffic.every_call = answer
        with pytest.raises(RateLimited) as caught:
            walk(url)

    wait = caught.value.retry_after
    assert wait is None if least is None else least < wait <= most


def test_pages_that_repeat_do_not_go_round_for_ever():
    """F20: a server that does not know min_id shows the newest page each time."""
    with answering(lambda r: [status(11), status(10)]) as (url, server):
        cursor = last_cursor(walk(url))
        server.traffic.clear()
        pages = walk(url, cursor)

        assert len(server.traffic.calls) <= 2
        assert len(posts(pages)) == 2


def test_a_link_leads_no_further_than_its_parameter():
    """F20: a token must not follow an address to another host."""
    link = '<http://elsewhere.example/?max_id=10>; rel="next"'

    def answer(request):
        newer = "max_id" not in request.query_params
        return JSONResponse([status(11 if newer else 9)], headers={"Link": link})

    with answering(answer) as (url, server):
        found = posts(walk(url))

        assert len(found) == 2
        assert len(server.traffic.calls) == 2


def test_numbers_with_letters_are_gone_on_with():
    """Servers like Pleroma number with letters."""

    def answer(request):
        after = request.query_params.get("min_id", "")
        return [
            s for s in (status(2, id="AbC2"), status(1, id="AbC1")) if s["id"] > after
        ]

    with answering(answer) as (url, _):
        cursor = last_cursor(walk(url))

        assert posts(walk(url, cursor)) == []


def test_too_many_timelines_for_one_cursor_are_refused():
    many = SourceQuery(hashtags=tuple(f"tag{number}" for number in range(91)))

    with pytest.raises(SourceRejected, match="91 timelines are too many"):
        walk("http://127.0.0.1:9", query=many)


def test_the_cursor_stays_small_with_as_many_timelines_as_are_allowed():
    many = SourceQuery(hashtags=tuple(f"해시태그{number}a" for number in range(90)))
    long = [status(1, id="115" + "0" * 15)]
    with answering(lambda r: long) as (url, _):
        cursor = last_cursor(walk(url, query=many))

    assert len(cursor["ids"]) == 90
    assert len(json.dumps(cursor)) < 4096


def test_an_answer_that_is_no_list_is_a_changed_service():
    with answering(lambda r: {"error": "x"}) as (url, _), pytest.raises(SourceChanged):
        walk(url)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from([*status(1)["account"]]), inner, max_size=2)
    ),
    max_leaves=5,
)


@pytest.mark.slow
@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([*status(1), "reblog", "edited_at"]), anything))
def test_a_status_of_any_shape_is_a_post_or_poison(changes):
    """F18."""
    found = source("http://127.0.0.1:9")

    page = found._page("http://a.example", [status(1), {**status(2), **changes}])

    assert "statuses/1" in page.posts[0].external_id


class TestStream:
    """Through the simulated server, with its threads and its loop."""

    def listen(self, url: str, act, *, until, query=QUERY, **more):
        """Collect posts from the stream; `act` is called when it stands."""
        stop = threading.Event()
        found = []
        pages = source(url, **more).stream(query, None, stop)
        for page in pages:
            if act:
                act()
                act = None
            found += page.posts
            if until(found):
                stop.set()
        return found

    def test_what_is_posted_edited_and_deleted_comes_at_once(self, world, server):
        def act() -> None:
            post = world.add("mastodon", "#acme is down", NOW)
            world.add("mastodon", "nothing", NOW)
            world.change(post.number, NOW, text="#acme is up")
            world.change(post.number, NOW, deleted=True)

        found = self.listen(
            server.url("mastodon"), act, until=lambda found: len(found) == 3
        )

        assert [post.text for post in found] == ["#acme is down", "#acme is up", ""]
        assert len({post.external_id for post in found}) == 1
        assert [post.deleted for post in found] == [False, False, True]
        assert found[1].edited_at is not None

    def test_several_hashtags_are_heard_together(self, world, server):
        expected = {"#acme one", "#other two"}

        def act() -> None:
            world.add("mastodon", "#acme one", NOW)
            world.add("mastodon", "#other two", NOW)

        found = self.listen(
            server.url("mastodon"),
            act,
            until=lambda found: {post.text for post in found} >= expected,
            query=SourceQuery(hashtags=("acme", "other")),
        )

        assert {post.text for post in found} == expected

    def test_what_was_posted_before_is_caught_up_with(self, world, server):
        world.add("mastodon", "#acme earlier", NOW - timedelta(minutes=1))

        found = self.listen(server.url("mastodon"), None, until=bool)

        assert [post.text for post in found] == ["#acme earlier"]

    def test_a_status_that_was_caught_up_with_is_known_when_deleted(
        self, world, server
    ):
        old = world.add("mastodon", "#acme earlier", NOW - timedelta(minutes=1))

        found = self.listen(
            server.url("mastodon"),
            lambda: world.change(old.number, NOW, deleted=True),
            until=lambda found: len(found) == 2,
        )

        assert found[0].external_id == found[1].external_id
        assert found[1].deleted

    def test_a_deletion_of_a_status_never_heard_of_is_left_out(self, world, server):
        old = world.add("mastodon", "#acme old", NOW - timedelta(days=400))
        for _ in range(250):
            world.add("mastodon", "#acme filler", NOW - timedelta(days=300))

        def act() -> None:
            world.change(old.number, NOW, deleted=True)
            world.add("mastodon", "#acme last", NOW)

        found = self.listen(
            server.url("mastodon"),
            act,
            until=lambda found: "#acme last" in [p.text for p in found],
        )

        assert not [post for post in found if post.deleted]

    def test_the_stream_can_be_at_another_address(self, world, server):
        with answering(lambda r: []) as (url, other):
            found = self.listen(
                url,
                lambda: world.add("mastodon", "#acme", NOW),
                until=bool,
                stream_url=server.url("mastodon"),
            )
            paths = [call.path for call in other.traffic.calls]

        assert [post.text for post in found] == ["#acme"]
        assert paths == ["/api/v1/timelines/tag/acme"]

    @pytest.mark.parametrize(
        ("answer", "error"),
        [
            (lambda r: JSONResponse({}, 401), SourceAuthError),
            (lambda r: JSONResponse({}, 503), SourceUnavailable),
            (lambda r: Response("<html>", media_type="text/html"), SourceChanged),
            (
                lambda r: Response(":)\n\n", media_type="text/event-stream"),
                SourceUnavailable,
            ),
        ],
        ids=["401", "503", "html", "closed"],
    )
    def test_a_stream_that_fails_or_ends_has_its_name(self, answer, error):
        def serve(request):
            return answer(request) if "streaming" in str(request.url) else []

        with answering(serve) as (url, _), pytest.raises(error):
            self.listen(url, None, until=lambda _: False)

    def test_a_stream_that_breaks_off_has_its_name(self):
        def script(wire):
            wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
            wire.send(b"Transfer-Encoding: chunked\r\n\r\n5\r\n:)\n\n\n\r\n")

        with playing(script) as url, pytest.raises(SourceUnavailable):
            self.listen(url, None, until=lambda _: False)

    def test_an_event_that_cannot_be_read_is_poison(self, world):
        """F18."""
        private = status(4, visibility="direct")
        events = (
            ":thump\n\nevent: update\ndata: {\n\nevent: filters_changed\ndata: x\n\n"
            f"event: update\ndata: {json.dumps(status(4))}\n\n"
            f"event: status_update\ndata: {json.dumps(private)}\n\n"
        )

        def serve(request):
            if "streaming" in str(request.url):
                return Response(events, media_type="text/event-stream")
            return []

        found = []

        def run(url: str) -> None:
            for page in source(url).stream(QUERY, None, threading.Event()):
                found.extend([*page.posts, *page.poison])

        with answering(serve) as (url, _), pytest.raises(SourceError):
            run(url)

        assert [type(item).__name__ for item in found] == ["Poison", "Post"]


def test_a_stream_that_is_closed_without_a_word_is_an_error_of_its_own():
    def answer(request):
        return Response(":)\n\n", media_type="text/event-stream")

    with answering(answer) as (url, _):
        events = listen(net(), url, kind="mastodon", headers={}, silence=5)
        with pytest.raises(SourceUnavailable, match="was closed"):
            list(events)


def test_a_stream_that_falls_silent_is_an_error():
    """A dead line looks like a quiet one, but for the heartbeat."""

    def script(wire):
        wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:)\n\n")
        wire.done.wait(20)

    with playing(script) as url:
        events = listen(net(), url, kind="mastodon", headers={}, silence=0.2)
        with pytest.raises(SourceUnavailable, match="in time"):
            list(events)


def test_a_stream_leads_into_no_private_network():
    events = listen(
        net(allow_private=False),
        "http://127.0.0.1:9/",
        kind="mastodon",
        headers={},
        silence=5,
    )

    with pytest.raises(SourceRejected, match="public address"):
        list(events)


def test_events_are_put_together_from_their_lines():
    text = ":)\n\nevent: a\ndata: 1\ndata: 2\n\nid: 7\ndata:x\n\ndata\n\n"
    lines = text.split("\n")

    found = list(parse_events(lines))

    assert found == [Event(), Event("a", "1\n2"), Event("", "x"), Event("", "")]


def test_a_native_number_of_the_simulated_server_counts_milliseconds(world):
    post = world.add("mastodon", "x", NOW)

    assert native_id(post) >> 16 == int(NOW.timestamp() * 1000)
