"""Offices and descriptions: the titles that articles give people in, the only person that a description fits out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.annotate.titles import role_nouns, role_phrases
from generator.wordlists import lines

_TOKEN = re.compile(r"[^\W\d_][\w.-]*")
# Words that change nothing about who is meant.
_IDLE = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "and",
        "or",
        "his",
        "her",
        "their",
        "its",
        "our",
        "one",
        "former",
        "new",
        "late",
        "longtime",
        "who",
        "mr",
        "mrs",
        "ms",
        "dr",
    ]
)


PARTIES = frozenset("democratic republican conservative liberal labour socialist tory".split())  # noqa: SIM905
# Offices that one alone has, so that "a president" is seldom somebody else who is told of.
SOLE = frozenset(
    "president,premier,prime minister,chancellor,governor,mayor,pope,king,queen,emperor,emir,sultan".split(",")  # noqa: SIM905
)
MEMBERS = frozenset(
    "senator,sen,representative,rep,congressman,congresswoman,lawmaker,whip,majority leader,minority leader".split(",")  # noqa: SIM905
)
_PARTY_WORDS = {"gop": "republican", "democrat": "democratic"}
_PARTY_OF = {"R": "republican", "D": "democratic"}
_SEAT = re.compile(r",?\s\(?(?P<party>[RDI])-(?P<state>[A-Z](?:[a-z]+|\.?[A-Z])?)")


@dataclass(frozen=True, slots=True)
class Description:
    """A title or description taken apart: "the chief Danish negotiator"."""

    offices: frozenset[str]
    """Its nouns of office with the words that they need: "chief negotiator", "negotiator"."""
    nations: frozenset[str]
    others: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.offices)


@cache
def _nations() -> dict[str, str]:
    table = {}
    for line in lines("nations.txt"):
        first, *forms = line.split()
        table.update({form.replace("_", " ").lower(): first for form in forms})
    return table


def nation_of(word: str) -> str | None:
    """Return the country that a word stands for: one for "Danish", "Dane" and "Copenhagen"; None for any other word."""
    return _nations().get(word.lower())


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    table = {}
    for line in lines("role_synonyms.txt"):
        left, _, right = line.partition("=")
        table[left.strip()] = frozenset(part.strip() for part in right.split(","))
    return table


@cache
def describe(text: str) -> Description:
    """Return the parts of a title or description. Without a noun of office it is empty."""
    lowered = re.sub(r"[’']s\b", "", text.lower())
    nations = set()
    for form, nation in _nations().items():
        if " " in form and form in lowered:
            nations.add(nation)
            lowered = lowered.replace(form, " ")
    tokens = [token.rstrip(".") for token in _TOKEN.findall(lowered)]
    nations |= {_nations()[token] for token in tokens if token in _nations()}
    plain = [token for token in tokens if token not in _nations()]
    joined = " ".join(plain)
    offices = {token for token in plain if token in role_nouns()}
    for phrase in _phrases():
        if " " in phrase and _has_phrase(joined, phrase):
            offices.add(phrase)
            offices -= set(phrase.split())
    spent = {word for office in offices for word in office.split()}
    others = frozenset(_PARTY_WORDS.get(token, token) for token in plain if token not in spent and token not in _IDLE)
    return Description(frozenset(offices), frozenset(nations), others)


def nation_free(text: str) -> str:
    """Return the words of a name in lower case, without "the" and words for a country; the whole when none is left."""
    lowered = re.sub(r"[’']s\b", "", text.lower())
    for form in _nations():
        if " " in form:
            lowered = lowered.replace(form, " ")
    tokens = [token for token in lowered.split() if token.rstrip(".") not in _nations() and token != "the"]
    return " ".join(tokens) or text.lower()


def _has_phrase(joined: str, phrase: str) -> bool:
    return f" {phrase} " in f" {joined} "


@cache
def _phrases() -> tuple[str, ...]:
    found = set(_synonyms()) | {office for offices in _synonyms().values() for office in offices}
    return tuple(sorted(found | role_phrases()))


class Titles:
    """Everything that the articles call one person."""

    def __init__(self) -> None:
        self.offices: set[str] = set()
        self.nations: set[str] = set()
        self.others: set[str] = set()
        self.states: set[str] = set()
        """What shortens the states that they sit for, in small letters: "ky", "calif"."""

    def add_seat(self, text: str, end: int) -> None:
        """Learn party and state from what stands behind a name there: "(R-Ky.)"."""
        seat = _SEAT.match(text, end)
        if seat is not None:
            self.others |= {_PARTY_OF[seat["party"]]} if seat["party"] in _PARTY_OF else set()
            self.states.add(seat["state"].replace(".", "").lower())

    def sits_for(self, told: Sequence[str]) -> bool:
        """Return whether this person can be of the party and the place that are told.

        A member of a house is where nothing says otherwise; a president must be said to be. `told`: in small letters.
        """
        parties = {_PARTY_WORDS.get(word, word) for word in told} & PARTIES
        state = [word for word in told if _PARTY_WORDS.get(word, word) not in PARTIES]
        here = set(state) <= self.others or any(_shortens(each, "".join(state)) for each in self.states)
        member = bool(self.offices & MEMBERS) and not self.offices & SOLE
        of_it = parties <= self.others or (member and not self.others & PARTIES)
        return of_it and (here or (member and not self.states))

    def add(self, text: str) -> None:
        """Learn one wording of a role."""
        found = describe(text)
        self.offices |= found.offices
        self.nations |= found.nations
        self.others |= found.others

    def fits(self, wanted: Description) -> bool:
        """Return whether the description can mean this person: office, country and every other word agree.

        A party that nothing says of somebody is not his, but for an office that one alone has: "the Republican leader"
        is no president of the other one.
        """
        if not wanted.nations <= self.nations or not wanted.others - PARTIES <= self.others | self.offices:
            return False
        known = self.others & PARTIES
        if not wanted.others & PARTIES <= (known if known or not wanted.offices <= SOLE & self.offices else PARTIES):
            return False
        return all(
            office in self.offices or _synonyms().get(office, frozenset()) & self.offices for office in wanted.offices
        )


def _shortens(state: str, word: str) -> bool:
    """Return whether letters stand for a state in their order: "pa" for "pennsylvania", and "ky" for "kentucky"."""
    letters = iter(word)
    return all(letter in letters for letter in state) and state[:1] == word[:1]


def known_as(wanted: Description) -> set[str]:
    """Return the offices under which whoever fits a description can be known."""
    return {name for office in wanted.offices for name in (office, *_synonyms().get(office, ()))}


def fitting(wanted: Description, titles: Iterable[tuple[str, Titles]]) -> list[str]:
    """Return whom a description can mean, sorted."""
    return sorted(person for person, known in titles if known.fits(wanted)) if wanted else []
