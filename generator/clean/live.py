"""What a live page sets between its posts: the hour of each, and who wrote it.

The hour alone may be the story's own ("8:50 p.m." over what happened then). It is the page's where its buttons stand
beside it: each post of a live page can be shared.
"""

from __future__ import annotations

from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page
from generator.clean.signatures import people
from generator.clean.stamps import is_hour

_BESIDE = ("button or label of the page", "publication line", "counter of the page", "hour of a post")
FEWEST = 2  # posts
NEAR = 2  # lines between an hour and the button of its post, or the one above
HOUR, POSTER = LineVerdict("hour of a post"), LineVerdict("writer of a post")


def judge_live(page: Page) -> None:
    """Take out the hours above the posts of a live page, and the names of their writers beside these."""
    hours = [i for i in page.left() if is_hour(page.blocks[i].text)]
    posts = [i for i in hours if _buttons_near(page, i)]
    if len(posts) < FEWEST or 2 * len(posts) < len(hours):
        return
    for i in hours:
        page.verdicts[i] = HOUR
        for beside in (i - 1, i + 1):
            if 0 <= beside < len(page.blocks) and page.verdicts[beside] is None and _is_writer(page.blocks[beside]):
                page.verdicts[beside] = POSTER


def _buttons_near(page: Page, i: int) -> bool:
    """Whether a button, or the note of an update, closes the post above an hour."""
    above = page.verdicts[max(0, i - NEAR) : i]
    return any(verdict is not None and verdict.reason.startswith(_BESIDE) for verdict in above)


def _is_writer(block: Block) -> bool:
    return not block.ends_sentence and people(block.text)
