"""Matters that reporters of one event tell in their own words: a refusal, a place, a point of the agenda.

Two rarer words that stand close together in a segment of two articles, or one rare noun that each has in a single
sentence, are taken for one matter. Quoted words are left to the statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.outcomes import leaves_open, outcome_of, outcome_words, turned_words
from generator.collate.comparison.segments import Segment, central_words, segments_of, sentences_with
from generator.collate.comparison.sentences import Corpus, role_words
from generator.collate.comparison.value_words import things
from generator.collate.comparison.values import numbers_in
from generator.collate.words.tokens import Word
from generator.records import AnnotatedArticle, ArticleId, FactValue, Span

PAIR_WEIGHT = 18  # of two words that name a matter together
PART_WEIGHT = 9  # of each of them
CLOSE = 5  # words between them at most
LONE_WEIGHT = 11  # of a noun that names a matter alone
COMMON = 4  # weight up to which a word before a name is no part of it: "The"
ENDS_PHRASE = 6  # weight below which a word goes on with another phrase: "ferries between", "rust under"
# To say that two articles differ on whether something was done, their clauses must be of one thing beyond doubt.
MIN_SHARED_TO_DIFFER = 3
SHARE_TO_DIFFER = 0.75
WHOLLY = 0.9
MAX_ARTICLES = 30  # beyond that a pair of words is a phrase of the trade
_NO_NOUN = ("ed", "ing", "ly", "al", "ive", "ous", "able", "est", "ic", "ful", "less", "ward")
_BEFORE_NO_NOUN = frozenset(
    "to not will would can could may might must shall should do does did i you he she we they who very so too".split()  # noqa: SIM905
)

Key = tuple[str, ...]
"""The features that name a matter: two, sorted, or one."""
Place = tuple[ArticleId, int]
"""Article id and start of a sentence."""


@dataclass(frozen=True, slots=True)
class Find:
    """Where one article has the words of a matter."""

    segment: Segment
    first: Word
    last: Word


Held = dict[Place, Find]


def shared_happenings(articles: Sequence[AnnotatedArticle], corpus: Corpus) -> list[Matter]:
    """Return the matters that two articles of one event tell, each with the segment that tells it."""
    by_id = {found.article.id: found for found in articles}
    segments = [
        segment
        for sentences in corpus.accompanied()
        for segment in segments_of(by_id[sentences[0].article_id], sentences)
    ]
    central, several = central_words(segments, corpus), sentences_with(segments)
    finds: defaultdict[Key, Held] = defaultdict(dict)
    for segment in segments:
        for key, find in _keys(segment, central, corpus):
            finds[key].setdefault((segment.sentence.article_id, segment.sentence.span.start), find)
    told = {key: held for key, held in finds.items() if 1 < _articles(held) <= MAX_ARTICLES}
    groups: list[Held] = []
    for key in sorted(told, key=lambda key: _rank(key, told[key], corpus)):
        if len(key) == 1:
            held = _related(told[key], corpus.closely_related)
            once = all(several[key[0], article] == 1 for article, _ in held)
            if not once or not any(_ends_phrase(find) for find in held.values()):
                continue
        else:
            held = _related(told[key], corpus.related)
        if _articles(held) > 1 and not _taken(held, groups):
            groups.append(held)
    return [matter for held in groups if (matter := _matter(held, corpus)) is not None]


def _articles(held: Iterable[Place]) -> int:
    return len({article for article, _ in held})


def _rank(key: Key, held: Held, corpus: Corpus) -> tuple[int, int, int, Key]:
    """Two words go before one, and what more articles tell before what fewer do."""
    return (-len(key), -_articles(held), -sum(corpus.weights[feature] for feature in key), key)


def _taken(held: Held, groups: Iterable[Held]) -> bool:
    """Return whether the matter is told already: all but one article of it stand in one group by the same sentences."""
    enough = max(2, _articles(held) - 1)
    return any(_articles(place for place in held if place in group) >= enough for group in groups)


def _related(held: Held, related: Callable[[ArticleId, ArticleId], bool]) -> Held:
    """Return the places whose article is related to another of them."""
    return {
        place: find
        for place, find in held.items()
        if any(place[0] != other[0] and related(place[0], other[0]) for other in held)
    }


# ---- the words that name a matter ------------------------------------------------------------------------------------


def _keys(segment: Segment, central: frozenset[tuple[int, str]], corpus: Corpus) -> list[tuple[Key, Find]]:
    order = {word.span.start: number for number, word in enumerate(segment.sentence.words)}
    event = corpus.event_of[segment.sentence.article_id]
    telling = [
        (feature, word)
        for feature, word in segment.words
        if (event, feature) not in central and feature.casefold() not in role_words()
        if word.key not in outcome_words("done") | outcome_words("undone")
        if corpus.weights[feature] >= PART_WEIGHT
    ]
    keys: list[tuple[Key, Find]] = []
    for (one, left), (other, right) in combinations(telling, 2):
        first, last = order[left.span.start], order[right.span.start]
        enough = corpus.weights[one] + corpus.weights[other] >= PAIR_WEIGHT
        apart = one == other or last - first > CLOSE + 1 or _one_name(segment, first, last)
        if enough and not apart and not _in_office(segment, first, last):
            keys.append((tuple(sorted((one, other))), Find(segment, left, right)))
    for feature, word in telling:
        if corpus.weights[feature] >= LONE_WEIGHT and _noun_like(segment, word, order[word.span.start]):
            keys.append(((feature,), Find(segment, word, word)))
    return keys


def _one_name(segment: Segment, first: int, last: int) -> bool:
    """Return whether two words are parts of one name: capitalised words with nothing else between."""
    sentence = segment.sentence
    return all(sentence.text[word.span.start].isupper() for word in sentence.words[first : last + 1])


def _in_office(segment: Segment, first: int, last: int) -> bool:
    """Return whether the words are a name with its office: "foreign minister Idris Haile"."""
    words, text = segment.sentence.words[first : last + 1], segment.sentence.text
    names = text[words[0].span.start].isupper() + text[words[-1].span.start].isupper()
    return names == 1 and any(word.stem in role_words() for word in words)


def _noun_like(segment: Segment, word: Word, at: int) -> bool:
    surface = word.span.of(segment.sentence.text)
    before = segment.sentence.words[at - 1].key if at else ""
    plain = surface[0].islower() and not surface.endswith(_NO_NOUN) and word.key not in things()
    return plain and before not in _BEFORE_NO_NOUN


def _ends_phrase(find: Find) -> bool:
    """Return whether the noun ends its phrase: an adjective never does."""
    sentence = find.segment.sentence
    after = next((word for word in sentence.words if word.span.start >= find.last.span.end), None)
    return after is None or sentence.text[find.last.span.end : after.span.start] != " " or after.weight < ENDS_PHRASE


# ---- what the articles say of it -------------------------------------------------------------------------------------


def _matter(held: Held, corpus: Corpus) -> Matter | None:
    """Return the matter; None where segments contradict each other, but perhaps do not tell of one thing."""
    finds = [held[place] for place in sorted(held)]
    verdict: Literal["agree", "differ"] = "agree"
    against = [(a, b) for a, b in combinations(finds, 2) if _contradict(a.segment, b.segment)]
    if against:
        sure = [pair for pair in against if _one_thing(*pair, corpus)]
        if not sure:
            return None
        verdict = "differ"
        finds = [find for find in finds if any(find in pair for pair in sure) or _sides_with(find, sure)]
    elif _other_numbers(finds):
        return None
    values = tuple(FactValue(find.segment.sentence.article_id, find.segment.span) for find in finds)
    return Matter("happening", _about(finds), verdict, values)


def _contradict(left: Segment, right: Segment) -> bool:
    """Return whether one says that it was done and the other not, or one alone turns round what the other says."""
    if left.sentence.article_id == right.sentence.article_id:
        return False
    if {outcome_of(left.sentence, left.span), outcome_of(right.sentence, right.span)} == {"done", "undone"}:
        return True
    if any(leaves_open(segment.sentence, segment.span) for segment in (left, right)):
        return False
    (plain, turned), (also_plain, also_turned) = (
        turned_words(segment.sentence, segment.span) for segment in (left, right)
    )
    return bool((turned & also_plain and not also_turned) or (also_turned & plain and not turned))


def _one_thing(left: Find, right: Find, corpus: Corpus) -> bool:
    """Return whether two segments share most of what they tell."""
    outcome = outcome_words("done") | outcome_words("undone")
    one, other = (
        frozenset(feature for feature, word in find.segment.words if word.key not in outcome) for find in (left, right)
    )
    shared = one & other
    common, *totals = (sum(corpus.weights[feature] for feature in words) for words in (shared, one, other))
    share = common / max(min(totals), 1)
    names, also_names, plain = _names(one), _names(other), shared - _names(shared)
    if (names and also_names and not names & also_names) or not plain:
        return False
    return (len(shared) >= MIN_SHARED_TO_DIFFER and share >= SHARE_TO_DIFFER) or (len(shared) > 1 and share >= WHOLLY)


def _names(features: frozenset[str]) -> frozenset[str]:
    return frozenset(feature for feature in features if feature[0].isupper())


def _sides_with(find: Find, sure: Sequence[tuple[Find, Find]]) -> bool:
    """Return whether a segment has an outcome of its own, so that a reader sees on which side it stands."""
    return outcome_of(find.segment.sentence, find.segment.span) != "" and bool(sure)


def _other_numbers(finds: Sequence[Find]) -> bool:
    """Return whether two articles put other numbers beside the words: those are compared as values."""
    told = [
        (find.segment.sentence.article_id, numbers)
        for find in finds
        if (numbers := frozenset(numbers_in(find.segment.sentence, _around(find))))
    ]
    return any(a[0] != b[0] and not a[1] & b[1] for a, b in combinations(told, 2))


def _around(find: Find) -> Span:
    """Return the words of the matter with two more on either side."""
    words = find.segment.sentence.words
    order = {word.span.start: number for number, word in enumerate(words)}
    first, last = order[find.first.span.start], order[find.last.span.start]
    return Span(words[max(0, first - 2)].span.start, words[min(len(words) - 1, last + 2)].span.end)


def _about(finds: Sequence[Find]) -> str:
    """Return the shortest stretch of a source that has the words of the matter, names whole."""
    stretches = [_named_whole(find) for find in finds]
    return min(stretches, key=lambda words: (len(words), words))


def _named_whole(find: Find) -> str:
    words, text = find.segment.sentence.words, find.segment.sentence.text
    order = {word.span.start: number for number, word in enumerate(words)}
    first, last = order[find.first.span.start], order[find.last.span.start]
    while first > 0 and _goes_on(words[first - 1], words[first], text):
        first -= 1
    while last + 1 < len(words) and _goes_on(words[last], words[last + 1], text):
        last += 1
    return text[words[first].span.start : words[last].span.end]


def _goes_on(left: Word, right: Word, text: str) -> bool:
    """Return whether two neighbouring words are of one name."""
    capitals = text[left.span.start].isupper() and text[right.span.start].isupper()
    return capitals and left.weight > COMMON and text[left.span.end : right.span.start] == " "
