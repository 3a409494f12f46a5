"""What can go wrong with what people give us, and the one place where it is put into words.

Editors' mistakes and broken input derive from `DigestError` and print without a traceback: where, what, and the next
step. Anything else is our own bug and keeps its traceback.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

CLOSEST = "\n  closest: "
"""Leads, on a line of its own within `Problem.what`, to the nearest thing that there is."""

LONGEST = 2_000
"""Characters of a part of a message: an editor copies a long quotation from it, and nobody reads a megabyte."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input: where it is, what is wrong, what to do about it."""

    where: str
    """ "seeds/a.txt", "seeds/overrides.yml:12", "mkdocs.yml, extra.digest". """
    what: str
    next_step: str = ""
    detail: str = ""
    """A second line for people: the closest match, the values that are allowed."""
    fatal: bool = False
    """True: nothing can be built. False: the file is left out, or the entry is; the rest is built."""
    against: str = ""
    """The other place, where two contradict each other."""

    def __str__(self) -> str:
        line = _fit(f"{self.where}: ") + CLOSEST.join(map(_fit, self.what.split(CLOSEST, 1)))
        if self.next_step:
            line += _fit(f". {self.next_step}")
        return f"{line}\n  {_fit(self.detail)}" if self.detail else line


def _fit(text: str) -> str:
    """Return a part of a message as it is shown, without its middle where that would fill the screen."""
    return shown(text if len(text) <= LONGEST else f"{text[: LONGEST - 100]} […] {text[-100:]}")


def shown(text: str) -> str:
    """Return a text fit for one line of a terminal: what steers it, breaks the line or turns its direction is spelt.

    Names of files and words of articles stand in messages, and they are a stranger's.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or unicodedata.category(char) == "Zs" else _spelt(char) for char in text)


def _spelt(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


class DigestError(Exception):
    """Problems that stop the build, all of them at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class UsageError(DigestError):
    """The command was called wrongly: exit status 2."""
