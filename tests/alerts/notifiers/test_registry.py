"""Built-in notifiers, and those that are installed beside them."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from alerts import registry
from alerts.base import NotifierSettings
from monitor.core.errors import PluginError


def install(monkeypatch, *points):
    found = [EntryPoint(name, value, registry.GROUP) for name, value in points]
    monkeypatch.setattr(registry, "entry_points", lambda group: found)


@pytest.mark.parametrize("kind", registry.BUILTIN)
def test_every_built_in_notifier_loads_under_its_own_name(kind):
    found = registry.load(kind)

    assert found.kind == kind
    assert issubclass(found.Settings, NotifierSettings)
    assert all(field.description for field in found.Settings.model_fields.values())


def test_a_wrong_name_is_answered_with_the_known_ones(monkeypatch):
    install(monkeypatch, ("pager", "somewhere:Pager"))

    known = "console, email, pager, slack, webhook"
    with pytest.raises(PluginError, match=f"unknown notifier 'slak'; known: {known}"):
        registry.load("slak")


def test_an_installed_notifier_is_found(monkeypatch):
    install(monkeypatch, ("pager", "alerts.notifiers.console:ConsoleNotifier"))

    assert registry.load("pager").__name__ == "ConsoleNotifier"
    assert "pager" in registry.kinds()


def test_a_built_in_name_cannot_be_taken_over(monkeypatch):
    install(monkeypatch, ("slack", "evil:Slack"))

    assert registry.load("slack").__module__ == "alerts.notifiers.slack"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("no.such.module:Pager", "cannot be loaded"),
        ("alerts.notifiers.console:NoSuchClass", "cannot be loaded"),
        ("alerts.notifiers.console:ConsoleSettings", "does not follow the contract"),
        ("alerts.notifiers.console:line", "does not follow the contract"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(monkeypatch, target, words):
    install(monkeypatch, ("pager", target))

    with pytest.raises(PluginError, match=words):
        registry.load("pager")


def test_a_name_that_is_offered_twice_is_refused(monkeypatch):
    install(monkeypatch, ("pager", "one:Pager"), ("pager", "two:Pager"))

    with pytest.raises(PluginError, match="more than once"):
        registry.load("pager")


def test_an_instance_is_no_notifier(monkeypatch):
    members = dict.fromkeys(registry._MEMBERS)
    fake = SimpleNamespace(Settings=NotifierSettings, **members)
    monkeypatch.setattr("alerts.notifiers.console.instance", fake, raising=False)
    install(monkeypatch, ("pager", "alerts.notifiers.console:instance"))

    with pytest.raises(PluginError, match="being a class"):
        registry.load("pager")


@pytest.mark.slow
def test_the_registry_itself_imports_no_client_library():
    code = (
        "import sys, alerts.registry; "
        "print(sorted({'slack_sdk', 'httpx2', 'rich', 'smtplib'} & set(sys.modules)))"
    )
    shown = subprocess.check_output([sys.executable, "-c", code], text=True)

    assert shown.strip() == "[]"
