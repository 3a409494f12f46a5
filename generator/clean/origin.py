"""Which outlet a story comes from, where only the words of its paragraphs show it."""

from __future__ import annotations

import re

from generator.clean.outlets import known_outlet
from generator.clean.page import LineFact

_REPORTS = re.compile(
    r",\s(?:reports?|reported|according to|"
    r"writes)\s(?P<name>(?:the\s)?[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,3})\s?\.?$"
)
_OWN = re.compile(
    r"\b(?P<name>(?:The\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})[’']s?\s(?:correspondent\s)?"
    r"(?:[A-Z][\w.’'-]*\s){1,4}?(?:,\s)?(?:[A-Z][\w’'-]*,?\s)?(?:reporting|"
    r"reports|reported|said,?\s(?:reporting|speaking))\s(?:live\s)?from\b"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|an interview with|speaking to|"
    r"spoke to)\s(?P<name>(?:The\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})\b"
)
TOLD = 8  # rank
_TELLING = ("told ", "tells ", "telling ", "interview with ", "speaking to ", "spoke to ")


def origin_in_text(paragraphs: list[str]) -> LineFact | None:
    """Return the outlet that the story's own words show as its source; None when no words do.

    ", reports CNN." closing the first or the last paragraph says so outright. An outlet's own correspondent,
    "Example News’s Jane Doe, reporting from Lima", does so when one outlet alone is named so. "Told Reuters" in
    itself is not enough, for others quote that too; two of these, and of no other outlet, are (`only_told`).
    """
    if not paragraphs:
        return None
    for paragraph in dict.fromkeys((paragraphs[0], paragraphs[-1])):
        if (found := _REPORTS.search(paragraph[-80:])) and (name := known_outlet(found["name"])):
            return LineFact("origin", name, f"'{found.group().strip(' ,.')}' in the text", 6)
    own: dict[str, str] = {}
    told: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        if "report" in paragraph and (found := _OWN.search(paragraph)) and (name := known_outlet(found["name"])):
            own.setdefault(name, found.group())
        if not any(word in paragraph for word in _TELLING):
            continue
        for found in _TOLD.finditer(paragraph):
            words = found["name"].split()
            name = next((n for k in range(len(words), 0, -1) if (n := known_outlet(" ".join(words[:k])))), None)
            if name:
                name = _in_full(name, paragraphs)
                told.setdefault(name, []).append(f"{found.group().split()[0]} {name}")
    if len(own) == 1:
        name, words_ = next(iter(own.items()))
        also = f" and '{told[name][0]}'" if name in told else ""
        return LineFact("origin", name, f"inferred from '{words_}'{also} in the text", 7)
    if len(told) == 1 and (name := next(iter(told))) and len(told[name]) >= 2:
        times = f"'{told[name][0]}' {len(told[name])} times in the text"
        return LineFact("origin", name, f"inferred: {times}, and no other outlet", TOLD)
    return None


def only_told(fact: LineFact) -> bool:
    """Whether an origin rests on nothing but what people told that outlet.

    Of 2,500 pages with their outlet above, 66 twice name one outlet that was told something: 49 their own, and each of
    the others had only heard or read there what it quotes.
    """
    return fact.field == "origin" and fact.rank == TOLD


def _in_full(name: str, paragraphs: list[str]) -> str:
    """Return the longer name of an outlet that the story calls by its last word: "the Times" is its New York Times."""
    short = name.removeprefix("The ").removeprefix("the ")
    if " " in short:
        return name
    longer = re.compile(rf"((?:[A-Z][\w.]*\s){{1,3}}){re.escape(short)}\b")
    found = {re.sub(r"^The ", "", match.group()) for paragraph in paragraphs for match in longer.finditer(paragraph)}
    known = {full for full in found if known_outlet(full)} - {short}
    return known.pop() if len(known) == 1 else name
