"""`teach` and `precision` from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from monitor.cli.commands import app
from monitor.core.clock import SystemClock
from monitor.core.errors import MonitorError
from monitor.store import marks, quarantine
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.schema import alert_mentions, alerts
from tests.fakes.clock import NOON
from tests.store.making import make_found

CONFIG = """
store: {url: "sqlite:///overheard.db"}
brands:
  - {name: Acme, queries: [acme]}
  - {name: Globex, queries: [globex]}
collectors: [{name: hn, kind: hackernews, settings: {base_url: "https://hn.example"}}]
receivers: [{name: out, kind: console}]
rules:
  - {name: unhappy, when: {label: negative}, receivers: [out]}
  - {name: everything, when: {any: true}, receivers: [out]}
"""


@pytest.fixture
def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_template: Path
) -> Path:
    """Work in a folder with a configuration and three mentions of Acme."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "overheard.yaml").write_text(CONFIG, encoding="utf-8")
    shutil.copy(sqlite_template, tmp_path / "overheard.db")
    with opened() as store, store.write() as conn:
        found = [make_found(f"{n}", f"Acme, number {n}") for n in range(1, 4)]
        rows.save(conn, found, collector="c", now=NOON, decided=True)
    return tmp_path


class opened:  # noqa: N801 - reads like open
    """The database of the folder."""

    def __enter__(self) -> Store:
        self.store = Store("sqlite:///overheard.db", clock=SystemClock())
        return self.store

    def __exit__(self, *_: object) -> None:
        self.store.close()


def run(*arguments: str, code: int = 0, stdin: str | None = None) -> str:
    done = CliRunner().invoke(app, list(arguments), input=stdin)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.output


def listed() -> list[tuple[str, str, str]]:
    found = json.loads(run("teach", "--list", "--json"))
    return [(row["name"], row["brand"], row["verdict"]) for row in found]


def lines(*items: dict[str, Any]) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


def test_a_file_is_taught_listed_and_taken_back(place: Path) -> None:
    table = "id,brand,verdict\nx:1,acme,not negative\n2,Acme,Not us\n"
    (place / "said.csv").write_text(table, encoding="utf-8")

    assert "2 taught, 0 known before, 0 set aside" in run("teach", "said.csv")
    assert listed() == [("x:2", "Acme", "not_us"), ("x:1", "Acme", "not_negative")]
    with opened() as store, store.read() as conn:
        assert marks.sums(conn, "Acme") == {"us": 0, "not_us": 1}

    assert "0 taught, 2 known before" in run("teach", "said.csv")
    assert "2 taken back" in run("teach", "--undo", "b1")
    assert listed() == []
    assert "nothing has been taught yet" in run("teach", "--list")


def test_a_single_verdict_is_taken_back_by_its_number(place: Path) -> None:
    said = lines(
        {"id": "x:1", "brand": "Acme", "verdict": "negative"},
        {"text": "acme rocks", "brand": "Globex", "verdict": "positive"},
    )
    run("teach", "-", "--by", "ann", stdin=said)
    shown = run("teach", "--list", "--brand", "globex")
    assert "acme rocks" in shown
    assert "by ann, teaching 2, batch b1" in shown

    assert "1 taken back" in run("teach", "--undo", "1")
    assert listed() == [("teaching 2", "Globex", "positive")]


def test_bad_lines_are_set_aside_counted_and_shown(place: Path) -> None:
    said = lines(
        {"id": "x:1", "brand": "Acme", "verdict": "meh"},
        {"id": "x:99", "brand": "Acme", "verdict": "us"},
        {"id": "x:1", "brand": "Initech", "verdict": "us"},
        {"id": "x:1", "verdict": "us"},
        {"mention_id": 77, "verdict": "us"},
        {"mention_id": 3, "verdict": "us"},
    )

    shown = run("teach", "-", stdin=said)

    assert "1 taught, 0 known before, 5 set aside" in shown
    assert "line 1: verdict is 'meh'" in shown
    assert "line 2: no post 'x:99' is stored" in shown
    assert "line 3: brand is 'Initech'; brands: Acme, Globex" in shown
    assert "line 5: no mention 77 is stored" in shown
    assert listed() == [("x:3", "Acme", "us")]
    with opened() as store, store.read() as conn:
        assert quarantine.count(conn, "teach") == 5
        assert quarantine.recent(conn)[0].reason.startswith("line 5: no mention 77")


def test_a_file_of_which_nothing_can_be_used_fails(place: Path) -> None:
    shown = run("teach", "-", "--json", stdin="{nothing\n", code=1)

    assert json.loads(shown)["set_aside"] == 1


def test_brands_may_be_named_once_for_all(place: Path) -> None:
    run("teach", "-", "--brand", "Globex", stdin=lines({"id": "1", "verdict": "us"}))

    assert listed() == [("x:1", "Globex", "us")]


@pytest.mark.parametrize(
    "arguments", [[], ["said.csv", "--list"], ["--list", "--undo", "1"]]
)
def test_one_thing_at_a_time(place: Path, arguments: list[str]) -> None:
    assert "say one of FILE, --list and --undo" in run("teach", *arguments, code=2)


def test_what_is_not_there_cannot_be_taken_back(place: Path) -> None:
    with pytest.raises(MonitorError, match="nothing called 'b7' counts"):
        run("teach", "--undo", "b7")


def test_precision_shows_how_right_each_rule_was(place: Path) -> None:
    alert(["unhappy", "everything"])
    said = lines(
        {"id": "1", "brand": "Acme", "verdict": "negative"},
        {"id": "2", "brand": "Acme", "verdict": "not_negative"},
        {"id": "3", "brand": "Acme", "verdict": "not_us"},
    )
    assert "unhappy                  nobody said anything yet" in run("precision")
    run("teach", "-", stdin=said)

    shown = run("precision")
    assert "unhappy                  33% (6 to 79 %)      1 of 3 right" in shown
    assert "everything               67% (21 to 94 %)     2 of 3 right" in shown
    [unhappy, _] = json.loads(run("precision", "--json"))
    assert (unhappy["right"], unhappy["total"], unhappy["low"]) == (1, 3, 0.0615)


def alert(rules: list[str]) -> None:
    """Put all mentions into one alert of these rules."""
    with opened() as store, store.write() as conn:
        conn.execute(
            alerts.insert().values(
                id=1,
                key="k",
                kind="single",
                brand="Acme",
                group_key="g",
                rules=rules,
                receivers=[],
                state="open",
                severity=2,
                opened_at=NOON,
                last_at=NOON,
                mention_count=3,
            )
        )
        for mention_id in (1, 2, 3):
            conn.execute(
                alert_mentions.insert().values(
                    alert_id=1,
                    mention_id=mention_id,
                    rev=1,
                    reason="first",
                    why=[f"{rule}: because" for rule in rules],
                    added_at=NOON,
                )
            )
