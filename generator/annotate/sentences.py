"""Sentences: an article's paragraphs in, its sentences out. Rules, no parser: they hold in any text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.annotate.notes import notes_among
from generator.days import WEEKDAY_NUMBERS
from generator.ids import anchors
from generator.records import Sentence, Span
from generator.wordlists import words

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\["
# Starting only where a run of stops starts keeps a line of 100,000 stops linear.
_END = re.compile(rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*\s+(?=[{_OPENERS}]*[^\s{_CLOSERS}{_OPENERS}])")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]]+$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
# What goes on behind a stop: "the dyke . . . held", "the dyke . . . , he said", "It held. [...] The crews left".
_GOES_ON = frozenset(".,;:…")
# “Never!” Mr Okoro said: a clause of two to five words with a reporting verb belongs to the quotation before it.
_TAIL = re.compile(
    r"(?:(?:the|a|an|his|her|their|one)\s)?(?:[\w.’'-]+\s){1,4}(?:said|says|asked|asks|told|tells|cried|shouted|yelled|wrote|added|replied)\b",
    re.I,
)
_ARTICLES = frozenset({"The", "A", "An", "One"})
_CLOCK = frozenset({"a.m", "p.m"})
_NUMBERED = frozenset({"No", "Nos", "no", "nos", "Art", "Sec"})  # "No. 2"


def find_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    """Return the sentences of every paragraph, with the anchors of the article's page. They cover all but spaces."""
    spans: list[tuple[Span, int, bool]] = []
    for number, paragraph in enumerate(paragraphs):
        here = list(split(text, paragraph))
        spans += [(span, number, note) for span, note in zip(here, notes_among(text, paragraph, here), strict=True)]
    names = anchors("s", (span.of(text) for span, _, _ in spans))
    return tuple(Sentence(name, *of_it) for name, of_it in zip(names, spans, strict=True))


def split(text: str, paragraph: Span) -> Iterator[Span]:
    """Return the sentences of one stretch, in order."""
    start = paragraph.start
    for end, following in boundaries(text, paragraph):
        yield Span(start, end)
        start = following
    while start < paragraph.end and text[start].isspace():
        start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def boundaries(text: str, stretch: Span) -> Iterator[tuple[int, int]]:
    """Return where a sentence ends and where the next one starts, for each pair of neighbours in the stretch."""
    floor = stretch.start
    for match in _END.finditer(text, stretch.start, stretch.end):
        if match.end() < stretch.end and _ends(text, match, floor):
            yield match.start() + len(match[0].rstrip()), match.end()
            floor = match.end()


def _ends(text: str, match: re.Match[str], floor: int) -> bool:
    mark, following = match[0], text[match.end() : match.end() + 80]
    head = following.lstrip("\"'“‘«([")
    if not head or head[0].islower() or head[0] in _GOES_ON:
        return False
    if mark[0] == ".":
        # 40 code points hold every abbreviation; a longer look back would make a long line slow.
        last = _LAST_WORD.search(text, max(floor, match.start() - 40), match.start())
        word = last[0] if last else ""
        if word in words("abbreviations.txt", "sometimes"):
            opens = head.split(None, 1)[0].strip(",.")
            # "At 9 p.m. Friday" is one time.
            return opens in words("sentence_openers.txt") and not (word in _CLOCK and opens.lower() in WEEKDAY_NUMBERS)
        if word in words("abbreviations.txt", "never") or (word in _NUMBERED and head[0].isdigit()):
            return False
        return not (last and _INITIAL.fullmatch(last[0]) and len(last[0]) <= 3 and not mark.strip(". "))
    closed = mark.rstrip()[-1] in "\"'”’»"
    if not closed or not _TAIL.match(following):
        return True
    # A pronoun with a capital opens a sentence of its own: “... for the long run!” She replied that it was an honour.
    return head.split(None, 1)[0] in words("sentence_openers.txt") - _ARTICLES
