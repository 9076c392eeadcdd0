"""What a person must know reaches a person, from the row to the message."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from alerts.facts import RuleFacts, WhenFacts
from config import Config, When
from monitor.core.model import Author, Evidence, Label, Match, Sentiment, Severity
from monitor.pipeline.decide import Policy
from monitor.pipeline.rescore import rescore
from monitor.policy import policy_of
from monitor.store import alerts as alert_rows
from monitor.store import posts as rows
from monitor.store.alert_contents import contents
from monitor.store.posts import Found
from monitor.store.schema import mentions
from tests.fakes.source import START, post
from tests.pipeline.test_decide import UNHAPPY, Room

AT_RISK = RuleFacts(
    name="at risk",
    when=WhenFacts(flags=("self_harm", "vulnerable")),
    receivers=("care",),
    quiet=False,
)
TEXT = "Acme, I cannot go on like this"
CALM = Sentiment(label=Label.NEUTRAL, lang="en", score=0.0, engine="test")
GRAVE = replace(
    CALM,
    flags=("self_harm",),
    evidence=(Evidence(start=8, end=20, part="signals", says="self_harm"),),
)
ANGRY = replace(
    CALM, label=Label.NEGATIVE, severity=Severity.MEDIUM, score=-0.5, p_negative=0.9
)


@pytest.fixture
def room(store, clock):
    clock.set_wall(START + timedelta(minutes=5))
    policy = Policy(rules=(UNHAPPY, AT_RISK), receivers=("support", "care"))
    return Room(store, clock, policy)


def found(number, sentiment):
    said = post(number, TEXT, author=Author(external_id=f"a{number}"))
    match = Match(brand="Acme", query="acme", spans=((0, 4),))
    return Found(post=said, matches=(match,), sentiment=sentiment)


def save(room, *batch):
    with room.store.write() as conn:
        now = room.clock.now()
        rows.save(conn, batch, collector="c", now=now, decided=False)
    return room


def test_a_post_that_sounds_neutral_reaches_the_person_who_is_named_for_it(room):
    save(room, found(1, GRAVE), found(2, CALM)).takes().delivers()

    [(_, message)] = room.slack["care"].arrived
    assert message.headline.startswith("Possible self-harm · ")
    assert "Not to be answered by a draft" in message.notice
    assert message.highlights == ("cannot go on",)
    assert message.why == ("at risk: flagged: possible self-harm",)
    assert room.support.arrived == []


def test_a_storm_does_not_hide_a_person_at_risk(room):
    save(room, *(found(number, ANGRY) for number in range(1, 31))).takes()
    grave = replace(GRAVE, label=Label.NEGATIVE, severity=Severity.LOW, score=-0.2)
    save(room, found(99, grave)).takes().delivers()

    [message] = [m for _, m in room.support.arrived if "self-harm" in m.headline]
    assert message.quote == TEXT
    assert any(m.headline.startswith("Storm") for _, m in room.support.arrived)


def test_what_is_read_at_the_second_try_raises_its_flags_too(room):
    class Reads:
        def score(self, *_texts, **_known):
            return GRAVE

    save(room, found(1, None)).takes()
    intake = replace(room.collecting.intake, scorer=Reads())

    assert rescore(intake, epoch=None) == 1
    room.takes().delivers()

    [(_, message)] = room.slack["care"].arrived
    assert message.notice


def test_every_condition_of_the_file_is_a_condition_of_the_rules():
    when = {
        "label": "negative",
        "min_severity": "low",
        "max_rating": 2,
        "vip": True,
        "brands": ["Acme"],
        "sources": ["x"],
        "languages": ["en"],
        "intents": ["refund"],
        "min_complaint": 0.5,
        "flags": ["Self_Harm", "urgent"],
        "min_intensity": 0.7,
    }
    config = Config.model_validate(
        {
            "brands": [{"name": "Acme", "queries": ["acme"]}],
            "receivers": [{"name": "care", "kind": "console"}],
            "rules": [{"name": "at risk", "when": when, "receivers": ["care"]}],
        }
    )

    [rule] = policy_of(config).rules

    given, facts = config.rules[0].when, rule.when
    assert When.model_fields.keys() == {field.name for field in fields(WhenFacts)}
    for name in When.model_fields:
        assert getattr(facts, name) == getattr(given, name), name
    assert facts.flags == ("self_harm", "urgent")


def test_of_many_mentions_the_most_upset_are_shown_old_rows_last(room):
    one = Author(external_id="one")
    batch = [
        replace(found(n, s), post=replace(post(n, f"Acme {n}"), author=one))
        for n, s in enumerate(
            [replace(ANGRY, intensity=upset) for upset in (0.2, 0.9, 0.5, 0.0)], 1
        )
    ]
    save(room, *batch)
    with room.store.write() as conn:
        conn.execute(update(mentions).where(mentions.c.id == 4).values(intensity=None))
    room.takes().delivers()

    with room.store.read() as conn:
        shown = contents(conn, alert_rows.get(conn, 1), 4)

    assert [entry.mention.mention_id for entry in shown] == [2, 3, 1, 4]
    message = room.support.updates[-1][1]
    assert message.quote == "Acme 2"
    assert [text.rpartition(": ")[2] for text, _ in message.rows] == [
        "Acme 3",
        "Acme 1",
        "Acme 4",
    ]
