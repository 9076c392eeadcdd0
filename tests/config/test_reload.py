"""A new configuration is taken whole, or the old one stays (F31)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from config import Config, Reloader
from monitor.core.errors import ConfigError

GOOD = """\
store: {url: "sqlite:///overheard.db"}
brands:
  - name: Acme
    queries: ['"acme air" OR @acmeair']
collectors:
  - {name: hn, kind: hackernews, every: 2m}
receivers:
  - {name: support, kind: slack, settings: {token: "${SLACK_BOT_TOKEN}"}}
rules:
  - {name: unhappy, when: {label: negative}, receivers: [support]}
"""
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

Spoil = Callable[[Path], object]


def text(old: str, new: str) -> Spoil:
    """Return a deed that writes the good file with one mistake."""
    assert old in GOOD
    return lambda path: path.write_text(GOOD.replace(old, new, 1), "utf-8")


SPOILED: dict[str, tuple[Spoil, int, str]] = {
    "a syntax error": (text("[support]", "[support"), 10, "is opened and not closed"),
    "an unknown key": (text("every: 2m", "evry: 2m"), 6, "did you mean 'every'?"),
    "a receiver that is still used is gone": (
        text("name: support", "name: helpdesk"),
        10,
        "unknown receiver 'support'",
    ),
    "a bad query": (text("@acmeair'", "('"), 4, "bad query: a bracket is never closed"),
    "the file is gone": (lambda path: path.unlink(), 1, "does not exist"),
    "the file is half written": (
        lambda path: path.write_text(GOOD[: GOOD.index("receivers: [")]),
        10,
        "is opened and not closed",
    ),
    "the file is half written, up to a line": (
        lambda path: path.write_text(GOOD[: GOOD.index("    queries")]),
        3,
        "brands[0].queries: is missing",
    ),
    "a key is given twice": (text("every: 2m", "every: 2m, every: 3m"), 6, "twice"),
    "an alias bomb": (
        lambda path: path.write_text(GOOD + BOMB),
        11,
        "anchor '&a' is refused",
    ),
    "a python tag": (
        text("every: 2m", "every: !!python/object/apply:os.system [id]"),
        6,
        "tag '!!python/object/apply:os.system' is refused",
    ),
    "tabs": (text("    queries", "\tqueries"), 4, "a tab stands where spaces must"),
    "the wrong type": (text("[support]", "support"), 10, "must be a list"),
    "a bad duration": (text("2m", "120"), 6, "120 has no unit"),
    "a secret that is written out": (
        text("${SLACK_BOT_TOKEN}", "xoxb-canary"),
        8,
        "a secret is written out",
    ),
    "a variable that is not set": (
        text("${SLACK_BOT_TOKEN}", "${SLACK_TOKEN}"),
        8,
        "environment variable 'SLACK_TOKEN' is not set",
    ),
    "an empty file": (lambda path: path.write_text(""), 1, "the file is empty"),
    "no more a file": (
        lambda path: (path.unlink(), path.mkdir()),
        1,
        "this is a directory",
    ),
    "settings that do not fit": (text("kind: slack", "kind: teams"), 8, "unknown kind"),
}


def check_query(query: str, _lists) -> str | None:
    return "a bracket is never closed" if query.count("(") > query.count(")") else None


def approve(config: Config) -> None:
    """What the application checks: it knows the kinds."""
    for number, receiver in enumerate(config.receivers):
        if receiver.kind != "slack":
            path = f"receivers[{number}].kind"
            raise ConfigError([f"{config.location(path)}: {path}: unknown kind"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A good configuration file."""
    file = tmp_path / "overheard.yaml"
    file.write_text(GOOD, "utf-8")
    return file


@pytest.fixture
def reloader(path: Path) -> Reloader:
    """A reloader that runs with the good file."""
    environ = {"SLACK_BOT_TOKEN": "xoxb-canary-1"}
    return Reloader(path, environ, check_query=check_query, approve=approve)


@pytest.mark.parametrize("what", SPOILED)
def test_a_file_with_a_problem_changes_nothing_and_names_the_line(reloader, path, what):
    """F31: the old configuration stays, the message names the line."""
    spoil, line, words = SPOILED[what]
    before = reloader.current
    spoil(path)

    problems = reloader.reload()

    assert reloader.current is before
    assert reloader.failures == 1
    assert problems == list(reloader.problems)
    assert any(p.startswith(f"{path}:{line}: ") and words in p for p in problems), (
        problems
    )
    assert "canary" not in str(problems)


def test_a_good_file_is_taken_over(reloader, path):
    path.write_text(GOOD.replace("2m", "7m"))

    problems = reloader.reload()

    assert problems == []
    assert reloader.current.collectors[0].every.total_seconds() == 420


def test_failures_are_counted_until_a_file_is_taken_over(reloader, path):
    path.write_text("")
    reloader.reload()
    reloader.reload()
    assert (reloader.failures, reloader.refused) == (2, 2)

    path.write_text(GOOD)
    reloader.reload()

    assert (reloader.failures, reloader.refused, reloader.problems) == (0, 2, ())


def test_a_start_with_a_bad_file_is_refused(path):
    path.write_text("brands: 7\n")

    with pytest.raises(ConfigError, match=r"overheard\.yaml:1: brands: must be a list"):
        Reloader(path, {})


def test_a_refused_reload_is_logged_without_values(reloader, path, caplog):
    path.write_text(GOOD.replace("${SLACK_BOT_TOKEN}", "xoxb-canary"))

    with caplog.at_level(logging.INFO):
        reloader.reload()

    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "xoxb-canary" not in str(caplog.records[0].__dict__)


def test_readers_never_see_half_a_configuration(reloader, path):
    """`current` is replaced in one step, while another thread reads it."""
    other = GOOD.replace("support", "helpdesk")
    stop = threading.Event()
    torn: list[Config] = []

    def read() -> None:
        while not stop.is_set():
            config = reloader.current
            if config.rules[0].receivers[0] != config.receivers[0].name:
                torn.append(config)

    thread = threading.Thread(target=read)
    thread.start()
    for number in range(10):
        path.write_text(other if number % 2 else GOOD)
        assert reloader.reload() == []
    stop.set()
    thread.join()

    assert torn == []
