"""Whom the "he", "her" and "his" of the reporter's own words mean, as far as comparison and timeline need it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict

from generator.collate.people.pronouns import FEMALE, MALE, POSSESSOR, SOURCE, Referent, antecedent, usual_gender
from generator.records import AnnotatedArticle, Mention, PersonId

SUBJECTS = frozenset(["he", "she"])
TAGS = ("PRP", "PRP$")
NEAR = 40  # mentions back that are looked at, so that a long article stays linear


def meant_by_pronouns(found: AnnotatedArticle) -> dict[int, PersonId]:
    """Return whom the pronouns mean, by their index among the words of the article; those of nobody known are left out.

    It weighs how much two sentences share; who shows it to a reader asks besides whether anybody else may be meant.
    """
    starts = [sentence.span.start for sentence in found.sentences]
    told: defaultdict[PersonId, Counter[str]] = defaultdict(Counter)
    named: list[Referent] = []
    for mention in found.mentions:
        if mention.kind == "person" and mention.person is not None:
            told[mention.person][mention.standing.gender] += 1
            if not mention.standing.quoted:
                number = bisect_right(starts, mention.span.start)
                named.append(
                    Referent(mention.person, mention.span.start, number, mention.standing.paragraph, _rank(mention))
                )
    named.sort(key=lambda known: known.start)
    genders = {person: usual_gender(counts) for person, counts in told.items()}
    meant: dict[int, PersonId] = {}
    known: list[Referent] = []
    at = 0
    for index, word in enumerate(found.words):
        printed = found.article.text[word.start : word.end].lower() if word.tag in TAGS and not word.quoted else ""
        gender = "f" if printed in FEMALE else "m" if printed in MALE else ""
        number = bisect_right(starts, word.start) if gender else 0
        if not number:
            continue
        while at < len(named) and named[at].start < word.start:
            known.append(named[at])
            at += 1
        paragraph = found.sentences[number - 1].paragraph
        person, _ = antecedent(word.start, number, paragraph, gender, known[-NEAR:], lambda who: genders.get(who, ""))
        if person is not None:
            meant[index] = person
            if printed in SUBJECTS:
                known.append(Referent(person, word.start, number, paragraph, SOURCE + 1))
    return meant


def _rank(mention: Mention) -> int:
    standing = mention.standing
    if standing.possessive:
        return POSSESSOR
    return SOURCE if standing.reporting else 1 if standing.subject else 2
