"""The pages of the documentation, and what stands on them."""

from __future__ import annotations

import re
from pathlib import Path

from monitor.bootstrap import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(
    [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "config").rglob("*.md")]
)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(*parts: str) -> str:
    """Return the text of a file of the project."""
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def blocks(page: Path, language: str | None = None) -> list[str]:
    """Return the fenced blocks of a page, those of one language or all."""
    found = _FENCE.findall(page.read_text(encoding="utf-8"))
    return [body for name, body in found if language in (None, name)]


def prose(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))
