"""`severity preview`: other weights against the stored history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import print_json
from monitor.cli.query_setting import bar, needed_store
from monitor.cli.query_showing import columns
from monitor.cli.severity_setting import differing, setting_of
from monitor.core.model import Severity
from monitor.core.text import shorten

if TYPE_CHECKING:
    from monitor.cli.severity_comparing import Comparison, Effect, Example
    from monitor.core.weights import Weights
    from monitor.store.db import Store
    from monitor.store.severities import Words

EVERYTHING = "all"
NOTE = (
    "Followers, views and VIPs are those of today. What is counted are mentions that "
    "meet a rule; grouping, silences and storms make fewer alerts of them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOptions:
    """What was asked for on the command line."""

    changes: tuple[str, ...]
    since: str
    brand: str
    samples: int
    as_json: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """A finished comparison, and the words of its examples."""

    comparison: Comparison
    since: datetime | None
    higher: tuple[Example, ...]
    lower: tuple[Example, ...]
    words: dict[int, Words]


def run_preview(options: PreviewOptions, config: Path | None, db: str | None) -> int:
    """Compare, and print what moves."""
    from monitor.cli.exporting import moment

    setting = setting_of(config, options.changes)
    with needed_store(config, db) as store:
        since = None
        if options.since != EVERYTHING:
            since = moment(options.since, store.clock.now())
        from monitor.cli.severity_comparing import Comparison

        comparison = Comparison(setting=setting, samples=options.samples)
        done = _compare(store, comparison, since, options)
    if options.as_json:
        print_json(_record(done, setting.weights))
    else:
        _show(done, setting.weights)
    return 0


def _compare(
    store: Store,
    comparison: Comparison,
    since: datetime | None,
    options: PreviewOptions,
) -> _Done:
    from monitor.store import severities

    with store.read() as conn:
        total = severities.count(conn, since=since, brand=options.brand)
        with bar("judging again", total, shown=not options.as_json) as step:
            for row in severities.judged(conn, since=since, brand=options.brand):
                comparison.add(row)
                step()
        higher, lower = (tuple(comparison.examples(up=up)) for up in (True, False))
        wanted = [example.row.post_id for example in (*higher, *lower)]
        words = severities.words(conn, wanted)
    return _Done(
        comparison=comparison, since=since, higher=higher, lower=lower, words=words
    )


def _show(done: _Done, weights: Weights) -> None:
    compared = done.comparison.compared
    period = f" since {done.since:%Y-%m-%d}" if done.since else ""
    typer.echo(f"{compared:,} stored mentions{period}, judged again")
    for name, (before, after) in differing(weights).items():
        typer.echo(f"  {name}: {_plain(before)} -> {_plain(after)}")
    typer.echo("\nNow (down) and then (across):")
    for line in columns(list(_table(done.comparison))):
        typer.echo(f"  {line}")
    higher, lower = (done.comparison.moves(up=up) for up in (True, False))
    typer.echo(f"{higher:,} higher, {lower:,} lower")
    _show_rules(done.comparison)
    _show_examples("Higher", done.higher, higher, done.words)
    _show_examples("Lower", done.lower, lower, done.words)
    if done.comparison.left_out:
        typer.echo(f"\n{_left_out(done.comparison.left_out)}")
    typer.echo(f"\n{NOTE}")


def _table(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    yield "", *(level.word for level in Severity), "all"
    for now in Severity:
        numbers = [comparison.cells[now, then] for then in Severity]
        yield now.word, *(_number(n) for n in [*numbers, sum(numbers)])
    sums = [sum(comparison.cells[now, then] for now in Severity) for then in Severity]
    yield "all", *(_number(n) for n in [*sums, sum(sums)])


def _show_rules(comparison: Comparison) -> None:
    if not comparison.effects:
        typer.echo("\nNo rule asks for a min_severity.")
        return
    typer.echo("\nMentions that would meet a rule, and would not any more:")
    rows = [("", "min_severity", "more", "fewer")]
    rows += [_effect(effect) for effect in comparison.effects.values()]
    for line in columns(rows):
        typer.echo(f"  {line}")


def _effect(effect: Effect) -> tuple[str, str, str, str]:
    more, fewer = _number(effect.more), _number(effect.fewer)
    return effect.rule.name, effect.least.word, more, fewer


def _show_examples(
    title: str, examples: tuple[Example, ...], total: int, words: dict[int, Words]
) -> None:
    if not examples:
        return
    some = f"{len(examples)} of {total:,}" if len(examples) < total else f"{total:,}"
    typer.echo(f"\n{title} ({some}):")
    for example in examples:
        row, then = example.row, example.then
        move = f"{row.severity.word} -> {then.severity.word}"
        said = words[row.post_id]
        text = " ".join(f"{said.title} {said.text}".split())
        typer.echo(f"  {row.mention_id:>7}  {move:<18} {shorten(text, 80)}")
        typer.echo(f"{'':11}{then.total:g} points: {', '.join(then.why[:5])}")


def _record(done: _Done, weights: Weights) -> dict[str, Any]:
    comparison = done.comparison
    return {
        "since": done.since.isoformat() if done.since else None,
        "weights": {
            name: {"default": _plain(before), "then": _plain(after)}
            for name, (before, after) in differing(weights).items()
        },
        "mentions": comparison.compared,
        "higher": comparison.moves(up=True),
        "lower": comparison.moves(up=False),
        "left_out": comparison.left_out,
        "levels": {
            now.word: {then.word: comparison.cells[now, then] for then in Severity}
            for now in Severity
        },
        "rules": [
            {
                "rule": effect.rule.name,
                "min_severity": effect.least.word,
                "more": effect.more,
                "fewer": effect.fewer,
            }
            for effect in comparison.effects.values()
        ],
        "examples": {
            "higher": [_example(each, done.words) for each in done.higher],
            "lower": [_example(each, done.words) for each in done.lower],
        },
        "note": NOTE,
    }


def _example(example: Example, words: dict[int, Words]) -> dict[str, Any]:
    row, said = example.row, words[example.row.post_id]
    return {
        "mention_id": row.mention_id,
        "post_id": row.post_id,
        "brand": row.brand,
        "source": row.source,
        "url": said.url,
        "title": said.title,
        "text": said.text,
        "now": row.severity.word,
        "then": example.then.severity.word,
        "points": example.then.total,
        "why": example.then.why,
    }


def _left_out(number: int) -> str:
    return (
        f"{number:,} more were read by an earlier version, which kept less than "
        "severity depends on now; they are left out."
    )


def _plain(value: object) -> str:
    return value.word if isinstance(value, Severity) else f"{value:g}"


def _number(value: int) -> str:
    return f"{value:,}" if value else "."
