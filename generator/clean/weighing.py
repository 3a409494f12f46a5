"""What no rule has read on a page is weighed: how lines look, where they stand and what is beside them.

The rules name what they take; a page copied as a whole has far more kinds of furniture than there are rules. So each
doubtful line that they leave is described by signs that are true of pages in general, and their weights in
`data/line_weights.txt`, learned from many sites by `benchmarks/weighing.py`, are added up. Only a line that is as good
as sure is taken out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.clean.chronicle import headings
from generator.clean.furniture import EMBEDDED, POSTED
from generator.clean.highlights import POINT_WORDS
from generator.clean.lines import Block
from generator.clean.page import LineVerdict, Page
from generator.clean.shapes import is_item_mark, is_paragraph
from generator.clean.signatures import proper_name
from generator.clean.wordlists import folded
from generator.days import MONTH_PATTERN
from generator.weights import at_most, band, likelihood, odds
from generator.wordlists import words

WEIGHED = LineVerdict("looks like a line of the page (by its place and shape)")
# How sure a line must be to go: above the first paragraph or below the last of a page that was copied as a whole; any
# other; one that is long or may be a point of the story. Counted on the pages of sites left out of the learning.
EDGE, MIDDLE, LONG = 0.9, 0.97, 0.99
ROUNDS = 3  # what goes makes its neighbours surer
SHORT = 16  # words of a line that its single words are looked at
STEM = 6  # letters by which words of a line and of the story are compared


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the signs of a line are read from: its page as the rules left it."""

    blocks: Sequence[Block]
    gone: Sequence[bool]
    paragraphs: list[int]
    """The places of the paragraphs that are left."""
    taken: list[int]
    """How many of the first n blocks are gone, for each n."""
    keys: Counter[str]
    runs: list[int]
    """How many lines that are no paragraphs stand in a row, each line's own row."""


def surroundings(blocks: Sequence[Block], gone: Sequence[bool]) -> Surroundings:
    """Return what the signs of each line of a page are read from. `gone`: which blocks are out already."""
    shapes = [is_paragraph(block) for block in blocks]
    paragraphs = [i for i, shape in enumerate(shapes) if shape and not gone[i]]
    taken = [0]
    for out in gone:
        taken.append(taken[-1] + out)
    runs = [0] * len(blocks)
    start = 0
    for i, shape in enumerate([*shapes, True]):
        if shape:
            runs[start:i] = [i - start] * (i - start)
            start = i + 1
    return Surroundings(blocks, gone, paragraphs, taken, Counter(block.key for block in blocks), runs)


LITTLE = 3  # letters: shorter words tell nothing


def weigh(page: Page) -> None:
    """Take out the lines that are as good as sure to be furniture, as long as a paragraph is left."""
    for _ in range(ROUNDS):
        doubtful = _doubtful(page)
        if not doubtful:
            return
        around = surroundings(page.blocks, [verdict is not None for verdict in page.verdicts])
        sure = (
            [i for i in doubtful if likelihood(TABLE, signs(around, i)) >= _bar(around, i)] if around.paragraphs else []
        )
        if set(around.paragraphs) <= set(sure):
            return
        for i in sure:
            page.verdicts[i] = WEIGHED
        if not sure:
            break
    if len(page.blocks) - len(page.left()) >= WHOLE:
        _trim(page)


def _trim(page: Page) -> None:
    """Take out what stands above or below the story of a page that was copied as a whole: many lines, none quite sure.

    From either end on the odds are summed up. Where the sum is highest the story begins, if it is high enough.
    """
    around = surroundings(page.blocks, [verdict is not None for verdict in page.verdicts])
    left = page.left()
    if not around.paragraphs:
        return
    words = sum(page.blocks[i].words for i in left)
    stays = _of_stories(page, left)
    for side in (left, left[::-1]):
        total = highest = 0.0
        outside = 0
        for k, i in enumerate(side):
            total += -MOST_OF_ONE if i in stays else at_most(odds(TABLE, signs(around, i)), MOST_OF_ONE)
            if total > highest:
                highest, outside = total, k + 1
            if total < highest - STORY:
                break
        while outside and is_paragraph(page.blocks[side[outside - 1]]):
            outside -= 1  # a card begins with its headline: a paragraph next to the story is the story's
        out = [i for k, i in enumerate(side[:outside]) if _goes(around, side, k)]
        if highest >= OUTSIDE and sum(page.blocks[i].words for i in side[:outside]) <= TRIMMED * words:
            for i in out:
                page.verdicts[i] = TOGETHER


def _goes(around: Surroundings, side: Sequence[int], k: int) -> bool:
    """Whether a line of what stands outside goes with the rest: a paragraph only for what it says itself.

    One that stands alone among headlines is a card's teaser; beside another it may be a story's.
    """
    if not is_paragraph(around.blocks[side[k]]):
        return True
    beside = any(0 <= j < len(side) and is_paragraph(around.blocks[side[j]]) for j in (k - 1, k + 1))
    return odds(TABLE, signs(around, side[k])) >= (PARAGRAPH if beside else TEASER)


TOGETHER = LineVerdict("looks like the page around the story")
WHOLE = 12  # lines that are gone already: the page was copied as a whole
MOST_OF_ONE = 2.0  # odds that one line adds or takes
OUTSIDE = 8.0  # odds of all lines together: counted on the same pages, where one line of a story went for 160 others
STORY = 8.0  # odds that the sum falls by within the story: four of its paragraphs
# Odds of one paragraph among them, beside another and alone: what is written in sentences goes only by what it says
# itself. Counted on 152 whole pages: own paragraphs lost 1.15 -> .38 %, lines of furniture left 2,528 -> 2,628.
PARAGRAPH, TEASER = 3.0, 1.0
TRIMMED = 0.45  # of the words left: where more would go, the story is a list


def _bar(around: Surroundings, i: int) -> float:
    block = around.blocks[i]
    above, below = i < around.paragraphs[0], i > around.paragraphs[-1]
    # Above a story its points may stand, which `head` leaves where they are, and below it its last word.
    if block.words > (MANY if below else SEVERAL) or (above and block.words >= POINT_WORDS):
        return LONG
    whole = around.taken[-1] >= WHOLE
    return EDGE if whole and (above or below) and not block.ends_sentence else MIDDLE


MANY, SEVERAL = 25, 14  # words


def _doubtful(page: Page) -> list[int]:
    """Return the lines left that may be furniture: no paragraphs; or beside what is gone, with a word of furniture."""
    left = page.left()
    found = []
    for k, i in enumerate(left):
        block = page.blocks[i]
        if is_paragraph(block):
            beside = k in (0, len(left) - 1) or left[k - 1] != i - 1 or left[k + 1] != i + 1
            if not beside or block.words > LONGEST or folded("suspect_words").isdisjoint(block.tokens):
                continue
        if block.tokens:
            found.append(i)
    stays = _of_stories(page, left) if found else frozenset()
    return [i for i in found if i not in stays]


def _of_stories(page: Page, left: list[int]) -> frozenset[int]:
    """Return the lines of kinds that stories have and that look like furniture: lists of days, turns, what leads in."""
    keys = Counter(page.blocks[i].key for i in left)
    timed = [i for i in left if _DAY.match(page.blocks[i].text)]
    listed = timed if len(timed) >= LISTED else []
    return headings(page).union(listed, (i for i in left if _stays(page, i, keys)))


LONGEST = 80  # words of a doubtful paragraph
LISTED = 3  # lines that open with a day: a list of what is on, or of what happened when


def _stays(page: Page, i: int, keys: Counter[str]) -> bool:
    """Whether a line is of a kind that stories have and that looks like furniture."""
    text = page.blocks[i].text
    below = page.blocks[i + 1] if i + 1 < len(page.blocks) and page.verdicts[i + 1] is None else None
    return (
        is_item_mark(page.blocks[i])
        or (text[0] in "([" and text[-1] in ")]")  # what is heard in a transcript
        or (text[-1] == ":" and below is not None)  # leads in to what stays
        # whose turn it is in a conversation
        or (keys[page.blocks[i].key] > 1 and below is not None and below.ends_sentence and proper_name(text))
        or EMBEDDED.search(text) is not None
        or POSTED.search(text[-110:]) is not None
    )


TABLE = "line_weights.txt"

_BOUNDS = (1, 2, 4, 7, 12, 20, 40, 80)  # words


def signs(around: Surroundings, i: int) -> Iterator[str]:
    """Yield the signs of a line: each a short word that `data/line_weights.txt` may weigh."""
    block = around.blocks[i]
    above = bisect_left(around.paragraphs, i)
    below = len(around.paragraphs) - bisect_right(around.paragraphs, i)
    zone = "head" if above == 0 else "foot" if below == 0 else "middle"
    yield from _shape(block, zone)
    yield from _marks(block)
    yield from _place(around, i, above, below, zone)
    yield from _beside(around, i)
    yield from _in_story(around, i, zone)
    yield from _words(block)


def _shape(block: Block, zone: str) -> Iterator[str]:
    text, size = block.text, band(block.words, _BOUNDS)
    last, first = _end(text), _opening(text[0])
    stop = "stopped" if block.ends_sentence else "open"
    yield from (f"size={size}", f"end={last}", f"first={first}", f"zone={zone} size={size} {stop}")
    yield from (f"zone={zone} end={last}", f"end={last} size={size}", f"zone={zone} first={first}")
    names = [word for word in _WORD.findall(text) if word[0].isalpha()]
    if names:
        large = [word for word in names if len(word) > LITTLE]
        capitals = sum(word[0].isupper() for word in names) / len(names)
        titled = sum(word[0].isupper() for word in large) / len(large) if large else 0.5
        shouted = sum(word.isupper() and len(word) > 1 for word in names) / len(names)
        yield f"capitals={band(capitals, (0.1, 0.25, 0.5, 0.75, 0.99))}"
        yield f"titled={band(titled, (0.2, 0.5, 0.85, 0.99))} size={band(block.words, (2, 5, 12, 25))}"
        yield f"shouted={band(shouted, (0, 0.2, 0.5, 0.99))}"
    share = sum(word in _small_words() for word in block.tokens) / max(1, len(block.tokens))
    yield f"small={band(share, (0, 0.1, 0.2, 0.3, 0.4))} size={band(block.words, (4, 10, 20))}"
    if _VERBS.isdisjoint(block.tokens):
        yield f"verbless size={band(block.words, (4, 10, 20))}"
    yield f"reader={min(2, sum(word in _READER for word in block.tokens))}"


_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_VERBS = frozenset(
    "is was were are be been has have had said says would could will can may might told did does do added".split()  # noqa: SIM905
)
_READER = frozenset("you your yours us our we my me".split())  # noqa: SIM905


@cache
def _small_words() -> frozenset[str]:
    return words("function_words.txt", "function")


def _end(text: str) -> str:
    last = text.rstrip("\"'”’»)]")[-1:] or text[-1]
    if last in _ENDS:
        return _ENDS[last]
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "other"


_ENDS = {
    **{".": "stop", "…": "more", ":": "colon", "?": "call", "!": "call"},
    **dict.fromkeys(",;—–-", "comma"),
}


def _opening(first: str) -> str:
    if first.isalpha():
        return "small" if first.islower() else "letter"
    if first in "\"'“‘«":
        return "quote"
    return (
        "digit" if first.isdigit() else "bracket" if first in "([" else "item" if first in "-–—•*·▪►●■◆>" else "other"
    )


_MARKS = {
    **{
        "|": "bar",
        "·": "dot",
        "•": "dot",
        "»": "arrow",
        "›": "arrow",
        "→": "arrow",
        "@": "at",
        "#": "hash",
        "©": "rights",
    },
    **{
        "http": "address",
        "www.": "address",
        ".com": "address",
        "$": "money",
        "%": "percent",
        "“": "quote",
        '"': "quote",
    },
    **{" - ": "dash", " – ": "dash", " — ": "dash", "/": "slash", ": ": "colon", "?": "question", "!": "call"},
}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = re.compile(
    rf"\b{_MONTH}[a-z]*\.? \d|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\b\d{{4}}-\d\d-\d\d|\b\d{{1,2}} {_MONTH}|"
    r"\b(?:19|20)\d\d\b|\b(?:hour|minute|day|min|hr)s? ago",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")


def _marks(block: Block) -> Iterator[str]:
    text, length = block.text, " long" if block.words > SHORT else ""
    yield from (f"has {name}{length}" for mark, name in _MARKS.items() if mark in text)
    if text.endswith(("...", "…")):
        yield "cut off"
    if _DAY.search(text):
        yield f"day size={band(block.words, (4, 8, 14, 25))}"
    if _CLOCK.search(text):
        yield "clock"
    yield f"digits={band(sum(sign.isdigit() for sign in text) / len(text), (0, 0.05, 0.2, 0.5))}"
    if block.blank_before:
        yield "blank"


def _place(around: Surroundings, i: int, above: int, below: int, zone: str) -> Iterator[str]:
    paragraphs = around.paragraphs
    up = i - paragraphs[above - 1] if above else FAR
    down = paragraphs[len(paragraphs) - below] - i if below else FAR
    yield from (f"above={band(above, (0, 1, 3))}", f"below={band(below, (0, 1, 3))}")
    yield from (f"up={band(up, (1, 2, 3, 6, 12, FAR - 1))}", f"down={band(down, (1, 2, 3, 6, 12, FAR - 1))}")
    yield f"up={band(up, (1, 3, FAR - 1))} down={band(down, (1, 3, FAR - 1))}"
    yield f"run={band(around.runs[i], (0, 1, 2, 3, 6, 12))} zone={zone}"
    yield f"at={band(i / max(1, len(around.blocks) - 1), (0.02, 0.1, 0.3, 0.7, 0.9, 0.98))}"


FAR = 99


def _beside(around: Surroundings, i: int) -> Iterator[str]:
    block, taken, count = around.blocks[i], around.taken, len(around.blocks)
    for step in (-2, -1, 1, 2):
        kind = _kind(around, i + step) if 0 <= i + step < count else "edge"
        yield f"beside{step:+}={kind}"
        if abs(step) == 1:
            size = band(block.words, (4, 12, 25))
            yield f"beside{step:+}={kind} size={size} {'stopped' if block.ends_sentence else 'open'}"
    for reach in (3, 8):
        low, high = max(0, i - reach), min(count, i + reach + 1)
        share = (taken[high] - taken[low] - around.gone[i]) / max(1, high - low - 1)
        yield f"gone{reach}={band(share, (0, 0.2, 0.4, 0.6, 0.8, 0.99))}"
    yield f"gone above={band(taken[i] / max(1, i), (0, 0.1, 0.3, 0.6, 0.9))}"
    yield f"gone below={band((taken[count] - taken[i + 1]) / max(1, count - i - 1), (0, 0.1, 0.3, 0.6, 0.9))}"


def _kind(around: Surroundings, i: int) -> str:
    block = around.blocks[i]
    if around.gone[i]:
        return "gone"
    return "text" if is_paragraph(block) else "end" if block.ends_sentence else "word" if block.words <= 4 else "line"


def _in_story(around: Surroundings, i: int, zone: str) -> Iterator[str]:
    """Yield what a line has in common with the other paragraphs, and whether it stands twice."""
    block = around.blocks[i]
    stems = [word[:STEM] for word in block.tokens if len(word) > LITTLE]
    if stems:
        story = " " + " ".join(around.blocks[j].key for j in around.paragraphs if j != i)
        share = sum(f" {stem}" in story for stem in stems) / len(stems)
        told = band(share, (0.1, 0.3, 0.5, 0.7, 0.99))
        yield f"told={told} size={band(block.words, (3, 8, 20))}"
        yield f"told={told} zone={zone}"
    if around.keys[block.key] > 1:
        yield "twice"


def _words(block: Block) -> Iterator[str]:
    """Yield the listed words of a line, and how those of a short line stand: no story's own words are weighed."""
    if block.words > SHORT:
        yield from (f"long:{word}" for word in folded("suspect_words").intersection(block.tokens))
        return
    tokens = ["0" if word.isdigit() else word for word in block.tokens]
    known = [word in _listed() for word in tokens]
    yield from (f"word:{word}" for word, listed in zip(tokens, known, strict=True) if listed)
    if tokens:
        yield from (f"opens:{tokens[0]}",) if known[0] else ()
        yield from (f"closes:{tokens[-1]}",) if known[-1] else ()
    pairs = zip(pairwise(tokens), pairwise(known), strict=True)
    yield from (f"pair:{first}_{second}" for (first, second), listed in pairs if all(listed))


def is_listed(word: str) -> bool:
    """Return whether a word may be weighed: none of a story's own is."""
    return word in _listed() or word in folded("suspect_words")


@cache
def _listed() -> frozenset[str]:
    """Return the words that furniture is made of, as the rules have them, the small words and "0" for a number."""
    lists = ("suspect_words", "offer_words", "legal_words", "site_words", "picture_words", "credit_words")
    entries = (entry.lstrip("*") for name in ("chrome_words", *lists, "contribution_words") for entry in folded(name))
    found = frozenset(word for entry in entries for word in entry.split()) | _small_words() | {"0"}
    return frozenset(word for word in found if not _IN_YEAR.fullmatch(word))  # the pages learned from are of one autumn


_IN_YEAR = re.compile(rf"{MONTH_PATTERN}|{_MONTH}", re.IGNORECASE)
