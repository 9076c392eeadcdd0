"""What people say of posts: one verdict for each post and brand; the last counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitor.core.model import Post
from monitor.store import marks, retention
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.marks import Verdict
from monitor.store.posts import Found
from tests.fakes.clock import NOON
from tests.store.making import make_found


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with three posts; their ids are 1, 2 and 3."""
    batch = [
        make_found("1"),
        make_found("at://did:plc:abc/1", source="bluesky"),
        make_found("77", source="a:b"),
    ]
    with store.write() as conn:
        rows.save(conn, batch, collector="c", now=NOON, decided=False)
    return store


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("1", 1),
        ("3", 3),
        ("x:1", 1),
        ("bluesky:at://did:plc:abc/1", 2),
        ("a:b:77", 3),
        ("4", None),
        ("x:2", None),
        ("77", None),
        ("x", None),
        ("", None),
        ("²", None),
        ("9" * 30, None),
    ],
)
def test_a_post_is_found_by_its_id_or_by_its_network_and_id(
    filled: Store, named: str, expected: int | None
) -> None:
    with filled.read() as conn:
        assert marks.find_post(conn, named) == expected


def test_the_last_verdict_counts(filled: Store) -> None:
    with filled.write() as conn:
        assert marks.mark(conn, 1, "Acme", Verdict.US, by="ann", now=NOON)
        assert not marks.mark(conn, 1, "Acme", Verdict.US, by="bob", now=NOON)
        later = NOON + timedelta(hours=1)
        assert marks.mark(conn, 1, "Acme", Verdict.NOT_US, by="bob", now=later)

    with filled.read() as conn:
        [row] = marks.listing(conn)
    assert (row.verdict, row.marked_by, row.marked_at) == ("not_us", "bob", later)


def test_brands_are_marked_apart(filled: Store) -> None:
    with filled.write() as conn:
        marks.mark(conn, 1, "Acme", Verdict.US, by="ann", now=NOON)
        marks.mark(conn, 1, "Globex", Verdict.NOT_US, by="ann", now=NOON)
        marks.mark(conn, 2, "Acme", Verdict.NOT_US, by="ann", now=NOON)

    with filled.read() as conn:
        assert marks.sums(conn, "Acme") == {"us": 1, "not_us": 1}
        assert marks.sums(conn, "Globex") == {"us": 0, "not_us": 1}
        assert [row.post_id for row in marks.listing(conn, "Acme")] == [2, 1]
        assert len(marks.listing(conn, limit=2)) == 2


def test_a_verdict_can_be_taken_back(filled: Store) -> None:
    with filled.write() as conn:
        marks.mark(conn, 1, "Acme", Verdict.US, by="ann", now=NOON)

        assert marks.unmark(conn, 1, "Acme")
        assert not marks.unmark(conn, 1, "Acme")
        assert marks.listing(conn) == []


def test_a_post_that_was_deleted_is_no_example(filled: Store) -> None:
    gone = Post(source="x", external_id="1", published_at=NOON, deleted=True)
    with filled.write() as conn:
        marks.mark(conn, 1, "Acme", Verdict.US, by="ann", now=NOON)
        buried = Found(post=gone, matches=(), sentiment=None)
        rows.save(conn, [buried], collector="c", now=NOON, decided=False)

    with filled.read() as conn:
        assert marks.listing(conn) == []
        assert marks.sums(conn, "Acme") == {"us": 0, "not_us": 0}
        assert marks.find_post(conn, "x:1") is None


def test_an_old_post_that_is_purged_takes_its_marks_along(filled: Store) -> None:
    with filled.write() as conn:
        marks.mark(conn, 1, "Acme", Verdict.US, by="ann", now=NOON)
        much_later = NOON + timedelta(days=400)
        retention.purge(conn, now=much_later, keep=timedelta(days=365))

        assert marks.listing(conn) == []
