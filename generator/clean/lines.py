"""From raw text to blocks: one block a paragraph, each piece of it still knowing where it stands in the raw text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import NamedTuple

from generator.wordlists import words as listed

# The same line ends that `str.splitlines` knows.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_FOLDED = re.compile(r"[ \t]{2,}|\t")  # no-break spaces stay: somebody set them
_WORD = re.compile(r"[^\W_]+")
# The full stop may stand before a note: "... said. [3]", "... hospitals. (ANI)".
_END = re.compile(
    r"[.!?…。！？।؟]['\"”’»)\]*」』]*$|。（[^（）]{1,20}）$|[.!?…][\"”’]?\s?(?:\[[^\[\]]{1,40}\]|\([^()]{1,40}\))$"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[a-z0-9-]{3,40}(?:\.[a-z0-9-]{2,20}){0,2}\.[a-z]{2,8}(?:/\S*)?")
_SITE_FIRST = re.compile(rf"(?:{_ADDRESS.pattern})(?=\s[·|•–—-]|$)")  # "quay.example · 3 May 2021"
_UNPARTED = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_BROKEN_WORD = re.compile(r"\w-$")
_ALSO = re.compile(r"(?:and|or|to)\b")  # "pre- and post-war"

_UNFINISHED = re.compile(r"\w,$|\b(?:and|or|but|of|the|an?|to|in|on|for|with|at|by|from|as|after|over|its|their)$")

FAR_APART = 8  # blanks: lines that fill their column have three at most between two words
HEADLINE = 20  # characters of its first line, at least
WRAP_MAX = 120  # characters: no text editor wraps later, and a paragraph of a scrape is longer on average
WRAP_MIN_PAIRS = 3
WRAP_SMALL = 0.25
WRAP_FULL = 0.7  # of the width: a line that is shorter ended for another reason
WRAP_LEAST, WRAP_SEVERAL = 0.85, 8  # of the width; broken lines that tell it better: tuned on the same
WRAP_SHARE = 0.5  # of the full lines with another right below: tuned on wrapped and unwrapped PolNeAR articles


class Piece(NamedTuple):
    """`raw[start:end]`, and what stands before it in the block: " " for a folded space or line end, else nothing."""

    start: int
    end: int
    joint: str = ""


@dataclass(frozen=True)
class Block:
    """One paragraph or line of the page: `text` is its pieces, each after its joint."""

    text: str
    pieces: tuple[Piece, ...]
    blank_before: bool = True
    """Whether a blank line stands before it."""

    @cached_property
    def words(self) -> int:
        """Number of words, as white space parts them; where none does, three ideographs or kana are one."""
        return self.text.count(" ") + 1 + len(_UNPARTED.findall(self.text)) // 3

    @property
    def unparted(self) -> bool:
        """Whether it is in a script that sets no space between words, so that `tokens` are clauses."""
        return _UNPARTED.search(self.text) is not None

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does: with a full stop or the like, inside or outside quotation marks."""
        return _END.search(self.text[-48:]) is not None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Its words in lower case, without punctuation."""
        return tuple(_WORD.findall(self.text.replace("’", "'").casefold()))

    @cached_property
    def key(self) -> str:
        """What two copies of one line share: its words, whatever the case, the punctuation and the spaces."""
        return " ".join(self.tokens)

    @property
    def start(self) -> int:
        """Where it begins in the raw text."""
        return self.pieces[0].start

    @property
    def set_apart(self) -> bool:
        """Whether its parts stand far from each other on their line, as those of a page's head or of a table do."""
        return any(after.start - part.end >= FAR_APART for part, after in pairwise(self.pieces))

    def joined(self, rest: Block) -> Block:
        """Return the block that goes on with another one, which stands further down in the raw text."""
        return _join([self, rest])

    def prefixed(self, words: str) -> Block:
        """Return the block as it would read after `words`, which do not stand in the raw text."""
        return Block(words + self.text, self.pieces, self.blank_before)

    def part(self, start: int, end: int) -> Block | None:
        """Return the block of `text[start:end]` without outer white space; None when nothing but space is left."""
        wanted = self.text[start:end]
        start += len(wanted) - len(wanted.lstrip())
        end = start + len(wanted.strip())
        pieces: list[Piece] = []
        at = 0
        for piece in self.pieces:
            at += len(piece.joint)
            low, high = max(start - at, 0), min(end - at, piece.end - piece.start)
            if low < high:
                joint = piece.joint if pieces else ""
                pieces.append(Piece(piece.start + low, piece.start + high, joint))
            at += piece.end - piece.start
        return Block(self.text[start:end], tuple(pieces), self.blank_before) if pieces else None

    def without(self, spans: Sequence[tuple[int, int]]) -> Block | None:
        """Return the block without `text[start:end]` of each span; None when nothing but space is left."""
        text, at = "", 0
        pieces: list[Piece] = []
        for start, end in (*spans, (len(self.text), len(self.text))):
            part = self.part(at, start)
            if part is not None:
                joint = " " if text and (self.text[at - 1] == " " or self.text[at] == " ") else ""
                text += joint + part.text
                pieces += [part.pieces[0]._replace(joint=joint), *part.pieces[1:]]
            at = end
        return Block(text, tuple(pieces), self.blank_before) if pieces else None


def split_blocks(text: str) -> list[Block]:
    """Return the paragraphs of `text` in order. Every non-blank character is in exactly one of them.

    A single line end parts two paragraphs unless the text is hard-wrapped; then only what does not fill its line does.
    """
    lines = _lines(text)
    if not lines:
        return []
    wrap = _wrap(lines)
    of_headline = _headline(lines) if wrap is not None and wrap.width <= COLUMN else range(0)
    joined: list[list[Block]] = []
    for i, (line, after) in enumerate(zip_longest(lines, lines[1:])):
        if joined and not line.blank_before and (i in of_headline or _runs_on(joined[-1], line, after, wrap)):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_join(group) for group in joined]


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    end = 0
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if not line:
            continue
        start = text.index(line, found.start())
        ends = len(text[end:start].splitlines()) - (text[start - 1 : start] not in _LINE_ENDS)
        blank_before = not lines or ends > 1
        end = start + len(line)
        if "\t" in line or "  " in line:
            lines.append(_folded(line, start, blank_before))
        else:
            lines.append(Block(line, (Piece(start, end),), blank_before))
    return lines


def _folded(line: str, start: int, blank_before: bool) -> Block:
    pieces: list[Piece] = []
    at = 0
    for gap in _FOLDED.finditer(line):
        pieces.append(Piece(start + at, start + gap.start(), " " if pieces else ""))
        at = gap.end()
    pieces.append(Piece(start + at, start + len(line), " " if pieces else ""))
    return Block(_FOLDED.sub(" ", line), tuple(pieces), blank_before)


class Wrap(NamedTuple):
    """How a text is hard-wrapped."""

    width: int
    least: float
    """How long a full line is with the next word, at least: where that would have fitted, a paragraph ended."""


def _wrap(lines: list[Block]) -> Wrap | None:
    """Return how the lines are hard-wrapped, None when they are not.

    Wrapped text has line ends in the middle of sentences, and its lines are short and of about one length.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if len(pairs) < WRAP_MIN_PAIRS:
        return None
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if width > WRAP_MAX or width < 30:
        return None
    # Short lines tell nothing: those of a head, of which a printed page has a dozen, and the last ones of paragraphs.
    full = [(a, b) for a, b in pairs if len(a.text) >= WRAP_FULL * width]
    broken = [(a, b) for a, b in full if not a.ends_sentence]
    if len(broken) < max(WRAP_MIN_PAIRS, WRAP_SHARE * len(full)):
        return None
    # Of the lines that a sentence goes on in, most begin in small letters; those of a head have capitals, every one.
    small = [(a, b) for a, b in broken if b.text[0].islower()]
    capitals = all(b.text == b.text.upper() for _, b in broken)
    if not capitals and len(small) < WRAP_SMALL * len(broken):
        return None
    filled = sorted(_with_next_word(a, b) for a, b in small)
    least = filled[len(filled) // 20] if len(filled) >= WRAP_SEVERAL else 0
    return Wrap(width, max(least, WRAP_LEAST * width))


def _headline(lines: list[Block]) -> range:
    """Return which lines of a column of print go on with the one above as its headline does, in its larger letters.

    A blank line stands before and behind them, and all but the first go on in small letters.
    """
    starts = [i for i, line in enumerate(lines[:HEAD_LINES]) if line.blank_before]
    for start, end in pairwise(starts):
        run = lines[start:end]
        words = sum(line.words for line in run)
        short = all(line.words <= HEADLINE_LINE and not line.ends_sentence and not line.set_apart for line in run)
        small = not any(":" in line.text for line in run) and all(
            line.text.lstrip("'‘’\"“”")[:1].islower() for line in run[1:]
        )
        plain = not any(_OF_A_HEAD.match(line.text) or _OF_AN_ACCOUNT.match(line.text) for line in run)
        if short and small and plain and run[0].text[-1] not in ":|" and FEWEST_WORDS <= words <= MOST_WORDS:
            return range(start + 1, end)
    return range(0)


COLUMN = 60  # characters: a column of print is no wider
HEAD_LINES, HEADLINE_LINE = 14, 5  # lines; words of one of a headline's
FEWEST_WORDS, MOST_WORDS = 5, 20  # of a headline


def _with_next_word(line: Block, following: Block) -> int:
    """Return how long a line would be with the first word of the next one."""
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0])


def _runs_on(group: list[Block], line: Block, after: Block | None, wrap: Wrap | None) -> bool:
    """Whether a line goes on with the paragraph of which `group` are the first lines; `after` is the next line."""
    last = group[-1]
    goes_on = not last.ends_sentence and line.text[0].islower()
    # A headline's larger letters fill their line with fewer of them.
    if goes_on and len(last.text) >= HEADLINE and _UNFINISHED.search(last.text):
        return True
    if wrap is not None:
        if last.set_apart or line.set_apart or _SIGNED_LINE.fullmatch(line.text):
            return False
        # In a narrow column of print the lines differ by a quarter: letters are not of one width.
        least = 0.7 if goes_on else WRAP_LEAST
        return _with_next_word(last, line) >= (wrap.least if last.ends_sentence else least * wrap.width)
    if last.ends_sentence or last.text[-1] in ":|»›":
        return False
    if _goes_on(line) and (len(last.text) >= 40 or len(group) > 1):
        # One small word without a mark behind it, above a line that begins anew, is a label: "sport", "premium".
        return not (line.text.isalpha() and after is not None and after.text[0].isupper() and not after.blank_before)
    # Scrapers break the line around a link: "he told", "Example News", "on Monday."
    linked = line.words <= 6 and not line.ends_sentence and after is not None and not after.blank_before
    linked = linked and _OF_A_HEAD.match(line.text) is None
    if linked and after is not None and len(last.text) >= 40:
        return _goes_on(after)
    return False


# "By Ann Lee", "29th September 2016", "Sept. 29, 2016": what stands below a headline is no link in a sentence.
_OF_A_HEAD = re.compile(
    r"By:?\s[A-ZÀ-Þ]|(?:[A-Z][a-z]{2,8},?\s)?\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?,?\s\d{4}\b|"
    r"(?:[A-Z][a-z]{2,8},?\s)?[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}$"
)
_SIGNED_LINE = re.compile(r"By:?(?:\s[A-ZÀ-Þ][\w.’'-]+){2,4}")
# "lee@quay.example", "@annlee", "askQN: Who digs?": an account, or a label that is written with small letters before.
_OF_AN_ACCOUNT = re.compile(r"\S*@\S+|[a-z]{1,8}[A-Z]\w*:\s")


def _goes_on(line: Block) -> bool:
    """Whether a line begins in the middle of a sentence."""
    if _OF_AN_ACCOUNT.match(line.text) or line.text.startswith(("http://", "https://")):
        return False
    if line.words == 1 and f"*{line.text}" in listed("chrome_words.txt"):
        return False  # "share", "print": a button
    if re.match(r"(?:by:?|via|di|von|par|por|door|av|af)\s[^\W\d_a-z]", line.text) or _SITE_FIRST.match(line.text):
        return False
    return line.text[0].islower() or line.text[0] in ",;.)"


def _join(group: list[Block]) -> Block:
    if len(group) == 1:
        return group[0]
    text, pieces = group[0].text, list(group[0].pieces)
    for line in group[1:]:
        # "high-" at a line's end goes on with "level": the hyphen may be the writer's, see `broken_words`.
        broken = _BROKEN_WORD.search(text[-3:]) and line.text[0].isalnum() and not _ALSO.match(line.text)
        together = line.text[0] in ",;.)" or broken
        joint = "" if together else " "
        text += joint + line.text
        pieces += [line.pieces[0]._replace(joint=joint), *line.pieces[1:]]
    return Block(text, tuple(pieces), group[0].blank_before)
