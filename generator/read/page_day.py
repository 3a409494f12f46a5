"""The day on which the article of a web page was published, as its data, its elements or a line on it say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from generator.days import exact
from generator.read.days import day_in_address, iso_day, printed_day, stated_day
from generator.read.foreign_days import named_day, numeric_day
from generator.read.json_ld import PageScripts
from generator.read.page_places import in_answers, in_other_box
from generator.read.page_text import PageBlock
from generator.records import Stated

_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publishdate",
    "publication_date", "pubdate", "published_time", "published-date", "article.published", "article.created",
    "originalpublicationdate", "release_date", "article:publicationdate", "citation_publication_date", "citation_date",
    "rnews:datepublished", "vr:published_time",
)  # fmt: skip
_ANY_DAY_TAGS = ("date", "dc.date", "dcterms.date")
"""What many pages fill with the day of the last change."""
_PUBLISHED_MARK = re.compile(r"publi|posted|entry-date|dateline|article-date|post-date|dateCreated", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:updated|modified|changed|edited|last|aktualisiert|geändert|stand|modifi[ée]e?|mis à jour|actualizad[oa]"
    r"|atualizad[oa]|aggiornat[oa]|bijgewerkt)\b",
    re.IGNORECASE,
)
_PUBLISHED_WORD = re.compile(
    r"\b(?:published|posted|first published|publish(?:ed)? date|issued|veröffentlicht|publié|publicado|pubblicato"
    r"|gepubliceerd|erstellt|erschienen|opublikowano)\b",
    re.IGNORECASE,
)
_DATE_MARK = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|data|time|posted|published|publish|pubdate|timestamp|datetime)(?=$|[\s_-])",
    re.IGNORECASE,
)
_IN_SCRIPT = re.compile(
    r"[\"'](?:date_?published|published_?(?:at|time|date|on)|publish_?(?:date|time|ed)|publication_?date|pubdate"
    r"|first_?published(?:_?at)?|original_?publish_?date)[\"']\s*:\s*[\"'](\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:published|posted|date|day|datum|fecha|data|le|on|online|by|von|por|par|created|erstellt|veröffentlicht|publi\w+"
    r"|pubblicat\w+|news|press\w*|time|released?|issued)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4})\s*(?:[-–—:|]|$)")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?")
_HOURS = re.compile(r"\d{1,2}[:.]\d\d\D{0,8}[-–—]\D{0,4}\d{1,2}[:.]\d\d(?!\d)")
Find = Callable[[str], str | None]
BARE_WORDS = 12
MAX_DATE_LINE = 100  # characters of a block that is a date line and not a sentence which names a day
MAX_BARE_DATE = 45  # characters: "Monday, 19 September 2023 at 10:04 p.m. BST"
AROUND = 12  # blocks before and behind the headline among which a bare day is the article's


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows that may tell the day."""

    times: Sequence[Any]
    """Its time elements."""
    marked: Sequence[Any]
    """Other elements that are marked as days, those nearest to the headline first."""
    scripts: Sequence[Any]
    visible: Sequence[PageBlock]
    headline: int
    """Place of the headline among `visible`; -1: it is not shown."""


def published(
    description: PageScripts,
    tags: dict[str, str],
    shown: Shown,
    page: str,
    language: str | None,
    address: str | None,
) -> Stated | None:
    """Return the day that the page states for its publication; None when only its address or its text could tell."""
    find = partial(_day_of, language=language, page=page)

    inexact: list[Stated] = []

    def in_data(found: Iterable[tuple[object, str]]) -> Stated | None:
        for value, how in found:
            if isinstance(value, str) and (day := stated_day(value) or numeric_day(value, None)):
                if exact(day):
                    return Stated(_local(day, value, shown.times, address), how)
                inexact.append(Stated(day, how))
        return None

    return (
        in_data(_sure(description, tags))
        or _marked_time(shown.times, find)
        or _date_line(shown.visible, shown.headline, find)
        or _marked_day(shown.marked, find)
        or in_data((tags[name], f"meta tag {name}") for name in _ANY_DAY_TAGS if name in tags)
        or in_data([(description.page.get("datePublished"), "JSON-LD datePublished of the page")])
        or _in_scripts(shown.scripts)
        or next(iter(inexact), None)
    )


def _sure(description: PageScripts, tags: dict[str, str]) -> Iterator[tuple[object, str]]:
    """Yield the times of publication that the page's data name as such, and where."""
    yield description.article.get("datePublished"), "JSON-LD datePublished"
    for name in _TAGS:
        if name in tags:
            yield tags[name], f"meta tag {name}"
    yield description.article.get("dateCreated"), "JSON-LD dateCreated"


def concerns_day(element: Any) -> bool:
    """Return whether an element's marks say that it shows a day."""
    marks = element.get("class") or ""
    return _DATE_MARK.search(marks) is not None or "date" in (element.get("itemprop") or "")


def _local(day: str, stamp: str, times: Sequence[Any], address: str | None) -> str:
    """Return the outlet's own day where the stamp is of a time in UTC and the page, or its address, tells the other.

    What is published in an American evening has the next day in UTC.
    """
    found = _STAMP.match(stamp)
    if found is None or found.group(1) not in ("Z", "+00:00", "+0000") or len(day) != 10:
        return day
    moment = _moment(stamp)
    for element in times:
        other = element.get("datetime") or ""
        if moment and moment == _moment(other) and not other.endswith(("Z", "+00:00", "+0000")):
            return other[:10]
    named = day_in_address(address) if address else None
    hours = _hours(named, moment) if named and moment and exact(named) else None
    return named if named and hours is not None and -14 <= hours < 14 + 24 else day


def _moment(stamp: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(stamp.strip())
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else None


def _hours(day: str, moment: datetime) -> float:
    """Return how many hours a moment lies behind the beginning of a day in UTC."""
    return (moment - datetime.fromisoformat(f"{day}T00:00:00+00:00")).total_seconds() / 3600


def _marked_time(times: Sequence[Any], find: Find) -> Stated | None:
    """Return the day of an element that is marked as the time of publication, or of the only time on the page."""
    days: list[str] = []
    for element in times[:200]:
        text = element.text_content()
        day = stated_day(element.get("datetime") or text) or find(text[:MAX_DATE_LINE])
        if day is None or not exact(day) or in_other_box(element):
            continue
        marks = " ".join(element.get(key) or "" for key in ("itemprop", "class", "id"))
        if _CHANGED.search(marks) or "modif" in marks.lower() or _is_of_change(text):
            continue
        if "datepublished" in marks.lower() or element.get("pubdate") is not None or _PUBLISHED_MARK.search(marks):
            return Stated(day, "time element, marked as published")
        days.append(day)
    return Stated(days[0], "the only time element") if len(set(days)) == 1 else None


def _marked_day(elements: Sequence[Any], find: Find) -> Stated | None:
    """Return the day of the first element that is marked as a day and shows one and no more."""
    for element in elements[:100]:
        text = " ".join(element.text_content().split())
        stamp = element.get("content") or element.get("datetime") or element.get("title") or ""
        if len(text) > MAX_DATE_LINE or in_other_box(element) or _is_of_change(f"{element.get('class')} {text}"):
            continue
        day = stated_day(stamp) if _STAMP.match(stamp) else None
        day = day or (find(text) if not _is_of_other(text) and not _HOURS.search(text) else None)
        if day and exact(day):
            return Stated(day, f"“{text[:MAX_DATE_LINE]}”, marked as the day" if text else "element, marked as the day")
    return None


def _is_of_change(text: str) -> bool:
    """Return whether words say that a day is that of a change, and not of publication too."""
    changed, first = _CHANGED.search(text), _PUBLISHED_WORD.search(text)
    if changed is None or (first and first.start() < changed.start()):
        return False
    # "June 16, 2021 3:12 AM Updated 2 years ago": a day before the word, and another time behind it.
    before = text[: changed.start()]
    stated = printed_day(before) or named_day(before) or numeric_day(before, "de")
    return not (stated and any(mark.isdigit() for mark in text[changed.end() :]))


def _day_of(text: str, language: str | None, page: str) -> str | None:
    """Return the first full day in a short text. Another date of the page decides between two readings."""
    if day := printed_day(text) or named_day(text) or numeric_day(text, language):
        return day
    if year_first := _YEAR_FIRST.search(text):
        return iso_day(*year_first.groups())
    both = [day for day in (numeric_day(text, "de"), numeric_day(text, "en-US")) if day]
    told = [day for day in both if day in page or day.replace("-", "/") in page]
    return told[0] if len(told) == 1 else None


# "2019-05-14 18:04", "2019.05.14", as sites of eastern Asia set it
_YEAR_FIRST = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?:[-/.])(\d{1,2})[-/.](\d{1,2})(?![\d/]|[.-]\d)")


def _date_line(visible: Sequence[PageBlock], headline: int, find: Find) -> Stated | None:
    """Return the day of a line such as "Published May 4, 2021"; else of the bare day that stands beside the headline.

    Without a headline a bare day counts only when the page shows no other.
    """
    lines = [
        (at, block.text, day)
        for at, block in enumerate(visible)
        if len(block.text) <= MAX_DATE_LINE
        and not _is_of_change(block.text)
        and (day := find(block.text))
        # Beside the headline a box of any name holds the article's own day; elsewhere it holds other stories'.
        and not (in_answers if 0 <= headline < at <= headline + AROUND else in_other_box)(block.element)
    ]
    for _, text, day in lines:
        if _PUBLISHED_WORD.search(text):
            return Stated(day, f"line “{text}” on the page")
    bare = [line for line in lines if _is_bare(line[1])]
    near = [line for line in bare if headline >= 0 and -AROUND // 2 <= line[0] - headline <= AROUND]
    behind = [line for line in near if line[0] > headline]
    for chosen, others in ((near, near), (behind[:1], behind[:1]), (bare, lines)):
        if chosen and len({day for _, _, day in others}) == 1:
            return Stated(chosen[0][2], f"line “{chosen[0][1]}” on the page")
    for block in visible[headline + 1 : headline + AROUND] if headline >= 0 else ():
        found = _DATELINE.match(block.text)
        if found and not in_answers(block.element) and (day := find(found.group())):
            return Stated(day, f"words “{found.group().strip()}” that open the text")
    return None


def _is_bare(text: str) -> bool:
    """Return whether a line is a day and little else: no sentence, no label of another day, no opening hours."""
    words = len(text.split())
    short = len(text) <= MAX_BARE_DATE or (words <= BARE_WORDS and not text.endswith((".", "!", "?")))
    return short and not _is_of_other(text) and not _HOURS.search(text)


def _is_of_other(text: str) -> bool:
    """Return whether a label says that the day is that of something else: "Deadline: 15 March 2020"."""
    label = re.match(r"([^\d:]{2,30}):\s", text)
    return label is not None and _LABEL.search(label.group(1)) is None


def _in_scripts(scripts: Iterable[Any]) -> Stated | None:
    """Return the one day of publication in the page's scripts; pages that carry other stories' data have several.

    What is marked as JSON-LD has been read as such.
    """
    texts = (script.text or "" for script in scripts if "ld+json" not in (script.get("type") or "").lower())
    days = {day for text in texts for day in _IN_SCRIPT.findall(text)}
    day = stated_day(days.pop()) if len(days) == 1 else None
    return Stated(day, "data in a script of the page") if day else None
