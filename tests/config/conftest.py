"""A folder with a configuration in it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from config import Config, load
from monitor.core.errors import ConfigError

Write = Callable[[str], Path]
Accept = Callable[..., Config]
Refuse = Callable[..., list[str]]

ENVIRON = {"SLACK_BOT_TOKEN": "xoxb-canary-5f2d"}
LEAST = """\
store: {url: "sqlite:///overheard.db"}
brands:
  - name: Acme
    queries: ['"acme air" OR @acmeair OR #acmeair NOT "acme corporation"']
collectors:
  - {name: hn, kind: hackernews, every: 2m, settings: {base_url: "https://hn.algolia.com"}}
receivers:
  - {name: support, kind: slack, settings: {token: "${SLACK_BOT_TOKEN}", @rest}}
rules:
  - {name: unhappy, when: {label: negative, min_severity: low}, receivers: [support]}
""".replace("@rest", 'slack_channel: C0123456789, base_url: "https://slack.com/api/"')


@pytest.fixture
def least() -> str:
    """The text of the least configuration that always works."""
    return LEAST


@pytest.fixture
def environ() -> dict[str, str]:
    """An environment in which the least configuration works."""
    return dict(ENVIRON)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a configuration file; return its path."""

    def write_file(text: str) -> Path:
        path = tmp_path / "overheard.yaml"
        path.write_text(text, "utf-8")
        return path

    return write_file


@pytest.fixture
def accept(write: Write, environ: dict[str, str]) -> Accept:
    """Load a configuration text that has to be right."""

    def load_text(text: str, **more: str) -> Config:
        return load(write(text), {**environ, **more})

    return load_text


@pytest.fixture
def refuse(write: Write, environ: dict[str, str]) -> Refuse:
    """Load a configuration text that has to be wrong; return its problems.

    The folder is left out of them: `overheard.yaml:3: …`.
    """

    def load_text(text: str, **more: str) -> list[str]:
        path = write(text)
        with pytest.raises(ConfigError) as caught:
            load(path, {**environ, **more})
        return [p.removeprefix(f"{path.parent}/") for p in caught.value.problems]

    return load_text
