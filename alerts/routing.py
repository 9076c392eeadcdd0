"""Whose business an alert is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alerts.facts import Finding, Route


def receivers(findings: Iterable[Finding], known: Sequence[str]) -> Route:
    """Return who hears of these findings, each once, in the order of the rules.

    `known` are the receivers that exist and are enabled. Others are left out and
    reported in `unknown`, so that a slip in a rule does not stop an alert.
    """
    wanted = dict.fromkeys(name for each in findings for name in each.receivers)
    there = frozenset(known)
    return Route(
        receivers=tuple(name for name in wanted if name in there),
        unknown=tuple(name for name in wanted if name not in there),
    )
