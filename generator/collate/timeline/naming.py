"""Whom the "he" or "she" of a label means, in brackets behind it, where nobody else can be meant.

"She sailed on Monday" tells a reader of a timeline nothing; "She [Ann Ito] sailed on Monday" is what an editor makes of
the words of a source. It is done only where the sentences before name one person alone whom the word suits.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.collate.people.pronouns import FEMALE, MALE, usual_gender
from generator.collate.people.referents import meant_by_pronouns
from generator.collate.timeline.label_choices import printed
from generator.collate.timeline.labels import Label
from generator.collate.timeline.lexicon import is_somebody
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.weighing import LABELS
from generator.records import AnnotatedArticle, ArticleId, Person, PersonId, Span
from generator.weights import odds

BACK = 3  # sentences before that of the label in which nobody else may be named whom the word suits
_OWNERS = frozenset(["PRP$"])
_LEANS = re.compile(r"(?:first|subject)=PRP|pronoun first|(?:opens|points|subject):(?:he|him|his|she|hers?)$")


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

    def named(self, label: Label) -> Label:
        """Return a label with whom its first "he" or "she" means, as it is where that is not sure."""
        if label.mention is None or label.span is None:
            return label
        found, grammar = self._articles[label.mention.article_id], self._grammars[label.mention.article_id]
        at = _pronoun(label.span, found, grammar)
        person = self._meant_by(at, label.mention.sentence, found) if at is not None else None
        if at is None or person not in self._names:
            return label
        word = grammar.words[at]
        before = Span(label.span.start, word.end)
        head = printed(before, [out for out in label.left_out if out.end <= word.start], found.article.text)
        rest = label.text[len(head) :]
        if not label.text.startswith(head) or rest[:1] != " ":
            return label  # "she's"
        owner = "'s" if word.tag in _OWNERS else ""
        signs = [sign for sign in label.signs if not _LEANS.search(sign)]  # nobody asks any more who is meant
        fair = label.fair + odds(LABELS, signs) - odds(LABELS, label.signs)
        return replace(label, shown=f"{head} [{self._names[person]}{owner}]{rest}", fair=fair)

    def _meant_by(self, at: int, sentence: int, found: AnnotatedArticle) -> PersonId | None:
        """Return whom a pronoun surely means; None: nobody, or one of several."""
        if found.article.id not in self._meant:
            self._meant[found.article.id] = meant_by_pronouns(found)
        person = self._meant[found.article.id].get(at)
        word = found.words[at]
        gender = "f" if found.article.text[word.start : word.end].lower() in FEMALE else "m"
        first = found.sentences[max(0, sentence - BACK)].span.start
        near = (mention for mention in found.mentions if first <= mention.span.start < word.start)
        suited = {
            mention.person or mention.name
            for mention in near
            if mention.kind == "person" and self._genders.get(mention.person or PersonId(""), "") in ("", gender)
        }
        return person if suited == {person} else None


def _pronoun(span: Span, found: AnnotatedArticle, grammar: Grammar) -> int | None:
    """Return the first "he" or "she" of a stretch, by its index, if nobody before it there may be meant by it."""
    for at in grammar.within(span):
        word = grammar.words[at]
        low = found.article.text[word.start : word.end].lower()
        if word.quoted or is_somebody(word.lemma.lower()) or word.tag in ("NNP", "NNPS"):
            return None  # "the mayor said she", "Ito said she"
        if word.tag in ("PRP", "PRP$") and low in FEMALE | MALE:
            return at
    return None
