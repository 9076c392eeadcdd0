"""Server-sent events: one HTTP answer that does not end.

https://html.spec.whatwg.org/multipage/server-sent-events.html. Addresses are
guarded as everywhere; there is no total deadline, but a silence that is longer than
the heartbeat of the service ends the stream.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpcore2
import httpx2

from monitor.core.errors import SourceChanged, SourceRejected, SourceUnavailable
from sources import guard
from sources.http import DEFAULT_HEADERS, error_for

if TYPE_CHECKING:
    from sources.http import Net

CONNECT_SECONDS = 10.0
FOREVER_SECONDS = 1e8
MAX_EVENT = 1_000_000

_TIMEOUTS = dict.fromkeys(("connect", "pool", "write"), CONNECT_SECONDS)


@dataclass(frozen=True, slots=True)
class Event:
    """One event. A heartbeat has neither name nor data."""

    name: str = ""
    data: str = ""


def listen(
    net: Net, url: str, *, kind: str, headers: Mapping[str, str], silence: float
) -> Generator[Event]:
    """Yield events and heartbeats as they come, until the stream ends.

    The end, a silence of more than `silence` seconds included, is always a
    SourceUnavailable; a refusal is what its status means.
    """
    host = urlsplit(url).hostname or ""
    exchange = guard.Exchange(
        clock=net.clock,
        ends_at=net.clock.monotonic() + FOREVER_SECONDS,
        trusted_host=host if net.allow_private else "",
    )
    token = guard.current.set(exchange)
    try:
        yield from _listen(url, kind=kind, headers=headers, silence=silence)
    except guard.AddressRefused as exc:
        raise SourceRejected(kind, f"{exc}; check the address in the settings") from exc
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as exc:
        raise SourceUnavailable(kind, f"the stream from {host!r} broke off") from exc
    except httpcore2.TimeoutException as exc:
        raise SourceUnavailable(kind, f"nothing from {host!r} in time") from exc
    finally:
        guard.current.reset(token)


def _listen(
    url: str, *, kind: str, headers: Mapping[str, str], silence: float
) -> Iterator[Event]:
    agent = DEFAULT_HEADERS["User-Agent"]
    given: list[tuple[bytes | str, bytes | str]] = [
        ("Accept", "text/event-stream"),
        ("User-Agent", agent),
        *headers.items(),
    ]
    with (
        httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            network_backend=guard.GuardedBackend(),
        ) as pool,
        pool.stream(
            "GET",
            url,
            headers=given,
            extensions={"timeout": {**_TIMEOUTS, "read": silence}},
        ) as response,
    ):
        found = {k.decode("latin-1"): v.decode("latin-1") for k, v in response.headers}
        named = httpx2.Headers(found)
        if response.status != 200:
            raise error_for(kind, response.status, named)
        if "text/event-stream" not in named.get("content-type", ""):
            raise SourceChanged(kind, "the answer is not a stream of events")
        yield Event()  # the connection stands
        yield from parse_events(_lines(response.iter_stream(), kind))
    raise SourceUnavailable(kind, "the stream was closed")


def parse_events(lines: Iterable[str]) -> Iterator[Event]:
    """Yield the events that the lines of a stream make."""
    name, data = "", list[str]()
    for line in lines:
        if not line:
            if data:
                yield Event(name, "\n".join(data))
            name, data = "", []
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not field:
            yield Event()
        elif field == "event":
            name = value
        elif field == "data":
            data.append(value)


def _lines(chunks: Iterable[bytes], kind: str) -> Iterator[str]:
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line.removesuffix(b"\r").decode("utf-8", "replace")
        if len(rest) > MAX_EVENT:
            raise SourceChanged(kind, f"an event is larger than {MAX_EVENT:,} bytes")
