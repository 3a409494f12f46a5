"""What note programs and libraries write above a text in a form of their own, as front-matter.

`title:: Ferry hits bridge`, the properties of a page in Logseq and Dataview; and an entry of BibTeX.
"""

from __future__ import annotations

import re

from generator.field_names import meaning_of
from generator.read.front_matter import FrontMatter

_PROPERTY = re.compile(r"[ \t]*(?:- )?(?P<name>[A-Za-z][\w-]{0,30})::(?:[ \t]+(?P<value>\S.*?))?[ \t]*$")
_ENTRY = re.compile(
    r"\s*@[a-z]{3,20}\{[^,{}\s]{1,80},\s*\n(?P<fields>.*?)^\}[ \t]*$\n?", re.I | re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^\s*(?P<name>[a-z][\w-]{1,20})\s*=\s*(?P<value>\S.*?),?[ \t]*$", re.I | re.MULTILINE)
_CLOCK = re.compile(r"^[ \t]*:LOGBOOK:.*?^[ \t]*:END:[ \t]*$\n?", re.DOTALL | re.MULTILINE)
FEWEST = 2  # fields: a single line with two colons may be anything
LONGEST = 5_000  # characters of an entry


def split(text: str) -> FrontMatter | None:
    """Return the fields above a text by the names that front-matter has, and the text; None where it has no such."""
    entry = _ENTRY.match(text)
    if entry is not None and len(entry.group()) <= LONGEST:
        found = {field["name"].lower(): _bare(field["value"]) for field in _FIELD.finditer(entry["fields"])}
        return _front(_dated(found), text[entry.end() :])
    lines = text.lstrip().split("\n")
    at, found = 0, {}
    while at < len(lines) and (line := _PROPERTY.match(lines[at])) is not None:
        found[line["name"].lower()] = line["value"] or ""
        at += 1
    return _front(found, _CLOCK.sub("", "\n".join(lines[at:])))


def _front(found: dict[str, str], body: str) -> FrontMatter | None:
    named: dict[str, str | list[str]] = {}
    for name, value in found.items():
        meant = meaning_of(name)
        key = meant if meant in _KEYS and meant not in named else name
        if value:
            named[key] = value
    return FrontMatter(named, body) if len(named) >= FEWEST and _KEYS & set(named) else None


_KEYS = frozenset({"title", "outlet", "byline", "published", "url", "language"})


def _bare(value: str) -> str:
    """Return a value of BibTeX without braces and quotation marks: "{The {Tarn} Courier}"."""
    value = re.sub(r"[{}]", "", value).strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value


def _dated(found: dict[str, str]) -> dict[str, str]:
    """Return the fields of an entry with its year, month and day as one date."""
    year = found.get("year", "")
    if "date" not in found and re.fullmatch(r"(?:19|20)\d\d", year):
        month = _MONTHS.find(found.get("month", "")[:3].lower()) // 3 + 1 if len(found.get("month", "")) >= 3 else 0
        day = found.get("day", "")
        dated = f"{year}-{month:02}" if month else year
        found = {**found, "date": f"{dated}-{int(day):02}" if month and day.isdecimal() and len(day) <= 2 else dated}
    if "," in (writer := found.get("author", "")):
        names = (name.split(", ", 1) for name in re.split(r"\s+and\s+", writer))
        found = {**found, "author": " and ".join(" ".join(reversed(name)) for name in names)}
    return found


_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
