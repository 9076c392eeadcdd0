"""What people said of texts, brand by brand: a list to which is added, and undone.

Of each text, brand and subject the newest verdict that is not undone counts. So undoing
one brings the one before it back. The table `marks`, which the query tools read, says
which verdict about us or not counts at present; it is kept in step here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, insert, or_, select, update

from monitor.store import bulk, marks
from monitor.store.schema import alert_mentions, alerts, mentions, posts, teachings
from monitor.teaching.verdicts import Example, Subject, Verdict, subject_of


class Said(NamedTuple):
    """One verdict to be written down: of a stored post, or of the text itself."""

    brand: str
    verdict: Verdict
    post_id: int | None = None
    text: str = ""
    lang: str = ""


class Teaching(NamedTuple):
    """One verdict that counts, for people to look at."""

    id: int
    brand: str
    subject: str
    verdict: str
    post_id: int | None
    source: str | None
    external_id: str | None
    title: str | None
    text: str
    said_by: str
    said_at: datetime
    batch: str

    @property
    def name(self) -> str:
        """Return how the text is found again."""
        if self.post_id is None:
            return f"teaching {self.id}"
        return f"{self.source}:{self.external_id}"


class Mention(NamedTuple):
    """Which post a mention is in, and of which brand it is."""

    post_id: int
    brand: str


def record(
    conn: Connection, said: Said, *, by: str, now: datetime, batch: str = ""
) -> int | None:
    """Write a verdict down; return its number, None if that is what counts already."""
    subject = subject_of(said.verdict)
    target = _target(said)
    if _counting(conn, said.brand, target, subject) == said.verdict:
        return None
    number = bulk.next_id(conn, teachings)
    conn.execute(
        insert(teachings).values(
            id=number,
            brand=said.brand,
            subject=subject.value,
            verdict=said.verdict.value,
            post_id=said.post_id,
            target=target,
            text="" if said.post_id is not None else said.text,
            lang=said.lang,
            said_by=by,
            said_at=now,
            batch=batch,
        )
    )
    _keep_marks(conn, said.brand, target, said.post_id)
    return number


def new_batch(conn: Connection) -> str:
    """Return a name, not used before, for verdicts that come and go together."""
    return f"b{bulk.next_id(conn, teachings)}"


def undo(
    conn: Connection,
    *,
    by: str,
    now: datetime,
    number: int | None = None,
    batch: str = "",
) -> int:
    """Take back one verdict, or a batch of them; return how many were taken back."""
    which = (
        teachings.c.id == number if number is not None else teachings.c.batch == batch
    )
    if number is None and not batch:
        return 0
    return _undo(conn, which, by=by, now=now)


def withdraw(  # noqa: PLR0913 - what names a verdict
    conn: Connection,
    brand: str,
    post_id: int,
    subject: Subject,
    *,
    by: str,
    now: datetime,
) -> int:
    """Take back everything that was said of one subject of a post."""
    which = (
        (teachings.c.brand == brand)
        & (teachings.c.post_id == post_id)
        & (teachings.c.subject == subject.value)
    )
    return _undo(conn, which, by=by, now=now)


def listing(
    conn: Connection, brand: str = "", limit: int = 1_000, batch: str = ""
) -> list[Teaching]:
    """Return the verdicts that count, the newest in front."""
    wanted = _alive(brand).with_only_columns(
        teachings.c.id,
        teachings.c.brand,
        teachings.c.subject,
        teachings.c.verdict,
        teachings.c.post_id,
        posts.c.source,
        posts.c.external_id,
        posts.c.title,
        func.coalesce(posts.c.text, teachings.c.text),
        teachings.c.said_by,
        teachings.c.said_at,
        teachings.c.batch,
    )
    if batch:
        wanted = wanted.where(teachings.c.batch == batch)
    return list(map(Teaching._make, conn.execute(wanted.limit(limit))))


def examples(conn: Connection, brand: str, limit: int) -> list[Example]:
    """Return what there is to learn from for a brand, the newest in front."""
    wanted = _alive(brand).with_only_columns(
        teachings, posts.c.source, posts.c.external_id, *_WORDS
    )
    return [_example(row) for row in conn.execute(wanted.limit(limit))]


def brands(conn: Connection) -> list[str]:
    """Return every brand that something counts for."""
    said = select(teachings.c.brand).where(teachings.c.undone_at.is_(None)).distinct()
    return sorted(conn.execute(said).scalars())


def sums(conn: Connection, brand: str) -> dict[str, int]:
    """Return how many texts of a brand have each verdict."""
    alive = _alive(brand).with_only_columns(teachings.c.verdict).order_by(None)
    inner = alive.subquery()
    counted = select(inner.c.verdict, func.count()).group_by(inner.c.verdict)
    found = {str(verdict): int(number) for verdict, number in conn.execute(counted)}
    return {v.value: found[v] for v in Verdict if v in found}


def revision(conn: Connection) -> tuple[int, ...]:
    """Return numbers that change whenever something else is to be learned."""
    counted = select(
        func.count(),
        func.max(teachings.c.id),
        func.count(teachings.c.undone_at),
        func.count(posts.c.deleted_at),
        func.sum(posts.c.rev),
    ).select_from(teachings.outerjoin(posts, posts.c.id == teachings.c.post_id))
    return tuple(int(number or 0) for number in conn.execute(counted).one())


def mention(conn: Connection, mention_id: int) -> Mention | None:
    """Return what a mention is; None if it or its post is gone."""
    row = conn.execute(
        select(mentions.c.post_id, mentions.c.brand)
        .join(posts, posts.c.id == mentions.c.post_id)
        .where(mentions.c.id == mention_id, posts.c.deleted_at.is_(None))
    ).first()
    return None if row is None else Mention(*row)


def said_of_rules(conn: Connection) -> dict[str, list[set[Verdict]]]:
    """Return, for each rule, what was said of each mention it alerted on."""
    newest = _newest().subquery()
    rows = conn.execute(
        select(
            alert_mentions.c.mention_id,
            alert_mentions.c.why,
            alerts.c.rules,
            teachings.c.verdict,
        )
        .join(alerts, alerts.c.id == alert_mentions.c.alert_id)
        .join(mentions, mentions.c.id == alert_mentions.c.mention_id)
        .join(
            teachings,
            (teachings.c.post_id == mentions.c.post_id)
            & (teachings.c.brand == mentions.c.brand),
        )
        .where(teachings.c.id.in_(select(newest.c.id)))
    )
    said: dict[tuple[str, int], set[Verdict]] = {}
    for row in rows:
        for rule in _fired(row.rules, row.why):
            said.setdefault((rule, row.mention_id), set()).add(Verdict(row.verdict))
    found: dict[str, list[set[Verdict]]] = {}
    for (rule, _mention), verdicts in said.items():
        found.setdefault(rule, []).append(verdicts)
    return found


def _fired(rules: Sequence[str], why: Sequence[str]) -> list[str]:
    """Return which of an alert's rules this mention met: each says why."""
    return [rule for rule in rules if any(w.startswith(f"{rule}: ") for w in why)]


_WORDS = (
    posts.c.title.label("post_title"),
    posts.c.text.label("post_text"),
    posts.c.lang.label("post_lang"),
    posts.c.rating,
    posts.c.rating_scale,
)


def _example(row: Any) -> Example:
    own = row.post_id is None
    return Example(
        number=row.id,
        target=row.target,
        name=f"teaching {row.id}" if own else f"{row.source}:{row.external_id}",
        verdict=Verdict(row.verdict),
        by=row.said_by,
        title="" if own else row.post_title,
        text=row.text if own else row.post_text,
        lang=row.lang if own else row.post_lang,
        rating=row.rating,
        rating_scale=row.rating_scale or 5.0,
    )


def _newest(brand: str = "") -> Select[Any]:
    """Select the numbers of the verdicts that count."""
    wanted = select(func.max(teachings.c.id).label("id")).where(
        teachings.c.undone_at.is_(None)
    )
    if brand:
        wanted = wanted.where(teachings.c.brand == brand)
    return wanted.group_by(teachings.c.brand, teachings.c.target, teachings.c.subject)


def _alive(brand: str) -> Select[Any]:
    """Select the verdicts that count; what was said of deleted posts does not."""
    newest = _newest(brand).subquery()
    return (
        select(teachings.c.id)
        .outerjoin(posts, posts.c.id == teachings.c.post_id)
        .where(teachings.c.id.in_(select(newest.c.id)))
        .where(or_(teachings.c.post_id.is_(None), posts.c.deleted_at.is_(None)))
        .order_by(teachings.c.id.desc())
    )


def _counting(
    conn: Connection, brand: str, target: str, subject: Subject
) -> str | None:
    found: str | None = conn.execute(
        select(teachings.c.verdict)
        .where(
            teachings.c.brand == brand,
            teachings.c.target == target,
            teachings.c.subject == subject.value,
            teachings.c.undone_at.is_(None),
        )
        .order_by(teachings.c.id.desc())
        .limit(1)
    ).scalar()
    return found


def _undo(conn: Connection, which: Any, *, by: str, now: datetime) -> int:
    rows = conn.execute(
        select(
            teachings.c.id, teachings.c.brand, teachings.c.target, teachings.c.post_id
        )
        .where(which)
        .where(teachings.c.undone_at.is_(None))
    ).all()
    for chunk in bulk.chunks([row.id for row in rows]):
        conn.execute(
            update(teachings)
            .where(teachings.c.id.in_(chunk))
            .values(undone_at=now, undone_by=by)
        )
    for brand, target, post_id in {(r.brand, r.target, r.post_id) for r in rows}:
        _keep_marks(conn, brand, target, post_id)
    return len(rows)


def _keep_marks(conn: Connection, brand: str, target: str, post_id: int | None) -> None:
    """Let `marks` say what counts now about us or not."""
    if post_id is None:
        return
    row = conn.execute(
        select(teachings.c.verdict, teachings.c.said_by, teachings.c.said_at)
        .where(
            teachings.c.brand == brand,
            teachings.c.target == target,
            teachings.c.subject == Subject.ABOUT.value,
            teachings.c.undone_at.is_(None),
        )
        .order_by(teachings.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        marks.unmark(conn, post_id, brand)
        return
    verdict = marks.Verdict(row.verdict)
    marks.mark(conn, post_id, brand, verdict, by=row.said_by, now=row.said_at)


def _target(said: Said) -> str:
    """Return what is the same for all verdicts of one text."""
    if said.post_id is not None:
        return f"post:{said.post_id}"
    words = " ".join(said.text.split()).encode("utf-8", "surrogatepass")
    return f"text:{blake2b(words, digest_size=16).hexdigest()}"
