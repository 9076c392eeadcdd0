"""From a mark to the next score, through the real store and the real intake."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.core.model import Label, Post, Severity
from monitor.matching import BrandQueries, Matcher
from monitor.pipeline.intake import Intake
from monitor.pipeline.rescore import rescore
from monitor.pipeline.teaching_desk import TeachingDesk
from monitor.store import judging, posts, teachings
from monitor.store.db import Store
from monitor.store.teachings import Said
from monitor.teaching import Verdict
from tests.fakes.clock import NOON
from tests.teaching.making import Plain, Words

TEXT = "acme and globex are awful , just awful"
BRANDS = ("Acme", "Globex")


class Counting(Words):
    """Notes how many texts were encoded."""

    def __init__(self) -> None:
        self.texts = 0

    def features(self, texts: Any) -> Any:
        self.texts += len(texts)
        return super().features(texts)


@pytest.fixture
def desk(store: Store) -> TeachingDesk:
    return TeachingDesk(store=store, scorer=Plain(), encoder=Counting())


@pytest.fixture
def intake(store: Store, desk: TeachingDesk) -> Intake:
    matcher = Matcher([BrandQueries(brand=b, queries=(b.lower(),)) for b in BRANDS])
    return Intake(store=store, matcher=matcher, scorer=Plain(), teaching=desk)


def collect(store: Store, intake: Intake, external_id: str, text: str = TEXT) -> None:
    post = Post(source="x", external_id=external_id, text=text, published_at=NOON)
    batch = intake.prepare([post], now=NOON)
    with store.write() as conn:
        posts.save(conn, batch.found, collector="c", now=NOON, decided=False)


def labels(store: Store, external_id: str) -> dict[str, Label | None]:
    with store.read() as conn:
        facts = judging.undecided(conn, 100)
    return {f.brand: f.label for f in facts if f.external_id == external_id}


def say(store: Store, verdict: Verdict, *people: str, text: str = TEXT) -> None:
    for by in people:
        with store.write() as conn:
            said = Said("Acme", verdict, text=f"{text} " + "." * len(by))
            teachings.record(conn, said, by=by, now=NOON)


def test_a_mark_changes_the_next_score_of_its_brand_only(
    store: Store, intake: Intake, desk: TeachingDesk
) -> None:
    collect(store, intake, "1")
    assert labels(store, "1") == dict.fromkeys(BRANDS, Label.NEGATIVE)

    say(store, Verdict.NOT_US, "a", "bb")
    assert desk.step()
    collect(store, intake, "2")

    with store.read() as conn:
        facts = {f.brand: f for f in judging.undecided(conn, 9) if f.external_id == "2"}
    assert facts["Acme"].severity is Severity.NONE
    assert "not about the brand" in facts["Acme"].why[-1]
    assert facts["Globex"].severity > Severity.NONE
    assert not any("taught" in why for why in facts["Globex"].why)


def test_undoing_it_changes_the_next_score_back(
    store: Store, intake: Intake, desk: TeachingDesk
) -> None:
    say(store, Verdict.POSITIVE, "a", "bb", "ccc", "dddd")
    collect(store, intake, "1")
    assert labels(store, "1")["Acme"] is not Label.NEGATIVE

    with store.write() as conn:
        for number in range(1, 5):
            teachings.undo(conn, by="ann", now=NOON, number=number)
    desk.step()
    collect(store, intake, "2")

    assert labels(store, "2")["Acme"] is Label.NEGATIVE


def test_an_edit_is_read_anew_for_each_brand(
    store: Store, intake: Intake, desk: TeachingDesk
) -> None:
    say(store, Verdict.POSITIVE, "a", "bb", "ccc", "dddd")
    collect(store, intake, "1", "acme and globex are fine")
    collect(store, intake, "1")

    found = labels(store, "1")
    assert found["Globex"] is Label.NEGATIVE
    assert found["Acme"] is not Label.NEGATIVE


def test_what_was_not_scored_at_first_is_taught_too(
    store: Store, intake: Intake, desk: TeachingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(store, Verdict.POSITIVE, "a", "bb", "ccc", "dddd")
    desk.step()
    with monkeypatch.context() as broken:
        broken.setattr(intake, "scorer", None)
        collect(store, intake, "1")

    assert rescore(intake, epoch=None) == 2

    found = labels(store, "1")
    assert found["Globex"] is Label.NEGATIVE
    assert found["Acme"] is not Label.NEGATIVE


def test_only_what_is_new_is_read_again(store: Store, desk: TeachingDesk) -> None:
    say(store, Verdict.NEGATIVE, "a", "bb", "ccc")
    assert desk.step()
    assert not desk.step()
    assert isinstance(desk.encoder, Counting)
    assert desk.encoder.texts == 3

    say(store, Verdict.NEGATIVE, "dddd")
    assert desk.step()
    assert desk.encoder.texts == 4


def test_a_process_that_has_not_looked_yet_looks_before_it_scores(
    store: Store, intake: Intake
) -> None:
    say(store, Verdict.POSITIVE, "a", "bb", "ccc", "dddd")

    collect(store, intake, "1")

    assert labels(store, "1")["Acme"] is not Label.NEGATIVE


def test_without_an_encoder_nothing_is_shifted(store: Store, intake: Intake) -> None:
    intake.teaching = TeachingDesk(store=store, scorer=Plain(), encoder=None)
    say(store, Verdict.POSITIVE, "a", "bb", "ccc", "dddd")

    collect(store, intake, "1")

    assert labels(store, "1") == dict.fromkeys(BRANDS, Label.NEGATIVE)
