"""`python -m benchmarks NAME PATH...`: speed and quality on a corpus given by path. Without a name, lists them.

A benchmark is a module of this folder with a `main(arguments)`; its first line says what it measures.
"""

from __future__ import annotations

import importlib
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
    return int(importlib.import_module(f"benchmarks.{arguments[0]}").main(arguments[1:]) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
