"""The day of publication that a scrape runs into the headline or the first words of an article."""

from __future__ import annotations

import re

from generator.annotate.dates import tag
from generator.collate.words.stems import stem_of
from generator.collate.words.stops import is_function_stem
from generator.records import Article, TimeExpression

OPENING = 120  # characters of a paragraph in which a day may stand that was run into it
LABEL_WORDS = 4  # "For immediate release", "Last updated on"
_LABEL = re.compile(r"\b(?:publish|post|updat|edit|fil|releas|issu)(?:ed?)?(?:\s(?:on|at))?:?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"\w+day\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\.?\s+(?:[|–—-]\s*)?[“\"'‘]?[A-Z]")  # "May 4, 2021 A ferry", not "May 4, 2021, was"
_LETTERS = re.compile(r"(?!(?:[A-Z]{2,4}|[ap]\.?m\.?)\b)\b[^\W\d_]+")  # beyond a zone or "a.m."
_COMMA = re.compile(r"\s*[,;]")


def printed_at_head(article: Article) -> tuple[str, str] | None:
    """Return the day that was run into the headline or the first words, and where: "Ferry Sinks May 4, 2021 9:12 AM".

    A page's line breaks are lost in many a scrape. What a preposition leads to is what is told of: "The Flood of May 4,
    2021", unless an hour stands with it.
    """
    text, title = article.text, article.metadata.title
    heads = [(title.value, True)] if title else []
    heads += [(span.of(text)[:OPENING], False) for span in article.paragraphs[:2]]
    for head, is_title in heads:
        for time in tag(head, None):
            full = time.type in ("DATE", "TIME") and time.precision == "day" and time.end is None
            if full and time.value and _is_run_in(head, time, is_title=is_title):
                where = "the headline has" if is_title else "the text opens with"
                return time.value[:10], f"{where} “{time.span.of(head)}”"
    return None


def _is_run_in(head: str, time: TimeExpression, *, is_title: bool) -> bool:
    """Return whether a full day is no part of the words that it stands with. `head`: a headline or first words."""
    before, after = head[: time.span.start].rstrip(), head[time.span.end :]
    hour = "T" in (time.value or "")
    if opens_with(head[: time.span.start], time, after):
        return True
    last = before.split()[-1] if before else ""
    free = before[-1:].isalnum() or before[-1:] in "'’”\".?!:"
    if not is_title:
        # "Ferry sinks off Havn Saturday May 4 2021 A ferry": a title, its day and a sentence in one line.
        # But for a mark behind it the day belongs to the words before it: "Ferry sank Saturday, May 4, 2021. A crew".
        whole = _WEEKDAY.match(time.span.of(head)) and after[:1].isspace() and _GOES_ON.match(after)
        return bool(whole) and before[-1:].isalnum() and not is_function_stem(stem_of(last))
    return free and not _LETTERS.search(after) and (hour or not is_function_stem(stem_of(last)))


def opens_with(before: str, time: TimeExpression, after: str) -> bool:
    """Return whether a full day stands as a stamp before words that it is no part of: "May 4, 2021 A ferry sank".

    `before`, `after`: what stands around it in its headline, paragraph or sentence.
    """
    before = before.strip()
    if not before:
        return _GOES_ON.match(after) is not None or ("T" in (time.value or "") and _COMMA.match(after) is None)
    return len(before.split()) <= LABEL_WORDS and _LABEL.search(before) is not None
