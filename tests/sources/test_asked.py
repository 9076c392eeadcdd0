"""What the program as configured asks its networks for."""

from __future__ import annotations

from pathlib import Path

from config import load
from monitor.app import App
from sources.base import SourceQuery

CONFIG = """
store: {url: "sqlite:///FILE"}
lists: {harm: [refund, late]}
exclude: ["@noise"]
brands:
  - {name: Acme, queries: ["acme list:harm"]}
  - {name: Globex, queries: ["globex source:reddit"], disguised: true}
collectors:
  - {name: hn, kind: hackernews}
  - {name: talk, kind: reddit, settings: {feed_url: "${FEED}"}}
  - {name: own, kind: hackernews, brands: [Globex], query: "globex -job"}
receivers:
  - {name: console, kind: console}
rules:
  - {name: all, when: {label: negative}, receivers: [console]}
"""


def test_lists_exclusions_and_the_network_are_known_when_asking(
    tmp_path: Path,
) -> None:
    asked = queries(tmp_path)

    (way,) = asked["hn"].ways
    assert way.groups == (("acme",), ("refund", "late"))
    assert way.without == ("@noise",)
    assert asked["hn"].terms == ("acme",)
    assert asked["talk"].terms == ("acme", "globex")
    assert asked["own"].text == "globex -job"
    assert not any(query.unasked for query in asked.values())


def queries(folder: Path) -> dict[str, SourceQuery]:
    file = folder / "overheard.yaml"
    file.write_text(CONFIG.replace("FILE", str(folder / "asked.db")))
    app = App.open(load(file, {"FEED": "https://reddit.example/search.rss"}))
    try:
        return {work.name: work.query for work in app.works()}
    finally:
        app.close()
