"""A store with posts, mentions and alerts, for every test of exports."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert

from monitor.store.schema import (
    alert_mentions,
    alerts,
    authors,
    mentions,
    metadata,
    posts,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class FixedClock:
    """It is always noon."""

    def now(self) -> datetime:
        return NOON


class Shelf:
    """A small real database: what `Store.read()` gives, and ways to fill it."""

    def __init__(self, path: Path) -> None:
        self.engine = create_engine(f"sqlite:///{path}")
        metadata.create_all(self.engine)
        self.posts = 0

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection

    def author(self, **more: Any) -> int:
        row = {"source": "x", "external_id": "77", "first_seen_at": NOON, **more}
        with self.engine.begin() as connection:
            return connection.execute(insert(authors).values(**row)).inserted_primary_key[0]

    def post(self, text: str = "hello Acme", **more: Any) -> int:
        self.posts += 1
        row = {
            "source": "x",
            "external_id": f"{self.posts}",
            "kind": "post",
            "title": "",
            "text": text,
            "url": f"https://x.example/{self.posts}",
            "published_at": NOON + timedelta(minutes=self.posts),
            "precision": "exact",
            "first_seen_at": NOON + timedelta(minutes=self.posts, seconds=5),
            "lang": "en",
            "rating_scale": 5.0,
            "in_reply_to": "",
            "metrics": {},
            "extra": {},
            "collector": "x-main",
            "content_hash": 1,
            "rev": 1,
            **more,
        }
        with self.engine.begin() as connection:
            return connection.execute(insert(posts).values(**row)).inserted_primary_key[0]

    def mention(self, post_id: int, **more: Any) -> int:
        row = {
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
            **more,
        }
        with self.engine.begin() as connection:
            key = connection.execute(insert(mentions).values(**row)).inserted_primary_key
            return key[0]

    def said(self, text: str, **more: Any) -> int:
        """Store a post that mentions the brand."""
        return self.mention(self.post(text, **more))

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
        with self.engine.begin() as connection:
            alert_id = connection.execute(insert(alerts).values(**row)).inserted_primary_key[0]
            connection.execute(
                insert(alert_mentions).values(
                    alert_id=alert_id,
                    mention_id=mention_id,
                    rev=1,
                    reason="first",
                    why=[],
                    added_at=NOON,
                )
            )


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path / "store.db")
    yield shelf
    shelf.engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to export into."""
    made = tmp_path / "out"
    made.mkdir()
    return made
