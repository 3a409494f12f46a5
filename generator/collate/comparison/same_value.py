"""Whether two values of two articles are of one thing, and whether they then say the same."""

from __future__ import annotations

from generator.collate.comparison.value_words import fates
from generator.collate.comparison.values import Value, comes_near

MAX_RATIO = {"duration": 2.0, "count": 3.0, "percent": 1.5, "magnitude": 1.1}
DEFAULT_RATIO = 3.0  # values further apart than this are not of one thing
CONVERTED = ("length", "area", "weight", "volume")
CONVERTED_SHARE = 0.02  # "48km" is 29.8 miles and told as "30 miles"
ABOUT_SHARE = 0.05  # "about 1,000" and "987" are one figure, "about 30" and "35" are two
TINY = 1e-9  # what counting in binary leaves over
ONE_BOUND = 1.15  # "over 54 million" and "more than 50 million" may be of one thing
NEARLY = 1.1  # "nearly 50" are no 40
MOVED = 1.2  # "at least 40 killed" is an older toll than "76 killed"
ROUNDED = 1000  # numbers below are told as they are, "10 soldiers" are not 12
ALL_OF_IT = 100  # percent, which nobody says of 95
HUNDRED = 100  # but for whole hundreds: "612 killed" and "600 killed"


def another_thing(
    left: Value, right: Value, years: tuple[frozenset[str], frozenset[str]], however_far: bool = False
) -> bool:
    """Return whether what stands beside two values tells that they are not of one thing.

    `years`: the years that their clauses name. `however_far`: they may be any number apart, since what befell those
    counted is told beside an equal count of others: "12 killed and five injured" and "12 killed and 40 injured".
    """
    low, high = sorted((left.number, right.number))
    ratio = high / low if low else float("inf")
    if (ratio > MAX_RATIO.get(left.dimension, DEFAULT_RATIO) and not however_far) or _of_other_years(
        left, right, years
    ):
        return True
    if left.manner and right.manner and left.manner != right.manner:
        return True
    if left.hedge == right.hedge != "exact" and ratio > ONE_BOUND and not of_one_toll(left, right):
        # "More than 20" and "more than 8" say nothing of each other, "nearly 20" and "nearly 8" do.
        return left.hedge in ("over", "under") and not (comes_near(left) and comes_near(right))
    # "$5 million for Okafor" and "$10 million for Lind" are two sums.
    return left.thing != right.thing and _is_named(left) and _is_named(right)


def _of_other_years(left: Value, right: Value, years: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Return whether two values may be of things that happened in two years."""
    one, other = years
    return one != other and (left.number != right.number or bool(one and other and not one & other))


def _is_named(value: Value) -> bool:
    """Return whether what is measured or paid is somebody's or something's by name."""
    return value.thing_span is not None and value.thing_span.of(value.sentence.text)[0].isupper()


def compatible(left: Value, right: Value) -> bool:
    """Return whether two values can both be true: a bound and what lies within it, a figure and its rounding.

    "$449,000" and "nearly $449,000" are one figure. "The first flood in nine years" and "in nearly nine years" are told
    differently all the same, since the length is what is claimed; "almost eight" and "at least eight" exclude each
    other.
    """
    if "range" in (left.hedge, right.hedge):  # "40 to 50 years" and "at least 40 years"
        return left.hedge == right.hedge and left.number == right.number
    if left.number == right.number or _converted(left, right):
        if left.manner == "since":
            return left.hedge == right.hedge
        return {left.hedge, right.hedge} != {"under", "over"}
    low, high = sorted((left, right), key=lambda value: value.number)
    if low.hedge == "over" and high.hedge != "under":
        counted_on = high.hedge == "over" or high.number > MOVED * low.number
        return not (counted_on and of_one_toll(low, high))
    if high.hedge == "under" and low.hedge != "over":
        return not comes_near(high) or high.number <= NEARLY * low.number
    if "over" in (low.hedge, high.hedge) or "under" in (low.hedge, high.hedge):
        return False
    return _rounded(low, high) or _rounded(high, low)


def of_one_toll(left: Value, right: Value) -> bool:
    """Return whether two counts are of those whom the same befell: each bound of them is a figure of its own."""
    return left.dimension == "count" and left.manner == right.manner and left.manner in fates().values()


def _rounded(round_one: Value, other: Value) -> bool:
    """Return whether one value is the other in fewer digits, or may be as it is hedged: "about 1,000" and "987"."""
    told, exact = (value.number / value.unit for value in (round_one, other))
    apart, step = abs(told - exact), _step(told)
    near = apart <= ABOUT_SHARE * max(told, exact) + TINY
    if round_one.dimension == "percent" and told == ALL_OF_IT:
        return near and round_one.hedge == "about"
    if round_one.hedge == "about":
        return near and apart < step / 2
    hundreds = round_one.dimension == "count" and told > HUNDRED <= _step(told)
    in_digits = told >= ROUNDED or hundreds or round_one.dimension == "percent" or exact != int(exact)
    return near and in_digits and _step(exact) < step and apart <= step / 2


def _step(number: float) -> float:
    """Return what the last digit that is no zero counts: 100,000 for 4.2 million, 0.1 for 5.8."""
    step = 1.0
    if number != int(number):
        while number * 10 % 1 > 1e-9 and step > 1e-3:
            number, step = number * 10, step / 10
        return step / 10
    while number >= 10 and number % 10 == 0:
        number, step = number / 10, step * 10
    return step


def _converted(left: Value, right: Value) -> bool:
    """Return whether two values are one measure in two units, each rounded to what one says in it."""
    if left.dimension not in CONVERTED or left.unit == right.unit:
        return False
    low, high = sorted((left.number, right.number))
    share = ABOUT_SHARE if "about" in (left.hedge, right.hedge) else CONVERTED_SHARE
    return high - low <= share * high
