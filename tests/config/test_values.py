"""Durations, times, dates and words."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config import Config, QuietHours, Rule, Storm
from config.values import (
    LONGEST,
    parse_duration,
    parse_listen,
    spell_duration,
    suggest,
    zone,
)
from monitor.core.model import Label, Severity


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("30s", 30),
        ("2m", 120),
        ("1h", 3600),
        ("3d", 259_200),
        ("1w", 604_800),
        ("1h30m", 5400),
        (" 1h 30m ", 5400),
        ("2M", 120),
        ("3650d", 315_360_000),
    ],
)
def test_a_duration_is_a_number_and_a_unit(written: str, seconds: int):
    assert parse_duration(written) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (120, "120 has no unit; write 120s, 120m or 120h"),
        (1.5, "1.5 has no unit"),
        ("120", "'120' is not a duration"),
        ("2 minutes", "'2 minutes' is not a duration"),
        ("30m1h", "is not a duration"),
        ("1.5h", "is not a duration"),
        ("-5m", "is not a duration"),
        ("", "is not a duration"),
        ("m", "is not a duration"),
        ("٣m", "is not a duration"),
        ("0s", "is too short; write at least 1s"),
        ("3651d", "is too long; write at most 3650d"),
        ("999999999w", "is too long"),
        (True, "must be a duration"),
        (-3, "must be a duration"),
        ([1], "must be a duration"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(written: object, words: str):
    with pytest.raises(ValueError, match=r"duration|unit|short|long") as caught:
        parse_duration(written)

    assert words in str(caught.value)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.timedeltas(timedelta(seconds=1), LONGEST))
def test_a_duration_is_read_as_it_is_spelled(value: timedelta):
    whole = timedelta(seconds=round(value.total_seconds()))

    assert parse_duration(spell_duration(whole)) == whole


def test_a_near_miss_gets_a_suggestion():
    assert suggest("hihg", ["low", "high"]) == "; did you mean 'high'? known: low, high"
    assert suggest("zzz", {"b", "a"}) == "; known: a, b"
    assert suggest("x", []) == "; known: none"


@pytest.mark.parametrize(
    "name", ["Asia/Soul", "../../etc/passwd", "/etc", "Asia", "", "x\0"]
)
def test_an_unknown_time_zone_is_refused(name: str):
    with pytest.raises(ValueError, match="unknown time zone"):
        zone(name)


def test_utc_needs_no_time_zone_database():
    assert zone("UTC") is UTC
    assert zone("Asia/Seoul") == ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize("text", ["", "127.0.0.1:8766", "[::1]:0", "localhost:65535"])
def test_an_address_has_a_host_and_a_port(text: str):
    assert parse_listen(text) == text


@pytest.mark.parametrize(
    "value", ["127.0.0.1", ":8766", "h:65536", "h:x", 8766, "h:" + "9" * 99]
)
def test_other_addresses_are_refused(value: object):
    with pytest.raises(ValueError, match=r"write 127\.0\.0\.1:8766|such as 127"):
        parse_listen(value)


def test_words_become_what_they_mean(accept, least):
    config = accept(
        least.replace("label: negative", "label: Negative")
        + "team:\n  timezone: Asia/Seoul\n"
        "  quiet_hours:\n"
        "    {start: 22:00, end: 7:30, days: [Mon, sunday], except_severity: high}\n"
    )

    assert config.rules[0].when.label is Label.NEGATIVE
    assert config.rules[0].when.min_severity is Severity.LOW
    hours = config.team.quiet_hours
    assert hours is not None
    assert (hours.start, hours.end) == (time(22), time(7, 30))
    assert hours.days == ("mon", "sun")
    assert hours.except_severity is Severity.HIGH
    assert config.team.zone == ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("until", "instant"),
    [
        ("2027-01-31", datetime(2027, 1, 30, 15, tzinfo=UTC)),
        ("2027-01-31T18:00", datetime(2027, 1, 31, 9, tzinfo=UTC)),
        ("2027-01-31 18:00", datetime(2027, 1, 31, 9, tzinfo=UTC)),
        ("2027-01-31T18:00:00Z", datetime(2027, 1, 31, 18, tzinfo=UTC)),
        ("2027-01-31T18:00+01:00", datetime(2027, 1, 31, 17, tzinfo=UTC)),
    ],
)
def test_a_date_without_a_zone_is_in_the_teams(accept, least, until, instant):
    config = accept(
        f"{least}team: {{timezone: Asia/Seoul}}\n"
        f"silences: [{{brand: Acme, until: {until}, reason: launch}}]\n"
    )

    assert config.silences[0].until == instant
    assert config.silences[0].until.tzinfo is not None


def test_parts_are_made_in_python_too():
    """Commands that need no file (`watch`) build their configuration."""
    config = Config.model_validate(
        {
            "brands": [{"name": "Acme", "queries": ["acme"]}],
            "receivers": [{"name": "here", "kind": "console"}],
            "rules": [{"name": "all", "when": {"any": True}, "receivers": ["here"]}],
        }
    )
    storm = Storm(within=timedelta(seconds=5))
    rule = Rule(
        name="r",
        when={"min_severity": Severity.HIGH},
        receivers=("here",),
        group_within=timedelta(hours=1),
    )

    assert config.location("rules[0]") == "configuration"
    assert config.team.zone is UTC
    assert storm.within == timedelta(seconds=5)
    assert rule.when.min_severity is Severity.HIGH


def test_parts_made_in_python_must_fit_together_as_well():
    parts = {
        "brands": [{"name": "Acme", "queries": ["acme"]}],
        "rules": [{"name": "all", "when": {"any": True}, "receivers": ["there"]}],
    }

    with pytest.raises(ValueError, match="unknown receiver 'there'"):
        Config.model_validate(parts)


def test_quiet_hours_without_length_are_refused():
    with pytest.raises(ValueError, match="two different times"):
        QuietHours(start="22:00", end="22:00")
