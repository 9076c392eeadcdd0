"""What every table has to be, and how fast it reads."""

from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Callable

import pytest

from monitor.scoring.signals import read_signals
from monitor.scoring.signals.model import FLAGS, INTENTS
from monitor.scoring.signals.table import Table
from monitor.scoring.signals.tables import LANGUAGES, language
from monitor.scoring.signals.writing import cues_of

ALL = sorted(LANGUAGES)
TWEET = (
    "I've been waiting 3 weeks for my refund from @Acme, called 4 times and nobody"
    " answers!!! This is ridiculous. Where is my order? #fail https://x.example/abc"
)
HOSTILE = [
    "refused " * 625,
    "a" * 5_000,
    "3 weeks " * 625,
    "called a b c d " * 333,
    "not not " * 625,
    "!" * 5_000,
    "@" * 5_000,
    "#" * 5_000,
    "é\u0301" * 2_500,
    "환불 안 돼요 3주째 " * 400,
    "退款三周没人理" * 700,
    "😡" * 5_000,
    "\n" * 5_000,
    "AAAA " * 1_000,
]


def table(lang: str) -> Table:
    """Return the table of a language."""
    found: Table = importlib.import_module(
        f"monitor.scoring.signals.words_{lang}"
    ).TABLE
    return found


def fastest(action: Callable[[], object], times: int = 5) -> float:
    """Return the least time of some runs, in seconds of this thread's work."""
    took = []
    for _ in range(times):
        start = time.thread_time()
        action()
        took.append(time.thread_time() - start)
    return min(took)


def test_the_languages_of_the_program_have_tables() -> None:
    assert {"en", "es", "fr", "de", "pt", "it"} <= LANGUAGES


@pytest.mark.parametrize("lang", ALL)
def test_a_table_speaks_of_everything(lang: str) -> None:
    found = table(lang)
    cues = list(cues_of(found))
    kinds = {cue.kind for cue in cues}

    assert found.lang == lang
    assert kinds >= (INTENTS | FLAGS | {"relief", "anger", "nothing"}) - {"question"}
    assert len(cues) >= 300
    assert len(language(lang).finder) > 1_000  # type: ignore[union-attr]
    for cue in cues:
        assert 0 <= cue.weight <= 1
        if cue.kind in {"relief", "praise", "question", "feature_request", "nothing"}:
            assert cue.weight == (cue.kind == "relief")


@pytest.mark.parametrize("lang", ["en", "de", "ko", "zh", ""])
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8] for text in HOSTILE])
def test_hostile_texts_are_read_in_bounded_time(text: str, lang: str) -> None:
    read_signals("x", lang)

    took = fastest(lambda: read_signals(text, lang), times=1)

    assert took < 0.15
    assert all(0 <= s.start < s.end <= 5_000 for s in read_signals(text, lang).found)


def test_a_tweet_is_read_fast() -> None:
    read_signals(TWEET, "en")

    took = fastest(lambda: [read_signals(TWEET, "en") for _ in range(100)]) / 100

    assert took < 0.001  # 0.1 ms on an idle machine; tests share theirs


def test_threads_read_the_same() -> None:
    expected = read_signals(TWEET, "en")
    seen = []

    def read() -> None:
        seen.extend(read_signals(TWEET, "en") for _ in range(20))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == [expected] * 80
