"""Case files: Markdown in which a heading is a behaviour, and under it stand an input and the whole expected result.

A case tells where it comes from, since one that the code was written for proves less than one that came later: see
`ORIGINS`. The head of a file says it for all of its cases, a heading for its own, in parentheses at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parent
KNOWN_FAILURES = TESTS / "known_failures.md"
ORIGINS = ("developed on", "evaluated on", "caught")
"""The code was written with the case in view; the case came later and passed as it was; somebody met the mistake."""
_HEAD = re.compile(r"^A case here was \*\*([\w ]+)\*\*", re.M)
_HEADING = re.compile(r"(?P<behaviour>.+?)(?: \((?P<marks>[^()]*)\))?")
_NOTE = re.compile(r"\d{4}-\d\d-\d\d|undated|(?:seeds? )?\d{3}")


@dataclass(frozen=True, slots=True)
class Case:
    """One behaviour."""

    file: str
    """Its name below `tests/`: "annotate/speakers.md"."""
    heading: str
    """Without what stands in parentheses at its end."""
    origin: str
    note: str
    """What else stands there: the day of the article, the seed that it is like. "" for nothing."""
    text: str
    """Everything below the heading."""

    @property
    def quoted(self) -> list[str]:
        """The lines of its quote blocks."""
        return [line[1:].removeprefix(" ") for line in self.text.splitlines() if line.startswith(">")]

    @property
    def articles(self) -> list[str]:
        """The texts of its quote blocks; a line `> ---` parts them."""
        return [text.strip("\n") for text in re.split(r"^---$", "\n".join(self.quoted), flags=re.M)]

    @property
    def fenced(self) -> str:
        """The lines of its fenced block, each with its end."""
        return self.text.partition("```\n")[2].rpartition("```\n")[0]

    @property
    def expected(self) -> list[str]:
        """The items of its list."""
        return [line[2:] for line in self.text.rpartition("```\n")[2].splitlines() if line.startswith("- ")]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file in order. Raises `ValueError` for a mark that is none, and for a head without one."""
    head, *blocks = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)
    file = path.relative_to(TESTS).as_posix() if path.is_relative_to(TESTS) else path.name
    usual = _HEAD.search(head)
    if usual is None or usual[1] not in ORIGINS:
        raise ValueError(f"{file}: the head does not say what a case here was: write one of {', '.join(ORIGINS)}")
    return [_case(block, usual[1], file) for block in blocks]


def _case(block: str, usual: str, file: str) -> Case:
    heading, _, text = block.partition("\n")
    found = _HEADING.fullmatch(heading.rstrip())
    assert found
    marks = found["marks"].split(", ") if found["marks"] is not None else []
    origins = [mark for mark in marks if mark in ORIGINS]
    notes = [mark for mark in marks if _NOTE.fullmatch(mark)]
    if len(origins) > 1 or len(origins) + len(notes) < len(marks):
        raise ValueError(
            f"{file}: ({found['marks']}) is no mark of a case: write one of {', '.join(ORIGINS)}: {heading}"
        )
    return Case(file, found["behaviour"], origins[0] if origins else usual, ", ".join(notes), text)


def known_failures() -> list[Case]:
    """Return the cases of `known_failures.md`, each as one of the file that its heading begins with."""
    found = []
    for case in read_cases(KNOWN_FAILURES):
        file, _, heading = case.heading.partition(": ")
        found.append(replace(case, file=file, heading=heading))
    return found


def cases(*paths: Path) -> list[Any]:
    """Return the cases of files as a test's parameters; what is known to fail are failures that are expected.

    A known failure that passes after all fails its test, so that it is moved into its file.
    """
    expected = pytest.mark.xfail(strict=True, raises=AssertionError, reason=KNOWN_FAILURES.name)
    files = [path.relative_to(TESTS).as_posix() for path in paths]
    return [
        *(pytest.param(case, id=_name(case)) for path in paths for case in read_cases(path)),
        *(pytest.param(case, id=_name(case), marks=expected) for case in known_failures() if case.file in files),
    ]


def _name(case: Case) -> str:
    return f"{case.file}: {case.heading} ({case.origin})"
