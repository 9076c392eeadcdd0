"""What reading found is kept whole, and comes back as it was."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace

import pytest
from sqlalchemy import select, update

from alerts.facts import MentionFacts
from monitor.core.model import Evidence, Post, Sentiment
from monitor.store import judging
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.evidence import NOTHING, from_text, to_text
from monitor.store.posts import Found
from monitor.store.schema import mentions
from tests.store.making import HAPPY, UNHAPPY, make_found

READ = replace(
    UNHAPPY,
    p_positive=0.05,
    intensity=0.75,
    flags=("urgent", "self_harm"),
    waited_days=21.0,
    contacts=3,
    evidence=(
        Evidence(start=0, end=4, part="signals", says="waiting", weight=0.75),
        Evidence(start=5, end=9, part="vader", says="negative", weight=-0.25),
    ),
    parts=(("encoder", 0.9), ("vader", 0.7)),
    silenced_by="without “환불” 😀",
)


def save(store: Store, *batch: Found) -> None:
    with store.write() as conn:
        now = store.clock.now()
        rows.save(conn, batch, collector="c1", now=now, decided=False)


def facts_of(store: Store) -> list[MentionFacts]:
    with store.read() as conn:
        return judging.undecided(conn, 10)


def sentiment_of(facts: MentionFacts) -> Sentiment:
    """Put together again what a mention's facts say of its sentiment."""
    names = [field.name for field in fields(Sentiment)]
    return Sentiment(**{name: getattr(facts, name) for name in names})


def test_a_saved_batch_keeps_every_field_of_every_sentiment(store: Store) -> None:
    save(store, make_found("1", sentiment=READ), make_found("2", sentiment=HAPPY))

    assert [sentiment_of(facts) for facts in facts_of(store)] == [READ, HAPPY]


def test_what_is_scored_later_keeps_every_field_too(store: Store) -> None:
    save(store, make_found(sentiment=None))
    assert facts_of(store) == []

    with store.write() as conn:
        rows.set_sentiment(conn, 1, READ)

    assert [sentiment_of(facts) for facts in facts_of(store)] == [READ]


def test_an_edit_replaces_what_was_found(store: Store) -> None:
    save(store, make_found(sentiment=READ))

    save(store, make_found(text="Acme found my bag", sentiment=HAPPY))
    assert [sentiment_of(facts) for facts in facts_of(store)] == [HAPPY]

    save(store, make_found(text="Acme lost it again", sentiment=None))
    with store.read() as conn:
        row = conn.execute(select(mentions)).one()
    assert (row.intensity, row.p_positive, row.reading) == (None, None, None)


def test_a_mention_of_an_older_program_reads_as_if_nothing_was_found(
    store: Store,
) -> None:
    save(store, make_found(sentiment=READ))
    empty = {"intensity": None, "p_positive": None, "reading": None}
    with store.write() as conn:
        conn.execute(update(mentions).values(**empty))

    [facts] = facts_of(store)

    assert sentiment_of(facts) == UNHAPPY


def test_nothing_is_left_of_a_deleted_post(store: Store) -> None:
    save(store, make_found(sentiment=READ))

    gone: Post = replace(make_found().post, deleted=True)
    save(store, Found(post=gone, matches=(), sentiment=None))

    with store.read() as conn:
        assert conn.execute(select(mentions.c.reading)).scalars().all() == [None]


def test_what_is_empty_takes_no_room() -> None:
    assert to_text(UNHAPPY) is None
    assert from_text(None) == NOTHING
    assert json.loads(to_text(replace(UNHAPPY, waited_days=0.0)) or "") == {
        "waited_days": 0.0
    }


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_does_not_spoil_the_row(odd: float) -> None:
    place = Evidence(start=0, end=1, part="p", says="s", weight=odd)
    text = to_text(
        replace(UNHAPPY, evidence=(place,), parts=(("p", odd),), waited_days=odd)
    )

    found = from_text(text)

    assert found.evidence == (replace(place, weight=0.0),)
    assert found.parts == (("p", 0.0),)


def test_a_newer_program_may_have_kept_more() -> None:
    text = '{"flags": ["urgent"], "mood": 1, "evidence": []}'

    assert from_text(text).flags == ("urgent",)
