"""The command line. Heavy parts are imported by the command that needs them."""

from __future__ import annotations

import sys

from monitor.core.errors import ConfigError, MonitorError

EXIT_FAILED = 1
EXIT_RUNNING = 75
EXIT_CONFIG = 78


def run() -> None:
    """Run the command of `sys.argv`; every expected failure is a sentence."""
    from monitor.cli.commands import app

    try:
        app()
    except ConfigError as exc:
        _complain(exc.problems)
        sys.exit(EXIT_CONFIG)
    except MonitorError as exc:
        _complain([str(exc)])
        sys.exit(_status(exc))
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(EXIT_FAILED)


def _status(exc: MonitorError) -> int:
    from monitor.core.errors import StoreDamaged
    from monitor.store.lock import AlreadyRunning

    if isinstance(exc, AlreadyRunning):
        return EXIT_RUNNING
    return EXIT_CONFIG if isinstance(exc, StoreDamaged) else EXIT_FAILED


def _complain(problems: list[str]) -> None:
    for problem in problems:
        print(f"overheard: {problem}", file=sys.stderr)  # noqa: T201
