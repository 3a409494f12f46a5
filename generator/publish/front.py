"""The events that the home page shows: what is main and certain, in words that tell it to who reads nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from generator.publish.edition import Edition
from generator.publish.points import VERBS, words_of_label
from generator.records import Event, Evidence, ParsedWord

OPENING = 5  # sentences of an article: what one source alone tells further down is seldom what the event is about
FEW = 2  # articles of a folder in which what one tells alone is no less certain than the rest
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
PRONOUNS = frozenset(["PRP", "EX", "WP", "WDT"])
FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
POINTING = frozenset(["this", "that", "these", "those"])


def front_events(edition: Edition) -> list[Event]:
    """Return what happened, with its plans, on the days of the story, as far as the home page may show it.

    The rest stands on the timeline: what one source tells in passing, and what no source tells in a whole clause.
    """
    core = {event.date for event in edition.core_events}
    told = [event for event in edition.digest.events if event.date in core and not event.background]
    return [event for event in told if _is_main(edition, event) and is_whole(edition, event)]


def _is_main(edition: Edition, event: Event) -> bool:
    """Return whether two articles tell an event, or one as its own news."""
    if len(event.told_by) > 1 or len(edition.articles) <= FEW:
        return True
    return any(_opens(edition, evidence) for evidence in event.tellers)


def _opens(edition: Edition, evidence: Evidence) -> bool:
    sentences = edition.articles[evidence.article_id].sentences
    return bisect_right(sentences, evidence.span.start, key=lambda one: one.span.start) <= OPENING


def is_whole(edition: Edition, event: Event) -> bool:
    """Return whether a label is a clause with its tense and a subject that names somebody or something.

    An editor's own words, and words of a source that something is left out of to make them a clause, are.
    """
    printed = words_of_label(edition, event)
    if printed is None:
        return True
    found, inside, tops = printed
    return not inside or any(_tells(found.words, top, inside, found.article.text) for top in tops)


def _tells(words: Sequence[ParsedWord], top: int, inside: range, text: str) -> bool:
    """Return whether a word is the finite verb of a clause of those words, and its subject no pronoun."""
    if not words[top].tag.startswith(VERBS):
        return False
    below = [at for at in inside if words[at].head == top and at != top]
    helped = any(words[at].dep in ("aux", "auxpass") and words[at].tag in FINITE for at in below)
    subjects = [at for at in inside if words[at].dep in SUBJECTS and words[words[at].head].tag.startswith(VERBS)]
    own = [at for at in subjects if words[at].head == top] or subjects
    pointing = {text[words[at].start : words[at].end].lower() for at in own} & POINTING
    plain = all(words[at].tag not in PRONOUNS for at in own) and not pointing
    return (helped or words[top].tag in FINITE) and bool(own) and plain
