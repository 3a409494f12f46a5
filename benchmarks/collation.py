"""Collation of a folder: how its cost grows, and whether equal wordings of one speaker are joined.

    python -m benchmarks collation FOLDER [--articles 840]

Prints the CPU seconds of text groups, statements and agreements for half of the articles and for all of them with their
ratio (annotation is not counted), then the share of quotation pairs of different articles and one speaker, equal or
contained and five words or longer, that stand in one statement.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path

from generator.annotate import annotate
from generator.clean import clean_folder
from generator.collate.comparison import find_agreements
from generator.collate.people.resolve import resolve_people
from generator.collate.statements import join_statements
from generator.collate.syndication import text_groups
from generator.ids import normalised
from generator.language import SpacyLanguage
from generator.read import read_folder
from generator.records import AnnotatedArticle, Person, Quote, Statement

MIN_WORDS = 5
MAX_RATIO = 2.3
MIN_JOINED = 0.99

Seconds = tuple[float, float, float]


def timed(articles: Sequence[AnnotatedArticle], people: tuple[Person, ...]) -> tuple[Seconds, tuple[Statement, ...]]:
    marks = [time.process_time()]
    groups = text_groups(articles)
    marks.append(time.process_time())
    statements = join_statements(articles, people)
    marks.append(time.process_time())
    find_agreements(articles, (), people, statements, (), groups)
    marks.append(time.process_time())
    first, second, third = (right - left for left, right in pairwise(marks))
    return (first, second, third), statements


def joined(articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]) -> tuple[int, int]:
    """Return how many pairs of equal or contained quotations there are, and how many of them share a statement."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for reading in statement.readings:
            places[reading.quote_id].add(statement.id)
    said: defaultdict[str, list[tuple[Quote, str]]] = defaultdict(list)
    for found in articles:
        for quote in found.quotes:
            if quote.speaker is not None and quote.kind != "term":
                said[quote.speaker].append((quote, normalised(quote.inner.of(found.article.text))))
    pairs = right = 0
    for quotes in said.values():
        for (one, left), (other, words) in combinations(quotes, 2):
            part, whole = sorted((left, words), key=len)
            if one.article_id != other.article_id and len(part.split()) >= MIN_WORDS and f" {part} " in f" {whole} ":
                pairs += 1
                right += bool(places[one.id] & places[other.id])
    return pairs, right


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=840)
    options = parser.parse_args(arguments)
    language = SpacyLanguage.load()
    raws, _ = read_folder(options.folder)
    annotated = [annotate(article, language) for article in clean_folder(raws[: options.articles])]
    people, articles = resolve_people(sorted(annotated, key=lambda found: found.article.id))
    timed(articles[:20], people)  # word lists are read once
    half, _ = timed(articles[: len(articles) // 2], people)
    whole, statements = timed(articles, people)
    ratio = sum(whole) / sum(half)
    for number, seconds in ((len(articles) // 2, half), (len(articles), whole)):
        print(
            f"{number} articles: {sum(seconds):.1f} s (text groups {seconds[0]:.1f}, statements {seconds[1]:.1f}, "
            f"agreements {seconds[2]:.1f})"
        )
    print(f"ratio {ratio:.2f}")
    pairs, right = joined(articles, statements)
    print(f"equal or contained pairs joined: {right} of {pairs}")
    return 1 if ratio > MAX_RATIO or right < MIN_JOINED * pairs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
