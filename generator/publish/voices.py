"""Whose voice an article is in: a reporter's, or that of a writer who tells a view."""

from __future__ import annotations

from generator.publish.lookups import Lookups
from generator.publish.titles import is_a_view
from generator.records import ArticleId

# Words of the writer's own voice: reports of news have fewer, columns up to fifty, one of a hundred words and more.
VOICE = 3
COLUMN = 0.01


def has_a_voice(lookups: Lookups, identity: ArticleId) -> bool:
    """Return whether the writer of an article speaks himself."""
    return lookups.own_words[identity] >= VOICE


def is_a_column(lookups: Lookups, identity: ArticleId) -> bool:
    """Return whether an article says that it is a view, or its writer speaks himself in much of it."""
    found = lookups.articles[identity]
    title, url = found.article.metadata.title, found.article.metadata.url
    if is_a_view(title.value if title else "", lookups.outlet(identity), url.value if url else ""):
        return True
    return lookups.own_words[identity] >= max(VOICE, COLUMN * len(found.words))
