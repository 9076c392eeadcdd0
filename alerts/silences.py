"""Who asked not to hear, and until when: silences and quiet hours. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from alerts.facts import Finding, MentionFacts, QuietHoursFacts, SilenceFacts
from alerts.rules import is_named
from monitor.core.model import Severity

DAY = timedelta(days=1)
LONGEST_QUIET_DAYS = 7


def muted(
    facts: MentionFacts,
    findings: Iterable[Finding],
    silences: Sequence[SilenceFacts],
    now: datetime,
) -> SilenceFacts | None:
    """Return the silence that mutes a mention, or None if it is to be heard.

    It is muted if every one of its findings is. Where several silences do that,
    the one that ends first is returned: until then nothing is heard for certain.
    """
    found = [_covering(facts, finding, silences, now) for finding in findings]
    if not found or None in found:
        return None
    return min((silence for silence in found if silence), key=lambda each: each.until)


def heard(
    facts: MentionFacts,
    findings: Iterable[Finding],
    silences: Sequence[SilenceFacts],
    now: datetime,
) -> tuple[Finding, ...]:
    """Return the findings that nobody has silenced; only these have receivers."""
    return tuple(
        finding
        for finding in findings
        if _covering(facts, finding, silences, now) is None
    )


def quiet_until(
    now: datetime,
    quiet_hours: QuietHoursFacts | None,
    tz: tzinfo,
    severity: Severity,
) -> datetime | None:
    """Return when the quiet that holds now ends, or None if it is not quiet.

    Start and end are times on the wall in `tz`, whatever the clocks do between
    them. Periods that touch are one, for a week at most.
    """
    if quiet_hours is None or _passes(severity, quiet_hours):
        return None
    periods = _periods(now.astimezone(tz).date(), quiet_hours, tz)
    until = None
    for begin, end in periods:
        if begin <= (until or now) < end:
            until = end
    return until


def deliver_at(
    findings: Sequence[Finding],
    *,
    now: datetime,
    quiet_hours: QuietHoursFacts | None,
    tz: tzinfo,
) -> datetime:
    """Return when to tell people: now, or when quiet hours end.

    One finding that does not keep to quiet hours, or is severe enough to break
    them, is enough to tell them now.
    """
    ends = [
        quiet_until(now, quiet_hours, tz, finding.severity) if finding.quiet else None
        for finding in findings
    ]
    return min((end or now for end in ends), default=now)


def _covering(
    facts: MentionFacts,
    finding: Finding,
    silences: Sequence[SilenceFacts],
    now: datetime,
) -> SilenceFacts | None:
    """Return the silence that covers a finding for the longest time."""
    return max(
        (each for each in silences if _covers(each, facts, finding, now)),
        key=lambda silence: silence.until,
        default=None,
    )


def _covers(
    silence: SilenceFacts, facts: MentionFacts, finding: Finding, now: datetime
) -> bool:
    return (
        now < silence.until
        and silence.brand.casefold() in ("", facts.brand.casefold())
        and silence.rule in ("", finding.rule)
        and (not silence.author or is_named(facts, frozenset({silence.author})))
    )


def _passes(severity: Severity, hours: QuietHoursFacts) -> bool:
    return hours.except_severity is not None and severity >= hours.except_severity


def _periods(
    today: date, hours: QuietHoursFacts, tz: tzinfo
) -> list[tuple[datetime, datetime]]:
    """Return begin and end, in UTC, of the periods from yesterday on, in order."""
    spans_midnight = hours.end <= hours.start
    found = []
    for number in range(-1, LONGEST_QUIET_DAYS):
        day = today + number * DAY
        if hours.days and day.weekday() not in hours.days:
            continue
        last_day = day + DAY if spans_midnight else day
        begin = datetime.combine(day, hours.start, tz).astimezone(UTC)
        end = datetime.combine(last_day, hours.end, tz).astimezone(UTC)
        found.append((begin, end))
    return found
