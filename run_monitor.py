#!/usr/bin/env python3
"""Overheard's one door: `python3 run_monitor.py COMMAND`, or `overheard COMMAND`."""

from __future__ import annotations

import sys


def main() -> None:
    """Make sure the packages are there, then hand over to the command line."""
    from monitor.bootstrap import ensure_environment

    ensure_environment("requirements.lock", ["run_monitor.py", *sys.argv[1:]])

    from monitor.cli import run

    run()


if __name__ == "__main__":
    main()
