"""What the words of a quote's source are, and the pronouns that the whole folder resolves: words in, their kind out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.annotate.quotations import Marked
from generator.annotate.titles import is_person_noun
from generator.records import Gender, Mention, Pronoun, SourceKind, Span
from generator.wordlists import words

PRONOUNS = frozenset(
    "he him his himself she her hers herself i me we they them it its who".split()  # noqa: SIM905
)
_GENDERS: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "her": "f"}
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|from|with|at|in|within|inside|by|on|near|behind|against|like|than|such as|including)\s(?:the\s)?"
    r"(?:[\w’'.-]+\s){0,3}$",
    re.I,
)
_MADE_BY = re.compile(r"\b(?:by|from)\s(?:the\s)?(?:[\w.’'-]+\s){0,3}$", re.I)
_BODY = re.compile(r"(?<!\w)[A-Z][\w’'.-]+\s(?:of|for)\s(?:the\s)?(?:(?:[A-Z][\w’'.-]*|and|&)\s){1,5}$")
_GOES_ON = re.compile(r"\s(?!(?:of|at|from|for|in|on|and|who|which|that|with|to|by|himself|herself|also|later)\b)[a-z]")
_GOES_ON_BESIDE = re.compile(r",?\s(?:and|or)\s(?!(?:his|her|the|an?|others?|their|its|one|two|three|several)\b)[a-z]")
_ACTS = re.compile(r"\s(?!(?:red|armed|united|wounded|accused|supposed|alleged)\b)[a-z]+ed\s[A-Z][\w.’'-]*[’']s?")
_SUBJECT_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b|\b(?:him|her)(?=\s(?:as\s)?(?:saying|telling)\b)")
_ACTING = re.compile(r"[A-Z][\w.’'-]*\s[a-z]")
_RELATIVE = re.compile(r",?\s(?:who|which|that)$")
_NAME_GOES_ON = re.compile(
    r"(?:\s(?:(?:and|of|for|in|on|against|to|&)\s)?(?:the\s)?[A-Z][\w.’'-]*)+"
)  # "and Aid in the North"
# Not "site" or "group": an "Okafor fan site" is no Okafor.
_WHAT_IT_IS = re.compile(
    r"\s(?:newspaper|magazine|broadcaster|network|(?:television|TV|radio)\s(?:network|channel|station)"
    r"|(?:news|press|wire|monitoring|intelligence)\s(?:agency|service))"
)
# "Lind and two others", "Lind and his crew": Lind said it, whoever else did.
_AND = re.compile(
    r"\band\b(?!\s(?:others?|two|three|four|five|six|several|some|many|most|his|her|their|its|fellow\s[a-z-]+s|an?)\b)"
)
_MORE = re.compile(r",?\sand\s|,\s[A-Z]")
# As above, of two who both have a name, and of one with somebody who has none: "the mayor and Gov. Lind", but "the
# mayor and party leader Ann Lind" is one.
_BESIDE = re.compile(r",?\sand\s(?:(?:his|her|their|its|the|an?)\s)")
_JOINED_BEFORE = re.compile(
    r"(?:[Bb]oth\s)?(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z-]+)\sand\s"
    r"(?:[A-Z][\w.’'-]*\s)*$"
)
_SEVERAL_BEFORE = re.compile(r"(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z-]+)s\sand\s(?:[Tt]he\s)?(?:[A-Z][\w.’'-]*\s)*$")
_PEOPLE_OF = re.compile(r"(?:[\w’'-]+\s){0,3}?(?P<noun>[A-Za-z-]+)s\s(?:in|at|from|within|inside)\s")
_JOINED_BEHIND = re.compile(r",?\sand\sthe\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z-]+)$")
# Right before a name: he is whom or what they do it to.
_DONE_TO = re.compile(
    r"(?<=\w)\s(?:representing|defending|advising|accusing|suing|backing|supporting|opposing|prosecuting|investigating|"
    r"challenging|replacing|succeeding|employing|guarding|treating|protecting|interviewing|questioning|escorting)\s"
    r"(?:[a-z]+\s){0,3}$"
)
_RANK = re.compile(r"([A-Z]\w+)\s(?:Rep|Sen|Gov|Gen|Lt|Adm|Col|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms)\.\s$")
_QUOTED = re.compile(r"[”\"’']\s$")
# What a title begins with that the parser takes for a verb: "said Harbours acting director Ann Okoro".
_TITLED = re.compile(r"\s(?:ranking|acting|outgoing|incoming|managing|sitting|presiding)\s(?=[\w-]+\s[A-Z])")
_CAPITALS = re.compile(r"(?:[A-Z][\w.’'-]*\s)+")
# "Former prosecutor and Lindholm Mayor Ann Okoro" is one; "the prosecutor and Mayor Ann Okoro" are two.
_SECOND_OFFICE = re.compile(r"\sand\s(?:former\s|then-)?(?:[A-Z][\w.’'-]*\s){0,3}")
# "The keeper of the dam, Hale economics professor Ann Okoro, said".
_ITS_OFFICE = re.compile(r",\s(?:[A-Z][\w.’'-]*\s){1,3}")
# "Several Harbour Liberals" are some of them, whatever else they say together.
_SOME_OF = re.compile(
    r"(?:(?:more|fewer|less)\sthan|at\sleast|about|nearly|almost|some|several|many|most|few|other|another|both|a|dozens|scores|hundreds"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.I,
)
_DETERMINERS = frozenset("the a an his her their its this that one".split())  # noqa: SIM905
_WHICH = re.compile(r",?\sthat$")
_CITED = re.compile(r"\b[Aa]ccording\sto\s(?:the\s)?$")
_IS = re.compile(r"\s(?:is|was)\s(?:also\s)?")
_INDEFINITE = re.compile(r"(?:an?|the)\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a quote's speaker, and what they are."""

    span: Span
    kind: SourceKind
    mention: int | None = None
    """Index of the mention that names the speaker; None: a pronoun, or a description without a name."""


def find_pronouns(text: str, marked: Sequence[Marked]) -> tuple[Pronoun, ...]:
    """Return each "he" and "she" that stands outside of quoted words."""
    found, at = [], 0
    for match in _SUBJECT_PRONOUN.finditer(text):
        while at < len(marked) and marked[at].outer.end <= match.start():
            at += 1
        if at >= len(marked) or match.start() < marked[at].outer.start:
            found.append(Pronoun(Span(*match.span()), _GENDERS[match[0].lower()]))
    return tuple(found)


def mentions_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return those of an article's mentions, given in order, that begin in a stretch."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    behind = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    return mentions[first:behind]


def names_several(text: str, span: Span, mentions: Sequence[Mention], *, people: bool = False) -> bool:
    """Return whether a source is two people or bodies, and neither of them alone: "Lind and Okafor".

    `people`: both must be people, since an "and" may also stand in a body's name.
    """
    named = [each for each in mentions_in(mentions, span) if each.kind == "person" or not people]
    return any(
        (_AND.search(text, one.span.end, other.span.start) and not _has_both_offices(text, one, other))
        or _is_listed(text, span, one, other)
        for one, other in pairwise(named)
    )


def _is_listed(text: str, span: Span, one: Mention, other: Mention) -> bool:
    """Return whether a comma joins two people in a list that goes on: "Gov. Lind, Okafor and others"."""
    if one.kind != "person" or other.kind != "person":
        return False
    start = other.role.start if other.role is not None else other.span.start
    return text[one.span.end : start] == ", " and _MORE.match(text, other.span.end, span.end) is not None


def speaks_beside_another(text: str, span: Span, mentions: Sequence[Mention]) -> bool:
    """Return whether whom a source names says it with another: "Lind and her brother Karl", "the mayor and Lind".

    "Lind and her crew", "Lind and two others": she said it, whoever else did.
    """
    people = [each for each in mentions_in(mentions, span) if each.kind == "person"]
    if len(people) > 1:
        both = (_BESIDE.search(text, one.span.end, other.span.start) for one, other in pairwise(people))
        return any(both) and names_the_head(text, span, people[-1].span, _office(people[-1]))
    people = people or [each for each in mentions_in(mentions, span) if each.kind == "organisation"]
    if len(people) != 1:
        return False
    (somebody,) = people
    before, behind = _JOINED_BEFORE.match(text, span.start, somebody.span.start), None
    if somebody.span.end < span.end:
        behind = _JOINED_BEHIND.match(text, somebody.span.end, span.end)
    before = before or _SEVERAL_BEFORE.match(text, span.start, somebody.span.start)
    return any(each is not None and is_person_noun(each["noun"].lower()) for each in (before, behind))


def _has_both_offices(text: str, body: Mention, somebody: Mention) -> bool:
    """Return whether an "and" only joins the offices that one has in a body: "Hale Arms President and Chair Ann"."""
    if body.kind == "person" or somebody.kind != "person" or somebody.role is None:
        return False
    first, joined, _ = text[body.span.end : somebody.role.start].rpartition(" and ")
    told = _WORD.findall(first)
    return bool(joined and told) and "," not in first and is_person_noun(told[-1].lower())


def read_source(text: str, span: Span, mentions: Sequence[Mention]) -> Source:
    """Return what the words of a source are. `mentions`: those of the whole article, in order."""
    plain = span.of(text).strip().lower()
    if plain in PRONOUNS:
        return Source(span, "pronoun")
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    behind = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    inside = range(first - (first > 0 and mentions[first - 1].span.overlaps(span)), behind)
    named = [i for i in inside if names_the_head(text, span, mentions[i].span, _office(mentions[i]))]
    if _WHICH.search(text, span.start, span.end):
        named = [
            i for i in named if mentions[i].kind != "person"
        ]  # "an e-mail to Ann Okoro, that said": nobody is "that"
    for wanted in ("person", "unknown"):
        chosen = [i for i in named if mentions[i].kind == wanted]
        if chosen:
            return Source(span, "name", chosen[-1])
    for near in range(behind, min(behind + 2, len(mentions))):  # "the keeper and former Hale pilot Ann Okoro"
        if (
            mentions[near].kind in ("person", "unknown")
            and _is_apposition(text, span, mentions[near])
            and not any(_is_made_by(text, span, mentions[i]) for i in inside)
        ):
            return Source(span, "name", near)
    if inside and mentions[inside[0]].kind == "person" and mentions[inside[0]].span.start <= span.start + 4:
        acts = _ACTS.match(text, mentions[inside[0]].span.end, span.end)
        if acts is not None:
            return Source(span, "name", inside[0])  # the parser took "Okoro praised Lind's" for one name
    if first > 0 and (
        _is_explained(text, span, mentions[first - 1]) or _is_what_he_is(text, span, mentions[first - 1])
    ):
        return Source(span, "name", first - 1)
    bodies = [i for i in named if mentions[i].kind in ("organisation", "place")]
    bodies = bodies or [
        i for i in inside if mentions[i].kind == "organisation" and _is_told_what(text, span, mentions[i])
    ]
    if (
        bodies
        and _ends_with_name(text, span, mentions[bodies[-1]])
        and not _is_some_of(text, span, mentions[bodies[-1]])
        and not _is_people_of(text, span, mentions[bodies[-1]])
    ):
        return Source(span, "organisation", bodies[-1])
    last = _WORD.findall(plain)
    if last and last[-1] in words("organisations.txt", "common"):
        return Source(span, "organisation")
    return Source(span, "nominal")


def _office(mention: Mention) -> Span | None:
    """Return what leads up to a name as its title; "the Office of a Keeper of the Farm Board" is not the board."""
    return mention.role if mention.kind in ("person", "unknown") else None


def names_the_head(text: str, span: Span, name: Span, role: Span | None) -> bool:
    """Return whether a name is whom the words of a source mean, and not only what they mention on the way."""
    after = text[name.end : name.end + 2]
    if after in ("'s", "’s") and name.end + len(after) < span.end:
        return False  # "Okoro's lawyer", and not "Okoro's" of "Okoro's claim"
    if after in ("' ", "’ ", "‘ ") and text[name.end - 1] in "sxz" and name.end + len(after) < span.end:
        return False  # "Ellis’ campaign"
    if _GOES_ON.match(text, name.end, span.end) or _TITLED.match(text, name.end):
        return False  # "the Norwegian minister", "Webb supporters"
    if " " not in name.of(text) and _GOES_ON_BESIDE.match(text, name.end, span.end):
        return False  # "Federal and state officials"
    ranked = _RANK.search(text, span.start, name.start)
    if ranked is not None and name.end == span.end and ranked[1] in words("organisations.txt", "word") | {"Staff"}:
        return True  # "the head of the Harbour Committee Rep. Jan Lind", and no "spokesman for Ohio Rep. Jan Lind"
    if role is None and " " not in name.of(text) and _ends_a_body(text, span, name):
        return False  # "Team Lind"
    # "Secretary of State Ann Ellis": the title's "of" is no "of" before a name.
    start = role.start if role is not None and 0 <= name.start - role.end <= 2 else name.start
    if after in ("'s", "’s") and _ACTING.match(text, span.start, start):
        return False  # the parser took "Webb praised Okoro's" for one name
    # "House of Representatives historian Ann Lind": the title may begin within the body's name.
    body = _CAPITALS.match(text, start, role.end) if role is not None else None
    low = body.end() if body is not None and text[body.end()].islower() else start
    if role is not None and _BODY.search(text, max(span.start, low - 60), low):
        return True  # "Centers for Harbour Control and Rescue spokesman Jan Lind": all before him is his body's name
    if _DONE_TO.search(text, max(span.start, start - 60), start):
        return False  # "the law firm representing Ann Lind", "the guild backing Okoro"
    return not _PREPOSITION.search(text, max(span.start, start - 60), start)


def _ends_a_body(text: str, span: Span, name: Span) -> bool:
    """Return whether a surname is the last word of a body's name: "Team Lind" are more than he."""
    before = text[span.start : name.start].split()
    return len(before) == 1 and before[0] in words("organisations.txt", "word")


def _is_apposition(text: str, span: Span, mention: Mention) -> bool:
    start = mention.span.start
    if text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
        return False  # "Lind House, Okoro's driver": whose driver he is, not who
    if mention.role is not None and span.end <= mention.role.start < start:
        start = mention.role.start  # "the mayor, Governor Ann Okoro"
    titled = _TITLED.match(text, span.end)
    if titled is not None and mention.role is not None and mention.role.start <= titled.end():
        return True
    if mention.role is not None and _SECOND_OFFICE.fullmatch(text, span.end, mention.role.start):
        told = _WORD.findall(span.of(text))
        return bool(told) and told[0].lower() not in _DETERMINERS and is_person_noun(told[-1].lower())
    if mention.role is not None and _ITS_OFFICE.fullmatch(text, span.end, mention.role.start):
        return text[mention.span.end : mention.span.end + 1] == ","
    gap = text[span.end : start] if 0 <= start - span.end <= 30 else "?"
    if (
        _CITED.search(text, max(0, span.start - 24), span.start)
        and text[mention.span.end : mention.span.end + 1] == " "
    ):
        return False  # "According to the mayor, Ann Okoro will stay": whom the mayor speaks of
    return bool(
        re.fullmatch(
            r"(?:,?|\s(?:--|—|–))\s(?:ex-|then-|former\s)?(?:[A-Z][a-z]{1,3}\.?\s)?|,\swho\s(?:goes|went)\sby\s(?:the\sname\s(?:of\s)?)?"
            r"|,?\s\(?(?:later\s)?(?:identified|named)\sas\s",
            gap,
        )
    )


def _is_made_by(text: str, span: Span, mention: Mention) -> bool:
    """Return whether a name tells who made what speaks, so that one behind it did too: "a report by Ann Lind"."""
    return mention.kind == "person" and _MADE_BY.search(text, span.start, mention.span.start) is not None


def _is_explained(text: str, span: Span, mention: Mention) -> bool:
    """Return whether a name right behind a quotation is explained by the words: “...,” Ann Okoro, a baker said."""
    if mention.kind not in ("person", "unknown") or " " not in mention.name:
        return False
    opened = _QUOTED.search(text, max(0, mention.span.start - 3), mention.span.start) is not None
    return opened and text[mention.span.end : span.start] == ", " and _INDEFINITE.match(text, span.start) is not None


def _is_what_he_is(text: str, span: Span, mention: Mention) -> bool:
    """Return whether the words tell what somebody is who is named before them: "Lind is the keeper who said"."""
    is_one = _IS.fullmatch(text, mention.span.end, span.start) is not None
    return is_one and mention.kind == "person" and text[span.start : span.end].endswith(" who")


def _is_some_of(text: str, span: Span, mention: Mention) -> bool:
    """Return whether a number or "several" stands before a name for many people: "Several Harbour Liberals"."""
    last = mention.name.split()[-1].lower()
    many = last.endswith("s") and (is_person_noun(last[:-1]) or last in words("people_nouns.txt"))
    return many and span.start < mention.span.start and _SOME_OF.match(text, span.start) is not None


def _is_people_of(text: str, span: Span, mention: Mention) -> bool:
    """Return whether a source is people of a place or of several bodies: "officials in the Farm Board and the Mill"."""
    of_body = _PEOPLE_OF.match(text, span.start, mention.span.start)
    return of_body is not None and is_person_noun(of_body["noun"].lower())


def _ends_with_name(text: str, span: Span, mention: Mention) -> bool:
    relative = _RELATIVE.search(text, span.start, span.end)
    end = relative.start() if relative is not None else span.end
    return mention.span.end >= end - 2 or _goes_on(text, mention.span.end, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Return whether the rest of a source is a body's name too, or tells what it is."""
    return any(pattern.fullmatch(text, start, end) for pattern in (_NAME_GOES_ON, _WHAT_IT_IS))


def _is_told_what(text: str, span: Span, mention: Mention) -> bool:
    """Return whether a body's name stands before what it is: "the Harbour Watch Group monitoring service"."""
    return _WHAT_IT_IS.fullmatch(text, mention.span.end, span.end) is not None
