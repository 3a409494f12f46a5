"""Which dated happenings become entries of the timeline, so that no words are told twice under one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set

from generator.collate.timeline.dating import When
from generator.collate.timeline.labels import DOUBTFUL, Label
from generator.collate.timeline.lexicon import named
from generator.collate.timeline.mentions.event_mention import EventMention, is_of_one_article
from generator.collate.timeline.mentions.find import PERCENT
from generator.collate.timeline.sayings import Sayings
from generator.collate.timeline.weighing import ENTRIES, entry_signs
from generator.records import ArticleId, Span
from generator.weights import likelihood

_EntryPlace = tuple[ArticleId, int | Span]
"""A sentence, by its index, or a time expression of an article."""
SEVERAL = 3  # a happening without a day is told when at least one article in so many reports it
# What one article alone tells is left out below both bars: odds that its label can stand, likelihood that an editor
# would have it on a timeline. Of 1,656 such entries that readers judged, with weights from other folders, 241 are: 3
# good ones, 58 that tell a happening in words that nobody understands, 180 that tell none worth an entry.
UNDERSTOOD = -1.1
HAPPENING = 0.5
# Bars of what one article alone tells, without a day, in its first sentences. Of the ten above both in 31 folders that
# readers judged six were main happenings that they missed.
UNDOUBTED = 1.0
CERTAIN = 0.75
MOSTLY = 0.6  # share of its places that a second event word may have in common with the first and still be told


def chosen(
    happenings: Sequence[Sequence[EventMention]],
    whens: Sequence[When],
    label_of: Callable[[int], Label],
    articles: int,
    sayings: Sayings,
    leads: Set[int] = frozenset(),
) -> dict[int, Label]:
    """Return the happenings that are told, by their index, each with its label. `articles`: how many there are.

    `leads`: those that an article opens with. One that nobody dates and one article alone tells is told where its words
    are clear, and clearly tell a happening.
    """
    leads = leads if 1 < articles <= SEVERAL else frozenset()  # of many articles one alone is too few
    known = {i for i, when in enumerate(whens) if _may_be_told(happenings[i], when, articles, sayings)}
    worth = sorted(known | leads)
    labels = {i: label for i in worth if _has_words(label := label_of(i), happenings[i], whens[i])}
    labels = {i: label for i, label in labels.items() if _is_worth_it(label, happenings[i], whens[i], articles)}
    labels = {
        i: label
        for i, label in labels.items()
        if i in known or _is_clear_lead(label, happenings[i], whens[i], articles)
    }
    return {i: labels[i] for i in _each_once(labels, happenings, whens)}


def _is_clear_lead(label: Label, mentions: Sequence[EventMention], when: When, articles: int) -> bool:
    """Return whether what an article opens with may be told on its word alone, though no source dates it."""
    signs = [*label.signs, *entry_signs(mentions, when, articles)]
    return label.fair >= UNDOUBTED and likelihood(ENTRIES, signs) >= CERTAIN


def _may_be_told(mentions: Sequence[EventMention], when: When, articles: int, sayings: Sayings) -> bool:
    """Return whether a happening is worth an entry if it has words: it has a day, or several articles report it."""
    if when.date is None:
        return bool(when.words) or sayings.are_carried(mentions) or _is_known_to_several(mentions, articles)
    return not when.through or _stands_alone(mentions, when)


def _has_words(label: Label, mentions: Sequence[EventMention], when: When) -> bool:
    """Return whether the sources have words for a happening that a reader understands by themselves."""
    single = is_of_one_article(mentions)
    if label.own or (single and (not label.rich or label.broken or (label.far and when.precision != "day"))):
        return False
    if when.date is None and (not when.words or all(m.told is None or m.told.anchor for m in mentions)):
        return label.alone
    return label.whole or label.named


def _is_worth_it(label: Label, mentions: Sequence[EventMention], when: When, articles: int) -> bool:
    """Return whether what one article alone tells has words that a reader understands, and tells a happening."""
    if label.mention is None or not is_of_one_article(mentions):
        return True
    if label.lent and label.fair < DOUBTFUL:
        return False
    if _is_a_figure(label, when):
        return False
    signs = [*label.signs, *entry_signs(mentions, when, articles)]
    return label.fair >= UNDERSTOOD or likelihood(ENTRIES, signs) >= HAPPENING


def _is_a_figure(label: Label, when: When) -> bool:
    """Return whether words give a share of something in a month or year: "coal was 37 % of the fuel burned in 2012".

    Not what a person is told to have done about one: "Ito pledged in 2009 to cut it by 17 %".
    """
    if label.mention is None or label.mention.planned or when.precision not in ("month", "quarter", "year"):
        return False
    return not label.mention.doer.startswith("@") and PERCENT.search(label.text) is not None


def _each_once(
    labels: Mapping[int, Label], happenings: Sequence[Sequence[EventMention]], whens: Sequence[When]
) -> list[int]:
    """Return the indices of the happenings that are told, in their order.

    "A fire destroyed the mill on Monday" has two event words and one "Monday": the word that more sentences share is
    told, the other only where a sentence gives it a time of its own.
    """
    told: list[int] = []
    used: dict[tuple[str, _EntryPlace], list[int]] = {}
    covered: set[_EntryPlace] = set()
    for index in sorted(labels, key=lambda index: _rank(happenings[index], whens[index])):
        mentions, when = happenings[index], whens[index]
        single = is_of_one_article(mentions)
        # Of what one article alone dates with words, in a sentence that tells another entry, too much tells of nothing.
        if when.date is None and (single or not when.day) and _is_told(mentions, covered):
            continue
        if not when.day:
            told.append(index)
            covered |= _sentences(mentions)
            continue
        needs = _needs(mentions, when)
        shared = Counter(other for place in needs for other in used.get((when.day, place), ()))
        if shared and max(shared.values()) >= MOSTLY * len(needs):
            continue
        for place in _covered(mentions):
            used.setdefault((when.day, place), []).append(index)
        covered |= _sentences(mentions)
        told.append(index)
    return sorted(told)


def _is_known_to_several(mentions: Sequence[EventMention], articles: int) -> bool:
    """Return whether a happening without a day is worth telling: at least two articles report it as done."""
    done = [mention for mention in mentions if mention.finite and mention.mood == "reported" and not mention.negated]
    told = len({mention.article_id for mention in done if not mention.quoted})
    return told > 1 and told * SEVERAL >= articles


def _sentences(mentions: Sequence[EventMention]) -> set[_EntryPlace]:
    return {mention.place for mention in mentions}


def _is_told(mentions: Sequence[EventMention], covered: set[_EntryPlace]) -> bool:
    """Return whether most of the sentences that report a happening without a day stand under another entry."""
    places = _sentences(mentions)
    return len(places & covered) >= MOSTLY * len(places)


def _rank(mentions: Sequence[EventMention], when: When) -> tuple[object, ...]:
    """Own days before days through another happening, any before none; listed event words and many mentions first."""
    return (
        when.date is None,
        not when.words,
        bool(when.through),
        not any(mention.listed for mention in mentions),
        -len(mentions),
        mentions[0].key,
    )


def _stands_alone(mentions: Sequence[EventMention], when: When) -> bool:
    """Return whether a happening dated through another one is worth an entry: a gathering within a visit is."""
    if when.through == "during":
        return any(named("occasions") & set(mention.families) for mention in mentions)
    return any(mention.listed for mention in mentions)


def _needs(mentions: Sequence[EventMention], when: When) -> frozenset[_EntryPlace]:
    """Return what it must not mostly share with another entry of its day; empty: it may share everything."""
    if when.through == "later":
        return frozenset(_sentences(mentions))
    times = ((mention.article_id, mention.time or mention.told) for mention in mentions)
    return frozenset((article_id, time.span) for article_id, time in times if time)


def _covered(mentions: Sequence[EventMention]) -> frozenset[_EntryPlace]:
    times = ((m.article_id, time) for m in mentions for time in (m.time, m.weak_time, m.told) if time)
    spans: set[_EntryPlace] = {(article_id, time.span) for article_id, time in times}
    return frozenset(spans | _sentences(mentions))
