"""The order in which the rules judge a page. What no rule takes out is body."""

from __future__ import annotations

import re

from generator.clean.captions import CAPTION_RULES
from generator.clean.credits import LINE_CREDITS
from generator.clean.datelines import find_dateline
from generator.clean.furniture import FURNITURE_RULES
from generator.clean.headings import judge_between, judge_foot, judge_head, run_in_heading, same_words
from generator.clean.lines import Block
from generator.clean.origin import origin_in_text
from generator.clean.outlets import DOMAIN, site_name
from generator.clean.page import Fact, Page, Rule, Verdict, first_answer, shown
from generator.clean.repeats import pasted_again
from generator.clean.wordlists import folded

LINE_RULES: tuple[Rule, ...] = (*LINE_CREDITS, *FURNITURE_RULES, *CAPTION_RULES)
LONGEST_LINE = 80  # words: no rule on single lines looks at longer ones
# "WASHINGTON — ..." without an agency or a day is how a paper's own reporters begin their first sentence: it is read as
# the dateline and left where it stands. The slug of an agency or a site ("LONDON (Reuters) - ", "Rome: ") is cut off.
KEEP_STAFF_DATELINES = True
TELLS_LITTLE = 12  # words: what is longer and ends a sentence is furniture only when a word says so
DATELINE_NEAR = 3  # a standfirst, or a sentence of promotion that no rule knows, may stand above it
BYLINE_NEAR = 12  # lines from the head or the foot in which "By ..." may be a byline


def judge(page: Page) -> list[Fact]:
    """Give every block of the page its verdict and return the facts that the lines state."""
    facts: list[Fact] = []
    page.verdicts = [None] * len(page.blocks)
    _scrapers_header(page, facts)
    _repeats(page)
    _lines(page, facts)
    _dateline(page, facts)
    facts += judge_head(page)
    _repeats_of_headline(page, facts)
    facts += judge_foot(page)
    judge_between(page)
    _run_in_headings(page)
    _dateline_repeats(page)
    facts += _origin(page)
    return facts


_HEADER = re.compile(r"^date:?\s+(?P<day>(?:19|20)\d\d-\d\d-\d\d)\b(?:[T\s]\d\d:\d\d(?::\d\d)?\S*)?\s*", re.IGNORECASE)


def _scrapers_header(page: Page, facts: list[Fact]) -> None:
    """Cut "date 2023-06-19 example.com" off the head of the page, even where it has run into the first words."""
    found = _HEADER.match(page.blocks[0].text) if page.blocks else None
    if found is None:
        return
    block, end = page.blocks[0], found.end()
    words = found.group().strip()
    site = DOMAIN.match(block.text, end)
    if site and (site.end() == len(block.text) or block.text[site.end()] == " "):
        end, words = site.end(), f"{words} {site.group()}"
        facts.append(Fact("outlet", site_name(site.group()), f"scraper's header {shown(words)}", 2))
    facts.append(Fact("published", found["day"], f"scraper's header {shown(words)}", 3))
    _cut(page, 0, end, Verdict("scraper's header (kept as published)"))


def _cut(page: Page, i: int, end: int, verdict: Verdict) -> int:
    """Take the first `end` characters off a block. Return the place of what is left, or of the next block."""
    block = page.blocks[i]
    gone, rest = block.part(0, end), block.part(end, len(block.text))
    new = [part for part in (gone, rest) if part is not None]
    page.blocks[i : i + 1] = new
    page.verdicts[i : i + 1] = [verdict, None][: len(new)]
    return i + 1


def _repeats(page: Page) -> None:
    candidates = range(len(page.blocks))
    for again, once in pasted_again(page.blocks, candidates).items():
        if page.verdicts[again] is None:
            page.verdicts[again] = Verdict(f"repeats {shown(page.blocks[once].text, 40)}")


def _lines(page: Page, facts: list[Fact]) -> None:
    last = len(page.blocks) - 1
    rules = FURNITURE_RULES + CAPTION_RULES
    for i in page.left():
        block = page.blocks[i]
        if block.key in page.recurring:
            page.verdicts[i] = Verdict("recurs in other articles of the folder")
            continue
        if block.words > LONGEST_LINE or (block.words > TELLS_LITTLE and block.ends_sentence and not _suspect(block)):
            continue
        near = i <= BYLINE_NEAR or last - i <= BYLINE_NEAR
        verdict = first_answer(LINE_RULES if near else rules, block)
        if verdict is not None:
            page.verdicts[i] = verdict
            facts += verdict.facts


def _suspect(block: Block) -> bool:
    """Whether a paragraph has a word or sign that any rule asks for. Most have none, and need not be read by thirty."""
    return not folded("suspect_words").isdisjoint(block.tokens) or any(sign in block.text for sign in "©»›→")


def _repeats_of_headline(page: Page, facts: list[Fact]) -> None:
    """Take out the headline where it comes again, above or between the first paragraphs."""
    title = next((fact.value for fact in facts if fact.field == "title"), page.title)
    if title is None:
        return
    for i in page.left()[:4]:
        if page.blocks[i].words <= 40 and same_words(page.blocks[i], title):
            page.verdicts[i] = Verdict("headline again")


def _dateline(page: Page, facts: list[Fact]) -> None:
    """Cut the dateline off the first line that has one, of the first few that end as sentences do.

    "Washington: no talks before May" is a headline.
    """
    ended = [i for i in page.left() if page.blocks[i].ends_sentence or page.blocks[i].text[-1] in ":;,"]
    for i in ended[:DATELINE_NEAR]:
        found = find_dateline(page.blocks[i].text)
        if found is None:
            continue
        if found.staff and KEEP_STAFF_DATELINES:
            facts.append(Fact("dateline", found.text, f"the first words of the text, {shown(found.text)}"))
            return
        how = f"dateline {shown(found.text, 80)}"
        facts.append(Fact("dateline", found.text, how))
        if found.agency:
            facts.append(Fact("origin", found.agency, how, 1))
        if found.day:
            facts.append(Fact("published", found.day, how, 2))
        _cut(page, i, found.end, Verdict("dateline (kept as dateline)"))
        return


def _run_in_headings(page: Page) -> None:
    for i in reversed(page.left()):
        if page.blocks[i].text[0] in "-–—*" and (end := run_in_heading(page.blocks[i].text)):
            _cut(page, i, end, Verdict("sub-heading run into the paragraph"))


def _dateline_repeats(page: Page) -> None:
    """Find what only shows as a repeat once datelines and sub-headings are cut off."""
    for again, once in pasted_again(page.blocks, page.left()).items():
        page.verdicts[again] = Verdict(f"repeats {shown(page.blocks[once].text, 40)}")


def _origin(page: Page) -> list[Fact]:
    fact = origin_in_text([page.blocks[i].text for i in page.left()])
    return [fact] if fact else []
