"""Mentions to alerts and due deliveries, in one transaction.

Each step is a pure function of `alerts`; this module fetches what they need,
calls them in order, and writes what they say. An alert is a row before it is a
message: a crash before the commit decides again, a crash after it delivers.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from sqlalchemy import Connection

from alerts import grouping, routing, rules, silences, storm
from alerts.facts import (
    Finding,
    MentionFacts,
    OpenAlert,
    Placement,
    QuietHoursFacts,
    RuleFacts,
    SilenceFacts,
    StormSettings,
)
from monitor.core.clock import Clock
from monitor.core.crash import crash_point
from monitor.core.model import AlertState, Reason
from monitor.pipeline.copy_desk import CopyDesk, Gathering
from monitor.pipeline.storms import StormDesk
from monitor.store import alerts as alert_rows
from monitor.store import deliveries as outbox
from monitor.store import judging
from monitor.store import silences as silence_rows
from monitor.store.alerts import NewAlert
from monitor.store.db import Store
from monitor.store.deliveries import NewDelivery

log = logging.getLogger(__name__)

BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the operator decided about alerts, in the form the stages take.

    `vips` holds the VIPs of each brand; those of "" count for every brand.
    """

    rules: tuple[RuleFacts, ...] = ()
    vips: dict[str, frozenset[str]] = field(default_factory=dict)
    receivers: tuple[str, ...] = ()
    silences: tuple[SilenceFacts, ...] = ()
    quiet_hours: QuietHoursFacts | None = None
    zone: tzinfo = UTC
    language: str = "en"
    storm: StormSettings = field(default_factory=StormSettings)

    def vips_of(self, brand: str) -> frozenset[str]:
        """Return the VIPs that count for a brand."""
        return self.vips.get("", frozenset()) | self.vips.get(brand, frozenset())


@dataclass(slots=True, kw_only=True)
class Decider:
    """Judges mentions the rules have not seen yet."""

    store: Store
    clock: Clock
    policy: Policy
    epoch: int | None = None
    copies: CopyDesk = field(default_factory=CopyDesk)

    def step(self) -> int:
        """Compare and judge one batch; return 0 if there was nothing to do."""
        now = self.clock.now()
        with self.store.read() as conn:
            is_behind = self.copies.is_behind(conn, now)
            if not (is_behind or judging.any_undecided(conn)):
                return 0
        crash_point("decide.begin")
        with self.store.write(epoch=self.epoch) as conn:
            compared = self.copies.compare(conn, now)
            batch = [
                mention
                for mention in judging.undecided(conn, BATCH)
                if mention.post_id <= compared
            ]
            bench = _Bench(conn=conn, policy=self.policy, now=now)
            bench.look_up(batch)
            for mention in batch:
                bench.judge(mention)
            bench.storms.flush()
            judging.decided(conn, batch)
            crash_point("decide.before_commit")
        crash_point("decide.after_commit")
        return len(batch) or int(is_behind)

    def tend_storms(self) -> int:
        """Close storms that have passed; return how many."""
        with self.store.read() as conn:
            if not alert_rows.open_storms(conn):
                return 0
        with self.store.write(epoch=self.epoch) as conn:
            desk = StormDesk(
                conn=conn, settings=self.policy.storm, now=self.clock.now()
            )
            return desk.close_passed()


@dataclass(slots=True, kw_only=True)
class _Bench:
    """One batch in one transaction."""

    conn: Connection
    policy: Policy
    now: datetime
    storms: StormDesk = field(init=False)
    muting: tuple[SilenceFacts, ...] = field(init=False)
    known: dict[int, OpenAlert] = field(default_factory=dict)
    groups: set[tuple[str, str]] = field(default_factory=set)
    copies: Gathering = field(init=False)
    renewed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.copies = Gathering(conn=self.conn)
        self.storms = StormDesk(
            conn=self.conn, settings=self.policy.storm, now=self.now
        )
        self.muting = (
            *self.policy.silences,
            *silence_rows.active(self.conn, self.now),
        )

    def look_up(self, batch: list[MentionFacts]) -> None:
        """Fetch for the whole batch what most of it does not have: an alert."""
        ids = [mention.mention_id for mention in batch]
        self.known = alert_rows.of_mentions(self.conn, ids)
        groups = [(m.brand, grouping.group_key(m)) for m in batch]
        self.groups = alert_rows.groups_in_use(self.conn, groups)
        self.copies.look_up(batch)

    def judge(self, mention: MentionFacts) -> None:
        """Rules, grouping, silences, storm, routing: one mention through all."""
        findings = rules.evaluate(
            self.policy.rules,
            mention,
            vips=self.policy.vips_of(mention.brand),
            language=self.policy.language,
        )
        known = self.known.get(mention.mention_id)
        if not findings and known is None:
            return
        placement = grouping.place(
            mention,
            findings,
            known=known,
            open_by_author=self._open_of_author(mention),
            open_by_copy=self.copies.open_for(mention),
            now=self.now,
        )
        log.debug(
            "judged", extra={"mention": mention.mention_id, "reason": placement.reason}
        )
        if placement.reason is Reason.NOTHING_NEW:
            return
        alert_id = placement.alert_id
        if alert_id is None:
            alert_id = self._open(mention, findings, placement)
        else:
            self._add_news(mention, findings, placement, alert_id)
        if known is None:
            self.copies.note(mention, alert_id)

    def _open_of_author(self, mention: MentionFacts) -> OpenAlert | None:
        group = (mention.brand, grouping.group_key(mention))
        if group not in self.groups:
            return None
        return alert_rows.of_group(self.conn, *group)

    # -- a new alert ------------------------------------------------------

    def _open(
        self,
        mention: MentionFacts,
        findings: tuple[Finding, ...],
        placement: Placement,
    ) -> int:
        heard = silences.heard(mention, findings, self.muting, self.now)
        silence = silences.muted(mention, findings, self.muting, self.now)
        receivers = routing.receivers(heard, self.policy.receivers).receivers
        storm_id = self.storms.take(mention, heard, receivers) if heard else None
        alert_id = alert_rows.create(
            self.conn,
            NewAlert(
                key=placement.key,
                kind=alert_rows.SINGLE,
                brand=mention.brand,
                group_key=placement.group_key,
                rules=tuple(f.rule for f in findings),
                receivers=receivers,
                severity=placement.severity,
                state=AlertState.MUTED if silence else AlertState.OPEN,
                muted_by=_who_muted(silence),
                storm_id=storm_id,
            ),
            now=self.now,
        )
        self.groups.add((mention.brand, placement.group_key))
        self._attach(alert_id, mention, findings, Reason.FIRST)
        if storm_id is None:
            self._begin(alert_id, mention, heard, placement)
        return alert_id

    def _begin(
        self,
        alert_id: int,
        mention: MentionFacts,
        heard: tuple[Finding, ...],
        placement: Placement,
    ) -> None:
        """Post the alert's first message wherever it has not been posted yet."""
        told = {receiver for _root, receiver in outbox.roots(self.conn, alert_id)}
        for receiver in routing.receivers(heard, self.policy.receivers).receivers:
            if receiver in told:
                continue
            self._deliver(
                alert_id,
                placement,
                receiver,
                role="root",
                stage="root",
                mention=mention,
                at=self._when(heard),
            )

    # -- news in an alert ---------------------------------------------------

    def _add_news(
        self,
        mention: MentionFacts,
        findings: tuple[Finding, ...],
        placement: Placement,
        alert_id: int,
    ) -> None:
        new_here = self._attach(alert_id, mention, findings, placement.reason)
        heard = silences.heard(mention, findings, self.muting, self.now)
        alert_rows.touch(
            self.conn,
            alert_id,
            now=self.now,
            severity=placement.severity,
            more=1 if new_here else 0,
        )
        if placement.closes:
            alert_rows.close(self.conn, alert_id, now=self.now)
        elif placement.reopens:
            alert_rows.reopen(self.conn, alert_id)
        alert = alert_rows.get(self.conn, alert_id)
        if alert.storm_id is not None:
            self.storms.renew(alert.storm_id)
            return
        if alert.state is AlertState.MUTED and heard:
            # The silence it was muted by is over, and there is news.
            alert_rows.reopen(self.conn, alert_id)
        if not placement.is_copy or grouping.is_step(alert.mention_count):
            self._tell_about(mention, heard, placement, alert_id)
        else:
            self._renew_all(placement, alert_id)
        if heard:
            self._begin(alert_id, mention, heard, placement)

    def _tell_about(
        self,
        mention: MentionFacts,
        heard: tuple[Finding, ...],
        placement: Placement,
        alert_id: int,
    ) -> None:
        """Answer in the thread and renew the first message, everywhere it went."""
        reply = bool(heard) and self._is_worth_a_reply(mention, placement, alert_id)
        for root_id, receiver in outbox.roots(self.conn, alert_id):
            if reply:
                self._deliver(
                    alert_id,
                    placement,
                    receiver,
                    role="reply",
                    stage=f"reply:{mention.mention_id}:{mention.rev}",
                    mention=mention,
                    root_id=root_id,
                    at=self._when(heard),
                )
            self._renew(alert_id, placement, receiver, root_id)

    def _renew_all(self, placement: Placement, alert_id: int) -> None:
        """One more copy: the first message counts it, and nothing else is sent."""
        if alert_id in self.renewed:
            return
        self.renewed.add(alert_id)
        for root_id, receiver in outbox.roots(self.conn, alert_id):
            self._renew(alert_id, placement, receiver, root_id)

    def _is_worth_a_reply(
        self, mention: MentionFacts, placement: Placement, alert_id: int
    ) -> bool:
        return placement.reason in (Reason.MORE, Reason.WORSE) and storm.may_reply(
            outbox.replies_of(self.conn, alert_id),
            now=self.now,
            settings=self.policy.storm,
            storming=self.storms.is_on(mention.brand),
        )

    def _renew(
        self, alert_id: int, placement: Placement, receiver: str, root_id: int
    ) -> None:
        """Ask for one update of a message; one that waits will say it all."""
        count, last, waiting = outbox.last_update(self.conn, root_id)
        if waiting:
            return
        gone = placement.reason is Reason.RESOLVED
        self._deliver(
            alert_id,
            placement,
            receiver,
            role="update",
            stage=f"update:{count + 1}",
            root_id=root_id,
            at=self.now
            if gone
            else storm.update_at(last, now=self.now, settings=self.policy.storm),
        )

    # -- shared -----------------------------------------------------------

    def _attach(
        self,
        alert_id: int,
        mention: MentionFacts,
        findings: tuple[Finding, ...],
        reason: Reason,
    ) -> bool:
        return alert_rows.attach(
            self.conn,
            alert_id,
            mention,
            reason,
            why=rules.reasons(findings),
            vip=any(f.vip for f in findings),
            now=self.now,
        )

    def _deliver(  # noqa: PLR0913 - the columns of one row
        self,
        alert_id: int,
        placement: Placement,
        receiver: str,
        *,
        role: str,
        stage: str,
        at: datetime,
        mention: MentionFacts | None = None,
        root_id: int | None = None,
    ) -> None:
        outbox.add(
            self.conn,
            NewDelivery(
                alert_id=alert_id,
                alert_key=placement.key,
                receiver=receiver,
                role=role,
                reason=placement.reason,
                stage=stage,
                priority=int(placement.severity),
                next_try_at=at,
                mention_id=mention.mention_id if mention else None,
                root_id=root_id,
            ),
            now=self.now,
        )

    def _when(self, heard: tuple[Finding, ...]) -> datetime:
        """Return now, or the end of quiet hours."""
        return silences.deliver_at(
            heard,
            now=self.now,
            quiet_hours=self.policy.quiet_hours,
            tz=self.policy.zone,
        )


def _who_muted(silence: SilenceFacts | None) -> str:
    if silence is None:
        return ""
    who = silence.by or "the configuration"
    return f"{silence.reason} (by {who}, until {silence.until.isoformat()})"
