"""Bare weekdays on the side of publication to which the verb looks that they hang on: "closed on Monday", "closes".

The tagger reads a weekday without a parse, by the words around it. Here the verb that it hangs on decides, for the
timeline and the article's page alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.annotate.dates.direction import Direction, clause_before, is_said_in
from generator.annotate.dates.values import moved, safe_date, week_of
from generator.collate.timeline.lexicon import families, named
from generator.collate.timeline.mentions import modality
from generator.collate.timeline.mentions.event_mention import SAYING
from generator.collate.timeline.mentions.find import is_quoted
from generator.collate.timeline.mentions.grammar import NOUNS, Grammar
from generator.collate.timeline.mentions.times import WEEKEND, doing, plain_value
from generator.collate.timeline.years import WITHOUT_YEAR
from generator.collate.words.stems import stem_of
from generator.days import bounds
from generator.records import AnnotatedArticle, TimeExpression

# "A letter released on Tuesday, ahead of her visit on Thursday": the visit comes after the letter.
_AHEAD_OF = re.compile(r"\b(?:before|ahead of|in advance of|prior to|followed by)\b", re.IGNORECASE)
# "Said on Tuesday that before Monday's vote she had asked": what is reported has an order of its own.
_OWN_ORDER = re.compile(r"[;“”\"]|\b(?:that|had|since|until|after)\b", re.IGNORECASE)


def directed(found: AnnotatedArticle, grammar: Grammar | None = None) -> AnnotatedArticle:
    """Return the article with its bare weekdays on the side to which the tenses of their verbs look.

    `grammar`: that of the article; found anew when not given.
    """
    grammar = grammar or Grammar(found.words)
    times: list[TimeExpression] = []
    changed: dict[date, str | None] = {}
    for time in found.time_expressions:
        if time.rule in WITHOUT_YEAR:
            times.append(_before_publication(time, found, grammar))
            continue
        if time.rule != "weekday":
            counted = _counted_anew(time, changed)
            times.append(_last_weekend(counted, found, grammar) if _is_this_weekend(time, found) else counted)
            continue
        new = _directed(time, found, grammar) if _is_bare_weekday(time, found) else time
        new = _after_what_came_first(new, times, found) if _is_bare_weekday(new, found) else new
        if time.precision == "day" and time.value:  # "every Monday" is none
            day = date.fromisoformat(time.value[:10])
            changed.pop(day, None)
            if new.value != time.value:
                changed[day] = new.value
        times.append(new)
    return replace(found, time_expressions=tuple(times))


def side_of(time: TimeExpression, found: AnnotatedArticle, grammar: Grammar) -> Direction:
    """Return where the verb looks that a time hangs on: "opened in 2013" back, "will open in 2015" forward."""
    dated = grammar.hangs_on(time.span, lambda at: _is_event_noun(at, found, grammar))
    if dated is None or not grammar.is_clause(dated):
        return "unclear"
    dated = doing(grammar, dated, time)
    word = grammar.words[dated]
    mood = modality.mood_of_verb(grammar, dated)
    if mood == "planned":
        return "future"
    described = word.dep == "acl" and word.tag == "VBN"  # "released in 2013"
    return "past" if mood == "reported" and (described or _is_done(dated, grammar)) else "unclear"


def _is_this_weekend(time: TimeExpression, found: AnnotatedArticle) -> bool:
    weekend = time.value is not None and time.value.endswith(WEEKEND)
    return weekend and "this" in time.span.of(found.article.text).lower().split()


def _last_weekend(time: TimeExpression, found: AnnotatedArticle, grammar: Grammar) -> TimeExpression:
    """Return "this weekend" as the one before the article where its verb tells what was done."""
    saturday = plain_value(time)[0]
    dated = grammar.hangs_on(time.span, lambda at: _is_event_noun(at, found, grammar))
    if dated is None or time.anchor is None or saturday is None or saturday <= time.anchor.isoformat():
        return time
    if grammar.is_clause(dated):
        dated = doing(grammar, dated, time)
    before = moved(date.fromisoformat(saturday), -7)
    return replace(time, value=week_of(before) + WEEKEND) if before and _is_done(dated, grammar) else time


def _before_publication(time: TimeExpression, found: AnnotatedArticle, grammar: Grammar) -> TimeExpression:
    """Return a month or day without a year in the year before, where its verb tells what was done and that is nearer.

    "The woman who sank it in September will be tried": the tagger goes by the "will".
    """
    if time.anchor is None or time.value is None or time.end:
        return time
    ahead = bounds(time.value[:10])[0]
    before = safe_date(ahead.year - 1, ahead.month, ahead.day)
    dated = grammar.hangs_on(time.span, lambda at: _is_event_noun(at, found, grammar))
    if before is None or dated is None or not time.anchor - before < ahead - time.anchor:
        return time
    if grammar.is_clause(dated):
        dated = doing(grammar, dated, time)
    return replace(time, value=f"{before.year:04d}{time.value[4:]}") if _is_done(dated, grammar) else time


def _counted_anew(time: TimeExpression, changed: Mapping[date, str | None]) -> TimeExpression:
    """Return "that day" behind a weekday that turned out to be another one, or one that nobody knows, as that is."""
    if time.anchor is None or time.anchor not in changed or not time.value:
        return time
    if time.value[:10] != time.anchor.isoformat() or (new := changed[time.anchor]) is None:
        return replace(time, value=None)
    return replace(time, value=new[:10] + time.value[10:], anchor=date.fromisoformat(new[:10]))


def _is_bare_weekday(time: TimeExpression, found: AnnotatedArticle) -> bool:
    if time.rule != "weekday" or time.anchor is None or time.precision != "day" or time.end or not time.value:
        return False
    words = set(time.span.of(found.article.text).lower().split())
    return named("which-week").isdisjoint(words) and not is_quoted(found.quotes, time.span)


def _directed(time: TimeExpression, found: AnnotatedArticle, grammar: Grammar) -> TimeExpression:
    dated = grammar.hangs_on(time.span, lambda at: _is_event_noun(at, found, grammar))
    if dated is None or time.anchor is None or time.value is None:
        return time
    if grammar.is_clause(dated):
        dated = doing(grammar, dated, time)
    day = date.fromisoformat(time.value[:10])
    said = is_said_in(clause_before(found.article.text, time.span.start))
    done = said or _is_done(dated, grammar)
    if done and day == time.anchor - timedelta(6):
        return replace(time, value=None)  # of an article changed the day after it was dated, or of six days before?
    weeks = (day < time.anchor and not said and _is_to_come(dated, found, grammar)) - (day > time.anchor and done)
    other = moved(day, 7 * weeks) if weeks else None
    return replace(time, value=other.isoformat() + time.value[10:]) if other else time


def _after_what_came_first(
    time: TimeExpression, before: Sequence[TimeExpression], found: AnnotatedArticle
) -> TimeExpression:
    """Return a weekday behind the day that the words put it after: "a letter of Tuesday, ahead of Thursday's visit"."""
    start = _sentence_start(found, time.span.start)
    first = next((one for one in reversed(before) if one.precision == "day" and one.value and one.type != "SET"), None)
    if first is None or not first.value or not time.value or first.span.start < start:
        return time
    between = found.article.text[first.span.end : time.span.start]
    if not _AHEAD_OF.search(between) or _OWN_ORDER.search(between):
        return time
    day = date.fromisoformat(time.value[:10])
    later = moved(day, 7)
    if later is None or not day.isoformat() < first.value[:10] < later.isoformat():
        return time
    return replace(time, value=later.isoformat() + time.value[10:])


def _sentence_start(found: AnnotatedArticle, at: int) -> int:
    """Return where the sentence around a place begins."""
    number = bisect_right(found.sentences, at, key=lambda sentence: sentence.span.start)
    return found.sentences[number - 1].span.start if number else 0


def _is_event_noun(at: int, found: AnnotatedArticle, grammar: Grammar) -> bool:
    return grammar.words[at].tag in NOUNS and bool(_families(at, found, grammar))


def _families(at: int, found: AnnotatedArticle, grammar: Grammar) -> tuple[str, ...]:
    word = grammar.words[at]
    return families(stem_of(found.article.text[word.start : word.end]))


def _is_to_come(at: int, found: AnnotatedArticle, grammar: Grammar) -> bool:
    if not grammar.is_clause(at):
        return modality.mood_of_noun(grammar, at) == "planned"
    if modality.mood_of_verb(grammar, at) == "planned":
        return True
    present = grammar.is_finite(at) and grammar.is_present(at)
    return present and _families(at, found, grammar) != (SAYING,) and not modality.is_negated(grammar, at)


def _is_done(at: int, grammar: Grammar) -> bool:
    if not grammar.is_clause(at) or modality.mood_of_verb(grammar, at) != "reported":
        return False
    # "The vote is scheduled for Thursday" tells of no day that is over, "the man fired on Thursday" does.
    return (grammar.is_finite(at) and grammar.is_past(at)) or (grammar.is_passive(at) and not grammar.is_present(at))
