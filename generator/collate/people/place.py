"""One description where it stands, and what is answered of it: the records of the rules that tell whom it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.annotate.sources import mentions_in
from generator.collate.people.registry import Registry
from generator.collate.people.roles import describe
from generator.records import ArticleId, Mention, PersonId, Span

_WHEN = re.compile(
    r"\s(?:(?:over|at|on|in|during|late|earlier|early)\s(?:the\s)?(?:weekend|time|week|month|year|day|[A-Z]\w+day)"
    r"|(?:last|this)\s(?:week|month|year|weekend)|(?:on\s)?[A-Z]\w+day|(?:later|earlier|also|then|himself|herself)).*$"
)
_LAST = re.compile(r"([^\W\d_][\w-]*)\W*$")
SOMEBODY = re.compile(
    r"(?:an?|another|one|some|several|many|two|three|four|five|six|most|other|both|senior|former)\b", re.I
)
"""How a description begins that is of somebody, and not of one who was told of."""
LOOK_BACK = 700  # code points: a statement is told of some paragraphs after it is named, at most
LIKELY = 0.9  # below what is published as certain: a body's voice, or a document whose author the text tells elsewhere


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a description means, how sure that is besides the rule that found the source, and why nobody is meant."""

    person: PersonId | None
    surety: float = 1.0
    doubt: str = ""


NOBODY = Meant(None)


@dataclass(frozen=True, slots=True)
class DescribedPlace:
    """One description where it stands."""

    text: str
    """The article's."""
    span: Span
    article: ArticleId
    mentions: Sequence[Mention]
    """The article's, with their persons."""
    registry: Registry

    @property
    def noun(self) -> str:
        """The last word of the description, lower case: "agency"; "" where it has none."""
        found = _LAST.search(self.words)
        return found[1].lower() if found is not None else ""

    @property
    def offices(self) -> frozenset[str]:
        """The offices that are told: "vice president"."""
        return describe(self.words).offices

    @property
    def words(self) -> str:
        """The description, without a time told behind it."""
        return _WHEN.sub("", self.span.of(self.text))

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions in a stretch."""
        return [mention for mention in mentions_in(self.mentions, span) if mention.person is not None]

    def bodies(self, span: Span) -> list[Mention]:
        """Return the mentions of bodies in a stretch."""
        return [mention for mention in self.inside(span) if mention.kind == "organisation"]

    def names_since(self, start: int, person: PersonId) -> bool:
        """Return whether the reporter names somebody between `start` and the description."""
        near = self.inside(Span(start, self.span.start))
        return any(mention.person == person and not mention.standing.quoted for mention in near)

    def acts_last(self, person: PersonId) -> bool:
        """Return whether nobody else acts nearer before the description than somebody, or nobody acts there at all."""
        near = self.inside(Span(max(0, self.span.start - LOOK_BACK), self.span.start))
        told = [m for m in near if m.kind == "person" and not m.standing.quoted]
        acting = [m.span.start for m in told if m.standing.acts and m.person != person]
        return not acting or any(m.person == person and m.span.start > acting[-1] for m in told)

    def holder(self) -> PersonId | None:
        """Return the only person who has the office that is told."""
        return self.registry.by_description(self.words, self.article, self.span.start)


def sole(mentions: Iterable[Mention]) -> PersonId | None:
    """Return whom mentions name, where that is one; None where they are none, or name more."""
    named = {mention.person for mention in mentions}
    return named.pop() if len(named) == 1 else None
