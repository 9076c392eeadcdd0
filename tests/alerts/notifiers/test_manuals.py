"""What the manuals and the manifest say is what the program does."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from alerts.notifiers.slack_errors import REFUSED
from alerts.notifiers.webhook import signature
from alerts.registry import BUILTIN, load
from monitor.demo.slack_workspace import SCOPES

ROOT = Path(__file__).parents[3]
RECEIVERS = (ROOT / "docs/operators/receivers.md").read_text("utf-8")
SLACK = (ROOT / "docs/operators/slack.md").read_text("utf-8")


@pytest.fixture
def is_genuine():
    """The sample, as a reader would paste it."""
    [sample] = re.findall(r"```python\n(.*?)```", RECEIVERS, re.DOTALL)
    names: dict[str, object] = {}
    exec(sample, names)
    return names["is_genuine"]


def test_the_sample_of_the_manual_accepts_what_is_sent(is_genuine):
    header = signature("key", b"{}", at=datetime.now(UTC))

    assert is_genuine(header, b"{}", "key")


@pytest.mark.parametrize(
    "header",
    ["", "t=,v1=", "t=nan,v1=x", f"t={'9' * 5000},v1=x", "t=٣,v1=x", "t=1,v1=é", "v1"],
)
def test_the_sample_of_the_manual_survives_hostile_headers(is_genuine, header):
    assert not is_genuine(header, b"{}", "key")


def test_the_sample_of_the_manual_refuses_what_was_changed_or_is_old(is_genuine):
    header = signature("key", b"{}", at=datetime.now(UTC))
    old = signature("key", b"{}", at=datetime.fromtimestamp(time.time() - 301, UTC))

    assert not is_genuine(header, b"{ }", "key")
    assert not is_genuine(header, b"{}", "other")
    assert not is_genuine(old, b"{}", "key")


def test_the_manifest_asks_for_what_the_program_needs():
    manifest = yaml.safe_load((ROOT / "config/slack_manifest.yaml").read_text("utf-8"))

    assert tuple(manifest["oauth_config"]["scopes"]["bot"]) == SCOPES
    assert all(scope in SLACK for scope in SCOPES)


@pytest.mark.parametrize("kind", BUILTIN)
def test_every_setting_is_in_the_manual(kind):
    manual = SLACK if kind == "slack" else RECEIVERS

    for name in load(kind).Settings.model_fields:
        assert f"`{name}`" in manual or f"`{name}:" in manual, name


def test_the_commonest_refusals_are_in_the_manual():
    common = (
        "invalid_auth",
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "missing_scope",
    )

    assert all(code in SLACK and code in REFUSED for code in common)
