"""Lines that name who wrote, sent or published the story: bylines, credit lines, sign-offs, publication stamps."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.masthead import CREATED, OF_A_NOTE, STOOD_FIRST, UNSURE, house_facts, outlet_fact
from generator.clean.outlets import DOMAIN, known_outlet, outlet_like, site_name
from generator.clean.page import Field, LineFact, LineRule, LineVerdict, shown
from generator.clean.signatures import (
    BEFORE_BY,
    Signature,
    before_role,
    byline_names,
    is_role,
    proper_name,
    read,
    signed,
    without_role,
)
from generator.clean.stamps import is_hour, is_stamp, may_be_stamp, stated_day
from generator.clean.wordlists import folded
from generator.days import MONTH_NUMBERS, MONTH_PATTERN
from generator.field_names import meaning_of

_I = re.IGNORECASE
_PART = (
    r"(?:[A-ZÀ-Þ][\w.'’-]*|[A-Z]\.|de|da|del|der|den|van|von|al|el|bin|ibn|la|le|du|dos|di|y|ter|ten|st\.?|"
    r"[“\"‘'][A-Z]\w+[”\"’'])"
)
_NAME_PART = r"[A-Z@À-Þ][\w.'’-]*"
_NAME = rf"{_NAME_PART}(?:\s{_PART}){{0,4}}"
_LINK = r"(?:\s?,\s|\s(?:and|&|with|in|for|AND|IN|FOR|WITH)\s|\s?[|/•·]\s?|\s[–—-]\s)"
_NAMES = rf"{_NAME}(?:{_LINK}+{_NAME}){{0,6}}"
_BY = re.compile(
    rf"^(?:(?:(?:{BEFORE_BY}|edited and written)\s+)?by\s?:?\s+|from\s(?=our\s))(?P<names>.+)$",
    _I,
)
# "Von Ann Lee", "Par Ann Lee", "Por Ann Lee et Jo Marsh": nothing but names behind.
_BY_ABROAD = re.compile(
    r"(?:(?:[Ee]ine?|[Uu]n[ae]?|[Uu]n[’'])\s?(?:Reportage|Bericht|Analyse|Kommentar|Interview|Gastbeitrag|Essay|Kolumne|reportage|"
    r"analyse|chronique|récit|enquête|tribune|entretien|analisi|commento|intervista|crónica|análisis|reportaje|artículo)\s)?"
    r"(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)\s(?P<names>[^\W\d_a-z][\w.’-]*(?:\s(?:und|et|y|e|en|och|og|i|de|von|van|der|den|ter|del|di|da|la|le|zu|"
    r"[^\W\d_a-z][\w.’-]*)){1,6})(?:\s\([^()]{2,60}\))?"
)
_LABEL = re.compile(
    r"^(?:authors?|writers?|words|reporters?|written by|story by|report by|reported by|posted by|"
    r"text by|byline|correspondent|contributors?|about the authors?|from our correspondent)\s*[:|"
    r"–—-]\s*(?P<names>.+)$",
    _I,
)
_AFTER = re.compile(
    r"^(?P<names>[^,|:]{3,60}?)\s*(?:[-–—|,]\s*|\s)(?P<role>(?:the )?(?:author|staff writer|"
    r"staff reporter|correspondent|reporter|contributor|columnist|editor|"
    r"(?:[\w’' -]{0,40}\s)?(?:correspondent|reporter|editor|writer|columnist|producer|analyst|"
    r"contributor|bureau chief|staff)))(?:,?\s(?:in|for|at|@)\s.{2,40}|,\s.{2,40})?$",
    _I,
)
_ON_DUTY = re.compile(r"\s\((?:now|earlier|previously|until \S{1,10}|from \S{1,10})\)", _I)  # of a live page


def _looks_like_names(words: str) -> bool:
    """Whether "By ..." is followed by names and not by the rest of a sentence."""
    words = words.strip(" .|–—-*")
    if words.isupper():
        return len(words.split()) <= 14
    parts = words.split()
    small = [
        p
        for p in parts
        if p[0].islower()
        and p.lower()
        not in {
            "and",
            "with",
            "for",
            "in",
            "at",
            "of",
            "the",
            "de",
            "da",
            "der",
            "van",
            "von",
            "ter",
            "und",
            "et",
            "y",
            "och",
            "og",
            "al",
            "el",
            "bin",
            "la",
            "du",
            "di",
            "on",
            "to",
            "via",
            "min",
            "read",
            "pm",
            "am",
            "a.m.",
            "p.m.",
        }
    ]
    lowered = [p for p in small if "@" not in p and not is_role(p)]
    return bool(parts) and parts[0][0].isupper() and len(parts) <= 24 and len(lowered) <= 0.1 * len(parts)


_SPECIAL = re.compile(r"special (?:for|to) (?P<name>(?:the )?[A-Z][\w .'’&-]{2,40})", _I)
_EDITED = re.compile(
    r"^(?:edited|translated|curated|fact[- ]checked|reviewed|photographs?|produced) by\s?:?\s[A-Z][^.]{2,60}$", _I
)


def byline(block: Block) -> LineVerdict | None:
    """Tell a byline: "By Jane Doe", "BY JANE DOE FOR EXAMPLEONLINE", "Jane Doe - Author", "Words: Jane Doe"."""
    text = block.text
    if block.words <= SHORT_BYLINE and _COMPANYS.search(text):
        return LineVerdict("legal or syndication note")  # "Published by Quay Newspapers Ltd"
    if block.words > 26 or len(text) > 200:
        return None
    if _EDITED.match(text):
        return LineVerdict("editor's credit")
    found = (
        _BY.match(text.lstrip("–—- "))
        or _LABEL.match(text)
        or (_BY_ABROAD.fullmatch(_before_house(text)) if block.words <= SHORT_BYLINE else None)
        or _named_so(block)
    )
    if block.words <= 8 and (special := _SPECIAL.fullmatch(text)):
        named = (LineFact("outlet", special["name"], f"line {shown(text)}", 5),) if outlet_like(special["name"]) else ()
        return LineVerdict("byline", named)
    if found is None and "(now)" in text and (live := _NOW.fullmatch(text)):
        facts = (LineFact("byline", _ON_DUTY.sub("", live.group()), f"line {shown(text)}", 1),)
        return LineVerdict("byline (kept as byline)", facts)
    named_so = _PICTURED_BY.split(found["names"])[0] if found else ""
    if found is not None and found.re is _BY_ABROAD:
        named_so = _AND_ABROAD.sub(", ", named_so)
    if named_so and _looks_like_names(without_role(named_so)) and not (block.ends_sentence and block.words > 8):
        told = _byline_facts(text, named_so)
        if found is not None and found.re is _BY_ABROAD and (house := text[len(_before_house(text)) :].strip(" ,")):
            told += tuple(house_facts(Signature(houses=[house] if outlet_like(house) else []), f"line {shown(text)}"))
        has_names = any(fact.field == "byline" for fact in told)
        return LineVerdict("byline (kept as byline)" if has_names else "byline", told)
    if block.words > 14 or block.ends_sentence:
        return None
    if name := before_role(text):
        return LineVerdict("byline (kept as byline)", (LineFact("byline", name, f"line {shown(text)}", 3),))
    if (
        block.words <= 12
        and not block.ends_sentence
        and (found := _AFTER.match(text))
        and re.fullmatch(_NAMES, found["names"])
        and 2 <= len(found["names"].split()) <= 8
    ):
        return LineVerdict("byline (kept as byline)", (LineFact("byline", found["names"], f"line {shown(text)}", 3),))
    return None


def _before_house(text: str) -> str:
    """Return a line without the known outlet or agency behind a comma: "Von Ann Lee, AFP"."""
    names, _, house = text.rpartition(", ")
    known = known_outlet(house) or (house.islower() and known_outlet(house.upper()))  # "dpa" calls itself so
    placed = house.isalpha() and house.istitle() and _OPENED_ABROAD.match(names)  # "Von Ann Lee, Oslund"
    return names if names and (known or placed) else text


_OPENED_ABROAD = re.compile(r"(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)(?:\s[^\W\d_a-z][\w.’-]+){2,4}$")


# "Story by Ann Lee | Photos by Jo Marsh"
_PICTURED_BY = re.compile(r"\s?[|•·/;]\s?(?:photo(?:graph)?s?|pictures?|images?|video|illustrations?|graphics?)\b", _I)
# Between two names of two words each: "Ortega y Gasset" is one.
_AND_ABROAD = re.compile(r"\s(?:und|et|y|e|en|och|og|i)\s(?=[^\W\d_a-z]\S+\s\S)")
_SOME_LABEL = re.compile(r"(?P<label>[^\W\d_]{3,14}(?:\s[^\W\d_]{2,10})?)\s?:\s(?P<names>\S.*)")


def _named_so(block: Block) -> re.Match[str] | None:
    """Return the label and the names of a line such as "Autor: Ann Lee", in whatever language."""
    found = _SOME_LABEL.fullmatch(block.text) if block.words <= SHORT_BYLINE else None
    return found if found and meaning_of(found["label"]) == "byline" else None


_COMPANYS = re.compile(r"^(?:published|distributed|produced) by\b.*\s(?:ltd|limited|inc|llc|plc|gmbh|pty)\b\.?$", _I)
SHORT_BYLINE = 10  # words


_WHEN = r"\s\((?:now|earlier|previously)\)"
_NOW = re.compile(rf"{_NAME}{_WHEN}(?:(?:,\s|,?\sand\s){_NAME}(?:{_WHEN})?){{0,4}}")  # of a live page


_BY_BEFORE = re.compile(r"(?:[Bb]y|BY)\s(?=[A-Z])")
_AGENCIES = re.compile(r",?\s(?:and|with|&)\s(?:news )?agenc(?:y|ies)$", _I)
_SOMEWHERE = re.compile(r"\s(?:in|at|for|of)\s|[|/]")


def placed_byline(block: Block) -> LineVerdict | None:
    """Tell "Jane Doe in London", "Jane Doe and agencies", "Jane Doe | AFP", where a headline stands already.

    A headline may look the same ("Fire Spreads in Lisbon"), so this is only for lines below it.
    """
    text = _BY_BEFORE.sub("", block.text)
    if block.words > 14 or block.ends_sentence:
        return None
    bare = _AGENCIES.sub("", text)
    if bare == text and not _SOMEWHERE.search(text):
        return None
    sign = read(bare, placed=True) or (read(bare, opened=True) if bare != text else None)
    names = [name for part in sign.names for name in re.split(r",?\s(?:and|&)\s|,\s", part)] if sign else []
    if sign is None or not names or not all(_PERSON.fullmatch(name) for name in names):
        return None
    if sign.names == [text] or (sign.unsure and "/" not in text and "|" not in text):
        return None
    how = f"line {shown(text)}"
    facts = [LineFact("byline", sign.byline, how, 3)] if sign.byline else []
    return LineVerdict("byline (kept as byline)", (*facts, *house_facts(sign, how)))


_PERSON = re.compile(rf"{_NAME_PART}(?:\s{_PART}){{1,4}}")


def _byline_facts(text: str, rest: str) -> tuple[LineFact, ...]:
    sign, how = signed(rest), f"byline {shown(text)}"
    facts = [LineFact("byline", sign.byline, f"line {shown(text)}", 0)] if sign and sign.byline else []
    if day := stated_day(text):
        facts.append(LineFact("published", day[0], f"line {shown(text)}", 1 + day[1]))
    if sign is not None:
        facts += house_facts(sign, how)
        if len(sign.unsure) == 1 and not sign.houses and proper_name(sign.unsure[0]):
            facts.append(outlet_fact(sign.unsure[0], how, UNSURE))
    return tuple(facts)


_REPORTING = re.compile(
    r"^[(\[]?\s*(?:additional\s+)?(?:reporting|writing|reported|written|editing|edited|"
    r"compiled)\s+(?:in\s[\w\s]{2,30}\s)?(?:and\s(?:writing|editing|"
    r"additional reporting)\s)?by\s+(?P<names>[^;.(]{3,160})(?P<rest>[;.(].{0,400})?$",
    _I,
)


def reporting_credit(block: Block) -> LineVerdict | None:
    """Tell "(Reporting by Jane Doe; Editing by John Roe)", an agency's foot of a story."""
    found = _REPORTING.match(block.text) if block.words <= 70 else None
    if not found or not _looks_like_names(re.split(r"\sin\s|\sand\s|,", found["names"])[0]):
        return None
    rest = found["rest"] or ""
    if (
        len(rest) > 2
        and not re.search(r"\b(?:editing|writing|reporting|edited|additional|by|our standards|@)\b", rest, _I)
        and len(rest) > 60
    ):
        return None
    names = re.sub(r"\sin\s[A-Z][\w .]+?(?=,|\sand\s|$)", "", found["names"]).strip(" ,)]")
    if re.match(r"^[(\[]?\s*(?:additional|editing|edited)", block.text, _I):
        return LineVerdict("reporting credit")
    return LineVerdict(
        "reporting credit (kept as byline)", (LineFact("byline", names, f"credit {shown(block.text)}", 5),)
    )


_DESK = re.compile(r"^[a-z]{2,3}(?:\s?[/,]\s?[a-z]{2,3})*\s?\((?:[A-Z][\w.]+(?:,\s|\)))+$")  # "ab/cd (AP, Reuters)"
_SOURCE = re.compile(
    r"^[(\[*\s]*(?P<label>sources?|quelle|fonte|fuente|bron|källa|kilde|"
    r"credits?|courtesy(?: of)?|via|agency|provided by|from|"
    r"originally (?:published|appeared) (?:on|in|by|at)|news source|story credit|(?:article|story|"
    r"report) (?:source|credit|courtesy(?: of)?))\s*(?P<mark>[:|"
    r"–—-]\s*)?(?P<name>\S.{0,80}?|https?://\S{0,300})[)\]]?\s*$",
    _I,
)
_SOURCES = ("source", "quelle", "fonte", "fuente", "bron", "källa", "kilde")
_CLAUSE = re.compile(r"(?=.*\b[a-z]{3,}(?:ed|s|ing)\b)[^,;:&/]+(?:\s[^\s,;:&/]+){3,}")
_TIPPED = re.compile(r"^[(\[](?:attribution|via|source|h/?t|hat[- ]tip|thanks to|image|photo)\b.{2,160}[)\]]$", _I)


# "lv/jm (AFP, dpa)", "(dpa/lvo)", "lvo/dpa/AP": who wrote it and from what, in a European newsroom's short names.
_SIGLA = re.compile(
    r"[a-z]{2,4}(?:[/,] ?[a-z]{2,5}){0,3}\s[(\[](?:[A-Za-z]{2,7}(?:[,/] ?)?){1,4}[)\]]|"
    r"[(\[]?(?:dpa|afp|ap|apa|epd|kna|sid|rtr|ots|ansa|efe|lusa|belga|anp|tt|ntb|ritzau|pap|čtk|mti|agerpres)"
    r"(?:/[a-z]{2,5}){1,3}[)\]]?|[(\[]?[a-z]{2,4}(?:/[a-z]{2,4}){0,2}/(?:dpa|afp|ap|apa|epd|kna|sid|rtr|AFP|AP|dpa)[)\]]?"
)
MOST_OF_SIGLA = 4  # words
_BRACKETED = re.compile(r"\[(?P<name>[A-Z][\w .&’'-]{1,40})\]")  # "[Quay News]", whose picture or table stood there


def credit_line(block: Block) -> LineVerdict | None:
    """Tell "Source: BBC", "Credit: Example News via Storyful": where the story comes from."""
    if block.words <= 8 and _DESK.match(block.text):
        return LineVerdict("credit line")
    named = _BRACKETED.fullmatch(block.text) if block.text[0] == "[" and block.words <= MOST_OF_SIGLA else None
    if named is not None and known_outlet(named["name"]):
        return LineVerdict("credit line")
    if block.words <= MOST_OF_SIGLA and _SIGLA.fullmatch(block.text):
        return LineVerdict("credit line")
    if block.words <= 24 and _TIPPED.match(block.text):
        return LineVerdict("credit line")
    found = _SOURCE.match(block.text) if block.words <= 12 else None
    if found and found["label"].casefold() == "sources" and _CLAUSE.fullmatch(found["name"]):
        return None  # "Sources: Skipper knew of the crack" is a headline
    if not found or (block.ends_sentence and not known_outlet(found["name"])):
        return None
    name = re.split(
        r"\s(?:via|/|\|)\s|,?\s(?:and|&)\s(?:news )?agencies\b|/[a-z]{2,3}$|"
        r"\s(?:editor|by|author|published|updated|date)\s?:",
        found["name"].strip(" .*_"),
        flags=_I,
    )[0]
    if not found["mark"] and not (
        outlet_like(name) and re.match(r"courtesy|provided|originally|via", found["label"], _I)
    ):
        return None
    if not (outlet_like(name) or (name[:1].isupper() and len(name.split()) <= 6)):
        return LineVerdict("credit line") if found["label"].casefold().startswith(_SOURCES) else None
    origin = site_name(name) if DOMAIN.fullmatch(name) else name
    facts = [LineFact("origin", origin, f"line {shown(block.text)}", 0)]
    if day := stated_day(block.text):
        facts.append(LineFact("published", day[0], f"line {shown(block.text)}", 1 + day[1]))
    return LineVerdict("credit line (kept as origin)", tuple(facts))


def publication_stamp(block: Block) -> LineVerdict | None:
    """Tell "Published May 4, 2021", "Updated 2 hours ago", "4 May 2021 / 10:12 AM EDT / Example News"."""
    text = block.text
    ended = block.ends_sentence and _TO_THE_MINUTE.search(text) is None
    if block.words > 24 or (ended and block.words > 14) or not may_be_stamp(text):
        return None
    if is_stamp(text):
        return _stamp_verdict(text, ())
    if ended and block.words > 10:
        return None
    if (found := _POSTED_BY.match(text)) and is_stamp(found["stamp"]):
        names = byline_names(found["names"])
        return _stamp_verdict(text, (LineFact("byline", names, f"line {shown(text)}", 4),) if names else ())
    parts = [part for part in re.split(r"\s*[|/•·»]\s*|\s[–—-]\s|\s{2,}", text) if part.strip()]
    if len(parts) < 2 and not _PLACED.match(text):
        return None
    if _PLACED.match(text) and is_stamp(_PLACED.sub("", text)):
        return _stamp_verdict(text, ())
    facts: list[LineFact] = []
    stamped = False
    for part in parts:
        if is_stamp(part):
            stamped = True
        elif found := _BY.match(part):
            if names := byline_names(found["names"]):
                facts.append(LineFact("byline", names, f"line {shown(text)}", 1))
        elif known_outlet(part) or outlet_like(part):
            field: Field = "origin" if part.casefold() in folded("agencies") else "outlet"
            facts.append(LineFact(field, part, f"line {shown(text)}", 3))
        elif part.casefold() in folded("places"):
            continue
        elif len(parts) > 1 and re.fullmatch(_NAMES, part) and len(part.split()) <= 5:
            facts += [LineFact("byline", part, f"line {shown(text)}", 4)] if len(part.split()) >= 2 else []
        elif not re.fullmatch(r"[\w\s]{1,20}", part):
            return None
    return _stamp_verdict(text, tuple(facts)) if stamped else None


_TO_THE_MINUTE = re.compile(r"\d\s?[ap]\.m\.$|\bmin\.$", _I)
_POSTED_BY = re.compile(r"^(?P<stamp>.{6,60}?)\s(?:by|By|BY)\s(?P<names>\S.{1,60})$")
_PLACED = re.compile(r"^(?:[A-Z][\w.]+,?\s){1,3}(?=(?:updated|published|posted|first published|last updated)\b)", _I)


WITHOUT_DAY = "publication line without a full day"


def _stamp_verdict(text: str, facts: tuple[LineFact, ...]) -> LineVerdict | None:
    day = stated_day(text)
    if text[-1] == "." and not re.search(r"\bmin\.$|publi|post|updat|issue|modif|[ap]\.m\.$", text, _I):
        return None  # "Saturday, December 19, 2015." heads a part of a calendar
    if day is None and is_hour(text, to_the_minute=False):
        return None  # "8:50 p.m." alone is the running head of a live report: part of what it tells
    if day is None:
        return LineVerdict(WITHOUT_DAY, facts)
    rank = OF_A_NOTE if CREATED.match(text) else 0 if STOOD_FIRST.match(text) else 1 + day[1]
    return LineVerdict(
        "publication line (kept as published)",
        (LineFact("published", day[0], f"{'update ' if day[1] else ''}line {shown(text)}", rank), *facts),
    )


_MONTHS = rf"(?P<month>{MONTH_PATTERN})(?:\s?[/–—-]\s?(?:{MONTH_PATTERN}))?,?\s(?P<year>(?:19|20)\d\d)"
# "Features | June 2018 Issue", "From the June/July 2018 print edition"
_ISSUE = re.compile(
    rf"(?:[\w &’'-]{{2,30}}\s?[|·•/–—-]\s?)?(?:(?:from|in) )?(?:the )?{_MONTHS} (?:print )?(?:issue|edition|number)\W*",
    _I,
)
# "This article appears in the June 2018 print edition ..."
_IN_ISSUE = re.compile(
    r"\W*(?:an? version of )?this (?:article|story|piece|essay|feature) (?:also |first |originally )?"
    rf"(?:appear(?:s|ed)|was published|ran|will appear) in (?:print in )?(?:the|our) {_MONTHS} "
    r"(?:print )?(?:issue|edition)\b",
    _I,
)
ISSUE_WORDS, IN_ISSUE_WORDS = 10, 45


def issue_line(block: Block) -> LineVerdict | None:
    """Tell in which issue of a magazine a story stands, which dates it to the month: "Features | June 2018 Issue"."""
    found = _ISSUE.fullmatch(block.text) if block.words <= ISSUE_WORDS else None
    if found is None and (block.words > IN_ISSUE_WORDS or (found := _IN_ISSUE.match(block.text)) is None):
        return None
    month = f"{found['year']}-{MONTH_NUMBERS[found['month'][:3].casefold()]:02}"
    fact = LineFact("published", month, f"line {shown(block.text)}", OF_AN_ISSUE)
    return LineVerdict("publication line (kept as published)", (fact,))


OF_AN_ISSUE = 6  # rank: any full day goes before it


LINE_CREDITS: tuple[LineRule, ...] = (reporting_credit, byline, publication_stamp, issue_line, credit_line)
