"""Lines at a page's head or foot that set outlet, day and writer side by side, in any order and with any marks.

"The Larkfield Herald, 3 March 2021", "Ann Lee | Larkfield Herald | 3 Mar 2021", "Larkfield Herald (March 3rd, 2021)":
beside the day of publication a name can only be the outlet's or the writer's, even when no list knows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.clean.lines import Block
from generator.clean.outlets import DOMAIN, outlet_like, press_name, printed_name, site_name
from generator.clean.page import LineFact, LineVerdict, shown
from generator.clean.signatures import (
    OPENER,
    Signature,
    begins_with_article,
    is_house,
    may_be_person,
    people,
    proper_name,
    read,
)
from generator.clean.stamps import CLOCK, Stamp, beside_day, find_stamps, has_figure
from generator.clean.wordlists import folded
from generator.wordlists import words as listed

LONGEST = 22  # words
SURE, UNSURE = 4, 20  # ranks: beside a day, and what needs another witness
OR_PLACE = 8  # rank of what may be a place: below a name that stands above the headline
SOURCE = re.compile(
    r"(?:source|via|from|in(?=\sthe\s)|published (?:in|by|on)|outlet|publication|publisher)\s?[:–—-]?\s+"
    r"(?:the\s)?(?P<name>\S.*)",
    re.I,
)
_MAIL = re.compile(r"\s?[(<\[]\S{1,60}@\S{1,60}[)>\]]|(?<!\S)@\w{2,30}\b")
_COUNT_BEHIND = re.compile(r"(?<=\|)\s+\d{1,4}$")  # of comments
_TALLY = re.compile(r"\s\(?\b(?:\d{1,5}|no) (?:comments?|shares?|views?|replies)\b\)?", re.IGNORECASE)
# "Larkfield Herald, The (CT)", as libraries file it: the place in brackets says which one it is.
_THE_BEHIND = re.compile(
    r"(?P<name>[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,4}),\s(?P<the>The)\b(?:\s\([^()]{2,40}\)|(?!\s[A-ZÀ-Þ]))"
)
_ITS_PLACE = re.compile(r"(?<=\w)\s[(\[][A-Z][\w .’'-]{1,30},\s[A-Z][\w .’'-]{1,30}[)\]](?=[\s,.·|]|$)")
# "(https://quay.example/lock, last accessed 30 May 2022)": where whoever quotes a story found it, and when
_FOUND_AT = re.compile(
    r"\s?[(\[<](?:(?:https?://|www\.)[^\s)\]>]+(?:[,;]?\s(?:last\s)?(?:accessed|retrieved|visited|read)\b[^)\]]{0,30})?|"
    r"(?:last\s)?(?:accessed|retrieved|visited)\b[^)\]]{0,30})[)\]>]|"
    r"[,;]?\s(?:https?://|www\.)\S+$"
)
_FIRST_STOOD = re.compile(r"\W*(?:first|originally) (?:published|appeared|printed) (?:in|by)\b", re.IGNORECASE)
# The day on which somebody read or saved a page is not that of its publication.
_SAVED = re.compile(
    r"(?:(?:date |last |first )?(?:accessed|retrieved|downloaded|archived|captured|printed|exported|saved|"
    r"clipped|transcribed|typed|copied|scanned)\b|"
    r"(?:access|retrieval|download|load)[ -]date\b)",
    re.IGNORECASE,
)
_CLIPPED = re.compile(
    r"(?P<verb>clipped|saved|archived|captured|transcribed|typed|copied|scanned)\s(?:from|at)\s(?:the\s)?(?P<name>[^|,(]{2,50}?)(?=\s(?:on|at)\b|\s?[|,(]|$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[“\"]([^“”\"]{3,40})[”\"](,?\s)")  # "“Larkfield Herald”, 3 March 2021"
_FIGURES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")  # a day that can be read in two ways is left open


def masthead(block: Block) -> LineVerdict | None:
    """Tell a line of a day with the outlet or the writer beside it, and nothing else."""
    text = block.text
    if "://" in text or "www." in text or "ccessed" in text:
        text = _FOUND_AT.sub("", text) or text
    if block.words > LONGEST or len(text) > 160:
        return None
    if _FIRST_STOOD.match(text) or (text[-1] == "." and ";" in text):
        return None  # "Ann Lee; The lock; Quay Nation; May 3, 2019." cites another text
    if _SAVED.match(text.lstrip("[(")):
        return _saved(text.strip("[]() "))
    if not has_figure(text):
        return None
    text = text[1:-1] if text[0] == "(" and text.find(")") == len(text) - 1 else text
    text = _ITS_PLACE.sub("", _THE_BEHIND.sub(r"\g<the> \g<name>", _TALLY.sub("", text)))
    if "@" in text or text[:1] in ("“", '"'):
        text = _MAIL.sub("", _QUOTED.sub(r"\1\2", text))
    if text[:1] in ("", "“", '"', "[") or "(@" in text:
        return None  # words, a source in brackets, an embedded post's signature
    stamps = find_stamps(text)
    if not stamps:
        return None
    if _is_span(text, stamps):
        return LineVerdict("span of days")  # "3 May 2008 - 2 March 2015": of a web archive's copies
    first = next((stamp for stamp in stamps if not stamp.updated), stamps[0])
    rest = text
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]} | {rest[stamp.end :]}"
    rest = _COUNT_BEHIND.sub("", rest)
    bare = proper_name(rest.strip(" |,;–—-()·•"))
    line = shown(block.text)
    facts = _named(rest, line, bare)
    if facts is None or (not facts and text[-1] == "." and not bare):
        return None  # "Friday, June 10, 2016." heads a part of a calendar
    # A day beside outlet or writer is the story's, whatever day stands alone above it.
    beside = any(fact.rank < UNSURE for fact in facts)
    rank = 1 + first.updated - (beside and not first.updated)
    rank = OF_A_NOTE if CREATED.match(text) and not beside else 0 if STOOD_FIRST.match(text) else rank
    day = LineFact("published", first.value, f"line {shown(text)}", rank)
    named = [fact.field for fact in facts if fact.rank < UNSURE]
    kept = " and ".join(["published", *dict.fromkeys(named)])
    return LineVerdict(f"publication line (kept as {kept})", (day, *facts))


def _is_span(text: str, stamps: Sequence[Stamp]) -> bool:
    """Whether a line is two days, the later one behind a dash, and nothing else."""
    if len(stamps) != FEWEST_PARTS or stamps[0].start or stamps[1].end != len(text):
        return False
    first, last = stamps
    return first.value < last.value and _RANGE.fullmatch(text[first.end : last.start]) is not None


_RANGE = re.compile(r"\s[–—-]\s")
CREATED = re.compile(r"created\b", re.IGNORECASE)
"""Programs that keep notes write "Created: ..." above a page's own day."""
STOOD_FIRST = re.compile(r"(?:originally|first) published\b", re.IGNORECASE)
"""Beside it stands the day of whoever shows the story again."""
OF_A_NOTE = 3  # rank of such a day
_BY_HAND = ("transcribed", "typed", "copied", "scanned")


def _saved(text: str) -> LineVerdict | None:
    """Tell the line of whoever kept a page: "Clipped from Quayside on 5 January 2020"."""
    found = _CLIPPED.match(text)
    name = found["name"].strip(" ,;–—-") if found else ""
    kept: tuple[LineFact, ...] = ()
    if name.casefold() in folded("kept_with"):
        name = ""
    if DOMAIN.fullmatch(name) or outlet_like(name) or proper_name(name):
        kept = (outlet_fact(site_name(name), f"line {shown(text)}", SURE - 2),)
    stamps = find_stamps(text)
    if not kept and not stamps and not _FIGURES.search(text):
        return None
    if (
        kept
        and stamps
        and found
        and found["verb"].casefold() in _BY_HAND
        and text[found.end() : stamps[0].start] == ", "
    ):
        # "Transcribed from the Tarn Courier, 14 May 1919, page 3": the paper's day
        kept += (LineFact("published", stamps[0].value, f"line {shown(text)}", 2),)
    return LineVerdict(f"line of whoever saved the page{' (kept as outlet)' if kept else ''}", kept)


def names_and_outlet(block: Block) -> LineVerdict | None:
    """Tell a line of writers and their outlet without a day: "Ann Lee and Jo Marsh, Associated Press"."""
    if block.words > LONGEST or block.ends_sentence or not _JOINT.search(block.text) or OPENER.match(block.text):
        return None
    if ":" in block.text or block.text[0] in "–—-":
        return None
    dated = _FIGURES.search(block.text) is not None
    sign = read(_FIGURES.sub(" | ", block.text))
    if sign is None or not sign.names or not sign.houses or sign.unsure:
        return None
    if block.text.startswith(tuple(sign.houses)) and not (dated or sign.printed):
        return None  # "Tarn Courier, Ann Lee" may be anything
    how = f"line {shown(block.text)}"
    facts = [LineFact("byline", sign.byline, how, 2)] if sign.byline else []
    return LineVerdict("byline (kept as byline)", (*facts, *house_facts(sign, how)))


_JOINT = re.compile(r"[,|•·]|\s[–—-]\s")  # "Ann Lee/Quay News" and "Ann Lee for Quay News" are credits of pictures


def house_facts(sign: Signature, how: str, bare: bool = False) -> list[LineFact]:
    """Return what the outlets of a line state. `bare`: there is nothing but one name and the day."""
    facts: list[LineFact] = []
    houses = list(dict.fromkeys(sign.houses))
    agencies = [house for house in houses if is_agency(house)] if not bare or len(houses) > 1 else []
    papers = [house for house in houses if house not in agencies]
    if len(papers) == 1:
        facts.append(outlet_fact(papers[0], how, SURE - 1 if outlet_like(papers[0]) or sign.printed else SURE))
    # "10:12 AM / Example Agency" tells whose words these are; with nothing but the day it is the publisher.
    facts += [LineFact("origin", agency, how, 4) for agency in agencies[:1]]
    return facts


def is_agency(name: str) -> bool:
    """Return whether an outlet is an agency, whose stories others print."""
    return name.casefold() in folded("agencies") or name.casefold().removeprefix("the ") in folded("agencies")


def _named(rest: str, line: str, bare: bool) -> list[LineFact] | None:
    """Return what the parts beside a day name; None when one of them may be anything else.

    `bare`: there is one name and nothing else.
    """
    how, facts = f"line {line}", []
    timed, rest = CLOCK.search(rest) is not None, _EDITOR.sub(" ", beside_day(_PUBLISHED_IN.sub(" source: ", rest)))
    if found := _SOURCE_PART.search(rest):
        name = re.split(r"\s*[|;,(]|\s(?=by\s)", found["name"])[0].strip(" .:*–—-_")
        name, rest = name.removesuffix(" of"), rest.replace(f"{name} ", f"{name.removesuffix(' of')} ", 1)
        if proper_name(name):
            facts.append(LineFact("origin", name, how, 4) if is_agency(name) else outlet_fact(name, how, SURE - 2))
            rest = f"{rest[: found.start()]} | {rest[found.start('name') + len(name) :]}"
    sign = read(rest)
    if sign is None:
        return None
    if sign.byline:
        facts.append(LineFact("byline", sign.byline, how, 1 if sign.opened else SURE))
    if not any(fact.field == "outlet" for fact in facts):
        facts += house_facts(sign, how, bare)
    if len(sign.unsure) == 1 and sign.houses and not sign.names and not timed:
        # "Tarn Courier – 3 May 2021 – Emina Hadžić": beside outlet and day, behind both, no word among its parts
        name = sign.unsure[0]
        words = Block(name, ()).tokens
        behind = rest.rfind(name) > rest.rfind(" | ") >= 0 and listed("word_bands.txt").isdisjoint(words)
        if behind and len(words) > 1 and may_be_person(name):
            facts.append(LineFact("byline", name, how, SURE))
    if len(sign.unsure) == 1 and sign.houses and not sign.names and _first_of_parts(rest, sign):
        facts.append(LineFact("byline", sign.unsure[0], how, SURE))
    if len(sign.unsure) == FEWEST_PARTS and not sign.houses and not sign.names:
        # "Gudlaug Skarph / QNW / 3 May 2021": a name of two words or more, then the letters of who pays for it
        name, house = sign.unsure
        words = Block(name, ()).tokens
        if (
            is_house(house)
            and may_be_person(name)
            and not name.isupper()
            and listed("word_bands.txt").isdisjoint(words)
        ):
            facts.append(LineFact("byline", name, how, SURE))
    if len(sign.unsure) == 1 and not sign.houses:
        # What stands behind an hour is where the paper is.
        where = timed and rest.rfind(sign.unsure[0]) > rest.rfind("|")
        fact = name_beside(sign.unsure[0], how) if not where else None
        if fact is not None and len(fact.value.split()) == 1 and re.match(rf"{re.escape(fact.value)}\s*,\s*\|", rest):
            # "Oslund, May 3, 2021" tells where the writer was as often.
            fact = replace(fact, rank=UNSURE if fact.value.isupper() else OR_PLACE)
        if fact is not None and fact.field == "outlet":
            # Beside writer and day it is the outlet's, unless the story has it: then it is where the writer was.
            facts.append(replace(fact, rank=SURE) if sign.names else fact)
    return facts


def _first_of_parts(rest: str, sign: Signature) -> bool:
    """Whether a line begins with a name, a bar or a dot, and the outlet: "Gudlaug Skarph · Quay News · Posted: ..."."""
    name, house = sign.unsure[0], sign.houses[0]
    found = re.match(rf"{re.escape(name)}\s?[|•·]\s?{re.escape(house)}\b", rest.strip())
    unheard = listed("word_bands.txt").isdisjoint(Block(name, ()).tokens)
    return found is not None and unheard and may_be_person(name) and not name.isupper()


FEWEST_PARTS = 2
_PUBLISHED_IN = re.compile(r"\b(?:published|appeared|printed) (?:in|by)\s+(?=\S)", re.IGNORECASE)
_SOURCE_PART = re.compile(
    r"(?:(?:^|[|;,(•·/]|\s)\s*(?:source|via|outlet|publication|publisher)\s?[:–—-]?\s+|^\s*(?:from:?|in(?=\sthe\s))\s)"
    r"(?:(?-i:the)\s)?(?P<name>[^\W\d_].*)",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"\b(?:web )?editor\s?:\s?[^|,;]{2,30}", re.IGNORECASE)


_FOR_WHOM = re.compile(r"(?:for|para|pour|für|per|voor|special (?:to|for)|especial para)\s(?=[A-ZÀ-Þ])", re.IGNORECASE)


def name_beside(name: str, how: str) -> LineFact | None:
    """Return whose name stands alone beside a day or a byline: the outlet's or the writer's; None for other words."""
    if (found := _FOR_WHOM.match(name)) and proper_name(whom := name[found.end() :]):
        sure = outlet_like(whom) or press_name(whom) or begins_with_article(whom)
        return outlet_fact(whom, how, SURE - 1 if sure else UNSURE)
    if outlet_like(name) or press_name(name):
        return outlet_fact(name, how, SURE - 1)
    if people(name):
        return LineFact("byline", name, how, SURE)
    if not proper_name(name):
        return None
    words = name.split()
    if len(words) == 1 and name.casefold() in listed("word_bands.txt") | listed("function_words.txt", "function"):
        return outlet_fact(name, how, UNSURE)  # "Republish", "Issue": a word of English, and a name by another witness
    alone = len(words) == 1 or begins_with_article(name) or "!" in name or name.isupper()
    return outlet_fact(name, how, SURE if alone else UNSURE)


def outlet_fact(name: str, how: str, rank: int) -> LineFact:
    """Return that an outlet published the story."""
    return LineFact("outlet", printed_name(name), how, rank)
