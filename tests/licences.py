"""Lists every package that the lock names, with its version and its licence as the package itself states it:

python -m tests.licences
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)(?:\s*;.*)?\s*\\?$", re.MULTILINE)
_CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(.+)")
LONGEST = 60  # characters: some packages put the whole text of their licence there


def licence_of(known: PackageMetadata) -> str:
    """Return a package's licence: the expression, else the classifiers, else the first line of the field."""
    if expression := known.get("License-Expression"):
        return str(expression)
    classified = [found[1] for one in known.get_all("Classifier") or [] if (found := _CLASSIFIER.match(str(one)))]
    first = str(known.get("License") or "").strip().partition("\n")[0]
    return " and ".join(classified) or first[:LONGEST]


def licences(lock: str) -> dict[str, tuple[str, str]]:
    """Return name to version and licence; of a package that this system does not need, "not installed here"."""
    found = {}
    for name, version in _PINNED.findall(lock):
        try:
            found[name] = version, licence_of(metadata(name)) or "not stated"
        except PackageNotFoundError:
            found[name] = version, "not installed here"
    return found


def main() -> int:
    known = licences((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    for name, (version, licence) in sorted(known.items()):
        print(f"{name:<32} {version:<14} {licence}")
    return int(any(licence == "not stated" for _, licence in known.values()))


if __name__ == "__main__":
    sys.exit(main())
