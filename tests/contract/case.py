"""What the contract suite has to know about one source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.routing import BaseRoute

from monitor.demo.world import World
from sources.base import Source, SourceQuery

Spoil = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a source finds what it reads in a test.

    `url` is the base URL of the simulated network (no slash at the end), `folder` an
    empty folder of the test's own, `world` what has been posted.
    """

    url: str
    folder: Path
    world: World


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One source, and a world in which it has something to read.

    `fill(place, now)` posts to the world (or writes files) everything that a first
    walk with `query` shall find, over more than one page where the source has pages,
    and returns how many posts that are. `settings(place)` is what an operator would
    write. `secrets` are the values among them that must never be shown.
    `network` names the module in monitor.demo.networks ("" for none), or `routes`
    gives routes of its own. `spoil` takes the body of any answer of the network and
    makes exactly one post in it unreadable (bodies without posts pass unchanged).
    `skips` maps the name of a clause that does not apply to the reason.
    `load` returns the class; None asks the registry for `kind`.
    """

    kind: str
    settings: Callable[[Place], Mapping[str, Any]]
    fill: Callable[[Place, datetime], int]
    query: SourceQuery
    secrets: tuple[str, ...] = ()
    network: str | None = None
    routes: Callable[[World], Sequence[BaseRoute]] | None = None
    spoil: Spoil | None = None
    skips: Mapping[str, str] = field(default_factory=dict)
    load: Callable[[], type[Source]] | None = None
