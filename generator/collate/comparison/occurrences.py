"""Which articles of a folder report two happenings of one kind: two earthquakes, two polls, two matches.

What a value belongs to is an occurrence, and news opens with the one that it reports: on its own day, in a clause whose
verb and subject tell of what kind it is. Two articles that open alike, each as the news of a day that lies far from the
other's, tell of two; so do two of neighbouring days that name two places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from generator.collate.comparison.scenes import FAMILY, Account, disjoint, persons
from generator.collate.comparison.sentences import ToldApart
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import MEETING, SAYING
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.collate.timeline.mentions.modality import mood_of_verb
from generator.collate.timeline.mentions.times import DATE_TYPES, last_day, plain_value, times_in
from generator.collate.words.stems import stem_of
from generator.days import bounds
from generator.records import ArticleId, PublicationDay, Span

OPENING = 2  # sentences in which news tells what it reports
RECENT = timedelta(days=7)  # before its publication of which news is news
FAR = timedelta(days=14)  # between two days of publication: nothing stays the news of the day for so long
NEAR = timedelta(days=2)  # where places differ too; outlets of two continents date one happening a day apart
CLOSEST = timedelta(days=3)  # what is known of a day of publication to be used
ANY_KIND = frozenset(FAMILY + name for name in (SAYING, MEETING))
Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class OpeningNews:
    """What an article opens with."""

    day: Window
    """When it happened, as far as that is told."""
    deeds: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Of each verb that the opening sentences hang on its stem and families, and the persons to whom it is done."""
    things: frozenset[str]
    """Nouns for happenings that are the subjects of those verbs: "earthquake"."""
    persons: frozenset[str]
    places: frozenset[str]
    times: tuple[Window, ...]
    """All that the opening dates, its own day among it."""


def of_two_occurrences(
    accounts: Mapping[ArticleId, Account], published: Mapping[ArticleId, PublicationDay]
) -> ToldApart:
    """Return what tells of two articles whether they report two happenings of one kind.

    It weighs the pairs that it is asked for, since a folder has far more. An article of which neither a day of
    publication nor a day in its opening is known is never in one.
    """
    reports = {
        identity: report
        for identity in sorted(accounts)
        if (report := _opening_news(accounts[identity], published.get(identity))) is not None
    }

    @cache  # asked for every two sentences that may tell the same
    def are_apart(left: ArticleId, right: ArticleId) -> bool:
        return left in reports and right in reports and left != right and _are_two(reports[left], reports[right])

    return are_apart


def _are_two(one: OpeningNews, other: OpeningNews) -> bool:
    """Return whether two articles open with happenings of one kind on two days, none of them telling of the other's."""
    far = _gap(one.day, other.day)
    if far < NEAR or _tells_of(one, other) or _tells_of(other, one):
        return False
    if far < FAR:
        return _are_of_a_kind(one, other) and disjoint(one.places, other.places)
    # The trial of one person begins and ends; an earthquake has nobody.
    same_thing = one.things & other.things and not one.persons & other.persons
    return bool(same_thing) or _are_of_a_kind(one, other)


def _are_of_a_kind(one: OpeningNews, other: OpeningNews) -> bool:
    """Return whether two openings tell one kind of deed; not what befalls one person: that is one and told again."""
    return any(
        here & there and not suffers & suffers_there
        for here, suffers in one.deeds
        for there, suffers_there in other.deeds
    )


def _tells_of(one: OpeningNews, other: OpeningNews) -> bool:
    """Return whether an opening dates something to the other's day: it goes on with that story."""
    return any(_meet(time, other.day) and not _meet(time, one.day) for time in one.times)


def _meet(one: Window, other: Window) -> bool:
    return _gap(one, other) <= timedelta(0)


def _gap(one: Window, other: Window) -> timedelta:
    """Return how far two stretches of days are apart; 0 or less where they meet."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _opening_news(account: Account, published: PublicationDay | None) -> OpeningNews | None:
    grammar = account.grammar
    opening = [sentence.span for sentence in account.found.sentences if not sentence.note][:OPENING]
    verbs = [at for span in opening for at in _roots(account, span)]
    if not verbs:
        return None
    times = tuple(time for span in opening for time in _days_in(account, span))
    day = _day(published, times)
    if day is None:
        return None
    subjects = [subject for at in verbs if (subject := grammar.own_subject(at)) is not None]
    events = [at for at in subjects if grammar.words[at].tag in NOUNS and account.is_event(at)]
    told = frozenset().union(*(account.features(grammar.within(span)) for span in opening))
    return OpeningNews(
        day,
        tuple(deed for at in verbs if (deed := _deed(account, at)) is not None),
        frozenset(stem_of(account.surface(at)) for at in events),
        persons(told),
        frozenset().union(*(scene.places for at in verbs if (scene := account.scene(at)) is not None)),
        times,
    )


def _roots(account: Account, sentence: Span) -> Iterator[int]:
    """Yield the verb that a sentence hangs on, and that of what "officials said"; none in somebody's own words."""
    grammar = account.grammar
    for at in grammar.within(sentence):
        word = grammar.words[at]
        if not grammar.is_clause(at) or account.is_quoted(at) or not grammar.is_finite(at):
            continue
        above = word.head
        top = above == at or (word.dep in ("ccomp", "conj") and grammar.words[above].head == above)
        if (
            top
            and word.lemma.lower() not in named("light") | named("states")
            and mood_of_verb(grammar, at) != "planned"
        ):
            yield at


def _deed(account: Account, at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    scene = account.scene(at)
    if scene is None or scene.says or scene.negated:
        return None
    return scene.heads - ANY_KIND, persons(scene.objects)


def _days_in(account: Account, sentence: Span) -> Iterator[Window]:
    for time in times_in(account.found, sentence):
        if time.type in DATE_TYPES and (value := plain_value(time)[0]):
            yield bounds(value)[0], bounds(last_day(time) or value)[1]


def _day(published: PublicationDay | None, times: tuple[Window, ...]) -> Window | None:
    """Return when news is from: the one day that it names, of those before its publication where that is known."""
    window = published.window if published is not None else None
    exact = {time for time in times if time[1] - time[0] <= CLOSEST}
    if window is not None and window[1] - window[0] <= CLOSEST:
        recent = window[0] - RECENT, window[1]
        exact = {time for time in exact if _meet(time, recent)}
        return exact.pop() if len(exact) == 1 else recent
    return exact.pop() if len(exact) == 1 else None
