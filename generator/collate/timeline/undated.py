"""What no source dates is an entry only if several articles tell it, and not only something of its kind.

"Ito told reporters that the pier was safe" and "Dahl told reporters that it was not" have the telling in common. Where
a day agrees it says more than a verb; without one nothing else brings what one article alone tells onto a timeline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from generator.annotate.cues import cue_kind
from generator.collate.timeline.actors import may_be_same
from generator.collate.timeline.labels import Label
from generator.collate.timeline.mentions.event_mention import EventMention, MentionPlace
from generator.collate.timeline.mentions.grammar import Grammar
from generator.collate.timeline.repeats import Stems, telling
from generator.records import ArticleId

SEVERAL = 2  # articles
MORE = (
    2  # words that two sentences share who do not name one actor: "Ito expressed concern", "voters expressed concern"
)
_GOES_ON = frozenset(["ccomp", "xcomp", "conj", "parataxis"])  # by these a clause tells on what the one above it tells


def is_told_by_several(
    mentions: Sequence[EventMention],
    label: Label,
    sure: Set[MentionPlace],
    grammars: Mapping[ArticleId, Grammar],
) -> bool:
    """Return whether several articles tell what a label of no day tells.

    `sure`: the sentences that surely do. Beside them an article counts that has the same done, by nobody else and to
    nothing else, and shares with the label's clause a word that says more of it than what is done and who does it. Of
    21 entries of forty folders that had one sure article, this kept seven of the nine that two articles tell, and four
    of the other twelve.
    """
    told, telling_it = label.mention, {article_id for article_id, _ in sure}
    if len(telling_it) >= SEVERAL or told is None:
        return len(telling_it) >= SEVERAL
    if not _is_its_own(told, label, grammars[told.article_id]):
        return False
    acts = frozenset(stem for mention in mentions for stem, distance in mention.content if not distance)
    words = (_words_of(told) | _plain(telling(label.text))) - acts
    telling_it |= {told.article_id}
    telling_it |= {mention.article_id for mention in mentions if _tells_of_it(mention, told, words)}
    return len(telling_it) >= SEVERAL


def _is_its_own(told: EventMention, label: Label, grammar: Grammar) -> bool:
    """Return whether a label begins with what is told, or with who said it: not "Ito asked, before | it began"."""
    at = told.clause
    while at != label.verb:
        above = grammar.clause_above(at)
        if label.verb is None or above is None:
            return label.verb is None
        if grammar.words[at].dep not in _GOES_ON:
            return False
        at = above
    return True


def _tells_of_it(mention: EventMention, told: EventMention, words: Stems) -> bool:
    to = {mention.done_to, told.done_to} - {""}
    if len(to) > 1 and all(each.startswith("@") for each in to):
        return False
    beside = {mention.doer, told.doer, *_names_of(mention.doer), *_names_of(told.doer)}
    if cue_kind(told.printed) == "speech":  # who hears it, "reporters"
        beside |= to
    shared = (words & _words_of(mention)) - beside
    # "The panel found no evidence", "the inspectors found no evidence of fraud": others are named for what they do.
    return len(shared) >= (1 if may_be_same({mention.doer}, {told.doer}) else MORE)


def _names_of(actor: str) -> Stems:
    """Return the names of a person, of which each may stand alone; none for what a noun names."""
    return telling(actor.replace("-", " ")) if actor.startswith("@") else frozenset()


def _words_of(mention: EventMention) -> Stems:
    return _plain(telling(" ".join(mention.words)))


def _plain(stems: Stems) -> Stems:
    """Return stems without those in digits, which tell as little as the amount of another thing."""
    return frozenset(stem for stem in stems if not stem[0].isdigit())
