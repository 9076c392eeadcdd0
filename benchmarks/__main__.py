"""Run one benchmark by name."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys

import benchmarks

_PARTS = ("posts",)


def names() -> list[str]:
    """Return the modules of this package that can be run."""
    found = (module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    return sorted(n for n in found if not n.startswith("_") and n not in _PARTS)


def main(arguments: list[str]) -> int:
    """Run the benchmark that the first argument names; 2 if there is none.

    Further arguments are for the benchmark, if its `run` takes any.
    """
    known = names()
    if arguments and arguments[0] in known:
        run = importlib.import_module(f"benchmarks.{arguments[0]}").run
        if inspect.signature(run).parameters:
            run(arguments[1:])
            return 0
        if len(arguments) == 1:
            run()
            return 0
    print(f"usage: python3 -m benchmarks NAME [OPTIONS]; known: {', '.join(known)}")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
