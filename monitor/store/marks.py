"""What people said about a post: it is about the brand, or it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from monitor.store.schema import marks, posts

_LARGEST_ID = 2**63 - 1


class Verdict(StrEnum):
    """What a person can say."""

    US = "us"
    NOT_US = "not_us"


class MarkRow(NamedTuple):
    """One mark with its post."""

    post_id: int
    source: str
    external_id: str
    brand: str
    verdict: str
    marked_by: str
    marked_at: datetime
    title: str
    text: str
    url: str


def find_post(conn: Connection, named: str) -> int | None:
    """Return the id of a post that is named by it, or by `source:external_id`.

    A name of digits alone is the id. Of a name with several colons the source is
    whatever fits. A deleted post is not found.
    """
    if named.isascii() and named.isdigit():
        number = int(named)
        return _one(conn, posts.c.id == number) if number <= _LARGEST_ID else None
    for source, external_id in _splits(named):
        wanted = (posts.c.source == source) & (posts.c.external_id == external_id)
        found = _one(conn, wanted)
        if found is not None:
            return found
    return None


def mark(  # noqa: PLR0913 - the columns of a mark
    conn: Connection,
    post_id: int,
    brand: str,
    verdict: Verdict,
    *,
    by: str,
    now: datetime,
) -> bool:
    """Write down a verdict; the last one counts. False if it was so already."""
    here = (marks.c.post_id == post_id) & (marks.c.brand == brand)
    before = conn.execute(select(marks.c.verdict).where(here)).scalar()
    if before == verdict:
        return False
    said = {"verdict": verdict.value, "marked_by": by, "marked_at": now}
    if before is None:
        conn.execute(insert(marks).values(post_id=post_id, brand=brand, **said))
    else:
        conn.execute(update(marks).where(here).values(**said))
    return True


def unmark(conn: Connection, post_id: int, brand: str) -> bool:
    """Take a verdict back; False if there was none."""
    here = (marks.c.post_id == post_id) & (marks.c.brand == brand)
    return conn.execute(delete(marks).where(here)).rowcount == 1


def listing(conn: Connection, brand: str = "", limit: int = 1_000) -> list[MarkRow]:
    """Return marks, those made last in front; of one brand if it is given."""
    wanted = (
        select(
            marks.c.post_id,
            posts.c.source,
            posts.c.external_id,
            marks.c.brand,
            marks.c.verdict,
            marks.c.marked_by,
            marks.c.marked_at,
            posts.c.title,
            posts.c.text,
            posts.c.url,
        )
        .join(posts, posts.c.id == marks.c.post_id)
        .where(posts.c.deleted_at.is_(None))
        .order_by(marks.c.marked_at.desc(), marks.c.id.desc())
        .limit(limit)
    )
    if brand:
        wanted = wanted.where(marks.c.brand == brand)
    return list(map(MarkRow._make, conn.execute(wanted)))


def sums(conn: Connection, brand: str) -> dict[str, int]:
    """Return how many posts of a brand have each verdict."""
    counted = (
        select(marks.c.verdict, func.count())
        .join(posts, posts.c.id == marks.c.post_id)
        .where(marks.c.brand == brand, posts.c.deleted_at.is_(None))
        .group_by(marks.c.verdict)
    )
    found = {str(verdict): int(n) for verdict, n in conn.execute(counted)}
    return {verdict.value: found.get(verdict, 0) for verdict in Verdict}


def _one(conn: Connection, wanted: object) -> int | None:
    alive = posts.c.deleted_at.is_(None)
    return conn.execute(select(posts.c.id).where(wanted, alive)).scalar()  # type: ignore[arg-type]


def _splits(named: str) -> Iterator[tuple[str, str]]:
    for place, char in enumerate(named):
        if char == ":":
            yield named[:place], named[place + 1 :]
