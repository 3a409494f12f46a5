"""Whom or what the "he", "she" or "the county" of a label means, in brackets behind it, where that is sure.

"She sailed on Monday" tells a reader of a timeline nothing; "She [Ann Ito] sailed on Monday" is what an editor makes of
the words of a source. It is done only where the sentences before name one person alone whom the word suits, or where
the sentence right before does so; and for a thing only where its article gives it one full name with the same noun.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.collate.people.pronouns import FEMALE, MALE, usual_gender
from generator.collate.people.referents import meant_by_pronouns
from generator.collate.timeline.label_choices import REACH, printed
from generator.collate.timeline.labels import Label
from generator.collate.timeline.lexicon import forms_of, is_somebody
from generator.collate.timeline.mentions.grammar import NAMES, Grammar
from generator.collate.timeline.own_names import is_named_again, own_name_of
from generator.collate.timeline.pairs import two_meant
from generator.collate.timeline.participles import NO_CLAUSE, done_to
from generator.collate.timeline.standing import Cut, points_out
from generator.collate.timeline.weighing import LABELS
from generator.collate.words.stems import stem_of
from generator.days import MONTH_NUMBERS, WEEKDAY_NUMBERS
from generator.records import AnnotatedArticle, ArticleId, Mention, Person, PersonId, Span
from generator.weights import odds

CLEAR = 1.0  # odds from which a label is understood, whatever it leans on
BACK = 3  # sentences before that of the label in which nobody else may be named whom the word suits
_OWNERS = frozenset(["PRP$"])
_LEANS = re.compile(
    r"(?:first|subject)=PRP|pronoun first|anaphoric$|(?:opens|points|subject):(?:he|him|his|she|hers?)$"
)
_LEANS_ON_A_THING = re.compile(r"leans$|subject=NNS? the bare$")
_LEANS_ON_TWO = re.compile(
    r"leans$|pronoun first|anaphoric$|(?:first|subject)=(?:PRP|CD)|(?:opens|points|subject):they$"
)
_OPEN = re.compile(r"marks open$")
_SUBJECTS = ("nsubj", "nsubjpass")
_DAYS = WEEKDAY_NUMBERS.keys() | MONTH_NUMBERS.keys()


class Naming:
    """Puts names into the labels of a folder."""

    def __init__(
        self,
        articles: Mapping[ArticleId, AnnotatedArticle],
        grammars: Mapping[ArticleId, Grammar],
        people: Iterable[Person],
    ) -> None:
        self._articles, self._grammars = articles, grammars
        self._names = {person.id: person.name for person in people}
        told: defaultdict[PersonId, Counter[str]] = defaultdict(Counter)
        for found in articles.values():
            for mention in found.mentions:
                if mention.person is not None and mention.standing.gender:
                    told[mention.person][mention.standing.gender] += 1
        self._genders = {who: usual_gender(counts) for who, counts in told.items()}
        self._meant: dict[ArticleId, dict[int, PersonId]] = {}
        self._sure: dict[tuple[ArticleId, int], bool] = {}

    def named(self, label: Label) -> Label:
        """Return a label with whom its first "he" or "she" means, or what its "the county", as it is if that is open.

        A quotation that goes on in the next sentence is closed at the end of its own.
        """
        if label.mention is None or label.span is None:
            return label
        found, grammar = self._articles[label.mention.article_id], self._grammars[label.mention.article_id]
        told = self._told(label, label.mention.sentence, found, grammar)
        if (clause := done_to(told, found, grammar)) is not None:
            told = _told_with(told, clause, NO_CLAUSE)
        mark = _closing(told.text, label.span, found.sentences[label.mention.sentence].span)
        return _told_with(told, (told.shown or told.text) + mark, _OPEN) if mark else told

    def leans(self, label: Label) -> bool:
        """Return whether a doubtful label leans on what only its article tells before: "he left", "the pair sailed".

        Of "the ferry", below "Ferry sinks off Havn", who reads of the story has read.
        Of 11 entries of one article that explain a story and have such a label, in 47 folders, readers found one right.
        """
        if label.mention is None or label.span is None or label.shown or label.fair >= CLEAR:
            return False
        found, grammar = self._articles[label.mention.article_id], self._grammars[label.mention.article_id]
        skipped = frozenset(at for out in label.left_out for at in grammar.within(out))
        cut = Cut(grammar, found.article.text, grammar.within(label.span), skipped)
        verb = label.mention.clause if label.verb is None else label.verb
        title = found.article.metadata.title
        headed = {form.stem for form in forms_of(title.value)} if title else frozenset()
        again = (at for at in cut if is_named_again(at, found.article.text, grammar))
        return points_out(verb, cut) or any(stem_of(grammar.words[at].lemma) not in headed for at in again)

    def _told(self, label: Label, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> Label:
        assert label.span is not None
        at = _pronoun(label.span, found, grammar)
        if at is not None:
            person = self._meant_by(at, sentence, found, grammar)
            if person not in self._names:
                return label
            owner = "'s" if grammar.words[at].tag in _OWNERS else ""
            return _bracketed(label, at, f"{self._names[person]}{owner}", _LEANS, found, grammar)
        subject = grammar.own_subject(label.verb) if label.verb is not None else None
        for at in grammar.within(label.span)[:2]:
            two = two_meant(at, sentence, found, grammar)
            if two is not None and all(person in self._names for person in two):
                names = " and ".join(self._names[person] for person in two)
                return _bracketed(label, at, names, _LEANS_ON_TWO, found, grammar)
        for at in grammar.within(label.span):
            name = own_name_of(at, found.article.text, grammar)
            if name and name.lower() not in label.text.lower():
                return _bracketed(label, at, name, _LEANS_ON_A_THING if at == subject else None, found, grammar)
        return label

    def _meant_by(self, at: int, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> PersonId | None:
        """Return whom a pronoun surely means; None: nobody, or one of several."""
        if found.article.id not in self._meant:
            self._meant[found.article.id] = meant_by_pronouns(found)
        person = self._meant[found.article.id].get(at)
        if person is None:
            return None
        # Whether it is sure may hang on the sentence before: so the first of them is asked first, and each once.
        first = sentence
        while first and self._subjects(person, first - 1, found, grammar):
            first -= 1
        for number in range(first, sentence + 1):
            for subject in self._subjects(person, number, found, grammar):
                if subject < at:
                    self._is_sure(person, subject, number, found, grammar)
        return person if self._is_sure(person, at, sentence, found, grammar) else None

    def _subjects(self, person: PersonId, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> list[int]:
        """Return the pronouns that mean a person and are the subject of a verb of a sentence."""
        meant, within = self._meant[found.article.id], grammar.within(found.sentences[sentence].span)
        return [at for at in within if meant.get(at) == person and grammar.words[at].dep in _SUBJECTS]

    def _is_sure(self, person: PersonId, at: int, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> bool:
        """Return whether a pronoun surely means a person; those of the sentence before have been asked."""
        key = found.article.id, at
        if key not in self._sure:
            first = found.sentences[max(0, sentence - BACK)].span.start
            alone = self._suited(Span(first, found.words[at].start), at, found) == {person}
            within = self._is_of_its_sentence(person, at, sentence, found, grammar)
            within = within or self._is_told_on(person, at, sentence, found, grammar)
            self._sure[key] = alone or within or self._goes_on(person, at, sentence, found, grammar)
        return self._sure[key]

    def _suited(self, span: Span, pronoun: int, found: AnnotatedArticle) -> set[str]:
        """Return who is named in a stretch whom a pronoun suits, each by his id, or by his name where he has none."""
        word = found.words[pronoun]
        gender = "f" if found.article.text[word.start : word.end].lower() in FEMALE else "m"
        return {
            mention.person or mention.name
            for mention in found.mentions
            if span.start <= mention.span.start < span.end
            and mention.kind == "person"
            and self._genders.get(mention.person or PersonId(""), "") in ("", gender)
        }

    def _is_of_its_sentence(
        self, person: PersonId, at: int, sentence: int, found: AnnotatedArticle, grammar: Grammar
    ) -> bool:
        """Return whether its sentence is about one person alone before a pronoun: "As Ito got well, she sailed"."""
        before = Span(found.sentences[sentence].span.start, found.words[at].start)
        if self._suited(before, at, found) != {person} or _has_somebody(before, grammar):
            return False
        here = (each for each in found.mentions if each.person == person and before.covers(each.span))
        return any(each.standing.acts and not each.standing.quoted for each in here)

    def _is_told_on(self, person: PersonId, at: int, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> bool:
        """Return whether its sentence told of the person as "she" before, and of nobody else: "She fell as she ..."."""
        before = Span(found.sentences[sentence].span.start, found.words[at].start)
        if self._suited(before, at, found) - {person} or _has_somebody(before, grammar):
            return False
        earlier = (subject for subject in self._subjects(person, sentence, found, grammar) if subject < at)
        return any(self._sure.get((found.article.id, subject), False) for subject in earlier)

    def _goes_on(self, person: PersonId, at: int, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> bool:
        """Return whether the sentence right before is about a person alone: "Ito sailed at dawn. She landed"."""
        if sentence == 0:
            return False
        before, here = found.sentences[sentence - 1].span, found.sentences[sentence].span
        if self._suited(Span(here.start, found.words[at].start), at, found) - {person}:
            return False
        if self._suited(before, at, found) - {person} or _has_somebody(before, grammar):
            return False
        told = [each for each in found.mentions if each.person == person and before.covers(each.span)]
        about = _subject_of(before, grammar)  # "The fate of Ito is open. He sailed"
        if any(each.standing.acts or about.covers(each.span) for each in told):
            return True
        subjects = self._subjects(person, sentence - 1, found, grammar)
        return any(self._sure[found.article.id, subject] for subject in subjects)


def _bracketed(
    label: Label, at: int, name: str, leaning: re.Pattern[str] | None, found: AnnotatedArticle, grammar: Grammar
) -> Label:
    """Return a label with a name behind one of its words, and without the signs of a word that leans on others."""
    assert label.span is not None
    word = grammar.words[at]
    before = Span(label.span.start, word.end)
    head = printed(before, [out for out in label.left_out if out.end <= word.start], found.article.text)
    rest = label.text[len(head) :]
    if not label.text.startswith(head) or rest[:1] != " ":
        return label  # "she's"
    return _told_with(label, f"{head} [{name}]{rest}", leaning)  # nobody asks any more who is meant


def _told_with(label: Label, shown: str, gone: re.Pattern[str] | None) -> Label:
    """Return a label with what a reader sees, weighed without some of its signs."""
    signs = tuple(sign for sign in label.signs if gone is None or not gone.search(sign))
    return replace(label, shown=shown, fair=label.fair + odds(LABELS, signs) - odds(LABELS, label.signs))


def _closing(printed: str, span: Span, sentence: Span) -> str:
    """Return the mark that closes a quotation at the end of its sentence; "" where none is open or more is cut off."""
    if sentence.end - span.end > REACH:
        return ""
    if printed.count("“") == printed.count("”") + 1 and printed.rfind("“") > printed.rfind("”"):
        return "”"
    opened = printed.count('"') % 2 and "“" not in printed and not printed.startswith('"')
    return '"' if opened and printed[printed.rfind('"') - 1].isspace() else ""


def _subject_of(sentence: Span, grammar: Grammar) -> Span:
    """Return the stretch of what a sentence is about, the subject of its verb; an empty one where it has none."""
    tops = [at for at in grammar.within(sentence) if grammar.words[at].dep == "ROOT"]
    subject = grammar.own_subject(tops[0]) if tops and grammar.is_clause(tops[0]) else None
    return Span(sentence.start, sentence.start) if subject is None else grammar.text_span(grammar.below(subject))


def _has_somebody(span: Span, grammar: Grammar) -> bool:
    """Return whether a sentence speaks of somebody without a name: "a guard", whom "he" may mean as well."""
    return any(
        is_somebody(word.lemma.lower()) and word.tag == "NN" and word.dep not in ("compound", "appos", "attr", "amod")
        for at, word in ((at, grammar.words[at]) for at in grammar.within(span))
        if not word.quoted and not any(_is_name_beside(child, grammar) for child in grammar.hanging[at])
    )


def _is_name_beside(at: int, grammar: Grammar) -> bool:
    """Return whether a name stands beside a noun and says who that is: "the mayor, Ann Ito"."""
    return grammar.words[at].dep == "appos" and grammar.words[at].tag in NAMES


def _is_of_a_body(at: int, inside: Iterable[Mention], text: str) -> bool:
    """Return whether a place lies in a name behind "the", which is nobody's: "the Havn Post", not "Havn Ito"."""
    bodies = (each.span for each in inside if each.kind != "person" and each.span.start <= at < each.span.end)
    return any(text[max(0, span.start - 4) : span.start + 4].lower().find("the ") >= 0 for span in bodies)


def _pronoun(span: Span, found: AnnotatedArticle, grammar: Grammar) -> int | None:
    """Return the first "he" or "she" of a stretch, by its index, if nobody before it there may be meant by it."""
    inside = [each for each in found.mentions if span.covers(each.span)]
    first = min((each.span.start for each in inside if each.kind == "person"), default=span.end)
    for at in grammar.within(span):
        word = grammar.words[at]
        low = found.article.text[word.start : word.end].lower()
        name = word.tag in NAMES and low not in _DAYS and not _is_of_a_body(word.start, inside, found.article.text)
        if word.quoted or is_somebody(word.lemma.lower()) or name or word.start >= first:
            return None  # "the mayor said she", "Ito said she"; not "the Havn Post said she"
        if word.tag in ("PRP", "PRP$") and low in FEMALE | MALE:
            return at
    return None
