"""From a delivery to the words that are sent: what is true at this moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import TypedDict

from sqlalchemy import Connection

from alerts import storm, wording
from alerts.base import Message
from alerts.facts import AlertEntry, AlertView, StormSettings
from alerts.marking import with_choices
from alerts.telling import stands
from alerts.words import words_for
from monitor.core.clock import Clock
from monitor.core.model import Reason
from monitor.store import alert_contents, cards
from monitor.store import alerts as alert_rows
from monitor.store import copies as copy_rows
from monitor.store.alerts import AlertRow
from monitor.store.deliveries import Delivery

MOST_ENTRIES = 50
HISTORY = timedelta(days=14)


class _How(TypedDict):
    """What every wording takes."""

    now: datetime
    language: str
    tz: tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words every delivery in the team's language and time zone.

    `learns`: what readers say of posts changes how the next ones are read.
    """

    clock: Clock
    language: str
    zone: tzinfo
    settings: StormSettings
    competitors: frozenset[str] = frozenset()
    learns: bool = False

    def render(self, conn: Connection, delivery: Delivery) -> Message | None:
        """Return the message for a delivery; None if there is nothing left to say."""
        alert = alert_rows.get(conn, delivery.alert_id)
        if alert.kind == alert_rows.OPS:
            return Message(headline=alert.note, severity=alert.severity.word)
        view = self._view(conn, alert, delivery)
        how = _How(now=self.clock.now(), language=self.language, tz=self.zone)
        if alert.kind == alert_rows.STORM:
            over = delivery.reason is Reason.RESOLVED
            message = (wording.storm_end if over else wording.storm_message)(
                view, **how
            )
        elif _is_reply(delivery):
            message = wording.reply_message(view, mention_id=delivery.mention_id, **how)
        elif not view.entries:
            return None
        else:
            message = wording.alert_message(view, **how)
        message = self._with_choices(conn, view, message)
        return replace(message, possible_repeat=delivery.possible_repeat)

    def _with_choices(
        self, conn: Connection, view: AlertView, message: Message
    ) -> Message:
        """Add what readers can say of the post that a message is about."""
        about = (message.data or {}).get("mention_id")
        shown = (each for each in view.entries if each.mention.mention_id == about)
        entry = next(shown, None)
        if entry is None or not stands(entry):
            return message
        said = cards.said_of(conn, entry.mention.post_id, entry.mention.brand)
        return with_choices(
            message,
            entry,
            said,
            words_for(self.language),
            competitor=view.competitor,
            learns=self.learns,
        )

    def _view(self, conn: Connection, alert: AlertRow, delivery: Delivery) -> AlertView:
        entries = self._entries(conn, alert, delivery)
        total, authors = alert_contents.author_counts(conn, alert)
        is_storm = alert.kind == alert_rows.STORM
        return AlertView(
            key=alert.key,
            brand=alert.brand,
            state=alert.state,
            severity=alert.severity,
            reason=delivery.reason,
            entries=entries,
            total=total,
            authors=authors,
            opened_at=alert.opened_at,
            rules=alert.rules,
            history=None
            if is_storm or not entries
            else alert_contents.author_history(
                conn, alert.id, entries[0].mention, since=HISTORY
            ),
            competitor=alert.brand in self.competitors,
            copies=None if is_storm else copy_rows.of_alert(conn, alert),
            last_at=alert.last_at,
            sources=alert_contents.source_counts(conn, alert) if is_storm else (),
            severities=alert_contents.severity_counts(conn, alert) if is_storm else (),
        )

    def _entries(
        self, conn: Connection, alert: AlertRow, delivery: Delivery
    ) -> tuple[AlertEntry, ...]:
        found = alert_contents.contents(conn, alert, MOST_ENTRIES)
        wanted = delivery.mention_id if _is_reply(delivery) else None
        if wanted and all(entry.mention.mention_id != wanted for entry in found):
            one = alert_contents.one_mention(conn, alert.id, wanted)
            found = [*found, one] if one else found
        if alert.kind == alert_rows.STORM:
            return storm.top(found, settings=self.settings)
        return storm.worst_first(found)


def _is_reply(delivery: Delivery) -> bool:
    """Tell whether it is news of one mention; only a reply's own renewal names one."""
    is_renewal = delivery.role == "update" and delivery.mention_id is not None
    return delivery.role == "reply" or is_renewal
