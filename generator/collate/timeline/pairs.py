"""Which two persons "the two", "the couple" or "they" of a label mean, where the sentences before leave no doubt.

In: a word of an article and its grammar. Out: the two, in the order of the text, or None.
"""

from __future__ import annotations

from itertools import pairwise

from generator.annotate.sources import mentions_in
from generator.collate.timeline.lexicon import is_somebody
from generator.collate.timeline.mentions.grammar import NAMED_SUBJECTS, Grammar
from generator.records import AnnotatedArticle, Mention, PersonId, Span

BACK = 4  # sentences before its own in which both may be named together
_PAIR = frozenset(["couple", "pair", "duo"])
Two = tuple[PersonId, PersonId]


def two_meant(at: int, sentence: int, found: AnnotatedArticle, grammar: Grammar) -> Two | None:
    """Return whom a word means that stands for two: the only ones named in the sentences right before.

    "They" is asked only of the sentence right before, where "Ito and Dahl" are what it is about.
    """
    words = grammar.words
    printed = found.article.text[words[at].start : words[at].end].lower()
    beside = [words[child].lemma.lower() for child in grammar.hanging[at] if words[child].dep != "punct"]
    they = printed == "they"
    if not (they or (printed == "two" and beside == ["the"]) or (printed in _PAIR and beside == ["the"])):
        return None
    seen = {each.person or each.name for each in _persons(Span(_start(sentence, found), words[at].start), found)}
    if seen:
        return None  # "Ito said the two"
    for number in range(sentence - 1, max(-1, sentence - 1 - (1 if they else BACK)), -1):
        span = found.sentences[number].span
        here = _persons(span, found)
        seen |= {each.person or each.name for each in here}
        if len(seen) > 2:
            return None
        if they:
            two = _joined(here, grammar)
            return two if two is not None and seen == set(two) and not _are_others(span, grammar) else None
        if _tells_of_two(span, found, grammar):
            return None
        if len(seen) == 2:
            known = dict.fromkeys(each.person for each in _persons(Span(span.start, words[at].start), found))
            first, *rest = (person for person in known if person is not None)
            return (first, rest[0]) if len(rest) == 1 else None
    return None


def _start(sentence: int, found: AnnotatedArticle) -> int:
    return found.sentences[sentence].span.start


def _persons(span: Span, found: AnnotatedArticle) -> list[Mention]:
    return [each for each in mentions_in(found.mentions, span) if each.kind == "person"]


def _joined(here: list[Mention], grammar: Grammar) -> Two | None:
    """Return the two of a sentence that "and" joins as the subject of a verb."""
    words = grammar.words
    for one, other in pairwise(here):
        if one.person is None or other.person is None or one.person == other.person or other.standing.quoted:
            continue
        heads = (grammar.top_of(one.span), grammar.top_of(other.span))
        if heads[0] is None or heads[1] is None or words[heads[1]].dep != "conj" or words[heads[1]].head != heads[0]:
            continue
        linked = [words[c].lemma.lower() for c in grammar.hanging[heads[0]] if words[c].dep == "cc"]
        if linked == ["and"] and words[heads[0]].dep in NAMED_SUBJECTS:
            return one.person, other.person
    return None


def _tells_of_two(span: Span, found: AnnotatedArticle, grammar: Grammar) -> bool:
    """Return whether a sentence counts two of something, which "the two" may mean as well: "two guards"."""
    printed = ((at, found.article.text[grammar.words[at].start : grammar.words[at].end]) for at in grammar.within(span))
    return any(word.lower() == "two" and grammar.words[at].dep == "nummod" for at, word in printed)


def _are_others(span: Span, grammar: Grammar) -> bool:
    """Return whether a sentence speaks of several without a name, whom "they" may mean as well."""
    return any(
        grammar.words[at].tag == "NNS" and is_somebody(grammar.words[at].lemma.lower()) for at in grammar.within(span)
    )
