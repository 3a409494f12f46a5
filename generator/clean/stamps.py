"""Calendar days as pages print them beside an article: "Published May 4, 2021", "14/05/2021 09:44 GMT"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.clean.shapes import section_words
from generator.clean.wordlists import folded
from generator.days import MONTH_NUMBERS, MONTH_PATTERN
from generator.months import month_abroad, weekday_abroad

_MONTH = rf"(?P<month>{MONTH_PATTERN})\b\.?"
# "June 19, 20234:12 AM", "20 Jun 202320 Jun 2023": the space before the time, or the day again, is lost on some pages.
_ENDS = rf"(?:(?!\d)|(?=\d{{1,2}}:\d\d)|(?=\d{{1,2}}\s?(?:{MONTH_PATTERN})\b))"
# "PublishedMay 4, 2021", "05/04/2021May 4, 2021": so is the space before the month
_STARTS = r"(?:\b|(?<=published)|(?<=updated)|(?<=posted)|(?<=\b20\d\d))"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_STARTS}{_MONTH}\s*{_DAY}\b,?\s*,?\s*{_YEAR}{_ENDS}(?!Z\b|\s?hrs\b)",  # "JUL 06 1915Z" is an hour
        rf"(?:(?<!\d)|(?<=\b20\d\d)|(?<=\b19\d\d)){_DAY}[\s.-]*(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}{_ENDS}",
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        rf"\b{_YEAR}\s+{_MONTH}\s*{_DAY}\b",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>(?:I{{1,3}}|I[VX]|VI{{0,3}}|XI{{0,2}}))\.\s?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일号號]",
    )
)
# "18. 11. 2024", "18.11. 2024": behind full stops several languages set a space.
_SLASHED = re.compile(
    rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<mark>[/-]|\.\s?(?=\d))(?P<second>\d{{1,2}})(?:(?P=mark)|(?<=\d)\.\s){_YEAR}{_ENDS}"
)
# "6/19/23": with two figures for the year only where the second number must be the day, as in America.
_SHORT = re.compile(r"(?<![\d/.-])(?P<first>\d{1,2})/(?P<second>1[3-9]|2\d|3[01])/(?P<year>\d\d)(?![\d/])")
# "6. März 2019", "6 de marzo de 2019": the month in another language; short forms may be English words.
_ABROAD = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|º|ª|°)?\s{1,3}(?:de\s)?(?P<month>[^\W\d_]{4,14}|mai|mei|maj|мая|май)\.?,?\s{1,3}"
    rf"(?:de\s|del\s)?{_YEAR}{_ENDS}",
    re.IGNORECASE,
)
# "3.abr.2024", "3/abr/2024": between two marks a short form can be nothing else.
_ABROAD_MARKED = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>[^\W\d_]{{3,4}})(?P=mark){_YEAR}{_ENDS}", re.IGNORECASE
)
# "27 set 2021, 16:20", "Publicado: 3 dic. 2020": a short form may be an English word, so only an hour stands behind it.
_ABROAD_SHORT = re.compile(
    rf"(?:^|[:,|·•–—-]\s?|\d{{2}}\s)(?P<day>\d{{1,2}})\s(?P<month>[^\W\d_]{{3}})\.?,?\s{_YEAR}"
    r"(?=\W*$|,?\s(?:(?:às|a las|at|um|à|kl\.?)\s)?\d)",
    re.IGNORECASE,
)
# "2021. március 3.", as Hungary writes
_ABROAD_BEHIND = re.compile(
    rf"(?<!\d){_YEAR}\.\s(?P<month>[^\W\d_]{{4,12}})\s(?P<day>\d{{1,2}})\.(?!\d)", re.IGNORECASE
)
_ABROAD_FORMS = (_ABROAD, _ABROAD_MARKED, _ABROAD_SHORT, _ABROAD_BEHIND)
# "141623 Sep 22", "061915Z JUL 88" alone in a line: how agencies and offices set day, hour and minute as one number.
_GROUP = re.compile(
    rf"(?P<day>[0-3]\d)(?:[01]\d|2[0-3])[0-5]\d\s?(?:Z|GMT|UTC)?\s{_MONTH}\s(?P<year>\d\d)", re.IGNORECASE
)
_WORDS_ABROAD = re.compile(
    r"\b(?:stand|uhr|aktualisiert|ver(?:ö|oe)ffentlicht|erstellt|am|um|vom|publi[ée]e?|mise?|à|jour|le|modifié|"
    r"publicado|actualizado|atualizado|el|las|horas|às|em|pubblicato|aggiornato|alle|ore|il|gepubliceerd|bijgewerkt|"
    r"om|op|uur|publicerad|uppdaterad|kl|publisert|oppdatert|opdateret|opublikowano|aktualizacja|godz|"
    r"publikováno|zveřejněno|vydáno|aktualizováno|aktualizace|опубликовано|обновлено|изменено|опубліковано|оновлено|"
    r"yayınlanma|güncelleme|güncellenme|tarihi|julkaistu|päivitetty|klo|publicat|actualizat|δημοσίευση|ενημέρωση|"
    r"frissítve|közzétéve|megjelent|objavljeno|ažurirano|publikované|aktualizované|zverejnené|објављено|ажурирано|"
    r"публикувана?|обновена?|diterbitkan|diperbarui|đăng|cập nhật|ngày|lúc|thứ|"
    r"u|v|o|в|dne|dnia|kello|ob|zuletzt|letzte|"
    r"erschienen|parution|paru|ultimo aggiornamento|última actualización|última atualização|"
    r"heure|hora|ora|час)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d+|an?|one|two|few)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago\b|"
    r"\byesterday\b|\bjust now\b|\b(?:h[áa]|hace|vor|il y a) \d+ \w{3,10}|\b\d+ (?:ore|giorni|minuti|mesi|anni) fa\b",
    re.I,
)
CLOCK = re.compile(
    r"\b\d{1,2}(?::|\.|h)\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|"
    r"\b\d{4}\s*(?:hrs|gmt|utc|ist|hkt|et|bst)\b|\bT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
# "15:10 Uhr", "a las 15:10 horas": the word for the hour goes with it.
_CLOCK_ABROAD = re.compile(
    r"(?:\b(?:um|à|a las|às|alle|ore|om|kl\.?|godz\.?)\s)?\b\d{1,2}[:.h]\d\d(?:\s(?:uhr|horas|heures|uur|hrs?)\b)",
    re.IGNORECASE,
)
# "11時00分", "오후 3시 5분", and what stands beside them: published, updated, the day of the week
_EASTERN = re.compile(
    r"(?:午前|午後|上午|下午|오전|오후)?\s?\d{1,2}\s?[時时點点시]\s?(?:\d{1,2}\s?[分분])?|[(（]?[月火水木金土日월화수목금토일][)）]|"
    r"[月火水木金土日]曜日?|[월화수목금토일]요일|"
    r"星期[一二三四五六日天]|公開|更新|配信|掲載|入力|発行|发布|發布|发表|입력|수정|등록|발행"
)
_ZONE = re.compile(
    r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|IST|CES?T|EES?T|MSK|JST|KST|AES?T|AEDT|SGT|HKT|PKT|SAST|WAT|EAT|"
    r"GST|AST|TRT|WIB|NZST|NZDT|KSA|UAE|local time|eastern|pacific)\b(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?"
    r"|[+-]\d{1,2}:\d\d\b|(?<=\s)[+-]\d{4}\b",
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_STAMP_WORD = re.compile(
    r"\b(?:first|last|originally|also|published?|posted|updated?|modified|created|issued|revised|"
    r"edited|filed|added|uploaded|released|"
    r"publication|modification|time|date|dated|on|at|and|am|pm|noon|midnight|the|online|today|"
    r"min(?:ute)?s?|read(?:ing)?|time|article|story|news|"
    r"this|was|is|of|in|hours?|hrs?|ago|print|lecture|lesezeit|lesedauer|lectura|lettura|leestijd)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|edited)\b", re.IGNORECASE)


# "3.VII.1987", as archives and the press of several countries write
_ROMAN = {name: at for at, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), start=1)}  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day found in a line, and where."""

    value: str
    """ISO 8601 day."""
    start: int
    end: int
    updated: bool
    """Whether the word before it says that this is the day of an update."""


def find_stamps(text: str) -> list[Stamp]:
    """Return the full days (with year) of a line in order; numbers that could be day or month are passed over."""
    if not has_figure(text):
        return []
    found: dict[int, Stamp] = {}
    for form in (*_FORMS, *_ABROAD_FORMS):
        for match in form.finditer(text):
            month = match["month"]
            number = month_abroad(month) if form in _ABROAD_FORMS else MONTH_NUMBERS.get(month[:3].casefold())
            value = _iso(match["year"], number or _ROMAN.get(month) or month, match["day"])
            if value and not any(stamp.start < match.end() and match.start() < stamp.end for stamp in found.values()):
                found[match.start()] = Stamp(value, match.start(), match.end(), _says_updated(text, match.start()))
    for match in _SLASHED.finditer(text):
        if value := _slashed(match):
            found[match.start()] = Stamp(value, match.start(), match.end(), _says_updated(text, match.start()))
    for match in _SHORT.finditer(text):
        if value := _iso(f"20{match['year']}", match["first"], match["second"]):
            found[match.start()] = Stamp(value, match.start(), match.end(), _says_updated(text, match.start()))
    short = _SHORT_YEAR.search(text) if len(text) <= LONGEST_SHORT and not found else None
    if short is not None and (
        value := _iso(f"20{short['year']}", MONTH_NUMBERS[short["month"][:3].casefold()], short["day"])
    ):
        found[short.start()] = Stamp(value, short.start(), short.end(), _says_updated(text, short.start()))
    if (group := _GROUP.fullmatch(text)) and not found:
        century = 20 if int(group["year"]) < LAST_CENTURY else 19
        if value := _iso(f"{century}{group['year']}", MONTH_NUMBERS[group["month"][:3].casefold()], group["day"]):
            return [Stamp(value, 0, len(text), False)]
    return [found[start] for start in sorted(found)]


_FIGURE = re.compile(r"\d")


def has_figure(text: str) -> bool:
    """Return whether a line holds a figure, without which no full day is told."""
    return _FIGURE.search(text) is not None


# "Quaywire.example | 09 Oct 13": a part of a short line of its own; "12 Oct 13:40" is an hour.
_SHORT_YEAR = re.compile(
    rf"(?:^|[|·•/,(]\s?|\b(?:on|published|posted|updated):?\s){_DAY}[\s-]{_MONTH}[\s-](?P<year>[012]\d)(?=\s*$|\s?[|·•,)])",
    re.IGNORECASE,
)
LONGEST_SHORT = 60  # characters
LAST_CENTURY = 70  # two figures from here on are of the twentieth


def day_first(text: str) -> str | None:
    """Return the day of the first "05/06/2023" in a line as all languages but English read it: 5 June."""
    found = _SLASHED.search(text)
    return _iso(found["year"], int(found["second"]), int(found["first"])) if found else None


def _slashed(match: re.Match[str]) -> str | None:
    """Return the day of "19/06/2023"; None for "05/06/2023", which is May in America and June elsewhere."""
    first, second = int(match["first"]), int(match["second"])
    if match["mark"][0] == ".":
        return _iso(match["year"], second, first)  # dots are used where the day comes first
    if first > 12 or first == second:
        return _iso(match["year"], second, first)
    return _iso(match["year"], first, second) if second > 12 else None


def _iso(year: str, month: int | str, day: int | str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _says_updated(text: str, start: int) -> bool:
    words = list(
        re.finditer(r"\b(?:updated?|modified|revised|edited|published?|posted|created|issued)\b", text[:start], re.I)
    )
    return bool(words) and _UPDATED.match(words[-1].group()) is not None


def may_be_stamp(text: str) -> bool:
    """Return whether a line holds anything that a day or a time is told with: most have nothing, and are soon read."""
    return (
        has_figure(text) or _AGO_WORD.search(text) is not None or (not text.isascii() and bool(_EASTERN.search(text)))
    )


_AGO_WORD = re.compile("ago|yesterday|just now", re.IGNORECASE)  # what `_AGO` asks for where no figure stands


def is_stamp(text: str) -> bool:
    """Return whether a line holds a day, a time or "2 hours ago" and beyond these only the words that go with them."""
    if len(text) > 160 or not may_be_stamp(text):
        return False
    rest, dated = _FEIRA.sub(" ", _TO_READ.sub(" ", text)), False
    if _GROUP.fullmatch(text):
        return True
    if len(rest) <= LONGEST_SHORT:
        rest, count = _SHORT_YEAR.subn(" ", rest)
        dated = count > 0
    for form in (*_FORMS, _SLASHED, _SHORT, _AGO, CLOCK, _EASTERN):
        rest, count = form.subn(" ", rest)
        dated = dated or count > 0
    for form in _ABROAD_FORMS:
        for abroad in [*form.finditer(rest)][::-1]:
            if month_abroad(abroad["month"]):
                rest, dated = f"{rest[: abroad.start()]} {rest[abroad.end() :]}", True
    for bare in [*_BARE_ABROAD.finditer(rest)][::-1]:
        if dated and month_abroad(bare["month"]):
            rest = f"{rest[: bare.start()]} {rest[bare.end() :]}"  # "..., updated 5 May" in another language
    rest, count = _BARE.subn(" ", rest)
    if not (dated or count):
        return False
    for form in (_ZONE, _WEEKDAY, _STAMP_WORD, _WORDS_ABROAD):
        rest = form.sub(" ", rest)
    left = [word for word in re.findall(r"[^\W_]+", rest) if weekday_abroad(word) is None]
    # "Politics Feb 18, 2016", "Sunday 21 February 2016 17:12, UK"
    return len(left) <= 2 and all(
        word.casefold() in section_words() or word.casefold() in folded("places") for word in left
    )


_FEIRA = re.compile(r"(?<=\w)-feira\b", re.IGNORECASE)
_TO_READ = re.compile(r"\b\d{1,3}\s?min(?:ut(?:es?|en))?\b\.?", re.IGNORECASE)
_BARE_ABROAD = re.compile(r"(?<!\d)\d{1,2}(?:\.|º|ª|°)?\s(?:de\s)?(?P<month>[^\W\d_]{3,14})\b\.?", re.IGNORECASE)
_BARE = re.compile(
    rf"\b{_MONTH}\s*\d{{1,2}}\b|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH.replace('month', 'month2')}".replace(
        "P<month2>", "P<other>"
    ),
    re.I,
)


_HOUR_ALONE = re.compile(
    r"\W*(?:at\s)?\d{1,2}(?P<minutes>[:.h]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?\W*",
    re.IGNORECASE,
)


def is_hour(text: str, to_the_minute: bool = True) -> bool:
    """Return whether a line is nothing but an hour: "8:50 p.m.", "at 20.50 (GMT+2)"; without minutes too if asked."""
    found = _HOUR_ALONE.fullmatch(text) if len(text) <= LONGEST_HOUR else None
    return found is not None and (found["minutes"] is not None or not to_the_minute)


LONGEST_HOUR = 24  # characters


def stated_day(text: str) -> tuple[str, bool] | None:
    """Return the publication day that a stamp line states and whether it is only that of an update."""
    stamps = find_stamps(text)
    if not stamps:
        return None
    first = next((stamp for stamp in stamps if not stamp.updated), stamps[0])
    return first.value, first.updated


_LABEL = re.compile(
    r"\b(?:(?:first|last|originally|also)\s)?(?:published|posted|updated|modified|created|issued|filed|released|uploaded|date[d]?)\b"
    r"(?:\s(?:on|at))?\s?:?|\b(?:at|on|am|pm)\b|\band\b(?!\s[A-ZÀ-Þ])",
    re.IGNORECASE,
)


_LABEL_ABROAD = re.compile(
    r"\b(?:stand|(?:zuletzt )?aktualisiert|ver(?:ö|oe)ffentlicht|erstellt|publi[ée]e?|mise? à jour|modifiée?|"
    r"publicado|actualizado|"
    r"atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|"
    r"opublikowano|aktualizacja|publikováno|zveřejněno|vydáno|aktualizováno|aktualizace|опубликовано|обновлено|"
    r"опубліковано|оновлено|yayınlanma|güncelleme|güncellenme|julkaistu|päivitetty|publicat|actualizat)\b"
    r"(?:\s(?:am|um|vom|le|el|em|il|op|den|a las|às))?\s?:?",
    re.IGNORECASE,
)


def beside_day(text: str) -> str:
    """Return what stands beside a day without the time, the zone, the weekday and "Published on" that go with it."""
    for form in (_AGO, _CLOCK_ABROAD, CLOCK, _ZONE, _WEEKDAY):
        text = form.sub(" | ", text)
    return _LABEL.sub(" | ", _LABEL_ABROAD.sub(" | ", text))
