"""The order of what only "Monday" or "last month" dates, in articles whose day of publication nobody knows.

Such an article is read as if it had appeared on a day that means nothing. What comes out orders its happenings and is
never shown: the reader sees the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from generator.annotate.dates import direction, resolve_times
from generator.collate.publication.year_times import STEP
from generator.collate.timeline.lexicon import named
from generator.days import WEEKDAYS, exact
from generator.records import AnnotatedArticle, ArticleId, PublicationDay, Span, TimeExpression

# A Monday in the middle of a month and of a year, so that "last week" stays in both.
SOME_MONDAY = date(2001, 6, 11)
THESE_DAYS = timedelta(10)  # beside it
NominalTimes = Mapping[ArticleId, Mapping[Span, TimeExpression]]
LIKELY = 0.85  # of the days of its article's year "last month" means that year, and "two months ago" too seldom


def nominal_times(articles: Sequence[AnnotatedArticle], published: Sequence[PublicationDay]) -> NominalTimes:
    """Return what the time expressions of each article without a day would mean on the day that means nothing."""
    undated = [found for found, day in zip(articles, published, strict=True) if day.precision != "day"]
    if not undated:
        return {}
    anchor = (SOME_MONDAY + timedelta(_likely_weekday(undated))).isoformat()
    return {
        found.article.id: {
            time.span: time
            for time in resolve_times(found.article.text, found.time_places, anchor)
            if time.value and time.anchor is not None and time.precision != "none"
            # Nothing before it names the day that it counts from.
            if not (time.anchor.isoformat() == anchor and counts_from_the_text(time.span.of(found.article.text)))
        }
        for found in undated
    }


def likely_years(
    articles: Sequence[AnnotatedArticle], published: Sequence[PublicationDay]
) -> Mapping[ArticleId, Mapping[Span, str]]:
    """Return the year of each time expression of the articles of which only the likely year is known."""
    return {
        found.article.id: _years_in(found, day.window[0], day.window[1])
        for found, day in zip(articles, published, strict=True)
        if day.precision == "year" and day.inferred and day.window
    }


def _years_in(found: AnnotatedArticle, first: date, last: date) -> dict[Span, str]:
    """Return the years of what is counted from the article's own day."""
    days = [first + n * STEP for n in range((last - first) // STEP + 1)]
    counted: dict[Span, Counter[str]] = {}
    for day in days:
        for time in resolve_times(found.article.text, found.time_places, day.isoformat()):
            if time.value and time.anchor == day and time.value[:4].isdecimal():
                counted.setdefault(time.span, Counter())[time.value[:4]] += 1
    most = {span: max(years, key=lambda year: (years[year], year)) for span, years in counted.items()}
    return {span: year for span, year in most.items() if counted[span][year] >= LIKELY * len(days)}


def counts_from_the_text(words: str) -> bool:
    """Return whether words count from a day that the text names: "later that day", "the next morning"."""
    told = words.lower().split()
    return "that" in told or ("the" in told and not named("counted-on").isdisjoint(told))


def is_bare_weekday(words: str) -> bool:
    """Return whether words name the day of a week and not which week's: "Monday", "on Friday night"."""
    told = words.lower().split()
    return any(day.lower() in told for day in WEEKDAYS) and named("which-week").isdisjoint(told)


def is_of_these_days(words: str, value: str) -> bool:
    """Return whether words without a date and their meaningless value stand for a day beside an article: "Monday"."""
    day = exact(value)
    apart = abs(date.fromisoformat(day) - SOME_MONDAY) if day else None
    return apart is not None and apart <= THESE_DAYS and not any(letter.isdigit() for letter in words)


def _likely_weekday(articles: Sequence[AnnotatedArticle]) -> int:
    """Return the number of the weekday from which the weekdays that the articles name as past lie least far back."""
    named: Counter[int] = Counter()
    for found in articles:
        text = found.article.text
        for time in found.time_expressions:
            if time.rule == "weekday" and direction(text, time.span) != "future":
                words = time.span.of(text).lower()
                named.update(number for number, name in enumerate(WEEKDAYS) if name.lower() in words)
    back = [sum(count * ((day - number) % 7) ** 2 for number, count in named.items()) for day in range(7)]
    return min(range(7), key=lambda day: (back[day], day))
