"""Whom a description means ("the harbour master", "a spokeswoman for the union"): words in, a person or body out.

Rules answer or abstain, in order. What is told of somebody unnamed ("an official") means nobody, and so does "the
official" after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.annotate.people import is_outlet
from generator.collate.people.registry import Registry
from generator.records import ArticleId, Mention, PersonId, Span
from generator.wordlists import words

_SOMEBODY = re.compile(
    r"(?:an?|another|one|some|several|many|two|three|four|five|six|most|other|both|senior|former)\b", re.I
)
_WHEN = re.compile(
    r"\s(?:(?:over|at|on|in|during|late|earlier|early)\s(?:the\s)?(?:weekend|time|week|month|year|day|[A-Z]\w+day)"
    r"|(?:last|this)\s(?:week|month|year|weekend)|(?:on\s)?[A-Z]\w+day|(?:later|earlier|also|then|himself|herself)).*$"
)
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people|men|women)\b")
_EDITORS = re.compile(r"[’']s?\seditorial\s(?:board|page|writers)$")
_VOICE = re.compile(
    r"\b[Aa]n?\s(?:[\w.’'-]+\s){1,6}?spokes(?:man|woman|person)\b(?:\sfor\s(?:the\s)?(?:[A-Z][\w.-]*\s?){1,5})?"
)
_LAST = re.compile(r"([^\W\d_][\w-]*)\W*$")
_DOCUMENT = re.compile(
    r"(?:(?i:the|that|this|an?|one|his|her|whose)|(?P<owner>[\w.’' -]+?[’']s?))\s(?:[\w’'-]+\s){0,2}?(?P<what>"
    r"statement|letter|tweets?|posts?|messages?|texts?|e-?mails?|comments?|remarks?|memo|op-ed|speech|account|testimony)\b.*"
)
_FROM = re.compile(r"\s(?:from|by|of|signed by|written by)\s")
_OWN_DOCUMENT = re.compile(
    r"(?:\b(?:in|signed|issued|released|wrote|sent|posted|published)\s(?:an?|the)|[’']s?)\s(?:[\w-]+\s){0,3}?"
    r"(?P<what>statement|letter|tweet|post|memo|message|speech)\b"
)
_JOINTS = (
    "the|of|to|for|in|at|by|from|with|on|and|or|but|that|who|which|his|her|their|its|is|was|as|than|after|before|about"
)
_MEMBER = re.compile(
    r"[Tt]he\s(?:(?:[A-Z][\w.-]+\s){1,2}(?:Democrat|Republican)"
    r"|(?:(?:[a-z]+-)+[A-Za-z]+\s|[A-Z][\w.-]+\s){1,2}(?:senator|congressman|congresswoman|governor|lawmaker|mayor))"
)
_SEAT = re.compile(r",?\s\(?(?P<party>[RD])-(?P<state>[A-Z](?:[a-z]+|\.?[A-Z])?)")
_PARTY_OF = {"R": "Republican", "D": "Democrat"}
_ELECTED = frozenset(
    "senator sen representative rep congressman congresswoman governor gov lawmaker candidate whip mayor".split()  # noqa: SIM905
)
_PAPERS = frozenset("newspaper paper magazine outlet website broadcaster network channel station".split())  # noqa: SIM905
_FIRMS = frozenset("company firm business corporation bank airline manufacturer retailer developer carrier".split())  # noqa: SIM905
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
class Place:
    """One description where it stands."""

    text: str
    """The article's."""
    span: Span
    article: ArticleId
    mentions: Sequence[Mention]
    """The article's, with their persons."""
    registry: Registry

    @property
    def words(self) -> str:
        """The description, without a time told behind it."""
        return _WHEN.sub("", self.span.of(self.text))

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions in a stretch."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        behind = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return [mention for mention in self.mentions[first:behind] if mention.person is not None]


def meant_by(place: Place) -> Meant:
    """Return whom a description means."""
    for rule in (_voice_of_body, _document, _body_again, _introduced_unnamed, _elected, _office):
        found = rule(place)
        if found is not None:
            return found
    return NOBODY


def has_no_name(place: Place) -> bool:
    """Return whether a description is of somebody whom the text does not name: "a guard", "the guard" after it."""
    first = place.words.split()[0].lower()
    owned = first in ("his", "her", "their", "whose") or "’s " in place.words or "'s " in place.words
    return owned or _introduced_unnamed(place) is not None


def _voice_of_body(place: Place) -> Meant | None:
    """Return the body that a spokesman without a name speaks for, or the paper whose editors write."""
    bodies = [mention for mention in place.inside(place.span) if mention.kind == "organisation"]
    if _EDITORS.search(place.words) and len({mention.person for mention in bodies}) == 1:
        return Meant(bodies[0].person, LIKELY)
    if not _SPOKES.search(place.words):
        return None
    if len({mention.person for mention in bodies}) == 1:
        return Meant(bodies[0].person, LIKELY)
    if place.words.lower().startswith("the "):
        low = max(0, place.span.start - LOOK_BACK)
        voices = list(_VOICE.finditer(place.text, low, place.span.start))
        told = place.inside(Span(*voices[-1].span())) if voices else []
        told = [mention for mention in told if mention.kind == "organisation"]
        if told:
            return Meant(told[-1].person, LIKELY)
    known = _office(place) if not _SOMEBODY.match(place.words) else None
    return known if known is not None and known.person is not None else NOBODY


def _body_again(place: Place) -> Meant | None:
    """Return the body told of again: "the department" after the Farm Department, "the company" after the only one."""
    head = _LAST.search(place.words)
    if head is None or head[1].lower() not in words("organisations.txt", "common"):
        return None
    alone = len(place.words.split()) == 1  # "Police said"
    if not alone and (len(place.words.split()) > 2 or not place.words.lower().startswith(("the ", "this ", "that "))):
        return NOBODY
    noun = head[1].lower()
    low = max(0, place.span.start - 3 * LOOK_BACK)
    named = [m for m in place.inside(Span(low, place.span.start)) if m.kind == "organisation"]
    fitting = [mention for mention in named if noun in mention.name.lower().split()]
    if fitting:
        return Meant(fitting[-1].person, LIKELY)
    papers = noun in _PAPERS
    near = [m for m in named if m.span.start >= place.span.start - LOOK_BACK and is_outlet(m.name) == papers]
    if not papers and noun not in _FIRMS:
        return NOBODY
    stop = max(place.text.rfind(end, 0, place.span.start) for end in (". ", "\n", "? ", "! "))
    near = [m for m in near if m.span.start > stop] or near  # "Okafor & Co was closed, and the company said"
    return Meant(near[-1].person, LIKELY) if len({mention.person for mention in near}) == 1 else NOBODY


def _document(place: Place) -> Meant | None:
    """Return whose the statement, letter or post is."""
    match = _DOCUMENT.fullmatch(place.words)
    if match is None:
        return None
    if match["owner"] is not None:
        owners = place.inside(Span(place.span.start, place.span.start + match.end("owner")))
        people = {mention.person for mention in owners}
        return Meant(owners[0].person, LIKELY) if len(people) == 1 else NOBODY
    return _author(place, match["what"])


def _author(place: Place, what: str) -> Meant:
    """Return who said something in such a document before: "Lind said in a statement", then "the statement"."""
    low = max(0, place.span.start - LOOK_BACK)
    for match in reversed(list(_OWN_DOCUMENT.finditer(place.text, low, place.span.start))):
        if match["what"] != what.rstrip("s") or match.end() > place.span.start:
            continue
        sender = _FROM.match(place.text, match.end())
        if sender is not None:
            behind = place.inside(Span(sender.end(), min(sender.end() + 60, place.span.start)))
            return Meant(behind[0].person, LIKELY) if behind else NOBODY
        near = place.inside(Span(max(low, match.start() - 80), match.start()))
        if near and near[-1].span.end == match.start():
            return Meant(near[-1].person, LIKELY)
        speaking = [m for m in near if m.kind == "person" and (m.standing.reporting or m.standing.subject)]
        return Meant(speaking[-1].person, LIKELY) if speaking else NOBODY
    return NOBODY


def _introduced_unnamed(place: Place) -> Meant | None:
    """Somebody told of without a name has none when told of again: "an official said", "the official"."""
    head = _LAST.search(place.words)
    if head is None:
        return None
    if _SOMEBODY.match(place.words):
        return NOBODY
    if not place.words.lower().startswith(("the ", "this ", "that ")) or len(place.words.split()) > MAX_WORDS:
        return None
    if any(word[:1].isupper() for word in place.words.split()[1:]):
        return None  # "the Tidewater founder" is told by his firm
    unnamed = [
        match
        for match in _unnamed(head[1]).finditer(place.text, max(0, place.span.start - 2 * LOOK_BACK), place.span.start)
        if not _named_beside(place, match)
    ]
    return NOBODY if unnamed else None


MAX_WORDS = 3  # "the defense official"; a longer description tells who is meant by itself


def _unnamed(head: str) -> re.Pattern[str]:
    between = rf"(?:(?!(?:{_JOINTS})\b)[\w’'.-]+\s){{0,6}}?"
    several = r"(?:one\sof\s)?(?:the\s)?(?:two|three|four|five|several|some|many|multiple)"
    return re.compile(
        rf"\b(?:(?:an?|another|one)\s{between}{re.escape(head)}|{several}\s{between}{re.escape(head)}s)\b", re.I
    )


def _named_beside(place: Place, match: re.Match[str]) -> bool:
    """Return whether a description stands beside a name: "Ann Okoro, an official", "a former official, Ann Okoro"."""
    beside = place.inside(Span(max(0, match.start() - 40), match.end() + 40))
    return any(
        mention.kind == "person"
        and (
            (mention.role is not None and mention.role.overlaps(Span(*match.span())))
            or 0 <= mention.span.start - match.end() <= NEAR
            or 0 <= match.start() - mention.span.end <= NEAR
        )
        for mention in beside
    )


NEAR = 3  # code points between a name and its description: a comma and a space


def _elected(place: Place) -> Meant | None:
    """Return the only politician told of right before: "the Ohio Democrat", "the two-term senator"."""
    known = _office(place) if _MEMBER.fullmatch(place.words) is not None else NOBODY
    if known is not None and known.person is not None:
        return known
    if _MEMBER.fullmatch(place.words) is None:
        return None
    near = place.inside(Span(max(0, place.span.start - LOOK_BACK), place.span.start))
    acting = [m for m in near if m.kind == "person" and (m.standing.subject or m.standing.reporting)]
    acting = [m for m in acting if not m.standing.quoted]
    elected = {m.person for m in acting if place.registry.holds(m.person, _ELECTED)}
    if len(elected) > 1:
        elected &= {m.person for m in acting if _sits_for(place.text, m, place.words)}
    return Meant(next(iter(elected)), LIKELY) if len(elected) == 1 else NOBODY


def _sits_for(text: str, mention: Mention, words_said: str) -> bool:
    """Return whether party and state behind a name are those told: ", R-Ariz.", "the Arizona Republican"."""
    seat = _SEAT.match(text, mention.span.end)
    if seat is None:
        return False
    told = [word for word in words_said.split() if word[:1].isupper() and word != "The"]
    parties = {word for word in told if word in _PARTY_OF.values()}
    state = iter("".join(word for word in told if word not in parties).lower())
    shortened = all(letter in state for letter in seat["state"].replace(".", "").lower())  # "Pa." of "Pennsylvania"
    return len(told) > len(parties) and shortened and parties <= {_PARTY_OF[seat["party"]]}


def _office(place: Place) -> Meant | None:
    """Return the only person who has that office."""
    person = place.registry.by_description(place.words, place.article, place.span.start)
    return Meant(person) if person is not None else None
