"""`score` and `match`: JSONL in, JSONL out, in input order, in constant memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

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


def run_match(file: str, config: Path | None, queries: tuple[str, ...]) -> int:
    """Match a stream of posts against the configuration's brands, or a query."""
    from monitor.matching import BrandQueries
    from monitor.matching.lines import match_lines

    if queries:
        brands = [BrandQueries(brand=q, queries=(q,)) for q in queries]
    elif config_path(config) is None and not DEFAULT_CONFIG.exists():
        raise ConfigError(
            ["match needs brands: give --config FILE, or --query 'acme OR #acme'"]
        )
    else:
        brands = [
            BrandQueries(brand=b.name, queries=b.queries, exclude=b.exclude)
            for b in load_config(config).brands
        ]
    with opened(file) as stream:
        counts = match_lines(brands, stream, sys.stdout.buffer)
    return _end(counts)


def _end(counts: Counts) -> int:
    sys.stdout.buffer.flush()
    if counts.errors:
        typer.echo(f"overheard: {counts.errors} lines could not be read", err=True)
    return 0
