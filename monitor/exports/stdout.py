"""Writing to standard output, whose reader may have gone."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO


def to_stdout(run: Callable[[BinaryIO], Iterator[int]]) -> int:
    """Let `run` write to standard output; return how many rows it wrote.

    A reader that has seen enough (`… | head`) ends the writing; it is not an error.
    """
    rows = 0
    try:
        for rows in run(sys.stdout.buffer):  # noqa: B007  # the last one counts
            pass
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence()
    return rows


def _silence() -> None:
    """Let what is still buffered go nowhere, or Python complains when it ends."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
