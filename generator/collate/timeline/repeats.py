"""Entries that tell one happening twice under one day, as their labels show: they become one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain

from generator.collate.timeline.dating import OPEN, When
from generator.collate.timeline.labels import DOUBTFUL, Label
from generator.collate.timeline.lexicon import named, stems_in
from generator.collate.timeline.mentions.event_mention import EventMention, tell_other_shares
from generator.collate.timeline.nominal import is_bare_weekday, is_of_these_days
from generator.collate.words.stops import is_function_stem
from generator.days import bounds, exact
from generator.records import AnnotatedArticle

# Cosine of the labels' telling words, each weighed by the square of its rarity in the folder. Of 41 pairs read from
# sixty folders three of four above it told one happening.
ALIKE = 0.3
SAME = 0.8  # ... of labels of one sentence
HELD = 0.8  # share of the shorter label's weight that the longer one of another sentence holds

Stems = frozenset[str]
_QUOTES = frozenset("“‘\"'")


def told_once(
    labels: Mapping[int, Label],
    whens: Sequence[When],
    happenings: Sequence[Sequence[EventMention]],
    rarity: LabelRarity,
    are_one: Callable[[int, int], bool] = lambda one, other: False,
    are_surely_one: Callable[[int, int], bool] = lambda vague, other: False,
    near: Callable[[int], Iterable[int]] | None = None,
) -> dict[int, list[EventMention]]:
    """Return the mentions of each entry that stays, by its index; those of what repeats it are among them.

    "Dahl revealed new recordings on Monday" of one source and "On Monday Dahl released a recording" of another are one
    entry, under the label of the more reported. What one sentence tells as two happenings stays two: "Dahl gave himself
    up on Monday after he was charged". What only another happening dates is left out where another label holds its
    words. `are_one` tells of two entries of a day whether they are one in other words, `are_surely_one` of a vaguer and
    a surer one; `near` which entries may be surely one with another: any where it is not given.
    """
    stems = {index: telling(label.text) for index, label in labels.items()}
    loosely = {index: is_bare_weekday(whens[index].words) for index in labels if _is_told_by_words(whens[index])}
    """Those that only words date, and whether that is the day of a week."""
    places = {index: {mention.place for mention in happenings[index]} for index in labels}
    days: dict[str, list[int]] = {}
    loose_told: list[int] = []
    told: dict[int, list[EventMention]] = {}
    coming = {index: _is_of_a_plan(happenings[index], label) for index, label in labels.items()}
    for index in sorted(labels, key=lambda at: (coming[at], _is_worse(labels[at]), -len(places[at]), at)):
        if whens[index].through and any(labels[index].text in labels[other].text for other in told):
            continue
        day = whens[index].day
        same = (
            other
            for other in days.get(day, ())
            if labels[index].text in labels[other].text
            or rarity.repeats(stems[index], stems[other], apart=places[index].isdisjoint(places[other]))
            or are_one(index, other)
            if not _tell_other_shares(labels[index], labels[other])
        )
        # "Yesterday" of an article of which nobody knows the day may be another one's Monday.
        loose = (
            other
            for other in (loose_told if index in loosely else ())
            if not (loosely[index] and loosely[other]) and are_one(index, other)
        )
        kept = next(chain(same, loose), index)
        if kept == index:
            days.setdefault(day, []).append(index)
            if index in loosely:
                loose_told.append(index)
        told.setdefault(kept, []).extend(happenings[index])
    for index, other in _told_exactly(list(told), whens, are_one).items():
        told[other] += told.pop(index)
    for index in sorted(told, key=lambda at: (_length(whens[at]), at), reverse=True):
        others = (other for other in (near(index) if near else told) if other != index and other in told)
        surer = [other for other in others if _is_vaguer(index, other, whens, coming)]
        surer = [other for other in surer if are_surely_one(index, other)]
        if len(surer) == 1:  # where two would do nobody knows which
            told[surer[0]] += told.pop(index)
    return {index: sorted(told[index], key=lambda mention: mention.key) for index in sorted(told)}


def worded_once(
    told: Mapping[int, list[EventMention]],
    labels: Mapping[int, Label],
    whens: Sequence[When],
    is_beside: Callable[[EventMention], bool] = lambda mention: False,
    tells_of: Callable[[Label, Label], bool] = lambda whole, part: False,
    near: Callable[[int], Iterable[int]] | None = None,
) -> dict[int, list[EventMention]]:
    """Return the entries without those that print the very words of another one under a day that is not theirs.

    "Ito said on Monday that the pier will close on Friday" of the sentence's Monday stays, and is no entry of Friday.
    What is left out lends the other no sources, since these tell of its own day. All eleven such pairs that readers
    found in a hundred folders told one happening twice. `is_beside`: of a second deed, "sank in June and | was raised
    on Saturday", which is told by the same words and has its own day; `tells_of` of a label that only leads up to what
    another one tells; `near` which entries have words of their labels in common, any where it is not given.
    """
    same: dict[str, list[int]] = {}
    for index in sorted(told):
        same.setdefault(labels[index].text, []).append(index)
    first = {min(group, key=lambda at: _distance(labels[at], whens[at], told[at])) for group in same.values()}
    kept = [index for index in sorted(told) if index in first or _is_of(labels[index], is_beside)]
    staying = {*kept}
    pairs = (
        (one, other) for one in kept for other in (near(one) if near else kept) if other != one and other in staying
    )
    within = ((one, other) for one, other in pairs if labels[other].text in labels[one].text)
    twice = {_repeated(one, other, labels) for one, other in within if tells_of(labels[one], labels[other])}
    return {index: told[index] for index in kept if index not in twice}


def _repeated(whole: int, part: int, labels: Mapping[int, Label]) -> int:
    """Return which of two entries goes of which the one holds the words that the other tells under another day.

    "The Post reported in April that Ito met Dahl on 11 January" goes beside "Ito met Dahl on 11 January", and "fees
    would fall by 2030" beside "Ito pledged in 2020 that fees would fall by 2030".
    """
    return part if _is_of(labels[part], lambda mention: mention.planned) else whole


def _is_of(label: Label, is_beside: Callable[[EventMention], bool]) -> bool:
    return label.mention is not None and is_beside(label.mention)


def _distance(label: Label, when: When, mentions: Sequence[EventMention]) -> tuple[object, ...]:
    """Return a key by which the entry comes first whose day is that of the words of its label."""
    told = label.mention
    return (
        not when.date and not when.words,
        told is None or told.planned,
        bool(when.through),
        told is None or label.verb != told.clause or told.word != told.clause,  # the verb that they begin with
        told.trigger.start if told else 0,
        mentions[0].key,
    )


def _told_exactly(told: Sequence[int], whens: Sequence[When], are_one: Callable[[int, int], bool]) -> dict[int, int]:
    """Return the entries of a month or year that another one tells with its day, each with that one.

    "Ito confirmed her meeting in June with the owner" beside "Ito met the owner on 9 June".
    """
    exact = [index for index in told if whens[index].precision == "day" and whens[index].date]
    found: dict[int, int] = {}
    for index in told:
        when = whens[index]
        if when.date is None or when.end or when.precision not in ("month", "year"):
            continue
        within = [other for other in exact if (whens[other].date or "").startswith(when.date)]
        same = [other for other in within if are_one(index, other)]
        if len(same) == 1:
            found[index] = same[0]
    return found


def _is_vaguer(one: int, other: int, whens: Sequence[When], coming: Mapping[int, bool]) -> bool:
    """Return whether the second of two entries may tell with its day what the first tells of no day or a longer time.

    "Ito was fined" beside "fined on Monday", "fined last year" beside "on 9 June", "over the weekend" beside
    "on Saturday"; and "will be fined this week" beside "was fined on Monday".
    """
    vague, sure = whens[one], whens[other]
    if not sure.day or (coming[other] and not coming[one]):
        return False
    if vague == OPEN:
        return True
    if vague.end and not _is_a_weekend(vague):
        return False  # a visit of two days, a term of office: they took all that time
    if vague.date:
        around, within = _span_of(vague), _span_of(sure)
        if around is None or within is None or not (around[0] <= within[0] and within[1] <= around[1]):
            return False
        return around != within
    # "Monday" of an article without a day is no other day.
    return bool(sure.date) and not exact(vague.place)


def _is_a_weekend(when: When) -> bool:
    span = _span_of(when)
    return span is not None and span[0].weekday() == SATURDAY and (span[1] - span[0]).days == 1


def _span_of(when: When) -> tuple[date, date] | None:
    """Return the first and last day that a date can mean; None: it has none."""
    return (bounds(when.date)[0], bounds(when.end or when.date)[1]) if when.date else None


def _length(when: When) -> int:
    """Return how many days a date can mean; of what has none more than any."""
    span = _span_of(when)
    return (span[1] - span[0]).days if span else MANY - bool(when.words)


MANY = 10**6
SATURDAY = 5


def _is_of_a_plan(mentions: Sequence[EventMention], label: Label) -> bool:
    """Return whether what dates an entry tells of a plan, or its label only for when it was set."""
    sets = label.mention is not None and label.mention.printed in _words_that_set_a_day()
    return sets or all(mention.planned for mention in mentions if mention.dating)


def _is_worse(label: Label) -> bool:
    """Return whether another label of the same happening is the better one.

    That is one which is hard to understand, one that tells in the present what has its day, as captions do, and one
    that begins with words that somebody said.
    """
    if begins_with_a_quotation(label):
        return True
    if label.mention is None or label.mention.planned:
        return False
    return label.fair < DOUBTFUL or not {"verb=VBZ", "verb=VBP"}.isdisjoint(label.signs)


def begins_with_a_quotation(label: Label) -> bool:
    """Return whether a label tells first what somebody said."""
    return label.text[:1] in _QUOTES


@cache
def _words_that_set_a_day() -> frozenset[str]:
    return frozenset(form for word in named("sets-a-day") for form in (word, f"{word}d", f"{word}ed"))


def _tell_other_shares(one: Label, other: Label) -> bool:
    left, right = (label.mention.shares if label.mention else frozenset[str]() for label in (one, other))
    return tell_other_shares(left, right)


def _is_told_by_words(when: When) -> bool:
    """Return whether only words date it, of which two may mean one day: "yesterday" and "on Monday"."""
    return not when.date and is_of_these_days(when.words, when.place)


def telling(text: str) -> Stems:
    """Return the stems of the words that say what a text is about."""
    return frozenset(stem for stem in stems_in(text) if not is_function_stem(stem))


class LabelRarity:
    """How much a word tells in the sentences of a folder."""

    def __init__(self, articles: Iterable[AnnotatedArticle]) -> None:
        self._held: Counter[str] = Counter()
        self._count = 0
        self._sums: dict[Stems, float] = {}
        self._weights: dict[str, float] = {}
        for found in articles:
            for sentence in found.sentences:
                self._held.update(telling(sentence.span.of(found.article.text)))
                self._count += 1

    def repeats(self, left: Stems, right: Stems, *, apart: bool) -> bool:
        """Return whether two labels tell one happening. `apart`: no sentence stands under both."""
        if left and right and left.isdisjoint(right):
            return False  # as nearly all of one day are
        shared, one, other = self._sum(left & right), self._whole(left), self._whole(right)
        cosine = shared / (math.sqrt(one * other) or 1.0)
        return cosine >= (ALIKE if apart else SAME) or (apart and shared >= HELD * min(one, other))

    def held(self, stems: Stems, within: Stems) -> float:
        """Return the share of the weight of some words that others hold; 0 where there are none."""
        return self._sum(stems & within) / (self._whole(stems) or 1.0)

    def _whole(self, stems: Stems) -> float:
        """Return the sum of a label, which is compared with every other one of its day."""
        if stems not in self._sums:
            self._sums[stems] = self._sum(stems)
        return self._sums[stems]

    def _sum(self, stems: Stems) -> float:
        return sum(self._weight(stem) for stem in sorted(stems))

    def _weight(self, stem: str) -> float:
        if stem not in self._weights:
            self._weights[stem] = math.log((1 + self._count) / (0.5 + self._held[stem])) ** 2
        return self._weights[stem]
