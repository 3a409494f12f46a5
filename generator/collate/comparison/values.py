"""Measured and counted values in sentences: the number, what it measures, how exact it is, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from generator.collate.comparison.sentences import ComparedSentence
from generator.collate.comparison.value_words import (
    Hedge,
    currencies,
    fates,
    happenings,
    hedges,
    plurals,
    struck,
    thing_of,
    things,
    units,
)
from generator.collate.timeline.actors import people_stems
from generator.collate.words.numbers import SCALES, number_words, read_number
from generator.collate.words.stems import stem_of
from generator.collate.words.tokens import Word
from generator.days import MONTH_NUMBERS
from generator.records import Span

_CURRENCIES = "$€£¥₹"
MAX_HEDGE = 3  # words of the longest hedge
LEAST_IN_PARTS = 10.0  # from here on a count may have decimals: "412.25 delegate votes"
QUALIFIER = 6  # weight from which a word may stand between a number and what it counts: "six armed robbers"
FATE_REACH = 9
OF_ONE_UNIT = frozenset(["late", "length"])  # manners in which "an hour" is a length, where "for a year" may be a while
# Units that are singular behind a number only where they stand before a noun: "a 40 minute delay".
CLOCKED = frozenset(["minute", "hour"])
ATTRIBUTIVE = frozenset("second minute hour day week month year".split())  # noqa: SIM905
LARGE = 1e6  # from here on a singular counts too: "the 850 million crown line"
REACH = 4  # words after a number among which the thing that is counted stands
PEOPLE = stem_of("people")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_JOINS = re.compile(r"[-–]|\s?[-–]\s?[$€£]")  # between the ends of a range: "40–50", "$40- $50"


@dataclass(frozen=True, slots=True)
class Value:
    """One value as one article words it."""

    sentence: ComparedSentence
    span: Span
    """The number with its hedge and unit: "nearly 90-minute"."""
    number: float
    """In the base of its dimension: seconds, metres, people."""
    dimension: str
    hedge: Hedge
    thing: str
    """Stem of what is measured or counted, one for all words of a group ("talks" is "meeting")."""
    thing_span: Span | None
    manner: str
    """For a duration how it is told: "length", "since", "ago", "for", "late"; for a count what befell those counted."""
    unit: float = 1.0
    """Size of the unit that it is told in, in the base of its dimension: "km" and "kilometres" are one unit."""

    @property
    def is_sum(self) -> bool:
        """Whether it is of money."""
        return self.dimension in _CURRENCIES or self.dimension in currencies().values()


_SCORE = re.compile(r"(?<![\w.-])([A-Za-z]+|\d{1,3})(?: ?[-–] ?|(?: votes?)? to |-to-)([A-Za-z]+|\d{1,3})(?![\w-])")
_VOTED = frozenset("vote votes voted decision ruling majority margin".split())  # noqa: SIM905


def scores_of(sentence: ComparedSentence) -> Iterator[Value]:
    """Yield how votes ended: "a 5-2 vote", "the five-to-two decision", "won by 31 votes to 28". Games are none."""
    text = sentence.span.of(sentence.text)
    if not _VOTED & {word.key for word in sentence.words}:
        return
    for match in _SCORE.finditer(text):
        pair = [_plain_number(part) for part in match.groups()]
        if None in pair:
            continue
        high, low = sorted((number for number in pair if number is not None), reverse=True)
        start = sentence.span.start
        span = Span(start + match.start(), start + match.end())
        yield Value(sentence, span, high * 1000 + low, "score", "exact", "score", None, "")


def _plain_number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    number = number_words().get(word.lower())
    return int(number) if number is not None else None


def is_further(value: Value) -> bool:
    """Return whether a value is added to others: "two extra terms" are not all of them, nor "11 Dutch sailors" behind
    "12 Danish and", nor are "a combined 80 games" those of one club.
    """
    text, told = value.sentence.text, value.span.of(value.sentence.text).lower().replace("more than", "").split()
    before = text[value.sentence.span.start : value.span.start].lower().split()[-3:]
    # "Three cars and 12 lorries" are no sum of one thing.
    other = len(before) == 3 and (before[1] in fates() or before[1] in plurals() or before[1].endswith("s"))
    summed = len(before) == 3 and before[2] == "and" and not value.manner and not other
    added = summed and (before[0].isdigit() or before[0] in number_words())
    return not _FURTHER.isdisjoint(told) or before[-1:] == ["combined"] or added


def is_bar(value: Value) -> bool:
    """Return whether a value is the most of something: "up to $1 million", not "nearly $1 million"."""
    return value.span.of(value.sentence.text).lower().startswith(("up to ", "under ", "below ", "less than "))


def comes_near(value: Value) -> bool:
    """Return whether a value is said to be all but reached: "almost 50" are more than 45."""
    return value.span.of(value.sentence.text).lower().startswith(("almost ", "nearly ", "just under ", "not quite "))


def values_of(sentence: ComparedSentence) -> Iterator[Value]:
    """Yield the values of one sentence. Years, dates, times of day, ages, ordinals and conversions are none."""
    at = 0
    while at < len(sentence.words):
        number, after = read_number(sentence.words, sentence.text, at)
        if number is None:
            if (value := _one_long(sentence, at) or _one_unit(sentence, at)) is not None:
                yield value
            at += 1
            continue
        value = _value(sentence, at, after, number)
        if value is not None and not _is_converted(sentence, at, value):
            yield value
        at = after


def ones_of(sentence: ComparedSentence) -> Iterator[Value]:
    """Yield where one single person is told to have been killed, hurt or lost: "one person", "1 dead"."""
    words = sentence.words
    for at, word in enumerate(words[:-1]):
        behind = words[at + 1]
        if word.key not in ("1", "one") or sentence.text[word.span.end : behind.span.start] != " ":
            continue
        if behind.key in struck():
            span = Span(word.span.start, behind.span.end)
            yield Value(sentence, span, 1.0, "count", "exact", PEOPLE, None, fates()[behind.key])
        elif behind.stem in people_stems() and not _plural(behind) and (fate := _fate(sentence, at, at + 1)):
            span = Span(word.span.start, behind.span.end)
            yield Value(sentence, span, 1.0, "count", "exact", thing_of(behind), behind.span, fate)


def _is_converted(sentence: ComparedSentence, at: int, value: Value) -> bool:
    """Return whether a sum tells the one before it in another currency: "A$1 million (£520,000)"."""
    before = sentence.words[max(0, at - 2) : at]
    opens = bool(before) and sentence.text[before[-1].span.end : value.span.start].strip() in ("(", "[")
    if not opens or not value.is_sum:
        return False
    return any(word.key in SCALES or word.key in number_words() or word.key[-1:].isdigit() for word in before)


def _one_long(sentence: ComparedSentence, at: int) -> Value | None:
    """Return the length of a "week-long fair"."""
    words, text = sentence.words, sentence.text
    if at + 2 >= len(words) or units().get(words[at].key, ("", 0.0))[0] != "duration" or words[at + 1].key != "long":
        return None
    thing, span = _head(words[at + 2 : at + 2 + REACH], text)
    if not thing or text[words[at].span.end : words[at + 1].span.start] != "-":
        return None
    size = units()[words[at].key][1]
    whole = Span(words[at].span.start, words[at + 1].span.end)
    return Value(sentence, whole, size, "duration", "exact", thing, span, "length", size)


def _one_unit(sentence: ComparedSentence, at: int) -> Value | None:
    """Return a length told without a number: "about an hour late", "half an hour of debate"."""
    words = sentence.words
    half = words[at].key == "half"
    after = at + 1 + half
    if after >= len(words) or words[after - 1].key not in ("a", "an") or (at > 0 and words[at - 1].key == "half"):
        return None
    singular = words[after].key in ATTRIBUTIVE
    if not singular or [word.key for word in words[after + 1 : after + 3]] == ["and", "a"]:
        return None
    hedge, start = _hedge(sentence, at)
    value = _measure(sentence, at, after, 0.5 if half else 1.0, hedge, start)
    if value is None or value.manner not in OF_ONE_UNIT:
        return None
    measured = value.manner == "late" or half or hedge != "exact" or words[after].key in CLOCKED
    return value if measured else None  # "a year of service" is no length


def _value(sentence: ComparedSentence, at: int, after: int, number: float) -> Value | None:
    words, text = sentence.words, sentence.text
    first, last = words[at], words[after - 1]
    if _opens_range(sentence, at, after):
        return None
    hedge, start = _hedge(sentence, at)
    if (lowest := _range_below(sentence, at)) is not None:
        least, _ = read_number(words, text, lowest)
        hedge, start = "range", words[lowest].span.start - (text[words[lowest].span.start - 1] in _CURRENCIES)
        number = (number + _scaled(least or 0.0, number)) / 2  # what it is known by
    before = text[first.span.start - 1 : first.span.start]
    if before and before in _CURRENCIES:
        start = min(start, first.span.start - 1)
        thing, thing_span = _thing_near(sentence, at, after)
        return Value(sentence, Span(start, last.span.end), number, before, hedge, thing, thing_span, "")
    if text[last.span.end : last.span.end + 1] == "%":
        thing, thing_span = _thing_near(sentence, at, after)
        return Value(sentence, Span(start, last.span.end + 1), number, "percent", hedge, thing, thing_span, "")
    if after < len(words):
        unit = words[after]
        if unit.stem in currencies() and (unit.key not in units() or hedge):  # "20 pounds" are mostly weighed
            thing, thing_span = _thing_near(sentence, at, after + 1)
            return Value(
                sentence, Span(start, unit.span.end), number, currencies()[unit.stem], hedge, thing, thing_span, ""
            )
        if unit.key in units():
            return _measure(sentence, at, after, number, hedge, start)
    if _is_magnitude(words, at, after):
        end = words[after] if words[after : after + 1] and words[after].key == "magnitude" else last
        return Value(sentence, Span(start, end.span.end), number, "magnitude", hedge, "magnitude", None, "")
    return _count(sentence, at, after, number, hedge, start)


def _opens_range(sentence: ComparedSentence, at: int, after: int) -> bool:
    """Return whether a number is only the least of a range: "40" of "40 to 50 years"."""
    return any(_range_below(sentence, ahead) == at for ahead in (after, after + 1) if ahead < len(sentence.words))


def _range_below(sentence: ComparedSentence, at: int) -> int | None:
    """Return where the least of a range stands of which the number at `at` is the most; None for no range."""
    words, text = sentence.words, sentence.text
    joined = at > 0 and _JOINS.fullmatch(text[words[at - 1].span.end : words[at].span.start]) is not None
    least = at - 1 if joined else at - 2
    if least < 0 or not (words[least].key.isdigit() or words[least].key in number_words()):
        return None
    between = words[at - 1].key == "and" and words[least - 1].key == "between"
    changed = least > 0 and words[least - 1].key == "from"  # "rose from 40 to 50"
    if not (joined or words[at - 1].key == "to" or between) or changed:
        return None
    low, end = read_number(words, text, least)
    high, _ = read_number(words, text, at)
    follows = end == (at if joined else at - 1)
    return least if follows and low is not None and high is not None and low < high else None


def _scaled(least: float, most: float) -> float:
    """Return the least of a range in the measure of its most: 40 million for the "40" of "40 to 50 million"."""
    while least * 1000 <= most and least:
        least *= 1000
    return least


def _is_time(words: Sequence[Word], at: int) -> bool:
    """Return whether a time follows the number at `at`: "over six years" is its length and no bound."""
    return any(word.key in units() and units()[word.key][0] == "duration" for word in words[at + 1 : at + 3])


def _is_magnitude(words: Sequence[Word], at: int, after: int) -> bool:
    """Return whether a number is an earthquake's: "magnitude 6.3", "6.3-magnitude", "measured 6.4"."""
    beside = {word.key for word in (*words[max(0, at - 1) : at], *words[after : after + 1])}
    return "magnitude" in beside or ("measured" in beside and "." in words[at].key)


def _hedge(sentence: ComparedSentence, at: int) -> tuple[Hedge, int]:
    """Return how exact the value is, and where it begins with its hedge."""
    words, text = sentence.words, sentence.text
    for length in range(MAX_HEDGE, 0, -1):
        if at >= length:
            phrase = "-".join(word.key for word in words[at - length : at])
            if phrase in hedges() and not (phrase == "over" and _is_time(words, at)):
                return hedges()[phrase], words[at - length].span.start
    following = text[words[at].span.end : words[at].span.end + 12]
    return ("over" if following.startswith("-plus") or following.startswith("+") else "exact"), words[at].span.start


def _measure(sentence: ComparedSentence, at: int, after: int, number: float, hedge: Hedge, start: int) -> Value | None:
    words, text = sentence.words, sentence.text
    unit = words[after]
    dimension, size = units()[unit.key]
    if (words[after + 1 : after + 2] and words[after + 1].key == "old") or _opens_with(words, at, ("aged", "age")):
        return None  # somebody's age is told beside them, not compared
    span = Span(start, unit.span.end)
    manner, thing, thing_span = _manner(sentence, at, after, text, before_noun=number >= 2 and unit.key in ATTRIBUTIVE)
    if dimension == "duration" and not manner:
        return None
    return Value(sentence, span, number * size, dimension, hedge, thing, thing_span, manner, size)


def _opens_with(words: Sequence[Word], at: int, keys: tuple[str, ...]) -> bool:
    return at > 0 and words[at - 1].key in keys


# "40 years in prison" is the length of a sentence.
_SERVED = frozenset([("in", "prison"), ("in", "jail"), ("behind", "bars"), ("of", "imprisonment")])
_SENTENCE = stem_of("sentence")
_SENTENCING = frozenset([("sentenced", "to"), ("jailed", "for"), ("imprisoned", "for")])
_DELAYING = frozenset(product(("delayed", "postponed"), ("by", "for")))
_OPENING = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_OF_TIME = {"ago": "ago", "earlier": "before", "later": "after", "before": "before", "after": "after"}


def _manner(
    sentence: ComparedSentence, at: int, after: int, text: str, *, before_noun: bool = False
) -> tuple[str, str, Span | None]:
    """Return how a measure is told and of what: "90-minute delay", "nine hours of debate", "lasted 40 minutes"."""
    words = sentence.words
    rest = words[after + 1 : after + 1 + REACH]
    if _is_delay(sentence, at, after):
        return "late", "", None
    joined = text[words[at].span.end : words[at].span.end + 1] in "-–" or text[words[after].span.end - 1] == "'"
    if (joined or before_noun) and rest:
        return "length", *_head(rest, text)
    if (len(rest) > 1 and (rest[0].key, rest[1].key) in _SERVED) or _is_sentence(sentence, at):
        return "length", _SENTENCE, None
    if rest and rest[0].key == "of":
        return "length", *_head([word for word in rest[1:] if word.key not in _OPENING], text)
    lead = [word.key for word in words[max(0, at - 6) : at]]
    if any(key in ("lasted", "lasting", "lasts", "took", "ran", "spent") for key in lead):
        return "length", *_event_before(sentence, at)
    if _after_of(sentence, at):
        return "length", *_event_before(sentence, at)  # "a debate of nearly nine hours"
    if "in" in lead[-3:] and _is_first(sentence, at):
        return "since", "", None
    if "for" not in lead[-3:] and rest and rest[0].key in _OF_TIME:
        manner = _OF_TIME[rest[0].key]
        after_it = [word for word in rest[1:] if word.key not in _OPENING]
        return manner, *(_head(after_it, text) if rest[0].key in ("before", "after") else ("", None))
    for key in reversed(lead[-4:]):
        if key in ("for", "within", "over", "after", "every", "next", "last"):
            return key, *_event_before(sentence, at)
    return "", "", None


def _is_delay(sentence: ComparedSentence, at: int, after: int) -> bool:
    """Return whether a time tells how late something is: "left 40 minutes late", "delayed by 40 minutes"."""
    words = sentence.words
    behind = [word.key for word in words[after + 1 : after + 3]]
    start = _hedge(sentence, at)[1]
    before = [word.key for word in words[max(0, at - MAX_HEDGE - 2) : at] if word.span.end <= start][-2:]
    return behind[:1] in (["late"], ["delay"]) or behind == ["behind", "schedule"] or tuple(before) in _DELAYING


def _is_sentence(sentence: ComparedSentence, at: int) -> bool:
    """Return whether somebody is sentenced to a time: "was sentenced to nearly three years", "jailed for 12 years"."""
    start = _hedge(sentence, at)[1]
    before = [word.key for word in sentence.words[max(0, at - MAX_HEDGE - 2) : at] if word.span.end <= start]
    return tuple(before[-2:]) in _SENTENCING


def _after_of(sentence: ComparedSentence, at: int) -> bool:
    start = _hedge(sentence, at)[1]
    before = [word.key for word in sentence.words[max(0, at - MAX_HEDGE - 1) : at] if word.span.end <= start]
    return before[-1:] == ["of"]


def _is_first(sentence: ComparedSentence, at: int) -> bool:
    """Return whether the sentence tells of the first, or the -est, of its kind: "the worst drought in 30 years"."""
    lead = [word.key for word in sentence.words[:at]]
    return any(key in ("first", "worst", "most", "least") or (key.endswith("est") and len(key) > 5) for key in lead)


def _head(words: Sequence[Word], text: str) -> tuple[str, Span | None]:
    """Return the last noun-like word of a phrase: up to the first common word or mark."""
    held: Word | None = None
    for word in words:
        if word.span.of(text).endswith(("'s", "’s")):
            continue  # "the nation's emissions" are emissions
        before = text[word.span.start - 1]
        if (word.weight < 5 and word.key not in things()) or before not in " -–":
            break
        if held is None and text[word.span.start - 2] in ",;:":
            break
        held = word
        if word.key in things() or text[word.span.end : word.span.end + 1] not in (" ", "-"):
            break
    return (thing_of(held), held.span) if held else ("", None)


def _event_before(sentence: ComparedSentence, at: int) -> tuple[str, Span | None]:
    for word in reversed(sentence.words[:at]):
        if word.key in happenings():
            return thing_of(word), word.span
    return "", None


def _thing_near(sentence: ComparedSentence, at: int, after: int) -> tuple[str, Span | None]:
    """Return what money or a share is of: "a $40m contract", "40 % of voters"."""
    rest = list(sentence.words[after : after + REACH + 1])
    if rest and rest[0].key in ("of", "in", "for"):
        rest = [word for word in rest[1:] if word.key not in ("the", "all", "its", "their", "a")]
    if rest and rest[0].key in ("last", "next", "this", "per"):
        return "", None  # "$40 million last year"
    thing, span = _head(rest, sentence.text)
    return ("", None) if span is not None and span.of(sentence.text).lower() in units() else (thing, span)


def _count(sentence: ComparedSentence, at: int, after: int, number: float, hedge: Hedge, start: int) -> Value | None:
    words, text = sentence.words, sentence.text
    # No "1.5 times": only what is counted in parts of one, of which there are many.
    if (
        number < 2
        or (number != int(number) and number < LEAST_IN_PARTS)
        or _is_date(sentence, at, after)
        or _in_name(sentence, at, after)
    ):
        return None
    held: Word | None = None
    previous_end = words[after - 1].span.end
    for word in words[after : after + REACH]:
        gap = text[previous_end : word.span.start]
        further = word.key in _FURTHER
        if (
            not gap  # "9News"
            or gap.strip() not in ("", "-")
            or word.key.isdigit()
            or (word.weight < QUALIFIER and word.key not in plurals() and not further)
        ):
            break
        previous_end = word.span.end
        joined = gap == "-" and word.weight >= QUALIFIER and word.key.isalpha()  # "a 12-bed ward"
        if not further and (_plural(word) or joined or (number >= LARGE and word.weight >= QUALIFIER)):
            held = _end_of_noun(words, word, text)
            break
    fate = fates()["toll"] if _told_as_toll(words, at) else _fate(sentence, at, after)
    if (held is not None and held.stem in _FRACTIONS) or _in_ten(sentence, at):
        return None
    if held is None:
        if not fate or not (_beside_fate(words, at, after) or _told_as_toll(words, at)):
            return None
        return Value(sentence, Span(start, words[after - 1].span.end), number, "count", hedge, PEOPLE, None, fate)
    if held.key in units():
        return None
    if held.key in fates() and held.key in plurals():  # "31 injured", "five more wounded"
        return Value(sentence, Span(start, held.span.end), number, "count", hedge, PEOPLE, None, fates()[held.key])
    # "12 dead and nine others injured" are people.
    thing = PEOPLE if held.key == "others" and fate else thing_of(held)
    return Value(sentence, Span(start, held.span.end), number, "count", hedge, thing, held.span, fate)


def _end_of_noun(words: Sequence[Word], held: Word, text: str) -> Word:
    """Return the plural right behind another word that ends in "s": "organisations" of "three news organisations"."""
    following = words[words.index(held) + 1 :][:1]
    for word in following:
        close = text[held.span.end : word.span.start] == " " and text[word.span.start].islower()
        if close and _plural(word) and word.key not in fates() and word.key not in units() and word.weight >= QUALIFIER:
            return word
    return held


def _in_name(sentence: ComparedSentence, at: int, after: int) -> bool:
    """Return whether a number in digits is a part of a name: "Channel 4 News", "the eVan 6 Pro", "six QT-81 radios"."""
    words, text = sentence.words, sentence.text
    if not 0 < at < after < len(words) or not words[at].key.isdigit():
        return False
    if words[at - 1].span.of(text).isupper() and words[at - 1].key.isalpha():  # capitals throughout
        joined = text[words[at - 1].span.end : words[at].span.start].strip() == "-"
        if joined or (at > 1 and _plain_number(words[at - 2].key) is not None):
            return True
    around = (words[at - 1], words[after])
    gaps = (text[around[0].span.end : words[at].span.start], text[words[after - 1].span.end : around[1].span.start])
    before, behind = (word.span.of(text) for word in around)
    return before != before.lower() and behind[0].isupper() and gaps == (" ", " ")


def _beside_fate(words: Sequence[Word], at: int, after: int) -> bool:
    """Return whether a number without a noun counts people: "injuring more than 200", "200 were injured"."""
    return any(word.key in struck() for word in (*words[max(0, at - 3) : at], *words[after : after + 3]))


def _told_as_toll(words: Sequence[Word], at: int) -> bool:
    """Return whether a number is a toll: "the death toll has risen to 52"."""
    lead = [word.key for word in words[max(0, at - 2 * FATE_REACH) : at]]
    return "toll" in lead and bool({"to", "at", "of"} & set(lead[-3:]))


def _is_date(sentence: ComparedSentence, at: int, after: int) -> bool:
    word = sentence.words[at]
    if _YEAR.fullmatch(word.key):
        return True
    around = [*sentence.words[max(0, at - 1) : at], *sentence.words[after : after + 1]]
    return any(each.key in MONTH_NUMBERS for each in around)


def _plural(word: Word) -> bool:
    return word.key in plurals() or (
        word.key.endswith("s") and not word.key.endswith(("ss", "us", "is")) and len(word.key) > 3
    )


_FURTHER = frozenset(["more", "other", "additional", "further", "new", "extra"])
_FRACTIONS = frozenset(map(stem_of, ("third", "quarter", "fifth", "tenth", "half", "point", "time")))


def _in_ten(sentence: ComparedSentence, at: int) -> bool:
    """Return whether the number ends a share: "four in 10 voters"."""
    lead = sentence.words[max(0, at - 2) : at]
    return len(lead) == 2 and lead[1].key in ("in", "of") and (lead[0].key in number_words() or lead[0].key.isdigit())


def _fate(sentence: ComparedSentence, at: int, after: int) -> str:
    """Return what befell those counted: the nearest such word, within the same clause if there is one."""
    ahead = [(distance, word) for distance, word in enumerate(sentence.words[after : after + FATE_REACH], start=1)]
    behind = [
        (distance, word)
        for distance, word in enumerate(reversed(sentence.words[max(0, at - FATE_REACH) : at]), start=1)
    ]
    for _, word in sorted([*ahead, *behind], key=lambda pair: (pair[0], pair[1].span)):
        if word.key in fates() and not _clause_between(sentence, word, sentence.words[at]):
            return fates()[word.key]
    return ""


def _clause_between(sentence: ComparedSentence, one: Word, other: Word) -> bool:
    first, second = sorted((one, other), key=lambda word: word.span)
    between = sentence.text[first.span.end : second.span.start]
    return "," in between or ";" in between or " and " in between
