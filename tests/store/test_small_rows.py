"""Quarantine, spending, silences, retention."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from alerts.facts import SilenceFacts
from monitor.store import posts, quarantine, retention, rowjson, silences, spending
from monitor.store.db import Store
from monitor.store.schema import alert_mentions, alerts, authors, mentions
from monitor.store.schema import posts as post_table
from sources.base import Poison
from tests.fakes.clock import NOON
from tests.store.making import make_found

DAY = timedelta(days=1)


def test_poison_is_kept_once_however_often_it_comes(store: Store) -> None:
    """F18."""
    bad = [Poison(raw="{1}", reason="no id"), Poison(raw="{2}", reason="no id")]

    with store.write() as conn:
        counts = [
            quarantine.add(conn, "hn", [*bad, bad[0]], NOON),
            quarantine.add(conn, "hn", bad, NOON + DAY),
            quarantine.add(conn, "rss", bad[:1], NOON),
        ]

        assert counts == [2, 0, 1]
        assert (quarantine.count(conn), quarantine.count(conn, "hn")) == (3, 2)
        assert [q.raw for q in quarantine.recent(conn, 2)] == ["{1}", "{2}"]


def test_even_what_no_database_can_hold_is_put_aside(store: Store) -> None:
    """F18: half characters, NUL, megabytes."""
    raws = ["half \ud800 character", "nul \0 byte", "x" * 1_000_000, "환불"]

    with store.write() as conn:
        quarantine.add(conn, "hn", [Poison(raw=r, reason=r) for r in raws], NOON)

    with store.read() as conn:
        kept = [q.raw for q in quarantine.recent(conn)]
    assert kept == ["환불", "x" * 4096, "nul \\x00 byte", "half \\ud800 character"]


def test_spending_adds_up_by_collector_and_month(store: Store) -> None:
    with store.write() as conn:
        spending.add(conn, "x", "2026-11", 5_000)
        spending.add(conn, "x", "2026-11", 7_000)
        spending.add(conn, "x", "2026-11", -2_000)
        spending.add(conn, "x", "2026-12", 1)
        spending.add(conn, "y", "2026-11", -5)

    with store.read() as conn:
        assert spending.spent(conn, "x", "2026-11") == 10_000
        assert spending.spent(conn, "x", "2026-12") == 1
        assert spending.spent(conn, "y", "2026-11") == 0
        assert spending.spent(conn, "z", "2026-11") == 0


def test_silences_hold_until_their_time_or_until_ended(store: Store) -> None:
    long = SilenceFacts(
        id=0, brand="Acme", until=NOON + 2 * DAY, reason="launch", by="ann"
    )
    short = SilenceFacts(id=0, author="x:troll", until=NOON + DAY)

    with store.write() as conn:
        first = silences.add(conn, long, now=NOON)
        second = silences.add(conn, short, now=NOON)

        assert silences.active(conn, NOON) == (
            replace(short, id=second),
            replace(long, id=first),
        )
        assert silences.active(conn, NOON + DAY) == (replace(long, id=first),)
        assert silences.end(conn, first, now=NOON + DAY)
        assert silences.active(conn, NOON + DAY) == ()
        assert not silences.end(conn, first, now=NOON + DAY)
        assert not silences.end(conn, 999, now=NOON)


def save(store: Store, *batch: Any) -> None:
    with store.write() as conn:
        posts.save(conn, batch, collector="c", now=store.clock.now(), decided=False)


def ids(store: Store) -> list[str]:
    with store.read() as conn:
        return sorted(conn.execute(select(post_table.c.external_id)).scalars())


def test_old_posts_go_unless_they_were_part_of_an_alert(
    store: Store, clock: Any
) -> None:
    save(
        store, make_found("old"), make_found("alerted"), make_found("plain", brands=())
    )
    with store.write() as conn:
        _alert_on(conn, 2)
    clock.advance(40 * 86_400)
    save(store, make_found("late arrival", published_at=NOON))
    save(store, make_found("new", published_at=clock.now()))

    with store.write() as conn:
        gone = retention.purge(conn, now=clock.now(), keep=30 * DAY)

    assert gone == 2
    assert ids(store) == ["alerted", "late arrival", "new"]


def test_a_purge_goes_in_steps_and_forgets_authors_without_posts(
    store: Store, clock: Any
) -> None:
    save(store, *(make_found(str(n)) for n in range(5)))
    clock.advance(40 * 86_400)

    steps = []
    for _ in range(4):
        with store.write() as conn:
            steps.append(retention.purge(conn, now=clock.now(), keep=DAY, limit=2))

    assert steps == [2, 2, 1, 0]
    with store.read() as conn:
        assert conn.execute(select(mentions.c.id)).all() == []
        [author] = conn.execute(select(authors)).all()
    assert (author.handle, author.name) == ("", "")


def _alert_on(conn: Any, mention_id: int) -> None:
    alert = {
        "key": "k",
        "kind": "single",
        "brand": "Acme",
        "group_key": "g",
        "rules": [],
        "receivers": [],
        "state": "open",
        "severity": 3,
        "opened_at": NOON,
        "last_at": NOON,
        "mention_count": 1,
    }
    alert_id = conn.execute(alerts.insert().values(alert)).inserted_primary_key[0]
    conn.execute(
        alert_mentions.insert().values(
            alert_id=alert_id,
            mention_id=mention_id,
            rev=1,
            reason="first",
            why=[],
            added_at=NOON,
        )
    )


def test_json_of_any_kind_can_be_written(store: Store) -> None:
    odd = {"big": 2**70, "환불": ("a", 1), "none": None, "nested": [{"x": 1.5}]}

    assert rowjson.loads(rowjson.dumps(odd)) == {**odd, "환불": ["a", 1]}
    assert rowjson.dumps({}) == "{}"
    assert rowjson.dumps(()) == "[]"
