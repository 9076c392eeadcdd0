"""Mentions as the rules and the words see them: with their post, author and score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, or_, select, update

from alerts.facts import MentionFacts
from monitor.core.model import Label, PostKind, Precision, Severity
from monitor.store import evidence
from monitor.store.schema import authors, mentions, posts


def undecided(conn: Connection, limit: int) -> list[MentionFacts]:
    """Return mentions the rules have not seen in this revision, oldest first.

    What is not scored yet has to wait.
    """
    query = (
        facts_query()
        .where(mentions.c.decided_rev < mentions.c.rev)
        .where(or_(mentions.c.label.is_not(None), mentions.c.removed))
        .order_by(mentions.c.id)
        .limit(limit)
    )
    return [mention_facts(row) for row in conn.execute(query)]


def any_undecided(conn: Connection) -> bool:
    """Tell whether `undecided` would return something."""
    query = (
        select(mentions.c.id)
        .where(mentions.c.decided_rev < mentions.c.rev)
        .where(or_(mentions.c.label.is_not(None), mentions.c.removed))
        .limit(1)
    )
    return conn.execute(query).first() is not None


def decided(conn: Connection, judged: Sequence[MentionFacts]) -> None:
    """Note that the rules have seen these mentions, in this revision."""
    if not judged:
        return
    conn.execute(
        update(mentions)
        .where(mentions.c.id == bindparam("judged"))
        .where(mentions.c.decided_rev < bindparam("seen"))
        .values(decided_rev=bindparam("seen")),
        [{"judged": facts.mention_id, "seen": facts.rev} for facts in judged],
    )


def facts_query() -> Select[Any]:
    return (
        select(
            mentions.c.id.label("mention_id"),
            mentions.c.post_id,
            mentions.c.rev,
            mentions.c.brand,
            mentions.c.query,
            mentions.c.spans,
            mentions.c.label,
            mentions.c.lang,
            mentions.c.score,
            mentions.c.p_negative,
            mentions.c.complaint,
            mentions.c.severity,
            mentions.c.intents,
            mentions.c.why,
            mentions.c.vader,
            mentions.c.engine,
            mentions.c.intensity,
            mentions.c.p_positive,
            mentions.c.reading,
            mentions.c.removed,
            posts.c.source,
            posts.c.external_id,
            posts.c.kind,
            posts.c.title,
            posts.c.text,
            posts.c.url,
            posts.c.author_id,
            posts.c.published_at,
            posts.c.precision,
            posts.c.first_seen_at,
            posts.c.rating,
            posts.c.rating_scale,
            posts.c.deleted_at,
            authors.c.external_id.label("author_external_id"),
            authors.c.handle.label("author_handle"),
            authors.c.name.label("author_name"),
            authors.c.followers.label("author_followers"),
        )
        .select_from(mentions)
        .join(posts, posts.c.id == mentions.c.post_id)
        .outerjoin(authors, authors.c.id == posts.c.author_id)
    )


def mention_facts(row: Row[Any]) -> MentionFacts:
    found = evidence.from_text(row.reading)
    return MentionFacts(
        mention_id=row.mention_id,
        post_id=row.post_id,
        rev=row.rev,
        brand=row.brand,
        query=row.query,
        source=row.source,
        external_id=row.external_id,
        kind=PostKind(row.kind),
        title=row.title,
        text=row.text,
        spans=tuple((int(a), int(b)) for a, b in row.spans),
        url=row.url,
        author_id=row.author_id,
        author_external_id=row.author_external_id or "",
        author_handle=row.author_handle or "",
        author_name=row.author_name or "",
        author_followers=row.author_followers,
        published_at=row.published_at,
        first_seen_at=row.first_seen_at,
        lang=row.lang,
        label=Label(row.label) if row.label else None,
        score=row.score,
        p_negative=row.p_negative,
        complaint=row.complaint,
        severity=Severity(row.severity),
        intents=tuple(row.intents),
        why=tuple(row.why),
        vader=row.vader,
        engine=row.engine,
        p_positive=row.p_positive,
        intensity=row.intensity or 0.0,
        flags=found.flags,
        waited_days=found.waited_days,
        contacts=found.contacts,
        evidence=found.evidence,
        parts=found.parts,
        silenced_by=found.silenced_by,
        rating=row.rating,
        rating_scale=row.rating_scale,
        deleted=row.deleted_at is not None,
        removed=bool(row.removed),
        precision=Precision(row.precision),
    )
