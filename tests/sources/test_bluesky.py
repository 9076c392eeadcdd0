"""What is special about Bluesky's Jetstream: cursors, the filter, streams."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import JSONResponse
from starlette.routing import WebSocketRoute

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceRejected,
    SourceUnavailable,
)
from monitor.core.model import PostKind
from monitor.core.text import fold
from monitor.demo.networks.bluesky import journal_of, native_id
from monitor.demo.server import DemoServer
from monitor.demo.world import World
from sources.base import SourceQuery
from sources.bluesky import BlueskySettings, BlueskySource
from sources.bluesky_frames import Filter, read_frame
from tests.sources.loopback import net, playing

NOW = datetime.now(UTC)
QUERY = SourceQuery(terms=("acme",))
FROM_THE_START = {"seq": 0, "at": 10**15, "host": "elsewhere", "v": 2}
DID = "did:plc:eygmaihciaxprqvxpfvl6flk"


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["bluesky"]) as server:
        yield server


def source(url: str, **more) -> BlueskySource:
    given = {"base_url": url, "idle_seconds": 0.15, "look_back_minutes": 2000, **more}
    return BlueskySource(BlueskySettings(**given), net=net())


def walk(url: str, since=None, query=QUERY, **more):
    return list(source(url, **more).fetch(query, since))


def posts(pages):
    return [post for page in pages for post in page.posts]


def texts(pages):
    return [post.text for post in posts(pages)]


def commit(seq: int, text: str = "acme", **more):
    return {
        "$type": "network.bsky.jetstream.subscribeEvents#commit",
        "seq": seq,
        "did": DID,
        "time": "2026-11-21T00:00:00.000001Z",
        "rev": "3l3qo2vutsw2b",
        "operation": "create",
        "collection": "app.bsky.feed.post",
        "rkey": f"3l3qo2vuowo{seq}",
        "cid": "bafy",
        "record": {
            "$type": "app.bsky.feed.post",
            "text": text,
            "createdAt": "2020-01-01T00:00:00.000Z",
            "langs": ["en"],
        },
        **more,
    }


def frame(seq: int, text: str = "acme", **more) -> str:
    return json.dumps({"$type": "message", "payload": commit(seq, text, **more)})


@contextmanager
def telling(*frames: str | bytes, then=None, path="/xrpc/{name}"):
    """Serve a stream that says this, then does `then` (waits, if None)."""
    asked: list[str] = []

    async def tell(websocket):
        asked.append(str(websocket.url.query))
        await websocket.accept()
        for one in frames:
            await (
                websocket.send_bytes if isinstance(one, bytes) else websocket.send_text
            )(one)
        if then:
            await then(websocket)
        else:
            await websocket.receive()

    with DemoServer(World(), [], extra=[WebSocketRoute(path, tell)]) as server:
        yield server.url("")[:-1], asked


@contextmanager
def refusing(*answers):
    """Refuse each opening with the next (status, body); let further ones in."""
    left = list(answers)
    asked: list[dict[str, str]] = []

    async def refuse(websocket):
        asked.append(dict(websocket.query_params))
        if left:
            status, body, headers = left.pop(0)
            await websocket.send_denial_response(JSONResponse(body, status, headers))
            return
        await websocket.accept()
        await websocket.send_text(frame(200))
        await websocket.receive()

    route = WebSocketRoute("/{path:path}", refuse)
    with DemoServer(World(), [], extra=[route]) as server:
        yield server.url("")[:-1], asked


@pytest.mark.parametrize("version", [1, 2])
def test_posts_edits_and_deletions_are_told(world, server, version):
    url = server.url("bluesky")
    one = world.add(
        "bluesky", "acme is down", NOW - timedelta(hours=2), author="ann", lang="de"
    )
    world.add("bluesky", "of no concern", NOW - timedelta(hours=2))
    world.change(one.number, NOW - timedelta(hours=1), text="all is well")
    world.change(one.number, NOW - timedelta(minutes=30), deleted=True)

    created, edited, deleted = posts(walk(url, version=version))

    assert created.external_id == edited.external_id == deleted.external_id
    assert created.external_id == native_id(one)
    assert created.text == "acme is down"
    assert created.lang == "de"
    assert created.published_at == NOW - timedelta(hours=2)
    did, rkey = created.author.external_id, created.external_id.rsplit("/", 1)[1]
    assert created.url == f"https://bsky.app/profile/{did}/post/{rkey}"
    assert (edited.text, edited.edited_at) == ("all is well", NOW - timedelta(hours=1))
    assert edited.published_at <= edited.edited_at
    assert deleted.deleted


def test_the_time_is_the_networks_not_the_writers():
    with telling(frame(1)) as (url, _):
        (post,) = posts(walk(url))

    assert post.published_at == datetime(2026, 11, 21, 0, 0, 0, 1, tzinfo=UTC)


def test_an_answer_names_what_it_answers():
    parent = {"uri": "at://did:plc:x/app.bsky.feed.post/1", "cid": "c"}
    record = {"text": "acme", "reply": {"root": parent, "parent": parent}}
    with telling(frame(1, record=record)) as (url, _):
        (post,) = posts(walk(url))

    assert (post.kind, post.in_reply_to) == (PostKind.COMMENT, parent["uri"])


@pytest.mark.parametrize("version", [1, 2])
def test_the_next_run_goes_on_where_the_last_one_ended(world, server, version):
    url = server.url("bluesky")
    world.add("bluesky", "acme 1", NOW - timedelta(hours=2))
    cursor = walk(url, version=version)[-1].cursor
    world.add("bluesky", "acme 2", NOW - timedelta(hours=1))
    world.add("bluesky", "nothing", NOW - timedelta(hours=1))

    assert texts(walk(url, cursor, version=version)) == ["acme 2"]


def test_the_cursor_moves_over_what_is_of_no_concern(world, server):
    url = server.url("bluesky")
    for number in range(30):
        world.add("bluesky", f"nothing {number}", NOW - timedelta(minutes=50))

    pages = walk(url)

    assert pages[-1].cursor["seq"] == 30
    assert not posts(pages)


def test_at_another_server_the_time_is_gone_on_with(world, server):
    """Numbers are a server's own; the time is everybody's."""
    url = server.url("bluesky")
    for number in range(10):
        world.add("bluesky", f"acme {number}", NOW - timedelta(minutes=20 - number))
    at = int((NOW - timedelta(minutes=15)).timestamp() * 1_000_000)
    elsewhere = {"seq": 9_000_000, "at": at, "host": "elsewhere", "v": 2}

    assert texts(walk(url, elsewhere)) == [f"acme {number}" for number in range(5, 10)]


def test_a_cursor_that_is_too_old_is_a_gap_and_what_is_kept_is_read(world, server):
    url = server.url("bluesky")
    for number in range(10):
        world.add("bluesky", f"acme {number}", NOW - timedelta(minutes=20 - number))
    first = walk(url)[-1].cursor
    for number in range(10, 20):
        world.add("bluesky", f"acme {number}", NOW - timedelta(minutes=1))
    journal_of(world).floor = 16

    pages = walk(url, {**first, "seq": 2})

    assert texts(pages) == [f"acme {number}" for number in range(15, 20)]
    assert [page.gap for page in pages] == [True]
    assert not walk(url, pages[-1].cursor)[-1].gap


TOO_OLD = {"error": "CursorTooOld"}


@pytest.mark.parametrize(
    ("answers", "cursors"),
    [
        ([(400, {**TOO_OLD, "message": "cursor 5 below floor 100"}, {})], ["5", "100"]),
        ([(400, TOO_OLD, {})], ["5", None]),
        ([(400, {**TOO_OLD, "message": "gone since 2026"}, {}), (400, TOO_OLD, {})],
         ["5", "2026", None]),
    ],
)  # fmt: skip
def test_a_refused_cursor_leads_to_the_oldest_event_or_to_now(answers, cursors):
    with refusing(*answers) as (url, asked):
        host = url.removeprefix("http://")
        pages = walk(url, {"seq": 5, "at": 10**15, "host": host, "v": 2})

    assert [query.get("cursor") for query in asked] == cursors
    assert pages[0].gap
    assert len(posts(pages)) == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((400, {"error": "InvalidRequest"}, {}), SourceRejected),
        ((401, {}, {}), SourceAuthError),
        ((404, {}, {}), SourceRejected),
        ((429, {}, {"Retry-After": "7"}), RateLimited),
        ((503, {}, {}), SourceUnavailable),
    ],
)
@pytest.mark.parametrize("act", ["check", "fetch", "stream"])
def test_a_refusal_has_its_name(answer, error, act):
    with refusing(answer) as (url, _):
        ways = {
            "check": lambda: source(url).check(),
            "fetch": lambda: walk(url),
            "stream": lambda: next(source(url).stream(QUERY, None, threading.Event())),
        }
        with pytest.raises(error) as caught:
            ways[act]()

    if error is RateLimited:
        assert caught.value.retry_after == 7


def test_a_web_page_instead_of_a_stream_is_told():
    def script(wire):
        wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>")

    with playing(script) as url, pytest.raises(SourceChanged, match="check base_url"):
        source(url).check()


def test_nobody_there_is_unavailable():
    with pytest.raises(SourceUnavailable):
        source("http://127.0.0.1:9").check()


def test_a_stream_leads_into_no_private_network():
    found = BlueskySource(
        BlueskySettings(base_url="ws://127.0.0.1:9"), net=net(allow_private=False)
    )

    with pytest.raises(SourceRejected, match="public address"):
        found.check()


async def _closes(websocket):
    await websocket.close(1000)


async def _breaks(websocket):
    raise OSError


@pytest.mark.parametrize("then", [_closes, _breaks], ids=["clean", "broken"])
def test_a_stream_that_ends_is_unavailable_however_clean(then):
    """A clean close must not look like the end of the network."""
    found = []

    def run(url: str) -> None:
        for page in source(url).stream(QUERY, None, threading.Event()):
            found.extend(page.posts)

    with telling(frame(1), then=then) as (url, _), pytest.raises(SourceUnavailable):
        run(url)


def test_a_catch_up_that_is_cut_off_is_unavailable():
    with telling(frame(1), then=_closes) as (url, _), pytest.raises(SourceUnavailable):
        walk(url)


@pytest.mark.parametrize("name", ["OutdatedCursor", "FutureCursor"])
def test_a_notice_that_the_cursor_did_not_hold_is_a_gap(name):
    info = {"$type": "network.bsky.jetstream.subscribeEvents#info", "name": name}
    notice = json.dumps({"$type": "message", "payload": info})
    with telling(notice, frame(7)) as (url, _):
        pages = walk(url)

    assert pages[0].gap
    assert pages[-1].cursor["seq"] == 7


def test_a_server_that_ends_the_stream_with_words_is_unavailable():
    error = json.dumps({"$type": "error", "error": "ConsumerTooSlow", "message": "m"})
    with telling(error) as (url, _), pytest.raises(SourceUnavailable, match="TooSlow"):
        walk(url)


def test_version_1_that_silently_begins_later_is_a_gap(world, server):
    """It says nothing when it no longer has what was asked for."""
    url = server.url("bluesky")
    world.add("bluesky", "acme", NOW - timedelta(hours=2))
    long_ago = int((NOW - timedelta(hours=60)).timestamp() * 1_000_000)
    host = url.removeprefix("http://").partition("/")[0]
    cursor = {"seq": long_ago, "at": long_ago, "host": host, "v": 1}

    pages = walk(url, cursor, version=1)

    assert pages[-1].gap
    assert not walk(url, pages[-1].cursor, version=1)[-1].gap


def test_what_is_asked_for_is_posts_only_in_both_versions():
    with telling(frame(1)) as (url, asked):
        walk(url, look_back_minutes=0)
    assert "kinds=commit&collections=app.bsky.feed.post" in asked[0]

    with telling(path="/subscribe") as (url, asked):
        walk(url, version=1)
    assert "wantedCollections=app.bsky.feed.post" in asked[0]


def test_frames_of_other_kinds_are_of_no_concern():
    other = commit(2, collection="app.bsky.feed.like")
    identity = {
        "$type": "x#identity",
        "seq": 3,
        "did": DID,
        "time": "2026-01-01T00:00:00Z",
    }
    frames = [
        json.dumps({"$type": "message", "payload": payload})
        for payload in (other, identity)
    ]
    with telling(*frames, frame(4)) as (url, _):
        pages = walk(url)

    assert len(posts(pages)) == 1
    assert not pages[-1].poison


def test_a_frame_that_cannot_be_read_is_poison_and_the_rest_goes_on():
    """F18."""
    bad = ['{"$type": "message", "payload": {"seq": 1, "acme', frame(2, time="soon")]
    with telling(*bad, frame(3, record=None, rkey="acme"), frame(4), b"\xff acme") as (
        url,
        _,
    ):
        pages = walk(url)

    assert [post.text for post in posts(pages)] == ["acme"]
    assert len([item for page in pages for item in page.poison]) == 4
    assert pages[-1].cursor["seq"] == 4


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner)
    ),
    max_leaves=6,
)


@pytest.mark.slow
@settings(max_examples=200)
@given(
    st.dictionaries(st.sampled_from([*commit(1)]), anything), st.sampled_from([1, 2])
)
def test_a_frame_of_any_shape_is_a_post_or_poison(changes, version):
    """F18: whatever comes, taking it in raises nothing."""
    from sources.bluesky import _Listening
    from sources.bluesky_frames import Position

    class Says:
        def recv(self, *, timeout, decode):
            inner = {**commit(1), **changes}
            legacy = {"did": DID, "time_us": changes.get("seq", 5), "kind": "commit"}
            whole = {**legacy, "$type": "message", "payload": inner, "commit": inner}
            return json.dumps(whole).encode()

    heard = _Listening(source("http://x", version=version), SourceQuery(), Position())

    assert heard.hear(Says(), 1)
    assert heard.page().cursor is not None


class TestFilter:
    @pytest.mark.parametrize(
        ("words", "text", "wanted"),
        [
            (["acme"], "I fly ACME", True),
            (["acme"], "nothing", False),
            (["acme air"], "acme-air", True),
            (["acme air"], "ACME  \n AIR", True),
            (["acme"], "ac\u200bme", True),
            (["acme"], "ａｃｍｅ", True),
            (["acme"], "ac\bme", True),
            (["acme"], "ac\x7fme", True),
            (["acme"], "\u212aacme", True),
            (["환불"], "환불해 주세요", True),
            (["환불"], "\u1112\u116a\u11ab\u1107\u116e\u11af", True),
            (["환불"], "refund", False),
            (["at&t"], "AT&T is slow", True),
            (["c++"], "C++ and more", True),
            (["straße"], "STRASSE", True),
            (["🍎"], "an 🍎 a day", True),
            (["acme"], "acme 日本語", True),
            (["acme"], "日本語", False),
            (["acme", "환불"], "nothing", False),
        ],
    )
    def test_only_what_cannot_match_is_left_out(self, words, text, wanted):
        chosen = Filter(SourceQuery(terms=tuple(words)))
        for raw in (
            frame(1, text),
            json.dumps(json.loads(frame(1, text)), ensure_ascii=False),
        ):
            passed = chosen.may_concern(raw.encode())
            found = read_frame(raw.encode(), version=2)

            assert (passed and chosen.wants(found)) is wanted

    def test_hashtags_and_handles_count_too(self):
        chosen = Filter(
            SourceQuery(hashtags=("AcmeAir",), handles=("acme.bsky.social",))
        )

        assert chosen.may_concern(frame(1, "#ACMEAIR").encode())
        assert chosen.may_concern(frame(1, "hi @acme.bsky.social").encode())
        assert not chosen.may_concern(frame(1, "nothing").encode())

    def test_without_a_word_everything_is_of_interest(self):
        assert Filter(SourceQuery()).may_concern(frame(1, "nothing").encode())
        unasked = SourceQuery(terms=("acme",), unasked=("glob*",))
        assert Filter(unasked).may_concern(frame(1, "nothing").encode())
        assert Filter(SourceQuery(terms=("",))).may_concern(
            frame(1, "nothing").encode()
        )

    @settings(max_examples=200)
    @given(st.text(min_size=1, max_size=12), st.text(max_size=20), st.text(max_size=20))
    def test_a_text_with_the_term_in_it_is_never_left_out(self, term, before, after):
        chosen = Filter(SourceQuery(terms=(term,)))
        text = f"{before} {term.upper()} {after}"
        raw = json.dumps({"payload": {"operation": "create", "text": text}})

        if fold(term) in fold(text):
            assert chosen.may_concern(raw.encode())
            assert chosen.wants(read_frame(frame(1, text).encode(), version=2))


class TestStream:
    def listen(self, url: str, act, *, until, **more):
        """Collect pages from the beginning on; `act` is called after the first."""
        stop = threading.Event()
        pages, found = source(url).stream(QUERY, FROM_THE_START, stop, **more), []
        for page in pages:
            found.append(page)
            if len(found) == 1:
                act()
            if until(found):
                stop.set()
        return found

    def test_what_happens_is_told_at_once_with_a_cursor(self, world, server):
        world.add("bluesky", "acme before", NOW - timedelta(minutes=1))

        def act() -> None:
            post = world.add("bluesky", "acme now", NOW)
            world.change(post.number, NOW, deleted=True)

        found = self.listen(
            server.url("bluesky"), act, until=lambda pages: len(posts(pages)) == 3
        )

        assert texts(found) == ["acme before", "acme now", ""]
        assert posts(found)[-1].deleted
        assert found[-1].cursor["seq"] == 3

    def test_a_stream_goes_on_from_its_cursor(self, world, server):
        url = server.url("bluesky")
        world.add("bluesky", "acme 1", NOW - timedelta(hours=1))
        cursor = walk(url)[-1].cursor
        world.add("bluesky", "acme 2", NOW - timedelta(minutes=1))

        page = next(source(url).stream(QUERY, cursor, threading.Event()))

        assert texts([page]) == ["acme 2"]

    def test_without_a_cursor_a_stream_begins_now(self):
        with telling(frame(1)) as (url, asked):
            next(source(url).stream(QUERY, None, threading.Event()))

        assert "cursor" not in asked[0]

    def test_a_cursor_is_saved_though_nothing_is_of_interest(self):
        frames = [frame(number, "nothing") for number in range(1, 1_100)]
        with telling(*frames) as (url, _):
            (page,) = self.listen(url, lambda: None, until=bool)

        assert page.cursor["seq"] == 1_000
        assert not page.posts

    def test_a_stream_that_is_told_to_stop_ends_without_an_error(self):
        stop = threading.Event()
        stop.set()
        with telling(frame(1)) as (url, _):
            assert list(source(url).stream(QUERY, None, stop)) == []
