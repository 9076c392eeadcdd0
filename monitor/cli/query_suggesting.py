"""`query suggest`: what marked posts teach, as words and as lines to paste."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import print_json
from monitor.cli.query_setting import needs_file, setting_of, stored
from monitor.cli.query_showing import columns
from monitor.core.errors import MonitorError

if TYPE_CHECKING:
    from monitor.matching.tools.context import Context, Effect
    from monitor.matching.tools.examples import Example
    from monitor.matching.tools.suggesting import Name, Suggestions
    from monitor.matching.tools.telling import Word
    from monitor.store.db import Store

_LOSS = 0.1
"""Share of our own posts lost on held-out marks, from which the words are doubted."""


def run_suggest(
    name: str,
    file: Path | None,
    config: Path | None,
    db: str | None,
    *,
    as_json: bool,
) -> int:
    """Learn from the marks in the store and from the file, and print it."""
    from monitor.matching.tools.examples import Counting
    from monitor.matching.tools.suggesting import suggest

    setting = setting_of(config)
    needs_file(setting, "query suggest")
    brand = setting.needed(name)
    examples = list(_from_file(file)) if file is not None else []
    with stored(config, db) as store:
        if store is not None:
            examples += _from_store(store, brand.brand)
    counting = Counting(
        brand=brand,
        lists=setting.lists,
        exclude=setting.exclude,
        language=setting.language,
    )
    found = suggest(counting, examples)
    if as_json:
        print_json(_record(brand.brand, found))
    else:
        _show(brand.brand, found)
    return 0


def _from_store(store: Store, brand: str) -> list[Example]:
    from monitor.matching.tools.examples import Example
    from monitor.store import history

    with store.read() as conn:
        return [
            Example(
                title=post.title,
                text=post.text,
                facts=post,
                us=post.verdict == "us",
            )
            for post in history.read(conn, brand=brand, only_marked=True)
        ]


def _from_file(file: Path) -> Iterator[Example]:
    from monitor.core.jsonl import LineError, json_object, texts
    from monitor.matching.lines import facts
    from monitor.matching.tools.examples import Example

    try:
        lines = file.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except OSError as exc:
        raise MonitorError(f"cannot read {str(file)!r}: {exc.strerror}") from exc
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = json_object(line)
            title, text = texts(item)
        except LineError as exc:
            raise MonitorError(f"{file}, line {number}: {exc}") from exc
        us = item.get("us")
        if not isinstance(us, bool):
            raise MonitorError(
                f"{file}, line {number}: us is {us!r}; write true or false"
            )
        yield Example(title=title, text=text, facts=facts(item), us=us)


def _show(brand: str, found: Suggestions) -> None:
    typer.echo(
        f"{brand}: {found.own} posts marked as us (the queries find "
        f"{found.found_own}), "
        f"{found.other} as not us (they find {found.found_other})"
    )
    if found.context is not None:
        _show_context(found.context)
    if found.names:
        typer.echo(
            "\nNames in posts about us that the queries do not look for, with how"
        )
        typer.echo(
            "many marked posts hold them, and how many of those are not found now:"
        )
        heads = ("", "us", "not us", "new us", "new not us")
        _table([heads, *map(_name, found.names)])
    if found.exclude:
        typer.echo("\nTo leave out (`exclude:`); no post marked as us holds any of it:")
        _table([("", "us", "not us", "by chance"), *map(_row, found.exclude)])
    for note in found.notes:
        typer.echo(f"\nNote: {note}.")
    if not (found.context or found.names or found.exclude):
        typer.echo("\nNothing to suggest.")


def _show_context(context: Context) -> None:
    typer.echo(
        "\nContext words, and how many of the posts that the queries find hold them:"
    )
    heads = f"of {context.learnt.own} us", f"of {context.learnt.other} not us"
    if context.own:
        _table([("about us", *heads, "by chance"), *map(_row, context.own)])
    if context.other:
        _table([("about others", *heads, "by chance"), *map(_row, context.other)])
    typer.echo(f"On the posts they were learnt from: {_said(context.learnt)}.")
    if context.held_out is not None:
        typer.echo(f"On posts they were not learnt from: {_said(context.held_out)}.")
        if _loses(context.held_out):
            typer.echo("That loses many of ours: mark more posts before using them.")
    if not context.other:
        typer.echo("Without words about something else nothing is left out.")
        return
    typer.echo("\nTo use them, put this under the brand:\n")
    typer.echo("    context:")
    for name, words in (("own", context.own), ("other", context.other)):
        listed = ", ".join(_quoted(word.query) for word in words)
        typer.echo(f"      {name}: [{listed}]")


def _loses(effect: Effect) -> bool:
    return effect.own_kept < (1 - _LOSS) * effect.own


def _said(effect: Effect) -> str:
    return (
        f"{effect.own_kept} of {effect.own} about us stay, "
        f"{effect.other_left_out} of {effect.other} others are left out"
    )


def _row(word: Word) -> tuple[str, ...]:
    return word.query, f"{len(word.own)}", f"{len(word.other)}", _chance(word.p)


def _name(name: Name) -> tuple[str, ...]:
    counts = name.own, name.other, name.gained_own, name.gained_other
    return name.query, *map(str, counts)


def _chance(p: float) -> str:
    return f"1 in {1 / p:,.0f}" if p > 1e-6 else "under 1 in 1,000,000"


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    for line in columns(rows):
        typer.echo(f"  {line}")


def _quoted(query: str) -> str:
    """Return a query as YAML takes it in brackets."""
    return f"'{query}'" if '"' in query else json.dumps(query, ensure_ascii=False)


def _record(brand: str, found: Suggestions) -> dict[str, Any]:
    from dataclasses import asdict

    context = found.context
    return {
        "brand": brand,
        "marked": {"us": found.own, "not_us": found.other},
        "found": {"us": found.found_own, "not_us": found.found_other},
        "context": context
        and {
            "own": [_word(word) for word in context.own],
            "other": [_word(word) for word in context.other],
            "learnt": asdict(context.learnt),
            "held_out": context.held_out and asdict(context.held_out),
        },
        "names": [asdict(name) for name in found.names],
        "exclude": [_word(word) for word in found.exclude],
        "notes": found.notes,
    }


def _word(word: Word) -> dict[str, Any]:
    return {
        "query": word.query,
        "us": len(word.own),
        "not_us": len(word.other),
        "log_odds": round(word.log_odds, 3),
        "p": word.p,
    }
