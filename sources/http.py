"""Everything sources need from HTTP, with the promises that libraries do not make.

One total deadline per call, a cap on the body after decompression, at most three
redirects, none of them into a private network or with credentials to another host,
and one table from statuses to errors. Nothing here logs, retries or sleeps.
"""

from __future__ import annotations

import base64
import ssl
import weakref
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpcore2
import httpx2

from monitor.core.clock import Clock
from monitor.core.errors import (
    SourceChanged,
    SourceError,
    SourceRejected,
    SourceUnavailable,
)
from sources import guard
from sources.answer import Answer, error_for, read_json, retry_after
from sources.base import FreeMeter, Meter

if TYPE_CHECKING:
    import requests

__all__ = [
    "Answer",
    "Net",
    "basic",
    "error_for",
    "is_private_literal",
    "read_json",
    "retry_after",
]

DEADLINE_SECONDS = 30.0
CONNECT_SECONDS = 5.0
MAX_BYTES = 5_000_000
MAX_REDIRECTS = 3
DEFAULT_HEADERS = {
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
    "User-Agent": "overheard/1.0 (brand mention monitor)",
}

Explain = Callable[[Answer], SourceError | None]
"""Names what a refusing answer means, or None for what `error_for` says."""

_MAX_CODINGS = 2
# What may follow a redirect to another host; anything else could be a credential.
_HARMLESS = {
    "accept",
    "accept-encoding",
    "accept-language",
    "if-modified-since",
    "if-none-match",
    "user-agent",
}


class Net:
    """The way to the network, given to every source. Safe to share by threads.

    `allow_private` lets through hosts that the operator wrote, even if they are
    private; where such a host redirects to still has to be public.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        meter: Meter | None = None,
        allow_private: bool = False,
        deadline: float = DEADLINE_SECONDS,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self.clock = clock
        self.meter: Meter = meter or FreeMeter()
        self.allow_private = allow_private
        self.deadline = deadline
        self.max_bytes = max_bytes
        self._transport = _Transport()
        self.close = weakref.finalize(self, self._transport.close)

    def get(
        self,
        url: str,
        *,
        kind: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
    ) -> Answer:
        """Ask with GET. Every failure but a status is a SourceError."""
        headers = {**(headers or {}), **(basic(*auth) if auth else {})}
        return self.send("GET", url, kind=kind, headers=headers, params=params)

    def post(
        self,
        url: str,
        *,
        kind: str,
        json: Any = None,
        data: Mapping[str, Any] | bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask with POST; `data` is a form, or bytes as they are."""
        content, form = (data, None) if isinstance(data, bytes) else (None, data)
        return self.send(
            "POST",
            url,
            kind=kind,
            headers=headers,
            json=json,
            data=form,
            content=content,
        )

    def send(
        self,
        method: str,
        url: str,
        *,
        kind: str,
        headers: Mapping[str, str] | None = None,
        follow: bool = True,
        **body: Any,
    ) -> Answer:
        """Make one call of any method; `body` as httpx2.Request takes it."""
        request = _request(method, url, kind=kind, headers=headers, body=body)
        trusted = request.url.raw_host.decode("ascii") if self.allow_private else ""
        ends_at = self.clock.monotonic() + self.deadline
        token = guard.current.set(
            guard.Exchange(clock=self.clock, ends_at=ends_at, trusted_host=trusted)
        )
        try:
            return self._named(request, kind, MAX_REDIRECTS if follow else 0)
        finally:
            guard.current.reset(token)

    def session(
        self,
        *,
        base_url: str | Mapping[str, str] | None = None,
        kind: str = "source",
        explain: Explain | None = None,
    ) -> requests.Session:
        """Return a session for client libraries that speak through `requests`.

        It keeps every promise of this class. Its calls raise SourceErrors: for a
        status that is no success (`explain` may name it first) and for a body that
        is not JSON. `base_url` moves all calls to another host and path, or each
        "https://host" by a mapping.
        """
        from sources.session import new_session

        return new_session(self, base_url=base_url, kind=kind, explain=explain)

    def _named(self, request: httpx2.Request, kind: str, redirects: int) -> Answer:
        """Give whatever goes wrong on the way its name in our tree."""
        host = request.url.host
        try:
            return self._follow(request, kind, redirects)
        except guard.AddressRefused as exc:
            raise SourceRejected(
                kind, f"{exc}; a private address has to be written in the settings"
            ) from exc
        except (httpx2.LocalProtocolError, httpx2.InvalidURL):
            pass  # it quotes the header, maybe a credential: no cause, no context
        except httpx2.TimeoutException as exc:
            raise SourceUnavailable(
                kind, f"no complete answer from {host!r} in time"
            ) from exc
        except httpx2.RequestError as exc:
            cause = (str(exc) or type(exc).__name__)[:200]
            raise SourceUnavailable(kind, f"no answer from {host!r}: {cause}") from exc
        raise SourceRejected(
            kind, "the request cannot be sent; is there a line break in a setting?"
        )

    def _follow(self, request: httpx2.Request, kind: str, redirects: int) -> Answer:
        for _ in range(redirects + 1):
            answer = self._exchange(request, kind)
            location = answer.headers.get("location")
            moved = answer.status in (301, 302, 303, 307, 308)
            if not (moved and location and redirects):
                return answer
            request = _redirected(request, answer.status, location, kind)
        raise SourceRejected(
            kind, f"{request.url.host!r} redirects more than {redirects} times"
        )

    def _exchange(self, request: httpx2.Request, kind: str) -> Answer:
        response = self._transport.handle_request(request)
        response.request = request
        try:
            if response.headers.get("content-encoding", "").count(",") >= _MAX_CODINGS:
                raise SourceChanged(kind, "the answer is packed too many times")
            body = self._body(response, kind)
        finally:
            response.close()
        return Answer(
            response.status_code, response.headers, body, str(request.url), kind
        )

    def _body(self, response: httpx2.Response, kind: str) -> bytes:
        exchange, body = guard.current.get(), bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > self.max_bytes:
                raise SourceChanged(
                    kind, f"the answer is larger than {self.max_bytes:,} bytes"
                )
            if not exchange.left():
                raise SourceUnavailable(kind, "the answer did not end in time")
        return bytes(body)


class _Transport(httpx2.HTTPTransport):
    """httpx2's own transport over guarded connections, without its retries."""

    def __init__(self) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=_ssl_context(),
            keepalive_expiry=5.0,
            network_backend=guard.GuardedBackend(),
        )


@cache
def _ssl_context() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


def basic(user: str, password: str) -> dict[str, str]:
    """Return the header of basic authentication."""
    token = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
    return {"Authorization": f"Basic {token}"}


def _request(
    method: str,
    url: str,
    *,
    kind: str,
    headers: Mapping[str, str] | None,
    body: Mapping[str, Any],
) -> httpx2.Request:
    try:
        target = _target(url)
        merged = httpx2.Headers(DEFAULT_HEADERS)
        if target.userinfo:
            merged.update(basic(target.username, target.password))
        merged.update(headers or {})
        return httpx2.Request(
            method,
            target.copy_with(userinfo=b""),
            headers=merged,
            extensions={
                "timeout": {"connect": CONNECT_SECONDS, "pool": CONNECT_SECONDS}
            },
            **{name: value for name, value in body.items() if value is not None},
        )
    except (httpx2.InvalidURL, TypeError, ValueError):
        pass  # as above: it quotes the address or the header
    raise SourceRejected(
        kind, "an address or header cannot be used; check base_url and credentials"
    )


def _target(url: str) -> httpx2.URL:
    target = httpx2.URL(url)
    if target.scheme not in ("http", "https") or not target.host:
        raise ValueError("not an http address")
    return target


def _redirected(
    old: httpx2.Request, status: int, location: str, kind: str
) -> httpx2.Request:
    url = old.url.join(location)
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceRejected(
            kind, f"{old.url.host!r} redirects to something that is not http"
        )
    before = (old.url.scheme, old.url.host, old.url.port)
    headers = {
        name: value
        for name, value in old.headers.items()
        if name in _HARMLESS
        or (name != "host" and before == (url.scheme, url.host, url.port))
    }
    keeps = status in (307, 308) or old.method in ("GET", "HEAD")
    if not keeps:
        headers = {k: v for k, v in headers.items() if not k.startswith("content-")}
    return httpx2.Request(
        old.method if keeps else "GET",
        url.copy_with(userinfo=b""),
        headers=headers,
        content=old.read() if keeps and old.method not in ("GET", "HEAD") else None,
        extensions=old.extensions,
    )


def is_private_literal(url: str) -> bool:
    """Say whether a URL names a private host in so many words, as 127.0.0.1 does.

    What an operator wrote like this is meant; nothing is looked up.
    """
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or not guard.is_public(host)
    except ValueError:
        return False
