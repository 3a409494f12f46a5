"""What looks wrong though no rule can tell: people whose names are nearly one, and what is told before its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from generator import days
from generator.records import ArticleId, Digest, Finding, Person, PersonId

NEAR_NAMES, TOLD_BEFORE = 75, 58
"""Weights of findings: names come before days, as in `findings`."""
# "Okafor" and "Okaphor", "Jon" and "John"; "Jan" and "Jane" as well, so nobody joins them but an editor.
SURNAME, SURNAME_LETTERS = 2, 5  # letters that may differ, of at least so many
FORENAME, FORENAME_LETTERS = 1, 3


def near_names(digest: Digest) -> Iterator[Finding]:
    """Tell the people whose names are a slip apart. Whoever stands in one article with the other is somebody else.

    Whom no article names was asked about when an editor named them as a speaker.
    """
    named_in: defaultdict[PersonId, set[ArticleId]] = defaultdict(set)
    for found in digest.articles:
        for mention in found.mentions:
            if mention.person is not None:
                named_in[mention.person].add(found.article.id)
    by_part: defaultdict[str, list[Person]] = defaultdict(list)
    for person in digest.people:
        parts = person.name.casefold().split()
        if person.kind == "person" and len(parts) > 1 and person.id in named_in:
            by_part[f"{parts[0]} …"].append(person)
            by_part[f"… {parts[-1]}"].append(person)
    for sharing in by_part.values():
        for one, other in combinations(sharing, 2):
            if _a_slip_apart(one.name, other.name) and not named_in[one.id] & named_in[other.id]:
                what = f"“{one.name}” and “{other.name}” are named almost alike, and never in one article"
                step = "State `join` in overrides.yml (people) if they are one, else `reviewed: true`"
                where = f"people {one.id}, {other.id}"
                yield Finding(NEAR_NAMES, where, what, step, about=("person", one.id), offer=other.name)


def _a_slip_apart(one: str, other: str) -> bool:
    left, right = one.casefold().split(), other.casefold().split()
    if left[0] == right[0]:
        return _near(left[-1], right[-1], SURNAME, SURNAME_LETTERS)
    return left[-1] == right[-1] and _near(left[0], right[0], FORENAME, FORENAME_LETTERS)


def _near(one: str, other: str, most: int, letters: int) -> bool:
    return min(len(one), len(other)) >= letters and 0 < OSA.distance(one, other) <= most


def told_before(digest: Digest) -> Iterator[Finding]:
    """Tell what an article has as done before the day that it is dated to: one of the two days is wrong."""
    published = dict(zip((found.article.id for found in digest.articles), digest.published, strict=True))
    sigla = {found.article.id: found.article.siglum or found.article.id for found in digest.articles}
    for event in digest.events:
        if event.planned or event.precision != "day" or event.date is None:
            continue
        early = sorted(
            (day.value, sigla[part.article_id])
            for part in event.evidence
            if (day := published[part.article_id]).precision == "day" and day.value and day.value < event.date[:10]
        )
        if early:
            told, siglum = days.in_words(early[0][0]), early[0][1]
            what = f"“{event.label}” is dated {days.in_words(event.date)}, and {siglum} tells it on {told}"
            step = "State the day in overrides.yml (events, dates or articles), or `reviewed: true` if it was to come"
            yield Finding(TOLD_BEFORE, f"event {event.id}", what, step, about=("event", event.id))
