"""Posts: saved in batches, each once, with everything that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from monitor.core.model import Post
from monitor.store import bulk, people, rowjson
from monitor.store.mentions import (
    Found,
    Plan,
    Unscored,
    erase,
    of_posts,
    score_failed,
    set_sentiment,
    unscored,
)
from monitor.store.schema import mentions, posts, to_micros

__all__ = [
    "Found",
    "Saved",
    "Unscored",
    "content_hash",
    "counts",
    "known",
    "save",
    "score_failed",
    "set_sentiment",
    "unscored",
]

Key = tuple[str, str]

_CONTENT = (
    "kind",
    "title",
    "text",
    "url",
    "rating",
    "rating_scale",
    "lang",
    "in_reply_to",
    "metrics",
    "extra",
    "edited_at",
    "content_hash",
    "author_id",
    "rev",
)
_ORIGIN = (
    "id",
    "source",
    "external_id",
    "published_at",
    "precision",
    "first_seen_at",
    "collector",
    "indexed_rev",
)
_ERASED = (
    "title",
    "text",
    "url",
    "in_reply_to",
    "metrics",
    "extra",
    "author_id",
    "deleted_at",
    "content_hash",
    "rev",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a batch came to. `mentions` are those added, `deleted` tombstones."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    mentions: int = 0
    deleted: int = 0


_KNOWN = (
    "SELECT id, content_hash, rev, external_id FROM posts"
    " WHERE source = ? AND external_id IN"
)
_STORED = (
    "SELECT external_id, id, content_hash, rev, deleted_at, CAST(metrics AS TEXT),"
    " author_id FROM posts WHERE source = ? AND external_id IN"
)


class _Stored(NamedTuple):
    id: int
    hash: int
    rev: int
    deleted_at: int | None
    metrics: str
    author_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """A batch, by what has to be done."""

    new: list[Found]
    changed: list[tuple[Found, _Stored]]
    same: list[tuple[Found, _Stored]]
    gone: list[tuple[Post, _Stored]]
    still_gone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """What the steps of one `save` share."""

    conn: Connection
    collector: str
    moment: int
    plan: Plan
    authors: dict[people.Key, int]


def content_hash(post: Post) -> int:
    """Return 63 bits over what readers see; counts of likes are not in it."""
    title, url, rating = post.title, post.url, post.rating
    stars = "" if rating is None else repr(float(rating))
    gone = "deleted" if post.deleted else ""
    # The lengths keep ("ab", "c") and ("a", "bc") apart.
    ends = f"{len(title)} {len(url)} {stars} {gone}"
    whole = "\0".join((post.text, title, url, post.kind, ends))
    digest = blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def known(conn: Connection, batch: Iterable[Post]) -> dict[Key, tuple[int, int, int]]:
    """Return (id, content hash, rev) of those posts that are stored."""
    found: dict[Key, tuple[int, int, int]] = {}
    for source, ids in _by_source((p.source, p.external_id) for p in batch).items():
        rows = bulk.look_up(conn, _KNOWN, ids, source)
        found.update([((source, row[3]), row[:3]) for row in rows])
    return found


def save(
    conn: Connection,
    found: Sequence[Found],
    *,
    collector: str,
    now: datetime,
    decided: bool,
) -> Saved:
    """Write a batch: what is new, what has changed, what was deleted.

    Saving the same again changes nothing. Of a post that comes twice, the last
    counts. With `decided`, nothing in it will lead to an alert.
    """
    batch = {(f.post.source, f.post.external_id): f for f in found}
    work = _sort(batch, _stored(conn, batch))
    alive = [*work.new, *(f for f, _ in work.changed), *(f for f, _ in work.same)]
    moment = to_micros(now)
    writing = _Writing(
        conn=conn,
        collector=collector,
        moment=moment,
        plan=Plan(moment=moment, decided=decided),
        authors=people.upsert(conn, (f.post for f in alive), now=now),
    )
    _add(writing, work.new)
    _refresh(conn, work.same)
    _change(writing, work.changed)
    _keep_up(writing, work)
    added = writing.plan.write(conn)
    _bury(writing, work.gone)
    return Saved(
        new=len(work.new),
        changed=len(work.changed),
        unchanged=len(work.same) + work.still_gone,
        mentions=added,
        deleted=len(work.gone),
    )


def _stored(conn: Connection, keys: Iterable[Key]) -> dict[Key, _Stored]:
    stored: dict[Key, _Stored] = {}
    for source, ids in _by_source(keys).items():
        for external_id, *row in bulk.look_up(conn, _STORED, ids, source):
            stored[source, external_id] = _Stored(*row)
    return stored


def _by_source(keys: Iterable[Key]) -> dict[str, list[str]]:
    by_source: dict[str, list[str]] = {}
    for source, external_id in keys:
        by_source.setdefault(source, []).append(external_id)
    return by_source


def _sort(batch: dict[Key, Found], stored: dict[Key, _Stored]) -> _Sorted:
    work = _Sorted(new=[], changed=[], same=[], gone=[], still_gone=0)
    still_gone = 0
    for key, found in batch.items():
        before = stored.get(key)
        if before is None:
            # A tombstone of a post we never had tells us nothing.
            if not found.post.deleted:
                work.new.append(found)
        elif before.deleted_at is not None:
            still_gone += 1
        elif found.post.deleted:
            work.gone.append((found.post, before))
        elif content_hash(found.post) != before.hash:
            work.changed.append((found, before))
        else:
            work.same.append((found, before))
    return _Sorted(
        new=work.new,
        changed=work.changed,
        same=work.same,
        gone=work.gone,
        still_gone=still_gone,
    )


def _add(writing: _Writing, new: list[Found]) -> None:
    if not new:
        return
    first = bulk.next_id(writing.conn, posts)
    rows = []
    for number, found in enumerate(new, first):
        content = _content(writing, found, rev=1)
        rows.append((*content, *_origin(writing, found, number)))
        writing.plan.add(number, 1, found)
    bulk.insert(writing.conn, posts, (*_CONTENT, *_ORIGIN), rows)


def _change(writing: _Writing, changed: list[tuple[Found, _Stored]]) -> None:
    rows = []
    for found, before in changed:
        content = _content(writing, found, rev=before.rev + 1, before=before)
        rows.append((*content, before.id))
    bulk.update(writing.conn, posts, _CONTENT, rows)


def _keep_up(writing: _Writing, work: _Sorted) -> None:
    """Bring the mentions of known posts up to date."""
    asked = [before.id for _, before in work.changed]
    asked += [before.id for found, before in work.same if found.matches]
    stored = of_posts(writing.conn, asked)
    for found, before in work.changed:
        there = stored.get(before.id, {})
        writing.plan.change(before.id, before.rev + 1, found, there)
    for found, before in work.same:
        writing.plan.keep(before.id, before.rev, found, stored.get(before.id, {}))


def _refresh(conn: Connection, same: list[tuple[Found, _Stored]]) -> None:
    """Note new counts of likes and replies; nothing else of the post has changed."""
    rows = [
        (metrics, before.id)
        for found, before in same
        if found.post.metrics
        and (metrics := rowjson.dumps(dict(found.post.metrics))) != before.metrics
    ]
    bulk.update(conn, posts, ("metrics",), rows)


def _bury(writing: _Writing, gone: list[tuple[Post, _Stored]]) -> None:
    """Erase the words of deleted posts; what is left is that there was one."""
    rows = []
    for post, before in gone:
        rev = before.rev + 1
        nothing = ("", "", "", "", "{}", "{}", None)
        erased = (*nothing, writing.moment, content_hash(post), rev)
        rows.append((*erased, before.id))
        erase(writing.conn, before.id, rev)
    bulk.update(writing.conn, posts, _ERASED, rows)
    owners = {before.author_id for _, before in gone} - {None}
    people.forget(writing.conn, [owner for owner in owners if owner is not None])


def _content(
    writing: _Writing, found: Found, *, rev: int, before: _Stored | None = None
) -> tuple[Any, ...]:
    post = found.post
    key = people.key_of(post)
    author = writing.authors[key] if key else (before.author_id if before else None)
    edited = None if before is None else writing.moment
    if post.edited_at is not None:
        edited = to_micros(post.edited_at)
    return (
        str(post.kind),
        post.title,
        post.text,
        post.url,
        post.rating,
        post.rating_scale,
        post.lang or (found.sentiment.lang if found.sentiment else ""),
        post.in_reply_to,
        rowjson.dumps(dict(post.metrics)) if post.metrics else "{}",
        rowjson.dumps(dict(post.extra)) if post.extra else "{}",
        edited,
        content_hash(post),
        author,
        rev,
    )


def _origin(writing: _Writing, found: Found, number: int) -> tuple[Any, ...]:
    post = found.post
    return (
        number,
        post.source,
        post.external_id,
        to_micros(post.published_at),
        str(post.precision),
        writing.moment,
        writing.collector,
        0,
    )


def counts(conn: Connection) -> dict[str, Any]:
    """Return what there is, for a status line; removed mentions do not count."""
    alive = mentions.select().where(~mentions.c.removed).subquery()
    by_brand = select(alive.c.brand, func.count().label("number")).group_by(
        alive.c.brand
    )
    by_label = select(alive.c.label, func.count().label("number")).group_by(
        alive.c.label
    )
    brands = {row.brand: int(row.number) for row in conn.execute(by_brand)}
    labels = {
        row.label or "unscored": int(row.number) for row in conn.execute(by_label)
    }
    total = select(func.count()).select_from(posts).where(posts.c.deleted_at.is_(None))
    return {
        "posts": int(conn.execute(total).scalar_one()),
        "mentions": sum(brands.values()),
        "brands": brands,
        "labels": labels,
    }
