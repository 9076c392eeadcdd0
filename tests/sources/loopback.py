"""Servers for tests: one that plays a script on a bare socket, one for HTTP routes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from monitor.core.clock import SystemClock
from monitor.demo.server import DemoServer
from monitor.demo.world import World
from sources.http import Net

OK = b"HTTP/1.1 200 OK\r\n"


def net(**more: Any) -> Net:
    """A network that may use the loopback, with a real clock."""
    return Net(**{"clock": SystemClock(), "allow_private": True, **more})


class Wire:
    """What a script can do to its client."""

    def __init__(self, connection: socket.socket, done: threading.Event) -> None:
        self._connection = connection
        self.done = done

    def send(self, data: bytes) -> None:
        """Send at once."""
        self._connection.sendall(data)

    def drip(self, data: bytes, *, pause: float = 0.05) -> None:
        """Send over and over, a piece at a time, until the client has gone."""
        while not self.done.wait(pause):
            self.send(data)


@contextmanager
def playing(script: Callable[[Wire], None]) -> Iterator[str]:
    """Serve one script for every connection; yield the address."""
    done = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(65536)
                    script(Wire(connection, done))
                except OSError:
                    pass  # the client has had enough: that is what is tested

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        done.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(timeout=10)


Answering = Callable[[Request], Any]


@contextmanager
def answering(answer: Answering) -> Iterator[tuple[str, DemoServer]]:
    """Serve every path with a function: a Response, or what becomes JSON."""

    async def endpoint(request: Request) -> Response:
        said = answer(request)
        return said if isinstance(said, Response) else JSONResponse(said)

    routes = [Route("/{path:path}", endpoint, methods=["GET", "POST"])]
    with DemoServer(World(), [], extra=routes) as server:
        yield server.url("")[:-1], server
