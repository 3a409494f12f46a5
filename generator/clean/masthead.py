"""Lines at a page's head or foot that set outlet, day and writer side by side, in any order and with any marks.

"The Larkfield Herald, 3 March 2021", "Ann Lee | Larkfield Herald | 3 Mar 2021", "Larkfield Herald (March 3rd, 2021)":
beside the day of publication a name can only be the outlet's or the writer's, even when no list knows it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.clean.credits import byline_names
from generator.clean.lines import Block
from generator.clean.outlets import known_outlet, outlet_like, printed_name
from generator.clean.page import LineFact, LineVerdict, shown
from generator.clean.shapes import section_words
from generator.clean.stamps import beside_day, find_stamps
from generator.clean.wordlists import folded
from generator.wordlists import words as listed

LONGEST = 22  # words
MOST_WORDS = 5  # of an outlet's name
SURE, UNSURE = 4, 20  # ranks: beside a day, and what needs another witness
_PARTS = re.compile(r"\s*(?:[|•·/;,()\[\]»›‖¦]|\s[–—-]{1,2}(?=\s)|\s::\s|\s(?=(?:by|via|source:)\s))\s*", re.IGNORECASE)
_BY = re.compile(r"(?:written |posted |published |reported )?by:?\s+(?P<names>\S.*)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?:source|via|from|in(?=\sthe\s)|published (?:in|by|on)|outlet|publication|publisher)\s?[:–—-]?\s+"
    r"(?:the\s)?(?P<name>\S.*)",
    re.I,
)
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.’'&!-]*|of|the|and|&|de|la|del|der|da|do|\d{1,3}")
_READ = re.compile(r"\d{1,3}[\s-]?min(?:ute)?s?(?:\s(?:read|watch|listen))?", re.IGNORECASE)
_IN_PRINT = re.compile(
    r"online|in print|web|(?:section|pages?|pp?\.|vol(?:ume)?\.?|no\.|issue)\s?[A-Z]{0,2}-?\d{0,4}|[A-Z]{1,2}-?\d{1,3}|"
    r"(?:final|late|early|city|national|international|first|second|third|morning|evening|print|online|sunday) edition",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[A-Z]\.")
_BRACKETED = re.compile(r"\s?\([^()]{1,30}\)")
_MAIL = re.compile(r"\s?[(<\[]\S{1,60}@\S{1,60}[)>\]]|(?<!\S)@\w{2,30}\b")
_TALLY = re.compile(r"\s\(?\b(?:\d{1,5}|no) (?:comments?|shares?|views?|replies)\b\)?", re.IGNORECASE)
# "Larkfield Herald, The (CT)", as libraries file it: the place in brackets says which one it is.
_THE_BEHIND = re.compile(r"(?P<name>[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,4}),\s(?P<the>The)\b(?:\s\([^()]{2,40}\))?")
_ITS_PLACE = re.compile(r"(?<=\w)\s[(\[][A-Z][\w .’'-]{1,30},\s[A-Z][\w .’'-]{1,30}[)\]](?=[\s,.·|]|$)")
_FIRST_STOOD = re.compile(r"\W*(?:first|originally) (?:published|appeared|printed) (?:in|by)\b", re.IGNORECASE)
# The day on which somebody read or saved a page is not that of its publication.
_SAVED = re.compile(
    r"(?:(?:date |last |first )?(?:accessed|retrieved|downloaded|archived|captured|printed|exported|saved|clipped)\b|"
    r"(?:access|retrieval|download) date\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[“\"]([^“”\"]{3,40})[”\"](,?\s)")  # "“Larkfield Herald”, 3 March 2021"
_FIGURES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")  # a day that can be read in two ways is left open
_AND = re.compile(r",?\s(?:and|&)\s|,\s")


def masthead(block: Block) -> LineVerdict | None:
    """Tell a line of a day with the outlet or the writer beside it, and nothing else."""
    text = block.text
    if block.words > LONGEST or len(text) > 160:
        return None
    if _FIRST_STOOD.match(text):
        return None
    if _SAVED.match(text):
        return LineVerdict("day on which the page was saved") if find_stamps(text) else None
    text = _ITS_PLACE.sub("", _THE_BEHIND.sub(r"\g<the> \g<name>", _TALLY.sub("", text)))
    if "@" in text or text[:1] in ("“", '"'):
        text = _MAIL.sub("", _QUOTED.sub(r"\1\2", text))
    if text[:1] in ("", "“", '"'):
        return None
    stamps = find_stamps(text)
    if not stamps:
        return None
    first = next((stamp for stamp in stamps if not stamp.updated), stamps[0])
    rest = text
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]} | {rest[stamp.end :]}"
    bare = proper_name(rest.strip(" |,;–—-()·•"))
    facts = _named(beside_day(rest), shown(text), bare)
    if facts is None or (not facts and text[-1] == "."):
        return None  # "Friday, June 10, 2016." heads a part of a calendar
    day = LineFact("published", first.value, f"line {shown(text)}", 1 + first.updated)
    named = [fact.field for fact in facts if fact.rank < UNSURE]
    kept = " and ".join(["published", *dict.fromkeys(named)])
    return LineVerdict(f"publication line (kept as {kept})", (day, *facts))


def names_and_outlet(block: Block) -> LineVerdict | None:
    """Tell a line of writers and their outlets: "Ann Lee and Jo Marsh, Associated Press"."""
    if "," not in block.text or block.words > LONGEST or block.ends_sentence or ":" in block.text:
        return None
    if _BY.match(block.text):
        return None
    parts = [part for part in _AND.split(_BRACKETED.sub("", block.text)) if part and not _FIGURES.fullmatch(part)]
    houses = [part for part in parts if outlet_like(part) or (part.startswith("The ") and proper_name(part))]
    writers = [part for part in parts if part not in houses]
    if not writers or not houses or not people(", ".join(writers)) or parts[0] in houses:
        return None
    how = f"line {shown(block.text)}"
    facts = [LineFact("byline", ", ".join(writers), how, 2)]
    if len(houses) == 1:
        agency = houses[0].casefold() in folded("agencies")
        facts.append(LineFact("origin", houses[0], how, 4) if agency else outlet_fact(houses[0], how, SURE))
    return LineVerdict("byline (kept as byline)", tuple(facts))


def _named(rest: str, line: str, bare: bool) -> list[LineFact] | None:
    """Return what the parts beside a day name; None when one of them may be anything else.

    `bare`: there is one name and nothing else.
    """
    facts: list[LineFact] = []
    for part in filter(None, (part.strip(" .:*–—-_") for part in _PARTS.split(rest))):
        if found := _BY.fullmatch(part):
            names = byline_names(found["names"])
            if names is None or not (proper_name(names) or people(names)):
                return None
            facts.append(LineFact("byline", names, f"line {line}", 1))
            continue
        if (found := SOURCE.fullmatch(part)) and proper_name(found["name"]):
            facts.append(outlet_fact(found["name"], f"line {line}", SURE - 1))
        elif not says_nothing(part):
            fact = name_beside(part, f"line {line}")
            if fact is None:
                return None
            facts.append(fact)
    outlets = [fact for fact in facts if fact.field == "outlet"]
    if len(outlets) == 1 and outlets[0].value.casefold() in folded("agencies") and not bare:
        # "10:12 AM / Example Agency" tells whose words these are; with nothing but the day it is the publisher.
        return [replace(fact, field="origin") if fact in outlets else fact for fact in facts]
    return facts if len(outlets) <= 1 else None


def name_beside(name: str, how: str) -> LineFact | None:
    """Return whose name stands alone beside a day or a byline: the outlet's or the writer's; None for other words."""
    if outlet_like(name):
        return outlet_fact(name, how, SURE - 1)
    if people(name):
        return LineFact("byline", name, how, SURE)
    if not proper_name(name):
        return None
    words = name.split()
    alone = len(words) == 1 or words[0] == "The" or "!" in name or name.isupper()
    return outlet_fact(name, how, SURE if alone else UNSURE)


_ACTIONS = frozenset(("listen", "share", "save", "print", "watch", "comments", "gift", "subscribe", "email", "photos"))


def says_nothing(part: str) -> bool:
    """Return whether a part is a section, a place, a role, or how long the story takes to read."""
    words = part.casefold().split()
    return bool(
        _READ.fullmatch(part)
        or _IN_PRINT.fullmatch(part)
        or part.casefold() in folded("places")
        or part.casefold() in folded("page_names")
        or part.isdigit()
        or part.casefold() in _ACTIONS
        or (all(word in section_words() or word in folded("role_words") for word in words) and not known_outlet(part))
    )


def outlet_fact(name: str, how: str, rank: int) -> LineFact:
    """Return that an outlet published the story."""
    return LineFact("outlet", printed_name(name), how, rank)


def proper_name(name: str) -> bool:
    """Return whether words can only be a name: few, each with a capital but for joints, and no part of a page's."""
    parts = name.split()
    return (
        0 < len(parts) <= MOST_WORDS
        and name[0].isupper()
        and all(_NAME_WORD.fullmatch(part) for part in parts)
        and not says_nothing(name)
    )


def people(names: str) -> bool:
    """Return whether words are names of people: each begins with a forename or has an initial."""
    parts = [part for part in _AND.split(names) if part]
    return bool(parts) and all(map(_person, parts)) and any(map(_has_forename, parts))


def _person(name: str) -> bool:
    words = name.split()
    capital = all(word[0].isupper() or word in ("de", "van", "von", "der", "bin", "al", "la", "del") for word in words)
    return 2 <= len(words) <= 4 and capital and words[0] != "The" and not outlet_like(name)


def _has_forename(name: str) -> bool:
    words = name.split()
    return words[0].capitalize() in listed("forenames.txt") or any(_INITIAL.fullmatch(word) for word in words[:-1])
