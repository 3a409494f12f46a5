"""What stands between two dashes or in brackets in reported words is mostly the reporter's: it is left out of them.

In: the stretches of one report. Out: the same without "— which is true —" and "(as others have argued)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records import Span

SHORTEST = 3  # words in brackets: fewer are a party, a sign or an age, and belong to a name
_DASHED = re.compile(
    r"\s?—\s?(?P<aside>[^—“”\"]{2,160}?)\s?—\s?|\s(?:–|--?)\s(?P<short>[^–—“”\"]{2,160}?)\s(?:–|--?)\s"
)
_BRACKETED = re.compile(r"\s\((?P<aside>[^()“”\"]{3,160})\)")
_ENDED = re.compile(r"[.!?]\s+[A-Z]")
_FIGURE = re.compile(r"\d")
_BEHIND = " ,;:—–-"


def without_asides(content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return the stretches of a report without the asides within them; nothing is left out of words in marks."""
    return tuple(part for span in content for part in _parts(span, text))


def _parts(span: Span, text: str) -> Iterator[Span]:
    said, start = span.of(text), span.start
    for form in (_DASHED, _BRACKETED):
        for found in form.finditer(said):
            low, high = span.start + found.start(), span.start + found.end()
            if low < start or not _is_aside(found) or _in_marks(said[: found.start()]):
                continue
            rest = Span(high + len(text[high : span.end]) - len(text[high : span.end].lstrip(_BEHIND)), span.end)
            before = Span(start, start + len(text[start:low].rstrip(_BEHIND)))
            if before.start < before.end and rest.start < rest.end:
                yield before
                start = rest.start
        if start > span.start:
            break
    yield Span(start, span.end)


def _is_aside(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    aside = groups["aside"] or groups.get("short") or ""
    if _ENDED.search(aside) or _FIGURE.search(aside):
        return False  # two dashes of two sentences; a number that he may have given
    return found.group().lstrip()[:1] != "(" or len(aside.split()) >= SHORTEST


def _in_marks(before: str) -> bool:
    """Return whether words in quotation marks are open where a text ends."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
