"""Names of one person or place that articles spell differently: "Katrin" and "Cathrin"."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.sentences import ComparedSentence, Corpus
from generator.collate.words.stops import empty_words
from generator.collate.words.tokens import weight_of
from generator.records import ArticleId, FactValue, Span

MAX_EDITS = 2  # letters that two spellings of one name differ in; for short names 1
LONG_NAME = 6
MIN_NAME = 4  # letters: "Lee" and "Lea" are two names
MAX_ARTICLES = 60  # of one family name: beyond that the folder is no event


@dataclass(frozen=True, slots=True)
class FullName:
    """Two or more capitalised words in a row, as one article has them for the first time."""

    article_id: ArticleId
    words: tuple[str, ...]
    span: Span


def spelled_names(corpus: Corpus) -> list[Matter]:
    """Return a matter for every name of two words or more that articles of one event spell differently.

    One word of the name must be the same in all of them, so "Mr Hansen" and "Mr Hanson" are left alone.
    """
    small = _small_letters(corpus)
    first = [name for name in _first_uses(corpus) if not any(word.casefold() in small for word in name.words)]
    by_word: defaultdict[str, list[FullName]] = defaultdict(list)
    for name in first:
        for word in set(name.words):
            by_word[word].append(name)
    matters: dict[frozenset[tuple[str, ...]], Matter] = {}
    for word in sorted(by_word):
        names = by_word[word]
        if len({name.words for name in names}) > 1 and len({name.article_id for name in names}) <= MAX_ARTICLES:
            for spellings in _variants(names):
                if (matter := _matter(spellings, first, corpus)) is not None:
                    matters.setdefault(frozenset(spellings), matter)
    return [matters[key] for key in sorted(matters, key=sorted)]


def _small_letters(corpus: Corpus) -> frozenset[str]:
    """Return the words that the folder also has in small letters: "Former" is no part of a name."""
    return frozenset(
        word.key
        for several in corpus.sentences
        for sentence in several
        for word in sentence.words
        if sentence.text[word.span.start].islower()
    )


def _first_uses(corpus: Corpus) -> list[FullName]:
    found: dict[tuple[str, tuple[str, ...]], FullName] = {}
    for several in corpus.accompanied():
        for sentence in several:
            for name in _names_in(sentence):
                found.setdefault((name.article_id, name.words), name)
    return list(found.values())


def _names_in(sentence: ComparedSentence) -> Iterator[FullName]:
    run: list[tuple[str, Span]] = []
    text = sentence.text
    for word in sentence.words:
        surface = word.span.of(text).removesuffix("'s").removesuffix("’s")
        named = surface[:1].isupper() and surface[1:].islower() and word.key not in empty_words()
        if named and run and text[run[-1][1].end : word.span.start] != " ":
            yield from _name(sentence, run)
            run = []
        if named:
            run.append((surface, Span(word.span.start, word.span.start + len(surface))))
        else:
            yield from _name(sentence, run)
            run = []
    yield from _name(sentence, run)


def _name(sentence: ComparedSentence, run: list[tuple[str, Span]]) -> Iterator[FullName]:
    """Yield the last two words of a run of capitalised words: titles stand before a name, never behind it."""
    if len(run) >= 2:
        last = run[-2:]
        yield FullName(sentence.article_id, tuple(word for word, _ in last), Span(last[0][1].start, last[-1][1].end))


def _variants(names: Sequence[FullName]) -> Iterator[set[tuple[str, ...]]]:
    spellings = sorted({name.words for name in names})
    for at, left in enumerate(spellings):
        group = {left} | {right for right in spellings[at + 1 :] if _one_name(left, right)}
        if len(group) > 1:
            yield group


def _one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and _one_word(*differing[0])


def _one_word(left: str, right: str) -> bool:
    short, long = sorted((_plain(left), _plain(right)), key=len)
    if short == long or (long.startswith(short) and long[len(short) :] in _DEMONYMS):
        return False  # only an accent, or "Zealand" and "Zealander"
    if len(short) < MIN_NAME or (long in (f"{short}s", f"{short}es") and not long.endswith("ss")):
        return False
    if short[0] != long[0] and (len(short) < LONG_NAME or short[1:] != long[1:]):
        return False  # "Katarina" and "Catarina" are one name, "Mark" and "Clark" two
    if min(weight_of(short), weight_of(long)) < MIN_RARITY:
        return False  # both are words or names of their own: "State" and "States", "Smith" and "Smyth" are not
    allowed = MAX_EDITS if len(short) >= LONG_NAME else 1
    return int(DamerauLevenshtein.distance(short, long)) <= allowed


MIN_RARITY = 8
_DEMONYMS = frozenset(["er", "ers", "n", "an", "ian", "ans", "ese", "i", "ish"])


def _plain(word: str) -> str:
    """Return the word in small letters without accents, which some outlets never print."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()


def _matter(spellings: set[tuple[str, ...]], names: Sequence[FullName], corpus: Corpus) -> Matter | None:
    used = [name for name in names if name.words in spellings]
    related = [
        name
        for name in used
        if any(other.words != name.words and corpus.related(name.article_id, other.article_id) for other in used)
    ]
    if len({name.words for name in related}) < 2:
        return None
    by_article: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in related:
        by_article[name.article_id].add(name.words)
    if any(len(held) == len(spellings) for held in by_article.values()) and len(by_article) < 3:
        return None  # one article that has both may tell of two people
    values = tuple(FactValue(name.article_id, name.span) for name in related)
    return Matter("name", " / ".join(sorted(" ".join(words) for words in spellings)), "differ", values)
