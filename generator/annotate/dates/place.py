"""What a rule sees: the words around one place of the text, the publication day, and the days named so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.annotate.dates.direction import Direction, direction
from generator.records import Precision, Span, TimexType

QUARTER_REACH = 1500  # characters: "a year ago" in a report on a quarter means that quarter (tuned on TBAQ, half A)
NOTHING: frozenset[str] = frozenset()
LETTER_REACH = 400  # characters from the day of a letter to what is quoted of it
LETTER_BEFORE = 60
_LETTER = re.compile(
    r"\b(?:letter|memo|memorandum|e-?mail|note|diary|statement|report|message|filing|cable|dispatch|post)s?\b"
    r"(?:[^.!?\n]{0,30}\b(?:dated|of|on|from|sent|written)\b)?[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_QUOTES_IT = re.compile(r"[^.!?\n“”\"]{0,80}[“\"][^“”\"\n]*$")
_OPENING = ("“", "‘", '"', "'")
_CLOSES = re.compile(r"[.,]?[”’\"']")
_BROADCAST = re.compile(r"[”’\"']?\s(?:show|programme|program|broadcast|host|anchor|co-host)\b", re.IGNORECASE)
_GAP = re.compile(r"\s{1,3}|\s?[-–]\s?")


@dataclass(slots=True)
class Memory:
    """The times named last, which "the day before" and "two months later" hang on."""

    day: date | None = None
    month: date | None = None
    """First day of the month that was named last, by itself or with a day."""
    month_at: int = -1
    """Where a month was named by itself last."""
    quarter: date | None = None
    """First day of the quarter that the text reports on."""
    quarter_at: int = 0
    """Where it was named."""
    year: int | None = None
    day_at: int = 0
    """Where `day` was named."""
    weekday_at: int = -1
    """Where a weekday was named last."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What a rule made of the words from `start` to `end`."""

    start: int
    end: int
    type: TimexType
    value: str | None
    precision: Precision = "none"
    anchor: date | None = None
    last: date | None = None
    """Last day of a range."""
    taken: bool = True
    """False: the words are no time expression, and no later rule may read them as one."""

    @classmethod
    def nothing(cls, end: int) -> Timed:
        """Return what stands for words that are not about time, such as an age."""
        return cls(end, end, "DATE", None, taken=False)


@dataclass(slots=True)
class WordPlace:
    """One word that may belong to a time expression, with its surroundings."""

    text: str
    words: Sequence[re.Match[str]]
    at: int
    """Index of the word among `words`."""
    published: date | None
    memory: Memory
    floor: int = 0
    """Where the expression before ends: nothing may start before it."""
    _lead: list[tuple[str, int]] = field(default_factory=list)

    def quarter(self) -> date | None:
        """Return the first day of the quarter that the text reports on here; None: it is not about quarters."""
        memory = self.memory
        return memory.quarter if self.start - memory.quarter_at < QUARTER_REACH else None

    @property
    def start(self) -> int:
        """Where the word starts."""
        return self.words[self.at].start()

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.words[self.at].end()

    @property
    def word(self) -> str:
        """The word as printed."""
        return self.words[self.at].group()

    def lead(self, allowed: frozenset[str], not_first: frozenset[str] = NOTHING) -> tuple[tuple[str, ...], int]:
        """Return the run of allowed words right before this one, lower case, and where it starts.

        White space or a hyphen parts them ("mid-June", "the end of next week"). Words of `not_first` cannot open it.
        """
        found: list[str] = []
        start, at = self.start, self.at - 1
        while at >= 0 and len(found) < 7 and self.words[at].start() >= self.floor:
            match = self.words[at]
            word = match.group().lower()
            if word not in allowed or not _GAP.fullmatch(self.text, match.end(), start):
                break
            found.append(word)
            start, at = match.start(), at - 1
        while found and found[-1] in not_first:
            found.pop()
            start = self.words[self.at - len(found)].start()
        return tuple(reversed(found)), start

    def before(self, start: int | None = None) -> str:
        """Return the word before `start` (default: before this word) in lower case; "" when the line starts there."""
        start = self.start if start is None else start
        at = self.at - 1
        while at >= 0 and self.words[at].start() >= start:
            at -= 1
        if at < 0:
            return ""
        between = self.text[self.words[at].end() : start]
        return self.words[at].group().lower() if not between.strip(" \t\n-–'\"“‘(") and len(between) < 4 else ""

    def quoted_letter(self) -> date | None:
        """Return the day of the document that is quoted: 'In a letter of 9 March 2011 she wrote: "On May 2 ..."'."""
        day, at = self.memory.day, self.memory.day_at
        if day is None or self.published is None or day >= self.published or self.start - at > LETTER_REACH:
            return None
        dated = self.text[max(0, at - LETTER_BEFORE) : at]
        between = self.text[at : self.start]
        return day if _LETTER.search(dated) and _QUOTES_IT.match(between) else None

    def follows_a_name(self) -> bool:
        """Return whether a capitalised word stands right before this one: "USA Today", "Super Tuesday"."""
        if not self.at or self.text[self.words[self.at - 1].end() : self.start] != " ":
            return False
        return self.words[self.at - 1].group()[0].isupper()

    def goes_on(self) -> bool:
        """Return whether the word before stands in the same line, with no mark between."""
        return bool(self.at) and self.text[self.words[self.at - 1].end() : self.start] == " "

    def is_title(self) -> bool:
        """Return whether the word stands alone between quotation marks or before "show": a broadcast's name."""
        between = self.text[self.start - 1 : self.start] in _OPENING and _CLOSES.match(self.text, self.end)
        return bool(between or _BROADCAST.match(self.text, self.end))

    def direction(self, start: int, end: int) -> Direction:
        """Return where the clause around the expression looks."""
        return direction(self.text, Span(start, end))
