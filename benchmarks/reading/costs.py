"""What reading costs: speed for one post at a time, the first score, and memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import psutil

from benchmarks.reading.readers import Reader
from monitor.bootstrap import ROOT

SINGLY = 100
RUNS = 3
_LOOKS, _TOLD = 1_000, 20
_FRESH = """
import json, resource, sys
from monitor.scoring import default_scorer
texts = json.loads(sys.stdin.readline())
default_scorer().score("", texts[0])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, flush=True)
for text in texts[1:]:
    default_scorer().score("", text)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A process that has done nothing else.

    Seconds from its start by the clock and of the processor; bytes at most.
    """

    first_score: float
    first_score_cpu: float
    after_first: int
    after_many: int
    many: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Million:
    """The command `score` over many lines, in CPU seconds.

    Bytes of memory: the most after a tenth of the lines, and the most of all.
    """

    lines: int
    seconds: float
    early: int
    peak: int


def singly(reader: Reader, texts: Sequence[str]) -> float:
    """Return how many posts a second a core reads one by one."""
    some = texts[:SINGLY]
    if not some:
        return 0.0
    reader(some[:5])
    started = time.process_time()
    for text in some:
        reader([text])
    return len(some) / (time.process_time() - started)


def measure_fresh(texts: Sequence[str]) -> Fresh:
    """Start new processes; the time is the median of a few."""
    first = [_fresh(texts[:1]) for _ in range(RUNS)]
    _, _, after_many = _fresh(texts)
    return Fresh(
        first_score=median(seconds for seconds, _, _ in first),
        first_score_cpu=median(used for _, used, _ in first),
        after_first=max(peak for _, _, peak in first),
        after_many=after_many,
        many=len(texts),
    )


def _fresh(texts: Sequence[str]) -> tuple[float, float, int]:
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _FRESH],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="ascii",
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(list(texts)) + "\n")
        process.stdin.flush()
        used = process.stdout.readline()
        seconds = time.perf_counter() - started
        peak = process.stdout.readline()
    if process.returncode:
        raise SystemExit("a fresh process could not score")
    return seconds, float(used), int(peak)


def measure_million(
    texts: Sequence[str],
    lines: int,
    *,
    progress: Callable[[int], None] | None = None,
) -> Million:
    """Let the command `score` read so many lines from a pipe, and watch its memory."""
    before = _seconds_of_children()
    command = [sys.executable, "run_monitor.py", "score", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        watched = psutil.Process(process.pid)
        early = peak = 0
        for number in range(lines):
            text = f"{texts[number % len(texts)]} ({number})"
            line = json.dumps({"id": str(number), "text": text})
            process.stdin.write(line.encode() + b"\n")
            if number % max(1, lines // _LOOKS) == 0:
                peak = max(peak, watched.memory_info().rss)
                if number <= lines // 10:
                    early = peak
            if progress is not None and number % max(1, lines // _TOLD) == 0:
                progress(number)
        peak = max(peak, watched.memory_info().rss)
    return Million(
        lines=lines, seconds=_seconds_of_children() - before, early=early, peak=peak
    )


def _seconds_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
