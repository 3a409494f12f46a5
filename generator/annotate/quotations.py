"""Marked stretches: a text and its paragraphs in, every pair of quotation marks out. What they mean is decided later.

All pairs are taken first: straight, curly, single, guillemets, mixed, reversed, unclosed, continued over paragraphs. A
stretch that a parser would not understand is still words that somebody put between marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.annotate.cues import cue_kind
from generator.records import Span

Side = Literal["open", "close", "either"]

_DOUBLE = r"[“”„‟\"«»＂]|''|``|‘‘|’’"
_SINGLE = r"[‘’‚‛'`´‹›]"
_MARK = re.compile(f"{_DOUBLE}|{_SINGLE}")
OPENING = frozenset("“„‟«‘‚‛‹") | {"``", "‘‘"}
CLOSING = frozenset("”»’›") | {"''", "’’"}
_BEFORE_OPENING = frozenset("([{<—–-/…") | OPENING | frozenset("\"'")
_AFTER_CLOSING = frozenset(")]}>.,;:!?—–-/…") | CLOSING | frozenset("\"'")
# Words that open with an apostrophe: 'em, 'til, '90s.
_ELISION = re.compile(r"['’‘](?:em|til|cause|tis|twas|n|round|bout|\d0s|\d\ds?)\b", re.I)
_POSSESSIVE = re.compile(r"['’]s\b")  # also after a stop: "Webb Corp.'s plan"
_SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s)")
_ENDS = re.compile(r"[.!?…:][)\]]?$")
# Who said it, where the mark before that is missing: “We dug on, Mr. Okoro said.
_SAID_WITHIN = re.compile(
    r",[’']?(?P<said>\s(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s"
    r"(?:said|says|added|explained|recalled|told\s[\w\s]{2,20})\.)$"
)
SAID = 80  # characters in which it stands
_WORD = re.compile(r"\w")
# The reporter's own voice, and that of one person.
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_I = re.compile(r"\b(?:I|my|My|me|myself)\b")
_BETWEEN_MARKS = re.compile(r"[“\"„«][^”\"»]*(?:[”\"»]|$)")
_WORDS = re.compile(r"[^\W\d_]+")
# What somebody says or writes that is shown whole.
_SET_OFF = frozenset(
    "statement post comment message email e-mail letter tweet response reply transcript note memo text speech".split()  # noqa: SIM905
)
MIN_I = 2  # times that whoever is set off says "I"
LEAD = 160  # code points of the line that leads up to words set off
LEAD_WORDS = 12
LONGEST = 6
"""Paragraphs that a quotation may go on for without a mark of its own."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch between quotation marks in one paragraph, marks that it holds itself included."""

    outer: Span
    inner: Span
    """Without the marks, and without spaces at its ends."""
    paragraph: int
    closed: bool
    """False: no closing mark in this paragraph."""
    runs_on: bool
    """Whether it continues what the last paragraph left unclosed."""
    single: bool
    """Whether its marks are single ones."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: Side
    single: bool


def find_marked(text: str, paragraphs: Sequence[Span]) -> tuple[Marked, ...]:
    """Return every marked stretch in the order of the text. Stretches do not overlap; inner ones stay in the outer."""
    found: list[Marked] = []
    unclosed = inserted = single_open = False
    closes = set_off = -1
    for number, paragraph in enumerate(paragraphs):
        if number < closes:
            found += _whole(text, paragraph, number)
            continue
        marks = list(_marks(text, paragraph))
        if number < set_off:
            found.append(_marked(text, *_ends_of(paragraph), *_ends_of(paragraph), number, True, True, False))
        elif not (unclosed or marks) and number and _is_set_off(text, paragraphs[number - 1], paragraph):
            found.append(_marked(text, *_ends_of(paragraph), *_ends_of(paragraph), number, True, False, False))
            set_off = _end_of_set_off(text, paragraphs, number)
        if unclosed and not marks and not inserted:
            inserted = True  # a caption between two paragraphs of one speech
            continue
        if inserted and marks and marks[0].start != paragraph.start:
            unclosed = False
        inserted = False
        doubles = [mark for mark in marks if not mark.single]
        here = list(_pairs(text, paragraph, number, doubles, unclosed))
        singles = _outside([mark for mark in marks if mark.single], here)
        here += _pairs(text, paragraph, number, _without_apostrophes(text, singles), single_open)
        opening = _left_open(text, paragraphs, number, singles)
        if opening is not None:
            here.append(_unclosed(text, opening, paragraph, number, single_open))
        single_open = opening is not None
        here.sort(key=lambda marked: marked.outer)
        found += _apart(here)
        unclosed = bool(here) and not here[-1].closed and here[-1].outer.end == paragraph.end
        closes = _closing_paragraph(text, paragraphs, number) if unclosed else -1
    return tuple(found)


def _is_set_off(text: str, before: Span, paragraph: Span) -> bool:
    """Return whether a paragraph without marks is what somebody wrote, set off by its place alone: "She posted:".

    Whoever writes "I" right behind such a line speaks for himself, unless the reporter does so too.
    """
    lead = text[max(before.start, before.end - LEAD) : before.end].rstrip()
    if not lead.endswith(":") or _FIRST_PERSON.search(lead) or len(_I.findall(text, *_ends_of(paragraph))) < MIN_I:
        return False
    told = [word.lower() for word in _WORDS.findall(lead)][-LEAD_WORDS:]
    return any(cue_kind(word) == "speech" or word.removesuffix("s") in _SET_OFF for word in told)


def _end_of_set_off(text: str, paragraphs: Sequence[Span], first: int) -> int:
    """Return the paragraph after the last one of what somebody wrote, which begins with the paragraph `first`.

    Only "I" tells that he goes on, and that only where the reporter never speaks of himself.
    """
    end = first + 1
    while end < min(first + LONGEST, len(paragraphs)) and _goes_on_of_himself(text, paragraphs[end]):
        end += 1
    others = (*paragraphs[: first - 1], *paragraphs[end:])
    himself = end > first + 1 and any(_I.search(_unmarked(paragraph.of(text))) for paragraph in others)
    return first + 1 if himself else end


def _goes_on_of_himself(text: str, paragraph: Span) -> bool:
    """Return whether whoever writes "I" may write a paragraph too: it has whole sentences, "I" and no marks."""
    ends = text[paragraph.end - 1] != ":" and _ENDS.search(text, max(paragraph.start, paragraph.end - 3), paragraph.end)
    return bool(ends and _I.search(text, *_ends_of(paragraph))) and not any(_marks(text, paragraph))


def _unmarked(words_there: str) -> str:
    return _BETWEEN_MARKS.sub(" ", words_there)


def _ends_of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _closing_paragraph(text: str, paragraphs: Sequence[Span], number: int) -> int:
    """Return the paragraph in which a mark closes that this one leaves open, though none between has a mark; or -1."""
    for later in range(number + 1, min(number + 1 + LONGEST, len(paragraphs))):
        marks = [mark for mark in _marks(text, paragraphs[later]) if not mark.single]
        if marks:
            closes = _can_close(text, marks[0]) and _WORD.search(text, paragraphs[later].start, marks[0].start)
            return later if closes else -1
    return -1


def _whole(text: str, paragraph: Span, number: int) -> Iterator[Marked]:
    """Yield a paragraph between the marks; a caption or a heading there, which is no sentence, is none of it."""
    start, end = paragraph.start, paragraph.end
    if _ENDS.search(text, max(start, end - 3), end):
        yield _marked(text, start, end, start, end, number, False, True, False)


def _left_open(text: str, paragraphs: Sequence[Span], number: int, singles: Sequence[_Mark]) -> _Mark | None:
    """Return the single mark that a paragraph leaves open, as double ones are: the next paragraph opens with one too.

    It opens speech, behind a colon or a comma or at the head, so that no apostrophe is taken for it.
    """
    opening = [mark for mark in singles if mark.side == "open"][-1:]
    if not opening or number + 1 == len(paragraphs):
        return None
    closers = [mark for mark in singles if mark.start > opening[0].start and not _is_plural_possessive(text, mark)]
    led = text[paragraphs[number].start : opening[0].start].rstrip()
    following = paragraphs[number + 1]
    marks = [mark for mark in _marks(text, following) if mark.single]
    goes_on = bool(marks) and marks[0].start == following.start and marks[0].side == "open"
    closes = goes_on and bool(_without_apostrophes(text, marks))
    return opening[0] if closes and not closers and (not led or led[-1] in ":,") else None


def _outside(marks: list[_Mark], stretches: list[Marked]) -> list[_Mark]:
    kept, at = [], 0
    for mark in marks:
        while at < len(stretches) and stretches[at].outer.end <= mark.start:
            at += 1
        if at == len(stretches) or mark.end <= stretches[at].outer.start:
            kept.append(mark)
    return kept


def _apart(ordered: list[Marked]) -> Iterator[Marked]:
    end = -1
    for marked in ordered:
        if marked.outer.start >= end:
            yield marked
            end = marked.outer.end


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        single = bool(re.fullmatch(_SINGLE, match[0]))
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        possessive = not before.isspace() and _POSSESSIVE.match(text, start)
        if single and (_is_apostrophe(before, after) or possessive or _ELISION.match(text, start)):
            continue
        if _is_inch(match[0], before, after) or _is_attribute(text, start, paragraph.start):
            continue
        yield _Mark(start, end, _side(match[0], before, after), single)


def _is_apostrophe(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum()


def _is_inch(mark: str, before: str, after: str) -> bool:
    """5'10" and 30" are measures, when a space and no punctuation follows."""
    return mark in ('"', "'", "''", "”", "’") and before.isdigit() and (after.isdigit() or mark in ("'", "’"))


def _is_attribute(text: str, start: int, floor: int) -> bool:
    """Markup left in a text: id="..." opens nothing that anybody said."""
    return start > floor and text[start - 1] == "=" and start - 1 > floor and text[start - 2].isalnum()


def _side(mark: str, before: str, after: str) -> Side:
    free_left = before.isspace() or before in _BEFORE_OPENING
    free_right = after.isspace() or after in _AFTER_CLOSING
    # Scrapes use closing marks to open and opening marks to close; where the spaces are clear they win over the glyph.
    if before.isspace() and not free_right:
        return "open"
    if after.isspace() and not free_left:
        return "close"
    if mark in OPENING:
        return "open"
    if mark in CLOSING:
        return "close"
    if free_left != free_right:
        return "open" if free_left else "close"
    return "either"


def _without_apostrophes(text: str, singles: list[_Mark]) -> list[_Mark]:
    """Return the single marks that can quote: an opening one counts only when one that closes follows.

    A mark after a plural s ("the countries' talks") closes only when no better one follows before the next opening.
    """
    kept: list[_Mark] = []
    index = 0
    while index < len(singles):
        opening = singles[index]
        index += 1
        if opening.side == "close":
            continue
        closers = []
        while index < len(singles) and singles[index].side != "open":
            closers.append(singles[index])
            index += 1
        sure = [mark for mark in closers if not _is_plural_possessive(text, mark)]
        # "... the countries' militaries,' he said": the first sure one after the opening closes.
        chosen = sure[:1] or closers[:1]
        if chosen and _WORD.search(text, opening.end, chosen[0].start):
            kept += [_Mark(opening.start, opening.end, "open", True), _Mark(*_span(chosen[0]), "close", True)]
    return kept


def _span(mark: _Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _is_plural_possessive(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1 : mark.start].lower() == "s" and text[mark.end : mark.end + 1] == " "


def _pairs(text: str, paragraph: Span, number: int, marks: list[_Mark], unclosed: bool) -> Iterator[Marked]:
    opened: _Mark | None = None
    depth = 0
    runs_on = unclosed and bool(marks) and marks[0].start == paragraph.start
    if unclosed and marks and _can_close(text, marks[0]) and _WORD.search(text, paragraph.start, marks[0].start):
        # The paragraph goes on without a mark of its own: a line break fell into the quotation.
        yield _marked(text, paragraph.start, marks[0].end, paragraph.start, marks[0].start, number, True, True, False)
        marks = marks[1:]
    for index, mark in enumerate(marks):
        if opened is None:
            if mark.side != "close":
                opened, depth = mark, 0
        elif mark.side == "open":
            if _closings_before_opening(marks, index + 1) >= 2 + depth:
                depth += 1  # a quotation inside the quotation
            elif _is_misplaced(text, marks, index):
                yield _marked(text, opened.start, mark.end, opened.end, mark.start, number, True, False, opened.single)
                opened = None
            else:
                yield from _cut(text, opened, mark.start, number)  # the earlier mark was never closed
                opened, depth = mark, 0
        elif depth:
            depth -= 1
        else:
            first = runs_on and opened.start == paragraph.start
            yield _marked(text, opened.start, mark.end, opened.end, mark.start, number, True, first, opened.single)
            opened = None
    if opened is not None and _WORD.search(text, opened.end, paragraph.end):
        yield _unclosed(text, opened, paragraph, number, runs_on)


def _can_close(text: str, mark: _Mark) -> bool:
    """Return whether a mark closes, or may where one is open: alone behind a stop, 'it held. " The crews left'."""
    behind = text[max(0, mark.start - 2) : mark.start].strip()[-1:]
    return mark.side == "close" or (mark.side == "either" and behind in frozenset(".,!?"))


def _is_misplaced(text: str, marks: list[_Mark], index: int) -> bool:
    """Return whether a straight mark closes though it stands at the next word: said "it held. "The mayor left.

    Taken for one that opens, both would stay unclosed.
    """
    start = marks[index].start
    ends = text[start] == '"' and text[max(0, start - 3) : start].rstrip()[-1:] in (".", ",", "!", "?")
    return ends and _closings_before_opening(marks, index + 1) == 0


def _closings_before_opening(marks: list[_Mark], index: int) -> int:
    count = 0
    while index < len(marks) and marks[index].side == "close" and count < 3:
        count, index = count + 1, index + 1
    return count


def _unclosed(text: str, opened: _Mark, paragraph: Span, number: int, runs_on: bool) -> Marked:
    """Return what a mark opens that its paragraph does not close. `runs_on`: the paragraph before left one open too."""
    first = runs_on and opened.start == paragraph.start
    end = _before_who_said(text, opened.end, paragraph.end)
    return _marked(text, opened.start, end, opened.end, end, number, False, first, opened.single)


def _before_who_said(text: str, start: int, end: int) -> int:
    """Return where an unclosed stretch ends, without who said it behind its last comma."""
    said = _SAID_WITHIN.search(text, max(start, end - SAID), end)
    return said.start("said") if said is not None else end


def _cut(text: str, opened: _Mark, limit: int, number: int) -> Iterator[Marked]:
    """Yield an unclosed stretch before another one: it ends with its last whole sentence, else it is none."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, opened.end, limit)]
    if ends:
        end = _before_who_said(text, opened.end, ends[-1])
        yield _marked(text, opened.start, end, opened.end, end, number, False, False, opened.single)


def _marked(
    text: str,
    start: int,
    end: int,
    inner_start: int,
    inner_end: int,
    number: int,
    closed: bool,
    runs_on: bool,
    single: bool,
) -> Marked:
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Marked(Span(start, end), Span(inner_start, inner_end), number, closed, runs_on, single)
