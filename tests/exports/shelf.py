"""A store, and ways to put posts, mentions and alerts into it."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, insert

from monitor.store.db import Store
from monitor.store.schema import (
    alert_mentions,
    alerts,
    authors,
    copies,
    mentions,
    posts,
)
from tests.fakes.clock import NOON

ROOT = Path(__file__).parents[2]


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read an exported CSV as any program would."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exporting(store: Store, target: str, *more: str) -> list[str]:
    """Return the command that exports in a process of its own, from ROOT."""
    url = store.place.url.render_as_string()
    return [sys.executable, "-m", "tests.exports.child", url, target, *more]


class Shelf:
    """A real store, and ways to fill it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.posts = 0

    def author(self, **more: Any) -> int:
        row = {"source": "x", "external_id": "77", "first_seen_at": NOON, **more}
        return self._insert(authors, row)

    def post(self, text: str = "hello Acme", **more: Any) -> int:
        self.posts += 1
        return self._insert(posts, {**self._post(text), **more})

    def mention(self, post_id: int, **more: Any) -> int:
        return self._insert(mentions, {**self._mention(post_id), **more})

    def _insert(self, table: Table, row: dict[str, Any]) -> int:
        with self.store.write() as connection:
            result = connection.execute(insert(table).values(**row))
            return int(result.inserted_primary_key[0])

    def _post(self, text: str) -> dict[str, Any]:
        at = NOON + timedelta(minutes=self.posts)
        return {
            "source": "x",
            "external_id": f"{self.posts}",
            "kind": "post",
            "title": "",
            "text": text,
            "url": f"https://x.example/{self.posts}",
            "published_at": at,
            "precision": "exact",
            "first_seen_at": at + timedelta(seconds=5),
            "lang": "en",
            "rating_scale": 5.0,
            "in_reply_to": "",
            "metrics": {},
            "extra": {},
            "collector": "x-main",
            "content_hash": 1,
            "rev": 1,
        }

    def _mention(self, post_id: int) -> dict[str, Any]:
        return {
            "post_id": post_id,
            "brand": "Acme",
            "query": "acme",
            "spans": [],
            "label": "neutral",
            "lang": "en",
            "intents": [],
            "why": [],
            "created_at": NOON,
            "rev": 1,
            "decided_rev": 1,
        }

    def many(self, count: int) -> None:
        """Store many mentions at once."""
        self.only([f"hello Acme {n}" for n in range(1, count + 1)])

    def only(self, texts: Sequence[str]) -> None:
        """Store mentions with these texts, and nothing else."""
        numbers = range(1, len(texts) + 1)
        first = self._post("")
        rows = [
            {**first, "id": n, "external_id": f"{n}", "text": text, "title": text[::-1]}
            for n, text in zip(numbers, texts, strict=True)
        ]
        with self.store.write() as connection:
            connection.execute(delete(mentions))
            connection.execute(delete(posts))
            connection.execute(insert(posts), rows)
            connection.execute(
                insert(mentions), [{"id": n, **self._mention(n)} for n in numbers]
            )

    def said(self, text: str, **more: Any) -> int:
        """Store a post that mentions the brand."""
        return self.mention(self.post(text, **more))

    def copy(self, post_id: int, first: int) -> None:
        """Note that a post is a copy; a post has the number of its only mention."""
        row = {"copy_of": first, "why": "text", "likeness": 1.0, "found_at": NOON}
        self._insert(copies, {"post_id": post_id, **row})

    def alert(self, mention_id: int, *, key: str, state: str = "open") -> None:
        row = {
            "key": key,
            "kind": "single",
            "brand": "Acme",
            "group_key": "g",
            "rules": [],
            "receivers": [],
            "state": state,
            "severity": 2,
            "opened_at": NOON,
            "last_at": NOON,
            "mention_count": 1,
        }
        held = {
            "alert_id": self._insert(alerts, row),
            "mention_id": mention_id,
            "rev": 1,
            "reason": "first",
            "why": [],
            "added_at": NOON,
        }
        self._insert(alert_mentions, held)
