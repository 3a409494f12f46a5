"""Lines between the paragraphs: sub-headings, also those run into a paragraph, and headlines of other stories."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from generator.clean.captions import tells_what_is_seen
from generator.clean.chronicle import headings
from generator.clean.furniture import EMBEDDED, labelled_headline
from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page
from generator.clean.shapes import CLOSING_MARKS, OPENING_MARKS, is_item_mark, is_paragraph, may_be_body
from generator.clean.signatures import people, proper_name

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
    """Take headlines of other stories out from between the paragraphs; the story's own sub-headings stay.

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
    alone: list[int] = []
    pulled: list[int] = []
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
        if block.words >= SPOKEN_WORDS and _SPOKEN.match(block.text):
            if _quoted_below(page, left, k):
                pulled.append(k)
            continue
        if EMBEDDED.search(block.text) or _NOTED.match(block.text):
            continue
        if is_paragraph(after) or after.ends_sentence:
            alone.append(k)
        elif _two_headlines(page, left, k):
            page.verdicts[left[k]] = page.verdicts[left[k + 1]] = LineVerdict("headline of another story")
    if not _part_links_from_headings(page, left, alone):  # where other lines head their parts, so does a quotation
        for k in pulled:
            page.verdicts[left[k]] = LineVerdict("repeats words of the paragraph below")


def _part_links_from_headings(page: Page, left: list[int], alone: list[int]) -> bool:
    """Take out of the lines that stand alone between paragraphs those that are links; the others head their part.

    A story's own sub-headings look like headlines of other stories. One goes for what it says itself, as a button or
    a label does; where only its length, its matter and its place tell, the lines of one form go or stay together.

    Returns whether any stays. `alone`: places in `left`, in order.
    """
    story = Counter(stem for i in left for stem in set(_stems(page.blocks[i])))
    forms: defaultdict[str, list[int]] = defaultdict(list)
    for k in alone:
        block = page.blocks[left[k]]
        below = [page.blocks[i] for i in left[k + 1 : k + 1 + PART]]
        if _is_no_heading(block, below):
            page.verdicts[left[k]] = LINK
        else:
            forms["capitals" if block.text.isupper() else "small"].append(k)
    for lines in forms.values():
        if all(_tells_of_another(page, left, k, story) for k in lines):
            for k in lines:
                page.verdicts[left[k]] = LINK
    kept = [left[k] for k in alone if page.verdicts[left[k]] is None]
    if len(kept) > 1:
        _heads_after_all(page, all(page.blocks[i].text.isupper() for i in kept))
    return bool(kept)


_ASKING = re.compile(r"(?:what|why|how|who|where|when)(?:[’']s)?\b[^.!?:|]{3,40}\??", re.IGNORECASE)
FEWEST_ASKING = 3
_FOR_NAMES = (
    *("button or label of the page", "looks like a line of the page", "link between paragraphs"),
    *("label above the headline", "line above the story"),
)


def give_asking_headings_back(page: Page) -> None:
    """Leave the headings of an explainer, "What happened", "Why it matters", "What’s next": a page has one of them.

    Each stands right above a paragraph of the story; a page that has several of that form has its parts headed so.
    """
    heading = [
        i
        for i, (block, below) in enumerate(pairwise(page.blocks))
        if block.words <= SUBHEAD_WORDS
        and is_paragraph(below)
        and page.verdicts[i + 1] is None
        and _ASKING.fullmatch(block.text)
    ]
    if len(heading) >= FEWEST_ASKING and len({page.blocks[i].key for i in heading}) == len(heading):
        for i in heading:
            verdict = page.verdicts[i]
            if verdict is not None and verdict.reason.startswith(_FOR_NAMES):
                page.verdicts[i] = None


def _heads_after_all(page: Page, in_capitals: bool) -> None:
    """Leave what reads like a caption ("The view from the lock") where other lines of its page head their parts too.

    It stands right between two paragraphs, and the one below speaks of what it says.
    """
    for i, (above, verdict, below) in enumerate(
        zip(page.verdicts, page.verdicts[1:], page.verdicts[2:], strict=False), 1
    ):
        if verdict is None or verdict.reason not in _CAPTION_REASONS or above is not None or below is not None:
            continue
        block, stems = page.blocks[i], set(_stems(page.blocks[i]))
        part = {stem for each in page.blocks[i + 1 : i + 1 + PART] for stem in _stems(each)}
        if (
            block.words <= HEADING_WORDS
            and block.text.isupper() == in_capitals
            and is_paragraph(page.blocks[i - 1])
            and is_paragraph(page.blocks[i + 1])
            and not may_be_body(block)
            and _label(block.text) is None
            and len(stems & part) > TOLD_BELOW * len(stems)
        ):
            page.verdicts[i] = None


_CAPTION_REASONS = ("caption (describes a picture)", "caption or link (labelled, without a full stop)")
HEADING_WORDS = 10


LINK = LineVerdict("link between paragraphs")
PART = 3  # paragraphs below a sub-heading that it speaks of
_SHOWN = re.compile(r"\W*(?:photo|image|picture|video|audio|graphic|map|chart|gallery|tweet)s?\W*", re.IGNORECASE)
# "( Full results of 2014)", "Watch the bell being lifted <a href=...", "Who dug the lock: Column", "Photo", "X"
_BUTTON = re.compile(
    r"[(\[].*[)\]]|.*(?:<\w|://|@\w|[a-z]:[A-Z\d]).*|LIVE\b.*|.{12,}[:|]\s?[A-Z]\w+|"
    r"(?:Related|Read|Watch|Listen|View|See|Click)\s(?:\S+\s){2,}\S+|\W*\w?\W*"
)


def _is_furniture(verdict: LineVerdict | None) -> bool:
    """Whether a line is out for being the page's, and is no picture or film, which stand beside headings too."""
    return verdict is not None and not verdict.reason.startswith(("caption", "card of a film", "repeats", "credit"))


def _spoken_of(block: Block, part: list[Block]) -> bool:
    """Whether any of a line's longer words stands in the paragraphs below it. What heads a box of the page is not."""
    return not set(_stems(block)).isdisjoint(stem for each in part for stem in _stems(each))


def _is_no_heading(block: Block, below: list[Block]) -> bool:
    """Whether a line says itself that it heads nothing: a button, a label, a name of which its part does not speak."""
    if _BUTTON.fullmatch(block.text) or _SHOWN.fullmatch(block.text):
        return True
    if block.words > (SUBHEAD_WORDS if not block.text.isupper() else CAPITAL_WORDS):
        return True
    return (
        not block.text.isupper() and people(block.text) and not any(block.tokens[-1] in each.tokens for each in below)
    )


CAPITAL_WORDS = 8  # of a sub-heading in capitals throughout; headlines of other stories are longer


def _tells_of_another(page: Page, left: list[int], k: int, story: Counter[str]) -> bool:
    """Whether a line is as long as a headline, or stands in a box, and its part does not speak of what it says."""
    block = page.blocks[left[k]]
    stems = set(_stems(block))
    if any(_is_furniture(page.verdicts[left[k] + step]) for step in (-1, 1)) and not _spoken_of(
        block, [page.blocks[i] for i in left[k + 1 : k + 1 + PART]]
    ):
        return True
    if block.words < LINK_WORDS or not stems:
        return False
    below = {stem for i in left[k + 1 : k + 1 + PART] for stem in _stems(page.blocks[i])}
    return len(stems & below) < TOLD_BELOW * len(stems) or sum(story[stem] > 1 for stem in stems) < TOLD * len(stems)


LINK_WORDS = 6  # of a headline; a sub-heading of fewer ("A step too far") need not repeat its part's words
TOLD_BELOW, TOLD = 0.34, 0.5  # of its longer words that the part below it has, and that the story has
STEM = 5  # letters by which they are compared


def _stems(block: Block) -> list[str]:
    return [word[:STEM] for word in block.tokens if len(word) > len("with")]


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
