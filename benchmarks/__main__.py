"""Run one benchmark by name."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks

_PARTS = ("posts",)


def names() -> list[str]:
    """Return the modules of this package that can be run."""
    found = (module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    return sorted(n for n in found if not n.startswith("_") and n not in _PARTS)


def main(arguments: list[str]) -> int:
    """Run the benchmark that the first argument names; 2 if there is none."""
    if len(arguments) != 1 or arguments[0] not in names():
        print(f"usage: python3 -m benchmarks NAME; known: {', '.join(names())}")
        return 2
    importlib.import_module(f"benchmarks.{arguments[0]}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
