"""Mentions: one article's text and parses in, the words that name people, bodies and places out.

Only what the article itself says is decided here; who a bare surname is, the whole folder decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import cache

from generator.annotate.cues import base_form, cue_kind
from generator.annotate.handles import find_handles
from generator.annotate.names import MEETINGS, SUFFIXES, Name, find_names
from generator.annotate.quotations import Marked
from generator.annotate.skeletons import Parse
from generator.annotate.sources import names_the_head
from generator.annotate.titles import leads_name
from generator.days import MONTHS, WEEKDAYS
from generator.records import Gender, Mention, MentionKind, Span, Standing
from generator.wordlists import lines, words

_FOR_ANOTHER = re.compile(r"\b(?:for|of|from|to|at|by|with)\s(?:the\s)?(?:[\w.’'-]+\s){0,3}$")
_NEXT_WORD = re.compile(r"\s([a-z-]+)\b")
_COUNTRYS = re.compile(r"\b([A-Z][\w.]+(?:\s[A-Z]\w+)?)[’']s\s$")
_ORDINAL = re.compile(r"(?<![\w,.-])\d{1,3}(?:st|nd|rd|th)\s$")
_JOINED = re.compile(
    r"\b(?:(?:the|The)\s(?P<first>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)|(?P<nation>U\.?S\.?)\s(?P<next>[A-Z][a-z][\w-]+))"
    r"(?:,\s[A-Z][\w-]+,?)?\sand\s$"
)
_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")
_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "unknown",
}
# How stations are called on air: "WHLE-TV".
_STATION = re.compile(r"[A-Z]{3,5}-(?:TV|FM|AM)\b")
# Two words written as one name a firm or an outlet, "MarketWatch"; "MacArthur", "DeVos" and "FitzRoy" are people.
# "Hale Airlines Flight 567" is a flight of theirs.
_NUMBERED = re.compile(r"\s(?:Flights?|Trains?)$")
_TWO_IN_ONE = re.compile(r"(?!Fitz)[A-Z][a-z]{3,}[A-Z][a-z]+")
_PORTFOLIO = (
    r"(?:justice|state|defen[cs]e|foreign(?:\saffairs)?|interior|home|health|education|treasury|energy|labou?r|finance"
    r"|environment|transport(?:ation)?|commerce|agriculture|housing|immigration|tourism|culture|fire|police|sheriff[’']s"
    r"|(?:tele)?communications?|information|intelligence|trade|industry|oil|petroleum|water|planning|science|economy|sports?)"
)
_NATIONAL = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?)\s)?(?P<nation>[A-Z][\w.]*(?:\s[A-Z]\w+)?)(?:[’']s)?\s"
    rf"(?P<body>(?:{_PORTFOLIO}\s)?[a-z]+)(?=$|\sspokes|,)"
)
# Ministries written small: "the justice department".
_MINISTRY = re.compile(rf"[Tt]he\s(?P<body>{_PORTFOLIO}\s(?:department|ministry|office))(?=$|\sspokes|,)")
# Offices written small, or parted by an owner's "s": "the special counsel's office", "the U.S. Attorney's Office".
_OFFICES = re.compile(
    r"(?:\b(?!The\b)[A-Z][\w.]*\s){0,3}\b(?:[Ss]pecial\s[Cc]ounsel|[Aa]ttorney\s[Gg]eneral|[Dd]istrict\s[Aa]ttorney|[Ss]tate\s[Aa]ttorney"
    r"|U\.?S\.?\s[Aa]ttorney|[Ss]heriff|[Gg]overnor|[Mm]ayor|[Pp]rosecutor|[Cc]oroner|[Mm]edical\s[Ee]xaminer|[Pp]ublic\s[Dd]efender)"
    r"[’']s\s(?:[Oo]ffice|[Dd]epartment)\b"
)
# What a body is for goes on behind "and": "the Institute of Dykes and Tidal Diseases".
_FOR_TWO = re.compile(
    r"(?:\b(?!The\b)[A-Z][\w.-]*\s){0,2}\b(?:Institutes?|Centers?|Centres?|Department|Ministry|Bureau|Office|Administration"
    r"|Organi[sz]ation|Foundation|Association|Alliance|Coalition|Federation|Campaign|Council|Fund|Network|Society)\s"
    r"(?:of|for)\s(?P<matter>(?:[A-Z][a-z][\w-]+\s){1,3}and\s(?P<last>[A-Z][a-z][\w-]+(?:\s[A-Z][a-z][\w-]+)*))"
)
# What a body is there to do: "the Committee to Protect Dykes".
_TO_DO = re.compile(
    r"(?:\b(?!The\b)[A-Z][\w.-]*\s){0,2}\b(?:Committee|Campaign|Coalition|Alliance|Foundation|Fund|Movement|Project|Network|Commission)\s"
    r"[Tt]o\s[A-Z][a-z]+(?:\s[A-Z][\w-]+){1,4}"
)
_NOT_BEHIND_AND = re.compile(r"(?<!\band\s)\b[A-Z][\w-]+")
# What a committee looks after is part of its name: "the House Committee on Harbours and Dykes".
_COMMITTEES = re.compile(
    r"(?:\b(?!The\b)[A-Z][\w.-]*\s){0,3}\b(?:Committee|Subcommittee|Commission|Council|Caucus|Conference|Center|Centre)\son\s(?:the\s)?"
    r"(?P<matter>(?!Capitol\b)[A-Z][\w-]+(?:(?:,|\sand|,\sand)?\s[A-Z][\w-]+)*)"
)
# A house's committee without the word: "House Dykes and Tides", where the article has "the Dykes and Tides Committee".
_MATTERS = r"(?P<matter>[A-Z][a-z][\w-]+(?:,\s[A-Z][a-z][\w-]+){0,3}(?:,)?\sand\s[A-Z][a-z][\w-]+)"
_MATTER_COMMITTEE = re.compile(rf"\b(?:(?:House|Senate)\s)?(?!House\b|Senate\b){_MATTERS}\sCommittee\b")
_HOUSE_MATTER = re.compile(rf"\b(?:House|Senate)\s{_MATTERS}")
_COMMITTEE_BEHIND = re.compile(r"\s(?:[Cc]ommittee|[Ss]ubcommittee|[Pp]anel)")
_RULING = re.compile(r"[Tt]he\s(?P<body>[A-Z][\w’'-]+\s(?:administration|campaign))")
# What somebody keeps speaks for itself: "Lind's office", "Mr. Lind's team".
_KEPT = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s)?(?P<body>[A-Z][\w-]+[’']s?\s(?:office|team|campaign))")
_PRESS = frozenset(
    "Times Post Journal News Herald Tribune Gazette Chronicle Observer Guardian Telegraph Magazine Radio Press".split()  # noqa: SIM905
)
OUTLET_NOUNS = frozenset("newspaper paper magazine outlet website broadcaster network channel station".split())  # noqa: SIM905
REPORTS = re.compile(r"\s(?:(?:has|have|had|first|also|later)\s){0,2}(?:reports|reported)\b")
"""Behind whoever passes on what others do or say."""
# What begins the names of towns, forts and capes, and of nobody.
_TOWNS = frozenset({"San", "Santa", "Los", "Las", "Puerto", "Fort", "Cape", "Mount"})
_PAGEANTS = frozenset({"Universe", "World", "Earth", "Teen"})
_OF = re.compile(r"\s(?:of|for)\s")
_INITIALS = re.compile(r"(?:[A-Z]\.){3,5}")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNDER_AGENTS = frozenset({"pobj", "agent"})  # "delivered by radio host Karl Lind": he is no subject
ACRONYM = 6  # letters; longer words in capitals are datelines and headings


def find_mentions(
    text: str,
    paragraphs: Sequence[Span],
    marked: Sequence[Marked],
    parses: dict[int, Parse],
    sources: Sequence[Span],
    voices: Sequence[Span] = (),
) -> tuple[Mention, ...]:
    """Return the mentions in order.

    `sources`: words that name who is quoted. `voices`: of whom no more is known than that they are reported to have
    said something: a body among them is told by the words themselves.
    """
    names = _without_titles(text, _without_numbered(text, find_names(text)), marked)
    names = _without_openers(names, _common_openers(parses))
    votes = _votes(names, parses)
    speaking = _within(text, names, sources)
    told_of = _behind_another(text, names, sources, speaking)
    kinds = _kinds(names, votes, speaking, {name.text for name in names if REPORTS.match(text, name.span.end)})
    subjects = _subjects(parses)
    mentions: list[Mention] = []
    number, inside = 0, 0
    for name in names:
        kind = kinds[name.span]
        if kind is None:
            continue
        while number + 1 < len(paragraphs) and paragraphs[number].end <= name.span.start:
            number += 1
        while inside < len(marked) and marked[inside].outer.end <= name.span.start:
            inside += 1
        quoted = inside < len(marked) and marked[inside].outer.start <= name.span.start
        after = text[name.span.end : name.span.end + 2]
        standing = Standing(
            number,
            quoted,
            name.span.end in subjects if number in parses else _seems_subject(text, name),
            name.span in speaking or (_says(text, name.span.end) and name.span not in told_of),
            after in ("'s", "’s"),
            gender_of(name.text, name.honorific, name.role.of(text) if name.role else ""),
            name.honorific,
        )
        span, shown = _whole_body(text, name) if kind == "organisation" else (name.span, name.text)
        mentions = [each for each in mentions if each.span.end <= span.start] if span != name.span else mentions
        mentions.append(Mention(span, shown, kind, name.role, standing=standing))
    mentions = _with_handles(text, paragraphs, marked, mentions, sources)
    return _with_national_bodies(text, paragraphs, mentions, [*sources, *voices])


def _without_numbered(text: str, names: Iterable[Name]) -> list[Name]:
    """Return the names without what a number behind them counts: the airline of "Hale Airlines Flight 567"."""
    kept = []
    for name in names:
        counted = _NUMBERED.search(name.text) if re.match(r"\s\d", text[name.span.end :][:2]) else None
        if counted is not None and name.span.of(text) == name.text:
            length = counted.start()
            cut = Span(name.span.start, name.span.start + length)
            name = replace(name, span=cut, whole=Span(name.whole.start, cut.end), text=name.text[:length])
        kept.append(name)
    return kept


def _without_titles(text: str, names: Sequence[Name], marked: Sequence[Marked]) -> list[Name]:
    """Leave out the names that stand only as all that is quoted: on “Morning Joe” nobody appears, who plays “Karl”."""
    inner = {stretch.inner.start: stretch.inner.of(text).rstrip(",.?!…") for stretch in marked}
    alone = {name.span for name in names if inner.get(name.whole.start) == name.whole.of(text).rstrip(".")}
    named = {name.text for name in names if name.span not in alone}
    return [name for name in names if name.span not in alone or name.text in named]


def _with_handles(
    text: str, paragraphs: Sequence[Span], marked: Sequence[Marked], mentions: list[Mention], sources: Sequence[Span]
) -> list[Mention]:
    """Add who stands under a name of a platform that is written small: "the Reddit user lerke"."""
    taken = sorted(mention.span for mention in mentions)
    added = []
    for handle in find_handles(text):
        if _overlaps(handle.span, taken):
            continue
        at = bisect_left(marked, handle.span.end, key=lambda stretch: stretch.outer.end)
        quoted = at < len(marked) and marked[at].outer.start <= handle.span.start
        speaks = any(
            source.covers(handle.span) and names_the_head(text, source, handle.span, handle.role) for source in sources
        )
        number = bisect_left(paragraphs, handle.span.start, key=lambda paragraph: paragraph.end)
        standing = Standing(number, quoted and not speaks, subject=speaks, reporting=speaks)
        added.append(Mention(handle.span, handle.span.of(text), "person", handle.role, standing=standing))
    return sorted((*mentions, *added), key=lambda mention: mention.span)


def _with_national_bodies(
    text: str, paragraphs: Sequence[Span], mentions: list[Mention], sources: Sequence[Span]
) -> tuple[Mention, ...]:
    """Add the bodies written small that say something: "the Danish police", "a U.S. army spokesman"."""
    found = {}
    for source in sources:
        ruling = _RULING.fullmatch(text, source.start, source.end) or _KEPT.fullmatch(text, source.start, source.end)
        match = _NATIONAL.match(text, source.start, source.end)
        ministry = _MINISTRY.match(text, source.start, source.end)
        if ruling is not None:
            found[ruling.start("body")] = _body(text, paragraphs, Span(*ruling.span("body")), True)
        elif ministry is not None:
            found[ministry.start("body")] = _body(text, paragraphs, Span(*ministry.span("body")), True)
        elif match is not None and _is_national(text, match["nation"], match["body"].split()[-1]):
            span = Span(match.start("nation"), match.end("body"))
            found[span.start] = _body(text, paragraphs, span, True)
    speaking = {source.end for source in sources}
    for match in _OFFICES.finditer(text):
        found[match.start()] = _body(text, paragraphs, Span(*match.span()), match.end() in speaking)
    for match in _COMMITTEES.finditer(text):
        if _is_a_matter(match["matter"]):
            found[match.start()] = _body(text, paragraphs, Span(*match.span()), match.end() in speaking)
    matters = {m["matter"] for m in _COMMITTEES.finditer(text) if " and " in m["matter"]}
    matters |= {m["matter"] for m in _MATTER_COMMITTEE.finditer(text)}
    for match in _HOUSE_MATTER.finditer(text):
        if match["matter"] in matters and not _COMMITTEE_BEHIND.match(text, match.end()):
            found[match.start()] = _body(text, paragraphs, Span(*match.span()), match.end() in speaking)
    alone = frozenset(match[0] for match in _NOT_BEHIND_AND.finditer(text))
    # "the Foundation for Dykes and Tides in the North said": what stands behind tells where that is.
    opening = {start: source.end for source in sources for start in (source.start, source.start + len("the "))}
    for match in (*_FOR_TWO.finditer(text), *_TO_DO.finditer(text)):
        matter = match.groupdict().get("matter")
        if matter is None or (_is_a_matter(matter) and _is_no_name(match["last"], alone)):
            says = match.end() in speaking or opening.get(match.start(), 0) >= match.end()
            found[match.start()] = _body(text, paragraphs, Span(*match.span()), says)
    taken = sorted(mention.span for mention in found.values())
    kept = [mention for mention in mentions if not _overlaps(mention.span, taken)]
    return tuple(sorted((*kept, *found.values()), key=lambda mention: mention.span))


def _is_a_matter(words_after: str) -> bool:
    """Return whether "on" leads to what a committee looks after, and not to when or where it met."""
    known = {*WEEKDAYS, *MONTHS} | words("place_names.txt") | words("forenames.txt")
    return not known & set(re.findall(r"[\w.]+", words_after))


def _is_no_name(last: str, alone: Set[str]) -> bool:
    """Return whether words behind "and" name no other body and nobody. `alone`: the words that stand without it."""
    first, _, rest = last.partition(" ")
    # "Law and Justice" has no justice, with no name behind it
    return not (is_listed_body(last) or (rest and leads_name(first)) or (first in alone and not leads_name(first)))


def _is_national(text: str, nation: str, body: str) -> bool:
    """Return whether a body is told by its country, or a town's police by any name: "the Metropolitan police"."""
    if body not in words("organisations.txt", "common") or body in OUTLET_NOUNS:
        return False
    if body == "police" and nation not in words("sentence_openers.txt"):
        return re.search(rf"\b{re.escape(nation.lower())}\b", text) is None  # "Local police"
    return nation.rstrip(".") in words("place_names.txt")


def _body(text: str, paragraphs: Sequence[Span], span: Span, reporting: bool) -> Mention:
    number = bisect_left(paragraphs, span.start, key=lambda paragraph: paragraph.end)
    standing = Standing(number, subject=reporting, reporting=reporting)
    return Mention(span, span.of(text), "organisation", standing=standing)


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, span.start, key=lambda each: each.end)
    return at < len(taken) and taken[at].overlaps(span)


def _says(text: str, end: int) -> bool:
    """Return whether a reporting verb with its tense follows: "Okoro warned", and not "Okoro and", "Okoro report"."""
    match = _NEXT_WORD.match(text, end)
    return match is not None and cue_kind(match[1]) == "speech" and match[1] != base_form(match[1])


def _common_openers(parses: dict[int, Parse]) -> set[int]:
    """Return where a common noun begins that only the sentence gives its capital: "Hauliers said", "Harbour master"."""
    return {
        token.start
        for parse in parses.values()
        for token, after in zip(parse.tokens, (*parse.tokens[1:], None), strict=False)
        if token.pos != "PROPN"
        and (token.tag == "NNS" or (token.dep == "compound" and after is not None and after.text.islower()))
    }


def _without_openers(names: list[Name], common: set[int]) -> list[Name]:
    """Leave out single words that open a sentence as common nouns and never stand with a capital within one."""
    within = {name.text for name in names if not name.opens_sentence}
    within |= {name.text.split()[-1] for name in names if " " in name.text}
    return [
        name
        for name in names
        if not (
            name.opens_sentence
            and name.span.start in common
            and " " not in name.text
            and not {name.text, name.text.title()} & within
        )
    ]


def _whole_body(text: str, name: Name) -> tuple[Span, str]:
    """Return a body's name with what an "and" cut off it, "the Food and Farm Department", or with its country.

    A station's is the one that it is called by on air, without its channel.
    """
    if (station := _STATION.match(name.text)) is not None:
        return Span(name.span.start, name.span.start + station.end()), station[0]
    match = _JOINED.search(text, max(0, name.span.start - 50), name.span.start)
    first = (match["first"] or match["next"]).split() if match is not None else []
    bodies = words("organisations.txt", "word")
    # "the UN Food and Farm Organisation", "the House Dykes and Farm Committee"
    whose = bool(first[1:]) and (first[0] in words("place_names.txt") or first[0] in ("House", "Senate"))
    apart = any(w.isupper() or w in bodies for w in first[whose:])
    if match is not None and name.text.split()[-1] in bodies and not apart:
        span = Span(match.start("first" if match["first"] else "nation"), name.span.end)
        return span, " ".join(span.of(text).split())
    return _with_country(text, name)


def _with_ordinal(text: str, name: Name) -> tuple[Span, str]:
    """Return a body's name with the number that it begins with: "7th Harbour Television", "the 9th Hale Court"."""
    number = _ORDINAL.search(text, max(0, name.span.start - 8), name.span.start)
    if number is None:
        return name.span, name.text
    span = Span(number.start(), name.span.end)
    return span, " ".join(span.of(text).split())


def _with_country(text: str, name: Name) -> tuple[Span, str]:
    """Return a body's name with the country that owns it: "China's Foreign Ministry" tells it from another's."""
    match = _COUNTRYS.search(text, max(0, name.span.start - 24), name.span.start)
    if match is None or match[1] not in words("place_names.txt"):
        return _with_ordinal(text, name)
    span = Span(match.start(), name.span.end)
    return span, " ".join(span.of(text).split())


def _within(text: str, names: list[Name], sources: Iterable[Span]) -> set[Span]:
    """Return the names that one of the spans means: its head, and no word before another."""
    starts = [name.span.start for name in names]
    return {
        names[index].span
        for span in sources
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if names_the_head(text, span, names[index].span, names[index].role)
    }


def _behind_another(text: str, names: list[Name], sources: Iterable[Span], speaking: Set[Span]) -> set[Span]:
    """Return the names for whom somebody else speaks: Okoro, where "a spokesman for Okoro said"."""
    starts = [name.span.start for name in names]
    return {
        names[index].span
        for span in sources
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if names[index].span.end >= span.end and names[index].span not in speaking
        if _FOR_ANOTHER.search(text, span.start, names[index].span.start)
    }


def _votes(names: list[Name], parses: dict[int, Parse]) -> dict[str, Counter[str]]:
    """Return for each name's words what the model took them for, over the whole article."""
    found: dict[str, Counter[str]] = {}
    entities: list[tuple[int, int, str]] = []
    for parse in parses.values():
        for token in parse.tokens:
            if token.entity in _KINDS:
                entities.append((token.start, token.end, token.entity))
    entities.sort()
    at = 0
    for name in names:
        while at < len(entities) and entities[at][1] <= name.span.start:
            at += 1
        if at < len(entities) and entities[at][0] < name.span.end:
            found.setdefault(name.text, Counter())[entities[at][2]] += 1
    return found


def _subjects(parses: dict[int, Parse]) -> set[int]:
    return {
        token.end
        for parse in parses.values()
        for token in parse.tokens
        if token.dep in _SUBJECTS or (token.dep == "appos" and parse.tokens[token.head].dep not in _UNDER_AGENTS)
    }


def _seems_subject(text: str, name: Name) -> bool:
    """Without a parse: a name before a verb-like word, not after a preposition."""
    before = text[max(0, name.whole.start - 12) : name.whole.start].split()
    return not before or before[-1].lower() not in (
        "of",
        "to",
        "by",
        "with",
        "for",
        "from",
        "on",
        "in",
        "at",
        "and",
        "against",
    )


def _kinds(
    names: list[Name], votes: dict[str, Counter[str]], speaking: set[Span], reporting: set[str]
) -> dict[Span, MentionKind | None]:
    """Decide what each name names. The article votes: one sure reading of a name's words counts for all of them.

    `reporting`: names that report something, as papers do.
    """
    sure: dict[str, MentionKind] = {}
    for name in names:
        kind = _surely(name)
        if kind is not None and sure.get(name.text) != "person":
            sure[name.text] = kind
    surnames: dict[str, str] = {}
    for text, kind in sure.items():
        if kind == "person" and " " in text:
            surnames[surname(text)] = text
            surnames.setdefault(text.split()[0], "") if text.split()[0] in words("family_first.txt") else None
    for name in names:
        if name.text not in sure and " " in name.text and votes.get(name.text):
            top = _KINDS[votes[name.text].most_common(1)[0][0]]
            sure[name.text] = top
            if top == "person":
                surnames[surname(name.text)] = name.text
    for text in sorted(reporting - sure.keys()):
        if " " not in text and text not in surnames:
            sure[text] = "organisation"
    kinds: dict[Span, MentionKind | None] = {}
    for name in names:
        kinds[name.span] = _kind(name, sure, surnames, votes, speaking)
    return kinds


def _surely(name: Name) -> MentionKind | None:
    """Return what a name's own words say."""
    tokens = name.text.replace(".", "").split()
    organisation = words("organisations.txt", "word")
    # "Karl House, the mayor's driver", "Paris Lake, a cook": what is told of them no house and no lake is
    told = name.aged or (name.role is not None and name.role.start > name.span.end)
    told = told and tokens[0] in words("forenames.txt")
    landmark = len(tokens) > 1 and tokens[-1] in words("place_names.txt", "landmark")
    if landmark and not name.honorific and not (told and len(tokens) == 2):
        return "place"
    if is_joined_forename(tokens[0]) and (len(tokens) == 1 or not organisation & set(tokens)):
        return "person"
    if tokens[0] in words("forenames.txt") and tokens[-1] in SUFFIXES and len(tokens) > 2:
        return "person"  # "Karl B. Church III"
    of = _OF.search(name.text)  # "Institute for the Study of War" is no war
    body = of is not None and name.text[: of.start()].split()[-1] in words("organisations.txt", "generic")
    if len(tokens) > 1 and tokens[-1] in words("organisations.txt", "no_person") and not (name.honorific or body):
        return "unknown"
    if name.honorific == "Miss" and (tokens[0] in _PAGEANTS or name.text in words("place_names.txt")):
        return "unknown"
    inside = " " in name.text or not name.opens_sentence  # "Time" may open a sentence as any word does
    if _is_meeting(name.text) and not name.honorific:
        return "organisation"
    if name.text in words("place_names.txt") or all(token in words("place_names.txt") for token in tokens):
        return "place" if not name.honorific else "person"
    outlet = name.text in _outlets() or (len(name.text) > ACRONYM and name.text.lower() in _outlets_small())
    known = name.text in words("organisations.txt", "bare") or (inside and outlet)
    if not name.honorific and (known or any(token in organisation for token in tokens)):
        return "person" if told and len(tokens) == 2 and not known else "organisation"
    if len(tokens) in (2, 3) and tokens[0] in _TOWNS and not name.honorific:
        return "place"
    if len(tokens) > 1 and not name.honorific and _is_of_a_people(tokens):
        return "unknown"
    if _STATION.fullmatch(name.text):
        return "organisation"
    if name.text.isupper() and len(name.text) > 1 and not name.honorific:
        return _shouted(name.text)
    if _TWO_IN_ONE.fullmatch(name.text) and not name.honorific:
        return "organisation"
    if name.honorific or ((name.role is not None or name.aged) and len(tokens) <= 4):
        return "person"
    # "Christian Aid", "Roman law": a people's word may be a forename, so the model is asked.
    forename = tokens[0] in words("forenames.txt") - words("place_names.txt", "people")
    if len(tokens) > 1 and forename and len(tokens) <= 4:
        return "person"
    if len(tokens) == 2 and tokens[0] in words("family_first.txt") and tokens[1] not in words("place_names.txt"):
        return "person" if tokens[1].islower() is False else None
    return None


def _is_of_a_people(tokens: Sequence[str]) -> bool:
    """Return whether a name ends as no person's does: with a place, or a people's word and no forename before it."""
    first = tokens[0] in words("forenames.txt") or tokens[0] in words("family_first.txt")
    if first or len(tokens[0]) == 1:
        return False
    place = len(tokens) > 2 and " ".join(tokens[1:]) in words("place_names.txt")
    return place or tokens[-1] in words("place_names.txt", "people")


def is_listed_body(name: str) -> bool:
    """Return whether the lists know a name for a body's, or one of its words for a body's word."""
    if name in words("organisations.txt", "bare") or name in _outlets():
        return True
    return _is_meeting(name) or any(
        token in words("organisations.txt", "word") for token in name.replace(".", "").split()
    )


def _is_meeting(name: str) -> bool:
    """Return whether a word that is a body's only with more behind it has that: "Conference of Harbour Masters"."""
    of = _OF.search(name)
    return of is not None and name[: of.start()].split()[-1] in MEETINGS


def is_outlet(name: str) -> bool:
    """Return whether a name is a paper's, a broadcaster's or an agency's."""
    plain = name.removeprefix("The ")
    return plain in _outlets() or name in _outlets() or plain.split()[-1] in _PRESS


@cache
def _outlets() -> frozenset[str]:
    return frozenset((*lines("outlets.txt"), *lines("agencies.txt")))


@cache
def _outlets_small() -> frozenset[str]:
    """Return the names of outlets in small letters: "Buzzfeed" is BuzzFeed."""
    return frozenset(name.lower() for name in _outlets())


def _shouted(text: str) -> MentionKind:
    """Return what a name in capitals is: "NATO" is a body, "NAIROBI" at the head of a story a place."""
    lowered = text.title()
    if lowered in words("place_names.txt") or lowered in words("sentence_openers.txt"):
        return "place"
    if _INITIALS.fullmatch(text):
        return "organisation"  # "the F.D.A."
    if "." in text or " " in text or len(text) > ACRONYM or text in words("organisations.txt", "no_body"):
        return "unknown"
    return "organisation"


def _kind(
    name: Name,
    sure: dict[str, MentionKind],
    surnames: dict[str, str],
    votes: dict[str, Counter[str]],
    speaking: set[Span],
) -> MentionKind | None:
    if name.text.endswith((" Democrat", " Republican")):
        return None  # "the Ohio Democrat" is a description
    if name.text in sure and name.text not in words("organisations.txt", "generic"):
        return sure[name.text]
    if " " not in name.text and surname(name.text) in surnames:
        return "person"
    if name.text in words("organisations.txt", "generic"):
        return None
    if name.text in words("sentence_openers.txt") or name.text in words("place_names.txt", "people"):
        return None
    voted = votes.get(name.text)
    if name.span in speaking and " " not in name.text:
        return "person" if not voted or voted.most_common(1)[0][0] != "ORG" else "organisation"
    if voted:
        return _KINDS[voted.most_common(1)[0][0]]
    # A capital within the sentence names something; whether somebody, another article may know.
    return None if name.opens_sentence and " " not in name.text else "unknown"


_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)-(?=\w{3})", re.I)


def surname(name: str) -> str:
    """Return the family name: the last word, or the first of a Chinese, Korean or Vietnamese name.

    Without an Arabic article: "al-Okori" and "Okori" are written of one man.
    """
    tokens = [token for token in name.replace(".", "").split() if token not in ("Jr", "Sr", "II", "III", "IV")]
    if not tokens:
        return name
    return tokens[0] if is_family_first(tokens) else _ARTICLE.sub("", tokens[-1])


def middle_surnames(name: str) -> list[str]:
    """Return the words within a full name that somebody may be called by: "Prat" of "Karl Prat Lindholm"."""
    inner = name.split()[1:-1]
    return [word for word in inner if len(word) > 3 and word.isalpha() and word not in words("forenames.txt")]


def is_family_first(tokens: Sequence[str]) -> bool:
    """Return whether a name's first word is its family name: "Mao Zedong", "Chiang Kai-shek", "Kim Jong Un"."""
    if len(tokens) == 2 and _SYLLABLES_JOINED.fullmatch(tokens[1]) and tokens[0] not in words("forenames.txt"):
        return _syllabic(tokens[1])  # "Baek Seo-yeon"
    if not 2 <= len(tokens) <= 3 or tokens[0] not in words("family_first.txt"):
        return False
    if tokens[1] in words("forenames.txt") and tokens[1] not in words("family_first.txt"):
        return False
    # "Kim Davis" is an American: the rest must be short or hyphenated syllables, as given names of these languages are.
    return all(_syllabic(token) for token in tokens[1:])


# Given names of two syllables, the second small, are written so in Korea and Taiwan alone.
_SYLLABLES_JOINED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,5}")
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|hs|ph|th|kh|nh|ng|kw|gy|hy|my|by|py|[bcdfghjklmnpqrstwxyz])?"
    r"(?:[aeiouü]{1,3}|y)(?:ng|nh|n|k|l|m|p|t|r|h)?){1,3}",
    re.I,
)


def _syllabic(token: str) -> bool:
    return all(part and len(part) <= 9 and _SYLLABLES.fullmatch(part) for part in token.split("-"))


def told_gender(honorific: str, role: str) -> Gender:
    """Return the gender that a form of address or a noun for somebody tells: "Mrs", "his wife", "a congressman"."""
    if honorific in words("titles.txt", "female"):
        return "f"
    if honorific in words("titles.txt", "male"):
        return "m"
    nouns = {word.lower() for word in _TOKEN.findall(role)}
    woman, man = nouns & words("titles.txt", "woman"), nouns & words("titles.txt", "man")
    return "f" if woman and not man else "m" if man and not woman else ""


def gender_of(name: str, honorific: str = "", role: str = "") -> Gender:
    """Return the gender that a form of address, a description or a forename tells, "" when none does."""
    if told := told_gender(honorific, role):
        return told
    tokens = name.replace(".", "").split()
    if len(tokens) < 2:
        return ""
    first = tokens[0] if len(tokens[0]) > 1 else tokens[1]
    return "" if is_family_first(tokens) else forename_gender(first)


def forename_gender(name: str) -> Gender:
    """Return the gender that a forename tells, or the first of two joined ones: "Anne-Zoé", "Kellyanne"."""
    if name in words("forenames.txt", "either"):
        return ""
    female, male = words("forenames.txt", "female"), words("forenames.txt", "male")
    if name in female or name in male:
        return "" if name in female and name in male else "f" if name in female else "m"
    if "-" in name:
        return forename_gender(name.partition("-")[0])
    known = words("forenames.txt")
    return "f" if any(name[:at] in known and name[at:].title() in female for at in range(3, len(name) - 2)) else ""


def is_joined_forename(name: str) -> bool:
    """Return whether a word is two forenames with a hyphen: "Anne-Zoé"."""
    first, _, second = name.partition("-")
    forenames = words("forenames.txt")
    return second[:1].isupper() and second[1:].islower() and (first in forenames or second in forenames)
