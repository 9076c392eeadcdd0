"""What every source promises, one clause a function.

A clause takes a bench and raises AssertionError if the promise is broken. For each
there are sources in test_hostile.py that break it.
"""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceError,
    SourceUnavailable,
)
from monitor.core.model import Post
from monitor.demo.server import Fault, drops, fails_with, hangs
from tests.contract.bench import Bench, last_cursor, posts_of

Clause = Callable[[Bench], None]

MAX_CURSOR = 4096
STALL_SECONDS = 1.0
IMPATIENCE = 0.4
LIBRARIES = ("httpcore2", "httpx2", "prawcore", "praw", "tweepy", "urllib3", "requests")

BLOCK_PAGE = "<!DOCTYPE html><html><body>Are you a robot?</body></html>"

FAULTS: dict[str, tuple[Fault, type[SourceError]]] = {
    "429": (fails_with(429, Retry_After="7"), RateLimited),
    "401": (fails_with(401), SourceAuthError),
    "403": (fails_with(403), SourceAuthError),
    "503": (fails_with(503), SourceUnavailable),
    "reset": (drops, SourceUnavailable),
    "time-out": (hangs(STALL_SECONDS), SourceUnavailable),
    "html": (fails_with(200, BLOCK_PAGE, media_type="text/html"), SourceChanged),
}


def posts_are_complete(bench: Bench) -> None:
    """Everything is found, with id, link, author, words and a time that has passed."""
    posts = posts_of(bench.walk())

    assert len({post.external_id for post in posts}) == bench.expected
    for post in posts:
        assert post.source == bench.case.kind
        assert post.external_id
        assert post.published_at.utcoffset() == timedelta(0)
        assert post.published_at <= bench.now + timedelta(minutes=5)
        assert post.author is None or post.author.external_id
        if not post.deleted:
            assert (post.title or post.text).strip()
            assert post.url.startswith("https://") or not bench.case.network


def ids_are_unique_and_stable(bench: Bench) -> None:
    """Two walks give the same ids, each once."""
    first = [post.external_id for post in posts_of(bench.walk())]
    second = [post.external_id for post in posts_of(bench.walk())]

    assert len(first) == len(set(first))
    assert sorted(first) == sorted(second)


def resuming_loses_nothing(bench: Bench) -> None:
    """After a crash behind any page, the next run finds all the rest."""
    whole = bench.walk()
    everything = {post.external_id for post in posts_of(whole)}

    for stored in range(len(whole)):
        pages = []
        for page in bench.source().fetch(bench.case.query, None):
            pages.append(page)
            if len(pages) > stored:
                break
        rest = bench.walk(last_cursor(pages))
        found = {post.external_id for post in posts_of([*pages, *rest])}
        assert found >= everything, f"lost after page {stored + 1}"


def a_full_walk_moves_the_cursor(bench: Bench) -> None:
    """A walk ends with a small JSON cursor, and going on from it reads less."""
    pages = bench.walk()
    cursor = last_cursor(pages)

    assert cursor is not None
    text = json.dumps(cursor)
    assert len(text.encode()) < MAX_CURSOR
    again = bench.walk(json.loads(text))
    assert len(posts_of(again)) < len(posts_of(pages))


def fetching_is_lazy(bench: Bench) -> None:
    """No call before the first page is asked for, and not all calls for one page."""
    bench.traffic.clear()
    bench.walk()
    all_calls = bench.calls
    bench.traffic.clear()

    pages = iter(bench.source().fetch(bench.case.query, None))
    assert bench.calls == 0
    next(pages)
    assert bench.calls < max(2, all_calls)
    pages.close()


def failures_are_named(bench: Bench) -> None:
    """Whatever goes wrong, at whichever call, has its class in our tree."""
    for name, call, error in failures(bench):
        expected = FAULTS[name][1]
        assert isinstance(error, expected), f"{name} at call {call}: {error!r}"


def secrets_stay_secret(bench: Bench) -> None:
    """No secret in the settings' words, in an error or its causes, or in the log."""
    said = [repr(bench.settings()), str(bench.settings())]
    with _log() as log:
        for _, _, error in failures(bench, only=("401", "503", "reset", "html")):
            said += [text for exc in _chain(error) for text in (str(exc), repr(exc))]
    said.append(log.getvalue())

    for secret in bench.case.secrets:
        assert all(secret not in text for text in said)


def one_unreadable_item_is_poison(bench: Bench) -> None:
    """F18: it is put aside with its reason, and its page goes on."""
    pages = list(bench.source(path="spoiled").fetch(bench.case.query, None))
    poison = [item for page in pages for item in page.poison]
    found = {post.external_id for post in posts_of(pages)}

    assert poison
    assert all(item.raw and item.reason for item in poison)
    assert bench.expected - len(poison) <= len(found) < bench.expected
    assert last_cursor(pages) is not None


CLAUSES: tuple[Clause, ...] = (
    posts_are_complete,
    ids_are_unique_and_stable,
    resuming_loses_nothing,
    a_full_walk_moves_the_cursor,
    fetching_is_lazy,
    failures_are_named,
    secrets_stay_secret,
    one_unreadable_item_is_poison,
)


def failures(
    bench: Bench, *, only: tuple[str, ...] = tuple(FAULTS)
) -> Iterator[tuple[str, int, SourceError | None]]:
    """Let each call of a walk, and of a check, go wrong in each way, one by one."""
    bench.traffic.clear()
    bench.walk()
    walked = bench.calls
    for name in only:
        patience = IMPATIENCE if name == "time-out" else 20.0
        for call in range(walked):
            bench.traffic.clear()
            bench.traffic.fail(call, FAULTS[name][0])
            source = bench.source(patience=patience)
            yield name, call, _error(lambda s=source: _exhaust(bench, s))
        bench.traffic.clear()
        bench.traffic.fail(0, FAULTS[name][0])
        yield name, -1, _error(bench.source(patience=patience).check)
    bench.traffic.clear()


def _exhaust(bench: Bench, source) -> list[Post]:
    return posts_of(list(source.fetch(bench.case.query, None)))


def _error(act: Callable[[], object]) -> SourceError | None:
    try:
        act()
    except SourceError as exc:
        return exc
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


class _log:  # noqa: N801  # reads as a verb
    """Collects what is logged: our own words from DEBUG, libraries' from INFO."""

    def __enter__(self) -> io.StringIO:
        self._stream = io.StringIO()
        self._handler = logging.StreamHandler(self._stream)
        self._levels = {
            name: logging.getLogger(name).level for name in ("", *LIBRARIES)
        }
        logging.getLogger().addHandler(self._handler)
        logging.getLogger().setLevel(logging.DEBUG)
        for name in LIBRARIES:
            logging.getLogger(name).setLevel(logging.INFO)
        return self._stream

    def __exit__(self, *_error: object) -> None:
        logging.getLogger().removeHandler(self._handler)
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
