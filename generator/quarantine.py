"""Leaves out the articles that the generator itself fails on: a mistake of ours costs one page, not the site."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from generator.errors import DigestError, Problem
from generator.records import RawArticle

Made = TypeVar("Made")
MOST = 20  # articles left out of one build; with more, something else is wrong and its traceback says what
_PACKAGE = Path(__file__).parent


def without_breakers(
    raws: Sequence[RawArticle], make: Callable[[Sequence[RawArticle]], Made], folder: str
) -> tuple[Made, list[RawArticle], list[Problem]]:
    """Return what `make` makes of the articles, those that it was made of, and a line for each that had to be left out.

    Whatever is made is made of all articles together, so the one to leave out is found by halves: the last of the
    smallest beginning of the list that fails. What fails on no article at all, or on many, is raised.
    """
    left, problems = list(raws), list[Problem]()
    while True:
        try:
            return make(left), left, problems
        except DigestError:
            raise
        except Exception:
            if len(problems) == MOST:
                raise
            at, error = _breaker(left, make)
            problems.append(failed_on(f"{folder}/{left.pop(at).file}", error))


def _breaker(raws: Sequence[RawArticle], make: Callable[[Sequence[RawArticle]], Made]) -> tuple[int, Exception]:
    make(())
    good, bad = 0, len(raws)
    error = _fault(raws, make)
    while bad - good > 1:
        middle = (good + bad) // 2
        if (found := _fault(raws[:middle], make)) is None:
            good = middle
        else:
            bad, error = middle, found
    return bad - 1, error or RuntimeError("fails at times")


def _fault(raws: Sequence[RawArticle], make: Callable[[Sequence[RawArticle]], Made]) -> Exception | None:
    try:
        make(raws)
    except DigestError:
        raise
    except Exception as error:
        return error
    return None


def failed_on(where: str, error: Exception) -> Problem:
    """Return the line about an input that the generator fails on, with the place in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = f", {Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}" if ours else ""
    what = f"the generator fails on it, so it was left out ({type(error).__name__}{place})"
    return Problem(where, what, "Please report this with the file; till then, its text saved as .txt may do")
