"""Copies as rows: what is compared, what stays when posts go."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, insert, select

from monitor.copies import Copy, Why
from monitor.core.model import Author, Post, PostKind
from monitor.store import copies, posts, retention
from monitor.store.db import Store
from monitor.store.schema import copies as copy_table
from monitor.store.schema import marks
from tests.fakes.clock import NOON
from tests.store.making import make_found


def save(conn: Connection, *found: posts.Found) -> None:
    posts.save(conn, found, collector="c", now=NOON, decided=True)


def compared(conn: Connection, *numbers: int, of: int = 1) -> None:
    found = [(number, Copy(of, Why.NEAR, 0.875)) for number in numbers]
    copies.save(conn, found, now=NOON)


def test_how_far_posts_were_compared_is_kept_and_never_beyond_the_last(
    store: Store,
) -> None:
    with store.write() as conn:
        assert copies.until(conn) is None
        save(conn, make_found("1"), make_found("2"))
        copies.set_until(conn, 1)
        copies.set_until(conn, 2)
        assert copies.until(conn) == 2
        copies.set_until(conn, 99)
        assert copies.until(conn) == copies.last_post(conn) == 2


def test_a_post_is_read_as_it_is_compared(store: Store) -> None:
    nobody = Author(external_id="[deleted]", handle="[deleted]")
    with store.write() as conn:
        save(
            conn,
            make_found("1", "the text", title="The title"),
            make_found("2", author=nobody),
            make_found("3", kind=PostKind.ARTICLE),
            make_found("4", brands=()),
        )
        compared(conn, 3)
        rows = copies.after(conn, 0, 10)

    first, second, third, fourth = (row.writing for row in rows)
    assert first.text == "The title\nthe text"
    assert (first.author, first.handle, first.page) == ("7", "ann", "")
    assert (second.author, second.handle) == ("", "")
    assert third.page == "https://x.example/3"
    assert [row.group for row in rows] == [1, 2, 1, 4]
    assert [row.is_mention for row in rows] == [True, True, True, False]
    assert fourth.id == 4


def test_only_the_newest_posts_are_read_for_another_life(store: Store) -> None:
    with store.write() as conn:
        save(conn, *(make_found(str(n)) for n in range(1, 8)))
        newest = copies.between(conn, 0, 6, 3)
        assert [row.writing.id for row in newest] == [4, 5, 6]
        assert copies.last_before(conn, NOON) == 0
        assert copies.last_before(conn, NOON + timedelta(seconds=1)) == 7


def test_the_text_of_a_deleted_post_is_not_compared(store: Store) -> None:
    gone = Post(source="x", external_id="1", published_at=NOON, deleted=True)
    with store.write() as conn:
        save(conn, make_found("1"))
        save(conn, posts.Found(post=gone, matches=(), sentiment=None))
        (row,) = copies.after(conn, 0, 10)

    assert row.writing.text == ""


def test_a_post_that_is_purged_takes_its_rows_along_and_leaves_the_group(
    store: Store,
) -> None:
    old = NOON - timedelta(days=100)
    with store.write() as conn:
        posts.save(
            conn,
            [make_found("1", published_at=old), make_found("2", published_at=old)],
            collector="c",
            now=old,
            decided=True,
        )
        save(conn, make_found("3"), make_found("4"))
        compared(conn, 2, 3, 4)
        conn.execute(
            insert(marks).values(
                post_id=1, brand="Acme", verdict="us", marked_by="ann", marked_at=NOON
            )
        )

        gone = retention.purge(conn, now=NOON, keep=timedelta(days=30))

        left = conn.execute(select(copy_table.c.post_id, copy_table.c.why)).all()
        numbers = copies.tally(conn, [1])
        marked = conn.execute(select(marks)).all()
    assert gone == 2
    assert [tuple(row) for row in left] == [(3, "near"), (4, "near")]
    assert (numbers.copies, numbers.voices) == (1, 1)
    assert not marked
