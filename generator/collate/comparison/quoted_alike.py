"""What articles quote alike: the words that somebody said, where no number, "not" or speaker tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.annotate.confidence import CERTAIN
from generator.collate.comparison.matters import Matter
from generator.collate.comparison.wordings import go_on_apart
from generator.collate.words.tokens import words_of
from generator.records import AnnotatedArticle, ArticleId, FactValue, Person, PersonId, Span, Statement

KIND = "quotation"  # shown folded: the table of coverage has all that is quoted, without its sentences
MOST_OF_ONE = 8  # rows of one speaker: all of what was said is in the index of quotations
FEWEST_WORDS = 4  # that somebody's words are known by; fewer are compared where they are all that is in marks
ENDS = " .,;:!?"  # of a quotation, which is no part of what was said
DIFFERS = frozenset(["speaker differs", "number differs", "negation differs"])


def quoted_alike(
    articles: Sequence[AnnotatedArticle],
    statements: Sequence[Statement],
    people: Sequence[Person],
    text_of: Mapping[ArticleId, int],
) -> list[Matter]:
    """Return a matter for what two texts or more have one speaker say, by speaker what most texts carry.

    What goes on in other words about other things is no one statement. Only what certainly is its speaker's names one:
    a row names nobody whom the sources may not mean. `text_of`: the number of each article's text; copies have the
    same one.
    """
    sure = {quote.id for found in articles for quote in found.quotes if quote.confidence >= CERTAIN and quote.speaker}
    texts = {found.article.id: found.article.text for found in articles}
    names = {person.id: person.name for person in people}
    said: defaultdict[PersonId | None, list[tuple[int, int, Matter]]] = defaultdict(list)
    for statement in statements:
        carriers = {text_of[article_id] for article_id in statement.articles}
        words = len(statement.text.split())
        if len(carriers) < 2 or len(statement.speakers) > 1 or words < FEWEST_WORDS or DIFFERS & {*statement.flags}:
            continue
        longest: dict[ArticleId, FactValue] = {}
        for reading in sorted(
            statement.readings, key=lambda reading: (reading.span.start - reading.span.end, reading.span)
        ):
            longest.setdefault(
                reading.article_id, FactValue(reading.article_id, _plain(reading.span, texts[reading.article_id]))
            )
        told = [words_of(texts[article_id], value.span) for article_id, value in longest.items()]
        if any(go_on_apart(told[0], words) for words in told[1:]):
            continue
        certain = statement.speakers and any(reading.quote_id in sure for reading in statement.readings)
        who = statement.speakers[0] if certain else None
        whose = f"{names.get(who, who)}: " if who is not None else ""
        about = f"{whose}“{statement.text.strip(ENDS)}”"
        said[who].append((-len(carriers), -words, Matter(KIND, about, "agree", tuple(longest.values()))))
    return [
        matter for _, each in sorted(said.items(), key=_first) for *_, matter in sorted(each, key=_rank)[:MOST_OF_ONE]
    ]


def _first(said: tuple[PersonId | None, object]) -> PersonId | str:
    return said[0] or ""


def _plain(span: Span, text: str) -> Span:
    """Return the words without the mark that ends them in one article and not in another."""
    return Span(span.start, span.start + len(span.of(text).rstrip(ENDS)))


def _rank(told: tuple[int, int, Matter]) -> tuple[int, int, str]:
    texts, words, matter = told
    return texts, words, matter.about
