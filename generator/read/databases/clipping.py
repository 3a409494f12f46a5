"""One article of a database's export, as any of the layouts gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.clean.lines import split_blocks
from generator.ids import digest_of, url_safe
from generator.read.days import printed_day, stated_day
from generator.read.foreign_days import named_day, numeric_day
from generator.read.input_file import InputFile
from generator.read.language_tag import language_tag
from generator.read.page_byline import tidy_name
from generator.records import Metadata, RawArticle, Removed, Stated

LOST = 0.6  # of the words that an export says an article has: fewer are told. Counts differ by captions and headings
_SURNAME_FIRST = re.compile(r"([^,;]{2,60}),\s*([^,;]{1,60})")


@dataclass(frozen=True, slots=True)
class ClippingField:
    """Something that an export states about an article: what it calls it, and the value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Clipping:
    """The parts of an article in an export; "" for what it does not have."""

    paragraphs: tuple[str, ...]
    title: str = ""
    outlet: str = ""
    day: str = ""
    """As the export prints it."""
    byline: str = ""
    dateline: str = ""
    url: str = ""
    language: str = ""
    section: str = ""
    words: int = 0
    """How many the export says that it has; 0: it does not say."""
    others: tuple[ClippingField, ...] = ()
    """All else that it states, each kept as removed: the section, the page and the length too, as they are printed."""

    def complaint(self) -> str:
        """Return what is wrong with it in one line; "" when nothing is."""
        if not self.paragraphs:
            return "holds no text"
        held = sum(len(paragraph.split()) for paragraph in self.paragraphs)
        if held < LOST * self.words:
            return f"has {held:,} words where the export says {self.words:,}"
        return "" if not self.day or iso_day_of(self.day) else f"has a day that cannot be read: “{self.day[:60]}”"

    def article(self, source: InputFile, number: int | None, database: str) -> RawArticle:
        """Return it as an article of the file. Its body is what the export marks as such."""

        def stated(value: str | None, name: str) -> Stated | None:
            return Stated(value, f"{name} ({database})") if value and value.strip() else None

        given = Metadata(
            title=stated(self.title, "headline"),
            outlet=stated(self.outlet, "publication"),
            byline=stated(tidy_name(self.byline), "byline"),
            dateline=stated(self.dateline, "dateline"),
            published=stated(iso_day_of(self.day), "day"),
            url=stated(self.url, "address"),
            language=stated(language_tag(self.language.partition(";")[0].strip()), "language"),
        )
        removed = tuple(Removed(field.value, f"“{field.label}” ({database})") for field in self.others if field.value)
        tags = tuple(part.strip() for part in self.section.split(";")[:1] if part.strip())
        text = "\n\n".join(self.paragraphs)
        own = digest_of(self.title, self.outlet, self.day, text[:200])
        wanted = f"{url_safe(source.stem) or 'clipping'}-{own}" if number else None
        return source.article(text, "paragraphs", given, number=number, removed=removed, tags=tags, wanted_id=wanted)


@dataclass(frozen=True, slots=True)
class Export:
    """What a file of a database holds."""

    name: str
    """The database as people call it: "Nexis"."""
    clippings: tuple[Clipping, ...]
    advice: str
    """What to do when an article is not whole."""


def parted(lines: Iterable[str], ends: Callable[[str], bool]) -> list[list[str]]:
    """Return the lines of an export in documents: those up to each line that `ends` one, and those behind the last."""
    documents: list[list[str]] = [[]]
    for line in lines:
        if ends(line):
            documents.append([])
        else:
            documents[-1].append(line)
    return documents


def paragraphs_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the paragraphs of a text's lines, each in one piece where a program has broken it."""
    return tuple(block.text for block in split_blocks("\n".join(lines)))


def iso_day_of(printed: str) -> str | None:
    """Return the day that an export prints, in ISO 8601; None when it cannot be read."""
    return printed_day(printed) or named_day(printed) or numeric_day(printed, None) or stated_day(printed.strip())


def given_name_first(names: str) -> str:
    """Return "Dedmond, Kirsten; Rusk, Jon" with each name the other way round."""
    found = [name.strip() for name in _STOP.sub("", names).split(";") if name.strip()]
    return ", ".join(_SURNAME_FIRST.sub(r"\2 \1", name) if _SURNAME_FIRST.fullmatch(name) else name for name in found)


_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[JS]r)\.+$")  # but "Brandt, Eleanor K."


def count_of_words(text: str) -> int:
    """Return the number in "1,285 words" or "1285 Wörter"."""
    found = re.search(r"\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d{1,6}", text)
    return int(re.sub(r"\D", "", found.group())) if found else 0
