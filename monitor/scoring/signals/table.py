"""The words of one language; `monitor.scoring.signals` says how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Edges = Literal["words", "starts", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How a language counts time and attempts."""

    numbers: str = ""
    ordinals: str = ""
    times: str = ""
    units: str = ""
    bare: str = ""
    fixed: str = ""
    wait_before: str = ""
    wait_behind: str = ""
    if_trouble_before: str = ""
    if_trouble_behind: str = ""
    no_wait_before: str = ""
    no_wait_behind: str = ""
    contacts: tuple[str, ...] = ()
    contact_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The words of one language."""

    lang: str
    cues: Mapping[str, str]
    lists: Mapping[str, str] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    asking: str = ""
    edges: Edges = "words"
    apostrophe: str = ""
    umlauts: bool = False
