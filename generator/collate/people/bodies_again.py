"""Which body a noun means that tells of one again ("the agency", "the company"): a description in, a body out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.annotate.people import OUTLET_NOUNS, is_outlet
from generator.annotate.titles import is_person_noun
from generator.collate.people.place import LIKELY, LOOK_BACK, NOBODY, DescribedPlace, Meant, sole
from generator.records import Mention, PersonId, Span
from generator.wordlists import lines, words

# Where something is written is no firm of which is told: "wrote on Post.example".
_POSTED_ON = re.compile(
    r"(?:wrot|writ|post|tweet|said|shar|publish|messag|video|statement)\w*(?:\s[\w’'-]+){0,3}\s(?:on|via)\s$"
)
_FIRMS = frozenset("company firm business corporation bank airline manufacturer retailer developer carrier".split())  # noqa: SIM905
_PUBLIC = frozenset(
    "Department Ministry Agency Bureau Centers Centre Center Commission Committee Council Court Senate House Congress"  # noqa: SIM905
    " Government Parliament Police Administration Office University School Hospital Union Party Army Navy Force".split()
)
_EDITORS = re.compile(r"[’']s?\seditorial\sboard\b")
_STOPS = (". ", "\n", "? ", "! ", ".” ", '." ')
_PROSECUTORS = re.compile(
    r"(?:[Tt]he\s)?(?:(?:[Ff]ederal|[Ss]tate|[Cc]ounty|[Ll]ocal|U\.?S\.?|American)\s)?[Pp]rosecutors"
)
_OFFICE = re.compile(r"(?:counsel|attorney|attorneys|prosecutor|prosecutors)[’']?s?[’']?\soffice|prosecution", re.I)
_JUSTICE = re.compile(r"\bJustice\b")
CAPITALS = "CAPITALS"
MIN_CAPITALS = 3
SURETY = 0.8  # of the body that prosecutors belong to
MAX_NAME = 80  # code points from a description to the end of the name behind it
# Anybody who acts together is called so, whatever the name says.
LOOSE = frozenset({"administration", "group", "organization", "organisation", "network", "movement"})
MAX_WORDS = 4  # "the small advocacy group"


def body_again(place: DescribedPlace) -> Meant | None:
    """Return the body told of again: "the department" after the Farm Department, "the company" after the only one."""
    if _PROSECUTORS.fullmatch(place.words):
        return _prosecution(place)
    if place.noun not in words("organisations.txt", "common"):
        return _called_by_its_last_word(place)
    if (named := _named_right_behind(place)) is not None:
        return named
    told = place.words.split()
    if len(told) > 1 and not (told[0].lower() in ("the", "this", "that") and _is_plain(told)):
        part = body_of_words(place, place.words) if told[0].lower() == "the" else None
        return Meant(part, LIKELY) if part is not None else NOBODY
    return body_called(place, place.noun, alone=len(told) <= 2)


def _called_by_its_last_word(place: DescribedPlace) -> Meant | None:
    """Return the only body before whose name ends with the word: "the centre" after the Lindholm Ski Centre."""
    told = place.words.lower().split()
    if len(told) != 2 or told[0] != "the" or is_person_noun(told[1]) or is_person_noun(told[1].removesuffix("s")):
        return None
    named = place.bodies(Span(max(0, place.span.start - 3 * LOOK_BACK), place.span.start))
    body = sole(m for m in named if " " in m.name and m.name.split()[-1].lower() == told[1])
    return Meant(body, LIKELY) if body is not None else None


def body_called(place: DescribedPlace, noun: str, alone: bool = True) -> Meant:
    """Return the body that a noun means there. `alone`: nothing else is told of it."""
    low = max(0, place.span.start - 3 * LOOK_BACK)
    named = place.bodies(Span(low, place.span.start))
    fitting = [mention for mention in named if noun in mention.name.lower().split() and _is_headed(mention.name, noun)]
    if fitting and alone and not (noun in LOOSE and _is_past_another(fitting[-1], place)):
        return NOBODY if _is_past_a_like(fitting[-1], noun, place) else Meant(fitting[-1].person, LIKELY)
    near = [m for m in named if m.span.start >= place.span.start - LOOK_BACK]
    if noun in LOOSE and sole(m for m in near if _can_be(m.name, noun) or noun in m.name.lower().split()) is None:
        return NOBODY  # two that may be "the group" stand before it
    if noun in _FIRMS:
        near = [m for m in near if _POSTED_ON.search(place.text, max(0, m.span.start - 40), m.span.start) is None]
    if noun in OUTLET_NOUNS or noun in _FIRMS:
        fitting = [m for m in near if is_outlet(m.name) == (noun in OUTLET_NOUNS)]
        found = _only(fitting if fitting or noun in OUTLET_NOUNS else near, place)
        known = [m.name for m in near if m.person == found.person]
        if noun in _FIRMS and any(_is_public(name, noun) for name in known):
            return NOBODY  # what is called a ministry or an agency is no firm, and nothing tells which one is meant
        return found
    return _editors(place, noun) or _of_kind(place, noun, [m for m in near if not m.standing.quoted])


def _is_headed(name: str, noun: str) -> bool:
    """Return whether a name's noun tells what the body is: a "Hospital Council" is no hospital."""
    head = re.split(r"\s(?:of|for|at|in)\s", name)[0].lower().split()
    told = [at for at, word in enumerate(head) if word == noun]
    return not told or words("organisations.txt", "common").isdisjoint(head[told[-1] + 1 :])


def _is_past_another(body: Mention, place: DescribedPlace) -> bool:
    """Return whether another body is told of after one that is called a group: either may be "the group" then."""
    return any(other.person != body.person for other in place.bodies(Span(body.span.end, place.span.start)))


def _is_past_a_like(body: Mention, noun: str, place: DescribedPlace) -> bool:
    """Return whether another body that can be "the agency" acts after the one whose name has the word: "HJB said"."""
    return any(
        other.person != body.person and other.standing.acts and not other.standing.quoted and _can_be(other.name, noun)
        for other in place.bodies(Span(body.span.end, place.span.start))
    )


def _named_right_behind(place: DescribedPlace) -> Meant | None:
    """Return the body whose name stands between commas behind the description: "The charity, Dawn, said"."""
    behind = place.bodies(Span(place.span.end, min(len(place.text), place.span.end + MAX_NAME)))
    if not behind or place.text[place.span.end : behind[0].span.start] not in (", ", ", the "):
        return None
    return Meant(behind[0].person, LIKELY) if place.text[behind[0].span.end :][:1] in (",", "—") else None


def body_of_words(place: DescribedPlace, told: str) -> PersonId | None:
    """Return the only body named before whose name has the words: "the Farm board" of the Farm and Food Board."""
    wanted = {word.lower() for word in told.split()} - {"the"}
    named = place.bodies(Span(0, place.span.start))
    return (
        sole(mention for mention in named if wanted <= set(mention.name.lower().split())) if len(wanted) > 1 else None
    )


def _prosecution(place: DescribedPlace) -> Meant | None:
    """Return the only body of prosecutors that the article names before; the office itself before its department."""
    named = place.bodies(Span(0, place.span.start))
    for pattern in (_OFFICE, _JUSTICE):
        fitting = [mention for mention in named if pattern.search(mention.name)]
        if fitting:
            body = sole(fitting)
            return Meant(body, SURETY) if body is not None else NOBODY
    return None


def _is_plain(told: Sequence[str]) -> bool:
    """Return whether a description has no name in it: "the small advocacy group"."""
    return len(told) <= MAX_WORDS and all(word.islower() for word in told[1:])


def _only(near: list[Mention], place: DescribedPlace) -> Meant:
    """Return the only body of the sentence, or else of what stands before: "Okafor Foods closed, the company said"."""
    start = _sentence_start(place.text, place.span.start)
    body = sole([mention for mention in near if mention.span.start > start] or near)
    return Meant(body, LIKELY) if body is not None else NOBODY


def _is_public(name: str, noun: str) -> bool:
    """Return whether a name is of another kind of body than a firm; of an airline's, whether it has no "Air" in it."""
    told = name.split()
    if noun in ("airline", "carrier"):
        return not any("air" in word.lower() or "jet" in word.lower() for word in told)
    return any(word in _PUBLIC for word in told)


def _editors(place: DescribedPlace, noun: str) -> Meant | None:
    """Return the paper whose editorial board was told of."""
    if noun != "board":
        return None
    low = max(0, place.span.start - LOOK_BACK)
    for match in reversed(list(_EDITORS.finditer(place.text, low, place.span.start))):
        owner = [m for m in place.inside(Span(low, match.start())) if m.span.end == match.start()]
        if owner:
            return Meant(owner[0].person, LIKELY)
    return None


def _of_kind(place: DescribedPlace, noun: str, near: list[Mention]) -> Meant:
    """Return the body of the nearest sentence whose name fits the noun; of two there, the one that acts."""
    # "the news agency NPA said" tells what it is, whatever its name says.
    fitting = [m for m in near if _can_be(m.name, noun) or place.text.endswith(f"{noun} ", 0, m.span.start)]
    if not fitting:
        return NOBODY
    start = _sentence_start(place.text, fitting[-1].span.start)
    fitting = [mention for mention in fitting if mention.span.start >= start]
    body = sole(fitting) or sole(mention for mention in fitting if mention.standing.acts)
    return Meant(body, LIKELY) if body is not None else NOBODY


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(stop, 0, at) for stop in _STOPS)


def _can_be(name: str, noun: str) -> bool:
    known = _kinds().get(noun, frozenset())
    letters = name.replace(".", "")
    short = len(letters) >= MIN_CAPITALS and letters.isupper() and " " not in name
    named = not known.isdisjoint(name.split()) and _is_headed(name, noun)
    return (short and CAPITALS in known and not is_outlet(name)) or named


@cache
def _kinds() -> dict[str, frozenset[str]]:
    table = {}
    for line in lines("body_nouns.txt"):
        noun, _, known = line.partition("=")
        table[noun.strip()] = frozenset(known.split())
    return table
