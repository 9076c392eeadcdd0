"""The daemon hears of what people say within seconds, whoever wrote it down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from config import load
from monitor import app as composition
from monitor.app import App
from monitor.store import teachings
from monitor.store.db import Store
from monitor.store.teachings import Said
from monitor.teaching import Verdict
from tests.fakes.clock import NOON, FixedClock
from tests.teaching.making import Plain, Words

TEXT = """
store: {{url: "sqlite:///{folder}/o.db"}}
brands: [{{name: Acme, queries: [acme]}}]
"""


class Scorer(Plain):
    """A small scorer in place of the one that ships, with an encoder."""

    heads = SimpleNamespace(encoder=Words())

    def language(self, text: str, said: str = "") -> str:
        """Every text is English."""
        return said or "en"


@pytest.fixture
def app(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[App]:
    monkeypatch.setattr(composition, "scorer_of", lambda config, clock: Scorer())
    monkeypatch.setattr("monitor.listening.default_scorer", Scorer)
    path = tmp_path / "overheard.yaml"
    path.write_text(TEXT.format(folder=tmp_path), "utf-8")
    opened = App.open(load(path, {}), clock=clock)
    yield opened
    opened.close()


def test_what_another_process_wrote_down_counts_within_a_minute(
    app: App, clock: FixedClock, tmp_path: Path
) -> None:
    app.take_lease()
    app.keep_house()
    desk = app.collecting.intake.teaching
    assert desk is not None
    assert not desk.taught.knows("Acme")

    command = Store(f"sqlite:///{tmp_path / 'o.db'}", clock=clock)
    with command.write() as conn:
        said = Said("Acme", Verdict.NOT_US, text="acme pie")
        teachings.record(conn, said, by="ann", now=NOON)
    command.close()
    for _ in range(6):
        clock.advance(1)
        app.keep_house()

    assert desk.taught.knows("Acme")
