"""What readers wrote below a story, told by the lines of who wrote it when: "bookworm · 2 hours ago", "Reply"."""

from __future__ import annotations

import re

from generator.clean.page import LineVerdict, Page
from generator.clean.shapes import is_paragraph

COMMENT = LineVerdict("comment of a reader")
SHARE = 0.4  # of a page's words that comments may be
LEAST_ABOVE = 2  # paragraphs of the story
NEAR = 4  # lines below a reader's name in which the buttons of a comment stand
INVITATION_WORDS = 60
_WROTE = re.compile(
    r"@?[\w.’' -]{2,40}\s*[·•|,–—-]?\s*\(?(?:\d{1,3}|an?) ?"
    r"(?:s|m|h|d|w|y|min|minute|hr|hour|day|week|month|year)s? ago\)?",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\W*(?:reply|like|report|share|upvote|flag|\d+|[·•|,\s])+\W*", re.IGNORECASE)
_INVITED = re.compile(
    r"\W*(?:join the (?:conversation|discussion)|(?:\d+ )?comments?(?: \(?\d+\)?)?|have your say|leave a comment|"
    r"what do you think\?|reader comments)\W*",
    re.IGNORECASE,
)


def judge_readers(page: Page) -> None:
    """Take out all that is left from the first line of a reader's name and age on, where nothing but comments follows.

    Two such lines, or one with the buttons of a comment below it; the sentences between them and the heading that
    invites to comment go as well.
    """
    named = [
        i
        for i, block in enumerate(page.blocks)
        if " ago" in block.text and block.words <= NEAR * 2 and _WROTE.fullmatch(block.text)
    ]
    left = page.left()
    above = [i for i in left if is_paragraph(page.blocks[i])]
    while named and sum(i < named[0] for i in above) < LEAST_ABOVE:
        named.pop(0)  # "Ann Lee · 2 hours ago" below the headline is the writer's
    if not named:
        return
    replied = any(_is_reply(page, i) for i in range(named[0] + 1, min(named[0] + 1 + NEAR, len(page.blocks))))
    if len(named) == 1 and not replied:
        return
    start = named[0]
    for i in range(named[0] - 1, max(-1, named[0] - 1 - NEAR), -1):
        if _INVITED.fullmatch(page.blocks[i].text):
            start = i
            break
        if page.blocks[i].words > INVITATION_WORDS:
            break
    below = [i for i in left if i > start]
    if sum(page.blocks[i].words for i in below) <= SHARE * sum(page.blocks[i].words for i in left):
        for i in below:
            page.verdicts[i] = COMMENT


def _is_reply(page: Page, i: int) -> bool:
    text = page.blocks[i].text
    return "eply" in text and page.blocks[i].words <= NEAR * 2 and _REPLY.fullmatch(text) is not None
