"""The outlet of a page that nowhere states it: the one house whose people helped, or that its own lines speak of.

A dateline, a note on who contributed and a pointer of the page's own each name a house by the way. Counted on 2,500
scrapes of some 200 outlets, of which 2,160 state no outlet, and made on the same ones: where such lines name one house
and no other it was the right one some 240 times and another one 16 times, half of these in guests' datelines. That
somebody "told Quay News" says little by itself (56 of 100: other outlets quote it), but beside a line of the page that
has the name it does (67 of 70).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clean.addressed import ADDRESSED
from generator.clean.masthead import is_agency
from generator.clean.outlets import known_outlet
from generator.clean.page import Page, shown

CALL_LETTERS = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?")
"""Of an American station, as its datelines have them: "PELL COUNTY, Mo. (KXPL) -"."""
_NAMES = re.compile(r"[A-Z][\w.’'&-]*(?:\s(?:of|and|&|[A-Z][\w.’'&-]*))*")
_POSSESSIVE = re.compile(r"[’']s?$|[.,]+$")
_OTHERS = re.compile(r"\b(?:click|read|see|get|find)\b.{0,30}\bfrom\b|\brelated\b|\bmaterial\b", re.IGNORECASE)
"""Words of a line that leads to another outlet's story, or thanks it for material."""
_ALSO_ON = re.compile(r"\W*(?:also|more) (?:on|from|in|at)\s(?P<name>[A-Z][^:]{1,40}):", re.IGNORECASE)
_ANSWERS = re.compile(r"\W*(?:the\s)?(?P<name>[A-Z][^.,]{1,40}?) is not responsible for\b", re.IGNORECASE)
_SPOKEN_TO = re.compile(
    r"\b(?:told|tells?|interview with|statement to|spoke (?:to|with)|speaking (?:to|with))\s(?:[Tt]he\s)?(?=[A-Z])"
)
LONGEST = 400  # characters of a line
LEAST_LETTERS = 3  # of a name that is looked for


def own_house(page: Page) -> tuple[str, str] | None:
    """Return the one house that the lines which are no body name as their own, and how it is known, if there is one."""
    lines = [
        (block.text, verdict.reason)
        for block, verdict in zip(page.blocks, page.verdicts, strict=True)
        if verdict is not None and len(block.text) <= LONGEST and verdict is not ADDRESSED
    ]
    found: dict[str, tuple[str, str]] = {}
    for text, reason in lines:
        for name in _of_the_page(text, reason):
            found.setdefault(_plain(name), (name, f"line {shown(text)}"))
    if not found:
        spoken = _spoken_to(page)
        if len(spoken) == 1:
            name, words = next(iter(spoken.values()))
            word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
            for text, _ in lines:
                if word.search(text) and not _OTHERS.search(text):
                    return name, f"{shown(words)} in the text, and line {shown(text)}"
    return next(iter(found.values())) if len(found) == 1 else None


def _of_the_page(text: str, reason: str) -> Iterator[str]:
    """Yield the houses that one line of the page has for its own."""
    if reason.startswith("note on who contributed"):
        if not _OTHERS.search(text):
            yield from _houses(text)
    elif reason.startswith("the page speaks of itself"):
        yield from _houses(text)
    else:
        for form in (_ALSO_ON, _ANSWERS):
            named = form.match(text)
            if named and known_outlet(named["name"]) and not is_agency(named["name"]):
                yield named["name"]


def _spoken_to(page: Page) -> dict[str, tuple[str, str]]:
    """Return the houses that somebody in the story speaks to, by their letters: the name, and the words."""
    found: dict[str, tuple[str, str]] = {}
    for i in page.left():
        text = page.blocks[i].text
        for spoken in _SPOKEN_TO.finditer(text):
            name = next(_houses(text[spoken.end() : spoken.end() + 60], at_once=True), None)
            if name is not None:
                found.setdefault(_plain(name), (name, f"{spoken.group()}{name}"))
    return found


def _houses(text: str, at_once: bool = False) -> Iterator[str]:
    """Yield the known outlets named in a text, agencies aside. `at_once`: only one that it begins with."""
    for run in (found for found in [_NAMES.match(text)] if found) if at_once else _NAMES.finditer(text):
        words = run.group().split()
        at = 0
        while at < len(words):
            for end in range(len(words), at, -1):
                name = _POSSESSIVE.sub("", _POSSESSIVE.sub("", " ".join(words[at:end])))
                telling = end - at > 1 or len(name) > LEAST_LETTERS or (name.isupper() and len(name) == LEAST_LETTERS)
                if telling and known_outlet(name):
                    if not is_agency(name):
                        yield name
                    at = end
                    break
            else:
                at += 1
            if at_once:
                return


def _plain(name: str) -> str:
    return re.sub(r"^the |[\W_]", "", name.casefold())
