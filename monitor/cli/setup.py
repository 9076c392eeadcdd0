"""`init` and `check`: a configuration to start from, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import DEFAULT_CONFIG, load_config, print_json
from monitor.core.errors import ConfigError, MonitorError

if TYPE_CHECKING:
    from monitor.running import CollectorWork

CHECKS_AT_ONCE = 8


def write_configuration(brand: str, path: Path | None, *, force: bool) -> None:
    """Write the commented starting file."""
    from config import init_text

    target = path or DEFAULT_CONFIG
    if target.exists() and not force:
        raise MonitorError(
            f"{str(target)!r} is there already; choose another name with --config, "
            "or overwrite it with --force"
        )
    try:
        target.write_text(init_text(brand), encoding="utf-8")
        target.chmod(0o600)
    except OSError as exc:
        raise MonitorError(f"cannot write {str(target)!r}: {exc.strerror}") from exc
    typer.echo(f"wrote {target}; next: put your names and receivers in, then run")
    typer.echo(f"  overheard check --config {target}")


def check_configuration(
    path: Path | None, db: str | None, *, offline: bool, as_json: bool
) -> int:
    """Check the file, then the database, then every source and receiver."""
    from monitor.app import App, problems_of
    from monitor.observe import set_up_logging

    set_up_logging(json=False, level="error")
    config = load_config(path, db)
    if problems := problems_of(config):
        raise ConfigError(problems)
    results = [("configuration", str(path or DEFAULT_CONFIG), "")]
    app = App.open(config)
    app.store.verify()
    results.append(("database", str(app.store), ""))
    if not offline:
        results += _reach(app)
    app.close()
    _show(results, as_json=as_json, offline=offline)
    return 1 if any(problem for _, _, problem in results) else 0


def _reach(app: Any) -> list[tuple[str, str, str]]:
    """Ask every source and receiver whether it would work, several at once."""
    questions: list[tuple[str, str, Callable[[], None]]] = [
        ("collector", work.name, partial(_check_source, work)) for work in app.works()
    ]
    questions += [("receiver", s.receiver, s.notifier.check) for s in app.senders()]
    with ThreadPoolExecutor(CHECKS_AT_ONCE) as pool:
        answers = list(pool.map(lambda q: problem_of(q[2]), questions))
    return [
        (what, name, p) for (what, name, _), p in zip(questions, answers, strict=True)
    ]


def _check_source(work: CollectorWork) -> None:
    work.make().check()


def problem_of(ask: Callable[[], None]) -> str:
    try:
        ask()
    except MonitorError as exc:
        return str(exc)
    except Exception as exc:  # noqa: BLE001 - a plug-in's bug is a finding of this check
        return f"crashed: {type(exc).__name__}; report this as a fault of the plug-in"
    return ""


def _show(results: list[tuple[str, str, str]], *, as_json: bool, offline: bool) -> None:
    if as_json:
        print_json(
            [
                {"what": what, "name": name, "ok": not problem, "problem": problem}
                for what, name, problem in results
            ]
        )
        return
    for what, name, problem in results:
        typer.echo(f"{'FAIL' if problem else 'ok':<5} {what:<14} {name}")
        if problem:
            typer.echo(f"      {problem}")
    if offline:
        typer.echo("networks and receivers were not contacted (--offline)")
