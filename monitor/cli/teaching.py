"""`teach` and `precision`: what people said of posts, and how right rules were."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.lines import opened
from monitor.cli.options import DEFAULT_CONFIG, config_path, print_json
from monitor.cli.query_marking import user
from monitor.cli.query_setting import needed_store
from monitor.core.errors import MonitorError
from monitor.core.text import shorten

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from config import Config
    from monitor.store.teachings import Said, Teaching
    from monitor.teaching.lines import BadLine, Line

BATCH = 500
SHOWN = 10
COLLECTOR = "teach"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachOptions:
    """What was asked for on the command line."""

    file: str
    brand: str
    by: str
    as_json: bool


@dataclass(slots=True)
class _Sums:
    batch: str = ""
    taught: int = 0
    same: int = 0
    bad: int = 0


def run_teach(options: TeachOptions, config: Path | None, db: str | None) -> int:
    """Write down every verdict of a file; return 1 if none of them could be used."""
    from monitor.teaching.lines import read_lines

    found = _config(config)
    brands = [brand.name for brand in found.brands] if found else []
    sums = _Sums()
    wrong: list[BadLine] = []
    with opened(options.file) as stream, needed_store(config, db) as store:
        lines = read_lines(stream)
        by = options.by or user()
        while some := list(islice(lines, BATCH)):
            with store.write() as conn:
                desk = _Desk(conn, brands, options.brand, by, store.clock.now(), sums)
                wrong += desk.take(some)
            del wrong[SHOWN:]
    _show_sums(sums, wrong, options)
    return 1 if sums.bad and not sums.taught and not sums.same else 0


class _Desk:
    """Takes verdicts within one transaction."""

    def __init__(  # noqa: PLR0913, PLR0917 - what all lines share
        self,
        conn: Connection,
        brands: list[str],
        brand: str,
        by: str,
        now: Any,
        sums: _Sums,
    ) -> None:
        from monitor.store import history

        self._conn = conn
        self._sums = sums
        self._brand = brand
        self._by = by
        self._now = now
        known = brands or history.brands(conn)
        self._brands = {name.casefold(): name for name in known}

    def take(self, lines: list[Line | BadLine]) -> list[BadLine]:
        """Write down what can be used; what cannot is put aside, and returned."""
        from monitor.store import quarantine
        from monitor.teaching.lines import BadLine
        from sources.base import Poison

        wrong = []
        for line in lines:
            bad = line if isinstance(line, BadLine) else self._take(line)
            if bad is not None:
                wrong.append(bad)
        poison = [
            Poison(raw=bad.raw, reason=f"line {bad.number}: {bad.reason}")
            for bad in wrong
        ]
        quarantine.add(self._conn, COLLECTOR, poison, self._now)
        self._sums.bad += len(wrong)
        return wrong

    def _take(self, line: Line) -> BadLine | None:
        from monitor.store import teachings
        from monitor.teaching.lines import BadLine

        try:
            said = self._said(line)
        except MonitorError as problem:
            return BadLine(number=line.number, raw=line.raw, reason=str(problem))
        sums = self._sums
        sums.batch = sums.batch or teachings.new_batch(self._conn)
        number = teachings.record(
            self._conn, said, by=self._by, now=self._now, batch=sums.batch
        )
        sums.taught += number is not None
        sums.same += number is None
        return None

    def _said(self, line: Line) -> Said:
        from monitor.store import marks, teachings

        if line.mention_id is not None:
            found = teachings.mention(self._conn, line.mention_id)
            if found is None:
                raise MonitorError(f"no mention {line.mention_id} is stored")
            return teachings.Said(found.brand, line.verdict, found.post_id)
        brand = self._known(line.brand or self._brand)
        if not line.post:
            return teachings.Said(brand, line.verdict, None, line.text, line.lang)
        post_id = marks.find_post(self._conn, line.post)
        if post_id is None:
            raise MonitorError(f"no post {line.post!r:.80} is stored")
        return teachings.Said(brand, line.verdict, post_id)

    def _known(self, name: str) -> str:
        if not name and len(self._brands) == 1:
            return next(iter(self._brands.values()))
        found = self._brands.get(name.casefold())
        if found is None:
            known = ", ".join(self._brands.values()) or "none"
            raise MonitorError(f"brand is {name!r:.80}; brands: {known}")
        return found


def _show_sums(sums: _Sums, wrong: list[BadLine], options: TeachOptions) -> None:
    if options.as_json:
        lines = [{"line": bad.number, "reason": bad.reason} for bad in wrong]
        print_json(
            {
                "batch": sums.batch if sums.taught else "",
                "taught": sums.taught,
                "same": sums.same,
                "set_aside": sums.bad,
                "problems": lines,
            }
        )
        return
    for bad in wrong:
        typer.echo(f"overheard: line {bad.number}: {bad.reason}", err=True)
    if sums.bad > len(wrong):
        typer.echo(f"overheard: … and {sums.bad - len(wrong):,} more", err=True)
    typer.echo(
        f"{sums.taught:,} taught, {sums.same:,} known before, {sums.bad:,} set aside"
    )
    if sums.taught:
        typer.echo(f"to take all of it back: overheard teach --undo {sums.batch}")


def run_undo(
    which: str, by: str, config: Path | None, db: str | None, *, as_json: bool
) -> int:
    """Take back one verdict by its number, or a batch by its name."""
    from monitor.store import teachings

    is_number = which.isascii() and which.isdigit() and len(which) < 19
    with needed_store(config, db) as store, store.write() as conn:
        undone = teachings.undo(
            conn,
            by=by or user(),
            now=store.clock.now(),
            number=int(which) if is_number else None,
            batch="" if is_number else which,
        )
    if not undone:
        raise MonitorError(
            f"nothing called {which!r} counts; `overheard teach --list` shows what does"
        )
    if as_json:
        print_json({"undone": undone})
    else:
        typer.echo(f"{undone:,} taken back")
    return 0


def list_teachings(
    brand: str, config: Path | None, db: str | None, *, limit: int, as_json: bool
) -> int:
    """Print the verdicts that count."""
    from monitor.store import teachings

    with needed_store(config, db) as store, store.read() as conn:
        named = {name.casefold(): name for name in teachings.brands(conn)}
        rows = teachings.listing(conn, named.get(brand.casefold(), brand), limit)
    if as_json:
        print_json([row._asdict() | {"name": row.name} for row in rows])
        return 0
    for line in _lines(rows):
        typer.echo(line)
    if not rows:
        typer.echo("nothing has been taught yet")
    return 0


def _lines(rows: list[Teaching]) -> Iterator[str]:
    for row in rows:
        when = row.said_at.strftime("%Y-%m-%d %H:%M")
        words = shorten(" ".join(f"{row.title or ''} {row.text}".split()), 60)
        verdict = row.verdict.replace("_", " ")
        yield f"{row.id:>6}  {when}  {verdict:13}  {row.brand}  {words}"
        batch = f", batch {row.batch}" if row.batch else ""
        yield f"{'':8}by {row.said_by}, {row.name}{batch}"


def show_precision(config: Path | None, db: str | None, *, as_json: bool) -> int:
    """Print how often each rule was right, going by what people said."""
    from monitor.store import teachings
    from monitor.teaching.precision import Wants, count

    setting = _config(config)
    wants = {r.name: _wants(r.when) for r in setting.rules} if setting else {}
    with needed_store(config, db) as store, store.read() as conn:
        said = teachings.said_of_rules(conn)
    names = [*wants, *(name for name in said if name not in wants)]
    found = [
        count(name, wants.get(name, Wants.UNHAPPY), said.get(name, ()))
        for name in names
    ]
    if as_json:
        print_json(
            [
                {
                    "rule": each.rule,
                    "right": each.right,
                    "total": each.total,
                    "precision": round(each.share, 4) if each.total else None,
                    "low": round(each.interval[0], 4),
                    "high": round(each.interval[1], 4),
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        if not each.total:
            typer.echo(f"{each.rule:24} nobody said anything yet")
            continue
        low, high = (round(100 * side) for side in each.interval)
        share = f"{each.share:.0%} ({low} to {high} %)"
        typer.echo(f"{each.rule:24} {share:20} {each.right} of {each.total} right")
    if not found:
        typer.echo("there are no rules, and nothing was said of an alert")
    return 0


def _config(path: Path | None) -> Config | None:
    """Read the configuration if there is one."""
    from config import load

    path = config_path(path)
    if path is None and not DEFAULT_CONFIG.exists():
        return None
    return load(path or DEFAULT_CONFIG, os.environ)


def _wants(when: Any) -> Any:
    """Return what a rule looks for, as far as a verdict can tell."""
    from monitor.core.model import Label
    from monitor.teaching.precision import Wants

    if when.label == Label.POSITIVE:
        return Wants.PRAISE
    if when.label == Label.NEUTRAL:
        return Wants.NEUTRAL
    felt = (when.label, when.min_severity, when.min_complaint, when.max_rating)
    is_felt = any(part is not None for part in felt) or when.intents
    return Wants.UNHAPPY if is_felt else Wants.MENTION
