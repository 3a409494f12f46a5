"""Lines below the last paragraph: lists of other stories, comments, the outlet's name."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.outlets import DOMAIN, outlet_like, site_name
from generator.clean.page import Fact, Page, Verdict, shown
from generator.clean.shapes import is_item, is_label, is_paragraph, may_be_body

_I = re.IGNORECASE
_FOOT_HEADING = re.compile(
    r"^[\W_]*(?:\d+\s)?(?:comments?|related\b.*|recommended\b.*|most (?:read|viewed|popular|shared|"
    r"watched|commented|recent)\b.*|trending\b.*|you may (?:also )?(?:like|be interested)\b.*|"
    r"more (?:from|on|in|stories|news|like|about|coverage)\b.*|"
    r"also (?:read|on|in|see)\b.*|read (?:more|next|also)\b.*|latest\b.*|top (?:stories|news|"
    r"headlines)\b.*|popular\b.*|leave a (?:reply|comment)\b.*|post a comment\b.*|what (?:to read|"
    r"we[’']re reading)\b.*|up next|next (?:post|article|story)|previous (?:post|article|story)|"
    r"around the web|from (?:the web|our partners)|sponsored\b.*|promoted\b.*|about (?:the authors?|"
    r"us)|newsletter\b.*|subscribe\b.*|editor[’']?s[’']? picks?|don[’']t miss\b.*|"
    r"in case you missed it|other (?:stories|news|articles)\b.*|see also|further reading|"
    r"share this\b.*|tags?|topics?|no comments|archives?)[\s:»>]*$",
    _I,
)


def judge_foot(page: Page) -> list[Fact]:
    """Judge what stands below the last paragraph and return what it states."""
    facts: list[Fact] = []
    opened = _foot_begins(page)
    if opened is not None:
        for i in page.left():
            if i > opened:
                page.verdicts[i] = _sign_off(page.blocks[i], facts) or Verdict(
                    f"below {shown(page.blocks[opened].text, 40)}"
                )
    left = page.left()
    last = next(
        (
            k
            for k in range(len(left) - 1, -1, -1)
            if is_paragraph(page.blocks[left[k]]) or page.blocks[left[k]].ends_sentence
        ),
        None,
    )
    if last is None or page.form != "scrape":
        return facts
    for i in left[last + 1 :]:
        block = page.blocks[i]
        stub = block.words <= 3 and not block.ends_sentence and not is_item(block) and block.text[-1] != ":"
        if is_label(block) or stub or not may_be_body(block):
            page.verdicts[i] = _sign_off(block, facts) or Verdict("line below the story")
    return facts


def _foot_begins(page: Page) -> int | None:
    """Return the heading in the last part of the page after which no paragraph of the story comes.

    Below "Comments" readers write whole sentences; below "Related Articles" stand headlines. So the heading of a list
    ends the story when at most short lines follow, a comments' heading when most of the text is above.
    """
    total = sum(block.words for block in page.blocks)
    after = 0
    found = None
    for i in range(len(page.blocks) - 1, -1, -1):
        block, verdict = page.blocks[i], page.verdicts[i]
        if verdict is not None and block.words <= 8 and _FOOT_HEADING.match(block.text):
            comments = re.search(r"\bcomments?\b|\breply\b", block.text, _I) is not None
            below = zip(page.blocks[i + 1 :], page.verdicts[i + 1 :], strict=True)
            told = any(v is None and b.ends_sentence and b.words >= 4 and b.text[-1] not in "?!" for b, v in below)
            if (comments and after <= 0.4 * total) or not told:
                found = i
        if verdict is None:
            after += block.words
    above = sum(page.verdicts[i] is None and is_paragraph(page.blocks[i]) for i in range(found or 0))
    return found if found is not None and above >= 1 else None


def _sign_off(block: Block, facts: list[Fact]) -> Verdict | None:
    """Tell the outlet's bare name below the story."""
    if block.words <= 6 and not block.ends_sentence and outlet_like(block.text):
        name = site_name(block.text) if DOMAIN.fullmatch(block.text) else block.text
        facts.append(Fact("outlet", name, f"sign-off line {shown(block.text)}", 1))
        return Verdict("sign-off of the outlet (kept as outlet)")
    return None
