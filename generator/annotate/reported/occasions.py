"""On what occasion it was said, where that stands behind the words: a clause's words in, without it out.

"Lind said the road was “safe enough” in a speech on Monday". In PolNeAR train such a phrase right behind quoted words
is the reporter's in five of six places, one with an interview, a speech or a tweet in 18 of 26; where it is not, the
words before it tell themselves that somebody spoke ("refused to say in an interview").
"""

from __future__ import annotations

from generator.annotate.cues import cue_kind
from generator.annotate.reported.ground import Ground
from generator.annotate.reporting_clauses import attributing_noun

LEADS = frozenset({"in", "during", "at", "on"})
ARTICLES = frozenset({"a", "an", "his", "her"})
SPOKEN = frozenset({"interview", "speech", "statement", "tweet"})
OCCASIONS = SPOKEN | {"hearing", "conference", "meeting", "debate", "call", "briefing", "testimony", "post", "address"}


def without_occasion(cue: int, words: frozenset[int], ground: Ground) -> frozenset[int]:
    """Return words behind a verb up to the phrase that tells where its source said them, if they end with one."""
    tokens, tree = ground.tokens, ground.tree
    for at in sorted(words):
        if at <= max(cue, min(words)) or tokens[at].text.lower() not in LEADS or not tree.outside(at):
            continue
        noun = ground.child(at, ("pobj",))
        if noun is None or not tree.outside(noun) or tokens[at + 1].text.lower() not in ARTICLES:
            continue
        if _ends_words(at, words, ground) and _is_occasion(at, noun, words, ground):
            return frozenset(word for word in words if word < at)
    return words


def _ends_words(at: int, words: frozenset[int], ground: Ground) -> bool:
    """Return whether nothing stands behind a phrase but the day of it, and stops."""
    rest = [ground.tokens[word] for word in words - ground.below(at) if word > at]
    return all(token.pos in ("PUNCT", "ADP") or token.entity in ("DATE", "TIME") for token in rest)


def _is_occasion(at: int, noun: int, words: frozenset[int], ground: Ground) -> bool:
    what = ground.tokens[noun].lemma.lower()
    if not ground.tree.outside(at - 1):
        return what in OCCASIONS or attributing_noun(ground.tokens[noun])
    told = any(cue_kind(ground.tokens[word].text) for word in words if word < at)
    return what in SPOKEN and not told
