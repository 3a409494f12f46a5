"""What the story is about: the titles and first sentences of the articles, by the stems of their longer words.

In: the articles of a digest. Out: how far some words of one article are what the heads of the others tell of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.collate.words.stems import stem_of
from generator.collate.words.stops import is_function_stem
from generator.publish.label_words import telling_words
from generator.publish.lookups import Lookups
from generator.records import AnnotatedArticle, ArticleId, Sentence

OPENINGS = 3  # sentences of an article that belong to its head
MOST_POINTS = 8  # of a summary above a story
STOPS = tuple(".!?:")


@dataclass(frozen=True)
class Heads:
    """The heads of the articles of a digest."""

    lookups: Lookups

    @cached_property
    def by_article(self) -> dict[ArticleId, frozenset[str]]:
        """The stems of the title and first sentences of each article."""
        return {identity: self._head(identity) for identity in self.lookups.articles}

    @cached_property
    def usual(self) -> Counter[str]:
        """In the heads of how many articles each stem stands."""
        return Counter(stem for head in self.by_article.values() for stem in head)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The stems of all titles."""
        return frozenset().union(*(stems_of(self.lookups.headline(one)) for one in self.lookups.articles))

    def shared(self, text: str, own: frozenset[ArticleId]) -> frozenset[str]:
        """Return the stems of a text that the head of another article has. `own`: the articles that have the text."""
        within = Counter(stem for one in own for stem in self.by_article.get(one, ()))
        return frozenset(stem for stem in telling_stems(text) if self.usual[stem] > within[stem])

    def titled(self, text: str) -> frozenset[str]:
        """Return the stems of a text that a title has, be it of its own article."""
        return telling_stems(text) & self.titles

    def stems_of_title(self, identity: ArticleId) -> frozenset[str]:
        """Return the stems of an article's title that tell something."""
        return telling_stems(self.lookups.headline(identity))

    def _head(self, identity: ArticleId) -> frozenset[str]:
        return frozenset(map(stem_of, words_at_head(self.lookups, self.lookups.articles[identity])))


def story_of(found: AnnotatedArticle) -> Sequence[Sentence]:
    """Return the sentences of an article without the points above its story, which no full stop ends.

    "Council closes old pier", "Ferries to sail from Norland" are the page's summary and not how the story opens.
    """
    for at, one in enumerate(found.sentences[: MOST_POINTS + 1]):
        if one.span.of(found.article.text).rstrip("\"'”’)")[-1:] in STOPS:
            return found.sentences[at:]
    return found.sentences


def words_at_head(lookups: Lookups, found: AnnotatedArticle) -> frozenset[str]:
    """Return the longer words of an article's title and first sentences."""
    first = " ".join(one.span.of(found.article.text) for one in story_of(found)[:OPENINGS])
    return telling_words(f"{lookups.headline(found.article.id)} {first}")


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a text."""
    return frozenset(map(stem_of, telling_words(text)))


def telling_stems(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a text without those that every text has: "from", "would"."""
    return frozenset(stem for stem in stems_of(text) if not is_function_stem(stem))
