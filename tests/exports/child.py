"""An export in a process of its own: URL, target and whether to stop half-way.

With `pause` it tells how far it is, and waits to be killed.
"""

from __future__ import annotations

import sys

from monitor.core.clock import SystemClock
from monitor.exports import export
from monitor.store.db import Store

URL, TARGET, *PAUSE = sys.argv[1:]


def pause(done: int, _total: int | None) -> None:
    """Say how far it is, and wait."""
    if PAUSE:
        print(done, flush=True)
        sys.stdin.read()


export(Store(URL, clock=SystemClock()), TARGET, progress=pause, overwrite=True)
