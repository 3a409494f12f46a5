"""The day of an event, by vote of the sentences that report it, with the reason and what they disagree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.annotate.dates.values import moved
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import EventMention, MentionPlace
from generator.collate.timeline.mentions.links import Link
from generator.collate.timeline.mentions.times import HOUR_RULES, WEEKEND, last_day, plain_value
from generator.collate.timeline.nominal import (
    NominalTimes,
    counts_from_the_text,
    is_bare_weekday,
    likely_years,
    nominal_times,
)
from generator.collate.timeline.years import OTHER_YEAR
from generator.days import exact, in_words
from generator.records import AnnotatedArticle, ArticleId, Precision, PublicationDay, Span, TimeExpression

OWN = 1.0  # a day that stands beside the event word
NEIGHBOUR = 0.25  # a day of its clause that belongs to another event word
MAX_LENGTH = 60  # days that a "three-day strike" may last; longer durations are not of one happening
COARSER: tuple[Precision, ...] = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class When:
    """A date with its precision and the words that gave it."""

    date: str | None = None
    precision: Precision = "none"
    end: str | None = None
    reason: str = "no source gives a day"
    dissent: str = ""
    words: str = ""
    """What the sources say of the day when nobody knows theirs: "Monday"."""
    place: str = ""
    """Sorts happenings without a day among themselves; "" where nothing tells their order."""
    through: str = ""
    """How another happening gives the day: "hours", "days", "during", "later"; "" when the sentences themselves do."""

    @property
    def day(self) -> str:
        """What two happenings of one day have in common: date and end, or what stands for unknown ones; "" for none."""
        return f"{self.date}..{self.end or ''}" if self.date else exact(self.place) or self.place or self.words.lower()


OPEN = When()
"""Of a happening that no source dates."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One mention's say on the day."""

    value: str
    precision: Precision
    end: str | None
    weight: float
    mention: EventMention
    words: str
    """The time expression as printed."""


def date_of(
    group: Sequence[EventMention], texts: Mapping[ArticleId, str], published: Mapping[ArticleId, PublicationDay]
) -> When:
    """Return when the happening was, by the vote of its mentions; the most exact precision that is given counts."""
    votes = [vote for mention in group for vote in votes_of(mention, texts)]
    if not votes:
        return OPEN
    for precision in COARSER:
        same = _within_weekends([vote for vote in votes if vote.precision == precision])
        counted = _count(same)
        if counted and any(vote.weight >= OWN for vote in same):
            return _decide(counted, same, group, published)
    return OPEN


def _within_weekends(votes: Sequence[Vote]) -> list[Vote]:
    """Return the votes, that of "over the weekend" for the day in it that another sentence gives."""

    def within(vote: Vote) -> Vote:
        time = vote.mention.time
        if time is None or vote.end is None or not (time.value or "").endswith(WEEKEND):
            return vote
        days = {other.value for other in votes if other.end is None and vote.value <= other.value <= (vote.end or "")}
        return replace(vote, value=days.pop(), end=None) if len(days) == 1 else vote

    return [within(vote) for vote in votes]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the days of happenings are read by."""

    texts: Mapping[ArticleId, str]
    published: Mapping[ArticleId, PublicationDay]
    nominal: NominalTimes
    """See `nominal_times`."""
    years: Mapping[ArticleId, Mapping[Span, str]]
    """See `likely_years`."""

    @classmethod
    def of(cls, articles: Sequence[AnnotatedArticle], published: Sequence[PublicationDay]) -> Calendar:
        """Return the calendar of a folder; `published` in the order of the articles."""
        days = {found.article.id: day for found, day in zip(articles, published, strict=True)}
        texts = {found.article.id: found.article.text for found in articles}
        return cls(texts, days, nominal_times(articles, published), likely_years(articles, published))

    def weekdays_without_dates(self) -> NominalTimes:
        """Return what tells two mentions of one weekday from those of another one, in a folder without any day.

        "Yesterday" of two articles may be two days, and beside a known day nobody knows which Monday is meant.
        """
        if any(day.precision == "day" for day in self.published.values()):
            return {}
        return {
            article_id: {span: time for span, time in times.items() if is_bare_weekday(span.of(self.texts[article_id]))}
            for article_id, times in self.nominal.items()
        }

    def whens(self, groups: Sequence[Sequence[EventMention]]) -> list[When]:
        """Return when each happening was by its own mentions: its day, else the words that stand for one."""
        return [self._when(group) for group in groups]

    def _when(self, group: Sequence[EventMention]) -> When:
        found = date_of(group, self.texts, self.published)
        return found if found.date else self._open(group)

    def _open(self, group: Sequence[EventMention]) -> When:
        """Return how a happening without a day is told: by the words that most of its articles have for it."""
        told: dict[tuple[str, str], dict[ArticleId, str]] = {}
        for mention in sorted(group, key=lambda mention: mention.key):
            if mention.told:
                words = told_words(mention, self.texts[mention.article_id])
                nominal = self.nominal.get(mention.article_id, {}).get(mention.told.span)
                place = nominal.value or "" if nominal else ""
                if not place and (counts_from_the_text(words) or mention.told.rule in HOUR_RULES):
                    continue  # a heading "later that day" or "7 p.m." tells a reader of no day
                same = told.setdefault((place, "" if place else words.lower()), {})
                same.setdefault(mention.article_id, words)
        if not told:
            return OPEN
        best = min(told, key=lambda key: (-len(told[key]), key[0] or key[1]))
        words = min(told[best].values(), key=lambda words: (len(words), words))
        return When(reason=f"“{words}”, {self._why_open(group)}", words=words, place=best[0])

    def in_likely_year(self, when: When, group: Sequence[EventMention]) -> When:
        """Return what only words date with the year that its articles likely appeared in as its reason.

        A year is no day of the calendar: the data give none, and readers the words and why.
        """
        if when.date or not when.words:
            return when
        told = [m for m in group if told_words(m, self.texts[m.article_id]).lower() == when.words.lower()]
        years = {self.years.get(m.article_id, {}).get(m.told.span, "") for m in told if m.told}
        if len(years) != 1 or not (year := years.pop()):
            return when
        appeared = min(self.published[m.article_id].value or year for m in told)
        reason = f"“{when.words}”, in an article that likely appeared in {appeared}"
        return replace(when, reason=reason)

    def _why_open(self, group: Sequence[EventMention]) -> str:
        """Return why the words that stand for a day give none."""
        told = [mention for mention in group if mention.told]
        if all(mention.told and mention.told.anchor for mention in told):
            return "of which nobody tells the week"
        days = [self.published[mention.article_id] for mention in told]
        if all(day.precision == "day" and not day.inferred for day in days):
            return "counted from what nobody dates"
        return "in articles whose day is not known"


def told_words(mention: EventMention, text: str) -> str:
    """Return the words that would date a mention if its article's day were known; "" for none."""
    return " ".join(mention.told.span.of(text).split()) if mention.told else ""


def given_days(group: Sequence[EventMention]) -> dict[MentionPlace, str]:
    """Return the value that each sentence (article, index) itself gives the happening."""
    given: dict[MentionPlace, str] = {}
    for mention in group:
        value = plain_value(mention.time)[0] if mention.time else None
        if value:
            given.setdefault(mention.place, value)
    return given


def votes_of(mention: EventMention, texts: Mapping[ArticleId, str]) -> list[Vote]:
    """Return the say of one mention: its own time, or weakly its neighbour's."""
    time, weight = (mention.time, OWN) if mention.time else (mention.weak_time, NEIGHBOUR)
    if time is None or not time.value:
        return []
    value, precision = plain_value(time)
    if value is None:
        return []
    return [Vote(value, precision, last_day(time), weight, mention, time.span.of(texts[mention.article_id]))]


def _count(votes: Sequence[Vote]) -> dict[str, float]:
    """Return the weight of each value; an article has one say a value, so repetition is no corroboration."""
    best: dict[tuple[str, ArticleId], float] = {}
    for vote in votes:
        key = (vote.value, vote.mention.article_id)
        best[key] = max(best.get(key, 0.0), vote.weight)
    counted: dict[str, float] = {}
    for (value, _), weight in sorted(best.items()):
        counted[value] = counted.get(value, 0.0) + weight
    return counted


def _decide(
    counted: Mapping[str, float],
    votes: Sequence[Vote],
    group: Sequence[EventMention],
    published: Mapping[ArticleId, PublicationDay],
) -> When:
    value = min(counted, key=lambda day: (-counted[day], day))
    winners = sorted((vote for vote in votes if vote.value == value), key=lambda vote: (-vote.weight, vote.mention.key))
    end = next((vote.end for vote in winners if vote.end), None) or _end(value, winners, group)
    reasons = list(dict.fromkeys(reason_of(vote, published) for vote in winners if vote.weight >= OWN))
    return When(value, winners[0].precision, end, "; ".join(reasons[:3]), _dissent(value, end, votes, published))


def reason_of(vote: Vote, published: Mapping[ArticleId, PublicationDay]) -> str:
    """Return why a mention gives its day: "“Monday” in an article of 19 June 2023"."""
    day = published.get(vote.mention.article_id)
    words = " ".join(vote.words.split())
    if vote.mention.time and vote.mention.time.anchor is None:
        year = " of the year that another sentence gives" if vote.mention.time.rule == OTHER_YEAR else ""
        return f"“{words}”{year}"
    if day and day.window and not day.value:
        first, last = (bound.isoformat() for bound in day.window)
        return f"“{words}” in an article that appeared about {in_words(first, last)}"
    if not day or not day.value:
        return f"“{words}”"
    if day.inferred and day.precision != "day":
        return f"“{words}” in an article that likely appeared in {in_words(day.value)}"
    time = vote.mention.time
    told_before = time is not None and time.rule in HOUR_RULES and day.value != vote.value
    return f"“{words}”{' of the day told before it,' if told_before else ''} in an article of {in_words(day.value)}"


def _end(value: str, winners: Sequence[Vote], group: Sequence[EventMention]) -> str | None:
    """Return the last day of "a three-day strike from Friday": start and length must both be told of this happening."""
    if len(value) != 10 or not any(named("from") & set(vote.mention.words) for vote in winners):
        return None
    lengths = sorted({days for mention in group if mention.duration and (days := days_in(mention.duration)) > 1})
    return (date.fromisoformat(value) + timedelta(days=lengths[0] - 1)).isoformat() if len(lengths) == 1 else None


def days_in(duration: TimeExpression) -> int:
    """Return the whole days of a TIMEX3 duration "P2D", 0 when it is not in days or implausibly long."""
    value = duration.value or ""
    number = value[1:-1]
    if not (value.startswith("P") and value.endswith("D") and number.isdigit()) or len(number) > 3:
        return 0
    return int(number) if int(number) <= MAX_LENGTH else 0


def _dissent(value: str, end: str | None, votes: Sequence[Vote], published: Mapping[ArticleId, PublicationDay]) -> str:
    """Return the other days that sentences give beside the event word, with the words; days of the interval agree."""
    others: dict[str, Vote] = {}
    for vote in sorted(votes, key=lambda vote: (vote.value, vote.mention.key)):
        if vote.weight >= OWN and not value <= vote.value <= (end or value):
            others.setdefault(vote.value, vote)
    return "; ".join(f"{in_words(day)}: {reason_of(vote, published)}" for day, vote in others.items())


def date_through(links: Sequence[Link], group_of: Mapping[EventMention, int], whens: Sequence[When]) -> list[When]:
    """Return the dates with those added that only another happening gives: within it, hours or days from it, "later".

    At least half of the articles that report the happening must tell of the link: one "later" in one of nine articles
    says nothing of what the other eight report, nor one in one of two that may tell of two people.
    """
    told: dict[int, set[ArticleId]] = {}
    for mention, number in group_of.items():
        told.setdefault(number, set()).add(mention.article_id)
    through: dict[int, list[When]] = {}
    linked: dict[int, set[ArticleId]] = {}
    for link in sorted(links, key=lambda link: link.key):
        first, second = group_of.get(link.first), group_of.get(link.second)
        if first is None or second is None or first == second:
            continue
        if whens[first].date is None and (when := _when_through(link, whens[second], link.days)):
            through.setdefault(first, []).append(when)
        if whens[second].date is None and link.days and (when := _when_through(link, whens[first], -link.days)):
            through.setdefault(second, []).append(when)
        for here, there in ((first, second), (second, first)):
            if whens[there].date:
                linked.setdefault(here, set()).add(link.first.article_id)
    dated = list(whens)
    for index, found in through.items():
        links_of_it = 2 * len(linked.get(index, ()))
        if links_of_it > len(told[index]) or (links_of_it == len(told[index]) and found[0].through != "later"):
            dated[index] = found[0]
    return dated


def _when_through(link: Link, anchor: When, days: int | None) -> When | None:
    """Return when a happening was that lies so many days, or an unknown time, from one that is dated; None: not known.

    Days from a month are in that month, for all that is known.
    """
    if anchor.date is None:
        return None
    if days:
        away = moved(date.fromisoformat(anchor.date), days) if anchor.precision == "day" else None
        value = away.isoformat() if away else anchor.date
        return When(value, anchor.precision, None, _days_from(link, anchor, days), through="days")
    if anchor.precision != "day" or not (link.hours or link.carried or link.relation == "during"):
        return None
    how = "hours" if link.hours else "later" if link.carried else "during"
    return When(anchor.date, "day", anchor.end, _through(link, anchor), through=how)


def _days_from(link: Link, anchor: When, days: int) -> str:
    many = "a day" if abs(days) == 1 else f"{abs(days)} days"
    other = link.second if days == link.days else link.first
    word = "happening" if other.finite else other.printed
    return f"{many} {'after' if days > 0 else 'before'} the {word} of {in_words(anchor.date or '')}"


def _through(link: Link, anchor: When) -> str:
    """Return the reason of a day that another happening gives, for people."""
    start = in_words(anchor.date or "")
    days = f"{start} to {in_words(anchor.end)}" if anchor.end else start
    if link.carried:
        return f"“{link.words}”, told right after {days}"
    word = "happening" if link.second.finite else link.second.printed
    if link.relation == "during":
        return f"within the {word} of {days} (“{link.words}”)"
    return f"hours or minutes {link.relation} the {word} of {days}"
