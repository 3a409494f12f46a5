"""The dateline that opens a story: place, day, agency, and the mark that parts them from the first words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.clean.outlets import known_outlet
from generator.clean.stamps import find_stamps
from generator.clean.wordlists import folded
from generator.days import MONTH_NUMBERS, MONTH_PATTERN
from generator.months import month_abroad
from generator.wordlists import words as listed

_NAME = r"[^\W\d_][\w.'’-]{0,24}"
_SMALL = r"(?:de|del|da|do|dos|la|el|es|al|of|the|au|on|am|upon)"
_PLACE = rf"{_NAME}(?:[ ]{_SMALL})?(?:[ ]{_NAME}){{0,3}}"
_REGION = rf"(?:\s?[,/]\s?{_NAME}(?:[ ]{_NAME}){{0,2}}){{0,2}}(?:\s?\[[^\]\n]{{2,30}}\])?"
_MONTH = rf"{MONTH_PATTERN}\.?"
_DAY = (
    rf"(?:\s?,?\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|"
    rf"nd|rd|th)?\s{_MONTH})(?:,?\s\d{{4}})?)?"
)
_AGENCY = r"\(\s?(?P<agency>[A-Z][^()\n]{1,60}?)\s?\)"
_BARE_AGENCY = r"(?:\s?[,/]\s?(?P<bare>[A-Z][\w.]{1,12}(?:[ ][A-Z]\w{1,12}){0,2}))?"
_DASH = r"\s?(?:—|–|―|--+|-(?=\s))\s?"
# With an agency in brackets anything that looks like a place will do; without one it must be in capitals or known.
_WITH_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}{_REGION})(?P<day>{_DAY})\s?,?\s?{_AGENCY}\s?(?:{_DASH}|:\s?|\|\s?|\.\s?-\s?)", re.I
)
_DAYS = re.compile(rf"{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}", re.I)
_SENDER = re.compile(r"[A-Z][\w-]{2,20}(?:\s[A-Z][\w-]{1,20}){0,3}")
# "Oslund (Noruega), 2 nov (EFE).- ", "МОСКВА, 5 мар": the month in another language, and the country in brackets
_ABROAD = re.compile(
    rf"(?P<place>{_PLACE}(?:\s\([^()\d]{{3,30}}\))?),\s(?P<day>\d{{1,2}})\.?\s(?:de\s)?(?P<month>[^\W\d_]{{3,12}})\.?\s?"
    rf"{_AGENCY}\s?(?:{_DASH}|:\s|\.?\s?[-–—]\s)"
)
# "(ANSA) - ROMA, 14 SET - ": Italy sets place and day behind
_ONLY_AGENCY = re.compile(
    rf"{_AGENCY}\s?(?:{_DASH}|:\s)(?:[A-ZÀ-Þ][A-ZÀ-Þ’' ]{{2,30}}(?:,\s\d{{1,2}}\s[A-Z]{{3}})?\s[-–—]\s)?"
)
# "МОСКВА, 5 мар — РИА Новости, Иван Петров. ", "МОСКВА, 5 марта. /ТАСС/. ", "Москва. 5 марта. INTERFAX.RU - "
_CYRILLIC = re.compile(
    r"(?P<place>[А-ЯЁІЇЄҐ][\w-]+(?:\s[А-ЯЁІЇЄҐ][\w-]+){0,2})[,.]\s(?P<day>\d{1,2})\s(?P<month>[а-яёіїєґ]{3,10})\.?\s?"
    r"(?:[—–-]\s(?P<dashed>[А-ЯЁA-Z][\w.]+(?:\s[А-ЯA-Z][\w-]+)?)(?:,\s(?P<writer>[А-ЯЁ][а-яё]+\s[А-ЯЁ][\w-]+))?\.|"
    r"/(?P<slashed>[\w -]{2,20})/\.?|(?P<bare>[A-ZА-ЯЁ.]{4,20})\s[-–—])\s"
)
# "MADRID, 14 (EUROPA PRESS) El alcalde", "MADRID 14 Ene. (EUROPA PRESS) - El alcalde"
_DAY_ALONE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30}),?\s\d{1,2}\s?(?:[A-Za-z]{3}\.?)?\s?"
    r"\((?P<agency>[A-ZÀ-Þ]{2,}(?:\s[A-ZÀ-Þ]{2,}){0,2})\)\s?(?:[-–—.]{0,2}\s)(?=[A-ZÀ-Þ“«\"])"
)
# "Oct 6 (Reuters) - ": a day instead of a place
_DAY_AND_AGENCY = re.compile(
    rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:,?\s\d{{4}})?,?\s{_AGENCY}\s?(?:{_DASH}|:\s)", re.I
)
# "(CNN) Divers ...", "Washington (CNN) Divers ...": the mark is lost, so the agency must be known and a sentence begin.
_UNMARKED = re.compile(rf"(?:{_NAME}(?:[ ]{_NAME}){{0,2}}(?:,[ ]{_NAME})?[ ])?{_AGENCY}\s?(?=[^\W\da-z]|[“\"‘])")
# "MOSCOW, June 24. /TASS/. ", "KYIV. June 24 (Interfax-Ukraine) - "
_SLASHED_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}{_REGION}){_DAY}\.?\s/(?P<agency>[A-Z][\w -]{{1,30}})/\.?\s(?:[-–—]\s)?", re.I
)
# "CNN — ", "Washington CNN — "
_OUTLET_FIRST = re.compile(rf"(?:{_NAME}(?:[ ]{_NAME}){{0,2}}[ ])?(?P<agency>[A-Z]{{2,6}})\s(?:—|–|--)\s")
_PLAIN = re.compile(
    rf"(?P<place>{_PLACE}{_REGION}){_BARE_AGENCY}(?P<day>{_DAY}){_BARE_AGENCY.replace('bare', 'late')}(?P<mark>{_DASH}|"
    rf"\s?:\s?|\s\|\s)",
    re.I,
)
LONGEST = 110  # characters; "Port of Spain, Trinidad (Example / Island Wire Service - 4th May, 2021) :" is 72


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph: `text[:end]`, the space after it included."""

    text: str
    end: int
    agency: str | None
    """The agency or outlet in it, without the day: "AP", "Example / Island Wire Service"."""
    day: str | None
    """The full day in it, ISO 8601."""
    staff: bool = False
    """Whether it is nothing but a place in capitals and a dash."""
    writer: str | None = None
    """Whom some agencies name in it."""


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph opens with; None when it has none, or may have none."""
    head = text[:LONGEST]
    if (found := _ONLY_AGENCY.match(head)) and _is_agency(found["agency"]):
        return _dateline(found, found["agency"])
    if (found := _DAY_AND_AGENCY.match(head)) and _is_agency(found["agency"]):
        return _dateline(found, found["agency"])
    if (
        (found := _UNMARKED.match(head))
        and known_outlet(found["agency"])
        and found["agency"] == found["agency"].strip()
    ):
        return _dateline(found, found["agency"])
    if (found := _OUTLET_FIRST.match(head)) and known_outlet(found["agency"]):
        return _dateline(found, found["agency"])
    if (found := _SLASHED_AGENCY.match(head)) and known_outlet(found["agency"]):
        return _dateline(found, found["agency"])
    if (found := _WITH_AGENCY.match(head)) and found["place"][0].isupper():
        # Between a place with a day and a dash, brackets can only hold who sent the story: "OSLO, May 3 (Fjordwire) -".
        sent = _DAYS.search(found["place"] + found["day"]) is not None and _SENDER.fullmatch(found["agency"])
        if sent or _agency_or_day(found["agency"]):
            house = found["agency"].partition("/")[0]
            return _dateline(found, house if house in _IN_SMALL else found["agency"])
    if (found := _ABROAD.match(head)) and month_abroad(found["month"]):
        return _dateline(found, found["agency"])
    if (found := _CYRILLIC.match(head)) and month_abroad(found["month"]):
        cut = _dateline(found, found["dashed"] or found["slashed"] or found["bare"])
        return replace(cut, writer=found["writer"]) if cut else None
    if found := _DAY_ALONE.match(head):
        return _dateline(found, found["agency"])
    if (found := _PLAIN.match(head)) and _is_plain(found):
        agency = found["bare"] or found["late"]
        dateline = _dateline(found, agency if agency and known_outlet(agency) else None)
        bare = not agency and not found["day"].strip(" ,") and found["mark"].strip() not in (":", "|")
        return replace(dateline, staff=True) if dateline and bare and _city(found["place"]).isupper() else dateline
    return None


_ALONE = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s(?P<region>[A-Z][a-z]{{1,5}}\.|(?:[A-Z]\.\s?){{1,3}}|{_NAME}(?:\s{_NAME})?))?\W*"
)


def place_alone(text: str) -> bool:
    """Return whether a line is nothing but a place: "Port Hale, N.H.", "BRUSSELS"; its region or itself is known."""
    found = _ALONE.fullmatch(text) if len(text) <= LONGEST_PLACE else None
    region = found["region"] if found else None
    names = f"{found['place']} {region or ''}".split() if found else []
    if found is None or not all(name[0].isupper() for name in names):
        return False
    if region and (region[-1] == "." or region.casefold() in folded("places")):
        return True
    return found["place"].isupper() and found["place"].casefold() in folded("places")


LONGEST_PLACE = 40  # characters


def _dateline(found: re.Match[str], agency: str | None) -> Dateline | None:
    rest = found.string[found.end() :]
    if not rest or rest[0] in ",;.)" or (rest[0].islower() and not agency):
        return None
    words = found.group().strip()
    stamps = find_stamps(words)
    if agency:
        for stamp in find_stamps(agency)[::-1]:
            agency = agency[: stamp.start] + agency[stamp.end :]
        agency = agency.strip(" -–—,/|")
    return Dateline(words, found.end(), agency or None, stamps[0].value if stamps else None)


def day_of_dateline(text: str) -> tuple[int, int] | None:
    """Return month and day that a dateline states without a year; None when it states none."""
    found = _MONTH_AND_DAY.search(text)
    if found is None:
        return None
    name, day = (found["first"] or found["last"]).casefold(), int(found["behind"] or found["before"])
    number = MONTH_NUMBERS.get(name[:3]) if found["first"] else MONTH_NUMBERS.get(name) or month_abroad(name)
    return (number, day) if number else None


_MONTH_AND_DAY = re.compile(
    rf"\b(?P<first>{MONTH_PATTERN})\b\.?\s(?P<behind>\d{{1,2}})\b|\b(?P<before>\d{{1,2}})\.?\s(?:de\s)?(?P<last>[^\W\d_]{{3,12}})\b",
    re.I,
)


def _is_agency(words: str) -> bool:
    return known_outlet(words.strip()) is not None or (words.isupper() and 2 <= len(words) <= 6) or " News" in words


_IN_SMALL = frozenset(("dpa", "epd", "kna", "sid", "apa", "sda", "ots", "dts", "rtr", "belga", "agerpres"))
"""Agencies that write their names so, a region behind a stroke: "(dpa/lnw)"."""


def _agency_or_day(words: str) -> bool:
    """Whether brackets hold an agency: "AP", "Reuters/Sam Roe", "Wire - 4th May, 2021"; not "R-Ohio" or "left"."""
    if find_stamps(words):
        return True
    if re.fullmatch(r"[RDI]-[\w. ]+", words):
        return False
    first = re.split(r"\s?[/,-]\s?", words)[0]
    return (
        _is_agency(first)
        or first in _IN_SMALL
        or _is_agency(words)
        or words.endswith(("News", "Agency", "Press", "Service"))
    )


def _city(place: str) -> str:
    return re.split(r"\s?[,/\[]", place)[0]


def city_of(dateline: str) -> str:
    """Return the town that a dateline names, in ordinary capitals: "PORT-AU-PRINCE, Haiti (AP) -" is "Port-au-Prince".

    `dateline` is `Dateline.text` or what a file states as such; empty when it names no place.
    """
    found = re.match(rf"{_PLACE}(?=\s?(?:[,/\[(:|—–―]|--?(?:\s|$)|$))", dateline, re.I)
    if not found:
        return ""
    city = found.group()
    if not city.isupper():
        return city
    lowered = re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), city)
    # The first word stays large: "La Paz", "Al Qaim".
    return re.sub(rf"(?<=[ -]){_SMALL}(?=[ -])", lambda word: word.group().lower(), lowered, flags=re.I)


def _is_plain(found: re.Match[str]) -> bool:
    place, mark = found["place"], found["mark"].strip()
    city = _city(place)
    known = city.casefold() in folded("places")
    if listed("dateline_labels.txt").issuperset(re.findall(r"\w+", city.casefold())):
        return False
    if mark == ":" or mark == "|":
        return known and city[0].isupper() and not (mark == ":" and "," in place and not found["day"])
    capitals = city.isupper() and len(re.sub(r"\W", "", city)) >= 3
    dated = bool(found["day"].strip(" ,")) and city[0].isupper()
    spaced = (found["mark"][0].isspace() and found["mark"][-1].isspace()) or len(mark) > 1 or capitals
    return spaced and (capitals or (known and city[0].isupper()) or (dated and place[0].isupper()))
