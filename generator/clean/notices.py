"""What an outlet says of its own story: corrections, clarifications, what an update added. No words of the story.

A correction repeats what was wrong, and would be read as news: "An earlier version of this article said that two died."
It leaves the body and is kept with its kind and, where it states one, its day.
"""

from __future__ import annotations

import re
from datetime import date

from generator.clean.lines import Block
from generator.clean.page import LineFact, LineVerdict, Page
from generator.clean.stamps import find_stamps
from generator.days import MONTH_NUMBERS, MONTH_PATTERN
from generator.own_report import EARLIER, EDITORS, LABEL, OPENS, STORY, UPDATE_LABEL, UPDATED, WRONG_WORDS, WRONGLY
from generator.wordlists import words

CORRECTION, UPDATE, EDITORS_NOTE = "correction by the outlet", "note on an update by the outlet", "editor's note"
LONGEST = 160  # words of a notice; what is longer tells a story
BEFORE = 90  # characters in which label, hour and name of who corrected stand

_I = re.IGNORECASE
_ADDED = re.compile(
    rf"{OPENS}(?:updated|corrected|revised)(?: and \w+)?(?: at \d[\d:.]*\s?[ap]\.?m\.?(?: [A-Z]{{2,3}})?)? "
    r"(?:with|throughout|to (?:add|include|reflect|note|correct|clarify|show|say|remove|fix)|"
    r"the (?:story|article|post|piece|headline))\b",
    _I,
)
# "Update, 5 p.m.: Added a paragraph on the ferries."
_ADDS = re.compile(
    r"(?:added|adds|updated|corrected|changed|removed|clarified) (?:an?|the|new|more|with|to|additional|further|"
    r"(?:comment|detail|response|statement|quote)s?|background|throughout|information|"
    r"[A-Z]\w+[’']s (?:new )?(?:(?:comment|statement)s?|response|reaction))\b",
    _I,
)
# What an agency's desk sets before a new version of its story.
_DESK = re.compile(
    r"[(\[]\s?(?:Updates?|Corrects|Recasts|Refiles|Adds|Repeats|Rewrites|Clarifies|Removes|Fixes|Deletes|Changes)"
    r"\b[^()\[\]]{3,200}[)\]]\s?|"
    r"[(\[]\s?This (?:version|story|report|article) (?i:updates|corrects|recasts|adds|clarifies|removes|restores|fixes|"
    r"deletes|changes)\b[^()\[\]]{3,200}[)\]]\.?\s?"
)
_BEHIND = re.compile(
    r"(?<=[.!?”\")\]]) (?=[*\[(]{0,2}(?:(?:CORRECTIONS?|Corrections?|CLARIFICATIONS?|Clarifications?|UPDATED?|Updated?|"
    r"EDITOR[’']?S NOTE|Editor[’']?s [Nn]ote)\b[^.]{0,60}:|"
    rf"(?:An? (?:earlier|previous|prior)|The original) version of this |This {STORY} (?:has|was) ))"
)
_WRONG = re.compile(
    rf"\b(?:misstated|misidentified|misspelled|misquoted|misattributed|mischaracteri[sz]ed|misreported|{WRONGLY}|"
    r"(?:was|were) incorrect|in error|editing error|we regret|corrected)\b",
    _I,
)
# An editor's note that speaks of the text that it stands beside, of who wrote it, or of what the outlet offers.
_OF_ITSELF = re.compile(
    rf"\b(?:this|our|the following) {STORY}s?\b|\bthis is (?:an?|the|part)\b|\bthe following\b|\bversion\b|"
    r"\bpublication\b|\b(?:opinions?|views) (?:expressed|are)\b|\bthe author of\b|"
    r"\bthe (?:author|writer) (?:of this|is|was|has)\b|\bpaywall\b|\bour (?:[\w-]+ )?coverage\b|\bpromo code\b|"
    r"\bsubscri\w+\b|\boriginally (?:ran|appeared|aired|published)\b|"
    r"\b(?:excerpt(?:ed)?|adapted|reprinted|republished|(?:first|originally) appeared|co-authored)\b|"
    r"\bnames? (?:of [\w’' ]{2,30} )?(?:has|have|was|were) (?:been )?(?:changed|withheld)\b",
    _I,
)
# Every notice has one of these words: most paragraphs have none, and need not be read further.
_WORDS = frozenset(WRONG_WORDS).union(
    "correction corrections clarification clarifications corrected corrects amendment amended".split(),  # noqa: SIM905
    "erratum corrigendum version versions note update updates updated revised edited clarified changed".split(),  # noqa: SIM905
    "modified originally initially previously recasts refiles adds repeats rewrites clarifies removes".split(),  # noqa: SIM905
    "fixes deletes changes".split(),  # noqa: SIM905
)
_QUOTE = "“\"‘'«"


# "Correctie (22 oktober 2021): In een eerdere versie van dit artikel ...", and an earlier form in other languages.
_ABROAD = re.compile(
    r"\W*(?:korrektur(?:hinweis)?|berichtigung|richtigstellung|anmerkung der redaktion|rectificatif|erratum|correctif|"
    r"corrección|fe de erratas?|rectificación|correção|errata|erramos|rettifica|errata corrige|correctie|rectificatie|"
    r"rättelse|rettelse|korjaus|oikaisu|sprostowanie|oprava|düzeltme|поправка|исправление)\b[^:.]{0,40}:\s\S|"
    r"[^.!?“”\"«»]{0,60}\b(?:(?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des)|"
    r"version (?:antérieure|précédente) de (?:cet|l[’'])|versión anterior de (?:este|esta)|"
    r"versão anterior (?:deste|desta)|versione precedente di questo|eerdere versie van dit|"
    r"tidigare version av (?:den|artikeln)|tidligere versjon av (?:denne|saken)|tidligere version af)\b",
    _I,
)


def notice(block: Block) -> str | None:
    """Return what kind of notice a whole paragraph is; None for words of the story."""
    text = block.text
    if block.words > LONGEST or text[0] in _QUOTE:
        return None
    if block.ends_sentence and _ABROAD.match(text):
        return CORRECTION
    label = LABEL.match(text)
    if label and (block.ends_sentence or label.end() == len(text) or EARLIER.search(text) or _WRONG.search(text)):
        return CORRECTION
    earlier = EARLIER.search(text, 0, BEFORE + 60)
    if earlier and _outside_quotation(text, earlier.start()):
        return CORRECTION if _from_the_start(text, earlier.start()) else None
    if EDITORS.match(text):
        return CORRECTION if _WRONG.search(text) else EDITORS_NOTE if _OF_ITSELF.search(text) else None
    said = UPDATE_LABEL.match(text)
    start = said.end() if said else 0
    if changed := UPDATED.match(text, start):
        return CORRECTION if re.search(r"correct|amend|clarif", changed.group(), _I) else UPDATE
    if _ADDED.match(text) or (said and _ADDS.match(text, start)):
        return UPDATE
    if _DESK.fullmatch(text) and (not block.ends_sentence or text[1:6] == "This " or _DESK_ADDS.match(text)):
        return UPDATE
    return None


# "(Updates with shares in last paragraph.)", which ends as a sentence does
_DESK_ADDS = re.compile(
    r"[(\[]\s?(?:Updates?|Corrects|Recasts|Refiles|Adds|Repeats|Rewrites|Removes|Deletes|Changes)\s"
    r"(?:with|to|throughout|headline|dateline|lead|lede|details?|comments?|quotes?|context|background|typo|spelling|"
    r"(?:first|second|third|fourth|last|final) paragraph|paragraphs?)\b"
)


def _outside_quotation(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") <= before.count("”") and before.count('"') % 2 == 0


def _from_the_start(text: str, at: int) -> bool:
    """Whether nothing but a label, an hour or "due to an editing error" stands before the words at a place."""
    before = text[:at].rstrip()
    return (
        before[-1:] in ("", ",", *":.)]*—–-_(")
        and len(before) <= BEFORE
        and not re.search(r"[a-z]{3,}\. [A-Z]", before)
    )


def judge_notices(page: Page, facts: list[LineFact]) -> None:
    """Take the notices out of the body, whole paragraphs and those that run into the one above."""
    day = next((fact.value for fact in facts if fact.field == "published"), page.day)
    for i in reversed(page.left()):
        block = page.blocks[i]
        if _WORDS.isdisjoint(block.tokens):
            if (
                not words("notice_words_abroad.txt").isdisjoint(block.tokens)
                and block.ends_sentence
                and _ABROAD.match(block.text)
            ):
                page.verdicts[i] = _told(CORRECTION, block, day)
            continue
        if (desk := _DESK.match(block.text)) and desk.end() < len(block.text):
            page.cut(i, desk.end(), LineVerdict(UPDATE))
            continue
        kind = notice(block)
        if kind is not None:
            page.verdicts[i] = _told(kind, block, day)
            below = i + 1
            if (
                block.words <= 4
                and below < len(page.blocks)
                and page.verdicts[below] is None
                and LABEL.match(block.text)
                # Not the lede below "Correction appended".
                and (block.text.rstrip().endswith(":") or _speaks_of_the_story(page.blocks[below].text))
            ):
                page.verdicts[below] = _told(kind, page.blocks[below], day)  # the label stands on its own line
            continue
        for found in _BEHIND.finditer(block.text):
            last = block.part(found.end(), len(block.text))
            if last is not None and (kind := notice(last)) is not None:
                page.cut(i, found.end(), None, _told(kind, last, day))
                break


def _speaks_of_the_story(text: str) -> bool:
    """Whether a paragraph below a label tells what was wrong or changed in the outlet's own story."""
    return bool(_WRONG.search(text) or EARLIER.search(text) or UPDATED.match(text))


def _told(kind: str, block: Block, published: str | None) -> LineVerdict:
    day = notice_day(block.text, published)
    return LineVerdict(f"{kind}, {day}" if day else kind)


_WHEN = re.compile(
    r"corrected by:? [^@]{3,40}@ (?P<at>.{6,24})|"
    r"\b(?:updated|corrected|amended|revised|edited) (?:on|at)? ?(?P<on>[^.;]{3,40})",
    _I,
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{MONTH_PATTERN})\b\.?\s(?P<day>\d{{1,2}})(?!\d)|\b(?P<day2>\d{{1,2}})\s(?P<month2>{MONTH_PATTERN})\b",
    _I,
)


def notice_day(text: str, published: str | None = None) -> str | None:
    """Return the day of a notice, ISO 8601; one without its year is in the year that follows publication."""
    label = LABEL.match(text)
    stated = [label["when"] or ""] if label else []
    earlier = EARLIER.search(text, 0, BEFORE + 60)
    if earlier:
        stated.append(text[: earlier.start()])
    stated += [found["at"] or found["on"] for found in _WHEN.finditer(text)]
    for told in stated:
        if stamps := find_stamps(told):
            return stamps[0].value
        if published and len(published) == len("2021-05-04") and (found := _MONTH_DAY.search(told)):
            month = MONTH_NUMBERS[(found["month"] or found["month2"])[:3].casefold()]
            for year in (int(published[:4]), int(published[:4]) + 1):
                try:
                    value = date(year, month, int(found["day"] or found["day2"])).isoformat()
                except ValueError:
                    continue
                if value >= published:
                    return value
    return None
