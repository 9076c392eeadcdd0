"""What belongs in one alert, and what is news in it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from alerts.facts import Finding, MentionFacts, OpenAlert, Placement
from monitor.core.ids import stable_id
from monitor.core.model import AlertState, Reason, Severity

NOBODY = frozenset({"", "[deleted]", "[removed]", "anonymous", "unknown"})
"""Ids under which networks file posts of people they do not name."""


def place(
    facts: MentionFacts,
    findings: Sequence[Finding],
    *,
    known: OpenAlert | None,
    open_by_author: OpenAlert | None,
    now: datetime,
) -> Placement:
    """Say which alert a mention belongs to, and what is news about it.

    `known` is the alert that holds this very mention already, open or not: then
    the post was edited, removed or scored again, and it stays there for good.
    Otherwise the mention joins `open_by_author`, the latest open alert about the
    same brand by the same author, if that one had something within the shortest
    `group_within` of the findings; else it opens an alert of its own. An alert
    that is muted takes nothing in, so what comes after a silence is heard.

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
    if open_by_author is not None and _joins(open_by_author, group, findings, now=now):
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


def _joins(
    alert: OpenAlert, group: str, findings: Sequence[Finding], *, now: datetime
) -> bool:
    within = min(finding.group_within for finding in findings)
    return (
        alert.state is AlertState.OPEN
        and alert.group_key == group
        and now - alert.last_at < within
    )


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
