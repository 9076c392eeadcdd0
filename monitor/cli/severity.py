"""`severity …`: what the weights do. The work is in the files beside."""

# ruff: noqa: PLR0913, PLR0917 - options are parameters
from __future__ import annotations

from typing import Annotated

import typer

from monitor.cli.options import ConfigOption, DbOption, JsonOption

severity_app = typer.Typer(
    help="How bad mentions are: try other weights, show the points of one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", help="Another weight, e.g. --set churn=2 (repeatable)."),
]


@severity_app.command()
def preview(
    config: ConfigOption = None,
    db: DbOption = None,
    changes: SetOption = None,
    since: Annotated[
        str, typer.Option(help="Posts from 30d, or 2026-01-31; all: everything.")
    ] = "30d",
    brand: Annotated[str, typer.Option(help="Only this brand.")] = "",
    samples: Annotated[
        int, typer.Option(help="Examples shown of each direction.", min=0, max=1000)
    ] = 5,
    json: JsonOption = False,
) -> None:
    """Judge stored mentions by other weights: what would move. Nothing is written."""
    from monitor.cli.severity_previewing import PreviewOptions, run_preview

    options = PreviewOptions(
        changes=tuple(changes or ()),
        since=since,
        brand=brand,
        samples=samples,
        as_json=json,
    )
    raise typer.Exit(run_preview(options, config, db))


@severity_app.command()
def explain(
    mention: Annotated[
        str, typer.Argument(help="mention_id of the export, or source:id of a post.")
    ],
    config: ConfigOption = None,
    db: DbOption = None,
    changes: SetOption = None,
    json: JsonOption = False,
) -> None:
    """Show the points of one mention, and what makes its level."""
    from monitor.cli.severity_explaining import run_explain

    raise typer.Exit(run_explain(mention, tuple(changes or ()), config, db, json))
