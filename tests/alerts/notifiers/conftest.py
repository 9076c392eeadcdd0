"""One simulated Slack for all tests here; each test has a channel of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from alerts.notifiers.slack import SlackNotifier, SlackSettings
from monitor.demo.networks.slack import SlackMessage, SlackWorkspace, workspace_of
from monitor.demo.server import DemoServer
from monitor.demo.world import World
from tests.alerts.notifiers.peers import StoppedClock

_numbers = count(1)


class Slack:
    """A channel nobody else uses, and the server behind it."""

    def __init__(self, server: DemoServer) -> None:
        self.server = server
        self.traffic = server.traffic
        self.workspace: SlackWorkspace = workspace_of(server.world)
        self.channel = f"CTEST{next(_numbers)}"
        self.base_url = server.url("slack") + "/api/"

    def notifier(self, kind: type = SlackNotifier, **settings: Any) -> Any:
        given = {
            "token": "xoxb-demo",
            "slack_channel": self.channel,
            "base_url": self.base_url,
            **settings,
        }
        return kind("support", SlackSettings(**given), clock=StoppedClock())

    @property
    def messages(self) -> list[SlackMessage]:
        return self.workspace.messages(self.channel)

    @property
    def asked(self) -> list[str]:
        """The Web API methods that were called, in order."""
        return [call.path.rpartition("/")[2] for call in self.traffic.calls]


@pytest.fixture(scope="session")
def slack_server() -> Iterator[DemoServer]:
    with DemoServer(World(), ["slack"]) as server:
        yield server


@pytest.fixture
def slack(slack_server: DemoServer) -> Iterator[Slack]:
    fresh = Slack(slack_server)
    slack_server.traffic.clear()
    scopes = set(fresh.workspace.scopes)
    yield fresh
    slack_server.traffic.clear()
    fresh.workspace.scopes = scopes
