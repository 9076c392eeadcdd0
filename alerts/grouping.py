"""What belongs in one alert, and what is news in it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from alerts.facts import Finding, MentionFacts, OpenAlert, Placement
from monitor.core.ids import stable_id
from monitor.core.model import AlertState, Reason, Severity

NOBODY = frozenset({"", "[deleted]", "[removed]", "anonymous", "unknown"})
"""Ids under which networks file posts of people they do not name."""


def place(  # noqa: PLR0913 - what is known of a mention
    facts: MentionFacts,
    findings: Sequence[Finding],
    *,
    known: OpenAlert | None,
    open_by_author: OpenAlert | None,
    open_by_copy: OpenAlert | None = None,
    now: datetime,
) -> Placement:
    """Say which alert a mention belongs to, and what is news about it.

    `known` is the alert that holds this very mention already, open or not: then
    the post was edited, removed or scored again, and it stays there for good.
    Otherwise the mention joins `open_by_copy`, the latest alert about the same brand
    with a post that this one is a copy of, or `open_by_author`, the latest about the
    same brand by the same author, if that one is open and had something within the
    shortest `group_within` of the findings; else it opens an alert of its own. An
    alert that is muted takes nothing in, so what comes after a silence is heard.

    The same values give the same placement, and a post the same key: deciding
    again after a crash changes nothing.
    """
    if known is not None:
        return _again(facts, findings, known)
    group = group_key(facts)
    key = alert_key(facts)
    severity = _worst(findings)
    if not findings:
        return Placement(
            reason=Reason.NOTHING_NEW, alert_id=None, group_key=group, key=key
        )
    if open_by_copy is not None and _takes_in(open_by_copy, findings, now=now):
        is_louder = severity > open_by_copy.severity or any(f.vip for f in findings)
        return Placement(
            reason=Reason.MORE,
            alert_id=open_by_copy.id,
            group_key=open_by_copy.group_key,
            key=open_by_copy.key,
            severity=max(severity, open_by_copy.severity),
            is_copy=not is_louder,
        )
    if (
        open_by_author is not None
        and open_by_author.group_key == group
        and _takes_in(open_by_author, findings, now=now)
    ):
        return Placement(
            reason=Reason.MORE,
            alert_id=open_by_author.id,
            group_key=group,
            key=open_by_author.key,
            severity=max(severity, open_by_author.severity),
        )
    return Placement(
        reason=Reason.FIRST, alert_id=None, group_key=group, key=key, severity=severity
    )


def group_key(facts: MentionFacts) -> str:
    """Return what mentions of one alert have in common: the author, if known."""
    if facts.author_external_id.strip().casefold() in NOBODY:
        return f"post:{facts.source}:{facts.external_id}"
    return f"author:{facts.source}:{facts.author_external_id}"


def alert_key(facts: MentionFacts) -> str:
    """Return the key of an alert that begins with this mention."""
    return stable_id("alert", facts.brand, facts.source, facts.external_id)


def is_step(count: int) -> bool:
    """Tell whether so many copies are worth a word: 5, 10, 25, 50, 100, 250 …"""
    while count >= 100 and count % 10 == 0:
        count //= 10
    return count in (5, 10, 25, 50)


def _takes_in(alert: OpenAlert, findings: Sequence[Finding], *, now: datetime) -> bool:
    within = min(finding.group_within for finding in findings)
    return alert.state is AlertState.OPEN and now - alert.last_at < within


def _again(
    facts: MentionFacts, findings: Sequence[Finding], known: OpenAlert
) -> Placement:
    """Place a mention that its alert has seen before."""
    reason = _news(facts, findings, known)
    standing = known.mention_count - (0 if known.resolved else 1)
    return Placement(
        reason=reason,
        alert_id=known.id,
        group_key=known.group_key,
        key=known.key,
        severity=max(_worst(findings), known.severity),
        reopens=reason in (Reason.WORSE, Reason.CHANGED)
        and known.state is AlertState.CLOSED,
        closes=reason is Reason.RESOLVED and standing <= 0,
    )


def _news(facts: MentionFacts, findings: Sequence[Finding], known: OpenAlert) -> Reason:
    is_changed = known.seen_rev is None or facts.rev > known.seen_rev
    if not findings:
        # Gone after it was resolved is news: its text has to leave the message.
        is_over = known.resolved and not (facts.deleted and is_changed)
        return Reason.NOTHING_NEW if is_over else Reason.RESOLVED
    if _worst(findings) > known.severity:
        return Reason.WORSE
    if is_changed or known.resolved:
        return Reason.CHANGED
    return Reason.NOTHING_NEW


def _worst(findings: Sequence[Finding]) -> Severity:
    return max((finding.severity for finding in findings), default=Severity.NONE)
