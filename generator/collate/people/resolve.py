"""Whom each mention and each source of a quote means, as its article tells it; one list of people for all of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from generator.annotate.confidence import NAMED
from generator.annotate.cues import base_form, cue_kind
from generator.annotate.main_verbs import FINITE
from generator.annotate.people import REPORTS, forename_gender, is_outlet, surname, told_gender
from generator.annotate.sources import mentions_in, names_several
from generator.annotate.titles import is_person_noun
from generator.collate.people.bodies_again import LOOSE
from generator.collate.people.descriptions import has_no_name, meant_by
from generator.collate.people.evidence import modifiers_of, settle_names
from generator.collate.people.place import LIKELY, LOOK_BACK, NOBODY, DescribedPlace, Meant
from generator.collate.people.pronouns import (
    CONTESTED,
    NAMELESS,
    NEARBY,
    POSSESSOR,
    SUBJECT,
    Referent,
    antecedent,
)
from generator.collate.people.registry import Registry, person_id
from generator.collate.words.tokens import RAREST, weight_of
from generator.records import (
    AnnotatedArticle,
    Decision,
    Gender,
    Mention,
    ParsedWord,
    Person,
    PersonId,
    Quote,
    Report,
    Span,
    Standing,
)
from generator.wordlists import words as word_list

PRONOUN_RIGHT = 0.98  # of 180 pronouns in PolNeAR's sample that CoreNLP names too, read by eye where the two differ
# "Lind repeated Okoro's claim that “...”. He added": who brings it up goes on, and not whose claim it is.
_OF_ANOTHER = frozenset({"owned_words", "attributing_words"})
_GOES_ON_FROM = frozenset({"paragraph_goes_on", "running_quote", "subject_before", "clause_before_in_paragraph"})
GOING_ON = frozenset({"add", "continue", "go on", "conclude"})
Said = TypeVar("Said", Quote, Report)
_OF_THEM = re.compile(
    r"\sof\s(?:the|those|these|them|his|her|their)(?:\s[a-z-]+){0,2}(?=,\s[A-Z])"
)  # "one of the women, Ann Lind"
# "a keeper who goes by the name of Lind" has one.
_BY_NAME = re.compile(
    r",?\swho\s(?:goes|went)\sby(?:\sthe\s(?:name|pseudonym|nickname))?(?:\sof)?(?=\s[A-Z])"
    r"|,?\s(?:(?:later|only)\s)?(?:identified|named|known)(?:\sonly)?\s(?:as|by)(?=\s[A-Z])"
)
_OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_IN_LAW = re.compile(r"(?:-[a-z]+)+")  # "her sister-in-law", of which the parser makes three words
_OF_WHAT = re.compile(r"\s(?:of|for|at)\s(?:the\s)?[A-Z][\w.’'-]*(?:\s(?:(?:and|for|of)\s)?[A-Z][\w.’'-]*){0,6}")
_MATTER = re.compile(r"(?:^|[.!?\n\"”]\s?)(?:Of|About|On|As for|Regarding|Asked about)\s(?:[A-Z][\w.]*\s){0,3}$")
# "Asked about the order of Chairman Karl Dahl, " before "he said".
_ASKED = re.compile(r"(?:When |While |But when )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b[^.!?;“”\"]{2,300},\s")
_NAME_ALONE = re.compile(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3},\s")
_SOMEONE = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[a-z][\w-]*\s){0,3}[a-z][\w-]+")
SOMEONE_BEFORE = 24  # code points of "an unidentified", where the parser left them out
_HEADS = frozenset({"head", "leader", "chief", "commander", "director", "member"})  # "the head of the Reed Front"
MATTER_BEFORE = 40  # code points of "Asked about", a title and the stop before
NAME_BEHIND = 2  # code points from a description to the name that it belongs to: a comma and a space
ASKED_WORDS = 6  # "And what of Mayor Karl Lind?"
IDLE = 2  # the rank of who does nothing
MAX_DEPTH = 4  # "his old teacher's mother"
FAR = 60  # code points that a body's name begins at most before its last word
ASKING = frozenset({"ask", "press", "question", "quiz", "interview", "challenge"})
NEAR_SPANS = 4  # names and quotations that can begin beside a word and reach over it
# "Okoro's plan, he said, was": "he said" between commas; what stands behind is looked at apart.
_SET_IN = re.compile(r"(?:he|she)\s(?:[a-z]+\s){0,2}(?P<cue>[a-z]+),\s[“\"]?")
_SELF = re.compile(r"\s(?P<self>herself|himself)\b")
_SELVES = {"herself": "f", "himself": "m"}
_OF_ONESELF = re.compile(r"(?:that\s)?(?P<who>he|she)\b")
_GENDERS = {"he": "m", "she": "f"}
_POLICE = re.compile(r"(?:the\s|local\s)?police(?:\sofficers|\sofficials)?", re.I)
# What a body says of itself: "said it would", "said its mills", but not "said it is" or "said it was time".
_OF_ITSELF = re.compile(
    r"(?:that\s)?(?:its\s|it\s(?:will|would|had|has|does|did|plans|expects|intends|hopes)\s(?!be\b|been\b|take\b))"
)
_UNNAMED = ("nominal", "organisation")  # "the keeper of the Dyke Board" is told by a body's name
# "Gull insisted on Monday that she": a body is told of as "it".
_OF_HERSELF = re.compile(r"\s(?P<cue>[a-z]+)(?:\s[\w’'-]+){0,3}\s(?:that\s)?(?:he|she)\b")
_THE_ONE = re.compile(r"[Tt]he\s(?P<noun>[a-z]+)")
IN_QUESTION = "who is named in a question may ask it, answer it or neither"
MANY_HOLD = "somebody of another office acts before"
PASSED_OVER = "the clause names whoever is nearest"
NAMES_BACK = 400  # names that are looked through for others of one surname; so many has a long article
_UNLESS = frozenset({"before", "until", "unless", "if"})
CLAUSE_REACH = 60  # words from "he" to the end of what he does
CLAUSE_NAMES = 12  # names in them
CLAUSE_DEPTH = 12  # words from a name up to the verb of "he"
NEAR = 40  # referents that a pronoun looks back at most, so that the cost stays linear in the text


def resolve_people(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[Person, ...], list[AnnotatedArticle]]:
    """Return the people, and the articles with `Mention.person` and the speaker that each article itself names."""
    articles = settle_names(articles)
    registry = Registry(articles)
    resolved = [_resolve(found, registry) for found in articles]
    return registry.people(resolved), resolved


def _resolve(found: AnnotatedArticle, registry: Registry) -> AnnotatedArticle:
    who = registry.of_article(found.article.id)
    mentions = tuple(replace(mention, person=person) for mention, person in zip(found.mentions, who, strict=True))
    sources = _Sources(found, registry, mentions)
    quotes = tuple(sources.named(index) for index in range(len(found.quotes)))
    return replace(found, mentions=mentions, quotes=quotes, reports=tuple(sources.reported()))


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """Somebody who acts under an office alone, and the article does not tell which of those who have it."""

    start: int
    sentence: int
    offices: frozenset[str]
    gender: str


class _Sources:
    """One article while the sources of its quotes are resolved, in the order of the text."""

    def __init__(self, found: AnnotatedArticle, registry: Registry, mentions: Sequence[Mention]) -> None:
        self.found, self.registry, self.mentions = found, registry, mentions
        self.sentences = [sentence.span.start for sentence in found.sentences]
        self.paragraphs = [span.start for span in found.article.paragraphs]
        self.told = _told(found)
        self.of_reporter = _of_reporter(found)
        self.by_source: dict[Span, Meant] = {}
        self.modifiers, self.inner = modifiers_of(found), _inner_subjects(found)
        self.asides, self.makers, self.askers = _subjects_ahead(found), _makers(found), _askers(found)
        self.joined = _joined(found.article.text, mentions)
        self.said = {quote.source_mention for quote in found.quotes} | {
            report.source_mention for report in found.reports
        }
        """The mentions by which somebody is named as a source."""
        self.referents = [
            Referent(
                mention.person,
                mention.span.start,
                self._sentence(mention.span.start),
                self.told[mention.standing.paragraph],
                self._rank(mention),
                inner=mention.span.end in self.inner,
                aside=mention.span.end in self.asides,
            )
            for mention in mentions
            if not mention.standing.quoted and mention.kind == "person" and mention.person is not None
            if mention.standing.reporting or mention.person in registry.solid
            if not (self._is_asked_about(mention.span) or self._only_tells_which(mention))
        ]
        asking = {mention.span.start for mention in mentions if mention.span.end in self.askers}
        self.asking = [known for known in self.referents if known.start in asking]
        """Whoever is only named as the one by whom somebody was asked."""
        self.reported_of: dict[int, tuple[Gender, set[PersonId | None]]] = {}
        """Sentence to whom a "he" of it speaks of, who is nobody known: he is none of them, nor is a "he" behind."""
        self.open_offices: list[OpenOffice] = []
        """Who acts by an office that several have, or nobody is known to have: "The president rose"."""
        self.referents += [*self._unnamed(), *self._unnamed_sources(), *self._unknown()]
        self.speech = {
            quote.source.start: quote.content.start
            for quote in reversed(found.quotes)
            if quote.source is not None and quote.content.start < quote.source.start
        }
        """Where the words begin that a source behind them reports."""
        for report in found.reports:
            if report.source is not None and report.content[-1].end <= report.source.start:
                self.speech.setdefault(report.source.start, report.content[0].start)
        self.told_of_himself: set[int] = set()
        """The quotes that another one than their source said."""
        self._follow_pronouns()

    def _rank(self, mention: Mention) -> int:
        """Return how near a name is to be meant by a pronoun; in brackets nobody acts but for those about them.

        Nor does whoever only tells by whom a thing was done: "the papers shown by Okoro", "asked by Okoro if".
        """
        low = self.sentences[self._sentence(mention.span.start) - 1]
        before = self.found.article.text[low : mention.span.start]
        by_whom = mention.span.end in self.makers or mention.span.end in self.askers
        apart = IDLE if before.count("(") > before.count(")") or by_whom else 0
        return max(_rank(mention.standing), mention.span.end in self.asides, apart)

    def _is_asked_about(self, name: Span) -> bool:
        """Return whether a name is all that a question of the reporter has: "Mayor Lind?"."""
        sentence = self.found.sentences[self._sentence(name.start) - 1].span
        words = sentence.of(self.found.article.text)
        return words.endswith("?") and len(words.split()) <= ASKED_WORDS

    def _only_tells_which(self, mention: Mention) -> bool:
        """Return whether a name stands before another noun, so that nobody is told of: "the Lind administration"."""
        if mention.standing.acts or mention.span.start == self.sentences[self._sentence(mention.span.start) - 1]:
            return False  # the parser takes "Zoé slept" for a noun
        return mention.span.end in self.modifiers

    def _unnamed(self) -> list[Referent]:
        """Return who is told of by a noun and not by a name where he or she acts: "a guard", "his mother"."""
        found, words = self.found, self.found.words
        roles = [mention.role for mention in self.mentions if mention.role is not None]
        taken = sorted(
            [*(mention.span for mention in self.mentions), *roles, *(quote.content for quote in found.quotes)]
        )
        starts = [span.start for span in taken]
        known = []
        quoting = _heads_of_reporting_clauses(found)
        for index, word in enumerate(words):
            if (word.dep != "nsubj" and index not in quoting) or word.quoted or not _is_somebody(word):
                continue
            verb = words[quoting.get(index, word.head)]
            reports = cue_kind(found.article.text[verb.start : verb.end]) == "speech"
            if verb.dep not in ("ROOT", "ccomp") and not reports:
                continue  # "as a guard slept, he": whoever only stands by is not meant
            joined = _IN_LAW.match(found.article.text, word.end)
            end = joined.end() if joined is not None else word.end
            behind = _OF_WHAT.match(found.article.text, end)
            them = _OF_THEM.match(found.article.text, end)
            span = Span(_phrase_start(words, index), behind.end() if behind is not None else end)
            called = them or _BY_NAME.match(found.article.text, end)
            at = bisect_right(starts, (called.end() if called is not None else end) + NAME_BEHIND)
            if any(near.end > word.start for near in taken[max(0, at - NEAR_SPANS) : at]):
                continue  # a name's own office, or somebody's words
            place = DescribedPlace(found.article.text, span, found.article.id, self.mentions, self.registry)
            meant = meant_by(place).person
            headed = behind is not None and reports and words[index].lemma in _HEADS
            number = self._sentence(span.start)
            if meant is None and not (headed or has_no_name(place)):
                self.open_offices.append(OpenOffice(span.start, number, place.offices, told_gender("", word.lemma)))
                plain = base_form(found.article.text[verb.start : verb.end]) in word_list("cues.txt", "plain")
                if not plain or self.registry.holders(place.offices):
                    continue  # "the director" may be somebody who is named before
            paragraph = self.told[found.sentences[number - 1].paragraph]
            gender = told_gender("", word.lemma)
            known.append(Referent(meant, span.start, number, paragraph, 0 if reports else 1, gender))
        return known

    def _unknown(self) -> Iterator[Referent]:
        """Yield who acts under a single name that the folder knows nobody by: "Ann slept. “We wait,” she said."."""
        for mention in self.mentions:
            standing = mention.standing
            alone = " " not in mention.name and (
                mention.person is None if mention.kind == "person" else self._may_be_somebody(mention)
            )
            if not alone or standing.quoted or standing.possessive or self._only_tells_which(mention):
                continue
            start, number = mention.span.start, self._sentence(mention.span.start)
            opens = self.sentences[number - 1] == start  # the parser takes "Zoé slept" for a noun
            rank, gender = min(_rank(standing), 1 if opens else 2), forename_gender(mention.name)
            yield Referent(None, start, number, self.told[standing.paragraph], rank, gender)

    def _may_be_somebody(self, mention: Mention) -> bool:
        """Return whether a name that nobody knows for a person's or a body's opens a sentence and acts in it."""
        start, text = mention.span.start, self.found.article.text
        if mention.kind == "organisation":
            told = _OF_HERSELF.match(text, mention.span.end)
            known = is_outlet(mention.name) or mention.name in word_list("organisations.txt", "bare")
            the = text[:start].endswith(("the ", "The "))
            return told is not None and cue_kind(told["cue"]) == "speech" and not (known or the)
        opens = self.sentences[self._sentence(start) - 1] == start
        common = weight_of(mention.name.lower()) < RAREST or mention.name.isupper()
        return mention.kind == "unknown" and opens and mention.standing.acts and not common

    def _unnamed_sources(self) -> Iterator[Referent]:
        """Yield who is quoted without a name, whatever the parser took the words for: "a masked guard"."""
        for quote in self.found.quotes:
            if quote.source is None or quote.source_kind != "nominal":
                continue
            low = max(0, quote.source.start - SOMEONE_BEFORE)
            told = _SOMEONE.finditer(self.found.article.text, low, quote.source.end)
            told = (match for match in told if match.end() > quote.source.start)
            known = [match for match in told if any(is_person_noun(word) for word in match[0].lower().split())]
            if known:
                start = known[-1].start()
                number = self._sentence(start)
                paragraph = self.told[self.found.sentences[number - 1].paragraph]
                yield Referent(None, start, number, paragraph, 0, told_gender("", known[-1][0]))

    def _follow_pronouns(self) -> None:
        """Resolve every "he" and "she" of the reporter in order: whoever is meant stays in the talk."""
        self.referents.sort(key=lambda known: known.start)
        named = self.referents
        self.referents, self.meant = [], dict[int, tuple[PersonId | None, str]]()
        at = 0
        for pronoun in self.found.pronouns:
            start = pronoun.span.start
            while at < len(named) and named[at].start < start:
                self.referents.append(named[at])
                at += 1
            person, doubt = self._antecedent(start, pronoun.gender, self.referents[-NEAR:])
            if person is not None and self._is_past_office(person, start, pronoun.gender):
                person, doubt = None, MANY_HOLD
            number = self._sentence(start)
            if person is not None and person in self._spoken_of(start, number, person, pronoun.gender):
                person, doubt = None, NAMELESS
            if person is None and (below := self._told_below(start)):
                self.reported_of.setdefault(number, (pronoun.gender, below))
            self.meant[start] = (person, doubt)
            paragraph = self.told[self.found.sentences[number - 1].paragraph]
            if person is not None or doubt in (NAMELESS, MANY_HOLD):
                inner = pronoun.span.end in self.inner
                self.referents.append(Referent(person, start, number, paragraph, 1, pronoun.gender, inner))
        self.referents += named[at:]

    def _spoken_of(self, start: int, number: int, person: PersonId, gender: Gender) -> set[PersonId | None]:
        """Return whom a "he" of nobody known speaks of in the last sentence, up to this one, that names a person.

        "He hinted that Lind could be asked. “It is hard,” he said": whoever he is, he is not Lind.
        """
        named = [each.sentence for each in self.referents if each.person == person and each.start < start]
        last = max(named, default=number)
        told, below = self.reported_of.get(last, ("", set()))
        return below if told == gender and last < number else set()

    def _is_past_office(self, person: PersonId, start: int, gender: Gender) -> bool:
        """Return whether an office acts between somebody idle and a pronoun after him, and others have it, not he.

        "The president rose beside Vice President Lind. He said": whoever is president said it.
        """
        known = [each for each in self.referents[-NEAR:] if each.person == person and each.start < start]
        number = self._sentence(start)
        for office in reversed(self.open_offices):
            if office.start >= start or not known or office.sentence < number - NEARBY:
                continue
            if office.sentence < known[-1].sentence or known[-1].rank <= SUBJECT:
                return False
            holders = self.registry.holders(office.offices)
            suiting = [each for each in holders if self.registry.gender(each) in (gender, "")]
            return office.gender in (gender, "") and bool(suiting) and person not in holders
        return False

    def _antecedent(self, start: int, gender: Gender, known: Sequence[Referent]) -> tuple[PersonId | None, str]:
        """Return whom a pronoun means of those named before it, or nobody and why."""
        number = self._sentence(start)
        paragraph = self.told[self.found.sentences[number - 1].paragraph]
        near = [
            each for each in known if not self._is_told_by(each.start, start) and not self._is_matter(each.start, start)
        ]
        # "Asked by Okoro if she had slept, Lind": whoever asks is not whom the sentence goes on to tell of.
        near = [each for each in near if each.sentence != number or each not in self.asking]
        if self._leads_up_by_asking(start):
            here = [each for each in near if each.sentence == number]
            if any(each.person is not None and each.rank != POSSESSOR for each in here):
                return None, IN_QUESTION  # "Asked about a letter from Chairman Karl Dahl, he said"
            near = [each for each in near if each.sentence != number]
        if self._is_set_in(start):
            near = [each for each in near if each.sentence != number]
        near = [each for each in near if each.person is not None or self._is_in_talk(each.sentence, number)]
        near = self._without_joined(near, number, gender)
        told_below = self._told_below(start)
        others = [each for each in near if each.person not in told_below]
        person, doubt = antecedent(start, number, paragraph, gender, others, self.registry.gender)
        if len(others) < len(near) and person is not None:
            nearest, _ = antecedent(start, number, paragraph, gender, near, self.registry.gender)
            if self._last_told(others, person) < self._last_told(near, nearest):
                return None, PASSED_OVER
        return person, doubt

    def _is_in_talk(self, sentence: int, number: int) -> bool:
        """Return whether somebody without a name is still told of; a long speech is no distance."""
        return self.of_reporter[number] - self.of_reporter[sentence] <= NEARBY

    def _without_joined(self, near: list[Referent], number: int, gender: Gender) -> list[Referent]:
        """Return whom "he" may mean without two who act together in its sentence, where it names another one alone.

        "Okoro and Prat drove to their talk with Lind, when he said": of the two it would tell "they".
        """
        here = [each for each in near if each.sentence == number and each.rank != POSSESSOR and each.person is not None]
        alone = [each for each in here if each.start not in self.joined]
        if len(here) - len(alone) < 2 or not any(
            self.registry.gender(each.person) in (gender, "") for each in alone if each.person is not None
        ):
            return near
        return [each for each in near if each.sentence != number or each.start not in self.joined]

    @staticmethod
    def _last_told(known: Sequence[Referent], person: PersonId | None) -> int:
        return max((each.sentence for each in known if each.person == person), default=0)

    def _leads_up_by_asking(self, pronoun: int) -> bool:
        """Return whether the words before "he" only tell what he was asked."""
        low = self.sentences[self._sentence(pronoun) - 1]
        return _ASKED.fullmatch(self.found.article.text, low, pronoun) is not None

    def _is_told_by(self, name: int, pronoun: int) -> bool:
        """Return whether a name stands in what "he" says: “The rest lay with” Okoro, he said."""
        return self.speech.get(pronoun, pronoun) < name < pronoun

    def _told_below(self, pronoun: int) -> set[PersonId | None]:
        """Return whom the clause of "he" names behind him, so that he is another one: Okoro in "he said Okoro left".

        A pronoun never means whom its own clause names below it (Principle C of binding theory): neither whom the verb
        is done to nor anybody in what it reports. What an "and" joins with a subject of its own is no part of it.
        """
        words = self.found.words
        at = bisect_left(words, pronoun, key=lambda word: word.start)
        if at == len(words) or words[at].start != pronoun or words[at].dep != "nsubj":
            return set()
        verb = words[at].head
        subjects = {word.head for word in words[at + 1 : at + CLAUSE_REACH] if word.dep in ("nsubj", "nsubjpass")}
        below = {
            word.end for word in words[at + 1 : at + CLAUSE_REACH] if _stands_below(words, word.head, verb, subjects)
        }
        first = bisect_left(self.mentions, pronoun, key=lambda mention: mention.span.start)
        return {
            mention.person
            for mention in self.mentions[first : first + CLAUSE_NAMES]
            if mention.span.end in below and mention.person is not None and not mention.standing.quoted
        }

    def _is_set_in(self, pronoun: int) -> bool:
        """Return whether "he said" parts a subject from its verb, so that both are his words."""
        text, words = self.found.article.text, self.found.words
        match = _SET_IN.match(text, pronoun)
        if match is None or cue_kind(match["cue"]) != "speech" or not text[:pronoun].endswith(", "):
            return False
        at = bisect_left(words, match.end(), key=lambda word: word.start)
        return at < len(words) and words[at].start == match.end() and words[at].tag in FINITE

    def _is_matter(self, name: int, pronoun: int) -> bool:
        """Return whether a name is only what "he" speaks of: "Of Okoro, he said"."""
        text = self.found.article.text
        told = _MATTER.search(text, max(0, name - MATTER_BEFORE), name)
        return told is not None and _NAME_ALONE.fullmatch(text, name, pronoun) is not None

    def _sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def named(self, index: int) -> Quote:
        """Return a quote with the speaker whom its source names, or why nobody is named."""
        quote = self.found.quotes[index]
        if quote.source is None:
            return quote
        named = _with_speaker(quote, self._speaker(quote, index, quote.source))
        if named.speaker is None or not self._is_told_of_himself(named, index):
            return named
        self.told_of_himself.add(index)
        return replace(named, speaker=None, doubt="the words name whoever is taken to go on")

    def _is_told_of_himself(self, quote: Quote, index: int) -> bool:
        """Return whether words that only go on from somebody's tell of him by name, so that they are another's."""
        if quote.decided_by in ("running_quote", "same_paragraph") and index - 1 in self.told_of_himself:
            return True
        goes_on, pronoun = quote.decided_by in _GOES_ON_FROM, quote.source_kind == "pronoun"
        inside = mentions_in(self.mentions, quote.content) if goes_on or pronoun else ()
        return any(
            mention.kind == "person" and mention.person == quote.speaker and (goes_on or mention.standing.honorific)
            for mention in inside  # "Ms. Lind does not know Dr. Dahl": a "she" who says so is neither
        )

    def reported(self) -> Iterator[Report]:
        """Yield the reports with their speakers. Asked after the quotes: the same words mean the same person."""
        starts = [quote.content.start for quote in self.found.quotes]
        last: Report | None = None
        for report in self.found.reports:
            if report.source is None:
                yield report
                continue
            if last is not None and self._goes_on_with_body(report, last):
                self.by_source.setdefault(report.source, Meant(last.speaker))
            index = bisect_left(starts, report.whole.start)
            if last is not None and self._goes_on_with_somebody(report, index, last):
                self.by_source.setdefault(report.source, Meant(last.speaker, last.confidence))
            last = _with_speaker(report, self._speaker(report, index, report.source))
            if self._is_guessed(last):
                last = replace(last, speaker=None, doubt=CONTESTED)
            if self._is_told_otherwise(last):
                last = replace(last, speaker=None, doubt="what the words tell of the speaker does not suit the name")
            if self._is_of_body(last):
                last = replace(last, speaker=None, doubt="a body of that name may have said it")
            if self._is_of_another(last):
                last = replace(last, speaker=None, doubt="the words name whoever is taken to have said them")
            yield last

    def _is_guessed(self, report: Report) -> bool:
        """Return whether a "he" that a quotation shares is less sure than a report has to be: it is shown alone."""
        if report.source is None or report.speaker is None or report.source_kind != "pronoun":
            return False
        text = self.found.article.text
        if report.source.of(text).lower() not in ("he", "she") or base_form(report.cue.of(text)) in GOING_ON:
            return False
        person, doubt = self.meant.get(report.source.start, (report.speaker, ""))
        return person != report.speaker or self._may_be_another(report, report.source, report.speaker, doubt)

    def _is_of_another(self, report: Report) -> bool:
        """Return whether "he" is taken for somebody whom the reported words name, so that another one spoke."""
        if report.source_kind != "pronoun" or report.speaker is None:
            return False
        return any(
            mention.kind == "person" and mention.person == report.speaker and not mention.standing.quoted
            for span in report.content
            for mention in mentions_in(self.mentions, span)
        )

    def _is_told_otherwise(self, report: Report) -> bool:
        """Return whether "herself" behind a name tells that it is not he, or bare police may be another town's."""
        text = self.found.article.text
        if report.source is None or report.speaker is None:
            return False
        told = _SELF.match(text, report.source.end) or _SELF.search(report.source.of(text))
        if told is not None:
            return self.registry.gender(report.speaker) not in (_SELVES[told["self"]], "")
        about = _OF_ONESELF.match(report.content[0].of(text))
        if report.source_kind == "name" and about is not None and " " not in report.source.of(text):
            gender = _GENDERS[about["who"]]
            family = self.registry.by_surname.get(report.source.of(text).lower(), ())
            others = any(self.registry.gender(person_id(name)) == gender for name in family)
            if others and self.registry.gender(report.speaker) not in (gender, ""):
                return True  # "Lind said she would go", where the article's Lind is her husband
        if report.source_kind == "pronoun":  # the same word may be a quotation's source, and have been asked there
            return self._stands_beside_shared_surname(report.source.start, report.speaker)
        noun = report.source.of(text).split()[-1].lower()
        if noun in LOOSE and report.source_mention is None:  # of many that may be "the group" one stands near
            return not any(m.person == report.speaker and noun in m.name.lower().split() for m in self.mentions)
        if report.source_kind == "nominal" and (noun == "who" or self._is_lesser_holder(noun, report.speaker)):
            return True
        if _POLICE.fullmatch(report.source.of(text)) is None:
            return False
        forces = {m.person for m in self.mentions if m.kind == "organisation" and "police" in m.name.lower().split()}
        return len(forces) > 1

    def _is_lesser_holder(self, office: str, person: PersonId) -> bool:
        """Return whether others bear the bare office before their names, "President Lind", and he is a firm's."""
        text = self.found.article.text
        bear = {
            mention.person
            for mention in self.mentions
            if mention.kind == "person"
            and mention.role is not None
            and mention.role.of(text).lower() == office
            and mention.role.end <= mention.span.start
        }
        return bool(bear) and person not in bear

    def _is_of_body(self, report: Report) -> bool:
        """Return whether a lone surname may be a firm's: "Lind said it would sell mills", and Lind & Co. is told of.

        The same where the article gives nobody that surname in full, and its person is another article's.
        """
        text = self.found.article.text
        if report.source_kind != "name" or report.source is None or report.speaker is None:
            return False
        name = report.source.of(text)
        if (
            " " in name
            or report.content[0].start < report.source.start
            or _OF_ITSELF.match(report.content[0].of(text)) is None
        ):
            return False
        firm = f"{name} & Co" in text or any(
            mention.kind == "organisation" and mention.name.startswith(f"{name} ") for mention in self.mentions
        )
        return firm or not any(" " in mention.name and surname(mention.name) == name for mention in self.mentions)

    def _goes_on_with_body(self, report: Report, last: Report) -> bool:
        """Return whether "it" says more right after a body said something."""
        assert report.source is not None
        plain = report.source.of(self.found.article.text).lower() == "it"
        if not plain or last.source is None or last.speaker is None:
            return False
        told = last.source.of(self.found.article.text)
        adds = base_form(report.cue.of(self.found.article.text)) in GOING_ON
        if base_form(last.cue.of(self.found.article.text)) == "report" and not adds:
            return False  # "..., the Tidings reported. It says that": a paper only passes it on
        spoke = last.source_kind == "organisation" or told.lower() == "it"
        return spoke and 0 <= self._sentence(report.source.start) - self._sentence(last.source.start) <= 1

    def _goes_on_with_somebody(self, report: Report, index: int, last: Report) -> bool:
        """Return whether "he added" goes on with what was reported right before, behind every quotation."""
        assert report.source is not None
        text, quotes = self.found.article.text, self.found.quotes
        pronoun = report.source.of(text).lower() in ("he", "she")
        if not pronoun or base_form(report.cue.of(text)) not in GOING_ON or last.source is None:
            return False
        near = 0 <= self._sentence(report.source.start) - self._sentence(last.source.start) <= 1
        quoted = index > 0 and quotes[index - 1].content.start > last.whole.start
        return near and not quoted and last.source_kind == "nominal" and last.speaker is None

    def _speaker(self, said: Quote | Report, index: int, source: Span) -> Meant:
        """Return who a source is, or nobody and why. `index`: of the quote, or of the first one after a report."""
        if source not in self.by_source:
            self.by_source[source] = self._meant_by(said, index, source)
        return self.by_source[source]

    def _meant_by(self, quote: Quote | Report, index: int, source: Span) -> Meant:
        if isinstance(quote, Quote) and names_several(self.found.article.text, source, self.mentions, people=True):
            return NOBODY
        if quote.source_mention is not None:
            mention = self.mentions[quote.source_mention]
            if mention.person is None and (spoke := self._spoke_before(mention)) is not None:
                return Meant(spoke, LIKELY)
            return Meant(mention.person, doubt="" if mention.person else self.registry.doubt(mention.name))
        article = self.found.article
        if quote.source_kind == "pronoun":
            plain = source.of(article.text).lower()
            if plain in ("it", "its"):
                if (spoke := self._body_before(quote, index)) is not None:
                    return Meant(spoke)
                if isinstance(quote, Report) and self._land_acts(source.start):
                    return NOBODY
                return _likely(self._acting_body(source.start))
            if plain == "they":
                together = self._body_before(quote, index) if self._goes_on_together(quote, index) else None
                return _likely(together or self._acting_body(source.start, of_several=True))
            if plain in _OWNERS:
                at = bisect_left(self.referents, source.start, key=lambda known: known.start)
                person, doubt = self._antecedent(source.start, _OWNERS[plain], self.referents[max(0, at - NEAR) : at])
                return _likely(person, doubt if doubt != CONTESTED else "")
            person, doubt = self.meant.get(source.start, (None, ""))
            if self._goes_on_from_nobody(quote, index):
                return Meant(None, doubt=NAMELESS)
            goes_on = self._speaker_before(quote, index)
            if goes_on is not None:
                return Meant(goes_on)
            if isinstance(quote, Report) and person is not None and self._may_be_another(quote, source, person, doubt):
                return Meant(None, doubt=CONTESTED)
            return _likely(person) if doubt == CONTESTED else Meant(person, doubt=doubt)
        if isinstance(quote, Report) and names_several(article.text, source, self.mentions):
            return NOBODY
        meant = meant_by(self._place(source))
        return NOBODY if meant.person is not None and self._tells_of_untold(source, meant.person) else meant

    def _place(self, span: Span) -> DescribedPlace:
        return DescribedPlace(self.found.article.text, span, self.found.article.id, self.mentions, self.registry)

    def _tells_of_untold(self, source: Span, person: PersonId) -> bool:
        """Return whether "the keeper" tells of one without a name again: "the keeper of the east dam wrote".

        Whoever is known as keeper is meant only where the reporter names him in between.
        """
        text = self.found.article.text
        told = _THE_ONE.fullmatch(text, source.start, source.end)
        if told is None:
            return False
        longer = re.compile(rf"[Tt]he\s(?:[\w’'.-]+\s){{0,6}}?{told['noun']}(?:\s(?:of|for)\s.*)?", re.S)
        said: list[Quote | Report] = [*self.found.quotes, *self.found.reports]
        low = source.start - LOOK_BACK
        spans = {
            each.source
            for each in said
            if each.source is not None and each.source_kind in _UNNAMED and low <= each.source.start < source.start
        }
        spans = {
            span for span in spans if longer.fullmatch(text, span.start, span.end) and len(span.of(text).split()) > 2
        }
        last = max(spans, default=None)
        if last is None or meant_by(self._place(last)).person is not None:
            return False
        return not self._place(source).names_since(last.end, person)

    def _may_be_another(self, report: Report, source: Span, person: PersonId, doubt: str) -> bool:
        """Return whether a report's "he" may as well be another one, so that it shows no name."""
        if doubt == CONTESTED:
            return True
        gender = _GENDERS.get(source.of(self.found.article.text).lower(), "")
        known = self.registry.gender(person)
        if not known and (
            gender == "f" or not any(" " in each.name for each in self.mentions if each.person == person)
        ):
            return True  # a surname of which nothing tells that it is hers, or a thing that was taken for a name
        if self._stands_beside_shared_surname(source.start, person):
            return True
        before = [each for each in self.referents if each.start < source.start][-NEAR:]
        fitting = [
            each for each in before if each.person is not None and self.registry.gender(each.person) in (gender, "")
        ]
        number = self._sentence(source.start)
        return self._stands_nearer(fitting, person, number) or self._is_asked_right_before(fitting, person, number)

    def _stands_beside_shared_surname(self, pronoun: int, person: PersonId) -> bool:
        """Return whether one whose surname two have is named before a pronoun in its sentence: "Lind said she"."""
        low = self.sentences[self._sentence(pronoun) - 1]
        return any(
            mention.kind == "person"
            and " " not in mention.name
            and mention.person != person
            and not mention.standing.possessive
            and len(self.registry.by_surname.get(mention.name.lower(), ())) > 1
            for mention in mentions_in(self.mentions, Span(low, pronoun))
        )

    def _stands_nearer(self, fitting: Sequence[Referent], person: PersonId, number: int) -> bool:
        """Return whether another one is named nearer in the sentence: "Lind stayed, as did Dahl, but he said".

        "It was not the first time that Dahl, a pilot, was alarmed, he said" is as likely Dahl as who spoke before.
        """
        here = [each for each in fitting if each.sentence == number and each.rank != POSSESSOR]
        if not here or here[-1].person == person:
            return False
        return any(each.person == person for each in here) or here[-1].rank <= SUBJECT

    def _is_asked_right_before(self, fitting: Sequence[Referent], person: PersonId, number: int) -> bool:
        """Return whether he asked another one in the sentence before, who may answer: "Lind asked Dahl. He said"."""
        there = [each for each in fitting if each.sentence == number - 1]
        if not there or there[0].person != person or all(each.person == person for each in there):
            return False
        last = next(each for each in there if each.person != person)
        between = self.found.article.text[there[0].start : last.start].split()
        return any(base_form(word.strip(",.")) in ASKING for word in between)

    def _spoke_before(self, mention: Mention) -> PersonId | None:
        """Return who a surname means that two have: the only one of them who has spoken under the full name before.

        "Ann Lind, 5, slept. Her father, Karl Lind, said so. Lind added" tells of him, whom the article lets speak.
        """
        if " " in mention.name:
            return None
        text = self.found.article.text
        named: set[PersonId] = set()
        spoke: set[PersonId] = set()
        last = 0
        behind = bisect_left(self.mentions, mention.span.start, key=lambda each: each.span.start)
        for index in range(max(0, behind - NAMES_BACK), behind):
            each = self.mentions[index]
            if each.person is None or " " not in each.name or surname(each.name) != surname(mention.name):
                continue
            if named and text[last : each.span.start].strip() == "and":
                return None  # "Ann Lind and Karl Lind said" it both
            named.add(each.person)
            last = each.span.end
            if index in self.said or each.standing.reporting:
                spoke.add(each.person)
        if len(named) < 2 or len(spoke) != 1:
            return None
        person = spoke.pop()
        told = mention.standing.gender
        return person if not told or self.registry.gender(person) == told else None

    def _goes_on_from_nobody(self, quote: Quote | Report, index: int) -> bool:
        """Return whether "he added" goes on from somebody by name who is not known: "“...,” Lind told me. He added"."""
        text = self.found.article.text
        if index == 0 or quote.cue is None or base_form(quote.cue.of(text)) not in GOING_ON:
            return False
        before = self.found.quotes[index - 1]
        if before.source is None or before.source_kind not in ("name", "nominal"):
            return False
        told = before.source.of(text).split()[-1]
        somebody = before.source_kind == "name" or is_person_noun(told.lower()) or told.istitle()
        near = self._paragraph(quote) - self._paragraph(before) <= 1
        return near and somebody and self._speaker(before, index - 1, before.source).person is None

    def _speaker_before(self, quote: Quote | Report, index: int) -> PersonId | None:
        """Return who "he" is that adds something or goes on: whoever was quoted last, if that is a man."""
        text = self.found.article.text
        if index == 0 or quote.cue is None or quote.source is None or base_form(quote.cue.of(text)) not in GOING_ON:
            return None
        before = self.found.quotes[index - 1]
        if (
            before.source is None
            or before.source_kind == "organisation"
            or before.decided_by in _OF_ANOTHER
            or self._paragraph(quote) - self._paragraph(before) > 1
        ):
            return None
        person = self._speaker(before, index - 1, before.source).person
        gender = _GENDERS.get(quote.source.of(text).lower(), "")
        fits = person is not None and self.registry.gender(person) in (gender, "") and person in self.registry.solid
        return person if fits and gender else None

    def _goes_on_together(self, quote: Quote | Report, index: int) -> bool:
        """Return whether "they" can be the body quoted last: it is of several, or they only add to what it said."""
        text = self.found.article.text
        if index == 0 or (before := self.found.quotes[index - 1]).source is None:
            return False
        adds = quote.cue is not None and base_form(quote.cue.of(text)) in GOING_ON
        name = before.source.of(text).lower()
        return before.source_kind == "organisation" and (adds or name.endswith(("s", "police")))

    def _body_before(self, quote: Quote | Report, index: int) -> PersonId | None:
        """Return the body that "it" means: the source of the quote before, when that is one and stands near."""
        for before in reversed(self.found.quotes[max(0, index - 2) : index]):
            if before.source is None or before.source_kind == "pronoun":
                continue
            near = self._paragraph(quote) - self._paragraph(before) <= 1
            if before.source_kind == "organisation" and near:
                return self.by_source.get(before.source, NOBODY).person
            return None
        return None

    def _acting_body(self, at: int, of_several: bool = False) -> PersonId | None:
        """Return the only body that acts in the sentence before "it" there, or in the sentence before that.

        `of_several`: for "they", a body that is told of as several, "the Hale Police", where no others act beside it.
        """
        number = self._sentence(at) - 1
        for sentence in self.found.sentences[max(0, number - 1) : number + 1][::-1]:
            acting = {
                mention.person
                for mention in mentions_in(self.mentions, Span(sentence.span.start, min(sentence.span.end, at)))
                if mention.kind == "organisation"
                and mention.standing.acts
                and not mention.standing.quoted
                and not REPORTS.match(self.found.article.text, mention.span.end)
                and not (of_several and not _is_of_several(mention.name))
            }
            if of_several and self._others_act(Span(sentence.span.start, min(sentence.span.end, at))):
                return None
            if acting:
                return acting.pop() if len(acting) == 1 else None
        return None

    def _land_acts(self, at: int) -> bool:
        """Return whether "it" there may be a land that acts before it in its sentence: "Ghana left after it said"."""
        low = self.sentences[self._sentence(at) - 1]
        return any(each.kind == "place" and each.standing.acts for each in mentions_in(self.mentions, Span(low, at)))

    def _others_act(self, span: Span) -> bool:
        """Return whether "they" may be others there than a body of several: "the farmers"."""
        for word in self.found.words:
            if span.start <= word.start < span.end and word.dep in ("nsubj", "nsubjpass") and word.tag != "PRP":
                named = mentions_in(self.mentions, Span(max(0, word.start - FAR), word.end))
                body = any(m.kind == "organisation" and m.span.end == word.end for m in named)
                if word.tag in ("NNS", "NNPS") and not body:
                    return True
        return False

    def _paragraph(self, said: Quote | Report) -> int:
        return bisect_right(self.paragraphs, said.content.start if isinstance(said, Quote) else said.whole.start)


def _stands_below(words: Sequence[ParsedWord], index: int, verb: int, subjects: set[int]) -> bool:
    """Return whether a word is a verb or stands in what hangs below it. `subjects`: the verbs that have their own."""
    for _ in range(CLAUSE_DEPTH):
        if index == verb:
            return True
        word = words[index]
        beside = word.dep in ("conj", "parataxis") and index in subjects
        if word.head == index or (beside and word.head == verb):
            return False
        index = word.head
    return False


def _is_of_several(name: str) -> bool:
    """Return whether a body's name tells of several: "the Hale Police", "Senate Republicans"."""
    last = name.split()[-1]
    if last.lower() == "police":
        return True
    one = last.removesuffix("s")
    return one != last and (is_person_noun(one.lower()) or one in word_list("place_names.txt", "people"))


def _likely(person: PersonId | None, doubt: str = "") -> Meant:
    """Return somebody who is likely meant; nobody is nobody, however sure the rule is of the source."""
    return Meant(person, LIKELY if person is not None else 1.0, doubt)


def _told(found: AnnotatedArticle) -> list[int]:
    """Return each paragraph's number among those that have words of the reporter: a long speech is no distance."""
    whole = {quote.content for quote in found.quotes}
    numbers, number = [], -1
    for paragraph in found.article.paragraphs:
        number += paragraph not in whole
        numbers.append(max(number, 0))
    return numbers


def _of_reporter(found: AnnotatedArticle) -> list[int]:
    """Return how many sentences up to each, counted from 1, have words outside of quotation marks."""
    spans = [quote.content for quote in found.quotes]
    counts, number, at = [0], 0, 0
    for sentence in found.sentences:
        low, end = sentence.span.start, sentence.span.end
        while at < len(spans) and spans[at].end < low:
            at += 1
        within = at < len(spans) and spans[at].start <= low and end <= spans[at].end
        number += not within
        counts.append(number)
    return counts


def _with_speaker(said: Said, meant: Meant) -> Said:
    if said.confidence < NAMED:
        return replace(said, doubt=f"too weak a clue to name anybody: {said.decided_by}")
    surety = said.confidence * (PRONOUN_RIGHT if said.source_kind == "pronoun" else 1)
    decision = Decision(said.decided_by, round(min(surety, meant.surety), 3))
    return replace(said, speaker=meant.person, doubt=meant.doubt, decision=decision)


def _heads_of_reporting_clauses(found: AnnotatedArticle) -> dict[int, int]:
    """Return the nouns that a clause reports of, with its verb: "a friend" in "she met a friend who confirmed"."""
    text, words = found.article.text, found.words
    verbs = [word.head for word in words if word.dep == "nsubj" and word.lemma == "who" and not word.quoted]
    reporting = [verb for verb in verbs if cue_kind(text[words[verb].start : words[verb].end]) == "speech"]
    return {_owned_noun(words, words[verb].head): verb for verb in reporting if words[verb].dep == "relcl"}


def _inner_subjects(found: AnnotatedArticle) -> frozenset[int]:
    """Return where the subjects of clauses end that only tell more of something: "the letter that she sent"."""
    words = found.words
    told = [word for word in words if word.dep in ("nsubj", "nsubjpass")]
    return frozenset(word.end for word in told if words[word.head].dep in ("relcl", "acl"))


def _subjects_ahead(found: AnnotatedArticle) -> frozenset[int]:
    """Return where the subjects of clauses end that only tell before what, or if, the main one is: "before Lind spoke".

    In one with "as", or "when", somebody may have spoken.
    """
    words = found.words
    told = {word.head for word in words if word.lemma in _UNLESS and words[word.head].dep == "advcl"}
    ahead = {verb for verb in told if words[verb].start < words[words[verb].head].start}
    return frozenset(word.end for word in words if word.dep in ("nsubj", "nsubjpass") and word.head in ahead)


def _makers(found: AnnotatedArticle) -> frozenset[int]:
    """Return where the names end of those by whom a thing was made or done: "the papers shown by Okoro"."""
    words = found.words
    agents = (word for word in words if word.dep == "pobj" and words[word.head].dep == "agent")
    return frozenset(word.end for word in agents if words[words[word.head].head].dep == "acl")


def _joined(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Return where the names begin of those who act together: "Okoro and Deputy Prat drove"."""
    together = set()
    for one, other in pairwise(each for each in mentions if each.kind == "person"):
        behind = other.role.start if other.role is not None and other.role.end <= other.span.start else other.span.start
        acting = one.standing.acts and not (one.standing.possessive or other.standing.possessive)
        if acting and text[one.span.end : behind] == " and ":
            together |= {one.span.start, other.span.start}
    return frozenset(together)


def _askers(found: AnnotatedArticle) -> frozenset[int]:
    """Return where the names end of those by whom somebody was asked: "asked by Okoro if she slept"."""
    words = found.words
    agents = (word for word in words if word.dep == "pobj" and words[word.head].dep == "agent")
    return frozenset(word.end for word in agents if words[words[word.head].head].lemma in ASKING)


def _owned_noun(words: Sequence[ParsedWord], index: int) -> int:
    """Return the noun that a clause tells of, where it was hung below whose that is: "a friend of Okoro's who"."""
    before = words[index].head
    friend = words[before].head
    owned = words[index].dep == "pobj" and words[before].lemma == "of" and _is_somebody(words[friend])
    return friend if owned else index


def _is_somebody(word: ParsedWord) -> bool:
    """Return whether a noun tells of one person: "a guard", "a source", "one of them"."""
    if word.lemma.lower() in ("one", "another"):
        return word.tag in ("CD", "NN", "DT")
    return word.tag == "NN" and is_person_noun(word.lemma)


def _phrase_start(words: Sequence[ParsedWord], index: int) -> int:
    """Return where the words before a noun begin that belong to it: "the", "an unidentified", "Okoro's"."""
    low = index
    while low > 0 and _hangs_below(words, low - 1, index):
        low -= 1
    return words[low].start


def _hangs_below(words: Sequence[ParsedWord], low: int, index: int) -> bool:
    """Return whether a word before a noun belongs to it, itself or by the one that it belongs to."""
    for _ in range(MAX_DEPTH):
        low = words[low].head
        if low >= index:
            return low == index
    return False


def _rank(standing: Standing) -> int:
    if standing.possessive:
        return 1 if standing.subject else 3  # "Okoro's stood out": whose it is acts, with no noun behind
    return 0 if standing.reporting else 1 if standing.subject else 2
