"""What is special about the App Store's feed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from monitor.core.errors import SourceChanged, SourceRejected
from monitor.core.model import Author, PostKind, Precision
from monitor.demo.networks.app_store import native_id
from monitor.demo.server import DemoServer, fails_with
from monitor.demo.world import World
from sources.app_store import AppStoreSettings, AppStoreSource
from sources.base import SourceQuery
from tests.sources.loopback import answering, net

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def server(world):
    with DemoServer(world, ["app_store"]) as server:
        yield server


def source(url: str, **more) -> AppStoreSource:
    given = {"apps": ["1234567890"], "base_url": url, **more}
    return AppStoreSource(AppStoreSettings(**given), net=net())


def walk(url: str, since=None, **more):
    return list(source(url, **more).fetch(SourceQuery(), since))


def posts(pages):
    return [post for page in pages for post in page.posts]


def entry(number: int, at: datetime = NOW, **more):
    return {
        "id": {"label": str(number)},
        "title": {"label": "Never again"},
        "content": {"label": "It crashes"},
        "im:rating": {"label": "1"},
        "im:version": {"label": "2.0"},
        "updated": {"label": at.isoformat()},
        "author": {"name": {"label": "ann"}, "uri": {"label": ""}},
        **more,
    }


def feed(*entries):
    return {"feed": {"entry": list(entries)}}


def test_a_review_has_stars_words_version_and_author(world, server):
    at = NOW - timedelta(days=3)
    one = world.add("app_store", "It crashes", at, title="Bad", rating=2, author="ann")

    (post,) = posts(walk(server.url("app_store")))

    assert (post.rating, post.rating_scale, post.kind) == (2.0, 5.0, PostKind.REVIEW)
    assert (post.title, post.text) == ("Bad", "It crashes")
    assert post.external_id == str(native_id(one))
    assert post.published_at == at
    assert post.extra == {"app": "1234567890", "country": "us", "version": "4.2.0"}
    assert post.author.handle == "ann"
    assert post.author.external_id.isdecimal()


def test_the_app_itself_is_not_a_review():
    """It is the first entry, sometimes."""
    app = {"im:name": {"label": "Acme"}, "id": {"label": "1"}}
    with answering(
        lambda r: feed(app, entry(1)) if "page=1/" in r.url.path else {"feed": {}}
    ) as (url, _):
        assert [post.external_id for post in posts(walk(url))] == ["1"]


def test_one_entry_alone_is_no_list():
    with answering(lambda r: {"feed": {"entry": entry(1)}}) as (url, _):
        assert [post.external_id for post in posts(walk(url))] == ["1"]


def test_an_edited_review_comes_again_with_its_old_id(world, server):
    old = world.add("app_store", "fine", NOW - timedelta(days=30), rating=5)
    for number in range(60):
        world.add(
            "app_store", f"r{number}", NOW - timedelta(days=20), author=f"a{number}"
        )
    cursor = walk(server.url("app_store"))[-1].cursor

    world.change(old.number, NOW - timedelta(days=1), text="worse now", rating=1)
    found = posts(walk(server.url("app_store"), cursor))

    assert (found[0].external_id, found[0].text) == (str(native_id(old)), "worse now")


def test_every_country_and_app_is_read_and_remembered_by_itself(world, server):
    world.add("app_store", "crashes", NOW - timedelta(days=9), lang="en", author="a")
    world.add("app_store", "stürzt ab", NOW - timedelta(days=9), lang="de", author="b")
    both = {"countries": ["us", "de"]}
    cursor = walk(server.url("app_store"), **both)[-1].cursor
    world.add("app_store", "neu", NOW - timedelta(days=8), lang="de", author="c")

    found = posts(walk(server.url("app_store"), cursor, **both))

    assert {post.extra["country"] for post in found} == {"us", "de"}
    assert set(cursor["newest"]) == {"us/1234567890", "de/1234567890"}
    assert "neu" in [post.text for post in found]


def test_an_app_that_one_country_does_not_have_is_told_after_the_others(world, server):
    world.add("app_store", "stürzt ab", NOW - timedelta(days=9), lang="de")
    server.traffic.fail(0, fails_with(404))
    found = []

    def run() -> None:
        for page in source(server.url("app_store"), countries=["us", "de"]).fetch(
            SourceQuery(), None
        ):
            found.extend(page.posts)

    with pytest.raises(SourceRejected):
        run()

    assert [post.text for post in found] == ["stürzt ab"]


def test_an_empty_feed_does_not_mean_that_there_are_no_reviews(world, server):
    """Apple shows an empty feed at times: the cursor may not move over it."""
    world.add("app_store", "old", NOW - timedelta(days=9))
    cursor = walk(server.url("app_store"))[-1].cursor
    server.traffic.every_call = fails_with(200, '{"feed": {}}')

    pages = walk(server.url("app_store"), cursor)

    assert pages[-1].cursor == cursor
    assert not pages[-1].gap


def test_a_feed_that_ends_before_the_last_cursor_is_asked_again():
    """What lies behind the pages that came empty may not be passed over."""
    new = feed(*(entry(n, NOW - timedelta(minutes=n)) for n in range(50)))
    cursor = {"newest": {"us/1234567890": int((NOW - timedelta(days=9)).timestamp())}}
    with answering(lambda r: new if "page=1/" in r.url.path else {"feed": {}}) as (
        url,
        _,
    ):
        pages = walk(url, cursor)

    assert len(posts(pages)) == 50
    assert pages[-1].cursor == cursor


def test_one_empty_page_in_the_middle_does_not_end_the_walk():
    """F20."""

    def answer(request):
        page = int(request.url.path.split("page=")[1].split("/")[0])
        return (
            {"feed": {}}
            if page not in (1, 3)
            else feed(
                *(entry(page * 100 + n, NOW - timedelta(days=page)) for n in range(50))
            )
        )

    with answering(answer) as (url, _):
        assert len(posts(walk(url))) == 100


def test_pages_that_repeat_do_not_go_round_for_ever():
    """F20."""
    with answering(lambda r: feed(*(entry(n) for n in range(50)))) as (url, server):
        found = posts(walk(url))

        assert len(found) == 50
        assert len(server.traffic.calls) == 2


def test_a_review_that_moves_between_pages_is_given_once():
    """F20: a new review pushes the last one of each page to the next page."""

    def answer(request):
        page = int(request.url.path.split("page=")[1].split("/")[0])
        first = (page - 1) * 49
        return feed(
            *(entry(n, NOW - timedelta(hours=n)) for n in range(first, first + 50))
        )

    with answering(answer) as (url, _):
        ids = [post.external_id for post in posts(walk(url))]

    assert len(ids) == len(set(ids)) == 49 * 9 + 50


def test_more_new_reviews_than_are_shown_is_a_gap():
    def answer(request):
        page = int(request.url.path.split("page=")[1].split("/")[0])
        first = (page - 1) * 50
        return feed(
            *(entry(n, NOW - timedelta(minutes=n)) for n in range(first, first + 50))
        )

    long_ago = {"newest": {"us/1234567890": int((NOW - timedelta(days=9)).timestamp())}}
    with answering(answer) as (url, _):
        pages = walk(url, long_ago)

    assert pages[-1].gap
    assert len(posts(pages)) == 500


def test_a_review_dated_in_the_future_does_not_hide_what_comes():
    """F22."""
    with answering(lambda r: feed(entry(1, NOW + timedelta(days=300)))) as (url, _):
        cursor = walk(url)[-1].cursor

    assert cursor["newest"]["us/1234567890"] <= datetime.now(UTC).timestamp()


def test_a_review_without_a_date_is_of_today():
    bare = entry(1)
    del bare["updated"]
    with answering(lambda r: feed(bare)) as (url, _):
        (post,) = posts(walk(url))

    assert post.precision is Precision.UNKNOWN


def test_an_author_without_a_number_is_known_by_name():
    with answering(lambda r: feed(entry(1))) as (url, _):
        (post,) = posts(walk(url))

    assert post.author == Author(external_id="ann", handle="ann", name="ann")


def test_too_many_feeds_for_one_cursor_are_refused():
    with pytest.raises(ValidationError, match="use two collectors"):
        AppStoreSettings(
            apps=[str(1000 + n) for n in range(60)], countries=["us", "de"]
        )


def test_an_answer_that_is_no_feed_is_a_changed_service():
    with answering(lambda r: ["x"]) as (url, _), pytest.raises(SourceChanged):
        walk(url)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["label", "attributes", "name", "uri", "href"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@pytest.mark.slow
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*entry(1), "link", "im:voteSum"]), anything))
def test_an_entry_of_any_shape_is_a_post_or_poison(changes):
    """F18."""
    spoiled = {**entry(2), **changes}
    found = source("http://127.0.0.1:9")
    found._entries = lambda *_: [entry(1), spoiled]

    pages = list(found.fetch(SourceQuery(), None))

    assert "1" in [post.external_id for post in posts(pages)]
