"""One run of one collector: source to store, page by page.

Posts, mentions, quarantine and the cursor that covers them are saved in one
transaction. A crash therefore repeats at most one page, and the store drops the
repeats; it never skips one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from monitor.core.clock import Clock
from monitor.core.crash import crash_point
from monitor.core.errors import SourceUnavailable
from monitor.core.model import Post
from monitor.pipeline.intake import Intake
from monitor.store import collectors as collector_rows
from monitor.store import posts as post_rows
from monitor.store import quarantine
from monitor.store.posts import Saved
from sources.base import Cursor, Page, Poison, Source, SourceQuery

log = logging.getLogger(__name__)

CHUNK = 200
MOST_PAGES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """What a run brought in."""

    pages: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    mentions: int = 0
    deleted: int = 0
    quarantined: int = 0
    gap: bool = False
    last_post_at: datetime | None = None

    def plus(self, saved: Saved, fetched: int, poisoned: int) -> Harvest:
        """Return the sum of this and one saved batch."""
        return replace(
            self,
            fetched=self.fetched + fetched,
            new=self.new + saved.new,
            changed=self.changed + saved.changed,
            mentions=self.mentions + saved.mentions,
            deleted=self.deleted + saved.deleted,
            quarantined=self.quarantined + poisoned,
        )


@dataclass(slots=True, kw_only=True)
class Collecting:
    """What every run needs: where to save, how to read, and who holds the lease.

    `decided` marks what is saved as needing no alert (`import` without
    `--alert`). `after_save` runs after each transaction that brought something.
    """

    intake: Intake
    clock: Clock
    epoch: int | None = None
    decided: bool = False
    after_save: Callable[[], None] = lambda: None

    def about(self, brand: str) -> Collecting:
        """Return the same for a collector whose every post is about one brand."""
        if not brand:
            return self
        return replace(self, intake=replace(self.intake, about=brand))

    def run(
        self,
        name: str,
        source: Source,
        query: SourceQuery,
        *,
        deadline: float,
    ) -> Harvest:
        """Fetch once. `deadline` is in seconds for the whole run.

        Raises SourceError from the source, SourceUnavailable past the deadline;
        what was saved until then stays saved.
        """
        crash_point("fetch.before")
        with self.intake.store.read() as conn:
            since = collector_rows.cursor(conn, name)
        ends = self.clock.monotonic() + deadline
        pages = source.fetch(query, since)
        return self._walk(name, pages, ends, source.kind)

    def _walk(
        self, name: str, pages: Iterator[Page], ends: float, kind: str
    ) -> Harvest:
        harvest = Harvest()
        for page in pages:
            crash_point("fetch.page")
            harvest = self.save_page(name, page, harvest)
            if self.clock.monotonic() > ends:
                raise SourceUnavailable(kind, "the run took too long; the next goes on")
            if harvest.pages >= MOST_PAGES:
                log.warning("run cut short", extra={"collector": name})
                return replace(harvest, gap=True)
        return harvest

    def save_page(self, name: str, page: Page, harvest: Harvest) -> Harvest:
        """Save a page in chunks; the cursor goes with the last one."""
        chunks = _chunks(page.posts) or [()]
        for chunk in chunks[:-1]:
            harvest = self.save(name, chunk, harvest)
        harvest = self.save(
            name, chunks[-1], harvest, cursor=page.cursor, poison=page.poison
        )
        newest = [p.published_at for p in page.posts]
        if harvest.last_post_at is not None:
            newest.append(harvest.last_post_at)
        return replace(
            harvest,
            pages=harvest.pages + 1,
            gap=harvest.gap or page.gap,
            last_post_at=max(newest, default=None),
        )

    def save(
        self,
        name: str,
        posts: Iterable[Post],
        harvest: Harvest,
        *,
        cursor: Cursor | None = None,
        poison: Iterable[Poison] = (),
    ) -> Harvest:
        """Save one batch in one transaction."""
        now = self.clock.now()
        batch = self.intake.prepare(posts, now=now)
        bad = (*poison, *batch.poison)
        if not batch.found and not bad and cursor is None:
            return replace(harvest, fetched=harvest.fetched + batch.fetched)
        with self.intake.store.write(epoch=self.epoch) as conn:
            crash_point("tx.begin")
            saved = post_rows.save(
                conn, batch.found, collector=name, now=now, decided=self.decided
            )
            if bad:
                quarantine.add(conn, name, bad, now)
            crash_point("tx.posts")
            if cursor is not None:
                collector_rows.save_cursor(conn, name, cursor)
            crash_point("tx.cursor")
            crash_point("tx.before_commit")
        crash_point("tx.after_commit")
        if batch.found:
            self.after_save()
        return harvest.plus(saved, batch.fetched, len(bad))


def _chunks(posts: tuple[Post, ...]) -> list[tuple[Post, ...]]:
    rest = iter(posts)
    return list(iter(lambda: tuple(islice(rest, CHUNK)), ()))
