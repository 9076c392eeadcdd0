"""`severity explain`: the points of one mention."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import print_json
from monitor.cli.query_setting import needed_store
from monitor.cli.severity_setting import setting_of
from monitor.core.errors import MonitorError
from monitor.core.model import Severity
from monitor.core.text import shorten
from monitor.core.weights import LIMITS, Weights

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from monitor.scoring.severity import Judgement
    from monitor.store.severities import JudgedRow, Words

OLDER = (
    "It was read by an earlier version, which kept less than severity depends on now: "
    "the points below may be too few."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Explained:
    row: JudgedRow
    words: Words
    judgement: Judgement


def run_explain(
    named: str,
    changes: tuple[str, ...],
    config: Path | None,
    db: str | None,
    as_json: bool,
) -> int:
    """Print what made the level of a mention, or of all mentions of a post."""
    from monitor.scoring.severity import explain
    from monitor.store import severities

    setting = setting_of(config, changes)
    with needed_store(config, db) as store, store.read() as conn:
        rows = _rows(conn, named)
        words = severities.words(conn, [row.post_id for row in rows])
    found = [
        _Explained(
            row=row,
            words=words[row.post_id],
            judgement=explain(setting.facts(row), setting.weights),
        )
        for row in rows
    ]
    if as_json:
        print_json([_record(each, setting.weights) for each in found])
        return 0
    for each in found:
        _show(each, setting.weights)
    return 0


def _rows(conn: Connection, named: str) -> list[JudgedRow]:
    from monitor.store import marks, severities

    if named.isdecimal():
        rows = severities.of_mention(conn, int(named))
    else:
        post_id = marks.find_post(conn, named)
        rows = [] if post_id is None else severities.of_post(conn, post_id)
    if not rows:
        raise MonitorError(
            f"no mention {named!r} is stored and read; the export has its mention_id, "
            "and source:external_id of a post is understood too"
        )
    return rows


def _show(found: _Explained, weights: Weights) -> None:
    row, done = found.row, found.judgement
    text = " ".join(f"{found.words.title} {found.words.text}".split())
    typer.echo(f"{row.mention_id}  {row.brand}  {row.source}  {shorten(text, 90)}")
    typer.echo(f"{done.severity.word}{_stored(row, done)}: {', '.join(done.why)}")
    if row.intensity is None:
        typer.echo(OLDER)
    lines = [(p.weight, f"{p.points:+.2f}", p.words) for p in done.points]
    lines.append(("all", f"{done.total:.2f}", _limits(weights)))
    for name, worth, words in lines:
        typer.echo(f"  {name:<14}{worth:>6}  {words}")
    for floor in done.floors:
        changed_by = f" ({floor.weight})" if floor.weight else ""
        typer.echo(f"  at least {floor.least.word}: {floor.words}{changed_by}")


def _stored(row: JudgedRow, done: Judgement) -> str:
    if row.severity is done.severity:
        return ""
    return f" by these weights, stored as {row.severity.word}"


def _limits(weights: Weights) -> str:
    levels = [level for level in Severity if level is not Severity.NONE]
    named = zip(levels, LIMITS, strict=True)
    return ", ".join(f"{level.word} from {getattr(weights, n):g}" for level, n in named)


def _record(found: _Explained, weights: Weights) -> dict[str, Any]:
    row, done = found.row, found.judgement
    return {
        "mention_id": row.mention_id,
        "post_id": row.post_id,
        "brand": row.brand,
        "source": row.source,
        "title": found.words.title,
        "text": found.words.text,
        "stored": row.severity.word,
        "severity": done.severity.word,
        "points": done.total,
        "why": done.why,
        "summands": [point._asdict() for point in done.points],
        "at_least": [
            {"weight": f.weight, "words": f.words, "severity": f.least.word}
            for f in done.floors
        ],
        "limits": {name: getattr(weights, name) for name in LIMITS},
        "complete": row.intensity is not None,
    }
