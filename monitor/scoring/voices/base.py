"""The contract of a voice: one more opinion on how the writer of a text feels.

Every voice is off until the operator asks for it. None may stop the program: where a
voice cannot read a text it says so with a row of NaN, and `Weighed` takes whatever goes
wrong inside one for the same.
"""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from monitor.core.errors import PluginError

log = logging.getLogger(__name__)

Probabilities = npt.NDArray[np.float32]
"""A row for each text: how likely it is negative, neutral, positive."""

NEGATIVE, NEUTRAL, POSITIVE = range(3)
_OFF_BY = 0.02


class Voice(Protocol):
    """Reads texts. Safe to share between threads."""

    name: str

    def read(self, texts: Sequence[str]) -> Probabilities:
        """Return (n, 3) probabilities: negative, neutral, positive.

        A row is NaN where the voice could not read the text.
        """


class VoiceError(PluginError):
    """A voice cannot be used. `setting` is what the operator has to look at."""

    def __init__(self, problem: str, *, setting: str = "") -> None:
        super().__init__(problem)
        self.setting = setting


@dataclass(slots=True)
class Tally:
    """How many texts a voice was asked about, and how many it read.

    `failures` counts the times it broke down. Safe to share between threads.
    """

    asked: int = 0
    read: int = 0
    failures: int = 0
    failing: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def count(self, *, asked: int, read: int, failed: bool) -> bool:
        """Add one call; return True if it is the first that failed in a row."""
        with self._lock:
            self.asked += asked
            self.read += read
            self.failures += failed
            first = failed and not self.failing
            self.failing = failed
        return first


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A voice, how much it counts, and the languages it is asked about."""

    voice: Voice
    weight: float = 1.0
    languages: frozenset[str] = frozenset()
    tally: Tally = field(default_factory=Tally, compare=False)

    def hears(self, lang: str) -> bool:
        """Tell whether the voice is asked about a language; without a list, any."""
        return not self.languages or lang.partition("-")[0].lower() in self.languages

    def read(self, texts: Sequence[str], langs: Sequence[str] = ()) -> Probabilities:
        """Ask about the texts in its languages. Never raises; see `Voice.read`.

        `langs` has a language for each text; without it every text is asked about.
        """
        out = unread(len(texts))
        heard = [
            number
            for number in range(len(texts))
            if not langs or self.hears(langs[number])
        ]
        if heard:
            out[heard] = self._ask([texts[number] for number in heard])
        return out

    def _ask(self, texts: list[str]) -> Probabilities:
        failure: Exception | None = None
        try:
            rows = checked(self.voice.read(texts), len(texts))
        except Exception as exc:  # noqa: BLE001  # models and libraries of other people
            rows, failure = unread(len(texts)), exc
        known = int(np.isfinite(rows[:, 0]).sum())
        failed = failure is not None
        if self.tally.count(asked=len(texts), read=known, failed=failed):
            log.warning(
                "a voice failed; posts are read without it",
                extra={"voice": self.name},
                exc_info=failure,
            )
        return rows

    @property
    def name(self) -> str:
        """Return what the voice is called."""
        return self.voice.name


def unread(count: int) -> Probabilities:
    """Return rows that say nothing."""
    return np.full((count, 3), np.nan, dtype=np.float32)


def checked(rows: Any, count: int) -> Probabilities:
    """Return rows that are probabilities; those that are not become NaN.

    Raises ValueError if there are not `count` rows of three.
    """
    found = np.array(rows, dtype=np.float32)
    if found.shape != (count, 3):
        raise ValueError(f"{found.shape} is not ({count}, 3)")
    total = found.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        wrong = ~(np.abs(total - 1) <= _OFF_BY)[:, 0] | ~(found >= 0).all(axis=1)
        found /= total
    found[wrong] = np.nan
    return found


def softmax(logits: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Turn each row of logits into probabilities."""
    wide = logits.astype(np.float64)
    powers = np.exp(wide - wide.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def needed(module: str, *, extra: str) -> Any:
    """Import a package that only this voice needs; raises VoiceError."""
    try:
        return importlib.import_module(module)
    except ImportError as exc:
        raise VoiceError(
            f"the package {module!r} is not installed; "
            f"run: pip install 'overheard[{extra}]'",
            setting="kind",
        ) from exc


def clipped(text: str, limit: int) -> str:
    """Return the beginning of a text, without what no library takes for text."""
    kept = text.lstrip()[:limit].encode("utf-8", "replace").decode("utf-8")
    return kept.replace("\0", " ")
