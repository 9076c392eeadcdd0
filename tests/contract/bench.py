"""A source on the bench: its case, a server that plays its network, its walks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.core.clock import SystemClock
from monitor.core.model import Post
from monitor.demo.server import DemoServer, Traffic
from monitor.demo.world import World
from sources import registry
from sources.base import Cursor, Page, Source
from sources.http import Net
from tests.contract.case import Case, Place, Spoil

PATIENCE = 20.0


class Bench:
    """Makes new sources for one case, and counts and disturbs their calls."""

    def __init__(self, case: Case, server: DemoServer, folder: Path) -> None:
        self.case = case
        self._server = server
        self._folder = folder
        self.now = datetime.now(UTC)
        self.expected = case.fill(self.place(), self.now)

    @property
    def traffic(self) -> Traffic:
        """The calls that the network got."""
        return self._server.traffic

    @property
    def calls(self) -> int:
        """How many calls that were."""
        return len(self.traffic.calls)

    def place(self, path: str = "plain") -> Place:
        """Where the source finds its network."""
        url = self._server.url(path)
        return Place(url=url, folder=self._folder, world=self._server.world)

    def load(self) -> type[Source]:
        """The class of the case."""
        return self.case.load() if self.case.load else registry.load(self.case.kind)

    def settings(self, path: str = "plain"):
        """What the operator wrote, checked."""
        return self.load().Settings(**self.case.settings(self.place(path)))

    def source(self, *, path: str = "plain", patience: float = PATIENCE) -> Source:
        """A new source, as for a new run."""
        net = Net(SystemClock(), allow_private=True, deadline=patience)
        return self.load()(self.settings(path), net=net)

    def walk(self, since: Cursor | None = None) -> list[Page]:
        """All pages of a run."""
        return list(self.source().fetch(self.case.query, since))


def posts_of(pages: Sequence[Page]) -> list[Post]:
    """All posts of some pages."""
    return [post for page in pages for post in page.posts]


def last_cursor(pages: Sequence[Page]) -> Cursor | None:
    """The cursor that would be in the store after these pages."""
    return next((p.cursor for p in reversed(pages) if p.cursor is not None), None)


@contextmanager
def bench_for(case: Case, folder: Path) -> Iterator[Bench]:
    """Serve the network of a case, as it is (/plain) and spoiled (/spoiled)."""
    world = World()
    plain: ASGIApp = Starlette(routes=list(_routes(case, world)))
    spoiled = _Spoiler(plain, case.spoil) if case.spoil else plain
    mounts = [Mount("/plain", app=plain), Mount("/spoiled", app=spoiled)]
    with DemoServer(world, [], extra=mounts) as server:
        yield Bench(case, server, folder)


def _routes(case: Case, world: World) -> Sequence[BaseRoute]:
    if case.routes:
        return case.routes(world)
    if not case.network:
        return []
    return import_module(f"monitor.demo.networks.{case.network}").routes(world)


class _Spoiler:
    """Changes the bodies of answers on their way out."""

    def __init__(self, app: ASGIApp, spoil: Spoil) -> None:
        self._app = app
        self._spoil = spoil

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body, start = bytearray(), {}

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))

        await self._app(scope, receive, collect)
        changed = self._spoil(bytes(body))
        headers = [(k, v) for k, v in start["headers"] if k != b"content-length"]
        headers.append((b"content-length", str(len(changed)).encode()))
        await send({**start, "headers": headers})
        await send({"type": "http.response.body", "body": changed})
