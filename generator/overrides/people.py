"""Applies what an editor states of people, and finds the quotes and reports whose speaker an editor names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from generator.errors import CLOSEST
from generator.ids import word_id
from generator.overrides.entries import NEW_PERSON, Entry, Overrides, Setting
from generator.overrides.garbled import MeantWords, find_meant, with_meant
from generator.overrides.targets import Claims, find_article, find_quote, find_report, nearest
from generator.records import OVERRIDE, AnnotatedArticle, Finding, Person, PersonId, Quote, QuoteId, Report

People = tuple[Person, ...]


def settle_people(
    people: People, articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[People, list[AnnotatedArticle], tuple[Finding, ...]]:
    """Return people renamed, joined and of the kind that the editor states, and the articles that follow.

    A person keeps the id, so a new name breaks no link.
    """
    current = {person.id: person for person in people}
    became: dict[PersonId, PersonId | None] = {}
    findings: list[Finding] = []
    meant: list[MeantWords] = []
    claims = Claims(findings)
    for entry in overrides.of("people"):
        settings = _on_person(entry)
        mask = entry.get("mask")
        if not settings and (mask or entry.get("links")):
            continue  # `mask_names` has done it
        person = find_person(entry, str(mask.value) if mask else entry.name, tuple(current.values()))
        if isinstance(person, Finding):
            findings.append(replace(person, fatal=person.fatal and not overrides.partial))
            continue
        for setting in settings:
            if not claims.claim(person.id, setting.key, entry, setting.value):
                continue
            if setting.key == "rename":
                name = str(setting.value)
                person = replace(person, name=name, names=_each_once(name, *person.names))
            elif setting.key == "hide":
                became[person.id] = None
            elif setting.key == "kind":
                person = replace(person, kind=cast(Literal["person", "organisation"], setting.value))
            elif setting.key == "garbled":
                words, missing = find_meant(entry, setting, person.id, articles)
                meant += words
                findings += missing
            elif setting.key == "join":
                for name in cast(tuple[str, ...], setting.value):
                    other = find_person(entry, name, tuple(current.values()))
                    if isinstance(other, Finding):
                        findings.append(other)
                    elif other.id != person.id:
                        person = _joined(person, other)
                        became[other.id] = person.id
                        del current[other.id]
        if person.id in became:
            del current[person.id]
        else:
            current[person.id] = person
    articles, taken = with_meant(articles, meant, current)
    became |= _taken_over(taken, current)
    return tuple(current.values()), [_followed(found, became) for found in articles], tuple(findings)


def _taken_over(taken: Mapping[PersonId, PersonId], current: dict[PersonId, Person]) -> dict[PersonId, PersonId]:
    """Take out of `current` those all of whose words mean another, who gets their roles; return who became whom."""
    became = {}
    for old, new in taken.items():
        if old in current and new in current:
            roles = dict.fromkeys((*current[new].roles, *current.pop(old).roles))
            current[new] = replace(current[new], roles=tuple(roles))
            became[old] = new
    return became


def _on_person(entry: Entry) -> list[Setting]:
    """Return what an entry states of a person; beside a mask, `join` and `links` are about the name."""
    left_out = ("mask", "links", "reviewed", "remark", *(("join",) if entry.get("mask") else ()))
    stated = [setting for setting in entry.settings if setting.key not in left_out]
    return stated or (
        [each for each in entry.settings if each.key in ("reviewed", "remark")] if not entry.get("mask") else []
    )


@dataclass(frozen=True, slots=True)
class StatedSpeaker:
    """Whom an editor names for a quote or a report."""

    speaker: PersonId | None
    """None: the editor says that nobody is known to have said it."""
    where: str
    """File and line of the entry: "seeds/overrides.yml:12"."""


def stated_speakers(
    people: People, articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[People, dict[QuoteId, StatedSpeaker], tuple[Finding, ...]]:
    """Return whom the editor names for which quotes and reports. A speaker whom no article names becomes a person.

    One speaker an utterance: "A," she said. "B." is one person's, whichever part the entry names.
    """
    named: dict[QuoteId, StatedSpeaker] = {}
    findings: list[Finding] = []
    for entry in (*overrides.of("quotes"), *overrides.of("reports")):
        wanted, unknown = entry.get("speaker"), entry.get("unknown")
        found = find_article(entry, articles)
        if not (wanted or unknown) or isinstance(found, Finding):
            continue  # `apply_overrides` has told of articles and quotes that are not there
        quote = find_quote(entry, found) if entry.section == "quotes" else find_report(entry, found)
        if isinstance(quote, Finding):
            if entry.section == "quotes" and any(
                other.get("bounds") and other.article == entry.article for other in overrides.of("quotes")
            ):
                findings.append(quote)  # the words of this entry are outside the bounds that another one states
            continue
        speaker: PersonId | None = None
        if wanted:
            person = find_person(entry, str(wanted.value), people, or_new=True)
            if isinstance(person, Finding):
                findings.append(person)
            else:
                speaker = person.id
                if person not in people:
                    findings += _told_as_new(entry, person, people)
                    people = (*people, person)
        named = {**dict.fromkeys(_parts(quote, found), StatedSpeaker(speaker, entry.where)), **named}
    return people, named, tuple(findings)


def _parts(said: Quote | Report, found: AnnotatedArticle) -> tuple[QuoteId, ...]:
    """Return what was said by whoever said this: a report by itself, a quote with the rest of its utterance."""
    if isinstance(said, Report):
        return (said.id,)
    return tuple(other.id for other in found.quotes if other.utterance == said.utterance)


def _told_as_new(entry: Entry, person: Person, people: People) -> list[Finding]:
    """Return the finding that a speaker is somebody whom no article names, for it is mostly a slip."""
    if entry.get("reviewed"):
        return []
    near = nearest(person.name, (known for known in _names_and_parts(people)))
    closest = next((known.name for known in people if near in (known.name, *known.names, *known.name.split())), near)
    what = f"the speaker {person.name} is a new person: no article names one so"
    what += f"{CLOSEST}{closest}" if closest else ""
    step = "Write the name as the People page has it, or add `reviewed: true` if it is right"
    return [Finding(NEW_PERSON, entry.where, what, step)]


def _names_and_parts(people: People) -> Iterator[str]:
    for person in people:
        yield from (person.name, *person.names, *person.name.split())


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
    what = f"nobody goes by the name {wanted}" + (f"{CLOSEST}{near}" if near else "")
    return entry.stale(what, "Write the name as the People page has it, or delete this entry")


def _joined(person: Person, other: Person) -> Person:
    names, roles = _each_once(*person.names, *other.names), (*person.roles, *other.roles)
    return replace(person, names=names, roles=tuple(dict.fromkeys(roles)))


def _each_once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _followed(found: AnnotatedArticle, became: Mapping[PersonId, PersonId | None]) -> AnnotatedArticle:
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
