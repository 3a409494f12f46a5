"""What is made of one article alone, kept from build to build under a hash of all that it depends on.

In: the article as it is at that point of the way, what else is looked at, and how the value is made. Out: the value,
the same whether it was kept or not. What depends on several articles has no place here, and so the article is shown
without its short name, which is another one when others come before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from generator.ids import WHOLE_LENGTH, digest_of
from generator.records import AnnotatedArticle, Article, ParsedWord, RawArticle
from generator.shelf import Shelf

Value = TypeVar("Value")
_values_of_word = attrgetter(*(each.name for each in fields(ParsedWord)))


class Alone:
    """Values made of single articles."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf if shelf is not None and shelf.keeps else None

    def made(
        self, what: str, found: AnnotatedArticle, beside: object, make: Callable[[AnnotatedArticle], Value]
    ) -> Value:
        """Return the value `what` of an article. `beside`: all else that `make` looks at, with a steady `repr`."""
        found = replace(found, article=replace(found.article, siglum=""))
        if self._shelf is None:
            return make(found)
        key = digest_of(what, *_content(found), repr(beside), length=WHOLE_LENGTH)
        return self._shelf.value(key, lambda: make(found))

    def cleaned(self, raw: RawArticle, recurring: frozenset[str], make: Callable[[], Article]) -> Article:
        """Return an article as it was cleaned: that takes its own text, and which lines recur in its folder."""
        if self._shelf is None:
            return make()
        return self._shelf.value(digest_of("cleaned", repr(raw), _hash_of(recurring), length=WHOLE_LENGTH), make)

    def taken_with(self, work: Callable[[], Value]) -> tuple[Value, Mapping[str, bytes]]:
        """Return what some work gives, and what it asked for here: for another process to `take`."""
        before = {*self._shelf.used} if self._shelf is not None else set()
        made = work()
        used = self._shelf.used if self._shelf is not None else {}
        return made, {key: value for key, value in used.items() if key not in before}

    def take(self, taken: Mapping[str, bytes]) -> None:
        """Keep what another process asked for."""
        if self._shelf is not None:
            self._shelf.use(taken)


@lru_cache(maxsize=1)  # asked with the same lines for every article of a folder
def _hash_of(lines: frozenset[str]) -> str:
    return digest_of(*sorted(lines), length=WHOLE_LENGTH)


def _content(found: AnnotatedArticle) -> tuple[str, str]:
    """Return all that an article is made of, in words."""
    return repr(found), repr([*map(_values_of_word, found.words)])  # a record leaves its words out of its `repr`
