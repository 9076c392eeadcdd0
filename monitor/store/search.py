"""Full-text search: the same hits on SQLite (FTS5) and PostgreSQL (tsvector).

Both index tokens that `monitor.core.text` makes, so that Korean, Chinese and
Japanese are found by two letters, and neither engine's own idea of a word counts.
The index follows the posts a moment later (`index_pending`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    column,
    exists,
    or_,
    select,
    table,
    text,
)

from monitor.core.crash import crash_point
from monitor.core.model import searchable
from monitor.core.text import search_phrase, search_tokens
from monitor.store import bulk, rowjson
from monitor.store.schema import authors, mentions, posts

MOST_QUERY = 5000
"""Characters; a longer query is cut. PostgreSQL fails on tens of thousands of words."""
MOST_TOKENS = 16_000
"""PostgreSQL counts positions up to 16,383; what stands further on is not found."""
_LONGEST_TOKEN = 200

_index = table("post_search", column("rowid"), column("post_id"), column("tokens"))
_UNINDEXED = (
    "SELECT id, rev, title, text, deleted_at FROM posts"
    " WHERE indexed_rev < rev ORDER BY id LIMIT ?"
)
_DELETE = {
    "sqlite": "DELETE FROM post_search WHERE rowid = ?",
    "postgresql": "DELETE FROM post_search WHERE post_id = ?",
}
# What has been read counts only where the post is still the same. On SQLite each
# statement does all rows: it works through them without Python's lock.
_GIVEN = (
    "(SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS rev,"
    " json_extract(value, '$[2]') AS tokens FROM json_each(?)) AS given"
    " CROSS JOIN posts USING (id, rev) WHERE indexed_rev < rev"
)
_REMOVE_SQLITE = (
    "DELETE FROM post_search WHERE rowid IN"  # noqa: S608 - ours
    f" (SELECT id FROM {_GIVEN} AND indexed_rev > 0)"
)
_ADD_SQLITE = (
    "INSERT INTO post_search (rowid, tokens)"  # noqa: S608 - ours
    f" SELECT id, tokens FROM {_GIVEN} AND tokens <> ''"
)
_MARK_SQLITE = (
    "UPDATE posts SET indexed_rev = rev WHERE id IN"  # noqa: S608 - ours
    f" (SELECT id FROM {_GIVEN})"
)
_REMOVE_POSTGRESQL = (
    "DELETE FROM post_search WHERE post_id IN (SELECT id FROM posts"
    " WHERE id = ? AND rev = ? AND indexed_rev < rev AND indexed_rev > 0)"
)
_ADD_POSTGRESQL = (
    "INSERT INTO post_search (post_id, tokens) SELECT id, ?::tsvector FROM posts"
    " WHERE id = ? AND rev = ? AND indexed_rev < rev"
)
_MARK_POSTGRESQL = (
    "UPDATE posts SET indexed_rev = rev WHERE id = ? AND rev = ? AND indexed_rev < rev"
)


class Unindexed(NamedTuple):
    """What the index should hold of a post; no tokens if nothing."""

    post_id: int
    rev: int
    tokens: str


def read_pending(conn: Connection, limit: int) -> list[Unindexed]:
    """Return up to `limit` posts that are new or changed, ready for `index`."""
    return [
        Unindexed(post_id, rev, "" if deleted_at else _words(title, body))
        for post_id, rev, title, body, deleted_at in bulk.fetch(
            conn, _UNINDEXED, (limit,)
        )
    ]


def index(conn: Connection, found: Sequence[Unindexed]) -> None:
    """Write to the index what was read, maybe a moment ago and in another thread.

    A post that has changed since, or was indexed by somebody else, is left alone.
    """
    if conn.dialect.name == "sqlite":
        rows: list[bulk.Row] = [(rowjson.dumps(found),)]
        for step in (_REMOVE_SQLITE, _ADD_SQLITE, _MARK_SQLITE):
            bulk.run(conn, step, rows)
    else:
        same = [(one.post_id, one.rev) for one in found]
        words = [
            (_positions(one.tokens), one.post_id, one.rev)
            for one in found
            if one.tokens
        ]
        bulk.run(conn, _REMOVE_POSTGRESQL, same)
        bulk.run(conn, _ADD_POSTGRESQL, words)
        bulk.run(conn, _MARK_POSTGRESQL, same)
    crash_point("index.before_commit")


def index_pending(conn: Connection, limit: int) -> int:
    """Do both in one transaction; return how many posts were indexed."""
    found = read_pending(conn, limit)
    index(conn, found)
    return len(found)


def unindex(conn: Connection, post_ids: Sequence[int]) -> None:
    """Take posts out of the index."""
    bulk.run(conn, _DELETE[conn.dialect.name], [(post_id,) for post_id in post_ids])


def search(  # noqa: PLR0913 - each narrows the search on its own
    conn: Connection,
    query: str,
    *,
    brand: str = "",
    source: str = "",
    limit: int = 50,
    before: tuple[datetime, int] | None = None,
) -> list[Row[Any]]:
    """Return posts that hold every term of the query, newest first.

    Quotes make a phrase. `brand` and `source` narrow the search if given. For the
    next page, pass the last row's `published_at` and `id` as `before`. A query
    without a word or number finds nothing, and no query is an error.
    """
    terms = _terms(query)
    if not terms:
        return []
    wanted = select(
        posts.c.id,
        posts.c.source,
        posts.c.external_id,
        posts.c.kind,
        posts.c.title,
        posts.c.text,
        posts.c.url,
        posts.c.published_at,
        posts.c.lang,
        posts.c.rating,
        authors.c.handle.label("author"),
    ).outerjoin(authors, authors.c.id == posts.c.author_id)
    conditions = [
        _holds(conn, terms),
        posts.c.deleted_at.is_(None),
        *_narrowed(brand, source, before),
    ]
    newest_first = (posts.c.published_at.desc(), posts.c.id.desc())
    return list(
        conn.execute(wanted.where(*conditions).order_by(*newest_first).limit(limit))
    )


def _narrowed(
    brand: str, source: str, before: tuple[datetime, int] | None
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if source:
        conditions.append(posts.c.source == source)
    if brand:
        named = and_(
            mentions.c.post_id == posts.c.id,
            mentions.c.brand == brand,
            ~mentions.c.removed,
        )
        conditions.append(exists().where(named))
    if before is not None:
        moment, post_id = before
        conditions.append(
            or_(
                posts.c.published_at < moment,
                and_(posts.c.published_at == moment, posts.c.id < post_id),
            )
        )
    return conditions


def _holds(conn: Connection, terms: list[list[str]]) -> ColumnElement[bool]:
    if conn.dialect.name == "sqlite":
        words = text("post_search MATCH :words")
        hits = select(_index.c.rowid).where(
            words.bindparams(bindparam("words", _fts5(terms)))
        )
    else:
        words = text("tokens @@ CAST(:words AS tsquery)")
        hits = select(_index.c.post_id).where(
            words.bindparams(bindparam("words", _tsquery(terms)))
        )
    return posts.c.id.in_(hits)


def _terms(query: str) -> list[list[str]]:
    """Return the query's phrases, each as its words; repeats once."""
    phrases = dict.fromkeys(search_phrase(query[:MOST_QUERY]))
    terms = (_cut(phrase.split(" ")) for phrase in phrases)
    return [words for words in terms if words]


def _words(title: str, body: str) -> str:
    tokens = search_tokens(searchable(title, body))
    if _needs_no_cut(tokens):
        return tokens
    return " ".join(_cut(tokens.split(" ")[:MOST_TOKENS]))


def _needs_no_cut(tokens: str) -> bool:
    """Say yes if every token is surely short, and there are not too many."""
    # A token that is too long covers one of these windows from end to end.
    half = _LONGEST_TOKEN // 2
    starts = range(0, len(tokens) - half + 1, half)
    return tokens.count(" ") < MOST_TOKENS and all(
        tokens.find(" ", start, start + half) >= 0 for start in starts
    )


def _cut(tokens: list[str]) -> list[str]:
    """Cut what is too long for PostgreSQL (2 KB), in the index and in queries."""
    return [token[:_LONGEST_TOKEN] for token in tokens if token]


def _positions(words: str) -> str:
    return " ".join(
        f"{_lexeme(token)}:{place}" for place, token in enumerate(words.split(), 1)
    )


def _fts5(terms: list[list[str]]) -> str:
    phrases = (" ".join(words).replace('"', '""') for words in terms)
    return " AND ".join(f'"{phrase}"' for phrase in phrases)


def _tsquery(terms: list[list[str]]) -> str:
    return " & ".join(f"({' <-> '.join(map(_lexeme, words))})" for words in terms)


def _lexeme(token: str) -> str:
    quoted = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'"
