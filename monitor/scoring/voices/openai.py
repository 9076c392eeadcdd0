"""A language model behind an OpenAI-compatible chat endpoint, ours or somebody's.

The texts of posts are sent there. Calls go through the network that is passed in (the
program's own: guarded addresses, one deadline, no library that retries), and never
follow a redirect, which would carry the posts to somebody else.

A failed call is tried once more if that may help, and then no more. After a failure the
endpoint is left alone for a while, so that one that hangs costs two calls and not two
calls for each post. Nothing here waits: what may not be asked now is not read.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random, SystemRandom
from typing import Any, Protocol

from monitor.core.clock import Clock
from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceError,
    SourceUnavailable,
)
from monitor.scoring.voices.base import Probabilities, clipped, unread
from monitor.scoring.voices.prompt import NoAnswer, question, read_answer

log = logging.getLogger(__name__)

REST_SECONDS = 60.0
LONG_REST_SECONDS = 600.0
FAILURES_IN_A_ROW = 3
_MINUTE = 60.0


class Answered(Protocol):
    """What a server said; `sources.answer.Answer` is one."""

    def raise_for_status(self, kind: str = "") -> None:
        """Raise a SourceError unless the status is a success."""

    def json(self) -> Any:
        """Return the body read as JSON, or raise a SourceError."""


class Caller(Protocol):
    """The way to the network; `sources.http.Net` is one."""

    def send(
        self,
        method: str,
        url: str,
        *,
        kind: str,
        headers: Mapping[str, str] | None = None,
        follow: bool = True,
        **body: Any,
    ) -> Answered:
        """Make one call with a deadline; every failure is a SourceError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where to ask, what, and how often. `options` are sent with every request."""

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    calls_per_minute: int = 60
    posts_per_call: int = 1
    max_letters: int = 2000
    answer: str = "schema"
    options: Mapping[str, Any] = field(default_factory=lambda: {"temperature": 0})

    @property
    def url(self) -> str:
        """Return the address of the chat endpoint."""
        return f"{self.base_url.rstrip('/')}/chat/completions"

    @property
    def headers(self) -> dict[str, str]:
        """Return what proves who asks."""
        return {"Authorization": f"Bearer {self.api_key}"} if self.api_key else {}


class OpenAIVoice:
    """Asks a language model. Makes no call until it is read from."""

    def __init__(
        self,
        name: str,
        endpoint: Endpoint,
        *,
        net: Caller,
        clock: Clock,
        rng: Random | None = None,
    ) -> None:
        self.name = name
        self._endpoint = endpoint
        self._net = net
        self._pace = _Pace(clock, endpoint.calls_per_minute)
        self._rng = rng or SystemRandom()

    def read(self, texts: Sequence[str]) -> Probabilities:
        """Ask about texts; NaN for those that were not asked about or not answered."""
        out = unread(len(texts))
        limit, size = self._endpoint.max_letters, self._endpoint.posts_per_call
        known = [number for number, text in enumerate(texts) if text.strip()]
        for start in range(0, len(known), size):
            part = known[start : start + size]
            out[part] = self._twice([clipped(texts[n], limit) for n in part])
        return out

    def _twice(self, texts: list[str]) -> Probabilities:
        """Ask; once more if that may help, then one by one if the answer was none."""
        found, failure = self._ask(texts)
        if found is not None:
            return found
        if isinstance(failure, SourceChanged):
            return self._one_by_one(texts)
        if isinstance(failure, SourceUnavailable) and not isinstance(
            failure, RateLimited
        ):
            found, failure = self._ask(texts)
        if failure is not None:
            self._pace.rest_after(failure)
        return unread(len(texts)) if found is None else found

    def _one_by_one(self, texts: list[str]) -> Probabilities:
        out = unread(len(texts))
        for number, text in enumerate(texts):
            found, failure = self._ask([text])
            if found is not None:
                out[number] = found[0]
            elif failure is not None:
                self._pace.rest_after(failure)
        return out

    def _ask(self, texts: list[str]) -> tuple[Probabilities | None, SourceError | None]:
        """Make one call; both None if none may be made now."""
        if not self._pace.may_ask():
            return None, None
        asked = question(texts, self._rng)
        endpoint = self._endpoint
        body = asked.body(model=endpoint.model, answer=endpoint.answer)
        try:
            answer = self._net.send(
                "POST",
                endpoint.url,
                kind=self.name,
                headers=endpoint.headers,
                follow=False,
                json={**endpoint.options, **body},
            )
            answer.raise_for_status(self.name)
            out = unread(len(texts))
            out[:] = read_answer(answer.json(), asked)
        except NoAnswer as exc:
            return None, SourceChanged(self.name, str(exc))
        except SourceError as exc:
            return None, exc
        self._pace.worked()
        return out, None


class _Pace:
    """How often the endpoint may be asked, and when it is left alone."""

    def __init__(self, clock: Clock, calls_per_minute: int) -> None:
        self._clock = clock
        self._limit = calls_per_minute
        self._calls: deque[float] = deque()
        self._failures = 0
        self._rests_until = 0.0
        self._lock = threading.Lock()

    def may_ask(self) -> bool:
        """Count a call that is about to be made, or say that none may be."""
        with self._lock:
            now = self._clock.monotonic()
            while self._calls and self._calls[0] <= now - _MINUTE:
                self._calls.popleft()
            if now < self._rests_until or len(self._calls) >= self._limit:
                return False
            self._calls.append(now)
            return True

    def worked(self) -> None:
        """Note that an answer came."""
        with self._lock:
            self._failures = 0

    def rest_after(self, failure: SourceError) -> None:
        """Leave the endpoint alone for as long as a failure asks for.

        A single request that was refused or badly answered may be the fault of its
        post: strangers must not be able to switch the voice off.
        """
        with self._lock:
            self._failures += 1
            seconds = _rest(failure, self._failures)
            if not seconds:
                return
            self._failures = 0
            self._rests_until = self._clock.monotonic() + seconds
        log.warning(
            "a language model is not asked for a while: %s",
            failure,
            extra={"seconds": round(seconds)},
        )


def _rest(failure: SourceError, in_a_row: int) -> float:
    if isinstance(failure, RateLimited):
        wait = failure.retry_after
        return REST_SECONDS if wait is None else max(wait, 1.0)
    if isinstance(failure, SourceAuthError):
        return LONG_REST_SECONDS
    if isinstance(failure, SourceUnavailable) or in_a_row >= FAILURES_IN_A_ROW:
        return REST_SECONDS
    return 0.0
