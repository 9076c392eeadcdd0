"""What many queries cost in a process of its own, and a rebuild while it matches."""

from __future__ import annotations

import gc
import resource
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

import psutil

from benchmarks.posts import brands, texts
from monitor.core.memory import collect_rarely
from monitor.matching import BrandQueries, Matcher

CHANGED = 10
PLANTED = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Bytes, CPU seconds (but `beside_wall`), and posts."""

    grown: int
    peak: int
    first: float
    again: float
    beside: float
    beside_wall: float
    changed: int
    meanwhile: int
    planted: int
    lost: int
    new: int
    new_lost: int


class Listener:
    """A thread that matches posts with whatever matcher is in force."""

    def __init__(self, matcher: Matcher, posts: list[tuple[str, str]]) -> None:
        """`posts` are names of brands, and texts that name them."""
        self.matcher = matcher
        self.matched = self.lost = 0
        self._posts = posts
        self._over = threading.Event()
        self._rounds = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def wait_for_rounds(self, count: int) -> None:
        """Wait until all posts have been matched so many times more."""
        while self._rounds.acquire(blocking=False):
            pass
        for _ in range(count):
            self._rounds.acquire()

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def _listen(self) -> None:
        while not self._over.is_set():
            for brand, text in self._posts:
                found = {match.brand for match in self.matcher.match("", text)}
                self.lost += brand not in found
                self.matched += 1
            self._rounds.release()


def measure_apart(count: int) -> Cost:
    """Measure in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, count).result()


def measure(count: int) -> Cost:
    """Build, build again, and build beside a thread that matches."""
    collect_rarely()  # as the program does when it starts
    planted = brands(count)
    changed = _changed(planted)
    posts = _naming(planted[CHANGED:])
    before = _resident()
    started = time.process_time()
    matcher = Matcher(planted)
    first = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    gc.collect()
    grown = _resident() - before
    listener = Listener(matcher, posts)
    listener.wait_for_rounds(2)
    done, wall, own = listener.matched, time.perf_counter(), time.thread_time()
    rebuilt = Matcher(changed)
    beside, beside_wall = time.thread_time() - own, time.perf_counter() - wall
    meanwhile = listener.matched - done
    listener.matcher = rebuilt
    listener.wait_for_rounds(2)
    listener.end()
    new = _naming(changed[:CHANGED])
    started = time.process_time()
    Matcher(_changed(planted, seed=78))
    again = time.process_time() - started
    return Cost(
        grown=grown,
        peak=peak,
        first=first,
        again=again,
        beside=beside,
        beside_wall=beside_wall,
        changed=CHANGED,
        meanwhile=meanwhile,
        planted=listener.matched,
        lost=listener.lost,
        new=len(new),
        new_lost=sum(
            brand not in {match.brand for match in rebuilt.match("", text)}
            for brand, text in new
        ),
    )


def _changed(planted: list[BrandQueries], seed: int = 77) -> list[BrandQueries]:
    """Return the brands, the first few of them with other queries."""
    others = brands(CHANGED, seed, only_names=True)
    first = [
        replace(brand, queries=other.queries)
        for brand, other in zip(planted, others, strict=False)
    ]
    return [*first, *planted[CHANGED:]]


def _naming(some: list[BrandQueries]) -> list[tuple[str, str]]:
    """Return posts that each hold the first name of a brand that needs no more."""
    plain = [b for b in some if not b.queries[0].startswith("(")][:PLANTED]
    fillers = texts(len(plain), [], seed=6)
    return [
        (brand.brand, f"{text} {brand.queries[0].split(' OR ')[0]} {text}")
        for brand, text in zip(plain, fillers, strict=True)
    ]


def _resident() -> int:
    return psutil.Process().memory_info().rss
