"""What the registry knows, and what it says when it does not."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from monitor.core.errors import PluginError
from sources import registry
from sources.hackernews import HackerNewsSource


def test_a_built_in_source_is_loaded_by_its_kind():
    assert registry.load("hackernews") is HackerNewsSource


@pytest.mark.parametrize("kind", ["x", "reddit", "hackernews", "rss"])
def test_a_source_has_the_kind_it_is_registered_under(kind):
    assert registry.load(kind).kind == kind


def test_an_unknown_kind_is_told_with_the_known_ones():
    with pytest.raises(PluginError, match=r"unknown source 'redit'; known: .*reddit"):
        registry.load("redit")


def test_an_installed_plug_in_is_found(monkeypatch):
    install(monkeypatch, hearsay="sources.hackernews:HackerNewsSource")

    assert registry.load("hearsay") is HackerNewsSource


def test_a_built_in_source_cannot_be_replaced(monkeypatch):
    install(monkeypatch, reddit="sources.hackernews:HackerNewsSource")

    assert registry.kinds()["reddit"] == registry.BUILTIN["reddit"]


@pytest.mark.parametrize("place", ["no.such.module:Thing", "sources.rss:NoSuchThing"])
def test_a_plug_in_that_is_not_there_says_so(monkeypatch, place):
    install(monkeypatch, broken=place)

    with pytest.raises(PluginError, match="'broken' cannot be loaded"):
        registry.load("broken")


@pytest.mark.parametrize("place", ["sources.rss:MAX_FEEDS", "sources.rss:RssSettings"])
def test_a_plug_in_that_is_no_source_says_what_it_lacks(monkeypatch, place):
    install(monkeypatch, wrong=place)

    with pytest.raises(PluginError, match=r"not a source class; missing: .*fetch"):
        registry.load("wrong")


def test_knowing_the_kinds_imports_no_source():
    """Starting must not wait for praw and tweepy."""
    code = (
        "import sys, sources.registry as r; r.kinds(); "
        "print([m for m in ('praw', 'tweepy', 'requests') if m in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def install(monkeypatch, **places):
    found = [EntryPoint(name, value, registry.GROUP) for name, value in places.items()]
    monkeypatch.setattr(registry, "entry_points", lambda group: found)
