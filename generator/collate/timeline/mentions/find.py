"""Find the event mentions of an article: each clause's event words with the people and the mood they are told in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.collate.timeline.lexicon import (
    Form,
    families,
    forms_of,
    is_finite,
    is_function_word,
    named,
    phrase_family,
)
from generator.collate.timeline.mentions import modality
from generator.collate.timeline.mentions.clauses import Clause, clauses_of
from generator.collate.timeline.mentions.event_mention import MEETING, EventMention
from generator.collate.timeline.mentions.times import with_times
from generator.records import AnnotatedArticle, Mention, PersonId, Quote, Sentence, Span

# No sentence of prose is longer; what is (a list, a table, a line of megabytes) tells no happening that could be shown.
MOST_WORDS = 300
STAMP_WORDS = 3  # telling words in "First published ... EDT", the date not counted
NEAR_PEOPLE = 9  # words at which a person still belongs to an event word of its clause
NEAR_NUMBERS = 6  # telling words at which a number still belongs to it
NESTED = 3  # quotations that can stand within each other
TOLD_WITHIN = 3  # words: "told Foreign Minister Okoro"


@dataclass(frozen=True, slots=True)
class _View:
    """One sentence and its words."""

    found: AnnotatedArticle
    index: int
    sentence: Sentence
    words: tuple[Form, ...]
    telling: tuple[int, ...]
    """Indices of the words that are no function words."""
    names: Mapping[str, PersonId]
    """Full names of the folder's persons."""

    def span(self, first: int, last: int) -> Span:
        """Return the words [first, last] as a span of the article's text."""
        base = self.sentence.span.start
        return Span(base + self.words[first].start, base + self.words[last].end)

    def first_person(self, near: Span) -> frozenset[PersonId]:
        """Return the first person named in `near`, mostly its subject; empty when nobody is."""
        return frozenset([m.person for m in self.persons(near) if m.person is not None][:1])

    def persons(self, near: Span) -> list[Mention]:
        """Return the mentions of known persons that lie in `near`."""
        found = (_as_person(mention, self.names) for mention in _within(self.found.mentions, near))
        return [mention for mention in found if mention is not None]


def event_mentions_of(
    found: AnnotatedArticle, names: Mapping[str, PersonId] = MappingProxyType({})
) -> list[EventMention]:
    """Return the event mentions of an article in the order of its text. `names`: full names of known persons."""
    found_here: list[EventMention] = []
    for index, sentence in enumerate(found.sentences):
        view = _view(found, index, sentence, names)
        if len(view.words) <= MOST_WORDS and not _is_stamp(view):
            found_here += with_times(found, sentence, list(_in_sentence(view)))
    return found_here


def _is_stamp(view: _View) -> bool:
    """Return whether the sentence only says when the page was made: "Updated: 5 May 2010, 1:41 PM"."""
    if not view.words or view.words[0].text.lower() not in named("stamps"):
        return False
    return sum(not view.words[i].number for i in view.telling) <= STAMP_WORDS


def _view(found: AnnotatedArticle, index: int, sentence: Sentence, names: Mapping[str, PersonId]) -> _View:
    words = forms_of(sentence.span.of(found.article.text))
    telling = tuple(i for i, word in enumerate(words) if not is_function_word(word))
    return _View(found, index, sentence, words, telling, names)


def _in_sentence(view: _View) -> Iterator[EventMention]:
    text = view.sentence.span.of(view.found.article.text)
    for clause in clauses_of(view.words, text):
        for at in range(clause.first, clause.last):
            if names := _families(view, at):
                yield from _event_mentions(view, clause, at, names)


def _families(view: _View, at: int) -> tuple[str, ...]:
    """Return the families of the event word at an index; () when it is none."""
    word = view.words[at]
    if _tells_somebody(view, at):
        return (MEETING,)
    names = phrase_family(view.words, at) or (() if _is_modifier(view, at) else families(word.stem))
    verb = (is_finite(word) and not _is_adjective(view, at)) or _follows_modal(view, at)
    if not names and verb and not is_function_word(word):
        names = ("=" + word.stem,)
    return () if word.capital and word.start > 0 and not _is_headline(view.words) else names


def _is_modifier(view: _View, at: int) -> bool:
    """Return whether the word only describes the noun behind it: "bomb squad", "strike fund", "rescue teams"."""
    words = view.words
    if at + 1 >= len(words) or is_finite(words[at]) or words[at].text.lower().endswith(("ed", "ing")):
        return False
    behind = words[at + 1]
    text = view.sentence.span.of(view.found.article.text)
    return (
        text[words[at].end : behind.start] == " "
        and not (behind.capital or behind.number or is_function_word(behind) or is_finite(behind))
        and not behind.text.endswith(("ly", "ing"))
        and not families(behind.stem)
    )


def _is_adjective(view: _View, at: int) -> bool:
    """Return whether a form in -ed only describes a noun: "an alleged plot", "the strained relationship"."""
    return at > 0 and view.words[at - 1].text.lower() in (named("definite") | named("indefinite")) - {"that", "this"}


def _follows_modal(view: _View, at: int) -> bool:
    """Return whether the word is a verb's base form behind its auxiliary: "will cross"."""
    return at > 0 and not view.words[at].capital and view.words[at - 1].text in named("modals")


def _is_headline(words: Sequence[Form]) -> bool:
    """Return whether every word has a capital, so that a capital says nothing: else "Rescue" is part of a name."""
    return all(word.capital or is_function_word(word) or word.number for word in words)


def _tells_somebody(view: _View, at: int) -> bool:
    """Return whether a person "told" another one, as people do who meet; telling an outlet is an interview."""
    if view.words[at].stem != "tell" or at + 1 >= len(view.words):
        return False
    near = view.span(at + 1, min(at + TOLD_WITHIN, len(view.words) - 1))
    clause_end = view.span(at + 1, len(view.words) - 1).end
    return any(near.overlaps(mention.span) for mention in view.persons(Span(near.start, clause_end)))


def _event_mentions(view: _View, clause: Clause, at: int, names: tuple[str, ...]) -> Iterator[EventMention]:
    """Return the unit of an event word; one a person for "talks with Ito and Roy", which are two happenings."""
    # A verb has its subject anywhere before it ("Ito, owner of a mill in ..., met with"), "talks with" its partners
    # anywhere behind it; else only near names count.
    first = clause.first if is_finite(view.words[at]) else max(clause.first, at - NEAR_PEOPLE)
    before = view.persons(view.span(first, at))
    after = view.persons(view.span(at, min(clause.last - 1, at + NEAR_PEOPLE)))
    partners = _partners(view, clause, at, names)
    if not partners:
        yield _event_mention(view, clause, at, names, [*before, *after])
    for partner in partners:
        others = [other for other in partners if other is not partner]
        yield _event_mention(view, clause, at, names, [partner], others, partner.name)


def _partners(view: _View, clause: Clause, at: int, names: tuple[str, ...]) -> list[Mention]:
    words = view.words
    plural = words[at].text.lower().endswith("s")
    if MEETING not in names or not plural or at + 1 >= clause.last or words[at + 1].text.lower() != "with":
        return []
    partners = view.persons(view.span(at + 1, clause.last - 1))
    return partners if len({mention.person for mention in partners}) > 1 else []


def _event_mention(
    view: _View,
    clause: Clause,
    at: int,
    names: tuple[str, ...],
    people: Sequence[Mention],
    others: Sequence[Mention] = (),
    partner: str = "",
) -> EventMention:
    words, found = view.words, view.found
    trigger = view.span(at, at)
    content = _content(view, at, others)
    mood = modality.mood(words, clause, at)
    lower = tuple(word.text.lower() for word in words)
    return EventMention(
        found.article.id,
        view.index,
        view.span(clause.first, clause.last - 1),
        trigger,
        names,
        content,
        numbers=frozenset(stem for stem, distance in content if stem[0].isdigit() and distance <= NEAR_NUMBERS),
        people=frozenset(mention.person for mention in people if mention.person is not None),
        partners=frozenset(m.person for m in people if m.person is not None and m.span.start > trigger.start),
        likely=_likely(view, clause, at),
        mood=mood,
        quoted=_is_quoted(found.quotes, trigger),
        opener=clause.opener,
        partner=partner,
        plural=words[at].text.lower().endswith("ings") and not partner,
        finite=is_finite(words[at]),
        anaphoric=modality.is_anaphoric(words, at),
        words=lower[clause.first : clause.last],
        place=at - clause.first,
        next_words=lower[clause.last : clause.last + 4],
    )


def _likely(view: _View, clause: Clause, at: int) -> frozenset[PersonId]:
    """Return whom the event word's clause leaves to be understood, when that can be told.

    A leading clause without a subject ("After a night of rain, Ito said") has that of its main clause; a pronoun
    means the subject of its sentence so far, or of the last sentence.
    """
    leading = clause.first == 0 and clause.opener and clause.last < len(view.words)
    if leading and view.words[clause.last].text.lower() not in named("subjects"):
        return view.first_person(view.span(clause.last, len(view.words) - 1))
    before = {word.text.lower() for word in view.words[max(clause.first, at - NEAR_PEOPLE) : at]}
    if not named("personal") & before:
        return frozenset()
    sentences, index = view.found.sentences, view.index
    here = view.first_person(view.span(0, at))
    if here or not index or sentences[index - 1].paragraph < sentences[index].paragraph - 1:
        return here
    return view.first_person(sentences[index - 1].span)


def _content(view: _View, at: int, others: Sequence[Mention]) -> tuple[tuple[str, int], ...]:
    """Return the stems of the telling words with their distance to the event word, without other partners' names."""
    place = bisect_left(view.telling, at)
    return tuple(
        (view.words[i].stem, abs(number - place))
        for number, i in enumerate(view.telling)
        if not any(other.span.covers(view.span(i, i)) for other in others)
    )


def _as_person(mention: Mention, names: Mapping[str, PersonId]) -> Mention | None:
    """Return the mention of a person, also where the name ends a longer one ("Central Bank Governor Mia Brandt")."""
    if mention.kind == "person":
        return mention if mention.person is not None else None
    words = mention.name.split()
    for count in (2, 3):
        name = " ".join(words[-count:])
        if len(words) > count and name in names:
            span = Span(mention.span.end - len(name), mention.span.end)
            return Mention(span, name, "person", person=names[name])
    return None


def _is_quoted(quotes: Sequence[Quote], place: Span) -> bool:
    """Return whether the place lies within somebody's words; a quotation may stand within another."""
    last = bisect_right(quotes, place.start, key=lambda quote: quote.content.start)
    around = quotes[max(0, last - NESTED) : last]
    return any(quote.inner.covers(place) and quote.kind in ("direct", "fragment") for quote in around)


def _within(mentions: Sequence[Mention], near: Span) -> Iterable[Mention]:
    first = bisect_left(mentions, near.start, key=lambda mention: mention.span.start)
    last = bisect_right(mentions, near.end, key=lambda mention: mention.span.start)
    return (mention for mention in mentions[first:last] if near.covers(mention.span))
