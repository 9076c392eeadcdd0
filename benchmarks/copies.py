"""Copies: what is found of a generated set, and how fast, beside datasketch."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.posts import brands, texts
from monitor.copies import CopyIndex, Writing, clean
from monitor.core.memory import collect_rarely
from tests.copies.campaigns import START, Planted, campaign_set
from tests.copies.judging import judge

T = TypeVar("T")

POSTS = 40_000
PEER_POSTS = 4_000
TURNS = 20
SHINGLE = 4


def run() -> None:
    """Print recall by kind, precision, posts a second and the ratio to the peer."""
    collect_rarely()
    planted = campaign_set(unrelated=20_000)
    _, found = _timed(lambda: CopyIndex().find([p.writing for p in planted]))
    firsts = [None if copy is None else copy.of for copy in found]
    print(f"copies: {len(planted):,} posts, of which {_copies(planted):,} are copies")
    _report("ours", planted, firsts)
    try:
        peer_firsts = _Peer().find([p.writing.text for p in planted[:PEER_POSTS]])
    except ImportError:
        print("the peer is not installed: pip install datasketch")
        return
    print(f"datasketch, of the first {PEER_POSTS:,}:")
    ids = [p.writing.id for p in planted]
    _report(
        "peer",
        planted[:PEER_POSTS],
        [None if place is None else ids[place] for place in peer_firsts],
    )
    _compare_speed()


def _compare_speed() -> None:
    """Let both work in turn, a little at a time: the machine has other work too."""
    posts = texts(POSTS, brands(50))
    size = sum(len(post.encode()) for post in posts) / len(posts)
    index, peer = CopyIndex(), _Peer()
    ours = peers = 0.0
    for start in range(0, POSTS, POSTS // TURNS):
        some = posts[start : start + POSTS // TURNS]
        few = some[: PEER_POSTS // TURNS]
        writings = _writings(some, start)
        ours += _timed(lambda w=writings: index.find(w))[0]  # type: ignore[misc]
        peers += _timed(lambda p=few: peer.find(p))[0]  # type: ignore[misc]
    rate, peer_rate = POSTS / ours, PEER_POSTS / peers
    print(f"speed: {size:.0f} bytes a post, one thread, CPU seconds, in turn")
    print("   posts/s   datasketch posts/s   ratio")
    print(f"{rate:10,.0f} {peer_rate:20,.0f} {rate / peer_rate:7.1f}")


def _writings(posts: Sequence[str], start: int) -> list[Writing]:
    return [
        Writing(id=n, source="x", text=post, at=START, author=str(n), handle=f"h{n}")
        for n, post in enumerate(posts, start)
    ]


class _Peer:
    """Cleans, looks up and inserts with datasketch, with its 128 permutations."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._sketch = MinHash
        self._index = MinHashLSH(threshold=0.5, num_perm=128)
        self._count = 0

    def find(self, posts: Sequence[str]) -> list[int | None]:
        """Return the number of the first post that each is like."""
        return [self._find(post) for post in posts]

    def _find(self, post: str) -> int | None:
        text = clean(post)
        ends = range(max(1, len(text) - SHINGLE + 1))
        sketch = self._sketch(num_perm=128)
        sketch.update_batch([text[at : at + SHINGLE].encode() for at in ends])
        like = self._index.query(sketch)
        if not like:
            self._index.insert(self._count, sketch)
        self._count += 1
        return min(like) if like else None


def _report(
    name: str, planted: Sequence[Planted], firsts: Sequence[int | None]
) -> None:
    verdict = judge(planted, firsts)
    for kind, recall in verdict.recall.items():
        print(f"{name}: recall {recall:6.3f}  {kind}")
    print(f"{name}: precision {verdict.precision:.4f}")
    wrong = Counter(post.kind for post in verdict.wrong)
    print(f"{name}: taken for copies though they are none: {dict(wrong) or 'none'}")


def _copies(planted: Sequence[Planted]) -> int:
    return sum(1 for p in planted if p.campaign and p.kind != "first")


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    before = time.process_time()
    result = work()
    return time.process_time() - before, result
