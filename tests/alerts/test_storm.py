"""Too many alerts at once: few messages, and still every mention in an alert."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.facts import StormSettings, StormState, StormVerdict
from alerts.grouping import place
from alerts.storm import bypasses, judge, may_reply, top, update_at, worst_first
from monitor.core.model import Reason, Severity
from tests.alerts.making import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    entry,
    finding,
    mention,
    open_alert,
)

SECOND = timedelta(seconds=1)
USUAL = StormSettings()
CALM = StormState()


def judged(count, *, state=CALM, baseline=0.0, now=NOW, every=SECOND):
    """Judge `count` pieces of news, the last of them now."""
    return judge(
        [now - number * every for number in range(count)],
        now=now,
        settings=USUAL,
        baseline_per_window=baseline,
        state=state,
    )


def storm(ago, *, active=False):
    return StormState(active=active, last_at=NOW - ago)


def test_the_first_alerts_are_sent_alone_and_one_more_makes_a_storm():
    assert judged(USUAL.count) is StormVerdict.CALM
    assert judged(USUAL.count + 1) is StormVerdict.START


def test_only_what_is_recent_counts():
    """Six in 75 seconds are not six in 60; one that is exactly as old is too old."""
    assert judged(6, every=15 * SECOND) is StormVerdict.CALM
    assert judged(6, every=12 * SECOND) is StormVerdict.CALM
    assert judged(6, every=11.9 * SECOND) is StormVerdict.START


def test_what_lies_in_the_future_does_not_count():
    """F30: a clock that was set back."""
    assert judged(6, every=-SECOND) is StormVerdict.CALM


def test_a_brand_that_always_has_many_needs_many_more():
    assert judged(20, baseline=5) is StormVerdict.CALM
    assert judged(21, baseline=5) is StormVerdict.START


def test_a_storm_goes_on_until_nothing_came_for_long_enough():
    assert judged(0, state=storm(MINUTE, active=True)) is StormVerdict.CONTINUE
    almost = storm(USUAL.quiet_for - SECOND, active=True)
    assert judged(1, state=almost) is StormVerdict.CONTINUE
    assert judged(0, state=storm(USUAL.quiet_for, active=True)) is StormVerdict.END


def test_a_storm_that_never_had_anything_ends():
    assert judged(0, state=StormState(active=True)) is StormVerdict.END


def test_a_burst_soon_after_the_end_opens_the_same_storm_again():
    """Hysteresis: flapping makes one incident, not many."""
    soon = storm(2 * USUAL.quiet_for - SECOND)

    assert judged(6, state=soon) is StormVerdict.REOPEN
    assert judged(5, state=soon) is StormVerdict.CALM
    assert judged(6, state=storm(2 * USUAL.quiet_for)) is StormVerdict.START


@pytest.mark.parametrize("verdict", list(StormVerdict))
def test_news_is_counted_while_there_is_a_storm(verdict):
    expected = verdict in (
        StormVerdict.START,
        StormVerdict.REOPEN,
        StormVerdict.CONTINUE,
    )

    assert verdict.counts is expected


def test_the_critical_and_vips_are_sent_alone_within_their_own_budget():
    critical = (finding(severity=Severity.CRITICAL),)
    vip = (finding(), finding(rule="vip", vip=True))

    for findings in (critical, vip):
        assert bypasses(findings, used=9, settings=USUAL)
        assert not bypasses(findings, used=10, settings=USUAL)
    at_risk = (finding(), finding(severity=Severity.NONE, needs_person=True))
    assert bypasses(at_risk, used=9, settings=USUAL)
    assert not bypasses((finding(),), used=0, settings=USUAL)


def test_threads_get_no_replies_in_a_storm_and_few_from_one_who_never_stops():
    recent = [NOW - number * MINUTE for number in range(4)]

    def may(times, *, storming=False):
        return may_reply(times, now=NOW, settings=USUAL, storming=storming)

    assert may(recent)
    assert not may([*recent, NOW])
    assert may([*recent, NOW - USUAL.quiet_for])
    assert not may([], storming=True)


def test_counters_are_updated_at_once_and_then_now_and_then():
    assert update_at(None, now=NOW, settings=USUAL) == NOW
    assert update_at(NOW, now=NOW + SECOND, settings=USUAL) == NOW + 30 * SECOND
    assert update_at(NOW - HOUR, now=NOW, settings=USUAL) == NOW


def test_a_storm_shows_the_worst_that_still_stand():
    entries = [
        entry(mention_id=1, severity=Severity.CRITICAL, deleted=True),
        entry(mention_id=2, severity=Severity.CRITICAL, resolved=True),
        entry(mention_id=3, severity=Severity.LOW, vip=True),
        entry(mention_id=4, severity=Severity.HIGH, p_negative=None),
        entry(mention_id=5, severity=Severity.HIGH, p_negative=0.9),
        entry(mention_id=6, severity=Severity.HIGH, p_negative=0.1, vip=True),
        entry(mention_id=7, severity=Severity.HIGH, author_followers=None),
        entry(mention_id=8, severity=Severity.CRITICAL, removed=True),
        entry(mention_id=9, severity=Severity.HIGH, p_negative=0.9, published_at=NOW),
    ]

    shown = [each.mention.mention_id for each in worst_first(entries)]

    assert shown[:6] == [6, 7, 9, 5, 4, 3]
    assert set(shown[6:]) == {1, 2, 8}
    assert len(top(entries, settings=USUAL)) == USUAL.top


# The whole: rows in memory, decided one after the other like the daemon does.


@dataclass
class Row:
    key: str
    group: str
    opened_at: datetime
    last_at: datetime
    mentions: list[int]
    storm: Storm | None = None
    replies: list[datetime] = field(default_factory=list)
    update_due: datetime | None = None


@dataclass
class Storm:
    state: StormState
    mentions: set[int] = field(default_factory=set)
    update_due: datetime | None = None


@dataclass
class Team:
    """Decides with the functions under test; notes when something is sent."""

    settings: StormSettings = USUAL
    rows: dict[str, Row] = field(default_factory=dict)
    latest: dict[str, Row] = field(default_factory=dict)
    storms: list[Storm] = field(default_factory=list)
    calls: list[tuple[datetime, str]] = field(default_factory=list)
    alone: list[datetime] = field(default_factory=list)
    news: list[datetime] = field(default_factory=list)

    def hear(self, facts, findings, now):
        self.tick(now)
        self.news.append(now)
        group = f"author:x:{facts.author_external_id}"
        row = self.latest.get(group)
        placement = place(
            facts, findings, known=None, open_by_author=_opened(row), now=now
        )
        counted = self._judge(findings, now)
        if placement.reason is Reason.MORE:
            row.mentions.append(facts.mention_id)
            row.last_at = now
            self._more(row, facts, counted, now)
            return
        assert placement.reason is Reason.FIRST
        row = Row(placement.key, group, now, now, [facts.mention_id])
        self.rows[placement.key] = self.latest[group] = row
        if counted:
            row.storm = self._count(facts, now)
        else:
            self.calls.append((now, "root"))

    def tick(self, now):
        storm = self.storms[-1] if self.storms else None
        if (
            storm
            and storm.state.active
            and self._verdict(storm, now) is StormVerdict.END
        ):
            storm.state = replace(storm.state, active=False)
            self.calls.append((now, "storm end"))

    def _judge(self, findings, now):
        storm = self.storms[-1] if self.storms else None
        verdict = self._verdict(storm, now)
        if not verdict.counts:
            return False
        used = sum(now - HOUR < at for at in self.alone)
        if bypasses(findings, used=used, settings=self.settings):
            self.alone.append(now)
            return False
        if verdict is StormVerdict.START:
            self.storms.append(Storm(StormState(active=True, last_at=now)))
            self.calls.append((now, "storm root"))
        return True

    def _verdict(self, storm, now):
        return judge(
            self.news[-50:],
            now=now,
            settings=self.settings,
            baseline_per_window=0,
            state=storm.state if storm else StormState(),
        )

    def _count(self, facts, now):
        storm = self.storms[-1]
        storm.mentions.add(facts.mention_id)
        storm.state = StormState(active=True, last_at=now)
        storm.update_due = self._update(storm.update_due, "storm update", now)
        return storm

    def _more(self, row, facts, counted, now):
        if row.storm or counted:
            self._count(facts, now)
            return
        if may_reply(row.replies, now=now, settings=self.settings, storming=False):
            row.replies.append(now)
            self.calls.append((now, "reply"))
        row.update_due = self._update(row.update_due, "update", now)

    def _update(self, last, what, now):
        """Note an update unless one is waiting; it says what is true by then."""
        if last is not None and last > now:
            return last
        due = update_at(last, now=now, settings=self.settings)
        self.calls.append((due, what))
        return due


def _opened(row):
    if row is None:
        return None
    return open_alert(
        key=row.key, group_key=row.group, last_at=row.last_at, opened_at=row.opened_at
    )


def post(number, author, *, severity=Severity.HIGH, vip=False):
    facts = mention(
        mention_id=number, external_id=str(number), author_external_id=author
    )
    return facts, (finding(severity=severity, vip=vip),)


@pytest.mark.parametrize("authors", [10_000, 300, 6, 1])
def test_ten_thousand_angry_posts_in_a_minute_are_few_messages(authors):
    """However many write them: at most 20 calls in the first minute, 40 in all."""
    rng = random.Random(2)
    times = sorted(NOW + rng.random() * MINUTE for _ in range(10_000))
    team = Team()

    for number, at in enumerate(times):
        team.hear(*post(number, str(rng.randrange(authors))), at)
    for second in range(0, 3600, 5):
        team.tick(times[-1] + second * SECOND)

    assert team.calls[0] == (times[0], "root")
    assert sum(at <= times[0] + MINUTE for at, _ in team.calls) <= 20
    assert len(team.calls) <= 40
    assert [what for _, what in team.calls].count("storm end") == 1
    assert sum(len(row.mentions) for row in team.rows.values()) == 10_000


def test_a_storm_hides_neither_the_critical_nor_vips():
    team = Team()
    for number in range(500):
        is_vip = number in (100, 200)
        team.hear(*post(number, str(number), vip=is_vip), NOW + number * SECOND / 10)

    alone = [row for row in team.rows.values() if row.storm is None]
    assert {100, 200} <= {row.mentions[0] for row in alone}


def test_the_budget_of_the_critical_holds_even_if_everything_is_critical():
    team = Team()
    for number in range(500):
        critical = post(number, str(number), severity=Severity.CRITICAL)
        team.hear(*critical, NOW + number * SECOND / 10)

    alone = [row for row in team.rows.values() if row.storm is None]
    assert len(alone) == USUAL.count + USUAL.vip_per_hour


def test_gusts_with_breaks_are_one_storm():
    team = Team()
    number = 0
    for gust in range(5):
        for _ in range(20):
            number += 1
            at = NOW + gust * 15 * MINUTE + number * SECOND / 100
            team.hear(*post(number, str(number)), at)
    team.tick(NOW + DAY)

    assert len(team.storms) == 1
    assert not team.storms[0].state.active


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 900),  # seconds since the one before
            st.integers(0, 6),  # author
            st.sampled_from([Severity.LOW, Severity.HIGH, Severity.CRITICAL]),
            st.booleans(),  # close to the one before
        ),
        max_size=60,
    ),
    st.builds(
        StormSettings,
        count=st.integers(1, 4),
        vip_per_hour=st.integers(0, 3),
        quiet_for=st.integers(30, 600).map(lambda seconds: seconds * SECOND),
    ),
)
def test_every_finding_is_in_exactly_one_alert_that_people_can_reach(events, chosen):
    """Counted or sent: the alert of each mention has a message, or its storm has."""
    team = Team(chosen)
    now = NOW
    for number, (gap, author, severity, near) in enumerate(events):
        now += (gap / 900 if near else gap) * SECOND
        team.hear(*post(number, str(author), severity=severity), now)

    held = [number for row in team.rows.values() for number in row.mentions]
    assert sorted(held) == list(range(len(events)))
    roots = sum(what == "root" for _, what in team.calls)
    assert roots == sum(row.storm is None for row in team.rows.values())
    storm_roots = sum(what == "storm root" for _, what in team.calls)
    assert storm_roots == len(team.storms)
    for row in team.rows.values():
        assert row.storm is None or row.storm in team.storms
        assert row.storm is None or row.mentions[0] in row.storm.mentions


@given(st.lists(st.integers(-200, 200)), st.integers(1, 10), st.floats(0, 20))
def test_a_storm_never_begins_below_its_thresholds(offsets, count, baseline):
    recent = [NOW + offset * SECOND for offset in offsets]

    verdict = judge(
        recent,
        now=NOW,
        settings=StormSettings(count=count),
        baseline_per_window=baseline,
        state=CALM,
    )

    near = sum(-60 < offset <= 0 for offset in offsets)
    assert (verdict is StormVerdict.START) is (near > count and near > 4 * baseline)
    assert verdict in (StormVerdict.START, StormVerdict.CALM)
