"""When alerts are too many to be sent one by one. Pure.

The first ones are sent at once and alone. Once a brand has more news than
`count` within `within`, and more than `baseline_factor` times what is usual, a
storm begins: one message, whose counters are updated, and one word at the end.
News that is counted still gets its alert; the alert only points to the storm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from alerts.facts import AlertEntry, Finding, StormSettings, StormState, StormVerdict
from alerts.reasons import needs_person
from monitor.core.model import Severity


def judge(
    recent: Sequence[datetime],
    *,
    now: datetime,
    settings: StormSettings,
    baseline_per_window: float,
    state: StormState,
) -> StormVerdict:
    """Say what to do about the storm of one brand and set of receivers.

    `recent` are the instants at which there was news for them (alerts opened,
    replies due), in any order, the news at hand included: its instant is `now`.
    Ask without news too, now and then, to learn that a storm has ended.

    CALM: send alone. START: open a storm; the news at hand is its first.
    REOPEN: the same, but the latest storm is not over long enough to open another;
    go on with that one. CONTINUE: count. END: nothing came for `quiet_for`; close
    it, and if there is news at hand, ask again with `active=False`.
    """
    if state.active:
        is_over = _is_older(state.last_at, settings.quiet_for, now=now)
        return StormVerdict.END if is_over else StormVerdict.CONTINUE
    near = sum(now - settings.within < at <= now for at in recent)
    if near <= settings.count or near <= settings.baseline_factor * baseline_per_window:
        return StormVerdict.CALM
    # A storm closes `quiet_for` after its last news, and may come back as long again.
    is_another = _is_older(state.last_at, 2 * settings.quiet_for, now=now)
    return StormVerdict.START if is_another else StormVerdict.REOPEN


def bypasses(
    findings: Iterable[Finding], *, used: int, settings: StormSettings
) -> bool:
    """Tell whether a mention is sent alone even in a storm.

    That is: critical, by a VIP, or one that a person has to look at.

    `used` counts what was let through in the past hour. The budget of
    `vip_per_hour` is apart from everything else, so a storm cannot use it up; what
    is beyond it is counted like the rest.
    """
    if used >= settings.vip_per_hour:
        return False
    return any(
        f.vip or f.needs_person or f.severity >= Severity.CRITICAL for f in findings
    )


def may_reply(
    recent: Sequence[datetime],
    *,
    now: datetime,
    settings: StormSettings,
    storming: bool,
) -> bool:
    """Tell whether an alert's thread may get another reply now.

    `recent` are the instants of its earlier replies. None are sent while the brand
    has a storm, and no more than `count` within `quiet_for` of each other: one
    author who writes a thousand times is a number in the root message.
    """
    if storming:
        return False
    near = sum(now - settings.quiet_for < at <= now for at in recent)
    return near < settings.count


def update_at(
    last: datetime | None, *, now: datetime, settings: StormSettings
) -> datetime:
    """Return when counters may be sent next: at once, or `update_every` after `last`.

    `last` is the due time of the latest update, sent or still waiting. A waiting
    one will say what is true when it goes, so there is never need for a second.
    """
    if last is None:
        return now
    return max(now, last + settings.update_every)


def worst_first(entries: Iterable[AlertEntry]) -> tuple[AlertEntry, ...]:
    """Return mentions in the order in which people should look at them.

    What still stands comes before what is resolved or gone; then what a person has to
    look at, the more severe, the VIP, the more upset, the more certain, the louder
    author, the newer.
    """
    return tuple(sorted(entries, key=_urgency, reverse=True))


def top(
    entries: Iterable[AlertEntry], *, settings: StormSettings
) -> tuple[AlertEntry, ...]:
    """Return the mentions that a storm's message shows."""
    return worst_first(entries)[: settings.top]


def _urgency(
    entry: AlertEntry,
) -> tuple[bool, bool, int, bool, float, float, int, datetime, int]:
    mention = entry.mention
    is_standing = not (entry.resolved or mention.deleted or mention.removed)
    return (
        is_standing,
        needs_person(mention),
        mention.severity,
        entry.vip,
        mention.intensity,
        mention.p_negative or 0.0,
        mention.author_followers or 0,
        mention.published_at,
        mention.mention_id,
    )


def _is_older(at: datetime | None, age: timedelta, *, now: datetime) -> bool:
    return at is None or now - at >= age
