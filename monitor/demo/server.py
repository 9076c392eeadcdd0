"""The demo's one web server: every simulated network, on a loopback port."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from monitor.core.errors import MonitorError
from monitor.demo.world import World

START_SECONDS = 20.0
LONGEST_STALL_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP request or WebSocket opening that reached the server."""

    method: str
    path: str
    query: str
    headers: dict[str, str]


Fault = Callable[[Request], Awaitable[Response | None]]
"""Answer instead of the network; None closes the connection without an answer."""


@dataclass(slots=True)
class Traffic:
    """What was asked, and which of the coming calls shall go wrong."""

    calls: list[Call] = field(default_factory=list)
    faults: dict[int, Fault] = field(default_factory=dict)
    every_call: Fault | None = None

    def fail(self, call: int, fault: Fault) -> None:
        """Let the `call`-th HTTP request from now (0: the next) go wrong."""
        self.faults[len(self.calls) + call] = fault

    def clear(self) -> None:
        """Forget calls and faults."""
        self.calls.clear()
        self.faults.clear()
        self.every_call = None


class _Middle:
    """Notes each call and applies faults before the networks see it."""

    def __init__(self, app: ASGIApp, traffic: Traffic) -> None:
        self._app = app
        self._traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        number = len(self._traffic.calls)
        self._traffic.calls.append(
            Call(
                method=scope.get("method", "WEBSOCKET"),
                path=scope["path"],
                query=scope["query_string"].decode("ascii", "replace"),
                headers={k.decode(): v.decode("latin-1") for k, v in scope["headers"]},
            )
        )
        fault = self._traffic.faults.get(number, self._traffic.every_call)
        if fault is None or scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        answer = await fault(Request(scope, receive))
        if answer is None:
            # ASGI has no word for hanging up; uvicorn's receive knows the socket.
            receive.__self__.transport.abort()  # type: ignore[attr-defined]  # uvicorn
            return
        await answer(scope, receive, send)


def fails_with(
    status: int,
    body: str = "{}",
    *,
    media_type: str = "application/json",
    **headers: str,
) -> Fault:
    """Return a fault that answers with a status; `_` in header names means `-`."""

    async def answer(_request: Request) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Response(body, status, named, media_type)

    return answer


def hangs(seconds: float = LONGEST_STALL_SECONDS) -> Fault:
    """Return a fault that does not answer for `seconds`."""

    async def answer(_request: Request) -> Response:
        await asyncio.sleep(seconds)
        return Response(status_code=504)

    return answer


async def drops(_request: Request) -> Response | None:
    """Hang up without an answer; itself a fault."""
    return None


class DemoServer:
    """Runs the networks in a thread: `with DemoServer(world) as server: …`."""

    def __init__(
        self,
        world: World,
        networks: Sequence[str],
        *,
        extra: Sequence[BaseRoute] = (),
        port: int = 0,
    ) -> None:
        self.world = world
        self.traffic = Traffic()
        mounts: list[BaseRoute] = [
            Mount(f"/{kind}", routes=_routes(kind, world)) for kind in networks
        ]
        app = _Middle(Starlette(routes=[*extra, *mounts]), self.traffic)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                host="127.0.0.1",
                port=port,
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=1,
                ws="websockets-sansio",
            )
        )
        self._thread = threading.Thread(
            target=self._server.run, name="demo-server", daemon=True
        )

    @property
    def port(self) -> int:
        """Return the port that was given by the system, or asked for."""
        return int(self._server.servers[0].sockets[0].getsockname()[1])

    def url(self, kind: str) -> str:
        """Return a network's base URL, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}/{kind}"

    def start(self) -> DemoServer:
        """Start serving; return once connections are accepted."""
        self._thread.start()
        waiting = threading.Event()
        for _ in range(int(START_SECONDS / 0.01)):
            if self._server.started:
                return self
            if not self._thread.is_alive():
                break
            waiting.wait(0.01)
        raise MonitorError("the demo server did not start; is its port in use?")

    def stop(self) -> None:
        """Stop serving and wait for the thread."""
        self._server.should_exit = True
        self._thread.join(timeout=10)

    def __enter__(self) -> DemoServer:
        return self.start()

    def __exit__(self, *_error: object) -> None:
        self.stop()


def _routes(kind: str, world: World) -> list[BaseRoute]:
    module = import_module(f"monitor.demo.networks.{kind}")
    routes: list[BaseRoute] = module.routes(world)
    return routes
