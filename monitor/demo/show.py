"""`demo`: the real program on a simulated internet, watched live."""

from __future__ import annotations

import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import typer
import yaml
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from config import load
from monitor.app import App
from monitor.core.clock import Clock, SystemClock
from monitor.core.durations import seconds_of
from monitor.core.errors import MonitorError
from monitor.daemon import Daemon
from monitor.demo.inventor import Inventor
from monitor.demo.networks.slack import SlackWorkspace, workspace_of
from monitor.demo.scene import Scene
from monitor.demo.server import DemoServer
from monitor.demo.setting import ENVIRONMENT, NETWORKS, POLL_SECONDS, configuration
from monitor.demo.summary import Summary, summarise
from monitor.demo.world import World
from monitor.exports import export
from monitor.observe import set_up_logging

log = logging.getLogger(__name__)

STEP_SECONDS = 0.2
SETTLING_SECONDS = 2 * POLL_SECONDS + 3
LONGEST_DRAIN_SECONDS = 60.0
CLOSING_SECONDS = 2.0
SHORTEST = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOptions:
    """What was asked for on the command line."""

    duration: str
    as_json: bool
    port: int
    folder: Path | None
    plain: bool
    seed: int


@dataclass(slots=True)
class Demo:
    """One performance: a world, its networks, and a daemon that listens to it."""

    folder: Path
    port: int
    seed: int
    clock: Clock = field(default_factory=SystemClock)
    stop: threading.Event = field(default_factory=threading.Event)
    world: World = field(default_factory=World)
    server: DemoServer = field(init=False)
    daemon: Daemon = field(init=False)
    inventor: Inventor = field(init=False)
    started: float = 0.0

    @property
    def workspace(self) -> SlackWorkspace:
        """Return the fake Slack."""
        return workspace_of(self.world)

    @property
    def page(self) -> str:
        """Return the address of the Slack page."""
        return f"http://127.0.0.1:{self.server.port}/"

    def open(self) -> None:
        """Start the networks and the daemon."""
        inbox = self.folder / "inbox"
        inbox.mkdir(parents=True, exist_ok=True)
        self.server = _server(self.world, self.port)
        base = self.page.rstrip("/")
        file = self.folder / "demo.yaml"
        document = configuration(base, self.folder)
        text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
        file.write_text(text, encoding="utf-8")
        self.daemon = Daemon(App.open(load(file, ENVIRONMENT), clock=self.clock))
        self.daemon.start()
        self.inventor = Inventor(
            self.world,
            self.clock,
            seed=self.seed,
            networks=(*NETWORKS, "files"),
            folder=inbox,
        )
        self.started = self.clock.monotonic()

    def play(self, scene: Scene, seconds: float | None) -> None:
        """Let people post until the time is up or somebody stops it."""
        while not self.stop.is_set() and not self._is_over(seconds):
            self.inventor.step(self.clock.now())
            scene.show(self)
            self.clock.wait(STEP_SECONDS, self.stop)

    def settle(self, scene: Scene) -> None:
        """Let every collector look once more, and every alert arrive."""
        now = self.clock.monotonic()
        looked, given_up = now + SETTLING_SECONDS, now + LONGEST_DRAIN_SECONDS
        while self.clock.monotonic() < given_up:
            if self.clock.monotonic() >= looked and not self.daemon.app.open_work():
                return
            scene.show(self)
            self.clock.wait(STEP_SECONDS)

    def close(self) -> None:
        """End the daemon, then the networks."""
        self.daemon.close()
        self.server.stop()

    def _is_over(self, seconds: float | None) -> bool:
        if seconds is None:
            return False
        passed = self.clock.monotonic() - self.started
        return passed >= seconds - SETTLING_SECONDS - CLOSING_SECONDS


def run_demo(options: DemoOptions) -> int:
    """Run until the time is up or Ctrl-C; print a summary, leave a CSV."""
    seconds = seconds_of(options.duration) if options.duration else None
    if seconds is not None and seconds < SHORTEST:
        raise MonitorError(
            f"--for {options.duration!r} is too short to see anything; give it "
            f"{SHORTEST:.0f}s or more"
        )
    set_up_logging(json=False, level="error")
    with _folder(options.folder) as folder:
        demo = Demo(folder=folder, port=options.port, seed=options.seed)
        demo.open()
        scene = Scene(plain=options.plain, quiet=options.as_json, seconds=seconds)
        try:
            with scene:
                _perform(demo, scene, seconds)
            summary = summarise(demo.daemon.app, demo.workspace)
            target = _csv(demo, options.folder)
        finally:
            demo.close()
        took = demo.clock.monotonic() - demo.started
        summary.show(as_json=options.as_json, csv=target, seconds=took)
        return 0 if _is_fine(summary) else 1


def _perform(demo: Demo, scene: Scene, seconds: float | None) -> None:
    try:
        demo.play(scene, seconds)
    except KeyboardInterrupt:
        demo.stop.set()
    demo.settle(scene)


def _is_fine(summary: Summary) -> bool:
    return not (summary.pending or summary.parked or summary.quarantined)


def _csv(demo: Demo, folder: Path | None) -> Path:
    target = (folder or Path.cwd()) / "overheard-demo.csv"
    export(demo.daemon.app.store, target, overwrite=True)
    return target


def _server(world: World, port: int) -> DemoServer:
    def home(_request: Request) -> RedirectResponse:
        return RedirectResponse("/slack/page")

    def make(wanted: int) -> DemoServer:
        networks = (*NETWORKS, "slack")
        return DemoServer(world, networks, extra=[Route("/", home)], port=wanted)

    try:
        return make(port).start()
    except MonitorError:
        server = make(0).start()
        typer.echo(
            f"overheard: port {port} is in use; the page is on port {server.port}",
            err=True,
        )
        return server


@contextmanager
def _folder(wanted: Path | None) -> Iterator[Path]:
    """Use the folder that was asked for, or one that goes away afterwards."""
    if wanted is not None:
        wanted.mkdir(parents=True, exist_ok=True)
        yield wanted
        return
    with tempfile.TemporaryDirectory(prefix="overheard-demo-") as made:
        yield Path(made)
