"""Named places where a test may let the program die as if it were killed.

In production `crash_point` is a dictionary look-up and nothing else. With
`OVERHEARD_CRASH_AT=name:n` in the environment the n-th passage of that point
ends the process at once (exit status 137, as after `kill -9`); with
`OVERHEARD_TERM_AT=name:n` the process sends itself SIGTERM there.
"""

from __future__ import annotations

import os
import signal

POINTS = (
    "fetch.before",
    "fetch.page",
    "normalise",
    "tx.begin",
    "tx.posts",
    "tx.cursor",
    "tx.before_commit",
    "tx.after_commit",
    "decide.begin",
    "decide.before_commit",
    "decide.after_commit",
    "deliver.claimed",
    "deliver.before_send",
    "deliver.after_send",
    "deliver.before_record",
    "deliver.recorded",
    "reconcile.looked",
    "index.before_commit",
    "run.recorded",
    "config.swap",
)
_KILLED = 137

_armed: dict[str, tuple[str, int]] = {}
_passed: dict[str, int] = {}


def arm(environ: dict[str, str] | os._Environ[str]) -> None:
    """Read the environment once, at the start of the program."""
    _armed.clear()
    _passed.clear()
    for variable, deed in (
        ("OVERHEARD_CRASH_AT", "kill"),
        ("OVERHEARD_TERM_AT", "term"),
    ):
        value = environ.get(variable, "")
        name, _, count = value.partition(":")
        if name in POINTS:
            _armed[name] = (deed, int(count or "1"))


def crash_point(name: str) -> None:
    """Die here if a test asked for it."""
    if name not in _armed:
        return
    deed, count = _armed[name]
    _passed[name] = _passed.get(name, 0) + 1
    if _passed[name] != count:
        return
    if deed == "kill":
        os._exit(_KILLED)
    os.kill(os.getpid(), signal.SIGTERM)
