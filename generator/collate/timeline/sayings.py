"""What several articles have somebody say in the same words is one happening, however each leads up to it.

"In a statement, Ito called it a disgrace" and "“It is a disgrace,” the mayor wrote" share no word by which two
sentences are found to report one happening; the words that are said show that they do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from generator.collate.timeline.dating import When
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.groups import Groups
from generator.records import AnnotatedArticle, ArticleId, PersonId, Quote, QuoteId, Report, Retelling, Statement

SEVERAL = 2  # articles that must carry the words
NEAR = 2  # sentences between two words of saying of one speaker that an article tells in one breath
MOST = 60  # things that one speaker says, of which each is compared with each

CuePlace = tuple[ArticleId, int]
"""Where a word of saying begins: its article, and the offset in its text."""


class Sayings(NamedTuple):
    """Which words of saying bring the same words."""

    said_at: Mapping[CuePlace, int] = MappingProxyType({})
    """The number of the occasion, by the place of the word."""
    words_at: Mapping[CuePlace, Set[str]] = MappingProxyType({})
    """What is said there, likewise: ids of statements and of what is only reported."""

    @classmethod
    def of(
        cls,
        articles: Iterable[AnnotatedArticle],
        statements: Iterable[Statement],
        retellings: Iterable[Retelling],
    ) -> Sayings:
        """Return the sayings that several articles carry, as quotations or as reports, and that one person said."""
        quotes: dict[QuoteId, Quote] = {}
        reports: dict[QuoteId, Report] = {}
        for found in articles:
            quotes |= {quote.id: quote for quote in found.quotes}
            reports |= {report.id: report for report in found.reports}
        told: defaultdict[tuple[PersonId, str], list[CuePlace]] = defaultdict(list)
        for statement in statements:
            if len(statement.speakers) == 1:
                cues = _cues(quotes, (reading.quote_id for reading in statement.readings))
                told[statement.speakers[0], statement.id] += cues
        for retelling in retellings:
            cues = ((reports[each].article_id, reports[each].cue.start) for each in retelling.reports)
            told[retelling.speaker, retelling.statement or retelling.id] += cues
        sentences = {found.article.id: [each.span.start for each in found.sentences] for found in articles}
        words: defaultdict[CuePlace, set[str]] = defaultdict(set)
        for (_, words_said), places in told.items():
            for place in places:
                words[place].add(words_said)
        return cls(_numbered(told, sentences), words)

    def said_by(self, mention: EventMention) -> int | None:
        """Return the number of what a mention tells to have been said; None: nothing that several articles carry."""
        return self.said_at.get((mention.article_id, mention.trigger.start))

    def say_the_same(self, one: EventMention, other: EventMention) -> bool:
        """Return whether the same words are said at two mentions."""
        here, there = (self.words_at.get((each.article_id, each.trigger.start), set()) for each in (one, other))
        return bool(here & there)

    def are_carried(self, mentions: Iterable[EventMention]) -> bool:
        """Return whether several of the articles that tell a happening have the same words said in it."""
        articles: defaultdict[int, set[ArticleId]] = defaultdict(set)
        for mention in mentions:
            if (number := self.said_by(mention)) is not None:
                articles[number].add(mention.article_id)
        return any(len(carriers) >= SEVERAL for carriers in articles.values())


def _cues(quotes: Mapping[QuoteId, Quote], carried: Iterable[QuoteId]) -> Iterator[CuePlace]:
    """Yield where the words of saying of some quotes stand, that of a running quotation at its first part."""
    for each in carried:
        quote = quotes.get(each)
        first = quote if quote is None or quote.cue else quotes.get(QuoteId(quote.utterance))
        if first is not None and first.cue is not None:
            yield first.article_id, first.cue.start


def _numbered(
    told: Mapping[tuple[PersonId, str], Iterable[CuePlace]], sentences: Mapping[ArticleId, Sequence[int]]
) -> dict[CuePlace, int]:
    """Return a number for each place; places have one where the same words are said, or words of one occasion.

    `told`: the places by who speaks and what is said. `sentences`: where the sentences of each article begin.
    """
    carried = {key: sorted({*places}) for key, places in sorted(told.items())}
    carried = {key: places for key, places in carried.items() if len(_articles(places)) >= SEVERAL}
    places = sorted({place for each in carried.values() for place in each})
    index = {place: number for number, place in enumerate(places)}
    groups = Groups(len(places))
    by_speaker: defaultdict[PersonId, list[list[CuePlace]]] = defaultdict(list)
    for (speaker, _), each in carried.items():
        by_speaker[speaker].append(each)
        for place in each[1:]:
            groups.unite(index[each[0]], index[place])
    for sayings in by_speaker.values():
        for one, other in combinations(sayings[:MOST], 2):
            if len(_articles(one) & _articles(other)) >= SEVERAL and _are_near(one, other, sentences):
                groups.unite(index[one[0]], index[other[0]])
    return {place: groups.root(number) for place, number in index.items()}


def _articles(places: Iterable[CuePlace]) -> set[ArticleId]:
    return {article_id for article_id, _ in places}


def _are_near(one: Sequence[CuePlace], other: Sequence[CuePlace], sentences: Mapping[ArticleId, Sequence[int]]) -> bool:
    """Return whether an article has both in one breath: what it quotes so was mostly said on one occasion."""

    def at(place: CuePlace) -> int:
        return bisect_right(sentences[place[0]], place[1])

    return any(here[0] == there[0] and abs(at(here) - at(there)) <= NEAR for here in one for there in other)


def join_said(
    happenings: Sequence[list[EventMention]], whens: Sequence[When], sayings: Sayings
) -> list[list[EventMention]]:
    """Return the happenings with the mentions together at which the same words are said.

    They join the one whose day is told, where one day is; what gives another day, or stands at one, stays where it is.
    """
    at: defaultdict[int, list[tuple[EventMention, int]]] = defaultdict(list)
    for index, mentions in enumerate(happenings):
        for mention in mentions:
            if (number := sayings.said_by(mention)) is not None:
                at[number].append((mention, index))
    joined = [list(mentions) for mentions in happenings]
    for _, told in sorted(at.items()):
        days = {whens[index].day for _, index in told} - {""}
        if len(days) > 1 or len({mention.article_id for mention, _ in told}) < SEVERAL:
            continue
        dated = [index for _, index in told if whens[index].day]
        target = max(sorted(set(dated)), key=lambda index: len(happenings[index]), default=None)
        moving = [(mention, index) for mention, index in told if index != target and not whens[index].day]
        if target is None:
            joined.append([])
            target = len(joined) - 1
        for mention, index in moving:
            joined[index].remove(mention)
            joined[target].append(mention)
    return [sorted(mentions, key=lambda mention: mention.key) for mentions in joined if mentions]
