"""Lines between the paragraphs: sub-headings, also those run into a paragraph, and headlines of other stories."""

from __future__ import annotations

import re
from collections import Counter

from generator.clean.captions import tells_what_is_seen
from generator.clean.chronicle import headings
from generator.clean.furniture import EMBEDDED, labelled_headline
from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page
from generator.clean.shapes import CLOSING_MARKS, OPENING_MARKS, is_item_mark, is_paragraph, may_be_body
from generator.clean.signatures import proper_name

# Words from which a line that is nothing but a quotation is somebody's words; below, it is mostly a sub-heading
# ("‘No way back’").
SPOKEN_WORDS = 5
_SPOKEN = re.compile(
    r"[“\"‘'`«].{1,200}[”\"’'»]\s*(?:,?\s*(?:he|she|they|[A-Z][\w.’'-]+)\s+(?:said|says|added|told)\b.{0,80})?$"
)
# What an outlet says of its own story, with its hour, heads a part of it: "Update at 3:20 p.m.: Board votes for it".
_NOTED = re.compile(r"\W*(?:update|updated|correction|clarification|editor[’']?s[’']? note)\b", re.IGNORECASE)
SUBHEAD_WORDS = 14  # an unpunctuated line between paragraphs that is longer may be a paragraph cut off


def judge_unstopped(page: Page) -> None:
    """Take out captions and links that only show by the full stop which the paragraphs around them have.

    A line without one is no caption for that alone: it must name its picture ("Found again: The bell ...", "(left)"),
    tell what is seen in it, or share its label with other such lines of the page ("Special: ..."), each alone between
    paragraphs.
    """
    left = page.left()
    stopped = sum(page.blocks[i].ends_sentence for i in left)
    if len(left) < LEAST_PARAGRAPHS or stopped < STOPPED_SHARE * len(left):
        return
    first = next((k for k, i in enumerate(left) if is_paragraph(page.blocks[i])), len(left))
    alone = [k for k in range(first + 1, len(left) - 1) if _unstopped(page, left, k)]
    labels = Counter(label for k in alone if (label := _label(page.blocks[left[k]].text)))
    for k in alone:
        text = page.blocks[left[k]].text
        if labels[_label(text) or ""] >= 2:
            page.verdicts[left[k]] = LineVerdict("pointer under a label that recurs on the page")
        elif (
            _PICTURED.search(text) or _labelled_clause(text) or _NOBODY_ACTS.fullmatch(text) or tells_what_is_seen(text)
        ):
            page.verdicts[left[k]] = LineVerdict("caption or link (labelled, without a full stop)")


LEAST_PARAGRAPHS, STOPPED_SHARE = (
    6,
    0.6,
)  # of a page whose paragraphs end in full stops; a tabloid's page is half captions
CAPTION_WORDS = (6, 60)
_LABEL = re.compile(
    r"(?P<label>[A-Z][^:.!?“”\"]{1,40}|[A-Z][\w ’'-]{1,30}[!?]|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\. \d{1,2})"
    r":?(?<=[:!?])\s(?=[A-Z0-9“\"‘'])"
)
_PICTURED = re.compile(
    r"\((?:left|right|centre|center|pictured|top|bottom|above|below|file photo|inset)\b[^)]{0,20}\)|"
    r"\bpictured (?:above|here|left|right|below|with|in|is|are)\b|\bfrom left to right\b|"
    r"^(?:from left|left to right|pictured)\b|"
    r"\bsource: [a-z][\w.& ]{2,30}$|"
    r"^(?:\S+ ){1,3}(?:images?|pictures?|photos?|photographs?|snaps?|stills?|screenshots?)\b",
    re.IGNORECASE,
)
# "Ann Lee, who found the bell after three days under the ice": a name, what tells who that is, and no verb of its own.
_NOBODY_ACTS = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}, (?:who|whose|whom)\b[^,:;]+")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b")  # a turn in a conversation
_LABEL_SAYS = frozenset(("said", "says", "told", "added", "asked", "wrote", "tweeted", "reads", "including"))


def _unstopped(page: Page, left: list[int], k: int) -> bool:
    block, before, after = (page.blocks[left[k + step]] for step in (0, -1, 1))
    low, high = CAPTION_WORDS
    return (
        low <= block.words <= high
        and not block.ends_sentence
        and block.text[-1] not in ":,;—–-"
        and block.text[0] not in OPENING_MARKS
        and not is_item_mark(block)
        and not EMBEDDED.search(block.text)
        and before.text[-1] != ":"
        and not after.text[0].islower()
    )


def _label(text: str) -> str | None:
    found = _LABEL.match(text)
    return found["label"].casefold().strip() if found and len(found["label"].split()) <= 4 else None


def _labelled_clause(text: str) -> bool:
    """Whether a clause with words of its own follows a short label: "Found again: The bell was shown to the press"."""
    label = _label(text)
    rest = text.partition(":")[2] if label and ":" in text else text
    return (
        label is not None
        and _LABEL_SAYS.isdisjoint(label.split())
        and not _FIRST_PERSON.search(rest)
        and len(rest.split()) >= CAPTION_WORDS[0]
        and len(re.findall(r"\b[a-z]{2,}", rest)) >= 4
    )


def judge_between(page: Page) -> None:
    """Judge lines between paragraphs that end no sentence: sub-headings and headlines of other stories.

    Only one or two: more such lines in a row are a list, a poem, a table or a transcript, and those are body.
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
    own_days = headings(page)
    turns = Counter(page.blocks[left[k]].key for k in loose if proper_name(page.blocks[left[k]].text))
    for k in loose:
        if turns[page.blocks[left[k]].key] > 1:
            continue  # whose turn it is in a conversation: no heading stands twice
        if left[k] in own_days or page.verdicts[left[k]] is not None:
            continue
        block, before, after = (page.blocks[left[k + step]] for step in (0, -1, 1))
        if block.words > (HEADLINE_MOST if _in_capitals(block) else SUBHEAD_WORDS) or _goes_on(block):
            continue
        if before.text.endswith(":") or not before.ends_sentence or after.text[0].islower():
            continue
        if block.words >= SPOKEN_WORDS and _SPOKEN.match(block.text) and not _quoted_below(page, left, k):
            continue
        if EMBEDDED.search(block.text) or _NOTED.match(block.text):
            continue
        if is_paragraph(after) or after.ends_sentence:
            page.verdicts[left[k]] = LineVerdict("sub-heading or headline of another story")
        elif _two_headlines(page, left, k):
            page.verdicts[left[k]] = page.verdicts[left[k + 1]] = LineVerdict("headline of another story")


HEADLINE_MOST = 25  # words of a line in headline capitals
CAPITALS = 0.85  # of its words of four letters or more


def _goes_on(block: Block) -> bool:
    """Whether a line is half a sentence that goes on below: "The report found that", and then a quotation."""
    return block.words > LEAST_HALF and _GO_ON.search(block.text[-6:]) is not None


LEAST_HALF = 2  # words: "And the" may be a heading
_GO_ON = re.compile(r"\s(?:that|and|or|the|a|of|with|by)$")


def _in_capitals(block: Block) -> bool:
    """Whether nearly every longer word of a line without a full stop begins with a capital, as only headlines do."""
    words = [word for word in _WORDS.findall(block.text) if len(word) > len("the")]
    return (
        not block.ends_sentence
        and block.text[-1] not in ":;,"
        and len(words) >= LEAST_CAPITALS
        and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)
    )


LEAST_CAPITALS = 5  # such words
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")


def _quoted_below(page: Page, left: list[int], k: int) -> bool:
    """Whether a quotation alone on its line only heads the paragraphs below, which give it with its speaker."""
    words = page.blocks[left[k]].tokens
    below = page.blocks[left[k + 1]]
    told = {*below.tokens, *(page.blocks[left[k + 2]].tokens if k + 2 < len(left) else ())}
    return (
        len(words) <= SUBHEAD_WORDS
        and page.blocks[left[k]].text[-1] in CLOSING_MARKS
        and below.ends_sentence
        and sum(word in told for word in words) >= HEADED_SHARE * len(words)
    )


HEADED_SHARE = 0.8  # of a quotation's words stand in the two paragraphs below it: then it is their heading


def _two_headlines(page: Page, left: list[int], k: int) -> bool:
    """Whether a line and the next are headlines, alone between paragraphs: a list has more lines or a colon above."""
    two = [page.blocks[i] for i in left[k : k + 2]]
    after = page.blocks[left[k + 2]] if k + 2 < len(left) else None
    return (
        after is not None
        and is_paragraph(after)
        and is_paragraph(page.blocks[left[k - 1]])
        and all(
            HEADLINE_WORDS <= block.words <= SUBHEAD_WORDS
            and not may_be_body(block)
            and block.text[0] not in OPENING_MARKS
            and not _FIRST_PERSON.search(block.text)
            and not EMBEDDED.search(block.text)
            for block in two
        )
    )


HEADLINE_WORDS = 7  # of each of two headlines in a row: shorter lines may be a sub-heading, or two entries of a table


_RUN_IN = re.compile(
    r"^(?P<mark>[-–—*]{1,3})\s(?P<words>[^\s\W_‘'“\"][^–—\n]{1,70}?|"
    r"[‘'“\"][^\n]{1,70}?)\s(?P=mark)\s+(?=[^\W_a-z]|[‘'“\"(\[<_*–—@~-])"
)


def run_in_heading(text: str) -> int | None:
    """Return where the paragraph begins behind a sub-heading run into it: "- No way back - Talks went on"."""
    found = _RUN_IN.match(text)
    if (
        found is None
        or len(found["words"].split()) > 9
        or re.search(r"[.;:?!](?:\s|$)", found["words"])
        or found["mark"] in found["words"].split()
    ):
        return None
    return found.end()
