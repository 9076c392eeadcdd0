"""What could not be kept: put aside for a person to look at, each thing once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import Connection, func, select

from monitor.store import bulk
from monitor.store.schema import quarantine, to_micros
from sources.base import Poison

MOST_RAW = 4096
_MOST_REASON = 500
_NEW = ("id", "collector", "external_id", "reason", "raw", "raw_hash", "seen_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """One item that was put aside."""

    id: int
    collector: str
    reason: str
    raw: str
    seen_at: datetime


def add(
    conn: Connection, collector: str, items: Iterable[Poison], now: datetime
) -> int:
    """Put items aside; return how many were not there yet."""
    fresh: dict[int, Poison] = {}
    for item in items:
        fresh.setdefault(_hash(item.raw), item)
    for seen in _known(conn, collector, fresh):
        del fresh[seen]
    first = bulk.next_id(conn, quarantine) if fresh else 0
    moment = to_micros(now)
    rows = [
        (
            number,
            collector,
            "",
            _storable(item.reason)[:_MOST_REASON],
            _storable(item.raw)[:MOST_RAW],
            raw_hash,
            moment,
        )
        for number, (raw_hash, item) in enumerate(fresh.items(), first)
    ]
    bulk.insert(conn, quarantine, _NEW, rows)
    return len(rows)


def count(conn: Connection, collector: str | None = None) -> int:
    """Return how many items are in quarantine."""
    query = select(func.count()).select_from(quarantine)
    if collector is not None:
        query = query.where(quarantine.c.collector == collector)
    return int(conn.execute(query).scalar_one())


def recent(conn: Connection, limit: int = 20) -> list[Quarantined]:
    """Return what was put aside last, newest first."""
    rows = conn.execute(
        select(
            quarantine.c.id,
            quarantine.c.collector,
            quarantine.c.reason,
            quarantine.c.raw,
            quarantine.c.seen_at,
        )
        .order_by(quarantine.c.id.desc())
        .limit(limit)
    )
    return [Quarantined(**row._asdict()) for row in rows]


def _known(conn: Connection, collector: str, hashes: Iterable[int]) -> list[int]:
    known: list[int] = []
    for chunk in bulk.chunks(list(hashes)):
        found = conn.execute(
            select(quarantine.c.raw_hash)
            .where(quarantine.c.collector == collector)
            .where(quarantine.c.raw_hash.in_(chunk))
        )
        known.extend(found.scalars())
    return known


def _hash(raw: str) -> int:
    digest = blake2b(raw.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _storable(text: str) -> str:
    """Return text that both engines take: no NUL, no half characters."""
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return whole.replace("\0", "\\x00")
