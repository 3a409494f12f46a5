"""Whom a pronoun means: the people named before it in, one of them or nobody out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.annotate.local import Local, Source
from generator.records import Mention, PersonId

REACH = 3  # paragraphs that a pronoun looks back


def antecedent(
    source: Source,
    local: Local,
    mentions: Sequence[Mention],
    who: Sequence[PersonId | None],
    gender: Callable[[PersonId], str],
) -> tuple[PersonId | None, str]:
    """Return the person that "he" or "she" means, or None and the reason."""
    if source.gender == "":
        return None, ""
    here = max(
        (member.paragraph for member in local.cast if mentions[member.mention].span.start <= source.span.start),
        default=0,
    )
    best: tuple[PersonId | None, str] = (None, "")
    for member in reversed(local.cast):
        mention, person = mentions[member.mention], who[member.mention]
        if mention.span.start >= source.span.start or person is None or mention.kind != "person" or member.quoted:
            continue
        if here - member.paragraph > REACH:
            break
        if gender(person) not in (source.gender, "") or member.possessive:
            continue
        if member.subject:
            return person, ""
        if best[0] is None:
            best = (person, "")
    return best
