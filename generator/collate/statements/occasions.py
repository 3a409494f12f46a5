"""On which day something was said, as far as the words beside a quotation tell it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.records import AnnotatedArticle, ParsedWord, Quote, Sentence, TimeExpression

MAX_CLIMB = 8  # steps up from "Monday" to the verb that it dates: "said in a statement at the harbour on Monday"


def day_said(found: AnnotatedArticle, quote: Quote, published: str) -> str | None:
    """Return the day that dates a quotation's cue, or else what its speaker did or said in the sentence before.

    `published`, and the result: YYYY-MM-DD. None: no day is told, or several are, or it was still to come.
    """
    if not found.words or quote.speaker is None or not found.time_expressions:
        return None
    told = found.sentence_from(quote.cue.start) if quote.cue is not None else None
    if quote.cue is not None and told is not None and (days := _days_of(found, told, {quote.cue.start})):
        return _only(days, published)
    number = bisect_right(found.sentences, quote.content.start, key=lambda sentence: sentence.span.start) - 2
    if number < 0:
        return None
    before = found.sentences[number]
    return _only(_days_of(found, before, _verbs_of(found, before, quote)), published)


def _verbs_of(found: AnnotatedArticle, sentence: Sentence, quote: Quote) -> set[int]:
    """Return where the verbs begin by which a sentence tells that the quotation's speaker said or did something."""
    span = sentence.span
    verbs = {
        each.cue.start
        for each in found.quotes
        if each.speaker == quote.speaker and each.cue is not None and span.covers(each.cue)
    }
    names = {
        mention.span.end
        for mention in found.mentions
        if mention.person == quote.speaker and span.covers(mention.span) and not mention.standing.quoted
    }
    acting = (word for word in _words_in(found, sentence) if word.dep == "nsubj" and word.end in names)
    return verbs | {found.words[word.head].start for word in acting}


def _words_in(found: AnnotatedArticle, sentence: Sentence) -> Sequence[ParsedWord]:
    first = bisect_left(found.words, sentence.span.start, key=lambda word: word.start)
    last = bisect_left(found.words, sentence.span.end, key=lambda word: word.start)
    return found.words[first:last]


def _days_of(found: AnnotatedArticle, sentence: Sentence, verbs: set[int]) -> set[str]:
    """Return the days in a sentence that date one of the verbs, which are told by where they begin."""
    first = bisect_left(found.time_expressions, sentence.span.start, key=lambda time: time.span.start)
    days = set()
    for time in found.time_expressions[first:]:
        if time.span.start >= sentence.span.end:
            break
        if time.type == "DATE" and time.precision == "day" and time.value and _dated_by(found, time) in verbs:
            days.add(time.value)
    return days


def _dated_by(found: AnnotatedArticle, time: TimeExpression) -> int | None:
    """Return where the verb begins that a day hangs on; None: on none, or only in somebody's words."""
    words = found.words
    at = bisect_left(words, time.span.start, key=lambda word: word.start)
    for _ in range(MAX_CLIMB):
        if at >= len(words) or words[at].quoted:
            return None
        if words[at].tag.startswith("VB"):
            return words[at].start
        if words[at].head == at:
            return None
        at = words[at].head
    return None


def _only(days: set[str], published: str) -> str | None:
    day = next(iter(days)) if len(days) == 1 else None
    return day if day is not None and day <= published else None
