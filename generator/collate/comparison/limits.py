"""What limits a value: which things it is of, whose, doing what, where and when. Of one thing only if all of it is one.

Two numbers contradict each other only where nothing else tells their things apart: "58 wins" and "51 wins coming by
knockout" are both right, as are the points of a season and those of a game.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from generator.collate.comparison.measured import Measured
from generator.collate.comparison.scenes import BESIDE_NOUN, NATION, PERSON, Account, disjoint
from generator.collate.comparison.value_words import hedges
from generator.collate.timeline.mentions.grammar import NOUNS
from generator.collate.timeline.mentions.times import DATE_TYPES, plain_value, times_in

Comparison = Literal["same", "open", "other"]
"""Of the limits of two values: all the same, told by one article only or in other words, or of two things."""

TELLING_WHICH = ("amod", "compound", "nmod")
BEHIND = ("prep", "acl", "relcl")
YEAR = len("2024")
# What numbers are counted in or over, where no day tells it: "ten points a game", "this season". No "race" or "term":
# one vote decides a race for a second term.
PERIODS = frozenset("career game half inning lap leg match playoff quarter round season tournament".split())  # noqa: SIM905
AXES = (("long", "length"), ("wide", "width", "across", "diameter"), ("tall", "high", "height"), ("deep", "depth"))
APART = ("period", "axis", "named", "kind")
"""The limits of which two that have nothing in common tell two things; others may only be worded in two ways."""
OF_DEED = ("years", "place")
"""Those that tell so of one deed only: "seized near Mokolo" and "freed in Kessel" may be the same people."""
OF_CLAUSE = ("noun", "deed", "object", "part")
"""Those that a noun for a deed and a verb do not share: "a 30-day suspension", "was suspended for 30 days"."""
ONE_EACH = ("magnitude", "score")  # an earthquake has one strength, a vote one result, in whatever words


@dataclass(frozen=True, slots=True)
class Limits:
    """All that tells which things a value is of, as features of scenes; an empty set: the article does not tell it."""

    noun: frozenset[str]
    """The noun as printed, with the words before it: "registered" and "voter"."""
    kind: frozenset[str]
    """Those of the words before it that are nouns: "knockout" of "knockout wins"."""
    owner: frozenset[str]
    """Whose, and what "of" joins to it."""
    behind: frozenset[str]
    """What follows and tells which: "coming by knockout"."""
    deed: frozenset[str]
    """The verb of its clause."""
    object: frozenset[str]
    """What that verb is done to, where that is not the value itself."""
    part: frozenset[str]
    """What the value is to the verb: its subject or its object, or the word that joins it."""
    years: frozenset[str]
    period: frozenset[str]
    """What it is told for that is no day: a season, a game."""
    place: frozenset[str]
    axis: frozenset[str]
    """Of a length, which way it is measured."""
    named: frozenset[str]
    """Persons and countries among what belongs to it."""
    parted: bool
    """Whether a clause behind the noun takes some of them only."""
    hedge: str


def compared(one: Measured, other: Measured, left: Limits, right: Limits) -> Comparison:
    """Return how what limits one value, `left`, stands to what limits another, `right`."""
    heads = (left.noun | left.deed) & (right.noun | right.deed)
    apart = APART + (OF_DEED if left.deed & right.deed else ())
    if any(disjoint(getattr(left, name), getattr(right, name)) for name in apart) or _is_part(one, other, left, right):
        return "other"
    if one.value.dimension in ONE_EACH:
        return "same"
    names = {each.name for each in fields(Limits)}
    if heads and bool(left.deed) != bool(right.deed):
        names -= set(OF_CLAUSE)
    elif left.noun != right.noun:
        return "open"
    pairs = ((getattr(left, name), getattr(right, name)) for name in names)
    same = all(here == there or (isinstance(here, frozenset) and here & there) for here, there in pairs)
    return "same" if same else "open"


def _is_part(one: Measured, other: Measured, left: Limits, right: Limits) -> bool:
    """Return whether the lower of two numbers is told of some of those that the other counts: "15 serving abroad"."""
    low, high = (left, right) if one.value.number < other.value.number else (right, left)
    exact = one.value.dimension == "count" and low.hedge == high.hedge == "exact"
    return exact and low.parted and not (high.behind or high.owner)


def limits_of(each: Measured, account: Account) -> Limits:
    """Return what limits a value."""
    grammar, value = account.grammar, each.value
    measures = each.noun is not None  # whatever is done to "a 48-page indictment", it has one number of pages
    top = each.noun.at if each.noun is not None else _counted(each, account)
    number = set(grammar.within(value.span)) - {top}
    hanging = [at for at in grammar.hanging[top] if at not in number]
    before = [at for at in hanging if grammar.words[at].dep in TELLING_WHICH and not _is_hedge(at, account)]
    led_by = [at for at in hanging if grammar.words[at].dep == "prep"]
    of = [at for at in led_by if grammar.words[at].lemma.lower() == "of"]
    owners = [at for at in hanging if grammar.words[at].dep == "poss"]
    owners += [below for at in of for below in grammar.hanging[at] if not measures]
    behind = [at for at in hanging if grammar.words[at].dep in BEHIND and at not in of and not measures]
    belonging = [below for at in (*owners, *behind) for below in grammar.below(at)]
    verb = None if measures else grammar.clause_of(top)
    own = account.own(verb if verb is not None else top)
    itself = account.features([top])
    return Limits(
        noun=account.features([top, *before]),
        kind=account.features(at for at in before if grammar.words[at].tag in NOUNS),
        owner=account.features(owners),
        behind=account.features(at for one in behind for at in _heads(one, account)),
        deed=each.scene.heads if verb is not None else frozenset(),
        object=frozenset() if measures else each.scene.objects - itself,
        part=frozenset() if measures else frozenset([_part(top, account)]),
        years=_years(own, account),
        period=_periods((at for at in own if at != top), account),
        place=each.scene.places | each.thing.places,
        axis=_axis(value.span.end, account) if value.dimension == "length" else frozenset(),
        named=frozenset(told for told in account.features(belonging) if told[0] in (PERSON, NATION)),
        parted=any(grammar.words[at].dep in ("acl", "relcl") for at in behind),
        hedge=value.hedge,
    )


def _counted(each: Measured, account: Account) -> int:
    """Return the noun that is counted or measured; the unit, or the number, where no noun is told."""
    words, at = account.grammar.words, each.thing.at
    while words[at].tag == "CD" and words[at].dep in BESIDE_NOUN and words[at].head != at:
        at = words[at].head
    return at


def _heads(at: int, account: Account) -> list[int]:
    """Return the word that stands for a clause or phrase behind a noun: its verb, the noun behind its preposition."""
    words, hanging = account.grammar.words, account.grammar.hanging
    return [below for below in hanging[at] if words[below].dep == "pobj"] if words[at].dep == "prep" else [at]


def _part(at: int, account: Account) -> str:
    word = account.grammar.words[at]
    return account.grammar.words[word.head].lemma.lower() if word.dep == "pobj" else word.dep


def _is_hedge(at: int, account: Account) -> bool:
    return account.surface(at).lower() in hedges()


def _years(inside: Sequence[int], account: Account) -> frozenset[str]:
    """Return the years of the dates among the words of a clause, whether it names them or not."""
    if not inside:
        return frozenset()
    stretch = account.grammar.text_span(inside)
    return frozenset(
        value[:YEAR]
        for time in times_in(account.found, stretch)
        if time.type in DATE_TYPES
        and (value := plain_value(time)[0]) is not None
        and not set(account.grammar.within(time.span)).isdisjoint(inside)
    )


def _periods(inside: Iterable[int], account: Account) -> frozenset[str]:
    told = (account.grammar.words[at] for at in inside)
    return frozenset(word.lemma.lower() for word in told if word.tag in NOUNS and word.lemma.lower() in PERIODS)


def _axis(end: int, account: Account) -> frozenset[str]:
    following = account.text[end : end + 20].lower().split()[:2]
    return frozenset(axes()[word] for each in following if (word := each.strip(".,;:")) in axes())


@cache
def axes() -> dict[str, str]:
    """Return the words for the ways in which a thing is measured, each with the first of its group."""
    return {word: words[0] for words in AXES for word in words}
