"""The whole way of a post, from bytes to SQLite, against the obvious program.

Stages: parse JSONL, gate, look up what is known, match, score, store, index. The
peer does the same work the way a first draft would: one `re` a query, stock VADER
for what matched, one INSERT a row in a transaction of its own.
"""

from __future__ import annotations

import io
import json
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import psutil

from benchmarks._peers import naive_pattern
from benchmarks.posts import brands, texts
from monitor.app import INDEX_BATCH
from monitor.cli.importing import BATCH
from monitor.core.clock import SystemClock
from monitor.core.memory import collect_rarely
from monitor.core.text import fold
from monitor.matching import BrandQueries, Matcher
from monitor.pipeline.collect import Collecting, Harvest
from monitor.pipeline.intake import Intake
from monitor.scoring import default_scorer
from monitor.store import search
from monitor.store.db import Store
from sources.base import Poison
from sources.records import read_jsonl

POSTS = 60_000
DISTINCT = 20_000
LONG_RUN = 1_000_000
EVERY_POST = 60_000
NAIVE_SECONDS = 4.0
SHARE = 0.02
SEED_DATE = "2026-11-01T08:00:00Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one measurement came to. Seconds are CPU seconds of the process."""

    posts: int
    seconds: float
    wall: float
    mentions: int
    rss_growth: int

    @property
    def rate(self) -> float:
        """Return posts a second of one core."""
        return self.posts / self.seconds


def run() -> None:
    """Print the three tables."""
    collect_rarely()  # as the program does when it starts
    planted = brands(10_000)
    # What is loaded once (the language model, the engine) is not the pipeline's cost.
    measure(planted[:10], texts(2_000, planted[:10], planted=1.0), 2_000)
    print("pipeline: bytes to SQLite (synchronous=FULL), one process, CPU seconds")
    _yardstick(planted)
    print("\n2 % of the posts match")
    print("queries    posts/s  mentions   naive posts/s   ratio")
    rates = [_table_row(planted[:count]) for count in (10, 1_000, 10_000)]
    print(f"from 10 to 10,000 queries: {rates[0] / rates[-1]:.1f} times slower")
    _every_post(planted[:1_000])
    _memory(planted[:1_000])
    _yardstick(planted)


def _yardstick(planted: list[BrandQueries]) -> None:
    """Say how fast the machine is now: shared ones change by half within minutes."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    english = [t for t in texts(4_000, planted) if t.isascii()]
    watch = _Watch()
    with watch:
        for text in english:
            analyzer.polarity_scores(text)
    print(f"(stock VADER alone, right now: {len(english) / watch.cpu:,.0f} posts/s)")


def _table_row(some: list[BrandQueries]) -> float:
    posts = texts(DISTINCT, some, planted=SHARE)
    outcome = measure(some, posts, POSTS)
    naive = naive_rate(some, posts)
    print(
        f"{len(some):7,} {outcome.rate:10,.0f} {outcome.mentions:9,} "
        f"{naive:15,.1f} {outcome.rate / naive:7,.0f}"
    )
    return outcome.rate


def _every_post(some: list[BrandQueries]) -> None:
    """The other extreme: every post names a brand; the index is up at the end."""
    some = [BrandQueries(brand="Acme", queries=("acmebrand",)), *some[1:]]
    posts = [f"acmebrand {text}" for text in texts(DISTINCT, some, planted=SHARE)]
    outcome = measure(some, posts, EVERY_POST, index=True)
    naive = naive_rate(some, posts)
    wall = outcome.posts / outcome.wall
    print("\nevery post matches, is scored, stored and indexed; 1,000 queries")
    print(
        f"{wall:,.0f} posts/s by the wall clock, {outcome.rate:,.0f} a core "
        f"({outcome.mentions:,} mentions of {outcome.posts:,} posts); "
        f"naive {naive:,.1f}, ratio {wall / naive:,.0f}"
    )


def _memory(some: list[BrandQueries]) -> None:
    posts = texts(DISTINCT, some, planted=SHARE)
    outcome = measure(some, posts, LONG_RUN)
    print(
        f"\n{LONG_RUN:,} posts: {outcome.rate:,.0f} posts/s, resident memory grew by "
        f"{outcome.rss_growth / 1e6:.0f} MB after the first tenth"
    )


def measure(
    some: list[BrandQueries], posts: list[str], count: int, *, index: bool = False
) -> Outcome:
    """Run `count` posts through the pipeline into a new database."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'bench.db'}", clock=SystemClock())
        store.migrate()
        intake = Intake(
            store=store, matcher=Matcher(some), scorer=default_scorer(), gated=True
        )
        intake.scorer.score("", "warm up, this is a good day")
        collecting = Collecting(intake=intake, clock=SystemClock(), decided=True)
        watch = _Watch()
        with _Indexing(store, watch) if index else nullcontext():
            harvest, growth = _feed(collecting, _lines(posts, count), count, watch)
        outcome = Outcome(
            posts=harvest.fetched,
            seconds=watch.cpu,
            wall=watch.wall,
            mentions=harvest.mentions,
            rss_growth=growth,
        )
        store.close()
    return outcome


class _Indexing:
    """Keeps the search index up beside the rest, as the daemon does, to the end."""

    def __init__(self, store: Store, watch: _Watch) -> None:
        self._store = store
        self._watch = watch
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        with self._watch:
            self._thread.join()

    def _keep(self) -> None:
        while True:
            last = self._over.is_set()
            if not _index(self._store):
                if last:
                    return
                self._over.wait(0.05)


class _Watch:
    """Adds up CPU and wall seconds inside its blocks; making up posts is outside."""

    cpu = wall = 0.0

    def __enter__(self) -> None:
        self._started = time.process_time(), time.perf_counter()

    def __exit__(self, *_error: object) -> None:
        self.cpu += time.process_time() - self._started[0]
        self.wall += time.perf_counter() - self._started[1]


def _feed(
    collecting: Collecting, chunks: Iterator[bytes], count: int, watch: _Watch
) -> tuple[Harvest, int]:
    now = datetime.now(UTC)
    me = psutil.Process()
    harvest, early = Harvest(), 0
    for chunk in chunks:
        with watch:
            records = read_jsonl(io.BytesIO(chunk), now=now)
            while batch := list(islice(records, BATCH)):
                kept = [item for item in batch if not isinstance(item, Poison)]
                harvest = collecting.save("bench", kept, harvest)
        if not early and harvest.fetched >= count / 10:
            early = me.memory_info().rss
    return harvest, me.memory_info().rss - early


def _index(store: Store) -> int:
    with store.read() as conn:
        found = search.read_pending(conn, INDEX_BATCH)
    with store.write() as conn:
        search.index(conn, found)
    return len(found)


def _lines(posts: list[str], count: int) -> Iterator[bytes]:
    """Yield JSONL in blocks; every line has an id of its own."""
    tails = [
        f'","text":{json.dumps(text, ensure_ascii=False)},"author":"u{n % 977}",'
        f'"published_at":"{SEED_DATE}","lang":"{"en" if text.isascii() else ""}"}}\n'
        for n, text in enumerate(posts)
    ]
    for start in range(0, count, 10 * BATCH):
        block = range(start, min(count, start + 10 * BATCH))
        yield "".join(f'{{"id":"{n}{tails[n % len(tails)]}' for n in block).encode()


def naive_rate(some: list[BrandQueries], posts: list[str]) -> float:
    """Return the posts a second of the obvious program, measured for a while."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    patterns = [naive_pattern(brand.queries[0]) for brand in some]
    analyzer = SentimentIntensityAnalyzer()
    done = 0
    with tempfile.TemporaryDirectory() as folder:
        conn = sqlite3.connect(Path(folder) / "naive.db")
        conn.execute("CREATE TABLE mention (id TEXT, brand INTEGER, score REAL)")
        cpu = time.process_time()
        for number, text in enumerate(posts):
            line = json.dumps({"id": str(number), "text": text})
            folded = fold(json.loads(line)["text"])
            for brand, pattern in enumerate(patterns):
                if pattern(folded):
                    score = analyzer.polarity_scores(text)["compound"]
                    row = (str(number), brand, score)
                    conn.execute("INSERT INTO mention VALUES (?, ?, ?)", row)
                    conn.commit()
            done += 1
            if time.process_time() - cpu > NAIVE_SECONDS:
                break
        took = time.process_time() - cpu
        conn.close()
    return done / took
