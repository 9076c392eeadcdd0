"""One HTTP POST with a deadline over all of it, and whether it can have arrived.

Built on httpx2's engine (httpcore2), because the three things a delivery needs
are only reachable there: every socket operation shares one deadline, the address
is checked after the name was looked up (no rebinding), and the moment the first
byte left is known. Redirects are never followed: they would carry secrets along.
"""

from __future__ import annotations

import math
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpcore2
import httpx2

from alerts.notifiers.address import env_proxy, is_public
from monitor.core.clock import SystemClock

BODY_LIMIT = 1_000_000
LONGEST_WAIT = 900.0
_CHUNK = 4096
_BEFORE = (
    httpcore2.ConnectError,
    httpcore2.ConnectTimeout,
    httpcore2.PoolTimeout,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
)

Found = TypeVar("Found")


class NotSent(Exception):
    """Nothing reached the other side."""


class Forbidden(NotSent):
    """The address may not be called."""


class MaybeSent(Exception):
    """The call may have been carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A complete answer; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Deadline:
    """The end of one delivery, shared by everything it does.

    It runs on the machine's clock, not on the program's: sockets wait in real
    time, and a stopped clock must not let them wait for ever.
    """

    def __init__(self, seconds: float) -> None:
        self._clock = SystemClock()
        self._end = self._clock.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left, 0 if none are."""
        return max(0.0, self._end - self._clock.monotonic())


class Wire:
    """Makes POST calls. Keeps no connections and may be shared between threads.

    `public_only` refuses addresses inside the own network. `env_proxy` honours
    HTTPS_PROXY, HTTP_PROXY and NO_PROXY, but never for a private address.
    """

    def __init__(self, *, public_only: bool = False, env_proxy: bool = False) -> None:
        self._public_only = public_only
        self._env_proxy = env_proxy
        self._tls: ssl.SSLContext | None = None

    def post(
        self, url: str, *, body: bytes, headers: Mapping[str, str], deadline: Deadline
    ) -> Reply:
        """Make one call; raise NotSent or MaybeSent if there is no whole answer."""
        backend = _Backend(deadline, public_only=self._public_only)
        target = _target(url)
        try:
            with (
                self._pool(url, backend) as pool,
                pool.stream(
                    "POST",
                    target,
                    headers=_headers(target, body, headers),
                    content=body,
                ) as response,
            ):
                return _read(response)
        except _BEFORE as exc:
            raise NotSent(_words(exc)) from exc
        except (
            httpcore2.NetworkError,
            httpcore2.ProtocolError,
            httpcore2.TimeoutException,
        ) as exc:
            failure = MaybeSent if backend.began else NotSent
            raise failure(_words(exc)) from exc

    def touch(self, url: str, *, deadline: Deadline) -> None:
        """Connect, with TLS where the URL says so, and hang up again."""
        backend = _Backend(deadline, public_only=self._public_only)
        target = _target(url)
        secure = target.scheme == b"https"
        host = target.host.decode("ascii")
        try:
            stream = backend.connect_tcp(host, target.port or (443 if secure else 80))
            if secure:
                stream = stream.start_tls(httpcore2.default_ssl_context(), host)
            stream.close()
        except (httpcore2.NetworkError, httpcore2.TimeoutException) as exc:
            raise NotSent(_words(exc)) from exc

    def _pool(self, url: str, backend: _Backend) -> httpcore2.ConnectionPool:
        if self._tls is None and url.lower().startswith("https:"):
            self._tls = httpcore2.default_ssl_context()
        proxy = env_proxy(url) if self._env_proxy else None
        if proxy is None:
            return httpcore2.ConnectionPool(
                ssl_context=self._tls, network_backend=backend
            )
        login = (proxy.username, proxy.password) if proxy.username else None
        return httpcore2.HTTPProxy(
            proxy_url=_target(str(proxy)),
            proxy_auth=login,
            ssl_context=self._tls,
            network_backend=backend,
        )


class _Stream(httpcore2.NetworkStream):
    """A connection on which no operation outlives the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, backend: _Backend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002  # the deadline decides
        return self._inner.read(max_bytes, self._backend.left(httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  # the deadline decides
        for start in range(0, len(buffer), _CHUNK):
            left = self._backend.left(httpcore2.WriteTimeout)
            self._backend.began = True
            self._inner.write(buffer[start : start + _CHUNK], left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002  # the deadline decides
    ) -> httpcore2.NetworkStream:
        left = self._backend.left(httpcore2.ConnectTimeout)
        return _Stream(
            self._inner.start_tls(ssl_context, server_hostname, left), self._backend
        )

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    """Opens connections to addresses that were checked. One object, one call."""

    def __init__(self, deadline: Deadline, *, public_only: bool) -> None:
        self._deadline = deadline
        self._public_only = public_only
        self._sockets = httpcore2.SyncBackend()
        self.began = False

    def left(self, too_late: type[Exception]) -> float:
        """Return the seconds left; raise `too_late` if there are none."""
        seconds = self._deadline.left()
        if seconds <= 0:
            raise too_late("no answer in time")
        return seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  # the deadline decides
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("the name has no address")
        for address in self._addresses(host, port):
            left = self.left(httpcore2.ConnectTimeout)
            try:
                stream = self._sockets.connect_tcp(
                    address, port, left, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as exc:
                failure = exc
            else:
                return _Stream(stream, self)
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        left = self.left(httpcore2.ConnectTimeout)
        try:
            found = within(
                left, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )
        except TimeoutError as exc:
            raise httpcore2.ConnectTimeout("the name was not found in time") from exc
        except (OSError, UnicodeError) as exc:
            raise httpcore2.ConnectError(f"the name was not found ({exc})") from exc
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if self._public_only and not all(is_public(a) for a in addresses):
            raise Forbidden("the address lies inside a private network")
        return addresses


def within(
    seconds: float,
    work: Callable[[], Found],
    *,
    abandon: Callable[[], None] = lambda: None,
) -> Found:
    """Return what `work` returns, or raise TimeoutError after `seconds`.

    What cannot be interrupted (a name look-up, a library's loop) goes on in a
    thread nobody listens to any more; `abandon` may hasten its end.
    """
    results: list[Found] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as exc:  # noqa: BLE001  # handed over to the waiting thread
            failures.append(exc)

    thread = threading.Thread(target=run, name="delivery", daemon=True)
    thread.start()
    thread.join(seconds)
    if results:
        return results[0]
    if failures:
        raise failures[0]
    abandon()
    raise TimeoutError("no answer in time")


def retry_after(headers: Mapping[str, str], *, now: datetime) -> float | None:
    """Return the seconds a reply asks to wait, within 1 s and 15 min.

    None without a Retry-After, or with one that makes no sense.
    """
    value = headers.get("retry-after", "").strip()
    try:
        seconds = float(value)
    except ValueError:
        try:
            at = parsedate_to_datetime(value)
        except ValueError:
            return None
        seconds = (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds()
        seconds = max(seconds, 0.0)
    if math.isnan(seconds) or seconds < 0:
        return None
    return min(max(seconds, 1.0), LONGEST_WAIT)


def _target(url: str) -> httpcore2.URL:
    parsed = httpx2.URL(url)
    return httpcore2.URL(
        scheme=parsed.raw_scheme,
        host=parsed.raw_host,
        port=parsed.port,
        target=parsed.raw_path,
    )


def _headers(
    target: httpcore2.URL, body: bytes, headers: Mapping[str, str]
) -> list[tuple[bytes, bytes]]:
    usual = 443 if target.scheme == b"https" else 80
    host = b"[%b]" % target.host if b":" in target.host else target.host
    if target.port not in (None, usual):
        host += b":%d" % target.port
    fixed = {
        b"Host": host,
        b"Content-Length": b"%d" % len(body),
        b"Accept-Encoding": b"identity",
        b"Connection": b"close",
    }
    given = {
        name.encode("ascii"): value.encode("ascii") for name, value in headers.items()
    }
    return [*fixed.items(), *given.items()]


def _read(response: httpcore2.Response) -> Reply:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_stream():
        size += len(part)
        if size > BODY_LIMIT:
            raise httpcore2.ReadError("the answer has no end")
        parts.append(part)
    headers = {
        name.decode("latin-1").lower(): value.decode("latin-1")
        for name, value in response.headers
    }
    return Reply(status=response.status, headers=headers, body=b"".join(parts))


def _words(exc: Exception) -> str:
    """Say what happened to a connection, in a few words."""
    if isinstance(exc, httpcore2.ConnectTimeout):
        return "no connection in time"
    if isinstance(exc, httpcore2.TimeoutException):
        return "no answer in time"
    detail = " ".join(str(exc).split())[:200]
    return detail or type(exc).__name__
