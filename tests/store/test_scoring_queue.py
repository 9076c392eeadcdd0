"""Mentions that wait to be scored, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from monitor.core.model import Label, Sentiment
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.posts import Found
from monitor.store.schema import mentions
from tests.store.making import HAPPY, make_found


def save(store: Store, *batch: Found) -> None:
    with store.write() as conn:
        now = store.clock.now()
        rows.save(conn, batch, collector="c1", now=now, decided=False)


def all_rows(store: Store, table: Any) -> list[Any]:
    with store.read() as conn:
        return list(conn.execute(select(table).order_by(table.c.id)))


def test_a_mention_that_could_not_be_scored_waits_to_be_tried_again(
    store: Store,
) -> None:
    """F33: the scorer failed; the mention is there and is not lost."""
    save(store, make_found("1", sentiment=None, rating=2.0, lang="ko"), make_found("2"))

    with store.read() as conn:
        [waiting] = rows.unscored(conn, 10)
    with store.write() as conn:
        rows.set_sentiment(conn, waiting.mention_id, HAPPY)

    assert (waiting.text, waiting.lang, waiting.rating, waiting.rating_scale) == (
        "Acme lost my bag",
        "ko",
        2.0,
        5.0,
    )
    assert [m.label for m in all_rows(store, mentions)] == ["positive", "negative"]


def test_a_text_that_defeats_the_scorer_five_times_is_unreadable(store: Store) -> None:
    """F33: and it does not stand in the way of others."""
    save(store, make_found("1", sentiment=None), make_found("2", sentiment=None))
    with store.write() as conn:
        rows.score_failed(conn, 1)
        assert [row.mention_id for row in rows.unscored(conn, 10)] == [2, 1]

        for _ in range(4):
            rows.score_failed(conn, 1)

        assert [row.mention_id for row in rows.unscored(conn, 10)] == [2]
    first = all_rows(store, mentions)[0]
    assert (first.label, first.engine, first.score) == (
        Label.UNREADABLE,
        "failed",
        None,
    )


def test_a_deleted_post_is_not_scored_any_more(store: Store) -> None:
    save(store, make_found(sentiment=None))
    save(
        store,
        Found(
            post=replace(make_found().post, deleted=True), matches=(), sentiment=None
        ),
    )

    with store.read() as conn:
        assert rows.unscored(conn, 10) == []


def test_an_unreadable_text_has_no_score_rather_than_zero(store: Store) -> None:
    save(store, make_found(sentiment=Sentiment(label=Label.UNREADABLE, lang="th")))

    [mention] = all_rows(store, mentions)
    assert (mention.label, mention.score, mention.p_negative) == (
        "unreadable",
        None,
        None,
    )
