"""Lines between the paragraphs: sub-headings, also those run into a paragraph, and headlines of other stories."""

from __future__ import annotations

import re

from generator.clean.furniture import labelled_headline
from generator.clean.page import Page, Verdict
from generator.clean.shapes import is_paragraph, may_be_body

# Words from which a line that is nothing but a quotation is somebody's words; below, it is mostly a sub-heading
# ("‘No way back’").
SPOKEN_WORDS = 5
_SPOKEN = re.compile(
    r"[“\"‘'`«].{1,200}[”\"’'»]\s*(?:,?\s*(?:he|she|they|[A-Z][\w.’'-]+)\s+(?:said|says|added|told)\b.{0,80})?$"
)
SUBHEAD_WORDS = 14  # an unpunctuated line between paragraphs that is longer may be a paragraph cut off


def judge_between(page: Page) -> None:
    """Judge lines between paragraphs that end no sentence: sub-headings and headlines of other stories.

    Only single ones: several such lines in a row are a list, a poem, a table or a transcript, and those are body.
    """
    if page.form != "scrape":
        return
    left = page.left()
    for i in left[1:]:
        if verdict := labelled_headline(page.blocks[i]):
            page.verdicts[i] = verdict
    left = page.left()
    loose = [k for k in range(1, len(left) - 1) if not may_be_body(page.blocks[left[k]])]
    # A story of many lines without full stops is told that way; nothing about such a line is a sign of dirt.
    if len(loose) > max(1, 0.25 * len(left)):
        return
    for k in loose:
        block, before, after = (page.blocks[left[k + step]] for step in (0, -1, 1))
        if block.words > SUBHEAD_WORDS or before.text.endswith(":") or not before.ends_sentence:
            continue
        if block.words >= SPOKEN_WORDS and _SPOKEN.match(block.text):
            continue
        if not (is_paragraph(after) or after.ends_sentence):
            continue
        page.verdicts[left[k]] = Verdict("sub-heading or headline of another story")


_RUN_IN = re.compile(
    r"^(?P<mark>[-–—*]{1,3})\s(?P<words>[^\s\W_‘'“\"][^–—\n]{1,70}?|"
    r"[‘'“\"][^\n]{1,70}?)\s(?P=mark)\s+(?=[^\W_a-z]|[‘'“\"(\[<_*–—-])"
)


def run_in_heading(text: str) -> int | None:
    """Return where the paragraph begins behind a sub-heading run into it: "- No way back - Talks went on"."""
    found = _RUN_IN.match(text)
    if (
        found is None
        or len(found["words"].split()) > 9
        or re.search(r"[.;:]\s", found["words"])
        or found["mark"] in found["words"].split()
    ):
        return None
    return found.end()
