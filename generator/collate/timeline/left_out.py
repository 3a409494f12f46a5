"""What a label does without: words that lean on the sentence before, or count from another day than its heading's.

In: the stretch of a label and the mention that it tells. Out: the spans that are left out of what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.collate.timeline.lexicon import families, named
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.grammar import NOUNS, Grammar
from generator.collate.timeline.mentions.times import plain_value, times_in
from generator.collate.words.stems import stem_of
from generator.records import AnnotatedArticle, Span

# "Yesterday", "last week", "two days ago": beneath the heading of its day a reader would count from that day.
# "Today" and "this morning" are of that day.
_COUNTED = re.compile(
    r"(?:late |early |earlier )?(?:yesterday|tomorrow|(?:last|next|earlier this)\s.+"
    r"|the (?:previous|next|following|same)\s.+|the (?:day|night|week|month|year) (?:before|after)"
    r"|.+\s(?:ago|earlier|later))",
    re.I,
)
_ADJUNCTS = frozenset(["npadvmod", "advmod", "tmod"])
_OPENERS = frozenset(["IN", "TO", "RB"])  # "since last week", "only last week"


def left_out(span: Span, mention: EventMention, found: AnnotatedArticle, grammar: Grammar) -> tuple[Span, ...]:
    """Return what a label of these words does without, in order; the words that are kept are a sentence still."""
    text, out = found.article.text, set(_leaning(span, grammar))
    if mention.time is not None:
        value = plain_value(mention.time)
        same = (time.span for time in times_in(found, span) if plain_value(time) == value)
        out |= {time for time in same if _COUNTED.fullmatch(time.of(text)) and _is_apart(time, span, grammar)}
    return tuple(sorted(_with_marks(each, text) for each in out))


def _with_marks(span: Span, text: str) -> Span:
    """Return a span with the commas on either side of it: "Ito|, meanwhile,| sailed"."""
    between = text[span.start - 2 : span.start] == ", " and text[span.end : span.end + 1] == ","
    return Span(span.start - 2, span.end + 1) if between else span


def _leaning(span: Span, grammar: Grammar) -> Iterator[Span]:
    """Yield adverbs that tie a clause to the one before: "Ito | also | sailed", not "a port, also called Hook"."""
    for at in grammar.within(span):
        word = grammar.words[at]
        ties = word.dep == "advmod" and word.lemma.lower() in named("ties") and not grammar.hanging[at]
        finite = grammar.is_clause(word.head) and grammar.is_finite(word.head)
        if ties and finite and not word.quoted and word.start > span.start:
            yield Span(word.start, word.end)


def _is_apart(time: Span, span: Span, grammar: Grammar) -> bool:
    """Return whether a time hangs on a verb by itself: "Ito sailed | last week", not "since last week"."""
    words, inside = grammar.words, grammar.within(time)
    tops = [at for at in inside if words[at].head not in inside]
    if len(tops) != 1 or time.start == span.start or words[inside[0]].quoted:
        return False
    clause = grammar.clause_of(tops[0])
    if clause is None or not grammar.is_finite(clause):  # "an alarm raised last week"
        return False
    before, behind = words[inside[0] - 1], words[inside[-1] + 1 : inside[-1] + 2]
    # Not "yesterday's hearing", "last week and today", "yesterday-evening".
    goes_on = any(
        word.tag in ("POS", "CC", "HYPH") or (word.start == time.end and word.dep != "punct") for word in behind
    )
    # It may be that of the deed that stands before it: "the losses surpassed | the slump last week".
    own = before.tag in NOUNS and bool(families(stem_of(before.lemma)))
    return words[tops[0]].dep in _ADJUNCTS and before.tag not in _OPENERS and not own and not goes_on
