"""`severity …` from the command line, over a real database."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from monitor.cli.commands import app
from monitor.core.clock import SystemClock
from monitor.core.errors import ConfigError, MonitorError
from monitor.core.model import Author, Label, Sentiment, Severity
from monitor.core.weights import DEFAULT, NAMES, meaning
from monitor.scoring.severity import facts_of, judge
from monitor.store import posts as rows
from monitor.store import severities
from monitor.store.db import Store
from monitor.store.posts import Found
from tests.pages import DOCS, blocks
from tests.store.making import make_found

CONFIG = """
store: {url: "sqlite:///overheard.db"}
brands: [{name: Acme, queries: [acme], vip: [ann]}]
collectors: [{name: hn, kind: hackernews, settings: {base_url: "https://hn.example"}}]
receivers: [{name: out, kind: console}]
rules:
  - {name: bad, when: {min_severity: high}, receivers: [out]}
  - {name: bad stars, when: {min_severity: high, max_rating: 2}, receivers: [out]}
  - {name: all, when: {any: true}, receivers: [out]}
"""
PAGE = DOCS / "users" / "severity.md"
WAITING = Sentiment(
    label=Label.NEGATIVE,
    lang="en",
    score=-0.6,
    p_negative=0.9,
    complaint=0.7,
    intents=("refund",),
    waited_days=9.0,
    intensity=0.4,
    parts=(("encoder", 0.8), ("p_high", 0.1)),
)
THANKS = Sentiment(label=Label.POSITIVE, lang="en", p_negative=0.02, p_positive=0.9)


def judged(found: Sentiment, *, vip: bool = False, stars: float = 0.0) -> Sentiment:
    """What the scorer stores of it, by the program's own weights."""
    return replace(found, severity=judge(facts_of(found, vip=vip, stars=stars)))


def store_all(found: list[Found], url: str = "sqlite:///overheard.db") -> None:
    store = Store(url, clock=SystemClock())
    with store.write() as conn:
        rows.save(conn, found, collector="import", now=datetime.now(UTC), decided=True)
    store.close()


def post(number: int, sentiment: Sentiment | None, **more: Any) -> Found:
    return make_found(
        str(number),
        more.pop("text", f"Acme, where is my refund {number}"),
        sentiment=sentiment,
        author=more.pop("author", Author(external_id="8", handle="bob")),
        published_at=datetime.now(UTC) - timedelta(days=number),
        **more,
    )


@pytest.fixture
def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_template: Path
) -> Path:
    """Work in a folder with a configuration and some mentions."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "overheard.yaml").write_text(CONFIG, encoding="utf-8")
    shutil.copy(sqlite_template, tmp_path / "overheard.db")
    ann = Author(external_id="7", handle="ann")
    store_all(
        [
            post(1, judged(WAITING)),
            post(2, judged(WAITING, vip=True), author=ann),
            post(3, judged(THANKS), text="thanks Acme"),
            post(4, judged(WAITING, stars=2.0), rating=2.0),
            post(5, replace(judged(WAITING), intensity=None)),  # type: ignore[arg-type]
            post(6, None),
            post(60, judged(WAITING)),
        ]
    )
    return tmp_path


def severity(*arguments: str, code: int = 0) -> str:
    """Run `severity …` and return what it printed."""
    done = CliRunner().invoke(app, ["severity", *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.output


def preview(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(severity("preview", "--json", *arguments))
    return found


# -- preview ----------------------------------------------------------------------


def test_the_same_weights_move_nothing(place):
    found = preview()

    assert (found["mentions"], found["higher"], found["lower"]) == (4, 0, 0)
    assert found["levels"]["medium"]["medium"] == 2
    assert found["levels"]["high"]["high"] == 1
    assert found["levels"]["none"]["none"] == 1
    assert found["weights"] == {}


def test_other_weights_move_levels_and_rules(place):
    found = preview("--set", "waited_week=2")

    assert (found["higher"], found["lower"]) == (2, 0)
    assert found["levels"]["medium"] == {
        "none": 0,
        "low": 0,
        "medium": 0,
        "high": 2,
        "critical": 0,
    }
    assert found["rules"] == [
        {"rule": "bad", "min_severity": "high", "more": 2, "fewer": 0},
        {"rule": "bad stars", "min_severity": "high", "more": 1, "fewer": 0},
    ]
    assert found["weights"] == {"waited_week": {"default": "0.5", "then": "2"}}


def test_lighter_weights_make_fewer_alerts(place):
    found = preview("--set", "vip=0", "--set", "refund=0")

    assert found["lower"] == 1
    assert found["rules"][0] == {
        "rule": "bad",
        "min_severity": "high",
        "more": 0,
        "fewer": 1,
    }
    [example] = found["examples"]["lower"]
    assert (example["now"], example["then"]) == ("high", "medium")
    assert example["text"] == "Acme, where is my refund 2"


def test_the_file_may_hold_the_new_weights(place):
    Path("new.yaml").write_text(CONFIG + "severity: {waited_week: 2}\n", "utf-8")

    assert preview("--config", "new.yaml")["higher"] == 2


def test_the_period_and_the_brand(place):
    assert preview("--since", "all")["mentions"] == 5
    assert preview("--since", "2d")["mentions"] == 1
    assert preview("--brand", "Other")["mentions"] == 0


def test_what_was_read_by_an_earlier_version_is_left_out_and_said(place):
    assert preview()["left_out"] == 1
    assert "1 more were read by an earlier version" in severity("preview")


def test_nothing_is_written(place):
    before = Path("overheard.db").read_bytes()

    severity("preview", "--set", "waited_week=2")

    assert Path("overheard.db").read_bytes() == before


def test_a_person_reads_a_table_and_examples(place):
    shown = severity("preview", "--set", "waited_week=2", "--samples", "1")

    assert "4 stored mentions since" in shown
    assert "waited_week: 0.5 -> 2" in shown
    assert re.search(r"^ +medium +\. +\. +\. +2 +\. +2$", shown, re.MULTILINE)
    assert "2 higher, 0 lower" in shown
    assert re.search(r"^ +bad +high +2 +\.$", shown, re.MULTILINE)
    assert "Higher (1 of 2):" in shown
    assert "medium -> high" in shown


def test_without_a_configuration_the_programs_own_weights_hold(place):
    Path("overheard.yaml").unlink()

    shown = severity("preview", "--db", "sqlite:///overheard.db")

    assert "No rule asks for a min_severity." in shown
    assert "0 higher, 1 lower" in shown  # nobody is a VIP now


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("safty=1", "--set safty: unknown key 'safty'; did you mean 'safety'?"),
        ("churn", "--set churn: write name=value"),
        ("churn=-1", "--set churn: must be at least 0, not '-1'"),
        ("high_from=2", "--set: medium_from (3) must be less than high_from (2)"),
    ],
)
def test_senseless_weights_are_refused(place, change, message):
    with pytest.raises(ConfigError, match=re.escape(message)):
        severity("preview", "--set", change)


def test_without_a_database_it_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(MonitorError, match="nothing is stored yet"):
        severity("preview")


# -- explain ----------------------------------------------------------------------


def test_the_points_of_one_mention(place):
    [found] = json.loads(severity("explain", "1", "--json"))

    assert found["severity"] == found["stored"] == "medium"
    assert found["complete"] is True
    worths = {each["weight"]: each["points"] for each in found["summands"]}
    assert worths["complaint"] == 1.4
    assert found["points"] == round(sum(worths.values()), 2)


def test_other_weights_are_shown_beside_what_is_stored(place):
    shown = severity("explain", "x:1", "--set", "waited_week=2")

    assert "high by these weights, stored as medium" in shown
    assert "  waited_week    +2.00  waited 1 week" in shown


def test_a_mention_that_was_read_earlier_is_marked(place):
    assert "read by an earlier version" in severity("explain", "5")


@pytest.mark.parametrize("named", ["99", "x:99", "6"])
def test_what_is_not_there_or_not_read_is_said(place, named):
    with pytest.raises(MonitorError, match="no mention"):
        severity("explain", named)


# -- the store --------------------------------------------------------------------


def test_rows_come_in_batches_and_all_of_them(store, monkeypatch):
    monkeypatch.setattr(severities, "BATCH", 2)
    found = [post(number, judged(WAITING)) for number in range(1, 6)]
    with store.write() as conn:
        rows.save(conn, found, collector="c", now=datetime.now(UTC), decided=True)

    with store.read() as conn:
        read = list(severities.judged(conn))
        counted = severities.count(conn)

    assert [row.external_id for row in read] == ["1", "2", "3", "4", "5"]
    assert counted == 5
    assert read[0].intents == ("refund",)
    assert read[0].reading.waited_days == 9.0
    assert read[0].severity is Severity.MEDIUM


# -- the page ---------------------------------------------------------------------


def test_the_table_of_the_page_is_the_table_of_the_program():
    told = re.findall(
        r"^\| `(\w+)` \| (\S+) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )

    assert told == [
        (name, _spelt(getattr(DEFAULT, name)), meaning(name)) for name in NAMES
    ]


def _spelt(value: object) -> str:
    return value.word if isinstance(value, Severity) else f"{value:g}"


def test_the_worked_example_of_the_page_is_what_the_program_says(place):
    [shown] = [block for block in blocks(PAGE, "text") if "severity explain" in block]
    found = Sentiment(
        label=Label.NEGATIVE,
        lang="en",
        p_negative=0.93,
        complaint=0.85,
        intents=("refund", "unanswered", "waiting"),
        flags=("going_public",),
        waited_days=21.0,
        contacts=3,
        intensity=0.6,
        parts=(("encoder", 0.9), ("p_high", 0.62)),
    )
    text = (
        "Third time I ask Acme: my refund is three weeks late. I am calling the press."
    )
    store_all([post(7, judged(found), text=text)])

    command, _, told = shown.partition("\n")

    assert severity(*command.removeprefix("$ overheard severity ").split()) == told
