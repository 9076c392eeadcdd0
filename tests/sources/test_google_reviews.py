"""What is special about Google's reviews."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import JSONResponse

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceRejected,
    SourceUnavailable,
)
from monitor.core.model import Author, PostKind
from monitor.demo.networks.google_reviews import door_of, native_id
from monitor.demo.server import DemoServer, drops, fails_with
from monitor.demo.world import World
from sources.base import SourceQuery
from sources.google_reviews import (
    GoogleReviewsSettings,
    GoogleReviewsSource,
    split_translation,
)
from tests.sources.loopback import answering, net

NOW = datetime.now(UTC)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["google_reviews"]) as server:
        yield server


def source(url: str, **more) -> GoogleReviewsSource:
    given = {
        "account": "1",
        "locations": ["2"],
        "client_id": "demo",
        "client_secret": "demo-secret",
        "refresh_token": "demo-refresh",
        "base_url": url,
        "token_url": f"{url}/token",
        **more,
    }
    return GoogleReviewsSource(GoogleReviewsSettings(**given), net=net())


def walk(server, since=None, **more):
    return list(
        source(server.url("google_reviews"), **more).fetch(SourceQuery(), since)
    )


def posts(pages):
    return [post for page in pages for post in page.posts]


def review(number: int, at: datetime = NOW, **more):
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "name": f"accounts/1/locations/2/reviews/r{number}",
        "reviewId": f"r{number}",
        "starRating": "TWO",
        "comment": "cold soup",
        "createTime": stamp,
        "updateTime": stamp,
        "reviewer": {"displayName": "Ann"},
        **more,
    }


def one(**more):
    page = {"reviews": [review(1, **more)]}
    with answering(_serving(page)) as (url, _):
        (post,) = posts(list(source(url).fetch(SourceQuery(), None)))
    return post


def _serving(page):
    return lambda request: (
        {"access_token": "a"} if request.url.path == "/token" else page
    )


def test_a_review_has_stars_words_and_author():
    post = one(reviewReply={"comment": "Sorry!", "updateTime": "2026-01-02T00:00:00Z"})

    assert (post.rating, post.rating_scale, post.kind) == (2.0, 5.0, PostKind.REVIEW)
    assert post.text == "cold soup"
    assert post.author == Author(external_id="Ann", handle="Ann", name="Ann")
    assert post.edited_at is None
    assert post.extra == {
        "location": "accounts/1/locations/2",
        "reply": {"text": "Sorry!", "at": "2026-01-02T00:00:00Z"},
    }


def test_stars_alone_are_a_review_too():
    post = one(comment=None, starRating="ONE")

    assert (post.text, post.rating) == ("", 1.0)


def test_an_anonymous_reviewer_is_nobody():
    assert (
        one(reviewer={"isAnonymous": True, "displayName": "A Google User"}).author
        is None
    )


def test_times_with_nanoseconds_are_understood():
    post = one(
        createTime="2026-01-02T03:04:05.123456789Z", updateTime="2026-02-02T03:04:05.1Z"
    )

    assert post.published_at == datetime(2026, 1, 2, 3, 4, 5, 123456, tzinfo=UTC)
    assert post.edited_at == datetime(2026, 2, 2, 3, 4, 5, 100000, tzinfo=UTC)


def test_unspecified_stars_are_no_rating():
    assert one(starRating="STAR_RATING_UNSPECIFIED").rating is None


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("Good", ("Good", "")),
        ("(Translated by Google) Good\n\n(Original)\nBueno", ("Bueno", "Good")),
        ("Bueno\n\n(Translated by Google)\nGood", ("Bueno", "Good")),
        ("(Translated by Google) Good", ("Good", "")),
        ("", ("", "")),
    ],
)
def test_what_was_written_is_told_from_googles_translation(comment, expected):
    assert split_translation(comment) == expected


def test_a_review_in_another_language_is_read_as_it_was_written(world, server):
    world.add("google_reviews", "수프가 차가워요", NOW - timedelta(days=1), lang="ko")

    (post,) = posts(walk(server))

    assert post.text == "수프가 차가워요"


def test_an_edited_review_comes_again(world, server):
    old = world.add("google_reviews", "fine", NOW - timedelta(days=300), rating=5)
    for number in range(60):
        world.add("google_reviews", f"r{number}", NOW - timedelta(days=80 - number))
    cursor = walk(server)[-1].cursor

    world.change(old.number, NOW - timedelta(minutes=1), text="cold", rating=1)
    post, *_ = posts(walk(server, cursor))

    assert (post.external_id, post.text, post.rating) == (native_id(old), "cold", 1.0)
    assert post.published_at < post.edited_at


def test_the_walk_back_ends_where_the_last_one_began(world, server):
    for number in range(120):
        world.add("google_reviews", f"r{number}", NOW - timedelta(days=120 - number))
    cursor = walk(server)[-1].cursor
    server.traffic.clear()

    walk(server, cursor)

    assert len(server.traffic.calls) == 2  # the sign-in, one page


def test_an_access_token_that_expires_on_the_way_is_renewed_once(world, server):
    """F27."""
    for number in range(60):
        world.add("google_reviews", f"r{number}", NOW - timedelta(days=number))
    walking = source(server.url("google_reviews")).fetch(SourceQuery(), None)
    first = next(walking)

    door_of(world).expire()
    rest = list(walking)

    assert len(posts([first, *rest])) == 60
    paths = [call.path.rsplit("/", 1)[-1] for call in server.traffic.calls]
    assert paths == ["token", "reviews", "reviews", "token", "reviews"]


def test_a_second_expiry_in_one_run_is_an_error(world, server):
    """F27: one renewal; a token that does not live for a run is no good."""
    for number in range(150):
        world.add("google_reviews", f"r{number}", NOW - timedelta(days=number))
    walking = source(server.url("google_reviews")).fetch(SourceQuery(), None)
    for _ in range(2):
        next(walking)
        door_of(world).expire()

    with pytest.raises(SourceAuthError):
        list(walking)


def test_a_door_that_stays_shut_is_tried_twice_and_no_more():
    """F16: no hammering."""

    def shut(request):
        if request.url.path == "/token":
            return {"access_token": "a"}
        return JSONResponse({"error": {"code": 401}}, 401)

    with answering(shut) as (url, other), pytest.raises(SourceAuthError):
        list(source(url).fetch(SourceQuery(), None))

    assert len(other.traffic.calls) == 4


@pytest.mark.parametrize(
    ("field", "value"),
    [("refresh_token", "revoked"), ("client_secret", "wrong"), ("client_id", "wrong")],
)
def test_a_sign_in_that_is_refused_says_so_without_secrets(server, field, value):
    with pytest.raises(SourceAuthError) as caught:
        walk(server, **{field: value})

    assert value not in str(caught.value) or value == "wrong"
    assert "demo-refresh" not in str(caught.value)


@pytest.mark.parametrize("call", range(4))
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (fails_with(429, Retry_After="7"), RateLimited),
        (fails_with(403), SourceAuthError),
        (fails_with(503), SourceUnavailable),
        (fails_with(200, "<html>", media_type="text/html"), SourceChanged),
        (drops, SourceUnavailable),
    ],
    ids=["429", "403", "503", "html", "reset"],
)
def test_every_failure_has_its_name_at_every_call(world, server, call, fault, error):
    for number in range(120):
        world.add("google_reviews", f"r{number}", NOW - timedelta(days=number))
    server.traffic.fail(call, fault)

    with pytest.raises(error):
        walk(server)


def test_a_closed_place_is_told_after_the_others(world, server):
    world.add("google_reviews", "open", NOW - timedelta(days=1))
    server.traffic.fail(1, fails_with(404))
    found = []

    def run() -> None:
        many = source(server.url("google_reviews"), locations=["2", "3"])
        for page in many.fetch(SourceQuery(), None):
            found.extend(page.posts)

    with pytest.raises(SourceRejected):
        run()

    assert len(found) == 1


def test_a_page_token_that_comes_again_ends_the_walk():
    """F20."""
    page = {"reviews": [review(1)], "nextPageToken": "again"}
    with answering(_serving(page)) as (url, server):
        found = posts(list(source(url).fetch(SourceQuery(), None)))

        assert len(found) == 1
        assert len(server.traffic.calls) == 3


def test_a_review_dated_in_the_future_does_not_hide_what_comes():
    """F22."""
    page = {"reviews": [review(1, NOW + timedelta(days=300))]}
    with answering(_serving(page)) as (url, _):
        pages = list(source(url).fetch(SourceQuery(), None))

    newest = datetime.fromisoformat(pages[-1].cursor["newest"]["2"])
    assert newest <= datetime.now(UTC)


def test_a_place_without_reviews_is_no_fault(server):
    assert posts(walk(server)) == []


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["displayName", "comment"]), inner, max_size=2
        )
    ),
    max_leaves=5,
)


@pytest.mark.slow
@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([*review(1), "reviewReply"]), anything))
def test_a_review_of_any_shape_is_a_post_or_poison(changes):
    """F18."""
    spoiled = {**review(2), **changes}
    found = source("http://127.0.0.1:9")
    found._list = lambda *_, **__: {"reviews": [review(1), spoiled]}

    pages = list(found.fetch(SourceQuery(), None))

    assert "r1" in [post.external_id for post in posts(pages)]
