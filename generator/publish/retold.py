"""What people are reported to have said, as the pages show it: beside the quotations, never among them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.publish.lookups import Lookups
from generator.publish.strength import is_likely
from generator.records import ArticleId, PersonId, QuoteId, Report, Retelling, Span, Statement, StatementId

UNMARKED = 6  # words of a statement from which their standing in an article is no chance
MOST_RETOLD = 40  # on a person's page; the quote index has the rest
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Retold:
    """One report in a row of the page."""

    article_id: ArticleId
    to: str
    """Address of its sentence."""
    likely: bool
    """Whether who said it is only likely."""
    in_part: bool
    """Whether some of its words stand in marks."""


@dataclass(frozen=True)
class Reported(Lookups):
    """The reports of a digest by what pages look them up by."""

    @cached_property
    def reports(self) -> Mapping[QuoteId, Report]:
        """Every report by id."""
        return {report.id: report for found in self.digest.articles for report in found.reports}

    @cached_property
    def retold_of(self) -> Mapping[PersonId, Sequence[Retelling]]:
        """What each person is reported to have said: what most report first, then as the articles tell it."""
        found: defaultdict[PersonId, list[Retelling]] = defaultdict(list)
        for retelling in self.retold:
            found[retelling.speaker].append(retelling)
        return found

    @cached_property
    def retold(self) -> tuple[Retelling, ...]:
        """Everything reported of people who are known, in the order of the quote index."""
        known = (retelling for retelling in self.digest.retellings if retelling.speaker in self.people)
        return tuple(sorted(known, key=lambda each: (-len(each.articles), self._first_told(each), each.id)))

    def _first_told(self, retelling: Retelling) -> tuple[str, str, int]:
        return min(
            (self.days[report.article_id].value or "~", report.article_id, report.whole.start)
            for report in map(self.reports.__getitem__, retelling.reports)
        )

    @cached_property
    def _of_statement(self) -> Mapping[StatementId, Sequence[Retelling]]:
        found: defaultdict[StatementId, list[Retelling]] = defaultdict(list)
        for retelling in self.retold:
            if retelling.statement is not None:
                found[retelling.statement].append(retelling)
        return found

    def reported_by(self, statement: Statement) -> dict[ArticleId, Retold]:
        """Return the articles that report a statement and do not quote it, each with its first place."""
        found: dict[ArticleId, Retold] = {}
        for retelling in self._of_statement.get(statement.id, ()):
            for place in self.places(retelling):
                if place.article_id not in statement.articles:
                    found.setdefault(place.article_id, place)
        return found

    def told_by(self, statement: Statement) -> dict[ArticleId, Retold]:
        """Return the articles that report a statement or have its words without marks, as in a post shown whole."""
        found = self.reported_by(statement)
        wordings = {" ".join(_words(self.words(each.article_id, each.span))) for each in statement.readings}
        for article_id in self.articles:
            if article_id in statement.articles or article_id in found:
                continue
            starts = (
                self._unmarked(article_id, words) for words in sorted(wordings) if words.count(" ") >= UNMARKED - 1
            )
            start = next((start for start in starts if start is not None), None)
            if start is not None:
                to = self.at(article_id, Span(start, start + 1))
                found[article_id] = Retold(article_id, to, likely=False, in_part=False)
        return found

    def _unmarked(self, article_id: ArticleId, words: str) -> int | None:
        """Return where an article has words outside its quotation marks; None where it has not."""
        text, places, starts = self._texts[article_id]
        at = text.find(f" {words} ")
        if at < 0:
            return None
        start = starts[bisect_right(places, at + 1) - 1]
        quoted = any(quote.content.start <= start < quote.content.end for quote in self.articles[article_id].quotes)
        return None if quoted else start

    @cached_property
    def _texts(self) -> Mapping[ArticleId, tuple[str, Sequence[int], Sequence[int]]]:
        """The words of each article between single blanks, where each word begins there and in the article."""
        found = {}
        for article_id, annotated in self.articles.items():
            matches = list(_WORD.finditer(annotated.article.text))
            places, at = array("L"), 1
            for match in matches:
                places.append(at)
                at += len(match[0].lower()) + 1
            text = f" {' '.join(match[0].lower() for match in matches)} "
            found[article_id] = (text, places, array("L", [match.start() for match in matches]))
        return found

    def places(self, retelling: Retelling) -> list[Retold]:
        """Return where the articles report it, each article once."""
        first: dict[ArticleId, Retold] = {}
        for report in map(self.reports.__getitem__, retelling.reports):
            to = self.at(report.article_id, report.cue)
            first.setdefault(report.article_id, Retold(report.article_id, to, is_likely(report), bool(report.quotes)))
        return list(first.values())

    def reporting_word(self, retelling: Retelling) -> str:
        """Return the word by which it is reported, as printed: "denied"; "claim" of a noun."""
        report = self.reports[retelling.id]
        return " ".join(self.words(report.article_id, report.cue).split()).lower()

    def retold_on(self, retelling: Retelling) -> tuple[str, ...]:
        """Return the publication days of the articles that report it."""
        return tuple(sorted({self.days[article].value or "" for article in retelling.articles} - {""}))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
