"""Authors: one row for each account of each network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, literal, select, update
from sqlalchemy import Text as TextType

from monitor.core.model import UNKNOWN_AUTHOR_ID, Author, Post
from monitor.store import bulk
from monitor.store.schema import authors, posts, to_micros

Key = tuple[str, str]

_NEW = (
    "id",
    "source",
    "external_id",
    "handle",
    "name",
    "url",
    "followers",
    "first_seen_at",
)
_CHANGING = ("handle", "name", "url", "followers")


def key_of(post: Post) -> Key | None:
    """Return whose post it is; None if nothing is known of the author.

    An author without an id of the network is a person of this one post only:
    two reviews by "A Google user" are not one person's.
    """
    author = post.author
    if author is None:
        return None
    if author.external_id != UNKNOWN_AUTHOR_ID:
        return post.source, author.external_id
    if not (author.handle or author.name):
        return None
    return post.source, f"post:{post.external_id}"


def upsert(conn: Connection, found: Iterable[Post], *, now: datetime) -> dict[Key, int]:
    """Add new authors, refresh known ones; return everybody's id."""
    wanted: dict[Key, Author] = {}
    for post in found:
        key = key_of(post)
        if key is not None and post.author is not None:
            wanted[key] = post.author
    known = _known(conn, wanted)
    bulk.update(
        conn,
        authors,
        _CHANGING,
        [
            (*after, row.id)
            for key, row in known.items()
            if (after := _merged(row, wanted[key])) != _as_stored(row)
        ],
    )
    ids = {key: int(row.id) for key, row in known.items()}
    missing = [key for key in wanted if key not in ids]
    if missing:
        first = bulk.next_id(conn, authors.c.id)
        ids.update(zip(missing, range(first, first + len(missing)), strict=True))
        seen = to_micros(now)
        bulk.insert(
            conn,
            authors,
            _NEW,
            [(ids[key], *key, *_fields(wanted[key]), seen) for key in missing],
        )
    return ids


def forget(conn: Connection, ids: Iterable[int]) -> None:
    """Erase what is known of authors who have no post left.

    The row stays, so that its id is never given to somebody else.
    """
    nameless = literal("erased:").concat(authors.c.id.cast(TextType))
    for chunk in bulk.chunks(ids):
        conn.execute(
            update(authors)
            .where(authors.c.id.in_(chunk))
            .where(~exists().where(posts.c.author_id == authors.c.id))
            .values(external_id=nameless, handle="", name="", url="", followers=None)
        )


def _known(conn: Connection, wanted: dict[Key, Author]) -> dict[Key, Row[Any]]:
    by_source: dict[str, list[str]] = {}
    for source, external_id in wanted:
        by_source.setdefault(source, []).append(external_id)
    columns = [authors.c[name] for name in ("id", "external_id", *_CHANGING)]
    known: dict[Key, Row[Any]] = {}
    for source, external_ids in by_source.items():
        for chunk in bulk.chunks(external_ids):
            found = conn.execute(
                select(*columns)
                .where(authors.c.source == source)
                .where(authors.c.external_id.in_(chunk))
            )
            known.update(((source, row.external_id), row) for row in found)
    return known


def _fields(author: Author) -> bulk.Row:
    return author.handle, author.name, author.url, author.followers


def _as_stored(row: Row[Any]) -> bulk.Row:
    return row.handle, row.name, row.url, row.followers


def _merged(row: Row[Any], author: Author) -> bulk.Row:
    """Prefer what is new; keep what the source left out this time."""
    followers = row.followers if author.followers is None else author.followers
    return (
        author.handle or row.handle,
        author.name or row.name,
        author.url or row.url,
        followers,
    )
