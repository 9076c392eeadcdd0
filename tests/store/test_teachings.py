"""What people said: the newest that is not undone counts, and marks keep in step."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from monitor.core.model import Post
from monitor.store import marks, retention, teachings
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.posts import Found
from monitor.store.schema import alert_mentions, alerts
from monitor.store.schema import teachings as table
from monitor.store.teachings import Said
from monitor.teaching import Subject, Verdict
from tests.fakes.clock import NOON
from tests.store.making import make_found

NOT_NEGATIVE = Said("Acme", Verdict.NOT_NEGATIVE, 1)


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with three posts; their ids are 1, 2 and 3."""
    batch = [make_found("1"), make_found("2", "Acme is fine"), make_found("3", "Acme!")]
    with store.write() as conn:
        rows.save(conn, batch, collector="c", now=NOON, decided=False)
    return store


def say(conn: Connection, said: Said, by: str = "ann", batch: str = "") -> int | None:
    return teachings.record(conn, said, by=by, now=NOON, batch=batch)


def counting(conn: Connection, brand: str = "") -> list[tuple[str, str]]:
    return [(row.name, row.verdict) for row in teachings.listing(conn, brand)]


def test_a_verdict_is_kept_with_who_said_it_and_when(filled: Store) -> None:
    with filled.write() as conn:
        assert say(conn, NOT_NEGATIVE) == 1
        assert say(conn, NOT_NEGATIVE, by="bob") is None

    with filled.read() as conn:
        [row] = teachings.listing(conn)
    assert (row.name, row.verdict, row.said_by, row.said_at) == (
        "x:1",
        "not_negative",
        "ann",
        NOON,
    )
    assert row.text == "Acme lost my bag"


def test_of_one_subject_the_newest_counts_and_subjects_stand_beside_each_other(
    filled: Store,
) -> None:
    with filled.write() as conn:
        for verdict in ("negative", "neutral", "us", "complaint"):
            say(conn, Said("Acme", Verdict(verdict), 1))
        say(conn, Said("Globex", Verdict.POSITIVE, 1))

        assert counting(conn, "Acme") == [
            ("x:1", "complaint"),
            ("x:1", "us"),
            ("x:1", "neutral"),
        ]
        assert teachings.brands(conn) == ["Acme", "Globex"]
        assert teachings.sums(conn, "Acme") == {"us": 1, "neutral": 1, "complaint": 1}


def test_undoing_one_brings_the_one_before_it_back(filled: Store) -> None:
    with filled.write() as conn:
        say(conn, Said("Acme", Verdict.NEGATIVE, 1))
        number = say(conn, Said("Acme", Verdict.POSITIVE, 1), by="bob")
        assert teachings.undo(conn, by="cay", now=NOON, number=number) == 1
        assert teachings.undo(conn, by="cay", now=NOON, number=number) == 0

        assert counting(conn) == [("x:1", "negative")]
        kept = conn.execute(select(table.c.undone_by).order_by(table.c.id))
        assert list(kept.scalars()) == ["", "cay"]


def test_a_batch_is_undone_as_a_whole(filled: Store) -> None:
    with filled.write() as conn:
        say(conn, NOT_NEGATIVE)
        batch = teachings.new_batch(conn)
        for post_id in (1, 2, 3):
            say(conn, Said("Acme", Verdict.POSITIVE, post_id), batch=batch)
        say(conn, Said("Acme", Verdict.NEGATIVE, text="thanks a lot"), batch=batch)
        assert teachings.new_batch(conn) != batch
        assert len(counting(conn)) == 4

        assert teachings.undo(conn, by="ann", now=NOON, batch=batch) == 4
        assert counting(conn) == [("x:1", "not_negative")]
        assert teachings.undo(conn, by="ann", now=NOON) == 0


def test_a_text_that_is_not_stored_is_one_text_however_it_is_spaced(
    filled: Store,
) -> None:
    with filled.write() as conn:
        one = say(conn, Said("Acme", Verdict.NEGATIVE, text="thanks  a lot", lang="en"))
        assert say(conn, Said("Acme", Verdict.NEGATIVE, text="thanks a\nlot")) is None
        say(conn, Said("Acme", Verdict.POSITIVE, text="thanks a lot"))

        [example] = teachings.examples(conn, "Acme", 10)
    assert (one, example.number) == (1, 2)
    assert (example.name, example.verdict) == ("teaching 2", Verdict.POSITIVE)


def test_marks_say_which_verdict_about_the_brand_counts(filled: Store) -> None:
    with filled.write() as conn:
        say(conn, Said("Acme", Verdict.US, 1))
        number = say(conn, Said("Acme", Verdict.NOT_US, 1), by="bob")
        say(conn, Said("Acme", Verdict.NEGATIVE, 2))
        assert [(m.post_id, m.verdict) for m in marks.listing(conn)] == [(1, "not_us")]

        teachings.undo(conn, by="ann", now=NOON, number=number)
        [mark] = marks.listing(conn)
        assert (mark.verdict, mark.marked_by) == ("us", "ann")

        args = ("Acme", 1, Subject.ABOUT)
        assert teachings.withdraw(conn, *args, by="ann", now=NOON) == 1
        assert marks.listing(conn) == []
        assert counting(conn) == [("x:2", "negative")]


def test_examples_have_the_post_as_it_is_now_the_newest_in_front(filled: Store) -> None:
    with filled.write() as conn:
        say(conn, Said("Acme", Verdict.NEGATIVE, 1))
        say(conn, Said("Acme", Verdict.NEUTRAL, 2), by="bob")
        edited = make_found("1", "Acme found my bag", rating=4.0)
        rows.save(conn, [edited], collector="c", now=NOON, decided=False)

        newest, first = teachings.examples(conn, "Acme", 10)
        assert len(teachings.examples(conn, "Acme", 1)) == 1
        assert teachings.examples(conn, "Globex", 10) == []
    assert (newest.name, newest.by, newest.text) == ("x:2", "bob", "Acme is fine")
    assert (first.text, first.rating, first.target) == (
        "Acme found my bag",
        4.0,
        "post:1",
    )


def test_a_deleted_post_is_no_example(filled: Store) -> None:
    gone = Post(source="x", external_id="1", published_at=NOON, deleted=True)
    with filled.write() as conn:
        say(conn, NOT_NEGATIVE)
        before = teachings.revision(conn)
        buried = Found(post=gone, matches=(), sentiment=None)
        rows.save(conn, [buried], collector="c", now=NOON, decided=False)

        assert teachings.examples(conn, "Acme", 10) == []
        assert teachings.listing(conn) == []
        assert teachings.revision(conn) != before


def test_a_purged_post_takes_what_was_said_of_it_along(filled: Store) -> None:
    with filled.write() as conn:
        say(conn, NOT_NEGATIVE)
        later = NOON + timedelta(days=400)
        retention.purge(conn, now=later, keep=timedelta(days=365))

        left = conn.execute(select(func.count()).select_from(table)).scalar_one()
    assert left == 0


def test_the_revision_changes_with_everything_that_is_to_be_learned(
    filled: Store,
) -> None:
    with filled.write() as conn:
        seen = [teachings.revision(conn)]
        number = say(conn, NOT_NEGATIVE)
        seen.append(teachings.revision(conn))
        edited = make_found("1", "Acme found my bag")
        rows.save(conn, [edited], collector="c", now=NOON, decided=False)
        seen.append(teachings.revision(conn))
        teachings.undo(conn, by="ann", now=NOON, number=number)
        seen.append(teachings.revision(conn))
        other = make_found("9", "Acme again")
        rows.save(conn, [other], collector="c", now=NOON, decided=False)
        after = teachings.revision(conn)

    assert len(set(seen)) == 4
    assert after == seen[-1]


def test_a_mention_is_found_by_its_number(filled: Store) -> None:
    with filled.read() as conn:
        assert teachings.mention(conn, 2) == (2, "Acme")
        assert teachings.mention(conn, 99) is None


def test_what_was_said_is_counted_for_the_rules_that_fired(filled: Store) -> None:
    with filled.write() as conn:
        conn.execute(
            alerts.insert().values(
                id=1,
                key="k",
                kind="single",
                brand="Acme",
                group_key="g",
                rules=["unhappy", "vip"],
                receivers=[],
                state="open",
                severity=2,
                opened_at=NOON,
                last_at=NOON,
                mention_count=2,
            )
        )
        for mention_id, why in ((1, ["unhappy: negative"]), (2, ["vip: by a VIP"])):
            conn.execute(
                alert_mentions.insert().values(
                    alert_id=1,
                    mention_id=mention_id,
                    rev=1,
                    reason="first",
                    why=why,
                    added_at=NOON,
                )
            )
        for said in (
            Said("Acme", Verdict.NOT_NEGATIVE, 1),
            Said("Acme", Verdict.US, 1),
            Said("Acme", Verdict.NEGATIVE, 2),
            Said("Acme", Verdict.NEGATIVE, 3),
            Said("Globex", Verdict.NEGATIVE, 1),
        ):
            say(conn, said)

        found = teachings.said_of_rules(conn)
    assert found == {
        "unhappy": [{Verdict.NOT_NEGATIVE, Verdict.US}],
        "vip": [{Verdict.NEGATIVE}],
    }
