"""Every command: its words, its options, and where its work is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monitor import __version__
from monitor.cli.options import ConfigOption, DbOption, JsonOption, remember
from monitor.cli.query import query_app
from monitor.cli.severity import severity_app

app = typer.Typer(
    name="overheard",
    help="Listens for a brand and tells a person while there is time to help.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(query_app, name="query")
app.add_typer(severity_app, name="severity")

LogOption = Annotated[str, typer.Option("--log", help="console or json.")]
LevelOption = Annotated[
    str, typer.Option("--log-level", help="debug, info, warning, error.")
]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Overwrite an existing file.")
]
BrandOption = Annotated[
    list[str] | None, typer.Option("--brand", help="Only this brand (repeatable).")
]
SourceOption = Annotated[
    list[str] | None, typer.Option("--source", help="Only this network (repeatable).")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"overheard {__version__}")
        raise typer.Exit


@app.callback()
def start(
    ctx: typer.Context,
    config: ConfigOption = None,
    db: DbOption = None,
    log: LogOption = "console",
    log_level: LevelOption = "info",
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Without a command: run the daemon."""
    remember(config=config, db=db)
    if ctx.invoked_subcommand is None:
        run(config, db, log, log_level)


@app.command()
def run(
    config: ConfigOption = None,
    db: DbOption = None,
    log: LogOption = "console",
    log_level: LevelOption = "info",
) -> None:
    """Run the daemon (also what happens without a command).

    SIGTERM or Ctrl-C ends it within ten seconds, a second one at once. SIGHUP
    reads the configuration again and keeps the old one if the new one is wrong.
    """
    from monitor.cli.service import run_daemon

    raise typer.Exit(run_daemon(config, db, log=log, level=log_level))


@app.command()
def once(
    config: ConfigOption = None,
    db: DbOption = None,
    json: JsonOption = False,
    log_level: LevelOption = "warning",
) -> None:
    """Run every collector once, deliver what is due, and stop."""
    from monitor.cli.service import run_once

    raise typer.Exit(run_once(config, db, as_json=json, level=log_level))


@app.command()
def demo(
    seconds: Annotated[
        str, typer.Option("--for", help="End after this long, e.g. 60s or 2m.")
    ] = "",
    json: JsonOption = False,
    port: Annotated[int, typer.Option(help="Port of the Slack page; 0: any.")] = 8765,
    folder: Annotated[
        Path | None, typer.Option(help="Where to leave the database and the CSV.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines instead of a live view.")
    ] = False,
    seed: Annotated[int, typer.Option(help="Same seed, same posts.")] = 7,
) -> None:
    """Show everything without keys: simulated networks, the real daemon.

    Nothing leaves this machine. Ctrl-C ends it with a summary and a CSV.
    """
    from monitor.demo.show import DemoOptions, run_demo

    options = DemoOptions(
        duration=seconds, as_json=json, port=port, folder=folder, plain=plain, seed=seed
    )
    raise typer.Exit(run_demo(options))


@app.command()
def watch(
    names: Annotated[list[str], typer.Argument(help="Names to listen for.")],
    seconds: Annotated[str, typer.Option("--for", help="End after this long.")] = "",
    db: DbOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show every mention, not only unhappy ones.")
    ] = False,
) -> None:
    """Listen for a name on the networks that need no key; alerts on the console."""
    from monitor.cli.watching import watch_names

    raise typer.Exit(watch_names(names, duration=seconds, db=db, everything=everything))


@app.command()
def init(
    brand: Annotated[str, typer.Argument(help="The name to listen for.")] = "Acme",
    config: ConfigOption = None,
    force: ForceOption = False,
) -> None:
    """Write a commented overheard.yaml to start from."""
    from monitor.cli.setup import write_configuration

    write_configuration(brand, config, force=force)


@app.command()
def check(
    config: ConfigOption = None,
    db: DbOption = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Do not contact any network.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Check the configuration, the credentials and what can be reached."""
    from monitor.cli.setup import check_configuration

    raise typer.Exit(check_configuration(config, db, offline=offline, as_json=json))


@app.command(name="import")
def import_(
    file: Annotated[
        str, typer.Argument(help="JSONL or CSV file; - for standard input.")
    ],
    config: ConfigOption = None,
    db: DbOption = None,
    alert: Annotated[
        bool,
        typer.Option("--alert", help="Alert on what is imported, as if it were new."),
    ] = False,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", help="For CSV: ours=theirs, e.g. --map 'id=Tweet ID'."),
    ] = None,
    only_matching: Annotated[
        bool, typer.Option("--only-matching", help="Keep only posts that name a brand.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Read posts from a file. Safe to repeat: a post is stored once.

    With --alert, ends when every due alert has reached its receiver.
    """
    from monitor.cli.importing import ImportOptions, run_import

    options = ImportOptions(
        file=file,
        alert=alert,
        mapping=tuple(mapping or ()),
        only_matching=only_matching,
        as_json=json,
    )
    raise typer.Exit(run_import(options, config, db))


@app.command()
def export(
    target: Annotated[
        str, typer.Argument(help="File to write; - for standard output.")
    ] = "mentions.csv",
    config: ConfigOption = None,
    db: DbOption = None,
    file_format: Annotated[
        str,
        typer.Option("--format", help="csv, parquet or xlsx; else by the file's name."),
    ] = "",
    brand: BrandOption = None,
    source: SourceOption = None,
    since: Annotated[str, typer.Option(help="From this time: 2026-01-31, or 7d.")] = "",
    until: Annotated[str, typer.Option(help="Before this time.")] = "",
    label: Annotated[
        list[str] | None, typer.Option(help="negative, neutral, …")
    ] = None,
    severity: Annotated[
        str, typer.Option(help="At least low, medium, high, critical.")
    ] = "",
    language: Annotated[list[str] | None, typer.Option(help="en, ko, zh, …")] = None,
    force: ForceOption = False,
    json: JsonOption = False,
) -> None:
    """Write mentions to CSV, Parquet or XLSX."""
    from monitor.cli.exporting import ExportOptions, run_export

    options = ExportOptions(
        target=target,
        file_format=file_format,
        brands=tuple(brand or ()),
        sources=tuple(source or ()),
        since=since,
        until=until,
        labels=tuple(label or ()),
        severity=severity,
        languages=tuple(language or ()),
        force=force,
        as_json=json,
    )
    raise typer.Exit(run_export(options, config, db))


@app.command()
def score(
    file: Annotated[
        str, typer.Argument(help="Post JSONL; - for standard input.")
    ] = "-",
    config: ConfigOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Read posts (JSONL in, JSONL out, same order): feeling, severity and why."""
    from monitor.cli.lines import run_score

    del config, db, json  # taken for uniformity: the output is JSONL anyway
    raise typer.Exit(run_score(file))


@app.command()
def match(
    file: Annotated[
        str, typer.Argument(help="Post JSONL; - for standard input.")
    ] = "-",
    config: ConfigOption = None,
    db: DbOption = None,
    json: JsonOption = False,
    query: Annotated[
        list[str] | None, typer.Option("--query", help="Try this query instead.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show each query's tree and what it found."),
    ] = False,
    text: Annotated[
        str, typer.Option("--text", help="Look at these words instead of a file.")
    ] = "",
) -> None:
    """Find brands in posts (JSONL in, JSONL out, same order)."""
    from monitor.cli.lines import MatchOptions, run_match

    del db
    options = MatchOptions(
        file=file,
        queries=tuple(query or ()),
        explain=explain,
        text=text,
        as_json=json,
    )
    raise typer.Exit(run_match(options, config))


@app.command()
def teach(
    file: Annotated[
        str, typer.Argument(help="Verdicts as JSONL or CSV; - for standard input.")
    ] = "",
    config: ConfigOption = None,
    db: DbOption = None,
    brand: Annotated[
        str, typer.Option(help="Brand of lines without one; with --list, only this.")
    ] = "",
    by: Annotated[str, typer.Option(help="Who says so; else who is signed in.")] = "",
    show: Annotated[
        bool, typer.Option("--list", help="Show what was taught and counts.")
    ] = False,
    undo: Annotated[
        str, typer.Option(help="Take back: the number of one, or a batch (b17).")
    ] = "",
    limit: Annotated[
        int, typer.Option(help="With --list, at most so many.", min=1, max=100_000)
    ] = 100,
    json: JsonOption = False,
) -> None:
    """Say what posts are: us, not us, negative, not negative, …; others follow them.

    A line has `verdict`, `brand` and either `text` or `id` (of `search --json`, or
    source:id).
    """
    from monitor.cli import teaching

    if (bool(file), show, bool(undo)).count(True) != 1:
        raise typer.BadParameter("say one of FILE, --list and --undo")
    if show:
        code = teaching.list_teachings(brand, config, db, limit=limit, as_json=json)
    elif undo:
        code = teaching.run_undo(undo, by, config, db, as_json=json)
    else:
        options = teaching.TeachOptions(file=file, brand=brand, by=by, as_json=json)
        code = teaching.run_teach(options, config, db)
    raise typer.Exit(code)


@app.command()
def precision(
    config: ConfigOption = None, db: DbOption = None, json: JsonOption = False
) -> None:
    """Show how often each rule was right, going by what people said of its alerts."""
    from monitor.cli.teaching import show_precision

    raise typer.Exit(show_precision(config, db, as_json=json))


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words to find in stored posts.")],
    config: ConfigOption = None,
    db: DbOption = None,
    brand: Annotated[str, typer.Option(help="Only this brand.")] = "",
    source: Annotated[str, typer.Option(help="Only this network.")] = "",
    limit: Annotated[
        int, typer.Option(help="At most so many.", min=1, max=10_000)
    ] = 20,
    json: JsonOption = False,
) -> None:
    """Search stored posts in any language."""
    from monitor.cli.looking import run_search

    raise typer.Exit(
        run_search(
            " ".join(words),
            config,
            db,
            brand=brand,
            source=source,
            limit=limit,
            as_json=json,
        )
    )


@app.command()
def sources(
    config: ConfigOption = None, db: DbOption = None, json: JsonOption = False
) -> None:
    """List the networks this program can read, and how each collector is doing."""
    from monitor.cli.looking import list_sources

    raise typer.Exit(list_sources(config, db, as_json=json))


@app.command()
def outbox(
    config: ConfigOption = None,
    db: DbOption = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try parked deliveries again.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Show deliveries that wait or are parked."""
    from monitor.cli.looking import show_outbox

    raise typer.Exit(show_outbox(config, db, retry=retry, as_json=json))


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(help="File to write.")],
    config: ConfigOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Copy the running database safely (SQLite), and check the copy."""
    from monitor.cli.looking import run_backup

    raise typer.Exit(run_backup(target, config, db, as_json=json))
