"""WebSocket connections with the same guard as every other connection."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpcore2
from websockets.exceptions import InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from monitor.core.errors import SourceRejected, SourceUnavailable
from sources import guard
from sources.http import DEFAULT_HEADERS

if TYPE_CHECKING:
    from sources.http import Net

CONNECT_SECONDS = 10.0
CLOSE_SECONDS = 1.0
PING_SECONDS = 20.0


@contextmanager
def connected(
    net: Net, url: str, *, kind: str, subprotocols: Sequence[str], max_bytes: int
) -> Iterator[ClientConnection]:
    """Connect for the length of a `with` block.

    Raises SourceUnavailable if there is no connection, and InvalidStatus of
    websockets if the server refuses it with a status. What goes wrong inside the
    block, a closed connection above all, is SourceUnavailable too.
    """
    host = urlsplit(url).hostname or ""
    try:
        with connect(
            url,
            sock=_socket(net, url, kind),
            subprotocols=[Subprotocol(name) for name in subprotocols] or None,
            compression=None,
            proxy=None,
            open_timeout=CONNECT_SECONDS,
            close_timeout=CLOSE_SECONDS,
            ping_interval=PING_SECONDS,
            ping_timeout=PING_SECONDS,
            max_size=max_bytes,
            user_agent_header=DEFAULT_HEADERS["User-Agent"],
        ) as connection:
            yield connection
    except InvalidStatus:
        raise
    except (WebSocketException, OSError, EOFError) as exc:
        reason = str(exc)[:200] or type(exc).__name__
        raise SourceUnavailable(kind, f"no stream from {host!r}: {reason}") from exc


def _socket(net: Net, url: str, kind: str) -> socket.socket:
    """Connect to a checked address of the host."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        port = parts.port or (443 if parts.scheme == "wss" else 80)
        addresses = guard.resolve(host, port, seconds=CONNECT_SECONDS)
    except (httpcore2.NetworkError, httpcore2.TimeoutException, ValueError) as exc:
        raise SourceUnavailable(kind, f"host {host!r} is not known: {exc}") from exc
    if not net.allow_private and not all(map(guard.is_public, addresses)):
        raise SourceRejected(
            kind,
            f"host {host!r} does not have a public address;"
            " a private address has to be written in the settings",
        )
    failure: OSError = ConnectionError("the host has no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), CONNECT_SECONDS)
        except OSError as exc:
            failure = exc
    raise failure
