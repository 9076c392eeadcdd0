"""Authors: one row for each account of each network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, exists, literal, update
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
_KNOWN = (
    "SELECT handle, name, url, followers, id, external_id FROM authors"
    " WHERE source = ? AND external_id IN"
)


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
            after
            for key, before in known.items()
            if (after := _merged(before, wanted[key])) != before
        ],
    )
    ids: dict[Key, int] = {key: row[-1] for key, row in known.items()}
    missing = [key for key in wanted if key not in ids]
    if missing:
        first = bulk.next_id(conn, authors)
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


def _known(conn: Connection, wanted: dict[Key, Author]) -> dict[Key, bulk.Row]:
    """Return (handle, name, url, followers, id) of those authors that are stored."""
    by_source: dict[str, list[str]] = {}
    for source, external_id in wanted:
        by_source.setdefault(source, []).append(external_id)
    known: dict[Key, bulk.Row] = {}
    for source, ids in by_source.items():
        for row in bulk.look_up(conn, _KNOWN, ids, source):
            known[source, row[-1]] = row[:-1]
    return known


def _fields(author: Author) -> bulk.Row:
    return author.handle, author.name, author.url, author.followers


def _merged(before: bulk.Row, author: Author) -> bulk.Row:
    """Prefer what is new; keep what the source left out this time."""
    handle, name, url, followers, author_id = before
    return (
        author.handle or handle,
        author.name or name,
        author.url or url,
        followers if author.followers is None else author.followers,
        author_id,
    )
