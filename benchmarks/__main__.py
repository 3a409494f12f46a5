"""`python -m benchmarks NAME PATH...`: speed and quality on a corpus given by path. Without a name, lists them.

A benchmark is a module of this folder that can be run by itself; its first line says what it measures.
"""

from __future__ import annotations

import importlib
import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """Return the names of the benchmarks."""
    return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


def main(arguments: list[str]) -> int:
    """Run one benchmark, or list them; return the exit status."""
    if not arguments or arguments[0] not in names():
        for name in names():
            about = (importlib.import_module(f"benchmarks.{name}").__doc__ or "").strip().splitlines()
            print(f"{name:<16}{about[0] if about else ''}")
        return 2 if arguments else 0
    sys.argv = [f"benchmarks {arguments[0]}", *arguments[1:]]
    runpy.run_module(f"benchmarks.{arguments[0]}", run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
