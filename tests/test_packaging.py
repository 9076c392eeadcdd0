"""What is installed, what ships, and that nobody else uses our names."""

from __future__ import annotations

import configparser
import re
from importlib.metadata import distributions, packages_distributions

from monitor import __version__
from monitor.bootstrap import ROOT

OURS = ("monitor", "sources", "alerts", "config")


def read_setup():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_no_other_distribution_ships_one_of_our_top_level_names():
    """The names are generic and given; a collision would be silent and strange."""
    owners = packages_distributions()

    strangers = {
        name: [d for d in owners.get(name, []) if d != "overheard"] for name in OURS
    }

    assert not any(strangers.values()), strangers


def test_every_package_of_the_tree_is_listed():
    """A package that setup.cfg forgets is missing from the wheel."""
    listed = set(read_setup()["options"]["packages"].split())

    found = {
        str(init.parent.relative_to(ROOT)).replace("/", ".")
        for name in OURS
        for init in (ROOT / name).rglob("__init__.py")
    }

    assert listed == found


def test_the_changelog_knows_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## [{__version__}]" in changelog or "## [Unreleased]" in changelog


def test_every_direct_dependency_is_pinned_with_hashes():
    setup = read_setup()["options"]["install_requires"].split("\n")
    names = [re.split(r"[<>=\[;]", line)[0].lower() for line in setup if line]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    pinned = set(re.findall(r"^([a-z0-9._-]+)(?:\[[a-z]+\])?==", lock, re.MULTILINE))

    missing = [n for n in names if n.replace("_", "-") not in pinned]

    assert not missing
    assert "--hash=sha256:" in lock


def test_the_packages_the_user_asked_for_are_dependencies():
    setup = read_setup()["options"]["install_requires"].lower()

    for name in (
        "apscheduler",
        "tweepy",
        "praw",
        "vadersentiment",
        "pandas",
        "slack-sdk",
    ):
        assert name in setup


def test_the_root_has_few_entries():
    """A newcomer has to tell the product from plumbing."""
    ignored = {".git", ".venv", ".ruff_cache", ".mypy_cache", ".pytest_cache"}
    ignored |= {".hypothesis", ".import_linter_cache", "__pycache__", ".coverage"}
    entries = [
        p.name
        for p in ROOT.iterdir()
        if p.name not in ignored and not p.name.endswith((".egg-info", ".pyc"))
    ]

    assert len(entries) <= 22, sorted(entries)


def test_no_installed_package_brings_the_dangerous_scraper():
    """google-play-scraper switches certificate checks off for the whole process."""
    names = {d.metadata["Name"].lower() for d in distributions() if d.metadata["Name"]}

    assert "google-play-scraper" not in names
