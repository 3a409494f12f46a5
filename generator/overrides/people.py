"""Applies what an editor states of people, and finds the quotes and reports whose speaker an editor names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from generator.errors import CLOSEST
from generator.ids import word_id
from generator.overrides.entries import NEW_PERSON, REDUNDANT, Entry, Overrides, Setting
from generator.overrides.garbled import MeantWords, find_meant, with_meant
from generator.overrides.targets import Claims, find_article, find_quote, find_report, hidden_beside, nearest
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
    hidden: dict[PersonId, Entry] = {}
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
            if all(setting.key == "reviewed" for setting in settings):
                needless = f"reviewed is not needed any more: nobody goes by the name {entry.name}"
                person = Finding(REDUNDANT, entry.where, needless, "Delete it")
            findings.append(replace(person, fatal=person.fatal and not overrides.partial))
            continue
        for setting in settings:
            if not claims.claim(person.id, setting.key, entry, setting.value):
                continue
            if setting.key == "rename":
                name = str(setting.value)
                person = replace(person, name=name, names=_each_once(name, *person.names))
            elif setting.key == "hide":
                hidden[person.id] = entry  # and found till the end, so that what else is stated of it is told
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
                    elif other.id in hidden and other.id != person.id and hidden[other.id] is not entry:
                        findings.append(hidden_beside(entry, hidden[other.id], "join", other.name))
                    elif other.id != person.id:
                        person = _joined(person, other)
                        became[other.id] = person.id
                        del current[other.id]
        current[person.id] = person
    became |= dict.fromkeys(hidden)
    current = {identity: person for identity, person in current.items() if identity not in hidden}
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
    left_out = ("mask", "links", "join", "reviewed", "remark") if entry.get("mask") else ("links",)
    return [setting for setting in entry.settings if setting.key not in left_out]


@dataclass(frozen=True, slots=True)
class StatedSpeaker:
    """Whom an editor names for a quote or a report."""

    speaker: PersonId | None
    """None: the editor says that nobody is known to have said it."""
    where: str
    """File and line of the entry: "seeds/overrides.yml:12"."""


def with_new_people(
    people: People, articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[People, tuple[Finding, ...]]:
    """Return the people and those whom an editor names as speakers though no article names them, who are told.

    To be asked before people are settled, so that what is stated of a new person finds them. A new person who is right
    is said to be so once, by `reviewed` on the person or on an entry that names them.
    """
    findings: list[Finding] = []
    given = {_as_written(str(new.value)) for entry in overrides.of("people") if (new := entry.get("rename"))}
    hidden = {
        person.id: entry
        for entry in overrides.of("people")
        if entry.get("hide") and isinstance(person := find_person(entry, entry.name, people), Person)
    }
    for entry, _, _ in _entries_on_speakers(articles, overrides):
        wanted = entry.get("speaker")
        if wanted is None or _as_written(str(wanted.value)) in given:
            continue
        person = find_person(entry, str(wanted.value), people, or_new=True)
        if isinstance(person, Finding):
            continue  # `stated_speakers` tells
        if person.id in hidden:
            findings.append(hidden_beside(entry, hidden[person.id], "speaker", person.name))
        elif person not in people:
            if not _is_known_as_new(person, overrides):
                findings.append(_told_as_new(entry, person, people))
            people = (*people, person)
    return people, tuple(findings)


def stated_speakers(
    people: People, articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> tuple[dict[QuoteId, StatedSpeaker], tuple[Finding, ...]]:
    """Return whom of the people the editor names for which quotes and reports.

    One speaker an utterance: "A," she said. "B." is one person's, whichever part the entry names.
    """
    named: dict[QuoteId, StatedSpeaker] = {}
    findings: list[Finding] = []
    for entry, found, said in _entries_on_speakers(articles, overrides):
        if isinstance(said, Finding):
            if entry.section == "quotes" and any(
                other.get("bounds") and other.article == entry.article for other in overrides.of("quotes")
            ):
                findings.append(said)  # the words of this entry are outside the bounds that another one states
            continue
        speaker: PersonId | None = None
        if wanted := entry.get("speaker"):
            person = find_person(entry, str(wanted.value), people)
            if isinstance(person, Finding):
                findings.append(person)
            else:
                speaker = person.id
        named = {**dict.fromkeys(_parts(said, found), StatedSpeaker(speaker, entry.where)), **named}
    return named, tuple(findings)


def _entries_on_speakers(
    articles: Sequence[AnnotatedArticle], overrides: Overrides
) -> Iterator[tuple[Entry, AnnotatedArticle, Quote | Report | Finding]]:
    """Yield the entries that say who spoke, each with its article and what was said, or why that is not there.

    `apply_overrides` has told of articles and quotes that are not there.
    """
    for entry in (*overrides.of("quotes"), *overrides.of("reports")):
        found = find_article(entry, articles)
        if not isinstance(found, Finding) and (entry.get("speaker") or entry.get("unknown")):
            yield entry, found, find_quote(entry, found) if entry.section == "quotes" else find_report(entry, found)


def _parts(said: Quote | Report, found: AnnotatedArticle) -> tuple[QuoteId, ...]:
    """Return what was said by whoever said this: a report by itself, a quote with the rest of its utterance."""
    if isinstance(said, Report):
        return (said.id,)
    return tuple(other.id for other in found.quotes if other.utterance == said.utterance)


def _is_known_as_new(person: Person, overrides: Overrides) -> bool:
    """Return whether an editor has said that it is right that no article names this person."""
    reviewed = (entry for entry in overrides.entries if entry.get("reviewed"))
    return any(_as_written(_named_by(entry)) == _as_written(person.name) for entry in reviewed)


def _named_by(entry: Entry) -> str:
    """Return the person that an entry is about or names as speaker; "" where it does neither."""
    speaker = entry.get("speaker")
    return str(speaker.value) if speaker else entry.name


def _told_as_new(entry: Entry, person: Person, people: People) -> Finding:
    """Return the finding that a speaker is somebody whom no article names, for it is mostly a slip."""
    near = nearest(person.name, (known for known in _names_and_parts(people)))
    closest = next((known.name for known in people if near in (known.name, *known.names, *known.name.split())), near)
    what = f"the speaker {person.name} is a new person: no article names one so"
    what += f"{CLOSEST}{closest}" if closest else ""
    step = f"Write the name as the People page has it, or say once that it is right: people, name: {person.name}, "
    return Finding(NEW_PERSON, entry.where, what, f"{step}reviewed: true", offer=closest or "")


def _as_written(name: str) -> str:
    return " ".join(name.split())


def _names_and_parts(people: People) -> Iterator[str]:
    for person in people:
        yield from (person.name, *person.names, *person.name.split())


def find_person(entry: Entry, name: str, people: Sequence[Person], or_new: bool = False) -> Person | Finding:
    """Return the one person with that name, or why there is none. `or_new`: none is a new person."""
    wanted = _as_written(name)
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
