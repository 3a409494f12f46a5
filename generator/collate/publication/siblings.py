"""What the dated siblings of an undated article tell of its publication day: a day, or the days that are possible.

Evidence is only what both articles print: shared runs of words (above all quoted ones) say that they tell the same
news, a weekday that both name says when. "Monday" in an article, of the news that a sibling dates to Monday 19 June,
means that the article appeared on one of the seven days from that Monday on.

Measured by leaving out the day of 225 dated web articles of 20 events, one at a time (ECB+ with the days of Event
StoryLine): 102 are given a day, which is the true one in 56 and off by one in 28; the window holds the true day in 80
of 90. Which of two days in a row an article appeared on is seldom in its words, so the window is part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.annotate.dates import direction, resolve_times
from generator.collate.publication.shared_runs import Carried, InCommon, Index, sample, shared
from generator.days import MONTH_NUMBERS, MONTHS, WEEKDAYS, in_words
from generator.records import AnnotatedArticle, ArticleId, PublicationDay, TimeExpression

# Enough shared words to say that two articles tell the same news. In 125 web articles the agreed weekday was the same
# day in 48 of 48 pairs above these bounds and below `BACKGROUND`.
QUOTED = 2  # runs in quotation marks
RUNS = 5  # runs anywhere
COPY = 0.6  # share of a text that stands word for word in another: 48 of 66 such pairs appeared on one day
SAME_SENTENCE = 3  # words, and a fifth of the shorter one: two sentences that name the same weekday for one happening
CLEARLY = 1.5  # times: how much likelier a day must be than any other day to be given
WEEK = timedelta(6)  # a bare weekday lies at most so far before publication
OFTEN = 3  # times that an article tells of a weekday for it to be what the article is about
BESIDE = timedelta(3)  # before an article lie the other weekdays of fresh news
# From the last day that an article gives with its year: a sibling that lies farther off dates it only where none that
# appeared `NEAR` that day is known.
FAR, NEAR = timedelta(60), timedelta(30)
UPDATED = timedelta(3)  # after its stated day an article is seldom written to
# Days from the latest weekday that an article names to its publication, in 173 dated articles (TBAQ and ESC):
# 92 of the same day, 43 of the next, 12 two and 21 three days later (Friday's news on Monday).
LAG = (0.53, 0.25, 0.07, 0.12, 0.02, 0.01, 0.01)
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s|\n")
_WORD = re.compile(r"[^\W\d_]{4,}")
_IN = re.compile(r"(?<![^\W\d_])in $", re.IGNORECASE)
_NOT_BARE = frozenset(("last", "next", "coming", "following", "previous", "past"))
_LAST = frozenset(("last", "past"))  # "last Friday" lies one day to twelve back: in this week or in the one before
_COMMON = frozenset(
    {"about", "after", "also", "been", "from", "have", "into", "more", "over", "said", "than", "that", "their", "there"}
    | {"they", "this", "told", "were", "when", "which", "will", "with", "would", *(day.lower() for day in WEEKDAYS)}
)


@dataclass(frozen=True, slots=True)
class NamedWeekday:
    """A weekday that an article names for what it tells."""

    weekday: int
    day: date | None
    """The day that it stands for; None while the article is not dated."""
    words: frozenset[str]
    """The longer words of its sentence."""
    last: bool = False
    """Whether it is named as "last Friday", which the article's own day is not."""
    past: bool = False
    """Whether a verb says that it is over."""


@dataclass(frozen=True, slots=True)
class ToldDays:
    """What one article says about days."""

    named: tuple[NamedWeekday, ...]
    """Weekdays without "last" or "next", in clauses that do not look forward."""
    days: frozenset[date]
    """Days up to publication that it tells of; without relative ones while it is not dated."""
    latest: date | None
    """The latest day, or first day of a month, given with its year as past: the article appeared then or later."""
    coming: date | None = None
    """The earliest day given with its year as still to come: the article appeared then or before."""
    months: frozenset[int] = frozenset()
    """Months told as past without a year, "in January": the article itself is of another month."""
    before: tuple[NamedWeekday, ...] = ()
    """Weekdays named as last: they date the article by a sentence of the same happening, and by nothing else."""

    @property
    def weekdays(self) -> frozenset[int]:
        """The numbers of the weekdays that it names; 0 is Monday."""
        return frozenset(named.weekday for named in self.named)

    @property
    def features(self) -> frozenset[str]:
        """Weekday and word, for finding articles with sentences alike."""
        return frozenset(f"{named.weekday} {word}" for named in (*self.named, *self.before) for word in named.words)


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated article, with what it carries and tells."""

    article: AnnotatedArticle
    published: PublicationDay
    carried: Carried
    told: ToldDays


@dataclass(frozen=True, slots=True)
class SiblingLink:
    """A dated sibling that carries the same words."""

    mine: Carried
    sibling: Dated
    published: date
    common: InCommon
    agreed: date | None
    """The day up to its publication whose weekday both name for their news; None: they name none in common."""
    happening: tuple[str, ...] = ()
    """The words of the sentences that tell it in both, when nothing but these says that the news is the same."""
    last: bool = False
    """Whether the article names the agreed day as last: "last Friday"."""
    against: date | None = None
    """The last day that the article gives with its year, when others appeared near it and this one far from it."""

    @property
    def window(self) -> tuple[date, date]:
        """The days on which an article can name the agreed day as it does."""
        agreed = self.agreed or self.published
        return (agreed + timedelta(1), agreed + 2 * WEEK) if self.last else (agreed, agreed + WEEK)

    @property
    def weight(self) -> int:
        """How much the two have in common."""
        return self.common.weight + len(self.happening)


def days_told(article: AnnotatedArticle, published: str | None) -> ToldDays:
    """Return what the article says about days, read from its publication day when that is known."""
    text = article.article.text
    named: list[NamedWeekday] = []
    days: set[date] = set()
    latest: date | None = None
    coming: date | None = None
    months: set[int] = set()
    for time in resolve_times(text, article.time_places, published):
        looks = direction(text, time.span)
        ahead = looks == "future"
        month = MONTH_NUMBERS.get(time.span.of(text).lower())
        if month and looks == "past" and _IN.search(text, max(0, time.span.start - len("in ")), time.span.start):
            months.add(month)
        day = _first_day(time)
        if day and time.anchor is None and time.rule != "clock":  # given with its year
            if ahead:
                coming = min(coming or day, day)
            else:
                latest = max(latest or day, day)
        if ahead or time.precision != "day" or time.type not in ("DATE", "TIME"):
            continue
        if day and time.rule != "clock" and (published is None or day.isoformat() <= published):
            days.add(day)
        words = set(time.span.of(text).lower().replace("-", " ").split())
        if time.rule == "weekday" and not words & (_NOT_BARE - _LAST):
            sentence = _sentence_words(text, time.span.start, time.span.end)
            named += [
                NamedWeekday(number, day, sentence, bool(words & _LAST), looks == "past")
                for number, name in enumerate(WEEKDAYS)
                if name.lower() in words
            ]
    bare, before = (tuple(one for one in named if one.last == last) for last in (False, True))
    coming = coming if coming and coming > (latest or coming) else None
    return ToldDays(bare, frozenset(days), latest, coming, frozenset(months), before)


def _first_day(time: TimeExpression) -> date | None:
    """Return the day that a value names, the first one for a month or a year; None for any other value."""
    if time.value is None or time.type not in ("DATE", "TIME") or time.precision not in ("day", "month", "year"):
        return None
    return date.fromisoformat((time.value[:10] + "-01-01")[:10])


def _sentence_words(text: str, start: int, end: int) -> frozenset[str]:
    first = max((found.end() for found in _SENTENCE_END.finditer(text, max(0, start - 400), start)), default=0)
    after = _SENTENCE_END.search(text, end, end + 400)
    last = after.start() if after else end + 400
    return frozenset(word.lower() for word in _WORD.findall(text, max(first, start - 400), last)) - _COMMON


class Siblings:
    """The dated articles of a folder, to be asked for those that tell the same news as an undated one."""

    def __init__(self) -> None:
        self._dated: dict[ArticleId, Dated] = {}
        self._stated: set[date] = set()
        """The days that dated articles state of themselves."""
        self._by_runs = Index()
        self._by_weekday = Index()

    def add(self, one: Dated) -> None:
        """Add a dated article."""
        identity, day = one.article.article.id, one.published.value or ""
        self._dated[identity] = one
        if not one.published.inferred:
            self._stated.add(date.fromisoformat(day))
        self._by_runs.add(identity, day, one.carried.runs)
        self._by_weekday.add(identity, day, sorted(one.told.features))

    def links(self, carried: Carried, told: ToldDays) -> list[SiblingLink]:
        """Return the siblings that carry the same words or tell the same happening of the same weekday."""
        near = {*self._by_runs.nearest(carried.runs), *self._by_weekday.nearest(sorted(told.features))}
        links = [self._link(self._dated[identity], carried, told) for identity in sorted(near)]
        links = [link for link in links if link.agreed or link.common.runs]
        last = max(told.days, default=None)
        if last is None or not self._appeared_near(last):
            return links
        # A copy that bears a false day, or one told anew at the anniversary, takes no other text along to its day.
        return [replace(link, against=last) if abs(link.published - last) > FAR else link for link in links]

    def _appeared_near(self, day: date) -> bool:
        """Return whether an article states of itself a day near another one."""
        return any(day + timedelta(away) in self._stated for away in range(-NEAR.days, NEAR.days + 1))

    def _link(self, one: Dated, carried: Carried, told: ToldDays) -> SiblingLink:
        common = shared(carried, one.carried)
        published = date.fromisoformat(one.published.value or "")
        enough = common.statements or common.quoted >= QUOTED or common.runs >= RUNS
        happening, words, last = _same_happening(told, one.told, published)
        agreed = happening or (_agreed(told, one.told, published) if enough else None)
        return SiblingLink(carried, one, published, common, agreed, () if enough else words, last)


def _same_happening(mine: ToldDays, theirs: ToldDays, published: date) -> tuple[date | None, tuple[str, ...], bool]:
    """Return the day of the two most similar sentences that name one weekday, the words that they share, and whether
    this article names it as last.
    """
    best: tuple[int, date, tuple[str, ...], bool] | None = None
    for one in (*mine.named, *mine.before):
        for other in (*theirs.named, *theirs.before):
            reach = 2 * WEEK if other.last else WEEK
            if one.weekday == other.weekday and other.day and published - reach <= other.day <= published:
                common = one.words & other.words
                enough = _is_same_happening(one.words, other.words)
                if enough and (best is None or (len(common), other.day) > best[:2]):
                    best = (len(common), other.day, tuple(sorted(common)), one.last)
    return best[1:] if best else (None, (), False)


def _is_same_happening(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the longer words of two sentences that name one weekday say that it is of one happening."""
    common = one & other
    return len(common) >= SAME_SENTENCE and 5 * len(common) >= min(len(one), len(other))


def _agreed(mine: ToldDays, theirs: ToldDays, published: date) -> date | None:
    """Return the latest day that the sibling tells of within its week and that falls on a weekday that this one names.

    A sibling that names no weekday tells of the day on which it appeared.
    """
    recent = [day for day in theirs.days if published - WEEK <= day <= published]
    if not theirs.named:
        recent.append(published)
    return max((day for day in recent if day.weekday() in mine.weekdays), default=None)


def updated(
    own: PublicationDay, told: ToldDays, siblings: Sequence[tuple[AnnotatedArticle, ToldDays]]
) -> PublicationDay:
    """Return the day on which a dated article was last written to, where its text tells of a day after the stated one.

    An article stamped Saturday that was updated on Monday says "on Monday": a week before Saturday by its stamp, and
    two days after it by a sibling that tells the same of the same weekday. Then the text is right, unless it tells as
    often of the stated day itself: "on Monday" of such an article is that of the week before.
    """
    day = date.fromisoformat(own.value or "")
    later = [
        (other.day, one.words & other.words, sibling)
        for sibling, theirs in siblings
        for one in told.named
        for other in theirs.named
        if one.day
        and one.past
        and other.day
        and (other.day - one.day).days == len(WEEKDAYS)
        and timedelta(0) < other.day - day < UPDATED  # three days after, a sibling told late is as likely
        and _is_same_happening(one.words, other.words)
    ]
    if not later:
        return own
    first = min(found for found, _, _ in later)
    tells = [one.weekday for one in told.named]
    if tells.count(day.weekday()) >= tells.count(first.weekday()):
        return own  # it tells as much of the day that it states
    _, words, sibling = max(
        (each for each in later if each[0] == first), key=lambda each: (len(each[1]), each[2].article.id)
    )
    weekday, other = WEEKDAYS[first.weekday()], _name(sibling)
    why = f"tells with {other} of {weekday}, {in_words(first.isoformat())} ({', '.join(sorted(words)[:5])})"
    reason = f"{own.reason} as {in_words(day.isoformat())}, but {why}"
    return PublicationDay(first.isoformat(), "day", reason, True, (first, first + UPDATED))


def told_of_tomorrow(own: PublicationDay, told: ToldDays) -> PublicationDay:
    """Return the day after the stated one where the text tells again and again of that day's weekday as past.

    An article stamped Sunday that says "on Monday" three times, and names no other day but those right before its own,
    was changed on Monday: six days lie too far back to be all that an article tells of.
    """
    day = date.fromisoformat(own.value or "")
    far = [one for one in told.named if one.day == day - WEEK]
    others = [one for one in told.named if one.day and one.day != day - WEEK]
    if len(far) < OFTEN or not others or any(one.day and one.day < day - BESIDE for one in others):
        return own
    later = day + timedelta(1)
    weekday = WEEKDAYS[later.weekday()]
    reason = f"{own.reason} as {in_words(day.isoformat())}, but tells of {weekday} {len(far)} times as past"
    return PublicationDay(later.isoformat(), "day", reason, True, (later, later + UPDATED))


def infer(own: PublicationDay, told: ToldDays, links: Sequence[SiblingLink]) -> PublicationDay:
    """Return the article's day as its dated siblings tell it; when they do not decide, the day left open."""
    bounds = own.window
    fitting = [link for link in links if link.against is None and _fits(link.published, bounds, told)]
    agreeing = [link for link in fitting if link.agreed]
    if agreeing:
        day = _by_weekday(own, told, agreeing)
        # Of 170 months named so in 403 dated articles two were the article's own: news says "this month".
        if own.value or day.value is None or date.fromisoformat(day.value).month not in told.months:
            return day
        return _left_open(own, told, agreeing)
    copies = [link for link in fitting if link.common.part >= COPY]
    days = {link.published for link in copies}
    if len(days) == 1 and not told.weekdays:
        link = _strongest(copies)
        reason = f"inferred: carries the text of {_named(link)}: “{sample(link.mine, link.sibling.carried)}”"
        return PublicationDay(link.published.isoformat(), "day", reason, True, own.window)
    return _left_open(own, told, links)


def _fits(day: date, bounds: tuple[date, date] | None, told: ToldDays) -> bool:
    inside = bounds is None or bounds[0] <= day <= bounds[1]
    return inside and (told.latest or day) <= day <= (told.coming or day)


def _by_weekday(own: PublicationDay, told: ToldDays, agreeing: Sequence[SiblingLink]) -> PublicationDay:
    """Return the likeliest day of the window that the agreed weekdays leave."""
    supports = {day: _supporters(day, agreeing) for day in sorted({link.agreed for link in agreeing if link.agreed})}
    weights = {day: sum(link.weight for link in links) for day, links in supports.items()}
    best = max(weights, key=lambda day: (weights[day], day))
    others = sum(link.weight for link in agreeing) - weights[best]
    chosen = supports[best]
    window = _window(chosen, own, told)
    if others * CLEARLY > weights[best] or window[0] > window[1]:
        return _torn(own, agreeing)
    likely = _likely_days(chosen, window)
    days = sorted(likely, key=lambda day: (-likely[day], day))
    if len(days) > 1 and likely[days[0]] < CLEARLY * likely[days[1]]:
        told_of = f"open: told the same news as {_named(_strongest(chosen))}, on one of {len(days)} days"
        return own if own.value else PublicationDay(None, "none", told_of, False, window)
    link = _strongest([link for link in chosen if link.published == days[0]] or chosen)
    return PublicationDay(days[0].isoformat(), "day", _reason(link, window), True, window)


def _supporters(day: date, agreeing: Sequence[SiblingLink]) -> list[SiblingLink]:
    """Return the links whose agreed day can be named by an article that names `day` as well."""
    return [link for link in agreeing if link.agreed and link.agreed <= day <= link.agreed + WEEK]


def _window(links: Sequence[SiblingLink], own: PublicationDay, told: ToldDays) -> tuple[date, date]:
    windows = [link.window for link in links if link.agreed]
    first, last = max(first for first, _ in windows), min(last for _, last in windows)
    if told.latest and told.latest <= last:
        first = max(first, told.latest)
    if own.window and max(first, own.window[0]) <= min(last, own.window[1]):
        first, last = max(first, own.window[0]), min(last, own.window[1])
    return first, last


def _likely_days(links: Sequence[SiblingLink], window: tuple[date, date]) -> dict[date, float]:
    """Return the siblings' publication days within the window with their weight; the first day when there is none."""
    likely: dict[date, float] = {}
    latest = max(link.agreed for link in links if link.agreed)
    for link in links:
        if window[0] <= link.published <= window[1]:
            share = link.weight * LAG[min((link.published - latest).days, len(LAG) - 1)]
            likely[link.published] = max(likely.get(link.published, 0.0), share)
    return likely or {window[0]: 1.0}


def _strongest(links: Sequence[SiblingLink]) -> SiblingLink:
    return max(links, key=lambda link: (link.weight, link.sibling.article.article.id))


def _named(link: SiblingLink) -> str:
    inferred = ", itself inferred" if link.sibling.published.inferred else ""
    return f"{_name(link.sibling.article)} ({in_words(link.published.isoformat())}{inferred})"


def _name(found: AnnotatedArticle) -> str:
    outlet = found.article.metadata.outlet
    return found.article.siglum or (outlet.value if outlet else found.article.id)


def _reason(link: SiblingLink, window: tuple[date, date]) -> str:
    if link.happening:
        what = f"the same happening as in {_named(link)} ({', '.join(link.happening[:5])})"
    else:
        words = "the same quoted words" if link.common.quoted else "the same words"
        what = f"{words} as {_named(link)}, “{sample(link.mine, link.sibling.carried)}”"
    weekday = WEEKDAYS[link.agreed.weekday()] if link.agreed else ""
    possible = f"; the text allows {in_words(*(day.isoformat() for day in window))}" if window[0] != window[1] else ""
    return f"inferred: {what}, and both say “{weekday}”{possible}"


def _torn(own: PublicationDay, links: Sequence[SiblingLink]) -> PublicationDay:
    if own.value:
        return own
    days = sorted(link.agreed for link in links if link.agreed)
    names = " and ".join(_named(link) for link in sorted(links, key=lambda link: link.published)[:: len(links) - 1][:2])
    reason = f"open: tells the same news as {names}, and nothing decides between them"
    return PublicationDay(None, "none", reason, False, (days[0], days[-1] + WEEK))


def _left_open(own: PublicationDay, told: ToldDays, links: Sequence[SiblingLink]) -> PublicationDay:
    """Return no day, with why, and the days between what the text tells as past and what it tells as still to come."""
    if own.value:
        return own
    if links:
        strongest = _strongest(links)
        named = next((link.published for link in links if link.agreed and link.published.month in told.months), None)
        why = "but names other weekdays" if told.weekdays else "but names no weekday to tell the day by"
        if named:
            why = f"but tells of {MONTHS[named.month - 1]} as of another month"
        elif strongest.against:
            why = f"but tells of {in_words(strongest.against.isoformat())}, when other articles appeared"
        reason = f"open: shares words with {_named(strongest)}, {why}"
    else:
        reason = "open: no date in the text, and no dated article tells the same news"
    if told.latest:
        reason += f"; it tells of {in_words(told.latest.isoformat())} as past"
    if told.coming:
        reason += f"; it tells of {in_words(told.coming.isoformat())} as still to come"
    window = (told.latest, told.coming) if told.latest and told.coming else None
    return PublicationDay(None, "none", reason, False, window)
