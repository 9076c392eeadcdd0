"""From the configuration to the matcher, and what is said of the unsearchable."""

from __future__ import annotations

import logging

import pytest

from config import load
from monitor.app import App
from monitor.listening import matcher_of

TEXT = """
store: {{url: "sqlite:///{folder}/o.db"}}
lists: {{rivals: ['globex']}}
exclude: ['giveaway']
brands:
  - name: Acme
    queries: ['acme~1 NOT list:rivals']
    context: {{own: [flight], other: [anvil]}}
collectors:
  - {{name: c, kind: {kind}, settings: {settings}}}
"""


@pytest.fixture
def configured(tmp_path):
    def make(kind="hackernews", settings="{}"):
        path = tmp_path / "overheard.yaml"
        text = TEXT.format(folder=tmp_path, kind=kind, settings=settings)
        path.write_text(text, "utf-8")
        return load(path, {})

    return make


def test_everything_a_configuration_says_of_brands_counts(configured):
    matcher = matcher_of(configured())

    assert matcher.match("", "Amce again")
    assert matcher.match("", "acme anvil on a flight")
    for text in ("acme anvil", "acme giveaway", "acme or globex"):
        assert not matcher.match("", text)


@pytest.mark.parametrize(
    ("kind", "settings", "told"),
    [("hackernews", "{}", 1), ("app_store", "{apps: ['123'], countries: [us]}", 0)],
)
def test_what_no_search_can_find_is_said_of_collectors_that_search(
    configured, caplog, kind, settings, told
):
    app = App.open(configured(kind, settings))
    with caplog.at_level(logging.WARNING):
        app.works()
    app.close()

    said = [r for r in caplog.records if "disguised:" in r.getMessage()]
    assert len(said) == told
