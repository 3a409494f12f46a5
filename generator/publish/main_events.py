"""Which events are the story: told by several, or by one in words that the heads of the articles have, and which days.

In: the events that the home page may show. Out: those that it does show, by day, the strongest days and of each day the
strongest events, in the order of the timeline.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from generator.annotate.cues import cue_kind
from generator.collate.timeline.standing import Cut, main_verb
from generator.collate.words.stops import empty_words
from generator.publish.edition import Edition
from generator.publish.heads import Heads, story_of, telling_stems
from generator.publish.label_words import words_of_label
from generator.records import Event, Evidence, ParsedWord

OPENING = 5  # sentences of an article: what one source alone tells further down is seldom what the event is about
FEW = 2  # articles of a folder, of which each tells much that the other leaves out
FEWEST_STEMS = 2  # of a label that the heads tell of; one shared word ("police") makes no story
FEWEST_FURTHER_DOWN = 3
OF_STORY = 0.2  # of a label's stems
OF_STORY_FURTHER_DOWN = 0.35
SEEMING = frozenset(["be", "seem", "appear", "remain", "look", "become"])
ALIKE = 0.7  # of the stems of the shorter of two labels of a day: what two people said of each other shares half
DAYS = 4
EVENTS_A_DAY = 3
UNDATED = 6


def is_main(edition: Edition, event: Event, heads: Heads) -> bool:
    """Return whether two articles tell an event, or one in words that the heads of the articles tell of.

    What one alone tells has a word of a title, and tells what was done and not how things were. Further down more of
    its words must be of the story, and that somebody spoke is none of it: "a senator said that he would abstain".
    """
    if len(event.told_by) > 1 or len(edition.articles) == 1:
        return True
    opens = any(_opens(edition, evidence) for evidence in event.tellers)
    if edition.marked("event", event.id, "edited"):
        return opens or len(edition.articles) <= FEW
    titled = heads.titled(event.label)
    if not titled:
        return False
    label, shared = telling_stems(event.label), heads.shared(event.label, event.told_by)
    known = titled | shared
    if opens or len(edition.articles) <= FEW:
        few, enough = min(FEWEST_STEMS, len(label)), OF_STORY * len(label)
        if len(known) < few or max(len(titled), len(shared)) < enough:
            return False
        fit = len(titled) >= enough or not is_spoken(edition, event)
    else:
        of_story = len(known) >= FEWEST_FURTHER_DOWN and len(shared) >= OF_STORY_FURTHER_DOWN * len(label)
        fit = of_story and event.clear and not is_spoken(edition, event)
    return fit and not _tells_a_state(edition, event)


def is_spoken(edition: Edition, event: Event) -> bool:
    """Return whether a label only tells that somebody spoke: "Ito said on Monday that the pier was safe".

    Who agreed, denied or vowed did something.
    """
    verb = _main_verb(edition, event)
    return verb is not None and cue_kind(verb[0].lemma) == "speech" and verb[1] in empty_words()


def _tells_a_state(edition: Edition, event: Event) -> bool:
    """Return whether a label tells how things were, or seemed: "was not at the hearing", "appeared to give way"."""
    verb = _main_verb(edition, event)
    return verb is not None and verb[0].lemma.lower() in SEEMING


def _main_verb(edition: Edition, event: Event) -> tuple[ParsedWord, str] | None:
    """Return the main verb of a label, and how it is printed, lower case."""
    printed = words_of_label(edition, event)
    if printed is None:
        return None
    found, inside, skipped = printed
    cut = Cut(edition.grammar(found.article.id), found.article.text, inside, skipped)
    verb = main_verb(cut)
    return (found.words[verb], cut.word(verb)) if verb is not None else None


def main_days(edition: Edition, events: Sequence[Event], heads: Heads) -> list[tuple[str, list[Event]]]:
    """Return the best told events of the best told days, both in the order of the timeline."""
    rank = partial(_rank, edition, heads)
    by_day = {
        date: _each_once(sorted(group, key=rank)) for date, group in groupby(events, key=lambda event: event.date or "")
    }
    days = sorted(by_day, key=lambda date: rank(by_day[date][0]))[:DAYS]
    chosen = {event.id for date in days for event in by_day[date][:EVENTS_A_DAY]}
    return [(date, [event for event in events if event.date == date and event.id in chosen]) for date in sorted(days)]


def in_order(edition: Edition, events: Sequence[Event], heads: Heads) -> list[tuple[str, list[Event]]]:
    """Return the best told of events without a date, in the order of the timeline, by the words for their days."""
    best = _each_once(sorted(events, key=partial(_rank, edition, heads)))[:UNDATED]
    kept = {event.id for event in best}
    shown = (event for event in events if event.id in kept)
    return [(when, list(group)) for when, group in groupby(shown, key=lambda event: event.when)]


def _rank(edition: Edition, heads: Heads, event: Event) -> tuple[int, bool, int]:
    known = heads.shared(event.label, event.told_by) | heads.titled(event.label)
    return -edition.independent(event.told_by), is_spoken(edition, event), -len(known)


def _each_once(events: Sequence[Event]) -> list[Event]:
    """Return the events of a day without what one before them tells in much the same words."""
    kept: list[tuple[Event, frozenset[str]]] = []
    for event in events:
        label = telling_stems(event.label)
        if not any(len(label & other) >= ALIKE * min(len(label), len(other)) for _, other in kept):
            kept.append((event, label))
    return [event for event, _ in kept]


def _opens(edition: Edition, evidence: Evidence) -> bool:
    told = story_of(edition.articles[evidence.article_id])
    return bisect_right(told, evidence.span.start, key=lambda one: one.span.start) <= OPENING
