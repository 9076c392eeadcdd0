"""The contract of a source. Read this first, then the nearest neighbour."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel, ConfigDict

from monitor.core.errors import SourceChanged
from monitor.core.model import Post

if TYPE_CHECKING:
    from sources.http import Net

log = logging.getLogger(__name__)

Cursor = Mapping[str, Any]
"""A small JSON object (under 4 KB) that only its own source understands."""

Item = TypeVar("Item")

FEW = 2
"""So many unreadable items alone do not mean that the service has changed."""


class SourceSettings(BaseModel):
    """Settings of one source: frozen, unknown names refused, secrets as SecretStr."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way for a post to be of interest.

    It holds at least one word of every group, and no word of `without`. The first
    group is the one that is likely rarest: who can ask for one thing asks for it.
    """

    groups: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceQuery:
    """What to ask a network for: enough to find the brands, never the last word.

    `terms` are plain words and phrases, `hashtags` and `handles` come without
    their sign; a post with any of them is worth fetching. `ways` says the same more
    narrowly, with signs, for networks that charge by what they return; empty if
    there is nothing more to say. `unasked` are queries that no search can be asked
    for. `text` is what the operator wrote for this network in its own language, used
    as it is. The local match decides afterwards.
    """

    terms: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    unasked: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poison:
    """One item that could not be read: what it was (cut to 4 KB) and why."""

    raw: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Posts, and the cursor that is safe to save once they are stored.

    A source that walks from newest to oldest has no safe cursor before the end
    of the walk: it leaves `cursor` at None on every page but the last. If the
    service stopped before the walk reached the old cursor, what lies between is
    out of reach, and the last page says so with `gap`. Items that could not be
    read are in `poison`; the store quarantines and counts them.
    """

    posts: tuple[Post, ...] = ()
    cursor: Cursor | None = None
    gap: bool = False
    poison: tuple[Poison, ...] = ()


class Meter(Protocol):
    """Money and quota of one collector, kept in the store across restarts."""

    def reserve(self, micros: int) -> None:
        """Put aside the most a call can cost (1 USD = 1,000,000 micros).

        Raises BudgetSpent, before the call is made, if the month's budget could
        be exceeded by it.
        """

    def settle(self, reserved: int, actual: int) -> None:
        """Replace what was put aside by what the call did cost."""


class FreeMeter:
    """The meter of a source that costs nothing."""

    def reserve(self, micros: int) -> None:
        """Allow it."""

    def settle(self, reserved: int, actual: int) -> None:
        """Forget it."""


@runtime_checkable
class Source(Protocol):
    """Reads one network. Knows nothing of brands, scores, stores or alerts.

    One object serves one run and is never shared between threads. It makes no
    retries and never sleeps: it raises a SourceError and the scheduler decides.
    Class variables it may have besides: `needs_key`, `min_interval`, `notes`, and
    `reads_whole` if it is not searched but hands out every post of what it reads.
    """

    kind: ClassVar[str]
    Settings: ClassVar[type[SourceSettings]]

    def __init__(self, settings: Any, *, net: Net) -> None: ...

    def check(self) -> None:
        """Make one cheap (authenticated) call; raise SourceError if it fails."""

    def fetch(self, query: SourceQuery, since: Cursor | None) -> Iterator[Page]:
        """Yield pages of posts newer than `since`, or a first helping if None.

        Repeating a post is allowed, losing one is not.
        """


@runtime_checkable
class StreamingSource(Source, Protocol):
    """A source that can also listen. Polling behind it reconciles."""

    def stream(
        self, query: SourceQuery, since: Cursor | None, stop: threading.Event
    ) -> Iterator[Page]:
        """Yield small pages as posts arrive, until `stop` is set.

        Raises SourceUnavailable when the connection ends, for whatever reason,
        a clean close too; the daemon connects again from the last stored cursor.
        A page without posts may be yielded at any time to save a cursor.
        """


def parse_page(
    kind: str, items: Iterable[Item], parse: Callable[[Item], Post]
) -> tuple[tuple[Post, ...], tuple[Poison, ...]]:
    """Parse item by item; what cannot be read becomes poison, not a lost page.

    Raises SourceChanged if there were several items and not one was readable: the
    service answers in another shape now. One or two bad ones are just bad.
    """
    posts: list[Post] = []
    poison: list[Poison] = []
    for item in items:
        try:
            posts.append(parse(item))
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
        ) as exc:
            reason = f"{type(exc).__name__}: {exc}"[:300]
            poison.append(Poison(raw=repr(item)[:4096], reason=reason))
    if len(poison) > FEW and not posts:
        raise SourceChanged(
            kind, f"no item was readable; the first: {poison[0].reason}"
        )
    if poison:
        log.warning("items left out", extra={"kind": kind, "count": len(poison)})
    return tuple(posts), tuple(poison)
