"""What a reader takes and gives: one file's bytes in, its articles and what is wrong with it out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.errors import Problem
from generator.read.tidy import one_line
from generator.records import Form, Metadata, RawArticle, Removed

MAX_BYTES = 20_000_000  # a page saved with all its images is rarely larger
MAX_ARCHIVE_BYTES = 200_000_000  # .pdf, .docx, .warc, .wacz: they hold more than text
MAX_CHARACTERS = 1_000_000  # of one article: ten times a long book chapter, and the language model's own limit
MAX_ARTICLES = 100_000  # in one file


class Unreadable(Exception):
    """Nothing of a file can be used. Says what is wrong and what to do; the folder adds where."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what = one_line(what)
        self.next_step = next_step


def refuse_more(count: int, what: str = "articles") -> None:
    """Raise `Unreadable` for a file that holds more than one may."""
    if count > MAX_ARTICLES:
        raise Unreadable(f"holds {count:,} {what}; a file may have {MAX_ARTICLES:,}", "Split it")


@dataclass(slots=True)
class Effort:
    """What the files of one archive may still cost together. Each has limits of its own, but there may be thousands."""

    left: int
    """In marks of XML, which take some 20 microseconds each."""

    def spend(self, marks: int) -> None:
        """Raise `Unreadable`, and take nothing, when there is not as much left."""
        if marks > self.left:
            raise Unreadable("would take longer to be read than an archive of this size may", "Unpack it here")
        self.left -= marks


@dataclass(frozen=True, slots=True)
class InputFile:
    """One input file."""

    file: str
    """Path below the seeds folder, "/" between its parts."""
    data: bytes
    where: str
    """The file as messages name it: "seeds/a.txt"."""
    effort: Effort | None = None
    """What it may cost as one file of an archive; None where it stands alone."""
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())

    def spend(self, marks: int) -> None:
        """Count what is about to be read, in marks of XML. Raises `Unreadable` where it is too much for an archive."""
        if self.effort is not None:
            self.effort.spend(marks)

    @property
    def stem(self) -> str:
        """The file's name without folders and extension."""
        name = self.file.rpartition("/")[2]
        return name.rpartition(".")[0] or name

    def article(
        self,
        text: str,
        form: Form = "scrape",
        given: Metadata | None = None,
        *,
        number: int | None = None,
        removed: tuple[Removed, ...] = (),
        wanted_id: str | None = None,
        tags: tuple[str, ...] = (),
    ) -> RawArticle:
        """Return an article of this file. `number`: its place, from 1, when the file holds several."""
        file = self.file if number is None else f"{self.file}#{number}"
        return RawArticle(file, self.sha256, text, form, given or Metadata(), removed, wanted_id, tags)

    def problem(self, what: str, next_step: str = "", at: str = "") -> Problem:
        """Return a problem of this file. `at`: the place in it, ":12" for a line and "#3" for an article."""
        return Problem(self.where + at, one_line(what), next_step)


@dataclass(frozen=True, slots=True)
class Contents:
    """What one file gave."""

    articles: tuple[RawArticle, ...] = ()
    problems: tuple[Problem, ...] = ()


def needs_extra(name: str, package: str) -> Unreadable:
    """Return the complaint that an optional package is not installed."""
    return Unreadable(f"needs {package}, which is not installed", f'Run `pip install "event-digest[{name}]"`')


@contextmanager
def foreign(what: str, next_step: str) -> Iterator[None]:
    """Turn whatever a library raises over a broken file into one line about the file.

    Libraries for PDF, Word, mail and archives promise no kind of error. Only their calls belong inside.
    """
    try:
        yield
    except (Unreadable, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise Unreadable(f"{what} ({type(error).__name__})", next_step) from None
