"""/healthz, /readyz and /metrics, on loopback.

`/healthz`: the process lives and its threads tick (503 if not).
`/readyz`: and every collector and receiver can do its work (503 says which not).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from monitor.core.errors import ConfigError

_START_CHECKS = 500
_START_PAUSE_SECONDS = 0.01

Verdict = Callable[[], tuple[bool, dict[str, Any]]]


class StatusServer:
    """A small HTTP server in a thread of its own."""

    def __init__(
        self,
        listen: str,
        *,
        alive: Verdict,
        ready: Verdict,
        registry: CollectorRegistry,
        refresh: Callable[[], None],
    ) -> None:
        host, _, port = listen.rpartition(":")
        self._listen = listen

        def metrics(_request: Request) -> Response:
            refresh()
            return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

        routes = [
            Route("/healthz", _endpoint(alive)),
            Route("/readyz", _endpoint(ready)),
            Route("/metrics", metrics),
        ]
        self._server = uvicorn.Server(
            uvicorn.Config(
                Starlette(routes=routes),
                host=host.strip("[]") or "127.0.0.1",
                port=int(port),
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(target=self._run, name="status", daemon=True)

    @property
    def port(self) -> int:
        """Return the port that is really used (0 in the settings: any)."""
        return int(self._server.servers[0].sockets[0].getsockname()[1])

    def start(self) -> None:
        """Start, or raise ConfigError if the address cannot be had."""
        self._thread.start()
        pause = threading.Event()
        for _ in range(_START_CHECKS):
            if self._server.started:
                return
            if not self._thread.is_alive():
                break
            pause.wait(_START_PAUSE_SECONDS)
        raise ConfigError(
            [
                (
                    f"daemon.listen: cannot listen on {self._listen!r}; is something "
                    "else there? choose another port, or 127.0.0.1:0 for any"
                )
            ]
        )

    def stop(self) -> None:
        """Stop serving; returns within two seconds."""
        self._server.should_exit = True
        self._thread.join(timeout=2)

    def _run(self) -> None:
        try:
            self._server.run()
        except SystemExit:
            # uvicorn's way to say that the address is taken; start() reports it.
            return


def _endpoint(verdict: Verdict) -> Callable[[Request], Response]:
    def answer(_request: Request) -> Response:
        good, details = verdict()
        return JSONResponse(details, status_code=200 if good else 503)

    return answer
