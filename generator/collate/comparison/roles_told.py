"""How each article words somebody's role."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.sentences import Corpus
from generator.collate.people.roles import Description, Titles, describe
from generator.records import FactValue, Person, Role
from generator.wordlists import lines

MAX_WORDS = 8  # a longer description is a clause about somebody and no wording of an office


def worded_roles(people: Sequence[Person], corpus: Corpus) -> list[Matter]:
    """Return a matter for everybody whose role two articles of one event word.

    Wordings agree when they share a word of the office or one is said for the other ("top diplomat", "foreign
    minister"). Where they do not, nothing is said: "actress" and "swimmer" may both be true.
    """
    matters = []
    for person in sorted(people, key=lambda person: person.id):
        roles = _first_ones(person, corpus)
        agree = all(_fits(one, other) for one in roles for other in roles)
        if person.kind == "person" and len(roles) > 1 and agree:
            values = tuple(FactValue(role.article_id, role.span) for role in roles)
            matters.append(Matter("role", person.name, "agree", values))
    return matters


def _first_ones(person: Person, corpus: Corpus) -> list[Role]:
    """Return the fullest wording of every article that tells of the same event as another of them."""
    best: dict[str, Role] = {}
    for role in person.roles:
        offices = describe(role.text).offices
        if offices and not offices <= relations() and len(role.text.split()) <= MAX_WORDS:
            known = best.get(role.article_id)
            if known is None or len(role.text) > len(known.text):
                best[role.article_id] = role
    roles = [best[article] for article in sorted(best)]
    return [
        role
        for role in roles
        if any(
            role.article_id != other.article_id and corpus.closely_related(role.article_id, other.article_id)
            for other in roles
        )
    ]


@cache
def relations() -> frozenset[str]:
    """Return words for how somebody stands to others: "rival", "husband"."""
    return frozenset(lines("relations.txt"))


def _fits(one: Role, other: Role) -> bool:
    left, right = describe(one.text), describe(other.text)
    if _all_words(left) & _all_words(right):
        return True
    return _said_for(left, right) or _said_for(right, left)


def _all_words(role: Description) -> frozenset[str]:
    return frozenset(word for office in role.offices for word in office.split()) | role.others


def _said_for(narrow: Description, wide: Description) -> bool:
    titles = Titles()
    titles.offices |= wide.offices
    return titles.fits(Description(narrow.offices, frozenset(), frozenset()))
