"""`query mark` and `query marks`: what people said of posts."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from monitor.cli.options import print_json
from monitor.cli.query_setting import Setting, needed_store, setting_of
from monitor.core.errors import MonitorError
from monitor.core.text import shorten


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkOptions:
    """What was asked for; `us` None takes a verdict back."""

    brand: str
    posts: tuple[str, ...]
    us: bool | None
    by: str
    as_json: bool


def run_mark(options: MarkOptions, config: Path | None, db: str | None) -> int:
    """Write the verdicts down, all or none of them."""
    from monitor.store import history, marks

    setting = setting_of(config)
    with needed_store(config, db) as store:
        with store.read() as conn:
            brand = _brand(setting, options.brand, history.brands(conn))
            found = {name: marks.find_post(conn, name) for name in options.posts}
        unknown = [name for name, post_id in found.items() if post_id is None]
        if unknown:
            raise MonitorError(
                f"not stored: {', '.join(unknown)}; `overheard search WORDS --json` "
                "shows the id of each post, and source:external_id is understood too"
            )
        changed = 0
        with store.write() as conn:
            for post_id in found.values():
                changed += _say(conn, post_id, brand, options, store.clock.now())
        with store.read() as conn:
            sums = marks.sums(conn, brand)
    said = {None: "unmarked", True: "us", False: "not us"}[options.us]
    if options.as_json:
        print_json({"brand": brand, "verdict": said, "changed": changed, "marks": sums})
        return 0
    typer.echo(f"{brand}: {changed} of {len(found)} posts are now {said}")
    typer.echo(f"marked so far: {sums['us']} us, {sums['not_us']} not us")
    return 0


def _say(conn: Any, post_id: Any, brand: str, options: MarkOptions, now: Any) -> bool:
    from monitor.store import teachings
    from monitor.teaching import Subject, Verdict

    by = options.by or user()
    if options.us is None:
        about = Subject.ABOUT
        return bool(teachings.withdraw(conn, brand, post_id, about, by=by, now=now))
    verdict = Verdict.US if options.us else Verdict.NOT_US
    said = teachings.Said(brand, verdict, post_id)
    return teachings.record(conn, said, by=by, now=now) is not None


def user() -> str:
    """Return who sits at the keyboard."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"  # a user id without a name, as containers have


def _brand(setting: Setting, name: str, stored: list[str]) -> str:
    """Return the brand's name as it is configured, or, without a file, stored."""
    if setting.config is not None:
        return setting.needed(name).brand
    found = next((b for b in stored if b.casefold() == name.casefold()), None)
    if found is None:
        raise MonitorError(
            f"no mention of {name!r} is stored; brands: {', '.join(stored) or 'none'}"
        )
    return found


def list_marks(
    brand: str, config: Path | None, db: str | None, *, limit: int, as_json: bool
) -> int:
    """Print the verdicts."""
    from monitor.store import history, marks

    setting = setting_of(config)
    with needed_store(config, db) as store, store.read() as conn:
        name = _brand(setting, brand, history.brands(conn)) if brand else ""
        rows = marks.listing(conn, name, limit)
    if as_json:
        print_json([row._asdict() for row in rows])
        return 0
    for row in rows:
        when = row.marked_at.strftime("%Y-%m-%d %H:%M")
        verdict = "us    " if row.verdict == "us" else "not us"
        words = shorten(" ".join(f"{row.title} {row.text}".split()), 70)
        typer.echo(f"{when}  {verdict}  {row.brand}  {row.post_id:>6}  {words}")
        typer.echo(f"{'':18}by {row.marked_by}, {row.source}:{row.external_id}")
    if not rows:
        typer.echo("nothing is marked yet")
    return 0
