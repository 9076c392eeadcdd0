"""Storms: when many write at once, one message is kept up to date.

A brand's alerts beyond the first few are counted into one storm alert. Every
mention stays reachable from exactly one alert; most are just not posted singly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from alerts import storm
from alerts.facts import Finding, MentionFacts, StormSettings, StormState, StormVerdict
from monitor.core.ids import stable_id
from monitor.core.model import AlertState, Reason, Severity
from monitor.store import alerts as alert_rows
from monitor.store import deliveries as outbox
from monitor.store.alerts import AlertRow, NewAlert
from monitor.store.deliveries import NewDelivery

_WEEK = timedelta(days=7)
_BASELINE_WEEKS = 4
_HOUR = timedelta(hours=1)


@dataclass(slots=True, kw_only=True)
class StormDesk:
    """Storms of one transaction. Call `flush` before it commits."""

    conn: Connection
    settings: StormSettings
    now: datetime
    _changed: set[int] = field(default_factory=set)
    _usual: dict[str, float] = field(default_factory=dict)
    _latest: dict[str, AlertRow | None] = field(default_factory=dict)
    _counted: dict[int, tuple[int, Severity]] = field(default_factory=dict)
    _told: dict[int, set[str]] = field(default_factory=dict)

    def take(
        self,
        mention: MentionFacts,
        findings: tuple[Finding, ...],
        receivers: tuple[str, ...],
    ) -> int | None:
        """Return the storm a new alert is counted into, None if it is sent alone."""
        latest = self._not_over(mention.brand)
        verdict = self._judge(mention.brand, latest)
        if verdict is StormVerdict.CALM or self._passes(mention, findings, latest):
            return None
        if latest is None or verdict is StormVerdict.START:
            storm_id = self._start(mention, findings)
        else:
            storm_id = latest.id
            if verdict is StormVerdict.REOPEN:
                alert_rows.reopen(self.conn, storm_id)
        self._count(mention.brand, storm_id, findings)
        self._announce(storm_id, receivers)
        return storm_id

    def is_on(self, brand: str) -> bool:
        """Tell whether a brand has a storm now."""
        latest = self._not_over(brand)
        return latest is not None and latest.state is AlertState.OPEN

    def renew(self, storm_id: int) -> None:
        """Something in a storm changed; its message has to say so."""
        self._changed.add(storm_id)

    def flush(self) -> None:
        """Write the counts, and ask for one update of each storm that changed."""
        for storm_id, (more, worst) in self._counted.items():
            alert_rows.touch(
                self.conn, storm_id, now=self.now, severity=worst, more=more
            )
        for storm_id in self._changed | self._counted.keys():
            self._update(alert_rows.get(self.conn, storm_id), Reason.STORM)
        self._changed.clear()
        self._counted.clear()

    def close_passed(self) -> int:
        """Close storms in which nothing has happened for long enough."""
        passed = [
            row for row in alert_rows.open_storms(self.conn) if self._is_over(row)
        ]
        for row in passed:
            self._close(row)
        return len(passed)

    def _not_over(self, brand: str) -> AlertRow | None:
        """Return a brand's latest storm, closed first if it has passed."""
        if brand in self._latest:
            return self._latest[brand]
        latest = alert_rows.latest_storm(self.conn, brand)
        if latest is not None and self._is_over(latest):
            self._close(latest)
            latest = alert_rows.get(self.conn, latest.id)
        self._latest[brand] = latest
        return latest

    def _count(self, brand: str, storm_id: int, findings: tuple[Finding, ...]) -> None:
        more, worst = self._counted.get(storm_id, (0, Severity.NONE))
        severity = max((f.severity for f in findings), default=Severity.NONE)
        self._counted[storm_id] = (more + 1, max(worst, severity))
        known = self._latest.get(brand)
        if known is None or known.id != storm_id or known.state is not AlertState.OPEN:
            known = alert_rows.get(self.conn, storm_id)
        self._latest[brand] = replace(known, last_at=self.now)

    def _is_over(self, row: AlertRow) -> bool:
        is_open = row.state is AlertState.OPEN
        return is_open and self._judge(row.brand, row) is StormVerdict.END

    def _close(self, row: AlertRow) -> None:
        alert_rows.close(self.conn, row.id, now=self.now)
        self._update(row, Reason.RESOLVED)

    def _judge(self, brand: str, latest: AlertRow | None) -> StormVerdict:
        state = StormState()
        if latest is not None:
            active = latest.state is AlertState.OPEN
            state = StormState(active=active, last_at=latest.last_at)
        baseline = 0.0 if state.active else self._baseline(brand)
        return storm.judge(
            [self.now] if state.active else [*self._recent(brand, baseline), self.now],
            now=self.now,
            settings=self.settings,
            baseline_per_window=baseline,
            state=state,
        )

    def _recent(self, brand: str, baseline: float) -> list[datetime]:
        """Return the latest alerts, no more than it takes to call it a storm."""
        enough = max(self.settings.count, self.settings.baseline_factor * baseline)
        since = self.now - self.settings.within
        return alert_rows.opened_since(
            self.conn, brand, since, limit=math.ceil(enough) + 1
        )

    def _baseline(self, brand: str) -> float:
        """Return how many alerts a window usually has in this hour of the week."""
        spans = [
            (
                self.now - n * _WEEK - _HOUR / 2,
                self.now - n * _WEEK + _HOUR / 2,
            )
            for n in range(1, _BASELINE_WEEKS + 1)
        ]
        if brand not in self._usual:
            seen = alert_rows.opened_between(self.conn, brand, spans)
            share: float = self.settings.within / _HOUR
            self._usual[brand] = seen / _BASELINE_WEEKS * share
        return self._usual[brand]

    def _passes(
        self,
        mention: MentionFacts,
        findings: tuple[Finding, ...],
        latest: AlertRow | None,
    ) -> bool:
        """VIPs and the worst come singly all the same, within their own budget."""
        if not storm.bypasses(findings, used=0, settings=self.settings):
            return False
        since = max(latest.opened_at if latest else self.now, self.now - _HOUR)
        alone = alert_rows.sent_alone_since(self.conn, mention.brand, since)
        return storm.bypasses(findings, used=alone, settings=self.settings)

    def _start(self, mention: MentionFacts, findings: tuple[Finding, ...]) -> int:
        return alert_rows.create(
            self.conn,
            NewAlert(
                key=stable_id("storm", mention.brand, self.now.isoformat()),
                kind=alert_rows.STORM,
                brand=mention.brand,
                group_key=f"storm:{mention.brand}",
                rules=tuple(f.rule for f in findings),
                receivers=(),
                severity=Severity.NONE,
                count=0,
            ),
            now=self.now,
        )

    def _announce(self, storm_id: int, receivers: tuple[str, ...]) -> None:
        """Post the storm's message wherever it has not been posted yet."""
        if storm_id not in self._told:
            roots = outbox.roots(self.conn, storm_id)
            self._told[storm_id] = {receiver for _root, receiver in roots}
        for receiver in receivers:
            if receiver not in self._told[storm_id]:
                row = alert_rows.get(self.conn, storm_id)
                self._add(row, receiver, "root", Reason.STORM, stage="root")
                self._told[storm_id].add(receiver)

    def _update(self, row: AlertRow, reason: Reason) -> None:
        for root_id, receiver in outbox.roots(self.conn, row.id):
            count, last, waiting = outbox.last_update(self.conn, root_id)
            if waiting and reason is Reason.STORM:
                continue
            since = last or outbox.created_at(self.conn, root_id)
            at = self.now
            if reason is Reason.STORM:
                at = storm.update_at(since, now=self.now, settings=self.settings)
            self._add(
                row,
                receiver,
                "update",
                reason,
                stage=f"update:{count + 1}",
                root_id=root_id,
                at=at,
            )

    def _add(  # noqa: PLR0913 - the columns of one row
        self,
        row: AlertRow,
        receiver: str,
        role: str,
        reason: Reason,
        *,
        stage: str,
        root_id: int | None = None,
        at: datetime | None = None,
    ) -> None:
        outbox.add(
            self.conn,
            NewDelivery(
                alert_id=row.id,
                alert_key=row.key,
                receiver=receiver,
                role=role,
                reason=reason,
                stage=stage,
                priority=int(Severity.HIGH),
                next_try_at=at or self.now,
                root_id=root_id,
            ),
            now=self.now,
        )
