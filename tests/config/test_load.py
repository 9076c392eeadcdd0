"""From a file to a configuration, or to every problem at once."""

from __future__ import annotations

import os
import traceback
from datetime import timedelta
from pathlib import Path

import pytest

from config import Storm, load, store_url
from monitor.core.errors import ConfigError
from monitor.core.model import Label, Severity


def test_the_least_configuration_works(accept, least):
    config = accept(least)

    assert config.store.url == "sqlite:///overheard.db"
    assert config.brands[0].name == "Acme"
    assert config.collectors[0].every == timedelta(minutes=2)
    assert config.collectors[0].settings == {"base_url": "https://hn.algolia.com"}
    assert config.receivers[0].settings["slack_channel"] == "C0123456789"
    assert config.rules[0].when.label is Label.NEGATIVE
    assert config.rules[0].when.min_severity is Severity.LOW
    assert config.rules[0].receivers == ("support",)
    assert config.warnings == ()


def test_what_is_not_written_has_a_default(accept):
    config = accept(
        "brands: [{name: Acme, queries: [acme]}]\n"
        "collectors: [{name: hn, kind: hackernews}]\n"
        "receivers: [{name: c, kind: console}]\n"
        "rules: [{name: all, when: {any: true}, receivers: [c]}]\n"
    )

    assert config.store.url == "sqlite:///overheard.db"
    assert config.collectors[0].every == timedelta(minutes=5)
    assert config.collectors[0].enabled is True
    assert config.collectors[0].stream is False
    assert config.collectors[0].budget_usd is None
    assert config.receivers[0].pace_per_second == 1.0
    assert config.rules[0].group_within == timedelta(hours=24)
    assert config.rules[0].quiet is True
    assert config.team.timezone == "UTC"
    assert config.team.quiet_hours is None
    assert config.storm == Storm(
        count=5,
        within=timedelta(seconds=60),
        baseline_factor=4,
        update_every=timedelta(seconds=30),
        quiet_for=timedelta(minutes=10),
        top=5,
        vip_per_hour=10,
    )
    assert config.daemon.listen == "127.0.0.1:8766"
    assert config.daemon.workers == 16
    assert config.daemon.run_deadline == timedelta(minutes=5)


def test_a_key_without_a_value_means_the_default(accept, least):
    config = accept(f"{least}silences:\nstorm:\nteam:\n  timezone:\n  vip:\n")

    assert config.silences == ()
    assert config.storm.count == 5
    assert config.team.timezone == "UTC"


def test_a_number_is_text_where_text_is_expected(accept, least):
    text = least.replace("name: Acme", "name: 1.10").replace("name: hn", "name: 007")
    text = text.replace("name: unhappy", "name: true").replace("[support]", "[404]")

    config = accept(text.replace("name: support", "name: 404"))

    assert config.brands[0].name == "1.10"
    assert config.collectors[0].name == "007"
    assert config.receivers[0].name == "404"
    assert config.rules[0].name == "true"
    assert config.rules[0].receivers == ("404",)


def test_every_problem_is_reported_at_once_with_its_line(refuse):
    problems = refuse(
        'store: {url: "sqlite://overheard.db"}\n'
        "brands:\n"
        "  - name: Acme\n"
        "    querys: [acme]\n"
        "collectors:\n"
        "  - {name: hn, kind: hackernews, every: 2}\n"
        "  - {name: hn, kind: rss, brands: [acme]}\n"
        "receivers:\n"
        "  - {name: support, kind: s, settings: {token: xoxb-1}, fallback: nobody}\n"
        "rules:\n"
        "  - {name: a, when: {label: negatve}, receivers: [suport]}\n"
        "  - {name: b, when: {}, receivers: support}\n"
        "daemon: {workers: many}\n"
    )

    starts = [problem.split(";")[0] for problem in problems]
    assert starts == [
        "overheard.yaml:1: store.url: is not a database URL",
        "overheard.yaml:3: brands[0].queries: is missing",
        "overheard.yaml:4: brands[0].querys: unknown key 'querys'",
        "overheard.yaml:6: collectors[0].every: 2 has no unit",
        "overheard.yaml:7: collectors[1].name: name 'hn' is taken",
        "overheard.yaml:7: collectors[1].brands[0]: unknown brand 'acme'",
        "overheard.yaml:9: receivers[0].settings.token: a secret is written out",
        "overheard.yaml:9: receivers[0].fallback: unknown receiver 'nobody'",
        "overheard.yaml:11: rules[0].when.label: unknown label 'negatve'",
        "overheard.yaml:11: rules[0].receivers[0]: unknown receiver 'suport'",
        "overheard.yaml:12: rules[1].when: has no condition",
        "overheard.yaml:12: rules[1].receivers: must be a list, not 'support'",
        "overheard.yaml:13: daemon.workers: must be a number, not 'many'",
    ]


CHANGES = [
    ("name: Acme", "name: ''", 3, "must not be empty"),
    ("name: Acme", 'name: "a\\nb"', 3, "line break or a control character"),
    ("name: Acme", "name: [a]", 3, "must be text, not a list"),
    ("name: Acme", f"name: {'x' * 101}", 3, "at most 100 characters"),
    ("    queries:", "    queries: []\n    exclude:", 4, "queries: must not be empty"),
    ("every: 2m", "every: 2m, evry: 3m", 6, "did you mean 'every'?"),
    ("every: 2m", "every: 2m, base_url: x", 6, "stand below `settings:`"),
    ("every: 2m", "every: 0s", 6, "is too short"),
    ("every: 2m", "budget_usd: -1", 6, "must be at least 0"),
    ("every: 2m", "budget_usd: 0123", 6, "must be a number, not '0123'"),
    ("every: 2m", "budget_usd: .nan", 6, "must be a number"),
    ("every: 2m", "enabled: 7", 6, "must be true or false, not 7"),
    ("every: 2m", "stream: maybe", 6, "must be true or false, not 'maybe'"),
    ("kind: hackernews, ", "", 6, "kind: is missing"),
    ("every: 2m, settings: {", "settings: [x], x: {", 6, "must be a group of settings"),
    ("name: support, ", "name: support, fallback: support, ", 8, "goes in a circle"),
    (
        "name: support, ",
        "name: support, pace_per_second: 0, ",
        8,
        "must be more than 0",
    ),
    ("min_severity: low", "min_severity: 2", 10, "known: none, low, medium"),
    ("min_severity: low", "min_severity: lo", 10, "did you mean 'low'?"),
    ("min_severity: low", "any: true", 10, "any: true stands alone; delete it"),
    ("min_severity: low", "max_rating: 6", 10, "must be at most 5, not 6"),
    ("min_severity: low", "min_complaint: 1.1", 10, "must be at most 1"),
    ("min_severity: low", "min_intensity: 1.1", 10, "must be at most 1"),
    ("min_severity: low", "flags: [self-harm]", 10, "did you mean 'self_harm'?"),
    ("min_severity: low", "flags: [safety]", 10, "known: self_harm, vulnerable"),
    ("min_severity: low", "flags: self_harm", 10, "flags: must be a list"),
    ("min_severity: low", "brands: [ACME]", 10, "did you mean 'Acme'?"),
    ("label: negative, min_severity: low", "vip: false", 10, "has no condition"),
    ("[support]", "[]", 10, "receivers: must not be empty"),
    ("[support]", "[support, ~]", 10, "receivers[1]: is empty"),
    ("rules:", "rules: 7\nrule:", 9, "must be a list, not 7"),
    ("store: {", "store: {file: x, ", 1, "unknown key 'file'"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_mistake_is_named_with_its_line_and_what_to_do(refuse, least, change):
    old, new, line, words = change
    assert old in least

    problems = refuse(least.replace(old, new, 1))

    assert any(
        p.startswith(f"overheard.yaml:{line}: ") and words in p for p in problems
    ), problems


ADDITIONS = [
    ("team: {timezone: Asia/Soul}", "did you mean 'Asia/Seoul'?"),
    ("team: {language: English}", "team.language"),
    ("team: {quiet_hours: {start: 22:00}}", "team.quiet_hours.end: is missing"),
    ("team: {quiet_hours: {start: 24:00, end: 7:00}}", "'24:00' is not a time of day"),
    ("team: {quiet_hours: {start: 22:00, end: 7:00, days: [funday]}}", "unknown day"),
    ("team: {quiet_hours: {start: 22:00, end: 7:00, days: []}}", "must not be empty"),
    ("silences: [{until: 2027-01-01, reason: x}]", "mutes nothing"),
    ("silences: [{brand: Acme, until: 2027-02-30, reason: x}]", "is not a date"),
    ("silences: [{brand: Acme, until: 2027-01-01}]", "reason: is missing"),
    ("silences: [{brand: Amce, until: 2027-01-01, reason: x}]", "did you mean 'Acme'"),
    ("silences: [{rule: nope, until: 2027-01-01, reason: x}]", "unknown rule 'nope'"),
    ("storm: {count: 1}", "must be at least 2, not 1"),
    ("storm: {count: 2.5}", "must be a whole number, not 2.5"),
    ("storm: {within: 60}", "60 has no unit; write 60s"),
    ("daemon: {workers: true}", "must be a number, not true"),
    ("daemon: {listen: 8766}", "must be an address"),
    ("dameon: {workers: 2}", "did you mean 'daemon'?"),
]


@pytest.mark.parametrize(("added", "words"), ADDITIONS)
def test_a_mistake_in_other_sections_is_named_too(refuse, least, added, words):
    problems = refuse(f"{least}{added}\n")

    assert len(problems) == 1
    assert problems[0].startswith("overheard.yaml:11: ")
    assert words in problems[0]


def test_a_circle_of_fallbacks_is_refused(refuse, least):
    receivers = "".join(
        f"  - {{name: r{n}, kind: console, fallback: r{(n + 1) % 3}}}\n"
        for n in range(3)
    )

    problems = refuse(least.replace("rules:", f"{receivers}rules:"))

    assert len(problems) == 3
    assert "r0 -> r1 -> r2 -> r0" in problems[0]


def test_a_chain_of_fallbacks_is_fine(accept, least):
    receivers = (
        "  - {name: a, kind: console, fallback: b}\n"
        "  - {name: b, kind: console, fallback: support}\n"
    )

    config = accept(least.replace("rules:", f"{receivers}rules:"))

    assert [r.fallback for r in config.receivers] == ["", "b", "support"]


def test_queries_are_checked_by_whoever_knows_the_language(write, least, environ):
    def check(query: str, _lists: object) -> str | None:
        return "a bracket is open" if query.count("(") != query.count(")") else None

    text = least.replace(
        "queries: [", "queries:\n      - '(fine)'\n      - '(open'\n      - ["
    )
    text = text.replace("      - ['", "      - '").replace(
        "corporation\"']", "corporation\"'"
    )
    text = text.replace("collectors:", "    exclude: ['open)']\ncollectors:")

    with pytest.raises(ConfigError) as caught:
        load(write(text), environ, check_query=check)

    assert [p.partition(":")[2] for p in caught.value.problems] == [
        "6: brands[0].queries[1]: bad query: a bracket is open",
        "8: brands[0].exclude[0]: bad query: a bracket is open",
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"# only a comment\n", "the file is empty"),
        (b"just words\n", "is not a group of"),
        (b"- a\n- b\n", "is not a group of"),
        (b"a: 1\nb: \xff\n", ":2: the file is not UTF-8"),
        ("brands: []".encode("utf-16"), "the file is not UTF-8"),
        (b"a: " + b"x" * 1024 * 1024, "larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_configuration_says_so(tmp_path, content, words):
    path = tmp_path / "overheard.yaml"
    path.write_bytes(content)

    with pytest.raises(ConfigError) as caught:
        load(path, {})

    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith(f"{path}:")
    assert words in caught.value.problems[0]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path, least, environ):
    path = tmp_path / "overheard.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + least.replace("\n", "\r\n").encode())

    config = load(path, environ)

    assert config.location("rules[0]") == f"{path}:10"


def test_very_many_problems_are_counted(refuse):
    problems = refuse("brands:\n" + "  - 7\n" * 250)

    assert len(problems) == 201
    assert problems[0].startswith("overheard.yaml:2: brands[0]: must be a group")
    assert problems[-1].endswith("and 50 problems more")


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    def problem(path: Path) -> str:
        with pytest.raises(ConfigError) as caught:
            load(path, {})
        return caught.value.problems[0]

    assert "does not exist; `overheard init` writes one" in problem(tmp_path / "none")
    assert "this is a directory" in problem(tmp_path)
    assert "not a regular file" in problem(tmp_path / "pipe")
    assert "cannot be read" in problem(tmp_path / ("x" * 300))


def test_a_file_that_is_being_written_is_refused(write, least, environ, monkeypatch):
    path = write(least)
    look = os.fstat

    def look_and_let_somebody_write(descriptor: int) -> os.stat_result:
        found = look(descriptor)
        with path.open("a") as stream:
            stream.write("# more\n")
        return found

    monkeypatch.setattr(os, "fstat", look_and_let_somebody_write)

    with pytest.raises(ConfigError, match="changed while it was read; save it"):
        load(path, environ)


def test_a_place_is_found_by_number_or_by_name(write, least, environ):
    path = write(least)

    config = load(path, environ)

    assert config.location("collectors[0].settings.base_url") == f"{path}:6"
    assert config.location("collectors.hn.settings.base_url") == f"{path}:6"
    assert config.location("receivers.support") == f"{path}:8"
    assert config.location("rules.0.when.label") == f"{path}:10"
    assert config.location("team.timezone") == f"{path}:1"


def test_the_same_words_make_equal_configurations_wherever_they_stand(accept, least):
    assert accept(least) == accept(f"# moved down\n\n{least}")
    assert accept(least) != accept(least.replace("2m", "3m"))


def test_what_is_surely_not_meant_is_a_warning(accept, least):
    text = least.replace("min_severity: low", "sources: [hackernws]")
    text = text.replace("name: support,", "name: support, enabled: false,")

    config = accept(text)

    assert [w.partition(": ")[2].split(";")[0] for w in config.warnings] == [
        "rules[0].when.sources[0]: no collector has the kind 'hackernws'",
        "rules[0].receivers[0]: receiver 'support' is not enabled",
    ]


def test_a_configuration_without_collectors_or_rules_is_allowed_and_warned_about(
    accept,
):
    config = accept("brands: [{name: Acme, queries: [acme]}]\n")

    assert len(config.warnings) == 2


def test_a_file_that_anybody_may_change_is_warned_about(write, least, environ):
    path = write(least)
    path.chmod(0o666)

    config = load(path, environ)

    assert "chmod 640" in config.warnings[0]


def test_another_database_can_be_put_in(accept, least):
    config = accept(least)

    other = config.with_store("postgresql://me@db/overheard")

    assert other.store.url == "postgresql://me@db/overheard"
    assert other.location("rules[0]") == config.location("rules[0]")
    assert config.store.url == "sqlite:///overheard.db"
    with pytest.raises(ConfigError, match="--db: is not a database URL"):
        config.with_store("mysql://db")


def test_an_error_has_no_cause_that_could_show_a_value(write, least, environ):
    text = least.replace(
        'base_url: "https://slack', 'nested: {x: 1}, base_url: "https://slack'
    )

    with pytest.raises(ConfigError) as caught:
        load(write(text.replace("2m", "2")), environ)

    shown = "".join(traceback.format_exception(caught.value))
    assert environ["SLACK_BOT_TOKEN"] not in shown
    assert "ValidationError" not in shown


def test_reading_commands_need_no_secrets(tmp_path):
    """An export must not fail for the Slack token it does not use."""
    file = tmp_path / "o.yaml"
    file.write_text(
        "store: {url: 'sqlite:///here.db'}\n"
        "brands: [{name: Acme, queries: [acme]}]\n"
        "receivers: [{name: s, kind: slack, settings: {token: '${NOT_SET}'}}]\n"
    )

    assert store_url(file, {}) == "sqlite:///here.db"


def test_a_wrong_store_is_explained_to_reading_commands_too(tmp_path):
    file = tmp_path / "o.yaml"
    file.write_text("store: {url: mysql}\nbrands: [{name: Acme, queries: [acme]}]\n")

    with pytest.raises(ConfigError, match=r"o\.yaml:1"):
        store_url(file, {})
