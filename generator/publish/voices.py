"""Whose voice an article is in: a reporter's, or that of a writer who tells a view."""

from __future__ import annotations

from generator.publish.lookups import Lookups
from generator.publish.titles import is_a_view
from generator.records import AnnotatedArticle

OWN = frozenset("i we me us my our you your".split())  # noqa: SIM905
# Words of the writer's own voice: reports of news have fewer, columns up to fifty, one of a hundred words and more.
VOICE = 3
COLUMN = 0.01


def has_a_voice(found: AnnotatedArticle) -> bool:
    """Return whether the writer of an article speaks himself: "I", "we" and "our", not in words that are quoted."""
    return own_words(found) >= VOICE


def is_a_column(lookups: Lookups, found: AnnotatedArticle) -> bool:
    """Return whether an article says that it is a view, or its writer speaks himself in much of it."""
    title, url = found.article.metadata.title, found.article.metadata.url
    outlet = lookups.outlet(found.article.id)
    if is_a_view(title.value if title else "", outlet, url.value if url else ""):
        return True
    return own_words(found) >= max(VOICE, COLUMN * len(found.words))


def own_words(found: AnnotatedArticle) -> int:
    """Return how many words of the writer's own voice an article has, not in words that are quoted."""
    words = (word for word in found.words if word.tag in ("PRP", "PRP$") and not word.quoted)
    return sum(found.article.text[word.start : word.end].lower() in OWN for word in words)
