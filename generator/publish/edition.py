"""The digest as the pages tell it: `Lookups`, and what is said of a statement, a person, an event.

Made once, passed to every page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.collate.timeline.mentions.grammar import Grammar
from generator.days import in_words
from generator.ids import normalised
from generator.publish import folds, permalinks
from generator.publish.lookups import MOST_PICTURES, MOST_SHARED, PICTURES_AN_ARTICLE
from generator.publish.markup import web_address
from generator.publish.retold import Reported
from generator.publish.story import headline_of
from generator.publish.strength import as_likely
from generator.records import (
    Agreement,
    ArticleId,
    Event,
    Evidence,
    FactValue,
    Person,
    PersonId,
    Reading,
    Span,
    Statement,
)

KIND_NAMES = {
    "direct": "direct quote",
    "fragment": "quoted words",
    "indirect": "reported speech",
    "term": "words in quotation marks",
}

MATTERS = {
    "age": "Age",
    "amount": "Sum",
    "count": "Number",
    "date": "Day",
    "duration": "Length",
    "extent": "How much",
    "form": "Said in",
    "happening": "Told",
    "hearer": "Told to",
    "kind": "Who",
    "magnitude": "Magnitude",
    "name": "Name",
    "negation in a quotation": "Words",
    "number in a quotation": "Words",
    "outcome": "Outcome",
    "party": "Party",
    "percentage": "Share",
    "place": "Place",
    "quotation": "Words",
    "role": "Office",
    "score": "Result",
    "speaker": "Speaker",
    "state": "State",
    "wording of a quotation": "Words",
    "words": "Words",
}
"""What is compared, in a word that stands before the name of the row."""
_TENSED = re.compile(r"\b(?:would|will|could|should|is|are|was|were|has|had|have|said|says)\b")
_TIED = re.compile(r"\b(?:who|whose|whom|which|that|where)\b")
AROUND = 14  # words of a sentence shown on either side of a value; a longer value is a clause and stands by itself
MOST_NAMED = 12  # copies of a story that one line names: a thousand that name all the others are a page of 16 MB


@dataclass(frozen=True)
class Edition(Reported):
    """A digest with all that its pages need."""

    @cached_property
    def head(self) -> tuple[str, ArticleId | None, Reading | None]:
        """The headline of the home page, the article that it is of, and the sentence beneath it."""
        return headline_of(self)

    def grammar(self, identity: ArticleId) -> Grammar:
        """Return the grammar of an article."""
        if identity not in self._grammars:
            self._grammars[identity] = Grammar(self.articles[identity].words)
        return self._grammars[identity]

    @cached_property
    def _grammars(self) -> dict[ArticleId, Grammar]:
        """The grammars asked for so far."""
        return {}

    def kinds(self, statement: Statement) -> tuple[str, ...]:
        """Return the kinds of a statement's quotes, each once, in order."""
        return tuple(
            dict.fromkeys(self.quotes[r.quote_id].kind for r in statement.readings if r.quote_id in self.quotes)
        )

    def kind_name(self, statement: Statement) -> str:
        """Return the kind of a statement of one reading in words."""
        return ", ".join(KIND_NAMES[kind] for kind in self.kinds(statement))

    def joined_because(self, statement: Statement) -> str:
        """Return why readings are one statement, in words that the speakers shown above them do not contradict.

        A reason is that of two of the readings, before the one lent its speaker to the other.
        """
        alone = len(statement.speakers) == 1
        reasons = [reason for reason in statement.why.split("; ") if reason not in statement.flags]
        told = [reason.replace("reworded", "the same in other words") for reason in reasons]
        if alone:
            told = [reason.removesuffix(", speakers differ").removesuffix(", one speaker not known") for reason in told]
        return "; ".join(dict.fromkeys(told))

    def said_on(self, statement: Statement) -> tuple[str, ...]:
        """Return the publication days of the articles that carry a statement."""
        return tuple(sorted({self.days[article].value or "" for article in statement.articles} - {""}))

    def picture(self, kind: str, name: str) -> str:
        """Return the address of the preview picture of a short address: its own, or that of the site."""
        return permalinks.card(kind, name) if name in self.pictured[kind] else permalinks.SITE_CARD

    @cached_property
    def pictured(self) -> Mapping[str, Mapping[str, None]]:
        """By kind, the short addresses that have a picture of their own: the most carried, where there are many."""
        share = PICTURES_AN_ARTICLE * len(self.articles)
        most, shared = min(MOST_PICTURES, share), min(MOST_SHARED, share)
        return {
            "q": dict.fromkeys(list(self.worded)[:shared]),
            "s": dict.fromkeys(statement.id for statement in self.compared[:most]),
            "e": dict.fromkeys(event.id for event in self.digest.events[:most]),
            "a": dict.fromkeys(list(self.articles)[:shared]),
            "p": dict.fromkeys(person.id for person in self.digest.people[:most]),
        }

    def who(self, statement: Statement, most: int | None = None) -> str:
        """Return the short names of a statement's speakers; of many more than `most` the first, and how many others."""
        known = [who for who in statement.speakers if who in self.label]
        names = [as_likely(self.label[who], self.is_likely(statement, who)) for who in known]
        leading = names if most is None else folds.shown(names, most)
        others = len(names) - len(leading)
        more = [f"{others} other{'s' if others > 1 else ''}"] if others else []
        return " or ".join([*leading, *more]) or "Not known"

    def wordings(self, readings: Iterable[Reading]) -> int:
        """Return how many different wordings the readings have, typography aside.

        What one article prints in several pieces is one wording, and what it repeats of its words is none of its own;
        where no other article has the statement, its readings are counted.
        """
        printed: defaultdict[ArticleId, set[str]] = defaultdict(set)
        for reading in readings:
            printed[reading.article_id].add(f" {normalised(self.words(reading.article_id, reading.span))} ")
        pieces = {
            frozenset(one for one in own if not any(one != other and one in other for other in own))
            for own in printed.values()
        }
        return len(pieces) if len(pieces) > 1 else max(map(len, pieces), default=0)

    def closed(self, words: str) -> str:
        """Return the words of a statement without the comma that led on to "he said"."""
        return words.rstrip(" ,;")

    def printed_on(self, statement: Statement) -> str:
        """Return the days of the articles that carry a statement, in words: "18 June 2023", "18–20 June 2023"."""
        known = self.said_on(statement)
        return in_words(known[0], known[-1]) if known else ""

    def reading_in(self, statement: Statement, article_id: ArticleId) -> Reading:
        """Return an article's first reading of a statement that it carries."""
        return next(reading for reading in statement.readings if reading.article_id == article_id)

    def carry_whole(self, statement: Statement) -> tuple[ArticleId, ...]:
        """Return the articles that have all the words of a statement, typography aside, and not a part of them."""
        shown = f" {normalised(statement.text)} "
        whole = {
            r.article_id for r in statement.readings if shown in f" {normalised(self.words(r.article_id, r.span))} "
        }
        return tuple(article_id for article_id in statement.articles if article_id in whole)

    def fullest(self, statement: Statement) -> Reading:
        """Return the reading whose words are the statement's."""
        same = (r for r in statement.readings if self.words(r.article_id, r.span) == statement.text)
        return next(same, statement.readings[0])

    def citation(self, statement: Statement, reading: Reading) -> str:
        """Return who said it, where and when: "Ann Okoro, in BBC, 19 June 2023"."""
        speaker = self.speaker_name(self.quotes.get(reading.quote_id))
        day = self.days[reading.article_id]
        when = f", {in_words(day.value)}" if day.value else ""
        return f"{speaker}, in {self.outlet(reading.article_id)}{when}"

    def original(self, reading: Reading) -> str | None:
        """Return the link to a reading's words on the publisher's page; None when no usable address is known."""
        stated = self.articles[reading.article_id].article.metadata.url
        url = web_address(stated.value) if stated else None
        return permalinks.in_original(url, self.words(reading.article_id, reading.span)) if url else None

    def role(self, person_id: PersonId) -> str:
        """Return the wording of a person's role that most articles use, of equals the fullest; "" for none."""
        return self._roles[person_id]

    @cached_property
    def _roles(self) -> dict[PersonId, str]:
        return {person.id: _role_of(person) for person in self.digest.people}

    @cached_property
    def _carried(self) -> dict[PersonId, Counter[ArticleId]]:
        found: defaultdict[PersonId, Counter[ArticleId]] = defaultdict(Counter)
        for quote in self.quotes.values():
            if quote.speaker is not None and quote.kind != "term":
                found[quote.speaker][quote.article_id] += 1
        return found

    def carried(self, person_id: PersonId) -> Counter[ArticleId]:
        """Return how many quotes of a person each article has; articles without one are left out."""
        return self._carried.get(person_id, Counter())

    def quoted_in(self, article_id: ArticleId) -> int:
        """Return how many quotes an article has, terms left out."""
        return sum(quote.kind != "term" for quote in self.articles[article_id].quotes)

    def quoted_in_all(self) -> int:
        """Return how many quotes the articles have together, terms left out: what every page counts."""
        return sum(self.quoted_in(article_id) for article_id in self.articles)

    def evidence(self, event: Event) -> tuple[Evidence, ...]:
        """Return the first evidence of each article that surely reports an event."""
        return _first_of_each(event.tellers)

    def perhaps(self, event: Event) -> tuple[Evidence, ...]:
        """Return the first evidence of each article that may report an event, and none that surely does."""
        carriers = self.carriers(event)
        return tuple(part for part in _first_of_each(event.evidence) if part.article_id not in carriers)

    def carriers(self, event: Event) -> tuple[ArticleId, ...]:
        """Return the articles that report an event."""
        return tuple(evidence.article_id for evidence in self.evidence(event))

    def wordings_of(self, agreement: Agreement) -> list[tuple[str, list[FactValue]]]:
        """Return each wording of a compared value with the articles that use it; by day where a count goes on."""
        told_on = self.told_on(agreement)
        found: dict[tuple[str, str], list[FactValue]] = {}
        for value in sorted(agreement.values, key=lambda value: told_on.get(value.article_id, "")):
            key = (told_on.get(value.article_id, ""), self.words(value.article_id, value.span))
            found.setdefault(key, []).append(value)
        return [(words, values) for (_, words), values in found.items()]

    def told_on(self, agreement: Agreement) -> dict[ArticleId, str]:
        """Return the day on which each article told a count that goes on, ISO 8601; none where one day tells nothing.

        Of the dead, the missing and the votes counted a later figure is no contradiction of an earlier one.
        """
        if (agreement.kind, agreement.verdict, agreement.contrast) != ("count", "differ", "wording"):
            return {}
        days = {value.article_id: self.days[value.article_id].value or "" for value in agreement.values}
        return days if len({*days.values()} - {""}) > 1 else {}

    def matter(self, agreement: Agreement) -> str:
        """Return in a word what is compared."""
        return MATTERS.get(agreement.kind, "")

    def in_sentence(self, value: FactValue) -> tuple[str, str, str]:
        """Return a compared value with the words around it in its sentence; by itself where the text is not shown."""
        words = self.words(value.article_id, value.span)
        sentence = self.sentence_at(value.article_id, value.span.start)
        if self.settings.publish != "full" or sentence is None or len(words.split()) > AROUND:
            return "", words, ""
        lead = self.words(value.article_id, Span(sentence.span.start, value.span.start))
        rest = self.words(value.article_id, Span(value.span.end, max(value.span.end, sentence.span.end)))
        return _last_words(lead), words, _first_words(rest)

    def group_note(self, article_id: ArticleId) -> str:
        """Return with which other articles an article shares copy, in words."""
        group = self.text_group.get(article_id)
        copies = self.digest.text_groups[group] if group is not None else ()
        others = [self.siglum(a) for a in copies if a != article_id and a in self.articles]
        if not others:
            return "an independent text"
        more = f" and {len(others) - MOST_NAMED:,} more" if len(others) > MOST_NAMED else ""
        return f"shares copy with {', '.join(others[:MOST_NAMED])}{more}"

    def cut(self, text: str, words: int) -> str:
        """Return the first words of a text, with an ellipsis when there are more."""
        parts = text.split()
        return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _first_of_each(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    first: dict[ArticleId, Evidence] = {}
    for part in evidence:
        first.setdefault(part.article_id, part)
    return tuple(first.values())


def _role_of(person: Person) -> str:
    used = dict.fromkeys((role.article_id, role.text) for role in person.roles)
    counted = Counter(text for _, text in used if not _is_clause(text))
    return min(counted, key=lambda text: (-counted[text], -len(text), text)) if counted else ""


def _is_clause(role: str) -> bool:
    """Return whether a role has a verb that no "who" ties to it, and so is half of a sentence of somebody else."""
    verb = _TENSED.search(role)
    return verb is not None and _TIED.search(role, 0, verb.start()) is None


def _last_words(text: str) -> str:
    parts = text.split()
    return ("… " if len(parts) > AROUND else "") + " ".join(parts[-AROUND:]) + (" " if text[-1:].isspace() else "")


def _first_words(text: str) -> str:
    parts = text.split()
    return (" " if text[:1].isspace() else "") + " ".join(parts[:AROUND]) + (" …" if len(parts) > AROUND else "")
