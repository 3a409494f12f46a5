"""What an article opens with is a happening of the story even if no source dates it and no other article tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.collate.timeline.mentions.event_mention import EventMention
from generator.collate.timeline.mentions.grammar import Grammar
from generator.records import ArticleId

OPENING = 2  # sentences


def opens_an_article(mentions: Sequence[EventMention], grammars: Mapping[ArticleId, Grammar]) -> bool:
    """Return whether one of the first sentences of an article has it as its main clause, told as done by somebody."""
    return any(
        mention.sentence < OPENING
        and mention.finite
        and mention.word == mention.clause
        and mention.mood == "reported"
        and not mention.negated
        and not mention.quoted
        and grammars[mention.article_id].words[mention.word].dep == "ROOT"
        for mention in mentions
    )
