"""Against mastodon-mock: a Mastodon server that somebody else wrote."""

from __future__ import annotations

import threading
import warnings

import httpx2
import pytest

from sources.base import SourceQuery
from sources.mastodon import MastodonSettings, MastodonSource
from tests.sources.loopback import net

pytest.importorskip("mastodon_mock")
pytestmark = pytest.mark.slow

QUERY = SourceQuery(terms=("acme air",), hashtags=("acmeair",))


class Server:
    """A running server, and people who post on it through its API."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._client = httpx2.Client(base_url=url, trust_env=False)

    def post(self, text: str, *, by: str = "alice", visibility: str = "public") -> str:
        form = {"status": text, "visibility": visibility}
        answer = self._ask("POST", "/api/v1/statuses", by, form)
        return str(answer["id"])

    def edit(self, number: str, text: str) -> None:
        self._ask("PUT", f"/api/v1/statuses/{number}", "alice", {"status": text})

    def delete(self, number: str) -> None:
        self._ask("DELETE", f"/api/v1/statuses/{number}", "alice", None)

    def _ask(self, method: str, path: str, who: str, form):
        headers = {"Authorization": f"Bearer {who}_token"}
        answer = self._client.request(method, path, data=form, headers=headers)
        answer.raise_for_status()
        return answer.json()

    def close(self) -> None:
        self._client.close()


@pytest.fixture
def server():
    with warnings.catch_warnings():
        # What the mock's own libraries say of themselves is not our concern.
        warnings.simplefilter("ignore")
        from mastodon_mock.testing import MockServer

        with MockServer() as mock:
            running = Server(mock.base_url)
            yield running
            running.close()


def source(server: Server, **more) -> MastodonSource:
    return MastodonSource(MastodonSettings(base_url=server.url, **more), net=net())


def walk(server: Server, since=None, **more):
    return list(source(server, **more).fetch(QUERY, since))


def texts(pages) -> list[str]:
    return [post.text for page in pages for post in page.posts]


def test_hashtags_are_read_on_from_the_cursor(server):
    for number in range(90):
        server.post(f"#acmeair lost bag {number}")
    server.post("#other")
    server.post("#acmeair for friends", visibility="private")

    pages = walk(server)
    server.post("#acmeair again & again", by="bob")
    server.post("#acmeair quietly", by="bob", visibility="unlisted")
    new = walk(server, pages[-1].cursor)

    assert sorted(texts(pages)) == sorted(f"#acmeair lost bag {n}" for n in range(90))
    assert texts(new) == ["#acmeair again & again"]
    (post,) = [post for page in new for post in page.posts]
    assert post.author.handle.startswith("bob@")
    assert post.external_id.startswith("http")


def test_a_token_finds_words_without_a_hashtag_and_nothing_private(server):
    server.post("acme air lost my bag")
    server.post("acme air, between us", visibility="direct")

    assert texts(walk(server)) == []
    query = SourceQuery(terms=("acme",))
    pages = list(source(server, token="alice_token").fetch(query, None))

    assert texts(pages) == ["acme air lost my bag"]


def test_the_stream_tells_of_posts_edits_and_deletions(server):
    stop = threading.Event()
    found = []
    pages = source(server).stream(QUERY, None, stop)
    next(pages)  # the stream stands, the catching up has begun

    number = server.post("#acmeair is late")
    server.edit(number, "#acmeair is on time")
    server.delete(number)
    for page in pages:
        found += page.posts
        if any(post.deleted for post in found):
            stop.set()

    told = [post for post in found if not post.deleted]
    assert {post.text for post in told} == {"#acmeair is late", "#acmeair is on time"}
    assert {post.external_id for post in found} == {told[0].external_id}


def test_checking_works_with_and_without_a_token(server):
    source(server).check()
    source(server, token="alice_token").check()
