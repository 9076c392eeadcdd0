"""`score` and `match`: JSONL in, JSONL out, in input order, in constant memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import typer

from monitor.cli.options import DEFAULT_CONFIG, config_path, load_config
from monitor.core.errors import ConfigError, MonitorError
from monitor.core.jsonl import Counts


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """Open a file for reading, or standard input for `-`."""
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - closed below, after the yield
    except OSError as exc:
        raise MonitorError(f"cannot read {file!r}: {exc.strerror}") from exc
    with stream:
        yield stream


def run_score(file: str) -> int:
    """Score a stream of posts."""
    from monitor.scoring.lines import score_lines

    with opened(file) as stream:
        counts = score_lines(stream, sys.stdout.buffer)
    return _end(counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchOptions:
    """What was asked for on the command line."""

    file: str
    queries: tuple[str, ...]
    explain: bool
    text: str
    as_json: bool


def run_match(options: MatchOptions, config: Path | None) -> int:
    """Match a stream of posts against the configuration's brands, or a query."""
    from monitor.matching import Explainer, Matcher
    from monitor.matching.lines import draw_lines, explain_lines, match_lines

    given = _brands(options, config)
    out = sys.stdout.buffer
    with _posts(options) as stream:
        if not options.explain:
            return _end(match_lines(Matcher(**given), stream, out))
        explainer = Explainer(**given)
        if options.as_json:
            return _end(explain_lines(explainer, stream, out))
        return _end(draw_lines(explainer, stream, out))


@contextmanager
def _posts(options: MatchOptions) -> Iterator[BinaryIO]:
    if options.text:
        yield BytesIO(json.dumps({"id": "text", "text": options.text}).encode())
        return
    with opened(options.file) as stream:
        yield stream


def _brands(options: MatchOptions, config: Path | None) -> dict[str, Any]:
    """Return what a Matcher is made from."""
    from monitor.matching import BrandQueries
    from monitor.scoring import default_scorer

    here = config_path(config) is not None or DEFAULT_CONFIG.exists()
    if not here and not options.queries:
        raise ConfigError(
            ["match needs brands: give --config FILE, or --query 'acme OR #acme'"]
        )
    given: dict[str, Any] = {"language": default_scorer().language}
    if options.queries:
        brands = [BrandQueries(brand=q, queries=(q,)) for q in options.queries]
        lists = load_config(config).lists if here else {}
        return given | {"brands": brands, "lists": lists}
    from monitor.listening import brand_queries

    found = load_config(config)
    brands = brand_queries(found)
    return given | {"brands": brands, "lists": found.lists, "exclude": found.exclude}


def _end(counts: Counts) -> int:
    sys.stdout.buffer.flush()
    if counts.errors:
        typer.echo(f"overheard: {counts.errors} lines could not be read", err=True)
    return 0
