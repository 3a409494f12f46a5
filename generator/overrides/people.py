"""Applies what an editor states of people, and finds the quotes whose speaker an editor names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from generator.ids import word_id
from generator.overrides.entries import Entry, Overrides
from generator.overrides.targets import Claims, find_article, find_quote, nearest
from generator.records import OVERRIDE, AnnotatedArticle, Finding, Person, PersonId, QuoteId

People = tuple[Person, ...]


def settle_people(
    people: People, articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[People, list[AnnotatedArticle], tuple[Finding, ...]]:
    """Return people renamed, joined and of the kind that the editor states, and the articles that follow.

    A person keeps the id, so a new name breaks no link. Raises `DigestError` when two entries contradict each other.
    """
    current = {person.id: person for person in people}
    became: dict[PersonId, PersonId] = {}
    findings: list[Finding] = []
    claims = Claims()
    for entry in overrides.of("people"):
        person = find_person(entry, entry.name, tuple(current.values()))
        if isinstance(person, Finding):
            findings.append(person)
            continue
        for setting in entry.settings:
            if not claims.claim(person.id, setting.key, entry, setting.value):
                continue
            if setting.key == "rename":
                name = str(setting.value)
                person = replace(person, name=name, names=_each_once(name, *person.names))
            elif setting.key == "kind":
                person = replace(person, kind=cast(Literal["person", "organisation"], setting.value))
            else:
                for name in cast(tuple[str, ...], setting.value):
                    other = find_person(entry, name, tuple(current.values()))
                    if isinstance(other, Finding):
                        findings.append(other)
                    elif other.id != person.id:
                        person = _joined(person, other)
                        became[other.id] = person.id
                        del current[other.id]
        current[person.id] = person
    return tuple(current.values()), [_followed(found, became) for found in articles], tuple(findings)


@dataclass(frozen=True, slots=True)
class StatedSpeaker:
    """Whom an editor names for a quote."""

    speaker: PersonId | None
    """None: the editor says that nobody is known to have said it."""
    where: str
    """File and line of the entry: "seeds/overrides.yml:12"."""


def stated_speakers(
    people: People, articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[People, dict[QuoteId, StatedSpeaker], tuple[Finding, ...]]:
    """Return whom the editor names for which quotes. A speaker whom no article names becomes a person.

    One speaker an utterance: "A," she said. "B." is one person's, whichever part the entry names.
    """
    named: dict[QuoteId, StatedSpeaker] = {}
    findings: list[Finding] = []
    for entry in overrides.of("quotes"):
        wanted, unknown = entry.get("speaker"), entry.get("unknown")
        found = find_article(entry, articles)
        if not (wanted or unknown) or isinstance(found, Finding):
            continue  # `apply_overrides` has told of articles and quotes that are not there
        quote = find_quote(entry, found)
        if isinstance(quote, Finding):
            continue
        speaker: PersonId | None = None
        if wanted:
            person = find_person(entry, str(wanted.value), people, or_new=True)
            if isinstance(person, Finding):
                findings.append(person)
            else:
                speaker = person.id
                people = people if person in people else (*people, person)
        parts = (other.id for other in found.quotes if other.utterance == quote.utterance)
        named.update(dict.fromkeys(parts, StatedSpeaker(speaker, entry.where)))
    return people, named, tuple(findings)


def find_person(entry: Entry, name: str, people: Sequence[Person], or_new: bool = False) -> Person | Finding:
    """Return the one person with that name, or why there is none. `or_new`: none is a new person."""
    wanted = " ".join(name.split())
    found = [person for person in people if person.name == wanted]
    found = found or [person for person in people if wanted in person.names]
    if len(found) == 1:
        return found[0]
    if found:
        what = f"several people go by the name {wanted}: " + ", ".join(person.name for person in found)
        return entry.stale(what, "Name one by a fuller name that the articles use")
    if or_new:
        return Person(PersonId(word_id(OVERRIDE, wanted)), wanted, "person", (wanted,))
    near = nearest(wanted, (known for person in people for known in person.names))
    what = f"nobody goes by the name {wanted}" + (f"\n  closest: {near}" if near else "")
    return entry.stale(what, "Write the name as the People page has it, or delete this entry")


def _joined(person: Person, other: Person) -> Person:
    names, roles = _each_once(*person.names, *other.names), (*person.roles, *other.roles)
    return replace(person, names=names, roles=tuple(dict.fromkeys(roles)))


def _each_once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _followed(found: AnnotatedArticle, became: Mapping[PersonId, PersonId]) -> AnnotatedArticle:
    def new(person: PersonId | None) -> PersonId | None:
        while person is not None and person in became:
            person = became[person]
        return person

    return replace(
        found,
        quotes=tuple(replace(quote, speaker=new(quote.speaker)) for quote in found.quotes),
        reports=tuple(replace(report, speaker=new(report.speaker)) for report in found.reports),
        mentions=tuple(replace(mention, person=new(mention.person)) for mention in found.mentions),
    )
