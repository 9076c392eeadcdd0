"""`query …`: tools for the writer of a query. What they do is in the files beside."""

# ruff: noqa: PLR0913, PLR0917 - options are parameters
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.options import ConfigOption, DbOption, JsonOption

query_app = typer.Typer(
    help="Tools for the writer of a query: check, preview, mark, suggest.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

BrandArgument = Annotated[str, typer.Argument(help="The brand, as it is configured.")]


@query_app.command()
def check(
    queries: Annotated[
        list[str] | None,
        typer.Argument(help="Queries to look at; without any, all of the file."),
    ] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on warnings too.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Find mistakes in queries, and what can never match, adds nothing or costs."""
    from monitor.cli.query_checking import run_check

    raise typer.Exit(
        run_check(tuple(queries or ()), config, db, strict=strict, as_json=json)
    )


@query_app.command()
def preview(
    brand: BrandArgument,
    queries: Annotated[
        list[str] | None,
        typer.Argument(help="Queries instead of the brand's; without any, its own."),
    ] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", help="Leave these out as well.")
    ] = None,
    own: Annotated[
        list[str] | None,
        typer.Option("--own", help="One more word of context.own (repeatable)."),
    ] = None,
    other: Annotated[
        list[str] | None,
        typer.Option("--other", help="One more word of context.other (repeatable)."),
    ] = None,
    since: Annotated[
        str, typer.Option(help="Only posts from 30d, or 2026-01-31.")
    ] = "",
    samples: Annotated[
        int, typer.Option(help="Posts shown of each kind.", min=0, max=1000)
    ] = 5,
    json: JsonOption = False,
) -> None:
    """Compare other queries with the mentions that are stored: gained and lost."""
    from monitor.cli.query_previewing import PreviewOptions, run_preview

    options = PreviewOptions(
        brand=brand,
        queries=tuple(queries or ()),
        exclude=tuple(exclude or ()),
        own=tuple(own or ()),
        other=tuple(other or ()),
        since=since,
        samples=samples,
        as_json=json,
    )
    raise typer.Exit(run_preview(options, config, db))


@query_app.command()
def mark(
    brand: BrandArgument,
    posts: Annotated[
        list[str],
        typer.Argument(help="Posts: the id of `search --json`, or source:id."),
    ],
    us: Annotated[
        bool | None, typer.Option("--us/--not-us", help="Is it about the brand?")
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take the verdict back instead.")
    ] = False,
    by: Annotated[str, typer.Option(help="Who says so.")] = "",
    config: ConfigOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Say of stored posts that they are about the brand, or are not."""
    from monitor.cli.query_marking import MarkOptions, run_mark

    if (us is None) is not undo:
        raise typer.BadParameter("say one of --us, --not-us and --undo")
    options = MarkOptions(brand=brand, posts=tuple(posts), us=us, by=by, as_json=json)
    raise typer.Exit(run_mark(options, config, db))


@query_app.command()
def marks(
    brand: Annotated[str, typer.Argument(help="Only this brand.")] = "",
    config: ConfigOption = None,
    db: DbOption = None,
    limit: Annotated[
        int, typer.Option(help="At most so many.", min=1, max=100_000)
    ] = 100,
    json: JsonOption = False,
) -> None:
    """List what was said of posts, the last first."""
    from monitor.cli.query_marking import list_marks

    raise typer.Exit(list_marks(brand, config, db, limit=limit, as_json=json))


@query_app.command()
def suggest(
    brand: BrandArgument,
    examples: Annotated[
        Path | None,
        typer.Option(help="Post JSONL with `us` (true or false) on each line."),
    ] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Learn from marked posts: context words, missed names, what to leave out."""
    from monitor.cli.query_suggesting import run_suggest

    raise typer.Exit(run_suggest(brand, examples, config, db, as_json=json))
