"""Silences and quiet hours."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.facts import QuietHoursFacts, SilenceFacts
from alerts.silences import deliver_at, heard, muted, quiet_until
from monitor.core.model import Severity
from tests.alerts.making import HOUR, MINUTE, NOW, finding, mention

LATER = NOW + HOUR
FOUND = (finding(),)
BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHoursFacts(start=time(22), end=time(7))


def silence(**changes):
    return SilenceFacts(**{"id": 1, "until": LATER, "by": "kim", **changes})


# Silences


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"brand": "ACME"},
        {"rule": "unhappy"},
        {"author": "@Jane"},
        {"author": "x:jane"},
        {"author": "77"},
        {"brand": "acme", "rule": "unhappy", "author": "jane"},
    ],
)
def test_a_silence_mutes_what_all_its_filters_name(filters):
    asked = silence(**filters)

    assert muted(mention(), FOUND, [asked], NOW) == asked
    assert heard(mention(), FOUND, [asked], NOW) == ()


@pytest.mark.parametrize(
    "filters",
    [
        {"brand": "Rival"},
        {"rule": "vip"},
        {"author": "john"},
        {"author": "reddit:jane"},
        {"brand": "acme", "rule": "vip"},
        {"until": NOW},
        {"until": NOW - MINUTE},
    ],
)
def test_a_silence_that_is_over_or_about_something_else_mutes_nothing(filters):
    assert muted(mention(), FOUND, [silence(**filters)], NOW) is None
    assert heard(mention(), FOUND, [silence(**filters)], NOW) == FOUND


def test_a_mention_is_heard_if_one_of_its_rules_is_not_silenced():
    findings = (finding(), finding(rule="vip", receivers=("boss",)))
    asked = [silence(rule="unhappy")]

    assert muted(mention(), findings, asked, NOW) is None
    assert heard(mention(), findings, asked, NOW) == findings[1:]


def test_who_muted_until_when_is_the_silence_that_ends_first_of_those_needed():
    findings = (finding(), finding(rule="vip"))
    long = silence(id=1, rule="unhappy", until=LATER + HOUR)
    short = silence(id=2, rule="vip")

    assert muted(mention(), findings, [long, short], NOW) == short


def test_of_two_silences_for_the_same_the_longer_one_counts():
    asked = [silence(id=1), silence(id=2, until=LATER + HOUR), silence(id=3)]

    assert muted(mention(), FOUND, asked, NOW).id == 2


def test_without_findings_nothing_is_muted():
    assert muted(mention(), (), [silence()], NOW) is None


def test_an_author_without_a_name_is_not_muted_by_name():
    facts = mention(author_handle="", author_external_id="")

    assert muted(facts, FOUND, [silence(author="jane")], NOW) is None


# Quiet hours


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


def quiet(now, hours=NIGHT, tz=BERLIN, severity=Severity.HIGH):
    return quiet_until(now, hours, tz, severity)


def test_without_quiet_hours_it_is_never_quiet():
    assert quiet(NOW, hours=None) is None


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (utc(2026, 11, 22, 20, 59), None),
        (utc(2026, 11, 22, 21, 0), utc(2026, 11, 23, 6)),
        (utc(2026, 11, 23, 2, 0), utc(2026, 11, 23, 6)),
        (utc(2026, 11, 23, 5, 59), utc(2026, 11, 23, 6)),
        (utc(2026, 11, 23, 6, 0), None),
    ],
)
def test_a_night_spans_midnight_in_the_time_zone_of_the_team(now, until):
    assert quiet(now) == until


def test_the_same_instant_is_quiet_in_one_zone_and_not_in_another():
    instant = utc(2026, 11, 22, 14, 4)

    assert quiet(instant, tz=ZoneInfo("Asia/Seoul")) == utc(2026, 11, 22, 22)
    assert quiet(instant, tz=BERLIN) is None


def test_quiet_hours_may_lie_within_one_day():
    lunch = QuietHoursFacts(start=time(12), end=time(13))

    assert quiet(utc(2026, 11, 22, 12, 30), lunch, UTC) == utc(2026, 11, 22, 13)
    assert quiet(utc(2026, 11, 22, 13, 30), lunch, UTC) is None


def test_days_name_the_day_on_which_quiet_begins():
    friday_night = QuietHoursFacts(start=time(22), end=time(7), days=frozenset({4}))

    assert quiet(utc(2026, 11, 20, 23), friday_night, UTC) == utc(2026, 11, 21, 7)
    assert quiet(utc(2026, 11, 21, 3), friday_night, UTC) == utc(2026, 11, 21, 7)
    assert quiet(utc(2026, 11, 21, 23), friday_night, UTC) is None
    assert quiet(utc(2026, 11, 20, 3), friday_night, UTC) is None


def test_periods_that_touch_are_one():
    weekend = QuietHoursFacts(start=time(0), end=time(0), days=frozenset({5, 6}))

    assert quiet(utc(2026, 11, 21, 12), weekend, UTC) == utc(2026, 11, 23)


def test_quiet_around_the_clock_holds_a_message_for_a_week_at_most():
    always = QuietHoursFacts(start=time(8), end=time(8))

    assert quiet(NOW, always, UTC) == utc(2026, 11, 29, 8)


@pytest.mark.parametrize(
    ("severity", "is_quiet"),
    [(Severity.MEDIUM, True), (Severity.HIGH, False), (Severity.CRITICAL, False)],
)
def test_what_is_bad_enough_passes(severity, is_quiet):
    hours = QuietHoursFacts(
        start=time(0), end=time(23, 59), except_severity=Severity.HIGH
    )

    assert (quiet(NOW, hours, UTC, severity) is not None) is is_quiet


def test_nothing_passes_if_nothing_is_excepted():
    hours = QuietHoursFacts(start=time(0), end=time(23, 59), except_severity=None)

    assert quiet(NOW, hours, UTC, Severity.CRITICAL) is not None


@pytest.mark.parametrize(
    ("zone", "now", "until"),
    [
        # Spring: the night is an hour short, and ends at 07:00 on the wall.
        ("Europe/Berlin", utc(2026, 3, 28, 22), utc(2026, 3, 29, 5)),
        ("America/New_York", utc(2026, 3, 8, 5), utc(2026, 3, 8, 11)),
        # Autumn: an hour long.
        ("Europe/Berlin", utc(2026, 10, 24, 22), utc(2026, 10, 25, 6)),
        ("America/New_York", utc(2026, 11, 1, 5), utc(2026, 11, 1, 12)),
        # Half an hour, and no change at all.
        ("Australia/Lord_Howe", utc(2026, 10, 3, 13), utc(2026, 10, 3, 20)),
        ("Asia/Seoul", utc(2026, 3, 28, 14), utc(2026, 3, 28, 22)),
    ],
)
def test_quiet_ends_by_the_clock_on_the_wall_when_clocks_change(zone, now, until):
    assert quiet(now, tz=ZoneInfo(zone)) == until


def test_an_end_that_the_clocks_skip_is_reached_all_the_same():
    """02:30 does not exist in Berlin on this day."""
    hours = QuietHoursFacts(start=time(22), end=time(2, 30))

    assert quiet(utc(2026, 3, 29, 0), hours) == utc(2026, 3, 29, 1, 30)


@given(
    st.integers(0, 365 * 24 * 60).map(lambda minutes: NOW + minutes * MINUTE),
    st.times(),
    st.times(),
    st.frozensets(st.integers(0, 6), max_size=6),
    st.sampled_from(
        ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
    ),
)
def test_when_quiet_ends_it_has_ended(now, start, end, days, zone):
    """A delivery that waited until then is not put off again (unless always quiet)."""
    hours = QuietHoursFacts(start=start, end=end, days=days)
    tz = ZoneInfo(zone)

    until = quiet_until(now, hours, tz, Severity.LOW)

    assert until is None or now < until <= now + timedelta(days=9)
    if until is not None and start != end:
        assert quiet_until(until, hours, tz, Severity.LOW) is None


def deliver(*findings, now):
    return deliver_at(findings, now=now, quiet_hours=NIGHT, tz=BERLIN)


def test_at_night_an_alert_waits_for_the_morning():
    night = utc(2026, 11, 22, 23)

    assert deliver(finding(), now=night) == utc(2026, 11, 23, 6)
    assert deliver(finding(), now=NOW) == NOW


@pytest.mark.parametrize("loud", [{"quiet": False}, {"severity": Severity.CRITICAL}])
def test_one_finding_that_does_not_wait_is_enough_not_to_wait(loud):
    night = utc(2026, 11, 22, 23)

    assert deliver(finding(), finding(**loud), now=night) == night


def test_without_findings_there_is_nothing_to_wait_for():
    night = utc(2026, 11, 22, 23)

    assert deliver(now=night) == night
