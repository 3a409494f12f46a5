"""From raw text to blocks: one block a paragraph, each piece of it still knowing where it stands in the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

# The same line ends that `str.splitlines` knows.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_FOLDED = re.compile(r"[ \t]{2,}|\t")  # no-break spaces stay: somebody set them
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.!?…。！？।؟]['\"”’»)\]*]*$|[.!?…][\"”’]?\s?\[\d{1,3}\]$")
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")

WRAP_MAX = 120  # characters: no text editor wraps later, and a paragraph of a scrape is longer on average
WRAP_MIN_PAIRS = 3
WRAP_SHARE = 0.5  # of the pairs of lines with no blank line between: tuned on wrapped and unwrapped PolNeAR articles


@dataclass(frozen=True)
class Block:
    """One paragraph or line of the page: `text` is its pieces joined by single spaces.

    A piece is (start, end) in the raw text. White space between pieces was a line wrap or a run of spaces.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    blank_before: bool = True
    """Whether a blank line stands before it."""

    @cached_property
    def words(self) -> int:
        """Number of words, as white space parts them."""
        return self.text.count(" ") + 1

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does: with a full stop or the like, inside or outside quotation marks."""
        return _END.search(self.text[-12:]) is not None

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
        return self.pieces[0][0]

    def part(self, start: int, end: int) -> Block | None:
        """Return the block of `text[start:end]` without outer white space; None when nothing but space is left."""
        pieces, at = [], 0
        for piece_start, piece_end in self.pieces:
            length = piece_end - piece_start
            low, high = max(start - at, 0), min(end - at, length)
            if low < high:
                pieces.append((piece_start + low, piece_start + high, self.text[at + low : at + high]))
            at += length + 1
        return _block(pieces, self.blank_before)


def _block(pieces: list[tuple[int, int, str]], blank_before: bool) -> Block | None:
    """Return the block of raw stretches, each trimmed; None when all are blank."""
    kept, texts = [], []
    for start, _, words in pieces:
        left = len(words) - len(words.lstrip())
        words = words.strip()
        if words:
            kept.append((start + left, start + left + len(words)))
            texts.append(words)
    return Block(" ".join(texts), tuple(kept), blank_before) if kept else None


def split_blocks(text: str) -> list[Block]:
    """Return the paragraphs of `text` in order. Every non-blank character is in exactly one of them.

    A single line end parts two paragraphs unless the text is hard-wrapped; then only what does not fill its line does.
    """
    lines = _lines(text)
    if not lines:
        return []
    width = wrap_width(lines)
    joined: list[list[Block]] = []
    for line in lines:
        if joined and not line.blank_before and _runs_on(joined[-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_join(group) for group in joined]


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    end = 0
    for found in _LINE.finditer(text):
        pieces, at = [], found.start()
        for gap in _FOLDED.finditer(text, found.start(), found.end()):
            pieces.append((at, gap.start(), text[at : gap.start()]))
            at = gap.end()
        pieces.append((at, found.end(), text[at : found.end()]))
        block = _block(pieces, False)
        if block is None:
            continue
        ends = len(text[end : block.start].splitlines()) - (text[block.start - 1 : block.start] not in _LINE_ENDS)
        lines.append(Block(block.text, block.pieces, not lines or ends > 1))
        end = block.pieces[-1][1]
    return lines


def wrap_width(lines: list[Block]) -> int | None:
    """Return the width at which the lines are hard-wrapped, None when they are not.

    Wrapped text has line ends in the middle of sentences, and its lines are short and of about one length.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if len(pairs) < WRAP_MIN_PAIRS:
        return None
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if width > WRAP_MAX or width < 30:
        return None
    mid_sentence = sum(not a.ends_sentence and len(a.text) >= 0.7 * width for a, _ in pairs)
    return width if mid_sentence >= WRAP_SHARE * len(pairs) else None


def _runs_on(group: list[Block], line: Block, width: int | None) -> bool:
    last = group[-1]
    if width is not None:
        first_word = len(line.text.split(" ", 1)[0])
        return len(last.text) + 1 + first_word > 0.85 * width
    # Scrapers break the line around a link: "he told", "Al Jazeera", "on Monday."
    return len(last.text) >= 40 and not last.ends_sentence and line.text[0].islower() and last.text[-1] not in ":|»›"


def _join(group: list[Block]) -> Block:
    if len(group) == 1:
        return group[0]
    pieces = tuple(piece for line in group for piece in line.pieces)
    return Block(" ".join(line.text for line in group), pieces, group[0].blank_before)


def is_blank(text: str) -> bool:
    """Return whether nothing can be seen of `text`."""
    return not _ZERO_WIDTH.sub("", text).strip()
