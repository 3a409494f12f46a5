"""The digest with the words masked that the site may not show, for the data files: places and lengths stay."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.config import Settings
from generator.masking import masked
from generator.publish.body import shown
from generator.publish.edition import Edition
from generator.publish.excerpts import only_shown, shortened
from generator.records import AnnotatedArticle, Digest, Removed, Span

_QUOTED = re.compile(r"“([^”]+)”")


def withheld(digest: Digest, settings: Settings) -> Digest:
    """Return the digest with every word masked that `publish: excerpt` or `publish: quotes` leaves out.

    A masked letter takes the place of a letter, so every offset still holds and `text[start:end]` is still the text.
    """
    if settings.publish == "full":
        return digest
    edition = Edition(digest, settings)
    visible = {found.article.id: shown(edition, found) or [] for found in digest.articles}
    digest = replace(digest, retellings=())  # reported speech is the reporter's words
    headed = tuple(replace(agreement, about=shortened(agreement.about)) for agreement in digest.agreements)
    digest = replace(digest, agreements=headed)
    if settings.publish == "excerpt":
        digest = only_shown(digest, visible)
    articles = tuple(_masked(found, visible[found.article.id]) for found in digest.articles)
    published = tuple(replace(day, reason=_QUOTED.sub(_cut, day.reason)) for day in digest.published)
    digest = replace(digest, published=published)
    people = tuple(
        replace(person, roles=tuple(replace(role, text=shortened(role.text)) for role in person.roles))
        for person in digest.people
    )
    if settings.publish == "excerpt":
        return replace(digest, articles=articles, people=people)
    events = tuple(replace(event, label=shortened(event.label)) for event in digest.events)
    return replace(digest, articles=articles, events=events, people=people)


def _masked(found: AnnotatedArticle, visible: list[Span]) -> AnnotatedArticle:
    article = found.article
    parts, at = [], 0
    for span in sorted(visible):
        parts.append(masked(article.text[at : span.start]))
        parts.append(article.text[max(at, span.start) : span.end])
        at = max(at, span.end)
    parts.append(masked(article.text[at:]))
    # What was removed can be the body once more, pasted twice.
    removed = tuple(Removed(masked(part.text), part.reason) for part in article.removed)
    return replace(found, article=replace(article, text="".join(parts), removed=removed), reports=())


def _cut(quoted: re.Match[str]) -> str:
    return f"“{shortened(quoted[1])}”"
