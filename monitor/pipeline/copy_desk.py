"""Compares every new mention's post with those before it, in the order they came.

What was compared is noted with a number, in one transaction with what was found: a
crash compares again, and finds the same. The index is memory only; it is filled
from the store at the start, and whenever the store says something else than it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from alerts.facts import MentionFacts, OpenAlert
from monitor.copies import CopyIndex, Limits
from monitor.store import copies as rows
from monitor.store.db import Store

BATCH = 1_000


@dataclass(slots=True, kw_only=True)
class CopyDesk:
    """Knows the posts of the last days. Belongs to whoever judges mentions."""

    limits: Limits = field(default_factory=Limits)
    _index: CopyIndex | None = None
    _until: int = 0

    def is_behind(self, conn: Connection, now: datetime) -> bool:
        """Tell whether there are posts to compare; if so, be ready for them."""
        last = rows.last_post(conn)
        until = rows.until(conn)
        if last == (until or 0):
            return False
        self._catch_up(conn, until, now)
        return True

    def compare(self, conn: Connection, now: datetime) -> int:
        """Compare the next posts; return the id of the last one compared so far."""
        known = rows.until(conn)
        until = self._catch_up(conn, known, now)
        batch = rows.after(conn, until, BATCH)
        named = [row.writing for row in batch if row.is_mention]
        found = self._ready.find(named)
        rows.save(
            conn,
            [
                (writing.id, copy)
                for writing, copy in zip(named, found, strict=True)
                if copy is not None
            ],
            now=now,
        )
        self._until = batch[-1].writing.id if batch else until
        if known != self._until:
            rows.set_until(conn, self._until)
        return self._until

    def compare_some(
        self, store: Store, *, now: datetime, epoch: int | None = None
    ) -> bool:
        """Compare some posts; True if there may be more.

        `Decider.step` does so too. This is for posts that are not to be judged.
        """
        with store.read() as conn:
            if not self.is_behind(conn, now):
                return False
        with store.write(epoch=epoch) as conn:
            self.compare(conn, now)
        return True

    @property
    def _ready(self) -> CopyIndex:
        if self._index is None:
            self._index = CopyIndex(self.limits)
        return self._index

    def _catch_up(self, conn: Connection, known: int | None, now: datetime) -> int:
        """Make the index what the store says; return up to where it goes."""
        if self._index is not None and known == self._until:
            return known
        begin = rows.last_before(conn, now - self.limits.window)
        until = begin if known is None else known
        self._index = CopyIndex(self.limits)
        self._index.remember(
            (row.writing, row.group)
            for row in rows.between(conn, begin, until, self.limits.posts)
            if row.is_mention
        )
        self._until = until
        return until


@dataclass(slots=True, kw_only=True)
class Gathering:
    """Which alert the copies of a post belong to, for one batch of mentions."""

    conn: Connection
    _firsts: dict[int, int] = field(default_factory=dict)
    _noted: dict[tuple[int, str], int] = field(default_factory=dict)

    def look_up(self, batch: Sequence[MentionFacts]) -> None:
        """Learn which of these are copies."""
        self._firsts = rows.firsts(self.conn, [m.post_id for m in batch])

    def open_for(self, mention: MentionFacts) -> OpenAlert | None:
        """Return the newest alert about what a mention is a copy of."""
        first = self._firsts.get(mention.post_id)
        if first is None:
            return None
        return rows.gathered_in(self.conn, first, mention.brand)

    def note(self, mention: MentionFacts, alert_id: int) -> None:
        """A mention has come into an alert: if it is a copy, the next ones follow."""
        first = self._firsts.get(mention.post_id)
        if first is None or self._noted.get((first, mention.brand)) == alert_id:
            return
        rows.gather_in(self.conn, first, mention.brand, alert_id)
        self._noted[first, mention.brand] = alert_id
