"""`query …` from the command line: what is printed, exit codes, what is stored."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from monitor.cli.commands import app
from monitor.cli.query_showing import columns, marked, pointed, width
from monitor.core.clock import SystemClock
from monitor.core.errors import ConfigError, MonitorError
from monitor.core.model import Match
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.posts import Found
from tests.store.making import UNHAPPY, make_found

CONFIG = """
store: {url: "sqlite:///overheard.db"}
lists: {fruit: [pear, plum]}
exclude: ['#giveaway']
brands:
  - {name: Zorblax, queries: [zorblax], exclude: ['"zorblax pie" NOT zorblax']}
  - {name: Apple, queries: ['apple NOT list:fruit']}
collectors:
  - name: x
    kind: x
    budget_usd: 0.01
    settings: {bearer_token: "${X_BEARER}"}
  - {name: hn, kind: hackernews, settings: {base_url: "https://hn.example"}}
receivers: [{name: out, kind: console}]
rules: [{name: all, when: {any: true}, receivers: [out]}]
"""
OWN = ("apple iphone is slow", "apple ios update broke it", "my apple iphone died")
OTHER = ("apple pie for tea", "apple juice, fresh", "baked an apple pie")


@pytest.fixture
def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_template: Path
) -> Path:
    """Work in a folder with a configuration and an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("X_BEARER", "secret")
    (tmp_path / "overheard.yaml").write_text(CONFIG, encoding="utf-8")
    shutil.copy(sqlite_template, tmp_path / "overheard.db")
    return tmp_path


@pytest.fixture
def filled(place: Path) -> Path:
    """Store 24 mentions of Apple (half of them fruit), and 2 posts that are none."""
    now = datetime.now(UTC)
    found = []
    for number in range(24):
        texts = OWN if number % 2 else OTHER
        text = texts[number // 2 % 3]
        at = now - timedelta(days=number)
        post = make_found(f"{number + 1}", text, published_at=at).post
        match = Match(brand="Apple", query="apple NOT list:fruit", spans=((0, 5),))
        found.append(Found(post=post, matches=(match,), sentiment=UNHAPPY))
    for number, text in enumerate(("iphones are slow", "a plum"), start=25):
        post = make_found(f"{number}", text, source="reddit", published_at=now).post
        found.append(Found(post=post, matches=(), sentiment=None))
    store = Store(f"sqlite:///{place / 'overheard.db'}", clock=SystemClock())
    with store.write() as conn:
        rows.save(conn, found, collector="import", now=now, decided=True)
    store.close()
    return place


def query(*arguments: str, code: int = 0) -> str:
    """Run `query …` and return what it printed."""
    done = CliRunner().invoke(app, ["query", *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.stdout


def answered(*arguments: str, code: int = 0) -> Any:
    return json.loads(query(*arguments, "--json", code=code))


def mark_everything() -> None:
    own = [str(n) for n in range(1, 25) if n % 2 == 0]
    other = [str(n) for n in range(1, 25) if n % 2]
    query("mark", "Apple", *own, "--us", "--by", "ann")
    query("mark", "apple", *other, "--not-us", "--by", "ann")


# -- check ------------------------------------------------------------------------


def test_check_looks_at_every_brand_and_points_at_the_place(filled: Path) -> None:
    printed = query("check")

    lines = printed.splitlines()
    at = lines.index("  ^^^^^")
    assert "  apple NOT list:fruit" in lines[:at]
    assert "too broad: 'apple'" in lines[at + 1]
    assert '  exclude: "zorblax pie" NOT zorblax' in lines
    assert "finds 24 of 26 stored posts" in printed
    assert lines[-1].startswith("2 queries: 0 errors, ")


def test_check_of_given_queries_needs_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "0 errors, 0 warnings" in query("check", "zorblax")
    assert not (tmp_path / "overheard.db").exists()
    with pytest.raises(ConfigError, match="needs brands"):
        query("check")


def test_an_error_fails_and_a_warning_only_if_asked_to(place: Path) -> None:
    assert "^" in query("check", "zorblax AND (", code=1)
    query("check", "apple", code=0)
    query("check", "apple", "--strict", code=1)
    query("check", "zorblax", "--strict", code=0)


def test_check_knows_the_named_lists_and_what_is_left_out_everywhere(
    place: Path,
) -> None:
    found = answered("check", "zorblax list:fruit", "list:frut", "#giveaway", code=1)

    assert [(r["code"], r["query"]) for r in found["remarks"]] == [
        ("unreadable", "list:frut"),
        ("shadowed", "#giveaway"),
    ]


def test_check_reckons_what_a_paid_network_costs(filled: Path) -> None:
    found = answered("check")

    costs = {cost["brand"]: cost for cost in found["costs"]}
    assert costs["Zorblax"]["usd"] is None
    # 24 mentions in 23 days, and 0.005 + 0.010 USD for a post and its author.
    assert costs["Apple"]["usd"] == pytest.approx(24 / 23 * 30 * 0.015, rel=0.01)
    over = [r for r in found["remarks"] if "its budget is 0.01" in r["message"]]
    assert [remark["brand"] for remark in over] == ["Apple"]
    assert "no mention is stored, so what it will cost is not known" in query("check")


def test_check_tells_of_queries_that_people_found_to_be_wrong(filled: Path) -> None:
    assert not [r for r in answered("check")["remarks"] if r["code"] == "wrong"]
    mark_everything()

    found = answered("check")

    [wrong] = [r for r in found["remarks"] if r["code"] == "wrong"]
    assert (
        "of 24 marked posts that it finds, 12 are not about Apple" in wrong["message"]
    )


# -- mark ---------------------------------------------------------------------------


def test_marks_are_written_listed_and_taken_back(filled: Path) -> None:
    assert "2 of 2 posts are now us" in query("mark", "apple", "1", "x:2", "--us")
    assert "1 of 1 posts are now not us" in query("mark", "Apple", "2", "--not-us")
    listed = answered("marks", "Apple")
    assert [(row["post_id"], row["verdict"]) for row in listed] == [
        (2, "not_us"),
        (1, "us"),
    ]
    assert "not us" in query("marks")

    assert answered("mark", "Apple", "1", "--undo")["marks"] == {"us": 0, "not_us": 1}
    query("mark", "Apple", "2", "--undo")
    assert query("marks") == "nothing is marked yet\n"


def test_nothing_is_marked_if_one_post_is_not_known(filled: Path) -> None:
    with pytest.raises(MonitorError, match="not stored: x:999"):
        query("mark", "Apple", "1", "x:999", "--us")
    with pytest.raises(MonitorError, match="there is no brand 'Pear'; brands: Zorblax"):
        query("mark", "Pear", "1", "--us")

    assert query("marks") == "nothing is marked yet\n"


@pytest.mark.parametrize("options", [(), ("--us", "--undo")])
def test_a_verdict_has_to_be_given(filled: Path, options: tuple[str, ...]) -> None:
    query("mark", "Apple", "1", *options, code=2)


def test_without_a_configuration_a_brand_is_one_that_is_stored(filled: Path) -> None:
    (filled / "overheard.yaml").unlink()

    assert "Apple: 1 of 1" in query("mark", "apple", "1", "--us")
    with pytest.raises(MonitorError, match="no mention of 'Pear' is stored"):
        query("mark", "Pear", "1", "--us")


# -- suggest -------------------------------------------------------------------------


def test_suggest_prints_words_and_lines_that_can_be_pasted(filled: Path) -> None:
    import yaml

    mark_everything()

    printed = query("suggest", "Apple")

    assert "12 posts marked as us (the queries find 12), 12 as not us" in printed
    assert "On posts they were not learnt from: " in printed
    pasted = printed.partition("put this under the brand:\n\n")[2].partition("\n\n")[0]
    context = yaml.safe_load(pasted)["context"]
    assert "iphone" in context["own"]
    assert "pie" in context["other"]


def test_suggest_reads_examples_from_a_file(place: Path) -> None:
    lines = [{"id": n, "text": OWN[n % 3], "us": True} for n in range(6)]
    lines += [{"id": n, "text": OTHER[n % 3], "us": False} for n in range(6)]
    file = place / "examples.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")

    found = answered("suggest", "Apple", "--examples", str(file))

    assert found["marked"] == {"us": 6, "not_us": 6}
    assert "pie" in {word["query"] for word in found["context"]["other"]}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": 1, "text": "x"}', "line 2: us is None"),
        ('{"id": 1, "text": "x", "us": "yes"}', "line 2: us is 'yes'"),
        ("nonsense", "line 2: line is not JSON"),
        ('{"id": 1, "us": true}', "line 2: neither text nor title"),
    ],
)
def test_a_bad_example_is_told_with_its_line(
    place: Path, line: str, message: str
) -> None:
    file = place / "examples.jsonl"
    file.write_text(f'{{"id": 1, "text": "x", "us": true}}\n{line}\n')

    with pytest.raises(MonitorError, match=message):
        query("suggest", "Apple", "--examples", str(file))


def test_suggest_says_when_there_is_too_little(filled: Path) -> None:
    assert "too little to learn context words from" in query("suggest", "Apple")


# -- preview --------------------------------------------------------------------------


def test_preview_counts_and_shows_what_would_change(filled: Path) -> None:
    mark_everything()

    printed = query("preview", "Apple", "apple", "iphones", "--other", "pie")

    lines = [line.split() for line in printed.splitlines()]
    assert ["all", "24", "17", "16", "1", "8"] in lines
    assert ["x", "24", "16", "16", "0", "8"] in lines
    assert ["reddit", "0", "1", "0", "1", "0"] in lines
    assert "[iphones] are slow" in printed
    assert "[apple] pie for tea  (marked: not us)" in printed
    assert "Marked as not us: 12; mentions now 12, then 4" in printed
    assert "Only what is stored can be gained" in printed


def test_preview_as_json_has_every_number(filled: Path) -> None:
    found = answered(
        "preview", "Apple", "--exclude", "juice", "--since", "10d", "--samples", "1"
    )

    assert (found["posts"], found["now"], found["lost"], found["gained"]) == (
        12,
        10,
        2,
        0,
    )
    assert found["proposed"]["exclude"] == ["juice"]
    assert sum(month["lost"] for month in found["by_month"].values()) == 2
    [sample] = found["samples"]["lost"]
    [[start, end]] = sample["spans"]
    assert sample["text"][start:end] == "apple"


def test_a_new_brand_can_be_tried_on_what_is_stored(filled: Path) -> None:
    found = answered("preview", "Pear", "iphone OR iphones")

    assert (found["now"], found["gained"]) == (0, 9)
    with pytest.raises(MonitorError, match="write its queries behind the name"):
        query("preview", "Pear")


def test_without_a_database_it_says_what_to_do(place: Path) -> None:
    (place / "overheard.db").unlink()

    with pytest.raises(MonitorError, match="nothing is stored yet"):
        query("preview", "Apple", "apple")
    assert not (place / "overheard.db").exists()


# -- how it is shown -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("acme OR apple", 8, ["        ^^^^^"]),
        ('에이스 OR "株式 会社"', 7, ["          ^^^^^^^^^^^"]),
        ("acme (", 6, ["      ^"]),
        ("x " * 60 + "acme", 120, None),
    ],
)
def test_a_place_is_pointed_at_in_columns(
    text: str, position: int, expected: list[str] | None
) -> None:
    found = list(pointed(text, position))

    if expected is not None:
        assert found == expected
    else:
        shown, below = found
        assert shown[below.index("^") :].startswith("acme")


def test_wide_letters_take_two_columns() -> None:
    assert width("acme 에이스 é") == 13
    assert list(columns([("에이", "1"), ("a", "10")])) == ["에이   1", "a     10"]


def test_what_was_found_is_in_brackets_or_bold() -> None:
    parts = [("my ", False), ("acme", True)]

    assert marked(parts, colored=False) == "my [acme]"
    assert "\x1b[1m" in marked(parts, colored=True)
