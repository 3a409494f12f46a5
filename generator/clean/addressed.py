"""Whole sentences in which a page speaks to its reader, told by their grammar and by where they stand.

A story tells in the third person what others did. A page asks ("Start your day with ..."), thanks, calls its reader
"you" and itself "we" or "this article", and names what only pages have: a newsletter, a subscriber, a discussion
thread. No phrase is listed: every sentence of such a paragraph must be of that kind, and the fewer words of pages it
has, the surer must its place be: beside what is the page's already, or at either end of what is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.clean.lines import Block
from generator.clean.page import LineFact, LineVerdict, Page
from generator.clean.promotions import is_reported
from generator.clean.wordlists import folded
from generator.wordlists import words

ADDRESSED = LineVerdict("the page speaks to its reader")
LONGEST = 90  # words of such a paragraph
# What its words count together: at either end of the story or beside the page's lines, and between paragraphs. Where
# the format itself marks the story only its end is looked at.
AT_EDGE, BETWEEN = 2, 5
ONLY, ALSO = 2, 1  # what one word counts: of pages only, and of stories too

_SENTENCE = re.compile(r"(?<=[.!?…])[)’”\"]?\s+(?=[^\W\d_a-z]|\d)|\s?(?:—|;)\s?")
_MARKS = re.compile(r"[“”\"«»]")
_YOU = re.compile(r"\b(?:you|your|yours|you[’'](?:re|ve|ll|d))\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Ww]e[’'](?:re|ve|ll))\b")
_THIS = re.compile(
    r"\bthis (?:article|story|post|page|site|website|report|newsletter|publication|episode|series)\b", re.IGNORECASE
)
_THANKS = re.compile(r"\W*(?:many )?(?:thanks|thank you)\b", re.IGNORECASE)
# Correction and update are the outlet's word on its own story.
_NOTE = re.compile(r"\W*(?:correction|clarification|editor.{0,3}s? note|update)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:he|she|his|her|him|was|were|had|did)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\W*(?:(?:please|never|just|also|and|or|so|then|simply|kindly|"
    r"for (?:more|all|the)(?: [\w’'-]+){0,4},|don[’']t(?: forget to)?|"
    r"before you[^,]{1,40},|"
    r"if you[^,]{1,60},|to (?:[\w’'-]+ ){1,12}[\w’'-]+,)\s)*(?P<verb>[a-z][a-z’'-]+)(?P<on>\s|$|[.!,:])",
    re.IGNORECASE,
)


def judge_addressed(page: Page, facts: Sequence[LineFact]) -> None:
    """Take out the paragraphs in which the page speaks to its reader. `facts`: what its lines stated so far."""
    houses = [page.outlet, *(fact.value for fact in facts if fact.field == "outlet")]
    names = frozenset(word for name in houses for word in Block(name, ()).tokens if len(word) > LITTLE)
    said = words(LIST, "only") | words(LIST, "also") | folded("site_words")
    for _ in range(ROUNDS):  # what goes is what the next one stands beside
        left = page.left()
        for k, i in enumerate(left):
            if len(left) < LEAST:
                return
            block = page.blocks[i]
            if block.words > LONGEST or (said.isdisjoint(block.tokens) and names.isdisjoint(block.tokens)):
                continue
            sides = sum(_of_the_page(page, j) for j in (i - 1, i + 1))
            own = page_words(page.blocks[i], names, inside=sides > 1)
            if not own:
                continue
            if page.form != "scrape":
                if k == len(left) - 1 and own >= AT_EDGE:
                    page.verdicts[i] = ADDRESSED
                continue
            beside = k in (0, len(left) - 1) or sides > 0
            if own >= (1 if sides > 1 else AT_EDGE if beside else BETWEEN):
                page.verdicts[i] = ADDRESSED
        if page.left() == left:
            return


ROUNDS = 4
LEAST = 3  # paragraphs: of fewer the page's own words may be all there is
LITTLE = 3  # letters of a word of the outlet's name that tells nothing


def _of_the_page(page: Page, i: int) -> bool:
    """Whether a line beside is the page's for what it asks or offers, and no caption, credit or copy."""
    verdict = page.verdicts[i] if 0 <= i < len(page.verdicts) else None
    return verdict is not None and verdict.reason.startswith(_OF_PAGES)


_OF_PAGES = (
    *("no words", "counter of"),
    *("button", "promotion", "comment", "advertisement", "line in a box", "pointer", "legal", "the page", "message"),
    *("headline of another", "below ", "looks like", "line below", "note on who", "list of categories", "navigation"),
)


def page_words(block: Block, names: frozenset[str] = frozenset(), inside: bool = False) -> int:
    """Return what the words of pages count in a paragraph that does nothing but speak to its reader, else 0.

    Each of its sentences asks, thanks, says "you" or "this article", or has such a word and nobody else in it; one of
    them must ask or say so. Where all of them ask, one word of the trade is enough, or of the outlet's name (`names`).
    `inside`: whether it stands between two lines of the page.
    """
    only, also = (words(LIST, part).intersection(block.tokens) for part in ("only", "also"))
    also |= (names | folded("site_words") if inside else names).intersection(block.tokens)
    also -= only
    text = block.text
    if (
        not FEWEST <= block.words <= LONGEST
        or not (only or also)
        or _MARKS.search(text)
        or is_reported(text)
        or _NOTE.match(text)
    ):
        return 0
    asked = spoken = 0
    sentences = _SENTENCE.split(text)
    for sentence in sentences:
        if _asks(sentence) or _THANKS.match(sentence):
            asked += 1
        elif _says_you(sentence, bool(only) or (inside and len(sentence.split()) <= SHORT)):
            spoken += 1
        elif _TOLD.search(sentence) or not _of_pages(sentence, only | also):
            return 0
    if not asked and (not spoken or not (only | (also - names))):
        return 0
    if asked == len(sentences) and not names.isdisjoint(block.tokens):
        offered = words(LIST, "platforms").intersection(block.tokens)  # "Follow the Quay Star's channel on WhatsApp."
        return BETWEEN if offered else AT_EDGE
    return max(
        ONLY * len(only) + ALSO * len(also if asked else also - names), AT_EDGE if asked == len(sentences) else 0
    )


SHORT = 12  # words of a sentence between two lines of the page
SHORTEST = 8  # words of one that says nothing of the page beside one that does


def _of_pages(sentence: str, own: frozenset[str]) -> bool:
    """Whether a sentence that asks nothing has a word of pages or is a short one."""
    tokens = Block(sentence, ()).tokens
    return not own.isdisjoint(tokens) or len(tokens) <= SHORTEST


LIST = "page_own_words.txt"
FEWEST = 4  # words


def _says_you(sentence: str, of_pages: bool) -> bool:
    """Whether a sentence says "you", or "we" or "this article" beside what only pages have, and nobody else."""
    if _YOU.search(sentence):
        return True
    return of_pages and (_THIS.search(sentence) or _WE.search(sentence)) is not None and not _TOLD.search(sentence)


def _asks(sentence: str) -> bool:
    """Whether a sentence begins with what is to be done: with a verb as it is, and nobody who does it before it."""
    found = _LEADS.match(sentence)
    if found is None or found["verb"].casefold() not in words("asked_of_readers.txt"):
        return False
    return _NOUN.match(sentence, found.start("verb")) is None and _TOLD.search(sentence) is None


# "Support for the editor came from the mayor": the word is a thing here.
_NOUN = re.compile(
    r"\w+ (?:of|from|among|was|were|is|are|has|came)\b|(?:support|call|use|order|share|show|visit|start|view) for\b",
    re.IGNORECASE,
)
