"""Where a sentence begins for who reads no other: behind what only ties it to the one before, or repeats its day.

In: the span of a sentence and the mention that it tells. Out: its span without "But", "For his part," and "On Monday,".
"""

from __future__ import annotations

from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.mentions.times import plain_value, times_in
from generator.records import AnnotatedArticle, Span

_FRONTED = frozenset(["prep", "npadvmod", "tmod", "advmod"])
_OWN_PART = frozenset(["part"])
_ON = frozenset(["on", "in", "late", "early"])
MOST = 3  # openers of one sentence


def opened(sentence: Span, mention: EventMention, found: AnnotatedArticle, grammar: Grammar) -> Span:
    """Return a sentence from the first word that tells something by itself."""
    start = sentence.start
    for _ in range(MOST):
        inside = grammar.within(Span(start, sentence.end))
        if len(inside) < 2:
            break
        behind = _behind_opener(inside, mention, found, grammar)
        if behind is None or behind >= inside.stop:
            break
        start = grammar.words[behind].start
    return Span(start, sentence.end)


def _behind_opener(inside: range, mention: EventMention, found: AnnotatedArticle, grammar: Grammar) -> int | None:
    """Return the word behind what opens a sentence and can be missed; None where nothing does."""
    words, first = grammar.words, inside[0]
    if (
        words[first].tag == "CC"
        and words[first].dep == "cc"
        and words[first].lemma.lower() in ("and", "but", "yet", "so")
    ):
        return _past_comma(first + 1, grammar)
    top = _fronted_top(first, grammar)
    if top is None:
        return None
    last = grammar.below(top)[-1]
    if last + 1 >= inside.stop or words[last + 1].tag != "," or words[top].quoted:
        return None
    within = range(first, last + 1)
    if grammar.below(top) != list(within) or mention.word in within:
        return None
    parts = any(words[at].lemma.lower() in _OWN_PART for at in within) and words[first].lemma.lower() == "for"
    ties = len(within) == 1 and words[first].lemma.lower() in named("ties")
    return last + 2 if parts or ties or _is_its_time(within, mention, found, grammar) else None


def _past_comma(at: int, grammar: Grammar) -> int:
    """Return the word behind a comma that closes a bare opener: not in "But, as Ito said, it sank"."""
    words = grammar.words
    return at + 1 if at + 1 < len(words) and words[at].tag == "," and words[at + 1].tag in ("NNP", "PRP", "DT") else at


def _fronted_top(first: int, grammar: Grammar) -> int | None:
    """Return the word that heads what stands before the subject and begins with a word; None where none does."""
    words = grammar.words
    for at in (first, *grammar.up(first)):
        head = words[at].head
        if words[at].dep in _FRONTED and grammar.is_clause(head) and head > at:
            return at
    return None


def _is_its_time(within: range, mention: EventMention, found: AnnotatedArticle, grammar: Grammar) -> bool:
    """Return whether words are no more than the day under which the entry stands: "On Monday", not "Since Monday"."""
    if mention.time is None:
        return False
    words = grammar.words
    span = Span(words[within[0]].start, words[within[-1]].end)
    times = [time for time in times_in(found, span) if plain_value(time) == plain_value(mention.time)]
    if len(times) != 1:
        return False
    beside = [at for at in within if not times[0].span.start <= words[at].start < times[0].span.end]
    return all(words[at].lemma.lower() in _ON for at in beside)
