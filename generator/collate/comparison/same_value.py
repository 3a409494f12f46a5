"""Whether two values of two articles are of one thing, and whether they then say the same."""

from __future__ import annotations

from generator.collate.comparison.sentences import ComparedSentence, Corpus
from generator.collate.comparison.value_words import stands_for
from generator.collate.comparison.values import Value

MAX_RATIO = {"duration": 2.0, "count": 3.0, "percent": 1.5, "magnitude": 1.1}
DEFAULT_RATIO = 3.0  # values further apart than this are not of one thing
LOOSE = ("ago", "before", "after", "for", "within", "over", "every", "next", "last")
"""Manners of a duration that say little of what lasts."""
LITTLE_IN_COMMON = 8  # weight of the words that two sentences share besides the thing itself
MUCH_IN_COMMON = 24
NEARLY_ONE_SENTENCE = 0.65
# A thing that each of two articles counts only once is the same thing, when it is no everyday word.
ONLY_WEIGHT = 9
ONLY_RATIO = 1.5
DISTINCTIVE = 10  # a number from here on is not the same by chance
ONE_WORD = 6  # weight of what the sentences of two such things share at least
WORD_WEIGHT = 5  # of a word that two short sentences may share
CONVERTED = ("length", "area", "weight", "volume")
CONVERTED_SHARE = 0.02  # "48km" is 29.8 miles and told as "30 miles"
ABOUT_SHARE = 0.05  # "about 1,000" and "987" are one figure, "about 30" and "35" are two


def sureness(left: Value, right: Value, only: bool, corpus: Corpus) -> float | None:
    """Return how sure it is that two values are of one thing; None: not sure.

    `only`: each is the only value of its thing in its article.
    """
    low, high = sorted((left.number, right.number))
    ratio = high / low if low else float("inf")
    differing = left.number != right.number
    if ratio > MAX_RATIO.get(left.dimension, DEFAULT_RATIO) or _of_other_years(left, right):
        return None
    if left.manner and right.manner and left.manner != right.manner:
        return None
    if left.thing != right.thing and _is_named(left) and _is_named(right):
        return None  # "$5 million for Okafor" and "$10 million for Lind" are two sums
    if differing and left.dimension != "magnitude" and _other_names(left.sentence, right.sentence):
        return None
    if only and ratio <= ONLY_RATIO and _counted_once(left, right, differing, corpus):
        enough = differing or left.number < DISTINCTIVE
        return 10 / ratio if not enough or _shared_words(left, right) >= ONE_WORD else None
    shared = left.sentence.features & right.sentence.features
    common = sum(corpus.weights[feature] for feature in shared if not _is_thing(feature.casefold(), left))
    if common < (MUCH_IN_COMMON if _needs_much(left, right) else LITTLE_IN_COMMON):
        return None
    if _needs_much(left, right) and differing and common < NEARLY_ONE_SENTENCE * _lighter(left, right, corpus):
        return None  # a topic has many numbers: to say that two of them differ takes more than the topic
    return common + 10 / ratio


def _is_thing(stem: str, value: Value) -> bool:
    """Return whether a word is the thing itself, whichever of its words the sentence has: "concerts", "shows"."""
    return value.thing in (stem, stands_for().get(stem))


def _thing_weight(value: Value, corpus: Corpus) -> int:
    """Return what the thing weighs in the word that the sentence has for it."""
    words = (feature for feature in value.sentence.features if _is_thing(feature.casefold(), value))
    return max((corpus.weights[word] for word in words), default=0)


def _is_named(value: Value) -> bool:
    """Return whether what is measured or paid is somebody's or something's by name."""
    return value.thing_span is not None and value.thing_span.of(value.sentence.text)[0].isupper()


def _needs_much(left: Value, right: Value) -> bool:
    """Return whether dimension and thing alone say little: a share of voters, a sum, five emails."""
    if left.dimension == "count":
        return not (left.manner and right.manner)
    return left.dimension not in ("duration", "magnitude") or left.manner in LOOSE


def _counted_once(left: Value, right: Value, differing: bool, corpus: Corpus) -> bool:
    """Return whether what both articles give one value of is so special that it is one thing."""
    if not corpus.closely_related(left.sentence.article_id, right.sentence.article_id) or left.manner != right.manner:
        return False
    if left.dimension == "count" and not left.manner:
        return min(_thing_weight(left, corpus), _thing_weight(right, corpus)) >= ONLY_WEIGHT
    # The dead and the strength of a quake stand out by themselves.
    return left.dimension in ("count", "magnitude") or (not differing and left.dimension not in ("percent", "duration"))


def _shared_words(left: Value, right: Value) -> int:
    """Return the weight of the words besides number and thing that two sentences share."""
    one, other = (
        {word.stem: word.weight for word in value.sentence.words if not value.span.overlaps(word.span)}
        for value in (left, right)
    )
    return sum(
        weight for stem, weight in one.items() if stem in other and weight >= WORD_WEIGHT and not _is_thing(stem, left)
    )


def _lighter(left: Value, right: Value, corpus: Corpus) -> int:
    return min(sum(corpus.weights[feature] for feature in value.sentence.features) for value in (left, right))


def _other_names(left: ComparedSentence, right: ComparedSentence) -> bool:
    """Return whether two sentences name somebody, and nobody in common."""
    one, other = ({feature for feature in sentence.features if feature[0].isupper()} for sentence in (left, right))
    return bool(one) and bool(other) and not one & other


def _of_other_years(left: Value, right: Value) -> bool:
    """Return whether two values may be of things that happened in two years."""
    one, other = _years(left.sentence), _years(right.sentence)
    return one != other and (left.number != right.number or bool(one and other and not one & other))


def _years(sentence: ComparedSentence) -> frozenset[str]:
    """Return the years that a sentence names."""
    return frozenset(
        word.key
        for word in sentence.words
        if len(word.key) == 4 and word.key.isdigit() and word.key[:2] in ("19", "20")
    )


def compatible(left: Value, right: Value) -> bool:
    """Return whether two values say the same. "Five" and "almost five" do not: an exact and a hedged telling differ.

    Of two numbers a bound agrees with what lies within it: "more than 100" and "about 120".
    """
    if left.number == right.number or _converted(left, right):
        return left.hedge == right.hedge
    low, high = sorted((left, right), key=lambda value: value.number)
    if low.hedge == "over" and high.hedge in ("exact", "about"):
        return True
    if high.hedge == "under" and low.hedge in ("exact", "about"):
        return True
    return "about" in (low.hedge, high.hedge) and high.number - low.number <= ABOUT_SHARE * high.number


def _converted(left: Value, right: Value) -> bool:
    """Return whether two values are one measure in two units, each rounded to what one says in it."""
    if left.dimension not in CONVERTED or left.unit == right.unit:
        return False
    low, high = sorted((left.number, right.number))
    return high - low <= CONVERTED_SHARE * high
