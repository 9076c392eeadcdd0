"""The network under `sources.http`: who may be connected to, and until when.

Two promises that HTTP libraries do not make. The *address* that is connected to is
checked, not the name, so neither a redirect nor a name server can lead into a
private network. And one *deadline* covers a whole exchange: looking up the name,
connecting, headers that drip, a body that drips.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpcore2

from monitor.core.clock import Clock

NAT64 = ipaddress.ip_network("64:ff9b::/96")
UNICAST6 = ipaddress.ip_network("2000::/3")


class AddressRefused(Exception):
    """The host leads to an address that is not public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What holds for the request that this thread is making.

    `trusted_host` was written by the operator with a private address and may be
    connected to, wherever it leads; every other host has to be public.
    """

    clock: Clock
    ends_at: float
    trusted_host: str = ""

    def left(self) -> float:
        """Return the seconds that are left, never less than zero."""
        return max(0.0, self.ends_at - self.clock.monotonic())


current: ContextVar[Exchange] = ContextVar("exchange")


def is_public(address: str) -> bool:
    """Say whether an IP address is a public unicast address of its own.

    Transition addresses (6to4, Teredo, NAT64, IPv4 inside IPv6) can wrap a private
    address, and no public service needs them: they are refused.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not ip.is_multicast
    wrapped = ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip in NAT64
    return not wrapped and ip in UNICAST6 and ip.is_global


def resolve(host: str, port: int, *, seconds: float) -> list[str]:
    """Return the addresses of a host. A name server that hangs is given up."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(entry[4][0]) for entry in found])
        except UnicodeError:
            answers.put(OSError("the host name cannot be used"))
        except OSError as exc:
            answers.put(exc)

    threading.Thread(target=ask, name="resolve", daemon=True).start()
    try:
        answer = answers.get(timeout=max(0.001, seconds))
    except queue.Empty:
        raise httpcore2.ConnectTimeout("the name server did not answer") from None
    if isinstance(answer, OSError):
        raise httpcore2.ConnectError(str(answer))
    return answer


class _Stream(httpcore2.NetworkStream):
    """A connection whose every operation ends with the exchange."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _bounded(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _bounded(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = _bounded(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to checked addresses only, and to the very address it checked."""

    def __init__(self) -> None:
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = _bounded(timeout, httpcore2.ConnectTimeout)
        addresses = resolve(host, port, seconds=seconds)
        if host != current.get().trusted_host and not all(map(is_public, addresses)):
            raise AddressRefused(f"host {host!r} does not have a public address")
        failure: Exception = httpcore2.ConnectError("the host has no address")
        for address in addresses:
            seconds = _bounded(timeout, httpcore2.ConnectTimeout)
            try:
                return _Stream(
                    self._inner.connect_tcp(
                        address, port, seconds, local_address, socket_options
                    )
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as exc:
                failure = exc
        raise failure


def _bounded(timeout: float | None, late: type[httpcore2.TimeoutException]) -> float:
    left = current.get().left()
    if left <= 0:
        raise late("the deadline has passed")
    return left if timeout is None else min(timeout, left)
