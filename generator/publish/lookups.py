"""What every page looks up in a digest: by id, by place, by rank."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.collate.shared_copy import SharedCopy, shared_copy
from generator.collate.sigla import UNNAMED, shortened
from generator.config import Settings
from generator.publish import permalinks
from generator.publish.paged import agreement_pages, event_pages
from generator.publish.seams import Cases, cases_of, seam
from generator.publish.strength import NOT_KNOWN, as_likely, is_likely
from generator.records import (
    Agreement,
    AnnotatedArticle,
    ArticleId,
    Digest,
    Event,
    EventId,
    Mark,
    MarkKind,
    Person,
    PersonId,
    PublicationDay,
    Quote,
    QuoteId,
    Reading,
    Report,
    Sentence,
    Span,
    Statement,
    StatementId,
    Thing,
    ThingKind,
)
from generator.words_alike import as_seen

_WHO = re.compile(r",?\s(?:who|which|that)$")  # "the guards, who said"

CARDS_A_PAGE = 80  # a card of five readings takes 5 KB
MOST_PICTURES = 150  # of a kind, at some 10 ms and 13 KB each; what is rarer shares the picture of the site
MOST_SHARED = 300  # the same for links to a quote or reading and to an article, which travel most
PICTURES_AN_ARTICLE = 80  # of a kind, on average: an article that is one list of a thousand quotes takes no longer
FEW_WORDS = 2
MOST_HINTS = 200  # events; with more, their sentences would make most of the timeline's bytes
OWN = frozenset("i we me us my our you your".split())  # noqa: SIM905
"""Words in which a writer speaks himself, or to the reader."""
NOT_SHOWN: tuple[MarkKind, ...] = ("reviewed", "pinned")
COLOURS = 6  # so many speakers are told apart by colour; beside the colour there is always a label


@dataclass(frozen=True)
class Lookups:
    """A digest, its settings and the lookups of the pages."""

    digest: Digest
    settings: Settings

    @cached_property
    def articles(self) -> dict[ArticleId, AnnotatedArticle]:
        """Every article by its id, in the order of the digest."""
        return {found.article.id: found for found in self.digest.articles}

    @cached_property
    def cases(self) -> Cases:
        """How the articles write each word."""
        return cases_of(found.article.text for found in self.digest.articles)

    @cached_property
    def own_words(self) -> dict[ArticleId, int]:
        """How often the writer of each article speaks himself: "I", "we" and "our", not in words that are quoted."""
        return {identity: _own_words(found) for identity, found in self.articles.items()}

    @cached_property
    def days(self) -> dict[ArticleId, PublicationDay]:
        """The publication day of every article."""
        return dict(zip(self.articles, self.digest.published, strict=True))

    @cached_property
    def people(self) -> dict[PersonId, Person]:
        """Every person by id."""
        return {person.id: person for person in self.digest.people}

    @cached_property
    def mentioned_in(self) -> dict[PersonId, list[ArticleId]]:
        """The articles that mention each person, in the order of the digest."""
        found: defaultdict[PersonId, list[ArticleId]] = defaultdict(list)
        for article_id, article in self.articles.items():
            for person in dict.fromkeys(mention.person for mention in article.mentions):
                if person is not None:
                    found[person].append(article_id)
        return found

    @cached_property
    def heard(self) -> frozenset[PersonId]:
        """Those whose words some article has, quoted or reported."""
        quoted = {quote.speaker for quote in self.quotes.values()}
        reported = {report.speaker for found in self.digest.articles for report in found.reports if report.is_told}
        stated = {speaker for statement in self.digest.statements for speaker in statement.speakers}
        return frozenset(who for who in quoted | reported | stated if who is not None)

    @cached_property
    def events_of(self) -> dict[PersonId, list[Event]]:
        """The events that name each person, in the order of the timeline."""
        found: defaultdict[PersonId, list[Event]] = defaultdict(list)
        for event in self.digest.events:
            for person in dict.fromkeys(event.people):
                found[person].append(event)
        return found

    @cached_property
    def quotes(self) -> dict[QuoteId, Quote]:
        """Every quote by id."""
        return {quote.id: quote for found in self.digest.articles for quote in found.quotes}

    @cached_property
    def statements_of(self) -> dict[QuoteId, tuple[Statement, ...]]:
        """The statements that a quote is a reading of."""
        found: defaultdict[QuoteId, list[Statement]] = defaultdict(list)
        for statement in self.digest.statements:
            for quote_id in dict.fromkeys(reading.quote_id for reading in statement.readings):
                found[quote_id].append(statement)
        return {quote_id: tuple(statements) for quote_id, statements in found.items()}

    @cached_property
    def _likely(self) -> dict[StatementId, frozenset[PersonId]]:
        """Of the speakers of a statement those whom no article gives with certainty."""
        found = {}
        for statement in self.digest.statements:
            told = [self.quotes[reading.quote_id] for reading in statement.readings if reading.quote_id in self.quotes]
            sure = {quote.speaker for quote in told if not is_likely(quote)}
            found[statement.id] = frozenset(who for who in statement.speakers if who not in sure)
        return found

    def is_likely(self, statement: Statement, who: PersonId) -> bool:
        """Return whether somebody is only likely to have said a statement: below the published bar in each article."""
        return who in self._likely[statement.id]

    def speaker_name(self, said: Quote | Report | None) -> str:
        """Return whose words a quote or report has: "Ann Okoro", "likely Ann Okoro", "Speaker not known"."""
        if said is None or said.speaker not in self.people:
            return NOT_KNOWN
        return as_likely(self.people[said.speaker].name, is_likely(said))

    def reported_of(self, report: Report) -> str:
        """Return who is reported to have said it: "Ann Okoro", or the text's own words for somebody unnamed: "police".

        A "he" whom nobody is known by tells nothing.
        """
        if report.speaker in self.people or report.source is None or report.source_kind == "pronoun":
            return self.speaker_name(report)
        return _WHO.sub("", " ".join(self.words(report.article_id, report.source).split()))

    def spoken_by(self, statement: Statement) -> str:
        """Return the full names of a statement's speakers: "Ann Okoro or likely Ove Lind", "Speaker not known"."""
        known = [who for who in statement.speakers if who in self.people]
        names = (as_likely(self.people[who].name, self.is_likely(statement, who)) for who in known)
        return " or ".join(names) or NOT_KNOWN

    @cached_property
    def statements_by(self) -> dict[PersonId, tuple[Statement, ...]]:
        """What each speaker said, in order of the first carrier's day, then as the articles tell it."""
        said: defaultdict[PersonId, list[Statement]] = defaultdict(list)
        for statement in sorted(self.digest.statements, key=self._told):
            for speaker in statement.speakers:
                said[speaker].append(statement)
        return {person: tuple(statements) for person, statements in said.items()}

    def _told(self, statement: Statement) -> tuple[str, str, int]:
        first = min(
            statement.readings, key=lambda reading: (self.days[reading.article_id].value or "~", reading.article_id)
        )
        return self.days[first.article_id].value or "~", first.article_id, first.span.start

    @cached_property
    def text_group(self) -> dict[ArticleId, int]:
        """The number of the independent text that an article carries."""
        return {article: number for number, group in enumerate(self.digest.text_groups) for article in group}

    @cached_property
    def quote_count(self) -> Counter[PersonId]:
        """How many quotes each speaker has, over all articles."""
        return Counter(
            quote.speaker for quote in self.quotes.values() if quote.speaker is not None and quote.kind != "term"
        )

    @cached_property
    def speakers(self) -> tuple[Person, ...]:
        """Who is quoted, most quoted first."""
        ranked = sorted(self.quote_count, key=lambda who: (-self.quote_count[who], who))
        return tuple(self.people[who] for who in ranked if who in self.people)

    @cached_property
    def rank(self) -> dict[PersonId, int]:
        """The place of each speaker among them, from 0."""
        return {person.id: place for place, person in enumerate(self.speakers)}

    @cached_property
    def colour(self) -> dict[PersonId, int]:
        """The number of each speaker's colour, from 1; others have none."""
        return {person.id: rank for rank, person in enumerate(self.speakers[:COLOURS], start=1)}

    @cached_property
    def label(self) -> dict[PersonId, str]:
        """The short name that stands beside a quote: "Okoro"; the whole name where two would be alike."""
        short = {person.id: _short_name(person) for person in self.digest.people}
        shared = Counter(short.values())
        return {who: name if shared[name] == 1 else self.people[who].name for who, name in short.items()}

    @cached_property
    def marks(self) -> dict[Thing, tuple[Mark, ...]]:
        """What an editor states of each thing, besides its facts."""
        found: defaultdict[Thing, list[Mark]] = defaultdict(list)
        for mark in self.digest.marks:
            found[mark.thing].append(mark)
        return {thing: tuple(marks) for thing, marks in found.items()}

    def marked(self, kind: ThingKind, name: str, *what: MarkKind) -> tuple[Mark, ...]:
        """Return the marks of a thing that a reader is shown; only those of some kinds, when these are named."""
        marks = self.marks.get((kind, name), ())
        return tuple(mark for mark in marks if (mark.what in what if what else mark.what not in NOT_SHOWN))

    def pinned(self, kind: ThingKind) -> list[str]:
        """Return the ids of what an editor wants to lead the home page, in the order of the overrides."""
        pins = [mark for mark in self.digest.marks if mark.what == "pinned" and mark.thing[0] == kind]
        return [mark.thing[1] for mark in sorted(pins, key=_line)]

    def sentence_at(self, article_id: ArticleId, offset: int) -> Sentence | None:
        """Return the sentence of an article that holds a place of its text."""
        article = self.articles[article_id]
        return article.sentence_from(offset) or next(iter(article.sentences), None)

    def at(self, article_id: ArticleId, span: Span) -> str:
        """Return the address of the sentence in which the span begins."""
        sentence = self.sentence_at(article_id, span.start)
        return permalinks.article(article_id, sentence.anchor if sentence else "")

    def words(self, article_id: ArticleId, span: Span) -> str:
        """Return the words of an article that the span stands for."""
        return span.of(self.articles[article_id].article.text)

    def siglum(self, article_id: ArticleId) -> str:
        """Return the short name of a source; its id when it has none."""
        return self.articles[article_id].article.siglum or article_id

    def outlet(self, article_id: ArticleId) -> str:
        """Return the name of a source in full: "Harbour News, reporting Reuters"."""
        known = self.articles[article_id].article.metadata
        if known.outlet and known.origin and not _is_one(known.outlet.value, known.origin.value):
            return f"{known.outlet.value}, reporting {known.origin.value}"
        named = known.outlet or known.origin
        return named.value if named else self.siglum(article_id)

    def stated_outlet(self, article_id: ArticleId) -> str:
        """Return the name of a source in full for a line that has its siglum already; where none is known, that."""
        name = self.outlet(article_id)
        return "outlet not stated" if name.partition(" ")[0] == UNNAMED and name == self.siglum(article_id) else name

    def outlets(self, articles: Iterable[ArticleId]) -> int:
        """Return how many outlets the articles are of; one whose outlet nobody states counts by itself.

        Names that look the same are one: that somebody writes another's name in other letters makes no second outlet.
        So are a name and its short form or address, which have one siglum: "The Harbour Bell", "harbourbell.com".
        """
        names = set()
        for article_id in articles:
            known = self.articles[article_id].article.metadata
            named = known.outlet or known.origin
            names.add(as_seen(shortened(named.value)).replace(" ", "") if named else article_id)
        return len(names)

    def how_many(self, articles: Collection[ArticleId]) -> str:
        """Return "3 outlets"; "3 articles" where somebody's outlet is not known, and two of them may be of one."""
        one = self._called(articles)
        number = self.outlets(articles) if one == "outlet" else len(articles)
        return f"{number} {one}" if number == 1 else f"{number} {one}s"

    def _called(self, articles: Iterable[ArticleId]) -> str:
        known = (self.articles[article_id].article.metadata for article_id in articles)
        return "outlet" if all(each.outlet or each.origin for each in known) else "article"

    @cached_property
    def one_of_them(self) -> str:
        """What one source is called where all are counted: "outlet", or "article" where somebody's is not known."""
        return self._called(self.articles)

    def headline(self, article_id: ArticleId) -> str:
        """Return the title of an article; when it has none, what runs into its first sentence, else its first words."""
        found = self.articles[article_id].article
        if found.metadata.title:
            return found.metadata.title.value
        first = found.paragraphs[0].of(found.text) if found.paragraphs else found.id
        if (end := seam(first, self.cases)) is not None:
            return " ".join(first[:end].split())
        words = first.split()
        return " ".join(words[:10]) + (" …" if len(words) > 10 else "")

    def independent(self, articles: Iterable[ArticleId]) -> int:
        """Return how many independent texts the articles carry."""
        return len({self.text_group.get(article, article) for article in articles})

    @cached_property
    def shared(self) -> tuple[Statement, ...]:
        """Statements that more than one article carries, most carried first; among equals the longest."""
        several = [statement for statement in self.digest.statements if len(statement.articles) > 1]
        return tuple(sorted(several, key=lambda s: (-len(s.articles), -len(s.text), s.id)))

    @cached_property
    def in_several(self) -> tuple[Statement, ...]:
        """Those of them that more than one source carries, as `one_of_them` calls it, and more than one text.

        An outlet that quotes itself is no second one, nor does a copy of a text say anything again.
        """
        several = (statement for statement in self.shared if self.independent(statement.articles) > 1)
        if self.one_of_them == "article":
            return tuple(several)
        return tuple(statement for statement in several if self.outlets(statement.articles) > 1)

    @cached_property
    def shared_ids(self) -> frozenset[StatementId]:
        """The ids of the statements that more than one article carries."""
        return frozenset(statement.id for statement in self.shared)

    @cached_property
    def worded(self) -> dict[str, tuple[Statement, Reading] | Quote]:
        """What each short address of a quote stands for, the most carried first: the quote, else a part of one."""
        made: dict[str, tuple[Statement, Reading] | Quote] = {}
        for statement in self.index_order:
            for reading in statement.readings:
                for name in (reading.quote_id, reading.id):
                    if name:
                        made.setdefault(name, self.quotes.get(QuoteId(name), (statement, reading)))
            if statement.id and QuoteId(statement.id) not in self.quotes:
                made.setdefault(statement.id, (statement, statement.readings[0]))
        return {**made, **{quote.id: quote for quote in self.quotes.values()}}

    @cached_property
    def compared(self) -> tuple[Statement, ...]:
        """Statements with readings to be laid side by side, in the order of the quote index."""
        return tuple(statement for statement in self.index_order if len(statement.readings) > 1)

    @cached_property
    def leaned_on(self) -> dict[ArticleId, list[Span]]:
        """The stretches of each article that an event or a comparison rests on."""
        found: defaultdict[ArticleId, list[Span]] = defaultdict(list)
        for event in self.digest.events:
            for evidence in event.evidence:
                found[evidence.article_id].append(evidence.span)
        for agreement in self.digest.agreements:
            for value in agreement.values:
                found[value.article_id].append(value.span)
        return found

    @cached_property
    def shared_by(self) -> dict[ArticleId, dict[Span, int]]:
        """For each stretch of an article that something rests on, how many articles have it."""
        found: defaultdict[ArticleId, dict[Span, int]] = defaultdict(dict)
        for statement in self.digest.statements:
            carriers = len(statement.articles)
            for reading in statement.readings:
                found[reading.article_id][reading.span] = carriers
        for event in self.digest.events:
            carriers = len(event.told_by)
            for evidence in event.evidence:
                place = found[evidence.article_id]
                place[evidence.span] = max(place.get(evidence.span, 0), carriers)
        for agreement in self.digest.agreements:
            carriers = len({value.article_id for value in agreement.values})
            for value in agreement.values:
                found[value.article_id][value.span] = max(found[value.article_id].get(value.span, 0), carriers)
        return found

    def statement_address(self, statement: Statement) -> str:
        """Return the address of a statement's card in the quote index."""
        return f"{permalinks.quote_page(self.page_of[statement.id])}#{permalinks.statement_anchor(statement.id)}"

    @cached_property
    def index_order(self) -> tuple[Statement, ...]:
        """The statements in the order of the quote index: most carried first, then as told; single words last."""
        return tuple(
            sorted(
                self.digest.statements,
                key=lambda s: (self.is_few_words(s), -len(s.articles), -len(s.readings), self._told(s), s.id),
            )
        )

    @cached_property
    def event_page(self) -> dict[EventId, int]:
        """The page of the timeline, from 1, that an event stands on."""
        return event_pages(self.digest.events)

    def event_address(self, event: Event) -> str:
        """Return the address of an event on the timeline."""
        return permalinks.event(event.id, self.event_page[event.id])

    @cached_property
    def agreement_page(self) -> dict[str, int]:
        """The page of the comparison, from 1, that an agreement stands on."""
        return agreement_pages(self.agreements)

    def is_few_words(self, statement: Statement) -> bool:
        """Return whether a statement is a word or two, which tell little by themselves ("on course")."""
        return len(statement.text.split()) <= FEW_WORDS

    @cached_property
    def page_of(self) -> dict[StatementId, int]:
        """The page of the quote index, from 1, that a statement stands on."""
        return {s.id: place // CARDS_A_PAGE + 1 for place, s in enumerate(self.index_order)}

    @cached_property
    def differing(self) -> tuple[Agreement, ...]:
        """The matters on which articles differ."""
        return tuple(agreement for agreement in self.agreements if agreement.verdict == "differ")

    @cached_property
    def contradicting(self) -> tuple[Agreement, ...]:
        """Those of them that cannot both be true."""
        return tuple(agreement for agreement in self.differing if agreement.contrast == "contradiction")

    @cached_property
    def shared_copy(self) -> tuple[SharedCopy, ...]:
        """What articles print word for word, most first."""
        return shared_copy(self.digest.articles)

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """What can be compared; where only quotes may be shown, other words cannot be set side by side."""
        return () if self.settings.publish == "quotes" else self.digest.agreements

    def told(self, article_id: ArticleId, span: Span) -> str:
        """Return the words of a place, for a hint beside its link; "" where they may not be shown or are too many."""
        long = len(self.digest.events) > MOST_HINTS or self.settings.publish == "quotes"
        return "" if long else self.words(article_id, span)

    @cached_property
    def core_events(self) -> tuple[Event, ...]:
        """What happened on a known day and is the story itself, in order of time."""
        return tuple(
            event
            for event in self.digest.events
            if event.precision == "day" and event.date and not event.background and not event.planned
        )


def _is_one(outlet: str, origin: str) -> bool:
    """Return whether two names are of one house: "Associated Press" and "AP", "Bell" and "Bell / Harbour Bell"."""
    short, long = sorted((as_seen(shortened(outlet)), as_seen(shortened(origin))), key=len)
    return long == short or long.startswith(f"{short} ")


def _own_words(found: AnnotatedArticle) -> int:
    words = (word for word in found.words if word.tag in ("PRP", "PRP$") and not word.quoted)
    return sum(found.article.text[word.start : word.end].lower() in OWN for word in words)


def _line(mark: Mark) -> int:
    number = mark.where.rpartition(":")[2]
    return int(number) if number.isdigit() else 0


def _short_name(person: Person) -> str:
    if person.kind == "organisation":
        return person.name
    words = person.name.split()
    parts = [name for name in person.names if set(name.split()) < set(words)]
    # Where an article has both alone, "Steven" as his mother says and "Okoro", the surname is what news write.
    first = words[:1]
    return min(parts, key=lambda name: (len(name.split()), name.split() == first, len(name), name), default=person.name)
