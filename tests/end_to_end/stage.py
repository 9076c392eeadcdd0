"""A stage for real processes: a folder, a configuration, a fake Slack, a daemon."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from monitor.bootstrap import OPT_OUT, ROOT
from monitor.demo.networks.slack import SlackWorkspace, workspace_of
from monitor.demo.server import DemoServer
from monitor.demo.world import World

# Plain numbers will not do: VADER knows 86, 182 and 187 as bad words.
ANGRY = "Acme lost my bag and nobody answers, terrible service, case r{n}"
CALM = "Acme opens a shop in Leeds on Monday r{n}"
OTHER = "nothing to see here, page r{n}"
WAIT_SECONDS = 90


class Daemon:
    """A running daemon: its log, its status pages, its end."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.log: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._news:
                try:
                    self.log.append(json.loads(line))
                except ValueError:
                    self.log.append({"event": line})
                self._news.notify_all()

    def saw(self, event: str, **facts: Any) -> dict[str, Any]:
        """Wait for a log event and return it."""

        def found() -> dict[str, Any] | None:
            for entry in self.log:
                same = all(entry.get(k) == v for k, v in facts.items())
                if entry.get("event") == event and same:
                    return entry
            return None

        with self._news:
            self._news.wait_for(lambda: found() or self._ended(), WAIT_SECONDS)
            entry = found()
        assert entry, f"no {event!r} in the log: {self.log[-20:]}"
        return entry

    def _ended(self) -> bool:
        return self.process.poll() is not None

    def get(self, path: str) -> tuple[int, str]:
        """Ask a status page."""
        url = self.saw("status pages")["url"].replace("/healthz", path)
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as exc:
            return exc.code, exc.read().decode()

    def wait_for(self, true: Callable[[], bool]) -> None:
        """Wait until something outside of this process is true."""
        pause = threading.Event()
        for _ in range(WAIT_SECONDS * 10):
            if true():
                return
            assert not self._ended(), self.log[-20:]
            pause.wait(0.1)
        raise AssertionError(f"it never came true: {self.log[-20:]}")

    def send(self, number: int) -> None:
        self.process.send_signal(number)

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and return the exit status."""
        if not self._ended():
            self.send(number)
        status = self.process.wait(timeout=WAIT_SECONDS)
        self._reader.join(timeout=10)
        if self.process.stdout:
            self.process.stdout.close()
        if self.process.stderr:
            self.process.stderr.close()
        return status


@dataclass
class Stage:
    """Everything a process needs, and what can be seen of its work."""

    folder: Path
    world: World = field(default_factory=World)
    server: DemoServer = field(init=False)
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server = DemoServer(self.world, ["slack"]).start()
        self.workspace.per_second = None
        (self.folder / "inbox").mkdir()
        self.configure()

    def configure(self, **changes: object) -> None:
        """Write the configuration; `changes` replace whole sections."""
        document = {
            "store": {"url": f"sqlite:///{self.db}"},
            "brands": [{"name": "Acme", "queries": ["acme"]}],
            "collectors": [
                {
                    "name": "inbox",
                    "kind": "files",
                    "every": "1s",
                    "settings": {"path": str(self.folder / "inbox")},
                }
            ],
            "receivers": [
                {
                    "name": "support",
                    "kind": "slack",
                    "pace_per_second": 1000,
                    "settings": {
                        "token": "${SLACK_BOT_TOKEN}",
                        "slack_channel": "C0SUPPORT",
                        "base_url": self.server.url("slack") + "/api/",
                    },
                }
            ],
            "rules": [
                {
                    "name": "unhappy",
                    "when": {"label": "negative"},
                    "receivers": ["support"],
                }
            ],
            "storm": {"count": 100_000},
            "daemon": {"listen": "127.0.0.1:0"},
            **changes,
        }
        self.config.write_text(yaml.safe_dump(document), encoding="utf-8")

    @property
    def db(self) -> Path:
        return self.folder / "overheard.db"

    @property
    def config(self) -> Path:
        return self.folder / "overheard.yaml"

    @property
    def workspace(self) -> SlackWorkspace:
        return workspace_of(self.world)

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
                process.wait()
            for stream in (process.stdout, process.stderr):
                if stream is not None:
                    stream.close()
        self.server.stop()

    # -- input ------------------------------------------------------------

    def posts(self, numbers: range, angry_every: int = 10) -> str:
        """Return post JSONL; every n-th is angry, every third names nobody."""
        lines = []
        for n in numbers:
            text = ANGRY if n % angry_every == 0 else CALM if n % 3 else OTHER
            post = {
                "id": str(n),
                "text": text.format(n=n),
                "author": {"id": f"author{n}", "handle": f"user{n}"},
                "url": f"https://example.org/{n}",
                "published_at": "2026-11-22T10:00:00Z",
                "lang": "en",
            }
            lines.append(json.dumps(post) + "\n")
        return "".join(lines)

    # -- processes ----------------------------------------------------------

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        """Start the program."""
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "run_monitor.py"), *arguments],
            cwd=self.folder,
            env={**os.environ, OPT_OUT: "1", "SLACK_BOT_TOKEN": "xoxb-demo", **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        return process

    def run(self, *arguments: str, **environ: str) -> tuple[int, str, str]:
        """Run the program to its end."""
        process = self.start(*arguments, **environ)
        try:
            out, err = process.communicate(timeout=WAIT_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            raise AssertionError(f"it did not end: {out}{err}") from None
        return process.returncode, out, err

    def kill(self, process: subprocess.Popen[str]) -> None:
        """End a process as the kernel does when memory is short."""
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()

    def start_daemon(self, **environ: str) -> Daemon:
        """Start the daemon and wait until it says where its status pages are."""
        process = self.start(
            "run", "--config", str(self.config), "--log", "json", **environ
        )
        return Daemon(process)

    # -- what came of it ------------------------------------------------------

    def exported(self) -> list[dict[str, str]]:
        """Export, and return the rows of the CSV."""
        target = self.folder / "out.csv"
        status, out, err = self.run(
            "export", str(target), "--db", f"sqlite:///{self.db}", "--force"
        )
        assert status == 0, out + err
        with target.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    def count(self, table: str, where: str = "1") -> int:
        """Count rows, without a process; for waiting."""
        uri = f"file:{self.db}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as conn:
            query = f"SELECT count(*) FROM {table} WHERE {where}"
            return int(conn.execute(query).fetchone()[0])

    def slack_copies(self) -> Counter[str]:
        """Return how often each alert was posted, by the key it carries."""
        return Counter(
            message.metadata["event_payload"]["delivery_id"]
            for message in self.workspace.messages()
        )

    def outbox(self) -> dict[str, int]:
        """Return the deliveries by state, as the program counts them."""
        status, out, err = self.run("outbox", "--json", "--db", f"sqlite:///{self.db}")
        assert status == 0, out + err
        counts: dict[str, int] = json.loads(out)["counts"]
        return counts
