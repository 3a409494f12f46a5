"""A label that goes on to the end of what it tells, where its short form ends before the point.

"Ito joined those who called for Dahl | to resign", "Ito agreed with the board | but warned of the cost": short words
are no use where they tell another thing than the sentence. In: the words chosen, and others that begin where they do.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.collate.timeline.label_choices import Choice
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.weighing import Fairness
from generator.records import Span

LONG = 230  # characters of a label that goes on so
# What only describes somebody or something named at the end; a label that is clear by itself does without.
_DESCRIBES = frozenset(["appos", "relcl", "acl", "punct"])
CLEAR_ENOUGH = 0.5  # odds above which a label does without what only describes its last noun


def completed(chosen: Choice, others: Iterable[Choice], fairness: Fairness, grammar: Grammar, text: str) -> Choice:
    """Return the clearest words that go on where those chosen end; these where none does or they are as clear.

    `others`: of the mention's article, whose text and grammar are given.
    """
    odds = fairness.odds(chosen)
    longer = [
        it
        for it in others
        if it.mention == chosen.mention and it.span.start == chosen.span.start and it.span.end > chosen.span.end
        if it.whole >= chosen.whole and not it.aside and len(it.words(text)) <= LONG
        if fairness.odds(it) >= odds and _goes_on(chosen, it, odds, grammar)
    ]
    return max(longer, key=lambda it: (fairness.odds(it), -it.span.end), default=chosen)


def _goes_on(short: Choice, longer: Choice, odds: float, grammar: Grammar) -> bool:
    """Return whether longer words tell on what short ones tell, and no sentence around them begins behind."""
    words, rest = grammar.words, grammar.within(Span(short.span.end, longer.span.end))
    tied = [at for at in rest if words[at].head not in rest and words[at].head != at]
    ties = {words[at].dep for at in tied}
    if any(words[at].dep == "ROOT" for at in rest) or not ties - {"punct"}:
        return False
    joined = {words[at].lemma.lower() for at in tied if words[at].dep == "cc"}
    if joined == {"and"} and any(words[at].dep == "conj" and grammar.own_subject(at) is not None for at in tied):
        return False  # "Ito sailed, and the pier was shut": a second happening
    return odds < CLEAR_ENOUGH or not ties <= _DESCRIBES
