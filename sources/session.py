"""A `requests` session over `Net`, for the client libraries that want one."""

from __future__ import annotations

import io
from collections.abc import Mapping
from http.client import responses
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

from monitor.core.errors import SourceRejected
from sources.answer import error_for, read_json

if TYPE_CHECKING:
    from sources.http import Explain, Net


def new_session(
    net: Net,
    *,
    base_url: str | Mapping[str, str] | None,
    kind: str,
    explain: Explain | None,
) -> requests.Session:
    """Return a session that reaches the network through `net` and nothing else."""
    session = _Session(kind)
    session.trust_env = False
    session.adapters.clear()
    adapter = _NetAdapter(net, kind=kind, base_url=base_url, explain=explain)
    for scheme in ("https://", "http://"):
        session.mount(scheme, adapter)
    return session


class _Session(requests.Session):
    """A session whose own complaints do not quote the request."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def request(self, *args: Any, **more: Any) -> requests.Response:
        try:
            return super().request(*args, **more)
        except (requests.RequestException, UnicodeError):
            pass  # it quotes the header, maybe a credential: no cause, no context
        raise SourceRejected(
            self._kind,
            "the request cannot be sent; is there a line break in a setting?",
        )


class _NetAdapter(BaseAdapter):
    def __init__(
        self,
        net: Net,
        *,
        kind: str,
        base_url: str | Mapping[str, str] | None,
        explain: Explain | None,
    ) -> None:
        super().__init__()
        self._net = net
        self._kind = kind
        self._bases = {"": base_url} if isinstance(base_url, str) else base_url or {}
        self._explain = explain

    def send(
        self, request: requests.PreparedRequest, *_: Any, **__: Any
    ) -> requests.Response:
        """Make the call; the caller's time-outs and proxies are not asked."""
        headers = {str(k): _text(v) for k, v in request.headers.items()}
        body = request.body.encode() if isinstance(request.body, str) else request.body
        answer = self._net.send(
            request.method or "GET",
            rebased(request.url or "", self._bases),
            kind=self._kind,
            headers={k: v for k, v in headers.items() if k.lower() != "content-length"},
            follow=False,
            content=body,
        )
        if not 200 <= answer.status < 300:
            error = self._explain(answer) if self._explain else None
            raise error or error_for(self._kind, answer.status, answer.headers)
        if answer.body:
            read_json(self._kind, answer.body)
        response = requests.Response()
        response.status_code = answer.status
        response.reason = responses.get(answer.status, "")
        response.headers.update(answer.headers)
        response.encoding = "utf-8"
        response.url = answer.url
        response.request = request
        response.raw = io.BytesIO(answer.body)
        return response

    def close(self) -> None:
        """Leave the connections to `net`."""


def rebased(url: str, bases: Mapping[str, str]) -> str:
    """Return `url` under another host and path, if there is one for its host."""
    parts = urlsplit(url)
    base = bases.get(f"{parts.scheme}://{parts.netloc}", bases.get(""))
    if not base:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{base.rstrip('/')}{parts.path}{query}"


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
