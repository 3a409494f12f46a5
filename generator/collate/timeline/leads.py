"""What an article opens with is a happening of the story even if no source dates it and no other article tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.collate.timeline.lexicon import is_somebody
from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.grammar import NAMES, Grammar
from generator.records import ArticleId

OPENING = 2  # sentences


def opens_an_article(mentions: Sequence[EventMention], grammars: Mapping[ArticleId, Grammar]) -> bool:
    """Return whether one of the first sentences of an article has it as its main clause, told as done by somebody.

    Not "the plan argued for strikes", nor "Ito has made a career of sailing", which is no news.
    """
    return any(
        mention.sentence < OPENING
        and mention.finite
        and mention.word == mention.clause
        and mention.mood == "reported"
        and not mention.negated
        and not mention.quoted
        and _is_done_by_somebody(grammars[mention.article_id], mention.word)
        for mention in mentions
    )


def _is_done_by_somebody(grammar: Grammar, verb: int) -> bool:
    words, subject = grammar.words, grammar.own_subject(verb)
    if words[verb].dep != "ROOT" or subject is None or not grammar.is_past(verb) or grammar.is_perfect(verb):
        return False
    return words[subject].tag in NAMES or is_somebody(words[subject].lemma.lower())
