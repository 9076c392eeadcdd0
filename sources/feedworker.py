"""Parses one feed from standard input, in a process that may be ended at any time."""

from __future__ import annotations

import sys

from sources.feeds import parse_here, to_json

MAX_MEMORY = 1_500_000_000


def main() -> None:
    """Read a feed, write it as JSON."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    except (ImportError, OSError, ValueError):
        pass  # not on this system: the time limit of the caller remains
    sys.stdout.buffer.write(to_json(parse_here(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
