"""The whole suite: `python3 -m tests [pytest arguments]`."""

from __future__ import annotations

import os
import sys

from monitor.bootstrap import ROOT, ensure_environment


def main() -> None:
    """Say what runs, run pytest, and end with its closing line."""
    arguments = sys.argv[1:]
    ensure_environment("requirements-dev.lock", ["-m", "tests", *arguments])

    import pytest

    os.chdir(ROOT)
    what = " ".join(arguments) or "everything"
    print(f"overheard: running {what} with pytest {pytest.__version__}", flush=True)
    # Without arguments: the whole suite, a file at a time on each core.
    sys.exit(pytest.main(arguments or ["-n", "auto", "--dist", "loadfile", "-q"]))


if __name__ == "__main__":
    main()
