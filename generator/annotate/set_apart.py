"""What names nobody of the story: lines of credit, and the cards that a page shows over a link. Text in, spans out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.records import Span

# Who wrote an article, below its last line.
_WRITER = re.compile(r"(?:\n\s*|[.!?]\s+)(?P<credit>[―—–-]{1,2}\s?(?:[A-ZÀ-Þ][\w.’'-]*\s?){2,4})\s*\Z")
_QUOTED_WHOLE = re.compile(r"[“\"‘'][^“”\"]*[”\"’']")
# Two words printed as one where a link or a card begins: "Lind Karl Peter LindHarbour opens".
_GLUED = re.compile(r"(?<![\w’'-])(?P<first>[A-ZÀ-Þ][^\W\d_A-Z]{2,})[A-Z][\w’'-]*")
BEFORE, BEHIND = 70, 50  # code points that a card spans: a full name, twice at most
_CARD = r"[\s(]+(?:\(?[A-ZÀ-Þ][\w.’'-]*\)?[\s(]+)*"
_CREDIT = re.compile(
    r"^(?:Contributing|Contributors?|Reporting|Writing|Edited|Editing|Compiled|Written|Photos?|Photographs?|Graphics?"
    r"|(?:Additional|With) reporting)\b(?:[ \u00a0]by\b|:).*$"
    r"|^.*\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article|dispatch)\b.*$"
    r"|^.*\bcontributed reporting\b.*$"
    r"|^(?:You can )?[Ff]ollow (?:[A-Z][\w.’'-]*\s){1,4}on (?:Twitter|Facebook|Instagram|X|Threads|Bluesky)\b.*$"
    # Agencies set theirs into brackets behind the last sentence, and the writer before the first.
    r"|\((?:(?:Additional|With) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by\b[^()]{3,200}\)"
    r"|\ABy [A-Z][^\n()“”\"]{3,80}\((?:Reuters|AP|AFP|UPI|Bloomberg|[A-Z][\w ]{2,20})\)(?= [—–-])",
    re.M,
)


def set_apart(text: str) -> list[Span]:
    """Return the stretches, in order."""
    found = [Span(*match.span()) for match in _CREDIT.finditer(text)]
    found += writers_line(text)
    for glued in _GLUED.finditer(text):
        found += _card(text, glued)
    return sorted(found)


def writers_line(text: str) -> list[Span]:
    """Return the line that ends a text with its writer's name, if there is one.

    Below what is quoted whole such a line tells whose words they are.
    """
    match = _WRITER.search(text, max(0, len(text) - 80))
    if match is None:
        return []
    above = text[: match.start()].rstrip()
    return [] if _QUOTED_WHOLE.fullmatch(above, above.rfind("\n") + 1) else [Span(*match.span("credit"))]


def _card(text: str, glued: re.Match[str]) -> list[Span]:
    """Return the card that a glued word ends or begins: its first part ends a name, and stands there twice."""
    first = re.escape(glued["first"])
    low = max(0, glued.start() - BEFORE)
    before = re.search(rf"(?<!\w){first}(?P<card>{_CARD})$", text[low : glued.start()])
    if before is not None:
        return [Span(low + before.start("card"), glued.end())]
    behind = re.compile(rf"(?:{_CARD}){first}(?!\w)").match(text, glued.end(), glued.end() + BEHIND)
    return [Span(glued.end("first"), behind.end())] if behind is not None else []


def outside(start: int, end: int, apart: list[Span]) -> Iterator[tuple[int, int]]:
    """Yield what of a run lies outside of the stretches."""
    at = bisect_left(apart, start, key=lambda span: span.end)
    while at < len(apart) and apart[at].start < end:
        if apart[at].start > start:
            yield start, apart[at].start
        start = max(start, apart[at].end)
        at += 1
    if start < end:
        yield start, end
