"""Nouns that name somebody's role: offices, occupations, trades. A word in, whether it is one out."""

from __future__ import annotations

import re
from functools import cache

from generator.wordlists import words

_IN_WAITING = re.compile(r"-(?:elect|designate|general|in-chief)$|^(?:ex|vice|deputy|co|then)-(?=\w)", re.I)
# What somebody tends, makes or studies makes a noun for him that no list has: "beekeeper", "netmaker", "cetologist".
# Surnames are made so too ("Goldsmith", "Freeman"), but not with these.
_MADE_OF_WORK = re.compile(
    r"[a-z]{2,}(?:keeper|master|maker|worker|holder|grower|herder|owner|breeder|handler|seller|tender|woman|warden|ologist)"
)
SECTIONS = ("role", "occupation", "anybody", "trade")


@cache
def role_nouns() -> frozenset[str]:
    """Return every noun for somebody, lower case."""
    return frozenset().union(*(words("titles.txt", section) for section in SECTIONS))


@cache
def role_phrases() -> frozenset[str]:
    """Return the offices of two words and more that are one: "attorney general"."""
    return words("titles.txt", "phrase")


def is_person_noun(noun: str) -> bool:
    """Return whether a noun in small letters tells of people, by a role or a side: "guard", "source"."""
    return noun in role_nouns() or noun in words("people_nouns.txt", "side") or is_made_of_work(noun)


def is_made_of_work(noun: str) -> bool:
    """Return whether a noun in small letters is made of what somebody works with: "beekeeper", "dockworker"."""
    return _MADE_OF_WORK.fullmatch(noun) is not None


def is_role(word: str) -> bool:
    """Return whether a word names a role as it is printed. With a capital only an office does: "Baker" is a name.

    Of two words with a hyphen the last is what somebody is: "Singer-songwriter", not "Rosa Brandt-Baker".
    """
    plain = _IN_WAITING.sub("", word.strip("."))
    last = plain.rpartition("-")[2]
    return plain.lower() in words("titles.txt", "role") or (
        last.islower() and (last in role_nouns() or is_made_of_work(last))
    )


def is_honorific(word: str) -> bool:
    """Return whether a word is a form of address or a rank for short, as printed: "Dr.", "Lt."."""
    return word.strip(".") in words("titles.txt", "honorific")


def leads_name(word: str) -> bool:
    """Return whether a word before a name is no part of it: a form of address or an office."""
    return is_honorific(word) or is_role(word)


def opens_as_role(word: str, after: str) -> bool:
    """Return whether the first word of a sentence is an occupation before a name: "Striker Ann Okoro said"."""
    named = after[:1].isupper() and word not in words("forenames.txt")
    noun = word.lower()
    return named and (
        noun in words("titles.txt", "occupation") | words("titles.txt", "anybody") or is_made_of_work(noun)
    )
